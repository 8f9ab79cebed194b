"""What a crawl shows while it works, and when it ends: a row for each outlet, on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from extractor.crawl.tally import COUNTS, Tally
from extractor.output.terminal import clean
from extractor.talk import Talk

_EVERY = 60.0  # seconds between two lines where no table can be redrawn
_REDRAW = 4  # times a second


def table(tallies: Sequence[Tally]) -> Table:
    """The counts of all outlets."""
    made = Table(box=None, pad_edge=False)
    made.add_column("outlet")
    made.add_column("state")
    for name in COUNTS:
        made.add_column(name, justify="right")
    for tally in tallies:
        counts = [f"{tally.counts[name]:,}" for name in COUNTS]
        made.add_row(Text(clean(tally.outlet)), Text(tally.state), *counts)
    return made


@contextmanager
def progress(tallies: Sequence[Tally], talk: Talk) -> Iterator[Callable[[], None]]:
    """Shows the counts while the block runs; gives a function to be called now and then."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield _lines(tallies, talk)
        return
    console = Console(stderr=True)
    with (
        Live(table(tallies), console=console, refresh_per_second=_REDRAW, transient=True) as live,
        talk.above(console),
    ):
        yield lambda: live.update(table(tallies))


def _lines(tallies: Sequence[Tally], talk: Talk) -> Callable[[], None]:
    told = time.monotonic()
    talk.say(f"crawling {', '.join(tally.outlet for tally in tallies)}; the counts follow every minute")

    def look() -> None:
        nonlocal told
        if time.monotonic() - told >= _EVERY:
            told = time.monotonic()
            talk.say(summary(tallies))

    return look


def summary(tallies: Sequence[Tally]) -> str:
    """The counts of all outlets together, in one line."""
    return ", ".join(f"{name} {sum(t.counts[name] for t in tallies):,}" for name in COUNTS)
