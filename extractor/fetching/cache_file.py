"""A cache file of this process' own: two processes can't use one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import platformdirs

from extractor.locking import lock


def user_caches() -> Path:
    """The folder for caches of what single commands ask."""
    return Path(platformdirs.user_cache_dir("cekangka", appauthor=False)) / "http"


@contextmanager
def cache_file(folder: Path) -> Iterator[Path]:
    """The first cache in a folder that no living process uses, held while the block runs. Raises OSError."""
    for number in count(1):
        own = folder / f"{number}"
        own.mkdir(parents=True, exist_ok=True)
        with (own / "lock").open("ab") as held:
            if lock(held):
                yield own / "http.sqlite"
                return
