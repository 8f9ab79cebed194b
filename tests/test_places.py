"""Places in sentences. Marks: [words](code) decided, [words](code|code) undecided."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.district_names import alike
from extractor.reading.gazetteer import districts_of, key, name_of, names, regencies
from extractor.reading.places import PlaceReading, find_places, resolve_place, to_place

_MARK = re.compile(r"\[([^\]]+)\]\(([\w.|]+)\)")


def read_marks(marked: str) -> tuple[str, list[tuple[str, list[str]]]]:
    """The text without marks, and the marked words with their codes."""
    expected = [(m.group(1), m.group(2).split("|")) for m in _MARK.finditer(marked)]
    return _MARK.sub(r"\1", marked), expected


def shown(text: str, reading: PlaceReading) -> list[tuple[str, list[str]]]:
    return [(text[m.start : m.end], m.codes[:1] if m.decided else sorted(m.codes)) for m in reading.mentions]


KIND_WORDS = [
    "Di [Kabupaten Pulau Mortai](82.07) wajib KTP 47.668 orang, di [Kota Semarng](33.74) lebih banyak.",
    "Warga Kota Layak Anak dan Kota Pelajar di Kabupaten Induk belum merekam.",
    "Warga [Kabupaten Kupang](53.01) 400 orang, warga [Kota Kupang](53.71) 90 orang.",
    "[Kab. Sukabumi](32.02) 3.100, [Kab Cianjur](32.03) 4.200, [Kota Sukabumi](32.72) 510.",
    "Pemkot [Batu](35.79) dan Pemkab [Malang](35.07) bersepakat.",
    "Wakil Wali Kota [Pekalongan](33.75) menemui Bupati [Batang](33.25).",
    "Gubernur [Bengkulu](17) menyebut [Kota Bengkulu](17.71) tertinggi.",
    "Pemprov [Gorontalo](75) mendampingi [Kabupaten Gorontalo](75.01) dan [Kota Gorontalo](75.71).",
    "[Kota Administrasi Jakarta Timur](31.75) dan [Kab. Adm. Kepulauan Seribu](31.01) tuntas.",
    "Tiga kelompok di [Kota Maumere](53.07) dan [Kota Sampit](62.02).",
    "Warga [Provinsi DKI Jakarta](31) menunggu.",
    "Polresta [Bogor](32.71) ikut mengamankan.",
    "Kapolres [Malang](35.73) Kota hadir.",
]

INSTITUTIONS = [
    "Disdukcapil [Sikka](53.07) mencatat 5.000 orang.",
    "Dinas Kependudukan dan Pencatatan Sipil (Disdukcapil) [Pati](33.18) mencatat 4.100 orang.",
    "Ketua KPU [Palas](12.21) belum menjawab. Warga [Palas](12.21) menunggu.",
    "Disdukcapil [Semarang](33.22|33.74) mencatat 9.400 orang.",
    "Dinas Dukcapil [Gorontalo](75|75.01|75.71) mencatat 12.500 orang.",
]

ONE_SENSE = [
    "Disdukcapil [Kota Bogor](32.71) mencatat. Warga [Bogor](32.71) di [Bogor](32.71), Rabu, mengantre.",
    "Pemkab [Tangerang](36.03) mendata. Di [Tangerang](36.03), 3.000 orang belum.",
    "Dispendukcapil [Kota Malang](35.73) mencatat. [Kabupaten Malang](35.07) menyusul. Warga "
    "[Malang](35.73) antre.",
    "[Kabupaten Tegal](33.28) 810 orang.\n\nLain lagi [Kota Tegal](33.76). Warga [Tegal](33.76) antre.",
    "Bupati menegaskan 3.000 warga [Blitar](35.05) belum merekam.",
    "Di kota itu, sebut Wali Kota, 3.000 warga [Blitar](35.72) belum merekam.",
    "[Kota Jambi](15.71) 310, [Kerinci](15.01) 210, [Bungo](15.08) 90 di [Provinsi Jambi](15).",
]

ALIASES = [
    "[Minahasa Utara](71.06) ([Minut](71.06)) 30.100 jiwa; warga [Minut](71.06) menunggu.",
    "[Kabupaten Murung Raya](62.12) ([Mura](62.12)) 410 jiwa; warga [Mura](62.12) menunggu.",
    "Di [Sumsel](16), warga [Mura](16.05) 310 orang.",
    "[Jaksel](31.74) 310, [Jakbar](31.73) 420, [Kepri](21) 91 persen, [DIY](34) 99 persen.",
    "Warga [Kota Kretek](33.19) dan [Bumi Reog](35.02) antre.",
    "[Kukar](64.02), [PPU](64.09), [Kubar](64.07) dan [Kutim](64.08) menyusul.",
    "[Sumatra Barat](13), [Kep. Riau](21), [Toli Toli](72.04), [Pare-pare](73.72), [Gunung Kidul](34.03).",
    "[Kabupaten 50 Kota](13.07) tertinggal; 50 Kota di dunia maju.",
]

NOT_PLACES = [
    "Universitas Jember di Jalan Semarang Nomor 3, dekat Bank Jambi dan Stasiun Bogor.",
    "Persib Bandung menjamu PSIS Semarang, tulis Radar Bandung dan Bangka Pos.",
    "Kabar itu dimuat Kudus.com dan POS-KUPANG.COM serta https://kuduskab.go.id/Kudus.",
    "Dari Sabang sampai Merauke, kata Bima Arya.",
    "Malang benar nasibnya. Serang balik terjadi. Batu besar jatuh di sana.",
    "Jabodetabek, Solo Raya, Madura dan Flores tidak dihitung.",
    "Data SIAK dan Danau Toba, Laut Natuna, Sungai Kapuas.",
    "Mantan Bupati Kudus dan Eks Wali Kota Tegal hadir.",
    "Republik Indonesia dan Bank Indonesia tidak menjawab; target nasional 99 persen.",
    "Polda Metro Jaya menangkap calo.",
]

LISTS = [
    "Di [Provinsi Sumatera Utara](12): [Binjai](12.75) 3.000, [Karo](12.06) 900, [Toba](12.12) 310, "
    "[Samosir](12.17) 90.",
    "[Kabupaten Nias](12.04) 1.020, [Nias Barat](12.25) 310, [Nias Utara](12.24) 220, [Kota "
    "Gunungsitoli](12.78) 90.",
    "[Kabupaten Kendal](33.24) 310, [Tegal](33.28) 420 dan [Brebes](33.29) 90.",
    "[Provinsi Papua Barat Daya](96): [Sorong Selatan](96.02) 310, [Kota Sorong](96.71) 420.",
    "[Secara nasional](ID) 190 juta jiwa, dan warga [Indonesia](ID) terus bertambah.",
]

DISTRICTS = [
    "Disdukcapil [Sleman](34.04) merinci [Kecamatan Gamping](34.04.01) 310 orang, [Depok](34.04.07) "
    "420 orang, "
    "[Mlati](34.04.06) 130 orang, dan [Godean](34.04.02) 90 orang.",
    "Di [Kota Tangerang](36.71), [Kecamatan Neglasari](36.71.10), [Jatiuwung](36.71.02) dan "
    "[Tangerang](36.71.01) "
    "tertinggal. [Neglasari](36.71.10) kini 3.100 orang.",
    "Camat [Jaten](33.13.11), [Karanganyar](33.13), berharap. Warga [Jaten](33.13.11) diminta datang.",
    "[Kecamatan Depok](34.04.07), [Kabupaten Sleman](34.04), dan [Kecamatan Depok](32.09.31), "
    "[Kabupaten Cirebon](32.09).",
    "[Kabupaten Agam](13.06): [Kecamatan IV Angkek](13.06.07) 310, [Ampekkoto](13.06.05) 220, "
    "[Sungai Puar](13.06.12) 91, "
    "[Tanjungmutiara](13.06.01) 80.",
    "[Kota Bogor](32.71) punya enam kecamatan: [Bogor Barat](32.71.04) 310 jiwa, [Bogor "
    "Timur](32.71.02) 220 jiwa.",
    "[Distrik Heram](91.71.05) 310 orang, [Abepura](91.71.03) 420 orang di [Kota Jayapura](91.71).",
    "Disdukcapil [Kota Batam](21.71): [Kecamatan Batu Ampar](21.71.02) 310 jiwa, "
    "[Bengkong](21.71.09) 220 jiwa per Juli 2019.",
    "Disdukcapil [Kota Serang](36.73): alat ada di [Kecamatan Cipocok](36.73.05), "
    "[Kasemen](36.73.02), dan [Curug](36.73.04).",
    "Disdukcapil [Kudus](33.19): [Kecamatan Kota](33.19.02) 310 jiwa, [Jati](33.19.03) 220 jiwa.",
    "Disdukcapil [Sumedang](32.11) mencatat. Warga [Jatinangor](32.11.15) masih 900 orang.",
    "Disdukcapil [Kota Ternate](82.71): [Kecamatan Ternate Selatan](82.71.02) 410 orang, [Ternate tengah](82.71.06) "
    "320 orang dan [pulau Ternate](82.71.01) 210 orang.",
    "Disdukcapil [Musi Rawas](16.05): [Kecamatan Megang Sakti](16.05.12) 2.310 jiwa, [Kecamatan TPK](16.05.18) 612 jiwa.",
    "Disdukcapil [Kabupaten Kudus](33.19): [Kecamatan Bae](33.19.07) 612 orang, [Kota Kudus](33.19.02) 481 orang.",
    "Disdukcapil [Kota Kudus](33.19) mencatat 481 orang.",
    "Disdukcapil [Kabupaten Pidie](11.07): [Kecamatan Batee](11.07.03) 612 orang, [Kecamatan Titeue](11.07.31) 540 orang. "
    "Lalu, [Delima](11.07.04) 481 orang.",
    "Disdukcapil [Kabupaten Landak](61.08): [Ngabang](61.08.01) sebagai ibu kota kabupaten paling banyak, 5.214 jiwa.",
    "[Kecamatan Sokaraja](33.02.19) 310 orang dan [Kembaran](33.02.20) 150 orang, kata Dindukcapil "
    "[Banyumas](33.02).",
]


@pytest.mark.parametrize(
    "marked",
    KIND_WORDS + INSTITUTIONS + ONE_SENSE + ALIASES + NOT_PLACES + LISTS + DISTRICTS,
)
def test_places_of_a_sentence(marked: str) -> None:
    text, expected = read_marks(marked)
    assert shown(text, find_places(text)) == expected


@pytest.mark.parametrize(
    ("line", "town", "codes"),
    [
        ("KUDUS, Lingkar.id – Warga antre.", "KUDUS", ["33.19"]),
        ("KARANGANYAR--Pemerintah bergerak.", "KARANGANYAR", ["33.13"]),
        ("LIWA (Harian.co) -- Warga antre.", "LIWA", ["18.04"]),
        ("KABAR KITA1, Sampit – Pemerintah bergerak.", "Sampit", ["62.02"]),
        ("HARIAN.COM, UNGARAN - Warga antre.", "UNGARAN", ["33.22"]),
        ("Satu.com – MAUMERE – Warga antre.", "MAUMERE", ["53.07"]),
        ("Harian.com, Kendal: Warga antre.", "Kendal", ["33.24"]),
        ("KUPANG (HK): Warga antre.", "KUPANG", ["53", "53.01", "53.71"]),
        ("Jakarta (ANTARA) - Warga antre.", "Jakarta", ["ID", "31"]),
        ("GEDONG TATAAN / Warga antre.", "GEDONG TATAAN", ["18.09"]),
        ("Kota Bima - Warga antre.", "Kota Bima", ["52.06", "52.72"]),
    ],
)
def test_datelines(line: str, town: str, codes: list[str]) -> None:
    text = f"Ribuan Belum Merekam\n\n{line}"
    dateline = find_places(text).dateline
    assert dateline is not None
    assert (text[dateline.start : dateline.end], dateline.codes) == (town, codes)
    assert dateline.source == "dateline"


@pytest.mark.parametrize(
    "line",
    ["Sekolah - sekolah di Kudus didatangi.", "Warga di Kudus – katanya – antre.", "Rute Bogor-Depok ramai."],
)
def test_lines_without_dateline(line: str) -> None:
    assert find_places(line).dateline is None


@pytest.mark.parametrize(
    ("text", "main", "source", "decided"),
    [
        ("SEMARANG - Dukcapil Jateng mencatat 26 ribu orang. Warga Jateng antre.", "33", "text", True),
        ("TEMANGGUNG - Menurut Dukcapil Provinsi Jawa Tengah, di Temanggung, Senin.", "33", "text", True),
        ("UNGARAN - Warga antre sejak pagi.", "33.22", "dateline", True),
        ("PONTIANAK - Warga antre sejak pagi.", "61", "dateline", False),
        ("Disdukcapil Bogor mencatat 4.000 orang.", "32.01", "text", False),
        ("Camat Jaten bergerak. Warga Kecamatan Jaten, Karanganyar, antre.", "33.13.11", "text", True),
        ("Jakarta - Dirjen Dukcapil menyebut 4 juta orang. Papua terendah.", "ID", "text", True),
        ("Kalimantan Utara: Bulungan 1, Malinau 2, Nunukan 3, Kota Tarakan 4.", "65", "text", True),
    ],
)
def test_what_an_article_is_about(text: str, main: str, source: str, decided: bool) -> None:
    reading = find_places(text)
    assert (reading.main[0], reading.main_source, reading.main_decided) == (main, source, decided)


def test_the_outlet_decides_only_where_nothing_else_does() -> None:
    assert find_places("Warga antre.", outlet="kuduskab.go.id").main == ["33.19"]
    assert find_places("Warga Demak antre.", outlet="kuduskab.go.id").main == ["33.21"]
    assert find_places("Warga Mura antre.").mentions[0].codes == ["16.05", "62.12"]
    assert find_places("Warga Mura antre.", outlet="kalteng.antaranews.com").mentions[0].codes == ["62.12"]


def test_villages_and_unknown_districts_are_kept_apart() -> None:
    text = "Desa Sukamaju 11 orang, Kelurahan Jati 4 orang, Kecamatan Xanadu 30 orang di Kota Depok."
    reading = find_places(text)
    assert [(text[m.start : m.end], m.kind) for m in reading.unresolved] == [
        ("Desa Sukamaju", "village"),
        ("Kelurahan Jati", "village"),
        ("Kecamatan Xanadu", "district"),
    ]
    assert shown(text, reading) == [("Kota Depok", ["32.76"])]


def test_only_the_blocks_are_read() -> None:
    text = "Kabupaten Kudus\nKabupaten Demak\nKabupaten Pati"
    assert shown(text, find_places(text, blocks=[(0, 15), (32, 46)])) == [
        ("Kabupaten Kudus", ["33.19"]),
        ("Kabupaten Pati", ["33.18"]),
    ]


def test_every_regency_is_found_by_its_full_name() -> None:
    for code in regencies():
        text = f"Disdukcapil {name_of(code)} mencatat 3.100 orang."
        assert [c for _, c in shown(text, find_places(text))] == [[code]], text


def test_every_district_of_a_regency_is_found_after_its_kind_word() -> None:
    for regency in ("13.06", "33.19", "35.07", "53.07", "62.02", "71.09", "91.03"):
        for code in sorted(set(districts_of(regency).values())):
            text = f"{name_of(regency)}: {name_of(code)} 310 orang."
            assert shown(text, find_places(text))[1:] == [(name_of(code), [code])], text


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kotim", "62.02"),
        ("kabupaten kotawaringin timur", "62.02"),
        ("Kota Semarang", "33.74"),
        ("Jateng", "33"),
        ("Kecamatan Jaten", "33.13.11"),
        ("Kemantren Gondokusuman", "34.71.03"),
        ("Kapanewon Depok, Sleman", "34.04.07"),
        ("Kecamatan Depok, Kabupaten Sleman", "34.04.07"),
        ("Kota Sampit", "62.02"),
        ("Indonesia", "ID"),
        ("Kota Administrasi Jakarta Timur", "31.75"),
        ("33.19", "33.19"),
        ("Provinsi Jambi", "15"),
    ],
)
def test_resolve_place(name: str, code: str) -> None:
    place = resolve_place(name)
    assert place is not None
    assert place.code == code
    assert place.name == name_of(code)


def test_resolve_place_keeps_both_of_a_pair() -> None:
    place = resolve_place("Semarang")
    assert place is not None
    assert (place.code, place.name, place.level, place.province) == (None, None, "regency", "Jawa Tengah")
    assert [candidate.code for candidate in place.candidates] == ["33.22", "33.74"]


@pytest.mark.parametrize("name", ["", "Xanadu", "33.99", "Jabodetabek", ",", "Kabupaten"])
def test_resolve_place_knows_nothing(name: str) -> None:
    assert resolve_place(name) is None


def test_to_place() -> None:
    assert to_place("33.19", "text").model_dump() == {
        "code": "33.19",
        "name": "Kabupaten Kudus",
        "level": "regency",
        "province": "Jawa Tengah",
        "source": "text",
        "candidates": [],
    }
    with pytest.raises(KeyError):
        to_place("33.99", None)


_PIECES = (
    "Kudus|Kota|Kabupaten|Kec.|Kecamatan|Jaten,|dan|(Mura)|Semarang|-|–|1.200|\n|SIAK|Jalan|di|nasional|.com|Batu|"
    "Sabang sampai Merauke|Camat|2 x 11|Desa|'|K|Pangkajene|Kepulauan|Sabtu|Metro|Disdukcapil|Jawa Tengah"
)
_WORDS = st.sampled_from(_PIECES.split("|"))


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=25).map(" ".join)))
def test_any_text_gives_ordered_mentions_of_known_codes(text: str) -> None:
    reading = find_places(text, outlet="jateng.antaranews.com", year=2019)
    ends = [0, *(mention.end for mention in reading.mentions)]
    for end, mention in zip(ends, reading.mentions, strict=False):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.codes
        assert to_place(mention.codes, "text")
    assert all(name_of(code) for code in reading.main)


@pytest.mark.parametrize(
    "piece",
    ["Kudus Jaya ", "Tangerang, ", "Kecamatan Jaten, ", "(", "a.", "1", "KUDUS -\n", "Kabupaten Tegal 5, "],
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        find_places(text)
        return time.process_time() - start

    seconds(1_000)
    short, long = seconds(40_000), seconds(320_000)
    assert long < 24 * short + 0.2


def test_names_have_keys_of_their_own() -> None:
    assert all(key(name) == name for name in names())


def test_equal_readings_come_in_the_order_of_the_text() -> None:
    text = "KUPANG, Contoh - Kabupaten Kupang 410 orang.\n\nKota Kupang 390 orang.\n\nWarga Kupang antre."
    last = find_places(text).mentions[-1]
    assert (text[last.start : last.end], last.codes, last.decided) == ("Kupang", ["53.01", "53.71"], False)


@given(st.text("abn", min_size=1, max_size=9), st.text("abn", min_size=1, max_size=9))
def test_alike_counts_the_letters_in_common(one: str, other: str) -> None:
    def common(a: str, b: str) -> int:
        if not a or not b:
            return 0
        if a[0] == b[0]:
            return 1 + common(a[1:], b[1:])
        return max(common(a[1:], b), common(a, b[1:]))

    near = abs(len(one) - len(other)) <= 3 and one[0] == other[0]
    assert alike(one, other) == (near and 2 * common(one, other) >= 0.85 * (len(one) + len(other)))
