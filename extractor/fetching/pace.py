"""One request at a time for each host, and no sooner than its delay after the last answer."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

Wait = Callable[[float], None]


class StoppedError(Exception):
    """The run was told to stop while it waited."""


class Pace(Protocol):
    """Gives turns to ask a host."""

    def take(self, host: str, delay: float) -> None:
        """Waits until the host may be asked, and holds it. Raises StoppedError."""

    def give(self, host: str) -> None:
        """Lets go of the host, answered or not."""

    def hold(self, host: str, seconds: float) -> None:
        """Keeps everybody from asking the host for some time."""

    def held(self, host: str) -> float:
        """Seconds for which nobody may ask the host yet; 0 or less where none are left."""


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    answered_at: float = float("-inf")
    free_at: float = float("-inf")


class OwnPace:
    """The pace of one process, for as long as it lives."""

    def __init__(self, wait: Wait = time.sleep) -> None:
        self._wait = wait
        self._hosts: dict[str, _Host] = {}
        self._guard = threading.Lock()

    def _host(self, host: str) -> _Host:
        with self._guard:
            return self._hosts.setdefault(host, _Host())

    def take(self, host: str, delay: float) -> None:
        """Waits until the host may be asked, and holds it."""
        entry = self._host(host)
        entry.lock.acquire()
        try:
            while (left := max(entry.free_at, entry.answered_at + delay) - time.monotonic()) > 0:
                self._wait(left)
        except BaseException:
            entry.lock.release()
            raise

    def give(self, host: str) -> None:
        """Lets go of the host."""
        entry = self._host(host)
        entry.answered_at = time.monotonic()
        entry.lock.release()

    def hold(self, host: str, seconds: float) -> None:
        """Keeps the host from being asked for some time."""
        entry = self._host(host)
        entry.free_at = max(entry.free_at, time.monotonic() + seconds)

    def held(self, host: str) -> float:
        """Seconds for which the host may not be asked yet."""
        return self._host(host).free_at - time.monotonic()


class Turn:
    """A turn to ask a host that is given back once, whoever ends it."""

    def __init__(self, pace: Pace, host: str) -> None:
        self._pace, self._host = pace, host
        self._once = threading.Lock()

    def end(self) -> None:
        """Gives the turn back, the first time it is called."""
        if self._once.acquire(blocking=False):
            self._pace.give(self._host)
