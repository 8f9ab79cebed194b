import gzip
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import unquote

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from extractor.archive import (
    Archive,
    ArchiveError,
    Capture,
    Place,
    captures,
    read,
    stored_headers,
    stored_url,
)
from tests.archived import NOON, as_stored, bodies, names, page, segment

ANY = st.text(st.characters(categories=None), max_size=30)  # surrogates, controls and all
ZONES = st.timezones()
HTTP_NAMES = [
    "Content-Encoding",
    "content-length",
    "TRANSFER-ENCODING",
    "Content-Type",
    "X-A",
    "",
    "A b",
    "É:",
]
CAPTURES = st.builds(
    Capture,
    url=ANY.map("https://x.id/{}".format),
    time=st.datetimes(timezones=ZONES, min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1)),
    status=st.integers(100, 999),
    headers=st.lists(st.tuples(st.one_of(st.sampled_from(HTTP_NAMES), ANY), ANY), max_size=6).map(tuple),
    body=st.one_of(
        st.binary(max_size=3000),
        st.sampled_from([b"\r\n", b"\r\n\r\nWARC/1.1\r\n", b"HTTP/1.1 200 OK\r\n\r\n"]),
    ),
    address=st.none() | st.ip_addresses().map(str),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    return tmp_path_factory.mktemp("archive")


@settings(max_examples=150, deadline=None)
@given(found=st.lists(CAPTURES, min_size=1, max_size=3))
def test_what_is_written_comes_back_and_warcio_reads_the_same(shared, found):
    places = segment(shared, found)
    expected = [as_stored(each) for each in found]
    assert [read(shared, place) for place in places] == expected
    path = shared / places[0].file
    assert list(captures(path)) == list(zip(places, expected, strict=True))
    assert list(by_warcio(path)) == list(zip(places, expected, strict=True))
    path.unlink()


def by_warcio(path):
    """The same as `captures`, read by warcio, which compares the digests too."""
    with path.open("rb") as file:
        records = ArchiveIterator(file, check_digests="raise")
        for record in records:
            fields, block = record.rec_headers, record.http_headers
            if record.rec_type != "response":
                assert (record.rec_type, records.get_record_offset()) == ("warcinfo", 0)
                continue
            body = record.content_stream().read()
            place = Place(path.name, records.get_record_offset(), records.get_record_length())
            time = datetime.fromisoformat(fields["WARC-Date"])
            yield place, Capture(
                fields["WARC-Target-URI"], time, int(block.get_statuscode()), tuple(block.headers), body, fields["WARC-IP-Address"]
            )  # fmt: skip


@given(ANY)
def test_an_address_in_its_stored_form_is_a_line_and_means_the_same(url):
    stored = stored_url(url)
    assert re.fullmatch(r"[!-~]*", stored)
    assert stored_url(stored) == stored
    if "%" not in url and not re.search("[\ud800-\udfff]", url):
        assert unquote(stored) == url


@pytest.mark.parametrize(
    "url",
    [
        "https://www.solopos.com/28-270-warga-belum-rekam-e-ktp-710584?page=all#utama",
        "http://[2001:db8::1]/a;b=c,d/(e)/~f/'g'/*!$&+@%20",
    ],
)
def test_an_address_as_clients_give_it_stays_as_it_is(url):
    assert stored_url(url) == url


@given(CAPTURES)
def test_stored_headers_stay_as_they_are(capture):
    once = as_stored(capture)
    assert as_stored(once) == once


def test_headers_of_a_decoded_body():
    received = (
        ("Content-Encoding", "gzip"),
        ("Content-Length", "7"),
        ("transfer-encoding", "chunked"),
        ("ETag", '"x"'),
        ("Content-Length", "3"),
    )
    assert stored_headers(received, 3) == (
        ("X-Crawler-Content-Encoding", "gzip"),
        ("X-Crawler-Content-Length", "7"),
        ("X-Crawler-transfer-encoding", "chunked"),
        ("ETag", '"x"'),
        ("Content-Length", "3"),
    )


@pytest.mark.parametrize(
    ("url", "headers"),
    [
        ("https://x.id/\r\nWARC-Type: warcinfo", ()),
        ("https://x.id/\nWARC-Target-URI: https://bank.id/", ()),
        ("https://x.id/\x85\u2028\u2029\x0b\x0c", ()),
        ("https://x.id/\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", ()),
        ("https://x.id/> <https://bank.id/", ()),
        ("https://x.id/", (("X-A", "a\r\nSet-Cookie: b=1"),)),
        ("https://x.id/", (("X-A", "a\r\n\r\n<script>"),)),
        ("https://x.id/", (("X-A", "\n"), ("X-A", "a\x00b\x85c\u2028Set-Cookie: b=1"))),
        ("https://x.id/", (("X-A\r\nSet-Cookie", "b=1"), ("X-A: 1\nSet-Cookie", "b=1"))),
        (
            "https://x.id/",
            (("", "a"), (" X-A", "b"), ("\tX-A", "c"), ("Köln", "d"), ("Content-Encoding ", "gzip")),
        ),
        ("https://x.id/", (("X-A", "日本 \ud800"), ("Content-Length", "1\r\nContent-Length: 2"))),
    ],
)
def test_nothing_leaves_its_line(tmp_path, url, headers):
    (place,) = segment(tmp_path, [Capture(url, NOON, 200, headers, b"isi")])
    member = (tmp_path / place.file).read_bytes()[place.offset :]
    record, head, body = gzip.decompress(member).split(b"\r\n\r\n", 2)
    assert body == b"isi\r\n\r\n"
    fields = [line.split(":")[0] for line in record.decode().splitlines()]
    assert sorted(fields) == sorted(
        [
            "WARC/1.1",
            "WARC-Type",
            "WARC-Record-ID",
            "WARC-Date",
            "WARC-Target-URI",
            "Content-Type",
            "Content-Length",
            "WARC-Block-Digest",
            "WARC-Payload-Digest",
        ]
    )
    lines = head.decode().splitlines()
    assert len(lines) == 1 + len(headers) + 1
    assert not any(line.lower().startswith(("set-cookie", "content-encoding:", " ", "\t")) for line in lines)


def test_a_time_of_any_zone_comes_back_in_utc(tmp_path):
    wib = timezone(timedelta(hours=7))
    (place,) = segment(tmp_path, [replace(page(), time=datetime(2018, 7, 1, 0, 30, 1, 5, tzinfo=wib))])
    time = read(tmp_path, place).time
    assert (time.isoformat(), time.tzinfo) == ("2018-06-30T17:30:01.000005+00:00", UTC)


def test_captures_that_cannot_be(tmp_path):
    with pytest.raises(ValueError, match="no zone"):
        replace(page(), time=datetime(2018, 6, 30))
    with pytest.raises(ValueError, match="42 is no HTTP status"):
        replace(page(), status=42)
    with Archive(tmp_path, "run", software="tests") as archive:
        with pytest.raises(ValueError, match="does not appear to be an IPv4 or IPv6 address"):
            archive.write(page(address="10.0.0.1\r\nX: 1"))
        with pytest.raises(ValueError, match=r"'ftp://x\.id/' is no address of the web"):
            archive.write(replace(page(), url="ftp://x.id/"))
        with pytest.raises(ValueError, match="an address of 600,013 characters"):
            archive.write(replace(page(), url="https://x.id/" + "a" * 600_000))
    assert names(tmp_path) == []


def test_sha256_of_the_body():
    assert page(body=b"abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_other_readers_see_every_record_and_its_digests(tmp_path):
    pages = [page(number) for number in range(20)]
    places = segment(tmp_path, pages)
    with (tmp_path / places[0].file).open("rb") as file:
        kinds = [
            (str(record.record_type), record.stream_pos) for record in FastIterator(file, verify_digests=True)
        ]
    assert kinds == [("warcinfo", 0)] + [("response", place.offset) for place in places]


def test_the_first_record_says_who_wrote_it(tmp_path):
    with Archive(tmp_path, "run", software="extract 1.0\r\noperator: nobody") as archive:
        place = archive.write(page())
    with (tmp_path / place.file).open("rb") as file:
        first = next(iter(ArchiveIterator(file)))
        text = first.content_stream().read().decode()
    assert first.rec_headers.protocol == "WARC/1.1"
    assert first.rec_headers["WARC-Filename"] == "run-00000.warc.gz"
    assert text.splitlines()[:3] == [
        "software: extract 1.0  operator: nobody", "isPartOf: run", "format: WARC File Format 1.1"
    ]  # fmt: skip


def test_a_place_can_be_read_before_and_after_closing(tmp_path):
    with Archive(tmp_path, "run", software="tests") as archive:
        place = archive.write(page(1))
        assert names(tmp_path) == [place.file + ".open"]
        assert read(tmp_path, place) == as_stored(page(1))
        assert list(captures(tmp_path / f"{place.file}.open")) == [(place, as_stored(page(1)))]
    assert names(tmp_path) == [place.file]
    assert read(tmp_path, place) == as_stored(page(1))


def test_segments_are_numbered_and_never_reused(tmp_path):
    pages = [page(number) for number in range(5)]
    places = segment(tmp_path, pages, most_bytes=1)
    places += segment(tmp_path, pages)
    (tmp_path / "run-00006.warc.gz.torn").write_bytes(b"torn")
    places += segment(tmp_path, pages[:1])
    assert sorted({place.file for place in places}) == [f"run-{n:05d}.warc.gz" for n in (0, 1, 2, 3, 4, 5, 7)]
    assert [read(tmp_path, place).body for place in places] == [
        each.body for each in (*pages, *pages, pages[0])
    ]


def test_a_segment_is_closed_when_it_has_its_size(tmp_path):
    places = segment(tmp_path, [page(number) for number in range(40)], most_bytes=2000)
    sizes = [path.stat().st_size for path in sorted(tmp_path.iterdir())]
    assert len(sizes) == len({place.file for place in places}) > 3
    assert all(2000 <= size < 3000 for size in sizes[:-1])


def test_a_run_without_responses_leaves_nothing(tmp_path):
    with Archive(tmp_path / "new" / "folder", "run", software="tests"):
        pass
    assert names(tmp_path / "new" / "folder") == []


def test_two_archives_of_one_run_at_once(tmp_path):
    with Archive(tmp_path, "run", software="one") as one, Archive(tmp_path, "run", software="two") as two:
        places = [archive.write(page(number)) for number in range(3) for archive in (one, two)]
    assert names(tmp_path) == ["run-00000.warc.gz", "run-00001.warc.gz"]
    assert [read(tmp_path, place) for place in places] == [as_stored(page(n)) for n in (0, 0, 1, 1, 2, 2)]


def test_threads_share_an_archive(tmp_path):
    pages = [page(number, body=b"%d " % number * 2000) for number in range(120)]
    with (
        Archive(tmp_path, "run", software="tests", most_bytes=9000) as archive,
        ThreadPoolExecutor(8) as pool,
    ):
        places = list(pool.map(archive.write, pages))
    assert [read(tmp_path, place) for place in places] == [as_stored(each) for each in pages]
    assert sorted(body for path in tmp_path.iterdir() for body in bodies(path)) == sorted(
        p.body for p in pages
    )


def test_a_closed_archive_takes_nothing(tmp_path):
    archive = Archive(tmp_path, "run", software="tests")
    archive.write(page())
    archive.close()
    archive.close()
    with pytest.raises(ArchiveError, match="is closed"):
        archive.write(page())
    assert len(bodies(tmp_path / "run-00000.warc.gz")) == 1


@pytest.mark.parametrize("run", ["", "../run", "a/b", ".hidden", "a\nb", "a" * 101, "run 1"])
def test_names_that_cannot_be_a_run(tmp_path, run):
    with pytest.raises(ValueError, match="cannot name a run"):
        Archive(tmp_path, run, software="tests")


def test_a_folder_that_is_a_file(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ArchiveError, match="file: "):
        Archive(tmp_path / "file", "run", software="tests")


FULL_DISK = """
import resource, sys, os
from pathlib import Path
from extractor.archive import Archive, ArchiveError
from tests.archived import page
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, resource.RLIM_INFINITY))
with Archive(Path(sys.argv[1]), "run", software="tests") as archive:
    for number in range(int(sys.argv[2])):
        try:
            place = archive.write(page(number, body=os.urandom(20_000)))
            print("kept", place.offset, place.length)
        except ArchiveError as error:
            print("refused", error)
            if number == 4:
                resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
"""


@pytest.mark.parametrize(("writes", "kept_later"), [(9, 4), (4, 0)])
def test_a_disk_that_is_full_for_a_while_or_until_the_end(tmp_path, writes, kept_later):
    """A limit on the size of files stands for the disk: writes stop in the middle of a record."""
    program = [sys.executable, "-c", FULL_DISK, str(tmp_path), str(writes)]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    lines = [line.split() for line in done.stdout.splitlines()]
    refused = writes - 2 - kept_later
    assert [words[0] for words in lines] == ["kept"] * 2 + ["refused"] * refused + ["kept"] * kept_later
    assert "run-00000.warc.gz.open: file too large" in done.stdout
    kept = [Place("run-00000.warc.gz", int(words[1]), int(words[2])) for words in lines if words[0] == "kept"]
    assert [place for place, _ in captures(tmp_path / "run-00000.warc.gz")] == kept


def damaged(folder, place, old, new):
    """The segment with a piece of one record replaced, and the place, which grows or shrinks with it."""
    path = folder / place.file
    data = path.read_bytes()
    record = gzip.decompress(data[place.offset : place.offset + place.length])
    assert record.count(old) == 1
    member = gzip.compress(record.replace(old, new))
    path.write_bytes(data[: place.offset] + member + data[place.offset + place.length :])
    return replace(place, length=len(member))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"warga belum rekam", b"warga sudah rekam", "block has not the digest"),
        (b"Server: nginx", b"Server: caddy", "block has not the digest"),
        (b"WARC-Payload-Digest: sha1:", b"WARC-Payload-Digest: sha1:A", "payload has not the digest"),
        (b"WARC-Type: response", b"WARC-Type: metadata", "no response but 'metadata'"),
        (b"WARC-Date: 2018", b"WARC-Date: two 18", "no WARC-Date"),
        (b"WARC-Target-URI", b"WARC-Other-URI", "without WARC-Target-URI"),
        (b"WARC/1.1", b"WORK/1.1", "no WARC"),
        (b"Content-Length: 1", b"Content-Length: 0", "longer than its Content-Length"),
        (b"Content-Length: 1", b"Content-Length: 9", "the file ends within a record"),
        (b"Content-Length: 1", b"Content-Length: -", "for its Content-Length"),
        (b"</p>\r\n\r\n", b"</p>\r\n", "before the end of a record"),
    ],
)
def test_a_damaged_record_is_not_read(tmp_path, old, new, reason):
    place = segment(tmp_path, [page(7), page(8)])[0]
    damage = damaged(tmp_path, place, old, new)
    with pytest.raises(ArchiveError, match=rf"run-00000\.warc\.gz: at byte \d+.*{reason}"):
        read(tmp_path, damage)


def test_places_that_hold_no_record(tmp_path):
    first, second = segment(tmp_path, [page(7), page(8)])
    both = Place(first.file, first.offset, first.length + second.length)
    for place, reason in (
        (replace(first, file="other.warc.gz"), r"other\.warc\.gz: no such file"),
        (replace(first, file="../run-00000.warc.gz"), "no place of a record"),
        (replace(first, length=0), "no place of a record"),
        (replace(first, offset=-1), "no place of a record"),
        (replace(first, offset=0, length=first.offset), "no response but 'warcinfo'"),
        (replace(first, offset=first.offset + 1), "no WARC file"),
        (replace(first, length=first.length - 1), "ends within the gzip member"),
        (replace(first, length=first.length + 1), "ends within the gzip member"),
        (replace(second, length=second.length + 1), "ends within the record"),
        (replace(second, length=10**18), "ends within the record"),
        (both, "2 records in the place of one"),
    ):
        with pytest.raises(ArchiveError, match=reason):
            read(tmp_path, place)


def test_a_flipped_bit_is_found_or_means_nothing(tmp_path):
    """Nothing is meant by the time in a member's head, nor by the bits that fill its last byte."""
    (place,) = segment(tmp_path, [page(1)])
    path = tmp_path / place.file
    data = path.read_bytes()
    unseen = []
    for at in range(place.offset, len(data)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :])
        try:
            assert read(tmp_path, place) == as_stored(page(1))
            unseen.append(at - place.offset)
        except ArchiveError as error:
            assert str(error).startswith(f"{path}: ")  # noqa: PT017 - either this or the assertion above
    assert set(unseen) <= {*range(4, 10), place.length - 9}
