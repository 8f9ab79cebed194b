"""Walks through the listings of small sites: which addresses are asked, in which order, and what is found."""

import datetime as dt
import logging

import pytest

from extractor.fetching.listings.found import Found
from extractor.fetching.listings.walk import walk
from extractor.outlets.outlet import Listing, OutletError
from tests.listing_site import Site, numbered, read, urls, walked

TODAY = dt.date(2018, 7, 2)
ITEM = ("li.item a",)


def day(number, month=6):
    return dt.date(2018, month, number)


# Dated indexes


DETIK = Listing(
    "dated-index", "https://contoh.id/indeks?page={page}&date={date}", links=ITEM, date="%m/%d/%Y"
)


def detik(date, page):
    return f"https://contoh.id/indeks?page={page}&date={date}"


def test_a_dated_index_is_walked_from_the_newest_day_to_the_oldest():
    site = Site(
        {
            detik("07/01/2018", 1): numbered(9, 8),
            detik("07/01/2018", 2): numbered(7),
            detik("07/01/2018", 3): numbered(),
            detik("06/29/2018", 1): numbered(5, 4),
            detik("06/29/2018", 2): numbered(5, 4),  # this day repeats its first page for ever
        }
    )
    links, notes = walked(DETIK, site, TODAY, since=day(29), until=day(1, 7))
    assert urls(links) == read(9, 8, 7, 5, 4)
    assert site.asked == [
        detik("07/01/2018", 1),
        detik("07/01/2018", 2),
        detik("07/01/2018", 3),
        detik("06/30/2018", 1),  # nothing there: the day before is asked for all the same
        detik("06/29/2018", 1),
        detik("06/29/2018", 2),
    ]
    assert links[0] == Found("https://contoh.id/read/9", "Berita 9")
    assert notes == []


def test_pages_are_asked_for_only_when_their_links_are_wanted():
    site = Site({detik("07/01/2018", 1): numbered(9, 8), detik("07/01/2018", 2): numbered(7)})
    links = walk(DETIK, site, query="e-KTP", since=day(1), until=day(1, 7), today=TODAY, host="contoh.id")
    assert site.asked == []
    assert next(links).url == "https://contoh.id/read/9"
    assert next(links).url == "https://contoh.id/read/8"
    assert site.asked == [detik("07/01/2018", 1)]
    assert next(links).url == "https://contoh.id/read/7"
    assert site.asked == [detik("07/01/2018", 1), detik("07/01/2018", 2)]


@pytest.mark.parametrize(
    ("form", "dates"),
    [
        ("%Y-%m-%d", ["2018-07-01", "2018-06-30"]),
        ("%Y-%-m-%-d", ["2018-7-1", "2018-6-30"]),
        ("%m/%d/%Y", ["07/01/2018", "06/30/2018"]),
        ("%Y%m%d", ["20180701", "20180630"]),
        ("%Y/%m", ["2018/07", "2018/06"]),  # of a month: once
    ],
)
def test_dates_as_the_outlets_print_them(form, dates):
    site = Site({})
    listing = Listing("dated-index", "https://contoh.id/indeks/{date}", links=ITEM, date=form)
    walked(listing, site, TODAY, since=day(30), until=day(1, 7))
    assert site.asked == [f"https://contoh.id/indeks/{date}" for date in dates]


def test_an_index_of_seven_days_may_name_its_first_or_its_last():
    site = Site({})
    listing = Listing("dated-index", "https://contoh.id/indeks/{date}", days=7)
    walked(listing, site, TODAY, since=day(15), until=day(30))
    assert [url[-10:] for url in site.asked] == ["2018-06-30", "2018-06-23", "2018-06-16", "2018-06-09"]


def test_every_month_comes_once_whatever_days_says():
    site = Site({})
    listing = Listing("dated-index", "https://contoh.id/{date}/", date="%Y/%m", days=30)
    walked(listing, site, TODAY, since=dt.date(2018, 1, 31), until=day(31, 5))
    assert [url[-8:] for url in site.asked] == ["2018/05/", "2018/04/", "2018/03/", "2018/02/", "2018/01/"]


def test_days_to_come_are_not_asked_for():
    site = Site({})
    listing = Listing("dated-index", "https://contoh.id/{date}")
    walked(listing, site, TODAY, since=day(1, 7), until=dt.date(2030, 1, 1))
    assert site.asked == ["https://contoh.id/2018-07-02", "https://contoh.id/2018-07-01"]
    assert walked(listing, Site({}), TODAY, since=day(3, 7)) == (
        [],
        [f"{listing.url}: no link to an article"],
    )


def test_without_a_beginning_the_walk_goes_back_to_2011():
    class Endless(Site):
        def __call__(self, url):
            self.pages[url] = numbered(url[-10:])
            return super().__call__(url)

    site = Endless({})
    links, notes = walked(Listing("dated-index", "https://contoh.id/{date}", links=ITEM), site, TODAY)
    assert links[-1].url == "https://contoh.id/read/2011-01-01"
    assert len(site.asked) == (TODAY - dt.date(2011, 1, 1)).days + 1
    assert notes == []


def test_an_index_that_heeds_no_date_is_left_after_a_year():
    class Deaf(Site):
        def __call__(self, url):
            self.pages[url] = numbered(3, 2, 1)
            return super().__call__(url)

    site = Deaf({})
    links, notes = walked(Listing("dated-index", "https://contoh.id/{date}", links=ITEM), site, TODAY)
    assert urls(links) == read(3, 2, 1)
    assert len(site.asked) == 367
    assert notes == [
        "https://contoh.id/2017-07-01: no new link between this index and 2018-07-02; older indexes are not asked for"
    ]


def test_an_index_with_a_gap_is_read_to_the_beginning_that_is_asked_for():
    listing = Listing("dated-index", "https://contoh.id/{date}", links=ITEM)
    empty = {f"https://contoh.id/{TODAY - dt.timedelta(n)}": numbered() for n in range(800)}
    pages = empty | {"https://contoh.id/2018-07-02": numbered(2), "https://contoh.id/2016-09-01": numbered(1)}
    links, notes = walked(listing, Site(pages), TODAY, since=dt.date(2016, 8, 1))
    assert (urls(links), notes) == (read(2, 1), [])
    links, notes = walked(listing, Site(pages), TODAY)
    assert urls(links) == read(2)
    assert notes[0].startswith("https://contoh.id/2017-07-01: no new link between")


def test_an_index_that_is_not_there_is_left_after_a_month():
    site = Site({})
    listing = Listing("dated-index", "https://contoh.id/{date}", links=ITEM)
    links, notes = walked(listing, site, TODAY, since=dt.date(2016, 8, 1))
    assert (links, len(site.asked)) == ([], 31)
    assert notes == [
        "https://contoh.id/2018-07-02: nothing there",
        "https://contoh.id/2018-06-02: nothing there, as in 30 indexes after it; older ones are not asked for",
    ]


def test_most_pages_of_each_day():
    listing = Listing(
        "dated-index", "https://contoh.id/{date}/{page}", links=ITEM, most_pages=2, first_page=0
    )
    pages = {
        f"https://contoh.id/2018-07-0{d}/{page}": numbered(10 * d + page) for d in (1, 2) for page in range(9)
    }
    site = Site(pages)
    links, notes = walked(listing, site, TODAY, since=day(1, 7))
    assert urls(links) == read(20, 21, 10, 11)
    assert [url[-12:] for url in site.asked] == [
        "2018-07-02/0",
        "2018-07-02/1",
        "2018-07-01/0",
        "2018-07-01/1",
    ]
    assert notes == [
        f"https://contoh.id/2018-07-0{d}/1: page 2, the last that is asked for; there may be more"
        for d in (2, 1)
    ]


# Feeds with pages, and what holds for all


def rss(*numbers, day="Sat, 30 Jun 2018 00:30:00 +0700"):
    items = "".join(
        f"<item><title>Berita {n}</title><link>https://contoh.id/read/{n}</link><pubDate>{day}</pubDate></item>"
        for n in numbers
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>{items}</channel></rss>'


PAGED = Listing("feed", "https://{host}/feed/?paged={page}")


def feed(page):
    return f"https://contoh.id/feed/?paged={page}"


def test_a_feed_with_pages():
    site = Site({feed(1): rss(4, 3), feed(2): rss(2, 1)})
    links, notes = walked(PAGED, site, TODAY)
    assert urls(links) == read(4, 3, 2, 1)
    assert site.asked == [feed(1), feed(2), feed(3)]
    assert notes == []


def test_a_feed_is_left_after_three_pages_of_what_is_too_old():
    old = "Sat, 30 Jun 2012 00:30:00 +0700"
    site = Site({feed(1): rss(100), **{feed(page): rss(page, day=old) for page in range(2, 30)}})
    walked(PAGED, site, TODAY, since=dt.date(2018, 1, 1))
    assert site.asked == [feed(1), feed(2), feed(3), feed(4)]


def test_the_log_hears_what_nobody_else_does(caplog):
    listing = Listing("feed", "https://{host}/feed/")
    with caplog.at_level(logging.WARNING):
        links = walk(
            listing, Site({}), query="100% e-KTP", since=None, until=None, today=TODAY, host="contoh.id"
        )
        assert list(links) == []
    assert caplog.messages == ["https://contoh.id/feed/: nothing there"]


def test_what_the_caller_raises_passes_through():
    class StoppedError(Exception):
        pass

    def ask(url):
        raise StoppedError(url)

    with pytest.raises(StoppedError, match="paged=1"):
        walked(PAGED, ask, TODAY)


@pytest.mark.parametrize(
    ("listing", "reason"),
    [
        (Listing("feed", "https://contoh.id/{halaman}"), "{halaman} cannot be filled in for a feed"),
        (Listing("sitemap", "https://contoh.id/{date}.xml"), "{date} cannot be filled in for a sitemap"),
        (Listing("dated-index", "https://contoh.id/indeks"), "a dated index needs {date}"),
        (Listing("dated-index", "https://contoh.id/{date}", date="%d %A"), "'%A' is no part of a date"),
        (Listing("dated-index", "https://contoh.id/{date}", date="%Y%"), "'%' is no part of a date"),
        (Listing("search", "https://contoh.id/?s={query}", days=0), "must be at least 1"),
        (Listing("tag", "https://contoh.id/", links=("li.item a[",)), "'li.item a[' is no CSS selector"),
        (Listing("gopher", "https://contoh.id/"), "'gopher' is no kind of listing"),
    ],
)
def test_a_listing_that_cannot_be_walked_is_refused_at_once(listing, reason):
    with pytest.raises(OutletError) as refused:
        walk(listing, Site({}), query="", since=None, until=None, today=TODAY, host="contoh.id")
    assert str(refused.value).startswith("https://contoh.id/")
    assert reason in str(refused.value)
