"""Turns of phrase that decide which of two words a number is told by: each text with the figures that it states."""

from __future__ import annotations

import pytest

from tests.told import counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Blangko e-KTP Klaten Sisa 3.410, Masih Banyak Warga Belum Perekaman",
            [("3.410", "blanks")],
            id="many others",
        ),
        pytest.param(
            "Klaten Kejar Target, 13 Persen Wajib KTP Belum Direkam",
            [("13", "unrecorded")],
            id="a comma behind the target",
        ),
        pytest.param(
            "Warga Klaten yang sudah merekam e-KTP 91 persen. Targetnya, 98 persen.",
            [("91", "recorded"), ("98", "target")],
            id="its target",
        ),
        pytest.param(
            "Wajib KTP di Klaten 976.300 jiwa, yang sudah direkam namun belum dicetak 7.420 jiwa.",
            [("976.300", "wktp"), ("7.420", "unprinted")],
            id="the act of the next number",
        ),
        pytest.param(
            "Di Klaten baru 91,2 persen dari 974.300 warga wajib KTP yang telah mengantongi KTP elektronik.",
            [("91,2", "owned"), ("974.300", "wktp")],
            id="the obliged who are divided",
        ),
        pytest.param(
            "Turun dari 70.100 menjadi 3.120 warga wajib KTP yang belum merekam di Klaten.",
            [("70.100", "unrecorded"), ("3.120", "unrecorded")],
            id="a number between them",
        ),
        pytest.param(
            "Sekitar 94 persen warga Klaten yang telah merekam sudah mengantongi e-KTP.",
            [("94", "owned")],
            id="what those who have recorded hold",
        ),
        pytest.param(
            "Sekitar 94 persen warga Klaten yang telah merekam dilayani dinas.",
            [("94", "recorded")],
            id="those who have recorded",
        ),
        pytest.param(
            "Data per bulan Juli 2018, sebanyak 871.300 warga Klaten sudah merekam e-KTP.",
            [("871.300", "recorded")],
            id="a month is no rate",
        ),
        pytest.param(
            'Yang belum merekam e-KTP di Klaten 3.120 orang. "Per bulan kami merekam 640 orang," katanya.',
            [("3.120", "unrecorded"), ("640", "recorded_per_day")],
            id="a rate",
        ),
        pytest.param(
            "Warga Klaten yang sudah memilikki e-KTP 691.100 jiwa.",
            [("691.100", "owned")],
            id="misprinted",
        ),
        pytest.param(
            "Di Klaten ada 5.260 orang yang jadi pemilih pemula pada pemilu ini dan wajib merekam e-KTP.",
            [("5.260", "first_voters")],
            id="who become voters",
        ),
        pytest.param(
            "KTP elektronik Klaten yang jadi 204.300 keping, yang belum dicetak 3.400 keping.",
            [("204.300", "printed"), ("3.400", "unprinted")],
            id="cards that are made",
        ),
        pytest.param(
            "Penduduk Klaten yang sudah masuk usia wajib KTP ada 979.400 jiwa.",
            [("979.400", "wktp")],
            id="of age",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 3.120 orang. Ada 460 warga masih mengurus e-KTP di kantor camat.",
            [("3.120", "unrecorded")],
            id="who are at it",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 3.120 orang. Ada 96.400 warga sudah mengurus e-KTP.",
            [("3.120", "unrecorded"), ("96.400", "owned")],
            id="who have seen to it",
        ),
        pytest.param(
            "Jumlah penduduk Klaten kini, terangnya, terdata 1.268.400 jiwa, yang sudah punya e-KTP 891.300 jiwa.",
            [("1.268.400", "population"), ("891.300", "owned")],
            id="explained between cue and number",
        ),
        pytest.param(
            "Kepemilikan KTP-el di Jawa Tengah 97,43 persen. Capaian tertinggi di Kabupaten Klaten 99,12 persen.",
            [("97,43", "owned"), ("99,12", "owned")],
            id="what is reached of owners",
        ),
        pytest.param(
            "Kepemilikan KTP-el di Jawa Tengah 97,43 persen. Perekaman, capaian tertinggi di Klaten 99,12 persen.",
            [("97,43", "owned"), ("99,12", "recorded")],
            id="what is reached of another act",
        ),
        pytest.param(
            "Data warga Klaten yang sudah masuk server e-KTP 871.300 jiwa.",
            [("871.300", "recorded")],
            id="in the database",
        ),
    ],
)
def test_turns_of_phrase(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Sisa blangko e-KTP di Klaten 614 buah.", [("614", "blanks")], id="pieces"),
        pytest.param(
            "Di Klaten sudah dicetak 77.320 biji e-KTP. Yang belum dicetak 2.600 berkas.",
            [("77.320", "printed"), ("2.600", "unprinted")],
            id="bits and files",
        ),
        pytest.param(
            "Blangko e-KTP di Klaten tinggal 4 ribu keeping.", [("4 ribu", "blanks")], id="misspelt"
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 3.120 orang. Kantor camat membeli 240 buah kursi.",
            [("3.120", "unrecorded")],
            id="chairs",
        ),
    ],
)
def test_words_that_count_cards(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(text) == expected
