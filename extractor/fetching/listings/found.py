"""What a listing gives, and what it is asked with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A link from a listing: where it leads, and what the listing says of the article.

    `url` is absolute, http or https, without fragment. `published` is the day as printed. `changed` knows its
    zone; a stamp that prints none is read as UTC, which in Indonesia is the later reading.
    """

    url: str
    title: str | None = None
    published: dt.date | None = None
    changed: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of a listing: its address after redirects, its bytes, its headers by lower-case names."""

    url: str
    body: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """The links of one page of a listing, and how many pages it says there are."""

    links: tuple[Found, ...]
    pages: int | None = None


Ask = Callable[[str], Answer | None]
Note = Callable[[str], None]


class ListingProblem(ValueError):  # noqa: N818 - names what was fetched, not our mistake
    """A page that is not the listing it should be; the message says why."""
