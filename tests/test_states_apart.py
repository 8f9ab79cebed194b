"""Figures of another time, source, group or hope beside those of the place as it stands: they accuse nobody."""

from __future__ import annotations

import pytest

from extractor import extract

_RETOLD = (
    "Perekaman e-KTP di Sleman\n\nSLEMAN - Wajib KTP Kabupaten Sleman 818.217 jiwa. Yang sudah rekam 814.034 jiwa dan "
    "yang belum rekam 4.183 jiwa, kata Kepala Dinas Dukcapil Sleman, Selasa (13/2/2018). "
)
_LEFT_OPEN = (
    "Perekaman e-KTP di Trenggalek\n\nTRENGGALEK - Wajib KTP Kabupaten Trenggalek 700.218 jiwa. Yang sudah rekam 687.451 "
    "jiwa, kata Kepala Dinas Dukcapil Trenggalek, Selasa (13/2/2018). "
)


def accused(text: str) -> list[str]:
    """The codes of the errors and warnings."""
    return [finding.code for finding in extract(text).findings if finding.severity != "note"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sebelum mobil keliling turun, yang belum rekam 4.983 orang.",
        "Usai jemput bola, yang belum rekam 4.138 orang.",
        "Ketika Pilkada digelar, warga yang belum rekam 4.683 orang.",
        "Saat Pemilu 2014, warga yang belum rekam 41.183 orang.",
        "Semasa Covid-19, warga yang belum rekam 14.183 orang.",
        "Pada zaman bupati terdahulu, yang belum rekam 41.830 orang.",
        "Ketika Kadis baru dilantik, yang belum rekam 4.138 orang.",
        "Bulan lalu yang belum rekam 4.283 orang.",
        "Dulu yang belum rekam 4.283 orang.",
        "Warga pegunungan yang belum rekam 1.183 orang.",
        "Penghuni pesantren yang belum rekam 2.183 orang.",
        "Peserta BPJS yang belum rekam 4.138 orang.",
        "Warga miskin penerima bansos yang belum rekam 2.183 orang.",
        "Perempuan yang belum rekam 2.183 orang.",
        "Warga laki-laki yang belum rekam 2.183 orang, perempuan 2.000 orang.",
        "Di kabupaten tetangga, yang belum rekam 4.188 orang.",
        "Menurut hitungan Panwas, yang belum rekam 4.188 orang.",
        "Data Kemendagri menyebut yang belum rekam 4.138 orang.",
        "Media lain menulis warga yang belum rekam 4.138 orang.",
        "Kadis yakin pekan depan yang belum rekam tinggal 2.183 orang.",
        "Kadis memprediksi yang belum rekam akhir tahun nanti 2.183 orang.",
        "Bila tak ada jemput bola, kata dia, yang belum rekam bisa 6.183 orang.",
        "Kami salah ketik kemarin, tertulis yang belum rekam 4.138 orang.",
    ],
)
def test_a_number_of_another_state_is_no_repetition(sentence: str) -> None:
    assert accused(_RETOLD) == []
    assert accused(_RETOLD + sentence) == []


@pytest.mark.parametrize("now", ["Kini yang belum rekam 4.138 orang.", "Sekarang 4.138 orang belum rekam."])
@pytest.mark.parametrize("published", [None, "2018-02-14"])
def test_what_is_told_of_now_does_not_repeat_what_was_told_of_then(now: str, published: str | None) -> None:
    before = "Rekam di Sleman\n\nSLEMAN - Pekan lalu warga Sleman yang belum rekam 4.183 orang. "
    findings = extract(before + now, published=published).findings
    assert [finding.code for finding in findings if finding.severity != "note"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Saat Pilkada 2015, yang belum rekam 15.127 orang.",
        "Pada awal tahun, yang belum rekam 15.127 orang.",
        "Menjelang Pilpres dulu, yang belum rekam 15.127 orang.",
        "Bulan lalu belum rekam 15.127 orang.",
        "Menurut KPU belum rekam 13.102 orang.",
        "Data pusat menyebut yang belum rekam 15.127 orang.",
        "Bawaslu menghitung belum rekam 13.102 orang.",
        "Dari DPT, yang belum rekam 11.102 orang.",
        "Ada pula warga pendatang belum rekam 7.102 orang.",
        "Sisanya, 4.121 orang pindah, 1.946 orang meninggal, dan 6.700 orang belum rekam.",
        "Ada 4.121 data ganda, 1.946 data orang meninggal, dan 6.700 belum rekam.",
        "Sebanyak 4.121 orang pindah, 1.946 orang meninggal, sehingga yang belum rekam 6.700 orang.",
    ],
)
def test_a_number_of_another_state_is_no_part_of_the_whole(sentence: str) -> None:
    assert accused(_LEFT_OPEN + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Perempuan yang sudah rekam 96,4 persen.",
        "Kadis optimistis akhir tahun 99,5 persen sudah rekam.",
        "Kabupaten tetangga yang sudah rekam 97,3 persen.",
        "Dari DPT, yang belum rekam 0,7 persen.",
        "Namun menurut KPU 96,9 persen sudah rekam.",
    ],
)
def test_a_percentage_of_another_state_is_none_of_the_counts(sentence: str) -> None:
    assert accused(_LEFT_OPEN + "Yang belum rekam 12.767 jiwa atau 1,82 persen. " + sentence) == []


@pytest.mark.parametrize(
    "rest",
    [
        ", dan tanpa alamat jelas 342 orang.",
        ", selebihnya berada di luar kota.",
        ", sisanya 342 orang belum diketahui alamatnya.",
        ". Selisih 342 orang masih dilacak.",
        " dan lapas 342 orang.",
    ],
)
def test_a_list_that_names_what_it_lacks_is_complete(rest: str) -> None:
    text = (
        "Rekam di Kota Blitar\n\nBLITAR - Warga Kota Blitar yang belum rekam 3.412 orang. Rinciannya Sukorejo 1.010 "
        "orang, Kepanjenkidul 950 orang, Sananwetan 1.110 orang"
    )
    assert accused(text + ".") == ["EK301"]
    assert accused(text + rest) == []


@pytest.mark.parametrize("sums", [", total {}", ", sehingga totalnya {}", " atau total {}", ". Totalnya {}"])
def test_a_sum_at_the_end_of_its_list_is_that_of_all(sums: str) -> None:
    text = "Rekam di Klaten\n\nKLATEN - Yang belum merekam di Kecamatan Wedi 115 orang, Juwiring 213 orang dan Cawas 311 orang"
    right, wrong = (extract(text + sums.format(number) + " orang.") for number in ("639", "739"))
    assert [(f.value, f.place.name if f.place else None) for f in right.figures][-1] == (
        639,
        "Kabupaten Klaten",
    )
    assert right.findings == []
    assert [finding.code for finding in wrong.findings] == ["EK301"]


@pytest.mark.parametrize(
    "days",
    [
        "Rabu malam hingga Kamis (14/3/2024)",
        "Sabtu dan Minggu (3/12/2023)",
        "malam Minggu (2/12/2023)",
        "Sabtu/Minggu (3/12/2023)",
    ],
)
def test_a_weekday_before_another_is_not_that_of_the_date(days: str) -> None:
    assert accused(f"Layanan e-KTP di Sleman\n\nSLEMAN - Dinas membuka layanan rekam KTP pada {days}.") == []
    assert "EK007" in accused("Layanan e-KTP\n\nSLEMAN - Dinas membuka layanan rekam KTP Rabu (14/3/2024).")
