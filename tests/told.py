"""What a text tells, as short rows: helpers of the tests of linking."""

from __future__ import annotations

import datetime as dt

from extractor import extract
from extractor.report import Figure

TODAY = dt.date(2026, 1, 1)


def _figures(text: str) -> list[Figure]:
    return [f for f in extract(text, today=TODAY).figures if f.indicator != "other"]


def counted(text: str) -> list[tuple[str, str]]:
    """Each figure as printed, and what it counts."""
    return [(f.span.text, f.indicator) for f in _figures(text)]


def placed(text: str) -> list[tuple[str, str | None]]:
    """Each figure as printed, and the name of its place."""
    return [(f.span.text, f.place.name if f.place else None) for f in _figures(text)]
