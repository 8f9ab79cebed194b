"""A folder of files that is new or empty before and whole afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from extractor.output.destination import OutputError


class Folder:
    """A folder that takes files."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._written: list[str] = []

    def add(self, name: str, text: str) -> None:
        """Writes one file, UTF-8 with LF; one that is there already is an OutputError, as is a full disk."""
        path = os.path.join(self._path, name)
        try:
            with open(path, "x", encoding="utf-8", newline="\n") as stream:
                self._written.append(path)
                stream.write(text)
        except OSError as error:
            raise OutputError(path, error) from error

    def clear(self) -> None:
        """Takes away the files that were written, as far as the system lets them go."""
        for path in self._written:
            with suppress(OSError):
                os.unlink(path)


@contextmanager
def new_folder(path: str) -> Iterator[Folder]:
    """Makes a folder, or takes one that is empty, before anything is read; its parent must be there.

    A run that fails leaves what was there: no folder, or an empty one. Raises OutputError.
    """
    made = _make(path)
    folder = Folder(path)
    try:
        yield folder
    except BaseException:
        folder.clear()
        if made:
            with suppress(OSError):
                os.rmdir(path)
        raise


def _make(path: str) -> bool:
    """Makes the folder and gives True, or False where an empty one is there."""
    try:
        if not os.path.lexists(path):
            os.mkdir(path)
            return True
        if not os.path.isdir(path):
            raise NotADirectoryError(0, "it is no folder")
        if os.listdir(path):
            raise FileExistsError(0, "the folder holds other files")
    except OSError as error:
        raise OutputError(path, error) from error
    return False
