"""How small words turn what a number counts: each text with the figures that it states."""

from __future__ import annotations

import pytest

from tests.told import counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Di Klaten dicetak 84.120 keping e-KTP, sedangkan 3.210 keping belum karena blangko habis.",
            [("84.120", "printed"), ("3.210", "unprinted")],
            id="a cause behind the number is no cue",
        ),
        pytest.param(
            "Warga Klaten yang belum merekam e-KTP terbanyak di Kecamatan Wedi, 1.120 jiwa. "
            "Prambanan, yang paling luas, 812 jiwa.",
            [("1.120", "unrecorded"), ("812", "unrecorded")],
            id="a clause set into another",
        ),
        pytest.param(
            "Jumlah wajib KTP di Kecamatan Wedi, Klaten, sebanyak 40.721 jiwa, Prambanan 42.862 jiwa, Bayat 42.355 jiwa.",
            [("40.721", "wktp"), ("42.862", "wktp"), ("42.355", "wktp")],
            id="a larger item of a list is no population",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten 97 persen, sedangkan daerah lain belum mencapai 85 persen.",
            [("97", "recorded")],
            id="a bound of other places",
        ),
        pytest.param(
            "Warga Klaten yang telah merekam e-KTP, Kecamatan Wedi: laki-laki 1.793 jiwa, perempuan 2.199 jiwa, dengan "
            "jumlah 3.992 jiwa atau 59 persen. Kecamatan Bayat: laki-laki 1.501 jiwa, perempuan 1.702 jiwa, dengan "
            "jumlah 3.203 jiwa.",
            [("3.992", "recorded"), ("59", "recorded"), ("3.203", "recorded")],
            id="men and women added up",
        ),
        pytest.param(
            "Jumlah warga Klaten setelah datanya dibersihkan 1.298.492 orang. Yang belum merekam e-KTP 3.120 orang.",
            [("1.298.492", "population"), ("3.120", "unrecorded")],
            id="jumlah warga of a place is its population",
        ),
        pytest.param(
            "Jumlah warga yang belum merekam e-KTP di Klaten 3.120 orang.",
            [("3.120", "unrecorded")],
            id="jumlah warga yang is not",
        ),
        pytest.param(
            "Dari 1.269.885 jiwa di Klaten, ada 910.382 orang yang wajib KTP. Yang belum merekam 3.120 orang.",
            [("1.269.885", "population"), ("910.382", "wktp"), ("3.120", "unrecorded")],
            id="wajib KTP are a part of the population",
        ),
        pytest.param(
            "Wajib KTP di Klaten 990.210 jiwa, yang sudah merekam 987.090. Jadi masih terdapat 3.120 wajib KTP.",
            [("990.210", "wktp"), ("987.090", "recorded"), ("3.120", "unrecorded")],
            id="wajib KTP as a mere unit: those who are still there",
        ),
        pytest.param(
            "Warga Klaten yang sudah merekam e-KTP 890.666 orang. Kami hanya mampu 890.666 wajib KTP.",
            [("890.666", "recorded"), ("890.666", "recorded")],
            id="wajib KTP as a mere unit: told before",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten 50 persen. Baru 488.453 warga wajib e-KTP dari yang ditargetkan 966.347 orang.",
            [("50", "recorded"), ("488.453", "recorded"), ("966.347", "target")],
            id="wajib KTP as a mere unit: a part of the target",
        ),
        pytest.param(
            "Wajib KTP di Klaten 990.210 jiwa. Di Sukoharjo masih ada 650.110 wajib KTP.",
            [("990.210", "wktp"), ("650.110", "wktp")],
            id="wajib KTP of another place",
        ),
        pytest.param(
            "Dari 286.264 warga Klaten yang sudah merekam e-KTP, 135 jiwa harus mengulang.",
            [("286.264", "recorded")],
            id="a part is not what its whole is called",
        ),
        pytest.param(
            "Klaten juga telah memenuhi target perekaman e-KTP, yakni 963.643 orang.",
            [("963.643", "recorded")],
            id="a target that is met",
        ),
        pytest.param(
            "Ditargetkan, sebelum Desember 2015 nanti 20 ribu warga Klaten sudah memiliki e-KTP.",
            [("20 ribu", "target")],
            id="what is to be done by a day",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten 83,94 persen, naik 1,26 persen dari sebelumnya sebesar 82,68 persen.",
            [("83,94", "recorded"), ("82,68", "recorded")],
            id="what it was before",
        ),
        pytest.param(
            "E-KTP yang sudah dicetak di Klaten 670.513 keping. Yang sudah dibagikan baru 20.950.",
            [("670.513", "printed"), ("20.950", "owned")],
            id="cards handed out are owned",
        ),
        pytest.param(
            "Stok blangko e-KTP Klaten 4.100 keping. Yang sudah dibagikan ke kecamatan 3.300 keping.",
            [("4.100", "blanks"), ("3.300", "blanks")],
            id="blank cards handed on are blank",
        ),
        pytest.param(
            "Yang sudah diterima oleh Disdukcapil Klaten 173.151 keping e-KTP atau 93,4 persen.",
            [("173.151", "printed"), ("93,4", "printed")],
            id="cards that an office got are not owned yet",
        ),
        pytest.param(
            "E-KTP yang sudah diterima warga Klaten 173.151 keping.",
            [("173.151", "owned")],
            id="cards that people got are",
        ),
        pytest.param(
            "E-KTP yang sudah diterbitkan di Klaten mencapai 86 persen.",
            [("86", "printed")],
            id="cards that are issued",
        ),
        pytest.param(
            "Dalam satu hari, perekaman e-KTP di Disdukcapil dan kecamatan di Klaten mencapai 250 hingga 350 orang.",
            [("250", "recorded_per_day"), ("350", "recorded_per_day")],
            id="within a day",
        ),
        pytest.param(
            "Warga Klaten yang belum merekam e-KTP 8.120 orang, termasuk pemilih pemula 1.510 orang.",
            [("8.120", "unrecorded"), ("1.510", "first_voters_unrecorded")],
            id="first voters among those who lack",
        ),
        pytest.param(
            "Pemilih pemula Klaten yang belum merekam e-KTP 1.510 orang, antara lain di SMA Negeri 1 Klaten 69 orang, "
            "SMK Bakti 67.",
            [("1.510", "first_voters_unrecorded")],
            id="a school's count is not the place's",
        ),
        pytest.param(
            "Capaian aktivasi IKD di Klaten telah mencapai 22,76 persen. Tertinggi Kecamatan Wedi dengan 31 persen.",
            [("22,76", "ikd"), ("31", "ikd")],
            id="what is reached of the digital card",
        ),
        pytest.param(
            "Warga Klaten yang sudah memiliki IKD sebanyak 14.405 orang. Yang sudah melakukan rekam e-KTP 961.122 orang.",
            [("14.405", "ikd"), ("961.122", "recorded")],
            id="owning the digital card is not owning the card",
        ),
        pytest.param(
            "Di Klaten sudah sebanyak 961.122 orang yang melakukan perekaman e-KTP.",
            [("961.122", "recorded")],
            id="sudah before the number, the act behind",
        ),
        pytest.param(
            "Warga Klaten yang belum merekam e-KTP 13.120 orang, termasuk warga yang berusia 17 tahun.",
            [("13.120", "unrecorded")],
            id="those included are not all",
        ),
        pytest.param(
            "Di Klaten, dari 980.887 orang wajib KTP baru 957.824 warga yang merekam e-KTP.",
            [("980.887", "wktp"), ("957.824", "recorded")],
            id="baru belongs to the number behind it",
        ),
        pytest.param(
            "Masih ada 10 persen dari total 918.000 warga wajib KTP di Klaten yang belum merekam.",
            [("10", "unrecorded"), ("918.000", "wktp")],
            id="a whole of residents who must",
        ),
        pytest.param(
            "Yang belum memiliki e-KTP 17.911 jiwa dari 1.131.503 jiwa warga Klaten.",
            [("17.911", "not_owned"), ("1.131.503", "population")],
            id="a whole of residents",
        ),
        pytest.param(
            "Belum pasti kapan 62.000 e-KTP warga Klaten bisa dicetak.",
            [("62.000", "unprinted")],
            id="what can be printed one day is not",
        ),
        pytest.param(
            "Sedikitnya 94.285 wajib KTP di Klaten terancam diblokir, karena belum merekam e-KTP.",
            [("94.285", "unrecorded")],
            id="a reason tells what the group lacks",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten 97,2 persen. Target partisipasi pemilih 80 persen.",
            [("97,2", "recorded")],
            id="a target of the vote",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten 97,2 persen. Untuk cakupan akta kelahiran baru di angka 35,27 persen.",
            [("97,2", "recorded")],
            id="what is reached of another paper",
        ),
        pytest.param(
            "Warga Klaten belum mengantongi e-KTP. Kepala Bidang Pelayanan Pendaftaran Penduduk menyebutkan jumlahnya "
            "11.306 orang.",
            [("11.306", "not_owned")],
            id="an office's name counts nobody",
        ),
        pytest.param(
            "Blangko habis, 4.218 jiwa di Klaten sudah rekam tapi KTP belum tercetak.",
            [("4.218", "unprinted")],
            id="the card between but and what lacks",
        ),
        pytest.param(
            "Di Klaten belum semua merekam e-KTP. Yang belum merekam di Klaten 3.120 orang atau 3,1 persen. Sragen "
            "memimpin, 98,1 persen, disusul Kudus 95,4 persen.",
            [("3.120", "unrecorded"), ("3,1", "unrecorded"), ("98,1", "recorded"), ("95,4", "recorded")],
            id="so large a share is not of those who lack",
        ),
        pytest.param(
            "Di Klaten sudah 9.415 warga yang memegang surat keterangan sementara pengganti e-KTP.",
            [("9.415", "suket")],
            id="holding the letter",
        ),
        pytest.param(
            "Wajib KTP di Klaten 990.276 dari 1.234.112 penduduk. Yang belum merekam 14.866 jiwa. Wedi belum 3.340 dari "
            "40.117 jiwa.",
            [
                ("990.276", "wktp"),
                ("1.234.112", "population"),
                ("14.866", "unrecorded"),
                ("3.340", "unrecorded"),
                ("40.117", "wktp"),
            ],
            id="the whole of an act is those who must",
        ),
        pytest.param(
            "Wajib KTP di Klaten 990.210 jiwa. Yang belum rekam dari wajib KTP tadi 9.412 jiwa alias 0,95 persen.",
            [("990.210", "wktp"), ("9.412", "unrecorded"), ("0,95", "unrecorded")],
            id="a whole told before is no cue",
        ),
        pytest.param(
            "Warga Klaten yang belum merekam e-KTP 3.120 orang. Jawa Tengah 11.020 orang yang belum melakukannya.",
            [("3.120", "unrecorded"), ("11.020", "unrecorded")],
            id="melakukannya stands for the act",
        ),
        pytest.param(
            "Warga Klaten yang belum merekam e-KTP, termasuk pemula tadi, 2.107 jiwa.",
            [("2.107", "unrecorded")],
            id="including first voters is everyone",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten. Yang tinggal menunggu dicetak sudah 18.240 jiwa.",
            [("18.240", "unprinted")],
            id="sudah tells the size of what lacks",
        ),
        pytest.param(
            "Pemegang suket di Klaten sudah 14.380 orang. Perekaman e-KTP jalan terus.",
            [("14.380", "suket")],
            id="sudah tells the size of a group",
        ),
        pytest.param(
            "Blangko e-KTP di Klaten habis. Dinas sudah menyurati kementerian, minta 20 ribu keping.",
            [("20 ribu", "blanks")],
            id="what is asked for is blank",
        ),
        pytest.param(
            "Blangko e-KTP di Klaten habis. Andai kami dapat 8 ribu keping saja, selesai. Stok blangko 120 keping.",
            [("120", "blanks")],
            id="a supposition is no stock",
        ),
        pytest.param(
            "Wajib KTP di Klaten 900.210 jiwa. Yang sudah merekam 897.090 jiwa, sehingga masih ada 3.120 jiwa.",
            [("900.210", "wktp"), ("897.090", "recorded"), ("3.120", "unrecorded")],
            id="still there is what the recorded leave",
        ),
        pytest.param(
            'Warga Klaten yang sudah merekam e-KTP 97,96 persen. "Kami ingin tembus 99,5 persen," katanya.',
            [("97,96", "recorded"), ("99,5", "target")],
            id="wished for",
        ),
        pytest.param(
            "Wajib KTP Klaten 900.210 jiwa, yang belum merekam 19.120 jiwa. Persentase di Wedi 97,04 persen.",
            [("900.210", "wktp"), ("19.120", "unrecorded"), ("97,04", "recorded")],
            id="most people can't lack",
        ),
        pytest.param(
            "Warga Klaten yang sudah rekam e-KTP 88.206 jiwa. Dari yang sudah rekam ini, dicetak 84.917 keping.",
            [("88.206", "recorded"), ("84.917", "printed")],
            id="a whole told before",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 46.820 jiwa. Dari yang belum itu, sekitar 21.400 jiwa lansia.",
            [("46.820", "unrecorded"), ("21.400", "unrecorded")],
            id="some of those told before",
        ),
        pytest.param(
            "Di Klaten, pemilih pemula, yakni yang genap 17 tahun, jumlahnya 3.412 orang. Perekaman e-KTP dikebut.",
            [("3.412", "first_voters")],
            id="jumlahnya is of the subject",
        ),
        pytest.param(
            "Perekaman e-KTP Klaten lewati 90 persen target. Artinya 71.842 orang sudah direkam.",
            [("90", "recorded"), ("71.842", "recorded")],
            id="a share of the target is reached",
        ),
        pytest.param(
            "Klaten Baru 55,7 Persen, 94.066 Warga Belum Rekam e-KTP",
            [("55,7", "recorded"), ("94.066", "unrecorded")],
            id="baru tells what is reached",
        ),
        pytest.param(
            "Dari 71.842 warga Klaten yang sudah direkam e-KTP-nya, Kecamatan Wedi menyumbang 24.310 orang.",
            [("71.842", "recorded"), ("24.310", "recorded")],
            id="a list divides its whole",
        ),
        pytest.param(
            "Wajib KTP Klaten 943.610 orang. Yang belum merekam e-KTP paling banyak di Wedi, 2.004 orang.",
            [("943.610", "wktp"), ("2.004", "unrecorded")],
            id="a list under an ellipsis",
        ),
        pytest.param(
            "Di Klaten ada 2.311 pemilih pemula. Nah, 1.021 di antaranya belum punya rekaman e-KTP.",
            [("2.311", "first_voters"), ("1.021", "first_voters_unrecorded")],
            id="owning a recording is being recorded",
        ),
        pytest.param(
            "Utang cetak e-KTP di Klaten mencapai 17.535 lembar.", [("17.535", "unprinted")], id="owed cards"
        ),
        pytest.param(
            "Dari 2.271.960 warga Klaten hanya 1.651.880 yang wajib memiliki e-KTP.",
            [("2.271.960", "population"), ("1.651.880", "wktp")],
            id="who must have one",
        ),
        pytest.param(
            "Perekaman e-KTP di Klaten belum diikuti 44.120 warga.",
            [("44.120", "unrecorded")],
            id="not taken part",
        ),
        pytest.param(
            "Data e-KTP Klaten\n\nKLATEN - Menurut catatan dinas, warga Klaten yang belum\nperekaman KTP  elektronik 72.915 orang.",
            [("72.915", "unrecorded")],
            id="wrapped",
        ),
    ],
)
def test_small_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 3.120 orang. Akta kelahiran belum dimiliki 11.164 jiwa.",
            [("3.120", "unrecorded")],
            id="another paper is owned",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 3.120 orang. Sisanya di kecamatan lain, rata-rata 100 orang.",
            [("3.120", "unrecorded")],
            id="an average",
        ),
        pytest.param(
            "Warga Klaten yang sudah merekam e-KTP 903.120 orang, bertambah 2,32 persen.",
            [("903.120", "recorded")],
            id="growth",
        ),
        pytest.param(
            "Yang belum merekam e-KTP di Klaten 3.120 orang. Di tujuh kecamatan perekaman masih di bawah 10 persen.",
            [("3.120", "unrecorded")],
            id="a bound that sorts places",
        ),
        pytest.param(
            "Seratus persen perekaman e-KTP di Klaten sulit dicapai. Yang belum 3.120 orang.",
            [("3.120", "unrecorded")],
            id="the whole as a goal",
        ),
        pytest.param(
            "Wajib KTP di Kota 1001 Gua Klaten 461.215 jiwa.", [("461.215", "wktp")], id="a by-name of a town"
        ),
        pytest.param(
            'Yang belum merekam e-KTP di Klaten 3.120 orang. "Ongkos ojek pulang-pergi 60 ribu," katanya.',
            [("3.120", "unrecorded")],
            id="a fare",
        ),
        pytest.param(
            "Yang sudah merekam e-KTP di Klaten 613.784 jiwa. Pada Senin (25/6/2018) perekaman sebanyak 278 orang.",
            [("613.784", "recorded"), ("278", "added")],
            id="the work of a day",
        ),
        pytest.param(
            "Siswa Klaten didatangi petugas e-KTP. Pada kegiatan hari itu sebanyak 94 siswa direkam.",
            [("94", "added")],
            id="the work of a visit",
        ),
        pytest.param(
            "Kartu e-KTP Klaten yang belum diambil 1.072 keping. Stok blangko 120 keping.",
            [("120", "blanks")],
            id="cards that nobody fetched",
        ),
    ],
)
def test_what_is_beside_the_matter(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Blangko e-KTP yang diterima Klaten sebanyak 7.000 lembar.",
            [("7.000", "blanks")],
            id="blanks received",
        ),
        pytest.param(
            "Dari jumlah penduduk Klaten seluruhnya, ada 988.202 jiwa yang wajib KTP.",
            [("988.202", "wktp")],
            id="what the sentence divides is no cue",
        ),
        pytest.param(
            "Dari yang sudah merekam e-KTP di Klaten sebanyak 247.695 orang sudah memiliki e-KTP.",
            [("247.695", "owned")],
            id="some of those who have recorded",
        ),
        pytest.param(
            "Wajib KTP di Klaten 990.210 jiwa. Di Kecamatan Wedi ada 34.941 jiwa, dan yang wajib KTP 25.608 jiwa.",
            [("990.210", "wktp"), ("34.941", "population"), ("25.608", "wktp")],
            id="people beside fewer obliged",
        ),
        pytest.param(
            "Penduduk Kabupaten Klaten sudah di atas 1.200.000 jiwa. Perekaman e-KTP berjalan.",
            [("1.200.000", "population")],
            id="sudah tells the size of a people",
        ),
        pytest.param(
            'Yang belum merekam e-KTP di Klaten 3.120 orang. "Setiap hari kami merekam 150 orang," katanya.',
            [("3.120", "unrecorded"), ("150", "recorded_per_day")],
            id="a rate that opens the clause",
        ),
        pytest.param(
            '90,37 Persen Warga Klaten Sudah Rekam e-KTP\n\nKLATEN - "Ada sekitar 174 ribu penduduk atau 90,37 persen," '
            "ucap Kepala Disdukcapil Klaten.",
            [("90,37", "recorded"), ("174 ribu", "recorded"), ("90,37", "recorded")],
            id="people with their share",
        ),
    ],
)
def test_whole_and_part_in_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert counted(text) == expected
