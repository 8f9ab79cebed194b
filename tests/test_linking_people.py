"""Whose number it is: first voters, those told of by the next sentence, those who wait for a card, groups among others."""

from __future__ import annotations

import pytest

from tests.told import counted, dated, placed


def test_what_first_voters_leave_of_their_whole_are_first_voters() -> None:
    assert counted(
        "Perekaman di Makassar\n\nMAKASSAR - Dari 53.287 pemilih pemula di Kota Makassar, sebanyak 29.452 orang telah "
        "melakukan perekaman. Sisanya 23.834 orang belum melakukan perekaman."
    ) == [
        ("53.287", "first_voters"),
        ("29.452", "first_voters_recorded"),
        ("23.834", "first_voters_unrecorded"),
    ]


def test_their_number_is_theirs_in_the_headline_too() -> None:
    assert counted(
        "1.655 Orang di Sinjai Belum Perekaman KTP\n\nSINJAI - Jumlah pemilih pemula yang masuk dalam Data Penduduk "
        "Potensial Pemilih Pemilu (DP4) sebanyak 9.229 orang. Dari jumlah tersebut, 7.574 orang telah merekam. "
        "Sementara 1.655 orang belum melakukan perekaman."
    ) == [
        ("1.655", "first_voters_unrecorded"),
        ("9.229", "first_voters"),
        ("7.574", "first_voters_recorded"),
        ("1.655", "first_voters_unrecorded"),
    ]


def test_others_beside_first_voters_stay_others() -> None:
    assert counted(
        "Perekaman di Kudus\n\nKUDUS - Warga Kudus yang belum merekam e-KTP 12.400 orang. Ada pula 5.200 pemilih pemula, "
        "yang sudah merekam 3.100 orang."
    ) == [("12.400", "unrecorded"), ("5.200", "first_voters"), ("3.100", "first_voters_recorded")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sebanyak 4.806 warga Parepare terancam kehilangan hak pilih. Mereka terdata belum merekam e-KTP.",
            [("4.806", "unrecorded")],
        ),
        (
            "Sebanyak 1.655 pemilih pemula di Sinjai terancam tidak memilih. Mereka hingga kini belum merekam e-KTP.",
            [("1.655", "first_voters_unrecorded")],
        ),
        (
            "Warga Parepare yang sudah merekam e-KTP 4.806 orang. Mereka belum memiliki kartunya.",
            [("4.806", "recorded")],
        ),
    ],
)
def test_the_next_sentence_tells_of_the_people_just_counted(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert counted(f"Perekaman\n\nKOTA - {text}") == expected


@pytest.mark.parametrize(
    "who",
    [
        "Warga Kupang yang telah melakukan perekaman namun belum mengantongi KTP-el sebanyak 12.333 orang.",
        "Sebanyak 12.333 wajib KTP di Kupang yang sudah melakukan perekaman, tetapi belum mendapatkan e-KTP.",
        "Ada 12.333 warga Kupang yang sudah rekam tapi belum punya KTP elektronik.",
        "Ada 12.333 warga Kupang yang telah melakukan perekaman belum mendapatkan KTP-el.",
        "Sebanyak 12.333 warga Kupang masih menunggu KTP elektroniknya terbit.",
        "Sebanyak 12.333 warga Kupang Masih Nunggu KTP-el.",
    ],
)
def test_who_recorded_and_has_no_card_waits_for_it(who: str) -> None:
    assert counted(f"Perekaman di Kupang\n\nKUPANG - {who}") == [("12.333", "unprinted")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wajib KTP 44.686 jiwa, yang merekam 41.136 jiwa dan yang belum merekam 3.550 jiwa atau mencapai 92,06%.",
            "recorded",
        ),
        ("Wajib KTP 10.000 jiwa, yang belum merekam 6.000 jiwa atau mencapai 60 persen.", "unrecorded"),
        ("Wajib KTP 44.686 jiwa. Yang belum merekam 3.550 jiwa atau mencapai 7,94 persen.", "unrecorded"),
    ],
)
def test_a_percentage_that_is_reached_tells_of_those_who_recorded(text: str, expected: str) -> None:
    assert counted(f"Perekaman di Maybrat\n\nMAYBRAT - Di Kabupaten Maybrat {text}")[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada sekitar 3.000 warga Kota Blitar yang belum merekam e-KTP, yaitu pemilih pemula dan warga lansia.",
            [("3.000", "unrecorded")],
        ),
        (
            "Warga Kota Blitar yang belum merekam e-KTP 3.000 orang, yakni pemilih pemula.",
            [("3.000", "first_voters_unrecorded")],
        ),
        (
            "Wajib KTP yang belum merekam 17.459 jiwa dan wajib KTP pemula 4.031 jiwa.",
            [("17.459", "unrecorded"), ("4.031", "first_voters")],
        ),
        (
            "Yang wajib ber KTP-el karena sudah masuk usia 17 tahun 1.980.781 jiwa di Kabupaten Jember.",
            [("1.980.781", "wktp")],
        ),
    ],
)
def test_a_group_beside_a_number_is_not_always_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(f"Perekaman\n\nKOTA - {text}") == expected


@pytest.mark.parametrize(
    "who", ["usia 17 tahun ke atas", "yang berusia di atas 17 tahun", "berumur 17 tahun atau sudah menikah"]
)
def test_people_of_age_are_those_who_must(who: str) -> None:
    assert counted(
        f"Perekaman di Kudus\n\nKUDUS - Dari 512.340 jiwa warga Kabupaten Kudus {who}, 509.465 sudah merekam e-KTP."
    ) == [("512.340", "wktp"), ("509.465", "recorded")]


def test_the_base_of_a_share_is_not_what_is_counted() -> None:
    assert counted(
        "Perekaman di Bengkalis\n\nBENGKALIS - Yang telah melakukan perekaman di Kecamatan Bengkalis dilaporkan 30.964 jiwa "
        "atau sekitar 53,35 persen jumlah penduduk kecamatan. Lalu Bantan 23.215 jiwa atau 83,91 persen."
    ) == [(number, "recorded") for number in ("30.964", "53,35", "23.215", "83,91")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saat ini sudah 74 ribu suket dikeluarkan bagi yang belum memiliki e-KTP.", [("74 ribu", "suket")]),
        ("Kami hanya bisa mencetak 1.240 keping KTP-el.", [("1.240", "printed")]),
        ("Dalam sehari kami mampu mencetak 1.240 keping KTP-el.", []),
    ],
)
def test_the_thing_behind_a_number_and_what_can_be_done(text: str, expected: list[tuple[str, str]]) -> None:
    told = counted(f"Perekaman\n\nKUDUS - Warga Kabupaten Kudus yang belum merekam 5.300 orang. {text}")
    assert [each for each in told[1:] if each[1] != "other"] == expected


def test_a_part_is_told_by_its_place() -> None:
    text = (
        "Perekaman di Bekasi\n\nBEKASI - Dari total 59 ribu warga Kabupaten Bekasi yang belum memiliki e-KTP, 33.500 di "
        "antaranya penduduk Kecamatan Tambun Selatan."
    )
    assert counted(text)[1] == ("33.500", "not_owned")
    assert placed(text)[1] == ("33.500", "Kecamatan Tambun Selatan")


@pytest.mark.parametrize(
    "day",
    [
        "Pemohon registrasi KK mencapai 2.000 orang per hari.",
        "Dinas mencetak rata-rata 50 blangko per hari.",
        "Kebutuhan blangko 1.000 keping per hari.",
    ],
)
def test_what_comes_in_a_day_is_not_always_recorded(day: str) -> None:
    assert "recorded_per_day" not in [what for _, what in counted(f"Layanan e-KTP Kudus\n\nKUDUS - {day}")]


def test_the_share_of_the_digital_card_is_not_that_of_recording() -> None:
    assert counted(
        "Aktivasi IKD Cirebon\n\nCIREBON - Aktivasi IKD di Kabupaten Cirebon masih rendah, hanya mencapai 3,8 persen dari "
        "target sebanyak 30 persen."
    ) == [("3,8", "ikd"), ("30", "target")]


def test_a_card_of_a_place_tells_where_somebody_is_from() -> None:
    text = (
        "94 Ribu Warga Karawang Belum Rekam\n\nKARAWANG - Warga Kabupaten Karawang yang belum merekam e-KTP 94.760 orang. "
        "Di kawasan industri banyak buruh ber-KTP Karawang yang sudah pulang kampung. Di Kecamatan Klari 7.318 orang."
    )
    assert counted(text)[-1] == ("7.318", "unrecorded")


def test_a_province_behind_a_bracketed_short_name_is_not_the_figures_place() -> None:
    assert placed(
        "Polman\n\nPOLEWALI - Di Kabupaten Polewali Mandar (Polman), Sulawesi Barat, 56.485 orang belum memiliki e-KTP."
    ) == [("56.485", "Kabupaten Polewali Mandar")]


def test_a_word_on_nya_before_a_name_is_no_part_of_it() -> None:
    assert placed(
        "Parepare\n\nPAREPARE - Warga Kota Parepare yang belum merekam e-KTP 4.806 orang. Terbanyak di Kecamatan Soreang, "
        "1.871 orang. Setelahnya Bacukiki Barat 1.422 dan Ujung 1.090."
    )[2:] == [("1.422", "Kecamatan Bacukiki Barat"), ("1.090", "Kecamatan Ujung")]


def test_data_of_a_day_date_what_is_told_of_them() -> None:
    assert {
        day
        for _, day in dated(
            "Rekam\n\nBENGKULU - Kota Bengkulu merekam 71,36 persen dari 268.417 wajib KTP.\n\nRekap tertanggal 31 Oktober "
            "2013 itu juga menghitung yang belum. Se-provinsi 268.424 jiwa belum merekam, tegasnya, Senin (11/11)."
        )
    } == {"2013-10-31"}


def test_a_date_stands_over_the_list_that_its_sentence_announces() -> None:
    assert (
        "256.427",
        "2018-10-01",
    ) in dated(
        "NTT\n\nKUPANG - Hingga Oktober 2018 enam kabupaten/kota belum mencapai 80 persen.\nKeenamnya ialah Kota Kupang dengan "
        "wajib KTP 325.826 baru melakukan perekaman sebanyak 256.427."
    )
