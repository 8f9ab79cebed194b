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
    try:
        when = email.utils.parsedate_to_datetime(header)
    except (ValueError, OverflowError):  # the latter from a zone that no clock has
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=dt.UTC)
    return max(0.0, (when - dt.datetime.now(dt.UTC)).total_seconds())
