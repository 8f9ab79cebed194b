"""What a crawl has done so far, outlet by outlet."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field

COUNTS = ("found", "known", "fetched", "cached", "kept", "others", "figures", "errors")
LATER = "left for later"  # the state of an outlet whose host does not answer as it should
_NAMED = 3  # kinds of trouble that are named


@dataclass(slots=True)
class Tally:
    """Counts of one outlet, and the last thing that went wrong. Several threads may count at once.

    found: links to articles that may matter; known: those that an earlier run asked for, or that did not change;
    fetched: answers over the network; cached: answers from a cache or an unfinished run; kept: articles that were
    new or had changed; others: articles on something else; figures: read from what was kept; errors: addresses
    that gave nothing.
    """

    outlet: str
    counts: Counter[str] = field(default_factory=Counter)
    state: str = "waiting"
    trouble: str = ""
    reasons: Counter[str] = field(default_factory=Counter)
    later: float = 0.0  # seconds after which a host that failed wants to be asked again, where it says so
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, what: str, number: int = 1) -> None:
        """Adds to a count."""
        with self._lock:
            self.counts[what] += number

    def fail(self, url: str, reason: str, detail: str | None = None) -> None:
        """Counts an address that gave nothing, and remembers why; `detail` is what no other address has."""
        with self._lock:
            self.counts["errors"] += 1
            self.reasons[reason] += 1
            self.trouble = f"{url}: {reason}" + (f" ({detail})" if detail else "")

    def told(self) -> str:
        """How it ended, in one line: what went wrong, the most frequent first, and the last address of it."""
        if not self.trouble:
            return f"{self.outlet}: {self.state}"
        errors = self.counts["errors"]
        if self.state in (LATER, "failed") or not errors:
            return f"{self.outlet}: {self.state}: {self.trouble}"
        if errors == 1:
            return f"{self.outlet}: {self.state}; 1 error: {self.trouble}"
        often = self.reasons.most_common(_NAMED)
        named = [reason if number == 1 else f"{reason} ({number:,})" for reason, number in often]
        if more := errors - sum(number for _, number in often):
            named.append(f"{more:,} more")
        return f"{self.outlet}: {self.state}; {errors:,} errors: {'; '.join(named)}; last: {self.trouble}"
