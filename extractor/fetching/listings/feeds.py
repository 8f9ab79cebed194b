"""RSS and Atom feeds to links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO

import feedparser

from extractor.fetching.listings.found import Answer, Found, ListingProblem, Page
from extractor.fetching.listings.links import web_link
from extractor.fetching.listings.stamps import stamp_of
from extractor.fetching.listings.titles import title_of_markup

_MAX_BYTES = 5_000_000  # a feed of 100 whole articles has half a MB
_MAX_TAGS = 100_000  # nested ones take the parser 4 s, and twice as many three times as long
# what malformed feeds have feedparser raise, beside its own exceptions, which it keeps to itself
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def read_feed(answer: Answer, zone: dt.tzinfo | None = None) -> Page:
    """The entries of a feed, also of one that is not well-formed.

    `published` is the day as printed, or the day in `zone` where UTC is printed. Raises ListingProblem where
    the page is no feed, or larger than any.
    """
    if len(answer.body) > _MAX_BYTES or answer.body.count(b"<") > _MAX_TAGS:
        raise ListingProblem("larger than any feed")
    parsed = _parsed(answer)
    entries = parsed.get("entries") or []
    if not entries and not parsed.get("version"):  # a challenge page is read without any complaint
        raise ListingProblem("no feed")
    dated_by_update = str(parsed.get("version")).startswith("rss")  # dc:date, which feedparser calls updated
    return Page(tuple(_found(entries, answer.url, zone, dated_by_update)))


def _parsed(answer: Answer) -> feedparser.FeedParserDict:
    headers = {"content-location": answer.url, "content-type": answer.headers.get("content-type", "")}
    try:
        # as a stream: of bytes that name a file feedparser would open the file
        return feedparser.parse(
            BytesIO(answer.body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except _BROKEN as error:
        raise ListingProblem("a feed too broken to read") from error


def _found(
    entries: list[feedparser.FeedParserDict], base: str, zone: dt.tzinfo | None, dated_by_update: bool
) -> Iterator[Found]:
    for entry in entries:
        url = web_link(entry.get("feedburner_origlink") or entry.get("link") or "", base)
        if url is None:
            continue
        # asked for only where it stands: feedparser answers with the day of publication else, and a warning
        updated = stamp_of(entry["updated"]) if "updated" in entry else None
        published = stamp_of(entry.get("published")) or (updated if dated_by_update else None)
        yield Found(
            url,
            title_of_markup(entry.get("title")),
            published.day_in(zone) if published else None,
            updated.moment if updated else None,
        )
