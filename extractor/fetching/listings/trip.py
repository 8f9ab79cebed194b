"""One walk through a listing: what it is after, whom it asks, and which links it has given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from extractor.fetching.listings.addresses import escaped_date, filled, words_of_address
from extractor.fetching.listings.days import printed_day
from extractor.fetching.listings.found import Answer, Ask, Found, ListingProblem, Note
from extractor.outlets.outlet import Listing

Read = TypeVar("Read")


@dataclass(slots=True)
class Trip:
    """What is asked for, from whom, and what came of it so far. `until` is no later than today."""

    listing: Listing
    ask: Ask
    note: Note
    query: str
    host: str
    since: dt.date | None
    until: dt.date
    zone: dt.tzinfo | None
    asked: int = 0  # pages
    there: int = 0  # pages that came
    with_links: int = 0
    _given: set[str] = field(default_factory=set)
    _noted: bool = False

    @property
    def given(self) -> int:
        """How many links were given."""
        return len(self._given)

    def address(self, **values: str) -> str:
        """The listing's address with the query, the host and these values in it."""
        return filled(self.listing.url, {**words_of_address(self.query, self.host), **values})

    def printed(self, day: dt.date) -> str:
        """The day as it stands in the listing's addresses."""
        return escaped_date(printed_day(day, self.listing.date))

    def page(self, url: str, read: Callable[[Answer], Read]) -> Read | None:
        """What `read` makes of the page at an address; None, and a note, where it raises ListingProblem.

        None too where nothing is there; that is noted of the walk's first page only, for it is how rows of
        pages end.
        """
        answer = self.ask(url)
        self.asked += 1
        if answer is None:
            if self.asked == 1:
                self.tell(url, "nothing there")
            return None
        self.there += 1
        try:
            return read(answer)
        except ListingProblem as problem:
            self.tell(url, str(problem))
            return None

    def tell(self, url: str, what: str) -> None:
        """Notes something about a page."""
        self._noted = True
        self.note(f"{url}: {what}")

    def new(self, links: Iterable[Found]) -> Iterator[Found]:
        """Those of the links that were not given before."""
        for found in links:
            if found.url not in self._given:
                self._given.add(found.url)
                yield found

    def tell_if_barren(self, url: str) -> None:
        """Notes that a listing without a problem gave no link at all."""
        if not self._given and not self._noted:
            self.tell(url, "no link to an article")
