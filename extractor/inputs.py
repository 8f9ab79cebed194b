"""The arguments of the command line as inputs: files, folders and standard input, one at a time."""

from __future__ import annotations

import difflib
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

SUFFIXES = (".txt", ".html", ".htm")
_NAMES_COMPARED = 5000
URL = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Input:
    """One text to read: a file to be opened, or bytes already taken from a stream."""

    source: str
    path: str = ""
    data: bytes | None = None

    def load(self) -> bytes:
        """The bytes of the input. Raises OSError, or ValueError with the reason where it is too large."""
        if self.data is not None:
            return self.data
        with open(self.path, "rb") as file:
            return _bounded(file)


@dataclass(frozen=True, slots=True)
class Refused:
    """An argument, or a place in a folder, that cannot be read, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """How many files of a folder were passed over: of another suffix, or hidden."""

    source: str
    others: int
    hidden: int

    def __str__(self) -> str:
        parts = [f"{self.others} not {_kinds()}"] if self.others else []
        parts += [f"{self.hidden} hidden"] if self.hidden else []
        return f"{self.source}: skipped {' and '.join(parts)}"


Item = Input | Refused | Skipped


def expand(arguments: Iterable[str]) -> Iterator[Item]:
    """The inputs that the arguments name, in their order; folders are walked, their names sorted.

    Standard input is read when its turn comes, and so is whatever can be read only once (a pipe); files are
    left for `Input.load`.
    """
    stdin_read = False
    for argument in arguments:
        if argument == "-" and stdin_read:
            yield Refused("-", "standard input was read already")
        elif argument == "-":
            stdin_read = True
            yield _stdin()
        elif URL.match(argument):
            yield Refused(
                shown(argument), "addresses are not fetched; save the page and pass the file with --url"
            )
        else:
            yield from _path(argument)


def _kinds() -> str:
    return f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"


def shown(path: str) -> str:
    """A path as text that can be printed and written as JSON: bytes that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def nearest(path: str) -> str | None:
    """The existing file or folder whose name is most like that of a missing one; None where none is alike."""
    folder, name = os.path.split(path.rstrip(os.sep))
    if folder and not os.path.isdir(folder):
        folder = nearest(folder) or ""
        if not os.path.isdir(folder):
            return None
    try:
        with os.scandir(folder or os.curdir) as entries:
            names = {entry.name.lower(): entry.name for entry in islice(entries, _NAMES_COMPARED)}
    except OSError:
        return None
    alike = difflib.get_close_matches(name.lower(), names, n=1)
    return os.path.join(folder, names[alike[0]]) if alike else None


def why(error: OSError | ValueError) -> str:
    """What went wrong with an input, in a few words: "permission denied"."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return str(error) or type(error).__name__


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


def _path(argument: str) -> Iterator[Item]:
    source = shown(argument)
    try:
        mode = os.stat(argument).st_mode
    except (FileNotFoundError, NotADirectoryError):
        alike = nearest(argument)
        hint = f"; did you mean {shown(alike)}?" if alike else ""
        yield Refused(source, f"no such file or folder{hint}")
    except (OSError, ValueError) as error:
        yield Refused(source, why(error))
    else:
        if stat.S_ISDIR(mode):
            yield from _Folder(argument).items()
        elif stat.S_ISREG(mode):
            yield Input(source, argument)
        else:
            yield _taken(Input(source, argument))


def _taken(item: Input) -> Input | Refused:
    """The input of a pipe or device, read here: another process could not open it again."""
    try:
        return Input(item.source, data=item.load())
    except (OSError, ValueError) as error:
        return Refused(item.source, why(error))


class _Folder:
    """A walk through one folder: depth first, names sorted, every folder once whatever links lead to it."""

    def __init__(self, top: str) -> None:
        self._top = top
        self._found = self._others = self._hidden = 0
        self._seen: set[tuple[int, int]] = set()

    def items(self) -> Iterator[Item]:
        """The inputs, then what was passed over; a folder without any input is refused."""
        pending = [(self._top, True)]
        while pending:
            path, is_folder = pending.pop()
            if not is_folder:
                self._found += 1
                yield Input(shown(path), path)
                continue
            try:
                pending += reversed(self._entries(path))
            except OSError as error:
                yield Refused(shown(path), why(error))
        yield from self._summary()

    def _entries(self, folder: str) -> list[tuple[str, bool]]:
        status = os.stat(folder)
        if (status.st_dev, status.st_ino) in self._seen:
            return []
        self._seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
        return [(entry.path, entry.is_dir()) for entry in ordered if self._wanted(entry)]

    def _wanted(self, entry: os.DirEntry[str]) -> bool:
        if entry.name.startswith("."):
            self._hidden += 1
            return False
        named = entry.name.lower().endswith(SUFFIXES) and (entry.is_file() or entry.is_symlink())
        wanted = named or entry.is_dir()
        self._others += not wanted
        return wanted

    def _summary(self) -> Iterator[Item]:
        folder = shown(self._top)
        if self._others or self._hidden:
            yield Skipped(folder, self._others, self._hidden)
        if not self._found:
            yield Refused(folder, f"no {_kinds()} file in {folder}")
