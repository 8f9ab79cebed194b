"""The store: how it is opened, what it keeps, who may write, and what a killed process leaves."""

from __future__ import annotations

import datetime as dt
import os
import platform
import random
import signal
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.store.inputs import stored_inputs
from extractor.store.owner import Owner
from extractor.store.schema import StoreError
from extractor.store.store import Store
from tests.stores import KUDUS, Filled, captured, dump, page_at, python, read, rows, said_at_once, start

URL = "https://contoh.id/2024/01/16/kudus/"
KEY = "contoh.id/2024/01/16/kudus/"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store will be."""
    return tmp_path / "berita.db"


@pytest.fixture
def filled(path: Path) -> Filled:
    """A new store."""
    return Filled(path)


def refusal(path: Path, **how: bool) -> str:
    with pytest.raises(StoreError) as caught, Store(path, **how):
        pass
    assert str(caught.value) == f"{path}: {caught.value.reason}"
    return caught.value.reason


# opening


def test_a_new_store_is_made_and_opened_again(path: Path) -> None:
    with Store(path, create=True) as store:
        run = store.begin_run("extract crawl", "0.1.0", "c" * 64)
    for create in (True, False):
        with Store(path, create=create) as store:
            assert store.query("SELECT id, ended FROM run").fetchall()[0]["id"] == run
    assert rows(path, "PRAGMA journal_mode") == [("wal",)]
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("name", ["a b.db", "100%.db", "a?b#c.db", "berita é.db", "mode=ro&.db", "'.db"])
def test_a_store_may_have_any_name(tmp_path: Path, name: str) -> None:
    Filled(tmp_path / name)
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_what_is_missing_is_made_only_when_asked_for(path: Path) -> None:
    assert refusal(path) == "no such file"
    assert not path.exists()


def test_a_missing_store_is_told_with_the_one_that_may_be_meant(path: Path, filled: Filled) -> None:
    assert refusal(path.with_name("berit.db")) == f"no such file; did you mean {filled.path}?"


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    assert refusal(tmp_path) == refusal(tmp_path, create=True) == "it is a folder"
    assert refusal(tmp_path / "kosong" / "berita.db", create=True) == "its folder is missing"


def test_a_text_is_no_store_and_stays_as_it_is(path: Path) -> None:
    path.write_text("bukan basis data, hanya catatan\n" * 100)
    before = path.read_bytes()
    assert refusal(path) == refusal(path, create=True) == "this is no SQLite file"
    assert path.read_bytes() == before


@pytest.mark.parametrize("application", [0, 0x12345678])
def test_another_programs_database_stays_as_it_is(path: Path, application: int) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE page (key TEXT)")
        other.execute(f"PRAGMA application_id = {application}")
        other.commit()
    before = path.read_bytes()
    assert refusal(path) == refusal(path, create=True) == "this SQLite file is no store of this program"
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_store_only_when_asked_for(path: Path) -> None:
    path.touch()
    assert refusal(path) == "this SQLite file is no store of this program"
    Filled(path).keep(URL)


def test_a_store_of_another_version_is_refused(filled: Filled) -> None:
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert refusal(filled.path) == "the store has version 99; this program reads version 1"


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing can be written in the folder, not even by an administrator."""
    before = os.geteuid()
    folder.chmod(0o555)
    try:
        if before == 0:
            os.seteuid(65534)
        yield
    finally:
        os.seteuid(before)
        folder.chmod(0o755)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can look into."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.skipif(os.name != "posix", reason="needs permissions of POSIX")
def test_a_store_in_a_read_only_folder_can_be_read(open_folder: Path) -> None:
    path = open_folder / "berita.db"
    Filled(path).keep(URL)
    with read_only(open_folder):
        assert refusal(path) == "it is read-only" or os.access(path, os.W_OK)
        assert [item.source for item in stored_inputs(str(path))] == [URL]
        assert refusal(open_folder / "baru.db", create=True) == "it, or its folder, is read-only"


@pytest.mark.skipif(os.name != "posix", reason="needs permissions of POSIX")
def test_a_store_whose_log_cannot_be_read_is_refused(open_folder: Path) -> None:
    path = open_folder / "berita.db"
    filled = Filled(path)
    with Store(path):  # keeps the log beside the file
        filled.keep(URL)
        for name in ("copy.db", "copy.db-wal"):
            (open_folder / name).write_bytes((open_folder / name.replace("copy", "berita")).read_bytes())
    with read_only(open_folder):
        assert refusal(open_folder / "copy.db", reading=True) == "it, or its folder, is read-only"


# runs, listings, pages


def test_a_run_has_a_beginning_and_an_end(filled: Filled) -> None:
    with Store(filled.path) as store:
        second = store.begin_run("extract crawl asatu", "0.1.0", "c" * 64)
        store.end_run(second, "interrupted")
    assert second == filled.run + 1
    begun = rows(filled.path, "SELECT id, outcome, ended IS NULL, ended >= started FROM run ORDER BY id")
    assert begun == [(1, None, 1, None), (2, "interrupted", 0, 1)]


def test_listings_are_kept_until_a_run_is_complete(filled: Filled) -> None:
    feed, headers = "https://contoh.id/feed/", {"content-type": "application/rss+xml"}
    with Store(filled.path) as store:
        begun = time.time()
        store.keep_listing(filled.run, feed, feed + "?paged=1", headers, b"\x00\x01<rss/>")
        assert store.listing(feed, begun - 1) == (feed + "?paged=1", headers, b"\x00\x01<rss/>")
        assert store.listing(feed, time.time() + 1) is None  # too old
        assert store.listing(feed + "x", begun) is None
        store.end_run(filled.run, "interrupted")
        assert store.listing(feed, begun - 1) is not None
        again = store.begin_run("extract crawl", "0.1.0", "c" * 64)
        store.end_run(again, "complete")
        assert store.listing(feed, begun - 1) is None


def test_what_became_of_an_address_is_known_by_its_key(filled: Filled) -> None:
    missing = replace(page_at(URL, "contoh", "missing", "HTTP 404"), etag='"a"', modified="Tue")
    with Store(filled.path) as store:
        assert store.page(KEY) is None
        store.keep_page(filled.run, missing)
        found = store.page(KEY)
        assert found is not None
        assert found.checked is not None
        assert replace(found, checked=None) == missing
        assert dt.datetime.now(dt.UTC) - found.checked < dt.timedelta(minutes=1)
        store.touch(filled.run, KEY)
        touched = store.page(KEY)
    assert touched == replace(found, reason=None, checked=touched.checked if touched else None)


def test_an_article_stays_when_its_address_fails_later(filled: Filled) -> None:
    filled.keep(URL)
    before = list(dump(filled.path))
    with Store(filled.path) as store:
        store.keep_page(filled.run, page_at(URL, "contoh", "missing", "HTTP 404"))
        page = store.page(KEY)
    assert page is not None
    assert (page.state, page.reason) == ("article", "missing: HTTP 404")
    assert list(dump(filled.path)) == before


# claims


def test_an_address_is_worked_on_by_one_living_process(filled: Filled) -> None:
    with Store(filled.path) as mine, Store(filled.path) as yours:
        assert mine.claim(KEY)
        assert mine.claim(KEY)  # again, by the same
        assert not yours.claim(KEY)
        yours.let_go(KEY)  # not theirs to give
        assert not yours.claim(KEY)
        mine.let_go(KEY)
        assert yours.claim(KEY)


def test_a_claim_ends_with_its_result(filled: Filled) -> None:
    with Store(filled.path) as mine, Store(filled.path) as yours:
        for finish in (
            lambda: mine.keep_page(filled.run, page_at(URL, "contoh", "failed")),
            lambda: mine.touch(filled.run, KEY),
            lambda: mine.keep_article(
                filled.run, page_at(URL, "contoh"), [captured(URL)], read(URL), "contoh.id"
            ),
        ):
            assert mine.claim(KEY)
            assert not yours.claim(KEY)
            finish()
            assert yours.claim(KEY)
            yours.let_go(KEY)


def claimed_by(path: Path, owner: str, seconds: float) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT OR REPLACE INTO claim VALUES (?, ?, ?)", [KEY, owner, time.time() + seconds]
        )
        connection.commit()


def test_a_claim_of_a_process_that_died_is_taken_over(filled: Filled) -> None:
    script = (
        "import sys, pathlib, extractor.store.store as s;"
        "print(s.Store(pathlib.Path(sys.argv[1])).claim(sys.argv[2]), flush=True); sys.stdin.read()"
    )
    process = python(script, filled.path, KEY)
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    with Store(filled.path) as store:
        assert not store.claim(KEY)  # it lives
        process.kill()
        process.communicate()
        assert store.claim(KEY)


def test_a_claim_of_an_earlier_process_of_our_number_is_taken_over(filled: Filled) -> None:
    claimed_by(filled.path, f"{platform.node()}/{os.getpid()}/0123456789abcdef", 900)
    with Store(filled.path) as store:
        assert store.claim(KEY)


def test_a_claim_of_another_machine_holds_until_it_runs_out(filled: Filled) -> None:
    with Store(filled.path) as store:
        claimed_by(filled.path, "elsewhere/1/0123456789abcdef", 900)
        assert not store.claim(KEY)
        claimed_by(filled.path, "elsewhere/1/0123456789abcdef", -1)
        assert store.claim(KEY)


@pytest.mark.parametrize("name", ["", "x", "/", "a/b", f"{platform.node()}/nobody/x", "a/b/c/d"])
def test_an_owner_of_no_known_form_counts_as_alive(name: str) -> None:
    assert not Owner().has_died(name)


# articles


def test_an_article_is_kept_with_all_that_is_read_from_it(filled: Filled) -> None:
    report = read(URL)
    assert filled.keep(URL, report=report) == "new"
    counts = rows(
        filled.path,
        "SELECT (SELECT count(*) FROM figure), (SELECT count(*) FROM record), (SELECT count(*) FROM finding)",
    )
    values = sum(len(value) for record in report.records for value in record.values.values())
    assert counts == [(len(report.figures), values, len(report.findings))]
    assert len(report.figures) == 7
    assert report.findings
    kept = rows(filled.path, "SELECT title, published_start, text, text_sha256, host, outlet FROM article")
    assert kept == [(report.article.title, "2024-01-16", KUDUS, report.article.sha256, "contoh.id", "contoh")]


def test_an_article_kept_again_changes_nothing(filled: Filled) -> None:
    assert filled.keep(URL) == "new"
    before = list(dump(filled.path))
    filled.number = 0
    assert filled.keep(URL) == "same"
    assert list(dump(filled.path)) == before
    assert rows(filled.path, "SELECT count(*) FROM capture") == [(1,)]


def test_a_figure_read_anew_is_a_change(filled: Filled) -> None:
    filled.keep(URL)
    report = read(URL)
    report.figures[2].value += 1
    assert filled.keep(URL, report=report) == "changed"
    assert filled.keep(URL, report=report) == "same"
    assert rows(filled.path, "SELECT value FROM figure WHERE id = 'f3'") == [(report.figures[2].value,)]
    del report.figures[-1]
    assert filled.keep(URL, report=report) == "changed"
    assert rows(filled.path, "SELECT count(*) FROM figure") == [(6,)]


def test_another_text_title_or_date_is_a_change(filled: Filled) -> None:
    filled.keep(URL)
    assert filled.keep(URL, KUDUS + "\nTamat.\n") == "changed"
    assert filled.keep(URL, KUDUS, published="2024-01-17") == "changed"
    untitled = read(URL, published="2024-01-17")
    untitled.article.title = "Judul Lain"
    assert filled.keep(URL, report=untitled) == "changed"
    assert rows(filled.path, "SELECT count(*), title, published_start FROM article") == [
        (1, "Judul Lain", "2024-01-17")
    ]


def test_a_whole_number_and_the_same_with_a_point_stay_apart(filled: Filled) -> None:
    filled.keep(URL)
    kinds = rows(filled.path, "SELECT DISTINCT unit, typeof(value) FROM figure ORDER BY unit")
    assert kinds == [("percent", "real"), ("persons", "integer")]


def test_earlier_captures_stay_and_are_no_longer_current(filled: Filled) -> None:
    with Store(filled.path) as store:
        for first in (1, 3):
            parts = [captured(URL, first), captured(URL + "2/", first + 1)]
            store.keep_article(filled.run, page_at(URL, "contoh"), parts, read(URL), "contoh.id")
        (stored,) = store.articles()
        assert list(store.articles(["lain"])) == []
        assert stored.captures == tuple(parts)
        assert (stored.retrieved, stored.key) == (parts[0].fetched, KEY)
    assert rows(filled.path, "SELECT part, current FROM capture ORDER BY id") == [
        (1, 0),
        (2, 0),
        (1, 1),
        (2, 1),
    ]


def test_an_article_of_which_a_part_is_refused_is_not_kept_at_all(filled: Filled) -> None:
    report = read(URL)
    report.figures[6].id = "f1"
    with pytest.raises(sqlite3.IntegrityError):
        filled.keep(URL, report=report)
    assert rows(filled.path, "SELECT (SELECT count(*) FROM page) + (SELECT count(*) FROM figure)") == [(0,)]
    assert filled.keep(URL) == "new"


def test_a_store_whose_disk_is_full_goes_on_when_there_is_room(filled: Filled) -> None:
    long = read(URL)
    long.article.text += "panjang " * 25_000
    with Store(filled.path) as store:
        store.query("PRAGMA max_page_count = 1")  # as many as there are
        with pytest.raises(sqlite3.OperationalError, match="full"):
            store.keep_article(filled.run, page_at(URL, "contoh"), [captured(URL)], long, None)
        store.query("PRAGMA max_page_count = 1000000")
        assert store.page(KEY) is None
        assert store.keep_article(filled.run, page_at(URL, "contoh"), [captured(URL)], long, None) == "new"


def test_a_store_is_one_input_for_each_article(filled: Filled) -> None:
    filled.keep(URL)
    filled.keep("https://contoh.id/tak-bertanggal/", KUDUS.replace("2.315", "2.316"), published=None)
    first, second = stored_inputs(str(filled.path))
    assert (first.source, second.source) == (URL, "https://contoh.id/tak-bertanggal/")
    assert first.kept is not None
    assert (first.kept.text, first.kept.outlet) == (KUDUS, "contoh.id")
    assert second.kept is not None
    assert second.kept.published is None


# several processes

_WRITER = """
import sys, pathlib
from extractor.report import Report
from extractor.store.store import Store
from tests.stores import captured, page_at
path, report, name, first = sys.argv[1:]
report = Report.model_validate_json(pathlib.Path(report).read_text())
print("ready", flush=True)
sys.stdin.readline()
with Store(pathlib.Path(path), create=True) as store:
    run = store.begin_run(name, "0.1.0", "c" * 64)
    for number in range(int(first), int(first) + {articles}):
        url = f"https://contoh.id/{{name}}/{{number}}/"
        page = page_at(url, "contoh")
        store.claim(page.key)
        store.keep_article(run, page, [captured(url, number)], report, "contoh.id")
        print(page.key, flush=True)
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report in a file."""
    file = tmp_path / "report.json"
    file.write_text(read(URL).model_dump_json())
    return file


def test_two_processes_make_and_fill_one_store_at_once(path: Path, report: Path) -> None:
    script = _WRITER.format(articles=100)
    said = said_at_once(
        python(script, path, report, "satu", 10_000), python(script, path, report, "dua", 20_000)
    )
    kept = {line for lines in said for line in lines.splitlines()}
    assert len(kept) == 200
    assert {key for (key,) in rows(path, "SELECT page FROM article")} == kept
    assert rows(path, "SELECT DISTINCT count(*) FROM figure GROUP BY article") == [(7,)]
    assert rows(path, "SELECT count(*) FROM run") == [(2,)]


def test_of_two_processes_one_gets_each_address(filled: Filled) -> None:
    script = """
import sys, pathlib
from extractor.store.store import Store
print("ready", flush=True)
sys.stdin.readline()
store = Store(pathlib.Path(sys.argv[1]))
print(*(number for number in range(200) if store.claim(str(number))), flush=True)
sys.stdin.readline()  # alive until both are done: what the dead hold is taken over
"""
    processes = [python(script, filled.path) for _ in range(2)]
    for process in processes:
        start(process)
    got = [process.stdout.readline().split() for process in processes if process.stdout]
    for process in processes:
        process.communicate()
    assert sorted(map(int, [*got[0], *got[1]])) == list(range(200))


def test_two_processes_that_make_one_store_never_meet_half_of_it(tmp_path: Path) -> None:
    script = """
import sys, pathlib
from extractor.store.store import Store
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    Store(pathlib.Path(sys.argv[1]) / f"{number}.db", create=True).begin_run("x", "0.1.0", "c" * 64)
"""
    said_at_once(python(script, tmp_path), python(script, tmp_path))
    assert [rows(tmp_path / f"{n}.db", "SELECT count(*) FROM run") for n in range(40)] == [[(2,)]] * 40


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
def test_a_writer_killed_at_any_moment_loses_nothing_it_acknowledged(path: Path, report: Path) -> None:
    source = random.Random(7)
    script = _WRITER.format(articles=100_000)
    acknowledged: set[str] = set()
    for turn in range(10):
        writer = python(script, path, report, f"turn{turn}", (turn + 1) * 1_000_000)
        start(writer)
        time.sleep(source.uniform(0, 0.2))
        writer.kill()
        said, _ = writer.communicate()
        whole = [line for line in said.splitlines(keepends=True) if line.endswith("\n")]
        acknowledged |= {line.rstrip() for line in whole}
        with Store(path, create=True) as store:
            assert [tuple(row) for row in store.query("PRAGMA integrity_check")] == [("ok",)]
            assert store.query("PRAGMA foreign_key_check").fetchall() == []
            kept = {row["page"] for row in store.query("SELECT page FROM article")}
            figures = store.query(
                "SELECT DISTINCT (SELECT count(*) FROM figure WHERE article = a.id) FROM article a"
            )
            assert [tuple(row) for row in figures] in ([], [(7,)])
        assert acknowledged <= kept
        assert len(kept - acknowledged) <= turn + 1  # one a turn, kept when there was no time to say so
    assert len(acknowledged) > 100
