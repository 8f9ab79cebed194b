"""The names of segments: final, while they are written, and of torn bytes."""

from __future__ import annotations

import re
from pathlib import Path

SUFFIX = ".warc.gz"
OPEN = ".open"
TORN = ".torn"

_RUN = re.compile(r"[0-9A-Za-z_-][0-9A-Za-z._-]{0,99}")


def checked_run(run: str) -> str:
    """The name of a run, if it can begin a file's name. Raises ValueError."""
    if not _RUN.fullmatch(run):
        raise ValueError(
            f"'{run}' cannot name a run: up to 100 letters, digits, '_', '-', and '.' but not first"
        )
    return run


def segment_name(run: str, number: int) -> str:
    """The final name of a run's segment."""
    return f"{run}-{number:05d}{SUFFIX}"


def opened(final: Path) -> Path:
    """The name of a segment while it is written."""
    return final.with_name(final.name + OPEN)


def torn(final: Path, number: int = 1) -> Path:
    """The name under which a segment's torn bytes are set aside; the first is free but for odd cases."""
    return final.with_name(final.name + TORN + (f".{number}" if number > 1 else ""))
