"""A crawl of whole outlets on loopback: what is asked, what is kept, what a second run does."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from extractor.archive import Place, read
from extractor.cli import main
from tests.outlet_world import World

OUTLETS = ["kabar-satu.test", "radar-dua.test", "suara-tiga.test"]
DELAY = 0.02
ARTICLES = int(os.environ.get("CRAWL_ARTICLES", "24"))  # of each outlet
KILLS = int(os.environ.get("CRAWL_KILLS", "4"))
UNDISTURBED: list[str] = []  # the checksum of the first run, before an article was changed


def arguments(world: World, db: Path, *more: str) -> list[str]:
    led = [part for each in world.connect_to for part in ("--connect-to", each)]
    return [
        *("crawl", *OUTLETS, "--db", str(db), "--since", "2018-01-01", "--outlet-files", world.outlet_folder),
        *("--contact", "uji@contoh.id", "--delay", str(DELAY), "--timeout", "2", "--ca-file", world.ca_file),
        *led,
        *more,
    ]


def rows(db: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as store:
        return store.execute(sql).fetchall()


def checksum(db: Path) -> str:
    """One sum over all figures of all articles by their addresses."""
    found = rows(
        db,
        "SELECT a.page, a.text_sha256, f.* FROM article a LEFT JOIN figure f ON f.article = a.id"
        " ORDER BY a.page, f.id",
    )
    without_ids = [row[:2] + row[3:] for row in found]
    return hashlib.sha256(json.dumps(without_ids).encode()).hexdigest()


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with World(ARTICLES, DELAY) as made:
        yield made


@pytest.fixture(scope="module")
def crawled(world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of one undisturbed run."""
    db = tmp_path_factory.mktemp("crawl") / "berita.db"
    status = main(arguments(world, db))
    assert status == 0
    UNDISTURBED.append(checksum(db))
    return db


def test_every_article_that_is_allowed_is_there_once_and_no_other(world: World, crawled: Path) -> None:
    found = [world.article_at(str(url)) for (url,) in rows(crawled, "SELECT url FROM article")]
    assert sorted(each.id for each in found if each) == sorted(
        a.id for a in world.allowed_articles().values()
    )
    assert None not in found
    assert world.trespasses() == []


def test_the_articles_are_those_of_the_outlets_word_for_word(world: World, crawled: Path) -> None:
    for url, title, text, day in rows(crawled, "SELECT url, title, text, published_start FROM article"):
        article = world.article_at(str(url))
        assert article is not None
        assert url in world.allowed_articles()  # the canonical address, whichever was listed
        assert title == article.title
        assert str(text).split("\n\n") == [article.title, *article.paragraphs]
        assert day == article.day.isoformat()


def test_no_host_is_asked_faster_than_its_delay(world: World, crawled: Path) -> None:
    assert crawled.exists()
    assert world.shortest_gap("kabar-satu.test") >= 2 * DELAY * 0.9  # its Crawl-delay
    for host in ("radar-dua.test", "suara-tiga.test"):
        assert world.shortest_gap(host) >= DELAY * 0.9


def test_what_is_no_article_is_kept_with_its_reason(world: World, crawled: Path) -> None:
    states = dict(rows(crawled, "SELECT state, count(*) FROM page GROUP BY state"))
    assert states["article"] == len(world.allowed_articles())
    assert {"forbidden", "refused", "missing", "login", "challenge", "failed"} <= set(states)
    reasons = {str(reason) for (reason,) in rows(crawled, "SELECT reason FROM page WHERE state <> 'article'")}
    for reason in (
        "robots.txt disallows",
        "more than 20,000,000 bytes",
        "redirects in a circle",
        "metadata service",
    ):
        assert any(reason in each for each in reasons), reason


def test_every_article_is_in_the_archive_at_its_place(crawled: Path) -> None:
    captures = rows(crawled, 'SELECT url, sha256, warc, "offset", length FROM capture WHERE current')
    assert captures
    for url, sha256, warc, offset, length in captures:
        place = Place(str(warc), int(str(offset)), int(str(length)))
        capture = read(crawled.with_name(crawled.name + ".warc"), place)
        assert (capture.url, capture.sha256) == (url, sha256)


def test_a_second_run_asks_for_no_article_again(world: World, crawled: Path) -> None:
    before, seen = checksum(crawled), len(world.log)
    assert main(arguments(world, crawled)) == 0
    asked = [
        each for each in world.log[seen:] if each.article in {a.id for a in world.allowed_articles().values()}
    ]
    assert asked == []
    assert checksum(crawled) == before


def test_refresh_asks_whether_articles_changed_and_takes_those_that_did(world: World, crawled: Path) -> None:
    allowed = [a for a in world.allowed_articles().values() if a.id % 7]  # with an ETag
    seen, before = len(world.log), checksum(crawled)
    assert main(arguments(world, crawled, "--refresh")) == 0
    asked = [each for each in world.log[seen:] if each.article in {a.id for a in allowed} and each.page < 2]
    assert asked
    assert {each.status for each in asked} == {304}
    assert checksum(crawled) == before
    one = next(a for a in allowed if a.figures)
    world.change(one.id, 12_345)
    assert main(arguments(world, crawled, "--refresh")) == 0
    assert checksum(crawled) != before
    quotes = {q for (q,) in rows(crawled, "SELECT quote FROM figure")}
    assert "12.345" in quotes


def started(world: World, db: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "extractor", *arguments(world, db)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def whole(db: Path) -> None:
    """The store is sound, and everything that it names is in the archive."""
    assert rows(db, "PRAGMA integrity_check") == [("ok",)]
    assert rows(db, "PRAGMA foreign_key_check") == []
    folder = db.with_name(db.name + ".warc")
    for warc, offset, length, sha256 in rows(db, 'SELECT warc, "offset", length, sha256 FROM capture'):
        assert read(folder, Place(str(warc), int(str(offset)), int(str(length)))).sha256 == sha256


def test_a_run_that_is_killed_goes_on_and_ends_with_the_same_store(crawled: Path, tmp_path: Path) -> None:
    chance = random.Random(5)
    db = tmp_path / "berita.db"
    kills = 0
    with World(ARTICLES, DELAY) as world:
        while kills < KILLS:
            process = started(world, db)
            try:
                process.wait(chance.uniform(0.8, 2.5))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                kills += 1
            process.communicate()
            if process.returncode != -signal.SIGKILL:
                break
        process = started(world, db)
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors.decode()
    assert kills
    assert checksum(db) == UNDISTURBED[0]
    whole(db)
    assert not list(db.with_name(db.name + ".warc").glob("*.open"))


def test_two_runs_at_once_share_the_work(tmp_path: Path) -> None:
    db = tmp_path / "berita.db"
    with World(ARTICLES, DELAY, faults=False) as world:
        processes = [started(world, db) for _ in range(2)]
        read_meanwhile = 0
        while any(process.poll() is None for process in processes):
            if db.exists() and rows(db, "SELECT name FROM sqlite_schema WHERE name = 'finding'"):
                rows(
                    db,
                    "SELECT count(*), (SELECT count(*) FROM figures), (SELECT count(*) FROM outlets) FROM article",
                )
                read_meanwhile += 1
            time.sleep(0.02)
        for process in processes:
            _, errors = process.communicate()
            assert process.returncode == 0, errors.decode()
        for article in world.allowed_articles().values():
            assert len(world.answered(article.id)) == 1
        for host in OUTLETS:
            assert world.shortest_gap(host) >= DELAY
        assert world.trespasses() == []
        expected = sorted(article.id for article in world.allowed_articles().values())
        found = [world.article_at(str(url)) for (url,) in rows(db, "SELECT url FROM article")]
    assert read_meanwhile > 3
    assert sorted(each.id for each in found if each) == expected
    whole(db)


def test_a_host_that_fails_is_left_for_later_and_the_others_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = tmp_path / "berita.db"
    with World(6, DELAY, faults=False) as world:
        world.failing_host = "radar-dua.test"
        assert main(arguments(world, db)) == 2
        told = capsys.readouterr().err
        assert "radar-dua: left for later: https://radar-dua.test/" in told
        assert "incomplete: " in told
        assert "the same command, run again, goes on from here" in told
        there = {host for (host,) in rows(db, "SELECT host FROM article")}
        assert there == {"kabar-satu.test", "suara-tiga.test"}
        world.failing_host = None
        assert main(arguments(world, db)) == 0
        assert len(rows(db, "SELECT 1 FROM article")) == len(world.allowed_articles())


def test_an_outlet_none_of_whose_listings_is_there_is_not_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with World(2, DELAY, faults=False) as world:
        asked = arguments(world, tmp_path / "berita.db")
        asked[1:4] = ["asatu.id"]  # of the world's asatu.id there are only articles
        assert main(asked) == 2
    told = capsys.readouterr().err
    assert "asatu.id: failed: none of its listings gives an answer" in told
    assert "incomplete: found 0" in told


def test_the_end_tells_what_went_wrong_how_often_and_where_all_of_it_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = tmp_path / "berita.db"
    with World(ARTICLES, DELAY, faults=False) as world:
        assert main(arguments(world, db)) == 0
        first = capsys.readouterr().err
        kept = rows(db, "SELECT count(*) FROM article")[0][0]
        assert main(arguments(world, db)) == 0
    closed = rows(db, "SELECT outlet_name, count(*) FROM failures GROUP BY 1 ORDER BY 1")
    assert closed
    for outlet, number in closed:
        told = (
            f"{number} errors: is not asked: robots.txt disallows it ({number}); last: https://{outlet}.test/"
        )
        assert f"{outlet}: done; {told}" in first
    assert "suara-tiga: done\n" in first
    assert f"the view failures of {db}" in first
    assert f"known {kept}," in capsys.readouterr().err


def test_an_interrupt_ends_the_run_with_a_summary(tmp_path: Path) -> None:
    db = tmp_path / "berita.db"
    with World(ARTICLES, 0.2, faults=False) as world:
        process = started(world, db)
        until = time.monotonic() + 30
        while time.monotonic() < until and not (
            db.exists()
            and rows(db, "SELECT 1 FROM sqlite_schema WHERE name = 'finding'")
            and rows(db, "SELECT 1 FROM article")
        ):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"interrupted: found " in errors
    assert b"the same command, run again, goes on from here" in errors
    assert b"Traceback" not in errors
    assert rows(db, "SELECT outcome FROM run") == [("interrupted",)]
    whole(db)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["tak-ada"], "no outlet tak-ada"),
        (["asatu.id", "--since", "kemarin"], "'kemarin' is no day; write it like 2018-01-31"),
        (
            ["asatu.id", "--since", "2020-01-01", "--until", "2019-01-01"],
            "--since 2020-01-01 is after --until",
        ),
        (["asatu.id", "--contact", "siapa"], "neither a mail address nor the address of a page"),
        (["asatu.id", "--outlet-files", "tak-ada"], "tak-ada: no such file or directory"),
        (["asatu.id", "--since", "2999-01-01"], "--since 2999-01-01 is after today"),
        (["asatu.id", "--query", " "], "--query needs a word"),
        (["asatu.id", "--db", ""], "--db needs the name of a file"),
        (["asatu.id", "--by", "dated-index"], "asatu.id: no listing by dated-index"),
        (["asatu.id", "--ca-file", "tak-ada.pem"], "tak-ada.pem: no such file"),
        (["asatu.id", "--proxy", "proksi"], "'proksi' is no address of a proxy"),
        (["asatu.id", "--connect-to", "a:b"], "is not of the form HOST:PORT:ADDRESS:PORT"),
    ],
)
def test_wrong_arguments_are_told(
    arguments: list[str], reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = [] if "--contact" in arguments else ["--contact", "uji@contoh.id"]
    with pytest.raises(SystemExit) as end:
        main(["crawl", "--db", str(tmp_path / "berita.db"), *more, *arguments])
    assert end.value.code == 2
    assert reason in capsys.readouterr().err


def test_a_contact_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CEKANGKA_CONTACT", raising=False)
    with pytest.raises(SystemExit):
        main(["crawl", "asatu.id", "--db", str(tmp_path / "berita.db")])
    assert "outlets must be able to reach you" in capsys.readouterr().err


def test_a_file_that_is_no_store_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "lain.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE a (b)")
    connection.close()
    assert main(["crawl", "asatu.id", "--db", str(other), "--contact", "uji@contoh.id"]) == 2
    assert "lain.db: this SQLite file is no store of this program" in capsys.readouterr().err
