"""Who asks, how much an answer may take, and the answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from extractor.fetching.robots import AGENT

_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a host one answer may take."""

    most_bytes: int = 20_000_000  # after decompression
    most_seconds: float = 60.0  # for one answer, from the first byte asked to the last
    connect_seconds: float = 10.0
    read_seconds: float = 20.0  # between two pieces
    most_redirects: int = 5
    attempts: int = 3
    patience: float = 120.0  # seconds; a host that wants more time is left for later


@dataclass(frozen=True, slots=True)
class Identity:
    """Who asks. `contact` is a mail address or page where an outlet reaches the person who runs this."""

    version: str
    contact: str | None = None

    @property
    def agent(self) -> str:
        """The User-Agent: what this is, whose, and where to complain."""
        contact = f"; +{self.contact}" if self.contact else ""
        return f"{AGENT}/{self.version} (reads news on e-KTP figures{contact})"


@dataclass(frozen=True, slots=True)
class Response:
    """An answer with its body decoded. `asked` is the address asked for, `url` where it led.

    `time` is when it came, from the cache when it was made or last found unchanged. `kept` is what the client's
    `keep` gave for it.
    """

    asked: str
    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    time: dt.datetime
    address: str | None = None
    from_cache: bool = False
    kept: object = None

    def header(self, name: str) -> str | None:
        """A header's first value."""
        return next((value for key, value in self.headers if key.lower() == name), None)

    @property
    def unchanged(self) -> bool:
        """Whether the server says that the body is the one we have."""
        return self.status == _NOT_MODIFIED
