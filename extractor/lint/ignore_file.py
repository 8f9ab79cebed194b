"""A file of findings that somebody has looked at: an id and a reason on every line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extractor.decoding import decode

_LINE = re.compile(r"(?P<id>[0-9a-f]{8})(?:\s+(?P<reason>\S.*))?")


@dataclass(slots=True)
class Entry:
    """One line: the finding that it sets aside, and why."""

    line: int
    id: str
    reason: str
    met: bool = False


@dataclass(slots=True)
class IgnoreFile:
    """The entries of one file; none where there is no file."""

    name: str = ""
    entries: list[Entry] = field(default_factory=list)

    @classmethod
    def read(cls, path: str) -> IgnoreFile:
        """The entries of a file; blank lines and lines that begin with # say nothing.

        Raises OSError, and ValueError naming the line where one is no id with a reason.
        """
        lines = decode(Path(path).read_bytes()).splitlines()
        rows = ((number, line.strip()) for number, line in enumerate(lines, start=1))
        return cls(
            path, [_entry(path, number, row) for number, row in rows if row and not row.startswith("#")]
        )

    def names(self, finding: str) -> bool:
        """Whether an entry names the finding; the entry is then met."""
        found = [entry for entry in self.entries if entry.id == finding]
        for entry in found:
            entry.met = True
        return bool(found)

    def unmet(self) -> Iterator[str]:
        """A message for each entry that has named no finding."""
        for entry in self.entries:
            if not entry.met:
                yield f"{self.name}:{entry.line}: {entry.id} names no finding any more ({entry.reason})"


def _entry(path: str, number: int, row: str) -> Entry:
    match = _LINE.fullmatch(row)
    if match is None:
        raise ValueError(f"{path}:{number}: '{row[:40]}' does not begin with the id of a finding")
    if match["reason"] is None:
        raise ValueError(f"{path}:{number}: {match['id']} has no reason beside it")
    return Entry(number, match["id"], match["reason"])
