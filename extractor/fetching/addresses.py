"""Which web addresses and which IP addresses may be asked, told from their text alone."""

from __future__ import annotations

import re
import socket
import unicodedata
from collections.abc import Container, Iterator
from functools import cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

import idna

from extractor.data import rows

PORTS = (80, 443)
_SCHEMES = {"http": 80, "https": 443}

_MOST_HOST = 253  # characters of a name, RFC 1035 2.3.4
_NOT_IN_ADDRESS = re.compile(r"[\s\\\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# Stricter than `urlsplit`, which in some patch releases drops what stands between "]" and the port.
_AUTHORITY = re.compile(r"(?:\[(?P<ip>[^\[\]]*:[^\[\]]*)\]|(?P<name>[^\[\]:]+))(?::(?P<port>[0-9]{0,5}))?")
_LABEL = re.compile(r"[a-z0-9_-]{1,63}", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")

_GLOBAL_UNICAST = IPv6Network("2000::/3")  # all that is handed out: IANA, IPv6 address space
# Where an IPv6 address carries an IPv4 one: the network, and the bits right of the IPv4 address.
_CARRIERS = (
    (IPv6Network("::ffff:0:0/96"), 0),  # IPv4-mapped, RFC 4291
    (IPv6Network("::/96"), 0),  # IPv4-compatible, RFC 4291
    (IPv6Network("64:ff9b::/96"), 0),  # NAT64, RFC 6052
    (IPv6Network("64:ff9b:1::/96"), 0),  # NAT64 of one network, RFC 8215; its rest may carry it elsewhere
    (IPv6Network("2002::/16"), 80),  # 6to4, RFC 3056
)
_ISATAP, _ISATAP_MASK = 0x00005EFE, 0xFDFFFFFF  # RFC 5214 6.1: before the IPv4 address; one bit is free


class Refused(ValueError):  # noqa: N818 - what happened to the address
    """An address that is never asked; the message is the reason."""


def checked(url: str, ports: Container[int] = PORTS) -> str:
    """A web address that may be asked, as it stands; nothing is looked up.

    A host that is an IP address in any form that `inet_aton` reads ("2130706433", "0x7f.1", "0177.0.0.1") is
    judged by `refusal`, after NFKC; a host that ends in a number and is none is refused (as by the URL Standard,
    "ends in a number checker"), and so is "localhost" (RFC 6761 6.3). Names follow IDNA 2008 as written, which is
    what httpx sends. A port that the address leaves out must be in `ports` too. Raises Refused.
    """
    if _NOT_IN_ADDRESS.search(url):
        raise Refused("a blank, a control character or a backslash in the address")
    parts = _split(url)
    if parts.scheme not in _SCHEMES:
        raise Refused("only http and https are asked")
    if "@" in parts.netloc:
        raise Refused("credentials in the address")
    authority = _AUTHORITY.fullmatch(parts.netloc)
    if authority is None:
        raise Refused("no host and port can be read" if parts.netloc else "no host in the address")
    port = int(authority["port"] or _SCHEMES[parts.scheme])
    if port not in ports:
        raise Refused(f"port {port} is not asked")
    if authority["ip"] is not None:
        _check_ip(authority["ip"])
    else:
        _check_name(authority["name"])
    return url


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError as error:  # an open bracket, a character that is "/" or "@" after NFKC
        raise Refused("not a web address") from error


def _check_ip(text: str) -> None:
    reason = refusal(text)
    if reason is not None:
        raise Refused(f"the host is {reason}")
    if "%" in text:
        raise Refused("a scope id in the address")


def _check_name(host: str) -> None:
    if len(host) > _MOST_HOST:
        raise Refused("the host is too long for a name")
    # The full stops that IDNA knows; NFKC turns the others into these.
    plain = unicodedata.normalize("NFKC", host).lower().replace("\u3002", ".")
    labels = plain.split(".")
    if "" in labels:
        raise Refused("an empty label in the host")
    if labels[-1] == "localhost":
        raise Refused("the host is this machine")
    if _NUMBER.fullmatch(labels[-1]):
        _check_ip(_as_inet_aton(plain))
    if not _is_name(host):
        raise Refused("the host is not a valid name")


def _as_inet_aton(host: str) -> str:
    try:
        return str(IPv4Address(socket.inet_aton(host)))
    except OSError as error:
        raise Refused("the host ends in a number and is not an IP address") from error


def _is_name(host: str) -> bool:
    if host.isascii():
        return all(_LABEL.fullmatch(label) for label in host.split("."))
    try:
        idna.encode(host.lower())
    except idna.IDNAError:
        return False
    return True


def refusal(address: str) -> str | None:
    """Why an IP address is not asked ("loopback"); None where it may be.

    `address` is the text of an IPv4 or IPv6 address, which may end in a scope id. Only global unicast passes,
    by the networks of `patterns/fetching/networks.tsv`: what Python calls global differs between its releases.
    An IPv4 address inside an IPv6 one (mapped, compatible, NAT64, 6to4, ISATAP) is judged as if it stood alone.
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return "not an IP address"
    known = _known(ip)
    if known is not None or isinstance(ip, IPv4Address):
        return known
    carried = list(_carried(ip))
    if not carried and ip not in _GLOBAL_UNICAST:
        return "not global unicast"
    for inner in (*carried, *_isatap(ip)):
        known = _known(inner)
        if known is not None:
            return f"{known} by the {inner} in it"
    return None


def _carried(ip: IPv6Address) -> Iterator[IPv4Address]:
    for network, shift in _CARRIERS:
        if ip in network:
            yield IPv4Address(int(ip) >> shift & 0xFFFFFFFF)


def _isatap(ip: IPv6Address) -> Iterator[IPv4Address]:
    if int(ip) >> 32 & _ISATAP_MASK == _ISATAP:
        yield IPv4Address(int(ip) & 0xFFFFFFFF)


def _known(ip: IPv4Address | IPv6Address) -> str | None:
    return next((what for network, what in _networks() if ip in network), None)


@cache
def _networks() -> tuple[tuple[IPv4Network | IPv6Network, str], ...]:
    """The networks that are never asked, the narrowest first."""
    table = [(ip_network(network), what) for network, what, _ in rows("fetching/networks.tsv")]
    return tuple(sorted(table, key=lambda row: -row[0].prefixlen))
