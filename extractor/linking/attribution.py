"""Who is quoted: the speaker that a sentence names, or the one before where it only says "katanya"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.data import rows
from extractor.linking.sentence import SentenceView
from extractor.reading.tokens import Tokens
from extractor.reading.word_tree import any_of
from extractor.reading.wording import phrases

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
    return re.compile(rf"[\W_]({any_of(verbs)})(?![^\W_])(\s+(?:dia|ia)(?![^\W_]))?")


_AFTERWARDS = re.compile(rf"\s+({_NAME})")
_BEFOREHAND = re.compile(rf"({_NAME})(?:,[^,“”\"]{{0,80}},)?\s+$")
_DATELINE = re.compile(r"^[A-Z .,]+\s*[-–—]+\s*")
_OPENING = re.compile(rf"^{any_of(phrases('opening a sentence'))}\s+")
_PRONOUNS = frozenset(phrases("pronouns"))
_REACH = 260  # code points before a verb in which its subject may stand


def speakers(views: Sequence[SentenceView], text: str, tokens: Tokens) -> dict[int, str]:
    """The speaker of each sentence with figures, by the sentence's start; sentences without one are left out.

    `tokens` are those of the text.
    """
    found: dict[int, str] = {}
    last: str | None = None
    passed: list[SentenceView] = []  # without figures, since `last` was named
    counting = {view.paragraph for view in views if view.clusters}
    for view in views:
        if view.paragraph not in counting:
            continue
        if not view.clusters:
            passed.append(view)
            continue
        name, again = _speaker(view, text, tokens)
        if name is None and again:
            before = (_speaker(each, text, tokens)[0] for each in reversed(passed))
            name = next((each for each in before if each is not None), last)
        if name is not None:
            found[view.start] = last = name
        if name is not None or again:
            passed = []
    return found


def _speaker(view: SentenceView, text: str, tokens: Tokens) -> tuple[str | None, bool]:
    """The speaker that a sentence names, or whether it goes on with the one before."""
    if _verbs().keys().isdisjoint(tokens.words[tokens.within(view.start, view.end)]):
        return None, False
    match = _speech().search(text, max(0, view.start - 1), view.end)
    if match is None:
        return None, False
    kind = "again" if match[2] else _verbs()[match[1]]
    stands: re.Match[str] | None = None
    if kind == "before":
        stands = _AFTERWARDS.match(text, match.end(), view.end)
    elif kind == "after":
        lead = max(view.start, match.start(1) - _REACH)
        stands = _BEFOREHAND.search(text[lead : match.start(1)])
    if stands is None:
        return None, kind == "again"
    name = _OPENING.sub("", _DATELINE.sub("", stands[1]))
    if name in _PRONOUNS:
        return None, True
    return " ".join(name.split())[:_LONGEST].rstrip(" ."), False
