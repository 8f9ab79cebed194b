"""The words around names: kind words, offices, and contexts in which a name is no place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.data import rows

# The words after which a name is a place even where everything is capitalised or the name is also a word.
LOCATIVE = frozenset(
    "di ke dari se warga penduduk masyarakat wilayah asal pelajar pemuda daerah pemilih wajib hari".split()
)


@dataclass(frozen=True, slots=True)
class KindWord:
    """A word before a name: its level ("" where it stands for any) and role (name, office, institution)."""

    level: str
    role: str


@cache
def kind_words() -> dict[str, KindWord]:
    """Kind words and offices in lower case, one or more words each."""
    return {word: KindWord(level, role) for word, level, role, *_ in rows("places/kind_words.tsv")}


@cache
def last_words() -> frozenset[str]:
    """Last words of the kind words that have several ("wali kota")."""
    return frozenset(word.rpartition(" ")[2] for word in kind_words() if " " in word)


@cache
def contexts(side: str) -> dict[str, str]:
    """Words "before" or "after" a name that make it part of another name, with their reach."""
    return {word: reach for word, where, reach, *_ in rows("places/contexts.tsv") if where == side}


@cache
def low_kinds() -> re.Pattern[str]:
    """Finds the kind words of districts and villages that stand before a capitalised name or a number."""
    words = [w for w, kind in kind_words().items() if kind.level in ("district", "village")]
    words.sort(key=len, reverse=True)
    alternatives = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?<![\w.-])(?P<kind>(?i:{alternatives}))[ \u00a0]{{1,2}}(?=[A-Z0-9])")


@cache
def country_phrases() -> re.Pattern[str]:
    """Finds the phrases that mean the whole country."""
    alternatives = "|".join(re.escape(phrase) for (phrase, *_) in rows("places/country.tsv"))
    return re.compile(rf"(?<![\w-])(?i:{alternatives})(?!\w)")
