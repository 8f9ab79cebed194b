"""Processor time of functions and of fresh processes."""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import mean
from typing import Any, TypeVar

T = TypeVar("T")


def on_one_core() -> None:
    """Keeps this process on one core, where the system can do that."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def each_item(work: Callable[[T], Any], items: Sequence[T]) -> list[float]:
    """Milliseconds of processor time for each item, in one pass."""
    gc.collect()
    taken = []
    for item in items:
        start = time.process_time()
        work(item)
        taken.append((time.process_time() - start) * 1000)
    return taken


def side_by_side(passes: Mapping[str, Callable[[], list[float]]], rounds: int) -> dict[str, float]:
    """The least that each item took, on average over the items: what is more is other work of the machine.

    The passes take turns. Item by item, since a long pass seldom finds the machine at rest from end to end, a short
    one often.
    """
    seen: dict[str, list[list[float]]] = {name: [] for name in passes}
    for _ in range(rounds):
        for name, measure in passes.items():
            seen[name].append(measure())
    return {name: mean(map(min, zip(*rows, strict=True))) for name, rows in seen.items()}


def output(command: Sequence[str]) -> str:
    """What a command prints, run in a new process; RuntimeError with its complaint when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr[-2000:]}")
    return done.stdout


def fresh_process(command: Sequence[str]) -> float:
    """Seconds of processor time of a command in a new process; RuntimeError as `output`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def wall(command: Sequence[str]) -> float:
    """Seconds by the clock of a command in a new process; RuntimeError as `output`."""
    start = time.perf_counter()
    output(command)
    return time.perf_counter() - start


def rss() -> float:
    """Megabytes that this process holds in memory."""
    import psutil  # noqa: PLC0415 - only the memory measurement needs it

    return float(psutil.Process().memory_info().rss) / 2**20
