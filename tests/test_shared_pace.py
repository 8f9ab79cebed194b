"""Turns that several processes take to ask one host."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from extractor.store.owner import Owner
from extractor.store.pace import SharedPace
from tests.stores import Filled, python, said_at_once

HOST = "contoh.id"
DELAY = 0.05


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new store."""
    return Filled(tmp_path / "berita.db").path


_TURNS = f"""
import pathlib, sys, time
from extractor.store.owner import Owner
from extractor.store.pace import SharedPace
store, log, name = sys.argv[1:]
pace = SharedPace(pathlib.Path(store), Owner())
print("ready", flush=True)
sys.stdin.readline()
until = time.monotonic() + 2
with open(log, "a") as file:
    while time.monotonic() < until:
        pace.take("{HOST}", {DELAY})
        print(time.time(), name, file=file, flush=True)
        pace.give("{HOST}")
"""


def test_two_processes_together_ask_no_faster_than_one(path: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    processes = [python(_TURNS, path, log, name) for name in ("satu", "dua")]
    said_at_once(*processes)
    turns = sorted((float(line.split()[0]), line.split()[1]) for line in log.read_text().splitlines())
    assert all(later - sooner >= DELAY for (sooner, _), (later, _) in pairwise(turns))
    assert {name for _, name in turns} == {"satu", "dua"}
    assert len(turns) >= 20  # of 40 that there is time for


def test_a_host_is_held_by_one_thread_at_a_time(path: Path) -> None:
    pace, busy, most = SharedPace(path, Owner()), [0], [0]

    def ask() -> None:
        for _ in range(5):
            pace.take(HOST, 0.001)
            busy[0] += 1
            most[0] = max(most[0], busy[0])
            time.sleep(0.005)
            busy[0] -= 1
            pace.give(HOST)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pace.close()
    assert most == [1]


def test_the_host_of_a_process_that_died_is_free_at_once(path: Path) -> None:
    script = (
        "import sys, pathlib; from extractor.store.owner import Owner; from extractor.store.pace import SharedPace;"
        f"SharedPace(pathlib.Path(sys.argv[1]), Owner()).take('{HOST}', 0.05);"
        "print('held', flush=True); sys.stdin.read()"
    )
    process = python(script, path)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    pace = SharedPace(path, Owner(), _Impatient(5))
    with pytest.raises(TimeoutError):  # it lives, and keeps the host
        pace.take(HOST, DELAY)
    process.kill()
    process.communicate()
    begun = time.monotonic()
    SharedPace(path, Owner()).take(HOST, DELAY)
    assert time.monotonic() - begun < 1


class _Impatient:
    """Waits a number of times and no more."""

    def __init__(self, times: int) -> None:
        self._left = times

    def __call__(self, seconds: float) -> None:
        if not self._left:
            raise TimeoutError
        self._left -= 1
        time.sleep(seconds)


def test_a_held_host_is_asked_by_nobody(path: Path) -> None:
    mine, yours = SharedPace(path, Owner()), SharedPace(path, Owner())
    mine.take(HOST, 0)
    mine.hold(HOST, 0.3)
    held = time.monotonic()
    mine.hold(HOST, 0.1)  # a shorter one takes nothing back
    mine.give(HOST)
    yours.take("lain.id", 0)
    assert time.monotonic() - held < 0.3
    yours.take(HOST, 0)
    assert time.monotonic() - held >= 0.29  # the clocks of the store and of this test are two
    yours.give(HOST)
    mine.take(HOST, 0)
    assert time.monotonic() - held < 1


def test_waiting_ends_when_the_run_does(path: Path) -> None:
    SharedPace(path, Owner()).hold(HOST, 60)
    with pytest.raises(TimeoutError):
        SharedPace(path, Owner(), _Impatient(0)).take(HOST, 0)


def test_a_turn_lasts_longer_than_the_longest_answer(path: Path) -> None:
    SharedPace(path, Owner(), longest=600).take(HOST, 0)
    with closing(sqlite3.connect(path)) as store:
        (until,) = store.execute("SELECT owned_until FROM host").fetchone()
    assert until - time.time() > 600
