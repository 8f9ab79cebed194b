"""Figures that their own words set aside: an earlier value, a cleaned rest, a group, a share of a part.

Where such a value fits it vouches for others; where it does not, that says nothing: it never accuses.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.checking.cells import Value
from extractor.checking.identities import alternatives, identities, listed_words, words
from extractor.linking.figures import LinkedFigure

_LEAD = 160  # code points before the number, not beyond its sentence
_TAIL = 60
_CLOSE = 45  # how near a group stands before the number that counts it
_BESIDE = 25
_AGE = 20
_MOST_MENTIONS = 8
_IN_NUMBERS = frozenset("0123456789.,")
_CLAUSE_END = re.compile(r"[,;:(\n]")


def set_aside(text: str, value: Value) -> bool:
    """Whether the words around every mention tell of another state or group than the place as it stands."""
    aside = all(_mention_aside(text, figure) for figure in value.figures[:_MOST_MENTIONS])
    return aside or _disowned(text, value)


def _disowned(text: str, value: Value) -> bool:
    """Whether the words behind a mention, linked or not, call it one of the past: "88 persen itu angka lama"."""
    at = text.find(value.printed)
    while at >= 0:
        end = at + len(value.printed)
        whole = not (at and text[at - 1] in _IN_NUMBERS) and not text[end : end + 1].isdecimal()
        if whole and _past().match(text, end):
            return True
        at = text.find(value.printed, end)
    return False


@cache
def _past() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:[^\W\d]+\s+)?(?:itu|tersebut|tadi)\s+(?:[^\W\d]+\s+)?{alternatives('disowned')}\b",
        re.IGNORECASE,
    )


def _mention_aside(text: str, figure: LinkedFigure) -> bool:
    start, end = figure.quantity.start, figure.quantity.end
    lead = text[max(figure.sentence[0], start - _LEAD) : start]
    if _earlier().search(lead):
        return figure.indicator not in identities().wholes or words("measured").search(lead) is None
    if figure.indicator in identities().slow:
        return False
    if _then().search(lead) or _of_some(lead) or _is_hoped_for(figure, lead):
        return True
    tail = _CLAUSE_END.split(text[end : min(figure.sentence[1], end + _TAIL)], maxsplit=1)[0]
    if figure.percent and figure.base is None and _share_of_part(lead, tail):
        return True
    return _cleaned(lead, tail) or _of_group(lead, tail)


@cache
def _earlier() -> re.Pattern[str]:
    """What leads up to an earlier value: "turun … dari", "dibanding", and no word for the present after it."""
    change, against, now = (alternatives(name) for name in ("change-verbs", "against", "now"))
    return re.compile(
        rf"\b(?:(?:{change})\b[^\d;]{{0,40}}?\bdari|{against})\b"
        rf"(?:(?!\b(?:{now})\b)[^\d;]|\b(?:19|20)\d\d\b){{0,80}}\Z"
    )


@cache
def _then() -> re.Pattern[str]:
    """What opens a clause of another time: "sebelum jemput bola", "saat Pilkada 2015".

    But no talk to the press ("ketika ditemui"), and no next item ("setelah itu").
    """
    then, now, press = (alternatives(name) for name in ("then", "now", "press"))
    return re.compile(
        rf"(?<!hingga )(?<!sampai )(?<!per )(?<!sejak )\b{then}\b(?!\s+(?:itu|{press})\b)"
        rf"(?:(?!\b(?:{now})\b)[^\d;]|\b(?:19|20)\d\d\b|-\d\d\b){{0,80}}\Z"
    )


def _is_hoped_for(figure: LinkedFigure, lead: str) -> bool:
    """Whether a percentage, or a count told by its own words, is hoped for: "optimistis akhir tahun 99,5 persen"."""
    hope = words("unreal").search(lead)
    return hope is not None and (figure.percent or _TOLD.search(lead, hope.end()) is not None)


_TOLD = re.compile(r"\b(?:sudah|belum|tinggal|menjadi|wajib)\b")


def _of_some(lead: str) -> bool:
    """Whether some people are the subject: "Penghuni pesantren yang belum rekam", "Warga pegunungan yang belum"."""
    told = _WHO.search(lead)
    if told is None:
        return False
    people = _WORDS.findall(told["people"])
    if not 0 < len(people) <= _MOST_WORDS or any(map(_VERB.match, people)):
        return False
    if told.start("people") == 0 and not people[0].isupper():
        people[0] = people[0].lower()
    return any(
        word[0].islower() and word not in _all_people() and not word.startswith("se-") for word in people
    )


@cache
def _all_people() -> frozenset[str]:
    return frozenset(listed_words("all-people"))


_MOST_WORDS = 4  # of a subject
_WHO = re.compile(
    r"(?:^|[,.;:(“\"–—]|\s-\s)(?P<people>[^,.;:(“\"–—]*?)\b(?:yang )?(?:sudah|telah|belum|tidak)\b[^,.;:]*\Z"
)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_VERB = re.compile(r"(?:me[a-z]{4}|di[a-z]{4}|ter[a-z]{4}|ber[a-z]{4})", re.IGNORECASE)


def _cleaned(lead: str, tail: str) -> bool:
    return bool(words("cleaned").search(lead) or words("cleaned").search(tail))


def _of_group(lead: str, tail: str) -> bool:
    """Whether a group stands close before the number, or behind it without being merely most of it."""
    mostly = words("mostly").search(tail)
    return _names_group(lead[-_CLOSE:]) or _names_group(tail[: mostly.start()] if mostly else tail)


def _names_group(words_around: str) -> bool:
    """Whether a group is named; an age that all who are obliged have is none."""
    return any(
        not words("adult").search(words_around, found.end(), found.end() + _AGE)
        for found in words("group").finditer(words_around)
    )


def _share_of_part(lead: str, tail: str) -> bool:
    """Whether a percentage is said to be some of those just told of ("25 persen yang belum adalah lansia")."""
    return bool(words("consists").search(tail) or words("among").search(lead[-_BESIDE:]))
