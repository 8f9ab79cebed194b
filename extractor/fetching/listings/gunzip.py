"""Gzipped files, told by their first bytes."""

from __future__ import annotations

import zlib

from extractor.fetching.listings.found import ListingProblem

_MAGIC = b"\x1f\x8b"
_WITH_GZIP_HEADER = 31  # zlib's number for "gzip, largest window"
_PIECE = 65_536


def unpacked(data: bytes, limit: int) -> bytes:
    """The bytes themselves, or what is packed in them; of a stream that breaks off what came before.

    Raises ListingProblem, before more is unpacked, where that is more than `limit` bytes.
    """
    if not data.startswith(_MAGIC):
        _refuse_more(len(data), limit)
        return data
    found = bytearray()
    stream = zlib.decompressobj(wbits=_WITH_GZIP_HEADER)
    for start in range(0, len(data), _PIECE):
        try:
            found += stream.decompress(data[start : start + _PIECE], limit + 1 - len(found))
        except zlib.error:
            break
        _refuse_more(len(found), limit)
        if stream.eof:
            break
    return bytes(found)


def _refuse_more(size: int, limit: int) -> None:
    if size > limit:
        raise ListingProblem(f"larger than {limit / 1e6:.0f} MB")
