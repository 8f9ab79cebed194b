"""Time stamps of feeds, sitemaps and WordPress: the day they print, and the moment they mean."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

# ISO 8601 as the W3C's note on dates has it, which sitemaps and Atom follow; a blank for the T is common
_ISO = re.compile(
    r"\s*(\d{4})-(\d\d?)-(\d\d?)"
    r"(?:[T ]\s*(\d\d?):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(?:(Z|UTC|GMT)|([+-])(\d\d):?(\d\d)?)?)?(?!\d)",
    re.ASCII | re.IGNORECASE,
)
_LONGEST = 100  # characters
_FIRST_MIDNIGHT = dt.timezone(dt.timedelta(hours=9))  # days begin in the east of Indonesia, at +09:00


@dataclass(frozen=True, slots=True)
class Stamp:
    """The day as printed; the moment, in UTC where no zone is printed; whether UTC is printed."""

    day: dt.date
    moment: dt.datetime
    in_utc: bool

    def day_in(self, zone: dt.tzinfo | None) -> dt.date:
        """The day as printed; of a stamp printed in UTC, as WordPress feeds do, its day in the zone if given."""
        return self.moment.astimezone(zone).date() if self.in_utc and zone is not None else self.day

    def before(self, day: dt.date | None) -> bool:
        """Whether the moment lies before the day began anywhere in Indonesia; never where there is no day."""
        return day is not None and self.moment < dt.datetime.combine(day, dt.time(), _FIRST_MIDNIGHT)


def stamp_of(text: str | None) -> Stamp | None:
    """The stamp in a text, of ISO 8601 or RFC 822 form; None where it gives no day of the calendar.

    >>> stamp_of("Sat, 30 Jun 2018 00:30:00 +0700").day
    datetime.date(2018, 6, 30)
    """
    if not text or len(text) > _LONGEST:
        return None
    try:
        printed = _iso(text) or parsedate_to_datetime(text)
        moment = printed if printed.tzinfo else printed.replace(tzinfo=dt.UTC)
        return Stamp(printed.date(), moment.astimezone(dt.UTC), printed.utcoffset() == dt.timedelta())
    except (ValueError, TypeError, IndexError, OverflowError):  # all of them from dates no calendar has
        return None


def _iso(text: str) -> dt.datetime | None:
    match = _ISO.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.group(1, 2, 3, 4, 5, 6))
    zone = dt.UTC if match[7] else _offset(match) if match[8] else None
    return dt.datetime(year, month, day, hour, minute, second, tzinfo=zone)


def _offset(match: re.Match[str]) -> dt.timezone:
    offset = dt.timedelta(hours=int(match[9]), minutes=int(match[10] or 0))
    return dt.timezone(-offset if match[8] == "-" else offset)
