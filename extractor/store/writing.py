"""Rows of the store, from what is put in and to what comes out."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping, Sequence

from extractor.output.csv import Row, figure_rows, finding_rows, record_rows
from extractor.report import Report
from extractor.store.entries import Captured, Outcome, Page
from extractor.store.tables import columns

_ROWS = {"figure": figure_rows, "record": record_rows, "finding": finding_rows}

_READ = ("title", "published", "text_sha256")  # what of an article is read from its pages, beside its rows


def now() -> dt.datetime:
    """The present moment, in UTC."""
    return dt.datetime.now(dt.UTC)


def stamp(when: dt.datetime) -> str:
    """A moment as text, to the second."""
    return when.astimezone(dt.UTC).isoformat(timespec="seconds")


def page_of(row: sqlite3.Row) -> Page:
    """The address in a row."""
    return Page(
        key=row["key"],
        url=row["url"],
        outlet=row["outlet"],
        state=row["state"],
        reason=row["reason"],
        etag=row["etag"],
        modified=row["modified"],
        checked=dt.datetime.fromisoformat(row["checked"]),
    )


def captured_of(row: sqlite3.Row) -> Captured:
    """The place of an answer in a row."""
    return Captured(
        url=row["url"],
        fetched=dt.datetime.fromisoformat(row["fetched"]),
        status=row["status"],
        sha256=row["sha256"],
        warc=row["warc"],
        offset=row["offset"],
        length=row["length"],
    )


def put_page(connection: sqlite3.Connection, run: int, page: Page) -> None:
    """Puts an address in, or in the place of what was known of it."""
    values = {
        "key": page.key,
        "url": page.url,
        "outlet": page.outlet,
        "state": page.state,
        "reason": page.reason,
        "checked": stamp(page.checked or now()),
        "etag": page.etag,
        "modified": page.modified,
        "run": run,
    }
    _upsert(connection, "page", values, ("key",))


def put_captures(connection: sqlite3.Connection, key: str, captures: Sequence[Captured]) -> None:
    """Puts the answers in that an address is known by now; earlier ones stay, no longer current."""
    if not captures:
        return
    connection.execute("UPDATE capture SET current = 0 WHERE page = ?", [key])
    for part, capture in enumerate(captures, start=1):
        values = {
            "page": key,
            "part": part,
            "url": capture.url,
            "fetched": stamp(capture.fetched),
            "status": capture.status,
            "sha256": capture.sha256,
            "warc": capture.warc,
            "offset": capture.offset,
            "length": capture.length,
            "current": 1,
        }
        _upsert(connection, "capture", values, ("warc", "offset"))


def put_article(
    connection: sqlite3.Connection, page: Page, captures: Sequence[Captured], report: Report, host: str | None
) -> Outcome:
    """Puts an article in with everything read from it; "same" where all of that is there already."""
    article, made_by = report.article, report.generated_by
    published = article.published
    day = published.start if published is not None else None
    values = {
        "page": page.key,
        "url": page.url,
        "outlet": page.outlet,
        "host": host,
        "title": article.title,
        "published": published.model_dump_json() if published is not None else None,
        "published_start": day.isoformat() if day is not None else None,
        "published_end": published.end.isoformat() if published is not None and published.end else None,
        "published_precision": published.precision if published is not None else None,
        "published_source": published.source if published is not None else None,
        "retrieved": stamp(captures[0].fetched),
        "text": article.text,
        "text_sha256": article.sha256,
        "source_sha256": article.source_sha256,
        "version": made_by.version,
        "patterns_sha256": made_by.patterns_sha256,
    }
    known = connection.execute("SELECT * FROM article WHERE page = ?", [page.key]).fetchone()
    _upsert(connection, "article", values, ("page",))
    article_id = connection.execute("SELECT id FROM article WHERE page = ?", [page.key]).fetchone()["id"]
    same = known is not None and all(known[name] == values[name] for name in _READ)
    for table, rows in _ROWS.items():
        same = _put_rows(connection, table, article_id, list(rows(report))) and same
    if known is None:
        return "new"
    return "same" if same else "changed"


def _put_rows(connection: sqlite3.Connection, table: str, article: int, rows: Sequence[Row]) -> bool:
    """Puts rows in the place of the article's old ones; whether these were the same."""
    names = columns(table)
    shown = ", ".join(f'"{name}"' for name in names)
    new = [tuple(_cell(row.get(name)) for name in names) for row in rows]
    old = connection.execute(f"SELECT {shown} FROM {table} WHERE article = ?", [article]).fetchall()
    if sorted(map(repr, map(tuple, old))) == sorted(map(repr, new)):
        return True
    connection.execute(f"DELETE FROM {table} WHERE article = ?", [article])
    marks = ", ".join("?" * (len(names) + 1))
    connection.executemany(
        f"INSERT INTO {table} (article, {shown}) VALUES ({marks})", [(article, *row) for row in new]
    )
    return False


def _cell(value: object) -> object:
    return int(value) if isinstance(value, bool) else value


def _upsert(
    connection: sqlite3.Connection, table: str, values: Mapping[str, object], key: tuple[str, ...]
) -> None:
    names = [f'"{name}"' for name in values]
    changes = ", ".join(f"{name} = excluded.{name}" for name in names if name.strip('"') not in key)
    connection.execute(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        f" ON CONFLICT ({', '.join(f'{chr(34)}{name}{chr(34)}' for name in key)}) DO UPDATE SET {changes}",
        list(values.values()),
    )
