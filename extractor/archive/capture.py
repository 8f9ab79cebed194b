"""A response as it is archived, and the place where it lies."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime


class ArchiveError(OSError):
    """A file of the archive that cannot be written or read, with its name and the reason."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One HTTP response.

    `time` is when it came, with its zone; read from an archive it is in UTC. `headers` are in their order, as
    received or, read from an archive, in the form `stored_headers` gives them. `body` is the payload with
    transfer and content encoding undone. `address` is the IP address that answered.

    Raises ValueError where the time has no zone or the status has not three digits.
    """

    url: str
    time: datetime
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    address: str | None = None

    def __post_init__(self) -> None:
        if self.time.utcoffset() is None:
            raise ValueError(f"{self.url}: the time {self.time} has no zone")
        if not 100 <= self.status <= 999:
            raise ValueError(f"{self.url}: {self.status} is no HTTP status")

    @property
    def sha256(self) -> str:
        """The SHA-256 of the body, in hexadecimal digits."""
        return hashlib.sha256(self.body).hexdigest()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies: the segment's final name, and the bytes from `offset` on, `length` of them.

    `length` is 0 where the record shares a gzip member with others, as in a WARC file that was compressed as
    a whole: `offset` is then that member's, and the record cannot be read by its place.
    """

    file: str
    offset: int
    length: int
