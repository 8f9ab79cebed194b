"""What the population of a place rules out: numbers far too small for what they are called."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor import extract
from extractor.linking.size import _OBLIGED
from extractor.reading.places import population


def read(text: str) -> list[tuple[str, str, str | None]]:
    figures = extract(text, today=dt.date(2026, 1, 1)).figures
    return [(f.span.text, f.indicator, f.place.code if f.place else None) for f in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Perekaman di Klaten ramai. Ada 2.140 wajib KTP yang datang ke mal.",
            [("2.140", "other", "33.10")],
            id="obliged people who are hardly all of a regency",
        ),
        pytest.param(
            "Warga Klaten yang belum merekam e-KTP 2.140 orang. Sebanyak 2.140 wajib KTP itu didatangi petugas.",
            [("2.140", "unrecorded", "33.10"), ("2.140", "unrecorded", "33.10")],
            id="told again under another name",
        ),
        pytest.param(
            "KLATEN - Wajib KTP di lereng gunung itu 581 jiwa, yang sudah merekam e-KTP 450 jiwa.",
            [("581", "wktp", None), ("450", "recorded", None)],
            id="with their parts they are of a smaller place",
        ),
        pytest.param(
            'Perekaman di Klaten ramai. "Dari situ kami berhasil merekam e-KTP 1.183 warga," katanya.',
            [("1.183", "added", "33.10")],
            id="recorded of late",
        ),
        pytest.param(
            "Wajib KTP di Klaten 990.210 jiwa, yang sudah merekam e-KTP 970.145 jiwa.",
            [("990.210", "wktp", "33.10"), ("970.145", "recorded", "33.10")],
            id="all of a regency",
        ),
        pytest.param(
            "Wajib KTP di Kecamatan Wedi 40.210 jiwa, yang sudah merekam e-KTP 9.145 jiwa.",
            [("40.210", "wktp", "33.10.03"), ("9.145", "recorded", "33.10.03")],
            id="nothing is known of districts",
        ),
    ],
)
def test_counts_too_small_for_their_place(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert read(text) == expected


def test_the_limit_is_where_it_is_said_to_be() -> None:
    people = population("33.10") or 0
    limit = people * _OBLIGED // 100
    below, above = limit - 1001, limit + 1001
    assert read(f"Wajib KTP di Klaten {below:,} jiwa.".replace(",", "."))[0][1] == "other"
    assert read(f"Wajib KTP di Klaten {above:,} jiwa.".replace(",", "."))[0][1] == "wktp"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "KLATEN - Wajib KTP di Kecamatan Wedi 40.210 jiwa, sudah merekam e-KTP 36.143 jiwa.\n\n"
            "Wajib KTP di Kecamatan Juwiring 51.320 jiwa, sudah merekam 50.110 jiwa.\n\n"
            "Masih ada 4.067 jiwa yang belum merekam.",
            "33.10.03",
            id="where the sum is right",
        ),
        pytest.param(
            "KLATEN - Wajib KTP di Klaten 940.210 jiwa, sudah merekam e-KTP 936.143 jiwa. "
            "Kecamatan Wedi masih menyisakan 4.067 jiwa.",
            "33.10.03",
            id="the sentence names the place",
        ),
        pytest.param(
            "KLATEN - Wajib KTP di Kecamatan Wedi 40.210 jiwa, sudah merekam e-KTP 36.210 jiwa.\n\n"
            "Masih ada 4.000 jiwa yang belum merekam.",
            "33.10",
            id="round thousands are equal by chance",
        ),
        pytest.param(
            "KLATEN - Wajib KTP di Kecamatan Wedi 40.210 jiwa, sudah merekam e-KTP 36.143 jiwa.\n\n"
            "Masih ada 4.167 jiwa yang belum merekam.",
            "33.10",
            id="no place leaves so many",
        ),
    ],
)
def test_those_who_lack_are_where_the_sum_is_right(text: str, expected: str) -> None:
    assert read(text)[-1][1:] == ("unrecorded", expected)


def test_there_at_the_head_of_a_sentence() -> None:
    text = "KLATEN - Yang paling padat Kecamatan Wedi. Di sana 4.067 jiwa belum merekam e-KTP."
    assert read(text) == [("4.067", "unrecorded", "33.10.03")]


def test_a_count_too_large_takes_the_rest_of_its_paragraph_along() -> None:
    text = (
        "KLATEN - Perekaman e-KTP di Klaten dikebut. Wajib KTP kita 194,2 juta jiwa. "
        "Kurang sekitar 2 juta penduduk yang belum merekam.\n\nYang belum merekam tinggal 21 ribu jiwa."
    )
    assert read(text) == [
        ("194,2 juta", "wktp", "ID"),
        ("2 juta", "unrecorded", "ID"),
        ("21 ribu", "unrecorded", "33.10"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Pemegang suket di Klaten banyak. Di Klaten ada 1.268.400 warga, suketnya masih berlaku untuk semua.",
            [("1.268.400", "population", "33.10")],
            id="called after a paper",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 12.400 jiwa. Kabupaten Klaten 1.268.400 jiwa.",
            [("12.400", "unrecorded", "33.10"), ("1.268.400", "population", "33.10")],
            id="an item beside its place",
        ),
        pytest.param(
            "Warga Klaten yang sudah merekam e-KTP 1.068.400 jiwa.",
            [("1.068.400", "recorded", "33.10")],
            id="the recorded are nearly all",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 12.400 jiwa. Kabupaten Klaten 568.400 jiwa.",
            [("12.400", "unrecorded", "33.10"), ("568.400", "unrecorded", "33.10")],
            id="half of them are not everyone",
        ),
    ],
)
def test_as_many_as_live_there(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Blangko habis. Sebanyak 1.183 warga Klaten yang sudah merekam e-KTP masih tertunda kartunya.",
            [("1.183", "unprinted", "33.10")],
            id="delayed",
        ),
        pytest.param(
            "Ada 1.183 warga Klaten sudah direkam e-KTP dan masih dalam proses di pusat.",
            [("1.183", "unprinted", "33.10")],
            id="in work",
        ),
        pytest.param(
            "Dinas menjemput bola. Sebanyak 1.183 warga Klaten sudah direkam e-KTP di mal.",
            [("1.183", "added", "33.10")],
            id="recorded of late",
        ),
    ],
)
def test_few_recorded_whose_card_is_to_be_made(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert read(text) == expected
