"""Names of districts as print shortens or lowers them: initials, and words of a name in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extractor.reading.capitals import Word
from extractor.reading.district_names import FIRST_WORDS, BareNames
from extractor.reading.gazetteer import districts_of, name_of

_SMALL_BEHIND = re.compile(r" ([a-z]{3,12})(?! [a-z]+ [A-Z])(?: ([A-Z][a-z]{2,12}))?(?![^\W_])")
_SMALL_FIRST = tuple(f"{word} " for word in FIRST_WORDS)
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


Printed = tuple[int, int, str, str]  # start, end, key and code


def small_behind(text: str, word: Word, table: dict[str, str]) -> Printed | None:
    """A name whose second word has small letters: "Ternate tengah", "Padang panjang Barat"."""
    match = _SMALL_BEHIND.match(text, word.end)
    if match is None:
        return None
    joined = word.key + match[1]
    longer = joined + match[2].lower() if match[2] else ""
    if longer in table:
        return word.start, match.end(), longer, table[longer]
    return (word.start, match.end(1), joined, table[joined]) if joined in table else None


def small_before(text: str, word: Word, table: BareNames) -> Printed | None:
    """A name whose first word has small letters: "pulau Ternate"; `word` is one of the `tails` of `table`."""
    if not text.endswith(_SMALL_FIRST, 0, word.start):
        return None
    start = text.rfind(" ", 0, word.start - 1) + 1
    joined = text[start : word.start - 1] + word.key
    code = table.codes.get(joined)
    return (start, word.end, joined, code) if code is not None else None
