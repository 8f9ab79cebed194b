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
