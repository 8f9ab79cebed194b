"""Captures out of the archive: one by its place, or all of a file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO

from extractor.archive.capture import ArchiveError, Capture, Place
from extractor.archive.folders import named
from extractor.archive.framing import records
from extractor.archive.naming import OPEN, opened
from extractor.archive.responses import capture_of, is_response
from extractor.archive.sources import source_of


def read(folder: Path, place: Place) -> Capture:
    """The capture at a place of a folder's archive, also of a segment that is still written.

    It equals the capture that was written, but for the forms that `stored_url` and `stored_headers` give, and
    the time, which is in UTC. Its digests were compared.

    Raises ArchiveError where the file is missing or cannot be read, where no whole record begins and ends at
    the place, where it is no response, or where its digests are wrong.
    """
    path = folder / place.file
    where = f"{path}: at byte {place.offset:,}"
    if PurePath(place.file).name != place.file or place.offset < 0 or place.length <= 0:
        raise ArchiveError(f"{where}: no place of a record")
    found = list(records(source_of(BytesIO(_bytes(path, place)), where)))
    if len(found) != 1:
        raise ArchiveError(f"{where}: {len(found)} records in the place of one")
    if not is_response(found[0]):
        raise ArchiveError(f"{where}: the record is no response but '{found[0].kind}'")
    return capture_of(found[0], where)


def _bytes(path: Path, place: Place) -> bytes:
    for name in (path, opened(path), path):  # the last for a segment that was just closed
        if name.exists():
            with named(name), suppress(FileNotFoundError), name.open("rb") as file:
                return _part(file, place)
    raise ArchiveError(f"{path}: no such file")


def _part(file: BinaryIO, place: Place) -> bytes:
    if place.offset + place.length > os.fstat(file.fileno()).st_size:
        raise ArchiveError(f"{file.name}: at byte {place.offset:,}: the file ends within the record")
    file.seek(place.offset)
    return file.read(place.length)


def captures(path: Path) -> Iterator[tuple[Place, Capture]]:
    """All HTTP responses of a WARC file, plain or gzip, ours or another tool's, one after the other.

    Their transfer and content encodings are undone; where that fails, the body is as it was stored, and its
    header still names the encoding. Records of other types are passed over.

    Raises ArchiveError where the file cannot be read, is empty, is no WARC file or ends early, and where a
    record is damaged: after the responses before it. A tear between two records cannot be seen.
    """
    name = path.name.removesuffix(OPEN)
    seen = False
    with named(path), path.open("rb") as file:
        for record in records(source_of(file, str(path))):
            seen = True
            if is_response(record):
                where = f"{path}: at byte {record.offset:,}"
                yield Place(name, record.offset, record.length), capture_of(record, where)
    if not seen:
        raise ArchiveError(f"{path}: no WARC record in it")
