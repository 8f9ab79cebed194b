"""Closed intervals of exact numbers: what a printed figure can mean, and arithmetic on it.

Counts are ints, percentages exact fractions in percent. No floats: with them a sum of 200 million people and
a share with two decimals do not compare reliably.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

Number = int | Fraction


@dataclass(slots=True)
class Interval:
    """All numbers from `low` to `high`, both included. Not frozen, like `Value`: one is made for every figure."""

    low: Number
    high: Number

    @property
    def exact(self) -> bool:
        """Whether it holds one number only."""
        return self.low == self.high

    @property
    def empty(self) -> bool:
        """Whether it holds no number."""
        return self.low > self.high

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high

    def gap(self, other: Interval) -> Number:
        """How far the two lie apart; 0 where they meet."""
        return max(self.low - other.high, other.low - self.high, 0)

    def near(self, other: Interval, times: int = 2) -> bool:
        """Whether both can be of one size; further apart than half and twice they count different things."""
        return self.low <= times * other.high and other.low <= times * self.high

    def within(self, other: Interval) -> Interval:
        """The numbers that lie in both; empty where they do not meet."""
        return Interval(max(self.low, other.low), min(self.high, other.high))

    def hull(self, other: Interval) -> Interval:
        """The numbers from the least to the greatest of both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def integers(self) -> Interval:
        """The whole numbers in it."""
        return Interval(ceil(self.low), floor(self.high))


def share(part: Interval, whole: Interval) -> Interval | None:
    """The percentage that `part` can be of `whole`; None where the whole may be zero."""
    if whole.low <= 0:
        return None
    return Interval(Fraction(100 * part.low, whole.high), Fraction(100 * part.high, whole.low))


def share_meets(part: Interval, whole: Interval, percent: Interval) -> bool:
    """Whether `part` can be `percent` of `whole`: `share` against a percentage, in whole numbers for speed.

    True where the whole may be zero, since nothing can be said then.
    """
    if whole.low <= 0:
        return True
    low, high = percent.low, percent.high
    return (
        low.numerator * whole.low <= 100 * part.high * low.denominator
        and 100 * part.low * high.denominator <= high.numerator * whole.high
    )


def share_of_sum(part: Interval, other: Interval) -> Interval | None:
    """The percentage of `part` in both, which grows with it; None where both may be zero."""
    if part.low + other.high <= 0 or part.high + other.low <= 0:
        return None
    return Interval(
        Fraction(100 * part.low, part.low + other.high), Fraction(100 * part.high, part.high + other.low)
    )


def part_of(percent: Interval, whole: Interval) -> Interval:
    """The part that `percent` of `whole` can be."""
    return Interval(Fraction(percent.low * whole.low, 100), Fraction(percent.high * whole.high, 100))


def whole_of(percent: Interval, part: Interval) -> Interval | None:
    """The whole of which `part` can be `percent`; None where the percentage may be zero."""
    if percent.low <= 0:
        return None
    return Interval(Fraction(100 * part.low, percent.high), Fraction(100 * part.high, percent.low))


def rest(percent: Interval) -> Interval:
    """The percentage that is left to 100."""
    return Interval(100 - percent.high, 100 - percent.low)
