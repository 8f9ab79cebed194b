"""Names in a folder that outlast a power cut, and errors that say which file they are about."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from extractor.archive.capture import ArchiveError
from extractor.naming import why


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Turns an OSError into an ArchiveError that names the file."""
    try:
        yield
    except ArchiveError:
        raise
    except OSError as error:
        raise ArchiveError(f"{path}: {why(error)}") from error


def make_folder(folder: Path) -> None:
    """Makes the folder where there is none. Raises OSError."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Waits until the names in the folder are on the disk. Raises OSError."""
    if sys.platform != "win32":  # which opens no folders, and keeps their names in order by itself
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def close_as(file: FileIO, path: Path, new: Path) -> None:
    """Renames an open file, then closes it, and with it its lock. Raises OSError, also where the name is taken."""
    with file:
        if sys.platform == "win32":  # which renames no open files
            file.close()
        if new.exists():
            raise FileExistsError(errno.EEXIST, f"there is a {new.name} already")
        path.rename(new)
        sync_folder(new.parent)


def remove(file: FileIO, path: Path) -> None:
    """Removes an open file and closes it. Raises OSError."""
    with file:
        if sys.platform == "win32":
            file.close()
        path.unlink()
        sync_folder(path.parent)
