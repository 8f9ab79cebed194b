"""The bytes of a WARC file, plain or gzip, with the places where a reader can begin."""

from __future__ import annotations

import zlib
from typing import BinaryIO

from extractor.archive.capture import ArchiveError
from extractor.archive.framing import Source

_PIECE = 1 << 16
_GZIP = b"\x1f\x8b"
_OTHERS = (
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\x04\x22\x4d\x18", "lz4"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
)


def source_of(file: BinaryIO, name: str) -> Source:
    """The bytes of an open file from here on. Raises ArchiveError where it is empty, or no WARC file by its head."""
    head = file.read(6)
    file.seek(-len(head), 1)
    if head.startswith(_GZIP):
        return Members(file, name)
    if head.startswith(b"WARC/"):
        return Plain(file, name)
    if not head:
        raise ArchiveError(f"{name}: the file is empty")
    other = next((kind for mark, kind in _OTHERS if head.startswith(mark)), None)
    raise ArchiveError(f"{name}: " + (f"packed with {other}; unpack it first" if other else "no WARC file"))


class Plain:
    """A file that is not compressed: a reader can begin anywhere."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.name = name
        self._file = file

    def read(self, count: int) -> bytes:
        """As in `Source`."""
        return self._file.read(count)

    def readline(self, limit: int) -> bytes:
        """As in `Source`."""
        return self._file.readline(limit)

    def boundary(self) -> int | None:
        """As in `Source`: always here."""
        return self._file.tell()


class Members:
    """A gzip file, member by member (RFC 1952, 2.2). A member that ends early or fails its CRC-32 is an error."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.name = name
        self._file = file
        self._read_to = file.tell()
        self._packed = b""  # read from the file, not yet unpacked
        self._ready = b""  # unpacked, handed out up to `_at`
        self._at = 0
        self._begin = self._read_to  # of the member that is being unpacked
        self._member: zlib._Decompress | None = None

    def read(self, count: int) -> bytes:
        """As in `Source`."""
        pieces = []
        while count and (self._at < len(self._ready) or self._more()):
            piece = self._ready[self._at : self._at + count]
            self._at += len(piece)
            count -= len(piece)
            pieces.append(piece)
        return b"".join(pieces)

    def readline(self, limit: int) -> bytes:
        """As in `Source`."""
        line = b""
        while len(line) < limit and (self._at < len(self._ready) or self._more()):
            stop = min(len(self._ready), self._at + limit - len(line))
            end = self._ready.find(b"\n", self._at, stop) + 1
            line += self._ready[self._at : end or stop]
            self._at = end or stop
            if end:
                break
        return line

    def boundary(self) -> int | None:
        """As in `Source`: where a member begins; empty lines at the end of one belong to it."""
        while self._at < len(self._ready) or (self._member is not None and self._unpack()):
            if self._ready[self._at] not in b"\r\n":
                return None
            self._at += 1
        return self._read_to - len(self._packed)

    def _more(self) -> bool:
        """Whether there are more bytes ready, be it in the next member."""
        while self._member is not None or self._packed or self._fill():
            if self._member is None:
                self._begin = self._read_to - len(self._packed)
                self._member = zlib.decompressobj(wbits=31)
            if self._unpack():
                return True
        return False

    def _unpack(self) -> bool:
        """Whether there are more bytes ready in the member that was begun; False when it has ended."""
        while self._member is not None:
            member = self._member
            try:
                self._ready, self._at = member.decompress(self._packed, _PIECE), 0
            except zlib.error as error:
                raise ArchiveError(
                    f"{self.name}: damaged gzip member at byte {self._begin:,}: {error}"
                ) from error
            self._packed = member.unused_data if member.eof else member.unconsumed_tail
            if member.eof:
                self._member = None
            if self._ready:
                return True
            if not member.eof and not self._packed and not self._fill():
                raise ArchiveError(
                    f"{self.name}: the file ends within the gzip member at byte {self._begin:,}"
                )
        return False

    def _fill(self) -> bool:
        self._packed = self._file.read(_PIECE)
        self._read_to += len(self._packed)
        return bool(self._packed)
