"""Tells page furniture from news, by the phrases in `patterns/indonesian/furniture.tsv`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.data import rows

LONGEST_LINE = 400  # characters; no piece of furniture that stands on its own line is longer
_LABEL = 9  # characters of the shortest label of a link: "baca juga"
_LEADING = " \t\u00a0\u200b([{*_>»•●▪■►▶–—|·~=+-"
_TRAILING = " \t\u00a0\u200b|*_)]}"
_BRACKET = re.compile(r"[(\[<!]")
# a link glued to the next sentence: "SesuaiKepala dinas"
_RUN_ON = re.compile(r"(?<=[a-z]{2})(?=(?!App|Tube|Tok)[A-Z][a-z]+ [a-z])")
_LINK_END = re.compile(r"[.!?]\s")
_SIGN_OFF = re.compile(
    r"[.!?…”\"]\s*([(\[](?:[^()\[\]\d]{1,80}|[^()\[\]\s]{1,30}/[^()\[\]\s]{1,30})[)\]])\.?\Z"
)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The patterns of one kind: together in one expression to say no fast, and to name the one that fits."""

    any: re.Pattern[str]
    which: re.Pattern[str]  # the same, each pattern in a group of its own
    each: tuple[tuple[re.Pattern[str], str, int], ...]

    def reason(self, line: str) -> str | None:
        """The reason of the first pattern that is the whole line and not too long for its kind."""
        if self.any.fullmatch(line) is None:
            return None
        match = self.which.fullmatch(line)
        first = (match.lastindex or 1) - 1 if match else 0
        for pattern, reason, longest in self.each[first:]:
            if (not longest or len(line) <= longest) and pattern.fullmatch(line):
                return reason
        return None


@cache
def _phrases(where: str, flags: int = 0) -> _Phrases:
    chosen = [row for row in rows("indonesian/furniture.tsv") if row[0] == where]
    each = tuple((re.compile(row[3], flags), row[1], int(row[2])) for row in chosen)
    return _Phrases(
        re.compile("|".join(f"(?:{row[3]})" for row in chosen), flags),
        re.compile("|".join(f"({row[3]})" for row in chosen), flags),
        each,
    )


def bare(line: str) -> str:
    """The line in lower case without bullets and brackets around it, as the phrases expect it."""
    return line.lower().lstrip(_LEADING).rstrip(_TRAILING)


def line_reason(line: str, where: str) -> str | None:
    """Why a bare line is furniture by the phrases of one kind ("line", "early", "late" …), or None."""
    if not line:
        return "markup" if where == "line" else None
    return _phrases(where).reason(line) if len(line) <= LONGEST_LINE else None


@cache
def _ending() -> tuple[re.Pattern[str], int]:
    phrases = _phrases("ending")
    return re.compile(f"(?:{phrases.any.pattern})\\Z"), max(row[2] for row in phrases.each)


def ends_as_caption(line: str) -> bool:
    """Whether a short line without a quotation ends with a photograph's credit ("… Foto-Istimewa")."""
    pattern, longest = _ending()
    if len(line) > longest or any(mark in line for mark in '"“”'):
        return False
    return pattern.search(line[-60:].lower()) is not None


def is_challenge(text: str) -> bool:
    """Whether a short page asks to log in, to wait or to prove that a person reads it."""
    return _phrases("challenge").any.search(text.lower()) is not None


def link_end(text: str, start: int, end: int) -> int:
    """Where a related link that begins at `start` ends: at `end`, or before the sentence glued to it."""
    if end - start <= 120:
        return end
    inside = start + _LABEL
    match = _RUN_ON.search(text, inside, end)
    if match:
        return match.start()
    match = _LINK_END.search(text, inside, end) if end - start > 250 else None
    return match.start() + 1 if match else end


def runs_on(line: str) -> bool:
    """Whether a line that begins with a related link goes on with a sentence of the article."""
    return _phrases("glued").any.match(line) is not None and link_end(line, 0, len(line)) < len(line)


def inline_furniture(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The furniture inside one paragraph in order: links, captions, adverts and tags, then its sign-off."""
    found: list[tuple[int, int, str]] = []
    inline = _phrases("inline", re.IGNORECASE)
    for bracket in _BRACKET.finditer(text, start, end):
        match = inline.any.match(text, bracket.start(), end)
        if match:
            found.append((*match.span(), inline.reason(match[0]) or "markup"))
    found += _glued_links(text, start, end)
    last = _SIGN_OFF.search(text, max(start, end - 100), end)
    if last:
        found.append((last.start(1), last.end(1), "sign-off"))
    yield from _apart(sorted(found))


def _glued_links(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    match = _phrases("glued").any.search(text, start, end)
    while match:
        over = link_end(text, match.start(), end)
        yield match.start(), over, "related-link"
        match = _phrases("glued").any.search(text, over, end)


def _apart(found: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    last = -1
    for start, end, reason in found:
        if start >= last:
            yield start, end, reason
            last = end
