"""Counts far too small to be what they are called for their place: they are of a part of it, or of a few days.

"Dari 581 wajib KTP di dusun itu …" under a regency's dateline is not the regency's wajib KTP, and "kami berhasil
merekam 1.183 warga" is not all who are recorded there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from extractor.linking.figures import LinkedFigure
from extractor.reading.mentions import Number
from extractor.reading.places import population
from extractor.reading.wording import any_of
from extractor.report import Place

# Of 366 annotated wajib KTP of regencies and provinces one lay below a third of the population.
_OBLIGED = 30  # percent
# All who are recorded are more, but in the highlands of Papua; of fewer the press tells by days and villages.
_RECORDED = 2  # percent
_STOCK = 40  # percent: "sepanjang 2017 yang merekam 415.671 orang" are all who ever did
_PARTS = frozenset({"recorded", "unrecorded", "owned", "not_owned"})
_LEAST_PART = 20  # percent of the whole; less is told of somebody else
_NEAR = 1  # paragraphs


def settle_by_size(figures: Sequence[LinkedFigure], text: str) -> None:
    """Takes back what the population of a figure's place rules out.

    Wajib KTP without parts of theirs beside them count somebody else: those of the same number elsewhere in the
    article, or others. With their parts, and hardly any, they are of a smaller place that was not read: all lose
    theirs. Recorded people too few to be all are those recorded of late, or those whose card is still to be made.
    Persons as many as live there, and not told as others by strong words, are all who do; but nobody tells the
    percentage of all.
    """
    for figure in figures:
        if _weakly_told(figure) and _everyone(figure) and not _has_share(figure, figures):
            _rename(figure, "population")
    for figure in [f for f in figures if f.indicator == "wktp"]:
        if _below(figure, _OBLIGED):
            parts = _parts(figure, figures)
            if any(other.whole == figure.id for other in figures):
                continue  # "dari 616.086 wajib KTP, 6.528.688 sudah merekam": misprinted, for the checks to tell
            if not parts:
                _rename(figure, _same_number(figure, figures) or "other")
            elif _below(figure, _RECORDED):
                for member in (figure, *parts):
                    member.place = None
    for figure in [f for f in figures if f.indicator == "added" and not f.percent]:
        people = _people(figure)
        if people is not None and 100 * figure.quantity.value >= _STOCK * people:
            _rename(figure, "recorded")
    for figure in [f for f in figures if f.indicator == "recorded"]:
        if figure.whole is None and _below(figure, _RECORDED) and not _beside_lacking(figure, figures):
            _rename(figure, "unprinted" if _IN_WORK.search(text, *figure.sentence) else "added")


def _beside_lacking(figure: LinkedFigure, figures: Sequence[LinkedFigure]) -> bool:
    """Whether those who lack are told in the same breath: "yang sudah 66.268 orang dan yang belum 43.285 orang"."""
    return figure.construction == "cue-before-count" and any(
        f.indicator in _LACKING
        and not f.percent
        and f.sentence == figure.sentence
        and f.place == figure.place
        for f in figures
    )


# their cards are not yet made: "969 warga yang sudah direkam masih diproses"
_IN_WORK = re.compile(
    rf"""(?<![^\W_])(?:{any_of("not yet made")}
        |{any_of("still to be")}\s+(?:{any_of("in process")}\s+)*{any_of("in work")})(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)


def _weakly_told(figure: LinkedFigure) -> bool:
    """Whether a count of persons may well count something else than it is read as."""
    if figure.quantity.unit in _OF_NO_PERSONS or figure.whole is not None:
        return False
    return figure.indicator in _FEW_OF_ALL or (
        figure.construction in _BARE and figure.indicator not in _NEARLY_ALL
    )


def _everyone(figure: LinkedFigure) -> bool:
    """Whether a count is about that of the people of its place."""
    value = figure.quantity.value
    people = _people(figure) if value >= _TELLING else None
    return people is not None and _EVERYONE[0] * people <= 100 * value <= _EVERYONE[1] * people


# Of 1.500 annotated counts of others than these one lies so near the people of its place, of 211 populations 184.
_EVERYONE = 80, 120  # percent
_OF_NO_PERSONS = frozenset({"cards", "percent"})
_NEARLY_ALL = frozenset({"wktp", "population", "target"})
_FEW_OF_ALL = frozenset({"suket", "not_owned", "unrecorded", "first_voters"})
_BARE = frozenset({"list", "unlinked", "nearest", "announced"})
_TELLING = 1000


def _has_share(figure: LinkedFigure, figures: Sequence[LinkedFigure]) -> bool:
    """Whether a percentage restates a count: "847.223 orang (97,55 persen)"."""
    return any(other.apposed == figure.id and other.percent for other in figures)


def _rename(figure: LinkedFigure, indicator: str) -> None:
    figure.indicator, figure.construction = indicator, "size"


def _below(figure: LinkedFigure, least: int) -> bool:
    """Whether a count is less than that percentage of the people of its place, as far as they are known."""
    people = None if figure.percent else _people(figure)
    return people is not None and 100 * figure.quantity.high < least * people


def _people(figure: LinkedFigure) -> int | None:
    """The people of a figure's place at its date, as far as both are known."""
    if figure.place is None or figure.place.code is None:
        return None
    start = figure.as_of.start if figure.as_of is not None else None
    return population(figure.place.code, start.year if start is not None else None)


def _parts(whole: LinkedFigure, figures: Sequence[LinkedFigure]) -> list[LinkedFigure]:
    """The recorded and unrecorded beside it that can be parts of it."""
    place = whole.place.code if whole.place is not None else None
    return [
        figure
        for figure in figures
        if figure.indicator in _PARTS
        and not figure.percent
        and abs(figure.paragraph - whole.paragraph) <= _NEAR
        and figure.place is not None
        and figure.place.code == place
        and _LEAST_PART * whole.quantity.value <= 100 * figure.quantity.value
        and figure.quantity.value < whole.quantity.value
    ]


def _same_number(figure: LinkedFigure, figures: Sequence[LinkedFigure]) -> str | None:
    """What the same number counts elsewhere in the article."""
    found = (
        f.indicator for f in figures if f.quantity.value == figure.quantity.value and f.indicator in _PARTS
    )
    return next(found, None)


_EXACT = 100  # smaller differences are equal by chance, and so are round thousands


def settle_by_sums(figures: Sequence[LinkedFigure], text: str) -> None:
    """Moves those who lack to the one place where they are what the recorded leave of the wajib KTP.

    "3.098 orang belum" lies where 240.398 wajib KTP and 237.300 recorded do, whatever place the passage is about,
    but not away from the one place that its sentence names.
    """
    lacking = [f for f in figures if f.indicator in _LACKING and not f.percent and _exact(f.quantity.value)]
    left = _left_over(figures, {f.quantity.value for f in lacking}) if lacking else {}
    for figure in lacking:
        places = left.get(figure.quantity.value, [])
        if len(places) == 1 and not figure.shared and not _holds(figure, places[0], text):
            figure.place = places[0]


def _holds(figure: LinkedFigure, other: Place | None, text: str) -> bool:
    """Whether the sentence of a figure names its place, and not the other one."""
    if other is None or not other.name or figure.place is None or not figure.place.name:
        return False
    sentence = text[slice(*figure.sentence)].lower()
    return _last_word(figure.place.name) in sentence and _last_word(other.name) not in sentence


def _last_word(name: str) -> str:
    """That by which a place differs from its neighbours: "Kecamatan Tegal Timur", "Kecamatan Tegal Barat"."""
    return name.rsplit(maxsplit=1)[-1].lower()


_LACKING = frozenset({"unrecorded", "not_owned"})
_DONE = frozenset({"recorded", "owned"})


def _exact(value: Number) -> bool:
    return value >= _EXACT and value % 1000 != 0


def _left_over(figures: Sequence[LinkedFigure], wanted: Set[Number]) -> dict[Number, list[Place | None]]:
    """The places where the recorded or owned leave one of the `wanted` counts of the wajib KTP, by that count."""
    left: dict[Number, list[Place | None]] = {}
    parts = [(f.quantity.value, f.place) for f in figures if f.indicator in _DONE and not f.percent]
    for whole in figures if parts else ():
        if whole.indicator != "wktp" or whole.percent:
            continue
        for part, place in parts:
            rest = whole.quantity.value - part
            if rest in wanted and (place is whole.place or place == whole.place):  # comparing is slow
                places = left.setdefault(rest, [])
                if place not in places:
                    places.append(place)
    return left
