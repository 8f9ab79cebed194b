"""The arguments of the command line as inputs: files, folders, stores, addresses and standard input."""

from __future__ import annotations

import datetime as dt
import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from extractor.extras import MissingExtra, needs
from extractor.naming import meant, shown, why

SUFFIXES = (".txt", ".html", ".htm")
ARCHIVES = (".warc", ".warc.gz")
URL = re.compile(r"https?://", re.IGNORECASE)
_HOSTED = re.compile(r"(?:[\w-]+\.)+(?:id|com|net|org|co|info)(?:/|\Z)", re.IGNORECASE)
_OPENED = re.compile(r"/dev/stdin|/dev/fd/\d+|/proc/(?:self|\d+)/fd/\d+")  # also what <(command) stands for

_SQLITE = b"SQLite format 3\0"  # how a database begins

FileId = tuple[int, int]  # device and inode: the same for all names of one file


@dataclass(frozen=True, slots=True)
class Kept:
    """An article that was loaded before, as a store kept it. `published` is a Period as JSON."""

    text: str
    title: str | None
    source_sha256: str
    retrieved: dt.datetime
    published: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Answers:
    """The pages of an article as the web gave them; `url` is where its address led."""

    pages: tuple[bytes, ...]
    url: str
    retrieved: dt.datetime


@dataclass(frozen=True, slots=True)
class Input:
    """One text to read: a file to be opened, bytes from a stream, answers of the web, an article of a store."""

    source: str
    path: str = ""
    data: bytes | None = None
    answers: Answers | None = None
    kept: Kept | None = None

    @property
    def loaded(self) -> bool:
        """Whether it holds an article of the web or a store, and no bytes of a file."""
        return self.answers is not None or self.kept is not None

    def load(self) -> bytes:
        """The bytes of the input. Raises OSError, or ValueError with the reason where it is too large."""
        if self.data is not None:
            return self.data
        with open(self.path, "rb") as file:
            return _bounded(file)


@dataclass(frozen=True, slots=True)
class Address:
    """An argument that is the address of an article on the web."""

    source: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An argument, or a place in a folder, that cannot be read, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """An argument that names a file which was read before."""

    source: str
    first: str

    def __str__(self) -> str:
        if self.source == self.first:
            return f"read once: {self.source} is among the inputs twice"
        return f"read once: {self.source} is the same file as {self.first}"


@dataclass(frozen=True, slots=True)
class Skipped:
    """How many files of a folder were passed over: of another suffix, hidden, no files, or read before."""

    source: str
    others: int = 0
    hidden: int = 0
    special: int = 0
    repeated: int = 0

    def __str__(self) -> str:
        counted = (
            (self.others, f"file that is not {_kinds()}", f"files that are not {_kinds()}"),
            (self.hidden, "hidden file", "hidden files"),
            (self.special, "pipe, device or link in a circle", "pipes, devices or links in a circle"),
            (self.repeated, "file read before", "files read before"),
        )
        parts = [f"{count} {one if count == 1 else many}" for count, one, many in counted if count]
        return f"{self.source}: skipped {'; '.join(parts)}"


@dataclass(frozen=True, slots=True)
class Passed:
    """How many answers of an archive were passed over: no pages, or pages that do not speak of the card."""

    source: str
    answers: int

    def __str__(self) -> str:
        what = "answer that is no page" if self.answers == 1 else "answers that are no pages"
        return f"{self.source}: passed over {self.answers} {what} on KTP"


Item = Input | Address | Refused | Repeated | Skipped | Passed


def expand(arguments: Iterable[str], written: frozenset[FileId] = frozenset()) -> Iterator[Item]:
    """The inputs that the arguments name, in their order; folders are walked, their names sorted.

    A file that several arguments lead to is read once, under its first name; a file in `written`, where the
    output goes, is never read. Standard input is read when its turn comes, and so is whatever was opened
    for us and can be read only once (the pipe of a process substitution); files are left for `Input.load`.
    """
    files = _Files(written)
    stdin_read = False
    for argument in arguments:
        if argument == "-" and stdin_read:
            yield Refused("-", "standard input was read already")
        elif argument == "-":
            stdin_read = True
            yield _stdin()
        elif URL.match(argument):
            yield Address(shown(argument))
        else:
            yield from _path(argument, files)


def _kinds() -> str:
    return f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"


def _bounded(file: BinaryIO) -> bytes:
    """All bytes of a file, read no further than shows that they are too many."""
    from extractor.decoding import MAX_BYTES  # noqa: PLC0415 - `extract --help` starts without pydantic

    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ValueError(f"larger than {MAX_BYTES / 1e6:.0f} MB, the limit for one article")
    return data


def _stdin() -> Input | Refused:
    if sys.stdin is None:
        return Refused("-", "there is no standard input")
    try:
        return Input("-", data=_bounded(sys.stdin.buffer))
    except (OSError, ValueError) as error:
        return Refused("-", why(error))


class _Files:
    """Which files were named already, and which are being written."""

    def __init__(self, written: frozenset[FileId]) -> None:
        self._written = written
        self._first: dict[FileId, str] = {}

    def is_written(self, status: os.stat_result) -> bool:
        """Whether the output goes to the file."""
        return (status.st_dev, status.st_ino) in self._written

    def first(self, status: os.stat_result, source: str) -> str | None:
        """The name under which a file came before; None, and it is kept, where it did not."""
        file = (status.st_dev, status.st_ino)
        if file in self._first:
            return self._first[file]
        self._first[file] = source
        return None


def _path(argument: str, files: _Files) -> Iterator[Item]:
    source = shown(argument)
    try:
        status = os.stat(argument)
    except (FileNotFoundError, NotADirectoryError):
        hint = (
            f"; an address begins with https://: https://{source}"
            if _HOSTED.match(source)
            else meant(argument)
        )
        yield Refused(source, f"no such file or folder{hint}")
    except (OSError, ValueError) as error:
        yield Refused(source, why(error))
    else:
        if stat.S_ISDIR(status.st_mode):
            yield from _Folder(argument, files).items()
        elif stat.S_ISREG(status.st_mode) and _is_store(argument):
            first = files.first(status, source)
            yield from _stored(argument) if first is None else [Repeated(source, first)]
        elif _OPENED.fullmatch(argument):
            yield _taken(Input(source, argument))
        elif not stat.S_ISREG(status.st_mode):
            yield Refused(
                source, f"{_special(status.st_mode)}, not a file; what it gives can be piped into -"
            )
        else:
            yield from _read_in(_file(Input(source, argument), status, files))


def holds_many(argument: str) -> bool:
    """Whether an argument is a store or an archive, whose articles are not counted before they are read."""
    return argument.lower().endswith(ARCHIVES) or (os.path.isfile(argument) and _is_store(argument))


def _read_in(item: Item) -> Iterator[Item]:
    """The item; of an archive the pages in it."""
    if not isinstance(item, Input) or not item.path.lower().endswith(ARCHIVES):
        yield item
        return
    try:
        with needs("crawl"):
            from extractor.archive.inputs import archived_inputs  # noqa: PLC0415 - few inputs are archives
    except MissingExtra as error:
        yield Refused(item.source, str(error))
        return
    try:
        yield from archived_inputs(item.path, item.source)
    except OSError as error:
        yield Refused(item.source, str(error).removeprefix(f"{item.path}: "))


def _is_store(path: str) -> bool:
    """Whether a file is a database; one that can't be opened is told later."""
    try:
        with open(path, "rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def _stored(path: str) -> Iterator[Item]:
    """The articles of a store; what of it can't be read is told."""
    import sqlite3  # noqa: PLC0415 - few inputs are stores

    from extractor.store.inputs import stored_inputs  # noqa: PLC0415
    from extractor.store.schema import StoreError  # noqa: PLC0415

    try:
        yield from stored_inputs(path)
    except StoreError as error:
        yield Refused(shown(path), error.reason)
    except sqlite3.Error as error:
        yield Refused(shown(path), str(error))


def _file(item: Input, status: os.stat_result, files: _Files) -> Item:
    if files.is_written(status):
        return Refused(item.source, "the output goes to this file")
    first = files.first(status, item.source)
    return item if first is None else Repeated(item.source, first)


def _special(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def _taken(item: Input) -> Input | Refused:
    """The input of a descriptor, read here: another process could not open it again."""
    try:
        return Input(item.source, data=item.load())
    except (OSError, ValueError) as error:
        return Refused(item.source, why(error))


class _Folder:
    """A walk through one folder: depth first, names sorted, every folder once whatever links lead to it."""

    def __init__(self, top: str, files: _Files) -> None:
        self._top = top
        self._files = files
        self._found = 0
        self._skipped = {"others": 0, "hidden": 0, "special": 0, "repeated": 0}
        self._seen: set[FileId] = set()

    def items(self) -> Iterator[Item]:
        """The inputs, then what was passed over; a folder without any input is refused."""
        pending = [(self._top, True)]
        while pending:
            path, is_folder = pending.pop()
            if not is_folder:
                self._found += 1
                yield from _read_in(Input(shown(path), path))
                continue
            try:
                pending += reversed(self._entries(path))
            except OSError as error:
                yield Refused(shown(path), why(error))
        yield from self._summary()

    def _entries(self, folder: str) -> list[tuple[str, bool]]:
        """The files to read and the folders to walk in a folder, each with whether it is a folder."""
        status = os.stat(folder)
        if (status.st_dev, status.st_ino) in self._seen:
            return []
        self._seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
        kinds = [(entry.path, self._kind(entry)) for entry in ordered]
        for _, kind in kinds:
            if kind in self._skipped:
                self._skipped[kind] += 1
        return [(path, kind == "folder") for path, kind in kinds if kind in ("file", "folder")]

    def _kind(self, entry: os.DirEntry[str]) -> str:
        """What an entry is to the walk: "file", "folder", "written" or a reason to skip it."""
        hidden, named = entry.name.startswith("."), entry.name.lower().endswith((*SUFFIXES, *ARCHIVES))
        try:
            status = entry.stat()
        except OSError as error:
            if hidden:
                return "hidden"
            if error.errno == errno.ELOOP:
                return "special"
            return "file" if named else "others"  # a link to nothing: told when it cannot be opened
        if self._files.is_written(status):
            return "written"
        if hidden:
            return "hidden"
        if stat.S_ISDIR(status.st_mode):
            return "folder"
        if not stat.S_ISREG(status.st_mode):
            return "special"
        if not named:
            return "others"
        return "file" if self._files.first(status, shown(entry.path)) is None else "repeated"

    def _summary(self) -> Iterator[Item]:
        folder = shown(self._top)
        if any(self._skipped.values()):
            yield Skipped(folder, **self._skipped)
        if not self._found and not self._skipped["repeated"]:
            yield Refused(folder, f"no {_kinds()} file in {folder}")
