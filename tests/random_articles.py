"""Random articles as values and equations, with what was printed of which quantity for an oracle of another kind.

Each place has those obliged, recorded and not; some are printed, exactly, rounded or cut off, with percentages; where
there are several places, the first is the sum of the others. Some figures are then misprinted.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import floor

from extractor.checking.cells import Value
from extractor.checking.equations import Complement, Equation, Same, Share, Sum
from extractor.checking.intervals import Interval
from extractor.checking.totals import AtMost, Total
from extractor.linking.figures import LinkedFigure
from extractor.reading.mentions import QuantityMention

WHOLE, PART, REST = "wktp", "recorded", "unrecorded"
COUNTS = (WHOLE, PART, REST)
Quantity = tuple[int, str, bool]  # place, indicator, whether it is a percentage
_LEAST, _MOST = 100_000, 900_000


@dataclass(slots=True)
class RandomArticle:
    """The printed values by quantity, in the order of print."""

    places: int
    printed: dict[Quantity, list[Value]] = field(default_factory=dict)

    @property
    def values(self) -> list[Value]:
        return [value for found in self.printed.values() for value in found]

    def first(self, place: int, indicator: str, *, percent: bool = False) -> Value | None:
        found = self.printed.get((place, indicator, percent))
        return found[0] if found else None

    def totalled(self) -> Iterator[str]:
        """The indicators that are printed for every place, so that their sum can be checked."""
        for indicator in COUNTS:
            if self.places > 1 and all(self.first(place, indicator) for place in range(self.places)):
                yield indicator

    def equations(self) -> list[Equation]:
        found: list[Equation] = [
            Same(values[0], other) for values in self.printed.values() for other in values[1:]
        ]
        for place in range(self.places):
            found += self._of_place(place)
        for indicator in self.totalled():
            whole, *parts = (self.first(place, indicator) for place in range(self.places))
            assert whole is not None
            found.append(Total(whole, tuple(v for v in parts if v is not None)))
        return found

    def _of_place(self, place: int) -> Iterator[Equation]:
        whole, part, rest = (self.first(place, indicator) for indicator in COUNTS)
        if whole and part and rest:
            yield Sum(whole, part, rest)
        elif whole and (part or rest):
            yield AtMost(part or rest, whole)  # type: ignore[arg-type]
        for indicator, mine, other in ((PART, part, rest), (REST, rest, part)):
            percent = self.first(place, indicator, percent=True)
            if percent and whole and mine:
                yield Share(percent, WHOLE, part=mine, whole=whole)
            elif percent and whole and other:
                yield Share(percent, WHOLE, other=other, whole=whole)
            elif percent and mine and other:
                yield Share(percent, WHOLE, part=mine, other=other)
        one, other_rate = (self.first(place, i, percent=True) for i in (PART, REST))
        if one and other_rate:
            yield Complement(one, other_rate)


def compose(seed: int) -> RandomArticle:
    """One article; the same for the same seed."""
    source = random.Random(seed)
    article = RandomArticle(source.choice((1, 1, 3, 5)))
    truth = _truth(source, article.places)
    for place, counts in enumerate(truth):
        for indicator in COUNTS:
            for _ in range(source.choice((0, 1, 1, 1, 2))):
                digits = source.choice((None, None, 3, 4))
                _add(article, (place, indicator, False), _count(source, counts[indicator], digits))
        for indicator in (PART, REST):
            for _ in range(source.choice((0, 1, 1))):
                rate = Fraction(100 * counts[indicator], counts[WHOLE])
                _add(article, (place, indicator, True), _rate(source, rate, source.choice((0, 1, 2))))
    for _ in range(source.choice((0, 1, 1, 2))):
        _misprint(source, article)
    return article


def _truth(source: random.Random, places: int) -> list[dict[str, int]]:
    counts = []
    for _ in range(max(places - 1, 1)):
        whole = source.randrange(_LEAST * 5, _MOST)
        rest = source.randrange(whole // 4, whole // 3)
        counts.append({WHOLE: whole, PART: whole - rest, REST: rest})
    if places == 1:
        return counts
    return [{name: sum(each[name] for each in counts) for name in COUNTS}, *counts]


def _count(source: random.Random, number: int, digits: int | None) -> tuple[int, Interval, int]:
    """The number in full or with so many digits, rounded or cut off; read as one unit either way."""
    if digits is None:
        return number, Interval(number, number), 0
    unit = 10 ** (len(str(number)) - digits)
    near = (number + source.choice((0, unit // 2))) // unit * unit
    return near, Interval(near - unit, near + unit), 0


def _rate(source: random.Random, rate: Fraction, places: int) -> tuple[Fraction, Interval, int]:
    unit = Fraction(1, 10**places)
    near = floor(rate / unit + source.choice((Fraction(0), Fraction(1, 2)))) * unit
    return near, Interval(near - unit, near + unit), places


def _add(article: RandomArticle, quantity: Quantity, told: tuple[int | Fraction, Interval, int]) -> None:
    number, interval, places = told
    at = len(article.values)
    mention = QuantityMention(at, at + 1, number, interval.low, interval.high, None, decimals=places)
    if quantity[2]:
        mention.unit = "percent"
    figure = LinkedFigure(
        id=f"f{at}",
        indicator=quantity[1],
        quantity=mention,
        place=None,
        as_of=None,
        sentence=(at, at + 1),
        paragraph=at,
        section="title" if at % 7 == 6 else "body",
        construction="random",
        sure=0.4 if at % 11 == 10 else None,
    )
    value = Value(quantity[1], quantity[2], number, interval, (figure,), str(number))
    article.printed.setdefault(quantity, []).append(value)


def _misprint(source: random.Random, article: RandomArticle) -> None:
    """One figure is printed wrongly: a digit, two digits swapped, one dropped, another percentage."""
    if not article.values:
        return
    quantity = source.choice(list(article.printed))
    at = source.randrange(len(article.printed[quantity]))
    value = article.printed[quantity][at]
    moved = source.randrange(1, 30) if value.percent else _slipped(source, int(value.number)) - value.number
    interval = Interval(value.interval.low + moved, value.interval.high + moved)
    if interval.low >= 0:
        wrong = replace(value, number=value.number + moved, interval=interval)
        article.printed[quantity][at] = wrong


def _slipped(source: random.Random, number: int) -> int:
    digits = list(str(number))
    at = source.randrange(len(digits) - 1)
    match source.choice(("digit", "swap", "drop")):
        case "digit":
            digits[at] = source.choice("123456789")
        case "swap":
            digits[at], digits[at + 1] = digits[at + 1], digits[at]
        case _:
            del digits[at]
    return int("".join(digits))
