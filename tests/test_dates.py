from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.dates import find_dates, fitting_dates, parse_period
from extractor.reading.mentions import DateMention

TODAY = dt.date(2026, 11, 21)
THURSDAY = dt.date(2018, 11, 8)
MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


def show(first: dt.date | None, last: dt.date | None) -> str:
    return str(first) if first == last else f"{first}..{last}"


def read(text: str, published: dt.date | str | None = THURSDAY) -> str:
    """A date alone as "2018-08-28 day" or, undecided, as its candidates."""
    period = parse_period(text, published=published, today=TODAY)
    if period is None:
        return "none"
    if period.start is None:
        return " or ".join(show(one.start, one.end) for one in period.candidates) or "open"
    return f"{show(period.start, period.end)} {period.precision}"


def dates(text: str, published: dt.date | None = None) -> list[DateMention]:
    known = (published, published) if published else None
    return find_dates(text, published=known, today=TODAY)


def marked(text: str, published: dt.date | None = None) -> list[tuple[str, str, str]]:
    """Words, role and period of each date."""
    return [
        (text[m.start : m.end], m.role, show(m.first, m.last) if m.first else "open")
        for m in dates(text, published)
    ]


# The sixteen phrases on which date libraries were compared, read on Thursday 8 November 2018.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Selasa, 16 Januari 2024", "2024-01-16 day"),
        ("Minggu (4/2/2024)", "2024-02-04 day"),
        ("Selasa (28/8)", "2018-08-28 day"),
        ("Jumat lalu", "2018-11-02 day"),
        ("per Desember 2024", "2024-12-01..2024-12-31 month"),
        ("pertengahan September ini", "2018-09-01..2018-09-30 month"),
        ("Maret 2018 lalu", "2018-03-01..2018-03-31 month"),
        ("Kamis (8/11/2018)", "2018-11-08 day"),
        ("akhir Bulan Desember 2017 lalu", "2017-12-01..2017-12-31 month"),
        ("Rabu (02/01/2019)", "2019-01-02 day"),
        ("triwulan III 2020", "2020-07-01..2020-09-30 quarter"),
        ("semester lalu", "2018-01-01..2018-06-30 semester"),
        ("triwulan lalu", "2018-07-01..2018-09-30 quarter"),
        ("dua semester lalu", "2017-07-01..2017-12-31 semester"),
        ("semester I tahun 2018", "2018-01-01..2018-06-30 semester"),
        ("31/12/2018", "2018-12-31 day"),
        ("tanggal 8-14 Februari", "2018-02-08..2018-02-14 range"),
        ("hari ini, Senin", "2018-11-08 or 2018-11-05"),  # a Thursday's paper: either word may be right
        ("kemarin", "2018-11-07 day"),
    ],
)
def test_sixteen_phrases(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senin 1 Juli 2019", "2019-07-01 day"),
        ("(05/06/2019)", "2019-06-05 day"),
        ("Selasa (9-4-2024)", "2024-04-09 day"),
        ("Senin (12/11/18)", "2018-11-12 day"),
        ("Jum'at (9/11)", "2018-11-09 day"),
        ("Jum’at (9/11)", "2018-11-09 day"),
        ("Ahad, 4 November 2018", "2018-11-04 day"),
        ("Senin Pahing, 4 Juni 2018", "2018-06-04 day"),
        ("Selasa.6/11", "2018-11-06 day"),
        ("Selasa(6/11)", "2018-11-06 day"),
        ("Selasa ( 6 / 11 / 2018 )", "2018-11-06 day"),
        ("Selasa malam (6/11)", "2018-11-06 day"),
        ("Rabu (7 November 2018)", "2018-11-07 day"),
        ("hari Rabu tanggal 7 November 2018", "2018-11-07 day"),
        ("5 Desembsr 2018", "2018-12-05 day"),
        ("5 Desmebr 2018", "2018-12-05 day"),
        ("2 Agt 2018", "2018-08-02 day"),
        ("3 Pebruari 2018", "2018-02-03 day"),
        ("1 Nopember 2018", "2018-11-01 day"),
        ("Thursday, 21 Jun 2018", "2018-06-21 day"),
        ("Tuesday, March 4, 2025", "2025-03-04 day"),
        ("2018-08-28", "2018-08-28 day"),
        ("1 s/d 5 Oktober", "2018-10-01..2018-10-05 range"),
        ("5 dan 6 Maret 2018", "2018-03-05..2018-03-06 range"),
        ("28 Februari - 3 Maret 2018", "2018-02-28..2018-03-03 range"),
        ("28 Desember - 3 Januari 2018", "2017-12-28..2018-01-03 range"),
        ("1 Januari 2017 hingga 30 April 2018", "2017-01-01..2018-04-30 range"),
        ("30/12/2017-2/1/2018", "2017-12-30..2018-01-02 range"),
        ("Sabtu-Minggu (3-4/11)", "2018-11-03..2018-11-04 range"),
        ("Juni-Juli 2018", "2018-06-01..2018-07-31 range"),
        ("Januari hingga April 2018", "2018-01-01..2018-04-30 range"),
        ("tahun anggaran 2011-2012", "2011-01-01..2012-12-31 range"),
        ("awal Mei", "2018-05-01..2018-05-31 month"),
        ("minggu kedua Mei 2018", "2018-05-01..2018-05-31 month"),
        ("akhir 2017", "2017-12-01..2017-12-31 month"),
        ("akhir tahun lalu", "2017-12-01..2017-12-31 month"),
        ("awal tahun 2018", "2018-01-01..2018-01-31 month"),
        ("Desember tahun lalu", "2017-12-01..2017-12-31 month"),
        ("tahun 2017 lalu", "2017-01-01..2017-12-31 year"),
        ("pada 2017", "2017-01-01..2017-12-31 year"),
        ("tahun lalu", "2017-01-01..2017-12-31 year"),
        ("semester II 2017", "2017-07-01..2017-12-31 semester"),
        ("semester satu tahun 2018", "2018-01-01..2018-06-30 semester"),
        ("semester dua per Desember 2017", "2017-07-01..2017-12-31 semester"),
        ("tahun 2017 semester II", "2017-07-01..2017-12-31 semester"),
        ("data semester 1 2018", "2018-01-01..2018-06-30 semester"),
        ("TW II 2018", "2018-04-01..2018-06-30 quarter"),
        ("hingga bulan November 2017", "2017-11-01..2017-11-30 month"),
        ("September lalu", "2018-09-01..2018-09-30 month"),
        ("Februari mendatang", "2019-02-01..2019-02-28 month"),
        ("bulan lalu", "2018-10-01..2018-10-31 month"),
        ("pekan lalu", "2018-10-29..2018-11-04 week"),
        ("minggu kemarin", "2018-10-29..2018-11-04 week"),
        ("dua pekan lalu", "2018-10-22..2018-10-28 week"),
        ("dua hari lalu", "2018-11-06 day"),
        ("10 hari yang lalu", "2018-10-29 day"),
        ("lusa", "2018-11-10 day"),
        ("hari ini (kemarin)", "2018-11-07 day"),
        ("kemarin (7/11)", "2018-11-07 day"),
        ("Kamis kemarin", "2018-11-01 day"),
        ("Senin pekan lalu", "2018-10-29 day"),
        ("Jumat pekan lalu (2/11)", "2018-11-02 day"),
        ("Senin depan", "2018-11-12 day"),
        ("hingga 31 Mei lalu", "2018-05-31 day"),
        ("s.d. 4 Mei", "2018-05-04 day"),
        ("hingga 30 Desember", "2017-12-30 day"),
        ("beberapa tahun lalu", "none"),
        ("tidak ada tanggal", "none"),
        ("", "none"),
    ],
)
def test_shapes(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "hanya 1/2 persen warga",
        "buka 24/7",
        "layanan (24/7) di loket",
        "surat No 12/34/2019",
        "Nomor 470/1287/2019",
        "RT 05/06 Kelurahan Melati",
        "pukul 20.15 WIB",
        "dari 08.00-15.00",
        "di Kecamatan Juli 2.018 orang",
        "Universitas Sebelas Maret",
        "Mei Susanti mengantre",
        "sebanyak 2018 orang",
        "menjadi 2019",
        "buka Senin hingga Jumat",
        "setiap Rabu",
        "di Pasar Minggu",
        "https://contoh.id/2019/08/28/selasa-28-agustus-2019",
        "berusia 17 tahun",
        "stok 1.204.2018 keping",
        "tahun 1980-an",
    ],
)
def test_look_alikes_are_no_dates(text: str) -> None:
    assert marked(text) == []


def test_minggu_is_sunday_only_as_a_weekday() -> None:
    assert [m.weekday for m in dates("Ia hadir, Minggu (4/2/2024).")] == [6]
    assert [m.precision for m in dates("Data minggu lalu masih sama.")] == ["week"]
    assert dates("Butuh dua minggu lagi.")[0].precision == "week"
    assert dates("Ia datang pada Minggu lalu.")[0].weekday == 6


def test_a_weekday_leaves_the_years_that_it_fits() -> None:
    period = parse_period("Selasa (28/8)", today=TODAY)
    assert period is not None
    assert (period.start, period.end, period.source) == (None, None, "statement")
    assert [one.start for one in period.candidates] == [dt.date(2012, 8, 28), dt.date(2018, 8, 28)]
    assert read("Selasa (28/8)", "2012-08-29") == "2012-08-28 day"
    assert read("Selasa (28/8)", "2018-09") == "2018-08-28 day"
    assert read("28 Agustus", None) == "open"
    assert read("Jumat lalu", None) == "open"


def test_today_bounds_the_candidates() -> None:
    period = parse_period("Selasa (28/8)", today="2015-01-01")
    assert period is not None
    assert period.start == dt.date(2012, 8, 28)


@pytest.mark.parametrize("published", ["2018-13-01", "28/8/2018", "", "2018-02-30", "tahun lalu"])
def test_a_publication_that_is_no_date_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match="published must be a date such as 2018-08-28"):
        parse_period("Selasa (28/8)", published=published)


def test_the_days_of_an_undecided_statement_carry_to_other_dates() -> None:
    text = "Menurut dia, Selasa (5/6), angka itu posisi hingga 31 Mei lalu. Tahun lalu ada 4.310 orang."
    spoken, as_of, year = dates(text)
    assert [str(first) for first, _ in spoken.candidates] == ["2012-06-05", "2018-06-05"]
    assert [str(first) for first, _ in as_of.candidates] == ["2012-05-31", "2018-05-31"]
    assert [str(first) for first, _ in year.candidates] == ["2011-01-01", "2017-01-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Per 28 Agustus 2019 ada 3.120 orang, ujarnya, Selasa (10/9).", "2019-09-10"),
        ("Data per Mei 2024 baru keluar, ujarnya, Minggu (2/6).", "2024-06-02"),
        ("Ujarnya, Sabtu (13/1). Dua pekan sebelum itu, Rabu (20/12/2023), ia diam.", "2024-01-13"),
        ("Pemilu 2019 sudah dekat, ujarnya, Selasa (5/6).", "open"),
    ],
)
def test_other_full_dates_settle_the_year(text: str, expected: str) -> None:
    found = [period for words, _, period in marked(text) if "/" in words and "2023" not in words]
    assert found == [expected]


def test_relative_dates_count_from_the_statement() -> None:
    text = "Jumat lalu 3.100 orang merekam, kemarin 40. Demikian katanya, Minggu (4/2/2024)."
    assert [period for _, _, period in marked(text)] == ["2024-02-02", "2024-02-03", "2024-02-04"]


def test_the_publication_goes_before_the_statement() -> None:
    text = "Hingga Juni tercatat 3.100 orang, katanya, Senin (8/7)."
    assert [period for _, _, period in marked(text, dt.date(2019, 7, 9))] == [
        "2019-06-01..2019-06-30",
        "2019-07-08",
    ]


def test_ini_with_a_year_tells_when_the_text_was_written() -> None:
    text = "Per Juni 2017 ini ada 4.100 orang. Akhir tahun lalu 5.210 orang, Mei lalu 4.300 orang."
    assert [period for _, _, period in marked(text)] == [
        "2017-06-01..2017-06-30",
        "2016-12-01..2016-12-31",
        "2017-05-01..2017-05-31",
    ]


def test_a_step_from_the_date_before() -> None:
    text = "Januari 2024 tercatat 3.110 orang, sebulan kemudian 1.204 orang."
    assert [period for _, _, period in marked(text)] == ["2024-01-01..2024-01-31", "2024-02-01..2024-02-29"]


def test_the_last_of_a_list_prints_the_year_for_all() -> None:
    periods = [period for _, _, period in marked("Pada Januari, Februari dan Maret 2024 ada 3.100 orang.")]
    assert periods == ["2024-01-01..2024-01-31", "2024-02-01..2024-02-29", "2024-03-01..2024-03-31"]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Rabu 7 Februari 2024", True),
        ("Rabu 7 Februari 2023", False),
        ("Jum’at (26/1/2026)", False),
        ("Jumat (8/3/2018)", False),
        ("7 Februari 2024", None),
        ("Rabu (7/2)", None),
    ],
)
def test_weekday_check(text: str, fits: bool | None) -> None:
    assert dates(text)[0].weekday_fits is fits


def test_dates_that_a_weekday_would_fit() -> None:
    assert dt.date(2024, 2, 7) in fitting_dates(2, 7, 2, 2023)
    assert dt.date(2024, 1, 26) in fitting_dates(4, 26, 1, 2026)
    assert fitting_dates(4, 8, 3, 2018)[0] == dt.date(2018, 3, 9)
    assert dt.date(2019, 2, 1) in fitting_dates(4, 2, 1, 2019)  # day and month swapped
    assert fitting_dates(1, 99, 99, 2018) == []


@pytest.mark.parametrize(
    ("text", "impossible"),
    [
        ("31 April 2018", True),
        ("30 Februari 2020", True),
        ("31 Juni 2020", True),
        ("29 Februari 2019", True),
        ("29 Februari 2020", False),
        ("29 Februari", False),
        ("31 April", True),
        ("Kamis (31/6/2019)", True),
        ("Senin (8/13/2018)", True),
        ("12/31/2018 surat", None),
    ],
)
def test_days_that_no_calendar_has(text: str, impossible: bool | None) -> None:
    found = dates(text)
    if impossible is None:
        assert found == []
    else:
        assert found[0].impossible is impossible
        assert not impossible or found[0].candidates == []


@pytest.mark.parametrize(
    ("text", "month"),
    [("31 April 2018", (2018, 4)), ("29 Februari 2019", (2019, 2)), ("31 April", None), ("8/13/2018", None)],
)
def test_of_a_day_that_no_calendar_has_the_month_holds(text: str, month: tuple[int, int] | None) -> None:
    for found in dates(f"Per {text} ada 300"):
        first, last = found.first, found.last
        assert (first and (first.year, first.month)) == month
        assert (last and (last.year, last.month)) == month


def test_dates_stay_in_their_blocks() -> None:
    text = "Per 12 Mei 2018 ada 300"
    assert [text[m.start : m.end] for m in find_dates(text, today=TODAY)] == ["12 Mei 2018"]
    cut = find_dates(text, today=TODAY, blocks=[(0, 10), (10, len(text))])
    assert [text[m.start : m.end] for m in cut] == ["12 Mei", "2018"]


def test_every_day_reads_back_in_every_shape() -> None:
    day = dt.date(2011, 1, 1)
    while day.year < 2027:
        weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
        for text in (
            f"{weekday}, {day.day} {month} {day.year}",
            f"{weekday} ({day.day}/{day.month}/{day.year})",
            f"{weekday} ({day:%d-%m-%Y})",
            f"per {day.day} {month.upper()} {day.year}",
        ):
            (found,) = dates(text)
            assert (found.first, found.last, found.precision) == (day, day, "day"), text
            assert found.weekday_fits in {True, None}, text
        day += dt.timedelta(1)


PIECES = st.sampled_from(
    [
        *MONTHS,
        *WEEKDAYS,
        "per ",
        "hingga ",
        "tahun ",
        "lalu",
        "ini",
        "kemarin",
        "akhir ",
        "semester ",
        "(",
        ")",
        "/",
        "-",
        ".",
        ",",
        "\n",
        " ",
        "5",
        "31",
        "2018",
        "dua ",
        "Jum’at",
        "ſenin",
        "ı",
        "K",
        "²",
        "٣",
        "minggu ",
        "kemudian",
        "Mar ",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join), st.dates() | st.none())
def test_any_text_is_read_without_harm(text: str, published: dt.date | None) -> None:
    reached = 0
    for found in dates(text, published):
        assert reached <= found.start < found.end <= len(text)
        assert (found.first is None) == (found.last is None)
        assert found.first is None or found.last is None or found.first <= found.last
        reached = found.end


@pytest.mark.parametrize("piece", ["1", "1/", "1 ", "(", " ", "\n", "a", "12-"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def taken(size: int) -> float:
        text = piece * (size // len(piece))
        began = time.process_time()
        assert find_dates(text, today=TODAY) == []
        return time.process_time() - began

    taken(10_000)
    assert taken(1_600_000) < 12 * max(taken(400_000), 0.1)  # four times as much text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mei 2019 ada 310 orang.", ["Mei 2019"]),
        ("2019 disebut tahun terakhir.", ["2019"]),
        ("Data:2018, Ma'Senin, 3/12,2018 dan x2017.", ["2018"]),
        ("Stok 12Mei2019 habis.", ["12Mei2019"]),
    ],
)
def test_dates_begin_where_a_word_or_a_number_begins(text: str, words: list[str]) -> None:
    assert [text[m.start : m.end] for m in dates(text)] == words


def test_no_date_crosses_blocks_and_their_order_does_not_matter() -> None:
    text = "Januari,\n\nMaret 2019 dan 17\n\nMei 2018"
    blocks = [(29, 37), (10, 27), (0, 8)]
    found = find_dates(text, today=TODAY, blocks=blocks)
    assert [text[m.start : m.end] for m in found] == ["Januari", "Maret 2019", "Mei 2018"]


@pytest.mark.parametrize("text", ["31/6/2023", "30 Februari 2022", "belum ada tanggal"])
def test_no_period_where_no_calendar_has_the_day(text: str) -> None:
    assert parse_period(text, today=TODAY) is None
