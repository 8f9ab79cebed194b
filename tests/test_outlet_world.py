"""The loopback outlets behave as they say: what a crawler is tested on must be sure itself."""

from __future__ import annotations

import datetime as dt
import struct
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

import httpx
import pytest
from lxml import html as lxml_html
from protego import Protego

from tests.outlet_world import World, plain_text, shaped_articles
from tests.outlet_world.articles import compose
from tests.outlet_world.visitor import Visitor

KABAR, RADAR, SUARA = "https://kabar-satu.test", "https://radar-dua.test", "https://suara-tiga.test"


@pytest.fixture
def world() -> Iterator[World]:
    with World() as made:
        yield made


@pytest.fixture
def client(world: World) -> Iterator[Visitor]:
    with Visitor(world) as made:
        yield made


def troubled_by(world: World, kind: str) -> str:
    """The address of an article with one kind of trouble."""
    site, number = next((s, n) for s in world.outlets for n, f in s.faults.items() if f.kind == kind)
    return site.address(site.articles[number])


def trap(world: World, word: str) -> str:
    return next(f"https://{s.host}{path}" for s in world.outlets for path in s.traps if word in path)


def test_articles_are_the_same_for_a_seed_and_add_up_but_for_a_few() -> None:
    assert compose(60, seed=3) == compose(60, seed=3) != compose(60, seed=4)
    articles = compose(200, first_id=100_001)
    told = [article.figures for article in articles if article.figures]
    assert 0 < sum(not figures.adds_up for figures in told) < len(told) / 5
    assert all(("ktp" in plain_text(each).lower()) is each.about_ktp for each in articles)
    assert len({article.slug for article in articles}) == 200
    assert (articles[0].day.year, articles[-1].day.year) == (2018, 2026)
    assert all(4 <= len(article.paragraphs) <= 8 for article in articles)


def test_an_article_retold_keeps_its_address() -> None:
    article = next(each for each in compose(30) if "Belum" in each.title)
    retold = article.retold(12_345)
    assert "12.345" in plain_text(retold)
    assert "12.345" not in plain_text(article)
    assert (retold.slug, retold.id, retold.figures.adds_up) == (article.slug, article.id, True)


def test_robots_rules(world: World, client: Visitor) -> None:
    marked = client.get(f"{KABAR}/robots.txt").content
    assert marked.startswith(b"\xef\xbb\xbfUser-agent")
    rules = Protego.parse(marked.decode("utf-8-sig"))
    assert rules.crawl_delay("tamu") == 0.04
    allowed = {url for url in world.allowed_articles() if url.startswith(KABAR)}
    site = world.outlets[0]
    about = {site.address(article) for article in site.articles.values() if article.about_ktp}
    assert {url for url in about if rules.can_fetch(url, "tamu")} == allowed < about
    assert client.get(f"{SUARA}/robots.txt").status_code == 404
    other = Protego.parse(client.get(f"{RADAR}/robots.txt").text)
    assert other.can_fetch(f"{RADAR}/warga/1/x", "tamu")
    assert not other.can_fetch(f"{RADAR}/tertutup/1/x", "tamu")


def test_http_leads_to_https(client: Visitor) -> None:
    response = client.get("http://radar-dua.test/indeks?page=2")
    assert (response.status_code, response.headers["Location"]) == (301, f"{RADAR}/indeks?page=2")


def test_an_unchanged_article_is_not_sent_again(world: World, client: Visitor) -> None:
    url, article = next((u, a) for u, a in world.allowed_articles().items() if a.id % 5 and a.id % 7)
    first = client.patient(url)
    tagged = {"If-None-Match": first.headers["ETag"]}
    dated = {"If-Modified-Since": first.headers["Last-Modified"]}
    old = {"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"}
    answers = [client.get(url, headers=h) for h in (tagged, dated, old, {"If-None-Match": '"x"'} | dated)]
    assert [each.status_code for each in answers] == [304, 304, 200, 200]
    assert answers[0].content == b""
    world.change(article.id, 1234)
    answers = [client.get(url, headers=headers) for headers in (tagged, dated)]
    assert [each.status_code for each in answers] == [200, 200]
    assert "1.234" in answers[0].text
    assert "1.234" not in first.text
    world.unchanged = False
    assert client.get(url, headers={"If-None-Match": answers[0].headers["ETag"]}).status_code == 200


@pytest.mark.parametrize("kind", ["429", "429-date", "500", "503"])
def test_troubles_that_pass(world: World, client: Visitor, kind: str) -> None:
    statuses, url = [], troubled_by(world, kind)
    while 200 not in statuses:
        response = client.get(url)
        statuses.append(response.status_code)
        if kind == "429" and response.status_code == 429:
            assert response.headers["Retry-After"] == "1"
        if kind == "429-date" and response.status_code == 429:
            wait = parsedate_to_datetime(response.headers["Retry-After"]) - dt.datetime.now(dt.UTC)
            assert 0 < wait.total_seconds() <= 2
    assert len(statuses) in (2, 3)
    assert set(statuses[:-1]) == {int(kind[:3])}


def test_the_bomb_is_two_gigabytes_in_two_megabytes(world: World, client: Visitor) -> None:
    with client.stream("GET", trap(world, "meledak")) as response:
        assert response.headers["Content-Encoding"] == "gzip"
        first = next(response.iter_bytes())
    assert len(first) > 50_000
    assert not any(first[:50_000])
    with client.stream("GET", trap(world, "meledak")) as response:
        packed = b"".join(response.iter_raw())
    assert 1e6 < len(packed) < 3e6
    assert struct.unpack("<I", packed[-4:])[0] == 1 << 31


def test_the_drip_goes_on(world: World, client: Visitor) -> None:
    start = time.monotonic()
    with client.stream("GET", trap(world, "menetes")) as response:
        pieces = response.iter_bytes()
        heads = [next(pieces) for _ in range(3)]
    assert heads[1:] == [b"x", b"x"]
    assert time.monotonic() - start > 0.3


def test_the_loop_loops(world: World, client: Visitor) -> None:
    with pytest.raises(httpx.TooManyRedirects):
        client.get(trap(world, "101-warga"), follow_redirects=True)


def test_redirects_into_the_own_network(world: World, client: Visitor) -> None:
    places = {client.get(f"{RADAR}{path}").headers.get("Location") for path in world.outlets[1].traps}
    assert {"http://127.0.0.1/", "http://169.254.169.254/latest/"} <= places


def test_pages_that_are_none(world: World, client: Visitor) -> None:
    shown = {path[7:13]: client.get(f"{RADAR}{path}") for path in world.outlets[1].traps}
    statuses = [response.status_code for response in shown.values()]
    assert statuses == [200, 200, 403, 200, 302, 302]
    words = ("Halaman tidak ditemukan", "Silakan login", "Just a moment...", "Checking your browser")
    assert all(word in response.text for word, response in zip(words, shown.values(), strict=False))
    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete"):
        client.get(trap(world, "122-warga"))
    assert [client.get(trap(world, f"{at}22-warga")).status_code for at in (2, 3, 4)] == [410, 404, 200]


def test_a_connection_cut_once(world: World, client: Visitor) -> None:
    url = troubled_by(world, "cut")
    with pytest.raises(httpx.RemoteProtocolError):
        client.get(url)
    assert client.get(url).status_code == 200


@pytest.mark.parametrize(("kind", "said"), [("windows-1252", "utf-8"), ("utf-16", "iso-8859-1")])
def test_a_charset_that_is_not_the_pages(world: World, client: Visitor, kind: str, said: str) -> None:
    url = troubled_by(world, kind)
    response = client.get(url)
    assert response.headers["Content-Type"] == f"text/html; charset={said}"
    assert world.allowed_articles()[url].paragraphs[0] in response.content.decode(kind)


@pytest.mark.parametrize("how", ["503", "closed"])
def test_a_host_that_fails(world: World, client: Visitor, how: str) -> None:
    world.failing_host = "radar-dua.test"
    world.failing_how = how
    if how == "503":
        assert client.get(f"{RADAR}/robots.txt").status_code == 503
    else:
        with pytest.raises(httpx.ConnectError):
            client.get(f"{RADAR}/robots.txt")
    assert client.get(f"{KABAR}/robots.txt").status_code == 200
    world.failing_host = None
    assert client.get(f"{RADAR}/robots.txt").status_code == 200


def test_the_log(world: World, client: Visitor) -> None:
    url, article = list(world.allowed_articles().items())[1]
    client.get(url, headers={"If-None-Match": '"x"', "If-Modified-Since": "y"})
    client.get(f"{RADAR}/indeks?page=1")
    asked, listed = world.log
    assert asked.url == url
    assert (asked.status, asked.user_agent, asked.article) == (200, "tamu", article.id)
    assert (asked.if_none_match, asked.if_modified_since) == ('"x"', "y")
    assert (listed.host, listed.path_with_query) == ("radar-dua.test", "/indeks?page=1")
    assert listed.time_monotonic > asked.time_monotonic > time.monotonic() - 60
    assert world.answered(article.id) == [asked]
    assert (
        world.shortest_gap("radar-dua.test", "kabar-satu.test")
        == listed.time_monotonic - asked.time_monotonic
    )


def test_trespasses_are_seen(world: World, client: Visitor) -> None:
    fine = next(iter(world.allowed_articles()))
    wrong = [f"{KABAR}/arsip/x-100007", f"{RADAR}/warga/1/x?print=1", "https://iklan-luar.test/e-ktp-1"]
    for url in (fine, *wrong):
        client.get(url)
    assert [each.url for each in world.trespasses()] == wrong


@pytest.mark.parametrize("shaped", shaped_articles(), ids=lambda shaped: shaped.path[:30])
def test_pages_in_the_shape_of_real_outlets(world: World, client: Visitor, shaped) -> None:
    response = client.get(shaped.url, params={"page": "all"})
    lines = [p.text_content() for p in lxml_html.document_fromstring(response.text).cssselect("p")]
    assert [line for line in dict.fromkeys(lines) if line in shaped.article.paragraphs] == list(
        shaped.article.paragraphs
    )
    assert shaped.text.splitlines() == [shaped.article.title, "", *shaped.article.paragraphs]
    assert shaped.article.figures.adds_up


def test_the_pages_of_one_tribun_article(client: Visitor) -> None:
    shaped = next(each for each in shaped_articles() if each.host.endswith("tribunnews.com"))
    url, seen = shaped.url, []
    while url:
        tree = lxml_html.document_fromstring(client.get(url).text)
        lines = [p.text_content() for p in tree.cssselect("div.txt-article p")]
        seen.append([line for line in lines if line in shaped.article.paragraphs])
        url = next((link.get("href") for link in tree.cssselect(".paging a[rel=next]")), None)
    assert [len(lines) for lines in seen] == [3, 3, 2]
    assert tuple(line for lines in seen for line in lines) == shaped.article.paragraphs
