"""How sure a figure is."""

from __future__ import annotations

import datetime as dt

from extractor import extract
from extractor.data import rows

TODAY = dt.date(2026, 1, 1)
GRADES = {what: float(share) for what, share in rows("ektp/sureness.tsv") if not what.startswith("weak-")}


def sure(text: str) -> dict[str, float | None]:
    return {f.span.text: f.sure for f in extract(text, today=TODAY).figures}


def test_figures_that_come_out_are_surest() -> None:
    text = "Dari 900.210 wajib KTP di Klaten, 897.090 orang sudah merekam dan 3.120 belum merekam. Stok blangko 210 keping."
    assert sure(text) == {
        "900.210": GRADES["fits"],
        "897.090": GRADES["fits"],
        "3.120": GRADES["fits"],
        "210": GRADES["plain"],
    }


def test_a_number_that_clashes_is_not_borne_out() -> None:
    text = "Dari 900.210 wajib KTP di Klaten, 897.090 orang sudah merekam dan 4.988 belum merekam."
    assert set(sure(text).values()) == {GRADES["plain"]}


def test_a_figure_printed_again_is_surer() -> None:
    text = "3.120 Warga Klaten Belum Rekam e-KTP\n\nKLATEN - Sebanyak 3.120 warga Klaten belum merekam e-KTP."
    assert sure(text) == {"3.120": GRADES["again"]}


def test_first_voters_are_doubtful() -> None:
    text = "Warga Klaten yang belum merekam e-KTP 3.120 orang. Di Klaten ada 2.311 pemilih pemula."
    assert sure(text)["2.311"] == GRADES["weak"]


def test_the_grades_are_in_order() -> None:
    order = ["fits+again", "fits", "again", "plain", "weak"]
    assert sorted(GRADES, key=lambda what: -GRADES[what]) == order


def test_a_number_that_no_cue_explains_is_doubtful() -> None:
    text = "Warga Klaten yang belum merekam e-KTP 3.120 orang. Blangko ada, dan 4.512 orang menunggu bantuan."
    assert sure(text)["4.512"] == GRADES["weak"]
