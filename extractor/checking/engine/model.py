"""The model of one component: its figures, whole unknowns and rows, made from equations.

Figures that print one quantity share an unknown. A percentage is no unknown but an interval that ties its part
and whole. Rows that follow from others are added, since bounds alone would creep towards them: the share of one
part is also that of the other, and of both parts in each other (the implied edits of Fellegi and Holt 1976).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from extractor.checking.cells import Value
from extractor.checking.engine import rows
from extractor.checking.engine.rows import Row
from extractor.checking.engine.sameness import Sameness
from extractor.checking.equations import (
    Ceiling,
    Complement,
    Equation,
    Reading,
    Same,
    Share,
    Sum,
    printed,
)
from extractor.checking.intervals import Interval, rest
from extractor.checking.totals import AtMost, Total


@dataclass(frozen=True, slots=True)
class Parts:
    """What a percentage is of: the unknowns of its part, the other part and the whole, as far as they exist."""

    part: int | None
    other: int | None
    whole: int | None

    def mirrored(self) -> Parts:
        """The same seen from the other part."""
        return Parts(self.other, self.part, self.whole)


@dataclass(slots=True)
class Model:
    """Figures in text order, bit n standing for the n-th; the unknown of each count; all rows."""

    figures: tuple[Value, ...]
    bits: dict[int, int]  # by id of the value
    unknowns: dict[int, int]  # by id of the value, counts only
    size: int  # how many unknowns there are
    rows: list[Row]
    shares: dict[int, list[Parts]]  # by id of the value, percentages only
    sames: list[tuple[Value, Value]]  # percentages told twice
    complements: list[tuple[Value, Value]]
    ceilings: list[tuple[Value, int, int]]  # percentage, part and whole
    read: Reading = printed
    touching: list[list[int]] = field(init=False)  # rows by unknown

    def __post_init__(self) -> None:
        self.touching = [[] for _ in range(self.size)]
        for at, row in enumerate(self.rows):
            for unknown, _ in row.terms:
                self.touching[unknown].append(at)

    @property
    def everything(self) -> int:
        """The mask of all figures."""
        return (1 << len(self.figures)) - 1

    def mask(self, values: Iterable[Value]) -> int:
        """The mask of some figures; those that are not in the model are passed over."""
        return sum({1 << self.bits[id(v)] for v in values if id(v) in self.bits})

    def members(self, mask: int) -> tuple[Value, ...]:
        """The figures of a mask, in text order."""
        return tuple(value for at, value in enumerate(self.figures) if mask >> at & 1)


def compile_model(equations: Sequence[Equation], read: Reading = printed) -> Model:
    """The model in which all equations hold and every figure, read as told, may be wrong."""
    found = {id(v): v for equation in equations for v in equation.members}
    figures = tuple(sorted(found.values(), key=lambda v: v.first.quantity.start))
    same = Sameness((e.a, e.b) for e in equations if isinstance(e, Same))
    unknowns = same.numbered(v for v in figures if not v.percent)
    bits = {id(value): at for at, value in enumerate(figures)}
    shares = _shares(equations, unknowns, same, figures)
    complements = [(e.part, e.other) for e in equations if isinstance(e, Complement)]
    sames = [(a, b) for a, b in combinations(figures, 2) if a.percent and b.percent and same.one(a, b)]
    ceilings = [
        (e.percent, unknowns[id(e.part)], unknowns[id(e.whole)]) for e in equations if isinstance(e, Ceiling)
    ]
    size = len(set(unknowns.values()))
    model = Model(figures, bits, unknowns, size, [], shares, sames, complements, ceilings, read)
    return replace(model, rows=list(dict.fromkeys(_rows(equations, model))))


def _sums(equations: Iterable[Equation], unknowns: dict[int, int]) -> list[Parts]:
    return [
        Parts(unknowns[id(e.part)], unknowns[id(e.other)], unknowns[id(e.whole)])
        for e in equations
        if isinstance(e, Sum)
    ]


def _shares(
    equations: Sequence[Equation], unknowns: dict[int, int], same: Sameness, figures: Sequence[Value]
) -> dict[int, list[Parts]]:
    """What each percentage is of: as told, as told of the same percentage elsewhere, or of its counterpart."""
    told: dict[int, dict[Parts, None]] = {}

    def tell(percent: Value, parts: Parts) -> None:
        told.setdefault(same.root(percent), {})[parts] = None

    sums = _sums(equations, unknowns)
    for equation in equations:
        if isinstance(equation, Share):
            each = (equation.part, equation.other, equation.whole)
            parts = Parts(*(None if v is None else unknowns[id(v)] for v in each))
            tell(equation.percent, _completed(parts, sums))
    for equation in equations:
        if isinstance(equation, Complement):
            one, other = (list(told.get(same.root(v), ())) for v in (equation.part, equation.other))
            for percent, others in ((equation.part, other), (equation.other, one)):
                for parts in others:
                    tell(percent, parts.mirrored())
    return {id(v): list(told.get(same.root(v), ())) for v in figures if v.percent}


def _completed(parts: Parts, sums: Iterable[Parts]) -> Parts:
    """The parts with the missing third one, where a sum has the other two."""
    known = (parts.part, parts.other, parts.whole)
    for total in sums:
        for each in (total, total.mirrored()):
            third = (each.part, each.other, each.whole)
            if all(a is None or a == b for a, b in zip(known, third, strict=True)):
                return each
    return parts


def _rows(equations: Iterable[Equation], model: Model) -> Iterator[Row]:
    unknown = model.unknowns
    for equation in equations:
        match equation:
            case Sum(whole, part, other):
                yield from rows.equal(unknown[id(whole)], (unknown[id(part)], unknown[id(other)]))
            case Total(whole, parts):
                yield from rows.equal(unknown[id(whole)], [unknown[id(each)] for each in parts])
            case AtMost(part, whole):
                yield rows.at_most([(unknown[id(part)], 1), (unknown[id(whole)], -1)], 0)
    for value in model.figures:
        for each in model.shares.get(id(value), ()):
            yield from _share_rows(model.read(value), each, model.mask([value]))
    for percent, most, base in model.ceilings:
        yield rows.ceiling(model.read(percent), most, base, model.mask([percent]))
    yield from _pairs(model)


def _share_rows(rate: Interval, parts: Parts, mask: int) -> Iterator[Row]:
    """One share, written on every two of the three counts that it ties."""
    part, other, whole = parts.part, parts.other, parts.whole
    if part is not None and whole is not None:
        yield from rows.share(rate, part, whole, mask)
    if other is not None and whole is not None:
        yield from rows.share(rest(rate), other, whole, mask)
    if part is not None and other is not None:
        yield from rows.ratio(rate, part, other, mask)


def _pairs(model: Model) -> Iterator[Row]:
    """Percentages that cannot both be right, whatever the counts."""
    for a, b in model.sames:
        if not model.read(a).meets(model.read(b)):
            yield rows.clash(model.mask([a, b]))
    for a, b in model.complements:
        if not model.read(a).meets(rest(model.read(b))):
            yield rows.clash(model.mask([a, b]))
