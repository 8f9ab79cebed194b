"""What listings are read by: links, titles, time stamps, printed days."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.fetching.listings.days import index_days, printed_day, windows
from extractor.fetching.listings.links import web_link
from extractor.fetching.listings.stamps import stamp_of
from extractor.fetching.listings.titles import LONGEST, title_of, title_of_markup

BASE = "https://contoh.id/tag/e-ktp/"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("/read/1?page=2#isi", "https://contoh.id/read/1?page=2"),
        ("//www.contoh.id/read/1", "https://www.contoh.id/read/1"),
        ("HTTPS://contoh.id/read/1", "https://contoh.id/read/1"),
        (" \n/read/\t1\x00", "https://contoh.id/read/1"),
        ("/read/a b", "https://contoh.id/read/a%20b"),
        ("java\nscript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("http:///read", None),
        ("http://contoh.id:99999/", None),
        ("/" + "a" * 2_000, None),
    ],
)
def test_links(href, url):
    assert web_link(href, BASE) == url


@given(st.text())
def test_whatever_stands_for_a_link_and_a_title(text):
    url = web_link(text, BASE)
    assert url is None or re.fullmatch(r"https?://[^\x00-\x20]+", url)
    for title in (title_of(text), title_of_markup(text)):
        assert title is None or (0 < len(title) <= LONGEST and title == title.strip())
        assert title is None or not re.search("[\x00-\x1f\x7f-\x9f\u202e\ud800-\udfff]", title)


def test_titles():
    assert title_of("Rekam\x1b[31m \u202eKTP\u200b\r\n e-KTP\x00") == "Rekam [31m KTP e-KTP"
    assert title_of("900 < 1.000 & <b>") == "900 < 1.000 & <b>"
    assert title_of_markup("900 < 1.000 &amp; <b>rekam</b>") == "900 < 1.000 & rekam"
    assert title_of(" \n") is title_of(None) is title_of_markup("<br/>") is None
    assert len(title_of("KTP " * 1_000_000)) == 299


@pytest.mark.parametrize(
    ("text", "day", "moment"),
    [
        ("2018-06-30T00:30:00+07:00", (2018, 6, 30), "2018-06-29T17:30:00+00:00"),
        ("2018-06-30T20:30:00-07:00", (2018, 6, 30), "2018-07-01T03:30:00+00:00"),
        ("2018-06-29T17:30:00Z", (2018, 6, 29), "2018-06-29T17:30:00+00:00"),
        ("2018-06-30 00:30", (2018, 6, 30), "2018-06-30T00:30:00+00:00"),
        (" 2018-6-3", (2018, 6, 3), "2018-06-03T00:00:00+00:00"),
        ("Sat, 30 Jun 2018 00:30:00 +0700", (2018, 6, 30), "2018-06-29T17:30:00+00:00"),
        ("Sab, 30 Jun 2018 00:30:00 GMT", (2018, 6, 30), "2018-06-30T00:30:00+00:00"),
        ("Sat, 30 Jun 2018 00:30:00", (2018, 6, 30), "2018-06-30T00:30:00+00:00"),
    ],
)
def test_stamps(text, day, moment):
    stamp = stamp_of(text)
    assert stamp.day == dt.date(*day)
    assert stamp.moment.isoformat() == moment


@pytest.mark.parametrize(
    "text",
    [None, "", "kemarin", "2018-13-01", "2018-06-31", "2018-06-301", "0001-01-01T00:00:00+07:00", "2018-06-30T25:00",
     "2018-06-30T00:00+99:00", "Sat, 99 Jun 2018", "x" * 1_000_000],
)  # fmt: skip
def test_what_is_no_stamp(text):
    assert stamp_of(text) is None


@given(st.text())
def test_no_text_breaks_the_stamps(text):
    assert stamp_of(text) is None or stamp_of(text).moment.tzinfo is dt.UTC


ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))


@given(st.datetimes(min_value=dt.datetime(1000, 1, 1), max_value=dt.datetime(9999, 12, 30), timezones=ZONES))
def test_stamps_are_read_as_the_standard_library_does(moment):
    moment = moment.replace(microsecond=0)
    stamp = stamp_of(moment.isoformat())
    assert stamp.moment == moment
    assert stamp.day == moment.date()


# Days

DAYS = st.dates(min_value=dt.date(2000, 1, 1), max_value=dt.date(2068, 12, 31))  # the years of %y
PARTS = [("%Y", "%y"), ("%m", "%-m"), ("%d", "%-d")]


@st.composite
def forms(draw):
    parts = [draw(st.sampled_from(part)) for part in draw(st.permutations(PARTS))]
    return draw(st.sampled_from(["-", "/", ".", "%%", " "])).join(parts)


@given(DAYS, forms())
def test_a_printed_day_reads_back(day, form):
    assert dt.datetime.strptime(printed_day(day, form), form.replace("%-", "%")).date() == day


@given(DAYS, st.sampled_from(["%Y%m%d", "%d%m%y", "%m/%d/%Y", "%Y/%j", "%Y", "hal-%m%%"]))
def test_a_day_is_printed_as_the_standard_library_does(day, form):
    assert printed_day(day, form) == day.strftime(form)


def test_numbers_without_leading_zero():
    assert printed_day(dt.date(2018, 6, 3), "%Y-%-m-%-d") == "2018-6-3"
    assert printed_day(dt.date(2018, 12, 30), "%-d/%-m") == "30/12"


@given(DAYS, st.integers(0, 60), st.integers(1, 10))
def test_windows_hold_every_day_once(since, length, days):
    until = since + dt.timedelta(length)
    held = [
        first + dt.timedelta(n)
        for first, last in windows(since, until, days)
        for n in range((last - first).days + 1)
    ]
    assert sorted(held) == [since + dt.timedelta(n) for n in range(length + 1)]
    assert all(0 <= (last - first).days < days for first, last in windows(since, until, days))


@given(DAYS, st.integers(0, 60), st.integers(1, 10))
def test_indexes_of_several_days_cover_every_day_either_way(since, length, step):
    until = since + dt.timedelta(length)
    days = list(index_days(since, until, step, "%Y-%m-%d"))
    wanted = {since + dt.timedelta(n) for n in range(length + 1)}
    assert days == sorted(days, reverse=True)
    assert wanted <= {day + dt.timedelta(n) for day in days for n in range(step)}  # named by the first day
    assert wanted <= {day - dt.timedelta(n) for day in days for n in range(step)}  # named by the last
