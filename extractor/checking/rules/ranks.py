"""A place that the words put first or last, against what the text lists of others (EK304)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from extractor.checking.cells import Cell
from extractor.checking.described import Wording
from extractor.checking.identities import listed_words, words
from extractor.checking.notation import shown
from extractor.checking.rule import Matter, Observation, Rule
from extractor.checking.rules import unseen
from extractor.checking.timing import Relation
from extractor.linking.figures import LinkedFigure
from extractor.messages import say

_LEAD = 80  # code points from a superlative to its figure
_BEFORE = 40
_BESIDE = 40  # code points between two forms of one count
_FEWEST = 2  # figures of other places: fewer are no list


def _check(matter: Matter) -> Iterator[Observation]:
    text, tails = matter.text, _tails()
    for neighbours in matter.below.values():
        if len(neighbours) <= _FEWEST:
            continue
        for value in [value for cell in neighbours for value in cell.values]:
            for figure in value.figures:
                start = max(figure.sentence[0], figure.quantity.start - _LEAD)
                lead = text[start : figure.quantity.start]
                for tail in tails:
                    if tail in lead:
                        yield from _ranked(matter, neighbours, figure, start + lead.rindex(tail) - 1)


def _ranked(
    matter: Matter, neighbours: list[Cell], figure: LinkedFigure, place: int
) -> Iterator[Observation]:
    """What goes beyond the figure that a superlative, which begins at `place`, may put first."""
    highest = _put_first(matter.text[place : figure.quantity.start].lower(), figure)
    if highest is None:
        return
    beaten = _beaten(matter, neighbours, figure, highest=highest)
    if beaten is None or _shared(matter, place, figure):
        return
    # the count may be told of the place with the highest percentage
    others = _other_forms(matter, figure)
    if all(_beaten(matter, neighbours, form, highest=highest) is not None for form in others):
        yield _observation(figure, beaten, highest=highest)


@cache
def _tails() -> tuple[str, ...]:
    """What of each superlative is the same at a sentence's beginning."""
    return tuple(dict.fromkeys(word.split()[0][1:] for word, _ in _superlatives()))


@cache
def _superlatives() -> tuple[tuple[str, bool], ...]:
    """All superlatives, and whether they are of the highest."""
    return tuple((word, name == "highest") for name in ("highest", "lowest") for word in listed_words(name))


@cache
def _between() -> frozenset[str]:
    return frozenset(listed_words("leads-to-place"))


def _put_first(told: str, figure: LinkedFigure) -> bool | None:
    """Whether the words up to the figure put its own place first, as highest (True) or lowest; else None.

    They are a superlative, the place's name, and little words that lead from the one to the other.
    """
    for word, highest in _superlatives():
        if told.startswith(word):
            rest = told[len(word) :].replace(",", " ").replace(":", " ").replace("(", " ")
            between = _between()
            name = " ".join([each for each in rest.split() if each not in between])
            known = figure.place is not None and name in (figure.place.name or "").lower()
            return highest if name and known else None
    return None


def _shared(matter: Matter, place: int, figure: LinkedFigure) -> bool:
    """Whether the superlative is shared by several places, or picks from some only."""
    start = max(figure.sentence[0], place - _BEFORE)
    return words("several").search(matter.text, start, figure.quantity.start) is not None


def _other_forms(matter: Matter, figure: LinkedFigure) -> Iterator[LinkedFigure]:
    """What the same words tell of the place besides: "255.382 jiwa atau 97,8 persen"."""
    end, at = figure.quantity.end, matter.figures.index(figure)
    for other in matter.figures[at + 1 : at + 3]:
        if other.sentence != figure.sentence or other.quantity.start - end > _BESIDE:
            return
        if _code(other) == _code(figure) and other.percent != figure.percent:
            yield other
        end = other.quantity.end


def _beaten(
    matter: Matter, neighbours: list[Cell], figure: LinkedFigure, *, highest: bool
) -> LinkedFigure | None:
    """The figure of a neighbour that goes furthest beyond it; None where none does, or they make no list."""
    mine, place = figure.quantity, _code(figure)
    listed = [
        value
        for cell in neighbours
        if cell.place != place
        for value in (cell.rated if figure.percent else cell.counted).get(figure.indicator, ())
    ]
    beyond = [v for v in listed if (v.interval.low > mine.high if highest else v.interval.high < mine.low)]
    beyond = [v for v in beyond if matter.timing.relate(figure, v.first) is Relation.SAME]
    if not beyond or len({_code(value.first) for value in listed}) < _FEWEST:
        return None
    return (max if highest else min)(beyond, key=lambda value: value.number).first


def _code(figure: LinkedFigure) -> str:
    return (figure.place.code or "") if figure.place is not None else ""


def _observation(figure: LinkedFigure, first: LinkedFigure, *, highest: bool) -> Observation:
    assert first.place is not None
    key = "rank-highest" if highest else "rank-lowest"
    slots = {"value": shown(figure), "other": shown(first), "place": first.place.name or ""}
    return Observation("EK304", "note", (figure, first), partial(say, key, **slots))


_LIST = "Perekaman di Bengkulu\n\nBENGKULU - Warga yang belum merekam e-KTP di Kabupaten Seluma {seluma} orang, di "
_MUKO = "Kabupaten Mukomuko {muko} orang. "

RANK = Rule(
    code="EK304",
    name="rank",
    severity="note",
    summary="a place is called first or last, and another one that is listed goes beyond it",
    explanation=(
        "The words call a place the one with most or least (terbanyak, tertinggi, terendah, paling sedikit), and "
        "the text gives another place of the same province or regency a figure of the same kind beyond its own. "
        + unseen.ENGLISH
    ),
    silence=(
        "Where count or percentage bears the words out; where several places share the rank, or a second or third "
        "one is meant; where the words pick from some places only; where less than two others are listed; where "
        "one unit of the last digit lets them fit, or the dates differ."
    ),
    fires=(
        _LIST.format(seluma="4.636")
        + _MUKO.format(muko="8.783")
        + "Yang paling banyak di Kabupaten Kaur, 7.105 orang belum merekam e-KTP.",
        _LIST.format(seluma="4.636")
        + _MUKO.format(muko="8.783")
        + "Yang paling sedikit di Kabupaten Kaur sebanyak 5.105 orang belum merekam e-KTP.",
    ),
    silent=(
        _LIST.format(seluma="4.636")
        + _MUKO.format(muko="8.783")
        + "Yang paling banyak di Kabupaten Kaur, 9.105 orang belum merekam e-KTP.",
        _LIST.format(seluma="4.636")
        + _MUKO.format(muko="8.783")
        + "Terbanyak kedua di Kabupaten Kaur, 7.105 orang belum merekam e-KTP.",
        _LIST.format(seluma="4.636")
        + _MUKO.format(muko="8.783")
        + "Dua yang paling banyak di Kabupaten Kaur, 7.105 orang, dan di Kabupaten Mukomuko tadi.",
        _LIST.format(seluma="4.636")
        + _MUKO.format(muko="8.783")
        + "Yang paling banyak di Kabupaten Kaur, sekitar 9 ribu orang belum merekam e-KTP.",
    ),
    check=_check,
    indonesian=Wording(
        summary="suatu daerah disebut paling atas atau bawah, padahal daerah lain yang disebut melampauinya",
        explanation=(
            "Teks menyebut suatu daerah terbanyak, tertinggi, terendah, atau paling sedikit, dan memberi daerah lain "
            "di provinsi atau kabupaten yang sama angka sejenis yang melampauinya. " + unseen.INDONESIAN
        ),
        silence=(
            "Bila jumlah atau persentasenya membenarkan sebutan itu; bila beberapa daerah berbagi peringkat, atau "
            "yang kedua atau ketiga yang dimaksud; bila dipilih dari sebagian daerah saja; bila kurang dari dua "
            "daerah lain disebut; bila satu satuan digit terakhir membuatnya cocok, atau tanggalnya berbeda."
        ),
    ),
)

RULES = (RANK,)
