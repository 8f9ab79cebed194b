"""Transfer and content encodings of responses that others archived, undone (RFC 9110, 8.4; RFC 9112, 7)."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO

import h11
from fastwarc.stream_io import BrotliReader, WarcReader, ZstdReader

from extractor.archive.framing import MAX_BLOCK
from extractor.archive.stored_form import Headers, stored_headers

_HEAD = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
_MOST_MEMBERS = 1000  # of one body in gzip; servers send one


def decoded(headers: Headers, body: bytes) -> tuple[Headers, bytes]:
    """The headers in their stored form and the body without its encodings.

    What cannot be undone stays, and so does the header that names it: an encoding we do not know, a body that
    is not in the encoding its header states (some tools store it decoded), that ends early, or that would be
    longer than MAX_BLOCK.
    """
    undone: set[str] = set()
    for header in ("transfer-encoding", "content-encoding"):
        try:
            body = _undone(_encodings(headers, header), body)
        except (KeyError, ValueError, OSError, zlib.error, h11.RemoteProtocolError):
            break
        undone.add(header)
    return stored_headers(headers, len(body), undone), body


def _undone(encodings: list[str], body: bytes) -> bytes:
    for encoding in reversed(encodings):
        body = _DECODERS[encoding](body) if body else body
    return body


def _encodings(headers: Headers, header: str) -> list[str]:
    values = ",".join(value for name, value in headers if name.lower() == header)
    return [encoding.strip().lower() for encoding in values.split(",") if encoding.strip()]


def _whole(body: bytes) -> bytes:
    return body


def _unchunked(body: bytes) -> bytes:
    connection = h11.Connection(h11.CLIENT)
    connection.send(h11.Request(method="GET", target="/", headers=[("Host", "archive")]))
    connection.send(h11.EndOfMessage())
    connection.receive_data(_HEAD + body)
    pieces = []
    while not isinstance(event := connection.next_event(), h11.EndOfMessage):
        if event is h11.NEED_DATA:
            raise ValueError("the last chunk is missing")
        if isinstance(event, h11.Data):
            pieces.append(bytes(event.data))
    return b"".join(pieces)


def _inflated(body: bytes, wbits: int) -> bytes:
    """What zlib unpacks: all members of gzip; bytes behind them are passed over, as browsers do."""
    pieces: list[bytes] = []
    size = 0
    while not pieces or body.startswith(b"\x1f\x8b"):
        unpacker = zlib.decompressobj(wbits)
        pieces.append(unpacker.decompress(body, MAX_BLOCK + 1 - size))
        size += len(pieces[-1])
        if size > MAX_BLOCK or len(pieces) > _MOST_MEMBERS or not unpacker.eof:
            raise ValueError("too long, or ends early")
        body = unpacker.unused_data
    return b"".join(pieces)


def _gunzipped(body: bytes) -> bytes:
    return _inflated(body, 31)


def _deflated(body: bytes) -> bytes:
    """Deflate in zlib's wrapping, or without, as some servers send it (RFC 9110, 8.4.1.2)."""
    try:
        return _inflated(body, 15)
    except zlib.error:
        return _inflated(body, -15)


def _read_by(reader: Callable[[BytesIO], WarcReader]) -> Callable[[bytes], bytes]:
    def read(body: bytes) -> bytes:
        found = reader(BytesIO(body)).read(MAX_BLOCK + 1)
        if len(found) > MAX_BLOCK:
            raise ValueError("too long")
        return found

    return read


_DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "identity": _whole,
    "chunked": _unchunked,
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _deflated,
    "br": _read_by(BrotliReader),
    "zstd": _read_by(ZstdReader),
}
