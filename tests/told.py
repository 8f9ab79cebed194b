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


def located(text: str) -> list[tuple[str, str, str | None]]:
    """Each figure as printed, what it counts, and the name of its place."""
    return [(f.span.text, f.indicator, f.place.name if f.place else None) for f in _figures(text)]


def dated(text: str) -> list[tuple[str, str | None]]:
    """Each figure as printed, and the first day of its as-of date."""
    starts = [(f.span.text, f.as_of.start if f.as_of else None) for f in _figures(text)]
    return [(printed, start.isoformat() if start else None) for printed, start in starts]
