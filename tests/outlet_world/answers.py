"""What a client asks and what a site answers, before any of it is on the wire."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import parse_qsl, urlsplit

HTML = "text/html; charset=utf-8"
XML = "application/xml; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"
JSON = "application/json; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: the host it names, the path and the parameters, the headers that matter here."""

    host: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    target: str = ""
    none_match: str | None = None
    modified_since: str | None = None
    takes_gzip: bool = False


@dataclass(slots=True)
class Answer:
    """One answer. A body that is no bytes is sent piece by piece, and its end is the connection's.

    `length` is what is announced in place of the true length, `sent` how many bytes go out before the
    connection closes. `article` and `page` say for the log what was shown; page 0 is all pages at once.
    """

    body: bytes | Iterable[bytes] = b""
    kind: str = HTML
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str | None = None
    modified: dt.datetime | None = None
    article: int | None = None
    page: int = 1
    length: int | None = None
    sent: int | None = None

    @property
    def closes(self) -> bool:
        """Whether the connection ends with this answer."""
        return self.length is not None or self.sent is not None or not isinstance(self.body, bytes)


def ask_of(url: str) -> Ask:
    """The request that an address stands for."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    return Ask(parts.hostname or "", parts.path or "/", query)


def page(text: str, *, status: int = 200) -> Answer:
    """A page that cannot be revalidated."""
    return Answer(text.encode(), status=status)


def listing(text: str | bytes, kind: str) -> Answer:
    """A listing whose ETag is its content's."""
    body = text.encode() if isinstance(text, str) else text
    return Answer(body, kind, etag=f'W/"{hashlib.sha1(body).hexdigest()[:16]}"')


def redirect(where: str, status: int = 301) -> Answer:
    """A redirect."""
    return Answer(b"", status=status, headers={"Location": where})


def not_found() -> Answer:
    """An honest 404."""
    return page("<!DOCTYPE html><title>404</title><h1>Tidak ada</h1>", status=404)


def is_unchanged(ask: Ask, answer: Answer) -> bool:
    """Whether the client has this already (RFC 9110, section 13.2.2): its ETag counts before its date."""
    if ask.none_match is not None:
        known = {each.strip().removeprefix("W/") for each in ask.none_match.split(",")}
        return answer.etag is not None and answer.etag.removeprefix("W/") in known
    if ask.modified_since is not None and answer.modified is not None:
        try:
            return answer.modified <= parsedate_to_datetime(ask.modified_since)
        except ValueError:
            return False
    return False


def validators(answer: Answer) -> dict[str, str]:
    """The headers by which a client can ask again whether the answer has changed."""
    found = {}
    if answer.etag is not None:
        found["ETag"] = answer.etag
    if answer.modified is not None:
        found["Last-Modified"] = format_datetime(answer.modified, usegmt=True)
    return {**found, "Cache-Control": "no-cache"} if found else found
