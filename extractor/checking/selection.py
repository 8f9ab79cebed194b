"""Which of the equations that do not hold are conflicts: those that no other value and no excuse explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from extractor.checking import slips
from extractor.checking.asides import set_aside
from extractor.checking.cells import Cell, Value
from extractor.checking.context import always_before
from extractor.checking.equations import Equation, Same
from extractor.checking.excuses import excused, plausible_gap
from extractor.checking.identities import identities, words
from extractor.checking.rule import Conflict, Matter
from extractor.checking.rules.repeats import clashes, is_slip
from extractor.checking.vouching import Vouched
from extractor.checking.weight import severity, together

E = TypeVar("E", bound=Equation)


def failing(matter: Matter, cell: Cell, found: Sequence[E]) -> Iterator[E]:
    """The equations of a cell that do not hold for good.

    Values that their words set aside accuse nobody. Of equations that differ only in which of several values
    they take, one that holds is enough: the others ask for the wrong value, and count only against a slip
    that a repetition shows anyway. Where none holds, the nearest one stands for all, unless one is excused.
    """
    if all(equation.holds() for equation in found):
        return
    vouched = Vouched.of(matter, cell, _slips(matter, cell))
    for alike in _grouped(found):
        holding = [e for e in alike if e.holds()]
        wrong = [e for e in alike if not e.holds() and not _has_aside(matter, e)]
        if holding:
            wrong = [e for e in wrong if any(vouched.differ_by_slips(e, h) for h in holding)]
            yield from (e for e in wrong if not excused(cell, e, matter.text))
        elif not any(excused(cell, e, matter.text) for e in wrong):
            open_ = [e for e in wrong if not vouched.answers(e) and _of_one_count(e)]
            if open_:
                yield min(open_, key=lambda e: e.off())


def _has_aside(matter: Matter, equation: Equation) -> bool:
    return any(set_aside(matter.text, value) for value in equation.members)


def _of_one_count(equation: Equation) -> bool:
    """Whether the members are near enough to each other, or a slip away, to tell of one count."""
    return plausible_gap(equation) or slipped(equation)


def _grouped(found: Iterable[E]) -> list[list[E]]:
    """Equations by what they hold together: indicators, or the very percentage that stands by its count."""
    groups: dict[tuple[object, ...], list[E]] = {}
    for equation in found:
        shape = (
            id(v) if v.percent and _beside(v, equation.members) else (v.indicator, v.percent)
            for v in equation.members
        )
        groups.setdefault((equation.directness, *shape), []).append(equation)
    return list(groups.values())


def _beside(percent: Value, members: Sequence[Value]) -> bool:
    """Whether the percentage shares a sentence with another member: then it is told of no other value."""
    sentences = {f.sentence for f in percent.figures}
    return any(f.sentence in sentences for v in members if v is not percent for f in v.figures)


def _slips(matter: Matter, cell: Cell) -> set[frozenset[int]]:
    """The pairs of values that differ by a slip of hand alone."""
    found = (found.equation for found in clashes(matter, cell))
    return {frozenset((id(e.a), id(e.b))) for e in found if isinstance(e, Same) and is_slip(e.a, e.b)}


def conflict(matter: Matter, cell: Cell, code: str, equation: Equation) -> Conflict:
    """The conflict of an equation with its weight; a warning at most where a member is an earlier value."""
    bases = tuple(v for v in equation.members if v.indicator in identities().slow)
    times = together(matter.timing, equation.members, bases)
    weight = severity(equation.members, times, slip=slipped(equation))
    earlier = any(always_before(matter.text, v, words("change")) for v in equation.members)
    return Conflict(code, cell, equation, "warning" if earlier and weight == "error" else weight)


def slipped(equation: Equation) -> bool:
    """Whether a slip of hand in one member would explain the clash."""
    for member in equation.members:
        allowed = equation.allows(member)
        if allowed is not None and slips.slip(member.number, allowed, member.places):
            return True
    return False
