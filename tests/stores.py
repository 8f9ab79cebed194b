"""Stores filled by hand: helpers of the tests of the store and of its export."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from extractor import extract
from extractor.report import Report
from extractor.store.entries import Captured, Outcome, Page
from extractor.store.store import Store

ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 1, 1)
FETCHED = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
KUDUS = """\
2.315 Warga Kudus Belum Perekaman e-KTP

KUDUS - Masih ada 2.315 warga Kabupaten Kudus yang belum direkam data e-KTP-nya, Selasa (16/1/2024).

Wajib KTP di Kudus kini berjumlah 643.450 orang. Dari jumlah tersebut, 641.131 orang atau 99,64 persen sudah \
memiliki e-KTP. Sisanya 2.319 orang atau 0,36 persen belum merekam.
"""


def read(url: str, text: str = KUDUS, published: str | None = "2024-01-16") -> Report:
    """What is read from a text at an address."""
    return extract(text, source=url, url=url, published=published, today=TODAY)


def captured(url: str, number: int = 0, part: int = 1) -> Captured:
    """Where the answer of an address is kept; each number and part has a place of its own."""
    return Captured(
        url=url,
        fetched=FETCHED + dt.timedelta(seconds=number),
        status=200,
        sha256=hashlib.sha256(f"{url} {number}".encode()).hexdigest(),
        warc="run00001-00001.warc.gz",
        offset=number * 10_000 + part * 1_000,
        length=900,
    )


def page_at(url: str, outlet: str, state: str = "article", reason: str | None = None) -> Page:
    """An address as a crawl keeps it."""
    return Page(key=url.partition("://")[2], url=url, outlet=outlet, state=state, reason=reason)


class Filled:
    """A new store that takes articles, each with a capture; `reports` are those that were kept."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.number = 0
        self.reports: list[Report] = []
        with Store(path, create=True) as store:
            self.run = store.begin_run("extract crawl", "0.1.0", "c" * 64)

    def keep(
        self,
        url: str,
        text: str = KUDUS,
        *,
        outlet: str = "contoh",
        published: str | None = "2024-01-16",
        report: Report | None = None,
    ) -> Outcome:
        """Keeps what is read from a text, or the report given, at an address."""
        self.number += 1
        found = report or read(url, text, published)
        self.reports.append(found)
        with Store(self.path) as store:
            return store.keep_article(
                self.run, page_at(url, outlet), [captured(url, self.number)], found, found.article.outlet
            )


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    """What any SQLite client finds in a file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def dump(path: Path) -> Iterator[str]:
    """All that articles say: a store that nothing was changed in gives the same again."""
    for table in ("article", "figure", "record", "finding"):
        yield from map(repr, rows(path, f"SELECT * FROM {table} ORDER BY 1, 2"))


def python(script: str, *arguments: object) -> subprocess.Popen[str]:
    """A process of its own that runs a script."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def start(process: subprocess.Popen[str]) -> None:
    """Lets a process that says "ready" go on."""
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == "ready\n"
    process.stdin.write("\n")
    process.stdin.flush()


def said_at_once(*processes: subprocess.Popen[str]) -> list[str]:
    """What processes say that run side by side once each has said "ready"; none fails."""
    for process in processes:
        start(process)
    said = [process.communicate(timeout=30)[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes)
    return said
