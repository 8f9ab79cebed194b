"""A rule as one object, what it is given and what it hands back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from extractor.checking.cells import Cell, cells
from extractor.checking.equations import Equation, Written
from extractor.checking.timing import Timing
from extractor.linking.figures import LinkedFigure
from extractor.reading.mentions import DateMention, QuantityMention
from extractor.report import Severity

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Matter:
    """What is checked: one article's figures, dates and numbers, and the cells made of the figures."""

    figures: Sequence[LinkedFigure]
    dates: Sequence[DateMention]
    quantities: Sequence[QuantityMention]
    text: str
    timing: Timing
    cells: Sequence[Cell]
    full_cells: Sequence[Cell]  # those in which there is something to compare
    clashes: dict[int, list[Conflict]] = field(default_factory=dict)  # kept by `clashes`
    written: dict[int, Written] = field(default_factory=dict)  # kept by `equations`

    @classmethod
    def of(
        cls,
        figures: Sequence[LinkedFigure],
        dates: Sequence[DateMention],
        quantities: Sequence[QuantityMention],
        text: str,
    ) -> Matter:
        """The matter of one article."""
        timing = Timing.of(figures, dates)
        made = cells(figures, timing, text)
        full = [cell for cell in made if cell.values and len(cell.values) + len(cell.others) > 1]
        return cls(figures, dates, quantities, text, timing, made, full)


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """An equation of one cell that does not hold."""

    code: str
    cell: Cell
    equation: Equation
    severity: Severity


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding about words alone: a number's shape, a date."""

    code: str
    severity: Severity
    span: tuple[int, int]
    message: Callable[[str], str]  # language to sentence
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of a rule in another language."""

    summary: str
    explanation: str
    silence: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One check.

    `fires` and `silent` are little articles; the tests run them, `explain` shows them. `explanation` tells
    what it checks, `silence` when it says nothing. `check` finds what does not fit; which figure is to blame
    is settled afterwards, over all conflicts of a place.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    explanation: str
    silence: str
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    check: Callable[[Matter], Iterable[Conflict | Remark]]
    indonesian: Wording
