"""The strict reading: a rounded figure as plus or minus half a unit of its last digit, as if none were cut off."""

from __future__ import annotations

from fractions import Fraction

from extractor.checking.cells import Value
from extractor.checking.intervals import Interval, Number


def half_unit(value: Value) -> Interval:
    """The value with half of its room to either side.

    Exact numbers have none; a hedge ("sekitar 26 ribu", "27 juta lebih") tells of its own that the number is
    no rounding, so its room stays.
    """
    if value.interval.exact or any(f.quantity.outer_start < f.quantity.start for f in value.figures):
        return value.interval
    low, high, number = value.interval.low, value.interval.high, value.number
    if not low < number < high:
        return value.interval
    return Interval(_middle(low, number), _middle(number, high))


def _middle(a: Number, b: Number) -> Number:
    middle = Fraction(a + b, 2)
    return middle.numerator if middle.denominator == 1 else middle
