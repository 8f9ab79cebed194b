"""What a text tells of a date: a day or a span, the days it may mean, the day on which somebody spoke."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple, cast

from extractor.article import Article
from extractor.reading.mentions import DateMention
from extractor.reading.pipeline import Reading
from extractor.report import DateRange, Period, PeriodSource, Precision


class Told(NamedTuple):
    """What the text tells of a date or period: equal ones are one, wherever they are printed."""

    first: dt.date | None
    last: dt.date | None
    precision: str
    candidates: tuple[tuple[dt.date, dt.date], ...]


def told_by(date: DateMention) -> Told | None:
    """What a date mention tells; None when nothing is known of it."""
    if date.first is not None:
        return Told(date.first, date.last, date.precision, ())
    return Told(None, date.last, date.precision, tuple(date.candidates)) if date.candidates else None


@lru_cache(maxsize=1024)
def as_period(told: Told, source: PeriodSource) -> Period:
    """A date as the report shows it: one object for equal ones, nothing changes it once it is made."""
    return Period(
        start=told.first,
        end=told.last,
        precision=cast(Precision, told.precision),
        source=source,
        candidates=[DateRange(start=a, end=b) for a, b in told.candidates],
    )


def finest(dates: Collection[Told]) -> Told | None:
    """The one date that all others contain ("30 April 2018" and "akhir April"), or None."""
    if len(dates) < 2:
        return next(iter(dates), None)
    if any(told.first is None or told.last is None for told in dates):
        return None
    narrowest = min(dates, key=lambda told: (told.last or dt.date.max) - (told.first or dt.date.min))
    return narrowest if all(_contains(told, narrowest) for told in dates) else None


def _contains(one: Told, other: Told) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.first and other.last <= one.last


def spoken(reading: Reading, article: Article) -> Period | None:
    """The first day of speaking that the text gives, else the day of publication."""
    for date in reading.dates:
        if date.role == "statement" and not date.impossible and date.weekday_fits is not False:
            told = told_by(date)
            if told is not None:
                return as_period(told, "statement")
    published = article.published
    if published is None or published.start is None:
        return None
    return Period(start=published.start, end=published.end, precision=published.precision, source="published")
