"""Finds the cue phrases of `patterns/ektp/cues.jsonl` in the tokens of a text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import compress, count

from extractor.data import read_text
from extractor.reading.cue_company import ACTS
from extractor.reading.mentions import Cue
from extractor.reading.misspelt_acts import STEM, mended
from extractor.reading.tokens import Tokens, read_tokens

_JOINTS = frozenset({"", " ", "  ", "\n", " \n"})  # between two words of a phrase: a line may end inside it


@dataclass(slots=True)
class _Node:
    """A word of phrases: the words that may follow it, and the label and traits of the phrase it ends."""

    following: dict[str, _Node] = field(default_factory=dict)
    meaning: tuple[str, str] | None = None


@cache
def phrases() -> dict[str, tuple[str, str]]:
    """Label and traits of every phrase, in lower case as in the table."""
    entries = map(json.loads, read_text("ektp/cues.jsonl").splitlines())
    return {entry["pattern"]: (entry["label"], entry.get("id", "")) for entry in entries}


@cache
def _tree() -> dict[str, _Node]:
    """The phrases by their first words, each word leading to the next."""
    tree: dict[str, _Node] = {}
    for phrase, meaning in [*_written_apart(), *phrases().items()]:
        branch = tree
        for word in read_tokens(phrase).words:
            node = branch.setdefault(word, _Node())
            branch = node.following
        node.meaning = meaning
    return tree


def _written_apart() -> Iterator[tuple[str, tuple[str, str]]]:
    """Acts in the passive with their prefix apart, as the press often has it: "belum di rekam", "sudah di cetak"."""
    for phrase, meaning in phrases().items():
        if meaning[0] in ACTS and phrase.startswith("di") and phrase.isalpha():
            yield f"di {phrase[2:]}", meaning


@cache
def _acts() -> tuple[str, ...]:
    """The single words for recording, shortest first."""
    acts = (phrase for phrase, (label, _) in phrases().items() if label == "RECORD" and STEM in phrase)
    return tuple(sorted((act for act in acts if act.isalpha()), key=len))


def find_cues(text: str, tokens: Tokens | None = None) -> list[Cue]:
    """The cues in `text`, in text order: the longest at each place, none inside another.

    Upper and lower case are the same, and slips in the words for recording are read over. Blanks or a line end may
    stand between two words of a phrase. `tokens`: what `read_tokens` gives for the text.
    """
    starts, ends, printed = tokens or read_tokens(text)
    tree = _tree()
    words = mended(text, starts, printed, tree, _acts())
    words.append("")  # each has one behind it
    found: list[Cue] = []
    free = 0  # the first token behind the last cue
    nodes = list(map(tree.get, words))
    for at in compress(count(), nodes):
        node = nodes[at]
        if at < free or node is None:
            continue
        meaning, last = node.meaning, at
        if words[at + 1] in node.following:
            meaning, last = _longest(text, starts, ends, words, at)
        if meaning is not None:
            label, traits = meaning
            found.append(Cue(starts[at], ends[last], label, traits))
            free = last + 1
    return found


def _longest(
    text: str, starts: Sequence[int], ends: Sequence[int], words: Sequence[str], at: int
) -> tuple[tuple[str, str] | None, int]:
    """What the longest phrase from token `at` on means, and the token that it ends with."""
    node = _tree()[words[at]]
    meaning, last = node.meaning, at
    for number in range(at + 1, len(starts)):
        following = node.following.get(words[number])
        if following is None or text[ends[number - 1] : starts[number]] not in _JOINTS:
            break
        node = following
        if node.meaning is not None:
            meaning, last = node.meaning, number
    return meaning, last
