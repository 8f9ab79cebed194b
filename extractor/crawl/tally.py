"""What a crawl has done so far, outlet by outlet."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field

COUNTS = ("found", "fetched", "cached", "kept", "figures", "errors")


@dataclass(slots=True)
class Tally:
    """Counts of one outlet, and the last thing that went wrong. Several threads may count at once.

    found: links to articles that may matter; fetched: answers over the network; cached: answers from a cache or
    an unfinished run; kept: articles in the store that were new or had changed; known: articles there before;
    figures: read from what was kept; errors: addresses that gave nothing.
    """

    outlet: str
    counts: Counter[str] = field(default_factory=Counter)
    state: str = "waiting"
    trouble: str = ""
    later: float = 0.0  # seconds after which a host that failed wants to be asked again, where it says so
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, what: str, number: int = 1) -> None:
        """Adds to a count."""
        with self._lock:
            self.counts[what] += number

    def fail(self, url: str, reason: str) -> None:
        """Counts an address that gave nothing, and remembers why."""
        with self._lock:
            self.counts["errors"] += 1
            self.trouble = f"{url}: {reason}"
