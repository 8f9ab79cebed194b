"""What the store holds: addresses, where their answers are kept, articles."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["new", "changed", "same"]


@dataclass(frozen=True, slots=True)
class Page:
    """An address that was asked, under the key of its article, and what became of it.

    `state`: "article"; "other" (an article on something else); "moved" (its `reason` is the address of
    its article); "missing", "refused", "login", "challenge", "elsewhere" (it led to another site), "forbidden"
    (by the guard or robots.txt), "failed" and "unreadable", each with its `reason`.
    """

    key: str
    url: str
    outlet: str
    state: str
    reason: str | None = None
    etag: str | None = None
    modified: str | None = None
    checked: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Captured:
    """Where an answer is kept: the part of the article that it is, and its place in the archive."""

    url: str
    fetched: dt.datetime
    status: int
    sha256: str
    warc: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Stored:
    """An article in the store, with where its pages are kept; `published` is a Period as JSON."""

    id: int
    key: str
    url: str
    outlet: str
    retrieved: dt.datetime
    published: str | None
    captures: tuple[Captured, ...]
