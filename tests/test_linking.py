"""Each construction by example: the marked figures are all that is linked."""

from __future__ import annotations

import datetime as dt
import time

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
            "told-again": (
                "Warga Klaten yang belum merekam ada <unrecorded>22.184</unrecorded> jiwa. Sudah direkam 93,2 persen? Belum. "
                "Sebab <unrecorded>22.184</unrecorded> jiwa itu menyebar di 23 kecamatan."
            ).replace("Sudah direkam 93,2 persen? Belum. ", ""),
            "announced": 'Yang sudah merekam? "<recorded>871.930</recorded> orang," kata kepala dinas di Klaten.',
            "share-behind": "Di Klaten <recorded>341.950</recorded> orang sudah merekam, itu <recorded>95,86</recorded> persen.",
            "share-alone": (
                "Di Klaten yang sudah merekam <recorded>341.950</recorded> orang. Ya sekitar <recorded>95,9</recorded> persen lah."
            ),
            "share-behind-the-whole": (
                "Perekaman di Klaten baru <recorded>246.370</recorded> jiwa dari <wktp>284.913</wktp> wajib KTP, "
                "atau <recorded>86,47</recorded> persen."
            ),
            "percent-of-the-recorded": (
                "Warga Klaten yang sudah aktivasi IKD <ikd>21.468</ikd> orang atau <ikd>10,8</ikd> persen dari yang sudah rekam."
            ),
            "quotation-split": (
                "“Yang sudah merekam,” kata Kepala Disdukcapil Klaten, “<recorded>727.559</recorded> orang.”"
            ),
            "act-leans-on-the-number-behind": (
                "Klaten yang wajib e-KTP-nya <wktp>379.004</wktp> jiwa merekam <recorded>312.551</recorded> jiwa."
            ),
            "need": "Disdukcapil Klaten mengajukan <blanks>9.250</blanks> keping blangko ke pusat.",
            "sent-cards-are-no-blanks": "Kartu e-KTP warga Klaten yang selesai dicetak <printed>4.115</printed> keping.",
            "other-verb": "Warga Klaten yang belum merekam <unrecorded>3.120</unrecorded> orang, dan 512 orang sudah meninggal.",
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


@pytest.mark.parametrize(
    "text",
    [
        "Selama enam pekan sebanyak 3.637 warga Kabupaten Klaten berhasil direkam. Yang belum 51.204 orang.",
        "Kata dia, dalam dua minggu ada 1.120 warga Kabupaten Klaten yang merekam. Yang belum 51.204 orang.",
        "Pekan lalu, sebanyak 312 warga Kabupaten Klaten merekam e-KTP. Yang belum 51.204 orang.",
        "Sebanyak 1.100 warga Kabupaten Klaten merekam e-KTP dalam sebulan terakhir. Yang belum 51.204 orang.",
    ],
)
def test_work_of_a_span_of_time_is_no_stock(text: str) -> None:
    report = extract(text, today=TODAY)
    assert [f.indicator for f in report.figures] == ["added", "unrecorded"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Warga Klaten yang belum rekam e-KTP turun dari 10.200 orang menjadi 9.100 orang.",
            [("10.200", "unrecorded"), ("9.100", "unrecorded")],
            id="fell from one stock to another",
        ),
        pytest.param(
            "Warga Klaten yang belum rekam e-KTP turun 1.100 orang. Kini masih 9.100 orang yang belum rekam.",
            [("9.100", "unrecorded")],
            id="a change is no stock",
        ),
        pytest.param(
            "Sudah merekam 806.852 jiwa di Klaten, laki-laki 402.310 dan perempuan 404.542. Yang belum 5.688 jiwa.",
            [("806.852", "recorded"), ("5.688", "unrecorded")],
            id="one sex is part of the count",
        ),
        pytest.param(
            "Yang belum rekam e-KTP di Klaten 5.688 jiwa. Kepemilikan akta kelahiran anak di Klaten 97,3 persen.",
            [("5.688", "unrecorded")],
            id="another paper",
        ),
        pytest.param(
            "Warga Klaten yang belum rekam e-KTP pada Januari 2024 tercatat 3.120 orang, Februari 2.540 orang.",
            [("3.120", "unrecorded"), ("2.540", "unrecorded")],
            id="a row of months",
        ),
    ],
)
def test_what_is_beside_the_stock(text: str, expected: list[tuple[str, str]]) -> None:
    figures = extract(text, today=TODAY).figures
    assert [(f.span.text, f.indicator) for f in figures if f.indicator != "other"] == expected


def test_recorded_out_of_those_who_were_not_is_added() -> None:
    text = "Sampai Juni warga Klaten yang sudah terekam 19 ribu dari 47.435 yang belum merekam."
    assert [f.indicator for f in extract(text, today=TODAY).figures] == ["added", "unrecorded"]


def test_a_list_after_the_many_divides_the_few() -> None:
    text = (
        "27.419 Warga Klaten Belum Rekam e-KTP\n\nKLATEN - Di Kabupaten Klaten 27.419 warga belum merekam e-KTP. "
        "Yang sudah merekam 806.219 orang.\n\n"
        "Terbanyak di Kecamatan Prambanan, yakni 2.310 orang, disusul Kecamatan Wedi 1.874 orang."
    )
    lists = [f for f in extract(text, today=TODAY).figures if f.construction == "list"]
    assert [(f.value, f.indicator) for f in lists] == [(2310, "unrecorded"), (1874, "unrecorded")]


def test_a_table_of_tabs_under_its_date() -> None:
    text = (
        "Data Perekaman\nKLATEN - Data per 30 September 2018.\n\nDaerah\tWajib KTP\tSudah Rekam\tBelum Rekam\n"
        "Kabupaten Klaten\t976.300\t948.410\t27.890\nKota Magelang\t96.118\t94.812\t1.306\n"
    )
    told = [
        (
            f.span.text,
            f.indicator,
            f.place.name if f.place else None,
            f.as_of.start.isoformat() if f.as_of and f.as_of.start else None,
        )
        for f in extract(text, today=dt.date(2026, 1, 1)).figures
    ]
    assert told == [
        ("976.300", "wktp", "Kabupaten Klaten", "2018-09-30"),
        ("948.410", "recorded", "Kabupaten Klaten", "2018-09-30"),
        ("27.890", "unrecorded", "Kabupaten Klaten", "2018-09-30"),
        ("96.118", "wktp", "Kota Magelang", "2018-09-30"),
        ("94.812", "recorded", "Kota Magelang", "2018-09-30"),
        ("1.306", "unrecorded", "Kota Magelang", "2018-09-30"),
    ]


def test_a_table_is_read_by_its_head() -> None:
    text = (
        "Perekaman e-KTP di Kabupaten Klaten per kecamatan:\n\n"
        "| No | Kecamatan | Wajib KTP | Sudah Rekam | Belum Rekam |\n|---|---|---|---|---|\n"
        "| 1 | Prambanan | 41.300 | 40.990 | 310 |\n| 2 | Wedi | 44.100 | 43.698 | 402 |\n"
    )
    cells = [
        (f.place.name if f.place else None, f.indicator, f.value) for f in extract(text, today=TODAY).figures
    ]
    assert cells == [
        ("Kecamatan Prambanan", "wktp", 41300),
        ("Kecamatan Prambanan", "recorded", 40990),
        ("Kecamatan Prambanan", "unrecorded", 310),
        ("Kecamatan Wedi", "wktp", 44100),
        ("Kecamatan Wedi", "recorded", 43698),
        ("Kecamatan Wedi", "unrecorded", 402),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "98,9 Persen Warga Klaten Sudah Rekam KTP-el, 15 Ribu Tersisa",
            [("98,9", "recorded"), ("15 Ribu", "unrecorded")],
            id="left over, behind its number",
        ),
        pytest.param(
            "Sekitar 7.000 warga Klaten belum merekam e-KTP. Persisnya 6.940 orang dari 986.505 wajib KTP.",
            [("7.000", "unrecorded"), ("6.940", "unrecorded"), ("986.505", "wktp")],
            id="a part takes what was told",
        ),
        pytest.param(
            "Warga Klaten yang belum merekam e-KTP 12.828 orang. Selebihnya, 1.387.046 orang, beres.",
            [("12.828", "unrecorded"), ("1.387.046", "recorded")],
            id="the rest of the few are the many",
        ),
        pytest.param(
            "Wajib KTP Klaten 139.482 jiwa, sudah merekam 128.917. Yang belum 10.565 orang. "
            "Kalau dipersenkan ya 92,43 persen.",
            [("139.482", "wktp"), ("128.917", "recorded"), ("10.565", "unrecorded"), ("92,43", "recorded")],
            id="a percentage is of the count that it fits",
        ),
        pytest.param(
            "Warga Klaten yang sudah merekam e-KTP 330.118 orang.\n\nTerbanyak di Kecamatan Wedi, yakni 4.118 orang.",
            [("330.118", "recorded"), ("4.118", "unrecorded")],
            id="the largest part is no smaller than an equal part",
        ),
        pytest.param(
            "Sebanyak 6.214 warga Klaten menunggu KTP-el dicetak.", [("6.214", "unprinted")], id="waiting"
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten jalan terus. Suket di Klaten terbit. Sudah 3.870 lembar yang jalan. "
            "Yang belum merekam 3.120 orang.",
            [("3.870", "suket"), ("3.120", "unrecorded")],
            id="sheets are not people",
        ),
    ],
)
def test_what_the_passage_says_of_a_number(text: str, expected: list[tuple[str, str]]) -> None:
    figures = extract(text, today=TODAY).figures
    assert [(f.span.text, f.indicator) for f in figures if f.indicator != "other"] == expected


@pytest.mark.parametrize(
    "piece", [" ", ",", "belum ", "sudah ", "agar ", "dari ", "dan ", "yang ", "warga ", "Klaten, "]
)
@pytest.mark.parametrize(
    "around",
    [
        "Sebanyak 3.120 warga {}x 5.340 orang belum merekam e-KTP di Klaten.",
        "Yang sudah merekam di Klaten 95 persen{}x 100 persen belum merekam e-KTP.",
        "Dari 5.340 wajib KTP di Klaten {}x; 1",
    ],
)
def test_long_gaps_are_linked_across_in_linear_time(piece: str, around: str) -> None:
    def taken(size: int) -> float:
        text = around.format(piece * (size // len(piece)))
        began = time.process_time()
        extract(text)
        return time.process_time() - began

    taken(1_000)
    assert taken(96_000) < 12 * max(taken(24_000), 0.1)  # four times as much text
