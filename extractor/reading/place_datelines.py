"""The dateline: the town before the dash of the first lines. It tells where the text was sent from, no more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.data import rows
from extractor.reading.gazetteer import COUNTRY, level_of
from extractor.reading.place_scan import Candidate, Word, longest_name, runs

_LINES = 14  # lines searched: menus, captions and bylines may stand before the lead
_HEAD = 90  # characters in which the dash must come
_DASH = re.compile(r"--+|[–—]|(?<=[A-Z ).])-(?=[ A-Z])| / |:(?=\s)")
_LOWER_WORD = re.compile(r"(?<![\w.@/-])[a-z][a-z]+(?![\w.])")


@cache
def _capitals() -> frozenset[str]:
    return frozenset(code for code, *_ in rows("places/capitals.tsv"))


def find_dateline(text: str, blocks: Sequence[tuple[int, int]]) -> Candidate | None:
    """The first dateline's town, accepted by its position alone; None where no line begins with one."""
    for start, end in _lines(text, blocks):
        for head_end, spaced in _heads(text, start, end):
            found = _town(text, start, head_end, spaced)
            if found is not None:
                return found
    return None


def _lines(text: str, blocks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    for first, last in blocks:
        at = first
        while at < last and len(lines) < _LINES:
            end = text.find("\n", at, last)
            end = last if end < 0 else end
            while at < end and text[at] in " \t\u00a0•-–":
                at += 1
            if end > at:
                lines.append((at, min(end, at + _HEAD)))
            at = end + 1
        if len(lines) >= _LINES:
            break
    return lines


def _heads(text: str, start: int, end: int) -> list[tuple[int, bool]]:
    """Ends of the stretches before the line's first two dashes, and whether the dash is a clear one."""
    found = []
    for match in _DASH.finditer(text, start, end):
        clear = match.group() != ":" and not (match.group() == "-" and text[match.start() - 1] != " ")
        found.append((match.start(), clear))
        if len(found) == 2:
            break
    return found


def _town(text: str, start: int, end: int, clear: bool) -> Candidate | None:
    head = text[start:end]
    if _LOWER_WORD.search(re.sub(r"\([^)]*\)", "", head)) or not head.strip():
        return None
    best: Candidate | None = None
    for run in runs(text, [(start, end)]):
        if _bracketed(text, start, run[0].start):
            continue
        found = _whole_run(run)
        if found is not None and (clear or _in_capitals(text, found)):
            best = found
    return best


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
    return Candidate(run[0].start, run[-1].end, run[at].start, joined, name, None, firm=True, dateline=True)


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
    return list(codes), all(level_of(code) == "regency" for code in codes)
