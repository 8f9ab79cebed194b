"""Segments that their writers left open, mended: whole records kept, torn bytes set aside."""

from __future__ import annotations

import filecmp
import os
from dataclasses import dataclass
from io import FileIO
from itertools import count, takewhile
from pathlib import Path
from shutil import copyfileobj

from extractor.archive.capture import ArchiveError
from extractor.archive.folders import close_as, named, sync_folder
from extractor.archive.framing import records
from extractor.archive.naming import OPEN, SUFFIX, torn
from extractor.archive.responses import check, is_response
from extractor.archive.sources import source_of
from extractor.locking import is_at, lock

_PART = ".part"


@dataclass(frozen=True, slots=True)
class Recovered:
    """A segment that was mended: its final name, its whole responses, the bytes set aside in `<file>.torn`.

    Without a whole response the file as a whole was set aside, and `records` is 0.
    """

    file: str
    records: int
    torn_bytes: int


def recover(folder: Path) -> list[Recovered]:
    """Mends every segment of the folder that is open but that no living process writes; tells which.

    Whole records are kept under the segment's final name, bytes behind them moved to `<segment>.torn`. It can be
    interrupted anywhere and called again. Segments that a process writes, or mends, are left alone.

    Raises ArchiveError where a file cannot be read or written, or where the final name is taken.
    """
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}{OPEN}")):
        with named(path):
            mended = _mended(path)
        if mended is not None:
            found.append(mended)
    return found


def _mended(path: Path) -> Recovered | None:
    try:
        file = FileIO(path, "rb+")
    except FileNotFoundError:  # its writer has closed it since it was listed
        return None
    with file:
        if not lock(file) or not is_at(file, path):
            return None
        final = path.with_name(path.name.removesuffix(OPEN))
        end, responses = _whole(file, path)
        rest = os.fstat(file.fileno()).st_size - end
        if not responses:
            close_as(file, path, _free_name(final))
            return Recovered(final.name, 0, end + rest)
        if final.exists():
            raise ArchiveError(f"{path}: there is a {final.name} already")
        if rest:
            _set_aside(file, end, final)
            file.truncate(end)
            os.fsync(file.fileno())
        close_as(file, path, final)
        return Recovered(final.name, responses, rest)


def _whole(file: FileIO, path: Path) -> tuple[int, int]:
    """Where the last whole record ends, and how many responses there are up to it."""
    end = responses = 0
    file.seek(0)
    try:
        for record in records(source_of(file, str(path))):
            check(record, str(path))
            if not record.length:
                break  # records in one member were not written by us: none of them is touched
            end = record.offset + record.length
            responses += is_response(record)
    except ArchiveError:
        return end, responses  # from `end` on it is torn
    return end, responses


def _set_aside(file: FileIO, start: int, final: Path) -> None:
    """Copies what follows `start` to the segment's torn file, which has its name only when it is whole."""
    part = torn(final).with_name(torn(final).name + _PART)
    with part.open("wb") as copy:
        file.seek(start)
        copyfileobj(file, copy)
        copy.flush()
        os.fsync(copy.fileno())
    if not any(filecmp.cmp(part, name, shallow=False) for name in _torn_names(final)):
        part.rename(_free_name(final))
    part.unlink(missing_ok=True)  # an earlier call set these bytes aside, and was interrupted
    sync_folder(part.parent)


def _torn_names(final: Path) -> list[Path]:
    """The torn files that the segment has already."""
    return list(takewhile(Path.exists, (torn(final, number) for number in count(1))))


def _free_name(final: Path) -> Path:
    return torn(final, len(_torn_names(final)) + 1)
