"""WARC files that other tools wrote, whole and torn."""

import gzip
import hashlib
import io
import zlib
from datetime import UTC, datetime

import brotli
import pytest
from fastwarc.stream_io import ZstdWriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extractor.archive import Archive, ArchiveError, captures, read
from tests.archived import as_stored, bodies, page, segment

BODY = b"<p>1.204 warga Tuban belum rekam e-KTP</p>" * 300
NAME = "foreign.warc"


def chunked(data, line=b"%x\r\n"):
    pieces = [data[at : at + 1000] for at in range(0, len(data), 1000)]
    return b"".join(line % len(piece) + piece + b"\r\n" for piece in pieces) + b"0\r\n\r\n"


def zstd(data):
    written = io.BytesIO()
    with ZstdWriter(written) as writer:
        writer.write(data)
        writer.finish()
    return written.getvalue()


def raw_deflate(data):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def by_warcio(path, responses, packed=True):
    """A file as warcio writes it: warcinfo, then request, response and metadata for each page."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        writer.write_record(made(writer, None, "warcinfo", b"software: warcio\r\n"))
        for number, (headers, payload) in enumerate(responses):
            url = f"https://asatu.id/{number}"
            sent = StatusAndHeaders("GET / HTTP/1.1", [("Host", "asatu.id")], is_http_request=True)
            got = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
            response = made(writer, url, "response", payload, got, **{"WARC-Date": "2018-06-30T05:00:00Z"})
            request = made(writer, url, "request", b"", sent)
            writer.write_request_response_pair(request, response)
            writer.write_record(made(writer, url, "metadata", b"seed: 1\r\n"))
    return path


def made(writer, url, kind, payload, http=None, **fields):
    return writer.create_warc_record(
        url, kind, io.BytesIO(payload), len(payload), http_headers=http, warc_headers_dict=fields
    )


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize(
    ("encodings", "payload"),
    [
        ({}, BODY),
        ({"Transfer-Encoding": "chunked"}, chunked(BODY)),
        ({"Transfer-Encoding": "chunked"}, chunked(BODY, b"%X;name=value\r\n")),
        ({"Transfer-Encoding": "chunked"}, chunked(BODY, b"00%x  \r\n")),
        ({"Content-Encoding": "gzip"}, gzip.compress(BODY)),
        ({"Content-Encoding": "x-gzip"}, gzip.compress(BODY[:50]) + gzip.compress(BODY[50:]) + b"junk"),
        ({"Content-Encoding": "deflate"}, zlib.compress(BODY)),
        ({"Content-Encoding": "deflate"}, raw_deflate(BODY)),
        ({"Content-Encoding": "BR"}, brotli.compress(BODY)),
        ({"Content-Encoding": "zstd"}, zstd(BODY)),
        ({"Content-Encoding": "deflate, gzip"}, gzip.compress(zlib.compress(BODY))),
        ({"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}, chunked(gzip.compress(BODY))),
        ({"Transfer-Encoding": "gzip, chunked"}, chunked(gzip.compress(BODY))),
    ],
)
def test_encodings_are_undone(tmp_path, encodings, payload, packed):
    path = by_warcio(tmp_path / NAME, [([*encodings.items(), ("ETag", "x")], payload)] * 2, packed)
    found = list(captures(path))
    assert [capture.url for _, capture in found] == ["https://asatu.id/0", "https://asatu.id/1"]
    for place, capture in found:
        assert capture.body == BODY
        assert (capture.time, capture.status) == (datetime(2018, 6, 30, 5, tzinfo=UTC), 200)
        moved = [(f"X-Crawler-{name}", value) for name, value in encodings.items()]
        assert capture.headers == (*moved, ("ETag", "x"), ("Content-Length", str(len(BODY))))
        assert read(tmp_path, place) == capture


@pytest.mark.parametrize(
    ("encodings", "payload"),
    [
        ([("Content-Encoding", "gzip")], BODY),
        ([("Content-Encoding", "gzip")], gzip.compress(BODY)[:-20]),
        ([("Content-Encoding", "deflate")], BODY),
        ([("Content-Encoding", "br")], brotli.compress(BODY)[:-9]),
        ([("Content-Encoding", "zstd")], zstd(BODY)[:-9]),
        ([("Content-Encoding", "sdch")], BODY),
        ([("Content-Encoding", "sdch, gzip")], gzip.compress(BODY)),
        ([("Transfer-Encoding", "chunked")], BODY),
        ([("Transfer-Encoding", "chunked")], chunked(BODY)[:-9]),
        ([("Content-Encoding", "gzip")], gzip.compress(bytes(300_000_000), 1)),
        ([("Content-Encoding", "br")], brotli.compress(bytes(300_000_000), quality=1)),
    ],
    ids=range(11),
)
def test_what_cannot_be_undone_stays_and_is_named(tmp_path, encodings, payload):
    path = by_warcio(tmp_path / NAME, [(encodings, payload), ([], BODY)])
    first, second = [capture for _, capture in captures(path)]
    assert (first.body, first.headers) == (payload, (*encodings, ("Content-Length", str(len(payload)))))
    assert second.body == BODY


def test_chunks_are_undone_where_the_content_is_not(tmp_path):
    encodings = [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")]
    path = by_warcio(tmp_path / NAME, [(encodings, chunked(BODY))])
    ((_, capture),) = captures(path)
    assert capture.body == BODY
    assert [name for name, _ in capture.headers][:2] == ["X-Crawler-Transfer-Encoding", "Content-Encoding"]


def record(block, kind="response", content="application/http; msgtype=response", **fields):
    stated = {
        "WARC-Type": kind,
        "WARC-Date": "2018-06-30T05:00:00Z",
        "WARC-Target-URI": "https://asatu.id/",
        "Content-Type": content,
        "Content-Length": len(block),
    } | {name.replace("_", "-"): value for name, value in fields.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in stated.items() if value is not None)
    return f"WARC/1.0\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def written(tmp_path, data):
    path = tmp_path / NAME
    path.write_bytes(data)
    return path


def test_heads_that_end_in_lf_or_are_folded_or_large(tmp_path):
    heads = [
        b"HTTP/1.0 200 OK\nServer: a\n\n",
        b"HTTP/1.1 200\r\nServer:a\r\n\r\n",
        b"HTTP/2 200 \r\nServer :\r\n  a\r\nno field\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nServer: a\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
    ]
    path = written(tmp_path, b"".join(record(head + b"isi") for head in heads))
    for _, capture in captures(path):
        assert (capture.status, capture.body, capture.headers[0]) == (200, b"isi", ("Server", "a"))
    assert len(bodies(path)) == 4


def test_bytes_of_headers_that_are_no_utf_8(tmp_path):
    path = written(tmp_path, record("HTTP/1.1 200 OK\r\nX: Köln\r\n".encode() + b"Y: K\xf6ln\x07\r\n\r\n"))
    ((_, capture),) = captures(path)
    assert capture.headers == (("X", "Köln"), ("Y", "Köln"), ("Content-Length", "0"))


def test_fields_as_other_tools_write_them(tmp_path):
    block = b"HTTP/1.1 200 OK\r\n\r\nisi"
    others = [
        record(block, WARC_Target_URI="<https://asatu.id/>"),  # wget
        record(block, **{"warc-target-uri": "https://bank.id/"}),  # the first of two counts
        record(block, WARC_Date="2018-06-30T05:00:00.123456789Z", WARC_IP_Address="asatu.id"),
        record(block, WARC_Block_Digest="SHA-1:" + hashlib.sha1(block).hexdigest()),
        record(block, WARC_Block_Digest="crc32:1", WARC_IP_Address="2001:DB8::1", Content_Type=None),
    ]
    path = written(tmp_path, b"\r\n\r\n".join(others))
    found = [capture for _, capture in captures(path)]
    assert {(capture.url, capture.body) for capture in found} == {("https://asatu.id/", b"isi")}
    assert [capture.address for capture in found] == [None, None, None, None, "2001:db8::1"]
    assert found[2].time == datetime(2018, 6, 30, 5, 0, 0, 123456, tzinfo=UTC)


def test_records_that_are_no_responses_over_http_are_passed_over(tmp_path):
    others = [
        record(b"20180630050000\r\nasatu.id. 300 IN A 10.0.0.1\r\n", content="text/dns"),
        record(b"isi", "resource", "text/html"),
        record(b"HTTP/1.1 200 OK\r\n\r\n", "revisit"),
        record(b"HTTP/1.1 200 OK\r\n\r\nisi"),
        record(b"", "conversion", "text/plain"),
    ]
    assert bodies(written(tmp_path, b"".join(others))) == [b"isi"]
    assert bodies(written(tmp_path, b"".join(map(gzip.compress, others)))) == [b"isi"]


def test_a_file_compressed_as_a_whole_has_no_places(tmp_path):
    plain = by_warcio(tmp_path / NAME, [([], b"satu"), ([], b"dua" * 50_000)], packed=False).read_bytes()
    path = tmp_path / "whole.warc.gz"
    path.write_bytes(gzip.compress(plain))
    found = list(captures(path))
    assert [capture.body for _, capture in found] == [b"satu", b"dua" * 50_000]
    assert [place.length for place, _ in found] == [0, 0]
    with pytest.raises(ArchiveError, match="no place of a record"):
        read(tmp_path, found[0][0])


def test_a_member_that_ends_in_more_empty_lines(tmp_path):
    one = gzip.compress(record(b"HTTP/1.1 200 OK\r\n\r\nisi") + b"\r\n\n")
    path = written(tmp_path, one + one)
    found = list(captures(path))
    assert [(place.offset, place.length) for place, _ in found] == [(0, len(one)), (len(one), len(one))]
    assert [read(tmp_path, place).body for place, _ in found] == [b"isi", b"isi"]


def test_what_another_tool_archived_can_be_archived_again(tmp_path):
    encodings = [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")]
    path = by_warcio(tmp_path / NAME, [(encodings, chunked(gzip.compress(BODY)))])
    ((_, capture),) = captures(path)
    with Archive(tmp_path, "again", software="tests") as archive:
        place = archive.write(capture)
    assert read(tmp_path, place) == capture


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (gzip.compress(b""), "no WARC record in it"),
        (b"\r\n\r\n", "no WARC file"),
        (b"WAR", "no WARC file"),
        (b"WARC/1.", "torn WARC record"),
        (b"WARC/1.1\r\n", "ends within the head of a record"),
        (b"WARC/1.1\r\n\r\n", "'' for its Content-Length"),
        (b"<html>", "no WARC file"),
        (bytes(500), "no WARC file"),
        (b"PK\x03\x04" + bytes(500), "no WARC file"),
        (zstd(b"WARC/1.1\r\n"), "packed with zstd; unpack it first"),
        (gzip.compress(b"<html>"), "at byte 0: no WARC record"),
        (b"\x1f\x8b", "ends within the gzip member at byte 0"),
        (b"\x1f\x8b" + bytes(50), "damaged gzip member at byte 0"),
        (record(b"HTTP/1.1 200 OK\r\n\r\n", Content_Length=200_000_000), "the limit is 128,000,000"),
        (record(b"x" * 99, "metadata", Content_Length=200_000_000), "after 103 of 200,000,000 bytes"),
        (record(b"isi"), "does not begin as one of HTTP"),
        (record(b"HTTP/1.1 099 OK\r\n\r\n"), "99 is no HTTP status"),
        (record(b"HTTP/1.1 200 OK\r\n\r\n", WARC_Date="kemarin"), "'kemarin' is no WARC-Date"),
        (record(b"HTTP/1.1 200 OK\r\n\r\n", WARC_Block_Digest="md5:00"), "not the digest it states"),
        (b"WARC/1.1\r\n" + b"X: y\r\n" * 200_000 + b"\r\n", "head has more than 1,000,000 bytes"),
        (b"WARC/1.1\r\nX: " + b"y" * 2_000_000, "head has more than 1,000,000 bytes"),
    ],
)
def test_files_that_are_no_warc(tmp_path, data, reason):
    with pytest.raises(ArchiveError, match=rf"foreign\.warc: .*{reason}"):
        list(captures(written(tmp_path, data)))


def test_no_file_and_a_folder(tmp_path):
    with pytest.raises(ArchiveError, match=r"foreign\.warc: no such file"):
        list(captures(tmp_path / NAME))
    with pytest.raises(ArchiveError, match="is a directory"):
        list(captures(tmp_path))


@pytest.mark.parametrize("end", [b"\0" * 512, b"x", b"\r\n\r\n<html>", b"\x1f\x8b", b"WARC/1.1\r\n"])
@pytest.mark.parametrize("packed", [True, False])
def test_what_stands_behind_the_last_record_is_told(tmp_path, end, packed):
    path = by_warcio(tmp_path / NAME, [([], b"isi")], packed)
    path.write_bytes(path.read_bytes() + end)
    read_before = []
    with pytest.raises(ArchiveError, match=r"foreign\.warc: "):
        read_before.extend(capture.body for _, capture in captures(path))
    assert read_before == [b"isi"]


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_cut_anywhere_but_between_records_is_torn(tmp_path, packed):
    path = by_warcio(tmp_path / NAME, [([], b"satu"), ([], b"dua")], packed)
    data = path.read_bytes()
    ends = {place.offset + place.length: capture.body for place, capture in captures(path)}
    begins = boundaries(data, packed)
    for cut in range(1, len(data)):
        path.write_bytes(data[:cut])
        found = []
        torn = cut not in begins
        try:
            found.extend(capture.body for _, capture in captures(path))
            assert not torn, cut
        except ArchiveError as error:
            assert torn, (cut, error)  # noqa: PT017 - either this or the assertion above
        assert found == [body for end, body in ends.items() if end <= cut]


def boundaries(data, packed):
    """The bytes at which records begin, told by what stands there."""
    mark = b"\x1f\x8b\x08\x00" if packed else b"WARC/1.0\r\n"
    return {at for at in range(len(data)) if data.startswith(mark, at)}


def test_our_own_files_are_read_by_the_same_rules(tmp_path):
    pages = [page(number) for number in range(3)]
    places = segment(tmp_path, pages)
    assert list(captures(tmp_path / places[0].file)) == list(zip(places, map(as_stored, pages), strict=True))
