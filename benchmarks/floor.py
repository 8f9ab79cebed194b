"""The least that any reader must do: find the place names, the cues and the numbers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import ahocorasick

from extractor.data import read_text, rows

_NUMBER = re.compile(
    r"(?<![\w.,])\d+(?:[.,]\d+)*(?:\s?(?:ribu|juta|miliar)(?:an)?|-?an)?(?:\s?(?:%|persen))?"
)
Hit = tuple[int, int, str]


def _words() -> dict[str, str]:
    names = {
        row[1].lower() for table in ("units", "seats", "variants") for row in rows(f"places/{table}.tsv")
    }
    names |= {row[0].lower() for row in rows("places/aliases.tsv")}
    bare = {name.removeprefix("kabupaten ").removeprefix("kota ") for name in names}
    lines = read_text("ektp/cues.jsonl").splitlines()
    cues = [json.loads(line)["pattern"] for line in lines if line.strip()]
    texts = {cue.lower() for cue in cues if isinstance(cue, str)}
    return dict.fromkeys(names | bare, "place") | dict.fromkeys(texts, "cue")


def build() -> Callable[[str], list[Hit]]:
    """One Aho-Corasick pass and one number scan; of overlapping hits the first and longest, in order."""
    automaton = ahocorasick.Automaton()
    for word, label in _words().items():
        automaton.add_word(word, (len(word), label))
    automaton.make_automaton()

    def scan(text: str) -> list[Hit]:
        low = text.lower()
        found = [(match.start(), -match.end(), "number") for match in _NUMBER.finditer(low)]
        for last, (length, label) in automaton.iter(low):
            start, end = last + 1 - length, last + 1
            if not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum()):
                found.append((start, -end, label))
        found.sort()
        return _apart(found)

    return scan


def _apart(found: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    free = 0
    for start, minus_end, label in found:
        if start >= free:
            free = -minus_end
            kept.append((start, free, label))
    return kept
