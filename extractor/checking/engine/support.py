"""What the figures that stand allow a figure to be."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checking.cells import Value
from extractor.checking.engine.model import Model, Parts
from extractor.checking.engine.propagation import MOST, Bounds
from extractor.checking.intervals import Interval, rest, share, share_of_sum


def allowed(model: Model, bounds: Bounds, active: int, value: Value) -> Interval | None:
    """The numbers that the bounds leave for one of the model's figures, which is not among the active ones.

    None where they leave all open.
    """
    if value.percent:
        return _percent(model, bounds, active, value)
    unknown = model.unknowns[id(value)]
    low, high = bounds.low[unknown], bounds.high[unknown]
    return None if high == MOST else Interval(low, high)


def _percent(model: Model, bounds: Bounds, active: int, value: Value) -> Interval | None:
    interval: Interval | None = None
    found = (*_computed(model, bounds, value), *_told(model, active, value), *_capped(model, bounds, value))
    for each in found:
        narrowed = each if interval is None else interval.within(each)
        if not narrowed.empty:
            interval = narrowed
    return interval


def _computed(model: Model, bounds: Bounds, value: Value) -> Iterator[Interval]:
    for parts in model.shares[id(value)]:
        yield from _shares(parts, bounds)


def _shares(parts: Parts, bounds: Bounds) -> Iterator[Interval]:
    """The percentages that the counts make, by every two of them; nothing of a whole without an upper bound."""
    part, other, whole = (_interval(bounds, u) for u in (parts.part, parts.other, parts.whole))
    if part is not None and whole is not None:
        made = share(part, whole)
        if made is not None:
            yield made
    if other is not None and whole is not None:
        made = share(other, whole)
        if made is not None:
            yield rest(made)
    if part is not None and other is not None:
        made = share_of_sum(part, other)
        if made is not None:
            yield made


def _interval(bounds: Bounds, unknown: int | None) -> Interval | None:
    if unknown is None or bounds.high[unknown] == MOST:
        return None
    return Interval(bounds.low[unknown], bounds.high[unknown])


def _told(model: Model, active: int, value: Value) -> Iterator[Interval]:
    """What other percentages say of it: those that repeat it, and those that make up the whole with it."""
    for pairs, turn in ((model.sames, False), (model.complements, True)):
        for a, b in pairs:
            other = b if a is value else a if b is value else None
            if other is not None and model.mask([other]) & active:
                yield rest(other.interval) if turn else other.interval


def _capped(model: Model, bounds: Bounds, value: Value) -> Iterator[Interval]:
    """The percentages that are not too large."""
    for percent, part, whole in model.ceilings:
        made = _interval(bounds, part), _interval(bounds, whole)
        if percent is value and made[0] is not None and made[1] is not None:
            most = share(made[0], made[1])
            if most is not None:
                yield Interval(0, most.high)
