"""Names that the article explains itself: an abbreviation in brackets, the capital of a province."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.data import rows
from extractor.reading.gazetteer import key, names
from extractor.reading.mentions import PlaceMention
from extractor.reading.place_words import kind_words

_IN_BRACKETS = re.compile(r" ?\(([A-Z][a-z]{2,9})\)")
_CAPITAL_OF = re.compile(r"ibu ?kota (?:provinsi |propinsi )?$", re.IGNORECASE)
_BEFORE = 24  # characters in which "ibu kota provinsi" stands


def with_explained(mentions: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """The mentions, with those of names that one of them is followed by in brackets: "Loloda Utara (Lolut) … Lolut".

    A province after "ibu kota" is its capital: "warga ibu kota Provinsi Papua". All in text order.
    """
    told = [_capital(mention, text) for mention in mentions]
    short = dict(_abbreviations(told, text)) if "(" in text else {}
    if not short:
        return told
    taken = [(mention.start, mention.end) for mention in told]
    again = (each for name, meant in short.items() for each in _again(name, meant, text))
    new = [each for each in again if all(each.end <= start or end <= each.start for start, end in taken)]
    return sorted([*told, *new], key=lambda mention: mention.start)


def _abbreviations(mentions: Sequence[PlaceMention], text: str) -> Iterator[tuple[str, PlaceMention]]:
    """Unknown words in brackets right behind a decided place that they can be short for."""
    for mention in mentions:
        match = _IN_BRACKETS.match(text, mention.end) if mention.decided else None
        if match is None or key(match[1]) in names() or match[1].lower() in kind_words():
            continue
        if _short_for(match[1].lower(), text[mention.start : mention.end].lower()):
            yield match[1], mention


def _short_for(short: str, name: str) -> bool:
    """Whether the letters of `short` stand in `name` in their order."""
    letters = iter(name)
    return all(letter in letters for letter in short)


def _again(name: str, meant: PlaceMention, text: str) -> Iterator[PlaceMention]:
    for match in re.finditer(rf"(?<![\w(]){name}(?![\w)])", text):
        if match.start() >= meant.end:
            yield PlaceMention(match.start(), match.end(), list(meant.codes), True, kind=meant.kind)


def _capital(mention: PlaceMention, text: str) -> PlaceMention:
    if len(mention.codes[0]) != 2 or not mention.decided:
        return mention
    match = _CAPITAL_OF.search(text, max(0, mention.start - _BEFORE), mention.start)
    capital = _capitals().get(mention.codes[0]) if match is not None else None
    if capital is None:
        return mention
    return PlaceMention(mention.start, mention.end, [capital], True, source=mention.source)


@cache
def _capitals() -> dict[str, str]:
    """The capital of each province by its code; none where the table names several."""
    found: dict[str, str] = {}
    for row in rows("places/capitals.tsv"):
        found[row[0][:2]] = "" if row[0][:2] in found else row[0]
    return {province: capital for province, capital in found.items() if capital}
