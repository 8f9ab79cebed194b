"""Words that point back to a place told before: "di sana", "kecamatan itu", "wajib KTP-nya"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.linking.sentence import SentenceView
from extractor.reading.places import level_of
from extractor.reading.wording import any_of, phrases, signs


def points_back(view: SentenceView, text: str) -> bool:
    """Whether the sentence goes on about the place of the one before: "di sana", "wajib KTP-nya"."""
    if points_there(view, text):
        return True
    return "nya" in view.lower and _NYA.search(text, view.start, view.end) is not None


_NYA = re.compile(rf"{any_of('things of a place')}-?nya(?![^\W_])", re.IGNORECASE)


def points_there(view: SentenceView, text: str) -> bool:
    """Whether the sentence says "di sana", "kecamatan itu" or the like."""
    sentence = text[view.start : view.end]
    if not any(map(sentence.__contains__, _POINTING)):
        return False
    return _THERE.search(text, view.start, view.end) is not None


_POINTING = signs("there", "that", "this", "local", "ours")  # one of them stands wherever `_THERE` matches
_THERE = re.compile(
    rf"(?<![^\W_])(?:di\s+{any_of('there')}|{any_of('regency', 'province', 'district', 'area')}"
    rf"(?:\s+yang(?:\s+[^\W\d]+){{6,10}}?|(?:\s+[^\W\d]+){{0,6}}?)\s+{any_of('that', 'this')}"
    rf"|{any_of('local')}|{any_of('people of a place')}\s+{any_of('ours')})(?![^\W_])",
    re.IGNORECASE,
)


def of_other_kind(view: SentenceView, codes: Iterable[str], text: str) -> bool:
    """Whether the sentence points back to a unit of another kind: "kabupaten itu" after a province."""
    match = _KIND_BACK.search(text, view.start, view.end)
    return match is not None and all(level_of(code) != _LEVELS[match[1].lower()] for code in codes)


_KIND_BACK = re.compile(
    rf"(?<![^\W_])({any_of('regency', 'province', 'district')})\s+{any_of('that', 'this', 'local')}(?![^\W_])",
    re.IGNORECASE,
)
_LEVELS = {word: level for level in ("regency", "province", "district") for word in phrases(level)}
