"""What robots.txt allows, by RFC 9309."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

AGENT = "cekangka"  # the product token that groups of rules name
_LARGEST = 500 * 1024  # bytes that RFC 9309, section 2.5, asks a crawler to read at least
_VALID = 24 * 3600.0  # seconds, section 2.4
RETRY = 600.0  # seconds until a robots.txt that could not be read is asked for again
_BUSY = 429
_LONGEST_DELAY = 60.0  # a longer one is a slip or a way to say no; it is obeyed as this


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one host: parsed, or nothing but a yes or no to everything."""

    parsed: Protego | None
    all_allowed: bool
    until: float
    trouble: str = ""  # why they could not be read

    def allow(self, url: str) -> bool:
        """Whether the address may be asked."""
        return self.all_allowed if self.parsed is None else self.parsed.can_fetch(url, AGENT)

    @property
    def unknown(self) -> bool:
        """Whether robots.txt could not be read, so that nothing is allowed for now."""
        return self.parsed is None and not self.all_allowed

    @property
    def delay(self) -> float:
        """The crawl-delay in seconds, 0 where none is given."""
        delay = self.parsed.crawl_delay(AGENT) if self.parsed is not None else None
        return min(float(delay or 0.0), _LONGEST_DELAY)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a request for robots.txt: its status, 0 where none came; `trouble` tells why."""

    status: int
    body: bytes = b""
    trouble: str = ""


def rules_of(answer: Answer, now: float) -> Rules:
    """The rules in an answer: 4xx allows everything, 5xx and no answer nothing (RFC 9309, section 2.3.1).

    429 is no answer: the host says when it may be asked, not that it has no rules.
    """
    status, body = answer.status, answer.body
    if 200 <= status < 300:
        # a byte-order mark would make the first line unknown, and with it a group's name
        text = body[:_LARGEST].decode("utf-8-sig", "replace")
        return Rules(Protego.parse(text), True, now + _VALID)
    if 400 <= status < 500 and status != _BUSY:
        return Rules(None, True, now + _VALID)
    return Rules(None, False, now + RETRY, answer.trouble)


class Robots:
    """The rules of all hosts asked so far. `ask` gives the answer of an address."""

    def __init__(self, ask: Callable[[str], Answer], clock: Callable[[], float] = time.monotonic) -> None:
        self._ask = ask
        self._clock = clock
        self._rules: dict[str, Rules] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()

    def rules(self, origin: str) -> Rules:
        """The rules of an origin ("https://contoh.id"), asked for once a day."""
        with self._guard:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            known = self._rules.get(origin)
            if known is None or known.until <= self._clock():
                answer = self._ask(f"{origin}/robots.txt")
                known = self._rules[origin] = rules_of(answer, self._clock())
            return known
