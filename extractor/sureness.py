"""How sure a figure is: what speaks for it, and how often such figures were right where that was measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from extractor.data import rows
from extractor.linking.figures import LinkedFigure


@cache
def _grades() -> dict[str, float]:
    return {what: float(share) for what, share in rows("ektp/sureness.tsv") if not what.startswith("weak-")}


@cache
def _weak() -> frozenset[str]:
    return frozenset(name for what, name in rows("ektp/sureness.tsv") if what.startswith("weak-"))


def sureness(figures: Sequence[LinkedFigure], fitting: Collection[str]) -> dict[str, float]:
    """How sure each figure is, by its id.

    `fitting` are the ids of figures that a sum or percentage of the article bears out. The grades are those of
    `patterns/ektp/sureness.tsv`.
    """
    printed = Counter(map(_said, figures))
    return {figure.id: _grade(figure, fitting, printed[_said(figure)] > 1) for figure in figures}


def _said(figure: LinkedFigure) -> tuple[object, ...]:
    """What a mention says: equal for two mentions of one figure."""
    place = figure.place.code if figure.place is not None else None
    return figure.indicator, figure.quantity.value, figure.percent, place


def _grade(figure: LinkedFigure, fitting: Collection[str], again: bool) -> float:
    if figure.id in fitting:
        what = "fits+again" if again else "fits"
    elif again:
        what = "again"
    else:
        weak = figure.construction in _weak() or figure.indicator in _weak()
        what = "weak" if weak else "plain"
    return _grades()[what]
