"""A number in digits to its value: separators, scale words and the ways that print breaks them."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from extractor.reading.mentions import Number

MOST_PEOPLE = 400_000_000  # above any count of people or cards in Indonesia
_LONGEST = 19  # printed characters; more is an id, not a count
_SEPARATOR = re.compile("[.,]")


class Numeral(NamedTuple):
    """Printed digits by shape; `digits` is their value without separators.

    `shape`: "plain" (2417), "grouped" (1.204.518), "either" (2,069: grouped or three decimals),
    "decimal" (99,64), "mixed" (643.450,12), "short" (1.270.00, with zeros filled in), "bad" (1.3420).
    `decimals`: digits after the last separator where that may be a decimal mark.
    """

    shape: str
    digits: int
    decimals: int = 0
    comma: bool = False  # whether the last separator is a comma
    first: int = 0  # the digits before the first separator
    groups: int = 1
    leading_zero: bool = False  # an id, a clock time or a page counter unless decimals follow


class Reading(NamedTuple):
    """What a number in print means. `step` is one unit of its last printed digit, 0 where it is exact."""

    value: Number
    step: Number = 0
    decimals: int = 0
    repair: str | None = None
    rounded: bool = False  # a scale word took part, so that the number is approximate
    around: tuple[Number, Number] | None = None  # where it lies without a hedge, if that is known already


@lru_cache(maxsize=4096)  # an article repeats its figures, all articles the years and clock times
def read_numeral(printed: str) -> Numeral | None:
    """The shape of ASCII digits with dots and commas between them; None where they are too many."""
    if len(printed) > _LONGEST:
        return None
    zero = printed[0] == "0" and len(printed) > 1
    if printed.isdecimal():
        return Numeral("plain", int(printed), 0, False, 0, 1, zero)
    parts = printed.replace(",", ".").split(".")
    tail = len(parts[-1])
    shape = _shape(printed, parts)
    digits = "".join(parts)
    if shape == "short":
        digits += "0" * (3 - tail)
    decimals = tail if shape in ("either", "decimal", "mixed") else 0
    return Numeral(shape, int(digits), decimals, printed[-tail - 1] == ",", int(parts[0]), len(parts), zero)


def _shape(printed: str, parts: list[str]) -> str:
    tail = parts[-1]
    if len(parts) == 2:
        if len(tail) == 3 and len(parts[0]) <= 3:
            return "decimal" if parts[0] == "0" else "either"
        return "decimal" if len(tail) <= 2 else "bad"
    threes = len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:-1])
    if not threes or len(tail) > 3:
        return "bad"
    if len(tail) == 3:
        return "grouped"
    marks = _SEPARATOR.findall(printed)
    if marks[-1] != marks[-2] and len(set(marks[:-1])) == 1:
        return "mixed"
    return "short" if not tail.strip("0") else "bad"


def resolve(numeral: Numeral, scale: int, percent: bool, *, summed: bool = False) -> Reading | None:
    """The value of a numeral with its scale word (1: none) or before a percent sign.

    None where the print does not say: "1.234 persen", and a fraction of a person ("1,9 keping"), which only
    its neighbours can mend. `summed`: the digits were added up from several printed numbers, so that no scale
    word is doubled.
    """
    if percent:
        return _percent(numeral, scale)
    if scale > 1 and not summed and doubled(numeral, scale):
        plain = _count(numeral)
        return plain and Reading(plain.value, plain.step, repair="doubled-unit")
    return _scaled(numeral, scale) if scale > 1 else _count(numeral)


@lru_cache(maxsize=4096)  # articles repeat them, and fractions take long to make
def _percent(numeral: Numeral, scale: int) -> Reading | None:
    shape, decimals = numeral.shape, numeral.decimals
    if shape == "bad" and numeral.groups == 2:  # four and more decimals
        decimals = len(str(numeral.digits)) - len(str(numeral.first))
    elif shape in ("grouped", "short", "bad"):
        return None
    elif shape == "either" and not numeral.comma and numeral.first < 10:
        return None  # "1.234 persen": decimals or thousands, both are printed
    value, step = Fraction(numeral.digits * scale, 10**decimals), _step(scale, decimals)
    return Reading(value, step, decimals, around=_one_step_off(value, step))


@cache
def _step(scale: int, decimals: int) -> Fraction:
    """One unit of the last digit of a percentage."""
    return Fraction(scale, 10**decimals)


def _scaled(numeral: Numeral, scale: int) -> Reading | None:
    if numeral.shape == "bad":
        return None
    unit = max(1, scale // 10**numeral.decimals)
    return Reading(numeral.digits * scale // 10**numeral.decimals, unit, numeral.decimals, rounded=True)


def doubled(numeral: Numeral, scale: int) -> bool:
    """Whether full digits already say what the scale word repeats ("24.310 ribu warga").

    A comma is the decimal mark of Indonesian, so that "2,069 juta" is not; a dot before three digits is read
    as thousands before ribu, and before juta only where decimals would give more people than there are.
    """
    if numeral.shape == "plain":
        return numeral.digits >= 1000
    if numeral.shape == "either":
        beyond = numeral.digits * scale // 1000 > MOST_PEOPLE
        return beyond or (not numeral.comma and scale == 1000)
    return numeral.shape in ("grouped", "short")


def _count(numeral: Numeral) -> Reading | None:
    value = numeral.digits
    if numeral.shape == "decimal":
        return None
    if numeral.shape == "mixed":
        return Reading(value // 10**numeral.decimals, repair="mixed-separators")
    repair = {"short": "short-group", "bad": "bad-grouping"}.get(numeral.shape)
    return Reading(value, 0 if value % 1000 else place(value), 0, repair)


def place(value: Number) -> int:
    """The place of the last digit that is not zero: 1000 of 27000, 1 where the value is no whole number."""
    whole, power = int(value), 1
    if not whole or value != whole:
        return 1
    while whole % 10 == 0:
        whole //= 10
        power *= 10
    return power


def bounds(reading: Reading, hedge: str | None, *, percent: bool) -> tuple[Number, Number]:
    """The closed interval of a number, by one unit of its last printed digit.

    Half a unit accuses one correct article in five, since the press cuts off as often as it rounds. A hedge
    lets the zeros of a round number be rounding too, up to a tenth of it ("sekitar 500 ribu"). `hedge`: a
    kind of `hedges.tsv`, "suffix" for "4.000-an", "scale suffix" for "26 ribuan".
    """
    value, step = reading.value, reading.step
    if hedge is None:
        return reading.around or _one_step_off(value, step)
    room = _room(value, step, percent)
    if hedge == "suffix":
        return value, value + max(step, place(value))
    if hedge == "scale suffix":
        return value, value + room
    if hedge == "around":
        return max(0, value - room), value + room
    if hedge == "almost":
        return max(0, value - room), value
    if hedge == "under":
        return 0, value
    ceiling = (100 if value < 100 else 1000) if percent else MOST_PEOPLE
    if hedge == "at least":
        return value, max(value, ceiling)
    above = value + max(step, place(value) if value == int(value) else step)
    return value, max(value, min(above, ceiling))


def _one_step_off(value: Number, step: Number) -> tuple[Number, Number]:
    return (value - step if value > step else 0), value + step


def _room(value: Number, step: Number, percent: bool) -> Number:
    if value != int(value):
        return step
    tenth = int(value) // 10
    return max(step or 1, min(place(value), min(tenth, 5) if percent else tenth))
