"""Finds dates as they are printed. What the print leaves out, a year above all, is left out here too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

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
from extractor.reading.date_words import APOSTROPHES, date_words
from extractor.reading.wording import any_of
from extractor.typography import in_lower_case

Block = tuple[int, int]

_MARKS = "/.,:–-"
_LONGEST = 30  # characters of the longest run of digits and marks, "28/08/2018-30/08/2018"
_DAY_REACH = 30  # characters before a year in which day and misspelt month may stand
_LIST_GAP = re.compile(rf"\s{{0,3}}(?:,|&|,\s?dan|{any_of('joining dates')})\s{{0,3}}", re.IGNORECASE)


def find_printed(text: str, blocks: Sequence[Block], starts: Iterable[int]) -> list[tuple[Printed, Block]]:
    """The dates printed in the blocks of a text, each with its block; none overlaps another.

    `blocks` are in text order. No date crosses from one into the next. `starts`: where one may
    begin, in text order.
    """
    found = _scan(text, blocks, starts) if blocks else []
    # "Januari, Februari dan Maret 2024": the last of a list prints the year for all.
    for at in range(len(found) - 2, -1, -1):
        (one, block), (after, next_block) = found[at], found[at + 1]
        if one.year is not None or not after.year or one.direction is not None or block != next_block:
            continue
        same = one.unit == after.unit and one.unit in {"day", "month"}
        if same and _LIST_GAP.fullmatch(text, one.end, after.start):
            one.year = after.first_year or after.year
    return found


def _scan(text: str, blocks: Sequence[Block], starts: Iterable[int]) -> list[tuple[Printed, Block]]:
    """The dates in text order. What lies before `view.reached` belongs to a date already."""
    found: list[tuple[Printed, Block]] = []
    ahead = iter(blocks)
    block = next(ahead)
    view = View(text, *block)
    for match in _candidates(text, blocks[-1][1], starts):
        at = match.start()
        while at >= block[1]:
            following = next(ahead, None)
            if following is None:
                return found
            block = following
            view.enter(*block)
        if at < view.reached or (text[at - 1] != " " and at and _continues(text, at)):
            continue
        printed = _read(view, at, text[at : match.end()])
        if printed is not None and not view.in_address(printed.start):
            view.reached = printed.end
            if printed.part != "habit":
                found.append((printed, block))
    return found


def _candidates(text: str, end: int, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """A number or a word of the tables up to `end`: the word in lower case, or a first digit."""
    expression, lowered = date_words().expressions["candidate"], in_lower_case(text)
    for at in starts:
        match = expression.match(lowered, at, end)
        if match is not None:
            yield match


def _continues(text: str, at: int) -> bool:
    """Whether what begins at `at` is the rest of a word or number ("Ma'ruf", "12,2018")."""
    mark = text[at - 1]
    if mark.isalpha():
        return True
    if text[at] > "9":
        return mark in APOSTROPHES and text[at - 2 : at - 1].isalpha()
    while at and text[at - 1] in _MARKS:
        at -= 1
    return at > 0 and text[at - 1].isdecimal()


def _read(view: View, at: int, word: str) -> Printed | None:
    """The date around a number or a word of the tables, by the kind that the tables give it."""
    match view.words.anchors.get(word):
        case None:
            return _from_digits(view, at)
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


def _from_digits(view: View, at: int) -> Printed | None:
    """The date in a run of digits and marks, months in words aside."""
    digits = view.match("digits", at)
    token = digits.group() if digits else ""
    if not 3 <= len(token) <= _LONGEST:
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
