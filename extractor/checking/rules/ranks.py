"""A place that the words put first or last, against what the text lists of others (EK304)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from extractor.checking.cells import comparable
from extractor.checking.identities import alternatives, words
from extractor.checking.notation import count, decimal
from extractor.checking.rule import Matter, Observation, Rule, Wording
from extractor.checking.rules import unseen
from extractor.checking.timing import Relation
from extractor.linking.figures import LinkedFigure
from extractor.messages import say
from extractor.reading.gazetteer import parent

_LEAD = 80
_BESIDE = 40  # code points between two forms of one count
_FEWEST = 2  # figures of other places: fewer are no list
_NAME = re.compile(r"[^\W\d_]+")


def _check(matter: Matter) -> Iterator[Observation]:
    if len(matter.cells) <= _FEWEST:
        return
    for at, figure in enumerate(matter.figures):
        lead = matter.text[max(figure.sentence[0], figure.quantity.start - _LEAD) : figure.quantity.start]
        if "ter" in lead or "paling" in lead:
            highest = _superlative(lead, figure)
            if highest is None or words("several").search(lead):
                continue
            forms = [figure, *_other_forms(matter, at)]
            beaten = [_beaten(matter, form, highest=highest) for form in forms]
            if all(beaten):  # the count may be told of the place with the highest percentage
                yield _observation(figure, beaten[0], highest=highest)


@cache
def _pattern() -> re.Pattern[str]:
    between = alternatives("leads-to-place")
    name = r"[^\W\d_][\w.'’-]*"
    return re.compile(
        rf"\b(?:(?P<high>{alternatives('highest')})|{alternatives('lowest')})\b"
        rf"(?:[\s,:(]+(?:{between})\b)*[\s,:(]+(?P<place>{name}(?:\s+{name}){{0,5}}?)"
        rf"(?:[\s,:(]+(?:{between})\b)*[\s,:(]*\Z",
        re.IGNORECASE,
    )


def _superlative(lead: str, figure: LinkedFigure) -> bool | None:
    """Whether the words put the figure's own place first, as the highest (True) or lowest (False); else None."""
    if figure.place is None or not figure.place.code or not comparable(figure):
        return None
    found = _pattern().search(lead)
    if found is None:
        return None
    named = [word.lower() for word in _NAME.findall(figure.place.name or "")]
    told = [word.lower() for word in _NAME.findall(found["place"])]
    return found["high"] is not None if all(word in named for word in told) else None


def _other_forms(matter: Matter, at: int) -> Iterator[LinkedFigure]:
    """What the same words tell of the place besides: "255.382 jiwa atau 97,8 persen"."""
    figure, end = matter.figures[at], matter.figures[at].quantity.end
    for other in matter.figures[at + 1 : at + 3]:
        if other.sentence != figure.sentence or other.quantity.start - end > _BESIDE:
            return
        if _code(other) == _code(figure) and other.percent != figure.percent:
            yield other
        end = other.quantity.end


def _beaten(matter: Matter, figure: LinkedFigure, *, highest: bool) -> list[LinkedFigure]:
    """The figures of its neighbours that go beyond it; none where they make no list."""
    above = parent(_code(figure))
    listed = {
        _code(other): other
        for other in matter.figures
        if (other.indicator, other.percent) == (figure.indicator, figure.percent)
        and _code(other)
        and _code(other) != _code(figure)
        and parent(_code(other)) == above
        and comparable(other)
        and matter.timing.relate(figure, other) is Relation.SAME
    }
    mine = figure.quantity
    beyond = [
        other
        for other in listed.values()
        if (other.quantity.low > mine.high if highest else other.quantity.high < mine.low)
    ]
    return sorted(beyond, key=lambda f: f.quantity.value, reverse=highest) if len(listed) >= _FEWEST else []


def _code(figure: LinkedFigure) -> str:
    return (figure.place.code or "") if figure.place is not None else ""


def _observation(figure: LinkedFigure, beyond: list[LinkedFigure], *, highest: bool) -> Observation:
    first = beyond[0]
    assert first.place is not None
    key = "rank-highest" if highest else "rank-lowest"
    slots = {"value": _shown(figure), "other": _shown(first), "place": first.place.name or ""}
    return Observation("EK304", "note", (figure, first), partial(_say, key, **slots))


def _say(key: str, lang: str, **slots: str) -> str:
    return say(key, lang, **slots)


def _shown(figure: LinkedFigure) -> str:
    quantity = figure.quantity
    return decimal(quantity.value, quantity.decimals) if figure.percent else count(int(quantity.value))


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
