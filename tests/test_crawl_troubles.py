"""A crawl of one small outlet on loopback that goes wrong in one way, and what is there all the same."""

from __future__ import annotations

import datetime as dt
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from extractor.archive.writing import Archive
from extractor.article import Article
from extractor.cli import main
from extractor.crawl.keeping import Keeper
from extractor.crawl.outlet_run import OutletRun
from extractor.crawl.plan import Plan
from extractor.crawl.tally import Tally
from extractor.engine import Extractor
from extractor.fetching.answer import Identity
from extractor.fetching.client import Client
from extractor.outlets.loading import outlets_in
from extractor.report import Report
from extractor.store.store import Store
from tests.web import Asked, Given, Server, serving

HOST = "kabar.test"
OUTLET = f"""
title = "Kabar"
hosts = ["{HOST}", "lama.{HOST}"]
delay = 0.0

[article]
paths = ['/berita/[a-z0-9-]+']

[select]
title = ["h1"]
body = ["div.isi"]

[[listing]]
kind = "feed"
url = "http://{HOST}/feed?p={{page}}"
most_pages = 4
"""
TEXT = "KABAR - Sebanyak {0} warga Kabupaten Kudus belum merekam data e-KTP hingga Selasa (16/1/2024)."


def article(number: int, canonical: str = "") -> Given:
    """A page on so many people without a card."""
    head = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    title = f"{number} Warga Belum Rekam e-KTP"
    text = TEXT.format(number) + " Perekaman dilayani di kantor kecamatan setiap hari kerja."
    body = f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1><div class=isi><p>{text}</p></div>"
    return Given(body.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


def feed(*urls: str) -> Given:
    """A feed of articles on the card."""
    items = "".join(f"<item><title>Warga rekam e-KTP</title><link>{url}</link></item>" for url in urls)
    return Given(f'<rss version="2.0"><channel><title>Kabar</title>{items}</channel></rss>'.encode())


def at(name: str, host: str = HOST) -> str:
    """The address of an article."""
    return f"http://{host}/berita/{name}"


def arguments(server: Server, folder: Path) -> list[str]:
    """The arguments of a crawl into a store in the folder."""
    outlets = folder / "outlets"
    outlets.mkdir(exist_ok=True)
    (outlets / "kabar.toml").write_text(OUTLET, encoding="utf-8")
    led = [
        part
        for host in (HOST, f"lama.{HOST}", "asing.test")
        for part in ("--connect-to", f"{host}:80:127.0.0.1:{server.port}")
    ]
    named = ["--outlet-files", str(outlets), "--db", str(folder / "berita.db")]
    asking = ["--contact", "uji@contoh.id", "--delay", "0", "--timeout", "2", *led]
    return ["crawl", "kabar", *named, *asking]


def crawl(server: Server, folder: Path) -> int:
    """The exit status of a crawl into a store in the folder."""
    return main(arguments(server, folder))


def states(folder: Path) -> dict[str, str]:
    """What became of each address."""
    with closing(sqlite3.connect(folder / "berita.db")) as store:
        found = store.execute("SELECT url, state FROM page").fetchall()
    return {url.rpartition("/")[2]: state for url, state in found}


def test_a_link_to_another_host_that_fails_does_not_end_the_outlet(tmp_path: Path) -> None:
    answers = {
        "/feed?p=1": feed(at("pergi"), at("padam"), at("satu")),
        "/berita/pergi": Given(b"", 302, {"Location": "http://mati.invalid/x"}),
        "/berita/padam": Given(b"", 302, {"Location": "http://asing.test/sibuk"}),
        "/sibuk": Given(b"", 429, {"Retry-After": "3600"}),
        "/berita/satu": article(1_234),
    }
    with serving(answers) as server:
        assert crawl(server, tmp_path) == 0
    assert states(tmp_path) == {"pergi": "failed", "padam": "failed", "satu": "article"}


def test_a_host_of_the_outlet_that_fails_does_not_keep_the_others_from_being_asked(tmp_path: Path) -> None:
    def robots(asked: Asked) -> Given:
        return Given(b"", 503 if asked.headers["host"].startswith("lama.") else 404)

    answers = {
        "/robots.txt": robots,
        "/feed?p=1": feed(at("a", f"lama.{HOST}"), at("b", f"lama.{HOST}"), at("satu")),
        "/berita/satu": article(1_234),
    }
    with serving(answers) as server:
        assert crawl(server, tmp_path) == 2  # not to its end
        assert len([each for each in server.asked if each.headers["host"] == f"lama.{HOST}"]) <= 6
    assert states(tmp_path)["satu"] == "article"


def test_pages_that_always_fail_do_not_end_a_later_run(tmp_path: Path) -> None:
    broken = [f"rusak-{n}" for n in range(6)]
    listed = [at(name) for pair in zip(broken, (f"baik-{n}" for n in range(6)), strict=True) for name in pair]
    answers = {f"/berita/{name}": Given(b"", 500) for name in broken}
    answers |= {f"/berita/baik-{n}": article(1_000 + n) for n in range(6)}
    answers["/feed?p=1"] = feed(*listed)
    with serving(answers) as server:
        assert crawl(server, tmp_path) == 0
        answers["/feed?p=1"] = feed(*listed, at("baru"))
        answers["/berita/baru"] = article(2_000)
        assert crawl(server, tmp_path) == 0
    assert states(tmp_path)["baru"] == "article"


def test_a_listing_that_fails_is_asked_again_at_the_end(tmp_path: Path) -> None:
    times: Counter[str] = Counter()

    def second(asked: Asked) -> Given:
        times["dua"] += 1
        return feed(at("dua")) if times["dua"] > 3 else Given(b"", 500)

    answers = {
        "/feed?p=1": feed(at("satu")),
        "/feed?p=2": second,
        "/feed?p=3": feed(at("tiga")),
        "/berita/satu": article(1_001),
        "/berita/dua": article(1_002),
        "/berita/tiga": article(1_003),
    }
    with serving(answers) as server:
        assert crawl(server, tmp_path) == 0
        assert server.paths().count("/feed?p=1") == 1
    assert states(tmp_path) == {"satu": "article", "dua": "article", "tiga": "article"}


def test_an_article_is_kept_from_another_of_its_addresses_where_its_own_fails(tmp_path: Path) -> None:
    answers = {
        "/feed?p=1": feed(at("asli"), at("salinan")),
        "/berita/asli": Given(b"", 500),
        "/berita/salinan": article(1_234, at("asli")),
    }
    with serving(answers) as server:
        assert crawl(server, tmp_path) == 0
    assert states(tmp_path) == {"asli": "article", "salinan": "moved"}


def test_an_article_that_leads_to_the_front_page_is_none(tmp_path: Path) -> None:
    answers = {
        "/feed?p=1": feed(at("hilang"), at("satu")),
        "/berita/hilang": Given(b"", 302, {"Location": "/"}),
        "/": article(9_999),
        "/berita/satu": article(1_234),
    }
    with serving(answers) as server:
        assert crawl(server, tmp_path) == 0
    assert states(tmp_path) == {"hilang": "missing", "satu": "article"}


def test_what_a_run_had_claimed_that_is_gone_is_taken_at_the_end(tmp_path: Path) -> None:
    answers = {
        "/feed?p=1": feed(at("satu"), at("dua")),
        "/berita/satu": article(1_001),
        "/berita/dua": article(1_002),
    }
    with Store(tmp_path / "berita.db", create=True):
        pass
    with closing(sqlite3.connect(tmp_path / "berita.db")) as store, store:
        store.execute(
            "INSERT INTO claim VALUES (?, ?, ?)", [f"{HOST}/berita/satu", "mesin-lain/1/a", time.time() + 2]
        )
    with serving(answers) as server:
        assert crawl(server, tmp_path) == 0
    assert states(tmp_path) == {"satu": "article", "dua": "article"}


def test_a_cache_that_is_broken_is_done_without(tmp_path: Path) -> None:
    broken = tmp_path / "berita.db.cache" / "1" / "http.sqlite"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"rusak" * 1_000)
    with serving({"/feed?p=1": feed(at("satu")), "/berita/satu": article(1_001)}) as server:
        command = [sys.executable, "-m", "extractor", *arguments(server, tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, states(tmp_path)) == (0, {"satu": "article"})
    assert {line.partition(":")[0] for line in done.stderr.splitlines()} == {"extract"}


class Breaking(Extractor):
    """Reads all articles but the first."""

    times = 0

    def report(self, article: Article) -> Report:
        """What is read from an article."""
        self.times += 1
        if self.times == 1:
            raise RuntimeError("rusak")
        return super().report(article)


def test_a_page_that_breaks_the_reading_does_not_end_the_outlet(tmp_path: Path) -> None:
    answers = {
        "/feed?p=1": feed(at("satu"), at("dua")),
        "/berita/satu": article(1_001),
        "/berita/dua": article(1_002),
    }
    file = tmp_path / "kabar.toml"
    file.write_text(OUTLET, encoding="utf-8")
    (outlet,) = outlets_in(tmp_path)
    today = dt.date(2026, 1, 1)
    tally = Tally("kabar")
    with (
        serving(answers) as server,
        Store(tmp_path / "berita.db", create=True) as store,
        Archive(tmp_path / "berita.db.warc", "run", software="uji") as archive,
        Client(
            Identity("1"), delay=0, connect_to=server.connect_to(HOST), keep=Keeper(archive).keep
        ) as client,
    ):
        OutletRun(
            outlet,
            Plan(query="e-KTP", today=today),
            store.begin_run("extract crawl", "1", "c" * 64),
            client=client,
            store=store,
            extractor=Breaking(today),
            tally=tally,
            stop=lambda: None,
            note=lambda _: None,
        ).crawl()
    assert states(tmp_path) == {"satu": "failed", "dua": "article"}
    assert "RuntimeError: rusak" in tally.trouble
