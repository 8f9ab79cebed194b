"""The dateline: the town before the dash of the first lines. It tells where a text was sent from, no more."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.data import rows
from extractor.reading.capitals import Run, Word
from extractor.reading.gazetteer import COUNTRY, level_of
from extractor.reading.place_scan import Candidate, longest_name
from extractor.reading.place_words import kind_words

_LINES = 14  # lines searched: menus, captions and bylines may stand before the lead
_HEAD = 90  # characters in which the dash must come
_DASH = re.compile(r"--+|[–—]|(?<=[A-Z ).])-(?=[ A-Z])| / |:(?=\s)")
_BRACKETS = re.compile(r"\([^)]*\)")
_LOWER_WORD = re.compile(r"(?<![\w.@/-])[a-z][a-z]+(?![\w.])")


@cache
def _capitals() -> frozenset[str]:
    return frozenset(code for code, *_ in rows("places/capitals.tsv"))


def find_dateline(text: str, blocks: Sequence[tuple[int, int]], runs: Sequence[Run]) -> Candidate | None:
    """The first dateline's town, accepted by its position alone; None where no line begins with one."""
    for start, end in _lines(text, blocks):
        for head_end, clear in _heads(text, start, end):
            found = _town(text, start, head_end, clear, runs)
            if found is not None:
                found.head = start, head_end
                return found
    return None


def _lines(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The first lines of the blocks, no longer than a dateline may be."""
    left = _LINES
    for first, last in blocks:
        at = first
        while at < last:
            if not left:
                return
            end = text.find("\n", at, last)
            end = last if end < 0 else end
            while at < end and text[at] in " \t\u00a0•-–":
                at += 1
            if end > at:
                yield at, min(end, at + _HEAD)
                left -= 1
            at = end + 1


def _heads(text: str, start: int, end: int) -> list[tuple[int, bool]]:
    """Ends of the stretches before the line's first two dashes, and whether the dash is a clear one."""
    found = []
    for match in _DASH.finditer(text, start, end):
        mark = match.group()
        tight = mark == "-" and text[match.start() - 1] != " "
        clear = "," in text[start : match.start()] or (mark != ":" and not tight)
        found.append((match.start(), clear))
        if len(found) == 2:
            break
    return found


def _town(text: str, start: int, end: int, clear: bool, runs: Sequence[Run]) -> Candidate | None:
    """The name of the head that is a run of its own and not in brackets; a town before a province."""
    head = text[start:end]
    if not head.strip() or _LOWER_WORD.search(_BRACKETS.sub("", head)):
        return None
    best: Candidate | None = None
    for at in range(bisect_left(runs, start, key=_run_start), len(runs)):
        if runs[at][0].start >= end:
            break
        words = [word for word in runs[at] if word.end <= end]
        found = _whole_run(words) if words and not _bracketed(text, start, words[0].start) else None
        if found is None or not (clear or _in_capitals(text, found)):
            continue
        if best is None or level_of((best.name.codes or best.name.seats)[0]) == "province":
            best = found
    return best


def _run_start(run: Run) -> int:
    return run[0].start


def _in_capitals(text: str, found: Candidate) -> bool:
    """Whether the town is printed in capitals, as datelines mostly are."""
    return text[found.start : found.end].isupper()


def _bracketed(text: str, start: int, at: int) -> bool:
    return text.rfind("(", start, at) > text.rfind(")", start, at)


def _whole_run(run: list[Word]) -> Candidate | None:
    """The name that a run of the head is, as a whole or as its end ("KABAR, Sampit")."""
    at = 1 if len(run) > 1 and run[0].text.lower() in ("kota", "kabupaten", "kab") else 0
    hit = longest_name(run, at)
    if hit is None or hit[0] != len(run) or hit[2].region:
        return None
    _, joined, name = hit
    kind = (
        kind_words()["kab"] if at and run[0].text.lower() != "kota" else None
    )  # "Kota Bima" may be just the town
    return Candidate(run[0].start, run[-1].end, run[at].start, joined, name, kind, firm=True, dateline=True)


def is_capital(code: str) -> bool:
    """Whether a regency is its province's capital or Jakarta, from where other places are reported too."""
    return code in _capitals() or code[:2] == "31"


def prior(codes: Sequence[str]) -> tuple[list[str], bool]:
    """What a dateline says about its article's place, and whether strongly.

    The capital of a province, or Jakarta, weakly says the province or the country; any other town says its
    regency (measured: 9 of 11 datelines that miss are capitals, `patterns/places`).
    """
    if not codes:
        return [], False
    if any(code[:2] == "31" for code in codes):
        return [COUNTRY], False
    if any(is_capital(code) for code in codes):
        return [codes[0][:2]], False
    return list(codes), len(codes) == 1
