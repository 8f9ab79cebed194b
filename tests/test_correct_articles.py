"""Correct articles that look odd: percentages of things, gaps to a target, claims, other times; nobody is accused."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor import extract

_OPENING = (
    "Perekaman e-KTP di Sleman Jalan Terus\n\nSLEMAN - Perekaman e-KTP di Kabupaten Sleman terus berjalan, kata Kepala "
    "Disdukcapil Kabupaten Sleman, Senin (5/3/2018).\n\n"
)
_BALANCE = "Dari 812.650 wajib KTP Sleman, 806.914 orang sudah rekam dan 5.736 orang belum."
_BESIDE_IT = [
    "Sebanyak 62 persen sekolah di Sleman sudah didatangi tim rekam e-KTP.",
    "Dari 86 desa di Sleman, 47 persen tuntas rekam e-KTP dan 53 persen belum.",
    "Sudah 70 persen dusun di Sleman tuntas rekam e-KTP.",
    "Sudah 70 persen RT di Sleman didatangi petugas rekam e-KTP.",
    "Petugas perekaman e-KTP di Sleman baru 60 persen dari kebutuhan.",
    "Alat rekam e-KTP di Sleman tinggal 60 persen yang berfungsi.",
    "Sekitar 40 persen alat perekaman rusak.",
    "Alat perekaman yang berfungsi hanya 60 persen.",
    "Kuota rekam e-KTP di Sleman baru terpakai 55 persen.",
    "Realisasi program perekaman e-KTP jemput bola di Sleman 64 persen.",
    "Kemajuan input data perekaman ke server pusat 60 persen.",
    "Anggaran perekaman e-KTP Sleman terserap 71 persen.",
    "Serapan anggaran perekaman baru 71 persen.",
    "Dari 86 desa di Sleman, warga 80 desa sudah 100 persen rekam e-KTP. Sisanya 6 desa masih 93 persen.",
    "Perekaman e-KTP Sleman 88 persen, kata Bupati. Kadis meluruskan, yang benar 99,29 persen.",
    "Perekaman Sleman pernah mencapai 99,9 persen. Lalu turun menjadi 99,29 persen karena pemula.",
    "Tahun depan yang belum rekam di Sleman diperkirakan hanya 0,2 persen.",
    "Perekaman di kecamatan perbatasan Sleman cuma 70 persen, sedangkan di pusat kota 98 persen. Rata-ratanya 99,29 persen.",
    "Di wilayah pegunungan perekaman baru 70 persen.",
    "Perekaman di desa-desa terpencil masih 70 persen.",
    "Perekaman siswa SMA mencapai 80 persen.",
    "Perekaman warga binaan lapas mencapai 80 persen.",
    "Perekaman penyandang disabilitas baru 60 persen.",
    "Partisipasi warga dalam perekaman jemput bola 65 persen dari undangan.",
    "Dari undangan yang disebar, 65 persen warga datang merekam.",
    "Sebanyak 30 persen warga yang belum rekam adalah lansia.",
    "Dari yang belum merekam, 45 persen berada di luar negeri.",
    "Antrean perekaman turun 40 persen dibanding bulan lalu.",
    "Jumlah perekaman harian naik 25 persen.",
    "Perekaman naik 2 persen menjadi 99,29 persen.",
    "Dalam seminggu perekaman bertambah 0,5 persen.",
    "Target perekaman tahun ini 99,8 persen.",
    "Pencetakan kartu baru 85 persen.",
    "Stok blangko tinggal 15 persen.",
    "Sebanyak 90 persen kartu sudah dibagikan.",
    "Perekaman akta kelahiran mencapai 96 persen.",
    "Aktivasi IKD baru 7 persen.",
    "Cakupan KIA 55 persen.",
    "Kehadiran pegawai 90 persen.",
    "Tahun lalu perekaman 97 persen.",
    "Pada 2016 yang belum rekam masih 5 persen.",
    "Semula perekaman baru 90 persen.",
    "Di Kecamatan Berbah perekaman 97 persen.",
    "Camat Berbah mengatakan, perekaman di wilayahnya 97 persen.",
    "Kabupaten Bantul lebih rendah, 96 persen.",
    "Rata-rata nasional 97 persen.",
    "Jika 1 persen saja tidak ikut, ada 8.000 suara hilang.",
    "Sekitar 95 persen pemilih sudah punya e-KTP.",
    "Minimal 98 persen warga harus sudah merekam.",
    "Menurut BPS, 96 persen penduduk dewasa punya KTP.",
    "Kesalahan data perekaman 3 persen.",
    "Perekaman yang gagal terkirim ke pusat 2 persen.",
    "Dari 10 kecamatan, 80 persen sudah selesai perekaman.",
    "Sebanyak 75 persen desa belum memiliki alat rekam.",
    "Baru 40 persen kecamatan yang punya alat perekaman.",
    "Progres pembagian e-KTP mencapai 78 persen.",
    "Layanan perekaman keliling menjangkau 60 persen wilayah.",
    "Hasil perekaman yang sudah dicetak 92 persen.",
    "Tingkat kehadiran warga saat perekaman massal hanya 50 persen.",
    "Warga yang merekam di mal mencapai 20 persen.",
    "Pemilih pemula yang belum merekam 12 persen.",
    "Sebanyak 20 persen dari wajib KTP pemula belum merekam.",
    "Dari total yang direkam, 55 persen perempuan.",
    "Lansia yang sudah merekam baru 88 persen.",
    "Ketersediaan blangko hanya cukup untuk 30 persen.",
    "Kerusakan alat perekaman mencapai 35 persen.",
    "Jaringan perekaman berfungsi 80 persen.",
    "Koneksi server perekaman baru pulih 70 persen.",
    "Kepuasan warga terhadap layanan perekaman 89 persen.",
    "Wajib KTP perempuan 51 persen.",
]
_ALONE = [
    "Target perekaman e-KTP 98 persen belum tercapai. Sleman baru 97,2 persen, kurang 0,8 persen atau sekitar 6.500 orang. Wajib KTP 812.650 orang, yang belum 22.754 orang.",
    "Target akhir tahun 99 persen. Saat ini perekaman KTP-el Sleman 95,4 persen sehingga masih kurang 3,6 persen lagi. Wajib KTP 268.100 orang, yang sudah rekam 255.767 orang.",
    "Perekaman e-KTP di Sleman 95,4 persen. Untuk mencapai 99 persen, kita butuh 3,6 persen lagi.",
    "Perekaman 95,4 persen, atau masih 3,6 persen di bawah target nasional 99 persen.",
    "Klaim: 57.360 warga Sleman belum rekam e-KTP. Fakta: 5.736 warga Sleman belum rekam e-KTP menurut Disdukcapil.",
    "Seorang warganet menulis 5.763 warga Sleman belum rekam e-KTP. Data Disdukcapil: 5.736 warga Sleman belum rekam e-KTP.",
    "Di media sosial disebut 57.360 warga Sleman belum rekam e-KTP. Faktanya hanya 5.736 warga yang belum.",
    "KAB. TANGERANG - Wajib KTP 2.250.000 jiwa, rekam 2.118.000 jiwa. KOTA TANGERANG - Wajib KTP 1.311.000 jiwa, rekam "
    "1.290.000 jiwa.",
    "Perekaman e-KTP di Kota Batam 88 persen, kata Wali Kota. Beberapa saat kemudian Kadisdukcapil meluruskan: 88 persen itu "
    "angka tahun lalu, kini sudah 91,6 persen. Dari 790.212 wajib KTP, 723.834 orang sudah rekam dan 66.378 orang belum.",
    "Dari 7.000 warga belum rekam di Barito Kuala, 43 persen atau 3.010 tinggal di bantaran sungai. Perekaman sendiri sudah "
    "96,8 persen. Wajib KTP 221.000 orang.",
]


def _accused(text: str) -> list[str]:
    return [f.message for f in extract(text, today=dt.date(2026, 1, 1)).findings if f.severity != "note"]


@pytest.mark.parametrize("sentence", _BESIDE_IT)
def test_beside_counts_that_fit(sentence: str) -> None:
    assert _accused(f"{_OPENING}{sentence} {_BALANCE}\n") == []
    assert _accused(f"{_OPENING}{_BALANCE} {sentence}\n") == []
    assert _accused(f"{_OPENING}{sentence}\n\n{_BALANCE}\n") == []


@pytest.mark.parametrize("paragraph", _ALONE)
def test_by_itself(paragraph: str) -> None:
    assert _accused(f"{_OPENING}{paragraph}\n") == []
