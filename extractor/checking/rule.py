"""A rule as one object, what it is given and what it hands back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from extractor.checking.cells import Cell, Value, cells
from extractor.checking.described import Described
from extractor.checking.equations import Equation, Written
from extractor.checking.timing import Timing
from extractor.linking.figures import LinkedFigure
from extractor.reading.gazetteer import parent
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
    below: dict[str, list[Cell]]  # the cells that hold values, by the place that they lie in
    clashes: dict[int, list[Conflict]] = field(default_factory=dict)  # kept by `clashes`
    written: dict[int, Written] = field(default_factory=dict)  # kept by `equations`
    lists: dict[str, dict[str, list[list[Value]]]] = field(default_factory=dict)  # kept by `lists`

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
        return cls(figures, dates, quantities, text, timing, made, full, _below(made))

    def printed(self, start: int, end: int) -> str:
        """A stretch of the text on one line."""
        return " ".join(self.text[start:end].split())


def _below(made: Sequence[Cell]) -> dict[str, list[Cell]]:
    found: dict[str, list[Cell]] = {}
    if len(made) > 1:
        for cell in made:
            if cell.values:
                found.setdefault(parent(cell.place) or "", []).append(cell)
    return found


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


def nothing_computed(lang: str) -> list[str]:
    """The arithmetic of an observation that computes nothing."""
    return []


@dataclass(frozen=True, slots=True)
class Observation:
    """A finding about figures that blames none of them: somebody should look at them together."""

    code: str
    severity: Severity
    figures: tuple[LinkedFigure, ...]  # that to look at first before the others
    message: Callable[[str], str]  # language to sentence
    arithmetic: Callable[[str], list[str]] = nothing_computed


@dataclass(frozen=True, slots=True)
class Depth:
    """How closely to look.

    `strict` also tells what fits only while rounded figures are read as plus or minus one unit of their last
    digit, not at half a unit. `named` are the codes of rules to run that run only when they are asked for.
    """

    strict: bool = False
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Described):
    """One check inside an article.

    `fires` and `silent` are little articles. `check` finds what does not fit; which figure is to blame is settled
    afterwards, over all conflicts of a place. `asked` tells what it needs to run at all: a strict reading, or its code
    named.
    """

    check: Callable[[Matter], Iterable[Conflict | Observation | Remark]]
    asked: Literal["strict", "named"] | None = None

    def runs(self, depth: Depth) -> bool:
        """Whether it takes part in a check of this depth."""
        if self.asked == "strict":
            return depth.strict
        return self.asked is None or self.code in depth.named
