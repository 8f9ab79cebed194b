"""Asking an outlet: each address once, and a host that fails not for long."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from extractor.fetching.answer import Response
from extractor.fetching.client import Client
from extractor.fetching.errors import FetchError, HostFailedError

_MOST_FAILURES = 2  # of one host, before it is not asked any more
_GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Asked:
    """The answer to a request, or what went wrong. `missing`: the server says that nothing is there."""

    response: Response | None = None
    trouble: str = ""
    missing: bool = False


class Asking:
    """The answers of one outlet's hosts."""

    def __init__(self, client: Client, delay: float) -> None:
        self._client = client
        self._delay = delay
        self._asked: dict[str, Asked] = {}
        self._failures: Counter[str] = Counter()

    def allowed(self, url: str) -> bool:
        """Whether guard and robots.txt let the address be asked."""
        return self._client.allowed(url)

    def get(self, url: str) -> Asked:
        """The answer of an address, the same one however often it is asked for."""
        if url not in self._asked:
            self._asked[url] = self._get(url)
        return self._asked[url]

    def known(self, url: str) -> bool:
        """Whether the address was asked before."""
        return url in self._asked

    def _get(self, url: str) -> Asked:
        host = urlsplit(url).hostname or ""
        if self._failures[host] >= _MOST_FAILURES:
            return Asked(trouble="not asked, since the host failed before")
        try:
            return Asked(self._client.get(url, cached=False, delay=self._delay))
        except HostFailedError as error:
            self._failures[host] += 1
            return Asked(trouble=str(error))
        except FetchError as error:
            return Asked(trouble=str(error), missing=error.status in _GONE)
