"""The description of an outlet, as a file of `patterns/outlets` gives it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

KINDS = ("feed", "sitemap", "tag", "dated-index", "search", "wordpress")
_PAST = frozenset({"dated-index", "wordpress", "tag", "search"})  # others list what is new


class OutletError(ValueError):
    """A file that describes no outlet, with its name and the reason."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One way to find an outlet's articles.

    `url` may hold `{query}`, `{slug}` (the query as one hyphenated word), `{date}`, `{since}`, `{until}`, `{page}`.
    `date` is the strftime form of the dates in it; `days` how many days one index covers. `links` are CSS
    selectors of the links on an index page. `reach` is "past" where any age is listed, else "new".
    """

    kind: str
    url: str
    links: tuple[str, ...] = ()
    date: str = "%Y-%m-%d"
    days: int = 1
    first_page: int = 1
    most_pages: int = 50
    reach: str = "new"


@dataclass(frozen=True, slots=True)
class Selectors:
    """CSS selectors of the parts of an article's page, the first that matches first; `drop` goes before."""

    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a part of the description rests on: "stored page", "public code", "published report", "inferred"."""

    of: str
    how: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: hosts, home, addresses of its articles, where they are listed, what of a page is text.

    `hosts` are its own, the first the canonical one; `*.example.id` stands for all below it. `mirrors` are hosts
    that show the same articles under the same paths. `paths` are expressions that the path of an article's
    address matches as a whole; `ids` are searched in it, their group `id` names the article whatever the rest
    of its address says. `keep_query` are the parameters that belong to an article's address. `whole_page` is the
    parameter that asks for all pages at once, `next_page` selects the link to the next one. `dateline` and
    `signature` are expressions of how a body begins and ends.
    """

    name: str
    title: str
    hosts: tuple[str, ...]
    mirrors: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    zone: str = "Asia/Jakarta"
    paths: tuple[re.Pattern[str], ...] = ()
    ids: tuple[re.Pattern[str], ...] = ()
    keep_query: tuple[str, ...] = ()
    whole_page: str | None = None
    next_page: tuple[str, ...] = ()
    delay: float = 1.0
    dateline: tuple[re.Pattern[str], ...] = ()
    signature: tuple[re.Pattern[str], ...] = ()
    select: Selectors = field(default_factory=Selectors)
    listings: tuple[Listing, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def host(self) -> str:
        """The canonical host."""
        return self.hosts[0].removeprefix("*.")

    def owns(self, host: str) -> bool:
        """Whether the host shows this outlet's articles."""
        return any(_covers(pattern, host) for pattern in (*self.hosts, *self.mirrors))


def _covers(pattern: str, host: str) -> bool:
    if pattern.startswith("*."):
        return host.endswith(pattern[1:])
    return host == pattern


def outlet_of(name: str, table: Mapping[str, Any], where: str) -> Outlet:
    """The outlet in a parsed file named `name`. Raises OutletError, which names `where`, on anything unknown."""
    try:
        return _Table(dict(table)).outlet(name)
    except (ValueError, TypeError, KeyError, re.error) as error:
        reason = f"'{error.args[0]}' is missing" if isinstance(error, KeyError) else str(error)
        raise OutletError(f"{where}: {reason}") from error


class _Table:
    """A table of the file, whose keys are taken out one by one; one that is left over is a mistake."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def outlet(self, name: str) -> Outlet:
        article = self._sub("article")
        select = self._sub("select")
        made = Outlet(
            name=name,
            title=self._text("title"),
            hosts=self._texts("hosts"),
            mirrors=self._texts("mirrors"),
            home=self._texts("home"),
            zone=self._text("zone", "Asia/Jakarta"),
            delay=float(self._values.pop("delay", 1.0)),
            paths=article._expressions("paths"),
            ids=article._expressions("ids"),
            keep_query=article._texts("keep_query"),
            whole_page=article._text("whole_page", "") or None,
            next_page=article._texts("next_page"),
            dateline=article._expressions("dateline"),
            signature=article._expressions("signature"),
            select=Selectors(**{part: select._texts(part) for part in ("title", "body", "date", "drop")}),
            listings=tuple(_Table(each)._listing() for each in self._values.pop("listing", ())),
            evidence=tuple(_Table(each)._evidence() for each in self._values.pop("evidence", ())),
        )
        for table in (self, article, select):
            table._end()
        if not made.hosts:
            raise ValueError("'hosts' is empty")
        if any("id" not in each.groupindex for each in made.ids):
            raise ValueError("each of 'ids' needs a group named id")
        return made

    def _listing(self) -> Listing:
        kind = self._text("kind")
        if kind not in KINDS:
            raise ValueError(f"'{kind}' is no kind of listing; there are {', '.join(KINDS)}")
        made = Listing(
            kind=kind,
            url=self._text("url"),
            links=self._texts("links"),
            date=self._text("date", "%Y-%m-%d"),
            days=int(self._values.pop("days", 1)),
            first_page=int(self._values.pop("first_page", 1)),
            most_pages=int(self._values.pop("most_pages", 50)),
            reach=self._text("reach", "past" if kind in _PAST else "new"),
        )
        self._end()
        return made

    def _evidence(self) -> Evidence:
        made = Evidence(self._text("of"), self._text("how"), self._text("note", ""))
        self._end()
        return made

    def _sub(self, name: str) -> _Table:
        return _Table(dict(self._values.pop(name, {})))

    def _text(self, name: str, default: str | None = None) -> str:
        value = self._values.pop(name) if default is None else self._values.pop(name, default)
        if not isinstance(value, str):
            raise TypeError(f"'{name}' must be a text")
        return value

    def _texts(self, name: str) -> tuple[str, ...]:
        value = self._values.pop(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise TypeError(f"'{name}' must be a list of texts")
        return tuple(value)

    def _expressions(self, name: str) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(each) for each in self._texts(name))

    def _end(self) -> None:
        if self._values:
            raise ValueError(f"'{next(iter(self._values))}' is no key of an outlet's file")
