"""Percentages that nothing can have: over a hundred (EK205), of so few people that none makes it (EK206)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from math import ceil, floor

from extractor.checking.cells import Cell, Value
from extractor.checking.context import around
from extractor.checking.described import Wording
from extractor.checking.identities import identities, words
from extractor.checking.intervals import Number, part_of
from extractor.checking.notation import count, decimal
from extractor.checking.rule import Matter, Observation, Rule
from extractor.checking.rules import unseen
from extractor.linking.figures import LinkedFigure
from extractor.messages import say

_FULL = 100  # percent
_CLOSE = 40  # code points
_FEW = 10_000  # people; of more, some number makes any percentage with two decimals


def _over_full(matter: Matter) -> Iterator[Observation]:
    for cell in matter.cells:
        for found in cell.rated.values():
            for value in found:
                if _over(value.interval.low) and not _explained(matter, cell, value):
                    yield Observation(
                        "EK205", "note", value.figures, partial(say, "over-full", percent=value.shown())
                    )


def _over(percent: Number) -> bool:
    """Whether a percentage is over a hundred; quicker than to compare fractions."""
    return percent.numerator > _FULL * percent.denominator


def _explained(matter: Matter, cell: Cell, value: Value) -> bool:
    """Whether a count or target stands beside the percentage, or the text itself speaks of more than all."""
    if value.indicator not in identities().repeated or value.indicator in cell.counted:
        return True
    if any(_of_something_else(matter, figure) for figure in value.figures):
        return True
    return words("over-full").search(matter.text) is not None


def _of_something_else(matter: Matter, figure: LinkedFigure) -> bool:
    told = figure.whole or figure.apposed or figure.base == "target" or _count_beside(matter, figure)
    return bool(told) or words("target").search(around(matter.text, figure)) is not None


def _count_beside(matter: Matter, figure: LinkedFigure) -> bool:
    """Whether a count stands close by, linked or not ("100,6 persen dengan 122.637 jiwa")."""
    start, end = figure.quantity.start - _CLOSE, figure.quantity.end + _CLOSE
    return any(q.unit != "percent" and start <= q.end and q.start <= end for q in matter.quantities)


def _grained(matter: Matter) -> Iterator[Observation]:
    for cell in matter.full_cells:
        for indicator, found in cell.rated.items():
            if indicator not in cell.counted:
                for percent in found:
                    whole = _few(matter, cell, percent)
                    if whole is not None and not _made_by_some(percent, whole):
                        yield _grain(percent, whole)


def _few(matter: Matter, cell: Cell, percent: Value) -> Value | None:
    """The few people that the percentage is said to be of."""
    named = {figure.whole for figure in percent.figures} - {None}
    if not named and percent.first.base is None:
        return None
    for name, values in cell.counted.items():
        if name not in identities().wholes:
            continue
        for whole in values:
            told = any(f.id in named for f in whole.figures) or (
                percent.first.base == name and len(values) == 1
            )
            if told and whole.interval.exact and 0 < whole.number < _FEW and not whole.bare:
                return whole
    return None


def _made_by_some(percent: Value, whole: Value) -> bool:
    """Whether some number of people is the percentage of the whole, within one unit of its last digit."""
    part = part_of(percent.interval, whole.interval)
    return ceil(part.low) <= floor(part.high)


def _grain(percent: Value, whole: Value) -> Observation:
    fewer = floor(percent.number * whole.number / _FULL)
    message = partial(say, "granularity", percent=percent.shown(), whole=whole.shown())
    lines = [_line(part, whole, max(2, percent.places)) for part in (fewer, fewer + 1)]
    return Observation("EK206", "note", (percent.first, whole.first), message, lambda _: lines)


def _line(part: int, whole: Value, places: int) -> str:
    made = decimal(Fraction(_FULL * part) / whole.number, places)
    return f"100 × {count(part)} / {whole.shown()} = {made}"


_TERNATE = "Perekaman di Maluku Utara\n\nTERNATE - "
_DESA = "Perekaman di Sleman\n\nSLEMAN - "

OVER_FULL = Rule(
    code="EK205",
    name="percent-out-of-range",
    severity="note",
    summary="more than 100 percent, and nothing that would tell of what",
    explanation=(
        "A percentage of people is over 100 and stands there without a count, a target or a word on it. People "
        "who moved or died stay among the recorded, so it may be true of them: a note."
    ),
    silence=(
        "Where the place has a count of the same people, which is checked against its whole; on achievements of "
        "a target and on growth; where the text itself speaks of more than all (melebihi, melampaui)."
    ),
    fires=(
        _TERNATE + "Perekaman e-KTP di Kabupaten Pulau Morotai sudah 101,24 persen, kata Kepala Disdukcapil.",
        _TERNATE + "Warga Kabupaten Pulau Morotai yang belum merekam e-KTP 112 persen.",
    ),
    silent=(
        _TERNATE + "Perekaman e-KTP di Kabupaten Pulau Morotai sudah 101,24 persen dari target.",
        _TERNATE + "Perekaman e-KTP di Kabupaten Pulau Morotai sudah 101,24 persen, melebihi wajib KTP.",
        _TERNATE
        + "Perekaman e-KTP di Kabupaten Pulau Morotai sudah 101,24 persen. Wajib KTP di Kabupaten Pulau "
        "Morotai 50.120 orang, yang sudah melakukan perekaman 50.741 orang.",
        _TERNATE + "Perekaman e-KTP di Kabupaten Pulau Morotai sudah 100 persen lebih.",
    ),
    check=_over_full,
    indonesian=Wording(
        summary="lebih dari 100 persen, tanpa apa pun yang menerangkannya",
        explanation=(
            "Persentase orang lebih dari 100 dan berdiri tanpa jumlah, target, atau keterangan. Yang pindah atau "
            "meninggal tetap tercatat, jadi bisa saja benar: catatan."
        ),
        silence=(
            "Bila tempat itu punya jumlah orang yang sama, yang diperiksa terhadap keseluruhannya; pada capaian "
            "target dan pertumbuhan; bila teks sendiri menyebut melebihi atau melampaui."
        ),
    ),
)

GRANULARITY = Rule(
    code="EK206",
    name="granularity",
    severity="note",
    summary="a percentage that no number of so few people makes",
    explanation=(
        "Of 37 people 4 are 10,81 percent and 5 are 13,51: none is 12,5. Told of wholes under 10.000 that are "
        "printed to the last digit, read as plus or minus one unit of the last decimal. " + unseen.ENGLISH
    ),
    silence=(
        "Where the whole is rounded or 10.000 and more; where it is not said of which whole the percentage is; "
        "where the part is printed, which is another rule's; where one unit lets some number fit."
    ),
    fires=(
        _DESA + "Dari 137 wajib KTP di Kabupaten Sleman, 12,53 persen sudah melakukan perekaman.",
        _DESA + "Dari 412 wajib KTP di Kabupaten Sleman, baru 64,17 persen yang melakukan perekaman e-KTP.",
    ),
    silent=(
        _DESA + "Dari 137 wajib KTP di Kabupaten Sleman, 12,41 persen sudah melakukan perekaman.",
        _DESA + "Dari 137 wajib KTP di Kabupaten Sleman, 12,5 persen sudah melakukan perekaman.",
        _DESA + "Dari sekitar 130 wajib KTP di Kabupaten Sleman, 12,53 persen sudah melakukan perekaman.",
        _DESA + "Dari 12.137 wajib KTP di Kabupaten Sleman, 12,53 persen sudah melakukan perekaman.",
    ),
    check=_grained,
    indonesian=Wording(
        summary="persentase yang tidak dihasilkan oleh jumlah mana pun dari orang sesedikit itu",
        explanation=(
            "Dari 37 orang, 4 orang adalah 10,81 persen dan 5 orang 13,51 persen: tidak ada yang 12,5. Berlaku "
            "untuk keseluruhan di bawah 10.000 yang tercetak lengkap, dibaca kurang lebih satu satuan desimal "
            "terakhirnya. " + unseen.INDONESIAN
        ),
        silence=(
            "Bila keseluruhan dibulatkan atau 10.000 ke atas; bila tidak disebut persentase itu dari keseluruhan "
            "mana; bila bagiannya tercetak, yang diperiksa aturan lain; bila satu satuan membuatnya cocok."
        ),
    ),
)

RULES = (OVER_FULL, GRANULARITY)
