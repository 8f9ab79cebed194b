"""Minimal conflicts: figures that clash, and no longer do without any one of them."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checking.engine.model import Model
from extractor.checking.engine.propagation import Clash, Steps, propagate


def bits(mask: int) -> Iterator[int]:
    """The single bits of a mask, the lowest first."""
    while mask:
        yield mask & -mask
        mask &= mask - 1


def conflict(model: Model, active: int, steps: Steps) -> int | None:
    """A minimal conflict among the figures of a mask; None where they can all be right.

    Where `steps` run out it may not be minimal, or not be found.
    """
    try:
        propagate(model, active, steps)
    except Clash as clash:
        return _shrunk(model, clash.figures, steps)
    return None


def _shrunk(model: Model, clashing: int, steps: Steps) -> int:
    """The clashing figures without those that the clash does not need.

    Each figure is left out in turn; what clashes then is what the next are left out of, so that a conflict of
    few among many figures is reached in few steps.
    """
    needed = 0
    while clashing & ~needed:
        figure = next(bits(clashing & ~needed))
        try:
            propagate(model, clashing & ~figure, steps)
        except Clash as clash:
            clashing = clash.figures | needed
        else:
            needed |= figure
        if not steps.left:
            break
    return clashing
