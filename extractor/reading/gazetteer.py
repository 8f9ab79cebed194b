"""The official units of Indonesia, their names, seats and aliases, looked up by key.

Codes are those of the ministry of home affairs (Kepmendagri 300.2.2-2430/2025) with dots: "33" a province,
"33.19" a regency (from .71 on a kota), "33.19.02" a district; "ID" is the country. The statistics office
numbers the same units differently; its codes are never used here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from extractor.data import read_text, rows
from extractor.report import Level

COUNTRY = "ID"
LONGEST_NAME = 6  # words in which a name is looked for; "Daerah Khusus Ibukota Jakarta" has four
HEAD = 6  # letters of a word that are compared with the beginnings of names
_DISTRIK = frozenset({"91", "92", "93", "94", "95", "96"})  # provinces whose third level is called distrik
_DROPPED = str.maketrans("", "", " .-'’`/\u00a0")
_BARE = re.compile(r"^(?:Kabupaten|Kota)(?: Administrasi)? ")
_FORMAL_PROVINCE = ("Daerah Khusus Ibukota ", "Daerah Istimewa ")


@dataclass(slots=True)
class Name:
    """What one name can mean: `codes` by name or alias, `seats` the regencies whose seat bears it.

    `rule` limits where the bare name counts (see `patterns/places/words.tsv`); `exact` is the only spelling
    that counts (abbreviations in capitals); a `region` stands for several units and is never one.
    """

    codes: list[str] = field(default_factory=list)
    seats: list[str] = field(default_factory=list)
    rule: str = ""
    exact: str | None = None
    region: bool = False


def key(name: str) -> str:
    """The form in which names are compared: without case, spaces, hyphens and dots; Sumatra is Sumatera."""
    folded = name.translate(_DROPPED).lower()
    return folded.replace("sumatra", "sumatera") if "sumatra" in folded else folded


@cache
def _units() -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    """Names of provinces and regencies by code, and the districts of each regency in table order."""
    upper: dict[str, str] = {}
    districts: dict[str, list[tuple[str, str]]] = {}
    for line in read_text("places/units.tsv").splitlines():
        code, _, name = line.partition("\t")
        if len(code) == 8:
            districts.setdefault(code[:5], []).append((code, name))
        else:
            upper[code] = name
    return upper, districts


@cache
def _shown_names() -> dict[str, str]:
    return {code: name for code, name, *_ in rows("places/names.tsv")}


def units_within(code: str) -> list[str]:
    """Codes of the districts of a regency or the regencies of a province; empty for other codes."""
    upper, districts = _units()
    if code in districts:
        return [district for district, _ in districts[code]]
    return [unit for unit in upper if len(unit) == 5 and unit.startswith(f"{code}.")]


def provinces() -> list[str]:
    """Codes of all provinces."""
    return [code for code in _units()[0] if len(code) == 2]


def regencies() -> list[str]:
    """Codes of all kabupaten and kota."""
    return [code for code in _units()[0] if len(code) == 5]


def is_kota(code: str) -> bool:
    """Whether a regency's code is that of a kota; the numbering keeps .71 and above for them."""
    return len(code) == 5 and code[3] >= "7"


def parent(code: str) -> str | None:
    """Code of the unit above: regency, province, country; None for the country."""
    if code == COUNTRY:
        return None
    return code.rpartition(".")[0] or COUNTRY


def level_of(code: str) -> Level:
    """Level of a code's unit, by its form."""
    if code == COUNTRY:
        return "country"
    by_dots: tuple[Level, ...] = ("province", "regency", "district", "village")
    return by_dots[min(code.count("."), 3)]


def known(code: str) -> bool:
    """Whether the tables hold the code."""
    upper, districts = _units()
    return code == COUNTRY or code in upper or any(code == c for c, _ in districts.get(code[:5], ()))


def name_of(code: str) -> str:
    """Name with its kind ("Kabupaten Kudus", "Distrik Heram", "Provinsi DKI Jakarta").

    Raises KeyError for a code that the tables do not hold.
    """
    shown = _shown_names().get(code)
    if shown is not None:
        return shown
    upper, districts = _units()
    if len(code) == 2:
        return f"Provinsi {upper[code]}"
    if len(code) == 5:
        return upper[code]
    kind = "Distrik" if code[:2] in _DISTRIK else "Kecamatan"
    return f"{kind} {dict(districts.get(code[:5], ()))[code]}"


def province_name(code: str) -> str | None:
    """Name of the code's province without kind ("Jawa Tengah"); None for the country."""
    return None if code == COUNTRY else name_of(code[:2]).removeprefix("Provinsi ")


def _bare_names(code: str, official: str) -> list[str]:
    if len(code) == 5:
        return [_BARE.sub("", official)]
    formal = next((p for p in _FORMAL_PROVINCE if official.startswith(p)), "")
    return [official, official.removeprefix(formal)] if formal else [official]


def _add(table: dict[str, Name], name: str, code: str, *, seat: bool = False) -> Name:
    entry = table.setdefault(key(name), Name())
    codes = entry.seats if seat else entry.codes
    if code not in codes:
        codes.append(code)
    return entry


def _add_aliases(table: dict[str, Name]) -> None:
    for alias, code, kind, *rule in rows("places/aliases.tsv"):
        entry = _add(table, alias, code)
        entry.region = entry.region or kind == "region"
        entry.rule = rule[0] if rule else entry.rule
        if alias.isupper() and " " not in alias:
            entry.exact = alias


@cache
def regency_keys(kota: bool) -> dict[str, list[str]]:
    """The keys that name one city (`kota`) or one kabupaten only, by their first letters."""
    found: dict[str, list[str]] = {}
    for name, entry in names().items():
        regencies = [code for code in entry.codes if len(code) == 5 and is_kota(code) == kota]
        if len(regencies) == 1 and entry.exact is None and not entry.region:
            found.setdefault(name[:1], []).append(name)
    return found


@cache
def names() -> dict[str, Name]:
    """Every name of country, provinces and regencies, their aliases and seats, by key."""
    table: dict[str, Name] = {}
    _add(table, "Indonesia", COUNTRY)
    for code, official in _units()[0].items():
        for name in _bare_names(code, official):
            _add(table, name, code)
            if name.startswith("Kepulauan "):
                _add(table, name.replace("Kepulauan", "Kep.", 1), code)
    _add_aliases(table)
    for code, seat, *others in rows("places/seats.tsv"):
        for name in [seat, *(others[0].split(";") if others else ())]:
            entry = table.get(key(name))
            if entry is None or code not in entry.codes:
                _add(table, name, code, seat=True)
    for name, rule, *_ in rows("places/words.tsv"):
        entry = table.get(key(name))
        if entry is not None and rule != "district":
            entry.rule = rule
    return table


@cache
def prefixes() -> frozenset[str]:
    """The beginnings of all names; see `beginnings`."""
    return beginnings(names())


def beginnings(keys: Iterable[str]) -> frozenset[str]:
    """The first letters of keys, one to `HEAD`: most words are turned away by their own first letters."""
    return frozenset(k[:length] for k in keys for length in range(1, HEAD + 1))


@cache
def equals() -> dict[str, list[str]]:
    """Words of district names that stand for each other (IV, Empat, Ampek), by each form."""
    table: dict[str, list[str]] = {}
    for line, *_ in rows("places/equivalents.tsv"):
        forms = line.split(";")
        for form in forms:
            table.setdefault(form, []).extend(f for f in forms if f != form)
    return table


@cache
def _variants() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for code, variant, *_ in rows("places/variants.tsv"):
        table.setdefault(code[:5], []).append((code, variant))
    return table


def _spellings(name: str) -> list[str]:
    """A district's name in all forms of its words: "IV Koto", "Ampek Koto"; "Kota Kudus" also as "Kudus"."""
    found = [name]
    for form, others in equals().items():
        if form in name:
            pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
            found += [pattern.sub(other, n) for n in found for other in others if pattern.search(n)]
    if "(" in name:
        found += [part.strip(" )") for part in name.split("(")]
    return found


@cache
def districts_of(regency: str) -> dict[str, str]:
    """Codes of a regency's districts by key, in all their spellings; empty for an unknown regency.

    Within a regency the name is unique. A current name wins over another's former name, "Pulau Dullah Selatan" is
    Dullah Selatan as well.
    """
    own = _units()[1].get(regency, [])
    table = {key(name): code for code, name in own}
    for code, name in own + _variants().get(regency, []):
        for spelling in _spellings(name):
            table.setdefault(key(spelling), code)
    towns = [(code, name) for code, name in own if name.startswith("Kota ")]
    for code, name in towns:
        table.setdefault(key(name[5:]), code)
    if len(towns) == 1:
        table.setdefault("kota", towns[0][0])
    for code, name in own:
        island = _OF_AN_ISLAND.fullmatch(name)
        if island is not None:
            table.setdefault(key(island[1]), code)
    return table


_OF_AN_ISLAND = re.compile(r"Pulau (\w+ \w.*)")  # "Dullah Selatan", but Pulau Tiga has no shorter name


@cache
def district_index() -> dict[str, list[str]]:
    """Codes of all districts by key; 301 names occur in more than one regency."""
    table: dict[str, list[str]] = {}
    for own in _units()[1].values():
        for code, name in own:
            table.setdefault(key(name), []).append(code)
    for variants in _variants().values():
        for code, name in variants:
            table.setdefault(key(name), [code])
    return table


@cache
def list_only_districts() -> frozenset[str]:
    """Keys of districts that are common words: their bare name counts only beside another district."""
    return frozenset(key(name) for name, *_ in rows("places/words.tsv"))
