"""Tag pages, searches and WordPress: rows of pages, and where they end."""

import datetime as dt
import json

import pytest

from extractor.fetching.listings.found import Found
from extractor.outlets.outlet import Listing
from tests.listing_site import Site, index, numbered, read, urls, walked

TODAY = dt.date(2018, 7, 2)
ITEM = ("li.item a",)


# Tag and search pages


TAG = Listing("tag", "https://contoh.id/tag/{slug}?page={page}", links=ITEM)


def tag(page):
    return f"https://contoh.id/tag/e-ktp?page={page}"


def test_a_tag_is_walked_to_its_empty_page():
    site = Site({tag(1): numbered(9, 8), tag(2): numbered(8, 7), tag(3): numbered()})
    assert urls(walked(TAG, site, TODAY)[0]) == read(9, 8, 7)
    assert site.asked == [tag(1), tag(2), tag(3)]


def test_a_tag_that_repeats_its_first_page():
    site = Site({tag(page): numbered(9, 8) for page in range(1, 60)})
    assert urls(walked(TAG, site, TODAY)[0]) == read(9, 8)
    assert site.asked == [tag(1), tag(2)]


def test_two_pages_without_a_new_link_are_passed_over_three_are_the_end():
    site = Site(
        {
            **{tag(page): numbered(9, 8) for page in range(2, 60)},
            **{tag(1): numbered(9, 8, 7), tag(4): numbered(6), tag(8): numbered(5)},
        }
    )
    assert urls(walked(TAG, site, TODAY)[0]) == read(9, 8, 7, 6)
    assert site.asked == [tag(page) for page in (1, 2, 3, 4, 5, 6, 7)]


def test_a_tag_without_pages_is_one_page():
    site = Site({"https://contoh.id/topik/e-ktp": numbered(2, 1)})
    assert urls(walked(Listing("tag", "https://{host}/topik/{slug}", links=ITEM), site, TODAY)[0]) == read(
        2, 1
    )
    assert site.asked == ["https://contoh.id/topik/e-ktp"]


def test_most_pages_of_a_tag():
    site = Site({tag(page): numbered(page) for page in range(1, 60)})
    links, notes = walked(Listing("tag", TAG.url, links=ITEM, most_pages=4), site, TODAY)
    assert urls(links) == read(1, 2, 3, 4)
    assert notes == [f"{tag(4)}: page 4, the last that is asked for; there may be more"]


def test_a_tag_that_is_not_there_and_one_without_any_link():
    assert walked(TAG, Site({}), TODAY) == ([], [f"{tag(1)}: nothing there"])
    assert walked(TAG, Site({tag(1): numbered()}), TODAY) == ([], [f"{TAG.url}: no link to an article"])
    assert walked(TAG, Site({tag(1): b"\x89PNG"}), TODAY)[1] == [
        f"{tag(1)}: the input is a PNG image; it needs text recognition first"
    ]


def test_the_query_in_an_address():
    listing = Listing("search", "https://{host}/search?q={query}&tag={slug}&page={page}", links=ITEM)
    site = Site({})
    walked(listing, site, TODAY, query="Rekam e-KTP & KTP-el 100%")
    assert site.asked == [
        "https://contoh.id/search?q=Rekam%20e-KTP%20%26%20KTP-el%20100%25&tag=rekam-e-ktp-ktp-el-100&page=1"
    ]


KOMPAS = Listing(
    "search",
    "https://contoh.id/search?q={query}&start={since}&end={until}&page={page}",
    links=ITEM,
    days=7,
)


def kompas(since, until, page=1):
    return f"https://contoh.id/search?q=e-KTP&start={since}&end={until}&page={page}"


def test_a_search_is_walked_in_windows_from_the_newest_to_the_oldest():
    site = Site(
        {
            kompas("2018-06-26", "2018-07-02"): numbered(9, 8),
            kompas("2018-06-26", "2018-07-02", 2): numbered(9, 8),
            kompas("2018-06-12", "2018-06-18"): numbered(7),
        }
    )
    links, notes = walked(KOMPAS, site, TODAY, since=dt.date(2018, 6, 10))
    assert urls(links) == read(9, 8, 7)
    assert site.asked == [
        kompas("2018-06-26", "2018-07-02"),
        kompas("2018-06-26", "2018-07-02", 2),
        kompas("2018-06-19", "2018-06-25"),
        kompas("2018-06-12", "2018-06-18"),
        kompas("2018-06-12", "2018-06-18", 2),
        kompas("2018-06-10", "2018-06-11"),
    ]
    assert notes == []


def test_a_search_without_windows_is_one_row_of_pages():
    listing = Listing("search", "https://contoh.id/search?q={query}&page={page}", links=ITEM)
    site = Site({"https://contoh.id/search?q=e-KTP&page=1": numbered(3)})
    assert urls(walked(listing, site, TODAY, since=dt.date(2018, 6, 1))[0]) == read(3)
    assert site.asked == [f"https://contoh.id/search?q=e-KTP&page={page}" for page in (1, 2)]


def test_links_of_a_page_that_moved_start_from_where_it_is():
    site = Site({"https://www.contoh.id/t/": index("a/1 Satu")}, moved={tag(1): "https://www.contoh.id/t/"})
    assert walked(TAG, site, TODAY)[0] == [Found("https://www.contoh.id/t/a/1", "Satu")]


# WordPress


WP = Listing(
    "wordpress",
    "https://{host}/wp-json/wp/v2/posts?search={query}&after={since}T00:00:00&before={until}T23:59:59"
    "&per_page=2&page={page}",
)


def wp(page, since="2018-01-01", until="2018-07-02"):
    return (
        f"https://contoh.id/wp-json/wp/v2/posts?search=e-KTP&after={since}T00:00:00&before={until}T23:59:59"
        f"&per_page=2&page={page}"
    )


def post(number, title="Rekam", **more):
    return {"link": f"https://contoh.id/read/{number}", "title": {"rendered": title}, **more}


def test_wordpress_to_the_number_of_pages_in_the_header():
    pages = {wp(page): json.dumps([post(2 * page), post(2 * page + 1)]) for page in range(1, 9)}
    site = Site(pages, {url: {"x-wp-totalpages": "3"} for url in pages})
    links, notes = walked(WP, site, TODAY, since=dt.date(2018, 1, 1))
    assert urls(links) == read(2, 3, 4, 5, 6, 7)
    assert site.asked == [wp(1), wp(2), wp(3)]
    assert notes == []


@pytest.mark.parametrize("last", ["[]", None])
def test_wordpress_without_the_header_ends_at_an_empty_list_or_a_refusal(last):
    site = Site({wp(1): json.dumps([post(2), post(1)]), wp(2): last})
    links, notes = walked(WP, site, TODAY, since=dt.date(2018, 1, 1))
    assert urls(links) == read(2, 1)
    assert site.asked == [wp(1), wp(2)]
    assert notes == []


def test_what_wordpress_says_of_a_post():
    stamps = {"date": "2018-06-30T00:30:00", "modified_gmt": "2018-06-29T18:00:00"}
    title = "26 Ribu Warga &#8220;Belum&#8221; <em>Rekam</em> e-KTP &amp; KIA"
    site = Site(
        {wp(1, "2011-01-01"): json.dumps([post(1, title, **stamps), post(2, None), {"link": "javascript:x"}])}
    )
    assert walked(WP, site, TODAY)[0] == [
        Found(
            "https://contoh.id/read/1",
            "26 Ribu Warga “Belum” Rekam e-KTP & KIA",
            dt.date(2018, 6, 30),  # as printed, though the day in UTC was the 29th
            dt.datetime(2018, 6, 29, 18, 0, tzinfo=dt.UTC),
        ),
        Found("https://contoh.id/read/2"),
    ]


@pytest.mark.parametrize(
    "junk",
    [
        "\ufeff",
        "\r\n\t",
        "<br />\n<b>Notice</b>: Undefined index [0] in <b>/home/x.php</b> on line <b>1</b><br />",
        "Warning: [] ",
    ],
)
def test_junk_before_and_after_the_json(junk):
    site = Site({wp(1): f"{junk}{json.dumps([post(1)])}\n<!-- cached [by] plugin -->"})
    assert urls(walked(WP, site, TODAY, since=dt.date(2018, 1, 1))[0]) == read(1)


@pytest.mark.parametrize(
    "body",
    [
        "<html><body>Verifikasi [1] bahwa Anda manusia</body></html>",
        '{"code": "rest_disabled", "data": {"params": []}}',
        "[1, 2]",
        "[" * 15_000,
        "[{",
    ],
)
def test_what_is_no_list_of_posts_is_noted(body):
    site = Site({wp(1): body})
    assert walked(WP, site, TODAY, since=dt.date(2018, 1, 1)) == ([], [f"{wp(1)}: no list of posts"])
    assert site.asked == [wp(1)]
