"""WARC records, one after the other, none of them short (ISO 28500:2017, WARC 1.1, chapter 4).

FastWARC's reader takes a file that ends in the middle of a record for a whole one; here it is an error. So is
whatever stands where a record should begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from extractor.archive.capture import ArchiveError
from extractor.archive.fields import Fields, fields_of

MAX_BLOCK = 128_000_000  # bytes of a response; a page has seldom more than one million
MAX_HEAD = 1_000_000

_VERSION = re.compile(rb"WARC/\d\.\d+\r?\n")
_EMPTY = (b"\r\n", b"\n")
_PIECE = 1 << 20


class Source(Protocol):
    """The bytes of a WARC file, undone of its compression. Its methods raise ArchiveError and OSError."""

    name: str

    def read(self, count: int) -> bytes:
        """The next bytes, fewer only where the file ends."""

    def readline(self, limit: int) -> bytes:
        """The next line with its end; without, where the file ends or after `limit` bytes."""

    def boundary(self) -> int | None:
        """The offset in the file, where a reader can begin here; None inside a gzip member."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it stands in the file; `offset` and `length` as in `Place`.

    `block` is empty in records that are no responses and have more than MAX_BLOCK bytes.
    """

    offset: int
    length: int
    fields: Fields
    block: bytes

    @property
    def kind(self) -> str:
        """The record's type: "response", "warcinfo" and so on."""
        return self.fields.get("warc-type", "").lower()


def records(source: Source) -> Iterator[Record]:
    """All records of a file. Raises ArchiveError where it ends early, or something else stands in it."""
    begin = source.boundary()
    member = begin or 0
    while line := source.readline(MAX_HEAD):
        if line in _EMPTY:  # more of them than the two that end a record
            continue
        where = f"{source.name}: at byte {member:,}"
        if not _VERSION.fullmatch(line):
            raise ArchiveError(f"{where}: {'torn' if b'WARC/'.startswith(line[:5]) else 'no'} WARC record")
        fields = _fields(source, where)
        block = _block(source, fields, where)
        end = source.boundary()
        length = 0 if begin is None or end is None else end - begin
        yield Record(member, length, fields, block)
        begin = end
        member = member if end is None else end


def _fields(source: Source, where: str) -> Fields:
    lines: list[bytes] = []
    size = 0
    while (line := source.readline(MAX_HEAD)) not in _EMPTY:
        size += len(line)
        if size >= MAX_HEAD:
            raise ArchiveError(f"{where}: a WARC record whose head has more than {MAX_HEAD:,} bytes")
        if not line.endswith(b"\n"):
            raise ArchiveError(f"{where}: the file ends within the head of a record")
        lines.append(line)
    return Fields(fields_of(lines))


def _block(source: Source, fields: Fields, where: str) -> bytes:
    stated = fields.get("content-length", "")
    if not re.fullmatch(r"[0-9]{1,18}", stated):
        raise ArchiveError(f"{where}: a WARC record with '{stated[:40]}' for its Content-Length")
    length = int(stated)
    if length <= MAX_BLOCK:
        block, found = source.read(length), 0
    elif fields.get("warc-type", "").lower() == "response":
        raise ArchiveError(f"{where}: a response of {length:,} bytes; the limit is {MAX_BLOCK:,}")
    else:
        block, found = b"", _passed_over(source, length)
    found += len(block)
    if found < length:
        raise ArchiveError(f"{where}: the file ends within a record, after {found:,} of {length:,} bytes")
    _end_record(source, where)
    return block


def _end_record(source: Source, where: str) -> None:
    for _ in range(2):
        line = source.readline(MAX_HEAD)
        if line in (b"", b"\r"):
            raise ArchiveError(f"{where}: the file ends before the end of a record")
        if line not in _EMPTY:
            raise ArchiveError(f"{where}: a record that is longer than its Content-Length")


def _passed_over(source: Source, length: int) -> int:
    found = 0
    while found < length and (piece := source.read(min(_PIECE, length - found))):
        found += len(piece)
    return found
