"""The words that dates are made of, and the expressions made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor import data
from extractor.reading.word_tree import any_of

APOSTROPHES = "'’‘`´"
# Letters that re.IGNORECASE takes for i, s and k.
_LOOKALIKES = {0x130: "i", 0x131: "i", 0x17F: "s", 0x212A: "k"} | {ord(mark): "'" for mark in "’‘`´"}

_Words = dict[str, dict[str, str]]

# Gaps are short, so that no expression can wander through a text of blanks.
GAP = r"(?:[^\S\n]{1,3}|[^\S\n]?\n)"
_MAY = r"[^\S\n]{0,3}"
_MAY_BREAK = r"[^\S\n]{0,3}\n?[^\S\n]{0,2}"
_WORD_END = r"(?!\w)"
_LETTER_END = r"(?![^\W\d_])"
_THN = r"(?:tahun|thn\.?|th\.?)(?!\w)"
_YEAR = r"(?:19[4-9]|20[0-4])\d(?![\w%]|[.,]\d|-an\b)"
_JOIN = (
    rf"{_MAY}(?:[-–—]{{1,2}}|(?<!\w)(?:s\.?/?d\.?|sampai(?:{GAP}dengan)?|hingga)(?!\w)){_MAY}"
    rf"(?:tanggal{GAP}|bulan{GAP})?"
)
_ALSO = rf"(?:{_JOIN}|{_MAY}(?:&|(?<!\w)dan(?!\w)){_MAY})"


@dataclass(frozen=True, slots=True)
class DateWords:
    """Look-ups from a lower-case word, and compiled expressions. `anchors` names the reader of a word."""

    months: dict[str, int]
    month_kinds: dict[str, str]
    weekdays: dict[str, int]
    english: frozenset[str]
    values: _Words
    anchors: dict[str, str]
    expressions: dict[str, re.Pattern[str]]


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word as the tables hold it: lower case, its apostrophe plain, blanks single."""
    return " ".join(word.translate(_LOOKALIKES).lower().split())


def _any(words: Iterable[str]) -> str:
    """An alternation of words, the longest first; blanks match gaps, an apostrophe any of its kind."""
    tree = any_of(sorted(set(words)))
    return tree.replace(r"\ ", GAP).replace("'", f"[{APOSTROPHES}]")


def _values() -> _Words:
    values: _Words = {}
    for kind, form, *value in data.rows("indonesian/date_words.tsv"):
        values.setdefault(kind, {})[form] = value[0] if value else ""
    return values


def _anchors(values: _Words, months: Iterable[str], days: Iterable[str]) -> dict[str, str]:
    """Which reader a word calls, in each way to print it; of a phrase, its first word calls."""
    anchors = dict.fromkeys(months, "month") | dict.fromkeys(days, "weekday")
    for kind in ("part", "division", "single", "shift", "unit"):
        anchors.update((form.split()[0], kind) for form in values[kind])
    marked = {form.replace("'", mark): name for form, name in anchors.items() for mark in APOSTROPHES}
    return {
        print_: name for form, name in marked.items() for print_ in (form, form.capitalize(), form.upper())
    }


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
    anchors = _anchors(values, month_names, weekday_names)
    return DateWords(
        months={form: int(number) for form, number, _ in months},
        month_kinds={form: kind for form, _, kind in months},
        weekdays={form: int(number) for form, number, _ in weekdays},
        english=frozenset(form for form, _, language in weekdays if language == "en")
        | frozenset(form for form, _, kind in months if kind == "english"),
        values=values,
        anchors=anchors,
        expressions=_expressions(values, _any(month_names), _any(weekday_names)) | _candidates(anchors),
    )


def _expressions(words: _Words, month: str, weekday: str) -> dict[str, re.Pattern[str]]:
    """All expressions by name."""
    texts = {
        "digits": r"\d[\d/.,:–-]*",
        "join": _JOIN,
        **_numeric(),
        **_worded(words, month),
        **_parts(words, month),
        **_relative(words, weekday),
    }
    return {name: re.compile(text, re.IGNORECASE) for name, text in texts.items()}


def _candidates(anchors: Iterable[str]) -> dict[str, re.Pattern[str]]:
    """Where a date may be, in lower case: at a word of the tables, a year, or digits with marks between them."""
    word = rf"{any_of(dict.fromkeys(map(str.lower, anchors)))}(?![{APOSTROPHES}]?[^\W\d_])"
    digits = r"[0-9](?<!\d.)(?=\d?(?:[/–-]|\.\d{1,2}[/.–-])|(?<=[12])[90]\d\d)"
    return {"candidate": re.compile(f"{word}|{digits}")}


def _numeric() -> dict[str, str]:
    year = rf"(?:{_MAY}[/.–-]{_MAY}'?(?P<year>\d{{2,5}}))?"
    closed = rf"(?!\d|{_MAY}/{_MAY}\d|[.,–-]\d|{_MAY}(?:persen|%))"
    first = r"(?P<first_day>\d{1,2})(?:/(?P<first_month>\d{1,2})(?:/(?P<first_year>\d{4}))?)?"
    return {
        "numeric": rf"(?P<day>\d{{1,2}}){_MAY}(?P<mark>[/.–-]){_MAY}(?P<month>\d{{1,2}}){year}{closed}",
        "numeric_range": rf"{first}{_MAY}[–-]{_MAY}(?P<day>\d{{1,2}})(?P<mark>/)(?P<month>\d{{1,2}})"
        rf"{year}{closed}",
        "iso": r"(?P<year>20[0-4]\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d|[./-]\d)",
    }


def _worded(words: _Words, month: str) -> dict[str, str]:
    named = rf"(?P<month>{month}){_LETTER_END}"
    to_year = rf"(?:{_MAY_BREAK}[,-]?{_MAY}(?:\(?{_THN}{_MAY})?(?P<year>{_YEAR}))?"
    one_of = _any([*words["direction"], *words["sequence"]])
    start = r"(?<!\d)(?<!\d[.,/])(?P<day>\d{1,2})"
    return {
        "day_month": rf"(?P<day>\d{{1,2}})(?:{_ALSO}(?P<last>\d{{1,2}}))?{_MAY_BREAK}-?(?:bulan{GAP})?"
        rf"{named}\.?{to_year}",
        "day_before": rf"{start}(?:{_ALSO}\d{{1,2}})?{_MAY_BREAK}-?(?:bulan{GAP})?\Z",
        "slip_month": rf"(?P<day>\d{{1,2}}){GAP}(?P<month>[^\W\d_]{{4,11}}){_LETTER_END}{to_year}",
        "slip_before": rf"{start}{GAP}[^\W\d_]{{4,11}}{_MAY}\Z",
        "month_day": rf"{named}\.?{_MAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?{GAP}(?P<year>{_YEAR})",
        "month": rf"(?:bulan{GAP})?{named}\.?{to_year}",
        "tail": rf"(?:{GAP}tahun{GAP}(?P<of_year>{one_of}){_WORD_END})?"
        rf"(?:{GAP}(?P<direction>{_any(words['direction'])}){_WORD_END})?",
    }


def _parts(words: _Words, month: str) -> dict[str, str]:
    budget = rf"(?:(?:anggaran|ajaran|pelajaran|pajak){GAP})?"
    number = rf"(?:ke-?{_MAY})?(?P<number>{_any(words['ordinal'])}){_WORD_END}"
    link = rf"{_MAY}[,/(–-]?{_MAY}(?:(?:per|data|pada|bulan|hingga|posisi)(?!\w){_MAY}){{0,2}}"
    return {
        "part": rf"(?P<part>{_any(words['part'])}){GAP}(?:dari{GAP})?",
        "year": rf"(?:{_THN}{_MAY}{budget})?(?P<year>{_YEAR})",
        "year_word": r"tahun(?!\w)",
        "to_year": rf"(?:{_JOIN}|/)(?P<year>{_YEAR})",
        "counted_after": rf"{_MAY}-?{_any(words['counted'])}{_WORD_END}",
        "division": rf"(?P<division>{_any(words['division'])})\.?{_MAY}{number}"
        rf"(?:{link}(?:{month}{_LETTER_END}{_MAY})?(?:{_THN}{_MAY})?[,/(–-]?{_MAY}(?P<year>{_YEAR}))?",
        "division_after": r",?[^\S\n]",
        "week_of": rf"{_any(words['unit'])}{GAP}{_any(words['ordinal'])}{GAP}",
    }


def _relative(words: _Words, weekday: str) -> dict[str, str]:
    unit = rf"(?P<unit>{_any(words['unit'])})"
    step = rf"{GAP}(?P<direction>{_any([*words['direction'], *words['sequence'], 'lagi'])}){_WORD_END}"
    shift = rf"(?P<shift>{_any(words['shift'])}){_WORD_END}"
    named = rf"(?P<weekday>{weekday}){_LETTER_END}"
    on = rf"(?:(?:tanggal|tgl\.?)(?!\w){_MAY})?"
    return {
        "weekday": rf"{named}(?:{GAP}{_any(words['market'])}{_WORD_END})?"
        rf"(?:{GAP}{_any(words['daytime'])}{_WORD_END})?",
        "weekday_again": rf"(?:{_JOIN}|{_MAY}(?:&|,|/|(?<!\w)dan(?!\w)){_MAY})(?:hari{GAP})?"
        rf"{weekday}{_LETTER_END}",
        "weekday_after": rf",?{_MAY}{named}",
        "into_core": rf"{_MAY}[,.:]?{_MAY}{on}(?P<bracket>[(\[])?{_MAY}{on}",
        "relative": rf"{unit}{step}",
        "count_before": rf"(?<![\w.,])(?:\d{{1,3}}|{_any(words['count'])}){_MAY}-?\Z",
        "counted": rf"(?:(?P<count>\d{{1,3}}|{_any(words['count'])}){_MAY}-?{unit}"
        rf"|(?P<single>{_any(words['single'])})){step}",
        "shift": shift,
        "shift_in_bracket": rf"{_MAY}\({_MAY}{shift}{_MAY}\)",
    }
