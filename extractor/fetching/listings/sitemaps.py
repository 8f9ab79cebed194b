"""Walks sitemaps, and the indexes that lead to them."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.fetching.listings.found import Answer, Found
from extractor.fetching.listings.links import web_link
from extractor.fetching.listings.sitemap_file import Entry, Sitemap, read_sitemap
from extractor.fetching.listings.stamps import stamp_of
from extractor.fetching.listings.titles import title_of
from extractor.fetching.listings.trip import Trip

MOST_FILES = 2_000  # of one listing: an index may name 50,000
_DEEPEST = 3  # indexes below the first; the protocol knows none, and outlets nest one or two


def sitemap_links(trip: Trip) -> Iterator[Found]:
    """The links of a sitemap and of those that it leads to, in their order.

    Passed over are entries published or last changed before `since`, and sitemaps last changed before it; of
    indexes those nested more than 3 deep, of files those after the first 2,000, which is noted.
    """
    waiting = [(trip.address(), 0)]
    asked: set[str] = set()
    while waiting:
        url, depth = waiting.pop()
        if url in asked:
            continue
        if len(asked) == MOST_FILES:
            trip.tell(url, f"not asked for, nor what follows: {MOST_FILES:,} sitemaps were read")
            return
        asked.add(url)
        page = trip.page(url, _read)
        if page is None:
            continue
        base, sitemap = page
        if not sitemap.is_index:
            yield from trip.new(_links(trip, base, sitemap))
        elif depth < _DEEPEST:
            waiting += reversed([(found.url, depth + 1) for found in _links(trip, base, sitemap)])
        else:
            trip.tell(url, f"an index below {_DEEPEST} others; it is not followed")


def _read(answer: Answer) -> tuple[str, Sitemap]:
    return answer.url, read_sitemap(answer.body)


def _links(trip: Trip, base: str, sitemap: Sitemap) -> Iterator[Found]:
    for entry in sitemap.entries:
        found = _found(trip, base, entry)
        if found is not None:
            yield found


def _found(trip: Trip, base: str, entry: Entry) -> Found | None:
    """The link of an entry; None where it leads nowhere or to what is older than what is asked for."""
    published, changed = stamp_of(entry.published), stamp_of(entry.changed)
    if any(stamp is not None and stamp.before(trip.since) for stamp in (published, changed)):
        return None
    url = web_link(entry.url, base)
    if url is None:
        return None
    return Found(
        url,
        title_of(entry.title),
        published.day_in(trip.zone) if published else None,
        changed.moment if changed else None,
    )
