"""Hosts of an outlet that fail, and are left for later while the others go on."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from extractor.fetching.errors import HostFailedError

_MOST_FAILURES = 5  # of one kind in a row before a host is left for later


class Left:
    """The hosts that are left for later in one run of an outlet.

    `kind` tells the failures of listings from those of articles, which may fail while the others are there.
    """

    def __init__(self, host: str) -> None:
        self._host = host
        self._counts: Counter[tuple[str, str]] = Counter()
        self._errors: dict[str, HostFailedError] = {}

    def holds(self, url: str) -> bool:
        """Whether the host of the address is left for later."""
        return _host(url) in self._errors

    def answered(self, url: str, kind: str) -> None:
        """The host of the address does not fail now."""
        self._counts.pop((kind, _host(url)), None)

    def failed(self, url: str, kind: str, error: HostFailedError, *, counts: bool = True) -> None:
        """A request failed; raises its error where the outlet's first host is to be left for later.

        `counts`: whether that says something of the host, and not of the page alone. A failure of another host,
        which a redirect led to, says nothing.
        """
        host = _host(url)
        if _host(error.url) != host:
            return
        self._counts[kind, host] += counts
        if self._counts[kind, host] < _MOST_FAILURES and not error.later:
            return
        if host == self._host:
            raise error
        self._errors[host] = error

    def end(self) -> None:
        """Raises HostFailedError where a host was left."""
        for error in self._errors.values():
            raise error


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
