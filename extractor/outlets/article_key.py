"""One key for all addresses of one article, and the address under which it is fetched and told."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.outlets.address import (
    Address,
    NoAddressError,
    Query,
    address_of,
    as_query,
    of_the_article,
    page_asked,
)
from extractor.outlets.outlet import Outlet, bare_host

_AMP_HEAD = re.compile(r"\A(?:/amp)+(?=/)")
_TAIL = re.compile(r"(?<=[^/])/(?:amp|all)(?=/?\Z)")  # the AMP form, all pages of the article
_PAGE = re.compile(r"/(?P<page>[1-9][0-9]?)(?P<slash>/?)\Z")
_INDEX = re.compile(r"(?<=/)index\.(?:html?|php)\Z", re.I)


def article_key(url: str, outlet: Outlet | None) -> str:
    """One text for all addresses of one article: "solopos.com#710584", else host, path and kept parameters.

    Two articles have two keys as far as the outlet tells them apart; scheme, mirrors, AMP forms, pages of the
    article, tracking parameters, fragment, and the last slash make no difference. Raises ValueError where
    `url` is no http(s) address at all.

    >>> article_key("http://www.contoh.id//2018/09/18/rekam/?utm_source=x#isi", None)
    'contoh.id/2018/09/18/rekam'
    """
    address = _canonical(url, outlet)
    site = replace(address, host=bare_host(address.host)).site
    if outlet is not None and _matches(address, outlet):
        found = _id(address.path, outlet)
        if found is not None:
            return f"{outlet.id_host or site}#{found}"
    return f"{site}{_bare(address.path) or '/'}{as_query(address.query)}"


def is_article(url: str, outlet: Outlet) -> bool:
    """Whether the address is of an article of the outlet, by its host and path; False for what is no address."""
    try:
        return _matches(_canonical(url, outlet), outlet)
    except NoAddressError:
        return False


def canonical_address(url: str, outlet: Outlet) -> str:
    """The address that a reader is shown: of the host that serves it, without AMP forms, pages and parameters.

    Scheme and last slash stay: many sites redirect where one is missing. Raises ValueError where `url` is no
    http(s) address at all.
    """
    return str(_canonical(url, outlet))


def whole_address(url: str, outlet: Outlet) -> str:
    """The canonical address, asking for all pages of the article at once where the outlet can be asked.

    Raises ValueError where `url` is no http(s) address at all.
    """
    address = _canonical(url, outlet)
    form = outlet.whole_page
    if form is None or not _matches(address, outlet):
        return str(address)
    if form.startswith("/"):
        return str(replace(address, path=_bare(address.path) + form))
    name, _, value = form.partition("=")
    return str(replace(address, query=(*address.query, (name, value))))


def serving_host(host: str, outlet: Outlet) -> str:
    """The outlet's own host that shows what a host of it shows: "jateng.antaranews.com" for its old name."""
    return _usual(Address("https", host, None, "/", ()), outlet).host


def page_number(url: str, outlet: Outlet) -> int | None:
    """Which page of an article an address shows: 1 where it says nothing; None for all pages, or no address."""
    try:
        address = address_of(url)
    except NoAddressError:
        return None
    _, number = _without_page(_usual(address, outlet), outlet)
    return number or page_asked(address.query)


def _canonical(url: str, outlet: Outlet | None) -> Address:
    address = address_of(url)
    if outlet is None or not outlet.owns(address.host):
        return replace(address, path=_plain(address.path), query=of_the_article(address.query))
    found, _ = _without_page(_usual(address, outlet), outlet)
    kept = _kept(address.query, outlet) if _matches(found, outlet) else of_the_article(address.query)
    return replace(found, query=kept)


def _plain(path: str) -> str:
    """The path without the parts that ask for the AMP form or for all pages of the article."""
    longer = ""
    while path != longer:  # one part may uncover another: /rekam/all/amp
        longer = path
        path = _INDEX.sub("", _TAIL.sub("", _AMP_HEAD.sub("", path)))
    return path


def _usual(address: Address, outlet: Outlet) -> Address:
    """The address in the outlet's usual form of host and path."""
    host, path = address.host, _plain(address.path)
    for form, usual in outlet.rewrite:
        match = form.fullmatch(host + path)
        if match is not None:
            host, slash, rest = match.expand(usual).partition("/")
            path = slash + rest
            break
    return replace(address, host=outlet.serving(host) or host, path=path)


def _without_page(address: Address, outlet: Outlet) -> tuple[Address, int | None]:
    """The address without the number of a page behind an article's path ("/rekam/2/"), and that number."""
    found = _PAGE.search(address.path)
    if found is None or _matches(address, outlet):
        return address, None
    shorter = replace(address, path=address.path[: found.start()] + found["slash"])
    return (shorter, int(found["page"])) if _matches(shorter, outlet) else (address, None)


def _kept(query: Query, outlet: Outlet) -> Query:
    return tuple((name, value) for name, value in query if name in outlet.keep_query)


def _matches(address: Address, outlet: Outlet) -> bool:
    path = _bare(address.path)
    owned = outlet.owns(address.host)
    return owned and any(form.fullmatch(path) or form.fullmatch(f"{path}/") for form in outlet.paths)


def _id(path: str, outlet: Outlet) -> str | None:
    matches = (form.search(_bare(path)) for form in outlet.ids)
    return next((match["id"] for match in matches if match is not None), None)


def _bare(path: str) -> str:
    return path.rstrip("/")
