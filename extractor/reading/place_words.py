"""The words around names: kind words, offices, and contexts in which a name is no place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from extractor.data import rows
from extractor.reading.word_tree import any_of
from extractor.typography import in_lower_case

# After a place: the day on which someone spoke there ("di Bogor, Rabu").
SPOKEN = re.compile(
    r",? ?\(?(?:(?:pada|hari) )?(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad|kemarin|hari ini)\b"
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
def low_kinds() -> dict[str, KindWord]:
    """Kind words of districts and villages."""
    return {w: kind for w, kind in kind_words().items() if kind.level in ("district", "village")}


@cache
def low_endings() -> frozenset[str]:
    """How a text ends before a name, if with a kind word of districts: four characters, the last a blank."""
    words = [form for word in low_kinds() for form in (word, word.capitalize(), word.upper())]
    return frozenset(f"{word} "[-4:] for word in words)


@cache
def contexts(side: str) -> dict[str, str]:
    """Words "before" or "after" a name that make it part of another name, with their reach."""
    return {word: reach for word, where, reach, *_ in rows("places/contexts.tsv") if where == side}


@cache
def locatives() -> frozenset[str]:
    """Words after which a name is a place even where it is also a word ("di Pati", "Warga Batu")."""
    return frozenset(word for word, role in rows("places/openers.tsv") if role == "locative")


def opens(word: str) -> bool:
    """Whether a word in lower case may stand before a name, capitalised at a sentence's start, and is no part of it.

    Besides those of the table it is every word with the possessor's -nya ("Setelahnya"), which no name has.
    """
    return word in _openers() or (word.endswith("nya") and len(word) > _LONGEST_ON_NYA)


_LONGEST_ON_NYA = 5  # letters: "Kenya", "Tanya"


@cache
def _openers() -> frozenset[str]:
    return frozenset(word for word, _ in rows("places/openers.tsv"))


@cache
def country_phrases() -> tuple[re.Pattern[str], dict[str, list[str]]]:
    """The phrases that mean the whole country: a pattern of their last words, and the phrases by these.

    All case forms are spelled out, since ignoring case makes the search slow.
    """
    table: dict[str, list[str]] = {}
    for phrase, *_ in rows("places/country.tsv"):
        titled = (
            phrase[: -len(last)] + last.capitalize() if (last := re.split("[ -]", phrase)[-1]) else phrase
        )
        for form in dict.fromkeys((phrase, phrase.capitalize(), phrase.title(), phrase.upper(), titled)):
            table.setdefault(re.split("[ -]", form)[-1], []).append(form)
    return re.compile(rf"[ -]({any_of(table)})(?!\w)"), table


@cache
def _country_signs() -> dict[str, list[str]]:
    """The same phrases in lower case, by the word of each that most of them share."""
    phrases = [phrase.lower() for phrase, *_ in rows("places/country.tsv")]
    uses = Counter(word for phrase in phrases for word in re.split("[ -]", phrase))
    table: dict[str, list[str]] = {}
    for phrase in phrases:
        sign = max(re.split("[ -]", phrase), key=lambda word: (uses[word], len(word)))
        table.setdefault(sign, []).append(phrase)
    return table


def names_country(text: str) -> bool:
    """Whether a text may hold one of the phrases that mean the whole country: in any case form."""
    lowered = in_lower_case(text)
    near = [phrase for sign, phrases in _country_signs().items() if sign in lowered for phrase in phrases]
    return any(map(lowered.__contains__, near))


def blank_spans(text: str) -> list[tuple[int, int]]:
    """Figures of speech that name places without meaning them ("dari Sabang sampai Merauke")."""
    return [match.span() for match in _blank_phrases().finditer(text)]


@cache
def _blank_phrases() -> re.Pattern[str]:
    return re.compile(any_of(contexts("phrase")))
