"""Figures of places inside each other and beside each other: parts over their whole (EK302), twins (EK303)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from extractor.checking.asides import set_aside
from extractor.checking.cells import Cell, Value, doubtful
from extractor.checking.described import Wording
from extractor.checking.equations import loosely
from extractor.checking.identities import identities
from extractor.checking.intervals import Interval, Number
from extractor.checking.notation import count
from extractor.checking.rule import Matter, Observation, Rule
from extractor.checking.rules import unseen
from extractor.checking.rules.areas import complete, lists
from extractor.checking.timing import Relation
from extractor.checking.totals import Total
from extractor.checking.weight import distance, relation
from extractor.linking.figures import LinkedFigure
from extractor.messages import say
from extractor.reading.gazetteer import name_of

_LONGEST = 6  # paragraphs from the whole to its last part
_LEAST = 10_000  # smaller numbers are the same by chance


def _exceeding(matter: Matter) -> Iterator[Observation]:
    for cell in matter.cells:
        if cell.place in matter.below:
            for indicator, listed in lists(matter, cell).items():
                if listed and indicator in identities().repeated:
                    yield from _over_whole(matter, cell, indicator, listed)


def _over_whole(
    matter: Matter, cell: Cell, indicator: str, found: list[list[Value]]
) -> Iterator[Observation]:
    """The parts that are larger than every count told of the whole, one alone or all that are listed."""
    listed = [values[0] for values in found if len(values) == 1]
    if sum([part.interval.low for part in listed]) <= max([v.interval.high for v in cell.counted[indicator]]):
        return
    wholes = [v for v in (*cell.values, *cell.others) if v.indicator == indicator and not v.percent]
    largest = max(wholes, key=lambda v: v.loose().high)
    listed = [part for part in listed if _of_one_list(matter, largest, part)]
    if not listed or any(largest.first.quantity.start > part.first.quantity.start for part in listed):
        return  # a figure told inside the list is one of the parts, whatever place it was given
    single = max(listed, key=lambda v: v.interval.low)
    chosen = [single] if _over(single.loose(), largest) else listed
    total = Total(largest, tuple(chosen))
    if len(chosen) > 1 and complete(matter, cell.place, len(listed)):
        return  # the rule for complete lists tells it
    if _over(total.total(loosely), largest):
        yield _observation(total, cell.place)


def _over(told: Interval, whole: Value) -> bool:
    """Whether something is larger than a whole, though of its size: far beyond, something else is counted."""
    return told.low > whole.loose().high and told.near(whole.interval)


def _of_one_list(matter: Matter, whole: Value, part: Value) -> bool:
    """Whether both tell of one time, close by, and no words set either of them apart."""
    if doubtful(part) or doubtful(whole) or set_aside(matter.text, part) or set_aside(matter.text, whole):
        return False
    near = distance(whole, part) <= _LONGEST
    return near and relation(matter.timing, whole, part) is Relation.SAME


def _observation(total: Total, place: str) -> Observation:
    figures = tuple(value.first for value in (total.whole, *total.parts))
    message = partial(_say, total=total, place=name_of(place))
    lines = partial(_lines, total)
    return Observation("EK302", "note", figures, message, lines)


def _say(lang: str, *, total: Total, place: str) -> str:
    if len(total.parts) == 1:
        return say("area-exceeds", lang, part=total.parts[0].shown(), whole=total.whole.shown(), place=place)
    return say("areas-exceed", lang, parts=len(total.parts), whole=total.whole.shown(), place=place)


def _lines(total: Total, lang: str) -> list[str]:
    line = total.line(lang)
    return [line] if line is not None and len(total.parts) > 1 else []


def _twins(matter: Matter) -> Iterator[Observation]:
    if len(matter.cells) < 2:
        return
    known: dict[tuple[str, Number], Value] = {}
    told: set[Number] = set()
    for cell in matter.cells:
        for indicator, values in cell.counted.items():
            for value in values:
                if value.number >= _LEAST:
                    twin = known.setdefault((indicator, value.number), value)
                    if twin is not value and value.number not in told and _strange(twin, value):
                        told.add(value.number)
                        yield _twin(twin.first, value.first)


def _strange(one: Value, other: Value) -> bool:
    """Whether two values are of places of which neither holds the other, full digits told in two sentences."""
    if not one.interval.exact or one.bare or doubtful(one) or doubtful(other):
        return False
    a, b = one.first, other.first
    if a.place is None or b.place is None or a.sentence == b.sentence:
        return False
    first, second = a.place.code or "", b.place.code or ""
    return len(first) == len(second) and first != second


def _twin(a: LinkedFigure, b: LinkedFigure) -> Observation:
    assert a.place is not None
    assert b.place is not None
    first, second = sorted((a, b), key=lambda f: f.quantity.start)
    slots = {"value": count(int(a.quantity.value)), "a": _name(first), "b": _name(second)}
    return Observation("EK303", "note", (second, first), partial(say, "copied-place", **slots))


def _name(figure: LinkedFigure) -> str:
    return (figure.place.name if figure.place is not None else None) or ""


_BLITAR = "Perekaman di Blitar\n\nBLITAR - "
_SULSEL = "Perekaman di Sulawesi Selatan\n\nMAKASSAR - "
_TWO = "Di Kabupaten Gowa sudah 512.408 orang merekam e-KTP.\n\nDi Kabupaten Maros sudah {maros} orang merekam e-KTP."

AREA_EXCEEDS = Rule(
    code="EK302",
    name="area-exceeds",
    severity="note",
    summary="parts of a place are larger than the place",
    explanation=(
        "A district has more people of a kind than the text tells of its regency, or the districts that it lists "
        "have together, though some are missing. The same for the regencies of a province. " + unseen.ENGLISH
    ),
    silence=(
        "Where any figure told of the whole is large enough; where the whole is told after the first part, or far "
        "from it, or so much smaller that it counts something else; where the dates differ; where the list is "
        "complete, which another rule tells."
    ),
    fires=(
        _BLITAR
        + "Warga Kota Blitar yang belum merekam e-KTP 2.940 orang. Di antaranya Kecamatan Sukorejo 1.861 "
        "orang dan Kecamatan Kepanjenkidul 1.134 orang.",
        _BLITAR
        + "Warga Kota Blitar yang belum merekam e-KTP 2.940 orang. Kecamatan Sukorejo paling banyak, yang "
        "belum merekam e-KTP 3.861 orang.",
    ),
    silent=(
        _BLITAR
        + "Warga Kota Blitar yang belum merekam e-KTP 2.940 orang. Di antaranya Kecamatan Sukorejo 861 "
        "orang dan Kecamatan Kepanjenkidul 1.034 orang.",
        _BLITAR
        + "Warga Kota Blitar yang belum merekam e-KTP sekitar 2.900 orang. Di antaranya Kecamatan Sukorejo "
        "1.861 orang dan Kecamatan Kepanjenkidul 1.134 orang.",
        _BLITAR
        + "Per 1 Maret 2019 warga Kota Blitar yang belum merekam e-KTP 2.940 orang. Per 1 Maret 2018 di "
        "Kecamatan Sukorejo 3.861 orang belum merekam e-KTP.",
    ),
    check=_exceeding,
    indonesian=Wording(
        summary="bagian suatu daerah lebih besar daripada daerah itu",
        explanation=(
            "Suatu kecamatan punya lebih banyak orang daripada yang disebut untuk kabupatennya, atau kecamatan yang "
            "disebut bersama-sama, padahal belum semua. Begitu pula kabupaten dalam provinsi. "
            + unseen.INDONESIAN
        ),
        silence=(
            "Bila ada angka untuk keseluruhan yang cukup besar; bila keseluruhan disebut setelah bagian pertama, "
            "jauh darinya, atau terlalu kecil untuk hal yang sama; bila tanggalnya berbeda; bila daftarnya lengkap, "
            "yang ditandai aturan lain."
        ),
    ),
)

TWINS = Rule(
    code="EK303",
    name="twin-figures",
    severity="note",
    summary="two places have the same full digits",
    explanation=(
        "The same count of five digits or more is told of two places, which hardly happens by chance: one may be "
        "copied from the other. " + unseen.ENGLISH
    ),
    silence=(
        "On numbers under 10.000 and round ones; where one place lies in the other, or one sentence tells both; "
        "where two things are counted."
    ),
    fires=(
        _SULSEL + _TWO.format(maros="512.408"),
        _SULSEL + "Warga Kecamatan Panakkukang yang sudah merekam e-KTP 101.337 orang.\n\nWarga Kecamatan "
        "Tamalate yang sudah merekam e-KTP 101.337 orang.",
    ),
    silent=(
        _SULSEL + _TWO.format(maros="512.480"),
        _SULSEL
        + "Di Kabupaten Gowa 1.408 orang belum merekam e-KTP.\n\nDi Kabupaten Maros 1.408 orang belum "
        "merekam e-KTP.",
        _SULSEL
        + "Di Kabupaten Gowa sudah 510.000 orang merekam e-KTP.\n\nDi Kabupaten Maros sudah 510.000 orang "
        "merekam e-KTP.",
        _SULSEL + "Di Kabupaten Gowa dan Kabupaten Maros sudah masing-masing 512.408 orang merekam e-KTP.",
    ),
    check=_twins,
    indonesian=Wording(
        summary="dua daerah punya angka lengkap yang sama",
        explanation=(
            "Jumlah lima digit atau lebih yang sama disebut untuk dua daerah, yang hampir tidak mungkin kebetulan: "
            "mungkin yang satu disalin dari yang lain. " + unseen.INDONESIAN
        ),
        silence=(
            "Pada angka di bawah 10.000 dan angka bulat; bila daerah yang satu di dalam yang lain, atau satu kalimat "
            "menyebut keduanya; bila yang dihitung dua hal."
        ),
    ),
)

RULES = (AREA_EXCEEDS, TWINS)
