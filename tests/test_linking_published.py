"""Turns of phrase met in published reports, told here in other words and with other figures."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.told import TODAY

_HEAD = "Perekaman e-KTP di Klaten\n\nKLATEN - "
_ROWS = "Perekaman e-KTP di Jateng\n\nSEMARANG - Yang sudah merekam 90 persen. "


@pytest.mark.parametrize(
    "row",
    [
        "Ada 71 ribu warga di Kabupaten Kudus dan 83 ribu warga di Kabupaten Demak yang belum melakukan rekam data.",
        "Kudus 71 ribu orang serta Demak 83 ribu orang belum merekam.",
        "Tercatat 71 ribu warga Kudus dan 83 ribu warga Demak belum merekam.",
    ],
)
def test_what_the_end_of_a_row_tells_holds_for_all_of_it(row: str) -> None:
    figures = [f for f in extract(_ROWS + row).figures if f.unit != "percent"]
    assert [(f.indicator, f.value) for f in figures] == [("unrecorded", 71_000), ("unrecorded", 83_000)]
    assert [f.place.name for f in figures if f.place] == ["Kabupaten Kudus", "Kabupaten Demak"]


def test_a_row_of_residents_names_each_place_behind_its_number() -> None:
    text = _ROWS + "Tercatat 70.120 warga Kudus, 21.300 warga Pati dan 80.200 warga Demak belum merekam."
    figures = [f for f in extract(text).figures if f.unit != "percent"]
    assert [f.place.name for f in figures if f.place] == [
        "Kabupaten Kudus",
        "Kabupaten Pati",
        "Kabupaten Demak",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Jumlah penduduk Klaten sekitar 1,3 juta jiwa. Jumlah data pemilih dalam Pemilu (DP 4) di Klaten 972.159 jiwa.",
            [("1,3 juta", "population"), ("972.159", "other")],
            id="the 4 of DP 4 counts nothing",
        ),
        pytest.param(
            "Sudah 25.109 pemula yang direkam, ada 21.802 perekam pemula yang belum terekam.",
            [("25.109", "first_voters_recorded"), ("21.802", "first_voters_unrecorded")],
            id="those to be recorded",
        ),
        pytest.param(
            "Untuk pemilih pemula yang sudah direkam 3.120 orang. Perekaman dengan usia di atas 17 tahun sudah mencapai 98 "
            "persen.",
            [("3.120", "first_voters_recorded"), ("98", "recorded")],
            id="adults beside first voters",
        ),
        pytest.param(
            "Ada 3.502 keping KTP-el dicetak dan 27 lembar suket dicetak.",
            [("3.502", "printed"), ("27", "suket")],
            id="letters are printed too",
        ),
        pytest.param(
            "Kebutuhan blangko mencapai 14 ribu keping. Dari sekitar 14 ribu suket yang dikeluarkan, tidak semua siap.",
            [("14 ribu", "blanks"), ("14 ribu", "suket")],
            id="as many letters as blank cards",
        ),
        pytest.param(
            "Wajib KTP Klaten yang sudah melalui proses penunggalan sebanyak 905.563 orang.",
            [("905.563", "recorded")],
            id="found to be single",
        ),
        pytest.param(
            "Jumlah warga yang seharusnya memiliki e-KTP 991.749 orang.",
            [("991.749", "wktp")],
            id="who should have a card",
        ),
        pytest.param(
            "Sebanyak 97 persen warga harus ber-KTP elektronik sudah melakukan perekaman.",
            [("97", "recorded")],
            id="no demand",
        ),
        pytest.param(
            "Dinas mengejar sisa target yakni 19.402 KTP elektronik yang belum direkam.",
            [("19.402", "unrecorded")],
            id="what is left of a target",
        ),
        pytest.param(
            "Yang belum merekam 3.120 orang. Ada 19.402 warga Klaten yang merekam lebih dari satu kali.",
            [("3.120", "unrecorded"), ("19.402", "other")],
            id="recorded twice",
        ),
        pytest.param(
            "Perekaman baru 97 persen karena ada 4.012 orang yang memiliki KTP ganda.",
            [("97", "recorded"), ("4.012", "other")],
            id="two cards each",
        ),
        pytest.param(
            "Dari 910 ribu wajib KTP tersebut, sebanyak 95 persen telah melakukan perekaman data.",
            [("910 ribu", "wktp"), ("95", "recorded")],
            id="a part of the whole before the comma",
        ),
        pytest.param(
            "Dari jumlah wajib KTP sebanyak 910 ribu jiwa itu, sekitar 95 persennya telah merekam.",
            [("910 ribu", "wktp"), ("95", "recorded")],
            id="a whole with its noun that points back",
        ),
        pytest.param(
            "Yang belum merekam 35.120 orang, sebanyak 5 persen dari wajib KTP.",
            [("35.120", "unrecorded"), ("5", "unrecorded")],
            id="the same people again in percent",
        ),
        pytest.param(
            "Dinas menunda pencetakan 25.010 keping. Pencetakan e-KTP yang tertunda ada 25.010.",
            [("25.010", "unprinted"), ("25.010", "unprinted")],
            id="put off",
        ),
        pytest.param(
            "Ada 10.012 warga wajib KTP sudah rekam data yang belum mendapat KTP elektronik.",
            [("10.012", "unprinted")],
            id="recorded who have no card",
        ),
        pytest.param(
            "Capaian perekaman 68 persen. Kami menargetkan, capaian tersebut dapat terealisasi 98 persen.",
            [("68", "recorded"), ("98", "target")],
            id="aimed at",
        ),
        pytest.param(
            "Target perekaman di Klaten 991.344 jiwa. Yang sudah melakukan hal tersebut tercatat 959.855 jiwa.",
            [("991.344", "target"), ("959.855", "recorded")],
            id="who did so",
        ),
        pytest.param(
            "Ada 990 ribu lebih warga Klaten seharusnya sudah memiliki e-KTP.",
            [("990 ribu", "wktp")],
            id="who should have one already",
        ),
        pytest.param(
            "Target masih jauh, di Klaten baru 14.012 aktivasi IKD.",
            [("14.012", "ikd")],
            id="a target far off",
        ),
        pytest.param(
            "Warga yang belum melakukan perekaman tertinggi yaitu Kecamatan Wedi yakni 2.258 jiwa.",
            [("2.258", "unrecorded")],
            id="the most who lack",
        ),
        pytest.param(
            "Capaian 70 persen dinilai masih kurang, 81 persen dianggap cukup.",
            [("70", "recorded"), ("81", "other")],
            id="too little is no rest",
        ),
    ],
)
def test_turns_of_phrase(text: str, expected: list[tuple[str, str]]) -> None:
    figures = extract(_HEAD + text, today=TODAY).figures
    assert [(f.span.text, f.indicator) for f in figures] == expected


def test_residents_stay_residents_in_an_article_that_opens_with_voters() -> None:
    text = (
        "7 Ribu Pemilih Potensial Terancam Tak Mencoblos\n\nKLATEN - Sebanyak 7.310 warga Klaten belum memiliki e-KTP. Ada "
        "6.120 pemilih yang belum merekam."
    )
    assert [f.indicator for f in extract(text).figures][-2:] == ["not_owned", "other"]


def test_a_place_in_the_area_of_another_is_the_one_meant() -> None:
    text = _HEAD + "Warga Delanggu yang masuk wilayah Kabupaten Klaten ada 2.012 orang belum merekam e-KTP."
    assert [f.place.name for f in extract(text).figures if f.place] == ["Kecamatan Delanggu"]


def test_the_farthest_part_of_the_country_is_not_the_country() -> None:
    text = "Rekam di Talaud\n\nMELONGUANE - Perekaman e-KTP di wilayah terutara Indonesia sudah mencapai 96 persen."
    assert [f.place.name for f in extract(text).figures if f.place] == ["Kabupaten Kepulauan Talaud"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kalau sampai 31 Desember 2015 tidak datang, NIK dihapus.",
        "Kementerian telah membatasi hingga 30 September 2016.",
        "Mereka diberi waktu hingga 10 Februari 2024.",
    ],
)
def test_the_day_by_which_to_come_dates_nothing(sentence: str) -> None:
    text = f"Rekam di Klaten\n\nKLATEN - {sentence} Yang belum merekam 3.120 orang."
    assert [f.as_of for f in extract(text).figures] == [None]


def test_at_least_so_many_are_hoped_for() -> None:
    text = (
        "Rekam di Klaten\n\nKLATEN - Wajib KTP Klaten 991.204 jiwa, yang sudah merekam 745.112 jiwa. Paling tidak, kata dia, "
        "95 persen warga sudah merekam."
    )
    assert extract(text).findings == []
