"""Percentages that are asked for, and those that tell a count again: each text with the figures that it states."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor import extract


def read(text: str) -> list[tuple[str, str]]:
    figures = extract(text, today=dt.date(2026, 1, 1)).figures
    return [(f.span.text, f.indicator) for f in figures if f.indicator != "other"]


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
    assert read(text) == expected
