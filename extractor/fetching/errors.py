"""Why an address gave nothing."""

from __future__ import annotations


class FetchError(Exception):
    """An address that gave nothing; the message is the reason. `status` is the server's answer, if it gave one."""

    def __init__(self, url: str, reason: str, status: int | None = None) -> None:
        super().__init__(reason)
        self.url = url
        self.status = status


class NotAskedError(FetchError):
    """An address that is never asked: by the guard, by robots.txt, or since it leads in a circle."""


class NotThereError(FetchError):
    """The server answers, and says that there is nothing for us: a status from 400 to 499."""


class TooMuchError(FetchError):
    """The answer is larger or slower than any article."""


class HostFailedError(FetchError):
    """The host does not answer as it should: no connection, a broken answer, a status of 500 and above, 429.

    `later` is the number of seconds after which it wants to be asked again, where it says so.
    """

    def __init__(self, url: str, reason: str, status: int | None = None, later: float | None = None) -> None:
        super().__init__(url, reason, status)
        self.later = later
