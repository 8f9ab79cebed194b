"""Places that the article explains itself, addresses, and where most of a number are."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor import extract

TODAY = dt.date(2026, 1, 1)


def read(text: str) -> list[tuple[str, str | None]]:
    figures = extract(text, today=TODAY).figures
    return [(f.span.text, f.place.code if f.place else None) for f in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Warga Halmahera Utara banyak yang belum merekam e-KTP, terutama di Kecamatan Loloda Utara (Lolut). "
            "Di Lolut 1.230 warga belum merekam.",
            [("1.230", "82.03.09")],
            id="an abbreviation in brackets",
        ),
        pytest.param(
            "JAYAPURA - Sebanyak 77.106 warga ibu kota Provinsi Papua belum merekam e-KTP.",
            [("77.106", "91.71")],
            id="the capital of a province",
        ),
        pytest.param(
            "Di Kecamatan Jaten, Kabupaten Karanganyar, Jawa Tengah, sebanyak 4.120 warga belum merekam e-KTP.",
            [("4.120", "33.13.11")],
            id="an address of three levels",
        ),
        pytest.param(
            "4.120 Warga Belum Rekam e-KTP\n\nKARANGANYAR - Di Kecamatan Jaten, Karanganyar, sebanyak 4.120 warga "
            "belum merekam e-KTP.",
            [("4.120", "33.13.11"), ("4.120", "33.13.11")],
            id="a title is of the part that the text names",
        ),
        pytest.param(
            "KLATEN - Warga Kabupaten Klaten yang belum merekam e-KTP menurut data KPU Jawa Tengah berjumlah 8.340 orang.",
            [("8.340", "33.10")],
            id="the office that gave the number",
        ),
        pytest.param(
            "ASMAT - Warga Kabupaten Asmat, Provinsi Papua, yang sudah memiliki e-KTP 43.520 orang.",
            [("43.520", "93.04")],
            id="the province before it was split",
        ),
        pytest.param(
            "KARANGANYAR - Di Karanganyar masih 9.410 warga belum merekam e-KTP, paling banyak di wilayah Kecamatan Jaten.",
            [("9.410", "33.13")],
            id="where most of them are",
        ),
    ],
)
def test_the_place_of_a_number(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == expected


def test_a_letter_printed_for_a_zero_is_read_as_one_and_quoted_as_printed() -> None:
    (figure,) = extract("Di Klaten O,73 persen warga belum merekam e-KTP.", today=TODAY).figures
    assert (figure.value, figure.unit, figure.span.text) == (0.73, "percent", "O,73")


def test_a_wrapped_line_goes_on_behind_an_abbreviation() -> None:
    text = "Perekaman di Klaten\n\nKLATEN - Jumlah penduduk di Klaten ada 1.282.133 jiwa. Wajib KTP\n990.210 orang.\n"
    found = [(f.span.text, f.indicator) for f in extract(text, today=TODAY).figures]
    assert found == [("1.282.133", "population"), ("990.210", "wktp")]


def test_a_name_goes_on_behind_the_end_of_a_wrapped_line() -> None:
    text = (
        "Perekaman di Bengkalis\n\n"
        "BENGKALIS - Warga Kabupaten Bengkalis yang ternyata belum\n"
        "merekam e-KTP menurut data dinas itu di Kecamatan Siak\n"
        "Kecil tercatat 1.370 orang, sedangkan kecamatan lain\n"
        "belum melapor sampai kemarin petang.\n"
    )
    assert read(text) == [("1.370", "14.03.12")]
