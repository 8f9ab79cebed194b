"""Sentences that only say that a list follows: "Rinciannya per kecamatan sebagai berikut."."""

from __future__ import annotations

import re

from extractor.linking.sentence import SentenceView
from extractor.reading.wording import any_of, signs

# one of them stands wherever `_AHEAD` matches, also where it opens a sentence
_SIGNS = tuple(sign[1:] for sign in signs("pointing ahead"))
_AHEAD = re.compile(rf"(?<![^\W_]){any_of('pointing ahead')}(?![^\W_])", re.IGNORECASE)


def points_ahead(view: SentenceView, text: str) -> bool:
    """Whether a sentence without numbers leads over to a list."""
    if view.clusters:
        return False
    if text.endswith(":", view.start, view.end):
        return True
    if not any(map(text[view.start : view.end].__contains__, _SIGNS)):
        return False
    return _AHEAD.search(text, view.start, view.end) is not None
