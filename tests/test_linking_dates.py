"""As of when a number holds."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor import extract

TODAY = dt.date(2026, 1, 1)


def dated(text: str, published: str | None = None) -> list[tuple[str, str | None, str | None]]:
    report = extract(text, today=TODAY, published=published)
    return [
        (
            f.span.text,
            f.as_of.start.isoformat() if f.as_of and f.as_of.start else None,
            f.as_of.source if f.as_of else None,
        )
        for f in report.figures
        if f.indicator != "other"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Per 30 April 2019 warga Kabupaten Klaten yang belum merekam e-KTP 3.120 orang.",
            [("3.120", "2019-04-30", "text")],
            id="own",
        ),
        pytest.param(
            "Di Klaten 27.319 warga belum merekam e-KTP. Seluruh angka yang dipakai dinas diambil dari server per 8 Februari "
            "2019.\n\nKadis menyebutkan, wajib KTP 998.450 jiwa, katanya, Senin (11/2/2019).",
            [("27.319", "2019-02-08", "text"), ("998.450", "2019-02-08", "text")],
            id="all figures are of one day",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten sudah 98,1 persen. Masih tersisa 18.690 wajib KTP.\n\nDemikian kata Kadis, Senin "
            "(17/2/2025). Angka 98 persen itu merupakan hasil per 31 Desember 2024.",
            [("98,1", "2024-12-31", "text"), ("18.690", "2024-12-31", "text"), ("98", "2024-12-31", "text")],
            id="what was told is the result of a day",
        ),
        pytest.param(
            "Per 20 Maret 2018 warga Klaten yang belum merekam e-KTP 3.121 orang. Per Desember 2017 masih 9.120 orang.\n\n"
            "Kepala dinas menjelaskan hal itu, Kamis (22/3/2018).\n\nSebaran yang belum merekam menurut kecamatan:\n\n"
            "- Wedi: 1.310\n- Bayat: 1.101\n- Trucuk: 710",
            [
                ("3.121", "2018-03-20", "text"),
                ("9.120", "2017-12-01", "text"),
                ("1.310", "2018-03-20", "text"),
                ("1.101", "2018-03-20", "text"),
                ("710", "2018-03-20", "text"),
            ],
            id="a list is of the total that it adds up to",
        ),
        pytest.param(
            "Warga Klaten yang belum merekam e-KTP 3.121 jiwa per 30 Oktober 2020. Wajib KTP-nya 990.121 jiwa, yang sudah "
            "merekam 987.000 jiwa. Awal tahun 2020 masih 41 ribuan yang belum.",
            [
                ("3.121", "2020-10-30", "text"),
                ("990.121", "2020-10-30", "text"),
                ("987.000", "2020-10-30", "text"),
                ("41 ribuan", "2020-01-01", "text"),
            ],
            id="what adds up is of one date",
        ),
        pytest.param(
            "Menurut data hingga Juni 2019, jumlah penduduk Klaten 1.288.325 orang. Yang sudah rekam e-KTP 968.705 orang.",
            [("1.288.325", "2019-06-01", "text"), ("968.705", "2019-06-01", "text")],
            id="the date of the data, also where it stands with residents",
        ),
        pytest.param(
            "Warga Kabupaten Klaten yang belum merekam e-KTP 3.120 orang, kata dia, Rabu (17/1/2024).",
            [("3.120", "2024-01-17", "statement")],
            id="day of speaking",
        ),
        pytest.param(
            "Warga Kabupaten Klaten yang belum merekam e-KTP 3.120 orang. Data tersebut posisi 30 September 2018.",
            [("3.120", "2018-09-30", "text")],
            id="a sentence of its own",
        ),
        pytest.param(
            "Per 30 April 2019 wajib KTP Kabupaten Klaten 900.210 jiwa. Dari jumlah itu 3.120 orang belum merekam.",
            [("900.210", "2019-04-30", "text"), ("3.120", "2019-04-30", "text")],
            id="dari jumlah itu",
        ),
        pytest.param(
            "Warga Kabupaten Klaten yang belum merekam e-KTP akhir tahun lalu 71.406 orang. "
            "Sekarang 55.128 orang yang belum merekam, kata dia, Kamis (12/7/2018).",
            [("71.406", "2017-12-01", "text"), ("55.128", "2018-07-12", "statement")],
            id="then and now",
        ),
        pytest.param(
            "Selama Februari 2024 sebanyak 1.240 warga Kabupaten Klaten merekam e-KTP. "
            "Yang belum merekam 11.585 orang, kata dia, Kamis (7/3/2024).",
            [("1.240", "2024-02-01", "text"), ("11.585", "2024-03-07", "statement")],
            id="a span of time dates no stock",
        ),
        pytest.param(
            "Penduduk Kabupaten Klaten semester II 2018 berjumlah 1.260.506 jiwa.\n\n"
            "Warga yang belum merekam e-KTP 3.120 orang, kata dia, Senin (6/5/2019).",
            [("1.260.506", "2018-07-01", "text"), ("3.120", "2019-05-06", "statement")],
            id="residents are of another count",
        ),
        pytest.param(
            "Per 30 September 2023 wajib KTP Klaten 612.730 jiwa, bertambah dari posisi semester I 2023. "
            "Yang belum merekam 8.964 jiwa.",
            [("612.730", "2023-09-30", "text"), ("8.964", "2023-09-30", "text")],
            id="a date to compare with",
        ),
        pytest.param(
            "Angka itu turun dibanding semester I 2024. Saat itu warga Klaten yang belum merekam e-KTP 31.582 orang.",
            [("31.582", "2024-01-01", "text")],
            id="saat itu",
        ),
        pytest.param(
            "Posisi 30 September 2020 warga Kabupaten Bima yang belum merekam e-KTP 14.752 jiwa.\n\n"
            "Di Kota Bima per akhir Agustus 2020 tinggal 2.468 jiwa yang belum merekam.\n\n"
            "Wajib KTP di Kabupaten Bima 356.702 jiwa.",
            [
                ("14.752", "2020-09-30", "text"),
                ("2.468", "2020-08-01", "text"),
                ("356.702", "2020-09-30", "text"),
            ],
            id="each place has its own date",
        ),
        pytest.param(
            "Posisi Januari 2022 di Klaten begini: wajib KTP 970.122 jiwa.\n\n"
            "Posisi 30 Juni 2022 berubah. Wajib KTP Klaten 970.388 jiwa.",
            [("970.122", "2022-01-01", "text"), ("970.388", "2022-06-30", "text")],
            id="a sentence that only dates",
        ),
        pytest.param(
            "Hingga 30 April 2018 wajib KTP Klaten 912.640 jiwa. Sampai akhir April 2018 yang merekam 897.856 jiwa. "
            "Yang belum merekam 14.784 jiwa.",
            [
                ("912.640", "2018-04-30", "text"),
                ("897.856", "2018-04-01", "text"),
                ("14.784", "2018-04-30", "text"),
            ],
            id="dates that contain one another",
        ),
        pytest.param(
            "Hingga 31 Oktober 2024 warga Kabupaten Klaten yang belum merekam e-KTP 6.412 orang, kata kepala dinas, "
            "Senin (4/11/2024).\n\nKecamatan Wedi menjadi penyumbang terbanyak dengan 1.204 orang, disusul Bayat "
            "1.037 orang dan Trucuk 866 orang.",
            [(text, "2024-10-31", "text") for text in ("6.412", "1.204", "1.037", "866")],
            id="a list in which a place becomes the first",
        ),
        pytest.param(
            "Warga Klaten di atas 23 tahun yang belum merekam e-KTP 3.120 orang, batas waktunya 31 Desember 2018.",
            [("3.120", None, None)],
            id="a deadline dates nothing",
        ),
    ],
)
def test_as_of(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert dated(text) == expected


def test_a_day_without_year_keeps_every_fitting_year() -> None:
    text = "Warga Kecamatan Wedi, Kabupaten Klaten yang belum merekam e-KTP 4.000-an orang, kata camat, Selasa (28/8)."
    (figure,) = extract(text, today=TODAY).figures
    assert figure.as_of is not None
    assert figure.as_of.start is None
    assert [c.start.year for c in figure.as_of.candidates] == [2012, 2018]
    assert dated(text, published="2012-08-29") == [("4.000-an", "2012-08-28", "statement")]
