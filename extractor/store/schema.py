"""How the file of a store is opened, made where there is none, and written to."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

from extractor.naming import meant, quoted
from extractor.store.tables import STATEMENTS

APPLICATION = 0x656B7470  # "ektp": tells a store from any other SQLite file
VERSION = 1
_PATIENCE = 30.0  # seconds to wait for another process that writes
_PRIMARY = 0xFF  # the part of SQLite's error codes that tells their kind


class StoreError(Exception):
    """A file that can't be used as store; the message names it and the reason."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{quoted(str(path))}: {reason}")
        self.reason = reason


def connect(
    path: Path, *, create: bool, reading: bool = False, any_thread: bool = False
) -> sqlite3.Connection:
    """The store in a file, made where there is none and `create` says so. Raises StoreError.

    `reading`: nothing will be written, so a store on a read-only disk will do. `any_thread`: the caller sees to
    it that its threads use the connection one after another.
    """
    _look(path, create=create, reading=reading)
    try:
        connection = _opened(path, "rwc" if create else "rw", create, any_thread)
    except sqlite3.Error as error:
        if not (reading and _is_read_only(error) and _is_whole(path)):
            raise StoreError(path, _reason(error)) from error
        try:
            connection = _opened(path, "ro&immutable=1", False, any_thread)
        except sqlite3.Error as again:
            raise StoreError(path, _reason(again)) from again
    connection.row_factory = sqlite3.Row
    return connection


def _look(path: Path, *, create: bool, reading: bool) -> None:
    """Refuses what SQLite would only tell late, or in words of its own."""
    if os.path.isdir(path):
        raise StoreError(path, "it is a folder")
    if not os.path.exists(path):
        if not create:
            raise StoreError(path, f"no such file{meant(str(path))}")
        if not os.path.isdir(path.parent):
            raise StoreError(path, "its folder is missing")
    elif not reading and not os.access(path, os.W_OK):
        raise StoreError(path, "it is read-only")


def _opened(path: Path, mode: str, create: bool, any_thread: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,
        check_same_thread=not any_thread,
    )
    try:
        _ready(connection, path, create=create)
    except BaseException:
        connection.close()
        raise
    return connection


def _code(error: sqlite3.Error) -> int:
    """SQLite's code of an error; 0 where it comes from Python's side."""
    return getattr(error, "sqlite_errorcode", 0)


def _is_read_only(error: sqlite3.Error) -> bool:
    """Whether SQLite could not make the file, or those that it keeps beside it."""
    return _code(error) & _PRIMARY in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


def _is_whole(path: Path) -> bool:
    """Whether the one file holds everything: no log beside it is yet to be folded in."""
    log = path.with_name(path.name + "-wal")
    return not (log.exists() and log.stat().st_size)


def _reason(error: sqlite3.Error) -> str:
    if _code(error) == sqlite3.SQLITE_NOTADB:
        return "this is no SQLite file"
    return "it, or its folder, is read-only" if _is_read_only(error) else str(error)


def _ready(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    """Sees to it that the file is a store. Raises StoreError, sqlite3.Error."""
    application, empty = _kind(connection)
    if application == 0 and empty and create:
        _create(connection)
        application, _ = _kind(connection)
    if application != APPLICATION:
        raise StoreError(path, "this SQLite file is no store of this program")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != VERSION:
        raise StoreError(path, f"the store has version {version}; this program reads version {VERSION}")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _kind(connection: sqlite3.Connection) -> tuple[int, bool]:
    """Whose file it is, and whether it is empty, both of one moment."""
    connection.execute("BEGIN")
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    finally:
        connection.execute("COMMIT")
    return application, not tables


def _create(connection: sqlite3.Connection) -> None:
    """Makes the tables; of several processes that begin at once, one does."""
    _use_wal(connection)
    with transaction(connection, "EXCLUSIVE"):
        if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            return
        for statement in STATEMENTS:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switches to a write-ahead log, which fails at once, not after a wait, while another process does it."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


class transaction:  # noqa: N801 - used like contextlib.closing
    """A transaction that writes: it begins by waiting for all others, and ends whole or not at all."""

    def __init__(self, connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> None:
        self._connection = connection
        self._kind = kind

    def __enter__(self) -> sqlite3.Connection:
        self._connection.execute(f"BEGIN {self._kind}")
        return self._connection

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:  # a full disk ends it by itself
                self._connection.execute("ROLLBACK")
