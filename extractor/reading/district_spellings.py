"""Names of districts as print shortens or lowers them: initials, and words of a name in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extractor.reading.capitals import Run
from extractor.reading.gazetteer import districts_of, name_of

_SMALL_BEHIND = re.compile(r" ([a-z]{3,12})(?! [a-z]+ [A-Z])(?: ([A-Z][a-z]{2,12}))?(?![^\W_])")
_SMALL_BEFORE = re.compile(r"(?<![^\W_])(?:pulau|kota|tanjung|muara|sungai|gunung) $")
_LONGEST_BEFORE = 8  # characters of the longest of these words with its blank
_INITIALS = range(3, 6)  # letters: fewer are too many districts'


@cache
def _by_initials(regency: str) -> dict[str, list[str]]:
    """Districts of a regency by the first letters of their words: TPK for Tiang Pumpung Kepungut."""
    table: dict[str, list[str]] = {}
    for code in dict.fromkeys(districts_of(regency).values()):
        words = name_of(code).split()[1:]
        table.setdefault("".join(word[0] for word in words).upper(), []).append(code)
    return table


def by_initials(word: str, regencies: Iterable[str]) -> str | None:
    """The only district of the regencies whose words begin with the letters of `word`, which print has in capitals."""
    if len(word) not in _INITIALS or not word.isupper():
        return None
    found = [code for regency in regencies for code in _by_initials(regency).get(word, ())]
    return found[0] if len(found) == 1 else None


def partly_small(text: str, run: Run, at: int, table: dict[str, str]) -> tuple[int, int, str, str] | None:
    """A name of which one word has small letters: "Ternate tengah", "Padang panjang Barat", "pulau Ternate".

    Start, end, key and code, or None. `at` is the word of the run that it begins or ends with.
    """
    word = run[at]
    if at == len(run) - 1:
        match = _SMALL_BEHIND.match(text, word.end)
        if match is not None:
            joined = word.key + match[1]
            longer = joined + match[2].lower() if match[2] else ""
            if longer in table:
                return word.start, match.end(), longer, table[longer]
            if joined in table:
                return word.start, match.end(1), joined, table[joined]
    if at == 0 and len(run) == 1:
        match = _SMALL_BEFORE.search(text, max(0, word.start - _LONGEST_BEFORE), word.start)
        joined = match[0].rstrip() + word.key if match else ""
        if match is not None and joined in table:
            return match.start(), word.end, joined, table[joined]
    return None
