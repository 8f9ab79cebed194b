"""Archives whose writers were killed, and segments cut where no writer would have stopped."""

import gzip
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from extractor.archive import Archive, ArchiveError, Place, Recovered, captures, read, recover
from tests.archived import as_stored, bodies, names, page, segment

NAME = "run-00000.warc.gz"

WRITER = """
import sys
from pathlib import Path
from extractor.archive import Archive
from tests.archived import page
archive = Archive(Path(sys.argv[1]), sys.argv[2], software="tests", most_bytes=200_000)
for number in range(100_000):
    place = archive.write(page(number, body=b"%d " % number * 3000))
    print(place.file, place.offset, place.length, number, flush=True)
    if len(sys.argv) > 3:
        sys.stdin.read()
"""


def writer(folder, run="run", *more):
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), run, *more], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )  # fmt: skip


def acknowledged(lines):
    """The places that a writer has told, and the numbers of their pages; a line it did not end is none."""
    told = [line.split() for line in lines if line.endswith("\n")]
    return [(Place(file, int(offset), int(length)), int(number)) for file, offset, length, number in told]


def killed(folder, moment):
    """What a writer acknowledged before it was killed: a while after its first word."""
    with writer(folder) as process:
        first = process.stdout.readline()
        time.sleep(moment)
        process.kill()
        return acknowledged([first, *process.stdout.readlines()])


def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(tmp_path):
    chance = random.Random(5)
    moments = [chance.uniform(0, 0.15) for _ in range(20)]
    folders = [tmp_path / str(number) for number in range(20)]
    with ThreadPoolExecutor(3) as pool:
        told = list(pool.map(killed, folders, moments))
    for folder, places in zip(folders, told, strict=True):
        assert len(recover(folder)) <= 1  # none, if it was killed between two segments
        assert recover(folder) == []
        for place, number in places:
            assert read(folder, place).body == b"%d " % number * 3000
        found = [capture.url for path in sorted(folder.glob("*.gz")) for _, capture in captures(path)]
        expected = [page(number).url for _, number in places]
        assert found[: len(expected)] == expected
        assert len(found) <= len(expected) + 1  # one more, if it was killed between the disk and its word
    assert sum(map(len, told)) > 20 * 3


MANY = """
import sys
from pathlib import Path
from extractor.archive import Archive
from tests.archived import page
with Archive(Path(sys.argv[1]), "run", software="tests", most_bytes=1) as archive:
    for number in range(100):
        place = archive.write(page(number))
        print(place.file, place.offset, place.length, number)
"""


def test_segments_begun_and_closed_while_others_recover(tmp_path):
    """Three writers of one run begin a segment for each page; the folder is recovered all the time."""
    program = [sys.executable, "-c", MANY, str(tmp_path)]
    writers = [subprocess.Popen(program, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    while any(process.poll() is None for process in writers):
        recover(tmp_path)
    told = []
    for process in writers:
        with process:
            told += acknowledged(process.stdout)
        assert process.returncode == 0
    assert len({place.file for place, _ in told}) == len(told) == 300
    for place, number in told:
        assert read(tmp_path, place) == as_stored(page(number))


def test_killed_and_resumed_again_and_again(tmp_path):
    """The same run goes on in the same folder; places told before stay good."""
    told = []
    for moment in (0, 0.02, 0.05):
        recover(tmp_path)
        told += killed(tmp_path, moment)
    recover(tmp_path)
    assert len({place for place, _ in told}) == len(told)
    for place, number in told:
        assert read(tmp_path, place).body == b"%d " % number * 3000


def test_the_segment_of_a_living_writer_is_left_alone(tmp_path):
    with writer(tmp_path, "run", "wait") as process:
        ((place, _),) = acknowledged([process.stdout.readline()])
        before = (tmp_path / f"{NAME}.open").read_bytes()
        assert recover(tmp_path) == []
        assert (tmp_path / f"{NAME}.open").read_bytes() == before
        process.kill()
        process.wait()
    assert recover(tmp_path) == [Recovered(NAME, 1, 0)]
    assert read(tmp_path, place).body == b"0 " * 3000


def test_the_segment_of_this_process_is_left_alone(tmp_path):
    with Archive(tmp_path, "run", software="tests") as archive:
        places = [archive.write(page(0))]
        assert recover(tmp_path) == []
        places.append(archive.write(page(1)))
    assert [read(tmp_path, place) for place in places] == [as_stored(page(0)), as_stored(page(1))]
    assert recover(tmp_path) == []


TORN = """
import os, resource, signal, sys
from pathlib import Path
from extractor.archive import Archive, ArchiveError
from tests.archived import page
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, resource.RLIM_INFINITY))
archive = Archive(Path(sys.argv[1]), "run", software="tests")
try:
    for number in range(3):
        archive.write(page(number, body=os.urandom(20_000)))
except ArchiveError:
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_writer_killed_in_the_middle_of_a_record(tmp_path):
    """A limit on the size of files stops it there."""
    done = subprocess.run([sys.executable, "-c", TORN, str(tmp_path)], check=False)
    assert done.returncode == -signal.SIGKILL
    data = (tmp_path / f"{NAME}.open").read_bytes()
    assert len(data) == 50_000
    (found,) = recover(tmp_path)
    assert (found.file, found.records) == (NAME, 2)
    whole, torn = (tmp_path / NAME).read_bytes(), (tmp_path / f"{NAME}.torn").read_bytes()
    assert (whole + torn, len(torn)) == (data, found.torn_bytes)
    assert len(bodies(tmp_path / NAME)) == 2
    assert recover(tmp_path) == []
    assert segment(tmp_path, [page()])[0].file == "run-00001.warc.gz"


def left_open(folder, data):
    """A segment as a dead writer leaves it, with these bytes, in an empty folder."""
    for path in folder.iterdir():
        path.unlink()
    (folder / f"{NAME}.open").write_bytes(data)


def finished(folder, pages):
    places = segment(folder, pages)
    return places, (folder / NAME).read_bytes()


def test_cut_at_every_byte_of_its_last_record(tmp_path):
    places, data = finished(tmp_path, [page(0), page(1)])
    last = places[1].offset
    for cut in range(last, len(data) + 1):
        left_open(tmp_path, data[:cut])
        whole = 2 if cut == len(data) else 1
        rest = 0 if whole == 2 else cut - last
        assert recover(tmp_path) == [Recovered(NAME, whole, rest)]
        assert names(tmp_path) == ([NAME, f"{NAME}.torn"] if rest else [NAME])
        assert (tmp_path / NAME).read_bytes() == data[: cut - rest]
        if rest:
            assert (tmp_path / f"{NAME}.torn").read_bytes() == data[last:cut]
        assert read(tmp_path, places[0]) == as_stored(page(0))
    assert bodies(tmp_path / NAME) == [page(0).body, page(1).body]


def test_cut_before_the_first_response_is_whole(tmp_path):
    places, data = finished(tmp_path, [page(0)])
    for cut in [0, 1, 2, 3, 10, places[0].offset - 1, places[0].offset, places[0].offset + 1, len(data) - 1]:
        left_open(tmp_path, data[:cut])
        assert recover(tmp_path) == [Recovered(NAME, 0, cut)]
        assert names(tmp_path) == [f"{NAME}.torn"]
        assert (tmp_path / f"{NAME}.torn").read_bytes() == data[:cut]
        assert recover(tmp_path) == []


@pytest.mark.parametrize("tail", [bytes(4096), b"\x1f\x8b" + bytes(100), b"isi", b"\r\n"])
def test_other_bytes_behind_the_last_record(tmp_path, tail):
    """A power cut may leave zeros where a record should be."""
    places, data = finished(tmp_path, [page(0)])
    left_open(tmp_path, data + tail)
    assert recover(tmp_path) == [Recovered(NAME, 1, len(tail))]
    assert (tmp_path / f"{NAME}.torn").read_bytes() == tail
    assert read(tmp_path, places[0]) == as_stored(page(0))


def test_records_behind_a_damaged_one_are_set_aside_with_it(tmp_path):
    places, data = finished(tmp_path, [page(number) for number in range(3)])
    damaged = bytearray(data)
    damaged[places[1].offset + 200] ^= 0xFF
    left_open(tmp_path, bytes(damaged))
    (found,) = recover(tmp_path)
    assert (found.records, found.torn_bytes) == (1, len(data) - places[1].offset)
    assert (tmp_path / NAME).read_bytes() + (tmp_path / f"{NAME}.torn").read_bytes() == damaged


def test_several_segments_and_files_of_others(tmp_path):
    _, data = finished(tmp_path, [page(0)])
    left_open(tmp_path, data)
    (tmp_path / "other-00003.warc.gz.open").write_bytes(data + b"torn")
    for other in ("notes.open", "seeds.txt", "done-00000.warc.gz", "x.warc.gz.torn"):
        (tmp_path / other).write_bytes(b"isi")
    assert recover(tmp_path) == [Recovered("other-00003.warc.gz", 1, 4), Recovered(NAME, 1, 0)]
    assert [(tmp_path / other).read_bytes() for other in ("notes.open", "seeds.txt")] == [b"isi", b"isi"]
    assert recover(tmp_path) == []


def test_no_folder_has_nothing_to_recover(tmp_path):
    assert recover(tmp_path / "none") == []


def test_a_final_name_that_is_taken_is_not_written_over(tmp_path):
    _, data = finished(tmp_path, [page(0)])
    (tmp_path / f"{NAME}.open").write_bytes(data + b"torn")
    with pytest.raises(ArchiveError, match=rf"{NAME}\.open: there is a {NAME} already"):
        recover(tmp_path)
    assert names(tmp_path) == [NAME, f"{NAME}.open"]
    assert (tmp_path / f"{NAME}.open").read_bytes() == data + b"torn"


def test_torn_bytes_set_aside_before_are_not_written_over(tmp_path):
    _, data = finished(tmp_path, [page(0)])
    left_open(tmp_path, data + b"torn")
    (tmp_path / f"{NAME}.torn").write_bytes(b"other")
    assert recover(tmp_path) == [Recovered(NAME, 1, 4)]
    assert (tmp_path / f"{NAME}.torn").read_bytes() == b"other"
    assert (tmp_path / f"{NAME}.torn.2").read_bytes() == b"torn"


def test_a_segment_without_responses_beside_an_equal_torn_one(tmp_path):
    left_open(tmp_path, b"torn")
    (tmp_path / f"{NAME}.torn").write_bytes(b"torn")
    assert recover(tmp_path) == [Recovered(NAME, 0, 4)]
    assert names(tmp_path) == [f"{NAME}.torn", f"{NAME}.torn.2"]


def test_a_file_compressed_as_a_whole_is_no_segment(tmp_path):
    _, data = finished(tmp_path, [page(0), page(1)])
    left_open(tmp_path, gzip.compress(gzip.decompress(data)))
    (found,) = recover(tmp_path)
    assert (found.records, names(tmp_path)) == (0, [f"{NAME}.torn"])


def killed_at_line(folder, number):
    """Whether `recover`, in a process of its own, was killed before its own line of that number; else it ended."""
    child = os.fork()
    if child == 0:
        left = number

        def trace(frame, event, argument):
            nonlocal left
            if Path(frame.f_code.co_filename).stem not in {"recovery", "folders", "shutil"}:
                return None
            if event == "line":
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return trace

        try:
            sys.settrace(trace)
            recover(folder)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("responses", [0, 1])
def test_recovery_killed_at_any_line_ends_well_when_called_again(tmp_path, responses):
    places, data = finished(tmp_path, [page(0)])
    data = (data if responses else data[: places[0].offset]) + b"torn" * 50_000
    left_open(tmp_path, data)
    recover(tmp_path)
    undisturbed = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    lines = 0
    left_open(tmp_path, data)
    while killed_at_line(tmp_path, lines):
        assert len(recover(tmp_path)) <= 1
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == undisturbed
        left_open(tmp_path, data)
        lines += 1
    assert lines > 15
