"""Rounded figures that fit only at one unit of their last digit, not at half a unit (EK102)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from extractor.checking.balances import equations
from extractor.checking.cells import Cell, Value, bare_value, comparable
from extractor.checking.described import Wording
from extractor.checking.equations import Equation, Share
from extractor.checking.halves import half_unit
from extractor.checking.rule import Matter, Observation, Rule
from extractor.checking.timing import Relation
from extractor.linking.figures import LinkedFigure
from extractor.messages import say

_MOST = 200  # figures of one kind; more are a table


def _check(matter: Matter) -> Iterator[Observation]:
    yield from _retellings(matter)
    for cell in matter.full_cells:
        yield from _sums_and_shares(matter, cell)


def _retellings(matter: Matter) -> Iterator[Observation]:
    alike: dict[tuple[str, str], list[LinkedFigure]] = {}
    for figure in matter.figures:
        if not figure.percent and figure.place is not None and figure.place.code and comparable(figure):
            alike.setdefault((figure.place.code, figure.indicator), []).append(figure)
    for figures in alike.values():
        values = [bare_value(figure, matter.text) for figure in figures[:_MOST]]
        exact = [value for value in values if value.interval.exact]
        told: set[tuple[object, object]] = set()
        for value in values:
            of = _retold(matter, value, exact)
            if of is not None and (value.number, of.number) not in told:
                told.add((value.number, of.number))
                message = partial(say, "retold", rounded=value.shown(), exact=of.shown())
                yield Observation("EK102", "note", (value.first, of.first), message)


def _retold(matter: Matter, value: Value, exact: list[Value]) -> Value | None:
    """The exact value that a rounded one retells, where it only fits at a whole unit."""
    if value.interval.exact or not value.hedged:
        return None  # full digits that end in zeros may be exact
    near = [
        e
        for e in exact
        if e.interval.meets(value.interval)
        and matter.timing.relate(e.first, value.first) is not Relation.APART
    ]
    if not near or any(half_unit(value).meets(e.interval) for e in near):
        return None
    return near[0]


def _sums_and_shares(matter: Matter, cell: Cell) -> Iterator[Observation]:
    written = equations(matter, cell)
    direct = [e for e in written.all if not isinstance(e, Share) or e.directness == 0]
    settled = {id(v) for e in direct if e.holds(half_unit) for v in e.members}
    for equation in direct:
        if equation.holds() and not equation.holds(half_unit):
            rounded = [v for v in equation.members if not v.interval.exact]
            if any(id(v) in settled for v in rounded):
                continue
            settled |= {id(v) for v in rounded}
            members = (*rounded, *(v for v in equation.members if v.interval.exact))
            figures = tuple(v.first for v in members)
            yield Observation(
                "EK102", "note", figures, partial(_say_strict, equation), partial(_line, equation)
            )


def _say_strict(equation: Equation, lang: str) -> str:
    return say("strict", lang, told=equation.message(lang))


def _line(equation: Equation, lang: str) -> list[str]:
    line = equation.line(lang)
    return [] if line is None else [line]


_SLEMAN = "Perekaman di Sleman\n\nSLEMAN - "

ROUNDING = Rule(
    code="EK102",
    name="rounding-differs",
    severity="note",
    summary="a rounded figure that fits at one unit of its last digit, but not at half a unit",
    explanation=(
        "A count retold in round numbers, a percentage or a sum fits only if rounded figures are read as plus or "
        "minus one unit of their last digit, not half a unit: 1.745.964 told as 1,74 juta. The press cuts off as "
        "often as it rounds, so this runs only with --strict."
    ),
    silence=(
        "Where half a unit is room enough; where another exact figure of the same kind fits better; on figures "
        "with a hedge (sekitar, lebih, hampir) and retellings in full digits (1.000); where the dates differ; on "
        "what does not fit at one unit either, which other rules tell."
    ),
    fires=(
        _SLEMAN + "Warga Kabupaten Sleman yang sudah merekam e-KTP 806.914 orang. Dengan 806 ribu warga yang "
        "sudah merekam e-KTP, stok blangko cukup.",
        _SLEMAN
        + "Dari 812.650 wajib KTP di Kabupaten Sleman, 806.914 orang atau 99,30 persen sudah melakukan "
        "perekaman.",
    ),
    silent=(
        _SLEMAN + "Warga Kabupaten Sleman yang sudah merekam e-KTP 806.914 orang. Dengan 807 ribu warga yang "
        "sudah merekam e-KTP, stok blangko cukup.",
        _SLEMAN
        + "Dari 812.650 wajib KTP di Kabupaten Sleman, 806.914 orang atau 99,29 persen sudah melakukan "
        "perekaman.",
        _SLEMAN
        + "Warga Kabupaten Sleman yang sudah merekam e-KTP 806.914 orang. Dengan 806 ribu lebih warga yang "
        "sudah merekam e-KTP, stok blangko cukup.",
        _SLEMAN + "Warga Kabupaten Sleman yang sudah merekam e-KTP 806.914 orang. Yang belum merekam e-KTP "
        "sekitar 5 ribu orang.",
    ),
    check=_check,
    indonesian=Wording(
        summary="angka bulat yang cocok dengan satu satuan digit terakhirnya, tetapi tidak dengan setengahnya",
        explanation=(
            "Jumlah yang diulang sebagai angka bulat, persentase, atau penjumlahan hanya cocok bila angka bulat "
            "dibaca kurang lebih satu satuan digit terakhirnya, bukan setengahnya: 1.745.964 disebut 1,74 juta. "
            "Pers memotong sesering membulatkan, jadi ini hanya berjalan dengan --strict."
        ),
        silence=(
            "Bila setengah satuan cukup; bila angka lengkap lain yang sejenis lebih cocok; pada angka dengan "
            "kira-kira (sekitar, lebih, hampir) dan ulangan berdigit lengkap (1.000); bila tanggalnya berbeda; pada "
            "yang juga tidak cocok dengan satu satuan, yang ditandai aturan lain."
        ),
    ),
    asked="strict",
)

RULES = (ROUNDING,)
