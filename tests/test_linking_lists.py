"""Lists of places whose head stands a sentence or a paragraph before, and numbers that only the list explains."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.told import TODAY, dated, located

_REGENCY = "Perekaman e-KTP di Klaten\n\nKLATEN - Kepala dinas berbicara di Klaten, Kamis (2/11/2023). "
_PROVINCE = "Perekaman e-KTP di Bengkulu\n\nBENGKULU - "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Dinas merinci sebaran wajib KTP yang belum melakukan perekaman. Rinciannya per kecamatan sebagai berikut.\n\n"
            "Wedi 2.411 orang, Juwiring 1.107 orang dan Cawas 780 orang.",
            [
                ("2.411", "unrecorded", "Kecamatan Wedi"),
                ("1.107", "unrecorded", "Kecamatan Juwiring"),
                ("780", "unrecorded", "Kecamatan Cawas"),
            ],
            id="a sentence that only points ahead",
        ),
        pytest.param(
            "Di Klaten masih banyak penduduk wajib KTP yang tidak memiliki KTP elektronik. Berikut sebarannya:\n\n"
            "Kecamatan Wedi: 1.912 jiwa\nKecamatan Juwiring: 1.433 jiwa\nKecamatan Cawas: 988 jiwa\n\n"
            "Jumlahnya 4.333 jiwa dari total 904.221 wajib KTP.",
            [
                ("1.912", "not_owned", "Kecamatan Wedi"),
                ("1.433", "not_owned", "Kecamatan Juwiring"),
                ("988", "not_owned", "Kecamatan Cawas"),
                ("4.333", "not_owned", "Kabupaten Klaten"),
                ("904.221", "wktp", "Kabupaten Klaten"),
            ],
            id="a colon, and the sum behind the list",
        ),
        pytest.param(
            "Yang sudah dan yang belum merekam dirinci. Di Kecamatan Wedi wajib KTP 24.115, yang sudah 17.903 dan yang "
            "belum 6.212. Juwiring 12.066, sudah 7.125, belum 4.941.",
            [
                ("24.115", "wktp", "Kecamatan Wedi"),
                ("17.903", "recorded", "Kecamatan Wedi"),
                ("6.212", "unrecorded", "Kecamatan Wedi"),
                ("12.066", "wktp", "Kecamatan Juwiring"),
                ("7.125", "recorded", "Kecamatan Juwiring"),
                ("4.941", "unrecorded", "Kecamatan Juwiring"),
            ],
            id="rows that leave the first word out",
        ),
        pytest.param(
            "Sebanyak 1.841 pemilih pemula di Klaten belum terekam KTP elektronik.\n\nDari 3.030 pemilih pemula, baru "
            "1.189 yang merekam. Kecamatan Wedi menyumbang terbanyak, 842 orang, menyusul Juwiring 611 dan Cawas 388.",
            [
                ("1.841", "first_voters_unrecorded", "Kabupaten Klaten"),
                ("3.030", "first_voters", "Kabupaten Klaten"),
                ("1.189", "first_voters_recorded", "Kabupaten Klaten"),
                ("842", "first_voters_unrecorded", "Kecamatan Wedi"),
                ("611", "first_voters_unrecorded", "Kecamatan Juwiring"),
                ("388", "first_voters_unrecorded", "Kecamatan Cawas"),
            ],
            id="what the items add up to",
        ),
        pytest.param(
            "Ke-12.230 wajib e-KTP yang belum merekam itu ada di tiga kecamatan: Wedi 762 wajib e-KTP, Juwiring 711 wajib "
            "e-KTP, dan Cawas 1.353 wajib e-KTP.",
            [
                ("12.230", "unrecorded", "Kabupaten Klaten"),
                ("762", "unrecorded", "Kecamatan Wedi"),
                ("711", "unrecorded", "Kecamatan Juwiring"),
                ("1.353", "unrecorded", "Kecamatan Cawas"),
            ],
            id="the obliged as a mere unit",
        ),
        pytest.param(
            "Yang belum merekam paling banyak di Kecamatan Wedi, 2.507 jiwa. Empat kecamatan lainnya di bawah seribu "
            "semua: Juwiring 902, Cawas 743, Bayat 688.",
            [
                ("2.507", "unrecorded", "Kecamatan Wedi"),
                ("902", "unrecorded", "Kecamatan Juwiring"),
                ("743", "unrecorded", "Kecamatan Cawas"),
                ("688", "unrecorded", "Kecamatan Bayat"),
            ],
            id="a bound of several is none of their numbers",
        ),
        pytest.param(
            "Berikut datanya:\n\nWedi: wajib KTP 37.002, sudah rekam 35.190, belum rekam 1.812\nJuwiring: 16.201 jiwa, 13.980 "
            "jiwa, 2.221 jiwa",
            [
                ("37.002", "wktp", "Kecamatan Wedi"),
                ("35.190", "recorded", "Kecamatan Wedi"),
                ("1.812", "unrecorded", "Kecamatan Wedi"),
                ("16.201", "wktp", "Kecamatan Juwiring"),
                ("13.980", "recorded", "Kecamatan Juwiring"),
                ("2.221", "unrecorded", "Kecamatan Juwiring"),
            ],
            id="a row without words",
        ),
        pytest.param(
            "Yang belum merekam: Kecamatan Wedi 2.401dan Kecamatan Cawas 702 orang.",
            [("2.401", "unrecorded", "Kecamatan Wedi"), ("702", "unrecorded", "Kecamatan Cawas")],
            id="a word glued to its number",
        ),
    ],
)
def test_items_take_what_their_head_or_their_sum_tells(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert located(_REGENCY + text) == expected


def test_percentages_of_a_list_tell_the_act_of_the_sentence_before() -> None:
    text = (
        "Dinas provinsi merilis capaian perekaman KTP-el kabupaten dan kota. Datanya adalah sebagai berikut: Kota "
        "Bengkulu 98,2 persen, Seluma 96,4 persen, Kaur 95,8 persen."
    )
    assert located(_PROVINCE + text) == [
        ("98,2", "recorded", "Kota Bengkulu"),
        ("96,4", "recorded", "Kabupaten Seluma"),
        ("95,8", "recorded", "Kabupaten Kaur"),
    ]


def test_a_date_of_the_head_is_that_of_the_list() -> None:
    text = (
        "Dinas merinci wajib KTP yang hingga 31 Oktober 2023 belum melakukan perekaman. Rinciannya sebagai berikut.\n\n"
        "Wedi 2.411 orang, Juwiring 1.107 orang dan Cawas 780 orang."
    )
    assert dated(_REGENCY + text) == [("2.411", "2023-10-31"), ("1.107", "2023-10-31"), ("780", "2023-10-31")]


def test_a_list_of_something_else_is_not_held_against_the_place() -> None:
    text = (
        "Sebanyak 2.914 pemilih pemula di Kota Blitar belum terekam.\n\nDari 4.530 pemilih pemula, baru 1.616 yang "
        "merekam. Terbanyak di Kecamatan Sukorejo, 1.142 orang, Kepanjenkidul 911 orang dan Sananwetan 861 orang."
    )
    report = extract("Perekaman di Kota Blitar\n\nBLITAR - " + text, today=TODAY)
    assert [finding.code for finding in report.findings] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Yang sudah terekam 31.560 orang, yang belum 4.100 orang. Begitu rekap dinas per 31 Desember 2017 yang "
            "diterima media ini.",
            [("31.560", "2017-12-31"), ("4.100", "2017-12-31")],
            id="thus the data of that day",
        ),
        pytest.param(
            "Data Konsolidasi Bersih (DKB) semester I 2022 menyebut penduduk Klaten kini 1.271.530 jiwa. Yang sudah merekam "
            "981.200 jiwa.",
            [("1.271.530", "2022-01-01"), ("981.200", "2022-01-01")],
            id="the data tell",
        ),
        pytest.param(
            "Penduduk Klaten pada semester I 2022 tercatat 1.271.530 jiwa.\n\nYang terbanyak penduduknya Kecamatan Wedi, "
            "52.310 jiwa.\n\nYang sudah merekam 981.200 jiwa.",
            [("1.271.530", "2022-01-01"), ("52.310", "2022-01-01"), ("981.200", "2023-11-02")],
            id="residents only",
        ),
        pytest.param(
            "Hingga tutup tahun 2018 yang belum merekam 21.310 orang.",
            [("21.310", "2018-12-01")],
            id="at the close of a year",
        ),
    ],
)
def test_the_date_of_data_reaches_all_that_they_tell(text: str, expected: list[tuple[str, str]]) -> None:
    assert dated(_REGENCY + text) == expected


def test_a_ranking_is_of_the_place_that_leads_it_not_of_where_it_does() -> None:
    text = (
        "Data pusat menempatkan Kota Bengkulu sebagai daerah dengan capaian perekaman KTP-el tertinggi di Bengkulu yakni "
        "99,71 persen, sedangkan yang paling rendah Kabupaten Kaur dengan 90,05 persen."
    )
    assert located(_PROVINCE + text) == [
        ("99,71", "recorded", "Kota Bengkulu"),
        ("90,05", "recorded", "Kabupaten Kaur"),
    ]


def test_nowhere_lie_more_blank_cards_than_people_live() -> None:
    text = (
        "Perekaman e-KTP di Kaur\n\nBINTUHAN - Kepala Disdukcapil Kaur mengatakan, Kemendagri membagi 7 juta blangko kepada "
        "semua daerah. Kaur kebagian 4 ribu blangko."
    )
    assert located(text) == [("7 juta", "blanks", "Indonesia"), ("4 ribu", "blanks", "Kabupaten Kaur")]


def test_a_number_with_its_percentage_is_not_all_who_live_there() -> None:
    text = "Kepala dinas menuturkan yang sudah beres 1.204.223 orang (97,55 persen) pada akhir tahun itu."
    assert "population" not in [indicator for _, indicator, _ in located(_REGENCY + text)]


def test_the_place_that_is_singled_out_among_the_parts_of_another() -> None:
    text = (
        "Dari sepuluh daerah di Provinsi Bengkulu, Kota Bengkulu yang paling rajin. Realisasi perekamannya 91,4 persen dari "
        "237.405 wajib KTP."
    )
    assert located(_PROVINCE + text) == [
        ("91,4", "recorded", "Kota Bengkulu"),
        ("237.405", "wktp", "Kota Bengkulu"),
    ]


def test_a_village_that_is_singled_out_has_no_code() -> None:
    text = "Paling rajin Desa Sukamaju di Kabupaten Klaten. Yang sudah merekam 904.404 orang."
    assert [row[:2] for row in located(_REGENCY + text)] == [("904.404", "recorded")]


def test_the_rest_of_a_sentence_is_of_what_it_told_however_many_lack_elsewhere() -> None:
    text = (
        "Di Kabupaten Kaur yang belum merekam 4.211 orang.\n\nSecara provinsi wajib KTP Bengkulu 1.364.318, yang sudah "
        "terekam 1.255.909, sisanya 108.409."
    )
    assert located(_PROVINCE + text)[-1] == ("108.409", "unrecorded", "Provinsi Bengkulu")
