"""Numbers, dates and places in words, as the Indonesian press writes them."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from extractor import messages
from extractor.data import rows
from extractor.messages import say
from extractor.output.terminal import clean
from extractor.report import DateRange, Figure, Number, Period, Place, Unit

_PLAIN = re.compile(r"\d[\d.,]*")
_SWAP = str.maketrans(",.", ".,")
_UNITS: dict[Unit, str] = {"persons": "", "percent": " %", "cards": " keping", "other": ""}


@cache
def _months() -> dict[int, str]:
    """The first form that the list gives for each month is the dictionary's; slips of the press follow."""
    names: dict[int, str] = {}
    for form, month, *_ in rows("indonesian/months.tsv"):
        names.setdefault(int(month), form.capitalize())
    return names


def label(indicator: str) -> str:
    """The Indonesian name of an indicator or of a record's key ("recorded_percent")."""
    return messages.label(indicator.removesuffix("_percent"))


def number(value: Number) -> str:
    """A number with Indonesian separators, to two decimals: 643.450; 99,64; 98,5."""
    whole = f"{value:,.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"
    return whole.translate(_SWAP)


def with_unit(digits: str, unit: Unit) -> str:
    """Digits with the sign of their unit: "99,64 %", "1.200 keping"; people are counted bare."""
    return digits + _UNITS[unit]


def interval(low: Number, high: Number, unit: Unit) -> str:
    """A value or the bounds of one: "2.319", "99,63 … 99,65 %"."""
    first, last = number(low), number(high)
    return with_unit(first if first == last else f"{first} … {last}", unit)


def as_printed(figure: Figure) -> str:
    """A figure in its article's own notation where that is digits alone, else in full: 26 ribu is 26.000."""
    printed = clean(figure.span.text)
    plain = figure.repair is None and _PLAIN.fullmatch(printed)
    return with_unit(printed if plain else number(figure.value), figure.unit)


def place(unit: Place | None, lang: str = "en") -> str:
    """A place with its code, or the units that it can be."""
    if unit is None:
        return say("no-place", lang)
    if unit.name is not None:
        return _named(unit.name, unit.code)
    named = [_named(candidate.name, candidate.code) for candidate in unit.candidates]
    return _or(named, lang) or say("open-place", lang)


def _or(alternatives: list[str], lang: str) -> str:
    return f" {say('or', lang)} ".join(alternatives)


def _named(name: str, code: str | None) -> str:
    return clean(f"{name} ({code})" if code else name)


def period(date: Period | None, lang: str = "en") -> str:
    """A date as precise as it is known, or the dates that it can be: "28 Agustus 2012 or 2018"."""
    if date is None:
        return say("no-date", lang)
    if date.start is not None and date.end is not None:
        return _range(date.start, date.end, date.precision)
    return _alternatives(date.candidates, date.precision, lang)


def _alternatives(candidates: list[DateRange], precision: str, lang: str) -> str:
    written = [_range(candidate.start, candidate.end, precision) for candidate in candidates]
    if not written:
        return say("open-date", lang)
    stems = {text.rpartition(" ")[0] for text in written}
    if len(stems) == 1:  # only the year is open
        written[1:] = [text.rpartition(" ")[2] for text in written[1:]]
    return _or(written, lang)


def _range(start: dt.date, end: dt.date, precision: str) -> str:
    if precision == "year":
        return str(start.year)
    if precision == "semester":
        return f"semester {'I' if start.month <= 6 else 'II'} {start.year}"
    if precision == "quarter":
        return f"triwulan {('I', 'II', 'III', 'IV')[(start.month - 1) // 3]} {start.year}"
    if precision == "month":
        return _month(start)
    return _day(end) if start == end else f"{_opening(start, end)}{_day(end)}"


def _opening(start: dt.date, end: dt.date) -> str:
    if start.year != end.year:
        return f"{_day(start)} – "
    return f"{start.day}–" if start.month == end.month else f"{start.day} {_months()[start.month]} – "


def _month(day: dt.date) -> str:
    return f"{_months()[day.month]} {day.year}"


def _day(day: dt.date) -> str:
    return f"{day.day} {_month(day)}"
