"""Web addresses in one form, whatever the page that linked them made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from courlan.clean import TRACKERS_RE

Query = tuple[tuple[str, str], ...]

_LONGEST = 4_000  # characters; sitemaps allow 2,048 (sitemaps.org, "loc")
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[\w.-]+|[0-9a-f:.]*:[0-9a-f:.]+")  # a name, or an address of version 6
_ENCODED = re.compile(r"%([0-9a-fA-F]{2})")
_UNRESERVED = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
)  # RFC 3986, 2.3
_RESERVED = "/%:@!$&'()*+,;=~"
_SLASHES = re.compile(r"/{2,}")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_MARKED_UP = re.compile(r"&(?:amp;)+")
_AMP_NAMES = frozenset({"amp", "amp_markup", "amp_js_v", "amp_gsa", "usqp"})
_PAGE_NAMES = frozenset({"page", "single", "showpage"})
_NUMBERED = frozenset({"page", "halaman", "hal"})
_PAGE = re.compile(r"\d{1,3}|all", re.I)


class NoAddressError(ValueError):
    """A text that is no http or https address, and why."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address without user, fragment and default port; its host in small letters, its path never empty."""

    scheme: str
    host: str
    port: int | None
    path: str
    query: Query

    @property
    def site(self) -> str:
        """Host, and port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.site}{self.path}{as_query(self.query)}"


def as_query(query: Query) -> str:
    """The parameters as they stand behind a path, with their "?"; none is the empty text."""
    return "?" + urlencode(query) if query else ""


def address_of(url: str) -> Address:
    """The address in a text, with percent-encoding and slashes in one form and its parameters sorted.

    Raises `NoAddressError` where the text is no http(s) address: another scheme or none, no host, no number as
    port, or longer than any.
    """
    if len(url) > _LONGEST:
        raise NoAddressError(f"no http address: longer than {_LONGEST:,} characters")
    try:
        parts = urlsplit(_LONE_SURROGATES.sub("\ufffd", url).strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as error:
        raise NoAddressError(f"no http address: {error}") from error
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise NoAddressError("no http address: it does not begin with http:// or https://")
    if not _HOST.fullmatch(host):
        raise NoAddressError("no http address: no host in it")
    pairs = parse_qsl(_MARKED_UP.sub("&", parts.query), keep_blank_values=True)
    return Address(
        scheme, host, None if port == _PORTS[scheme] else port, _path(parts.path), tuple(sorted(pairs))
    )


def _path(printed: str) -> str:
    path = _ENCODED.sub(_encoded, quote(printed, safe=_RESERVED))
    return _SLASHES.sub("/", f"/{path}")


def _encoded(match: re.Match[str]) -> str:
    byte = int(match[1], 16)
    return chr(byte) if byte in _UNRESERVED else f"%{byte:02X}"


def of_the_article(query: Query) -> Query:
    """The parameters without those that track a reader, ask for a page of the article or for its AMP form."""
    return tuple((name, value) for name, value in query if not _is_way(name.lower(), value))


def _is_way(name: str, value: str) -> bool:
    if name in _AMP_NAMES or (name == "outputtype" and value.lower() == "amp"):
        return True
    if name in _PAGE_NAMES:
        return _PAGE.fullmatch(value) is not None
    return TRACKERS_RE.search(name) is not None


def page_asked(query: Query) -> int | None:
    """The number of the page that the parameters ask for: 1 where they do not, None for "all"."""
    value = next((value for name, value in query if name.lower() in _NUMBERED), "1")
    return int(value) if re.fullmatch(r"[0-9]{1,3}", value) else None
