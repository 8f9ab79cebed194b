"""As of when a number holds."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor import extract

TODAY = dt.date(2026, 1, 1)


def dated(text: str, published: str | None = None) -> list[tuple[str, str | None, str | None]]:
    report = extract(text, today=TODAY, published=published)
    return [
        (
            f.span.text,
            f.as_of.start.isoformat() if f.as_of and f.as_of.start else None,
            f.as_of.source if f.as_of else None,
        )
        for f in report.figures
        if f.indicator != "other"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Per 30 April 2019 warga Kabupaten Klaten yang belum merekam e-KTP 3.120 orang.",
            [("3.120", "2019-04-30", "text")],
            id="own",
        ),
        pytest.param(
            "Warga Kabupaten Klaten yang belum merekam e-KTP 3.120 orang, kata dia, Rabu (17/1/2024).",
            [("3.120", "2024-01-17", "statement")],
            id="day of speaking",
        ),
        pytest.param(
            "Warga Kabupaten Klaten yang belum merekam e-KTP 3.120 orang. Data tersebut posisi 30 September 2018.",
            [("3.120", "2018-09-30", "text")],
            id="a sentence of its own",
        ),
        pytest.param(
            "Per 30 April 2019 wajib KTP Kabupaten Klaten 900.210 jiwa. Dari jumlah itu 3.120 orang belum merekam.",
            [("900.210", "2019-04-30", "text"), ("3.120", "2019-04-30", "text")],
            id="dari jumlah itu",
        ),
        pytest.param(
            "Warga Kabupaten Klaten yang belum merekam e-KTP akhir tahun lalu 71.406 orang. "
            "Sekarang 55.128 orang yang belum merekam, kata dia, Kamis (12/7/2018).",
            [("71.406", "2017-12-01", "text"), ("55.128", "2018-07-12", "statement")],
            id="then and now",
        ),
        pytest.param(
            "Warga Klaten di atas 23 tahun yang belum merekam e-KTP 3.120 orang, batas waktunya 31 Desember 2018.",
            [("3.120", None, None)],
            id="a deadline dates nothing",
        ),
    ],
)
def test_as_of(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert dated(text) == expected


def test_a_day_without_year_keeps_every_fitting_year() -> None:
    text = "Warga Kecamatan Wedi, Kabupaten Klaten yang belum merekam e-KTP 4.000-an orang, kata camat, Selasa (28/8)."
    (figure,) = extract(text, today=TODAY).figures
    assert figure.as_of is not None
    assert figure.as_of.start is None
    assert [c.start.year for c in figure.as_of.candidates] == [2012, 2018]
    assert dated(text, published="2012-08-29") == [("4.000-an", "2012-08-28", "statement")]
