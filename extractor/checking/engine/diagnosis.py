"""The diagnosis of one component: which figures are to blame, and what the others allow in their stead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.checking.cells import Value
from extractor.checking.engine.conflicts import conflict
from extractor.checking.engine.hitting import BUDGET, Budget, lightest
from extractor.checking.engine.model import compile_model
from extractor.checking.engine.propagation import Clash, Steps, propagate
from extractor.checking.engine.support import allowed
from extractor.checking.engine.weights import weight
from extractor.checking.equations import Equation
from extractor.checking.intervals import Interval


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All sets of figures of the least weight that may be to blame, and the minimal conflicts met in finding them.

    `weight` is that of each set. Without suspects where nothing clashes, and, `complete` being False, where the
    budget ran out.
    """

    suspects: tuple[tuple[Value, ...], ...]
    conflicts: tuple[tuple[Value, ...], ...]
    weight: int = 0
    complete: bool = True


def diagnose(equations: Sequence[Equation], budget: Budget = BUDGET) -> Diagnosis:
    """What to doubt so that all equations can hold with the other figures as printed."""
    model = compile_model(equations)
    weights = [weight(value) for value in model.figures]
    found = lightest(model, weights, budget)
    conflicts = tuple(model.members(mask) for mask in found.conflicts)
    suspects = tuple(model.members(mask) for mask in found.sets if mask)
    total = sum(weight(value) for value in suspects[0]) if suspects else 0
    return Diagnosis(suspects, conflicts, total, found.complete)


def allowances(
    equations: Sequence[Equation], blamed: Sequence[Value], budget: Budget = BUDGET
) -> list[Interval | None] | None:
    """What the equations and all other figures allow each of the blamed ones, None for one that is left open.

    None altogether where the others clash among themselves.
    """
    model = compile_model(equations)
    standing = model.everything & ~model.mask(blamed)
    try:
        bounds = propagate(model, standing, Steps(budget.rows))
    except Clash:
        return None
    return [allowed(model, bounds, standing, value) for value in blamed]


def consistent(
    equations: Iterable[Equation], budget: Budget = BUDGET
) -> tuple[list[Equation], list[tuple[Value, ...]]]:
    """The equations without those that clash together, and the figures of each such clash.

    Where equations that hold one by one cannot hold together, none of them vouches for anything.
    """
    kept = list(equations)
    clashes: list[tuple[Value, ...]] = []
    steps = Steps(budget.rows)
    while kept and steps.left:
        model = compile_model(kept)
        clashing = conflict(model, model.everything, steps)
        if clashing is None:
            return kept, clashes
        members = model.members(clashing)
        clashes.append(members)
        ids = {id(value) for value in members}
        kept = [e for e in kept if not all(id(value) in ids for value in e.members)]
    return [], clashes
