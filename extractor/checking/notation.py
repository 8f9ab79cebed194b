"""Numbers as the Indonesian press writes them: 812.650 and 99,48."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from extractor.checking.intervals import Interval, Number
from extractor.linking.figures import LinkedFigure

MINUS = "−"


def count(number: int) -> str:
    """A whole number with dots between thousands: 812650 is "812.650"."""
    sign = MINUS if number < 0 else ""
    return sign + f"{abs(number):,}".replace(",", ".")


def difference(one: int, other: int) -> str:
    """The arithmetic of two whole numbers that should be one: "812.650 − 812.605 = 45"."""
    high, low = max(one, other), min(one, other)
    return f"{count(high)} {MINUS} {count(low)} = {count(high - low)}"


def decimal(number: Number, places: int) -> str:
    """A number with decimal comma, rounded half up: 99.4846 with two places is "99,48"."""
    scale = 10**places
    scaled = floor(Fraction(number) * scale + Fraction(1, 2))
    sign = MINUS if scaled < 0 else ""
    whole, fraction = divmod(abs(scaled), scale)
    return sign + count(whole) + (f",{fraction:0{places}d}" if places else "")


def shown(figure: LinkedFigure) -> str:
    """The number meant, as a count or with its printed decimals."""
    quantity = figure.quantity
    return decimal(quantity.value, quantity.decimals) if figure.percent else count(int(quantity.value))


def counts(interval: Interval, to: str = "to") -> str:
    """The whole numbers of an interval: "4.188", or "4.183 to 4.188" where there are several."""
    low, high = ceil(interval.low), floor(interval.high)
    if low > high:
        low, high = high, low
    return count(low) if low == high else f"{count(low)} {to} {count(high)}"


def percents(interval: Interval, places: int, to: str = "to") -> str:
    """The percentages of an interval: "99,48", or "99,86 to 99,88" where the ends print differently."""
    low, high = decimal(interval.low, places), decimal(interval.high, places)
    return low if low == high else f"{low} {to} {high}"
