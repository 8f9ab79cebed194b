"""Little articles with marked figures: `{4.183|unrecorded}` is a figure, its tags tell what linking would.

Tags after the indicator: `@33.20` its place, `2024-06` or `2024-01-16` the date that the text gives it, `~` a
hedge, `#1` a series, `sub` a subgroup, `disputed`, `low`/`high` a range end, `sure=0.4`, `base=target`,
`whole=1` (the figure's number in the article, from 1), `guess` a place from the dateline. The place is 33.19
unless told.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from fractions import Fraction

from extractor.checking import check
from extractor.linking.figures import LinkedFigure
from extractor.reading.mentions import DateMention, QuantityMention
from extractor.report import Finding, Period, Place

_MARK = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")
_SCALES = {"ribu": 1000, "juta": 1_000_000}


def quantity(printed: str, *, percent: bool, hedged: bool, start: int) -> QuantityMention:
    """The printed number with one unit of its last digit either way, exact where it has all digits."""
    number, _, scale_word = printed.partition(" ")
    scale = _SCALES.get(scale_word, 1)
    whole, _, decimals = number.partition(",")
    value = Fraction(int(whole.replace(".", "") + decimals), 10 ** len(decimals)) * scale
    step = Fraction(scale, 10 ** len(decimals)) if percent or scale > 1 else Fraction(0)
    if not percent and scale == 1 and value and value % 1000 == 0:
        step = Fraction(10 ** (len(str(int(value))) - len(str(int(value)).rstrip("0"))))
    numbers = (value, max(value - step, Fraction(0)), value + step)
    low_high = numbers if percent else tuple(int(n) for n in numbers)
    unit = "percent" if percent else "persons"
    approximate = hedged or scale > 1
    return QuantityMention(start, start + len(printed), *low_high, unit, approximate, decimals=len(decimals))


def period(tag: str) -> Period:
    """The period of a date tag."""
    parts = [int(part) for part in tag.split("-")]
    if len(parts) == 3:
        day = dt.date(*parts)
        return Period(start=day, end=day, precision="day", source="text")
    year, month = parts[0], parts[1] if len(parts) == 2 else 0
    last = calendar.monthrange(year, month or 12)[1]
    start, end = dt.date(year, month or 1, 1), dt.date(year, month or 12, last)
    return Period(start=start, end=end, precision="month" if month else "year", source="text")


def figures(marked: str) -> tuple[str, list[LinkedFigure]]:
    """The text without marks, and its figures."""
    text, made, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        made.append((len(text), mark[1], mark[2].split()))
        text += mark[1]
        at = mark.end()
    text += marked[at:]
    return text, [_figure(text, n, *parts) for n, parts in enumerate(made, start=1)]


def _figure(text: str, number: int, start: int, printed: str, tags: list[str]) -> LinkedFigure:
    indicator, rest = tags[0], tags[1:]
    of = dict(tag.split("=") for tag in rest if "=" in tag)
    code = next((tag[1:] for tag in rest if tag[0] == "@"), "33.19")
    dates = [tag for tag in rest if re.fullmatch(r"\d{4}(-\d\d){0,2}", tag)]
    figure = LinkedFigure(
        id=f"f{number}",
        indicator=indicator.rstrip("%"),
        quantity=quantity(printed, percent=indicator.endswith("%"), hedged="~" in rest, start=start),
        place=Place(code=code, name=code, level="regency", source="dateline" if "guess" in rest else "text"),
        as_of=period(dates[0]) if dates else None,
        sentence=_sentence(text, start),
        paragraph=text.count("\n", 0, start),
        section=("title", "lead")[text.count("\n", 0, start)] if text.count("\n", 0, start) < 2 else "body",
        construction="marked",
        sure=float(of["sure"]) if "sure" in of else None,
        whole=f"f{of['whole']}" if "whole" in of else None,
        series=next((int(tag[1:]) for tag in rest if tag[0] == "#"), None),
        subgroup="sub" if "sub" in rest else None,
        disputed="disputed" in rest,
        base=of.get("base"),
    )
    figure.quantity.range = next((tag for tag in rest if tag in ("low", "high")), None)
    return figure


def _sentence(text: str, at: int) -> tuple[int, int]:
    ends = [m.end() for m in re.finditer(r"[.!?](?= )|\n", text)]
    return max([0, *(e for e in ends if e <= at)]), min([*(e for e in ends if e > at), len(text)])


def findings(marked: str, spoken: dt.date | None = None, lang: str = "en") -> list[Finding]:
    """What checking says of a marked article; `spoken` is its day of speaking."""
    text, made = figures(marked)
    dates = [DateMention(0, 0, spoken, spoken, "day", "statement")] if spoken else []
    return check(made, dates=dates, quantities=[], text=text, text_sha256="0" * 64, lang=lang).findings
