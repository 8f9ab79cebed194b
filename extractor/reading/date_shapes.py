"""Finds dates as they are printed. What the print leaves out, a year above all, is left out here too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.reading.date_periods import Printed
from extractor.reading.date_words import date_words, nearest_month, plain

_LONGEST = 30  # characters of the longest numeric date in one run, "28/08/2018-30/08/2018"
_BRACKETS = "(["
_CLOSER = re.compile(r"[^\S\n]{0,2}[)\]]")
_ADDRESS = re.compile(r"://|www\.|\.(?:com|co|id|net|org)/|[?&]\w+=", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([^\s\"“(]{1,20})[\s\"“(]{0,3}$")
_CAPITALISED_NEXT = re.compile(r"[^\S\n]{1,3}[^\W\d_a-z]")
_LIST_GAP = re.compile(r"\s{0,3}(?:,|dan|&|serta|,\s?dan|hingga|sampai)\s{0,3}", re.IGNORECASE)
_DIRECTION_STEP = {"past": -1, "this": 0, "future": 1}


def find_printed(text: str, start: int, end: int) -> list[Printed]:
    """The dates printed in `text[start:end]`, in text order, none overlapping."""
    found = list(_scan(text, start, end))
    # "Januari, Februari dan Maret 2024": the last of a list prints the year for all.
    for one, after in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        same = one.unit == after.unit and one.unit in {"day", "month"} and one.direction is None
        if same and one.year is None and after.year and _LIST_GAP.fullmatch(text, one.end, after.start):
            one.year = after.first_year or after.year
    return found


def _scan(text: str, start: int, end: int) -> Iterator[Printed]:
    words = date_words()
    reader = _Reader(text, end)
    reached = start
    for token in words.token.finditer(text, start, end):
        at = token.start()
        if at < reached:
            continue
        word = token.group()
        if word[0].isdigit():
            found = reader.from_digits(at, word) if len(word) <= _LONGEST else None
        else:
            name = words.anchors.get(word.lower()) or (words.anchors.get(plain(word)) if len(word) == 6 else None)
            found = reader.from_word(name, at, word) if name else None
        if found is not None and not reader.in_address(found.start):
            reached = found.end
            if found.part != "habit":
                yield found


class _Reader:
    """Reads one date at a place. A method returns None where its shape is not there."""

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.words = date_words()
        self._last_month_end = -99

    # -- what stands around ------------------------------------------------------------------------------

    def _word_before(self, at: int) -> str:
        match = _WORD_BEFORE.search(self.text, max(0, at - 24), at)
        return plain(match[1]).rstrip(".,:;") if match else ""

    def _follows(self, kind: str, at: int) -> bool:
        return self._word_before(at) in self.words.values[kind]

    def in_address(self, at: int) -> bool:
        """Whether the place lies in a web address or a file name."""
        if at and self.text[at - 1] in "=&_@#%":
            return True
        left = max(self.text.rfind(" ", max(0, at - 200), at), self.text.rfind("\n", max(0, at - 200), at)) + 1
        return _ADDRESS.search(self.text, left, at) is not None if left < at else False

    def _alone_on_line(self, start: int, end: int) -> bool:
        left = self.text.rfind("\n", 0, start) + 1
        right = self.text.find("\n", end)
        line = self.text[max(left, start - 40) : end + 40 if right < 0 else min(right, end + 40)]
        return line.strip() == self.text[start:end] and line.strip() != self.text.strip()

    # -- from the first word or number -------------------------------------------------------------------

    def from_word(self, name: str, at: int, word: str) -> Printed | None:
        """The date that a word of the tables begins, by the reader that the tables name."""
        match name:
            case "weekday":
                return self._weekday(at, word)
            case "month":
                return self._month_day(at) or self._month(at)
            case "part":
                return self._part(at)
            case "division":
                return self._division(at)
            case "unit":
                return self._unit(at, word)
            case _:
                return self._counted(at) or self._shift(at)

    def from_digits(self, at: int, token: str) -> Printed | None:
        """The date that a run of digits and separators begins."""
        glued = at > 0 and self.text[at - 1].isalpha()
        if len(token) > 2 and not token.isdigit() and not glued:
            numeric = self._iso(at) or self._bare_numeric(at)
            if numeric:
                return numeric
        if not token[:3].isdigit() or len(token) < 3:
            if self._follows("named", at):
                return None
            return self._day_month(at) or self._counted(at)
        return self._counted(at) or (None if glued else self._year(at, at))

    # -- weekday first -----------------------------------------------------------------------------------

    def _weekday(self, at: int, word: str) -> Printed | None:
        name = self.words.weekday.match(self.text, at, self.end)
        if name is None:
            return None
        weekday = self.words.weekdays[plain(name["weekday"])]
        english = plain(name["weekday"]) in self.words.english
        again = self.words.weekday_again.match(self.text, name.end(), self.end)
        for head in (again, name):
            core = self._core(head.end(), in_weekday=True) if head else None
            if core:
                return replace(core, start=at, weekday=weekday, english=english or core.english)
        if english and len(word) == 3:
            return None
        if again:  # "Sabtu-Minggu tetap buka": opening days
            return Printed(at, again.end(), "week", part="habit")
        return self._bare_weekday(at, name.end(), weekday, word)

    def _bare_weekday(self, at: int, end: int, weekday: int, word: str) -> Printed | None:
        before = self._word_before(at)
        if before in self.words.values["every"] or before in {"pasar", "pak", "haji"}:
            return None
        found = Printed(at, end, "day", weekday=weekday)
        week = self._relative(end + 1)
        if week and week.unit == "week":
            return self._core_after(replace(found, end=week.end, shift=week.shift, part="week"))
        found = self._with_tail(found)
        if word[0].islower() and before != "hari" and found.direction is None:
            return None
        return self._core_after(found) if found.direction else found

    def _core(self, at: int, *, in_weekday: bool = False) -> Printed | None:
        """A day after a weekday or 'kemarin', in brackets or not."""
        into = self.words.into_bracket.match(self.text, at, self.end)
        if into is None:
            return None
        bracket = any(mark in into.group() for mark in _BRACKETS)
        if not in_weekday and not bracket:
            return None
        at = into.end()
        if at < self.end and self.text[at].isdigit():
            found = self._numeric(at, bracket=bracket) or self._day_month(at, certain=True)
        else:
            found = self._month_day(at)
        if found and bracket:
            closer = _CLOSER.match(self.text, found.end, self.end)
            found.end = closer.end() if closer else found.end
            found.enclosed = True
            found = self._with_tail(found)
        return found

    # -- numbers only ------------------------------------------------------------------------------------

    def _numeric(self, at: int, *, bracket: bool) -> Printed | None:
        """Day and month, perhaps a year, after something that makes them a date."""
        for pattern in (self.words.numeric_range, self.words.numeric):
            match = pattern.match(self.text, at, self.end)
            if match:
                break
        else:
            return None
        year = _full_year(match["year"])
        if (match["mark"] == "." and not match["year"]) or (match["mark"] in "-–" and not (bracket or year)):
            return None
        found = Printed(at, match.end(), "day", year, int(match["month"]), int(match["day"]))
        if "first_day" in match.groupdict():
            found.first_day = int(match["first_day"])
            found.first_month = int(match["first_month"]) if match["first_month"] else None
            found.first_year = int(match["first_year"]) if match["first_year"] else None
        return self._with_tail(found)

    def _bare_numeric(self, at: int) -> Printed | None:
        bracket = at > 0 and self.text[at - 1] in _BRACKETS
        found = self._numeric(at, bracket=True)
        if found is None or not (1 <= (found.month or 0) <= 12 and 1 <= (found.day or 0) <= 31):
            return None
        before = self._word_before(at)
        if before in self.words.values["named"]:
            return None
        dated = before in {"tanggal", "tgl"}
        spread = self.text[at : found.end]
        long_year = re.search(r"\d{4}", spread) is not None
        if not long_year and not dated and (not bracket or found.day == 24):  # (24/7): round the clock
            return None
        if " " in spread and not bracket and "/" not in spread:
            return None
        found.enclosed = bracket
        return found

    def _iso(self, at: int) -> Printed | None:
        match = self.words.iso.match(self.text, at, self.end)
        if match is None:
            return None
        return Printed(at, match.end(), "day", int(match["year"]), int(match["month"]), int(match["day"]))

    # -- day, month and year in words --------------------------------------------------------------------

    def _day_month(self, at: int, *, certain: bool = False) -> Printed | None:
        match = self.words.day_month.match(self.text, at, self.end)
        if match is None:
            return self._slip_month(at, certain=certain)
        name = plain(match["month"])
        kind = self.words.month_kinds[name]
        if kind in {"short", "english"} and not (match["year"] or certain or self._follows("dated", at)):
            return None
        found = Printed(at, match.end(), "day", _year_of(match), self.words.months[name], int(match["day"]))
        found.english = kind == "english"
        if match["last"]:
            found.first_day, found.day = found.day, int(match["last"])
        if (found.day or 0) > 31:
            return None
        return self._with_tail(found if match["last"] else self._to_day_month(found))

    def _to_day_month(self, first: Printed) -> Printed:
        """Joins "28 Februari" with "- 3 Maret 2019"."""
        join = self.words.join.match(self.text, first.end, self.end)
        match = self.words.day_month.match(self.text, join.end(), self.end) if join else None
        if match is None or match["last"]:
            return first
        return replace(
            first,
            end=match.end(),
            year=_year_of(match),
            month=self.words.months[plain(match["month"])],
            day=int(match["day"]),
            first_year=first.year,
            first_month=first.month,
            first_day=first.day,
        )

    def _slip_month(self, at: int, *, certain: bool) -> Printed | None:
        """A month misspelt beyond the table: only beside a year or a weekday."""
        match = self.words.slip_month.match(self.text, at, self.end)
        if match is None or not (match["year"] or certain) or int(match["day"]) > 31:
            return None
        month = nearest_month(plain(match["month"]))
        if month is None:
            return None
        return self._with_tail(Printed(at, match.end(), "day", _year_of(match), month, int(match["day"])))

    def _month_day(self, at: int) -> Printed | None:
        """English order, as in page headers: "March 4, 2025"."""
        match = self.words.month_day.match(self.text, at, self.end)
        if match is None or int(match["day"]) > 31:
            return None
        month = self.words.months[plain(match["month"])]
        return Printed(at, match.end(), "day", _year_of(match), month, int(match["day"]), english=True)

    # -- months and years --------------------------------------------------------------------------------

    def _month(self, at: int, *, certain: bool = False) -> Printed | None:
        match = self.words.month.match(self.text, at, self.end)
        if match is None:
            return None
        name = plain(match["month"])
        kind = self.words.month_kinds[name]
        found = Printed(at, match.end(), "month", _year_of(match), self.words.months[name])
        if kind not in {"short", "english"}:
            found = self._to_month(found)
        found = self._with_tail(found)
        found.english = kind == "english"
        if match["year"] is None and not certain and not self._may_stand_alone(found, kind, match):
            return None
        if found.year is None and found.end < self.end and self.text[found.end - 1] == ".":
            found.end -= 1
        self._last_month_end = found.end
        return found

    def _may_stand_alone(self, found: Printed, kind: str, match: re.Match[str]) -> bool:
        """Whether a month name without a year is a month, not the name of a person or a district."""
        at = match.start("month")
        if kind in {"short", "english"}:
            return False
        if found.is_range or found.direction or found.year_shift is not None:
            return True
        before = self._word_before(at)
        if before in self.words.values["named"]:
            return False
        if before in self.words.values["dated"] or at - self._last_month_end < 60:
            return True
        named = _CAPITALISED_NEXT.match(self.text, match.end("month")) is not None
        return kind != "place" and self.text[at].isupper() and not named

    def _to_month(self, first: Printed) -> Printed:
        join = self.words.join.match(self.text, first.end, self.end)
        part = self.words.part.match(self.text, join.end(), self.end) if join else None
        match = self.words.month.match(self.text, (part or join).end(), self.end) if join else None
        if match is None or self.words.month_kinds[plain(match["month"])] in {"short", "english"}:
            return first
        month = self.words.months[plain(match["month"])]
        return replace(
            first,
            end=match.end(),
            year=_year_of(match),
            month=month,
            first_month=first.month,
            first_year=first.year,
        )

    def _part(self, at: int) -> Printed | None:
        """ "Awal Mei", "akhir 2023", "akhir tahun lalu": a part of a month or a year."""
        match = self.words.part.match(self.text, at, self.end)
        if match is None:
            return None
        part, after = self.words.values["part"][plain(match["part"])], match.end()
        if after < self.end and self.text[after].isdigit():
            found = self._year(after, after)
        else:
            found = self._month(after, certain=True) or self._year(after, after) or self._relative(after)
            found = found or self._this_year_end(after)
        if found is None or found.unit == "day":
            return None
        return replace(found, start=at, part=part if found.unit == "year" and not found.is_range else None)

    def _this_year_end(self, at: int) -> Printed | None:
        year = re.compile(r"tahun(?!\w)", re.IGNORECASE).match(self.text, at, self.end)
        return Printed(at, year.end(), "year") if year else None

    def _year(self, at: int, digits: int) -> Printed | None:
        match = self.words.year.match(self.text, at, self.end)
        if match is None:
            return None
        bare = match.start("year") == at
        if bare and (self._follows("counting", at) or self._alone_on_line(at, match.end())):
            return None
        if bare and at and self.text[at - 1] in "-./,":
            return None
        found = Printed(at, match.end(), "year", int(match["year"]))
        last = self.words.to_year.match(self.text, found.end, self.end)
        if last and int(last["year"]) > int(match["year"]):
            found = replace(found, end=last.end(), first_year=found.year, year=int(last["year"]))
            return self._with_tail(found)
        return self._with_tail(self._division_of(found))

    def _division_of(self, year: Printed) -> Printed:
        """ "Tahun 2018 semester II": the year before its half."""
        gap = re.compile(r",?[^\S\n]").match(self.text, year.end, self.end)
        half = self._division(gap.end()) if gap else None
        if half is None or half.year or half.number is None:
            return year
        return replace(half, start=year.start, year=year.year)

    def _division(self, at: int) -> Printed | None:
        match = self.words.division.match(self.text, at, self.end)
        if match is None:
            return None
        name = plain(match["division"])
        unit = self.words.values["division"][name]
        number = int(self.words.values["ordinal"][plain(match["number"])])
        year = int(match["year"]) if match["year"] else None
        if number > (2 if unit == "semester" else 4) or (name in {"tw", "paruh"} and year is None):
            return None
        return self._with_tail(Printed(at, match.end(), unit, year, number=number))

    # -- counted from the day of speaking ----------------------------------------------------------------

    def _unit(self, at: int, word: str) -> Printed | None:
        """ "Tahun 2018", "bulan Mei", "pekan lalu", "hari ini", "pekan pertama Mei"; Minggu may be Sunday."""
        if plain(word) == "minggu" and self._is_sunday(at, word):
            return self._weekday(at, word)
        found = self._shift(at) or self._relative(at)
        if found:
            return self._core_after(found)
        unit = self.words.values["unit"][plain(word)]
        if unit == "month":
            return self._month(at)
        if unit == "year":
            return self._year(at, at)
        if unit == "week":
            ordinal = self.words.week_of.match(self.text, at, self.end)
            month = self._month(ordinal.end(), certain=True) if ordinal else None
            return replace(month, start=at) if month else None
        return None

    def _is_sunday(self, at: int, word: str) -> bool:
        """Minggu is Sunday before a date, after 'hari', and as a capitalised word inside a sentence."""
        after = at + len(word)
        if self._core(after, in_weekday=True) or self._word_before(at) == "hari":
            return True
        if word[0].islower() or self._counted_before(at):
            return False
        starts_sentence = re.search(r"(?:^|[\n.!?:][\s\"“]*)$", self.text[max(0, at - 4) : at]) is not None
        return not (starts_sentence and self._relative(at))

    def _counted_before(self, at: int) -> bool:
        before = self._word_before(at)
        return before.isdigit() or before in self.words.values["count"] or before in {"beberapa", "per", "tiap"}

    def _relative(self, at: int) -> Printed | None:
        match = self.words.relative.match(self.text, at, self.end)
        if match is None:
            return None
        unit = self.words.values["unit"][plain(match["unit"])]
        step, follows = self._step(match["direction"])
        if unit == "day" and not follows:
            return None
        return Printed(at, match.end(), unit, shift=step, follows=follows)

    def _step(self, direction: str) -> tuple[int, bool]:
        word = plain(direction)
        side = self.words.values["direction"].get(word)
        if side:
            return _DIRECTION_STEP[side], False
        return (1, False) if word == "lagi" else (_DIRECTION_STEP[self.words.values["sequence"][word]], True)

    def _counted(self, at: int) -> Printed | None:
        match = self.words.counted.match(self.text, at, self.end)
        if match is None:
            return None
        unit = self.words.values["single"].get(plain(match["single"] or "")) or self.words.values["unit"][plain(match["unit"])]
        count = match["count"] or "1"
        number = int(count) if count.isdigit() else int(self.words.values["count"][plain(count)])
        step, follows = self._step(match["direction"])
        return Printed(at, match.end(), unit, shift=number * step, follows=follows) if step else None

    def _shift(self, at: int) -> Printed | None:
        match = self.words.shift.match(self.text, at, self.end)
        if match is None:
            return None
        found = Printed(at, match.end(), "day", shift=int(self.words.values["shift"][plain(match["shift"])]))
        # "hari ini (kemarin)": the paper's own correction for the day on which it is read
        inner = self.words.shift_in_bracket.match(self.text, found.end, self.end)
        if inner:
            shift = int(self.words.values["shift"][plain(inner["shift"])])
            return replace(found, end=inner.end(), shift=shift)
        return self._core_after(found)

    def _core_after(self, found: Printed) -> Printed:
        """ "kemarin (14/5)" prints the day itself; "hari ini, Senin" its weekday."""
        core = self._core(found.end)
        if core:
            return replace(core, start=found.start, weekday=found.weekday)
        name = self.words.comma_weekday.match(self.text, found.end, self.end) if found.unit == "day" else None
        if name:
            core = self._core(name.end(), in_weekday=True)
            weekday = self.words.weekdays[plain(name["weekday"])]
            return replace(core or found, start=found.start, end=core.end if core else name.end(), weekday=weekday)
        return found

    def _with_tail(self, found: Printed) -> Printed:
        """Takes in "lalu", "ini", "tahun lalu" and the like after a date."""
        match = self.words.tail.match(self.text, found.end, self.end)
        if match is None or match.end() == found.end:
            return found
        direction = self.words.values["direction"].get(plain(match["direction"] or ""))
        year_shift = self._step(match["of_year"])[0] if match["of_year"] else None
        return replace(found, end=match.end(), direction=direction, year_shift=year_shift)


def _full_year(year: str | None) -> int | None:
    """Two digits are of this century; three or five are a slip that names no year."""
    if year is None or len(year) in {3, 5}:
        return None
    return int(year) + 2000 if len(year) == 2 else int(year)


def _year_of(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None
