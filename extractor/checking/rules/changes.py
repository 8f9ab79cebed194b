"""An earlier value, a change and a later value told in one breath that do not come out (EK208)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from extractor.checking.described import Wording
from extractor.checking.identities import alternatives, listed_words
from extractor.checking.intervals import Interval, share
from extractor.checking.notation import MINUS, counts, decimal, shown
from extractor.checking.rule import Matter, Observation, Rule
from extractor.checking.rules import unseen
from extractor.linking.figures import LinkedFigure
from extractor.messages import say

_NEEDED = ("dari", "semula", "sebelumnya", "awalnya", "dibanding")  # one of them leads up to an earlier value
_AMOUNTS = ("added", "other")  # what linking takes an amount of change for, where it is not one of a series
_THREE = 3
_LEAD = 60
_BREATH = _LEAD + 240  # code points up to the last of the three


@dataclass(frozen=True, slots=True)
class _Change:
    """`later` is `earlier` with `by` added or taken off."""

    earlier: LinkedFigure
    by: LinkedFigure
    later: LinkedFigure

    def between(self) -> Interval:
        """How far the earlier and the later value lie apart."""
        a, b = _interval(self.earlier), _interval(self.later)
        return b - a if self.later.quantity.value >= self.earlier.quantity.value else a - b

    def fits(self) -> bool:
        """Whether the change is what lies between, in people or points, or in percent of the earlier value."""
        between, by = self.between(), _interval(self.by)
        grown = share(between, _interval(self.earlier))
        return between.meets(by) or (self.by.percent and grown is not None and grown.meets(by))


def _interval(figure: LinkedFigure) -> Interval:
    return Interval(figure.quantity.low, figure.quantity.high)


def _check(matter: Matter) -> Iterator[Observation]:
    figures = matter.figures
    for at, by in enumerate(figures):
        if by.indicator in _AMOUNTS or by.series is not None:
            for three in (figures[n : n + 3] for n in range(max(0, at - 2), at + 1)):
                if len(three) == _THREE and three[0].sentence == three[2].sentence:
                    change = _told(matter.text, three)
                    if change is not None and change.by is by and not change.fits():
                        yield _observation(change)


def _told(text: str, three: Sequence[LinkedFigure]) -> _Change | None:
    """The change that the words make of three figures of one unit; None where they make none."""
    start, end = three[0].quantity.start, three[2].quantity.end
    start = max(three[0].sentence[0], start - _LEAD)
    told = text[start:end]
    if (
        len(told) > _BREATH
        or not any(word in told for word in _NEEDED)
        or not any(word in told for word in _amounts())
    ):
        return None
    if len({(f.percent, f.quantity.unit == "cards") for f in three}) > 1 or any(f.disputed for f in three):
        return None
    if _rate().search(text, start, three[0].sentence[1]):
        return None
    roles: dict[str, LinkedFigure] = {}
    for figure in three:
        roles.setdefault(_role(text[start : figure.quantity.start]), figure)
        start = figure.quantity.end
    if "" in roles and "now" not in roles and roles[""] is three[0]:
        roles["now"] = roles.pop("")
    if roles.keys() != {"before", "by", "now"}:
        return None
    return _Change(roles["before"], roles["by"], roles["now"])


@cache
def _amounts() -> tuple[str, ...]:
    return tuple(listed_words("change-amounts"))


def _role(lead: str) -> str:
    """What the words that lead up to a figure make of it; "" where they tell nothing."""
    return next((name for name, pattern in _leads() if pattern.search(lead)), "")


@cache
def _leads() -> tuple[tuple[str, re.Pattern[str]], ...]:
    change = alternatives("change-amounts")
    fillers = "sebesar|sebanyak|sejumlah|sekitar|lebih|hanya|angka|posisi|adalah|yaitu|yakni|jumlah|hingga"
    filler = rf"(?:\s+(?:{fillers}))*\s*\Z"
    before = r"(?:dari|dibanding(?:kan)?|semula|sebelumnya|awalnya)(?:\s+(?:dengan|yang|semula|sebelumnya|awalnya))*"
    return (
        ("before", re.compile(rf"\b{before}{filler}", re.IGNORECASE)),
        ("by", re.compile(rf"\b(?:{change}){filler}", re.IGNORECASE)),
        ("now", re.compile(rf"\b(?:menjadi|jadi|ke){filler}", re.IGNORECASE)),
    )


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('rate')})\b")


def _observation(change: _Change) -> Observation:
    low, high = sorted((change.earlier, change.later), key=lambda f: f.quantity.value)
    message = partial(_say, change=change)
    lines = partial(_lines, low=low, high=high, between=change.between())
    return Observation("EK208", "note", (change.by, change.earlier, change.later), message, lines)


def _say(lang: str, *, change: _Change) -> str:
    slots = {"by": shown(change.by), "a": shown(change.earlier), "b": shown(change.later)}
    return say("change-percent" if change.by.percent else "change", lang, **slots)


def _lines(lang: str, *, low: LinkedFigure, high: LinkedFigure, between: Interval) -> list[str]:
    if low.percent:
        places = max(low.quantity.decimals, high.quantity.decimals)
        left = decimal(high.quantity.value - low.quantity.value, places)
    else:
        left = counts(between, say("to", lang))
    return [f"{shown(high)} {MINUS} {shown(low)} = {left}"]


_ARFAK = "Perekaman di Pegunungan Arfak\n\nANGGI - "
_SLEMAN = "Perekaman di Sleman\n\nSLEMAN - "

CHANGE = Rule(
    code="EK208",
    name="change",
    severity="note",
    summary="an earlier value and a change do not make the later one",
    explanation=(
        "One sentence tells what a figure was, by how much it rose or fell, and what it is now, and the three do "
        "not come out. " + unseen.ENGLISH
    ),
    silence=(
        "Where the change is told in percent of the earlier value; where it is per day, month or year; where the "
        "three are not of one unit; where one unit of the last digit lets them fit."
    ),
    fires=(
        _ARFAK
        + "Cakupan perekaman e-KTP di Kabupaten Pegunungan Arfak saat ini 33,94 persen, naik 1,26 persen "
        "dari sebelumnya sebesar 32,26 persen.",
        _SLEMAN
        + "Warga Kabupaten Sleman yang sudah merekam e-KTP bertambah 5.777 orang, dari 801.137 orang menjadi "
        "806.941 orang.",
    ),
    silent=(
        _ARFAK
        + "Cakupan perekaman e-KTP di Kabupaten Pegunungan Arfak saat ini 33,94 persen, naik 1,68 persen "
        "dari sebelumnya sebesar 32,26 persen.",
        _ARFAK
        + "Cakupan perekaman e-KTP di Kabupaten Pegunungan Arfak saat ini 33,94 persen, naik 5,21 persen "
        "dari sebelumnya sebesar 32,26 persen.",
        _SLEMAN
        + "Warga Kabupaten Sleman yang sudah merekam e-KTP bertambah sekitar 5.800 orang, dari 801.137 orang "
        "menjadi 806.941 orang.",
        _SLEMAN
        + "Warga Kabupaten Sleman yang sudah merekam e-KTP bertambah 577 orang setiap bulan, dari 801.137 "
        "orang menjadi 806.941 orang.",
    ),
    check=_check,
    indonesian=Wording(
        summary="angka lama dan perubahannya tidak menghasilkan angka baru",
        explanation=(
            "Satu kalimat menyebut angka lama, kenaikan atau penurunannya, dan angka sekarang, dan ketiganya tidak "
            "cocok. " + unseen.INDONESIAN
        ),
        silence=(
            "Bila perubahannya dalam persen dari angka lama; bila per hari, bulan, atau tahun; bila satuannya tidak "
            "sama; bila satu satuan digit terakhir membuatnya cocok."
        ),
    ),
)

RULES = (CHANGE,)
