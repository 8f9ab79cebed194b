"""What a number counts that the article tells a second time: each text with the figures that it states."""

from __future__ import annotations

import pytest

from tests.told import counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 26.000 orang. Perekaman 26 ribu warga tersebut ditargetkan rampung.",
            [("26.000", "unrecorded"), ("26 ribu", "unrecorded")],
            id="to be recorded",
        ),
        pytest.param(
            "Warga Klaten yang belum merekam e-KTP 7.482 orang. Masyarakat yang 7 ribu itu akan dijemput untuk direkam.",
            [("7.482", "unrecorded"), ("7 ribu", "unrecorded")],
            id="cut off",
        ),
        pytest.param(
            "Warga Klaten yang belum merekam e-KTP 3 persen. Sebanyak 3 persen itu pelajar dan pemilih pemula.",
            [("3", "unrecorded"), ("3", "unrecorded")],
            id="who they are",
        ),
        pytest.param(
            "Ada 14.000 warga Klaten belum merekam e-KTP. Sudah banyak yang datang, sisanya kan 14.000 orang lagi.",
            [("14.000", "unrecorded"), ("14.000", "unrecorded")],
            id="a remainder told before",
        ),
        pytest.param(
            "Di Klaten 6.240 pemilih pemula belum merekam e-KTP. Menurutnya, 6.240 pemilih pemula tersebar di sekolah.",
            [("6.240", "first_voters_unrecorded"), ("6.240", "first_voters_unrecorded")],
            id="a bare group told before as those who lack",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 7.482 orang. Sebanyak 5 ribu warga itu sudah direkam kemarin.",
            [("7.482", "unrecorded"), ("5 ribu", "added")],
            id="another number takes its own cue",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 7.482 orang. Dari 7 ribu, 640 pemilih pemula tadi sudah direkam.",
            [("7.482", "unrecorded"), ("7 ribu", "unrecorded"), ("640", "first_voters_recorded")],
            id="a whole is no number told again",
        ),
    ],
)
def test_told_before(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "14.206 Warga Klaten Belum Punya e-KTP\n\nKLATEN - Sebanyak 14.206 warga Klaten belum merekam e-KTP.",
            [("14.206", "unrecorded"), ("14.206", "unrecorded")],
            id="a loose title",
        ),
        pytest.param(
            "Klaten Targetkan 14.206 Warga\n\nKLATEN - Sebanyak 14.206 warga Klaten belum merekam e-KTP.",
            [("14.206", "unrecorded"), ("14.206", "unrecorded")],
            id="a target that is to be recorded",
        ),
        pytest.param(
            "14.206 Warga Klaten Belum Rekam e-KTP\n\nKLATEN - Sebanyak 14.206 warga Klaten belum memiliki e-KTP.",
            [("14.206", "unrecorded"), ("14.206", "not_owned")],
            id="a title that is stricter stays",
        ),
        pytest.param(
            "14.206 Warga Klaten Belum Punya e-KTP\n\nKLATEN - Sebanyak 14.206 warga Klaten belum merekam e-KTP. "
            "Lalu 14.206 warga Klaten sudah merekam e-KTP.",
            [("14.206", "not_owned"), ("14.206", "unrecorded"), ("14.206", "added")],
            id="told as two things",
        ),
    ],
)
def test_titles(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Yang belum merekam e-KTP di Klaten sedikitnya dua ribuan orang. Lalu disebutnya 9.614 jiwa.",
            [("dua ribuan", "unrecorded")],
            id="at least has no upper end",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 9 ribuan orang. Lalu disebutnya 9.214 jiwa.",
            [("9 ribuan", "unrecorded"), ("9.214", "unrecorded")],
            id="rounded",
        ),
    ],
)
def test_rounded(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(text) == expected
