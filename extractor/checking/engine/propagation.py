"""Bounds propagation with reasons: what the rows leave for each unknown, and which figures that rests on.

Each step is a valid deduction on whole numbers, so a clash is one for certain; bounds can miss one in theory
(Davis 1987). Rows are visited a limited number of times, since some systems creep for ever.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from extractor.checking.engine.model import Model
from extractor.checking.engine.rows import Row

MOST = 1_000_000_000  # no figure about people is larger
_MOST_VISITS = 8


class Clash(Exception):  # noqa: N818 - an outcome, not an error
    """The rows cannot hold together; `figures` is the mask of those that this rests on."""

    def __init__(self, figures: int) -> None:
        super().__init__(figures)
        self.figures = figures


@dataclass(slots=True)
class Bounds:
    """The least and the greatest number for each unknown, each with the mask of figures it rests on."""

    low: list[int]
    high: list[int]
    low_why: list[int]
    high_why: list[int]

    @classmethod
    def open(cls, size: int) -> Bounds:
        """Bounds that leave all open."""
        return cls([0] * size, [MOST] * size, [0] * size, [0] * size)

    def lower(self, unknown: int, high: int, why: int) -> bool:
        """Takes a new greatest number; whether it tells anything. Raises `Clash` when none is left."""
        if high >= self.high[unknown]:
            return False
        if high < self.low[unknown]:
            raise Clash(why | self.low_why[unknown])
        self.high[unknown], self.high_why[unknown] = high, why
        return True

    def lift(self, unknown: int, low: int, why: int) -> bool:
        """Takes a new least number; whether it tells anything. Raises `Clash` when none is left."""
        if low <= self.low[unknown]:
            return False
        if low > self.high[unknown]:
            raise Clash(why | self.high_why[unknown])
        self.low[unknown], self.low_why[unknown] = low, why
        return True


@dataclass(slots=True)
class Steps:
    """How many rows have been visited, of at most how many."""

    most: int
    taken: int = 0

    @property
    def left(self) -> bool:
        """Whether there are any left."""
        return self.taken < self.most


def propagate(model: Model, active: int, steps: Steps) -> Bounds:
    """The bounds that the figures of a mask leave; raises `Clash` where they leave nothing."""
    bounds = Bounds.open(model.size)
    for at, value in enumerate(model.figures):
        unknown = model.unknowns.get(id(value))
        if unknown is not None and active >> at & 1:
            interval = model.read(value).integers()
            bounds.lower(unknown, int(interval.high), 1 << at)
            bounds.lift(unknown, int(interval.low), 1 << at)
    standing = [at for at, row in enumerate(model.rows) if not row.figures & ~active]
    left = dict.fromkeys(standing, _MOST_VISITS)
    waiting = deque(standing)
    queued = set(standing)
    while waiting and steps.left:
        at = waiting.popleft()
        queued.discard(at)
        left[at] -= 1
        steps.taken += 1
        for unknown in _tighten(model.rows[at], bounds):
            for other in model.touching[unknown]:
                if other not in queued and left.get(other, 0):
                    waiting.append(other)
                    queued.add(other)
    return bounds


def _tighten(row: Row, bounds: Bounds) -> list[int]:
    """The unknowns whose bounds the row moves."""
    least = 0
    for unknown, coefficient in row.terms:
        least += coefficient * (bounds.low if coefficient > 0 else bounds.high)[unknown]
    if least > row.most:
        raise Clash(_reasons(row, bounds, None))
    moved = []
    for unknown, coefficient in row.terms:
        if coefficient > 0:
            room = row.most - least + coefficient * bounds.low[unknown]
            if room // coefficient < bounds.high[unknown]:
                bounds.lower(unknown, room // coefficient, _reasons(row, bounds, unknown))
                moved.append(unknown)
        else:
            room = row.most - least + coefficient * bounds.high[unknown]
            if -(room // -coefficient) > bounds.low[unknown]:
                bounds.lift(unknown, -(room // -coefficient), _reasons(row, bounds, unknown))
                moved.append(unknown)
    return moved


def _reasons(row: Row, bounds: Bounds, but: int | None) -> int:
    """The figures that a row's least sum rests on, without what is known of one unknown."""
    why = row.figures
    for unknown, coefficient in row.terms:
        if unknown != but:
            why |= (bounds.low_why if coefficient > 0 else bounds.high_why)[unknown]
    return why
