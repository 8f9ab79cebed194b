"""What reading finds, on plain offsets: nothing here or after it knows spaCy.

All offsets count code points of `article.text`; `end` is exclusive.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from fractions import Fraction

Number = int | Fraction


@dataclass(slots=True)
class QuantityMention:
    """A printed number with its scale word and suffix ("26 ribu", "4.000-an").

    `start:end` is the figure's span. `outer_start:outer_end` adds the hedge before and the unit word or percent
    sign after ("sekitar 26 ribuan warga"). Counts are ints, percentages exact fractions in percent.
    """

    start: int
    end: int
    value: Number
    low: Number
    high: Number
    unit: str | None  # "persons", "percent", "cards", "other"; None: no unit word printed
    approximate: bool = False
    repair: str | None = None
    range: str | None = None  # "low" or "high" end of a printed range
    outer_start: int = -1
    outer_end: int = -1
    classifier: str | None = None  # the unit word as printed, lower case: "warga", "keping"
    decimals: int = 0  # printed decimals of the number before its scale word
    step: Number = 0  # one unit of the last printed digit; 0 where the print is exact

    def __post_init__(self) -> None:
        if self.outer_start < 0:
            self.outer_start = self.start
        if self.outer_end < 0:
            self.outer_end = self.end


@dataclass(slots=True)
class DateMention:
    """A date or period in the text.

    `first` and `last` are None where several `candidates` (first, last) fit; of a day that does not exist they are
    its month's, where that is printed with its year.
    `role`: "statement" (day of speaking), "as_of" (the text dates its figures by it), "deadline", "event",
    "birth", "law", "page" (furniture, header, copyright) or "plain" (undecided).
    """

    start: int
    end: int
    first: dt.date | None
    last: dt.date | None
    precision: str
    role: str = "plain"
    candidates: list[tuple[dt.date, dt.date]] = field(default_factory=list)
    weekday: int | None = None  # printed weekday, Monday is 0
    weekday_fits: bool | None = None  # None: no weekday printed, or no full date
    impossible: bool = False  # a day that no calendar has ("31 April")


@dataclass(slots=True)
class PlaceMention:
    """A name of an official unit. `codes` holds every unit that it can mean, the best first.

    `decided` tells that the rules leave one unit; `codes[0]` is it. `source` is "text" or "dateline".
    `kind` is the kind word's level ("country", "province", "kabupaten", "kota", "district", "village") or None.
    """

    start: int
    end: int
    codes: list[str]
    decided: bool
    kind: str | None = None
    source: str = "text"


@dataclass(slots=True)
class Cue:
    """A phrase that tells what a number counts. `label` is a symbol of `patterns/ektp/cues.jsonl`."""

    start: int
    end: int
    label: str
    traits: str = ""  # the pattern's `id`: "done", "card", "weak", "without"; several separated by blanks
