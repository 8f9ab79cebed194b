"""Percentages that are asked for, and those that tell a count again: each text with the figures that it states."""

from __future__ import annotations

import pytest

from tests.told import counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Perekaman e-KTP di Klaten baru 88,4 persen, padahal secara nasional harus mencapai 96 persen.",
            [("88,4", "recorded"), ("96", "target")],
            id="must",
        ),
        pytest.param(
            "Warga Klaten yang sudah merekam e-KTP 91 persen, dan akan dituntaskan menjadi 100 persen bulan depan.",
            [("91", "recorded"), ("100", "target")],
            id="will be made",
        ),
        pytest.param(
            "Warga Klaten yang sudah merekam e-KTP 91 persen. Dinas mengupayakan perekaman naik lagi, minimal 97 persen.",
            [("91", "recorded"), ("97", "target")],
            id="striven for",
        ),
        pytest.param(
            "Warga Klaten yang sudah merekam e-KTP 61 persen. Tahun ini dinas mentargetkan 88 persan.",
            [("61", "recorded"), ("88", "target")],
            id="misprinted",
        ),
        pytest.param(
            "Dinas di Klaten berupaya menjemput bola, dan kini perekaman e-KTP 97 persen.",
            [("97", "recorded")],
            id="what came of it is reached",
        ),
        pytest.param(
            "Dinas berupaya menjangkau 4 persen warga Klaten yang belum merekam e-KTP.",
            [("4", "unrecorded")],
            id="nobody strives for the few that lack",
        ),
        pytest.param(
            "Mereka harus datang ke dinas. Perekaman e-KTP di Klaten sudah 97 persen.",
            [("97", "recorded")],
            id="what people must do is no target",
        ),
    ],
)
def test_asked_for(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Warga Klaten yang sudah merekam e-KTP 871.300 jiwa. Menurut kepala dinas, itu sama dengan 93,12 persen.",
            [("871.300", "recorded"), ("93,12", "recorded")],
            id="according to",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 48.200 jiwa. Atau 5,2 persen.",
            [("48.200", "unrecorded"), ("5,2", "unrecorded")],
            id="or",
        ),
        pytest.param(
            "Yang sudah merekam e-KTP di Klaten 871.300 jiwa. Jumlah itu kira-kira 93 persen.",
            [("871.300", "recorded"), ("93", "recorded")],
            id="about",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten jalan terus, kini mendekati angka 94 persen.",
            [("94", "recorded")],
            id="nearly reached",
        ),
        pytest.param(
            "Warga Klaten yang belum merekam e-KTP tinggal satu persen.",
            [("satu", "unrecorded")],
            id="one percent",
        ),
        pytest.param(
            "Warga Klaten yang sudah merekam e-KTP 871.300 jiwa. Presentasinya 93 persen, kurangnya 7 persen.",
            [("871.300", "recorded"), ("93", "recorded"), ("7", "unrecorded")],
            id="misspelt",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 48.200 jiwa. Menurut sopir, itu karena tarif ojek naik 10 persen.",
            [("48.200", "unrecorded")],
            id="a percentage of something else",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 48.200 jiwa. Setiap warga menerima satu blangko.",
            [("48.200", "unrecorded")],
            id="one card is no count",
        ),
    ],
)
def test_told_as_share(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(text) == expected


def test_an_item_with_its_own_wajib_ktp_counts_the_act_of_the_passage() -> None:
    text = (
        "Di Klaten 553.900 warga sudah terekam e-KTP. Padahal wajib KTP 987.600 orang. Kurangnya 433.700 orang lagi."
        "\n\nKecamatan Wedi baru merekam 14.005 orang padahal wajib KTP-nya 29.812. Juwiring 12.218 dari 23.730 wajib KTP."
    )
    assert counted(text)[3:] == [
        ("14.005", "recorded"),
        ("29.812", "wktp"),
        ("12.218", "recorded"),
        ("23.730", "wktp"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Sebanyak 62 persen sekolah di Klaten sudah didatangi tim rekam e-KTP.",
        "Dari 86 desa di Klaten, 47 persen tuntas rekam e-KTP.",
        "Serapan anggaran perekaman e-KTP di Klaten baru 71 persen.",
        "Alat perekaman e-KTP di Klaten tinggal 60 persen yang berfungsi.",
        "Dari yang belum merekam e-KTP di Klaten, 45 persen berada di luar negeri.",
        "Blangko e-KTP di Klaten menipis, stok blangko tinggal 15 persen.",
    ],
)
def test_a_share_of_things_or_of_those_who_lack_tells_of_no_residents(told: str) -> None:
    assert counted(told) == []


def test_who_records_is_no_thing() -> None:
    assert counted("Petugas kami di lapangan sudah merekam 60 persen wajib KTP Klaten.") == [
        ("60", "recorded")
    ]


@pytest.mark.parametrize(
    "words", ["Kalau dipersenkan 4,23.", "Persentasenya 4,23.", "Bila dipersentasekan sekitar 4,23."]
)
def test_a_percentage_without_its_word_behind_one_that_announces_it(words: str) -> None:
    told = counted(f"Warga Klaten yang belum merekam e-KTP 14.873 jiwa. {words}")
    assert told == [("14.873", "unrecorded"), ("4,23", "unrecorded")]


def test_who_still_lacks_behind_the_obliged_of_the_same_place() -> None:
    assert counted(
        "Di Kecamatan Wedi, Klaten, 5.411 orang belum merekam e-KTP. Cawas yang wajib KTP-nya 31.866 jiwa; di sana masih 2.204 "
        "jiwa."
    ) == [("5.411", "unrecorded"), ("31.866", "wktp"), ("2.204", "unrecorded")]
