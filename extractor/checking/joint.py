"""Equations of one place that hold one by one and cannot hold together: whole = part + rest with a share of each.

Exact counts leave no room for that: it takes a rounded one, which one equation reads low and another high. So
rounded figures are read here as two units of their last digit either way, and what is left is a clash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.checking.asides import set_aside
from extractor.checking.balances import equations
from extractor.checking.cells import Cell, Value, doubtful
from extractor.checking.engine import allowances, consistent
from extractor.checking.equations import Complement, Equation, Reading, Share, Sum
from extractor.checking.excuses import names_third_class
from extractor.checking.intervals import Interval, Number
from extractor.checking.rule import Conflict, Matter
from extractor.checking.timing import Relation
from extractor.checking.weight import together
from extractor.messages import say

_CODES = ((Sum, "EK201"), (Share, "EK202"), (Complement, "EK203"))
_SEVERAL = 2


@dataclass(slots=True, eq=False)
class Together(Equation):
    """Several equations at once."""

    equations: tuple[Equation, ...]

    def _members(self) -> tuple[Value, ...]:
        return tuple({id(v): v for equation in self.equations for v in equation.members}.values())

    def _holds(self, read: Reading) -> bool:
        return not consistent(self.equations, read=read)[1]

    def _allows(self, member: Value) -> Interval | None:
        found = allowances(self.equations, [member])
        return None if found is None else found[0]

    def _directness(self) -> int:
        return max(equation.directness for equation in self.equations) + 1

    def _line(self, lang: str) -> str | None:
        return "; ".join(line for e in self.equations if (line := e.line(lang)) is not None)

    def _message(self, lang: str) -> str:
        in_order = sorted(self._members(), key=lambda v: v.first.quantity.start)
        return say("together", lang, values=", ".join(v.shown() for v in in_order))


def parts(found: Iterable[Equation]) -> list[Equation]:
    """The equations with those that hold several taken apart."""
    return [each for e in found for each in (e.equations if isinstance(e, Together) else (e,))]


def joint_conflicts(matter: Matter) -> Iterator[Conflict]:
    """What cannot hold together in each place in which every equation holds.

    Where one does not, it is told by itself, or something excuses it that may excuse this too.
    """
    for cell in matter.full_cells:
        written = equations(matter, cell)
        found = written.all
        if len(found) >= _SEVERAL and written.fits and any(v.rounded for e in found for v in e.members):
            licensed = [e for e in found if _licensed(matter, cell, e)]
            if len(licensed) >= _SEVERAL:
                yield from _conflicts(cell, licensed)


def _conflicts(cell: Cell, licensed: Sequence[Equation]) -> Iterator[Conflict]:
    for clash in consistent(licensed, read=widely)[1]:
        if len(clash) >= _SEVERAL:
            main = min(clash, key=lambda e: (e.directness, len(e.members)))
            code = next(code for kind, code in _CODES if isinstance(main, kind))
            yield Conflict(code, cell, Together(clash), "warning")


def widely(value: Value) -> Interval:
    """A rounded value with two units of its last digit either way."""
    interval, loose = value.interval, value.loose()
    if interval.exact and loose.exact:
        return interval
    low: Number = min(loose.low, value.number - 2 * (value.number - interval.low))
    return Interval(max(low, 0), max(loose.high, value.number + 2 * (interval.high - value.number)))


def _licensed(matter: Matter, cell: Cell, equation: Equation) -> bool:
    """Whether nothing else explains a figure: one value of each kind, of one time, told of the place itself."""
    if any(_shaky(matter, cell, value) for value in equation.members):
        return False
    if together(matter.timing, equation.members) is not Relation.SAME:
        return False
    return not (isinstance(equation, Sum | Complement) and names_third_class(equation, matter.text))


def _shaky(matter: Matter, cell: Cell, value: Value) -> bool:
    others = (v for v in (*cell.values, *cell.others) if v.indicator == value.indicator and v is not value)
    rivals = any(v.percent == value.percent for v in others)
    return rivals or doubtful(value) or set_aside(matter.text, value)
