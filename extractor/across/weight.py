"""How heavily a clash between articles weighs."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.across.telling import Count
from extractor.report import Severity

_SURE = 0.79  # the grade of a figure that its own words link
_NAMED = ("text", "anaphora")


def severity(counts: Iterable[Count]) -> Severity:
    """A warning where every count is linked and placed by the article's own words, else a note."""
    return "warning" if all(_certain(count) for count in counts) else "note"


def _certain(count: Count) -> bool:
    sure = count.figure.sure
    return (sure is None or sure >= _SURE) and count.place.source in _NAMED
