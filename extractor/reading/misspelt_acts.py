"""Slips of the keyboard in the words for recording: "perekamana", "perekaan", "perekeman" for perekaman."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from extractor.typography import in_lower_case

STEM = "rek"  # what a slip must leave of the stem "rekam", so that few words are looked at
_OTHERS = ("rekap", "rekan", "rekat", "rekah")  # summary, colleague, glue, cleft
_SHORTEST = 7  # letters: "mereka" (they) is a letter less
_CHANGED = 8  # letters from which one may be another, or two may have changed places


def mended(
    text: str,
    starts: Sequence[int],
    words: Sequence[str],
    known: Container[str],
    acts: tuple[str, ...],
) -> list[str]:
    """The `words` at `starts` of a text, with the word meant for each that is not `known` and one slip from an act."""
    found = list(words)
    for at in _tokens_at(in_lower_case(text), starts):
        word = found[at]
        if len(word) >= _SHORTEST and word not in known:
            found[at] = _meant(word, acts) or word
    return found


def _tokens_at(lowered: str, starts: Sequence[int]) -> Iterator[int]:
    """The tokens that hold the stem."""
    at = lowered.find(STEM)
    while at >= 0:
        yield bisect_right(starts, at) - 1
        at = lowered.find(STEM, at + len(STEM))


@lru_cache(maxsize=1024)
def _meant(word: str, acts: tuple[str, ...]) -> str | None:
    if any(stem in word for stem in _OTHERS):
        return None
    return next((act for act in acts if len(act) >= _SHORTEST and one_slip(word, act)), None)


def one_slip(word: str, other: str) -> bool:
    """Whether two words differ by one letter more or less, one other letter, or two that have changed places."""
    if word == other:
        return False
    shorter, longer = sorted((word, other), key=len)
    head = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    rest, remains = shorter[head:], longer[head:]
    if len(longer) == len(shorter) + 1:
        return rest == remains[1:]
    if len(longer) != len(shorter) or len(word) < _CHANGED:
        return False
    return rest[1:] == remains[1:] or (rest[:2] == remains[1::-1] and rest[2:] == remains[2:])
