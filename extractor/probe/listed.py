"""One page of a listing, as it is asked for and read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from extractor.fetching.answer import Response
from extractor.fetching.listings.addresses import escaped_date, filled, words_of_address
from extractor.fetching.listings.days import printed_day
from extractor.fetching.listings.feeds import read_feed
from extractor.fetching.listings.found import Answer, Found, ListingProblem, Page
from extractor.fetching.listings.index_pages import links_in
from extractor.fetching.listings.walk import BEGINNING
from extractor.fetching.listings.wordpress import read_posts
from extractor.fetching.page_kind import no_article
from extractor.fetching.page_text import page_text
from extractor.outlets.article_key import article_key, is_article
from extractor.outlets.outlet import Listing, Outlet
from extractor.probe.asking import Asking

_KINDS = {
    "missing": "a page that says that nothing is there",
    "login": "a login came",
    "challenge": "a challenge to show that one is human came",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """The links on a page of a listing, or what came in place of them.

    `articles` are those links that are of the outlet's articles, by key. `trouble` says why there are no links;
    `missing` that the server answers that nothing is there. `pages` is how many pages the site says there are.
    """

    url: str
    links: tuple[Found, ...] = ()
    articles: Mapping[str, Found] = field(default_factory=dict)
    trouble: str = ""
    missing: bool = False
    pages: int | None = None

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the articles."""
        return frozenset(self.articles)


@dataclass(frozen=True, slots=True)
class Span:
    """What is put into an address beside the query: a day or the days between two, and the page from 1."""

    until: dt.date
    since: dt.date = BEGINNING
    page: int = 1


def address(listing: Listing, host: str, query: str, span: Span) -> str:
    """The address of a page of a listing. Raises ValueError where its form of a date is none."""
    since, until = (escaped_date(printed_day(day, listing.date)) for day in (span.since, span.until))
    page = str(listing.first_page + span.page - 1)
    dates = {"since": since, "until": until, "date": until}
    return filled(listing.url, {**words_of_address(query, host), **dates, "page": page})


def listed(asking: Asking, outlet: Outlet, listing: Listing, url: str) -> Listed:
    """The page of a listing at an address."""
    asked = asking.get(url)
    if asked.response is None:
        return Listed(url, trouble=asked.trouble, missing=asked.missing)
    try:
        page = _read(asked.response, listing, ZoneInfo(outlet.zone))
    except ListingProblem as problem:
        kind = no_article(*page_text(asked.response.body))
        return Listed(url, trouble=_KINDS.get(kind or "", str(problem)))
    articles = articles_in(page.links, outlet)
    kind = None if articles else no_article(*page_text(asked.response.body))
    trouble = _KINDS.get(kind or "", "")
    return Listed(url, page.links, articles, trouble, missing=kind == "missing", pages=page.pages)


def articles_in(links: tuple[Found, ...], outlet: Outlet) -> dict[str, Found]:
    """The links of the outlet's articles by key, each article once."""
    found: dict[str, Found] = {}
    for link in links:
        if is_article(link.url, outlet):
            found.setdefault(article_key(link.url, outlet), link)
    return found


def answer_of(response: Response) -> Answer:
    """The response as the readers of listings take it."""
    return Answer(response.url, response.body, {name.lower(): value for name, value in response.headers})


def about(found: Found) -> str:
    """What a link says of its article: the title, and the words of the address."""
    return f"{found.title or ''} {unquote(urlsplit(found.url).path)}"


def _read(response: Response, listing: Listing, zone: dt.tzinfo) -> Page:
    answer = answer_of(response)
    if listing.kind == "feed":
        return read_feed(answer, zone)
    if listing.kind == "wordpress":
        return read_posts(answer)
    return Page(tuple(links_in(answer.body, answer.url, listing.links)))


def without_article(page: Listed) -> str:
    """What a page lists that lists no article."""
    if not page.links:
        return "no link"
    return f"no article of the outlet among the links ({len(page.links)}), as {page.links[0].url}"


def counted(articles: int) -> str:
    """The number with its noun."""
    return "1 article" if articles == 1 else f"{articles} articles"
