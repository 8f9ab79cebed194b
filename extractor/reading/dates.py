"""Reads the dates and periods of an Indonesian news text.

`find_dates` reads a text, `parse_period` one date alone. Days come before months in all numeric dates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractor.reading.beginnings import beginnings
from extractor.reading.date_completion import (
    Dated,
    complete,
    evidence_of_time,
    printed_period,
    shift_period,
    speaking_days,
)
from extractor.reading.date_periods import (
    Period,
    Printed,
    fits_weekday,
    fitting_dates,
    is_impossible,
    month_period,
)
from extractor.reading.date_roles import role_of
from extractor.reading.date_shapes import find_printed
from extractor.reading.mentions import DateMention
from extractor.reading.tokens import read_tokens
from extractor.report import DateRange
from extractor.report import Period as ReportPeriod

__all__ = ["find_dates", "fitting_dates", "parse_period"]

_BASE_REACH = 8  # dates back in which "setahun kemudian" looks for the date that it counts from
_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def find_dates(
    text: str,
    *,
    published: tuple[dt.date, dt.date] | None = None,
    today: dt.date,
    blocks: Sequence[tuple[int, int]] | None = None,
    starts: Sequence[int] | None = None,
) -> list[DateMention]:
    """The dates of a text, in text order, none overlapping.

    A day and month without a year, and "Jumat lalu" and its kin, are completed from `published` (first and
    last day on which the article may have appeared), else from the day of speaking that the text prints,
    else from its other full dates. Where only the weekday limits the year, `candidates` holds the fitting
    days from 2011 to `today`, and `first` and `last` are None. `blocks` are the extents to read, all of the
    text by default; no date crosses from one into the next. `starts`: where dates may begin, as `beginnings`
    finds them in the text.
    """
    if starts is None:
        starts = beginnings(read_tokens(text)).dates
    found = find_printed(text, [(0, len(text))] if blocks is None else sorted(blocks), starts)
    dates: list[Dated] = [(printed, role_of(printed, text, *block)) for printed, block in found]
    spoken = speaking_days(dates, published, today)
    loose = evidence_of_time(dates) if not spoken else None
    mentions: list[DateMention] = []
    for (printed, role), (_, block) in zip(dates, found, strict=True):
        mention = _mention(printed, role, spoken, loose, mentions[-_BASE_REACH:])
        if role == "deadline" and spoken and mention.last and mention.last < spoken[0][0]:
            mention.role = role_of(printed, text, *block, over=True)
        mentions.append(mention)
    return mentions


def _mention(
    printed: Printed, role: str, spoken: list[Period], loose: Period | None, earlier: list[DateMention]
) -> DateMention:
    """One printed date with the periods that it may mean."""
    mention = DateMention(
        start=printed.start,
        end=printed.end,
        first=None,
        last=None,
        precision=printed.precision,
        role=role,
        weekday=printed.weekday,
    )
    exact = printed_period(printed)
    if exact is None and is_impossible(printed):
        mention.impossible = True
        if printed.year and printed.month and 1 <= printed.month <= 12:  # its month is as good as printed
            mention.first, mention.last = month_period(printed.year, printed.month)
            mention.precision = "month"
        return mention
    if exact and printed.unit == "day" and printed.weekday is not None:
        mention.weekday_fits = fits_weekday(printed, exact)
    periods = [exact] if exact else _readings(printed, role, spoken, loose, earlier)
    if len(periods) == 1:
        mention.first, mention.last = periods[0]
    else:
        mention.candidates = periods
    return mention


def _readings(
    printed: Printed, role: str, spoken: list[Period], loose: Period | None, earlier: list[DateMention]
) -> list[Period]:
    """The periods that a date without a year may mean, each once, in the order of the days of speaking."""
    if printed.follows:
        base = _date_before(earlier)
        shifted = [shift_period(printed, first) for first, _ in base]
        if base:
            return [period for period in dict.fromkeys(shifted) if period]
    found = [period for now in spoken for period in complete(printed, role, now)]
    if loose:
        found = complete(printed, role, loose, loose=True)
    return list(dict.fromkeys(found))


def _date_before(earlier: list[DateMention]) -> list[Period]:
    """The periods of the last date that the text has given for its figures or its talk."""
    for mention in reversed(earlier):
        if mention.role in {"as_of", "plain", "statement"}:
            if mention.first and mention.last:
                return [(mention.first, mention.last)]
            if mention.candidates:
                return mention.candidates
    return []


def parse_period(
    text: str, *, published: dt.date | str | None = None, today: dt.date | str | None = None
) -> ReportPeriod | None:
    """The first date of `text` as a period of the report, or None where there is none to read.

    `published` is the day (or "2018-08", or "2018") on which the text appeared, `today` the last day that is
    tried where nothing but a weekday limits the year; without it, this day. A weekday with its date is the
    day of speaking (source "statement"), anything else is "text". Raises ValueError for a `published` or
    `today` that is no date.
    """
    known = None if published is None else _as_period(published, "published")
    last = dt.date.today() if today is None else _as_period(today, "today")[1]
    mentions = find_dates(text, published=known, today=last)
    if not mentions:
        return None
    mention = mentions[0]
    if mention.impossible:
        return None  # a day that no calendar has
    return ReportPeriod.model_validate(
        {
            "start": mention.first,
            "end": mention.last,
            "precision": mention.precision,
            "source": "statement" if mention.role == "statement" and mention.weekday is not None else "text",
            "candidates": [DateRange(start=first, end=end) for first, end in mention.candidates],
        }
    )


def _as_period(value: dt.date | str, name: str) -> Period:
    """A day, or the year, month or day of an ISO string, as first and last day."""
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return value, value
    match = _PUBLISHED.fullmatch(value)
    year, month, day = (int(part) if part else None for part in match.groups()) if match else (None,) * 3
    try:
        first = dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        raise ValueError(f"{name} must be a date such as 2018-08-28, 2018-08 or 2018: {value!r}") from None
    if day:
        return first, first
    return month_period(first.year, first.month, None if month else 12)
