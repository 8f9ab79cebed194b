"""Where the rows go: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TextIO

from extractor.naming import quoted


class OutputError(Exception):
    """The output cannot be written; the message names it and the reason."""

    def __init__(self, name: str, error: OSError) -> None:
        super().__init__(f"cannot write {quoted(name)}: {(error.strerror or str(error)).lower()}")


def destination(path: str | None) -> AbstractContextManager[TextIO]:
    """Opens standard output (None) or a file for the rows, before anything is read.

    A file is written beside its place and moved there at the end, so a run that fails leaves what was there.
    Raises OutputError.
    """
    if path is None:
        return _standard()
    if os.path.exists(path) and not os.path.isdir(path) and not stat.S_ISREG(os.stat(path).st_mode):
        return _device(path)
    return _replaced(os.path.realpath(path), path)


def files_written(stream: TextIO, path: str | None) -> frozenset[tuple[int, int]]:
    """Device and inode of what is being written and of what it replaces: neither is an input."""
    found = set()
    with suppress(OSError, ValueError):  # a stream without a file behind it
        status = os.fstat(stream.fileno())
        found.add((status.st_dev, status.st_ino))
    with suppress(OSError, ValueError):  # a file that is new
        status = os.stat(path or "")
        found.add((status.st_dev, status.st_ino))
    return frozenset(found)


def write(stream: TextIO, text: str) -> None:
    """Writes rows at once, so that a reader at the other end sees them as they come.

    Raises BrokenPipeError when that reader has gone, OutputError when the disk is full.
    """
    with _told(stream):
        stream.write(text)
        stream.flush()


def write_bytes(stream: TextIO, data: bytes) -> None:
    """Writes what is no text to the file under a stream that has been given no text.

    Raises BrokenPipeError when a reader at the other end has gone, OutputError when the disk is full.
    """
    with _told(stream):
        stream.buffer.write(data)
        stream.flush()


@contextmanager
def _told(stream: TextIO) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(getattr(stream, "name", "the output"), error) from error


@contextmanager
def _standard() -> Iterator[TextIO]:
    stream: TextIO | None = sys.stdout
    if stream is None:
        raise OutputError("standard output", OSError(errno.EBADF, "it is closed"))
    if hasattr(stream, "reconfigure"):
        # data are UTF-8 with LF on every system; a terminal keeps its own encoding
        known = {} if stream.isatty() else {"encoding": "utf-8", "newline": "\n"}
        stream.reconfigure(errors="replace", **known)
    yield stream


@contextmanager
def _device(path: str) -> Iterator[TextIO]:
    try:
        with open(path, "w", encoding="utf-8", errors="replace", newline="\n") as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(path, error) from error


@contextmanager
def _replaced(target: str, name: str) -> Iterator[TextIO]:
    folder, base = os.path.split(target)
    try:
        _check(target)
        handle, part = tempfile.mkstemp(prefix=f".{base[:100]}.", suffix=".part", dir=folder)
    except OSError as error:
        raise OutputError(name, error) from error
    try:
        with open(handle, "w", encoding="utf-8", errors="replace", newline="\n") as stream:
            yield stream
        _move(part, target, name)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(part)
        raise


def _check(target: str) -> None:
    """Refuses a folder, and a file that its owner has made read-only though its folder is not."""
    if os.path.isdir(target):
        raise IsADirectoryError(0, "it is a folder")
    if os.path.exists(target) and not os.access(target, os.W_OK):
        raise PermissionError(0, "permission denied")


def _move(part: str, target: str, name: str) -> None:
    try:
        os.chmod(part, _mode(target))
        os.replace(part, target)
    except OSError as error:
        raise OutputError(name, error) from error


def _mode(target: str) -> int:
    """The permissions of the file that is replaced, else those that a new file would get."""
    if os.path.exists(target):
        return stat.S_IMODE(os.stat(target).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
