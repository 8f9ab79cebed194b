"""Rows: linear inequalities over whole unknowns, in integers only, each with the figures that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.checking.intervals import Interval

WHOLE = 100  # percent


@dataclass(frozen=True, slots=True)
class Row:
    """The sum of coefficient × unknown over `terms` is at most `most`, as long as all of `figures` stand.

    `figures` is a bitmask; a row of no figure is an identity and always stands. Without terms it says that its
    figures cannot stand together, where `most` is below zero.
    """

    terms: tuple[tuple[int, int], ...]  # unknown, coefficient
    most: int
    figures: int


def at_most(terms: Iterable[tuple[int, int]], most: int, figures: int = 0) -> Row:
    """One row; coefficients of one unknown are added up."""
    merged: dict[int, int] = {}
    for unknown, coefficient in terms:
        merged[unknown] = merged.get(unknown, 0) + coefficient
    return Row(tuple((u, c) for u, c in merged.items() if c), most, figures)


def equal(whole: int, parts: Iterable[int]) -> Iterator[Row]:
    """The parts make up the whole."""
    above = [(whole, -1), *((part, 1) for part in parts)]
    yield at_most(above, 0)
    yield at_most([(unknown, -coefficient) for unknown, coefficient in above], 0)


def share(percent: Interval, part: int, whole: int, figures: int) -> Iterator[Row]:
    """`part` is `percent` of `whole`: low × whole ≤ 100 × part ≤ high × whole, without a division."""
    low, high = percent.low, percent.high
    yield at_most([(part, WHOLE * high.denominator), (whole, -high.numerator)], 0, figures)
    yield at_most([(whole, low.numerator), (part, -WHOLE * low.denominator)], 0, figures)


def ratio(percent: Interval, part: int, other: int, figures: int) -> Iterator[Row]:
    """`part` is `percent` of `part` + `other`."""
    low, high = percent.low, percent.high
    yield at_most([(part, WHOLE * high.denominator - high.numerator), (other, -high.numerator)], 0, figures)
    yield at_most([(other, low.numerator), (part, low.numerator - WHOLE * low.denominator)], 0, figures)


def ceiling(percent: Interval, part: int, whole: int, figures: int) -> Row:
    """`percent` of `whole` is at most `part`."""
    low = percent.low
    return at_most([(whole, low.numerator), (part, -WHOLE * low.denominator)], 0, figures)


def clash(figures: int) -> Row:
    """The figures cannot stand together."""
    return Row((), -1, figures)
