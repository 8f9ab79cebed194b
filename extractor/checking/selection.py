"""Which of the equations that do not hold are conflicts: those that no other value and no excuse explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from extractor.checking import slips
from extractor.checking.asides import set_aside
from extractor.checking.cells import Cell, Value
from extractor.checking.context import always_before
from extractor.checking.equations import Equation, Same, Share
from extractor.checking.excuses import beside, excused, of_one_count
from extractor.checking.identities import identities, words
from extractor.checking.rule import Conflict, Matter
from extractor.checking.rules.repeats import clashes, is_slip, told_by
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
            yield from (e for e in wrong if not excused(matter, cell, e))
            continue
        told = [e for e in wrong if of_one_count(e, matter.text) or _slip_tells(e)]
        if not any(excused(matter, cell, e) for e in told):
            unanswered = [e for e in told if not vouched.answers(e)]
            if unanswered:
                yield min(unanswered, key=lambda e: e.off())


def _has_aside(matter: Matter, equation: Equation) -> bool:
    if any(set_aside(matter.text, value) for value in equation.members):
        return True
    return len({told_by(matter, value) for value in equation.members}) > 1


def _grouped(found: Iterable[E]) -> list[list[E]]:
    """Equations by what they hold together: indicators, or the very percentage that stands by its count."""
    groups: dict[tuple[object, ...], list[E]] = {}
    for equation in found:
        shape = (
            id(v) if v.percent and beside(v, equation.members) else (v.indicator, v.percent)
            for v in equation.members
        )
        groups.setdefault((equation.directness, *shape), []).append(equation)
    return list(groups.values())


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


def _slip_tells(equation: Equation) -> bool:
    """Whether a slip shows that the members tell of one count.

    A percentage is hit by some slip from near any other, so it tells only of a count of its own indicator.
    """
    own = not isinstance(equation, Share) or equation.directness == 0
    return _slipped([v for v in equation.members if own or not v.percent], equation)


def slipped(equation: Equation) -> bool:
    """Whether a slip of hand in one member would explain the clash."""
    return _slipped(equation.members, equation)


def _slipped(members: Iterable[Value], equation: Equation) -> bool:
    for member in members:
        allowed = equation.allows(member)
        if allowed is not None and slips.slip(member.number, allowed, member.places):
            return True
    return False
