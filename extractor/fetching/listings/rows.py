"""Rows of pages: the first page of an index, the second, and on to where it ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from extractor.fetching.listings.addresses import places
from extractor.fetching.listings.found import Answer, Found, Page
from extractor.fetching.listings.trip import Trip


def row(trip: Trip, read: Callable[[Answer], Page], stale: int, **dates: str) -> Iterator[Found]:
    """The new links of a row of pages; `dates` are filled into their addresses.

    The row ends where a page is not there, cannot be read, holds no link or those of the first page again,
    where the site says that it was the last, or after `stale` pages in succession without a new link (or with
    none but older than what is asked for). At the listing's `most_pages` it is cut off, and that is noted.
    """
    listing = trip.listing
    paged = "page" in places(listing)
    first: frozenset[str] | None = None
    fruitless = 0
    for count in range(listing.most_pages if paged else 1):
        url = trip.address(page=str(listing.first_page + count), **dates)
        page = trip.page(url, read)
        links = frozenset(found.url for found in page.links) if page else frozenset()
        if page is None or not links or links == first:
            return
        trip.with_links += 1
        first = first or links
        before = trip.given
        yield from trip.new(page.links)
        useful = trip.given > before and not _all_before(page, trip.since)
        fruitless = 0 if useful else fruitless + 1
        if fruitless >= stale or (page.pages is not None and count + 1 >= page.pages):
            return
    if paged:
        trip.tell(url, f"page {listing.most_pages}, the last that is asked for; there may be more")


def _all_before(page: Page, since: dt.date | None) -> bool:
    return since is not None and all(found.published and found.published < since for found in page.links)
