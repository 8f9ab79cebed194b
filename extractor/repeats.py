"""Finds what a page prints twice: titles, teasers, paragraphs that come again after the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.article import Paragraph
from extractor.line_shapes import dateline_end, ends_sentence

_KEY = 32  # characters on which candidates are looked up
_COMPARED = 6  # candidates with the same beginning that are compared in full: keeps a hostile page linear
_SHORTEST = 40  # characters of a repeated paragraph; shorter lines with numbers may be rows of a table
_SHORTEST_CUT = 8  # characters of a piece that breaks off right after a repeated paragraph
_SHORTEST_WORDS = 12  # the same for lines without a number
_NOT_WORD = re.compile(r"[\W_]+")


class _Print:
    """A paragraph as printed, dateline aside."""

    __slots__ = ("_squashed", "_start", "_text", "key", "paragraph")

    def __init__(self, text: str, paragraph: Paragraph) -> None:
        start, end = paragraph.start, paragraph.end
        begin = text[start : min(end, start + 160)]
        self.paragraph = paragraph
        self._start = start + (dateline_end(begin) or 0)
        self._text = text
        self._squashed: str | None = None
        self.key = _squash(text[self._start : min(end, self._start + 80)])[:_KEY]

    @property
    def squashed(self) -> str:
        if self._squashed is None:
            self._squashed = _squash(self._text[self._start : self.paragraph.end])
        return self._squashed

    @property
    def cut_off(self) -> bool:
        words = self._text[max(self.paragraph.start, self.paragraph.end - 120) : self.paragraph.end]
        return words.endswith(("…", "...", "…]", "...]")) or not ends_sentence(words)


def _squash(text: str) -> str:
    return _NOT_WORD.sub("", text).lower()


def mark_repeats(text: str, paragraphs: Sequence[Paragraph]) -> None:
    """Marks repeated paragraphs, cut-off copies and teasers as furniture, in place.

    Of two equal paragraphs the later is "repeated"; so is a later one that breaks off after 40 characters or
    more, or anywhere inside a repeated passage. An earlier one that breaks off where a later one goes on is a
    "teaser".
    """
    seen: dict[str, list[int]] = {}
    prints = [_Print(text, paragraph) for paragraph in paragraphs if paragraph.furniture is None]
    copied = -1  # the paragraph that should come next if a passage is printed again
    for index, this in enumerate(prints):
        if not this.key:
            continue
        original: int | None
        if copied >= 0 and _continues_copy(prints[copied], this):
            this.paragraph.furniture = "repeated"
            original = copied
        else:
            earlier = seen.setdefault(this.key, [])
            original = next((other for other in earlier[:_COMPARED] if _compare(prints[other], this)), None)
            if original is None:
                earlier.append(index)
        copied = original + 1 if original is not None and original + 1 < index else -1


def _continues_copy(original: _Print, this: _Print) -> bool:
    """Whether a passage that is printed again breaks off here: too short to be told from chance elsewhere."""
    piece = this.squashed
    return len(piece) >= _SHORTEST_CUT and this.cut_off and original.squashed.startswith(piece)


def _compare(earlier: _Print, later: _Print) -> bool:
    """Marks the later print as repeated, and tells so, or the earlier as its teaser."""
    if earlier.paragraph.furniture is not None:
        return False
    first, second = earlier.squashed, later.squashed
    title = earlier.paragraph.section == "title"
    if first == second:
        repeated = len(first) >= _SHORTEST or _is_wordy(first) or title
    else:
        repeated = len(second) >= _SHORTEST and first.startswith(second)
    if repeated:
        later.paragraph.furniture = "repeated"
    elif len(first) >= _SHORTEST and not title and earlier.cut_off and second.startswith(first):
        earlier.paragraph.furniture = "teaser"
        if earlier.paragraph.section == "lead":
            earlier.paragraph.section, later.paragraph.section = "body", "lead"
    return repeated


def _is_wordy(squashed: str) -> bool:
    return len(squashed) >= _SHORTEST_WORDS and not any(char.isdigit() for char in squashed)
