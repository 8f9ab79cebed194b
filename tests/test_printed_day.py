"""The date lines of outlets, as they print them."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.printed_day import printed_day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Kamis, 08 Nov 2018 14:11 WIB", "2018-11-08"),
        ("Soloraya / Selasa, 2 Januari 2018 - 19:35 WIB", "2018-01-02"),
        ("SELASA, 31 OKTOBER 2017 | 10:40 WIB", "2017-10-31"),
        ("Kompas.com - 10/02/2013, 01:29 WIB", "2013-02-10"),
        ("25/4/2017 14:45", "2017-04-25"),
        ("Ditulis pada 21 Oktober 2014", "2014-10-21"),
        ("Jum’at, 9 Peb 2018", "2018-02-09"),
        ("Thursday, 21 Jun 2018", "2018-06-21"),
        ("June 21, 2018", "2018-06-21"),
        ("2018-06-30T00:30:00+07:00", "2018-06-30"),
        ("Senin Pahing, 4 Juni 2018", "2018-06-04"),
    ],
)
def test_a_date_line_gives_its_day(line: str, day: str) -> None:
    period = printed_day(line)
    assert period is not None
    assert period.start == period.end == dt.date.fromisoformat(day)
    assert (period.precision, period.source) == ("day", "metadata")


@pytest.mark.parametrize(
    "line", ["", "3 jam lalu", "32 Januari 2018", "31/02/2018", "Oleh Redaksi", "10 Orang 2018"]
)
def test_a_line_without_a_full_date_gives_none(line: str) -> None:
    assert printed_day(line) is None
