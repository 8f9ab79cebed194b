"""How officials say it: done is "beres" or "klir", what is lacking "bolong"; each text with the figures it states."""

from __future__ import annotations

import pytest

from tests.told import counted

_OPENING = (
    "Perekaman KTP-el di Sumedang Dikebut\n\nSUMEDANG - Pemerintah Kabupaten Sumedang mengebut perekaman KTP elektronik. Hal itu "
    "disampaikan Kepala Disdukcapil Kabupaten Sumedang, Senin (5/3/2018).\n\n"
)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "Wajib KTP 842.310 jiwa. Dari 842.310 itu yang sudah klir 827.990.",
            [("842.310", "wktp"), ("842.310", "wktp"), ("827.990", "recorded")],
        ),
        (
            "Wajib KTP 842.310 jiwa. Yang sudah tuntas 827.990, sisanya belum.",
            [("842.310", "wktp"), ("827.990", "recorded")],
        ),
        (
            "Wajib KTP 842.310 jiwa. Yang sudah beres 827.990 jiwa.",
            [("842.310", "wktp"), ("827.990", "recorded")],
        ),
        (
            "Dari wajib KTP 842.310 jiwa, 98,3 persen sudah beres.",
            [("842.310", "wktp"), ("98,3", "recorded")],
        ),
        (
            "Wajib KTP 842.310 jiwa, 98,3 persen atau 827.990 jiwa sudah rampung.",
            [("842.310", "wktp"), ("98,3", "recorded"), ("827.990", "recorded")],
        ),
        (
            "Wajib KTP 842.310 jiwa. Tinggal 14.320 yang masih bolong.",
            [("842.310", "wktp"), ("14.320", "unrecorded")],
        ),
        (
            "Wajib KTP 842.310 jiwa. Yang datanya sudah aman di server 827.990 jiwa.",
            [("842.310", "wktp"), ("827.990", "recorded")],
        ),
        (
            "Wajib KTP 842.310 jiwa. Yang rekamannya lengkap 827.990 atau 98,3 persen.",
            [("842.310", "wktp"), ("827.990", "recorded"), ("98,3", "recorded")],
        ),
        (
            "Wajib KTP 842.310 jiwa. Sebanyak 14.320 orang belum pernah menyentuh alat perekam.",
            [("842.310", "wktp"), ("14.320", "unrecorded")],
        ),
        (
            "Wajib KTP 842.310 jiwa. Penduduk yang sidik jarinya belum tersimpan di server masih banyak. Jumlah mereka 14.320 orang.",
            [("842.310", "wktp"), ("14.320", "unrecorded")],
        ),
        ("Penduduk yang sidik jarinya belum tersimpan 14.320 orang.", [("14.320", "unrecorded")]),
        (
            "Yang foto, sidik jari, dan iris matanya telah lengkap tersimpan 827.990 jiwa.",
            [("827.990", "recorded")],
        ),
        ("Orang yang belum pernah datang merekam 14.320.", [("14.320", "unrecorded")]),
        ("Warga yang belum pernah datang ke tempat perekaman 14.320 jiwa.", [("14.320", "unrecorded")]),
        ("Sebanyak 14.320 warga belum pernah datang sama sekali untuk direkam.", [("14.320", "unrecorded")]),
        ("Baru 827.990 orang yang datanya lengkap di server.", [("827.990", "recorded")]),
        (
            "Wajib KTP 842.310 jiwa dan kita sudah di angka 98,3 persen.",
            [("842.310", "wktp"), ("98,3", "recorded")],
        ),
        ("Kita di angka 98,3 persen dari 842.310 wajib KTP.", [("98,3", "recorded"), ("842.310", "wktp")]),
        ("Posisi perekaman kita di 98,3 persen.", [("98,3", "recorded")]),
        ("Sampai hari ini kita 98,3 persen perekaman.", [("98,3", "recorded")]),
        (
            "Wajib KTP 842.310 jiwa, yang sudah 827.990, jadi hampir rampung 98,3 persen.",
            [("842.310", "wktp"), ("827.990", "recorded"), ("98,3", "recorded")],
        ),
        ("Yang sudah merekam 827.990, jadi 98,3 persen.", [("827.990", "recorded"), ("98,3", "recorded")]),
        (
            "Yang sudah merekam 827.990 jiwa atau kalau dipersenkan 98,3.",
            [("827.990", "recorded"), ("98,3", "recorded")],
        ),
        (
            "Yang sudah merekam 827.990 jiwa. Kalau dipersenkan 98,3.",
            [("827.990", "recorded"), ("98,3", "recorded")],
        ),
        (
            "Yang sudah merekam 827.990 jiwa. Persentasenya 98,3.",
            [("827.990", "recorded"), ("98,3", "recorded")],
        ),
        (
            "Hingga pekan lalu warga yang belum merekam 12.310 orang. Sepekan kemudian tinggal 11.000 orang.",
            [("12.310", "unrecorded"), ("11.000", "unrecorded")],
        ),
        (
            "Tahun lalu 20.310 orang belum merekam. Sekarang 12.310 orang.",
            [("20.310", "unrecorded"), ("12.310", "unrecorded")],
        ),
        (
            "Bulan lalu yang belum merekam 20.310 orang. Saat ini turun menjadi 12.310 orang.",
            [("20.310", "unrecorded"), ("12.310", "unrecorded")],
        ),
        (
            "Wajib KTP kami 990.120 jiwa pada 2018. Kini sudah 1.012.310 jiwa.",
            [("990.120", "wktp"), ("1.012.310", "wktp")],
        ),
        (
            "Yang belum merekam 20.310 orang. Sekarang ada 12 petugas yang keliling.",
            [("20.310", "unrecorded")],
        ),
        (
            "Perekaman kini 97 koma 8 persen, yang belum 2 koma 2 persen.",
            [("97 koma 8", "recorded"), ("2 koma 2", "unrecorded")],
        ),
        ("Kuota perekaman kita 842.310 orang.", [("842.310", "target")]),
        (
            "Kuota yang dibebankan ke Sumedang 842.310 orang. Yang sudah direkam 827.990 orang.",
            [("842.310", "target"), ("827.990", "recorded")],
        ),
        (
            "Kuota e-KTP Sumedang sebanyak 842.310 orang, terealisasi 827.990 orang.",
            [("842.310", "target"), ("827.990", "recorded")],
        ),
        (
            "Kami mengajukan 40 ribu keping blangko, yang turun cuma 6 ribu.",
            [("40 ribu", "blanks"), ("6 ribu", "blanks")],
        ),
        (
            "Permohonan kami 8 ribu blangko e-KTP, dapatnya cuma 1.000.",
            [("8 ribu", "blanks"), ("1.000", "blanks")],
        ),
        ("Kami minta 8.000 blangko, tapi hanya diberi 1.500.", [("8.000", "blanks"), ("1.500", "blanks")]),
        (
            "Permintaan blangko 8.000 keping, yang dipenuhi 1.500 keping.",
            [("8.000", "blanks"), ("1.500", "blanks")],
        ),
        ("Blangko e-KTP di Disdukcapil kini sisa 420.", [("420", "blanks")]),
        ("Blangko e-KTP di Disdukcapil kini sisa 420 keping.", [("420", "blanks")]),
        ("Stok tinggal 420 lembar.", [("420", "blanks")]),
        ("Blangko habis sejak Mei. Terakhir kami terima 1.500 keping.", [("1.500", "blanks")]),
        ("Pemerintah pusat menghendaki Sumedang 99 persen pada akhir tahun.", [("99", "target")]),
        ("Pusat meminta kami 99 persen.", [("99", "target")]),
        ("Kami dipatok 99 persen oleh pusat.", [("99", "target")]),
        ("Oleh Kemendagri, Sumedang diminta mencapai 99 persen.", [("99", "target")]),
        (
            "Ada pemilih pemula 3.412 remaja, 1.288 dari mereka sudah direkam. Sedangkan wajib KTP 842.310 jiwa, 98,3 persen atau 827.990 jiwa sudah direkam.",
            [
                ("3.412", "first_voters"),
                ("1.288", "first_voters_recorded"),
                ("842.310", "wktp"),
                ("98,3", "recorded"),
                ("827.990", "recorded"),
            ],
        ),
        (
            "Ada pemilih pemula 3.412 remaja, 1.288 dari mereka sudah direkam. Secara umum, dari wajib KTP sebanyak 842.310 jiwa, sudah 98,3 persen atau 827.990 jiwa yang beres. Tinggal 14.320 yang belum.",
            [
                ("3.412", "first_voters"),
                ("1.288", "first_voters_recorded"),
                ("842.310", "wktp"),
                ("98,3", "recorded"),
                ("827.990", "recorded"),
                ("14.320", "unrecorded"),
            ],
        ),
        (
            "Kartu yang sampai ke tangan warga baru 96.318 keping. Selebihnya, 25 ribuan, menginap di kantor camat.",
            [("96.318", "owned")],
        ),
    ],
)
def test_what_each_number_counts(paragraph: str, expected: list[tuple[str, str]]) -> None:
    assert counted(_OPENING + paragraph) == expected
