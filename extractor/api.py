"""The functions that people call: one article, one number, one date, one place."""

from __future__ import annotations

import datetime as dt
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.reading.dates import parse_period
from extractor.reading.places import resolve_place
from extractor.reading.quantities import parse_quantity
from extractor.report import Period, Report

if TYPE_CHECKING:
    from extractor.engine import Extractor

__all__ = ["extract", "parse_period", "parse_quantity", "resolve_place"]


_FILE_NAME = re.compile(r"[^\s<>]{1,1000}\.(?:txt|html?)", re.IGNORECASE)


@cache
def _extractor(today: dt.date) -> Extractor:
    from extractor.engine import Extractor  # noqa: PLC0415 - reading waits until there is a text

    return Extractor(today)


def extract(
    article: str | bytes | os.PathLike[str],
    *,
    source: str | None = None,
    published: Period | dt.date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    today: dt.date | None = None,
) -> Report:
    """The report of one article.

    `article` is text or HTML as str, the bytes of either, or a path: a `pathlib.Path`, or a str of one word that
    ends in .txt, .html or .htm (no other str is ever opened, so text from the web can't name a
    file). `published` may be a date or "2024-01-16". `today` bounds the years that a date without year can have.
    Raises `UnreadableInput` when there is no article to read, OSError when the file can't be opened, ValueError
    when `published` is no date.
    """
    name = source
    data: str | bytes
    if isinstance(article, bytes) or (isinstance(article, str) and not _FILE_NAME.fullmatch(article)):
        data = article
    else:
        data = Path(article).read_bytes()
        name = name or os.fspath(article)
    reader = _extractor(today or dt.date.today())
    return reader.read(data, source=name or "<text>", published=published, outlet=outlet, url=url)
