"""The parts of an outlet's description: its listings, the selectors of its pages, what they rest on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Listing:
    """One way to find an outlet's articles.

    `url` may hold `{query}`, `{slug}` (the query as one hyphenated word), `{date}`, `{since}`, `{until}`, `{page}`.
    `date` is the strftime form of the dates in it, which are put in as they are: a form may hold "/" or "&".
    `days` is how many days one index covers. `links` are CSS selectors of the links on an index page. `reach`
    is "past" where any age is listed, else "new".
    """

    kind: str
    url: str
    links: tuple[str, ...] = ()
    date: str = "%Y-%m-%d"
    days: int = 1
    first_page: int = 1
    most_pages: int = 50
    reach: str = "new"

    def at(self, host: str) -> Listing:
        """The same listing of one host of a family: `{host}` filled in."""
        return replace(self, url=self.url.replace("{host}", host))


@dataclass(frozen=True, slots=True)
class Selectors:
    """CSS selectors of the parts of an article's page, the first that matches first; `drop` goes before.

    `drop_lines` are expressions of whole lines of the body that are no text of the article.
    """

    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    drop_lines: tuple[re.Pattern[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a part of the description rests on: "stored page", "public code", "published report", "inferred"."""

    of: str
    how: str
    note: str = ""
