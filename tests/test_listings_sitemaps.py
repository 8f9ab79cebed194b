"""Sitemaps: news, indexes, gzipped, broken, hostile and large ones."""

import datetime as dt
import gzip
from itertools import pairwise

import pytest

from extractor.fetching.listings.found import Found, ListingProblem
from extractor.fetching.listings.sitemap_file import read_sitemap
from extractor.fetching.listings.sitemaps import MOST_FILES
from extractor.fetching.listings.walk import walk
from extractor.outlets.outlet import Listing
from tests.listing_site import Site, walked

TODAY = dt.date(2018, 7, 2)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
URLSET = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
)
MAP = "https://contoh.id/sitemap.xml"
LISTING = Listing("sitemap", "https://{host}/sitemap.xml")
WIB = dt.timezone(dt.timedelta(hours=7))


def url(number, lastmod="", more=""):
    changed = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    return f"<url><loc>https://contoh.id/read/{number}</loc>{changed}{more}</url>"


def urlset(*entries):
    return f"{HEAD}{URLSET}{''.join(entries)}</urlset>"


def sitemapindex(*entries):
    items = "".join(
        f"<sitemap><loc>https://contoh.id/{name}</loc>{f'<lastmod>{lastmod}</lastmod>' if lastmod else ''}</sitemap>"
        for name, _, lastmod in (entry.partition(" ") for entry in entries)
    )
    return f'{HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{items}</sitemapindex>'


def numbers(links):
    return [int(found.url.rpartition("/")[2]) for found in links]


def read(body, **options):
    links, notes = walked(LISTING, Site({MAP: body}), TODAY, **options)
    assert notes == []
    return numbers(links)


def problem(body):
    links, notes = walked(LISTING, Site({MAP: body}), TODAY)
    assert links == []
    return notes[0].removeprefix(f"{MAP}: ")


def test_a_news_sitemap():
    news = (
        "<news:news><news:publication><news:name>Contoh</news:name></news:publication>"
        "<news:publication_date>2018-06-30T00:30:00+07:00</news:publication_date>"
        "<news:title>26 Ribu Warga &amp; &quot;e-KTP&quot;</news:title></news:news>"
        "<image:image><image:loc>https://contoh.id/x.jpg</image:loc><image:title>Foto</image:title></image:image>"
    )
    links, _ = walked(LISTING, Site({MAP: urlset(url(1, "2018-07-01T10:00:00+07:00", news))}), TODAY)
    assert links == [
        Found(
            "https://contoh.id/read/1",
            '26 Ribu Warga & "e-KTP"',
            dt.date(2018, 6, 30),
            dt.datetime(2018, 7, 1, 3, 0, tzinfo=dt.UTC),
        )
    ]


def test_a_day_printed_in_utc_is_the_outlets_where_its_zone_is_known():
    news = "<news:news><news:publication_date>2018-06-29T17:30:00Z</news:publication_date></news:news>"
    site = Site({MAP: urlset(url(1, "", news))})
    assert walked(LISTING, site, TODAY)[0][0].published == dt.date(2018, 6, 29)
    assert walked(LISTING, site, TODAY, zone=WIB)[0][0].published == dt.date(2018, 6, 30)


@pytest.mark.parametrize(
    ("lastmod", "kept"),
    [
        ("2018-06-30", False),
        ("2018-07-01", True),
        ("2018-06-30T23:59:59+09:00", False),
        ("2018-07-01T00:00:00+09:00", True),
        ("2018-06-30T15:00:00Z", True),  # the first of July in Papua
        ("2018-06-30T00:30:00.123+07:00", False),
        ("2018-06-30 00:30:00", False),
        ("2018-06-30T00:30+0700", False),
        ("Sat, 30 Jun 2018 00:30:00 +0700", False),
        ("2018-02-31", True),  # no day of the calendar says nothing
        ("2018-06", True),  # nor does a month
        ("kemarin", True),
        ("", True),
    ],
)
def test_what_was_last_changed_before_is_older(lastmod, kept):
    assert read(urlset(url(1, lastmod)), since=dt.date(2018, 7, 1)) == ([1] if kept else [])


def test_what_was_published_before_is_older_though_changed_since():
    news = "<news:news><news:publication_date>2018-06-01</news:publication_date></news:news>"
    assert read(urlset(url(1, "2018-07-01", news), url(2, "2018-07-01")), since=dt.date(2018, 7, 1)) == [2]


def test_an_index_is_followed_in_its_order_but_not_to_what_is_too_old():
    site = Site(
        {
            MAP: sitemapindex("a.xml 2018-07-01", "b.xml 2017-01-01", "c.xml.gz", "a.xml", "gone.xml"),
            "https://contoh.id/a.xml": sitemapindex("a1.xml", "sitemap.xml", "a2.xml"),  # one leads back
            "https://contoh.id/a1.xml": urlset(url(1), url(2)),
            "https://contoh.id/a2.xml": urlset(url(2), url(3)),
            "https://contoh.id/b.xml": urlset(url(4)),
            "https://contoh.id/c.xml.gz": gzip.compress(urlset(url(5)).encode()),
        }
    )
    links, notes = walked(LISTING, site, TODAY, since=dt.date(2018, 1, 1))
    assert numbers(links) == [1, 2, 3, 5]
    assert [asked.rpartition("/")[2] for asked in site.asked] == [
        "sitemap.xml",
        "a.xml",
        "a1.xml",
        "a2.xml",
        "c.xml.gz",
        "gone.xml",
    ]
    assert notes == []


def test_sitemaps_are_asked_for_only_when_their_links_are_wanted():
    site = Site({MAP: sitemapindex("a.xml", "b.xml"), "https://contoh.id/a.xml": urlset(url(1))})
    next_link = iter(walk_of(site))
    assert next(next_link).url == "https://contoh.id/read/1"
    assert site.asked == [MAP, "https://contoh.id/a.xml"]


def walk_of(site):
    return walk(LISTING, site, query="", since=None, until=None, today=TODAY, host="contoh.id")


def test_indexes_are_followed_three_deep():
    names = ["sitemap.xml", "1.xml", "2.xml", "3.xml", "4.xml"]
    pages = {f"https://contoh.id/{name}": sitemapindex(below) for name, below in pairwise(names)}
    pages["https://contoh.id/4.xml"] = urlset(url(1))
    pages["https://contoh.id/2.xml"] = sitemapindex("3.xml", "urls.xml")
    pages["https://contoh.id/urls.xml"] = urlset(url(2))
    links, notes = walked(LISTING, Site(pages), TODAY)
    assert numbers(links) == [2]
    assert notes == ["https://contoh.id/3.xml: an index below 3 others; it is not followed"]


def test_an_index_without_end():
    site = Site({MAP: sitemapindex(*(f"{number}.xml" for number in range(50_000)))})
    _, notes = walked(LISTING, site, TODAY)
    assert len(site.asked) == MOST_FILES == 2_000
    assert notes == ["https://contoh.id/1999.xml: not asked for, nor what follows: 2,000 sitemaps were read"]


@pytest.mark.parametrize(
    "before",
    ["\ufeff", "\n\n \t", "\ufeff\r\n", "<br />\n<b>Notice</b>: a & b in <b>x.php</b><br />\n"],
)
def test_what_a_server_prints_before_the_sitemap(before):
    assert read(before + urlset(url(1), url(2))) == [1, 2]


@pytest.mark.parametrize(
    "root",
    [
        '<urlset xmlns="http://www.google.com/schemas/sitemap/0.84">',
        "<urlset>",
        '<urlset xmlns="https://contoh.id/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:x="y">',
    ],
)
def test_name_spaces_do_not_matter(root):
    news = "<news:news><news:title>Rekam</news:title></news:news>"  # where the root does not declare it
    links, _ = walked(LISTING, Site({MAP: f"{HEAD}{root}{url(1, '', news)}</urlset>"}), TODAY)
    assert [(found.url[-1], found.title) for found in links] == [("1", "Rekam")]


def test_a_prefix_for_the_sitemap_itself():
    body = '<s:urlset xmlns:s="x"><s:url><s:loc> https://contoh.id/read/1\n</s:loc></s:url></s:urlset>'
    assert read(body) == [1]
    assert read(body.replace(' xmlns:s="x"', "")) == [1]


@pytest.mark.parametrize(
    "end", ["", "<url>", "<url><loc>https://contoh.id/rea", "<url><loc>https://contoh.id/read/3</loc>"]
)
def test_a_sitemap_that_breaks_off(end):
    whole = f"{HEAD}{URLSET}{url(1)}{url(2)}"
    assert read(whole + end) == [1, 2]


def test_a_gzipped_sitemap_that_breaks_off_or_is_damaged():
    packed = gzip.compress(urlset(*map(url, range(20_000))).encode())
    half = read(packed[: len(packed) // 2])
    assert half == list(range(len(half)))
    assert 5_000 < len(half) < 15_000
    damaged = read(packed[:70_000] + b"\xff" * 70_000)
    assert damaged[:5_000] == list(range(5_000))
    assert read(packed + b"\0" * 100) == list(range(20_000))


@pytest.mark.parametrize(
    "mistake",
    [
        "",
        "a & b &nbsp; &amp;",
        "\x00\x0b",
        "a < b",
        "<b>",
        "<a b=c>",
        "</b>",
        "<!-- a -- b -->",
        "&#0;",
        "<url>",
    ],
)
def test_what_is_wrong_in_one_entry_harms_no_other(mistake):
    good = "<url><loc>https://contoh.id/?p=1&amp;lang=id</loc></url><url><loc>https://contoh.id/?p=2&lang=id</loc></url>"
    wrong = f"<url><x>{mistake}</x><loc>https://contoh.id/?p=3&amp;lang=id</loc></url>"
    for body in (urlset(wrong, good), urlset(mistake, good), urlset(f"<x>{mistake}</x>", good)):
        links, notes = walked(LISTING, Site({MAP: body}), TODAY)
        assert [found.url for found in links][-2:] == [
            "https://contoh.id/?p=1&lang=id",
            "https://contoh.id/?p=2&lang=id",
        ]
        assert notes == []


def test_entries_in_comments_are_none():
    assert read(urlset(url(1), f"<!-- {url(2)} -->", url(3), f"<!-- {url(4)}")) == [1, 3]
    assert read(urlset(url(1), "<!--" * 1_000_000)) == [1]


@pytest.mark.parametrize(
    ("charset", "declared"), [("utf-8", "UTF-8"), ("latin-1", "ISO-8859-1"), ("utf-16", "UTF-16")]
)
def test_charsets(charset, declared):
    news = "<news:news><news:title>Kafé</news:title></news:news>"
    body = urlset(url(1, "", news)).replace("UTF-8", declared).encode(charset)
    assert [entry.title for entry in read_sitemap(body).entries] == ["Kafé"]


def test_bytes_that_are_no_utf_8_harm_nothing_but_themselves():
    news = "<news:news><news:title>Kafé</news:title></news:news>"
    body = urlset(url(1, "", news), url(2)).encode("latin-1")
    assert [entry.title for entry in read_sitemap(body).entries] == ["Kaf�", None]


def test_links_that_lead_nowhere_and_relative_ones():
    locs = (
        "javascript:alert(1)",
        "ftp://contoh.id/1",
        "",
        "http://[",
        "/read/1",
        "<![CDATA[https://contoh.id/read/2]]>",
    )
    body = urlset(*(f"<url><loc>{loc}</loc></url>" for loc in locs))
    assert read(body) == [1, 2]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!doctype html><html><head><title>Just a moment...</title></head><body><p>url</p></body></html>",
        b'{"sitemap": "<url>"}',
        b"\0" * 1_000_000,
        b"\x1f\x8b\x08\x00",
        b"<rss><channel></channel></rss>",
    ],
)
def test_what_is_no_sitemap(body):
    assert problem(body) == "no sitemap"


def entities(declared, used):
    return f'<?xml version="1.0"?><!DOCTYPE urlset [{declared}]>{URLSET}<url><loc>https://contoh.id/{used}</loc></url></urlset>'


def test_entities_are_refused():
    bomb = '<!ENTITY a0 "ktp">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 30)
    )  # 10^29 times
    outside = '<!ENTITY a SYSTEM "file:///etc/passwd">'
    parameter = '<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;'
    for declared, used in ((bomb, "&a29;"), (outside, "&a;"), (parameter, "")):
        assert problem(entities(declared, used)) == "a sitemap that declares entities"
    many = "".join(f'<!ENTITY a{n} "x">' for n in range(10_000))
    assert problem(entities(many, "&a0;")) == "no sitemap"  # its root does not come in time


def test_an_undeclared_entity_stays_as_it_is():
    assert [entry.url for entry in read_sitemap(urlset("<url><loc>/&a;</loc></url>").encode()).entries] == [
        "/&a;"
    ]


def test_a_gzip_bomb_is_refused():
    assert problem(gzip.compress(b"\0" * 60_000_000)) == "larger than 50 MB"
    assert problem(b" " * 50_000_001) == "larger than 50 MB"


def test_depth_and_long_text_harm_their_own_entry_only():
    assert read(urlset(url(1), "<x>" * 100_000, url(2, "", "<x>" * 100_000), url(3))) == [1, 2, 3]
    assert read(urlset(url(1), f"<url><x>{'a' * 11_000_000}</x><loc>/2</loc></url>", url(3))) == [1, 3]


def test_a_large_sitemap():
    body = urlset(*(url(number, "2018-06-30") for number in range(20_000)))
    assert read(body) == list(range(20_000))


def test_an_entry_without_address_is_none():
    sitemap = read_sitemap(urlset("<url><lastmod>2018-06-30</lastmod></url>", url(1)).encode())
    assert [entry.url for entry in sitemap.entries] == ["https://contoh.id/read/1"]
    assert not sitemap.is_index
    with pytest.raises(ListingProblem, match="no sitemap"):
        read_sitemap(b"<url><loc>https://contoh.id/</loc></url>")
