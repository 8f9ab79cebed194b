"""Feeds and index pages: which links they hold."""

import datetime as dt
import re

import pytest

from extractor.fetching.listings.feeds import read_feed
from extractor.fetching.listings.found import Answer, Found, ListingProblem
from extractor.fetching.listings.index_pages import links_in

BASE = "https://contoh.id/tag/e-ktp/"
WIB = dt.timezone(dt.timedelta(hours=7))
RSS = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Contoh</title>'
END = "</channel></rss>"


def feed(text, zone=None, **headers):
    body = text if isinstance(text, bytes) else text.encode()
    return list(read_feed(Answer("https://contoh.id/feed/", body, headers), zone).links)


def item(number, title="Rekam", more=""):
    return f"<item><title>{title}</title><link>https://contoh.id/read/{number}</link>{more}</item>"


def numbers(links):
    return [int(re.sub(r"\D", "", found.url)) for found in links]


# Feeds


def test_rss():
    title = "26 Ribu Warga &amp;#8220;Belum&amp;#8221; &lt;b&gt;Rekam&lt;/b&gt;\n e-KTP"
    date = "<pubDate>Sat, 30 Jun 2018 00:30:00 +0700</pubDate>"
    assert feed(RSS + item(1, title, date) + END) == [
        Found("https://contoh.id/read/1", "26 Ribu Warga “Belum” Rekam e-KTP", dt.date(2018, 6, 30))
    ]


def test_atom():
    entry = (
        '<entry><title type="html">Rekam &amp;amp; Cetak</title><link rel="alternate" href="/read/1"/>'
        "<published>2018-06-30T00:30:00+07:00</published><updated>2018-07-01T01:00:00+07:00</updated></entry>"
    )
    assert feed(f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>') == [
        Found(
            "https://contoh.id/read/1",
            "Rekam & Cetak",
            dt.date(2018, 6, 30),
            dt.datetime(2018, 6, 30, 18, 0, tzinfo=dt.UTC),
        )
    ]


def test_a_day_in_utc_as_wordpress_prints_it():
    text = RSS + item(1, more="<pubDate>Fri, 29 Jun 2018 17:30:00 +0000</pubDate>") + END
    assert feed(text)[0].published == dt.date(2018, 6, 29)
    assert feed(text, WIB)[0].published == dt.date(2018, 6, 30)


def test_the_date_of_dublin_core():
    text = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{item(1, more='<dc:date>2018-06-30T00:30:00+07:00</dc:date>')}</rdf:RDF>"
    )
    assert feed(text)[0].published == dt.date(2018, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        RSS + item(1) + item(2) + "<item><tit",  # cut off
        RSS + item(1, "Rekam &nbsp; & <b>cetak") + item(2) + END,  # not well-formed
        "\n\ufeff" + RSS + item(1) + item(2) + END,
        "<br /><b>Notice</b>: x<br />\n" + RSS + item(1) + item(2) + END,
        RSS + item(1, "Kafé") + item(2) + END,
    ],
)
def test_entries_of_broken_feeds_count(text):
    assert numbers(feed(text)) == [1, 2]
    assert numbers(feed(text.encode("latin-1", "ignore"))) == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<!doctype html><html><head><title>Just a moment...</title></head><body>Checking</body></html>",
        '{"items": []}',
        "/etc/hostname",  # a name of a file is a text as any other
        "https://contoh.id/feed/",
        "\0\0\0",
        "<" * 1_000,
    ],
)
def test_what_is_no_feed(text):
    with pytest.raises(ListingProblem, match="no feed"):
        feed(text)


def test_a_feed_without_entries_is_one():
    assert feed(RSS + END) == []


def test_larger_than_any_feed():
    for text in (RSS + " " * 5_000_000, RSS + "<a>" * 100_000):
        with pytest.raises(ListingProblem, match="larger than any feed"):
            feed(text)


@pytest.mark.parametrize("reference", ["&#x110000;", "&#99999999999999;"])
def test_a_feed_that_its_parser_fails_on(reference):
    with pytest.raises(ListingProblem, match="too broken to read"):
        feed(f"{RSS}{item(1, reference)}{END}")


def test_entities_of_a_feed_are_neither_expanded_nor_fetched(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("rahasia")
    bomb = '<!ENTITY a0 "ktp">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    for declared, used in ((bomb, "&a11;"), (f'<!ENTITY a SYSTEM "{secret.as_uri()}">', "&a;")):
        text = f'<?xml version="1.0"?><!DOCTYPE rss [{declared}]>{RSS[38:]}{item(1, used)}{item(2)}{END}'
        found = feed(text)
        assert numbers(found) == [1, 2]
        assert found[0].title in (None, used)


def test_only_web_pages_and_addresses_of_their_own():
    text = RSS + (
        "<item><title>a</title><link>javascript:alert(1)</link></item>"
        '<item><title>b</title><guid isPermaLink="false">tag:contoh.id,2018:1</guid></item>'
        '<item><title>c</title><guid isPermaLink="true">https://contoh.id/read/3</guid></item>'
        "<item><title>d</title></item>"
        "<item><title>e</title><link>\n https://contoh.id/read/5#komentar </link></item>"
    )
    assert [(found.url, found.title) for found in feed(text + END)] == [
        ("https://contoh.id/read/3", "c"),
        ("https://contoh.id/read/5", "e"),
    ]


def test_the_charset_of_the_header():
    text = (RSS + item(1, "Kafé") + END).replace(' encoding="UTF-8"', "")
    assert (
        feed(text.encode("latin-1"), **{"content-type": "application/xml; charset=iso-8859-1"})[0].title
        == "Kafé"
    )


# Index pages


def page(body, head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def links(body, *selectors, head=""):
    return [(found.url, found.title) for found in links_in(page(body, head), BASE, selectors)]


def test_selected_links_of_an_index_page():
    body = (
        '<a href="/menu">Menu</a><ul><li class="item"><h3><a href="/read/1">  Rekam\n e-KTP </a></h3></li>'
        '<li class="item"><a href="read/2" title="Cetak KTP-el"><img src="x.jpg"></a></li></ul>'
    )
    expected = [
        ("https://contoh.id/read/1", "Rekam e-KTP"),
        ("https://contoh.id/tag/e-ktp/read/2", "Cetak KTP-el"),
    ]
    assert links(body, "li.item") == expected
    assert links(body, "li.item a") == expected
    assert links(body, "li.item a[href]", ".item h3") == expected
    assert links(body, "article") == []


def test_a_picture_and_the_headline_below_it_are_one_link():
    body = '<div class="card"><a href="/read/1"><img></a><h2><a href="/read/1">Rekam</a></h2><a href="/rubrik">Kota</a></div>'
    assert links(body, "div.card") == [("https://contoh.id/read/1", "Rekam")]
    assert links(body) == [("https://contoh.id/read/1", "Rekam"), ("https://contoh.id/rubrik", "Kota")]


def test_a_headline_inside_its_link():
    assert links('<a href="/read/1"><h3>Rekam</h3></a>', "h3") == [("https://contoh.id/read/1", "Rekam")]


def test_links_that_lead_nowhere_are_dropped():
    body = "".join(
        f'<a href="{href}">x</a>'
        for href in (
            "javascript:void(0)",
            "mailto:a@b.id",
            "tel:112",
            "#atas",
            "",
            "http://[",
            "https://u:p@contoh.id/",
        )
    )
    assert links(f'{body}<a>x</a><a data-href="/read/9">x</a><a name="x">x</a>') == []


def test_the_base_of_a_page():
    body = '<a href="read/1">Satu</a>'
    assert links(body, head='<base href="https://www.contoh.id/v2/">') == [
        ("https://www.contoh.id/v2/read/1", "Satu")
    ]
    assert links(body, head='<base href="/v2/">') == [("https://contoh.id/v2/read/1", "Satu")]
    for useless in ("javascript:x", "http://["):
        assert links(body, head=f'<base href="{useless}">') == [
            ("https://contoh.id/tag/e-ktp/read/1", "Satu")
        ]


@pytest.mark.parametrize(
    ("charset", "head"),
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("iso-8859-1", '<meta charset="iso-8859-1">')],
)
def test_the_charset_of_a_page(charset, head):
    data = page('<a href="/read/1">Kafé</a>', head).decode().encode(charset)
    assert links_in(data, BASE, ())[0].title == "Kafé"


def test_a_page_with_an_xml_declaration():
    data = b'<?xml version="1.0" encoding="iso-8859-1"?>' + page('<a href="/read/1">Satu</a>')
    assert [found.title for found in links_in(data, BASE, ())] == ["Satu"]


@pytest.mark.parametrize("data", [b"", b"  ", b"\x89PNG\r\n", b"\0" * 99, b"<!-- x -->", b" " * 5_000_001])
def test_what_is_no_page(data):
    with pytest.raises(ListingProblem):
        links_in(data, BASE, ())


def test_a_large_page():
    body = "".join(
        f'<div class="card"><h2><a href="/read/{n}">Berita {n}</a></h2></div>' for n in range(20_000)
    )
    assert len(links(body, "div.card h2 a", "div.card", "h2")) == 20_000
