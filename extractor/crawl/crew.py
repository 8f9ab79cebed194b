"""The outlets of a crawl side by side, each in a thread of its own; a host that fails is tried again at the end."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

from extractor.crawl.outlet_run import OutletRun
from extractor.crawl.plan import Plan
from extractor.crawl.tally import LATER, Tally
from extractor.engine import Extractor
from extractor.fetching.client import Client
from extractor.fetching.errors import HostFailedError
from extractor.fetching.pace import StoppedError
from extractor.naming import fault
from extractor.outlets.outlet import Outlet, OutletError
from extractor.store.owner import Owner
from extractor.store.schema import StoreError
from extractor.store.store import Store

_MOST_AT_ONCE = 16
_PATIENCE = 120.0  # seconds that a host may want until it is tried once more in the same run
_LOOK = 0.2  # seconds between two looks at the threads
_GRACE = 5.0  # seconds that an answer under way is given to end after the run was told to stop


def _soon(tally: Tally) -> bool:
    """Whether an outlet was left for later, and later is now."""
    return tally.state == LATER and tally.later <= _PATIENCE


class Stop:
    """Tells all threads of a run to end."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """From now on every check and every wait ends the thread that makes it."""
        self._event.set()

    @property
    def is_set(self) -> bool:
        """Whether the run was told to end."""
        return self._event.is_set()

    def check(self) -> None:
        """Raises StoppedError once the run is to end."""
        if self._event.is_set():
            raise StoppedError

    def wait(self, seconds: float) -> None:
        """Sleeps, and raises StoppedError as soon as the run is to end."""
        if self._event.wait(seconds):
            raise StoppedError


class Crew:
    """Crawls outlets side by side."""

    def __init__(
        self, plan: Plan, run: int, *, client: Client, database: Path, owner: Owner, lang: str, stop: Stop
    ) -> None:
        self._plan, self._run, self._client = plan, run, client
        self._database, self._owner, self._stop = database, owner, stop
        self._lang = lang

    def crawl(
        self,
        outlets: Sequence[Outlet],
        tallies: Sequence[Tally],
        *,
        look: Callable[[], None],
        note: Callable[[str], None],
    ) -> None:
        """Crawls all outlets, those whose host failed once more at the end. `look` is called now and then."""
        pairs = list(zip(outlets, tallies, strict=True))
        with ThreadPoolExecutor(min(_MOST_AT_ONCE, len(pairs)), "outlet") as pool:
            waiting: set[Future[None]] = set()
            try:
                for again in (False, True):
                    chosen = [pair for pair in pairs if not again or _soon(pair[1])]
                    waiting = set()
                    for outlet, tally in chosen:
                        waiting.add(pool.submit(self._one, outlet, tally, note))
                    self._watch(waiting, look)
            except BaseException:
                self._stop.set()
                try:
                    wait(waiting, timeout=_GRACE)
                finally:
                    self._client.close()  # ends what still waits for an answer
                raise

    def _watch(self, waiting: set[Future[None]], look: Callable[[], None]) -> None:
        while waiting:
            done, waiting = wait(waiting, timeout=_LOOK, return_when=FIRST_COMPLETED)
            look()
            for future in done:
                future.result()

    def _one(self, outlet: Outlet, tally: Tally, note: Callable[[str], None]) -> None:
        """Crawls one outlet; whatever goes wrong with it stays with it, and is told."""
        tally.state = "working"
        try:
            with Store(self._database, owner=self._owner) as store:
                OutletRun(
                    outlet,
                    self._plan,
                    self._run,
                    client=self._client,
                    store=store,
                    extractor=Extractor(self._plan.today, self._lang),
                    tally=tally,
                    stop=self._stop.check,
                    note=note,
                ).crawl()
        except StoppedError:
            tally.state = "stopped"
        except HostFailedError as error:
            tally.state, tally.trouble = LATER, f"{error.url}: {error}"
            tally.later = error.later or 0.0
        except sqlite3.Error as error:
            tally.state, tally.trouble = "failed", f"{self._database}: {error}"
        except (OSError, OutletError, StoreError) as error:
            tally.state, tally.trouble = "failed", str(error)
        except Exception as error:  # a mistake of ours on one outlet must not lose the others
            if self._stop.is_set:
                tally.state = "stopped"  # its connections were closed under it
                return
            tally.state, tally.trouble = "failed", fault(error)
        else:
            tally.state = "done"
