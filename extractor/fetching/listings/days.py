"""Days as listings print them, and the days and windows that a stretch of time is walked by."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

_DIRECTIVE = re.compile(r"%(-?.?)", re.DOTALL)
_MONTHS = (  # in English, as sites print them into addresses whose software is
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PARTS: dict[str, Callable[[dt.date], str]] = {
    "Y": lambda day: f"{day.year:04d}",
    "y": lambda day: f"{day.year % 100:02d}",
    "m": lambda day: f"{day.month:02d}",
    "-m": lambda day: f"{day.month}",
    "B": lambda day: _MONTHS[day.month - 1],
    "d": lambda day: f"{day.day:02d}",
    "-d": lambda day: f"{day.day}",
    "j": lambda day: f"{day.timetuple().tm_yday:03d}",
    "%": lambda _: "%",
}
_OF_A_DAY = {"d", "-d", "j"}


def printed_day(day: dt.date, form: str) -> str:
    """The day in a strftime form, the same on every platform.

    `%-d` and `%-m` are numbers without leading zero, which the C library of Windows does not know; `%B` is the
    month's English name, whatever the machine's language. Raises ValueError for other directives.

    >>> printed_day(dt.date(2018, 6, 3), "%Y-%-m-%-d")
    '2018-6-3'
    """
    return _DIRECTIVE.sub(lambda match: _part(match[1])(day), form)


def _part(directive: str) -> Callable[[dt.date], str]:
    if directive not in _PARTS:
        known = ", ".join(f"%{each}" for each in _PARTS)
        raise ValueError(f"'%{directive}' is no part of a date in an address; there are {known}")
    return _PARTS[directive]


def index_days(since: dt.date, until: dt.date, step: int, form: str) -> Iterator[dt.date]:
    """The days whose indexes cover a stretch of time, from the newest to the oldest.

    An index of `step` days may name its first or its last: both kinds are covered. Where the form names no day,
    each month or year comes once.
    """
    if since > until:
        return
    if _OF_A_DAY.isdisjoint(_DIRECTIVE.findall(form)):
        step = 1
    last = None
    for ordinal in range(until.toordinal(), since.toordinal() - step, -step):
        day = dt.date.fromordinal(max(ordinal, 1))
        printed = printed_day(day, form)
        if printed != last:
            yield day
        last = printed


def windows(since: dt.date, until: dt.date, days: int) -> Iterator[tuple[dt.date, dt.date]]:
    """Stretches of so many days, first and last day, from the newest to the oldest; the oldest may be shorter."""
    for last in range(until.toordinal(), since.toordinal() - 1, -days):
        first = max(last - days + 1, since.toordinal())
        yield dt.date.fromordinal(first), dt.date.fromordinal(last)
