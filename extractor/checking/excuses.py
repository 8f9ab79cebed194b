"""What the text prints beside two or three figures that may explain why they do not add up.

An excuse can only silence, never accuse: every printed whole and every printed difference of wholes is tried
before a sum or a share is called wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from extractor.checking.cells import Cell, Value
from extractor.checking.equations import Share, Sum, loosely
from extractor.checking.identities import identities, words
from extractor.checking.intervals import Interval, rest, share
from extractor.linking.figures import LinkedFigure

_MOST_WHOLES = 10
_AFTER = 300  # code points: where a third class is named after the two
_HALF = 2
_OVER = 100


def other_wholes(cell: Cell, members: tuple[Value, ...]) -> Iterator[Interval]:
    """Every count of the cell that something may be a part of, and every difference of two of them."""
    wholes = [v for v in cell.counts() if v.indicator in identities().wholes][:_MOST_WHOLES]
    for value in wholes:
        if value not in members:
            yield value.interval
    for large, small in permutations(wholes, 2):
        if large.number > small.number:
            yield large.interval - small.interval


def sum_excused(cell: Cell, equation: Sum, text: str) -> bool:
    """Whether something printed explains why the parts do not make the whole."""
    if equation.holds(loosely):
        return True
    total = equation.total()
    known = {id(v) for v in equation.members}
    if any(interval.meets(total) for interval in other_wholes(cell, equation.members)):
        return True
    short = equation.whole.interval - total
    over = total - equation.whole.interval
    for value in cell.counts():
        if id(value) not in known and value.indicator not in {v.indicator for v in equation.members}:
            if value.interval.meets(short) or value.interval.meets(over):
                return True
    return short.low > 0 and names_third_class(equation, text)


def names_third_class(equation: Sum, text: str) -> bool:
    """Whether a rest is named after both parts ("…, sisanya pindah atau meninggal")."""
    part, other = equation.part, equation.other
    pairs = [(f, g) for f in part.figures[:4] for g in other.figures[:4] if f.paragraph == g.paragraph]
    return any(_rest_after(max(f.quantity.end, g.quantity.end), text) for f, g in pairs)


def _rest_after(end: int, text: str) -> bool:
    tail = text[end : end + _AFTER].split("\n", 1)[0]
    return words("rest").search(tail) is not None


def given_as_rest(figure: LinkedFigure, before: list[LinkedFigure], text: str) -> bool:
    """Whether the words before the figure give it as what is left of one of the figures `before`."""
    start = max(figure.sentence[0], figure.quantity.start - _AFTER)
    lead = text[start : figure.quantity.start]
    found = None
    for found in words("rest").finditer(lead):
        pass
    if found is None:
        return False
    at = start + found.start()
    return any(f.quantity.start < at and figure.paragraph - f.paragraph in (0, 1) for f in before)


def share_excused(cell: Cell, equation: Share) -> bool:
    """Whether the percentage fits another printed whole, or is an over-fulfilment that the count does not show."""
    if equation.holds(loosely):
        return True
    percent = equation.percent.interval
    if percent.low > _OVER and _whole_restated(equation):
        return True
    for whole in other_wholes(cell, equation.members):
        for counted, is_rest in ((equation.part, False), (equation.other, True)):
            if counted is None or counted.interval.low > whole.high:
                continue
            computed = share(counted.interval, whole)
            if computed is not None and percent.meets(rest(computed) if is_rest else computed):
                return True
    return False


def _whole_restated(equation: Share) -> bool:
    """Whether more than 100 percent is told of a part that is no larger than its whole: the base is told twice."""
    part, whole = equation.part, equation.whole
    return part is None or whole is None or part.interval.low <= whole.interval.high


def plausible_gap(equation: Sum) -> bool:
    """Whether the parts make at least half and at most twice the whole: else other things are counted."""
    total, whole = equation.total(), equation.whole.interval
    return whole.high <= _HALF * total.high and total.low <= _HALF * whole.high
