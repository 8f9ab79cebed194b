"""Memory after many articles: `python -m benchmarks.memory 1000 20000`, in a process of its own."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence

from benchmarks.articles import compose
from benchmarks.clock import output, rss
from extractor import Extractor


def _read(milestones: Sequence[int]) -> None:
    extractor = Extractor(today=dt.date(2025, 1, 1))
    done = 0
    for milestone in milestones:
        for seed in range(done, milestone):
            extractor.read(compose(seed), source="-")
        done = milestone
        print(rss(), flush=True)


def after(milestones: Sequence[int]) -> dict[int, float]:
    """Megabytes held after so many articles, all of them different."""
    command = (sys.executable, "-m", "benchmarks.memory", *map(str, milestones))
    return dict(zip(milestones, map(float, output(command).split()), strict=True))


if __name__ == "__main__":
    _read([int(argument) for argument in sys.argv[1:]])
