"""What a web address tells of an article: its outlet and often its day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from urllib.parse import urlsplit

from extractor.report import Period

_YEAR = r"((?:19|20)\d\d)"
_DAY = re.compile(rf"/{_YEAR}([/-])(\d{{1,2}})\2(\d{{1,2}})(?=[/-]|$)|/{_YEAR}(\d\d)(\d\d)(?=[/-]|$)")
_MONTH = re.compile(rf"/{_YEAR}/(\d\d)(?=/|$)")
_MIRRORS = ("www.", "m.", "amp.")  # hosts under which an outlet repeats its own articles


def _split(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
    except ValueError:  # a malformed address ("http://[")
        return "", ""
    return host, parts.path


def day_period(year: int, month: int, day: int, source: str) -> Period | None:
    """The Period of one day, or None where no calendar has it. `source` is "metadata" or "url"."""
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    return Period.model_validate({"start": date, "end": date, "precision": "day", "source": source})


def published_from_url(url: str) -> Period | None:
    """The day or month in the path of an article's address, or None.

    >>> published_from_url("https://contoh.id/2018/09/18/rekam/").start
    datetime.date(2018, 9, 18)
    """
    path = _split(url)[1]
    match = _DAY.search(path)
    if match:
        year, month, day = (int(part) for part in match.group(*((1, 3, 4) if match[1] else (5, 6, 7))))
        period = day_period(year, month, day, "url")
        if period is not None:
            return period
    match = _MONTH.search(path)
    if not match or not 1 <= int(match[2]) <= 12:
        return None
    year, month = int(match[1]), int(match[2])
    last = calendar.monthrange(year, month)[1]
    return Period(
        start=dt.date(year, month, 1), end=dt.date(year, month, last), precision="month", source="url"
    )


def outlet_from_url(url: str) -> str | None:
    """The host that prints the article, without "www." and the like: "jateng.tribunnews.com"; or None."""
    host = _split(url)[0].rstrip(".")
    for prefix in _MIRRORS:
        if host.startswith(prefix) and host.count(".") >= 2:
            return host[len(prefix) :]
    return host if "." in host else None
