"""Which findings are shown: by code, and without those that a list of known ones sets aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from extractor.lint.ignore_file import IgnoreFile
from extractor.report import Severity


class Coded(Protocol):
    """What a finding is chosen by."""

    id: str
    code: str
    severity: Severity


@dataclass(slots=True)
class Choice:
    """Codes begin with one of `select`, if there is any, and with none of `ignore`."""

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    known: IgnoreFile = field(default_factory=IgnoreFile)

    def __call__(self, finding: Coded) -> bool:
        """Whether a finding is shown; what the ignore file names is ticked off there."""
        if self.select and not finding.code.startswith(tuple(self.select)):
            return False
        if finding.code.startswith(tuple(self.ignore)):
            return False
        return not self.known.names(finding.id)


def prefixes(text: str, codes: Iterable[str]) -> list[str]:
    """The prefixes of codes in "EK2,EK101". Raises ValueError for one that no code begins with."""
    known = list(codes)
    found = [part.strip().upper() for part in text.split(",") if part.strip()]
    for prefix in found:
        if not any(code.startswith(prefix) for code in known):
            raise ValueError(f"no rule begins with '{prefix}'; 'extract rule' lists them all")
    return found
