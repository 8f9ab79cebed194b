"""Reads dates of the calendar: "28/8", "28 Agustus 2018", "awal Mei", "tahun 2018", "semester II 2019".

Every function takes a place and returns None where its shape is not there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.reading.date_periods import Printed
from extractor.reading.date_view import View
from extractor.reading.date_words import nearest_month, plain

_DAY_REACH = 30  # characters before a month in which its day may stand, "28 sampai dengan 30 bulan"
_SAME_LIST = 60  # characters between months of one list
_CAPITALISED = re.compile(r"[^\S\n]{1,3}[^\W\d_a-z]")
_FULL_YEAR = re.compile(r"\d{4}")
_DIGIT = re.compile(r"\d")
_STEPS = {"past": -1, "this": 0, "future": 1}
_RARE = {"short", "english"}  # kinds of month names that need a year or a weekday beside them


def step_of(view: View, direction: str) -> tuple[int, bool]:
    """Units forward, and whether they count from the date before in the text ("kemudian")."""
    word = plain(direction)
    side = view.words.values["direction"].get(word)
    if side:
        return _STEPS[side], False
    return (1, False) if word == "lagi" else (_STEPS[view.words.values["sequence"][word]], True)


def with_tail(view: View, found: Printed) -> Printed:
    """Takes in "lalu", "ini", "tahun lalu" and the like after a date."""
    match = view.match("tail", found.end)
    if match is None or match.end() == found.end:
        return found
    found.end = match.end()
    found.direction = view.words.values["direction"].get(plain(match["direction"] or ""))
    found.year_shift = step_of(view, match["of_year"])[0] if match["of_year"] else None
    return found


def read_numeric(view: View, at: int, *, bracket: bool) -> Printed | None:
    """Day and month in digits, perhaps a year, after something that makes them a date."""
    match = view.match("numeric_range", at) or view.match("numeric", at)
    if match is None:
        return None
    year = _full_year(match["year"])
    if (match["mark"] == "." and not match["year"]) or (match["mark"] in "-–" and not (bracket or year)):
        return None
    found = Printed(at, match.end(), "day", year, int(match["month"]), int(match["day"]))
    ends = match.groupdict()
    found.first_day, found.first_month, found.first_year = (
        int(ends[name]) if ends.get(name) else None for name in ("first_day", "first_month", "first_year")
    )
    return with_tail(view, found)


def read_bare_numeric(view: View, at: int) -> Printed | None:
    """Digits without a weekday: a full date, or day and month in brackets or after 'tanggal'."""
    bracket = at > 0 and view.text[at - 1] in "(["
    found = read_iso(view, at) or read_numeric(view, at, bracket=bracket)
    if found is None or not (1 <= (found.month or 0) <= 12 and 1 <= (found.day or 0) <= 31):
        return None
    before = view.word_before(at)
    if before in view.words.values["named"]:
        return None
    printed = view.text[at : found.end]
    undated = not _FULL_YEAR.search(printed) and before not in {"tanggal", "tgl"}
    if undated and (not bracket or found.day == 24):  # (24/7): round the clock
        return None
    if " " in printed and not bracket and "/" not in printed:
        return None
    found.enclosed = bracket
    return found


def read_iso(view: View, at: int) -> Printed | None:
    """ISO order, "2018-08-28"."""
    match = view.match("iso", at)
    if match is None:
        return None
    return Printed(at, match.end(), "day", int(match["year"]), int(match["month"]), int(match["day"]))


def read_around_month(view: View, at: int) -> Printed | None:
    """A month with the day before it, after it as in English, or without a day."""
    if view.match("month", at) is None:
        return None
    digit = _DIGIT.search(view.text, max(view.reached, at - _DAY_REACH), at)
    day = view.match_before("day_before", at, at - digit.start()) if digit else None
    if day and not view.follows("named", day.start()):
        found = read_day_month(view, day.start())
        if found:
            return found
    return read_month_day(view, at) or read_month(view, at)


def read_day_month(view: View, at: int, *, certain: bool = False) -> Printed | None:
    """Reads "28 Agustus 2018", "13-19 Mei", "28 Februari - 3 Maret"; `certain` after a weekday."""
    match = view.match("day_month", at)
    if match is None or int(match["last"] or match["day"]) > 31:
        return None
    name = plain(match["month"])
    kind = view.words.month_kinds[name]
    if kind in _RARE and not (match["year"] or certain or view.follows("dated", at)):
        return None
    found = Printed(at, match.end(), "day", _year_of(match), view.words.months[name], int(match["day"]))
    found.english = kind == "english"
    if kind != "short" and view.text[found.end - 1] == ".":
        found.end -= 1
    if match["last"]:
        found.first_day, found.day = found.day, int(match["last"])
        return with_tail(view, found)
    return with_tail(view, _to_day_month(view, found))


def _to_day_month(view: View, first: Printed) -> Printed:
    """Joins "28 Februari" with "- 3 Maret 2019"."""
    join = view.match("join", first.end)
    match = view.match("day_month", join.end()) if join else None
    if match is None or match["last"] or int(match["day"]) > 31:
        return first
    return replace(
        first,
        end=match.end(),
        year=_year_of(match),
        month=view.words.months[plain(match["month"])],
        day=int(match["day"]),
        first_year=first.year,
        first_month=first.month,
        first_day=first.day,
    )


def read_slip_month(view: View, at: int, *, certain: bool = False) -> Printed | None:
    """A month misspelt beyond the table: only beside a year or, `certain`, a weekday."""
    match = view.match("slip_month", at)
    if match is None or not (match["year"] or certain) or int(match["day"]) > 31:
        return None
    month = nearest_month(plain(match["month"]))
    if month is None:
        return None
    return with_tail(view, Printed(at, match.end(), "day", _year_of(match), month, int(match["day"])))


def read_month_day(view: View, at: int) -> Printed | None:
    """English order, as in page headers: "March 4, 2025"."""
    match = view.match("month_day", at)
    if match is None or int(match["day"]) > 31:
        return None
    month = view.words.months[plain(match["month"])]
    return Printed(at, match.end(), "day", _year_of(match), month, int(match["day"]), english=True)


def read_month(view: View, at: int, *, certain: bool = False) -> Printed | None:
    """A month or a run of months; `certain` after a word that only a date follows."""
    match = view.match("month", at)
    if match is None:
        return None
    name = plain(match["month"])
    kind = view.words.month_kinds[name]
    found = Printed(at, match.end(), "month", _year_of(match), view.words.months[name])
    found = found if kind in _RARE else _to_month(view, found)
    if kind != "short" and view.text[found.end - 1] == ".":
        found.end -= 1
    found = with_tail(view, found)
    found.english = kind == "english"
    if found.year is None and not certain and not _may_stand_alone(view, found, kind, match):
        return None
    view.last_month = found.end
    return found


def _may_stand_alone(view: View, found: Printed, kind: str, match: re.Match[str]) -> bool:
    """Whether a month name without a year is a month, not the name of a person or a district."""
    at = match.start("month")
    if kind in _RARE:
        return False
    if found.is_range or found.direction or found.year_shift is not None:
        return True
    before = view.word_before(at)
    if before in view.words.values["named"]:
        return False
    if before in view.words.values["dated"] or at - view.last_month < _SAME_LIST:
        return True
    named = _CAPITALISED.match(view.text, match.end("month")) is not None
    return kind != "place" and view.text[at].isupper() and not named


def _to_month(view: View, first: Printed) -> Printed:
    """Joins "Januari" with "hingga April 2024"."""
    join = view.match("join", first.end)
    if join is None:
        return first
    part = view.match("part", join.end())
    match = view.match("month", (part or join).end())
    if match is None or view.words.month_kinds[plain(match["month"])] in _RARE:
        return first
    month = view.words.months[plain(match["month"])]
    first.first_month, first.first_year = first.month, first.year
    return replace(first, end=match.end(), year=_year_of(match), month=month)


def read_year(view: View, at: int) -> Printed | None:
    """Reads "Tahun 2018", "2018" where no count is likely, "2011-2012", "tahun 2018 semester II"."""
    match = view.match("year", at)
    if match is None or (match.start("year") == at and not _is_bare_year(view, at, match.end())):
        return None
    found = Printed(at, match.end(), "year", int(match["year"]))
    last = view.match("to_year", found.end)
    if last and int(last["year"]) > int(match["year"]):
        found = replace(found, end=last.end(), first_year=found.year, year=int(last["year"]))
        return with_tail(view, found)
    half = view.match("division_after", found.end)
    division = read_division(view, half.end()) if half else None
    if division and division.year is None:
        return replace(division, start=found.start, year=found.year)
    return with_tail(view, found)


def _is_bare_year(view: View, at: int, end: int) -> bool:
    """Whether four digits without 'tahun' are a year, not a count or a page counter."""
    if at and view.text[at - 1] in "-./,":
        return False
    before = view.word_before(at)
    if before in view.words.values["counting"] or view.alone_on_line(at, end):
        return False
    if view.match("counted_after", end) is None:
        return True
    return before in view.words.values["year_cue"] or before in view.words.values["part"]


def read_division(view: View, at: int) -> Printed | None:
    """A half or a quarter of a year."""
    match = view.match("division", at)
    if match is None:
        return None
    name = plain(match["division"])
    unit = view.words.values["division"][name]
    number = int(view.words.values["ordinal"][plain(match["number"])])
    year = _year_of(match)
    if number > (2 if unit == "semester" else 4) or (name in {"tw", "paruh"} and year is None):
        return None
    return with_tail(view, Printed(at, match.end(), unit, year, number=number))


def _full_year(year: str | None) -> int | None:
    """Two digits are of this century; three or five are a slip that names no year."""
    if year is None or len(year) in {3, 5}:
        return None
    return int(year) + 2000 if len(year) == 2 else int(year)


def _year_of(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None
