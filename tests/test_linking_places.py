"""Which place a number is about."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor import extract
from tests.told import placed

TODAY = dt.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "KLATEN - Sebanyak 3.120 warga Kabupaten Klaten, Jawa Tengah belum merekam e-KTP.",
            [("3.120", "Kabupaten Klaten")],
            id="a province behind its regency only explains it",
        ),
        pytest.param(
            "Sebanyak 3.120 warga Kabupaten Klaten belum merekam e-KTP, kata kepala dinas di Solo, Rabu (17/1/2024).",
            [("3.120", "Kabupaten Klaten")],
            id="where someone spoke",
        ),
        pytest.param(
            "Warga Kabupaten Klaten yang belum merekam e-KTP: Kecamatan Wedi dan Gantiwarno masing-masing 410 dan 408 orang.",
            [("410", "Kecamatan Wedi"), ("408", "Kecamatan Gantiwarno")],
            id="masing-masing",
        ),
        pytest.param(
            "Di Jawa Tengah perekaman e-KTP di Kabupaten Klaten, Sragen dan Wonogiri sudah di atas 90 persen, "
            "Kota Solo baru 84,72 persen.",
            [
                ("90", "Kabupaten Klaten"),
                ("90", "Kabupaten Sragen"),
                ("90", "Kabupaten Wonogiri"),
                ("84,72", "Kota Surakarta"),
            ],
            id="a percentage of each place of a row",
        ),
        pytest.param(
            "Warga Kabupaten Klaten yang belum merekam e-KTP: Kecamatan Wedi dan Gantiwarno masing-masing 410 orang, "
            "Cawas dan Bayat masing-masing tidak sampai 300 orang.",
            [
                ("410", "Kecamatan Wedi"),
                ("410", "Kecamatan Gantiwarno"),
                ("300", "Kecamatan Bayat"),
            ],
            id="one number for each place of a row",
        ),
        pytest.param(
            "Di Kabupaten Klaten gabungan Kecamatan Wedi dan Cawas sudah 92 persen merekam e-KTP.",
            [("92", "Kecamatan Cawas")],
            id="a percentage of a row together",
        ),
        pytest.param(
            "Di Kabupaten Klaten, Kecamatan Wedi dan Cawas masing-masing menerima satu alat, 500 orang sudah merekam e-KTP.",
            [("500", "Kecamatan Cawas")],
            id="each has something else",
        ),
        pytest.param(
            "Warga Klaten. Kecamatan Wedi dan Cawas masing-masing 410 orang belum merekam e-KTP. Wajib KTP Kecamatan Wedi "
            "41.300 orang, sudah merekam 40.890 orang.",
            [
                ("410", "Kecamatan Wedi"),
                ("410", "Kecamatan Cawas"),
                ("41.300", "Kecamatan Wedi"),
                ("40.890", "Kecamatan Wedi"),
            ],
            id="a shared number stays with all that share it",
        ),
        pytest.param(
            "Perekaman e-KTP di Kabupaten Klaten berjalan. Terbanyak di Kecamatan Wedi. Wajib KTP-nya 41.300 orang.",
            [("41.300", "Kecamatan Wedi")],
            id="-nya",
        ),
        pytest.param(
            "Wajib KTP di Maluku Utara 810.210 jiwa. Perekaman e-KTP terendah ada di Kabupaten Halmahera Selatan. "
            "Dari wajib KTP 162.210 jiwa, yang sudah merekam 90.120 jiwa.",
            [
                ("810.210", "Provinsi Maluku Utara"),
                ("162.210", "Kabupaten Halmahera Selatan"),
                ("90.120", "Kabupaten Halmahera Selatan"),
            ],
            id="the lowest is singled out",
        ),
        pytest.param(
            "Perekaman e-KTP di Jawa Tengah: Kabupaten Klaten sebanyak 890.210 jiwa atau 93,6 persen dan "
            "Kabupaten Sukoharjo sebanyak 648.642 jiwa atau 96,8 persen.",
            [
                ("890.210", "Kabupaten Klaten"),
                ("93,6", "Kabupaten Klaten"),
                ("648.642", "Kabupaten Sukoharjo"),
                ("96,8", "Kabupaten Sukoharjo"),
            ],
            id="the last of a list is an item of its own",
        ),
        pytest.param(
            "Di Kabupaten Klaten 3.120 warga belum merekam e-KTP, karena bekerja di luar Jawa Tengah 1.210 orang.",
            [("3.120", "Kabupaten Klaten"), ("1.210", "Kabupaten Klaten")],
            id="outside of a place",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten terbanyak Kecamatan Wedi dan Kecamatan Bayat dengan persentase "
            "5,60 persen dan 4,54 persen.",
            [("5,60", "Kecamatan Wedi"), ("4,54", "Kecamatan Bayat")],
            id="two places and two numbers",
        ),
        pytest.param(
            "Di Kabupaten Klaten wajib KTP 990.210 jiwa. Secara nasional masih 2,1 juta warga belum merekam e-KTP. "
            "Dinasnya sudah merekam 970.120 jiwa.",
            [
                ("990.210", "Kabupaten Klaten"),
                ("2,1 juta", "Indonesia"),
                ("970.120", "Kabupaten Klaten"),
            ],
            id="back from the country to the office's own place",
        ),
        pytest.param(
            "KLATEN - Perekaman e-KTP secara Nasional Sudah 95,4 Persen. Di Klaten 97,1 persen.",
            [("95,4", "Indonesia"), ("97,1", "Kabupaten Klaten")],
            id="the country in a headline's capitals",
        ),
        pytest.param(
            "Di Kabupaten Klaten 3.120 warga belum merekam e-KTP. Sebanyak 110 warga binaan Lapas Kelas IIA Solok belum merekam.",
            [("3.120", "Kabupaten Klaten"), ("110", "Kabupaten Klaten")],
            id="a prison's name is no place",
        ),
        pytest.param(
            "Perekaman e-KTP di Kabupaten Sigi jalan terus. Wajib KTP di kabupaten pecahan Donggala tersebut 158.904 jiwa.",
            [("158.904", "Kabupaten Sigi")],
            id="a place that only describes another",
        ),
        pytest.param(
            "Di Kabupaten Indragiri Hilir, yang belum merekam e-KTP 4.902 jiwa. "
            "Kecamatan Kateman, yang bertetangga dengan Batam, 2.865 jiwa.",
            [("4.902", "Kabupaten Indragiri Hilir"), ("2.865", "Kecamatan Kateman")],
            id="a neighbour named in between",
        ),
        pytest.param(
            "Di Kecamatan Cilacap Selatan 812 warga belum rekam e-KTP. "
            "Terbanyak di Kelurahan Tegalkamulyan 214 orang, Cilacap 187 orang.",
            [("812", "Kecamatan Cilacap Selatan"), ("214", None), ("187", None)],
            id="a village of the regency's name",
        ),
        pytest.param(
            "Kabupaten Blitar kalah dari Kota Blitar. Wajib KTP di kabupaten tercatat 918.406 jiwa. "
            "Wajib KTP di kota 114.210 jiwa.",
            [("918.406", "Kabupaten Blitar"), ("114.210", "Kota Blitar")],
            id="kind alone",
        ),
        pytest.param(
            "Stok blangko e-KTP di Kabupaten Klaten 2.500 keping. Pemerintah pusat menyiapkan 16 juta keping blangko.",
            [("2.500", "Kabupaten Klaten"), ("16 juta", "Indonesia")],
            id="more cards than people",
        ),
        pytest.param(
            "Di kabupaten paling utara Indonesia itu, Kepulauan Talaud, yang sudah merekam e-KTP 81.339 orang. "
            "Disdukcapil Kepulauan Talaud menyebut yang belum merekam 3.717 orang, terbaik secara nasional.",
            [("81.339", "Kabupaten Kepulauan Talaud"), ("3.717", "Kabupaten Kepulauan Talaud")],
            id="a wider place only ranks",
        ),
        pytest.param(
            "Blangko e-KTP di Kabupaten Klaten menipis, sehingga petugas ke Jakarta guna meminta 10 ribu blangko.",
            [("10 ribu", "Kabupaten Klaten")],
            id="where somebody went",
        ),
        pytest.param(
            "Perekaman e-KTP di Kabupaten Klaten termasuk paling lambat di Provinsi Jawa Tengah. Yang sudah rekam 718.340 orang, "
            "sedangkan wajib KTP kabupaten itu 912.406 orang.",
            [("718.340", "Kabupaten Klaten"), ("912.406", "Kabupaten Klaten")],
            id="kabupaten itu is no province",
        ),
        pytest.param(
            "Di Kabupaten Gorontalo Utara Provinsi Gorontalo, 12.000 warga belum merekam e-KTP.",
            [("12.000", "Kabupaten Gorontalo Utara")],
            id="a province without comma",
        ),
        pytest.param(
            "Warga Maluku Utara yang belum merekam e-KTP 185.763 jiwa. Terendah ada di Kabupaten Halmahera Selatan. "
            "Dari wajib KTP 172.432, yang merekam 97.004.",
            [
                ("185.763", "Provinsi Maluku Utara"),
                ("172.432", "Kabupaten Halmahera Selatan"),
                ("97.004", "Kabupaten Halmahera Selatan"),
            ],
            id="the one singled out before",
        ),
        pytest.param(
            "Perekaman e-KTP di Papua berjalan, kata kepala dinas Provinsi Papua pada 2019. Yang sudah merekam "
            "1.445.619 jiwa.",
            [("1.445.619", "Provinsi Papua")],
            id="a province that was larger",
        ),
        pytest.param(
            "Warga Kabupaten Klaten yang belum merekam e-KTP 3.120 orang. Paling sedikit, 86 orang, di Kecamatan Wedi.",
            [("3.120", "Kabupaten Klaten"), ("86", "Kecamatan Wedi")],
            id="the place behind a comma",
        ),
    ],
)
def test_place(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert placed(text) == expected


def test_a_pair_of_one_name_is_settled_by_the_size_of_its_numbers() -> None:
    text = "Wajib KTP di Magelang sebanyak 92.400 orang, yang belum merekam e-KTP 1.210 orang."
    assert {name for _, name in placed(text)} == {"Kota Magelang"}


def test_an_undecided_place_keeps_its_candidates() -> None:
    (figure,) = extract("Ada 410 warga Magelang belum merekam e-KTP.", today=TODAY).figures
    assert figure.place is not None
    assert figure.place.code is None
    assert [c.name for c in figure.place.candidates] == ["Kabupaten Magelang", "Kota Magelang"]
