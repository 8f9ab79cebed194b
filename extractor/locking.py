"""A lock on an open file, held by a living process: it ends with the process, however that ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Windows keeps others from reading the locked bytes, so one is locked that no file here reaches: its locks
# count in 32 bits, with sign
_FAR = 2**31 - 2


def lock(file: IO[bytes]) -> bool:
    """Whether the file is now locked by this handle: False where another one holds it. Raises OSError."""
    try:
        if sys.platform == "win32":
            file.seek(_FAR)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            finally:
                file.seek(0)
        else:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def is_at(file: IO[bytes], path: Path) -> bool:
    """Whether the path leads to the open file: it may have been renamed between opening and locking."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), os.stat(path))
    except FileNotFoundError:
        return False
