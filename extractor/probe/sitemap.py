"""A sitemap and as many of those that it leads to as it takes to see what is new."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from extractor.fetching.listings.found import Answer, Found
from extractor.fetching.listings.walk import walk
from extractor.outlets.outlet import Listing, Outlet
from extractor.probe.asking import Asking
from extractor.probe.listed import Listed, Span, address, answer_of, articles_in

_MOST_FILES = 6
_WEEK = dt.timedelta(days=6)


@dataclass(slots=True)
class _Files:
    """The sitemaps of one listing, as far as they are asked."""

    asking: Asking
    asked: list[str] = field(default_factory=list)
    left: int = 0
    trouble: str = ""

    def get(self, url: str) -> Answer | None:
        """A file, None where it is not there or one too many."""
        if url not in self.asked:
            if len(self.asked) == _MOST_FILES:
                self.left += 1
                return None
            self.asked.append(url)
        asked = self.asking.get(url)
        if asked.response is None:
            self.trouble = self.trouble or asked.trouble
            return None
        return answer_of(asked.response)


def listed_in_sitemaps(
    asking: Asking, outlet: Outlet, listing: Listing, query: str, today: dt.date
) -> tuple[Listed, int]:
    """The entries of the last week, else all in the files that were asked, and how many files were left.

    At most 6 files are asked: those first that the index says have changed in the last week.
    """
    files, notes = _Files(asking), list[str]()

    def links(since: dt.date | None) -> tuple[Found, ...]:
        return tuple(
            walk(
                listing,
                files.get,
                query=query,
                since=since,
                until=None,
                today=today,
                host=outlet.host,
                zone=ZoneInfo(outlet.zone),
                note=notes.append,
            )
        )

    found = links(today - _WEEK)
    articles = articles_in(found, outlet)
    if not articles:
        files.left = 0
        found = links(None)
        articles = articles_in(found, outlet)
    url = address(listing, outlet.host, query, Span(today))
    trouble = "" if found else files.trouble or next(iter(notes), "")
    return Listed(url, found, articles, trouble), files.left
