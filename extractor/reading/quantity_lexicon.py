"""The word lists that quantities are read with, loaded once from `patterns/indonesian/`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from extractor.data import rows

GAP = r"[ \t\xa0]{0,3}\n?[ \t\xa0]{0,3}"  # between a number and its words: at most one line end, bounded
SPACES = " \t\xa0"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word of a spelled-out number; `role` as in `number_words.tsv`."""

    role: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words around numbers, all in lower case."""

    number_words: dict[str, NumberWord]
    scales: dict[str, int]  # after digits, with their broken and short forms
    scale_heads: frozenset[str]  # the first two letters of what may scale digits, -an with it
    units: dict[str, tuple[str, bool]]  # phrase: unit, whether it is a pure classifier
    unit_heads: frozenset[str]  # the first words of units of several words
    hedges_before: dict[str, str]
    hedge_ends: dict[str, int]  # the last words of hedges before a number, with the words of the longest
    hedges_after: dict[str, str]
    hedge_heads: frozenset[str]  # the first words of hedges after a number
    fillers: frozenset[str]
    hedge_or_filler: frozenset[str]  # the words that a search for a hedge goes on with
    rejects_before: dict[str, str]
    rejects_after: dict[str, str]
    suppositions: tuple[str, ...]  # in small letters and capitalised
    followers: frozenset[str]
    introducers: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The word lists of `patterns/indonesian/`."""
    words = {
        word: NumberWord(role, Fraction(value)) for word, role, value in rows("indonesian/number_words.tsv")
    }
    hedges = rows("indonesian/hedges.tsv")
    rejects = rows("indonesian/not_quantities.tsv")
    neighbours = rows("indonesian/count_neighbours.tsv")
    scales = {word: int(entry.value) for word, entry in words.items() if entry.role.endswith("scale")}
    units = {phrase: (unit, kind == "classifier") for phrase, unit, kind in rows("indonesian/units.tsv")}
    hedges_before = {p: kind for p, side, kind in hedges if side == "before" and kind != "filler"}
    fillers = frozenset(p for p, _, kind in hedges if kind == "filler")
    hedges_after = {p: kind for p, side, kind in hedges if side == "after"}
    months = {row[0]: "month" for row in rows("indonesian/months.tsv")}
    return Lexicon(
        number_words={word: entry for word, entry in words.items() if entry.role != "short scale"},
        scales=scales,
        scale_heads=frozenset(word[:2] for word in (*scales, "ratus", "puluh", "an")),
        units=units,
        unit_heads=frozenset(phrase.split()[0] for phrase in units if " " in phrase),
        hedges_before=hedges_before,
        hedge_ends=_longest_by_end(hedges_before),
        hedges_after=hedges_after,
        hedge_heads=frozenset(phrase.split()[0] for phrase in hedges_after),
        fillers=fillers,
        hedge_or_filler=fillers | {phrase.split()[-1] for phrase in hedges_before},
        rejects_before={w: kind for w, side, kind in rejects if side == "before"},
        rejects_after={w: kind for w, side, kind in rejects if side == "after"} | months,
        suppositions=tuple(
            form for w, side, _ in rejects if side == "clause" for form in (w, w.capitalize())
        ),
        followers=frozenset(w for w, role in neighbours if role == "follows"),
        introducers=frozenset(w for w, role in neighbours if role == "introduces"),
    )


def _longest_by_end(phrases: Iterable[str]) -> dict[str, int]:
    """The last words of phrases, with the number of words of the longest phrase that ends so."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.split()
        longest[words[-1]] = max(len(words), longest.get(words[-1], 0))
    return longest


def prefix_tree(words: Iterable[str]) -> str:
    """Alternatives, not grouped, for any beginning of the words that is one of them.

    Common letters are written once and each alternative begins with a letter, so that a search skips from one
    such letter to the next.
    """
    branches: dict[str, set[str]] = {}
    for word in words:
        branches.setdefault(word[0], set()).add(word[1:])
    return "|".join(re.escape(letter) + _branch(rests) for letter, rests in sorted(branches.items()))


def _branch(rests: set[str]) -> str:
    if "" in rests:
        return ""  # a word ends here: whatever follows, it has begun
    tree = prefix_tree(rests)
    return f"(?:{tree})" if len({rest[0] for rest in rests}) > 1 else tree


def alternatives(words: list[str]) -> str:
    """An expression for any of the words as print has them: lower case, Capitalised, CAPITALS."""
    forms = {form for word in words for form in (word, word.title(), word.capitalize(), word.upper())}
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
