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
from extractor.checking.joint import parts
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
    shaken: bool = False  # an estimate against counts that clash among themselves: it may be right

    @property
    def values(self) -> list[Value]:
        """All blamed values, each once."""
        return list({id(value): value for group in self.blame for value in group}.values())

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
        failing = parts(conflict.equation for conflict in component.conflicts)
        suspects = diagnose([*failing, *witnesses], budget).suspects
        groups = _untangled(_grouped(component.conflicts, suspects), suspects, witnesses)
        for found, sets in _without_echoes(groups):
            blame = sorted((_in_order(each) for each in sets), key=_position)
            own = [*parts(conflict.equation for conflict in found), *witnesses]
            allows = _allows(blame, own) or _allows(blame, [*failing, *witnesses], suspects)
            yield Verdict(tuple(found), tuple(blame), allows, _shaken(found, sets, groups))


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


def _untangled(
    groups: Sequence[Group], suspects: Iterable[Sequence[Value]], witnesses: Sequence[Equation]
) -> list[Group]:
    """The groups, those put together that cannot be mended one without the other.

    Where two percentages fit each other but not the counts, which fit as well, no single value of either
    conflict would mend it; the sets are then told whole, in one group for each rule.
    """
    apart: list[Group] = []
    tangled: dict[str, list[Conflict]] = {}
    for group in groups:
        equations = [*parts(conflict.equation for conflict in group[0]), *witnesses]
        if all(allowances(equations, each) is not None for each in group[1]):
            apart.append(group)
        else:
            tangled.setdefault(group[0][0].code, []).extend(group[0])
    elsewhere = {id(v) for _, sets in apart for each in sets for v in each}
    wholes = {frozenset(id(v) for v in suspect) for suspect in suspects}
    values = {id(v): v for suspect in suspects for v in suspect}
    fewest = _fewest(whole - elsewhere for whole in wholes) or _fewest(wholes)
    sets = [[values[i] for i in ids] for ids in fewest]
    joined = [(sorted(members, key=_smallest), sets) for members in tangled.values()]
    return sorted([*apart, *joined], key=lambda group: _smallest(group[0][0]))


def _shaken(conflicts: Sequence[Conflict], sets: Sequence[Sequence[Value]], groups: Iterable[Group]) -> bool:
    """Whether a percentage without decimals, an estimate, is held against counts that may be wrong anyway.

    Unless it is blamed alone.
    """
    members = conflicts[0].equation.members
    if len(sets) == 1 or not any(value.percent and not value.places for value in members):
        return False
    ids = {id(value) for value in members}
    counted = (group for group in groups if not any(v.percent for v in group[0][0].equation.members))
    return any(id(value) in ids for _, ties in counted for each in ties for value in each)


def _allows(
    blame: Iterable[Sequence[Value]], equations: Sequence[Equation], suspects: Sequence[Sequence[Value]] = ()
) -> dict[int, Interval]:
    """What the values of each set may be where the set is blamed, by id of the value; over all sets it is in.

    With `suspects`, where a whole one of them is, of which the set is a part.
    """
    found: dict[int, Interval] = {}
    for group in blame:
        ids = {id(v) for v in group}
        blamed = next((s for s in suspects if ids <= {id(v) for v in s}), group)
        for value, interval in zip(blamed, allowances(equations, blamed) or (), strict=False):
            if interval is not None and id(value) in ids:
                found[id(value)] = found.get(id(value), interval).hull(interval)
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
