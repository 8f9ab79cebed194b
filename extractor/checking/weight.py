"""How heavily a clash weighs: error, warning or note."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from extractor.checking.cells import Value, doubtful
from extractor.checking.timing import Relation, Timing
from extractor.report import Severity

_CERTAIN = 0.9
_NEAR = 1  # paragraphs
_TOGETHER = 3  # paragraphs


def distance(a: Value, b: Value) -> int:
    """Paragraphs between the nearest mentions of two values."""
    if len(a.figures) == len(b.figures) == 1:
        return abs(a.figures[0].paragraph - b.figures[0].paragraph)
    return min(abs(f.paragraph - g.paragraph) for f in a.figures[:8] for g in b.figures[:8])


def spread(members: Sequence[Value]) -> int:
    """Paragraphs that lie between the two members furthest from each other."""
    return max((distance(a, b) for a, b in combinations(members, 2)), default=0)


def relation(timing: Timing, a: Value, b: Value, *, slow: bool = False) -> Relation:
    """How the times of two values relate, by their best matching mentions."""
    if timing.uniform:
        return Relation.SAME
    if len(a.figures) == len(b.figures) == 1:
        return timing.relate(a.figures[0], b.figures[0], slow=slow)
    best = Relation.APART
    for f, g in product(a.figures[:8], b.figures[:8]):
        best = max(best, timing.relate(f, g, slow=slow))
        if best is Relation.SAME:
            break
    return best


def together(timing: Timing, members: Sequence[Value], bases: Sequence[Value] = ()) -> Relation:
    """Whether all members may be held together; `bases` are wholes that last longer than their parts.

    Where only some are dated, they must stand side by side, or the article have one date only.
    """
    if timing.uniform:
        return Relation.SAME
    found = Relation.SAME
    for a, b in combinations(members, 2):
        found = min(found, relation(timing, a, b, slow=a in bases or b in bases))
        if found is Relation.APART:
            return found
    if found is Relation.LOOSE and not timing.one_date and spread(members) > _NEAR:
        return Relation.APART
    return found


def _weak_place(value: Value) -> bool:
    """Whether no mention has its place from the words around it."""
    sources = {f.place.source for f in value.figures if f.place is not None}
    return bool(sources) and sources <= {"dateline", "outlet"}


def severity(members: Sequence[Value], times: Relation, *, slip: bool = False) -> Severity:
    """The severity of a clash between the members.

    A note where a member is more likely bound wrongly than not; a warning where a binding is doubtful, the
    dates differ or are merely inherited, the place is guessed, a bare round number takes part, or the members
    stand far apart without a slip of hand that would explain them.
    """
    if any(doubtful(v) for v in members):
        return "note"
    unsure = any(v.sure is not None and v.sure < _CERTAIN for v in members)
    guessed = len({_weak_place(v) for v in members}) > 1
    far = spread(members) > _TOGETHER and not slip
    if unsure or guessed or far or times is not Relation.SAME or any(v.bare for v in members):
        return "warning"
    return "error"
