"""What stands beside an act decides what it counts: each text with the figures that it states."""

from __future__ import annotations

import pytest

from extractor.reading.misspelt_acts import one_slip
from tests.told import counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Di Klaten hanya 903.112 wajib KTP yang melakukan perekaman e-KTP.",
            [("903.112", "recorded")],
            id="obliged people who",
        ),
        pytest.param(
            "Dari 990.210 wajib KTP yang sudah merekam di Klaten 903.112 orang.",
            [("990.210", "wktp"), ("903.112", "recorded")],
            id="obliged people who are divided",
        ),
        pytest.param(
            "Warga Klaten yang belum memiliki dan melakukan rekam e-KTP sebanyak 8.140 orang.",
            [("8.140", "unrecorded")],
            id="neither owned nor recorded",
        ),
        pytest.param(
            "Warga Klaten yang sudah rekam dan mengantongi e-KTP 903.112 orang.",
            [("903.112", "owned")],
            id="recorded and owned",
        ),
        pytest.param(
            "Perekaman dan pencetakan e-KTP di Klaten mencapai 903.112 orang.",
            [("903.112", "recorded")],
            id="recording and printing",
        ),
        pytest.param(
            "Di Klaten 3.120 orang belum merekam e-KTP. Yang belum memiliki KK sebanyak 15.362 orang.",
            [("3.120", "unrecorded")],
            id="another paper is not owned",
        ),
        pytest.param(
            "Sebanyak 1.840 warga Klaten pemegang suket menunggu e-KTP.",
            [("1.840", "suket")],
            id="holders of the letter",
        ),
        pytest.param(
            "Sebanyak 6.021 e-KTP warga Klaten masih menunggu selesai dicetak.",
            [("6.021", "unprinted")],
            id="waiting to be printed",
        ),
        pytest.param(
            "Total penduduk Klaten yang wajib untuk memiliki KTP mencapai 990.210 jiwa.",
            [("990.210", "wktp")],
            id="people who are obliged to own",
        ),
        pytest.param(
            "Warga wajib KTP usia 17 tahun atau sudah menikah di Klaten sebanyak 990.210 orang.",
            [("990.210", "wktp")],
            id="of 17 or married is everyone",
        ),
        pytest.param(
            "Di Klaten yang sudah membuat e-KTP 903.112 orang. Tiap hari ada warga membuat e-KTP baru.",
            [("903.112", "owned")],
            id="made a card",
        ),
        pytest.param(
            "Di Klaten yang telah melakukan perekamana e-KTP 903.112 jiwa, yang belum perekaan 3.120.",
            [("903.112", "recorded"), ("3.120", "unrecorded")],
            id="slips of the keyboard",
        ),
        pytest.param(
            "Sebanyak 2.003 warga Klaten didatangi petugas Disdukcapil karena belum merekam e-KTP.",
            [("2.003", "unrecorded")],
            id="the reason told of a number",
        ),
        pytest.param(
            "Sekitar 15.412 warga Klaten sudah terekam datanya, belum dicetak e-KTP-nya.",
            [("15.412", "unprinted")],
            id="an act that ends in a lack",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten jauh dari target, 5.441 belum perekaman e-KTP.",
            [("5.441", "unrecorded")],
            id="of two equally near an act counts",
        ),
        pytest.param(
            "Warga Klaten yang belum punya e-KTP 3.120 orang. Terkait data ganda, jumlahnya mencapai 821 orang.",
            [("3.120", "not_owned")],
            id="their number is that of what the sentence names",
        ),
        pytest.param(
            "Warga Klaten yang sudah merekam e-KTP 99,29 persen. Semester lalu persentasenya 98,01 persen atau 975.376 jiwa.",
            [("99,29", "recorded"), ("98,01", "recorded"), ("975.376", "recorded")],
            id="a share and its count",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten jalan. Dari target akta kelahiran 97 persen, realisasinya 99 persen.",
            [],
            id="the target of another paper",
        ),
        pytest.param(
            "Warga Klaten yang harus memiliki KTP-elektronik 990.210 orang.",
            [("990.210", "wktp")],
            id="those who must own a card",
        ),
        pytest.param(
            "Target perekaman e-KTP di Klaten hingga kini sudah mencapai 97,21 persen.",
            [("97,21", "recorded")],
            id="how far a target is met",
        ),
        pytest.param(
            "Target perekaman e-KTP di Klaten tahun ini 97,21 persen.",
            [("97,21", "target")],
            id="a target",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten telah dilakukan terhadap 903.112 warga yang wajib KTP.",
            [("903.112", "recorded")],
            id="of whom an act is told",
        ),
        pytest.param(
            "Yang wajib memiliki e-KTP di Klaten 990.210 orang, tetapi banyak yang belum direkam.",
            [("990.210", "wktp")],
            id="many of them are others",
        ),
        pytest.param(
            "Wajib KTP di Klaten terdata 990.210 jiwa, yang sudah merekam namun belum tercetak 8.640 jiwa.",
            [("990.210", "wktp"), ("8.640", "unprinted")],
            id="an act told of the next number",
        ),
        pytest.param(
            "Sebanyak 4.880 warga Klaten belum melakukan perekaman dan pencetakan e-KTP.",
            [("4.880", "unrecorded")],
            id="neither recorded nor printed",
        ),
        pytest.param(
            "Yang sudah proses perekaman di Klaten 903.112 orang dan belum rekam 8.740.",
            [("903.112", "recorded"), ("8.740", "unrecorded")],
            id="gone through recording",
        ),
        pytest.param(
            "Penduduk Klaten yang seharusnya sudah merekam e-KTP ada 990.210 orang.",
            [("990.210", "wktp")],
            id="those who should have recorded",
        ),
        pytest.param(
            "Tunggakan pencetakan e-KTP di Klaten masih 5.374 keping. Stok blangko e-KTP siap cetak 1.540 keping.",
            [("5.374", "unprinted"), ("1.540", "blanks")],
            id="a backlog, and cards ready for print",
        ),
        pytest.param(
            "Daerah di Jawa Tengah yang banyak belum merekam e-KTP 21 persen di Klaten. Boyolali baru mencapai 79,44 persen, "
            "Sragen mencapai 64,18 persen.",
            [("21", "unrecorded"), ("79,44", "recorded"), ("64,18", "recorded")],
            id="a percentage that is reached",
        ),
        pytest.param(
            "Dari wajib KTP di Klaten, total ada 990.210 orang, dan yang sudah merekam 903.112 orang.",
            [("990.210", "wktp"), ("903.112", "recorded")],
            id="the whole told as a total",
        ),
        pytest.param(
            "Warga Klaten yang belum merekam e-KTP, menurut rekapnya: Wedi 1.120, Prambanan 812.",
            [("1.120", "unrecorded"), ("812", "unrecorded")],
            id="a summary is no recording",
        ),
    ],
)
def test_companions(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("perekaan", "perekaman", True),
        ("perekamana", "perekaman", True),
        ("perekeman", "perekaman", True),
        ("perkeaman", "perekaman", True),
        ("prekaman", "perekaman", True),
        ("perekamna", "perekaman", True),
        ("perekaman", "perekaman", False),
        ("perekonomian", "perekaman", False),
        ("merekat", "merekam", False),
    ],
)
def test_one_slip(word: str, other: str, expected: bool) -> None:
    assert one_slip(word, other) is expected
