"""Figures that the arithmetic bears out: members of a sum or percentage that comes out and hardly could by chance."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checking.balances import equations
from extractor.checking.cells import Value
from extractor.checking.equations import Equation
from extractor.checking.rule import Matter


def fitting(matter: Matter) -> frozenset[str]:
    """The ids of all mentions of the values that such an equation holds together."""
    return frozenset(figure.id for value in _values(matter) for figure in value.figures)


def _values(matter: Matter) -> Iterator[Value]:
    for cell in matter.full_cells:
        for equation in equations(matter, cell).holding:
            if _telling(equation):
                yield from equation.members


def _telling(equation: Equation) -> bool:
    """Whether few numbers would do: full digits, of a sum or of what a percentage with its count is of."""
    return equation.directness == 0 and not any(value.rounded for value in equation.members)
