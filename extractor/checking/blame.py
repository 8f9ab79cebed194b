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
from extractor.checking.rule import Conflict

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
    """One verdict for each set of alternatives: all conflicts of a component, unless it takes several errors."""
    for component in components(conflicts):
        values = {id(v): v for c in component for v in c.equation.members}
        hitting = smallest_sets(component)
        grouped: dict[frozenset[Blamed], list[Conflict]] = {}
        for conflict in component:
            members = frozenset(id(v) for v in conflict.equation.members)
            local = _minimal(s & members for s in hitting) or frozenset(frozenset({v}) for v in members)
            grouped.setdefault(local, []).append(conflict)
        for alternatives, found in grouped.items():
            found.sort(key=lambda c: (len(c.equation.members), c.code))
            blame = sorted((_in_order(values[i] for i in s) for s in alternatives), key=_position)
            yield Verdict(tuple(found), tuple(blame))


def _start(value: Value) -> int:
    return value.first.quantity.start


def _in_order(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(sorted(values, key=_start))


def _position(values: tuple[Value, ...]) -> list[int]:
    return [_start(v) for v in values]


def allowed(value: Value, failing: Sequence[Equation], holding: Sequence[Equation]) -> Interval | None:
    """What the other values leave for one: of the conflicts first, narrowed by whatever else agrees with them."""
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
