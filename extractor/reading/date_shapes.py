"""Finds dates as they are printed. What the print leaves out, a year above all, is left out here too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.reading.date_calendar import (
    read_around_month,
    read_bare_numeric,
    read_division,
    read_slip_month,
    read_year,
)
from extractor.reading.date_periods import Printed
from extractor.reading.date_relative import read_counted, read_part, read_shift, read_unit, read_weekday
from extractor.reading.date_view import View

_LONGEST = 30  # characters of the longest run of digits and marks, "28/08/2018-30/08/2018"
_DAY_REACH = 30  # characters before a year in which day and misspelt month may stand
_LIST_GAP = re.compile(r"\s{0,3}(?:,|dan|&|serta|,\s?dan|hingga|sampai)\s{0,3}", re.IGNORECASE)


def find_printed(text: str, start: int, end: int) -> list[Printed]:
    """The dates printed in `text[start:end]`, in text order, none overlapping."""
    found = list(_scan(View(text, start, end)))
    # "Januari, Februari dan Maret 2024": the last of a list prints the year for all.
    for at in range(len(found) - 2, -1, -1):
        one, after = found[at], found[at + 1]
        same = one.unit == after.unit and one.unit in {"day", "month"} and one.direction is None
        if same and one.year is None and after.year and _LIST_GAP.fullmatch(text, one.end, after.start):
            one.year = after.first_year or after.year
    return found


def _scan(view: View) -> Iterator[Printed]:
    """Looks twice only at numbers and at words of the tables; this loop runs over every word."""
    anchor = view.words.anchors.get
    for token in view.words.expressions["token"].finditer(view.text, view.reached, view.end):
        word = token.group()
        name = "digits" if word[0] <= "9" else anchor(word)
        if name is None or token.start() < view.reached:
            continue
        found = _read(view, name, token.start(), word)
        if found is not None and not view.in_address(found.start):
            view.reached = found.end
            if found.part != "habit":
                yield found


def _read(view: View, name: str, at: int, word: str) -> Printed | None:
    """The date around a number or a word of the tables, by the kind that the tables give it."""
    match name:
        case "digits":
            return _from_digits(view, at, word)
        case "weekday":
            return read_weekday(view, at, word)
        case "month":
            return read_around_month(view, at)
        case "part":
            return read_part(view, at)
        case "division":
            return read_division(view, at)
        case "unit":
            return read_unit(view, at, word)
        case "single":
            return read_counted(view, at)
        case _:
            return read_shift(view, at)


def _from_digits(view: View, at: int, token: str) -> Printed | None:
    """The date in a run of digits and marks, months in words aside."""
    if not 3 <= len(token) <= _LONGEST or (at and view.text[at - 1].isalpha()):
        return None
    if "/" in token or "-" in token or token.count(".") > 1:
        found = read_bare_numeric(view, at)
        if found:
            return found
    if token[:2] not in {"19", "20"} or not token[:4].isdecimal():
        return None
    day = view.match_before("slip_before", at, _DAY_REACH)
    slip = read_slip_month(view, day.start()) if day else None
    return slip or read_year(view, at)
