"""Which place a number is about."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor import extract

TODAY = dt.date(2026, 1, 1)


def placed(text: str) -> list[tuple[str, str | None]]:
    report = extract(text, today=TODAY)
    return [
        (f.span.text, f.place.name if f.place else None) for f in report.figures if f.indicator != "other"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "KLATEN - Sebanyak 3.120 warga Kabupaten Klaten, Jawa Tengah belum merekam e-KTP.",
            [("3.120", "Kabupaten Klaten")],
            id="a province behind its regency only explains it",
        ),
        pytest.param(
            "Sebanyak 3.120 warga Kabupaten Klaten belum merekam e-KTP, kata kepala dinas di Solo, Rabu (17/1/2024).",
            [("3.120", "Kabupaten Klaten")],
            id="where someone spoke",
        ),
        pytest.param(
            "Warga Kabupaten Klaten yang belum merekam e-KTP: Kecamatan Wedi dan Gantiwarno masing-masing 410 dan 408 orang.",
            [("410", "Kecamatan Wedi"), ("408", "Kecamatan Gantiwarno")],
            id="masing-masing",
        ),
        pytest.param(
            "Perekaman e-KTP di Kabupaten Klaten berjalan. Terbanyak di Kecamatan Wedi. Wajib KTP-nya 41.300 orang.",
            [("41.300", "Kecamatan Wedi")],
            id="-nya",
        ),
        pytest.param(
            "Di Kabupaten Indragiri Hilir, yang belum merekam e-KTP 4.902 jiwa. "
            "Kecamatan Kateman, yang bertetangga dengan Batam, 2.865 jiwa.",
            [("4.902", "Kabupaten Indragiri Hilir"), ("2.865", "Kecamatan Kateman")],
            id="a neighbour named in between",
        ),
        pytest.param(
            "Di Kecamatan Cilacap Selatan 812 warga belum rekam e-KTP. "
            "Terbanyak di Kelurahan Tegalkamulyan 214 orang, Cilacap 187 orang.",
            [("812", "Kecamatan Cilacap Selatan"), ("214", None), ("187", None)],
            id="a village of the regency's name",
        ),
        pytest.param(
            "Kabupaten Blitar kalah dari Kota Blitar. Wajib KTP di kabupaten tercatat 918.406 jiwa. "
            "Wajib KTP di kota 114.210 jiwa.",
            [("918.406", "Kabupaten Blitar"), ("114.210", "Kota Blitar")],
            id="kind alone",
        ),
        pytest.param(
            "Stok blangko e-KTP di Kabupaten Klaten 2.500 keping. Pemerintah pusat menyiapkan 16 juta keping blangko.",
            [("2.500", "Kabupaten Klaten"), ("16 juta", "Indonesia")],
            id="more cards than people",
        ),
    ],
)
def test_place(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert placed(text) == expected


def test_a_pair_of_one_name_is_settled_by_the_size_of_its_numbers() -> None:
    text = "Wajib KTP di Magelang sebanyak 92.400 orang, yang belum merekam e-KTP 1.210 orang."
    assert {name for _, name in placed(text)} == {"Kota Magelang"}


def test_an_undecided_place_keeps_its_candidates() -> None:
    (figure,) = extract("Ada 410 warga Magelang belum merekam e-KTP.", today=TODAY).figures
    assert figure.place is not None
    assert figure.place.code is None
    assert [c.name for c in figure.place.candidates] == ["Kabupaten Magelang", "Kota Magelang"]
