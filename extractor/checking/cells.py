"""Figures of one place, mentions of one number folded together: what the rules compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache

from extractor.checking.identities import Balance
from extractor.checking.intervals import Interval, Number
from extractor.checking.notation import count, decimal
from extractor.checking.timing import Relation, Timing
from extractor.linking.figures import LinkedFigure

# More distinct values of one indicator in one place than this are a list whose places were not read.
_MOST_VALUES = 5
_MOST_OTHERS = 24
_MOST_PEOPLE = 1_000_000_000
_DOUBTFUL = 0.5


@dataclass(slots=True, eq=False)
class Value:
    """One number of one indicator in one place, with all figures that print it. Compared by identity.

    Nothing changes it; it is not frozen because that doubles what it takes to make one for every figure.
    """

    indicator: str
    percent: bool
    number: Number
    interval: Interval
    figures: tuple[LinkedFigure, ...]
    printed: str
    _loose: Interval | None = field(init=False, default=None, repr=False)  # kept by `loose`

    @property
    def first(self) -> LinkedFigure:
        """The first mention."""
        return self.figures[0]

    @property
    def sure(self) -> float | None:
        """How sure the best linked mention is; None where none is rated."""
        if len(self.figures) == 1:
            return self.figures[0].sure
        return max((f.sure for f in self.figures if f.sure is not None), default=None)

    @property
    def places(self) -> int:
        """The printed decimals."""
        return max([f.quantity.decimals for f in self.figures])

    @property
    def rounded(self) -> bool:
        """Whether it is a count printed as a rounded number."""
        return not self.percent and self.interval.low != self.interval.high

    @property
    def hedged(self) -> bool:
        """Whether it is a rounded count that every mention gives as such ("sekitar 13 ribu")."""
        return self.rounded and all(f.quantity.approximate for f in self.figures)

    @property
    def bare(self) -> bool:
        """Whether full digits end in zeros without a hedge: exact in print, rounded as like as not."""
        if self.percent or any(f.quantity.approximate for f in self.figures):
            return False
        return self.rounded or (self.number >= 1000 and self.number % 100 == 0)

    def loose(self) -> Interval:
        """The interval of a rounded number, one unit of its last digit that is not zero.

        "20 ribu" is told for 23.456 as well, and "90 persen" with a hedge for 93; a clash that such a reading
        mends is none. "20 ribu lebih" is not said below 20.000, unless the article also says "20 ribu".
        """
        if self._loose is None:
            self._loose = self._loosened()
        return self._loose

    def _loosened(self) -> Interval:
        if self.interval.low == self.interval.high == self.number:
            return self.interval
        unit = self._round_unit()
        least = not self._about and all(f.quantity.low >= self.number for f in self.figures)
        low = self.interval.low if least else self.number - unit
        high = self.interval.high if self.interval.high == self.number else self.number + unit
        return Interval(min(low, self.interval.low), max(high, self.interval.high))

    @property
    def _about(self) -> bool:
        """Whether it is printed with -an ("7 ribuan"), which is also said a little below."""
        return self.printed.lower().endswith("an")

    def _round_unit(self) -> Number:
        if self.number.denominator != 1 or self.interval.exact or self.number <= 0:
            return 0
        number = int(self.number)
        if self.percent:
            hedged = any(f.quantity.approximate for f in self.figures) or number == 100
            return 5 if hedged and number % 5 == 0 else 0
        unit = 1
        while number % 10 == 0:
            number //= 10
            unit *= 10
        return unit

    def shown(self) -> str:
        """The number in Indonesian notation: "812.650", "99,48", "24 juta"."""
        if self.percent:
            return decimal(self.number, self.places)
        return count(int(self.number)) if self.interval.exact else " ".join(self.printed.lower().split())


@dataclass(slots=True)
class Cell:
    """The figures of one place.

    `values` may be held against each other; `others` are printed for the same place but tell of something
    else (earlier values, subgroups, targets, quarrels): they can only excuse.
    """

    place: str
    values: list[Value]
    others: list[Value]
    licensed: list[Balance] | None = None  # kept by `balances`, which the text decides once for a cell
    standing: list[Value] | None = None  # kept by `balances`: percentages that are no targets
    counted: dict[str, list[Value]] = field(init=False, default_factory=dict)  # counts by indicator
    rated: dict[str, list[Value]] = field(init=False, default_factory=dict)  # percentages by indicator

    def __post_init__(self) -> None:
        for value in self.values:
            (self.rated if value.percent else self.counted).setdefault(value.indicator, []).append(value)

    def of(self, indicator: str, *, percent: bool = False) -> list[Value]:
        """The values of one indicator; none where there are so many that they must be a list of parts."""
        found = (self.rated if percent else self.counted).get(indicator, [])
        return found if len(found) <= _MOST_VALUES else []

    def counts(self) -> list[Value]:
        """All counts printed for the place."""
        return [v for v in [*self.values, *self.others] if not v.percent][:_MOST_OTHERS]


def comparable(figure: LinkedFigure) -> bool:
    """Whether the figure tells of the whole place as it stands."""
    return not (
        figure.disputed or figure.subgroup or figure.series is not None or figure.quantity.range is not None
    )


def _sound(figure: LinkedFigure) -> bool:
    quantity = figure.quantity
    if quantity.low.numerator < 0 or quantity.low > quantity.high:
        return False
    return quantity.unit == "percent" or quantity.value <= _MOST_PEOPLE


def _joins(value: Value, figure: LinkedFigure, timing: Timing) -> bool:
    """Whether the figure is another mention of the value."""
    same_base = not value.percent or value.first.base == figure.base
    same_series = value.first.series == figure.series
    related = timing.relate(value.first, figure) is not Relation.APART
    return same_base and same_series and related and value.first.subgroup == figure.subgroup


def _interval(figure: LinkedFigure) -> Interval:
    """What the figure can mean; no percentage is exact, not even one in words."""
    quantity = figure.quantity
    low, high = quantity.low, quantity.high
    if quantity.unit == "percent" and low == high:
        unit = _last_digit(quantity.decimals)
        low, high = (low - unit if low > unit else 0), high + unit
    return Interval(low, high)


@cache
def _last_digit(decimals: int) -> Fraction:
    """One unit of the last printed decimal."""
    return Fraction(1, 10**decimals)


def _merged(value: Value, figure: LinkedFigure) -> Value:
    interval = value.interval.within(_interval(figure))
    if interval.empty:
        interval = value.interval
    figures = (*value.figures, figure)
    return Value(value.indicator, value.percent, value.number, interval, figures, value.printed)


def bare_value(figure: LinkedFigure, text: str) -> Value:
    """The value of one mention alone."""
    quantity = figure.quantity
    number = quantity.value
    if number.denominator == 1:
        number = number.numerator
    printed = text[quantity.start : quantity.end]
    return Value(figure.indicator, figure.percent, number, _interval(figure), (figure,), printed)


def _fold(figures: Sequence[LinkedFigure], timing: Timing, text: str) -> list[Value]:
    """The distinct values of some figures of one place, in text order."""
    if len(figures) <= 1:
        return [bare_value(figure, text) for figure in figures]
    folded: list[Value] = []
    known_at: dict[tuple[str, bool, int, int], list[int]] = {}
    for figure in figures:
        quantity = figure.quantity
        number, percent = quantity.value, quantity.unit == "percent"
        key = (figure.indicator, percent, number.numerator, number.denominator)
        known = known_at.setdefault(key, [])
        for at in known:
            if _joins(folded[at], figure, timing):
                folded[at] = _merged(folded[at], figure)
                break
        else:
            if len(known) < _MOST_VALUES:
                known.append(len(folded))
                folded.append(bare_value(figure, text))
    return _without_restatements(folded, timing)


def _without_restatements(values: list[Value], timing: Timing) -> list[Value]:
    """Without the hedged round counts that retell an exact one: they would speak for any number near by."""
    hedged = [v for v in values if not v.percent and v.hedged]
    if not hedged:
        return values
    exact = [v for v in values if not v.percent and v.interval.exact][:_MOST_OTHERS]
    retelling = [v for v in hedged if any(_retells(v, e, timing) for e in exact)]
    return [v for v in values if v not in retelling]


def _retells(rounded: Value, exact: Value, timing: Timing) -> bool:
    return (
        rounded.indicator == exact.indicator
        and rounded.loose().meets(exact.interval)
        and _joins(exact, rounded.first, timing)
    )


def cells(figures: Sequence[LinkedFigure], timing: Timing, text: str) -> list[Cell]:
    """The cells of an article, for every place that linking has decided, in text order."""
    by_place: dict[str, list[LinkedFigure]] = {}
    for figure in figures:
        if figure.place is not None and figure.place.code is not None and _sound(figure):
            by_place.setdefault(figure.place.code, []).append(figure)
    made = []
    for place, members in by_place.items():
        plain: list[LinkedFigure] = []
        marked: list[LinkedFigure] = []
        for figure in members:
            (plain if comparable(figure) else marked).append(figure)
        made.append(Cell(place, _fold(plain, timing, text), _fold(marked, timing, text)))
    return made


def doubtful(value: Value) -> bool:
    """Whether linking itself holds the value's binding for less likely than not."""
    sure = value.sure
    return sure is not None and sure < _DOUBTFUL
