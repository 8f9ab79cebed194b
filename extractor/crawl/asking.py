"""Asking for listings: each page once in a run, and not again in a run that goes on from an unfinished one."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable

from extractor.crawl.leaving import Left
from extractor.crawl.tally import Tally
from extractor.fetching.client import Client
from extractor.fetching.errors import FetchError, HostFailedError, NotThereError
from extractor.fetching.listings.found import Answer
from extractor.outlets.outlet import Outlet
from extractor.store.store import Store

# seconds for which a listing of an unfinished run is used again: what is new changes soon, what is past hardly
_STILL_GOOD = {"feed": 3_600.0, "sitemap": 3_600.0}
_STILL_GOOD_ELSE = 86_400.0


class Listings:
    """The answers of an outlet's listings. What fails counts as not there, until too much does.

    `asked`, `answered` and `failures` count the pages asked for, those that came and those whose host failed.
    """

    def __init__(
        self,
        outlet: Outlet,
        run: int,
        *,
        client: Client,
        store: Store,
        tally: Tally,
        stop: Callable[[], None],
        left: Left,
    ) -> None:
        self._outlet = outlet
        self._client = client
        self._store = store
        self._run = run
        self._tally = tally
        self._stop = stop
        self._left = left
        self.asked = 0
        self.answered = 0
        self.failures = 0

    def ask(self, url: str, *, kind: str) -> Answer | None:
        """A page of a listing of that kind, or None where there is none. Raises HostFailedError, StoppedError."""
        self._stop()
        if self._left.holds(url):
            return None
        kept = self._store.listing(url, time.time() - _STILL_GOOD.get(kind, _STILL_GOOD_ELSE))
        self.asked += 1
        if kept is not None:
            self.answered += 1
            self._tally.count("cached")
            final, headers, body = kept
            return Answer(final, zlib.decompress(body), headers)
        try:
            response = self._client.get(url, anew=True, delay=self._outlet.delay)
        except HostFailedError as error:
            self.failures += 1
            self._tally.fail(url, str(error))
            self._left.failed(url, "listing", error)
            return None
        except NotThereError:
            self._tally.count("fetched")
            return None  # as behind the last page
        except FetchError as error:
            self._tally.fail(url, str(error))
            return None
        self._left.answered(url, "listing")
        self.answered += 1
        self._tally.count("cached" if response.from_cache else "fetched")
        lowered = {name.lower(): value for name, value in response.headers}
        self._store.keep_listing(self._run, url, response.url, lowered, zlib.compress(response.body))
        return Answer(response.url, response.body, lowered)
