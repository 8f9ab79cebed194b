"""Which values of a cell others speak for: those of an equation that holds.

Where an article prints two values of one indicator and one of them fits, the other is another count (a group,
a cleaned rest, another time), not an error in the rest of the equation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.checking.balances import equations
from extractor.checking.cells import Cell, Value
from extractor.checking.equations import Complement, Equation, Share
from extractor.checking.rule import Matter

Pairs = set[frozenset[int]]  # ids of values


@dataclass(frozen=True, slots=True)
class Vouched:
    """The equations of a cell that hold, and the values they speak for."""

    holding: tuple[Equation, ...]
    values: tuple[Value, ...]
    slips: Pairs  # values of one quantity of which one is a slip of the other

    @classmethod
    def of(cls, matter: Matter, cell: Cell, slips: Pairs) -> Vouched:
        """What holds in a cell."""
        holding = tuple(equations(matter, cell).holding)
        return cls(holding, tuple(_supported(holding)), slips)

    def answers(self, wrong: Equation) -> bool:
        """Whether an equation that does not hold only asks for the wrong value."""
        if isinstance(wrong, Share) and self._percent_fits(wrong):
            return True
        return any(self._other_count(value, wrong) for value in wrong.members)

    def _percent_fits(self, wrong: Share) -> bool:
        """Whether the percentage fits a count of its own indicator."""
        own = (e for e in self.holding if isinstance(e, Share) and e.percent is wrong.percent)
        return any(e.directness == 0 and not self.differ_by_slips(wrong, e) for e in own)

    def _other_count(self, value: Value, wrong: Equation) -> bool:
        """Whether nothing speaks for a value, but something for another one of its indicator."""
        if any(v is value for v in self.values):
            return False
        rivals = [v for v in self.values if _alike(v, value) and not _rounds(v, value)]
        if not rivals or any(frozenset((id(v), id(value))) in self.slips for v in rivals):
            return False
        return not (value.percent and _restates(value, wrong, self.values))

    def differ_by_slips(self, wrong: Equation, holding: Equation) -> bool:
        """Whether two equations of one shape differ only by values that are slips of each other."""
        if len(wrong.members) != len(holding.members):
            return False
        pairs = zip(wrong.members, holding.members, strict=True)
        return all(a is b or frozenset((id(a), id(b))) in self.slips for a, b in pairs)


def _supported(holding: Sequence[Equation]) -> list[Value]:
    """The values that an equation speaks for; two percentages for each other only where no count does."""
    counted = {id(v): v for e in holding if not isinstance(e, Complement) for v in e.members}
    paired = {id(v): v for e in holding if isinstance(e, Complement) for v in e.members}
    alone = (v for v in paired.values() if not any(_alike(v, known) for known in counted.values()))
    return [*counted.values(), *alone]


def _alike(a: Value, b: Value) -> bool:
    return a.indicator == b.indicator and a.percent == b.percent


def _rounds(rounded: Value, value: Value) -> bool:
    """Whether one is the other told in round numbers: then it speaks for any value near by."""
    return rounded.rounded and value.interval.exact and rounded.loose().meets(value.interval)


def _restates(percent: Value, wrong: Equation, sound: Sequence[Value]) -> bool:
    """Whether the text gives the percentage as another form of a count that others speak for."""
    if not isinstance(wrong, Share) or wrong.part is None:
        return False
    told = {f.apposed for f in percent.figures} - {None}
    return wrong.part in sound and any(f.id in told for f in wrong.part.figures)
