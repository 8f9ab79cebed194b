"""Places: names of official units in a text, resolved to codes by rules that state how the press names them.

The order of the rules: contexts in which a name is no place; the kind word ("Kabupaten Kupang", "Pemkot");
the office without kind word ("Disdukcapil Sikka"); one sense per article; the province; the dateline and the
outlet as priors. Where they do not decide, a mention keeps its candidates and the records settle it by
magnitude.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from extractor.reading.capitals import Run, find_runs
from extractor.reading.district_lists import DistrictReader
from extractor.reading.gazetteer import (
    COUNTRY,
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
)
from extractor.reading.magnitude import fits_magnitude, population
from extractor.reading.mentions import PlaceMention
from extractor.reading.outlet_homes import outlet_homes
from extractor.reading.place_datelines import find_dateline, is_capital, prior
from extractor.reading.place_explained import with_explained
from extractor.reading.place_focus import district_subject, scores, subjects
from extractor.reading.place_scan import Candidate, scan, scan_country
from extractor.reading.place_senses import Sense, accepted, matches, resolve
from extractor.reading.place_words import blank_spans, kind_words
from extractor.reading.word_tree import any_of
from extractor.report import Place, PlaceCandidate, PlaceSource

__all__ = [
    "PlaceReading",
    "districts_of",
    "find_places",
    "fits_magnitude",
    "level_of",
    "name_of",
    "parent",
    "population",
    "resolve_place",
    "to_place",
]


@dataclass(slots=True)
class PlaceReading:
    """The places of one article.

    `mentions` are in text order and do not overlap. `main` holds the codes that the article is about, best
    first; `main_source` tells whether the text, the dateline or the outlet says so, `main_decided` whether
    `main[0]` is one unit: a pair of one name, or a capital's dateline, leaves it open. `unresolved` are
    places after a kind word that no table holds ("Desa Sukamaju", `codes` empty): a figure beside one is not
    the regency's.
    """

    mentions: list[PlaceMention] = field(default_factory=list)
    dateline: PlaceMention | None = None
    main: list[str] = field(default_factory=list)
    main_source: str = "text"
    main_decided: bool = True
    unresolved: list[PlaceMention] = field(default_factory=list)


def find_places(
    text: str,
    *,
    blocks: Sequence[tuple[int, int]] | None = None,
    title: tuple[int, int] | None = None,
    outlet: str | None = None,
    year: int | None = None,
) -> PlaceReading:
    """All units that a text names, and which of them it is about.

    `blocks` are the stretches to read (all, if None), `title` the title's, `outlet` a host name, used to tell
    ambiguous names apart and where nothing else names a place. Codes are today's; the `year` of publication
    only tells in which province a unit then lay. Never raises on any text.
    """
    stretches = [(0, len(text))] if blocks is None else sorted(blocks)
    homes = outlet_homes(outlet) if outlet else ()
    runs = find_runs(text, stretches, blank_spans(text))
    found = scan(text, runs)
    candidates, dateline = _with_dateline(text, found.candidates, stretches, title, runs)
    senses = resolve(text, accepted(candidates), homes)
    by_start = {sense.candidate.start: sense.candidate for sense in senses}
    units = [_mention(sense) for sense in senses if sense.level not in ("district", "village")]
    units = _with_country(units, scan_country(text, stretches))
    body = title[1] if title else (stretches[0][0] if stretches else 0)
    ranked = subjects(scores(text, units, by_start, body=body, title=title, year=year))
    sent_from = next((unit for unit in units if unit.source == "dateline"), None) if dateline else None
    about = _district_scope(ranked, sent_from)
    low = DistrictReader(text, runs, found.openings, units, about).read()
    mentions = with_explained(_merged(units, low.mentions), text)
    reading = PlaceReading(mentions, sent_from, unresolved=low.unresolved)
    _set_main(reading, text, ranked, units, homes)
    return reading


def _with_dateline(
    text: str,
    found: list[Candidate],
    blocks: Sequence[tuple[int, int]],
    title: tuple[int, int] | None,
    runs: Sequence[Run],
) -> tuple[list[Candidate], Candidate | None]:
    """The names with the dateline's in its place among them."""
    lines = [block for block in blocks if title is None or block[0] >= title[1]] or blocks
    dateline = find_dateline(text, lines, runs)
    if dateline is None:
        return found, None
    start, end = dateline.head  # an outlet may bear a place's name: "Labuan Bajo, Vox NTT-"
    rest = [c for c in found if c.end <= start or c.start >= end]
    return sorted([*rest, dateline], key=lambda c: c.start), dateline


def _mention(sense: Sense) -> PlaceMention:
    candidate = sense.candidate
    if candidate.dateline:
        return _dateline_mention(sense)
    level = candidate.level or ("country" if sense.codes[:1] == [COUNTRY] else None)
    return PlaceMention(candidate.start, candidate.end, sense.codes, sense.decided, kind=level)


def _dateline_mention(sense: Sense) -> PlaceMention:
    """A dateline from a provincial capital leaves open whether the province is meant."""
    candidate, codes, decided = sense.candidate, sense.codes, sense.decided
    if candidate.level:  # "KAB. TANGERANG - Wajib KTP 2.250.000" names whose number follows
        return PlaceMention(candidate.start, candidate.end, codes, decided, candidate.level, "dateline")
    if any(is_capital(code) for code in codes):
        wide, _ = prior(codes)
        codes, decided = wide + [code for code in codes if code not in wide], False
    return PlaceMention(candidate.start, candidate.end, codes, decided, source="dateline")


def _with_country(units: list[PlaceMention], spans: Sequence[tuple[int, int]]) -> list[PlaceMention]:
    if not spans:
        return units
    taken = [(unit.start, unit.end) for unit in units]
    new = [
        PlaceMention(start, end, [COUNTRY], True, kind="country")
        for start, end in spans
        if all(end <= first or last <= start for first, last in taken)
    ]
    return sorted(units + new, key=lambda unit: unit.start)


def _district_scope(ranked: Sequence[str], dateline: PlaceMention | None) -> list[str]:
    """Regencies inside which districts are looked for by bare name."""
    scope = [code for code in ranked if len(code) == 5]
    if dateline is not None and (not ranked or not scope):
        scope += [code for code in dateline.codes if len(code) == 5 and not is_capital(code)]
    return list(dict.fromkeys(scope))


def _merged(units: Sequence[PlaceMention], districts: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Both in text order; where they overlap the district stands, being the longer or the listed reading."""
    merged: list[PlaceMention] = []
    ordered = sorted([*districts, *units], key=lambda m: (m.start, m.kind != "district"))
    for mention in ordered:
        if not merged or mention.start >= merged[-1].end:
            merged.append(mention)
        elif mention.kind == "district" and merged[-1].kind != "district":
            merged[-1] = mention
    return merged


def _set_main(
    reading: PlaceReading,
    text: str,
    ranked: list[str],
    units: Sequence[PlaceMention],
    homes: Sequence[str],
) -> None:
    in_text = [unit for unit in units if unit.source == "text"]
    if ranked and in_text:
        reading.main = ranked
        said = any(unit.decided and unit.codes[0] == ranked[0] for unit in in_text)
        reading.main_decided = said or ranked[0] == COUNTRY
    elif reading.dateline is not None:
        reading.main, reading.main_decided = prior(reading.dateline.codes)
        reading.main_source = "dateline"
    elif len(homes) == 1:
        reading.main, reading.main_source = list(homes), "outlet"
    district = district_subject(text, reading.mentions)
    if district is not None:
        regency = parent(district)
        rest = [code for code in reading.main if code != regency]
        reading.main = [district, *([regency] if regency else []), *rest]
        reading.main_source, reading.main_decided = "text", True


def _candidate(code: str) -> PlaceCandidate:
    return PlaceCandidate(code=code, name=name_of(code), level=level_of(code), province=province_name(code))


def to_place(codes: str | Sequence[str], source: PlaceSource | None) -> Place:
    """The report's place for one code, or the undecided one of several. Raises KeyError for unknown codes."""
    several = [codes] if isinstance(codes, str) else list(dict.fromkeys(codes))
    if len(several) == 1:
        code = several[0]
        province = province_name(code)
        return Place(code=code, name=name_of(code), level=level_of(code), province=province, source=source)
    found = [_candidate(code) for code in several]
    levels = {candidate.level for candidate in found}
    shared = {candidate.province for candidate in found}
    return Place(
        code=None,
        name=None,
        level=levels.pop() if len(levels) == 1 else None,
        province=shared.pop() if len(shared) == 1 else None,
        source=source,
        candidates=found,
    )


_FILLER = re.compile(r"(?i:\b(?:administrasi|adm\.?)\s+)")


def resolve_place(name: str) -> Place | None:
    """The official unit that a name or code means, in any case and spelling.

    Several units give an undecided place with its candidates, nothing known gives None. A parent after a
    comma narrows ("Kecamatan Jaten, Karanganyar").
    """
    wanted = _FILLER.sub("", " ".join(unicodedata.normalize("NFKC", name).split()))
    if re.fullmatch(r"\d\d(?:\.\d\d){0,2}|ID", wanted):
        return to_place(wanted, None) if known(wanted) else None
    own, _, above = wanted.partition(",")
    codes = _codes_of(own.strip())
    if above.strip():
        parents = set(_codes_of(above.strip()))
        codes = [code for code in codes if any(code.startswith(up + ".") for up in parents)] or codes
    return to_place(codes, None) if codes else None


@cache
def _kind_first() -> re.Pattern[str]:
    """A kind word before a name: "Kabupaten", "Kec.", "Kapanewon"."""
    named = [
        word.rstrip(".")
        for word, kind in kind_words().items()
        if kind.level in _KINDS and kind.role == "name"
    ]
    return re.compile(rf"(?i:({any_of(dict.fromkeys(named))})\b\.?) +")


_KINDS = frozenset({"province", "kabupaten", "kota", "district"})


def _codes_of(name: str) -> list[str]:
    kind = _kind_first().match(name)
    word = kind_words().get(kind.group(1).lower()) if kind else None
    rest = name[kind.end() :] if kind else name
    if word is not None and word.level == "district":
        return list(district_index().get(key(rest), []))
    whole = names().get(key(name))
    entry = names().get(key(rest))
    if word is None or entry is None:
        entry, level = whole or entry, ""
    else:
        level = word.level
        if whole is not None and whole.codes and not any(matches(code, level) for code in entry.codes):
            entry, level = whole, ""
    if entry is None:
        return list(district_index().get(key(name), []))
    if entry.region:
        return []
    fitting = [code for code in entry.codes if matches(code, level)] if level else entry.codes
    return fitting or _town(entry.seats, entry.codes, level)


def _town(seats: Sequence[str], codes: Sequence[str], level: str) -> list[str]:
    """Regencies of a seat; "Kota Kudus" is the town of Kabupaten Kudus."""
    if level == "kota":
        return [code for code in codes if not is_kota(code) and len(code) == 5] or list(seats)
    return list(seats)
