"""Who is quoted: the speaker that a sentence names, or the one before where it only says "katanya"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extractor.data import rows
from extractor.linking.sentence import SentenceView

_NAME = r"[A-Z][^\s,;:“”\"()]*(?:\s+(?:(?:dan|di)\s+)?(?:[A-Z][^\s,;:“”\"()]*|\([A-Z][^)\s]{1,30}\))){0,16}"
_LONGEST = 200


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words: dict[str, list[str]] = {"before": [], "after": [], "again": []}
    for kind, verb in rows("indonesian/speech.tsv"):
        words[kind].append(verb)

    def any_of(kind: str) -> str:
        return "|".join(sorted(words[kind], key=len, reverse=True))

    before = re.compile(rf"(?<![^\W_])(?i:{any_of('before')})\s+({_NAME})")
    after = re.compile(rf"({_NAME})(?:,[^,“”\"]{{0,80}},)?\s+(?i:{any_of('after')})(?![^\W_])")
    again = re.compile(
        rf"(?<![^\W_])(?i:{any_of('again')}|kata dia|ujar dia|dia mengatakan|ia menyebut)(?![^\W_])"
    )
    return before, after, again


def speakers(views: Iterable[SentenceView], text: str) -> dict[int, str]:
    """The speaker of each sentence with figures, by the sentence's start; sentences without one are left out."""
    before, after, again = _patterns()
    found: dict[int, str] = {}
    last: str | None = None
    for view in views:
        sentence = text[view.start : view.end][:2000]
        match = before.search(sentence) or after.search(sentence)
        if match is not None:
            last = " ".join(match.group(1).split())[:_LONGEST].rstrip(" .")
            found[view.start] = last
        elif last is not None and again.search(sentence):
            found[view.start] = last
    return found
