"""Turns of phrase of the press that decide what a number counts."""

from __future__ import annotations

import pytest

from extractor import extract
from tests.told import TODAY, counted, placed

_HEAD = "Perekaman e-KTP di Klaten\n\nKLATEN - "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Yang belum selesai perekaman e-KTP tinggal 25.223 warga.",
            [("25.223", "unrecorded")],
            id="not yet finished",
        ),
        pytest.param(
            "Warga Klaten sudah memiliki e-KTP 410.220 orang. Dari total yang wajib melakukan perekaman, tinggal 3 persen "
            "yang belum.",
            [("410.220", "owned"), ("3", "unrecorded")],
            id="the act of those who must",
        ),
        pytest.param(
            "Baru 507 ribu jiwa yang terealisasi dari 822 ribu yang wajib punya KTP elektronik.",
            [("507 ribu", "recorded"), ("822 ribu", "wktp")],
            id="realised",
        ),
        pytest.param(
            "Penduduk Kabupaten Klaten yang memenuhi syarat untuk memiliki KTP, katanya, 918.000 orang.",
            [("918.000", "wktp")],
            id="who meet the terms",
        ),
        pytest.param(
            "e-KTP selesai dicetak 570.118 keping. Sebanyak 498.220 warga sudah menerimanya lewat balai desa.",
            [("570.118", "printed"), ("498.220", "owned")],
            id="they have got it",
        ),
        pytest.param(
            "Di antara 90 ribu warga yang belum punya e-KTP, 41 ribu di antaranya sudah melakukan perekaman.",
            [("90 ribu", "not_owned"), ("41 ribu", "unprinted")],
            id="recorded among those without a card",
        ),
        pytest.param(
            "Warga yang belum merekam 41.210 orang, yang memiliki KTP SIAK 90.210 orang.",
            [("41.210", "unrecorded")],
            id="the card before",
        ),
        pytest.param(
            "Sebanyak 41.210 warga harus merekam ulang data e-KTP. Yang belum merekam 8.210 orang.",
            [("8.210", "unrecorded")],
            id="to be recorded again",
        ),
        pytest.param(
            "Yang telah merekam 95,75 persen, sedangkan sisanya 4,25 persen belum. Angka tersebut naik dibanding semester I "
            "yang hanya 93,10 persen.",
            [("95,75", "recorded"), ("4,25", "unrecorded"), ("93,10", "recorded")],
            id="the percentage that is compared",
        ),
        pytest.param(
            "Data dinas menunjukkan baru 32.940 orang dari 39.154 wajib KTP yang merekam atau setara 84,13 persen.",
            [("32.940", "recorded"), ("39.154", "wktp"), ("84,13", "recorded")],
            id="the act behind the whole",
        ),
        pytest.param(
            "Di sana dari 41.260 wajib KTP terekam 35.118 dan belum terekam 6.142.",
            [("41.260", "wktp"), ("35.118", "recorded"), ("6.142", "unrecorded")],
            id="an act done right behind the obliged",
        ),
        pytest.param(
            "Secara nasional 22 juta yang belum merekam, berarti Klaten menyumbang 8 persen.",
            [("22 juta", "unrecorded")],
            id="the share of a wider total",
        ),
        pytest.param(
            "Masih 26 ribu warga Klaten abaikan perekaman e-KTP.",
            [("26 ribu", "unrecorded")],
            id="who ignore it",
        ),
        pytest.param(
            "Buktinya 41.318 orang, setara 24,55 persen wajib KTP di kabupaten itu, belum memegang KTP elektronik.",
            [("41.318", "not_owned"), ("24,55", "not_owned")],
            id="a percentage of the obliged",
        ),
        pytest.param(
            "Sudah ikut perekaman 149.206 orang, 31.568 orang lagi belum juga.",
            [("149.206", "recorded"), ("31.568", "unrecorded")],
            id="not yet either",
        ),
        pytest.param(
            "Yang sudah direkam 149.206 orang. Yang belum di cetak tapi sudah direkam 10.120 orang.",
            [("149.206", "recorded"), ("10.120", "unprinted")],
            id="who wait, the lack first, the prefix apart",
        ),
        pytest.param(
            "Ada 8.115 warga yang sudah rekam namun fisik KTP-nya belum di tangan.",
            [("8.115", "not_owned")],
            id="not yet in their hands",
        ),
        pytest.param(
            "Pemerintah khawatir 57.300 warga Klaten tidak akan memiliki e-KTP pada hari pemungutan suara.",
            [("57.300", "not_owned")],
            id="will not have it",
        ),
        pytest.param(
            "Perekaman data e-KTP tinggal 15 persen dari warga wajib KTP yang jumlahnya 670 ribu jiwa.",
            [("15", "unrecorded"), ("670 ribu", "wktp")],
            id="what is left of an act",
        ),
        pytest.param(
            "Yang belum merekam 61.200 orang. Hampir 18 ribu dari yang belum itu tercatat sebagai pekerja di Malaysia.",
            [("61.200", "unrecorded")],
            id="some of those just told",
        ),
        pytest.param(
            "Yang sudah merekam 61.200 orang. Sejumlah kartu salah cetak, sekira 1.204 keping.",
            [("61.200", "recorded")],
            id="misprinted cards",
        ),
        pytest.param(
            "Stok blangko aman, 6.000 keping. Pemakaian stabil di kisaran 100 keping per hari.",
            [("6.000", "blanks")],
            id="blanks of a day",
        ),
        pytest.param(
            "Yang sudah merekam 61.200 orang. Petugas kurang, sedangkan kecamatan di Klaten ada 26.",
            [("61.200", "recorded")],
            id="how many districts there are",
        ),
        pytest.param(
            "Perekaman yang masih belum dilakukan, yakni 8 persen lagi, dikejar tahun ini.",
            [("8", "unrecorded")],
            id="a recording not yet done",
        ),
        pytest.param(
            "Dari 138.420 wajib KTP yang sudah merekam 134.745 jiwa. Yang 3.675 lagi ini yang bikin pusing.",
            [("138.420", "wktp"), ("134.745", "recorded"), ("3.675", "unrecorded")],
            id="so many more",
        ),
        pytest.param(
            "Sudah merekam 212.768 orang dari 228.000 wajib KTP. Kekurangannya sekitar 15.232 orang.",
            [("212.768", "recorded"), ("228.000", "wktp"), ("15.232", "unrecorded")],
            id="what is short",
        ),
        pytest.param(
            "Dari jumlah penduduk 1.303.679 itu, terdata wajib KTP-el 994.466, sudah perekaman 866.279.",
            [("1.303.679", "population"), ("994.466", "wktp"), ("866.279", "recorded")],
            id="a whole that points back and names itself",
        ),
        pytest.param(
            "Capaian Klaten 63,91 persen dari 912.480 jiwa wajib KTP-nya.",
            [("63,91", "recorded"), ("912.480", "wktp")],
            id="a share of the obliged that names no act",
        ),
        pytest.param(
            "Warga yang belum mengantongi e-KTP 6.410 orang, 14 persen di antaranya lansia.",
            [("6.410", "not_owned")],
            id="a share of those",
        ),
        pytest.param(
            "Yang belum merekam paling sedikit di Kecamatan Bayat, yang penduduknya memang jarang, 402 jiwa.",
            [("402", "unrecorded")],
            id="how people dwell",
        ),
        pytest.param(
            "Kartu yang sudah dikirim dari Jakarta 574.206 keping.",
            [("574.206", "printed")],
            id="cards that were sent",
        ),
        pytest.param(
            "Yang sudah merekam 91,4 persen. Yang 9,6 persen lagi itu ada di mana? Kerja di ladang.",
            [("91,4", "recorded"), ("9,6", "unrecorded")],
            id="so many more in percent",
        ),
        pytest.param(
            "Yang belum merekam 11.194 jiwa. Yang 11.914 jiwa tersebut, katanya, belum tentu masih hidup.",
            [("11.194", "unrecorded"), ("11.914", "unrecorded")],
            id="pointed back to with two digits swapped",
        ),
        pytest.param(
            "Wajib KTP di Kecamatan Bayat 22.440 orang, butuh perekaman 2.499 atau 11,14 persen.",
            [("22.440", "wktp"), ("2.499", "unrecorded"), ("11,14", "unrecorded")],
            id="in need of recording",
        ),
        pytest.param(
            "Yang memiliki e-KTP 48.893 orang, artinya ada15.186 yang belum memiliki e-KTP.",
            [("48.893", "owned"), ("15.186", "not_owned")],
            id="glued to its word",
        ),
        pytest.param(
            "Total wajib KTP 802.342 orang, yang sudah melakukan perekaman 773.130 orang. Artinya, sekitar 29.212 orang "
            "belum mengurus adminduk itu.",
            [("802.342", "wktp"), ("773.130", "recorded"), ("29.212", "unrecorded")],
            id="by what adds up",
        ),
        pytest.param(
            "Penduduk sekitar 1.189.041 jiwa, yang wajib KTP 926.150 jiwa. Sebarannya, Kecamatan Wedi 396.211 jiwa, Kecamatan "
            "Bayat 491.180 jiwa dan Kecamatan Cawas 301.650 jiwa.",
            [
                ("1.189.041", "population"),
                ("926.150", "wktp"),
                ("396.211", "population"),
                ("491.180", "population"),
                ("301.650", "population"),
            ],
            id="a list by its sum",
        ),
        pytest.param(
            "Yang sudah dicetak di Kecamatan Wedi 9.210 keping, Kecamatan Cawas 8.330 keping. Lalu warga Kecamatan Bayat "
            "sebanyak 7.410, Kecamatan Trucuk 6.520.",
            [("9.210", "printed"), ("8.330", "printed"), ("7.410", "printed"), ("6.520", "printed")],
            id="the next items of a list",
        ),
        pytest.param(
            "Perekaman belum mencapai 100 persen. Yang belum merekam 410 orang.",
            [("410", "unrecorded")],
            id="short of",
        ),
        pytest.param(
            "Bulan Agustus 2017 perekaman 90,14 persen, lalu September 2017 mencapai 90,42 persen.",
            [("90,14", "recorded"), ("90,42", "recorded")],
            id="shares of months in a row are no month's work",
        ),
        pytest.param(
            "Kini 61 persen sasaran di Klaten sudah difoto.",
            [("61", "recorded")],
            id="photographed",
        ),
        pytest.param(
            "Perekaman 93 persen. Maunya kami rekam data bisa 100 persen.",
            [("93", "recorded"), ("100", "target")],
            id="a wish",
        ),
        pytest.param(
            "Di samping e-KTP, dinas menggenjot akta kelahiran anak yang kini baru 84 persen. Yang belum merekam 410 orang.",
            [("410", "unrecorded")],
            id="another paper",
        ),
    ],
)
def test_what_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(_HEAD + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Sudah merekam 88 persen. Butuh 7 persen lagi untuk mencapai target 95 persen.",
            [("88", "recorded"), ("95", "target")],
            id="what a target lacks",
        ),
        pytest.param(
            "Sudah merekam 88 persen. Tinggal 7 persen lagi untuk mencapai target 95 persen.",
            [("88", "recorded"), ("95", "target")],
            id="what a target lacks, told as left",
        ),
        pytest.param(
            "Yang sudah merekam 41.300 orang. Kemarin ada 3.100 orang lagi yang datang ke kantor.",
            [("41.300", "recorded")],
            id="some more came",
        ),
        pytest.param(
            "Wajib KTP 802.342, sudah merekam 773.130. Jumlah TPS 29.212.",
            [("802.342", "wktp"), ("773.130", "recorded")],
            id="a number that is left by chance",
        ),
        pytest.param(
            "Blangko yang diterima hanya cukup untuk 55 persen dari 912.480 wajib KTP.",
            [("912.480", "wktp")],
            id="a share of the obliged that is of blanks",
        ),
        pytest.param(
            "Jumlah penduduknya tersebar di 26 kecamatan sebanyak 1.303.679 jiwa, wajib KTP 994.466.",
            [("1.303.679", "population"), ("994.466", "wktp")],
            id="people who dwell and are counted",
        ),
        pytest.param(
            "Data e-KTP yang sudah dikirim ke pusat 410.220. Yang belum merekam 410 orang.",
            [("410", "unrecorded")],
            id="data that were sent",
        ),
        pytest.param(
            "Blangko datang, kami sudah menerimanya 2.000 keping.",
            [("2.000", "blanks")],
            id="blanks that came",
        ),
        pytest.param(
            "Realisasi perekaman belum sampai 50 persen.", [("50", "recorded")], id="a bound is a figure"
        ),
    ],
)
def test_what_sounds_alike_is_something_else(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(_HEAD + text) == expected


def test_a_target_that_is_surpassed_is_not_the_number() -> None:
    assert counted(
        "Lampaui Target, Perekaman KTP-el Kota Sorong 98,32 Persen\n\nSORONG - Perekaman KTP-el sudah selesai."
    ) == [("98,32", "recorded")]


def test_who_wrote_it_is_no_number() -> None:
    assert counted(
        _HEAD + "Yang belum merekam 410 orang. Yang terendah Kecamatan Wedi, tertinggi Bayat dan Cawas.(104)"
    ) == [("410", "unrecorded")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "57.318 Warga Kabupaten Tegal Belum Rekam, Kota Tegal 6.027\n\nSLAWI - Di Kabupaten Tegal 57.318 orang belum "
            "merekam e-KTP.\n\nDi Kota Tegal, kepala bidangnya mengaku lebih lega. Yang belum rekam hanya 6.027 orang.",
            [
                ("57.318", "Kabupaten Tegal"),
                ("6.027", "Kota Tegal"),
                ("57.318", "Kabupaten Tegal"),
                ("6.027", "Kota Tegal"),
            ],
            id="where a paragraph turns to",
        ),
        pytest.param(
            "Camat Paloh: 1.862 Warga Kami Belum Rekam e-KTP\n\nSAMBAS - Kecamatan Paloh di Kabupaten Sambas masih "
            "memiliki 1.862 warga yang belum rekam e-KTP.\n\nYang belum rekam di kabupaten sekarang tinggal 9.210 orang.",
            [("1.862", "Kecamatan Paloh"), ("1.862", "Kecamatan Paloh"), ("9.210", "Kabupaten Sambas")],
            id="the regency over a district",
        ),
        pytest.param(
            "Warga Paser Belum Punya e-KTP\n\nPASER - Warga Kabupaten Paser yang belum memiliki e-KTP 21.310 orang. Tanah "
            "Grogot, kecamatan tempat ibu kota berada, di pucuk dengan 6.218 orang, disusul Kuaro 2.310 orang.",
            [
                ("21.310", "Kabupaten Paser"),
                ("6.218", "Kecamatan Tanah Grogot"),
                ("2.310", "Kecamatan Kuaro"),
            ],
            id="told to be a district",
        ),
        pytest.param(
            "Perekaman e-KTP di Maluku Tengah\n\nMASOHI - Yang belum rekam e-KTP di Maluku Tengah tertinggi ada pada Kecamatan "
            "Leihitu dan Salahutu di Pulau Ambon, masing masing 6.044 dan 5.190 orang.",
            [("6.044", "Kecamatan Leihitu"), ("5.190", "Kecamatan Salahutu")],
            id="pairs with something between",
        ),
        pytest.param(
            "15.542 Warga Dompu Belum Rekam e-KTP\n\nDOMPU - Di Kabupaten Dompu 15.542 orang belum merekam e-KTP. Terbanyak di "
            "Kecamatan Woja 3.870. Menyusul Dompu 3.214, Pekat 2.655, Manggalewa 1.733 dan Kempo 1.218.",
            [
                ("15.542", "Kabupaten Dompu"),
                ("15.542", "Kabupaten Dompu"),
                ("3.870", "Kecamatan Woja"),
                ("3.214", "Kecamatan Dompu"),
                ("2.655", "Kecamatan Pekat"),
                ("1.733", "Kecamatan Manggalewa"),
                ("1.218", "Kecamatan Kempo"),
            ],
            id="the district of the regency's name",
        ),
    ],
)
def test_whose_it_is(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("opening", "codes"),
    [("(Kabar Banten) - Wajib", ["EK201"]), ("- Ada kabar bahwa wajib", [])],
    ids=["the name of an outlet", "hearsay"],
)
def test_what_is_only_said_is_not_held_against_the_rest(opening: str, codes: list[str]) -> None:
    text = (
        f"Perekaman e-KTP di Lebak\n\nLEBAK {opening} KTP di Kabupaten Lebak 676.912 orang, yang sudah merekam 639.805 orang "
        "dan yang belum merekam 47.107 orang."
    )
    assert [finding.code for finding in extract(text, today=TODAY).findings] == codes
