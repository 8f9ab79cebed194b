"""The description of an outlet, as a file of `patterns/outlets` gives it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from extractor.outlets.checks import (
    KINDS,
    OutletError,
    check_evidence,
    check_listing,
    check_rewrite,
    check_selectors,
    check_whole_page,
    check_zone,
)
from extractor.outlets.parts import Evidence, Listing, Selectors

__all__ = ["KINDS", "Evidence", "Listing", "Outlet", "OutletError", "Selectors", "outlet_of"]

_PAST = frozenset({"dated-index", "wordpress", "tag", "search"})  # others list what is new
_REPEATING = ("www.", "m.", "amp.")  # what stands before a host that shows the same articles


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: hosts, home, addresses of its articles, where they are listed, what of a page is text.

    `hosts` are its own, the first the canonical one; `*.example.id` stands for all below it. `mirrors` are hosts
    that show the same articles under the same paths; `www.`, `m.` and `amp.` before a host go without saying.
    `paths` are expressions that the path of an article's address matches as a whole, its last slash aside;
    `ids` are searched in it, their group `id` names the article whatever the rest of its address says. Ids of
    two hosts are apart, unless `id_host` names the one host that stands for all. `rewrite` turns other forms
    of host and path into the usual one. `keep_query` are the parameters that belong to an article's address.
    `whole_page` is the parameter ("page=all") or end of the path ("/all") that asks for all pages at once,
    `next_page` selects the link to the next one. `dateline` and `signature` are expressions of how a body
    begins and ends. `host_listings` are listings with `{host}` in them: each of the hosts is an outlet of its
    own, see `at`.
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
    id_host: str | None = None
    rewrite: tuple[tuple[re.Pattern[str], str], ...] = ()
    host_listings: tuple[Listing, ...] = ()

    @property
    def host(self) -> str:
        """The canonical host."""
        return self.hosts[0].removeprefix("*.")

    def owns(self, host: str) -> bool:
        """Whether the host shows this outlet's articles."""
        return self.serving(host) is not None

    def serving(self, host: str) -> str | None:
        """The one of its own hosts that shows what a host shows; None for a host of another outlet."""
        if host in self.mirrors:
            return self.host
        bare = bare_host(host)
        for own in (host, f"www.{bare}", bare):
            if own in self.hosts:
                return own
        if bare in self.mirrors:
            return self.host
        return next((own for own in (bare, host) if self._below(own)), None)

    def _below(self, host: str) -> bool:
        return any(own.startswith("*.") and host.endswith(own[1:]) for own in self.hosts)

    def at(self, host: str, home: tuple[str, ...], zone: str) -> Outlet:
        """One host of a family as an outlet of its own, with its own home and listings."""
        name = bare_host(host)
        return replace(
            self,
            name=name,
            title=self.title.replace("{host}", name) if "{host}" in self.title else f"{self.title}: {name}",
            hosts=(host,),
            mirrors=(),
            home=home,
            zone=zone,
            listings=tuple(each.at(host) for each in self.host_listings),
            host_listings=(),
        )


def bare_host(host: str) -> str:
    """The host without what marks one that repeats another: "www.contoh.id", "m.contoh.id"."""
    return next((host[len(b) :] for b in _REPEATING if host.startswith(b) and host.count(".") >= 2), host)


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
        listings = tuple(each._listing() for each in self._tables("listing"))
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
            select=select._selectors(),
            listings=listings,
            evidence=tuple(each._evidence() for each in self._tables("evidence")),
            id_host=article._text("id_host", "") or None,
            rewrite=article._rewrite(),
        )
        for table in (self, article, select):
            table._end()
        if not made.hosts:
            raise ValueError("'hosts' is empty")
        if any("id" not in each.groupindex for each in made.ids):
            raise ValueError("each of 'ids' needs a group named id")
        check_zone(made.zone)
        check_whole_page(made.whole_page)
        if not any("{host}" in each.url for each in listings):
            return made
        own = () if made.hosts[0].startswith("*.") else tuple(each.at(made.host) for each in listings)
        return replace(made, listings=own, host_listings=listings)

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
        check_listing(made.kind, made.url, made.reach)
        check_selectors(made.links)
        return made

    def _selectors(self) -> Selectors:
        made = Selectors(
            title=self._texts("title"),
            body=self._texts("body"),
            date=self._texts("date"),
            drop=self._texts("drop"),
            drop_lines=self._expressions("drop_lines"),
        )
        check_selectors((*made.title, *made.body, *made.date, *made.drop))
        return made

    def _rewrite(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        pairs = self._values.pop("rewrite", [])
        return tuple((re.compile(form), check_rewrite(form, usual)) for form, usual in pairs)

    def _evidence(self) -> Evidence:
        made = Evidence(self._text("of"), self._text("how"), self._text("note", ""))
        self._end()
        check_evidence(made.how)
        return made

    def _sub(self, name: str) -> _Table:
        return _Table(dict(self._values.pop(name, {})))

    def _tables(self, name: str) -> list[_Table]:
        values = self._values.pop(name, [])
        if not isinstance(values, list) or not all(isinstance(each, dict) for each in values):
            raise TypeError(f"'{name}' must be a list of tables: [[{name}]]")
        return [_Table(dict(each)) for each in values]

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
