"""Who is quoted: the speaker that a sentence names, or the one before where it only says "katanya"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.data import rows
from extractor.linking.sentence import SentenceView
from extractor.reading.word_tree import any_of

_NAME = r"[A-Z][^\s,;:“”\"()]*(?:\s+(?:dan\s+)?(?:[A-Z][^\s,;:“”\"()]*|\([A-Z][^)\s]{1,30}\))){0,16}"
_LONGEST = 200


@cache
def _verbs() -> dict[str, str]:
    """Each verb, also with a capital, and where its speaker stands."""
    table = {verb: kind for kind, verb in rows("indonesian/speech.tsv")}
    return table | {verb.capitalize(): kind for verb, kind in table.items()}


@cache
def _speech() -> re.Pattern[str]:
    verbs = _verbs()
    firsts = "".join(sorted({verb[0] for verb in verbs}))
    return re.compile(rf"(?<![^\W_])(?=[{firsts}])({any_of(verbs)})(?![^\W_])(\s+(?:dia|ia)(?![^\W_]))?")


_AFTERWARDS = re.compile(rf"\s+({_NAME})")
_BEFOREHAND = re.compile(rf"({_NAME})(?:,[^,“”\"]{{0,80}},)?\s+$")
_DATELINE = re.compile(r"^[A-Z .,]+\s*[-–—]+\s*")
_OPENING = re.compile(
    r"^(?:Namun|Sementara|Sedangkan|Adapun|Sebelumnya|Tetapi|Tapi|Kemudian|Lalu|Selain|Dari)\s+"
)
_PRONOUNS = {"Ia", "Dia", "Beliau", "Mereka", "Pihaknya"}
_REACH = 260  # code points before a verb in which its subject may stand


def speakers(views: Sequence[SentenceView], text: str) -> dict[int, str]:
    """The speaker of each sentence with figures, by the sentence's start; sentences without one are left out."""
    found: dict[int, str] = {}
    last: str | None = None
    counting = {view.paragraph for view in views if view.clusters}
    wanted = [view for view in views if view.paragraph in counting]
    for view, match in ((v, m) for v in wanted if (m := _speech().search(text, v.start, v.end))):
        kind = "again" if match[2] else _verbs()[match[1]]
        name: str | None = None
        if kind == "before" and (follows := _AFTERWARDS.match(text, match.end(), view.end)):
            name = follows[1]
        elif kind == "after":
            lead = max(view.start, match.start() - _REACH)
            if stands := _BEFOREHAND.search(text[lead : match.start()]):
                name = stands[1]
        if name is not None:
            name = _OPENING.sub("", _DATELINE.sub("", name))
        if name in _PRONOUNS:
            kind, name = "again", None
        if name is not None:
            last = " ".join(name.split())[:_LONGEST].rstrip(" .")
        if last is not None and (name is not None or kind == "again"):
            found[view.start] = last
    return found
