"""Exact numbers to the report's JSON numbers."""

from __future__ import annotations

from fractions import Fraction


def plain(number: int | Fraction) -> int | float:
    """An int where the number is whole, else the float nearest to it."""
    if isinstance(number, int):
        return number
    return int(number) if number.denominator == 1 else float(number)
