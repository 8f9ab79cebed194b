"""Walks one listing of an outlet and gives the links that it lists."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from functools import partial

from extractor.fetching.listings.addresses import check, places
from extractor.fetching.listings.days import index_days, windows
from extractor.fetching.listings.feeds import read_feed
from extractor.fetching.listings.found import Answer, Ask, Found, Note, Page
from extractor.fetching.listings.index_pages import links_in, selector
from extractor.fetching.listings.rows import row
from extractor.fetching.listings.sitemaps import sitemap_links
from extractor.fetching.listings.trip import Trip
from extractor.fetching.listings.wordpress import read_posts
from extractor.outlets.outlet import Listing, OutletError

_LOG = logging.getLogger(__name__)
BEGINNING = dt.date(2011, 1, 1)  # the year in which the recording for the e-KTP began
_STALE = 3  # pages without a new link: what news-watch tolerates, since lists shift while they are read
_QUIET = dt.timedelta(366)  # an index that lists nothing new for a year begins after it, or heeds no date
_NEVER_THERE = 31  # pages of which none was there: as many as a month has days


def walk(
    listing: Listing,
    ask: Ask,
    *,
    query: str,
    since: dt.date | None,
    until: dt.date | None,
    today: dt.date,
    host: str,
    zone: dt.tzinfo | None = None,
    note: Note = _LOG.warning,
) -> Iterator[Found]:
    """The links of a listing, each address once, asked for page by page as they are taken.

    `ask` gets the page at an address, None where nothing is there; what it raises passes through. `query` and
    `host` are filled into addresses, and so are `since` and `until` (today where None). Dated indexes, windows
    of a search and WordPress need a beginning: it is 2011-01-01, the year in which the recording for the e-KTP
    began, where `since` is None. Sitemaps leave out what is older than `since`; other listings give what they
    list. `zone` is the outlet's: stamps that are printed in UTC give their day there.

    `note` hears what the user should know: that a page is no feed, that pages were left; without it the log
    does. Raises OutletError at once where the listing's description cannot be walked by.
    """
    _check(listing)
    end = min(until or today, today)
    return _WAYS[listing.kind](Trip(listing, ask, note, query, host, since, end, zone))


def _check(listing: Listing) -> None:
    check(listing)
    for expression in listing.links:
        try:
            selector(expression)
        except ValueError as error:
            raise OutletError(f"{listing.url}: {error}") from error


def _feed(trip: Trip) -> Iterator[Found]:
    return row(trip, partial(read_feed, zone=trip.zone), _STALE)


def _dated_index(trip: Trip) -> Iterator[Found]:
    """Each index from the newest to the oldest, its pages up to the first without a new link.

    It ends early where no index is there at all, and after a year without a new link: with a beginning asked
    for only where the indexes of that year list what was listed before.
    """
    listing = trip.listing
    productive, listed = trip.until, False
    for day in index_days(trip.since or BEGINNING, trip.until, listing.days, listing.date):
        before, there = trip.given, trip.with_links
        yield from row(trip, _read_links(listing), 1, date=trip.printed(day))
        url = trip.address(page=str(listing.first_page), date=trip.printed(day))
        if trip.given > before:
            productive, listed = day, False
            continue
        listed = listed or trip.with_links > there
        if productive - day >= _QUIET and (trip.since is None or listed):
            trip.tell(
                url, f"no new link between this index and {productive}; older indexes are not asked for"
            )
            return
        if trip.asked >= _NEVER_THERE and not trip.there:
            trip.tell(
                url, f"nothing there, as in {trip.asked - 1} indexes after it; older ones are not asked for"
            )
            return
    trip.tell_if_barren(listing.url)


def _tag(trip: Trip) -> Iterator[Found]:
    yield from row(trip, _read_links(trip.listing), _STALE)
    trip.tell_if_barren(trip.listing.url)


def _search(trip: Trip) -> Iterator[Found]:
    """One row of pages, or one for each window, from the newest to the oldest, where the address has both ends."""
    listing = trip.listing
    since = trip.since or BEGINNING
    has_windows = {"since", "until"} <= places(listing)
    for first, last in windows(since, trip.until, listing.days) if has_windows else [(since, trip.until)]:
        yield from row(trip, _read_links(listing), _STALE, **_between(trip, first, last))
    trip.tell_if_barren(listing.url)


def _wordpress(trip: Trip) -> Iterator[Found]:
    return row(trip, read_posts, _STALE, **_between(trip, trip.since or BEGINNING, trip.until))


def _between(trip: Trip, first: dt.date, last: dt.date) -> dict[str, str]:
    return {"since": trip.printed(first), "until": trip.printed(last)}


def _read_links(listing: Listing) -> Callable[[Answer], Page]:
    return lambda answer: Page(tuple(links_in(answer.body, answer.url, listing.links)))


_WAYS: dict[str, Callable[[Trip], Iterator[Found]]] = {
    "feed": _feed,
    "sitemap": sitemap_links,
    "tag": _tag,
    "dated-index": _dated_index,
    "search": _search,
    "wordpress": _wordpress,
}
