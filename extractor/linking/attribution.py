"""Who is quoted: the speaker that a sentence names, or the one before where it only says "katanya"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from extractor.data import rows
from extractor.linking.sentence import SentenceView

_NAME = r"[A-Z][^\s,;:“”\"()]*(?:\s+(?:dan\s+)?(?:[A-Z][^\s,;:“”\"()]*|\([A-Z][^)\s]{1,30}\))){0,16}"
_LONGEST = 200


@cache
def _speech() -> re.Pattern[str]:
    words: dict[str, list[str]] = {"before": [], "after": [], "again": []}
    for kind, verb in rows("indonesian/speech.tsv"):
        words[kind].append(verb)

    def any_of(kind: str) -> str:
        return "|".join(sorted(set(words[kind]), key=len, reverse=True))

    return re.compile(
        rf"(?<![^\W_])(?:(?P<before>(?i:{any_of('before')})\s+)(?=[A-Z])|(?P<again>(?i:{any_of('again')})"
        rf"|(?:kata|ujar|tutur)\s+(?:dia|ia))(?![^\W_])|(?P<after>(?:{any_of('after')}))(?![^\W_]))"
    )


_AFTERWARDS = re.compile(_NAME)
_BEFOREHAND = re.compile(rf"({_NAME})(?:,[^,“”\"]{{0,80}},)?\s+$")
_REACH = 260  # code points before a verb in which its subject may stand


def speakers(views: Sequence[SentenceView], text: str) -> dict[int, str]:
    """The speaker of each sentence with figures, by the sentence's start; sentences without one are left out."""
    starts = [view.start for view in views]
    found: dict[int, str] = {}
    last: str | None = None
    for match in _speech().finditer(text):
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or match.start() >= views[index].end or views[index].start in found:
            continue
        name: re.Match[str] | None = None
        if match["before"]:
            name = _AFTERWARDS.match(text, match.end(), views[index].end)
        elif match["after"]:
            lead = max(views[index].start, match.start() - _REACH)
            name = _BEFOREHAND.search(text[lead : match.start()])
        if name is not None:
            said_by = name.group(1) if match["after"] else name.group()
            last = " ".join(said_by.split())[:_LONGEST].rstrip(" .")
            found[views[index].start] = last
        elif match["again"] and last is not None:
            found[views[index].start] = last
    return found
