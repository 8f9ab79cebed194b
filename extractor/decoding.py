"""Bytes to text: byte-order marks, UTF-8, UTF-16, the charset that a page declares, Windows-1252."""

from __future__ import annotations

import codecs
import re

from extractor.article import UnreadableInput

MAX_BYTES = 5_000_000  # an article has a few kB, its page seldom more than one MB

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document; convert it to text first (pdftotext FILE)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file; save it as plain text first"),
    (b"{\\rtf", "an RTF document; save it as plain text first"),
    (b"\x89PNG", "a PNG image; it needs text recognition first"),
    (b"\xff\xd8\xff", "a JPEG image; it needs text recognition first"),
    (b"GIF8", "a GIF image; it needs text recognition first"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh91AY", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"Rar!\x1a", "a RAR archive; unpack it first"),
    (b"\x7fELF", "a program"),
)
_OFFICE = (
    (b"word/", "a Word document; save it as plain text first"),
    (b"xl/", "an Excel workbook; save it as plain text first"),
    (b"opendocument", "an OpenDocument file; save it as plain text first"),
    (b"epub", "an EPUB book; convert it to text first"),
)
_DECLARED = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_TRUSTED = re.compile(
    r"iso-?8859-\d+|windows-125\d|cp125\d|koi8-[ru]|gb(?:k|2312|18030)|big5|shift_jis|euc-(?:jp|kr)|macintosh"
)
_LATIN_1 = {"iso-8859-1", "iso8859-1"}  # browsers read it as Windows-1252, so pages mean that
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))


def _cp1252_of_escapes() -> dict[int, str]:
    table = {}
    for byte in range(0x80, 0x100):
        table[0xDC00 + byte] = bytes([byte]).decode("cp1252", "replace")
    return table


_ESCAPES = _cp1252_of_escapes()


def _kind_of_archive(data: bytes) -> str:
    for mark, kind in _OFFICE:
        if mark in data[:4096] or mark in data[-8192:]:
            return kind
    return "a zip archive; unpack it first"


def _refuse_known_formats(data: bytes) -> None:
    if data.startswith(b"PK\x03\x04"):
        raise UnreadableInput(f"the input is {_kind_of_archive(data)}")
    for mark, kind in _MAGIC:
        if data.startswith(mark):
            raise UnreadableInput(f"the input is {kind}")


def _utf16_without_bom(data: bytes) -> str | None:
    """The byte order of UTF-16 text: nearly every second byte of Indonesian text is then zero."""
    sample = data[:4096]
    if len(data) % 2 or len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _with_declared_charset(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, 4096)
    name = match[1].decode("ascii").lower() if match else ""
    if not _TRUSTED.fullmatch(name):
        return None
    try:
        return data.decode("cp1252" if name in _LATIN_1 else name)
    except (UnicodeDecodeError, LookupError):
        return None


def _from_eight_bit(data: bytes) -> str:
    """UTF-8, or the declared charset, or UTF-8 in which every byte that is none is Windows-1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _with_declared_charset(data)
    if declared is not None:
        return declared
    return data.decode("utf-8", "surrogateescape").translate(_ESCAPES)


def _refuse_binary(data: bytes) -> None:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls * 20 > len(data):
        raise UnreadableInput("the input is binary data, not text or HTML")


def _unmarked(data: bytes) -> str:
    encoding = _utf16_without_bom(data)
    if encoding is not None:
        return data.decode(encoding, "replace")
    _refuse_binary(data)
    return _from_eight_bit(data)


def _marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8-sig":
            return _unmarked(data[len(codecs.BOM_UTF8) :])
        return data.decode(encoding, "replace")


def decode(data: bytes) -> str:
    """The text in the bytes of a file or page, without byte-order mark; line ends stay as they are.

    Encodings are tried in this order: byte-order mark, UTF-16 recognised by its zero bytes, UTF-8, the
    charset that an HTML page declares, Windows-1252 for each byte that is not UTF-8.

    Raises `UnreadableInput` for empty input, more than `MAX_BYTES`, archives, PDF, office files, images and
    other binary data.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableInput(f"the input has {len(data):,} bytes; the limit is {MAX_BYTES:,}")
    _refuse_known_formats(data)
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    text = _marked(data, encoding) if encoding else _unmarked(data)
    if not text.strip():
        raise UnreadableInput("the input is empty")
    return text
