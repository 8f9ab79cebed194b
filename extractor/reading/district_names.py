"""Names of districts, looked up exactly, misspelt, or cut short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.reading.capitals import Word
from extractor.reading.gazetteer import LONGEST_NAME, districts_of
from extractor.reading.wording import phrases

_LIKE = 0.85  # share of letters in common: Candung and Canduang are one, Baso and Bola are two
HEAD = 3  # letters of a word that are compared with those of a few dozen names
FIRST_WORDS = phrases("first words of names")
SHORTEST = 5  # letters of a name cut short ("Cipocok" for Cipocok Jaya) or misspelt


@dataclass(frozen=True, slots=True)
class BareNames:
    """The districts of some regencies: codes by key, the keys' first letters, and keys by their initial.

    A word can begin a name if its first `HEAD` letters are among `heads`, or if it is shorter. `tails` are what is
    left of keys behind a first word that print may have in small letters.
    """

    codes: dict[str, str]
    heads: frozenset[str]
    by_initial: dict[str, list[tuple[str, str]]]
    tails: frozenset[str]


@lru_cache(maxsize=1024)
def bare_names(regencies: tuple[str, ...]) -> BareNames:
    """The districts of regencies, of a name in two of them the first one's; kept for the next article."""
    codes: dict[str, str] = {}
    for regency in reversed(regencies):
        codes.update(districts_of(regency))
    by_initial: dict[str, list[tuple[str, str]]] = {}
    for name, code in codes.items():
        by_initial.setdefault(name[0], []).append((name, code))
    heads = frozenset(name[:HEAD] for name in codes)
    tails = frozenset(
        name.removeprefix(word) for word in FIRST_WORDS for name in codes if name.startswith(word)
    )
    return BareNames(codes, heads, by_initial, tails)


@lru_cache(maxsize=4096)
def meant(written: str, regencies: tuple[str, ...]) -> str | None:
    """The only district of the regencies whose name is like the one written; kept, since articles repeat words."""
    names, size = bare_names(regencies).by_initial.get(written[:1], ()), len(written)
    near = {code for name, code in names if -4 < size - len(name) < 4 and alike(written, name)}
    return near.pop() if len(near) == 1 else None


def alike(one: str, other: str) -> bool:
    """Whether two keys differ by a slip: twice their common subsequence is 0.85 of both lengths or more."""
    if abs(len(one) - len(other)) > 3 or one[:1] != other[:1]:
        return False
    size = len(one) + len(other)
    if size - len(_letters(one) ^ _letters(other)) < _LIKE * size:
        return False  # too many letters stand in one of them only
    row = [0] * (len(other) + 1)
    for letter in one:
        last = 0
        for column, match in enumerate(other, 1):
            kept = row[column]
            row[column] = last + 1 if letter == match else max(kept, row[column - 1])
            last = kept
    return 2 * row[-1] >= _LIKE * size


@lru_cache(maxsize=2048)
def _letters(word: str) -> frozenset[str]:
    return frozenset(word)


def exact(run: Sequence[Word], at: int, table: dict[str, str]) -> tuple[int, str, str] | None:
    """Longest name of the table at word `at`: index after it, key, code."""
    best, joined = None, ""
    for end in range(at + 1, min(at + LONGEST_NAME, len(run)) + 1):
        joined += run[end - 1].key
        code = table.get(joined)
        if code is not None:
            best = (end, joined, code)
    return best


def similar(run: Sequence[Word], at: int, table: dict[str, str]) -> tuple[int, str, str] | None:
    """A name misspelt by a letter or two, the shortest reading first."""
    joined = ""
    for end in range(at + 1, min(at + 4, len(run)) + 1):
        joined += run[end - 1].key
        if not SHORTEST - 1 <= len(joined) <= 40:
            continue
        near = {code for name, code in table.items() if name[0] == joined[0] and alike(joined, name)}
        if len(near) == 1:
            return end, joined, near.pop()
    return None


def cut_short(run: Sequence[Word], at: int, table: dict[str, str]) -> tuple[int, str, str] | None:
    """The first word alone of one district's name."""
    joined = run[at].key
    near = {code for name, code in table.items() if name.startswith(joined)}
    return (at + 1, joined, near.pop()) if len(near) == 1 and len(joined) >= SHORTEST else None
