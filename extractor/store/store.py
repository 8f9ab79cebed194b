"""Writes what a run finds into the store, and tells what is in it already."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from extractor.report import Report
from extractor.store.entries import Captured, Outcome, Page, Stored
from extractor.store.owner import Owner
from extractor.store.schema import connect, transaction
from extractor.store.writing import captured_of, now, page_of, put_article, put_captures, put_page, stamp

_CLAIM = 900.0  # seconds; longer than all pages of an article take
_FOLDING = 500  # milliseconds to wait for a reader who is about to end


class Store:
    """A store opened for one thread; `reading` where nothing is to be written.

    Raises StoreError where the file is none; sqlite3.Error as it comes.
    """

    def __init__(
        self, path: Path, *, create: bool = False, reading: bool = False, owner: Owner | None = None
    ) -> None:
        self.path = path
        self._connection = connect(path, create=create, reading=reading)
        self._owner = owner or Owner()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    # runs

    def begin_run(self, command: str, version: str, patterns_sha256: str) -> int:
        """A new run; gives its number."""
        made = self._connection.execute(
            "INSERT INTO run (started, command, version, patterns_sha256) VALUES (?, ?, ?, ?)",
            [stamp(now()), command, version, patterns_sha256],
        )
        assert made.lastrowid is not None
        return made.lastrowid

    def end_run(self, run: int, outcome: str) -> None:
        """Closes a run; what it kept of listings to go on from is no longer needed once it is complete."""
        with transaction(self._connection) as connection:
            connection.execute(
                "UPDATE run SET ended = ?, outcome = ? WHERE id = ?", [stamp(now()), outcome, run]
            )
            if outcome == "complete":
                connection.execute("DELETE FROM listing WHERE run <= ?", [run])

    def fold(self) -> None:
        """Writes the log back into the one file, so that it can be copied; not while others read from it."""
        (patience,) = self._connection.execute("PRAGMA busy_timeout").fetchone()
        self._connection.execute(f"PRAGMA busy_timeout = {_FOLDING}")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.execute(f"PRAGMA busy_timeout = {patience}")

    # listings

    def listing(self, url: str, since: float) -> tuple[str, dict[str, str], bytes] | None:
        """Final address, headers and body of a listing that an unfinished run asked for after `since`."""
        row = self._connection.execute(
            "SELECT final_url, headers, body FROM listing WHERE url = ? AND fetched >= ?", [url, since]
        ).fetchone()
        return (row["final_url"], json.loads(row["headers"]), row["body"]) if row else None

    def keep_listing(self, run: int, url: str, final_url: str, headers: dict[str, str], body: bytes) -> None:
        """Keeps a listing until a run is complete."""
        self._connection.execute(
            "INSERT OR REPLACE INTO listing (url, run, fetched, final_url, headers, body)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [url, run, time.time(), final_url, json.dumps(headers), body],
        )

    # pages

    def page(self, key: str) -> Page | None:
        """What is known of an address by its key."""
        row = self._connection.execute("SELECT * FROM page WHERE key = ?", [key]).fetchone()
        return page_of(row) if row else None

    def claim(self, key: str) -> bool:
        """Takes an address for this process; False where another living process works on it."""
        moment = time.time()
        with transaction(self._connection) as connection:
            row = connection.execute("SELECT owner, owned_until FROM claim WHERE page = ?", [key]).fetchone()
            if row is not None and row["owner"] != self._owner.name:
                held = row["owned_until"] > moment and not self._owner.has_died(row["owner"])
                if held:
                    return False
            connection.execute(
                "INSERT OR REPLACE INTO claim (page, owner, owned_until) VALUES (?, ?, ?)",
                [key, self._owner.name, moment + _CLAIM],
            )
            return True

    def let_go(self, key: str) -> None:
        """Gives an address up without a result."""
        self._connection.execute("DELETE FROM claim WHERE page = ? AND owner = ?", [key, self._owner.name])

    def touch(self, run: int, key: str) -> None:
        """Notes that an address was asked and is unchanged."""
        with transaction(self._connection) as connection:
            connection.execute(
                "UPDATE page SET checked = ?, run = ?, reason = NULL WHERE key = ?", [stamp(now()), run, key]
            )
            self._end_claim(connection, key)

    def keep_page(self, run: int, page: Page, captures: Sequence[Captured] = ()) -> None:
        """Keeps what became of an address that gave no article for us; an article kept earlier stays."""
        with transaction(self._connection) as connection:
            known = connection.execute("SELECT state FROM page WHERE key = ?", [page.key]).fetchone()
            if known is None or known["state"] != "article":
                put_page(connection, run, page)
                put_captures(connection, page.key, captures)
            else:
                connection.execute(
                    "UPDATE page SET reason = ?, checked = ?, run = ? WHERE key = ?",
                    [f"{page.state}: {page.reason}", stamp(now()), run, page.key],
                )
            self._end_claim(connection, page.key)

    def keep_article(
        self, run: int, page: Page, captures: Sequence[Captured], report: Report, host: str | None
    ) -> Outcome:
        """Keeps an article with its figures, records and findings in one transaction.

        "same" where its text and everything read from it is there already.
        """
        with transaction(self._connection) as connection:
            put_page(connection, run, page)
            put_captures(connection, page.key, captures)
            outcome = put_article(connection, page, captures, report, host)
            self._end_claim(connection, page.key)
        return outcome

    def _end_claim(self, connection: sqlite3.Connection, key: str) -> None:
        connection.execute("DELETE FROM claim WHERE page = ? AND owner = ?", [key, self._owner.name])

    # articles

    def articles(self, outlets: Sequence[str] = ()) -> Iterator[Stored]:
        """The articles with their captures, by id."""
        chosen = f" WHERE outlet IN ({', '.join('?' * len(outlets))})" if outlets else ""
        shown = "id, page, url, outlet, retrieved, published"  # without the texts, which may be many
        rows = self._connection.execute(f"SELECT {shown} FROM article{chosen} ORDER BY id", list(outlets))
        for row in rows.fetchall():
            parts = self._connection.execute(
                "SELECT * FROM capture WHERE page = ? AND current ORDER BY part", [row["page"]]
            )
            captures = tuple(captured_of(part) for part in parts)
            when = dt.datetime.fromisoformat(row["retrieved"])
            yield Stored(row["id"], row["page"], row["url"], row["outlet"], when, row["published"], captures)

    def is_current(self, stored: Stored) -> bool:
        """Whether an article still has the captures that it had when it was looked up."""
        rows = self._connection.execute(
            'SELECT warc, "offset" FROM capture WHERE page = ? AND current ORDER BY part', [stored.key]
        )
        return [tuple(row) for row in rows] == [(part.warc, part.offset) for part in stored.captures]

    def reread(self, stored: Stored, report: Report, host: str | None) -> Outcome:
        """Puts a new reading of stored pages in the place of the old one, inside a `trial`."""
        page = self.page(stored.key)
        assert page is not None
        return put_article(self._connection, page, stored.captures, report, host)

    @contextmanager
    def trial(self, *, keep: bool) -> Iterator[None]:
        """A transaction around what is done inside; undone at its end unless it is to be kept."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT" if keep else "ROLLBACK")

    def query(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """The rows of a query, with columns by name."""
        return self._connection.execute(sql, list(values))
