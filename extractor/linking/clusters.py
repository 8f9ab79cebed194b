"""Numbers that the text states as one: "641.131 orang atau 99,64 persen", a range, a count in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.reading.mentions import QuantityMention
from extractor.reading.senses import Sense
from extractor.reading.wording import any_of

_OR = re.compile(
    rf"""^(?:\s+(?!{any_of("going on")}\b)[^\W\d]+(?:-[^\W\d]+)*){{0,4}}?\s*,?\s*
        (?:{any_of("restating")}|(?<!,\ )dengan(?=\s*$)|=|/)(?:\s+{any_of("before a restated number")})*\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_OF = re.compile(r"(?<![^\W_])dari(?![^\W_])", re.IGNORECASE)
_BRACKET = re.compile(rf"^[^,.;:()\d]{{0,40}}\(\s*{any_of('restating in brackets')}?\s*$", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Cluster:
    """One or more numbers for the same thing; `start:end` spans them with hedges and unit words."""

    quantities: list[QuantityMention]
    start: int
    end: int
    count: QuantityMention | None  # its first number that is no percentage
    percent_only: bool = False  # all its numbers are percentages
    role: str = ""  # "whole", "part"
    whole: Cluster | None = None
    indicator: str | None = None
    construction: str = ""
    sense: Sense | None = None
    cost: float = 0.0
    series: int | None = None
    subgroup: str | None = None
    disputed: bool = False
    earlier: bool = False  # told only to compare: "turun dari 2,1 persen pada 2022"
    base: str | None = None
    options: list[tuple[float, Sense]] = field(default_factory=list)

    @property
    def of_cards(self) -> bool:
        """Whether it counts cards."""
        return self.count is not None and self.count.unit == "cards"


def build(quantities: Sequence[QuantityMention], text: str) -> list[Cluster]:
    """The clusters of one sentence's quantities, in text order."""
    clusters: list[Cluster] = []
    for quantity in quantities:
        last = clusters[-1] if clusters else None
        count = quantity if quantity.unit != "percent" else None
        if last is not None and _joined(last.quantities[-1], quantity, text):
            last.quantities.append(quantity)
            last.count = last.count or count
            last.end = quantity.outer_end
        else:
            clusters.append(Cluster([quantity], quantity.outer_start, quantity.outer_end, count))
    for cluster in clusters:
        cluster.percent_only = cluster.count is None
        if len(cluster.quantities) > 1 and text[cluster.end : cluster.end + 1] == ")":
            cluster.end += 1
    return clusters


def _joined(left: QuantityMention, right: QuantityMention, text: str) -> bool:
    if left.range == "low" and right.range == "high":
        return True
    if (left.unit == "percent") == (right.unit == "percent"):
        return False
    gap = text[left.outer_end : right.outer_start]
    if len(gap) > 80 or _OF.search(gap):
        return False
    if _COUNTS_OUT.search(gap) and _FROM.search(text, max(0, left.outer_start - _LEAD), left.outer_start):
        return False  # "Dari 700 ribu wajib KTP tersebut, sebanyak 95 persen telah merekam"
    return bool(_OR.match(gap) or _BRACKET.match(gap))


_LEAD = 60  # code points
_FROM = re.compile(r"(?<![^\W_])dari\s+(?:[^\W\d][^\s,.;:]*\s+){0,6}$", re.IGNORECASE)
_COUNTS_OUT = re.compile(rf",\s*{any_of('counting out')}\s*$", re.IGNORECASE)
