"""The diagnosis of one component: which figures are to blame, and what the others allow in their stead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.checking.cells import Value
from extractor.checking.engine.conflicts import conflict
from extractor.checking.engine.hitting import BUDGET, Budget, lightest
from extractor.checking.engine.model import Model, compile_model
from extractor.checking.engine.propagation import Clash, Steps, propagate
from extractor.checking.engine.support import allowed
from extractor.checking.engine.weights import weight
from extractor.checking.equations import Equation, Reading, printed
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
    """What the equations and all other figures allow each of the blamed ones, None for one that they leave open.

    None altogether where the others clash among themselves.
    """
    model = compile_model(equations)
    standing = model.everything & ~model.mask(blamed)
    try:
        bounds = propagate(model, standing, Steps(budget.rows))
    except Clash:
        return None
    known = (value if id(value) in model.bits else None for value in blamed)
    return [None if value is None else allowed(model, bounds, standing, value) for value in known]


def consistent(
    equations: Iterable[Equation], budget: Budget = BUDGET, read: Reading = printed
) -> tuple[list[Equation], list[tuple[Equation, ...]]]:
    """The equations without those that clash together, and each such clash: equations of which all are needed.

    Where equations that hold one by one cannot hold together, none of them vouches for anything.
    """
    kept = list(equations)
    clashes: list[tuple[Equation, ...]] = []
    steps = Steps(budget.rows)
    while kept and steps.left:
        model = compile_model(kept, read)
        clashing = conflict(model, model.everything, steps)
        if clashing is None:
            return kept, clashes
        needed = _needed(model, kept, clashing, steps)
        clashes.append(needed)
        kept = [e for e in kept if all(e is not each for each in needed)]
    return [], clashes


def _needed(model: Model, equations: Sequence[Equation], clashing: int, steps: Steps) -> tuple[Equation, ...]:
    """The equations without those that the clash of some figures does not need."""
    figures = model.members(clashing)
    ids = {id(value) for value in figures}
    needed = [e for e in equations if any(id(value) in ids for value in e.members)]
    for equation in tuple(needed):
        fewer = compile_model([e for e in needed if e is not equation], model.read)
        if conflict(fewer, fewer.mask(figures), steps) is not None:
            needed = [e for e in needed if e is not equation]
    return tuple(needed)
