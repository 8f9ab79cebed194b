"""Stores read again: with today's rules from the pages, and as input like files."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.cli import main
from extractor.engine import Extractor
from extractor.outlets.loading import outlets_in
from extractor.reread.again import Rereader
from extractor.store.store import Store
from tests.outlet_world import World

OUTLETS = ["kabar-satu.test", "radar-dua.test", "suara-tiga.test"]
DELAY = 0.01


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A store, and the folder of its outlets' files."""
    db = tmp_path_factory.mktemp("store") / "berita.db"
    with World(6, DELAY, faults=False) as world:
        led = [part for each in world.connect_to for part in ("--connect-to", each)]
        asking = ["--contact", "uji@contoh.id", "--delay", str(DELAY), "--ca-file", world.ca_file, *led]
        assert main(["crawl", *OUTLETS, "--db", str(db), "--outlet-files", world.outlet_folder, *asking]) == 0
        yield db, world.outlet_folder


@pytest.fixture
def store(crawled: tuple[Path, str], tmp_path: Path) -> tuple[Path, list[str]]:
    """A copy of the store, and the arguments that name it."""
    original, outlets = crawled
    db = tmp_path / "berita.db"
    shutil.copy(original, db)
    shutil.copytree(original.with_name("berita.db.warc"), tmp_path / "berita.db.warc")
    return db, ["--db", str(db), "--outlet-files", outlets]


def change(db: Path, sql: str) -> None:
    with sqlite3.connect(db) as connection:
        connection.execute(sql)
    connection.close()


def rows(db: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(db)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_nothing_changes_while_the_rules_are_the_same(
    store: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    db, named = store
    before = rows(db, "SELECT * FROM figure")
    assert main(["report", *named]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert f"{len(rows(db, 'SELECT 1 FROM article'))} articles read again: 0 changed, 0 failed" in err
    assert rows(db, "SELECT * FROM figure") == before


def test_what_other_rules_read_is_told_and_put_right(
    store: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    db, named = store
    before = rows(db, "SELECT * FROM figure")
    url, article, quote = rows(
        db, "SELECT a.url, a.id, f.quote FROM figure f JOIN article a ON a.id = f.article LIMIT 1"
    )[0]
    change(db, f"UPDATE figure SET indicator = 'other' WHERE article = {article} AND quote = '{quote}'")
    assert main(["report", *named, "--check"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == url
    assert any(line.startswith(f"  - other {quote} ") for line in out.splitlines())
    assert any(line.startswith("  + ") and f" {quote} " in line for line in out.splitlines())
    assert "1 would change" in err
    assert rows(db, "SELECT * FROM figure") != before
    assert main(["report", *named]) == 0
    assert rows(db, "SELECT * FROM figure") == before


def test_an_article_whose_pages_are_gone_is_told_and_the_others_go_on(
    store: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    db, named = store
    change(db, "UPDATE capture SET warc = 'hilang.warc.gz' WHERE id = (SELECT min(id) FROM capture)")
    assert main(["report", *named]) == 2
    err = capsys.readouterr().err
    assert "hilang.warc.gz" in err
    assert "0 changed, 1 failed" in err


def test_only_the_articles_of_an_outlet_are_read_where_one_is_named(
    store: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    db, named = store
    (count,) = rows(db, "SELECT count(*) FROM article WHERE outlet = 'radar-dua'")[0]
    for name in ("radar-dua", "radar-dua.test"):
        assert main(["report", *named, name]) == 0
        assert f"{count} articles read again" in capsys.readouterr().err
    assert main(["report", *named, "tak-ada"]) == 2
    assert "no outlet tak-ada" in capsys.readouterr().err


def test_a_store_is_read_like_the_files_of_its_articles(
    store: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    db, _ = store
    assert main([str(db), "--format", "jsonl"]) == 0
    reports = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    stored = rows(db, "SELECT url, title, text, published_start, host FROM article ORDER BY id")
    assert [
        (r["article"]["url"], r["article"]["title"], r["article"]["text"], r["article"]["published"]["start"])
        for r in reports
    ] == [row[:4] for row in stored]
    read = [(f["indicator"], f["value"], f["span"]["start"]) for r in reports for f in r["figures"]]
    kept = rows(db, 'SELECT indicator, value, "start" FROM figure ORDER BY article, "start"')
    assert read == kept


def test_check_finds_in_a_store_what_it_finds_in_articles(
    store: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    db, _ = store
    main(["check", str(db), "--format", "jsonl"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert isinstance(found, list)
    ids = {str(finding.get("id")) for finding in found}
    kept = {str(name) for (name,) in rows(db, "SELECT id FROM finding")}
    assert kept <= ids


def test_an_archive_is_read_like_a_folder_of_its_pages(
    store: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    db, _ = store
    (segment,) = db.with_name("berita.db.warc").glob("*.warc.gz")
    for name in (segment, segment.parent):
        assert main([str(name), "--format", "jsonl"]) == 0
        out, err = capsys.readouterr()
        read = {json.loads(line)["article"]["url"] for line in out.splitlines()}
        single = rows(db, "SELECT url FROM capture WHERE current GROUP BY page HAVING count(*) = 1")
        assert {str(url) for (url,) in single} <= read
        assert "answers that are no pages on KTP" in err


def test_an_archive_that_ends_early_gives_what_it_has_and_is_told(
    store: tuple[Path, list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db, _ = store
    (segment,) = db.with_name("berita.db.warc").glob("*.warc.gz")
    torn = tmp_path / "robek.warc.gz"
    torn.write_bytes(segment.read_bytes()[:-100])
    none = tmp_path / "bukan.warc"
    none.write_text("bukan arsip")
    assert main([str(torn), str(none), "--format", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert len(out.splitlines()) > 3
    assert "robek.warc.gz: " in err
    assert "bukan.warc: " in err


def test_an_article_that_a_crawl_fetched_anew_meanwhile_is_left_as_it_is(
    store: tuple[Path, list[str]],
) -> None:
    db, named = store
    outlets = {outlet.name: outlet for outlet in outlets_in(named[3])}
    with Store(db) as opened:
        stored = next(opened.articles())
        change(
            db,
            "UPDATE article SET text = 'baru', text_sha256 = 'baru' WHERE id = (SELECT min(id) FROM article)",
        )
        change(db, f"UPDATE capture SET current = 0 WHERE page = '{stored.key}'")
        change(
            db,
            'INSERT INTO capture (page, part, url, fetched, status, sha256, warc, "offset", length, current)'
            " SELECT page, part, url, fetched, status, sha256, 'run00009-00000.warc.gz', \"offset\", length, 1"
            f" FROM capture WHERE page = '{stored.key}'",
        )
        rereader = Rereader(
            opened, db.with_name("berita.db.warc"), Extractor(dt.date(2026, 1, 1), "en"), outlets
        )
        assert rereader.reread(stored, keep=True).outcome == "same"
    assert rows(db, "SELECT text FROM article ORDER BY id LIMIT 1") == [("baru",)]


def test_a_store_that_is_damaged_is_told_and_the_other_inputs_are_read(
    store: tuple[Path, list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db, _ = store
    ((page,),) = rows(db, "SELECT rootpage FROM sqlite_schema WHERE name = 'article'")
    ((size,),) = rows(db, "PRAGMA page_size")
    change(db, "PRAGMA wal_checkpoint(TRUNCATE)")
    with db.open("r+b") as file:
        file.seek((int(str(page)) - 1) * int(str(size)))
        file.write(b"\xff" * int(str(size)))
    text = tmp_path / "a.txt"
    text.write_text("Sebanyak 2.315 warga Kudus belum merekam e-KTP.", encoding="utf-8")
    assert main([str(db), str(text), "--format", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "berita.db: database disk image is malformed" in err


def test_another_database_is_no_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "lain.db"
    change(other, "CREATE TABLE a (b)")
    assert main([str(other)]) == 2
    assert "lain.db: this SQLite file is no store of this program" in capsys.readouterr().err


def test_pages_are_not_read_without_the_description_of_their_outlet(
    store: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    db, named = store
    before = rows(db, "SELECT text FROM article")
    assert main(["report", "--db", str(db)]) == 2
    told = capsys.readouterr().err
    assert "not described: kabar-satu, radar-dua, suara-tiga; name the folder of their files" in told
    assert rows(db, "SELECT text FROM article") == before
    assert main(["report", *named, "radar-dva"]) == 2
    assert "no outlet radar-dva; did you mean radar-dua?" in capsys.readouterr().err


def test_an_outlet_may_be_named_by_its_host(
    store: tuple[Path, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    db, named = store
    number = rows(db, "SELECT count(*) FROM article WHERE outlet = 'radar-dua'")[0][0]
    assert main(["report", *named, "radar-dua.test"]) == 0
    assert f"{number} articles read again" in capsys.readouterr().err
