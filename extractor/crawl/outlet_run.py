"""The crawl of one outlet: its listings walked, each article that may matter fetched, kept and read."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import cast
from zoneinfo import ZoneInfo

from extractor.archive.capture import Place
from extractor.article import Article, UnreadableInput
from extractor.crawl.asking import Listings
from extractor.crawl.leaving import Left
from extractor.crawl.plan import Plan
from extractor.crawl.tally import Tally
from extractor.engine import Extractor
from extractor.fetching.answer import Response
from extractor.fetching.article_pages import Fetched, fetch_article
from extractor.fetching.client import Client
from extractor.fetching.errors import FetchError, HostFailedError, NotAskedError, NotThereError
from extractor.fetching.listings.found import Found
from extractor.fetching.listings.relevance import matters, may_matter
from extractor.fetching.listings.walk import walk
from extractor.fetching.pace import StoppedError
from extractor.fetching.page_kind import no_article
from extractor.fetching.page_text import page_text
from extractor.loading import article_from_pages
from extractor.naming import fault
from extractor.outlets.article_key import article_key, canonical_address, is_article
from extractor.outlets.outlet import Listing, Outlet, OutletError
from extractor.report import Period
from extractor.store.entries import Captured, Page
from extractor.store.store import Store

_ORDER = ("feed", "sitemap", "wordpress", "search", "tag", "dated-index")  # the quickest first
_SEARCHED = frozenset({"search", "wordpress", "tag"})
_SETTLED = frozenset({"article", "other", "unreadable", "elsewhere", "moved"})
_ASKED_AGAIN = dt.timedelta(days=7)  # what was not there may have come
_NO_ARTICLE = {
    "missing": "the page says that nothing is there",
    "login": "the page asks for a login",
    "challenge": "the page asks to prove that a person reads it",
    "elsewhere": "the address leads to another site",
}
_REFUSALS = frozenset({401, 402, 403, 407, 451})
_LOOK_AGAIN = 0.2  # seconds between two looks at what another run works on
_NOT_KEPT = frozenset({"failed", "missing"})  # there may be an article at another of its addresses


class OutletRun:
    """One outlet in one run. `stop` raises StoppedError once the run is to end."""

    def __init__(
        self,
        outlet: Outlet,
        plan: Plan,
        run: int,
        *,
        client: Client,
        store: Store,
        extractor: Extractor,
        tally: Tally,
        stop: Callable[[], None],
        note: Callable[[str], None],
    ) -> None:
        self._outlet, self._plan, self._run = outlet, plan, run
        self._client, self._store, self._extractor = client, store, extractor
        self._tally, self._stop, self._note = tally, stop, note
        self._left = Left(outlet.host)
        self._listings = Listings(
            outlet, run, client=client, store=store, tally=tally, stop=stop, left=self._left
        )
        self._seen: set[str] = set()
        self._claimed: list[tuple[str, str, Page | None, Found]] = []  # by other runs

    def crawl(self) -> None:
        """Walks all listings, those of which a page failed once more at the end.

        Raises HostFailedError when a host is to be left for later, one that is not the outlet's first only when
        all others were walked, OutletError when no listing is there, and StoppedError.
        """
        broken = [listing for listing in self._chosen() if not self._walk(listing)]
        for listing in broken:  # pages that came are kept: only those that failed are asked for
            self._walk(listing)
        self._take_what_others_left()
        self._left.end()
        if self._listings.asked and not self._listings.answered:
            raise OutletError(
                f"none of its listings gives an answer; 'extract outlets probe {self._outlet.name}' tries each"
            )

    def _walk(self, listing: Listing) -> bool:
        """Walks a listing; whether all its pages came that there are."""
        self._tally.state = f"working: {listing.kind}"
        before = self._listings.failures
        found = walk(
            listing,
            partial(self._listings.ask, kind=listing.kind),
            query=self._plan.query,
            since=self._plan.since,
            until=self._plan.until,
            today=self._plan.today,
            host=self._outlet.host,
            zone=ZoneInfo(self._outlet.zone),
            note=self._note,
        )
        for link in found:
            self._stop()
            self._look(link, searched=listing.kind in _SEARCHED)
        return self._listings.failures == before

    def _chosen(self) -> Sequence[Listing]:
        kinds = self._plan.kinds
        chosen = [each for each in self._outlet.listings if not kinds or each.kind in kinds]
        return sorted(chosen, key=lambda each: _ORDER.index(each.kind))

    def _look(self, found: Found, *, searched: bool) -> None:
        """Fetches what a link leads to, where it is an article asked for that is not there yet.

        `searched`: the site itself found the query in it, perhaps not in its title.
        """
        try:
            url = canonical_address(found.url, self._outlet)
        except ValueError:
            return
        if not is_article(url, self._outlet) or not self._plan.holds(found.published):
            return
        key = article_key(url, self._outlet)
        if key in self._seen:
            return
        if not searched and not may_matter(replace(found, url=url), self._plan.words):
            return
        known = self._store.page(key)
        if known is not None and known.state == "moved" and known.reason is not None:
            url, key = known.reason, article_key(known.reason, self._outlet)
            known = self._store.page(key)
            if key in self._seen:
                return
        self._seen.add(key)
        self._tally.count("found")
        if known is not None and not self._again(known, found):
            self._tally.count("known")
            return
        if self._left.holds(url):
            return
        if not self._store.claim(key):
            self._claimed.append((key, url, known, found))
        elif not self._done_meanwhile(key, known):
            self._take(Page(key, url, self._outlet.name, "failed"), known, found)

    def _take_what_others_left(self) -> None:
        """Takes what another run had claimed and did not keep, once it ends its claim or that ends by itself."""
        while self._claimed:
            key, url, known, found = self._claimed.pop(0)
            while not self._store.claim(key):
                self._stop()
                time.sleep(_LOOK_AGAIN)
            if not self._done_meanwhile(key, known):
                self._take(Page(key, url, self._outlet.name, "failed"), known, found)

    def _done_meanwhile(self, key: str, known: Page | None) -> bool:
        """Whether another run kept the address between our look and our claim."""
        now = self._store.page(key)
        done = now is not None and (known is None or now.checked != known.checked)
        if done:
            self._store.let_go(key)
        return done

    def _again(self, known: Page, found: Found) -> bool:
        """Whether an address is asked again that gave something before."""
        if self._plan.refresh or known.checked is None:
            return True
        if known.state in _SETTLED:
            return found.changed is not None and found.changed > known.checked
        return (
            known.state not in ("missing", "refused")
            or dt.datetime.now(dt.UTC) - known.checked > _ASKED_AGAIN
        )

    def _take(self, page: Page, known: Page | None, found: Found) -> None:
        """Fetches a claimed address and keeps what became of it."""
        try:
            fetched = self._fetched(page, known)
            if fetched.first.unchanged:
                self._tally.count("known")
                self._store.touch(self._run, page.key)
            else:
                self._keep(page, fetched, found)
        except FetchError as error:
            self._fail(page, known, error)
        except (OSError, sqlite3.Error, StoppedError):
            self._store.let_go(page.key)
            raise
        except Exception as error:  # a mistake of ours on one article must not lose the others
            self._stop()  # connections are closed under what goes on too long
            self._without(page, "failed", fault(error), ())
        except BaseException:
            self._store.let_go(page.key)
            raise

    def _fetched(self, page: Page, known: Page | None) -> Fetched:
        """The article's pages; of one that is in the store only whether it is unchanged, where that is so."""
        same = known if known is not None and known.state in ("article", "other") else None
        fetched = fetch_article(
            self._client,
            page.url,
            self._outlet,
            etag=same.etag if same else None,
            modified=same.modified if same else None,
            cached=False,
        )
        self._left.answered(page.url, "article")
        self._tally.count("fetched", len(fetched.responses))
        return fetched

    def _fail(self, page: Page, known: Page | None, error: FetchError) -> None:
        state = "failed"
        if isinstance(error, NotAskedError):
            state = "forbidden"
        elif isinstance(error, NotThereError):
            state = "refused" if error.status in _REFUSALS else "missing"
        self._tally.fail(page.url, str(error))
        self._store.keep_page(self._run, replace(page, state=state, reason=str(error)))
        if isinstance(error, HostFailedError):
            # pages that always fail come one after the other once all the rest is there
            before = known is not None and known.state == "failed"
            self._left.failed(page.url, "article", error, counts=not before)

    def _keep(self, page: Page, fetched: Fetched, found: Found) -> None:
        """Keeps fetched pages under the key of the address that they say they have."""
        captures = [_captured(response) for response in fetched.responses]
        page = replace(
            page, etag=fetched.first.header("etag"), modified=fetched.first.header("last-modified")
        )
        if not self._outlet.owns(fetched.host):
            self._without(page, "elsewhere", f"leads to {fetched.first.url}", captures)
            return
        if fetched.front:
            self._without(page, "missing", f"leads to {fetched.first.url}", captures)
            return
        try:
            article = self._article(page, fetched, found)
        except UnreadableInput as error:
            title, text = page_text(fetched.first.body)
            kind = no_article(title, text)
            self._without(page, kind or "unreadable", title if kind else str(error), captures)
            return
        kind = no_article(article.title, article.text)
        if kind is not None:
            self._without(page, kind, article.title, captures)
            return
        page, own = self._under_own_key(page, article)
        if not own:
            return
        if not matters(article.text):
            self._tally.count("others")
            self._store.keep_page(self._run, replace(page, state="other", reason=article.title), captures)
            return
        article.source = article.url = page.url
        report = self._extractor.report(article)
        outcome = self._store.keep_article(
            self._run, replace(page, state="article"), captures, report, article.outlet
        )
        if outcome == "same":
            self._tally.count("known")
        else:
            self._tally.count("kept")
            self._tally.count("figures", len(report.figures))

    def _article(self, page: Page, fetched: Fetched, found: Found) -> Article:
        """The article of fetched pages. Raises UnreadableInput."""
        article = article_from_pages(
            [response.body for response in fetched.responses],
            source=page.url,
            url=canonical_address(fetched.first.url, self._outlet),
            retrieved=fetched.first.time,
            described=self._outlet,
        )
        day = found.published
        if article.published is None and day is not None:
            article.published = Period(start=day, end=day, precision="day", source="metadata")
        return article

    def _without(self, page: Page, state: str, reason: str | None, captures: Sequence[Captured]) -> None:
        """Keeps an address that answered, and gave no article."""
        kind = _NO_ARTICLE.get(state)
        self._tally.fail(page.url, kind or reason or state, reason if kind else None)
        self._store.keep_page(self._run, replace(page, state=state, reason=reason), captures)

    def _under_own_key(self, page: Page, article: Article) -> tuple[Page, bool]:
        """The page under the key of the address that the article gives itself, and whether it is ours to keep.

        Addresses that lead to one article are kept as moved to it.
        """
        told = [address for address in (article.canonical, article.url) if address is not None]
        own = next((address for address in told if is_article(address, self._outlet)), page.url)
        url = canonical_address(own, self._outlet)
        key = article_key(url, self._outlet)
        if key == page.key:
            return replace(page, url=url), True
        self._store.keep_page(self._run, replace(page, state="moved", reason=url))
        known = self._store.page(key)
        if known is not None and known.state not in _NOT_KEPT:
            return page, False
        if not self._store.claim(key):
            self._claimed.append((key, url, known, Found(url)))
            return page, False
        self._seen.add(key)
        return replace(page, key=key, url=url), True


def _captured(response: Response) -> Captured:
    place = cast(Place, response.kept)
    return Captured(
        url=response.url,
        fetched=response.time,
        status=response.status,
        sha256=hashlib.sha256(response.body).hexdigest(),
        warc=place.file,
        offset=place.offset,
        length=place.length,
    )
