"""Dates that a caller gives, as periods of the report."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from extractor.report import Period

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def as_published(given: Period | dt.date | str | None) -> Period | None:
    """The day, month or year of publication that a caller names.

    Raises ValueError for a string that is not "2024-01-16", "2024-01" or "2024".
    """
    if given is None or isinstance(given, Period):
        return given
    if isinstance(given, dt.date):
        day = given.date() if isinstance(given, dt.datetime) else given
        return Period(start=day, end=day, precision="day", source="argument")
    match = _ISO.fullmatch(given.strip())
    problem = f"not a date of publication: {given!r} (write 2024-01-16, 2024-01 or 2024)"
    if match is None:
        raise ValueError(problem)
    year, month, day_number = (int(part) if part else None for part in match.groups())
    try:
        first = dt.date(year or 0, month or 1, day_number or 1)
    except ValueError as error:
        raise ValueError(problem) from error
    if day_number:
        return Period(start=first, end=first, precision="day", source="argument")
    last_month = month or 12
    last = dt.date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])
    return Period(start=first, end=last, precision="month" if month else "year", source="argument")
