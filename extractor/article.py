"""The Article: one text in which all offsets count, its paragraphs, and which of it is page furniture."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from extractor.invisible import Printed
from extractor.report import Period


class UnreadableInput(ValueError):  # noqa: N818 - names the input, not our mistake
    """The input is no article that can be read; the message says what it is, and what would help."""


@dataclass(slots=True)
class Paragraph:
    """A stretch of the text: the title, a paragraph of the body, or a piece of page furniture.

    `section` is "title", "lead" or "body"; `furniture` names why it gives no figures ("related-link",
    "caption", "counter", "advert", "comment-form", "repeated", "before-title", "sign-off" …) or is None.
    """

    start: int
    end: int
    section: str
    furniture: str | None = None


@dataclass(slots=True)
class Article:
    """The article as read; all offsets count code points of `text`.

    `printed` is a text file's text with the characters that show nothing, where it has any; `sha256` is its.
    """

    source: str
    text: str
    sha256: str
    source_sha256: str
    title: str | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    furniture: list[tuple[int, int, str]] = field(default_factory=list)  # stretches inside paragraphs
    url: str | None = None
    canonical: str | None = None  # what its page says that its address is
    outlet: str | None = None
    published: Period | None = None
    retrieved: dt.datetime | None = None
    printed: Printed | None = None


def blocks(article: Article) -> list[tuple[int, int]]:
    """The stretches that may tell figures: title and paragraphs without furniture, in the text's order."""
    found: list[tuple[int, int]] = []
    holes = iter(article.furniture)
    hole = next(holes, None)
    for paragraph in article.paragraphs:
        start = paragraph.start
        while hole is not None and hole[0] < paragraph.end:
            if hole[0] >= paragraph.start and paragraph.furniture is None:
                _append_block(found, article.text, start, hole[0])
                start = hole[1]
            hole = next(holes, None)
        if paragraph.furniture is None:
            _append_block(found, article.text, start, paragraph.end)
    return found


def _append_block(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))
