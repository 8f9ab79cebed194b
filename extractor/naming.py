"""Files as messages name them: their names, the nearest that exists, what went wrong with them."""

from __future__ import annotations

import difflib
import os
import traceback
from itertools import islice

_NAMES_COMPARED = 5000


def shown(path: str) -> str:
    """A path as text that can be printed and written as JSON: bytes that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def quoted(name: str) -> str:
    """A name for a message: in quotes where it would not be seen."""
    return name if name.strip() else f"'{name}'"


def nearest(path: str) -> str | None:
    """The existing file or folder whose name is most like that of a missing one; None where none is alike."""
    folder, name = os.path.split(path.rstrip(os.sep))
    if folder and not os.path.isdir(folder):
        folder = nearest(folder) or ""
        if not os.path.isdir(folder):
            return None
    try:
        with os.scandir(folder or os.curdir) as entries:
            names = {_stem(entry.name): entry.name for entry in islice(entries, _NAMES_COMPARED)}
    except OSError:
        return None
    alike = difflib.get_close_matches(_stem(name), names, n=1)
    return os.path.join(folder, names[alike[0]]) if alike else None


def _stem(name: str) -> str:
    """What is compared: of two short names a common ".txt" would make the half."""
    return os.path.splitext(name.lower())[0]


def meant(path: str) -> str:
    """The end of a message on a missing file: "; did you mean artikel.txt?", or nothing."""
    alike = nearest(path)
    return f"; did you mean {shown(alike)}?" if alike else ""


def fault(error: Exception) -> str:
    """A mistake in the program in one line: what, and where it was noticed."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(frame.filename)}:{frame.lineno}"
    return f"internal error at {where}: {type(error).__name__}: {error}"


def why(error: OSError | ValueError) -> str:
    """What went wrong with an input, in a few words: "permission denied"."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return str(error) or type(error).__name__
