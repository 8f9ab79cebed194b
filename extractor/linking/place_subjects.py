"""Places that a figure can be about, and those that only tell where somebody spoke, went or holds an office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.reading.gazetteer import COUNTRY
from extractor.reading.magnitude import province_of
from extractor.reading.mentions import PlaceMention
from extractor.reading.wording import any_of, signs


def subjects_only(places: Sequence[PlaceMention], text: str, main: Sequence[str] = ()) -> list[PlaceMention]:
    """Places that a figure can be about: no dateline, no province after its regency, no speaker's other office.

    Nor one that the place in `main` is only compared within, or that lies off it.
    """
    kept: list[PlaceMention] = []
    explained = ""  # code of the wider unit that only explains the last place kept
    edge = 0  # where the last place ends, kept or explaining: "Jaten, Kabupaten Karanganyar, Jawa Tengah"
    for place in places:
        if (
            (place.source == "dateline" and place.kind is None)
            or _spoken_at(place, text)
            or (kept and _inset(kept[-1], place, text))
            or _compared_within(place, text, main, kept)
            or _gone_to(place, text, main)
            or _outside(place, text)
            or _describing(place, text)
            or _ranging(place, text)
            or _of_other_office(place, text)
            or _of_the_source(place, text, main, places)
        ):
            continue
        if kept and place.decided and kept[-1].decided:
            between = text[edge : place.start]
            whole = within(kept[-1].codes[0], place.codes[0])
            # "Bolmong Sulawesi Utara (Sulut)", "Hulu Sungai Tengah (HST) Kalimantan Selatan"
            named = place.codes[0] == explained or _RIGHT_BEHIND.fullmatch(between) is not None
            if whole and (named or _APPOSED.fullmatch(between)):
                explained, edge = place.codes[0], place.end
                continue
        kept.append(place)
        explained, edge = "", place.end
    return kept


def _compared_within(
    place: PlaceMention, text: str, main: Sequence[str], before: Sequence[PlaceMention]
) -> bool:
    """Whether a wider place only sets off the article's own, or one `before` it: "tertinggi secara nasional"."""
    if not place.decided:
        return False
    last = before[-1] if before else None
    off_the_last = last is not None and last.decided and within(last.codes[0], place.codes[0])
    if not off_the_last and not (main and within(main[0], place.codes[0])):
        return False
    return _RANKED.search(text, max(0, place.start - 60), place.start) is not None


def _gone_to(place: PlaceMention, text: str, main: Sequence[str]) -> bool:
    """Whether the place is only where somebody or something went, or where cards are made."""
    first = max(0, place.start - 24)
    if not text[first : place.start].rstrip().lower().endswith(("ke", "di", "dari")):
        return False
    return _JOURNEY.search(text, first, place.start) is not None or _destination(place, text, main)


def _destination(place: PlaceMention, text: str, main: Sequence[str]) -> bool:
    """Whether a place off the article's own is only where somebody went: "yang ke Jakarta guna meminta blangko"."""
    if not main or not place.decided or _TO.search(text, max(0, place.start - 4), place.start) is None:
        return False
    return not (place.codes[0] == main[0] or within(place.codes[0], main[0]))


_TO = re.compile(r"(?<![^\W_])ke\s+$", re.IGNORECASE)
_RANKED = re.compile(
    rf"""(?<![^\W_])(?:{any_of("ranking")}|paling\s+[^\W\d]+)(?:\s+[^\W\d_]+)?\s*[^.,;:\d]{{0,24}}$""",
    re.IGNORECASE,
)


# where something or somebody went, or where cards are made: "dijemput ke Jakarta 500 keping"
_JOURNEY = re.compile(
    rf"""(?<![^\W_])(?:{any_of("going")}\s+ke|{any_of("made or met")}\s+di
        |{any_of("coming")}\s+(?:[a-z]+\s+)?dari)\s+$""",
    re.VERBOSE | re.IGNORECASE,
)


def _describing(place: PlaceMention, text: str) -> bool:
    """Whether the place only describes another: "kabupaten pecahan Donggala tersebut", "di ujung barat Aceh itu"."""
    first = max(0, place.start - _DESCRIBED_WITHIN)
    superlative = text.find(" ter", first, place.start) >= 0 or text.find("paling", first, place.start) >= 0
    if superlative and _FARTHEST.search(text, first, place.start):
        return True
    if _THAT.match(text, place.end) is None:
        return False
    return _WHICH_ONE.search(text, first, place.start) is not None


# "realisasi di wilayah terutara Indonesia", "kecamatan terpadat di Klaten"
_FARTHEST = re.compile(
    rf"(?<![^\W_]){any_of('described kinds')}\s+(?:ter[a-z]+|paling\s+[a-z]+)\s+(?:di\s+)?$"
)
_DESCRIBED_WITHIN = 60  # characters
_THAT = re.compile(rf"\s+{any_of('that', 'just told', 'this')}(?![^\W_])", re.IGNORECASE)
_WHICH_ONE = re.compile(rf"(?<![^\W_]){any_of('described kinds')}\s+(?:[a-z][^\W\d_]*\s+){{1,6}}$")


def _ranging(place: PlaceMention, text: str) -> bool:
    """Whether the place is one end of a stretch: "dengan wilayah dari Sanggar sampai Langgudu"."""
    lead = max(0, place.start - _STRETCH)
    if text.find("ari ", lead, place.start) < 0:
        return False  # most places
    if _AS_FAR_AS.match(text, place.end) and _FROM.search(text, lead, place.start):
        return True
    return _FROM_THERE.search(text, lead, place.start) is not None


_STRETCH = 48  # characters
_FROM = re.compile(r"(?<![^\W_])[Dd]ari\s+(?:Kecamatan\s+)?$")
_AS_FAR_AS = re.compile(rf"\s+{any_of('as far as')}\s+[A-Z]")
_FROM_THERE = re.compile(
    rf"(?<![^\W_])[Dd]ari(?:\s+[A-Z][\w-]*){{1,4}}\s+{any_of('as far as')}\s+(?:Kecamatan\s+)?$"
)


def headed(places: Sequence[PlaceMention], text: str) -> PlaceMention | None:
    """The place whose head the sentence tells of: "Camat Wedi mengeluh, warganya banyak di Jakarta"."""
    if not any(
        map(text[max(0, places[0].start - _HEAD_REACH) : places[-1].end].lower().__contains__, _HEAD_SIGNS)
    ):
        return None  # most sentences
    return next(
        (p for p in places if _HEAD_OF.search(text, max(0, p.start - _HEAD_REACH), p.start + 1)), None
    )


_HEAD_REACH = 20  # characters
_HEAD_SIGNS = signs("heads of districts")
_HEAD_OF = re.compile(rf"(?<![^\W_]){any_of('heads of districts')}\s+\w?$", re.IGNORECASE)


def _outside(place: PlaceMention, text: str) -> bool:
    """Whether only what lies around the place is meant: "warga yang bekerja di luar Klaten"."""
    return text[max(0, place.start - 5) : place.start].lower() == "luar "


def _of_other_office(place: PlaceMention, text: str) -> bool:
    """Whether a place belongs to another office of the speaker: "yang juga Ketua KPU Kudus", "mantan Camat Gebog"."""
    first = max(0, place.start - 60)
    lead = text[first : place.start]
    if not any(map(lead.__contains__, _SIDELINE_SIGNS)):
        return False
    return _SIDELINE.search(text, first, place.start) is not None


def _of_the_source(
    place: PlaceMention, text: str, main: Sequence[str], places: Sequence[PlaceMention]
) -> bool:
    """Whether a wider place is of the office that gave the number: "menurut data KPU Lampung berjumlah 85.339"."""
    if not place.decided:
        return False
    lead = text[max(0, place.start - _OFFICE_REACH) : place.start]
    office = any(map(lead.__contains__, _OFFICE_SIGNS)) and _SOURCE.search(
        text, max(0, place.start - 60), place.start
    )
    if not office and not _handed_on(place, text):
        return False
    named = [*main[:_FEW], *(each.codes[0] for each in places[:_FEW] if each.decided)]
    return any(within(code, place.codes[0]) for code in named)


_OFFICE_REACH = 22  # characters before a place in which its office stands
_OFFICE_SIGNS = (*signs("giving offices"), "capil")  # one of them stands wherever `_SOURCE` matches
_FEW = 20  # places of a sentence that are looked at


_SOURCE = re.compile(
    rf"(?<![^\W_]){any_of('given by')}\s+(?:{any_of('given from')}\s+)?"
    rf"(?:{any_of('giving offices')}|D[^\W_]{{0,12}}capil)\s+(?:Provinsi\s+|Prov\.?\s+)?$"
)


def _handed_on(place: PlaceMention, text: str) -> bool:
    """Whether a place only handed the data on: "data warga Gresik dari Provinsi Jawa Timur yang diterima dinas"."""
    if not text.startswith(" yang", place.end) or _GIVEN.match(text, place.end) is None:
        return False
    return _DATA_FROM.search(text, max(0, place.start - 60), place.start) is not None


_GIVEN = re.compile(rf"\s+yang\s+{any_of('handed on')}(?![^\W_])", re.IGNORECASE)
_DATA_FROM = re.compile(r"(?<![^\W_])data\s[^.,;:\d]{0,40}dari\s+(?:Provinsi\s+)?$", re.IGNORECASE)


def _inset(before: PlaceMention, place: PlaceMention, text: str) -> bool:
    """Whether a place stands in a clause set behind another: "Kateman, yang bertetangga dengan Batam, 27.005"."""
    return (
        text[place.end : place.end + 1] == ","
        and _CLAUSE.fullmatch(text, before.end, place.start) is not None
    )


_CLAUSE = re.compile(r",\s+yang\s+(?:[^\W\d_]+\s+){1,5}", re.IGNORECASE)


def _spoken_at(place: PlaceMention, text: str) -> bool:
    """Whether the place only tells where someone spoke: "ujar dia di Sampit, Selasa"."""
    return (
        _THEN_DAY.match(text, place.end) is not None
        and _SPOKEN_AT.search(text, max(0, place.start - 40), place.start) is not None
    )


_SPOKEN_AT = re.compile(
    rf"(?<![^\W_]){any_of('spoken at')}\s+(?:{any_of('kind before a name', 'province before a name')}\s+)?$"
)
_THEN_DAY = re.compile(
    rf"""\s*(?:,|\()\s*(?:hari\s+)?{any_of("days of speaking")}
        |\s+(?:{any_of("spoken lately")}|{any_of("weeks and months")}\s+{any_of("this or last")})(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)


def within(code: str, other: str) -> bool:
    """Whether a unit lies in `other`, or lay before its province was split; in the country all do."""
    if other == COUNTRY or code.startswith(other + "."):
        return True
    return len(other) == _PROVINCE and len(code) > _PROVINCE and province_of(code, _EVER) == other


_PROVINCE = 2  # digits of its code
_EVER = 0  # before any split


_RIGHT_BEHIND = re.compile(r"\)?\s+(?:\([^()]{2,12}\)\s+)?")
_APPOSED = re.compile(  # "Kabupaten Polewali Mandar (Polman), Sulawesi Barat", "Kecamatan Paloh di Kabupaten Sambas"
    r"\s*(?:\([^()]{2,12}\)\s*|\)\s*)?"
    rf"(?:\s*di\s+|(?:,|\()\s*(?:(?:[A-Z][\w-]*\s*,\s*)|Provinsi\s+|Prov\.?\s+)?|yang\s+{any_of('lying in')}\s+)"
)
_SIDELINE_SIGNS = ("juga", *signs("former"))  # one of them stands wherever `_SIDELINE` matches
_SIDELINE = re.compile(rf"(?<![^\W_])(?:yang\s+juga|{any_of('former')})(?:\s+[A-Z][\w.-]*){{1,5}}\s+$")
