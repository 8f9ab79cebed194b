"""Whose number it is where the place stands elsewhere: each text with the places of its figures."""

from __future__ import annotations

import pytest

from tests.told import placed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Menurut data warga Klaten dari Provinsi Jawa Tengah yang diterima dinas, 51.300 orang belum merekam e-KTP.",
            [("51.300", "Kabupaten Klaten")],
            id="handed on by",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten\n\nKLATEN - Perekaman di Klaten jalan. "
            "Menurut data Dispendukcapil Jawa Tengah 51.300 orang belum merekam e-KTP.",
            [("51.300", "Kabupaten Klaten")],
            id="an office by another name",
        ),
        pytest.param(
            "Perekaman e-KTP Jawa Tengah\n\nPerekaman e-KTP di Jawa Tengah jalan. Klaten yang paling lambat. Yang belum merekam 30 ribuan orang.",
            [("30 ribuan", "Kabupaten Klaten")],
            id="the extreme behind its place",
        ),
        pytest.param(
            "Perekaman e-KTP Jawa Tengah\n\nPerekaman e-KTP di Jawa Tengah jalan. Klaten sudah dikunjungi. Yang belum merekam 30 ribuan orang.",
            [("30 ribuan", "Provinsi Jawa Tengah")],
            id="a place that is no extreme",
        ),
        pytest.param(
            "Warga Jawa Tengah yang dikirim undangan tetapi belum merekam e-KTP 51.300 orang.",
            [("51.300", "Provinsi Jawa Tengah")],
            id="no data from there",
        ),
    ],
)
def test_sources_and_extremes(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Perekaman e-KTP di Klaten baru 91,2 persen, di bawah target nasional, yakni 98,6 persen.",
            [("91,2", "Kabupaten Klaten"), ("98,6", "Indonesia")],
            id="the country's",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten baru 91,2 persen, di bawah target, yakni 98,6 persen.",
            [("91,2", "Kabupaten Klaten"), ("98,6", "Kabupaten Klaten")],
            id="the regency's",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten 91,2 persen dari target nasional.",
            [("91,2", "Kabupaten Klaten")],
            id="what is reached of it",
        ),
    ],
)
def test_targets_of_the_country(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "92 Persen Warga Belum Rekam e-KTP\n\nKLATEN - Di Kecamatan Wedi 92 persen warga belum merekam e-KTP.",
            [("92", "Kecamatan Wedi"), ("92", "Kecamatan Wedi")],
            id="a percentage of the title",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten\n\nKLATEN - Kami pastikan 23 warga itu segera merekam e-KTP.\n\n"
            "Ada 23 orang di Kecamatan Wedi belum merekam e-KTP.",
            [("23", "Kecamatan Wedi"), ("23", "Kecamatan Wedi")],
            id="a number that points",
        ),
        pytest.param(
            "92 Persen Warga Klaten Belum Rekam e-KTP\n\nKLATEN - Di Kecamatan Wedi 92 persen warga belum merekam e-KTP.",
            [("92", "Kabupaten Klaten"), ("92", "Kecamatan Wedi")],
            id="a title that names its own place",
        ),
    ],
)
def test_a_place_that_stands_beside_the_number_elsewhere(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert placed(text) == expected


def test_numbers_in_turn_of_the_places_before() -> None:
    assert placed(
        "Perekaman di Jawa Tengah\n\nYang belum rekam e-KTP di Kabupaten Tegal 34.920 orang dan di Kabupaten Pemalang 33.311 "
        "orang. Wajib KTP masing-masing 1.164.000 dan 1.110.380 orang."
    ) == [
        ("34.920", "Kabupaten Tegal"),
        ("33.311", "Kabupaten Pemalang"),
        ("1.164.000", "Kabupaten Tegal"),
        ("1.110.380", "Kabupaten Pemalang"),
    ]
