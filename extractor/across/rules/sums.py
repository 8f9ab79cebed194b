"""Sums over articles: recorded and unrecorded of one against the obliged of another (EK503)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction

from extractor.across.rule import BREAK, AcrossRule, Clash, Stock
from extractor.across.telling import Count
from extractor.checking.described import Wording
from extractor.checking.intervals import Interval
from extractor.checking.notation import MINUS, count, counts
from extractor.messages import say

_YEAR = dt.timedelta(days=366)
_NEAR = Fraction(1, 20)  # further off, the two do not count the same people


def _implied(stock: Stock) -> Iterator[Clash]:
    for told in stock.by_place.values():
        for recorded in told.get("recorded", ()):
            missing = _of_record(told.get("unrecorded", ()), recorded)
            if missing is None or _of_record(told.get("wktp", ()), recorded) is not None:
                continue
            obliged = _nearest(told.get("wktp", ()), recorded)
            if obliged is not None and _clashes(recorded.interval + missing.interval, obliged.interval):
                yield _clash(recorded, missing, obliged)


def _of_record(told: Sequence[Count], other: Count) -> Count | None:
    same = (each for each in told if each.story is other.story and each.record == other.record)
    return next(same, None)


def _nearest(told: Sequence[Count], other: Count) -> Count | None:
    """The count of another story that is nearest in time, a year off at most."""
    near = [each for each in told if each.story is not other.story and _gap(each, other) <= _YEAR]
    return min(near, key=lambda each: _gap(each, other), default=None)


def _gap(a: Count, b: Count) -> dt.timedelta:
    return max(a.start - b.end, b.start - a.end, dt.timedelta(0))


def _clashes(total: Interval, obliged: Interval) -> bool:
    gap = total.gap(obliged)
    return 0 < gap <= _NEAR * obliged.high


def _clash(recorded: Count, missing: Count, obliged: Count) -> Clash:
    a, b, whole = (count(int(each.figure.value)) for each in (recorded, missing, obliged))
    total = recorded.interval + missing.interval

    def lines(lang: str) -> list[str]:
        to = say("to", lang)
        off = Interval(obliged.interval.low - total.high, obliged.interval.high - total.low)
        return [f"{a} + {b} = {counts(total, to)}", f"{whole} {MINUS} ({a} + {b}) = {counts(off, to)}"]

    def message(lang: str) -> str:
        summed = counts(total, say("to", lang))
        return say("implied-total", lang, a=a, b=b, total=summed, whole=whole)

    return Clash((recorded, missing, obliged), message, lines, "note")


_PARTS = (
    "Perekaman KTP di Tuban\n\nTUBAN - Warga Kabupaten Tuban yang sudah merekam e-KTP per 1 Februari 2019 "
    "sebanyak 871.204 orang, sedangkan {missing} orang belum merekam."
)
_WHOLE = (
    "Wajib KTP Bertambah\n\nTUBAN - Per 4 Januari 2019 wajib KTP di Kabupaten Tuban tercatat 879.950 jiwa, kata "
    "Kepala Disdukcapil Kabupaten Tuban saat ditemui usai rapat."
)

IMPLIED_TOTAL = AcrossRule(
    code="EK503",
    name="implied-total",
    severity="note",
    summary="recorded and unrecorded of one article do not make the obliged of another",
    explanation=(
        "An article that tells recorded and unrecorded people implies how many are obliged; the article nearest "
        "in time that tells them, up to a year away, has another number."
    ),
    silence=(
        "Where the article tells the obliged itself, where the sum fits a rounded number, and where it is more than "
        "5 percent off: then other people are counted."
    ),
    fires=(BREAK.join([_PARTS.format(missing="8.366"), _WHOLE]),),
    silent=(
        BREAK.join([_PARTS.format(missing="8.746"), _WHOLE]),
        BREAK.join([_PARTS.format(missing="98.746"), _WHOLE]),
    ),
    check=_implied,
    indonesian=Wording(
        summary="warga terekam dan belum terekam di satu artikel tidak berjumlah wajib KTP di artikel lain",
        explanation=(
            "Artikel yang menyebut warga terekam dan belum terekam menyiratkan jumlah wajib KTP; artikel terdekat yang "
            "menyebutnya, paling jauh setahun, memuat angka lain."
        ),
        silence=(
            "Bila artikel itu sendiri menyebut wajib KTP, bila jumlahnya cocok dengan angka bulat, dan bila "
            "selisihnya lebih dari 5 persen: yang dihitung orang lain."
        ),
    ),
)

RULES = (IMPLIED_TOTAL,)
