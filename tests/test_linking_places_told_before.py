"""Districts that an article on their regency turns to: each paragraph behind the same opening, with its places."""

from __future__ import annotations

import pytest

from tests.told import placed

_OPENING = (
    "14.320 Warga Sumedang Belum Rekam KTP-el\n\nSUMEDANG - Warga Kabupaten Sumedang yang belum merekam KTP elektronik masih "
    "14.320 orang, kata Kepala Disdukcapil Kabupaten Sumedang, Senin (5/3/2018). Perekaman dikebut di 26 kecamatan.\n\n"
)
_TOLD_IN_IT = 2


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "Yang paling tertinggal ialah Kecamatan Cibugel. Di sana 1.904 warga belum merekam.",
            [("1.904", "Kecamatan Cibugel")],
        ),
        (
            "Kecamatan Cibugel paling tertinggal. Warganya yang belum merekam 1.904 orang.",
            [("1.904", "Kecamatan Cibugel")],
        ),
        (
            "Cibugel paling tertinggal. Sebanyak 1.904 warganya belum merekam.",
            [("1.904", "Kecamatan Cibugel")],
        ),
        (
            "Camat Cibugel mengakui hal itu. Menurut dia, 1.904 warganya belum merekam.",
            [("1.904", "Kecamatan Cibugel")],
        ),
        (
            'Camat Cibugel mengaku masih punya pekerjaan rumah. "Warga saya 1.904 orang belum rekam," ujarnya.',
            [("1.904", "Kecamatan Cibugel")],
        ),
        (
            "Di Cibugel keadaannya lebih berat. Dari 18.220 wajib KTP baru 16.316 yang direkam.",
            [("18.220", "Kecamatan Cibugel"), ("16.316", "Kecamatan Cibugel")],
        ),
        (
            "Berbeda dengan Cibugel. Kecamatan di perbatasan itu masih menyimpan 1.904 warga yang belum merekam.",
            [("1.904", "Kecamatan Cibugel")],
        ),
        (
            "Adapun Cibugel, kecamatan di perbatasan, menyisakan 1.904 orang.",
            [("1.904", "Kecamatan Cibugel")],
        ),
        (
            "Cibugel, yang letaknya paling jauh, masih menyisakan 1.904 orang yang belum direkam.",
            [("1.904", "Kecamatan Cibugel")],
        ),
        (
            "Cibugel yang letaknya paling jauh menyumbang 1.904 dari yang belum.",
            [("1.904", "Kecamatan Cibugel")],
        ),
        ("Sementara itu Cibugel baru 81 persen.", [("81", "Kecamatan Cibugel")]),
        (
            "Sementara Kecamatan Cibugel baru mencapai 81 persen. Masih 1.904 warga yang belum direkam.",
            [("81", "Kecamatan Cibugel"), ("1.904", "Kecamatan Cibugel")],
        ),
        (
            "Kecamatan Wado juga begitu, 2.011 warga. Menyusul Cibugel dengan 1.904 warga yang belum.",
            [("2.011", "Kecamatan Wado"), ("1.904", "Kecamatan Cibugel")],
        ),
        (
            "Wado dan Cibugel menjadi dua kecamatan terbanyak. Masing-masing 2.011 dan 1.904 orang belum merekam.",
            [("2.011", "Kecamatan Wado"), ("1.904", "Kecamatan Cibugel")],
        ),
        (
            "Dua kecamatan, Wado dan Cibugel, masih tinggi angkanya: 2.011 dan 1.904.",
            [("2.011", "Kecamatan Wado"), ("1.904", "Kecamatan Cibugel")],
        ),
        (
            "Di Wado tersisa 2.011 orang, sedangkan di Cibugel 1.904 orang. Khusus di Tomo, tinggal 77 orang.",
            [("2.011", "Kecamatan Wado"), ("1.904", "Kecamatan Cibugel"), ("77", "Kecamatan Tomo")],
        ),
        ("Terbanyak di Wado. Ada 2.011 orang yang belum.", [("2.011", "Kecamatan Wado")]),
        (
            "Yang tertinggi Wado, yakni 2.011 orang, dan yang terendah Tomo, hanya 77 orang.",
            [("2.011", "Kecamatan Wado"), ("77", "Kecamatan Tomo")],
        ),
        (
            "Posisi teratas ditempati Wado (2.011), kedua Cibugel (1.904), ketiga Tomo (1.477).",
            [("2.011", "Kecamatan Wado"), ("1.904", "Kecamatan Cibugel"), ("1.477", "Kecamatan Tomo")],
        ),
        (
            "Di Kecamatan Wado, kata dia, jumlah wajib KTP 30.112 orang. Yang sudah merekam 28.101 orang. Sisanya 2.011 orang.",
            [("30.112", "Kecamatan Wado"), ("28.101", "Kecamatan Wado"), ("2.011", "Kecamatan Wado")],
        ),
        (
            "Untuk Wado, 30.112 wajib KTP, 28.101 sudah merekam, 2.011 belum. Sedangkan Tomo 15.210 wajib KTP, 15.133 sudah, 77 belum.",
            [
                ("30.112", "Kecamatan Wado"),
                ("28.101", "Kecamatan Wado"),
                ("2.011", "Kecamatan Wado"),
                ("15.210", "Kecamatan Tomo"),
                ("15.133", "Kecamatan Tomo"),
                ("77", "Kecamatan Tomo"),
            ],
        ),
        (
            "Kecamatan Wado punya 30.112 wajib KTP. Dari jumlah itu 2.011 belum merekam. Adapun se-Kabupaten Sumedang, wajib KTP-nya 842.310.",
            [("30.112", "Kecamatan Wado"), ("2.011", "Kecamatan Wado"), ("842.310", "Kabupaten Sumedang")],
        ),
        (
            "Kecamatan Wado punya 30.112 wajib KTP. Secara keseluruhan, wajib KTP Sumedang 842.310.",
            [("30.112", "Kecamatan Wado"), ("842.310", "Kabupaten Sumedang")],
        ),
        (
            "Capaian Wado 93,3 persen, Tomo 99,5 persen. Rata-rata kabupaten 98,5 persen.",
            [("93,3", "Kecamatan Wado"), ("99,5", "Kecamatan Tomo"), ("98,5", "Kabupaten Sumedang")],
        ),
        (
            "Di tetangganya, Kabupaten Majalengka, yang belum merekam malah 21.330 orang.",
            [("21.330", "Kabupaten Majalengka")],
        ),
        (
            "Bandingkan dengan Majalengka yang masih menyisakan 21.330 orang.",
            [("21.330", "Kabupaten Majalengka")],
        ),
        (
            "Jumlah itu lebih kecil daripada di Kabupaten Majalengka yang mencapai 21.330 orang.",
            [("21.330", "Kabupaten Majalengka")],
        ),
        (
            "Di tingkat provinsi, yang belum merekam masih 512.330 orang.",
            [("512.330", "Provinsi Jawa Barat")],
        ),
        ("Se-Jawa Barat masih ada 512.330 orang yang belum merekam.", [("512.330", "Provinsi Jawa Barat")]),
        ("Secara nasional yang belum merekam 4.210.330 orang.", [("4.210.330", "Indonesia")]),
        ("Jawa Barat sendiri masih punya 512.330 orang belum rekam.", [("512.330", "Provinsi Jawa Barat")]),
        (
            "Kasus serupa terjadi di Wado. Sekitar 2.000 warga kecamatan tersebut belum merekam.",
            [("2.000", "Kecamatan Wado")],
        ),
        (
            "Contohnya Kecamatan Wado, wajib KTP-nya 30.112 orang, yang terekam 28.101 orang.",
            [("30.112", "Kecamatan Wado"), ("28.101", "Kecamatan Wado")],
        ),
        ("Warga Wado paling banyak. Mereka yang belum merekam 2.011 jiwa.", [("2.011", "Kecamatan Wado")]),
        ("Kecamatan dengan angka terbesar adalah Wado dengan 2.011 warga.", [("2.011", "Kecamatan Wado")]),
        ("Kecamatan dengan angka terbesar, Wado, masih 2.011 warga.", [("2.011", "Kecamatan Wado")]),
        (
            '"Wado itu paling banyak, 2.011 orang. Kalau Tomo tinggal 77," katanya.',
            [("2.011", "Kecamatan Wado"), ("77", "Kecamatan Tomo")],
        ),
        (
            "Sisanya tersebar di Wado 2.011 orang, Cibugel 1.904 orang, dan kecamatan lain.",
            [("2.011", "Kecamatan Wado"), ("1.904", "Kecamatan Cibugel")],
        ),
        (
            "Angka belum rekam di Kecamatan Wado 2.011 jiwa; Cibugel 1.904 jiwa; Tomo 77 jiwa.",
            [("2.011", "Kecamatan Wado"), ("1.904", "Kecamatan Cibugel"), ("77", "Kecamatan Tomo")],
        ),
        (
            "Petugas kini dipusatkan di Wado, sebab 2.011 warganya belum merekam.",
            [("2.011", "Kecamatan Wado")],
        ),
        (
            "Petugas dipusatkan di Wado karena di situlah 2.011 orang belum merekam.",
            [("2.011", "Kecamatan Wado")],
        ),
        ("Kecamatan yang sudah tuntas baru Tomo. Tinggal 77 orang di sana.", [("77", "Kecamatan Tomo")]),
        ("Kecamatan terakhir itu, Tomo, menyisakan 77 orang.", [("77", "Kecamatan Tomo")]),
    ],
)
def test_the_district_of_each_number(paragraph: str, expected: list[tuple[str, str]]) -> None:
    assert placed(_OPENING + paragraph)[_TOLD_IN_IT:] == expected
