"""A part that is larger than its whole (EK204)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from extractor.checking.asides import set_aside
from extractor.checking.cells import Cell, Value
from extractor.checking.described import Wording
from extractor.checking.equations import loosely
from extractor.checking.identities import identities
from extractor.checking.rule import Conflict, Matter, Rule
from extractor.checking.timing import Relation
from extractor.checking.totals import AtMost
from extractor.checking.weight import together

_FULL = 100  # percent


@cache
def _pairs() -> tuple[tuple[str, str, bool], ...]:
    """Part, whole, and whether the text has to say that the one is of the other."""
    known = identities()
    parts = [
        (name, b.whole)
        for b in known.balances
        if not b.needs
        for name in (b.part, b.rest)
        if name is not None
    ]
    said = {(b.part, b.whole) for b in known.balances if b.needs == "whole"}
    return tuple((less, more, (less, more) in said) for less, more in dict.fromkeys([*parts, *known.at_most]))


def check_bounds(matter: Matter) -> Iterator[Conflict]:
    """Every part that exceeds all printed wholes of its place, unless a percentage over 100 admits it."""
    for cell in matter.full_cells:
        for less, more, needed in _pairs():
            if less in cell.counted and more in cell.counted:
                yield from _exceeding(matter, cell, cell.of(less), cell.of(more), needed)


def _exceeding(
    matter: Matter, cell: Cell, parts: list[Value], wholes: list[Value], needed: bool
) -> Iterator[Conflict]:
    most = max([whole.interval.high for whole in wholes], default=0)
    for part in parts:
        if part.interval.low <= most or _tells_over_full(cell) or set_aside(matter.text, part):
            continue
        relations = [AtMost(part, whole) for whole in wholes if not set_aside(matter.text, whole)]
        if not relations or any(r.holds() or r.holds(loosely) for r in relations):
            continue
        nearest = min(relations, key=AtMost.off)
        if not part.interval.near(nearest.whole.interval):
            continue  # something else is counted
        if needed and not _said_of(part, nearest.whole):
            continue
        if together(matter.timing, nearest.members, (nearest.whole,)) is Relation.SAME:
            yield Conflict("EK204", cell, nearest, "warning")


def _tells_over_full(cell: Cell) -> bool:
    """Whether a percentage of the place admits that parts exceed their wholes."""
    return any(v.percent and v.interval.high > _FULL for v in (*cell.values, *cell.others))


def _said_of(part: Value, whole: Value) -> bool:
    """Whether the text tells the part of this whole, or both in one sentence."""
    ids = {f.id for f in whole.figures}
    sentences = {f.sentence for f in whole.figures}
    return any(f.whole in ids or f.sentence in sentences for f in part.figures)


BOUNDS = Rule(
    code="EK204",
    name="part-exceeds-whole",
    severity="warning",
    summary="a part is larger than its whole",
    explanation=(
        "More people are recorded (or not, or hold a card) than must hold one, more must hold one than live "
        "there, or more cards are told of the recorded than were recorded."
    ),
    silence=(
        "Where another printed whole is large enough; where the text prints a percentage over 100, since "
        "people who moved or died stay among the recorded; where the two are of different dates; where cards "
        "printed are not told as part of the recorded."
    ),
    fires=(
        "Perekaman di Sleman\n\nSLEMAN - Wajib KTP di Kabupaten Sleman 812.650 orang. Yang sudah melakukan "
        "perekaman 826.914 orang.",
    ),
    silent=(
        "Perekaman di Sleman\n\nSLEMAN - Wajib KTP di Kabupaten Sleman 812.650 orang. Yang sudah melakukan "
        "perekaman 826.914 orang atau 101,76 persen.",
        "Perekaman di Sleman\n\nSLEMAN - Wajib KTP di Kabupaten Sleman 812 ribu orang. Yang sudah melakukan "
        "perekaman 812.914 orang.",
    ),
    check=check_bounds,
    indonesian=Wording(
        summary="bagian lebih besar daripada keseluruhannya",
        explanation=(
            "Yang sudah (atau belum) merekam, atau yang memiliki KTP, lebih banyak daripada wajib KTP; wajib "
            "KTP lebih banyak daripada penduduk; atau kartu yang disebut dari yang direkam lebih banyak "
            "daripada yang direkam."
        ),
        silence=(
            "Bila keseluruhan lain yang tercetak cukup besar; bila teks mencetak persentase di atas 100, sebab "
            "yang pindah atau meninggal tetap tercatat; bila tanggalnya berbeda; bila kartu tercetak tidak "
            "disebut sebagai bagian dari yang direkam."
        ),
    ),
)

RULES = (BOUNDS,)
