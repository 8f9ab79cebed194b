"""A percentage that the text gives of one whole and that is of another one it prints (EK207)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import permutations

from extractor.checking.balances import equations
from extractor.checking.cells import Cell, Value
from extractor.checking.described import Wording
from extractor.checking.equations import Share, loosely
from extractor.checking.identities import identities
from extractor.checking.intervals import Interval, share, share_meets
from extractor.checking.notation import MINUS, counts, percents
from extractor.checking.rule import Matter, Observation, Rule
from extractor.checking.rules import unseen
from extractor.messages import say

_FINE = 2  # decimals with which a difference of two wholes hardly fits by chance
_MOST_WHOLES = 8
_UNKNOWN = "other"  # no whole by itself, but what may be taken off one (WNI abroad)


def _check(matter: Matter) -> Iterator[Observation]:
    for cell in matter.full_cells:
        if cell.rated:
            written = equations(matter, cell)
            if not written.fits:
                told = [e for e in written.shares if e.directness == 0]
                holding = {id(e.percent) for e in told if e.holds() or e.holds(loosely)}
                for equation in told:
                    if id(equation.percent) not in holding and _stated(equation):
                        yield from _of_another(cell, equation)


def _stated(equation: Share) -> bool:
    """Whether the text itself tells of which whole the percentage is, and of which count in the same sentence."""
    percent, part, whole = equation.percent, equation.part, equation.whole
    if part is None or whole is None or percent.places == 0 or part.rounded or whole.rounded:
        return False
    named = {figure.whole for figure in percent.figures} & {figure.id for figure in whole.figures}
    if not named and percent.first.base != whole.indicator:
        return False
    sentences = {figure.sentence for figure in percent.figures}
    return any(figure.sentence in sentences for figure in part.figures)


def _of_another(cell: Cell, equation: Share) -> Iterator[Observation]:
    """What the percentage is of, where a printed whole or a difference of two makes it."""
    part, whole = equation.part, equation.whole
    assert part is not None
    assert whole is not None
    for values, shown, interval in _wholes(cell, equation):
        if part.interval.high <= interval.low and share_meets(
            part.interval, interval, equation.percent.interval
        ):
            slots = {"percent": equation.percent.shown(), "whole": whole.shown(), "other": shown}
            figures = tuple(value.first for value in (equation.percent, whole, part, *values))
            lines = partial(_lines, equation, interval, shown)
            yield Observation("EK207", "note", figures, partial(say, "other-base", **slots), lines)
            return


def _wholes(cell: Cell, equation: Share) -> Iterator[tuple[tuple[Value, ...], str, Interval]]:
    """The exact counts of the place that can be a whole, then their differences where little fits by chance."""
    members = equation.members
    known = [
        v
        for v in cell.counts()
        if v.indicator in identities().wholes
        and v.indicator != equation.percent.indicator
        and v.interval.exact
        and v not in members
    ][:_MOST_WHOLES]
    for value in known:
        if value.indicator != _UNKNOWN:
            yield (value,), value.shown(), value.interval
    if equation.percent.places >= _FINE and equation.whole is not None:
        for large, small in permutations([equation.whole, *known], 2):
            if large.number > small.number and large.indicator != _UNKNOWN:
                shown = f"{large.shown()} {MINUS} {small.shown()}"
                others = tuple(v for v in (large, small) if v is not equation.whole)
                yield others, shown, large.interval - small.interval


def _lines(equation: Share, other: Interval, shown: str, lang: str) -> list[str]:
    assert equation.part is not None
    made = share(equation.part.interval, other)
    places = max(2, equation.percent.places)
    result = "?" if made is None else percents(made, places, say("to", lang))
    below = counts(other) if MINUS not in shown else f"({shown})"
    told = equation.line(lang)
    return [*([told] if told else []), f"100 × {equation.part.shown()} / {below} = {result}"]


_SLEMAN = "Perekaman di Sleman\n\nSLEMAN - "
_TARGET = "Target perekaman di Kabupaten Sleman 790.214 orang. "

OTHER_BASE = Rule(
    code="EK207",
    name="other-base",
    severity="note",
    summary="a percentage is of another whole than the text says",
    explanation=(
        "The text says of which whole a percentage is. The count beside it does not make it of that whole, but of "
        "another one that the text prints, or of the difference of two. " + unseen.ENGLISH
    ),
    silence=(
        "Where the text does not name the whole; where the count or the whole is rounded or the percentage has no "
        "decimals; where no printed whole fits, which another rule tells."
    ),
    fires=(
        _SLEMAN
        + _TARGET
        + "Sebanyak 742.316 orang atau 93,94 persen dari 812.650 wajib KTP di Kabupaten Sleman "
        "sudah melakukan perekaman.",
        _SLEMAN
        + "Penduduk Kabupaten Sleman 1.134.802 jiwa. Sebanyak 742.316 orang atau 65,41 persen dari 812.650 "
        "wajib KTP di Kabupaten Sleman sudah melakukan perekaman.",
    ),
    silent=(
        _SLEMAN
        + _TARGET
        + "Sebanyak 742.316 orang atau 91,35 persen dari 812.650 wajib KTP di Kabupaten Sleman "
        "sudah melakukan perekaman.",
        _SLEMAN
        + _TARGET
        + "Wajib KTP 812.650 orang. Sebanyak 742.316 orang atau 93,94 persen dari target sudah "
        "melakukan perekaman.",
        _SLEMAN
        + _TARGET
        + "Wajib KTP di Kabupaten Sleman 812.650 orang. Sebanyak 742.316 orang atau 93,94 persen "
        "sudah melakukan perekaman.",
    ),
    check=_check,
    indonesian=Wording(
        summary="persentase dari keseluruhan yang lain daripada yang disebut teks",
        explanation=(
            "Teks menyebut persentase itu dari keseluruhan mana. Jumlah di sampingnya tidak menghasilkannya dari "
            "keseluruhan itu, tetapi dari keseluruhan lain yang tercetak, atau dari selisih dua angka. "
            + unseen.INDONESIAN
        ),
        silence=(
            "Bila teks tidak menyebut keseluruhannya; bila jumlah atau keseluruhannya dibulatkan atau persentasenya "
            "tanpa desimal; bila tidak ada keseluruhan tercetak yang cocok, yang ditandai aturan lain."
        ),
    ),
)

RULES = (OTHER_BASE,)
