"""The acceptance steps of an outlet against its live site, from its listings to one of its articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extractor.fetching.client import Client
from extractor.fetching.listings.addresses import check
from extractor.fetching.listings.found import Found
from extractor.outlets.article_key import canonical_address
from extractor.outlets.outlet import Listing, Outlet, OutletError
from extractor.probe import keyword_steps as keywords
from extractor.probe.article_steps import article_verdicts
from extractor.probe.asking import Asking
from extractor.probe.link_steps import are_articles, are_new, are_there, may_be_asked
from extractor.probe.listed import Listed, Span, address, listed
from extractor.probe.sitemap import listed_in_sitemaps
from extractor.probe.verdict import Judged, Verdict

_KEYWORD = ("{query}", "{slug}")
_NOT_TOLD: Judged = (None, "page 1 lists no article")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for: a real keyword, today's news, and those of a day of the past."""

    query: str
    today: dt.date
    past: dt.date

    @property
    def yesterday(self) -> dt.date:
        """The last day that is over."""
        return self.today - dt.timedelta(1)


def probe(outlet: Outlet, client: Client, plan: Plan) -> Iterator[Verdict]:
    """Judges an outlet's listings and one of its articles; whatever goes wrong is a step that failed.

    Every page is asked for once; a listing takes one to four requests, a sitemap up to six.
    """
    asking = Asking(client, outlet.delay)
    articles: dict[str, Found] = {}
    for each in outlet.listings:
        judged = _Listing(asking, outlet, each, plan)
        yield from judged.verdicts()
        for key, found in judged.articles.items():
            articles.setdefault(key, found)
    yield from article_verdicts(asking, outlet, _addresses(articles.values(), outlet, plan.query))


def _addresses(articles: Iterable[Found], outlet: Outlet, query: str) -> Sequence[str]:
    """The addresses of articles, those first that name the query."""
    ordered = sorted(articles, key=lambda found: not keywords.names(found, query))
    return [canonical_address(found.url, outlet) for found in ordered]


@dataclass(slots=True)
class _Listing:
    """One listing, and the articles that it gave."""

    asking: Asking
    outlet: Outlet
    listing: Listing
    plan: Plan
    articles: dict[str, Found] = field(default_factory=dict)

    def verdicts(self) -> Iterator[Verdict]:
        """What the steps for this kind of listing say."""
        try:
            check(self.listing)
            url = self._address(self.plan.query, self._first_span())
        except (OutletError, ValueError) as error:
            yield Verdict("links", self._of, self.listing.url, False, str(error))
            return
        allowed = may_be_asked(self.asking, url)
        yield Verdict("robots", self._of, url, *allowed)
        if allowed[0]:
            for step, judged in self._steps():
                yield Verdict(step, self._of, url, *judged)

    @property
    def _of(self) -> str:
        return f"listing {self.listing.kind}"

    def _steps(self) -> Iterator[tuple[str, Judged]]:
        if self.listing.kind == "sitemap":
            return self._sitemap()
        if any(place in self.listing.url for place in _KEYWORD):
            return self._search()
        return self._dated_index() if self.listing.kind == "dated-index" else self._feed()

    def _search(self) -> Iterator[tuple[str, Judged]]:
        query, span = self.plan.query, self._first_span()
        real = self._page(query, span)
        yield "keyword", keywords.names_keyword(real, query)
        yield "links", are_articles(real, self.outlet)
        if not real.articles:
            yield from ((step, _NOT_TOLD) for step in ("nonsense", "two-keywords", "pages"))
            return
        nonsense = self._page(keywords.NONSENSE, span, keep=False)
        yield "nonsense", keywords.gives_nothing(nonsense)
        other = self._page(keywords.UNRELATED, span, keep=False)
        yield "two-keywords", keywords.differs(real, other, keywords.UNRELATED)
        yield from self._second_page(real, span)

    def _feed(self) -> Iterator[tuple[str, Judged]]:
        span = self._first_span()
        first = self._page(self.plan.query, span)
        yield "links", are_articles(first, self.outlet)
        yield "new", are_new(first, self.plan.today)
        yield from self._second_page(first, span)

    def _sitemap(self) -> Iterator[tuple[str, Judged]]:
        found, left = listed_in_sitemaps(
            self.asking, self.outlet, self.listing, self.plan.query, self.plan.today
        )
        self.articles |= found.articles
        passed, told = are_articles(found, self.outlet)
        yield "links", (passed or bool(found.articles), told)  # sitemaps list rubrics and pages, too
        passed, told = are_new(found, self.plan.today)
        if not passed and left:
            passed, told = None, f"{told}; {left} more of its sitemaps were not asked for"
        yield "new", (passed, told)

    def _dated_index(self) -> Iterator[tuple[str, Judged]]:
        span = self._first_span()
        first = self._page("", span)
        yield "links", are_articles(first, self.outlet)
        if self.listing.reach == "past":
            yield "past", are_there(first, str(self.plan.past))
            recent = self._page("", self._span(self.plan.yesterday))
            yield "new", are_there(recent, str(self.plan.yesterday))
            yield "two-days", keywords.differs(first, recent, str(self.plan.yesterday))
        else:
            yield "new", are_there(first, str(self.plan.yesterday))
        yield from self._second_page(first, span)

    def _second_page(self, first: Listed, span: Span) -> Iterator[tuple[str, Judged]]:
        if "{page}" not in self.listing.url or not first.articles:
            return
        if first.pages is not None and first.pages < 2:
            yield "pages", (None, "the site says that there is one page")
            return
        second = self._page(self.plan.query, Span(span.until, span.since, page=2))
        yield "pages", keywords.turns(first, second)

    def _page(self, query: str, span: Span, *, keep: bool = True) -> Listed:
        page = listed(self.asking, self.outlet, self.listing, self._address(query, span))
        if keep:
            self.articles |= page.articles
        return page

    def _address(self, query: str, span: Span) -> str:
        return address(self.listing, self.outlet.host, query, span)

    def _first_span(self) -> Span:
        """The days that the first request is for: all for a search, one index otherwise."""
        if self.listing.kind != "dated-index":
            return Span(self.plan.today)
        return self._span(self.plan.past if self.listing.reach == "past" else self.plan.yesterday)

    def _span(self, day: dt.date) -> Span:
        return Span(day, day - dt.timedelta(self.listing.days - 1))
