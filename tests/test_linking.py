"""Each construction by example: the marked figures are all that is linked."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor import extract
from tests.marked import unmark

TODAY = dt.date(2026, 1, 1)


def linked(marked: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    text, spans = unmark(marked)
    report = extract(text, today=TODAY)
    found = [(f.span.text, f.indicator) for f in report.figures if f.indicator != "other"]
    return found, [(text[start:end], label) for start, end, label, _ in spans]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(text, id=name)
        for name, text in {
            "count-before-cue": "Ada <unrecorded>3.120</unrecorded> warga Kabupaten Klaten belum merekam e-KTP.",
            "cue-before-count": "Yang belum terekam di Klaten tercatat <unrecorded>3.120</unrecorded>.",
            "group-then-act": "Ada <unrecorded>3.120</unrecorded> wajib KTP di Klaten belum direkam.",
            "whole-first": (
                "Dari <wktp>900.210</wktp> wajib KTP di Klaten, <recorded>897.090</recorded> orang sudah merekam."
            ),
            "part-first": "Sebanyak <unrecorded>3.120</unrecorded> dari <wktp>900.210</wktp> wajib KTP belum direkam.",
            "apposition": (
                "Yang sudah merekam <recorded>897.090</recorded> orang atau <recorded>99,65</recorded> persen."
            ),
            "reversed-apposition": (
                "Baru <recorded>71,2</recorded> persen atau <recorded>90.114</recorded> jiwa yang terekam."
            ),
            "bracket": "Yang sudah perekaman <recorded>90.114</recorded> jiwa (<recorded>71,2</recorded>%).",
            "elliptic": "Soal perekaman e-KTP, yang sudah <recorded>5.104</recorded>, yang belum <unrecorded>418</unrecorded>.",
            "remainder": (
                "Sebanyak <recorded>897.090</recorded> orang sudah merekam. Sisanya <unrecorded>3.120</unrecorded> orang."
            ),
            "remainder-printed": (
                "KTP yang sudah dicetak <printed>7.310</printed> keping, sisanya <unprinted>412</unprinted> keping."
            ),
            "left-over": "Perekaman e-KTP di Klaten digenjot. Kini tersisa <unrecorded>3.120</unrecorded> warga.",
            "dari-jumlah-itu": (
                "Wajib KTP di Klaten <wktp>900.210</wktp> jiwa. Dari jumlah itu, <unrecorded>3.120</unrecorded> belum merekam."
            ),
            "owned": "Masih <not_owned>3.120</not_owned> warga Klaten belum memiliki e-KTP.",
            "reason": (
                "Sisanya <unrecorded>3.120</unrecorded> orang belum memiliki KTP karena belum melakukan perekaman."
            ),
            "contrast": "Ada <unprinted>3.120</unprinted> warga yang sudah direkam tetapi belum dicetak KTP-nya.",
            "population": "Kabupaten Klaten dihuni <population>1.260.506</population> jiwa.",
            "population-and-obliged": (
                "Jumlah penduduk Klaten <population>1.260.506</population> jiwa, "
                "wajib KTP-nya <wktp>900.210</wktp> jiwa."
            ),
            "target": (
                "Perekaman e-KTP di Klaten sudah melampaui target nasional sebesar <target>99,40</target> persen."
            ),
            "prr": "Yang belum dicetak atau PRR di Klaten ada <unprinted>6.120</unprinted> keping.",
            "suket": "Warga Klaten pemegang suket ada <suket>9.411</suket> orang karena belum dapat e-KTP.",
            "blanks": "Stok blangko e-KTP di Klaten tinggal <blanks>2.500</blanks> keping.",
            "ikd": "Warga Klaten yang sudah aktivasi IKD <ikd>52.118</ikd> orang.",
            "first-voters": (
                "Di Klaten ada <first_voters_unrecorded>4.120</first_voters_unrecorded> pemilih pemula belum merekam e-KTP."
            ),
        }.items()
    ],
)
def test_construction(marked: str) -> None:
    found, expected = linked(marked)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Sidang korupsi e-KTP merugikan negara Rp2,3 triliun pada 2011-2012.", "money and years"),
        (
            "Warga di atas 23 tahun yang belum merekam e-KTP diblokir mulai 31 Desember 2018.",
            "an age and a deadline",
        ),
        ("Perekaman e-KTP dibuka di 13 kecamatan pukul 08.00-11.00 WIB.", "areas and hours"),
        (
            "Ribuan warga Klaten belum merekam e-KTP, puluhan ribu lainnya menunggu.",
            "vague words have no value",
        ),
    ],
)
def test_no_figure(text: str, reason: str) -> None:
    assert extract(text, today=TODAY).figures == [], reason


def test_list_takes_its_indicator_from_the_sentence_before() -> None:
    text = (
        "Warga Kabupaten Klaten yang belum merekam e-KTP ada 2.319 orang. "
        "Rinciannya Kecamatan Prambanan 310 orang, Gantiwarno 402 dan Wedi 1.607."
    )
    report = extract(text, today=TODAY)
    found = [(f.span.text, f.indicator, f.place.name if f.place else None) for f in report.figures]
    assert found == [
        ("2.319", "unrecorded", "Kabupaten Klaten"),
        ("310", "unrecorded", "Kecamatan Prambanan"),
        ("402", "unrecorded", "Kecamatan Gantiwarno"),
        ("1.607", "unrecorded", "Kecamatan Wedi"),
    ]


def test_members_of_a_series_never_share_a_cell() -> None:
    text = "Warga Kabupaten Klaten yang belum merekam e-KTP semula 70 ribu orang, kini menjadi 51 ribu orang."
    report = extract(text, today=TODAY)
    assert [f.indicator for f in report.figures] == ["unrecorded", "unrecorded"]
    assert report.findings == []
