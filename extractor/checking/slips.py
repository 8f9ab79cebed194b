"""Slips of hand and press: how a printed number may have come out of the one that was meant.

The kinds follow correct_typos of the R package deductive (one insertion, deletion, substitution or
transposition) and the thousand errors of official statistics.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from extractor.checking.intervals import Interval, Number

# An interval that is this wide a share of the number is hit by some one-digit change anyway.
_NARROW = Fraction(1, 1000)
# In shorter numbers some change of one digit hits almost anything.
_FEWEST_DIGITS = 3


def _one_digit(digits: str) -> Iterator[str]:
    for at, old in enumerate(digits):
        for new in "0123456789":
            if new != old and not (at == 0 and new == "0"):
                yield digits[:at] + new + digits[at + 1 :]


def _swapped(digits: str) -> Iterator[str]:
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1] and not (at == 0 and digits[1] == "0"):
            yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def _missing(digits: str) -> Iterator[str]:
    """The numbers of which one digit was dropped in print."""
    for at in range(len(digits) + 1):
        for new in "0123456789":
            if not (at == 0 and new == "0"):
                yield digits[:at] + new + digits[at:]


def _extra(digits: str) -> Iterator[str]:
    """The numbers that had no such digit before print."""
    for at in range(len(digits)):
        left = digits[:at] + digits[at + 1 :]
        if left and left[0] != "0":
            yield left


def _thousands(digits: str) -> Iterator[str]:
    yield digits + "000"
    if digits.endswith("000") and len(digits) > 3:
        yield digits[:-3]


# How many digits more the meant number may have than the printed one, by kind of slip.
_KINDS = (
    ("swapped-digits", _swapped, (0,)),
    ("one-digit", _one_digit, (0,)),
    ("thousands", _thousands, (3, -3)),
    ("missing-digit", _missing, (1,)),
    ("extra-digit", _extra, (-1,)),
)


def slip(printed: Number, meant: Interval, places: int = 0) -> str | None:
    """The kind of slip that turns a number in `meant` into `printed`; None where there is none or too many.

    `places` is the number of printed decimals; percentages are compared digit by digit with them.
    """
    scale = 10**places
    scaled = printed * scale
    if scaled.denominator != 1 or not 0 < scaled < 10**12:
        return None
    low, high = meant.low * scale, meant.high * scale
    if places:
        low, high = floor(low), floor(high + Fraction(1, 2))
    if high - low > max(2, _NARROW * abs(high)):
        return None
    return _kind(str(scaled.numerator), ceil(low), floor(high))


def _kind(digits: str, low: int, high: int) -> str | None:
    """The first kind of slip that makes a number from `low` to `high` of the digits."""
    if low > high or high < 0:
        return None
    longer = range(len(str(max(low, 0))) - len(digits), len(str(high)) - len(digits) + 1)
    for kind, variants, lengths in _KINDS:
        if not any(length in longer for length in lengths):
            continue
        if len(digits) < _FEWEST_DIGITS and kind.endswith("-digit"):
            continue
        for variant in variants(digits):
            if low <= int(variant) <= high:
                return kind
    return None


def common_digits(a: Number, b: Number, places: int = 0) -> int:
    """How many leading and trailing digits two numbers share: how telling a slip between them is."""
    first, second = (str(int(n * 10**places)).rstrip("0") for n in (a, b))
    shorter = min(len(first), len(second))
    head = next((i for i in range(shorter) if first[i] != second[i]), shorter)
    tail = next((i for i in range(shorter - head) if first[-1 - i] != second[-1 - i]), shorter - head)
    return head + tail
