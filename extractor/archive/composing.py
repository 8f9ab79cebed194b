"""Records as the bytes of one gzip member each (WARC 1.1, annex A: so that each can be read alone)."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from ipaddress import ip_address

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from extractor.archive.capture import Capture
from extractor.archive.framing import MAX_BLOCK, MAX_HEAD
from extractor.archive.stored_form import stored_headers, stored_url, stored_value

_LEVEL = 6  # of pages, level 9 saves less than 1 % more and takes longer

_WEB = re.compile(r"https?://", re.IGNORECASE)
_STANDARD = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"


def information(file: str, run: str, software: str) -> bytes:
    """The record that begins a segment: who wrote it, in which run, by which standard."""
    fields = {
        "software": software,
        "isPartOf": run,
        "format": "WARC File Format 1.1",
        "conformsTo": _STANDARD,
    }
    record = WarcRecord()
    record.init_headers(WarcRecordType.warcinfo)
    record.headers["WARC-Date"] = _stamp(datetime.now(UTC))
    record.headers["WARC-Filename"] = file
    record.headers["Content-Type"] = "application/warc-fields"
    lines = (f"{name}: {stored_value(value)}\r\n" for name, value in fields.items())
    record.set_bytes_content("".join(lines).encode())
    return _member(record)


def response(capture: Capture) -> bytes:
    """The record of a response.

    Raises ValueError where it is too large, where its URL is not of the web, or its address is none of IP.
    """
    url = stored_url(capture.url)
    if not _WEB.match(url):
        raise ValueError(f"'{url[:200]}' is no address of the web")
    block = _head(capture) + capture.body
    if len(block) > MAX_BLOCK:
        raise ValueError(f"{url}: a response of {len(block):,} bytes; the limit is {MAX_BLOCK:,}")
    if len(url) > MAX_HEAD // 2:
        raise ValueError(f"an address of {len(url):,} characters; the limit is {MAX_HEAD // 2:,}")
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.headers["WARC-Date"] = _stamp(capture.time)
    record.headers["WARC-Target-URI"] = url
    if capture.address is not None:
        record.headers["WARC-IP-Address"] = str(ip_address(capture.address.partition("%")[0]))
    record.is_http = True  # which gives the record its content type
    record.set_bytes_content(block)
    return _member(record, hashlib.sha1(capture.body, usedforsecurity=False).digest())


def _head(capture: Capture) -> bytes:
    """The head of the response, with HTTP/1.1 whatever the version was."""
    known = {status.value: status.phrase for status in HTTPStatus}
    lines = [f"HTTP/1.1 {capture.status} {known.get(capture.status, '')}"]
    lines += [f"{name}: {value}" for name, value in stored_headers(capture.headers, len(capture.body))]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _stamp(time: datetime) -> str:
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _member(record: WarcRecord, payload_digest: bytes | None = None) -> bytes:
    """The record as a gzip member; FastWARC adds the block's digest, and the payload's that it is given."""
    written = BytesIO()
    member = GzipWriter(written, compression_level=_LEVEL)
    record.write(member, checksum_data=True, payload_digest=payload_digest)
    member.finish()  # without it the next record would go into the same member
    return written.getvalue()
