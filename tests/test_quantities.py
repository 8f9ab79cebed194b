"""Quantities by example: what is read, as which interval, and what is left alone."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from extractor.data import rows
from extractor.reading.mentions import QuantityMention
from extractor.reading.quantities import find_quantities, parse_quantity

MOST = 400_000_000


def only(text: str) -> QuantityMention:
    found = find_quantities(text)
    assert len(found) == 1, [text[m.start : m.end] for m in found]
    return found[0]


def printed(text: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in find_quantities(text)]


def marked(text: str) -> list[tuple[str, float]]:
    """Spans and values, percentages as floats."""
    return [
        (text[m.start : m.end], float(m.value) if m.unit == "percent" else int(m.value))
        for m in find_quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        # full digits are exact, round ones are not
        ("641.207", 641_207, 641_207, 641_207),
        ("1.204.518", 1_204_518, 1_204_518, 1_204_518),
        ("2,417", 2417, 2417, 2417),
        ("2417", 2417, 2417, 2417),
        ("8.200", 8200, 8200, 8200),
        ("445.000", 445_000, 444_000, 446_000),
        ("27.000.000", 27_000_000, 26_000_000, 28_000_000),
        # blanks inside
        ("71 905", 71_905, 71_905, 71_905),
        ("318. 203", 318_203, 318_203, 318_203),
        # scale words: one unit of the last printed digit
        ("26 ribu", 26_000, 25_000, 27_000),
        ("1,2 juta", 1_200_000, 1_100_000, 1_300_000),
        ("1.1 juta", 1_100_000, 1_000_000, 1_200_000),
        ("2,069 juta", 2_069_000, 2_068_000, 2_070_000),
        ("130ribu", 130_000, 129_000, 131_000),
        ("12 rb", 12_000, 11_000, 13_000),
        ("3 ratus ribu", 300_000, 200_000, 400_000),
        ("1 juta 200 ribu", 1_200_000, 1_199_000, 1_201_000),
        # suffixes
        ("4.000-an", 4000, 4000, 5000),
        ("1.500an", 1500, 1500, 1600),
        ("300-an", 300, 300, 400),
        ("20-an", 20, 20, 30),
        ("26 ribuan", 26_000, 26_000, 27_000),
        ("7ribuan", 7000, 7000, 8000),
        ("50-an ribu", 50_000, 50_000, 60_000),
        # words
        ("dua ratus ribu", 200_000, 199_000, 201_000),
        ("lima belas ribu", 15_000, 14_000, 16_000),
        ("limabelas ribu", 15_000, 14_000, 16_000),
        ("enam ribuan", 6000, 6000, 7000),
        ("lima puluhan ribu", 50_000, 50_000, 60_000),
        ("seribu dua ratus lima", 1205, 1205, 1205),
        ("setengah juta", 500_000, 400_000, 600_000),
        ("seperempat juta", 250_000, 240_000, 260_000),
        ("dua koma lima juta", 2_500_000, 2_400_000, 2_600_000),
        ("2 koma 5 juta", 2_500_000, 2_400_000, 2_600_000),
        ("satu setengah juta", 1_500_000, 1_400_000, 1_600_000),
        # hedges
        ("sekitar 28.435", 28_435, 28_434, 28_436),
        ("sekitar 26 ribu warga", 26_000, 25_000, 27_000),
        ("sekitar 500 ribu", 500_000, 450_000, 550_000),
        ("sekira 800 orang", 800, 720, 880),
        ("kira-kira sudah 800 orang", 800, 720, 880),
        ("±4.000 jiwa", 4000, 3000, 5000),
        ("27 juta lebih", 27_000_000, 27_000_000, 28_000_000),
        ("6.000 lebih", 6000, 6000, 7000),
        ("47 ribu jiwa lebih", 47_000, 47_000, 48_000),
        ("6 juta sekian", 6_000_000, 6_000_000, 7_000_000),
        ("lebih dari 12.381 jiwa", 12_381, 12_381, 12_382),
        ("hampir 30 ribu", 30_000, 27_000, 30_000),
        ("tidak sampai 5.000", 5000, 0, 5000),
        ("kurang dari 5.000", 5000, 0, 5000),
        ("setidaknya 284.914", 284_914, 284_914, MOST),
        ("di atas 300 orang", 300, 300, MOST),
    ],
)
def test_counts_are_intervals(text: str, value: int, low: int, high: int) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.value, quantity.low, quantity.high) == (value, low, high)
    assert quantity.unit == "persons"
    mention = only(f"Tercatat {text}.")
    assert (mention.value, mention.low, mention.high) == (value, low, high)


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("99,64 persen", "99.64", "99.63", "99.65"),
        ("99.64%", "99.64", "99.63", "99.65"),
        ("92,10%", "92.10", "92.09", "92.11"),
        ("98 persen", "98", "97", "99"),
        ("2,4 pesen", "2.4", "2.3", "2.5"),
        ("60, 64 Persen", "60.64", "60.63", "60.65"),
        ("102,7 persen", "102.7", "102.6", "102.8"),
        ("98,705 persen", "98.705", "98.704", "98.706"),
        ("dua persen", "2", "1", "3"),
        ("seratus persen", "100", "99", "101"),
        ("sekitar 98%", "98", "97", "99"),
        ("sekitar 70%", "70", "65", "75"),
        ("di bawah dua persen", "2", "0", "2"),
        ("belum mencapai 85 persen", "85", "0", "85"),
        ("minimal 25 persen", "25", "25", "100"),
        ("di atas 100 persen", "100", "100", "1000"),
        ("lebih dari 90 persen", "90", "90", "100"),
        ("97 koma 8 persen", "97.8", "97.7", "97.9"),
        ("97 koma delapan persen", "97.8", "97.7", "97.9"),
        ("97 koma nol lima persen", "97.05", "97.04", "97.06"),
    ],
)
def test_percentages_are_exact_fractions(text: str, value: str, low: str, high: str) -> None:
    mention = only(text)
    assert (mention.value, mention.low, mention.high) == (Fraction(value), Fraction(low), Fraction(high))
    assert mention.unit == "percent"
    quantity = parse_quantity(text)
    assert quantity is not None
    assert quantity.value == float(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "puluhan ribu",
        "ratusan ribu",
        "ribuan",
        "Rp 25 ribu",
        "17 tahun",
        "1.234 persen",
        "1,9",
        "belum",
        "12 dan 13",
    ],
)
def test_what_is_no_single_quantity_is_none(text: str) -> None:
    assert parse_quantity(text) is None


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("445.000 jiwa", False),
        ("98 persen", False),
        ("12.381 jiwa", False),
        ("24.310 ribu warga", False),
        ("26 ribu warga", True),
        ("4.000-an warga", True),
        ("sekitar 12.381 jiwa", True),
        ("lima belas ribu jiwa", True),
    ],
)
def test_approximate_is_what_the_words_say(text: str, approximate: bool) -> None:
    assert only(text).approximate is approximate


@pytest.mark.parametrize(
    ("text", "value", "repair"),
    [
        ("Penduduk 200.426.767 juta jiwa", 200_426_767, "doubled-unit"),
        ("Ada 24.310 ribu warga", 24_310, "doubled-unit"),
        ("Penduduknya 643.450 juta jiwa", 643_450, "doubled-unit"),
        ("Wajib KTP 1.340.00 orang", 1_340_000, "short-group"),
        ("Terekam 1.3420 orang", 13_420, "bad-grouping"),
        ("Terekam 643.450,12 jiwa", 643_450, "mixed-separators"),
        ("Masih 9 ri bu warga", 9000, "blank-inside"),
        ("Masih 271. 358 warga", 271_358, "blank-inside"),
        ("Masih 7. 757.818 warga", 7_757_818, "blank-inside"),
        ("Tercatat 2.318. 407 jiwa", 2_318_407, "blank-inside"),
        ("Penduduknya 2.318. 407, separuhnya di pesisir", 2_318_407, "blank-inside"),
        ("Masih 71 905 warga", 71_905, None),
        ("Masih 12 .315 warga", 12_315, "blank-inside"),
        ("yang menyisakan52 ribu warga", 52_000, None),
        ("Terekam 1.186.877jiwa", 1_186_877, None),
    ],
)
def test_errors_of_print_are_mended_and_named(text: str, value: int, repair: str | None) -> None:
    mention = only(text)
    assert (mention.value, mention.repair) == (value, repair)
    assert mention.low <= value <= mention.high


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Disiapkan 15 juta keping, dibagikan 2,7 juta keping, tercetak 1,8 keping.", "1,8", 1_800_000),
        ("Ada 318.000 jiwa belum rekam. Dari 318 jiwa itu banyak yang merantau.", "318", 318_000),
        ("Ada 318 ribu jiwa belum rekam. Dari 318 jiwa itu banyak yang merantau.", "318", 318_000),
        ("Dari 74 juta keping yang dipesan, tercetak 74 keping.", "74", 74_000_000),
    ],
)
def test_a_dropped_scale_word_comes_from_the_passage(text: str, span: str, value: int) -> None:
    mention = find_quantities(text)[-1]
    assert (text[mention.start : mention.end], mention.value, mention.repair) == (
        span,
        value,
        "dropped-scale",
    )
    assert mention.low < value < mention.high


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Tercetak 1,8 keping.", []),  # nothing tells the scale
        ("Ada 318 jiwa di desa itu dan 319 ribu di kota.", [318, 319_000]),
        ("Belum rekam 150 ribu warga, sehari datang 150 orang.", [150_000, 150]),  # round numbers coincide
        ("Belum rekam 127 ribu warga, dilayani 127 orang per hari.", [127_000, 127]),
    ],
)
def test_a_scale_word_is_not_invented(text: str, values: list[int]) -> None:
    assert [mention.value for mention in find_quantities(text)] == values


def test_thousands_of_thousands_are_believed_where_the_passage_prints_them() -> None:
    text = "Terekam 1.028.000 warga. Angka 1.028 ribu itu naik."
    assert [(m.value, m.repair) for m in find_quantities(text)] == [(1_028_000, None), (1_028_000, None)]


def test_a_percent_sign_that_print_lost_is_inferred_from_the_topic() -> None:
    mention = only("Target nasionalnya 98,7 dan belum tercapai.")
    assert (mention.value, mention.unit, mention.repair) == (Fraction("98.7"), "percent", "missing-percent")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("1.400 hingga 1.900 orang per hari", [1400, 1900]),
        ("7-8 orang", [7, 8]),
        ("180-220 setiap hari", [180, 220]),
        ("cuma 5-6, katanya", [5, 6]),
        ("2.500 sampai dengan 3.000 warga", [2500, 3000]),
        ("10 hingga 15 ribu warga", [10_000, 15_000]),
        ("1 sampai 2 juta jiwa", [1_000_000, 2_000_000]),
        ("0,5-1,2 persen", [Fraction("0.5"), Fraction("1.2")]),
        ("30 s/d 40 orang", [30, 40]),
    ],
)
def test_a_range_is_two_mentions_that_share_unit_and_scale(text: str, ends: list[int]) -> None:
    low, high = find_quantities(text)
    assert ([low.value, high.value], low.range, high.range) == (ends, "low", "high")
    assert low.unit == high.unit


@pytest.mark.parametrize(
    "text", ["dari 2.300 orang hingga 1.200 orang", "skor 2-1", "dari 2,5 juta hingga 47 ribu warga"]
)
def test_a_falling_row_is_no_range(text: str) -> None:
    assert all(mention.range is None for mention in find_quantities(text))


def test_spans_hold_the_number_and_outer_spans_hedge_and_unit() -> None:
    text = "Kini “Sekitar 26 ribuan warga lebih belum, dan 92,10% sudah."
    count, share = find_quantities(text)
    assert text[count.start : count.end] == "26 ribuan"
    assert text[count.outer_start : count.outer_end] == "Sekitar 26 ribuan warga lebih"
    assert (count.unit, count.classifier) == ("persons", "warga")
    assert text[share.start : share.end] == "92,10"
    assert text[share.outer_start : share.outer_end] == "92,10%"
    assert (share.decimals, share.step) == (2, Fraction(1, 100))


@pytest.mark.parametrize(
    ("text", "unit", "classifier"),
    [
        ("tinggal 700 keping", "cards", "keping"),
        ("stok 9.250 Blangko", "cards", "blangko"),
        ("sebanyak 3.006 e-KTP", "cards", "e-ktp"),
        ("sekitar 1,84 juta KTP-el-nya", "cards", "ktp-el"),
        ("keluar 700 buah suket", "cards", "buah suket"),
        ("sisa 12 lembar", "cards", "lembar"),
        ("ada 12.381 Jiwa", "persons", "jiwa"),
        ("ada 310 calon pemilih", "persons", "calon pemilih"),
        ("ada 7.204 nama dalam daftar", "persons", "nama"),
        ("ada 47.000 wajib KTP", None, None),
        ("yang wajib KTP 330.210", None, None),
        ("baru 4 Prosen", "percent", "prosen"),
    ],
)
def test_units_are_the_words_behind(text: str, unit: str | None, classifier: str | None) -> None:
    mention = only(text)
    assert (mention.unit, mention.classifier) == (unit, classifier)


def test_coordinated_numbers_share_the_unit_printed_last() -> None:
    assert [m.unit for m in find_quantities("masing-masing 8.155 dan 8.150 pemilih")] == [
        "persons",
        "persons",
    ]
    assert [m.unit for m in find_quantities("masing-masing 64,5 dan 71,2 persen")] == ["percent", "percent"]
    assert [m.unit for m in find_quantities("terekam 60.114 dan 71 persen")] == [None, "percent"]
    assert [m.unit for m in find_quantities("wajib KTP 60.114 dan 700 suket")] == [None, "cards"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Talang 310, Pauh 402 dan Kenanga 77.", ["310", "402", "77"]),
        ("Talang 605 jiwa, Pauh 1.542, Muara Dua 88", ["605", "1.542", "88"]),
        ("Melati (1.100), Mawar (900)", ["1.100", "900"]),
        ("Sleman 4.010 Kabupaten Bantul 2.200", ["4.010", "2.200"]),
        ("yang baru cair 43. Sehari dapat 150, katanya", ["43", "150"]),
        ("Ke-9.163 warga itu; ke 10.141 warga tersebut; Ke-88 warga itu", ["9.163", "10.141", "88"]),
        ("Wajib KTP 60.114 jiwa. 57.220 di antaranya sudah.", ["60.114", "57.220"]),
        ("Wajib KTP 60.114. 220 di antaranya belum.", ["60.114", "220"]),
        ("Januari 3.006 e-KTP, Februari 900, Maret 1.360 e-KTP", ["3.006", "900", "1.360"]),
        ("sebanyak 2017 warga; tinggal 2000; ada 2018 orang", ["2017", "2000", "2018"]),
        ("umur 60 tahun ke atas 1.200 jiwa, 16-17 tahun 310 jiwa", ["1.200", "310"]),
        ("lima pelajar dan dua ribu lagi", ["lima", "dua ribu"]),
        ("tersisa 4.120 tahun ini", ["4.120"]),
        ("Talo 4.101 ,Semidang 3.377", ["4.101", "3.377"]),
        ("Talo 4.101 jiwa, Semidang 0 jiwa, Ulu 0%", ["4.101", "0", "0"]),
        ("terekam 99 ,64 persen", ["99 ,64"]),
        ("tujuh dari 10 warga, 3 dari setiap 10 orang, 310 dari 402 jiwa", ["310", "402"]),
        ("sekitar ?12 persen", ["12"]),
    ],
)
def test_counts_without_the_usual_dress_are_read(text: str, found: list[str]) -> None:
    assert printed(text) == found


@pytest.mark.parametrize(
    "text",
    [
        # dates, years, times
        "Selasa (28/8), (4/2/2024), 16-01-2024, Senin.9/9",
        "16 Januari 2024, Januari 2024, per 31 Desember, tanggal 17",
        "tahun 2018, pada 2019 warga memilih, Pilkada 2020, 2011-2012, 2012 dan 2013",
        "Pemilu 2024 Ribuan Warga Belum Rekam",
        "buka 8-14 Februari, 6-7 Maret, 28 dan 29 Juni",
        "pukul 06.00-09.00 WIB, pukul 21.00, 16.45 WIB, 08:30, jam 9 pagi",
        # money
        "Rp 110.000, Rp2,3 triliun, Rp.5.000, Rp 25-50 ribu, Rp15 ribu per orang",
        "10 juta rupiah, bayar 50 ribu, USD 5 juta, $5,000",
        # ages and durations
        "usia 16, berusia 17, umurnya 30-40, usia 16 atau 17, 17 tahun ke atas, 17+",
        "tersangka A (40), anak 16 tahun yang kini jadi 17, makanya naik",
        "3 hari, 6 bulan, dua pekan, 24 jam, 100 hari kerja, 4 kali",
        # ranks and names
        "urutan ke 14 se-Indonesia, ke-3, peringkat 5, juara 2, HUT ke-75, kelas 12, Gaji 13",
        "Covid-19, F1, G20, 4G, Km 7, ISO 9001, grade 4.2, Windows 10, H-7, RT 03, SMAN 2",
        "salah satu warga, satu per satu, nomor satu",
        # documents and ids
        "Nomor 24, No 12.3/45/dukcapil/2019, pasal 5, UU 24/2013, PP 40",
        "NIK 3319012345670001, 081234567890, 021-5551234, (0274) 512345, kode pos 59300",
        '[irp posts="812" name="3.200 paket"] https://contoh.id/2.300-warga?page=12',
        # other things counted
        "14 kecamatan, 65 kelurahan, tiga kecamatan, 29 TPS, 20 sekolah, 2 unit, 10 alat, 12.000 KK",
        "3.200 Paket Beras, 13.000 Batang, 2.000-an undangan, 30 ribu RT, TPS 12, KIA 1.200 keping",
        "20 saksi, tiga orang saksi, 2 orang petugas, 45 anggota",
        "27 C, 27°C, 36,5 derajat, 12,5 hektare, 5 km",
        # layout
        "0\n412\nKudus\n27 C",
        "1. Kecamatan Melati\n12. Kecamatan Mawar",
        # amounts without a value
        "ribuan warga, belasan ribu orang, puluhan ribu, ratusan ribu penduduk, beberapa ratus warga",
        "tiga empat orang, satuan warga",
    ],
)
def test_what_counts_neither_people_nor_cards_is_left_out(text: str) -> None:
    assert printed(text) == []


def test_blocks_limit_what_is_read_and_what_stands_beside_it() -> None:
    text = "Rp\n12.300 warga\nsekitar\n4.100 jiwa"
    first, second = (3, 15), (24, 34)
    assert printed(text[3:15]) == ["12.300"]
    mentions = find_quantities(text, [first, second])
    assert [(m.value, m.approximate) for m in mentions] == [(12_300, False), (4100, False)]


@pytest.mark.parametrize(
    "text",
    [
        "warga Kepulauan Seribu yang belum rekam",
        "(Kabupaten Kepulauan Seribu)",
        "KEPULAUAN SERIBU, Contoh.id - Perekaman dimulai",
        "jumlahnya di Negeri Seribu Bukit menurun",
        "kawasan Seribu Candi ramai",
    ],
)
def test_a_number_word_in_a_proper_name_is_no_quantity(text: str) -> None:
    assert printed(text) == []


@pytest.mark.parametrize(
    "text",
    ["Seribu Warga Belum Rekam", "Baru Seribu yang Rekam", "Capai Seribu Lebih", "MASIH SERIBU BELUM REKAM"],
)
def test_a_title_counts_in_capitals(text: str) -> None:
    assert [word.lower() for word in printed(text)] == ["seribu"]


def test_a_comparison_is_no_hedge() -> None:
    assert not only("naik 12 persen lebih tinggi dari target").approximate


def test_a_letter_whose_lower_case_is_longer_shifts_nothing() -> None:
    assert printed("İİİ dua ribu warga, 12.381 jiwa") == ["dua ribu", "12.381"]


def test_offsets_count_code_points() -> None:
    text = "👍🏽 İzin: ±2.300 warga"
    mention = only(text)
    assert text[mention.start : mention.end] == "2.300"
    assert text[mention.outer_start : mention.outer_end] == "±2.300 warga"


@given(st.integers(min_value=0, max_value=10**13))
def test_spelled_numbers_read_back(number: int) -> None:
    words = num2words(number, lang="id")
    for spelled in (
        words,
        re.sub("(^|juta |miliar )satu ribu", r"\1seribu", words),
        words.title(),
        words.upper(),
    ):
        quantity = parse_quantity(spelled)
        assert quantity is not None
        assert quantity.value == number


@given(st.integers(min_value=1000, max_value=399_999_999))
def test_grouped_digits_read_back(number: int) -> None:
    for separator in ".,":
        mention = only(f"Tercatat {number:,} jiwa.".replace(",", separator))
        assert (mention.value, mention.unit, mention.repair) == (number, "persons", None)
        assert mention.low <= number <= mention.high


@given(st.decimals(min_value=0, max_value=200, places=2))
def test_percentages_read_back(share: object) -> None:
    for mark in ".,":
        assert only(f"baru {share} persen".replace(".", mark)).value == Fraction(str(share))


PIECES = st.sampled_from(
    re.split(
        " ",
        "sekitar hampir 12 2.417 2,069 1.270.00 99,64 7-8 26 ribu juta an -an ribuan lebih orang persen % Rp "
        "(28/8) 2024 ke- . , dan hingga dua belas koma setengah \n tahun keping /",
    )
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    reached = 0
    for mention in find_quantities(text):
        assert reached <= mention.start < mention.end <= len(text)
        assert 0 <= mention.outer_start <= mention.start
        assert mention.end <= mention.outer_end <= len(text)
        assert mention.low <= mention.value <= mention.high
        assert re.search(r"[0-9a-zA-Z]", text[mention.start : mention.end])
        reached = mention.end
    parse_quantity(text)


@pytest.mark.parametrize("unit", ["1", "12 ", "123.", "123 ", "1-", "dua ", "12, ", "12\n", "[a ", "1 ribu "])
def test_long_hostile_text_is_read_in_one_pass(unit: str) -> None:
    text = unit * 20_000
    assert all(text[mention.start : mention.end].strip() for mention in find_quantities(text))


@pytest.mark.parametrize("name", ["number_words", "units"])
def test_no_word_is_listed_twice(name: str) -> None:
    words = [row[0] for row in rows(f"indonesian/{name}.tsv")]
    assert sorted(set(words)) == sorted(words)


@pytest.mark.parametrize("name", ["hedges", "not_quantities", "count_neighbours"])
def test_no_word_is_listed_twice_on_one_side(name: str) -> None:
    words = [tuple(row[:2]) for row in rows(f"indonesian/{name}.tsv")]
    assert sorted(set(words)) == sorted(words)
