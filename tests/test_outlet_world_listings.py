"""The listings of the loopback outlets and the pages they lead to."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest
from lxml import html as lxml_html

from extractor.decoding import decode
from extractor.outlets.loading import outlet_of_host, outlets_in
from extractor.outlets.outlet import Outlet
from tests.outlet_world import World
from tests.outlet_world.visitor import Visitor

KABAR, RADAR, SUARA = "https://kabar-satu.test", "https://radar-dua.test", "https://suara-tiga.test"
POSTS = f"{SUARA}/wp-json/wp/v2/posts"


@pytest.fixture
def world() -> Iterator[World]:
    with World() as made:
        yield made


@pytest.fixture
def client(world: World) -> Iterator[Visitor]:
    with Visitor(world) as made:
        yield made


def outlets(world: World) -> dict[str, Outlet]:
    return {outlet.name: outlet for outlet in outlets_in(world.outlet_folder)}


def test_listings_can_be_asked_for_again_too(client: Visitor) -> None:
    for url in (f"{KABAR}/feed/", f"{KABAR}/sitemaps/lama.xml", f"{RADAR}/indeks", POSTS):
        etag = client.get(url).headers["ETag"]
        assert client.get(url, headers={"If-None-Match": etag}).status_code == 304


def test_every_allowed_article_is_on_its_page_as_written(world: World, client: Visitor) -> None:
    described = outlets(world)
    assert len(world.allowed_articles()) > 200
    for url, article in world.allowed_articles().items():
        outlet = outlet_of_host(urlsplit(url).hostname, described)
        title, paragraphs = read(client, outlet, url)
        assert (title, tuple(paragraphs)) == (article.title, article.paragraphs)


def read(client: Visitor, outlet: Outlet, url: str) -> tuple[str, list[str]]:
    """Title and paragraphs by the outlet's own selectors, page after page where not all come at once."""
    following: str | None = f"{url}?{outlet.whole_page}" if outlet.whole_page else url
    title, paragraphs = "", []
    while following:
        tree = lxml_html.document_fromstring(decode(client.patient(following).content))
        links = [link.get("href") for each in outlet.next_page for link in tree.cssselect(each)]
        following = urljoin(url, links[0]) if links else None
        for dropped in [each for selector in outlet.select.drop for each in tree.cssselect(selector)]:
            dropped.drop_tree()
        title = tree.cssselect(outlet.select.title[0])[0].text_content()
        (body,) = tree.cssselect(outlet.select.body[0])
        paragraphs += [text for p in body.cssselect("p") if (text := p.text_content())]
        assert tree.cssselect(outlet.select.date[0])
    return title, paragraphs


def test_the_outlets_files_fit_the_addresses(world: World) -> None:
    described = outlets(world)
    assert {outlet.delay for outlet in described.values()} == {0.02}
    for url in world.allowed_articles():
        outlet = outlet_of_host(urlsplit(url).hostname, described)
        assert outlet is not None
        assert any(path.fullmatch(urlsplit(url).path) for path in outlet.paths)
        assert all(expression.search(urlsplit(url).path) for expression in outlet.ids[:1])


def test_a_sitemap_within_a_sitemap_lists_all(world: World, client: Visitor) -> None:
    waiting, seen, found = [f"{KABAR}/sitemap_index.xml"], set(), set()
    while waiting:
        url = waiting.pop()
        seen.add(url)
        response = client.get(url)
        if response.status_code == 500:
            assert url.endswith("/rusak.xml")
            continue
        data = response.content
        tree = lxml_html.fromstring(gzip.decompress(data) if url.endswith(".gz") else data)
        waiting += [each.text for each in tree.cssselect("sitemap > loc") if each.text not in seen]
        found |= {each.text for each in tree.cssselect("url > loc")}
    assert len(seen) == 6
    allowed = {article.id for url, article in world.allowed_articles().items() if url.startswith(KABAR)}
    assert allowed <= {article.id for url in found if (article := world.article_at(url))}
    assert any(urlsplit(url).hostname == "palsu-kabar-satu.test" for url in found)


def test_the_feed_shows_the_newest(world: World, client: Visitor) -> None:
    feed = feedparser.parse(client.get(f"{KABAR}/feed/").content)
    assert (feed.version, feed.bozo, len(feed.entries)) == ("rss20", False, 21)
    assert "utm_source" in feed.entries[0].link
    assert world.article_at(feed.entries[0].link) == max(
        world.outlets[0].articles.values(),
        key=lambda article: (article.day, world.outlets[0].address(article)),
    )


def index_links(client: Visitor, query: str) -> list[str]:
    tree = lxml_html.document_fromstring(client.get(f"{RADAR}/indeks?{query}").text)
    return [urljoin(RADAR, link.get("href")) for link in tree.cssselect("ul.daftar h3 a")]


def test_the_dated_index_has_pages_and_never_ends(world: World, client: Visitor) -> None:
    days = [article.day for article in world.outlets[1].articles.values()]
    busy = max(days, key=days.count)
    assert days.count(busy) > 8
    first, second, third = (index_links(client, f"date={busy:%d-%m-%Y}&page={at}") for at in (1, 2, 99))
    assert set(first) & set(second) == {"https://bukan-radar-dua.test/warga/200001/e-ktp-gratis"}
    assert third == first


def test_the_index_by_months_lists_all_under_many_addresses(world: World, client: Visitor) -> None:
    found: set[str] = set()
    for year in range(2018, 2027):
        for month in range(1, 13):
            found |= {u for at in (1, 2) for u in index_links(client, f"bulan={year}-{month:02}&page={at}")}
    allowed = {article.id: url for url, article in world.allowed_articles().items() if url.startswith(RADAR)}
    led_to = {url: article.id for url in found if (article := world.article_at(url))}
    assert set(allowed) <= set(led_to.values())
    shapes = (
        "m.radar-dua.test",
        "/amp/",
        "?page=1",
        "utm_source",
        "/read/",
        "http://",
        "?print=1",
        "#komentar",
    )
    assert all(any(shape in url for url in led_to) for shape in shapes)


def test_old_mobile_and_amp_addresses_show_the_same_article(world: World, client: Visitor) -> None:
    site = world.outlets[1]
    for article in [each for each in site.allowed() if each.id not in site.faults][:2]:
        url = site.address(article)
        old = f"{RADAR}{site.old_path(article)}"
        for other in (old, url.replace("//", "//m."), url.replace("/warga", "/amp/warga"), f"{url}?page=1"):
            tree = lxml_html.document_fromstring(client.get(other, follow_redirects=True).text)
            assert tree.cssselect("link[rel=canonical]")[0].get("href") == url
            assert world.article_at(other) == article
    assert world.article_at(f"{RADAR}/warga/999999/tidak-ada") is None


def test_pages_of_the_rest_interface_end_with_400(world: World, client: Visitor) -> None:
    query = {"search": "e-KTP", "per_page": 20, "_fields": "link,title"}
    first = client.get(POSTS, params=query)
    count = int(first.headers["X-WP-TotalPages"])
    assert count == -(-int(first.headers["X-WP-Total"]) // 20) > 3
    links = {
        p["link"] for at in range(1, count + 1) for p in client.get(POSTS, params=query | {"page": at}).json()
    }
    allowed = {article.id for url, article in world.allowed_articles().items() if url.startswith(SUARA)}
    assert {article.id for url in links if (article := world.article_at(url))} == allowed
    after = client.get(POSTS, params=query | {"page": count + 1})
    assert (after.status_code, after.json()["code"]) == (400, "rest_post_invalid_page_number")
    assert client.get(POSTS, params={"search": "kuda nil"}).json() == []


def test_the_rest_interface_knows_days(client: Visitor) -> None:
    posts = client.get(POSTS, params={"after": "2020-01-01T00:00:00", "before": "2020-12-31T23:59:59"}).json()
    assert posts
    assert {post["date"][:4] for post in posts} == {"2020"}


def test_a_page_that_moved_and_a_page_beyond_the_last(world: World, client: Visitor) -> None:
    site = world.outlets[2]
    old, number = next(iter(site.moved.items()))
    assert client.get(f"{SUARA}{old}").headers["Location"] == site.address(site.articles[number])
    assert client.get(f"{SUARA}/?p={number}").headers["Location"] == site.address(site.articles[number])
    assert client.get(f"{site.address(site.articles[number])}99/").status_code == 301


def test_where_to_connect(world: World) -> None:
    assert f"m.radar-dua.test:443:127.0.0.1:{world.https_port}" in world.connect_to
    assert f"asatu.id:80:127.0.0.1:{world.http_port}" in world.connect_to


def test_without_faults_all_is_well() -> None:
    with World(articles=12, faults=False, delay=0.5, daily=True) as world:
        assert all(not site.traps and not site.faults for site in world.outlets)
        (listing, _) = outlets(world)["radar-dua"].listings
        assert (listing.url, listing.date) == (f"{RADAR}/indeks?date={{date}}&page={{page}}", "%d-%m-%Y")
        with Visitor(world) as client:
            assert {client.get(url).status_code for url in world.allowed_articles()} == {200}
