"""Finds the cue phrases of `patterns/ektp/cues.jsonl` in the tokens of a text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from extractor.data import read_text
from extractor.reading.mentions import Cue
from extractor.reading.tokens import tokenize

_STRONGER = frozenset(
    {"ADD", "MUST", "NEED", "READY"}
)  # of two labels that share a phrase, the one that holds


@dataclass(slots=True)
class _Node:
    """A word of phrases: the words that may follow it, and the label and traits of the phrase it ends."""

    following: dict[str, _Node] = field(default_factory=dict)
    meaning: tuple[str, str] | None = None


@cache
def phrases() -> dict[str, tuple[str, str]]:
    """Label and traits of every phrase, in lower case as in the table."""
    found: dict[str, tuple[str, str]] = {}
    for line in read_text("ektp/cues.jsonl").splitlines():
        entry = json.loads(line)
        meaning = (entry["label"], entry.get("id", ""))
        if entry["pattern"] not in found or meaning[0] in _STRONGER:
            found[entry["pattern"]] = meaning
    return found


@cache
def _tree() -> dict[str, _Node]:
    """The phrases by their first words, each word leading to the next."""
    tree: dict[str, _Node] = {}
    for phrase, meaning in phrases().items():
        branch = tree
        for start, end in tokenize(phrase):
            node = branch.setdefault(phrase[start:end].lower(), _Node())
            branch = node.following
        node.meaning = meaning
    return tree


def find_cues(text: str, tokens: Sequence[tuple[int, int]]) -> list[Cue]:
    """The cues in the tokens of `text`, in text order: the longest at each place, none inside another.

    Upper and lower case are the same. At most one blank stands between two words of a phrase.
    """
    lowered = text.replace("İ", "_").lower()  # the one letter that lower() makes two of
    nodes = map(_tree().get, [lowered[start:end] for start, end in tokens])
    found: list[Cue] = []
    free = 0  # the first token behind the last cue
    for at, node in enumerate(nodes):
        if node is not None and at >= free:
            cue, behind = _longest(lowered, tokens, at, node)
            if cue is not None:
                found.append(cue)
                free = behind
    return found


def _longest(
    lowered: str, tokens: Sequence[tuple[int, int]], at: int, node: _Node
) -> tuple[Cue | None, int]:
    """The longest cue that begins with token `at`, whose word `node` is, and the number of the token behind."""
    start, end = tokens[at]
    meaning, stop, behind = node.meaning, end, at + 1
    for number in range(at + 1, len(tokens)):
        if not node.following:
            break
        first, last = tokens[number]
        following = node.following.get(lowered[first:last])
        if following is None or (first != end and (first - end > 1 or lowered[end] != " ")):
            break
        node, end = following, last
        if node.meaning:
            meaning, stop, behind = node.meaning, last, number + 1
    return (Cue(start, stop, *meaning) if meaning else None), behind
