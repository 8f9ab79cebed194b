"""Syndicated copies: one story printed by several outlets, or twice by one, counts once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from extractor.across.telling import Story

_SHARED = 0.5  # of the sentences of the shorter text; the rest may be another paper's furniture
_FEWEST = 2  # sentences in common: one may be a quotation
_COMMON = 200  # stories that share a sentence: more, and it is furniture


def without_copies(stories: Iterable[Story]) -> list[Story]:
    """The stories in their order, each copy put with the first that prints it."""
    kept: list[Story] = []
    printed: dict[int, list[int]] = {}  # sentence to places in `kept`
    for story in stories:
        first = _original(story, kept, printed)
        if first is not None:
            first.copies.append(story)
            continue
        for sentence in story.sentences:
            printed.setdefault(sentence, []).append(len(kept))
        kept.append(story)
    return kept


def _original(story: Story, kept: list[Story], printed: dict[int, list[int]]) -> Story | None:
    shared = Counter(
        at
        for sentence in story.sentences
        if len(places := printed.get(sentence, [])) <= _COMMON
        for at in places
    )
    for at, count in shared.most_common(1):
        least = min(len(story.sentences), len(kept[at].sentences))
        if count >= min(_FEWEST, least) and count >= _SHARED * least:
            return kept[at]
    return None
