"""Reads dates that hang on a weekday or on the day of speaking: "Selasa (28/8)", "Jumat lalu", "tahun lalu".

Every function takes a place and returns None where its shape is not there.
"""

from __future__ import annotations

import re

from extractor.reading.date_calendar import (
    read_around_month,
    read_day_month,
    read_division,
    read_month,
    read_month_day,
    read_numeric,
    read_slip_month,
    read_year,
    step_of,
    with_tail,
)
from extractor.reading.date_periods import Printed
from extractor.reading.date_view import View
from extractor.reading.date_words import plain

_CLOSER = re.compile(r"[^\S\n]{0,2}[)\]]")
_SENTENCE_START = re.compile(r"(?:^|[\n.!?:][\s\"“]*)\Z")


def read_weekday(view: View, at: int, word: str) -> Printed | None:
    """A weekday with its date, or alone. Opening days ("Sabtu-Minggu") come back as part "habit"."""
    name = view.match("weekday", at)
    if name is None:
        return None
    weekday = view.words.weekdays[plain(name["weekday"])]
    english = plain(name["weekday"]) in view.words.english
    again = view.match("weekday_again", name.end())
    for head in (again, name):
        core = _read_core(view, head.end(), in_weekday=True) if head else None
        if core:
            if again and head is again and not core.is_range:
                weekday = _last_weekday(view, again.group(), weekday)  # "Rabu malam hingga Kamis (14/3)"
            eve = view.word_before(at) in view.words.values["eve"]  # "malam Minggu (2/12)" is Saturday's
            core.start, core.weekday, core.english = at, None if eve else weekday, english or core.english
            return core
    if again:
        return Printed(at, again.end(), "week", part="habit")
    if english:
        return None
    return _weekday_alone(view, Printed(at, name.end(), "day", weekday=weekday), word)


def _last_weekday(view: View, joined: str, otherwise: int) -> int:
    """The weekday that ends "hingga Kamis"."""
    return view.words.weekdays.get(plain(_BETWEEN_DAYS.split(joined)[-1]), otherwise)


_BETWEEN_DAYS = re.compile(r"[\s&,/–-]+")


def _weekday_alone(view: View, found: Printed, word: str) -> Printed | None:
    before = view.word_before(found.start)
    if before in view.words.values["every"] or before in view.words.values["named"]:
        return None
    week = read_relative(view, found.end + 1)
    if week and week.unit == "week":
        found.end, found.shift, found.part = week.end, week.shift, "week"
        return _with_core(view, found)
    found = with_tail(view, found)
    if found.direction:
        return _with_core(view, found)
    return None if word[0].islower() else found  # "buka sampai hari sabtu": a habit, mostly


def _read_core(view: View, at: int, *, in_weekday: bool = False) -> Printed | None:
    """The day after a weekday or "kemarin", in brackets or, after a weekday, without."""
    into = view.match("into_core", at)
    if into is None or (not in_weekday and not into["bracket"]):
        return None
    bracket, at = bool(into["bracket"]), into.end()
    if at < view.end and view.text[at].isdigit():
        found = read_numeric(view, at, bracket=bracket) or read_day_month(view, at, certain=True)
        found = found or read_slip_month(view, at, certain=True)
    else:
        found = read_month_day(view, at)
    if found and bracket:
        closer = _CLOSER.match(view.text, found.end, view.end)
        found.end, found.enclosed = closer.end() if closer else found.end, True
        found = with_tail(view, found)
    return found


def _with_core(view: View, found: Printed) -> Printed:
    """Reads "kemarin (14/5)" prints the day itself; "hari ini, Senin" its weekday."""
    core = _read_core(view, found.end)
    if core:
        core.start, core.weekday = found.start, found.weekday
        return core
    name = view.match("weekday_after", found.end) if found.unit == "day" and not found.weekday else None
    if name is None:
        return found
    core = _read_core(view, name.end(), in_weekday=True)
    dated = core or found
    dated.start, dated.end = found.start, core.end if core else name.end()
    dated.weekday = view.words.weekdays[plain(name["weekday"])]
    return dated


def read_unit(view: View, at: int, word: str) -> Printed | None:
    """Reads "bulan Mei", "pekan lalu", "hari ini", "pekan pertama Mei"; Minggu may be Sunday."""
    if plain(word) == "minggu" and _is_sunday(view, at, word):
        return read_weekday(view, at, word)
    unit = view.words.values["unit"][plain(word)]
    found = read_shift(view, at) if unit == "day" else None
    if found:
        return found
    if view.match("relative", at):
        found = _counted_back(view, at)
        if found:
            return found
        found = read_relative(view, at)
        if found:
            return _with_core(view, found)
    match unit:
        case "month":
            return read_around_month(view, at)
        case "year":
            return read_year(view, at)
        case "week":
            ordinal = view.match("week_of", at)
            month = read_month(view, ordinal.end(), certain=True) if ordinal else None
            if month:
                month.start = at
            return month
        case "semester" | "quarter":
            return read_division(view, at)
        case _:
            return None


def _is_sunday(view: View, at: int, word: str) -> bool:
    """Minggu is Sunday before a date, and as a capitalised word inside a sentence; else a week."""
    if _read_core(view, at + len(word), in_weekday=True):
        return True
    before = view.word_before(at)
    if word[0].islower() or before.isdigit() or before in view.words.values["count"]:
        return False
    starts_sentence = _SENTENCE_START.search(view.text, max(0, at - 4), at) is not None
    return not (starts_sentence and view.match("relative", at))


def read_relative(view: View, at: int) -> Printed | None:
    """Reads "Tahun lalu", "bulan ini", "pekan depan", "tahun sebelumnya"."""
    match = view.match("relative", at)
    if match is None or view.follows("vague", at):
        return None
    unit = view.words.values["unit"][plain(match["unit"])]
    step, follows = step_of(view, match["direction"])
    if unit == "day" and not follows:
        return None
    return Printed(at, match.end(), unit, shift=step, follows=follows)


def _counted_back(view: View, at: int) -> Printed | None:
    """Reads "Dua hari lalu", seen from its unit and direction."""
    count = view.match_before("count_before", at, 12)
    return read_counted(view, count.start()) if count and not view.follows("vague", count.start()) else None


def read_counted(view: View, at: int) -> Printed | None:
    """Reads "Dua hari lalu", "10 pekan lagi", "setahun kemudian"."""
    match = view.match("counted", at)
    if match is None:
        return None
    single, count = match["single"], match["count"] or "1"
    unit = view.words.values["single" if single else "unit"][plain(single or match["unit"])]
    number = int(count) if count.isdecimal() else int(view.words.values["count"][plain(count)])
    step, follows = step_of(view, match["direction"])
    return Printed(at, match.end(), unit, shift=number * step, follows=follows) if step else None


def read_shift(view: View, at: int) -> Printed | None:
    """Reads "hari ini", "kemarin (14/5)"; in "hari ini (kemarin)" the bracket is the paper's own view."""
    match = view.match("shift", at)
    if match is None:
        return None
    shifts = view.words.values["shift"]
    found = Printed(at, match.end(), "day", shift=int(shifts[plain(match["shift"])]))
    inner = view.match("shift_in_bracket", found.end)
    if inner:
        found.end, found.shift = inner.end(), int(shifts[plain(inner["shift"])])
        return found
    return _with_core(view, found)


def read_part(view: View, at: int) -> Printed | None:
    """Reads "Awal Mei", "akhir 2023", "akhir tahun lalu": a part of a month or a year."""
    match = view.match("part", at)
    if match is None:
        return None
    after = match.end()
    found = read_month(view, after, certain=True) or read_year(view, after) or read_relative(view, after)
    if found is None:
        year = view.match("year_word", after)
        found = Printed(at, year.end(), "year") if year else None
    if found is None or found.unit == "day":
        return None
    part = view.words.values["part"][plain(match["part"])]
    found.start, found.part = at, part if found.unit == "year" and not found.is_range else None
    return found
