"""When a host wants to be asked again."""

from __future__ import annotations

import datetime as dt
import email.utils


def seconds_of(header: str | None) -> float | None:
    """The seconds in a Retry-After header, which holds a number or a date (RFC 9110, section 10.2.3)."""
    if not header:
        return None
    if header.strip().isdecimal():
        return float(header)
    when = parsed_date(header)
    return max(0.0, (when - dt.datetime.now(dt.UTC)).total_seconds()) if when is not None else None


def parsed_date(header: str) -> dt.datetime | None:
    """The moment in a header; None where it holds none."""
    try:
        when = email.utils.parsedate_to_datetime(header)
        return when.astimezone(dt.UTC) if when.tzinfo is not None else when.replace(tzinfo=dt.UTC)
    except (ValueError, OverflowError):  # the latter from a zone or year that no clock has
        return None
