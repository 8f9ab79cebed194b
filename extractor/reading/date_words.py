"""The words that dates are made of, and the expressions made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extractor import data

_APOSTROPHES = "'’‘`´"
_IGNORE = re.IGNORECASE

# Gaps are short, so that no expression can wander through a text of blanks.
GAP = r"(?:[^\S\n]{1,3}|[^\S\n]?\n)"
_MAY = r"[^\S\n]{0,3}"
_MAY_BREAK = r"[^\S\n]{0,3}\n?[^\S\n]{0,2}"
_WORD_END = r"(?!\w)"
_LETTER_END = r"(?![^\W\d_])"
_JOIN = (
    rf"{_MAY}(?:[-–—]{{1,2}}|(?<!\w)(?:s\.?/?d\.?|sampai(?:{GAP}dengan)?|hingga)(?!\w)){_MAY}(?:tanggal{GAP}|bulan{GAP})?"
)
_ALSO = rf"(?:{_JOIN}|{_MAY}(?:&|(?<!\w)dan(?!\w)){_MAY})"


@dataclass(frozen=True, slots=True)
class DateWords:
    """Look-ups from a lower-case word, and compiled expressions. `anchors` names the reader of a word."""

    months: dict[str, int]
    month_kinds: dict[str, str]
    weekdays: dict[str, int]
    english: frozenset[str]
    values: dict[str, dict[str, str]]
    anchors: dict[str, str]
    token: re.Pattern[str]
    weekday: re.Pattern[str]
    weekday_again: re.Pattern[str]
    into_bracket: re.Pattern[str]
    day_month: re.Pattern[str]
    slip_month: re.Pattern[str]
    month_day: re.Pattern[str]
    numeric: re.Pattern[str]
    numeric_range: re.Pattern[str]
    iso: re.Pattern[str]
    month: re.Pattern[str]
    join: re.Pattern[str]
    part: re.Pattern[str]
    year: re.Pattern[str]
    to_year: re.Pattern[str]
    division: re.Pattern[str]
    relative: re.Pattern[str]
    counted: re.Pattern[str]
    shift: re.Pattern[str]
    shift_in_bracket: re.Pattern[str]
    comma_weekday: re.Pattern[str]
    week_of: re.Pattern[str]
    tail: re.Pattern[str]


def plain(word: str) -> str:
    """A word as the tables hold it: lower case, its apostrophe plain, blanks single."""
    word = word.lower()
    for mark in _APOSTROPHES:
        word = word.replace(mark, "'")
    return " ".join(word.split())


def _any(words: Iterable[str]) -> str:
    """An alternation of words, the longest first; blanks match gaps, an apostrophe any of its kind."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    escaped = (re.escape(word).replace(r"\ ", GAP).replace("'", f"[{_APOSTROPHES}]") for word in longest)
    return "(?:" + "|".join(escaped) + ")"


def _values() -> dict[str, dict[str, str]]:
    values: dict[str, dict[str, str]] = {}
    for kind, form, *value in data.rows("indonesian/date_words.tsv"):
        values.setdefault(kind, {})[form] = value[0] if value else ""
    return values


def _anchors(values: dict[str, dict[str, str]], months: Iterable[str], weekdays: Iterable[str]) -> dict[str, str]:
    """Which reader a word calls; of a phrase, its first word calls."""
    anchors = dict.fromkeys(months, "month") | dict.fromkeys(weekdays, "weekday")
    for kind in ("part", "division", "count", "single", "shift"):
        reader = "relative" if kind in {"count", "single", "shift"} else kind
        anchors.update((form.split()[0], reader) for form in values[kind])
    anchors.update((form, "unit") for form in values["unit"])
    return anchors


@cache
def nearest_month(word: str) -> int | None:
    """The month that a misspelt word means: one slip away, two in a long name; None where none is."""
    for form, month in date_words().months.items():
        if len(form) >= 5 and _slips(word, form) <= (2 if len(form) >= 7 else 1):
            return month
    return None


def _slips(word: str, name: str) -> int:
    """Letters dropped, added, changed or swapped with their neighbour between two words."""
    before: list[int] = []
    row = list(range(len(name) + 1))
    for i, letter in enumerate(word, 1):
        oldest, before, row = before, row, [i] + [0] * len(name)
        for j, other in enumerate(name, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == name[j - 2] and word[i - 2] == other:
                row[j] = min(row[j], oldest[j - 2] + 1)
    return row[-1]


@cache
def date_words() -> DateWords:
    """The tables of `patterns/indonesian/` and the expressions made of them, built at the first call."""
    months = data.rows("indonesian/months.tsv")
    weekdays = data.rows("indonesian/weekdays.tsv")
    values = _values()
    month_names = [form for form, _, _ in months]
    weekday_names = [form for form, _, _ in weekdays]
    return DateWords(
        months={form: int(number) for form, number, _ in months},
        month_kinds={form: kind for form, _, kind in months},
        weekdays={form: int(number) for form, number, _ in weekdays},
        english=frozenset(form for form, _, language in weekdays if language == "en")
        | frozenset(form for form, _, kind in months if kind == "english"),
        values=values,
        anchors=_anchors(values, month_names, weekday_names),
        **_expressions(values, _any(month_names), _any(weekday_names)),
    )


def _expressions(values: dict[str, dict[str, str]], month: str, weekday: str) -> dict[str, re.Pattern[str]]:
    unit = _any(values["unit"])
    direction = _any(values["direction"])
    sequence = _any([*values["direction"], *values["sequence"], "lagi"])
    not_counted = rf"(?!{_MAY}{_any(values['counted'])}{_WORD_END})"
    year = rf"(?:19[4-9]|20[0-4])\d(?![\w%]|[.,]\d|-?an\b){not_counted}"
    thn = rf"(?:tahun|thn\.?|th\.?)(?!\w){_MAY}"
    to_year = rf"(?:{_MAY_BREAK}[,-]?{_MAY}(?:\(?{thn})?(?P<year>{year}))?"
    tail = (
        rf"(?:{GAP}tahun{GAP}(?P<of_year>{_any([*values['direction'], *values['sequence']])}){_WORD_END})?"
        rf"(?:{GAP}(?P<direction>{direction}){_WORD_END})?"
    )
    ordinal = rf"(?P<number>{_any(values['ordinal'])}){_WORD_END}"
    division = rf"(?P<division>{_any(values['division'])})\.?{_MAY}(?:ke-?{_MAY})?{ordinal}"
    numeric_year = (
        rf"(?:{_MAY}[/.–-]{_MAY}'?(?P<year>\d{{2,5}}))?(?!\d|{_MAY}/{_MAY}\d|[.,–-]\d|{_MAY}(?:persen|%))"
    )
    number = rf"(?P<count>\d{{1,3}}|{_any(values['count'])})"
    shift = rf"(?P<shift>{_any(values['shift'])}){_WORD_END}"
    texts = {
        "token": rf"\d[\d/.,:–-]*|[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)?",
        "weekday": rf"(?P<weekday>{weekday}){_LETTER_END}(?:{GAP}{_any(values['market'])}{_WORD_END})?"
        rf"(?:{GAP}{_any(values['daytime'])}{_WORD_END})?",
        "weekday_again": rf"(?:{_JOIN}|{_MAY}(?:&|,|/|(?<!\w)dan(?!\w)){_MAY})(?:hari{GAP})?{weekday}{_LETTER_END}",
        "into_bracket": rf"{_MAY}[,.:]?{_MAY}(?:(?:tanggal|tgl\.?)(?!\w){_MAY})?[(\[]?{_MAY}(?:(?:tanggal|tgl\.?)(?!\w){_MAY})?",
        "day_month": rf"(?P<day>\d{{1,2}})(?:{_ALSO}(?P<last>\d{{1,2}}))?{_MAY_BREAK}-?(?:bulan{GAP})?"
        rf"(?P<month>{month}){_LETTER_END}\.?{to_year}",
        "slip_month": rf"(?P<day>\d{{1,2}}){GAP}(?P<month>[^\W\d_]{{4,11}}){_LETTER_END}{to_year}",
        "month_day": rf"(?P<month>{month}){_LETTER_END}\.?{_MAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?{GAP}(?P<year>{year})",
        "numeric": rf"(?P<day>\d{{1,2}}){_MAY}(?P<mark>[/.–-]){_MAY}(?P<month>\d{{1,2}}){numeric_year}",
        "numeric_range": rf"(?P<first_day>\d{{1,2}})(?:/(?P<first_month>\d{{1,2}})(?:/(?P<first_year>\d{{4}}))?)?{_MAY}[–-]{_MAY}"
        rf"(?P<day>\d{{1,2}})(?P<mark>/)(?P<month>\d{{1,2}}){numeric_year}",
        "iso": r"(?P<year>20[0-4]\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d|[./-]\d)",
        "month": rf"(?:bulan{GAP})?(?P<month>{month}){_LETTER_END}\.?{to_year}",
        "part": rf"(?P<part>{_any(values['part'])}){GAP}(?:dari{GAP})?",
        "year": rf"(?:(?:tahun|thn\.?)(?!\w){_MAY}(?:(?:anggaran|ajaran|pelajaran|pajak){GAP})?)?(?P<year>{year})",
        "to_year": rf"(?:{_JOIN}|/)(?P<year>{year})",
        "division": rf"{division}(?:{_MAY}[,/(–-]?{_MAY}(?:(?:per|data|pada|bulan|hingga|posisi)(?!\w){_MAY}){{0,2}}"
        rf"(?:{month}{_LETTER_END}{_MAY})?(?:{thn})?[,/(–-]?{_MAY}(?P<year>{year}))?",
        "relative": rf"(?P<unit>{unit}){GAP}(?P<direction>{sequence}){_WORD_END}",
        "counted": rf"(?:{number}{_MAY}-?(?P<unit>{unit})|(?P<single>{_any(values['single'])})){GAP}"
        rf"(?P<direction>{sequence}){_WORD_END}",
        "shift": shift,
        "shift_in_bracket": rf"{_MAY}\({_MAY}{shift}{_MAY}\)",
        "comma_weekday": rf",?{_MAY}(?P<weekday>{weekday}){_LETTER_END}",
        "week_of": rf"{unit}{GAP}{_any(values['ordinal'])}{GAP}",
        "join": _JOIN,
        "tail": tail,
    }
    return {name: re.compile(text, _IGNORE) for name, text in texts.items()}
