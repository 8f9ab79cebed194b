"""The figure as linking hands it to records and checking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.reading.mentions import QuantityMention
from extractor.report import Period, Place

Moment = Literal["now", "before"]


@dataclass(slots=True)
class LinkedFigure:
    """One mention of one number with its indicator, place, date and the construction that linked it."""

    id: str
    indicator: str
    quantity: QuantityMention
    place: Place | None
    as_of: Period | None
    sentence: tuple[int, int]
    paragraph: int
    section: str
    construction: str
    attributed_to: str | None = None
    sure: float | None = None
    whole: str | None = None  # id of the figure that the text names as its whole ("dari 643.450 …")
    apposed: str | None = None  # id of the figure that it restates ("641.131 orang atau 99,64 persen")
    series: int | None = None  # earlier and later values of one series ("445 ribu … menjadi 142 ribu")
    subgroup: str | None = None  # a printed restriction ("di atas 17 tahun", "dalam DPT"): not the whole cell
    disputed: bool = False  # denied or corrected by the speaker
    shared: bool = False  # one printed number of several places
    moment: Moment | None = None  # told of the present ("kini") or of a time before it ("pekan lalu")
    base: str | None = None  # the whole a percentage is said to be of: "wktp", "population", "target", …

    @property
    def percent(self) -> bool:
        """Whether the figure is a percentage."""
        return self.quantity.unit == "percent"
