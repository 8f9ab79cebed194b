"""Text, HTML or bytes to an Article: one text in which all offsets count, with its furniture marked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from extractor.report import Period


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
    """The article as read; all offsets count code points of `text`."""

    source: str
    text: str
    sha256: str
    source_sha256: str
    title: str | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    furniture: list[tuple[int, int, str]] = field(default_factory=list)  # stretches inside paragraphs
    url: str | None = None
    outlet: str | None = None
    published: Period | None = None
    retrieved: dt.datetime | None = None
