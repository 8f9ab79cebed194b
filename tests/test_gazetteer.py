"""The place tables, their lookups and the population bands."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import pytest

from extractor.data import rows
from extractor.reading.gazetteer import (
    district_index,
    districts_of,
    is_kota,
    key,
    known,
    level_of,
    name_of,
    names,
    parent,
    province_name,
    provinces,
    regencies,
)
from extractor.reading.magnitude import fits_magnitude, population, province_of
from extractor.reading.outlet_homes import outlet_homes
from extractor.reading.places import resolve_place

_PAIRS = (
    "Bandung Banjar Bekasi Bima Blitar Bogor Cirebon Gorontalo Jayapura Kediri Kupang Madiun Magelang Malang "
    "Mojokerto Pasuruan Pekalongan Probolinggo Semarang Serang Solok Sorong Sukabumi Tangerang Tasikmalaya "
    "Tegal"
)
PAIRS = _PAIRS.split(" ")


def test_units_are_what_the_generator_writes() -> None:
    content = (files("patterns") / "places" / "units.tsv").read_bytes()
    assert (
        hashlib.sha256(content).hexdigest()
        == "4449791cc562f8a96ca54045c2ff891a16289a68c9cd77d534dbbc889ea8b0e3"
    )


def test_counts_are_those_of_the_decree() -> None:
    assert len(provinces()) == 38
    assert len(regencies()) == 514
    assert sum(is_kota(code) for code in regencies()) == 98
    assert sum(len(codes) for codes in district_index().values()) >= 7285


@pytest.mark.parametrize(
    "table", ["aliases", "capitals", "history", "names", "population", "seats", "variants"]
)
def test_every_table_names_known_codes(table: str) -> None:
    column = 1 if table == "aliases" else 0
    assert [row for row in rows(f"places/{table}.tsv") if not known(row[column])] == []


def test_outlets_have_known_homes() -> None:
    homes = {code for _, codes, *_ in rows("places/outlets.tsv") for code in codes.split(",")}
    assert [code for code in homes if not known(code)] == []


def test_rules_of_words_are_known() -> None:
    assert {row[1] for row in rows("places/words.tsv")} == {"strict", "word", "person", "district"}
    assert {row[3] for row in rows("places/aliases.tsv") if len(row) > 3} <= {"strict", "word", "person"}


@pytest.mark.parametrize(
    ("code", "name", "level", "province"),
    [
        ("ID", "Indonesia", "country", None),
        ("33", "Provinsi Jawa Tengah", "province", "Jawa Tengah"),
        ("31", "Provinsi DKI Jakarta", "province", "DKI Jakarta"),
        ("33.19", "Kabupaten Kudus", "regency", "Jawa Tengah"),
        ("31.75", "Kota Jakarta Timur", "regency", "DKI Jakarta"),
        ("62.71", "Kota Palangka Raya", "regency", "Kalimantan Tengah"),
        ("71.09", "Kabupaten Kepulauan Siau Tagulandang Biaro", "regency", "Sulawesi Utara"),
        ("33.13.11", "Kecamatan Jaten", "district", "Jawa Tengah"),
        ("91.71.05", "Distrik Heram", "district", "Papua"),
    ],
)
def test_names_and_levels(code: str, name: str, level: str, province: str | None) -> None:
    assert (name_of(code), level_of(code), province_name(code)) == (name, level, province)


def test_parents() -> None:
    assert [parent(code) for code in ("33.19.02", "33.19", "33", "ID")] == ["33.19", "33", "ID", None]


def test_unknown_codes() -> None:
    with pytest.raises(KeyError):
        name_of("33.99")
    assert not known("33.99")
    assert districts_of("33.99") == {}


@pytest.mark.parametrize("name", PAIRS)
def test_pairs_have_a_kabupaten_and_a_kota(name: str) -> None:
    codes = [code for code in names()[key(name)].codes if len(code) == 5]
    assert sorted(is_kota(code) for code in codes) == [False, True]


def test_there_are_no_other_pairs() -> None:
    bare = [name_of(code).split(" ", 1)[1] for code in regencies()]
    assert sorted({name for name in bare if bare.count(name) > 1}) == sorted(PAIRS)


def test_every_full_name_resolves_to_itself() -> None:
    for code in [*provinces(), *regencies()]:
        place = resolve_place(name_of(code))
        assert place is not None
        assert place.code == code, name_of(code)


def test_every_district_is_found_in_its_regency() -> None:
    count = 0
    for regency in regencies():
        table = districts_of(regency)
        for code in set(table.values()):
            count += 1
            assert table[key(name_of(code).split(" ", 1)[1])] == code
    assert count == 7285


@pytest.mark.parametrize(
    ("regency", "printed", "code"),
    [
        ("13.06", "Tanjungmutiara", "13.06.01"),
        ("13.06", "Ampekkoto", "13.06.05"),
        ("13.06", "Empat Koto", "13.06.05"),
        ("13.06", "IV Angkek", "13.06.07"),
        ("12.05", "Sungai Bingai", "12.05.04"),
        ("13.05", "2x11 Kayu Tanam", "13.05.15"),
        ("16.05", "BTS Ulu", "16.05.14"),
        ("33.19", "Kota", "33.19.02"),
    ],
)
def test_districts_in_other_spellings(regency: str, printed: str, code: str) -> None:
    assert districts_of(regency)[key(printed)] == code


@pytest.mark.parametrize(
    ("code", "indicator", "value", "fits"),
    [
        ("32.71", "wktp", 720_000, True),
        ("32.01", "wktp", 720_000, False),  # the kabupaten has five times the people
        ("33.19", "population", 860_000, True),
        ("33.19", "unrecorded", 2_000_000, False),
        ("33.19", "unrecorded", 2_000, None),
        ("33.19.02", "wktp", 70_000, None),
        ("33.19", "blanks", 500, None),
    ],
)
def test_magnitude_tells_pairs_apart(code: str, indicator: str, value: int, fits: bool | None) -> None:
    assert fits_magnitude(code, indicator, value) is fits


def test_population_of_a_province_before_its_split() -> None:
    today = [population(code) or 0 for code in ("91", "93", "94", "95")]
    assert population("91", 2019) == sum(today)
    assert population("91", 2024) == population("91") == today[0]
    assert population("33.19.02") is None
    assert province_of("93.01", 2019) == "91"
    assert province_of("93.01") == "93"


def test_population_sums_to_the_country() -> None:
    assert sum(population(code) or 0 for code in provinces()) == population("ID")


@pytest.mark.parametrize(
    ("host", "homes"),
    [
        ("kuduskab.go.id", ("33.19",)),
        ("dispendukcapil.semarangkota.go.id", ("33.74",)),
        ("https://www.semarangkab.go.id/berita", ("33.22",)),
        ("jateng.antaranews.com", ("33",)),
        ("kabarbanyuwangi.info", ("35.10",)),
        ("metro.tempo.co", ()),
        ("kompas.com", ()),
    ],
)
def test_homes_of_outlets(host: str, homes: tuple[str, ...]) -> None:
    assert outlet_homes(host) == homes
