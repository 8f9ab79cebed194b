"""One segment of the archive while it is written."""

from __future__ import annotations

import os
from io import FileIO
from pathlib import Path

from extractor.archive.capture import Place
from extractor.archive.folders import close_as, named, remove, sync_folder
from extractor.archive.naming import opened, torn
from extractor.locking import is_at, lock


class Segment:
    """A locked file that grows by whole records: `size` is the end of the last of them, whatever lies behind.

    Its methods raise ArchiveError.
    """

    def __init__(self, file: FileIO, final: Path) -> None:
        self._file = file
        self._final = final
        self._path = opened(final)
        self._torn = False  # whether a call was interrupted between its first byte and the disk
        self._start = 0  # where the first response begins
        self.size = 0

    @classmethod
    def begun(cls, final: Path, first: bytes) -> Segment | None:
        """A new segment with its first record; None where its name was used already."""
        path = opened(final)
        if _used(final):
            return None
        with named(path):
            try:
                file = FileIO(path, "xb+")
            except FileExistsError:
                return None
            try:
                return cls(file, final)._with(first)
            except BaseException:
                file.close()
                path.unlink(missing_ok=True)
                raise

    def _with(self, first: bytes) -> Segment | None:
        """The segment with its first record; None where others took the file, or its name, before the lock."""
        if not lock(self._file) or not is_at(self._file, self._path):
            self._file.close()
            return None
        if _used(self._final):
            remove(self._file, self._path)
            return None
        self._add(first)
        self._start = self.size
        sync_folder(self._path.parent)
        return self

    def append(self, record: bytes) -> Place:
        """Adds the record of a response; when this returns, it is on the disk."""
        with named(self._path):
            offset = self.size
            self._add(record)
            return Place(self._final.name, offset, len(record))

    def close(self) -> None:
        """Gives the file its final name; removes it where it holds no response."""
        with named(self._path), self._file:
            if self.size == self._start:
                remove(self._file, self._path)
                return
            if self._torn:
                self._cut()
            close_as(self._file, self._path, self._final)

    def _add(self, record: bytes) -> None:
        if self._torn:
            self._cut()
        self._torn = True
        rest = memoryview(record)
        while rest:
            rest = rest[self._file.write(rest) :]
        os.fsync(self._file.fileno())
        self.size += len(record)
        self._torn = False

    def _cut(self) -> None:
        """Takes away what a failed or interrupted call has left behind the last record."""
        self._file.seek(self.size)
        self._file.truncate(self.size)
        os.fsync(self._file.fileno())


def _used(final: Path) -> bool:
    return final.exists() or torn(final).exists()
