"""How much it takes to doubt a figure: the table `patterns/weights.tsv`, the first kind that applies."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from extractor.checking.cells import Value, doubtful
from extractor.data import rows

FILE = "weights.tsv"


def _in_headline(value: Value) -> bool:
    return all(figure.section == "title" for figure in value.figures)


def _rounded(value: Value) -> bool:
    return value.places == 0 if value.percent else value.rounded


_KINDS: dict[str, Callable[[Value], bool]] = {
    "doubtful": doubtful,
    "rounded": _rounded,
    "headline": _in_headline,
    "plain": lambda value: True,
}


@cache
def _table() -> tuple[tuple[Callable[[Value], bool], int], ...]:
    """The kinds in the order of the table; raises KeyError for one that the code does not know."""
    return tuple((_KINDS[kind], int(weight)) for kind, weight, _ in rows(FILE))


def weight(value: Value) -> int:
    """The weight of a value in a set of blame: the lighter, the sooner it is doubted."""
    return next(weight for applies, weight in _table() if applies(value))
