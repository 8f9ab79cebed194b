"""Whether a link may lead to an article on the e-KTP, and whether a text speaks of the card."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from urllib.parse import unquote, urlsplit

from extractor.data import rows
from extractor.fetching.listings.found import Found

_FEWEST = 3  # words in a part of an address that tells what the article is about; rubrics have one or two
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?![^\W_])")
_BETWEEN = re.compile(r"[\W_]+")


def may_matter(found: Found, words: Sequence[str]) -> bool:
    """Whether the title or the address holds one of the query's words, or of the topic's.

    True too where neither says what the article is about: no title but "Baca selengkapnya", and an address of
    rubrics and numbers. Words are whole words or phrases, with "ktp-el" for "KTPel" and "KTP el", too. Ask it of
    listings of everything; the hits of a search were found by their texts, which titles need not show.
    """
    about = f"{found.title or ''} {_path(found.url)}"
    if _expression((*_listed("card", "topic"), *words)).search(about.lower()):
        return True
    return not _says_something(found.title) and not _names_something(found.url)


def matters(text: str) -> bool:
    """Whether a text speaks of the identity card at all: "KTP", "e-KTP", "KTP-el" or its name in full."""
    return _expression(_listed("card")).search(text.lower()) is not None


def _path(url: str) -> str:
    parts = urlsplit(url)
    return unquote(f"{parts.path} {parts.query}")


def _says_something(title: str | None) -> bool:
    return not set(_WORD.findall((title or "").lower())) <= set(_listed("mute"))


def _names_something(url: str) -> bool:
    return any(len(_WORD.findall(part)) >= _FEWEST for part in _path(url).split("/"))


@cache
def _listed(*kinds: str) -> tuple[str, ...]:
    return tuple(word for word, kind, *_ in rows("outlets/relevance.tsv") if kind in kinds)


@lru_cache(maxsize=64)
def _expression(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words; one letter alone, which a query such as "e KTP" is split into, is none."""
    forms = {_form(word) for word in words if len(_BETWEEN.sub("", word)) > 1}
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(forms))})(?:nya)?(?![^\W_])")


def _form(word: str) -> str:
    """A phrase has something between its words; a hyphen, as in "e-ktp", may be missing."""
    phrase = (r"[\W_]{0,3}".join(map(re.escape, _BETWEEN.split(part))) for part in word.lower().split())
    return r"[\W_]{1,3}".join(phrase)
