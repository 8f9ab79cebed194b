"""Which values are to blame for the conflicts that the rules found, and what the others allow in their stead.

The rules decide which equations may be held against the figures; the engine weighs all of them together, those
that hold as well: what fits elsewhere vouches for its members.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extractor.checking.cells import Value, doubtful
from extractor.checking.engine import BUDGET, Budget, allowances, consistent, diagnose
from extractor.checking.equations import Equation
from extractor.checking.intervals import Interval
from extractor.checking.rule import SEVERITIES, Conflict

Blamed = frozenset[int]  # ids of values
Group = tuple[list[Conflict], list[list[Value]]]  # conflicts and the sets that would mend them


@dataclass(frozen=True, slots=True)
class Verdict:
    """Conflicts that rest on the same values, the smallest first; the sets that are to blame, and what would fit.

    Without blame where the figures are too many to weigh.
    """

    conflicts: tuple[Conflict, ...]
    blame: tuple[tuple[Value, ...], ...]
    allows: dict[int, Interval] = field(default_factory=dict)  # by id of the blamed value

    @property
    def values(self) -> list[Value]:
        """All blamed values."""
        return [value for group in self.blame for value in group]

    @property
    def doubted(self) -> bool:
        """Whether the likeliest to be wrong is the link of a figure."""
        return bool(self.blame) and all(any(doubtful(v) for v in group) for group in self.blame)


@dataclass(slots=True)
class Component:
    """Conflicts that share values, directly or through equations that hold."""

    ids: set[int]
    conflicts: list[Conflict]
    holding: list[Equation]


def components(conflicts: Sequence[Conflict], holding: Sequence[Equation]) -> list[Component]:
    """The components that have a conflict."""
    groups: list[Component] = []
    loose = [*((c, None) for c in conflicts), *((None, e) for e in holding)]
    for conflict, equation in loose:
        members = conflict.equation.members if conflict is not None else equation.members if equation else ()
        made = Component({id(v) for v in members}, [], [])
        apart = []
        for known in groups:
            if known.ids & made.ids:
                made.ids |= known.ids
                made.conflicts += known.conflicts
                made.holding += known.holding
            else:
                apart.append(known)
        if conflict is not None:
            made.conflicts.append(conflict)
        elif equation is not None:
            made.holding.append(equation)
        groups = [*apart, made]
    return [group for group in groups if group.conflicts]


def verdicts(
    conflicts: Sequence[Conflict], holding: Sequence[Equation], budget: Budget = BUDGET
) -> Iterator[Verdict]:
    """One verdict for each set of alternatives; several where it takes more than one error.

    `holding` are equations of the same places that come out.
    """
    for component in components(conflicts, holding):
        witnesses, _ = consistent(component.holding, budget)
        failing = [conflict.equation for conflict in component.conflicts]
        diagnosis = diagnose([*failing, *witnesses], budget)
        found = _grouped(component.conflicts, diagnosis.suspects)
        for conflicts_of_one, sets in _without_echoes(found):
            blame = sorted((_in_order(each) for each in sets), key=_position)
            yield Verdict(tuple(conflicts_of_one), tuple(blame), _allows(conflicts_of_one, blame, witnesses))


def _grouped(conflicts: Sequence[Conflict], suspects: Iterable[tuple[Value, ...]]) -> list[Group]:
    """The conflicts by the sets that would mend them, the smallest first."""
    values = {id(v): v for suspect in suspects for v in suspect}
    grouped: dict[frozenset[Blamed], list[Conflict]] = {}
    for conflict in conflicts:
        ids = {id(v) for v in conflict.equation.members}
        local = (frozenset(id(v) for v in suspect if id(v) in ids) for suspect in suspects)
        grouped.setdefault(_fewest(local), []).append(conflict)
    found = []
    for alternatives, members in grouped.items():
        sets = [[values[i] for i in ids] for ids in alternatives]
        each = [members] if sets else [[member] for member in members]
        found += [(sorted(some, key=_smallest), sets) for some in each]
    return sorted(found, key=lambda group: _smallest(group[0][0]))


def _fewest(sets: Iterable[Blamed]) -> frozenset[Blamed]:
    """The smallest of the sets that are not empty."""
    distinct = {s for s in sets if s}
    least = min(map(len, distinct), default=0)
    return frozenset(s for s in distinct if len(s) == least)


def _allows(
    conflicts: Sequence[Conflict], blame: Iterable[Sequence[Value]], witnesses: Sequence[Equation]
) -> dict[int, Interval]:
    """What each set would need to mend these conflicts, by id of the value, the figures of no other being wrong."""
    equations = [*(conflict.equation for conflict in conflicts), *witnesses]
    found: dict[int, Interval] = {}
    for group in blame:
        for value, interval in zip(group, allowances(equations, group) or (), strict=False):
            if interval is not None:
                found[id(value)] = interval
    return found


def _smallest(conflict: Conflict) -> tuple[int, int, int, str]:
    return (
        SEVERITIES.index(conflict.severity),
        conflict.equation.directness,
        len(conflict.equation.members),
        conflict.code,
    )


def _without_echoes(ordered: Sequence[Group]) -> Iterator[Group]:
    """Of several groups on one percentage, the one that holds it against its own count."""
    told: set[int] = set()
    for group in ordered:
        percents = {id(v) for v in group[0][0].equation.members if v.percent}
        if not percents & told:
            yield group
        told |= percents


def _start(value: Value) -> int:
    return value.first.quantity.start


def _in_order(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(sorted(values, key=_start))


def _position(values: tuple[Value, ...]) -> list[int]:
    return [_start(v) for v in values]
