"""The pace of all processes that share a store: a lease and the time of the last answer of each host."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from extractor.fetching.pace import Wait
from extractor.store.owner import Owner
from extractor.store.schema import connect, transaction

_LONGER = 60.0  # seconds that a lease lasts beyond the longest answer
_LONGEST_HOLD = 3600.0  # seconds
_LOOK_AGAIN = 0.02  # seconds between two looks at a host that another process holds


class SharedPace:
    """Turns that are taken in the store. Threads of one process take turns of one host one after another.

    `longest`: seconds that one answer may take; a turn that lasts longer may be taken by others.
    """

    def __init__(self, path: Path, owner: Owner, wait: Wait = time.sleep, *, longest: float = 60.0) -> None:
        self._connection = connect(path, create=False, any_thread=True)
        self._owner = owner
        self._wait = wait
        self._lease = longest + _LONGER
        self._lock = threading.Lock()

    def take(self, host: str, delay: float) -> None:
        """Waits until no process asks the host and its delay is over, and holds it."""
        while (left := self._try(host, delay)) > 0:
            self._wait(left)

    def _try(self, host: str, delay: float) -> float:
        """Seconds to wait before the next try; 0 when the host is held now."""
        with self._lock, transaction(self._connection) as connection:
            now = time.time()
            row = connection.execute(
                "SELECT answered_at, free_at, owner, owned_until FROM host WHERE name = ?", [host]
            ).fetchone()
            if row is not None:
                held = row["owner"] is not None and row["owned_until"] > now
                if held and not self._owner.has_died(row["owner"]):
                    return _LOOK_AGAIN
                # a clock that was put back must not make us wait for it
                ready = max(min(row["free_at"], now + _LONGEST_HOLD), min(row["answered_at"], now) + delay)
                if ready > now:
                    return float(ready - now)
            connection.execute(
                "INSERT INTO host (name, answered_at, owner, owned_until) VALUES (?, ?, ?, ?) ON CONFLICT (name)"
                " DO UPDATE SET answered_at = excluded.answered_at, owner = excluded.owner,"
                " owned_until = excluded.owned_until",
                [host, now, self._owner.name, now + self._lease],
            )
            return 0.0

    def give(self, host: str) -> None:
        """Lets go of the host."""
        with self._lock:
            self._connection.execute(
                "UPDATE host SET owner = NULL, answered_at = ? WHERE name = ? AND owner = ?",
                [time.time(), host, self._owner.name],
            )

    def hold(self, host: str, seconds: float) -> None:
        """Keeps all processes from asking the host for some time."""
        with self._lock:
            self._connection.execute(
                "INSERT INTO host (name, free_at) VALUES (?, ?) ON CONFLICT (name)"
                " DO UPDATE SET free_at = max(free_at, excluded.free_at)",
                [host, time.time() + seconds],
            )

    def held(self, host: str) -> float:
        """Seconds for which no process may ask the host yet."""
        with self._lock:
            row = self._connection.execute("SELECT free_at FROM host WHERE name = ?", [host]).fetchone()
        return min(row["free_at"] - time.time(), _LONGEST_HOLD) if row is not None else 0.0

    def close(self) -> None:
        """Ends the connection to the store."""
        self._connection.close()
