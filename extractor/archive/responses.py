"""Responses out of WARC records, whoever wrote them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from ipaddress import ip_address

from extractor.archive.capture import ArchiveError, Capture
from extractor.archive.decoding import decoded
from extractor.archive.digests import agrees
from extractor.archive.fields import fields_of
from extractor.archive.framing import Record
from extractor.archive.stored_form import ENCODINGS, Headers

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})(?!\d)")
_HTTP = "application/http"
_HEAD_END = re.compile(rb"\r?\n\r?\n")


def is_response(record: Record) -> bool:
    """Whether the record is a response over HTTP; archives hold others, as of DNS."""
    of_http = record.fields.get("content-type", _HTTP).lower().startswith(_HTTP)
    return record.kind == "response" and of_http


def check(record: Record, where: str) -> None:
    """Raises ArchiveError, which begins with `where`, if the record's block has not the digest it states."""
    if not agrees(record.fields.get("warc-block-digest"), record.block):
        raise ArchiveError(f"{where}: the record's block has not the digest it states")


def capture_of(record: Record, where: str) -> Capture:
    """The response in a record, with its encodings undone as far as `decoded` can.

    Raises ArchiveError, which begins with `where`, if digests are wrong or the record lacks what a response has.
    The digest of the payload is compared only where that is stored whole and without encodings: of others,
    archiving tools take it at different stages.
    """
    check(record, where)
    status, headers, payload = _parted(record.block, where)
    encoded = any(name.lower() in ENCODINGS for name, _ in headers)
    if not encoded and "warc-truncated" not in record.fields and not _payload_agrees(record, payload):
        raise ArchiveError(f"{where}: the record's payload has not the digest it states")
    headers, body = decoded(headers, payload)
    try:
        time = _time(record.fields.get("warc-date", ""))
        return Capture(_url(record), time, status, headers, body, _address(record))
    except ValueError as error:
        raise ArchiveError(f"{where}: {error}") from error


def _payload_agrees(record: Record, payload: bytes) -> bool:
    return agrees(record.fields.get("warc-payload-digest"), payload)


def _url(record: Record) -> str:
    """The address; wget writes it in angle brackets, as the grammar of WARC 1.0 had it. Raises ValueError."""
    stated = record.fields.get("warc-target-uri")
    if stated is None:
        raise ValueError("a record of a response without WARC-Target-URI")
    return stated.removeprefix("<").removesuffix(">")


def _parted(block: bytes, where: str) -> tuple[int, Headers, bytes]:
    """Status, headers and payload of a response; lines may end in LF alone, as some servers send them."""
    status = _STATUS.match(block)
    end = _HEAD_END.search(block)
    if status is None:
        raise ArchiveError(f"{where}: a record of a response that does not begin as one of HTTP")
    head, payload = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    return int(status[1]), tuple(fields_of(head.split(b"\n")[1:])), payload


def _time(stamp: str) -> datetime:
    try:
        time = datetime.fromisoformat(stamp)
    except ValueError as error:
        raise ValueError(f"'{stamp[:40]}' is no WARC-Date") from error
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)


def _address(record: Record) -> str | None:
    stated = record.fields.get("warc-ip-address", "")
    try:
        return str(ip_address(stated))
    except ValueError:
        return None  # others write host names, ports or nothing into it
