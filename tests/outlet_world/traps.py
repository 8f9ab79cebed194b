"""Addresses at which no article is: each stands in the listings under a title that looks like one."""

from __future__ import annotations

import datetime as dt
import struct
import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from tests.outlet_world.answers import Answer, page, redirect
from tests.outlet_world.furniture import bare_page, outlet_page

_BLOCK = 1 << 20
_BLOCKS = 2048  # of one MB: two GB
_DRIP = 0.2  # seconds between two bytes


@dataclass(frozen=True, slots=True)
class Trap:
    """A path, what the listings say of it, and what it answers."""

    path: str
    title: str
    day: dt.date
    answer: Callable[[], Answer]


def to(where: str) -> Callable[[], Answer]:
    """A redirect to an address: one that no crawler may ask, or one that leads back here."""
    return lambda: redirect(where, 302)


def drip(over: threading.Event) -> Callable[[], Answer]:
    """A page that comes byte by byte and has no end until `over` is set."""

    def bytes_of_it() -> Iterator[bytes]:
        yield b"<!DOCTYPE html><title>Perekaman e-KTP</title><p>"
        while not over.wait(_DRIP):
            yield b"x"

    return lambda: Answer(bytes_of_it())


def bomb() -> Answer:
    """Two GB of zeros in a gzip of two MB."""
    return Answer(_bomb(), headers={"Content-Encoding": "gzip"})


def _bomb() -> Iterator[bytes]:
    """A gzip file (RFC 1952): header, one deflate stream of equal blocks, checksum and size."""
    block, last = _blocks()
    yield b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    for _ in range(_BLOCKS):
        yield block
    yield last + struct.pack("<II", _checksum(), _BLOCK * _BLOCKS & 0xFFFFFFFF)


@cache
def _blocks() -> tuple[bytes, bytes]:
    """One block of zeros that looks back on nothing before it, and the end of the stream."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress(bytes(_BLOCK)) + packer.flush(zlib.Z_FULL_FLUSH)
    return block, packer.flush(zlib.Z_FINISH)


@cache
def _checksum() -> int:
    zeros, found = bytes(_BLOCK), 0
    for _ in range(_BLOCKS):
        found = zlib.crc32(zeros, found)
    return found


def soft_404(outlet: str) -> Callable[[], Answer]:
    """A page that says that there is none, with status 200."""
    body = "<h1>Halaman tidak ditemukan</h1><p>Halaman yang Anda cari tidak ditemukan atau sudah dihapus.</p>"
    return lambda: page(outlet_page(outlet, "Halaman tidak ditemukan", body))


def login(outlet: str) -> Callable[[], Answer]:
    """A page that asks for a name and a password."""
    body = (
        "<h1>Masuk</h1><p>Silakan login untuk melanjutkan membaca berita ini.</p>"
        '<form method="post" action="/masuk"><input name="email"><input type="password" name="sandi">'
        "<button>Masuk</button></form><p>Belum punya akun? Daftar gratis.</p>"
    )
    return lambda: page(outlet_page(outlet, "Masuk", body))


def waiting_room() -> Answer:
    """The page of a content network that wants to see a browser, refused."""
    made = page(bare_page("Just a moment...", "<h2>Verifying you are human</h2>"), status=403)
    made.headers["cf-mitigated"] = "challenge"
    return made


def browser_check() -> Answer:
    """The same with status 200."""
    text = "Checking your browser before accessing this site. Enable JavaScript and cookies to continue."
    return page(bare_page("Sebentar", f"<p>{text}</p>"))


def cut_short() -> Answer:
    """A page that announces more bytes than it has."""
    body = bare_page("Perekaman e-KTP", "<p>Sebanyak 1.111 warga belum merekam e-KTP.</p>").encode()
    return Answer(body, length=len(body) + 1000)


def gone() -> Answer:
    """An article that was withdrawn."""
    return page(bare_page("410", "<p>Berita ini sudah ditarik.</p>"), status=410)
