"""The same figures told in many words: every act in every frame, and sentences that say it in their own way."""

from __future__ import annotations

import pytest

from tests.told import counted, located

_RECORDED = [
    "melakukan perekaman", "direkam datanya", "difoto", "dipotret", "duduk di depan kamera", "menghadap kamera",
    "menyetor sidik jari", "menempelkan jari", "dipindai iris matanya", "mengikuti perekaman", "ikut perekaman",
    "menjalani perekaman", "selesai direkam", "tuntas direkam", "rampung direkam", "mengurus perekaman",
    "datang merekam", "terlayani perekaman", "terjangkau perekaman", "tersentuh perekaman", "berhasil direkam",
    "masuk database kependudukan", "masuk pangkalan data", "merekamkan diri", "terjaring perekaman",
]  # fmt: skip
_OWNED = [
    "memiliki KTP-el", "punya KTP-el", "mengantongi KTP-el", "memegang fisik KTP-el", "menerima KTP-elnya",
    "mengambil e-KTPnya", "ber-KTP-el", "mendapatkan KTP-el", "menggenggam KTP-el", "membawa pulang KTP-el",
]  # fmt: skip
_PRINTED = [
    "dicetak", "tercetak", "selesai dicetak", "rampung dicetak", "naik cetak", "jadi fisiknya", "diterbitkan kartunya",
    "terbit kartunya",
]  # fmt: skip
_ACTS = [
    *((phrase, "recorded", "unrecorded") for phrase in _RECORDED),
    *((phrase, "owned", "not_owned") for phrase in _OWNED),
    *((phrase, "printed", "unprinted") for phrase in _PRINTED),
]


@pytest.mark.parametrize(("phrase", "done", "lacking"), _ACTS, ids=[act[0] for act in _ACTS])
def test_an_act_reads_alike_wherever_it_stands(phrase: str, done: str, lacking: str) -> None:
    told = counted(
        f"Jumlah wajib KTP di Kabupaten Klaten 998.450 jiwa. Yang sudah {phrase} 971.131 orang, sedangkan yang belum "
        "27.319 orang."
    )
    assert told == [("998.450", "wktp"), ("971.131", done), ("27.319", lacking)]
    assert counted(f"Dari 998.450 wajib KTP di Kabupaten Klaten, sebanyak 971.131 orang sudah {phrase}.") == [
        ("998.450", "wktp"),
        ("971.131", done),
    ]
    assert counted(f"Di Kabupaten Klaten masih ada 27.319 warga yang belum {phrase}.") == [
        ("27.319", lacking)
    ]
    assert counted(f"Warga Kabupaten Klaten yang belum {phrase} masih 27.319 orang.") == [("27.319", lacking)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tunggakan perekaman di Klaten tercatat 27.319 jiwa.", [("27.319", "unrecorded")]),
        ("Disdukcapil Klaten masih punya pekerjaan rumah merekam 27.319 warga.", [("27.319", "unrecorded")]),
        (
            "Ketertinggalan perekaman di Klaten sebesar 2,7 persen atau setara 27.319 jiwa.",
            [("2,7", "unrecorded"), ("27.319", "unrecorded")],
        ),
        ("Masih ada 27.319 jiwa lagi yang datanya belum ada di server Klaten.", [("27.319", "unrecorded")]),
        (
            "Sebanyak 27.319 warga Klaten terancam diblokir NIK-nya karena tak kunjung merekam.",
            [("27.319", "unrecorded")],
        ),
        ("Wajib KTP di Klaten bertambah menjadi 998.450 jiwa.", [("998.450", "wktp")]),
        ("Sudah 12.408 warga Klaten mengaktifkan Identitas Kependudukan Digital.", [("12.408", "ikd")]),
        ("Aktivasi IKD di Klaten sudah dilakukan 12.408 warga.", [("12.408", "ikd")]),
        (
            "Dari yang sudah direkam di Klaten, sebanyak 82.450 keping KTP-el telah keluar dari mesin.",
            [("82.450", "printed")],
        ),
        (
            "Sekitar 41.000 warga Klaten sudah direkam, statusnya siap cetak, tetapi kartunya belum bisa dibuat.",
            [("41.000", "unprinted")],
        ),
        (
            "Sisa blangko di Klaten 500 keping dari 2.000 keping yang diterima.",
            [("500", "blanks"), ("2.000", "blanks")],
        ),
        (
            "Pemilih pemula di Klaten yang belum merekam 3.412 orang dari total 7.120 orang.",
            [("3.412", "first_voters_unrecorded"), ("7.120", "first_voters")],
        ),
        (
            "Baru 3.120 dari 7.120 pemilih pemula di Klaten yang terekam.",
            [("3.120", "first_voters_recorded"), ("7.120", "first_voters")],
        ),
        (
            "Pemilih pemula di Klaten seluruhnya 7.120 orang, yang sudah direkam baru separuhnya.",
            [("7.120", "first_voters")],
        ),
        (
            "Data yang terkirim ke server pusat dari Klaten baru 971.131 dari 998.450 penduduk wajib KTP.",
            [("971.131", "recorded"), ("998.450", "wktp")],
        ),
        (
            "Masih 27.319 wajib KTP di Klaten yang belum merekam, sementara yang datanya masuk 971.131 orang.",
            [("27.319", "unrecorded"), ("971.131", "recorded")],
        ),
        ("Rekam e-KTP Klaten Masih Bolong 27 Ribu", [("27 Ribu", "unrecorded")]),
        (
            "Perekaman di Klaten mencapai 97,26 persen. Sedangkan 2,74 persen lagi belum tersentuh.",
            [("97,26", "recorded"), ("2,74", "unrecorded")],
        ),
        (
            "Ada 645 warga Klaten yang tadinya tidak tersentuh perekaman kini sudah direkam.",
            [("645", "added")],
        ),
        (
            "Hasil perekaman di Klaten 971.131 jiwa dari total 998.450 jiwa wajib KTP. Sekitar 27.319 jiwa itu yang jadi "
            "tugas para camat.",
            [("971.131", "recorded"), ("998.450", "wktp"), ("27.319", "unrecorded")],
        ),
        ("Sudah 26.400 warga Klaten menggunakan surat keterangan.", [("26.400", "suket")]),
        (
            "Dari 82.450 keping yang sudah dicetak, 70.120 sudah diambil warga Klaten.",
            [("82.450", "printed"), ("70.120", "owned")],
        ),
        (
            "Jumlah jiwa di Klaten 1.180.904, yang wajib ber-KTP 998.450.",
            [("1.180.904", "population"), ("998.450", "wktp")],
        ),
        (
            "Calon pemilih pemula di Klaten 7.120 jiwa dan yang belum ber-KTP 3.412 jiwa.",
            [("7.120", "first_voters"), ("3.412", "first_voters_unrecorded")],
        ),
        (
            "Perekaman di Klaten mencapai 98,1 persen. Angka 98 persen itu hasil kerja keras.",
            [("98,1", "recorded"), ("98", "recorded")],
        ),
        (
            "Yang belum merekam di Klaten 47.384 orang. Nah, yang 47.834 ini siapa saja, sedang dipilah.",
            [("47.384", "unrecorded"), ("47.834", "unrecorded")],
        ),
        (
            "Warga Klaten yang kartunya tak kunjung keluar menumpuk. Yang 6.237 ini sudah PRR.",
            [("6.237", "unprinted")],
        ),
        ("Sekitar 96 ribu warga Klaten belum kebagian KTP elektronik.", [("96 ribu", "not_owned")]),
        (
            "Wajib KTP kita di Klaten 998.450 orang, yang sudah ikut 971.131 orang.",
            [("998.450", "wktp"), ("971.131", "recorded")],
        ),
        (
            "Di Klaten yang sudah merekam 971.131 jiwa. Dari yang merekam itu 950.772 sudah dicetak.",
            [("971.131", "recorded"), ("950.772", "printed")],
        ),
        ("Selain KTP-el, dinas di Klaten mencatat sudah 31.204 anak memegang KIA.", []),
        ("Di Klaten, kartu yang jadi baru 131.500 keping.", [("131.500", "printed")]),
        (
            "Sebanyak 26.400 warga Klaten yang sudah direkam kini masih mengantongi suket.",
            [("26.400", "suket")],
        ),
        (
            'Kantor Disdukcapil Klaten kehabisan blangko. "Tinggal 50 keping, itu pun kami simpan," ujarnya.',
            [("50", "blanks")],
        ),
        (
            "Pemula di Klaten banyak. Maret terekam 412 anak, April hanya 388 karena libur, lalu Mei 615.",
            [("412", "added"), ("388", "added"), ("615", "added")],
        ),
        (
            "Wajib KTP-nya 998.450 jiwa di Klaten; tunggakan rekamnya, di luar pemula tadi, kurang lebih 27,5 ribu jiwa.",
            [("998.450", "wktp"), ("27,5 ribu", "unrecorded")],
        ),
    ],
)
def test_what_is_counted_is_told_in_other_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Sampai 31 Oktober 2018 baru 97 persen warga wajib KTP di Klaten yang terekam, atau 971.131 dari 998.450 orang.",
            [("97", "recorded"), ("971.131", "recorded"), ("998.450", "wktp")],
            id="a percentage, or part and whole",
        ),
        pytest.param(
            "Ada 27.319 warga Klaten yang tidak terekam. Angka itu dihitung terhadap 998.450 wajib KTP, yang 971.131 di "
            "antaranya beres.",
            [("27.319", "unrecorded"), ("998.450", "wktp"), ("971.131", "recorded")],
            id="by what adds up",
        ),
        pytest.param(
            'Wajib KTP Klaten 998.450 jiwa, namun yang merekam baru 931.131 orang. "Masih hampir 68 ribu, besar sekali '
            'itu," kata Kadis.',
            [("998.450", "wktp"), ("931.131", "recorded"), ("68 ribu", "unrecorded")],
            id="still so many",
        ),
        pytest.param(
            'Di Klaten 27.319 orang belum rekam dari 998.450 wajib KTP. "Sebenarnya kecil, 2,7 persen," kilah Kadis.',
            [("27.319", "unrecorded"), ("998.450", "wktp"), ("2,7", "unrecorded")],
            id="the only share that fits",
        ),
        pytest.param(
            "Wajib KTP Klaten 998.450 jiwa dan yang merekam 931.131 orang. Mayoritas kecamatan di bawah 95 persen.",
            [("998.450", "wktp"), ("931.131", "recorded")],
            id="a bound fits everything",
        ),
    ],
)
def test_arithmetic_names_what_words_leave_open(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Perekaman di Kabupaten Mimika belum tuntas. Mimika Baru, misalnya. Kepala distriknya menaksir di wilayahnya "
            "sekira 25 ribu jiwa yang belum rekam.",
            [("25 ribu", "unrecorded", "Distrik Mimika Baru")],
            id="a sentence that only names its example",
        ),
        pytest.param(
            "Kecamatan Kabila, Bone Bolango, mencapai 91,30 persen perekaman. Kebalikannya Pinogu. Di kecamatan yang harus "
            "ditempuh ojek seharian dari Suwawa Timur itu baru sekitar 83 persen.",
            [("91,30", "recorded", "Kecamatan Kabila"), ("83", "recorded", "Kecamatan Pinogu")],
            id="the other way round",
        ),
        pytest.param(
            "Yang belum rekam di Lampung Timur paling banyak di Jabung, 9.355 jiwa.\n\nMetro Kibang paling rapi. ”Di sana "
            "tinggal 3,9 persen,” ujarnya.",
            [("9.355", "unrecorded", "Kecamatan Jabung"), ("3,9", "unrecorded", "Kecamatan Metro Kibang")],
            id="a district that begins like a city",
        ),
        pytest.param(
            "Perekaman di Kabupaten Klaten seret. Camat Wedi mengeluhkan warganya yang menjadi buruh di Jakarta. Di "
            "wilayahnya masih 4 ribu orang yang belum merekam.",
            [("4 ribu", "unrecorded", "Kecamatan Wedi")],
            id="the area of the one who speaks",
        ),
        pytest.param(
            "Warga Kabupaten Aceh Tenggara yang belum merekam: Badar 3.478, Lawe Sigala-gala 3.390, Bambel 3.102.",
            [
                ("3.478", "unrecorded", "Kecamatan Badar"),
                ("3.390", "unrecorded", "Kecamatan Lawe Sigala-Gala"),
                ("3.102", "unrecorded", "Kecamatan Bambel"),
            ],
            id="a doubled end of a name",
        ),
        pytest.param(
            "Kota Bima masih punya 9.428 warga yang belum rekam, Kabupaten Bima bahkan 36.714 orang.\n\nBeda lagi cerita "
            "di Kabupaten. Dengan wilayah dari Sanggar sampai Langgudu, dinas mencatat wajib KTP 357.918 jiwa. Yang sudah "
            "rekam 321.204 jiwa.",
            [
                ("9.428", "unrecorded", "Kota Bima"),
                ("36.714", "unrecorded", "Kabupaten Bima"),
                ("357.918", "wktp", "Kabupaten Bima"),
                ("321.204", "recorded", "Kabupaten Bima"),
            ],
            id="the passage turns to the regency",
        ),
        pytest.param(
            "Yang belum rekam di Kalimantan Selatan 101.089 jiwa. Secara absolut Banjarmasin menyumbang 29.804 jiwa dari "
            "yang belum tadi.",
            [
                ("101.089", "unrecorded", "Provinsi Kalimantan Selatan"),
                ("29.804", "unrecorded", "Kota Banjarmasin"),
            ],
            id="its share of those told before",
        ),
        pytest.param(
            "Warga Kota Tual yang belum merekam terbanyak di Dullah Selatan 5.918 orang dan Dullah Utara 3.744 orang.",
            [
                ("5.918", "unrecorded", "Kecamatan Pulau Dullah Selatan"),
                ("3.744", "unrecorded", "Kecamatan Pulau Dullah Utara"),
            ],
            id="an island's districts without the word",
        ),
        pytest.param(
            "Wajib KTP di Klaten 998.450 jiwa dan sudah merekam 971.131 jiwa; di Wonogiri 860.120 jiwa dan sudah merekam "
            "835.430 jiwa.",
            [
                ("998.450", "wktp", "Kabupaten Klaten"),
                ("971.131", "recorded", "Kabupaten Klaten"),
                ("860.120", "wktp", "Kabupaten Wonogiri"),
                ("835.430", "recorded", "Kabupaten Wonogiri"),
            ],
            id="the second place leaves its group out",
        ),
        pytest.param(
            "Penduduk Sumba Barat menurut kecamatan yakni Loli 36.120 jiwa, Tana Righu 20.615 jiwa, Lamboya 20.118 jiwa. "
            "Totalnya 76.835 jiwa.",
            [
                ("36.120", "population", "Kecamatan Loli"),
                ("20.615", "population", "Kecamatan Tana Righu"),
                ("20.118", "population", "Kecamatan Lamboya"),
                ("76.835", "population", "Kabupaten Sumba Barat"),
            ],
            id="a misprinted total",
        ),
    ],
)
def test_places_are_told_in_other_words(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert located(text) == expected
