"""As of when: each paragraph behind the same opening, said on 5 March 2018, with the first days of its figures' dates."""

from __future__ import annotations

import pytest

from tests.told import dated

_OPENING = (
    "Warga Sumedang Belum Rekam KTP-el\n\nSUMEDANG - Warga Kabupaten Sumedang masih ada yang belum merekam KTP elektronik, kata "
    "Kepala Disdukcapil Kabupaten Sumedang, Senin (5/3/2018). Perekaman dikebut di 26 kecamatan.\n\n"
)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "Data per akhir Februari 2018 menunjukkan, wajib KTP 842.310 orang. Yang sudah merekam 827.990 orang.",
            [("842.310", "2018-02-01"), ("827.990", "2018-02-01")],
        ),
        ("Hingga akhir pekan lalu, 827.990 orang sudah merekam.", [("827.990", "2018-02-26")]),
        ("Sampai Jumat pekan lalu, yang merekam 827.990 orang.", [("827.990", "2018-03-02")]),
        ("Per Minggu kemarin, 827.990 orang sudah merekam.", [("827.990", "2018-03-04")]),
        ("Posisi 28 Februari, 827.990 warga sudah merekam.", [("827.990", "2018-02-28")]),
        (
            "Posisi data per tanggal 28 Februari 2018: 842.310 wajib KTP, 827.990 sudah merekam.",
            [("842.310", "2018-02-28"), ("827.990", "2018-02-28")],
        ),
        ("Data konsolidasi bersih semester II 2017 mencatat 842.310 wajib KTP.", [("842.310", "2017-07-01")]),
        ("Berdasarkan DKB semester dua tahun 2017, wajib KTP 842.310 jiwa.", [("842.310", "2017-07-01")]),
        (
            "Menurut Data Konsolidasi Bersih (DKB) Semester 2 Tahun 2017, wajib KTP 842.310 jiwa, sudah merekam 827.990.",
            [("842.310", "2017-07-01"), ("827.990", "2017-07-01")],
        ),
        ("Akhir tahun lalu yang belum merekam 31.220 orang.", [("31.220", "2017-12-01")]),
        ("Awal tahun ini yang belum merekam 31.220 orang.", [("31.220", "2018-01-01")]),
        ("Bulan lalu yang belum merekam 31.220 orang.", [("31.220", "2018-02-01")]),
        ("Sebulan sebelumnya, yang belum merekam 31.220 orang.", [("31.220", "2018-02-01")]),
        ("Tahun lalu yang belum merekam 31.220 orang.", [("31.220", "2017-01-01")]),
        (
            "Hingga pertengahan Februari lalu tercatat 827.990 orang telah merekam.",
            [("827.990", "2018-02-01")],
        ),
        (
            "Sampai dengan tanggal 1 Maret 2018 pukul 12.00, warga yang telah merekam 827.990 orang.",
            [("827.990", "2018-03-01")],
        ),
        ("Sampai hari ini 827.990 orang sudah merekam.", [("827.990", "2018-03-05")]),
        ("Hingga Senin siang, 827.990 orang sudah merekam.", [("827.990", "2018-03-05")]),
        ("Hingga kemarin 827.990 orang sudah merekam.", [("827.990", "2018-03-04")]),
        (
            "Data itu per 1 Maret lalu. Rinciannya, wajib KTP 842.310, sudah merekam 827.990.",
            [("842.310", "2018-03-01"), ("827.990", "2018-03-01")],
        ),
        (
            "Wajib KTP 842.310, sudah merekam 827.990. Data tersebut dicatat per 1 Maret 2018.",
            [("842.310", "2018-03-01"), ("827.990", "2018-03-01")],
        ),
        (
            "Wajib KTP 842.310 dan yang sudah merekam 827.990 (data per 1/3/2018).",
            [("842.310", "2018-03-01"), ("827.990", "2018-03-01")],
        ),
        (
            "Wajib KTP 842.310 (DKB Semester II 2017), sedangkan yang sudah merekam 827.990 (1 Maret 2018).",
            [("842.310", "2017-07-01"), ("827.990", "2018-03-01")],
        ),
        (
            "Wajib KTP 842.310 per Desember 2017, sementara yang merekam 827.990 per 1 Maret 2018.",
            [("842.310", "2017-12-01"), ("827.990", "2018-03-01")],
        ),
        (
            "Dari 842.310 wajib KTP pada akhir 2017, baru 827.990 yang merekam hingga 1 Maret 2018.",
            [("842.310", "2017-12-01"), ("827.990", "2018-03-01")],
        ),
        ("Terhitung 1 Maret 2018, jumlah yang belum merekam 14.322 orang.", [("14.322", "2018-03-01")]),
        (
            "Update terakhir tanggal 1 Maret 2018, yang belum merekam 14.322 orang.",
            [("14.322", "2018-03-01")],
        ),
        ("Data terakhir (28/2) menyebut 14.322 orang belum merekam.", [("14.322", "2018-02-28")]),
        ("Rekap per Rabu (28/2/2018) mencatat 14.322 orang belum merekam.", [("14.322", "2018-02-28")]),
        (
            "Dinas merilis data 28 Februari 2018 yang menyebut 14.322 orang belum merekam.",
            [("14.322", "2018-02-28")],
        ),
        (
            "Perekaman ditutup 31 Desember 2018. Warga yang belum merekam 14.322 orang.",
            [("14.322", "2018-03-05")],
        ),
        ("Pada triwulan IV 2017, wajib KTP 842.310 jiwa.", [("842.310", "2017-10-01")]),
        ("Data triwulan pertama 2018: wajib KTP 842.310 jiwa.", [("842.310", "2018-01-01")]),
        ("Per Februari, wajib KTP 842.310 jiwa.", [("842.310", "2018-02-01")]),
        ("Selama Februari 2018 ada 14.322 orang yang belum merekam.", [("14.322", "2018-02-01")]),
        ("Hingga tutup buku 2017, 827.990 orang sudah merekam.", [("827.990", "2017-01-01")]),
        ("Di penghujung 2017, 827.990 orang sudah merekam.", [("827.990", "2017-12-01")]),
        ("Catatan dinas pada 12 Februari lalu, 14.322 orang belum merekam.", [("14.322", "2018-02-12")]),
        ("Dua pekan lalu yang belum merekam 14.322 orang.", [("14.322", "2018-02-19")]),
    ],
)
def test_the_date_of_each_number(paragraph: str, expected: list[tuple[str, str]]) -> None:
    assert dated(_OPENING + paragraph) == expected


def test_days_that_head_their_numbers() -> None:
    told = dated(
        _OPENING
        + "Kamis (1/3/2018) tercatat 15.118 orang belum merekam. Jumat (2/3/2018) tinggal 14.940 orang, sedangkan Sabtu "
        "(3/3/2018) masih 14.705 orang."
    )
    assert told == [("15.118", "2018-03-01"), ("14.940", "2018-03-02"), ("14.705", "2018-03-03")]
