"""Which values are to blame for the conflicts of a place.

The smallest sets of values whose removal ends all conflicts (Reiter 1987; the lightest error localisation of
Fellegi and Holt 1976). Conflicts are given, one failing equation each; sets of one and two values are tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from extractor.checking.cells import Value
from extractor.checking.equations import Equation
from extractor.checking.intervals import Interval
from extractor.checking.rule import SEVERITIES, Conflict

_LARGEST = 2
_MOST_VALUES = 24

Blamed = frozenset[int]  # ids of values


@dataclass(frozen=True, slots=True)
class Verdict:
    """Conflicts that rest on the same values: the smallest first, and the sets that are to blame."""

    conflicts: tuple[Conflict, ...]
    blame: tuple[tuple[Value, ...], ...]


def components(conflicts: Sequence[Conflict]) -> list[list[Conflict]]:
    """Conflicts that share values, directly or through others."""
    groups: list[tuple[set[int], list[Conflict]]] = []
    for conflict in conflicts:
        ids, members = {id(v) for v in conflict.equation.members}, [conflict]
        apart = []
        for known, found in groups:
            if known & ids:
                ids, members = ids | known, found + members
            else:
                apart.append((known, found))
        groups = [*apart, (ids, members)]
    return [members for _, members in groups]


def smallest_sets(conflicts: Sequence[Conflict]) -> list[Blamed]:
    """The smallest sets of values that hit every conflict; none where two values do not suffice."""
    sets = [frozenset(id(v) for v in c.equation.members) for c in conflicts]
    values = sorted(frozenset().union(*sets))
    if len(values) > _MOST_VALUES:
        return []
    for size in range(1, _LARGEST + 1):
        found = [frozenset(chosen) for chosen in combinations(values, size)]
        hitting = [chosen for chosen in found if all(chosen & members for members in sets)]
        if hitting:
            return hitting
    return []


def _minimal(sets: Iterable[Blamed]) -> frozenset[Blamed]:
    distinct = set(sets)
    return frozenset(s for s in distinct if not any(other < s for other in distinct))


def verdicts(conflicts: Sequence[Conflict]) -> Iterator[Verdict]:
    """One verdict for each set of alternatives; several where it takes more than one error."""
    for component in components(conflicts):
        values = {id(v): v for c in component for v in c.equation.members}
        hitting = smallest_sets(component)
        grouped: dict[frozenset[Blamed], list[Conflict]] = {}
        for conflict in component:
            ids = frozenset(id(v) for v in conflict.equation.members)
            local = _minimal(s & ids for s in hitting) or frozenset(frozenset({v}) for v in ids)
            grouped.setdefault(local, []).append(conflict)
        found = []
        for alternatives, members in grouped.items():
            members.sort(key=_smallest)
            blame = sorted((_in_order(values[i] for i in s) for s in alternatives), key=_position)
            found.append(Verdict(tuple(members), tuple(blame)))
        yield from _without_echoes(sorted(found, key=lambda verdict: _smallest(verdict.conflicts[0])))


def _smallest(conflict: Conflict) -> tuple[int, int, int, str]:
    return (
        SEVERITIES.index(conflict.severity),
        conflict.equation.directness,
        len(conflict.equation.members),
        conflict.code,
    )


def _without_echoes(ordered: Sequence[Verdict]) -> Iterator[Verdict]:
    """Of several verdicts on one percentage, the one that holds it against its own count."""
    told: set[int] = set()
    for verdict in ordered:
        percents = {id(v) for c in verdict.conflicts[:1] for v in c.equation.members if v.percent}
        if not percents & told:
            yield verdict
        told |= percents


def _start(value: Value) -> int:
    return value.first.quantity.start


def _in_order(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(sorted(values, key=_start))


def _position(values: tuple[Value, ...]) -> list[int]:
    return [_start(v) for v in values]


def allowed(value: Value, failing: Sequence[Equation], holding: Sequence[Equation]) -> Interval | None:
    """What the other values leave for one: those of the conflicts first, then whatever agrees."""
    interval: Interval | None = None
    for equation in (*failing, *holding):
        if all(member is not value for member in equation.members):
            continue
        allows = equation.allows(value)
        if allows is None or allows.empty:
            continue
        narrowed = allows if interval is None else interval.within(allows)
        if not narrowed.empty:
            interval = narrowed
    if interval is None or value.percent:
        return interval
    whole = interval.integers()
    return None if whole.empty else whole
