"""Whole articles, from text to findings: the same sentences with numbers that fit, and with one that does not."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor import extract

_OPENING = (
    "Perekaman KTP-el di Sumedang Dikebut\n\nSUMEDANG - Perekaman KTP elektronik di Kabupaten Sumedang dikebut, kata "
    "Kepala Disdukcapil Kabupaten Sumedang, Senin (5/3/2018).\n\n"
)


def _codes(paragraph: str) -> list[str]:
    report = extract(_OPENING + paragraph, today=dt.date(2026, 1, 1))
    return [f.code for f in report.findings if f.severity != "note"]


@pytest.mark.parametrize(
    ("fits", "wrong", "code"),
    [
        (
            "Dari total 711.399 penduduk wajib KTP, 91,50 persen sudah direkam dan 8,50 persen belum.",
            ("91,50", "91,20"),
            "EK203",
        ),
        (
            "Sebanyak 74.549 orang atau 10,56 persen dari 705.633 wajib KTP belum merekam.",
            ("74.549", "24.549"),
            "EK202",
        ),
        (
            "Tersisa 55.771 warga yang belum merekam. Mereka bagian dari 744.078 wajib KTP; 688.307 lainnya sudah.",
            ("55.771", "55.471"),
            "EK201",
        ),
        (
            "Dari 828.134 orang wajib KTP itu, 37.740 orang belum merekam, sedangkan 790.394 orang sudah.",
            ("790.394", "770.394"),
            "EK201",
        ),
        (
            "Perekaman sudah 794.412 jiwa. Bila dibandingkan wajib KTP sebanyak 856.387 jiwa, capaiannya 92,76 persen.",
            ("92,76", "94,76"),
            "EK202",
        ),
        (
            "Yang belum merekam tersebar di empat kecamatan, yakni Wado 1.191 jiwa, Tomo 1.204 jiwa, Cibugel 3.760 jiwa "
            "dan Ganeas 3.317 jiwa. Totalnya 9.472 jiwa.",
            ("9.472", "9.672"),
            "EK301",
        ),
        (
            "Rincian warga yang belum merekam: Wado 4.768, Tomo 4.055, Cibugel 4.013, Ganeas 3.151. Jumlah seluruhnya "
            "15.987.",
            ("4.055", "4.051"),
            "EK301",
        ),
    ],
)
def test_one_number_more_or_less(fits: str, wrong: tuple[str, str], code: str) -> None:
    assert _codes(fits) == []
    assert code in _codes(fits.replace(*wrong))
