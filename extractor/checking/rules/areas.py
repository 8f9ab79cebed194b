"""A list of all parts of a place that does not add up to the place (EK301)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.checking.cells import Cell, Value
from extractor.checking.described import Wording
from extractor.checking.equations import loosely
from extractor.checking.rule import Conflict, Matter, Rule
from extractor.checking.timing import Relation
from extractor.checking.totals import Total
from extractor.checking.weight import together
from extractor.reading.gazetteer import units_within

_FEWEST = 3  # parts of a list
_LONGEST = 4  # paragraphs over which a list may run


def check_areas(matter: Matter) -> Iterator[Conflict]:
    """Every list whose parts are all there and whose sum meets no printed total of their whole."""
    for cell in matter.cells:
        if len(matter.below.get(cell.place, ())) >= _FEWEST:
            for indicator, listed in lists(matter, cell).items():
                yield from _list(matter, cell, indicator, listed)


def lists(matter: Matter, whole: Cell) -> dict[str, list[list[Value]]]:
    """What the parts of a place tell of each count that is told of the place too."""
    known = matter.lists.get(whole.place)
    if known is None:
        parts = matter.below.get(whole.place, ())
        known = matter.lists[whole.place] = {
            indicator: [cell.of(indicator) for cell in parts if indicator in cell.counted]
            for indicator in whole.counted
        }
    return known


def _list(matter: Matter, whole: Cell, indicator: str, listed: list[list[Value]]) -> Iterator[Conflict]:
    if len(listed) < _FEWEST or any(len(values) != 1 for values in listed):
        return
    values = tuple(found[0] for found in listed)
    paragraphs = [value.first.paragraph for value in values]
    if max(paragraphs) - min(paragraphs) > _LONGEST:
        return
    if not complete(matter, whole.place, len(listed)):
        return
    totals = [Total(value, values) for value in whole.of(indicator)]
    if not totals or any(total.holds() or total.holds(loosely) for total in totals):
        return
    if any(Total(value, values).holds() for other in whole.counted for value in whole.of(other)):
        return  # a list of something else, read as this
    nearest = min(totals, key=Total.off)
    if not nearest.total().near(nearest.whole.interval):
        return
    if together(matter.timing, nearest.members, (nearest.whole,)) is not Relation.APART:
        yield Conflict("EK301", whole, nearest, "warning")


def complete(matter: Matter, place: str, listed: int) -> bool:
    """Whether all parts of the place are listed, by today's division or by the number that the text gives."""
    if listed == len(units_within(place)):
        return True
    return _number(listed).search(matter.text) is not None


@cache
def _number(listed: int) -> re.Pattern[str]:
    """The number of parts as the text would give it; what stands before it is asked behind it, to find it quickly."""
    kinds = r"kecamatan|distrik|kabupaten(?:\s*(?:/|dan)\s*kota)?|kota|daerah"
    return re.compile(rf"{listed}(?<![\d.,]{listed})\s+(?:{kinds})(?![^\W_])", re.IGNORECASE)


AREAS = Rule(
    code="EK301",
    name="area-sum",
    severity="warning",
    summary="the parts of a place do not add up to it",
    explanation=(
        "The text lists a figure for every district of a regency or every regency of a province, and their sum "
        "is not the figure that it prints for the whole."
    ),
    silence=(
        "Where parts are missing, by today's division and by the number of parts that the text gives; where "
        "another printed total fits; where the sum is so far off that something else must be counted; where "
        "the dates differ."
    ),
    fires=(
        "Perekaman di Kota Blitar\n\nBLITAR - Warga Kota Blitar yang belum merekam e-KTP 2.940 orang. Rinciannya, "
        "Kecamatan Sukorejo 861 orang, Kecamatan Kepanjenkidul 1.034 orang, dan Kecamatan Sananwetan 1.105 orang.",
    ),
    silent=(
        "Perekaman di Kota Blitar\n\nBLITAR - Warga Kota Blitar yang belum merekam e-KTP 3.000 orang. Rinciannya, "
        "Kecamatan Sukorejo 861 orang, Kecamatan Kepanjenkidul 1.034 orang, dan Kecamatan Sananwetan 1.105 orang.",
        "Perekaman di Kota Blitar\n\nBLITAR - Warga Kota Blitar yang belum merekam e-KTP 2.940 orang. Antara lain "
        "Kecamatan Sukorejo 861 orang dan Kecamatan Sananwetan 1.105 orang.",
    ),
    check=check_areas,
    indonesian=Wording(
        summary="bagian-bagian suatu daerah tidak berjumlah seperti keseluruhannya",
        explanation=(
            "Teks memerinci angka untuk setiap kecamatan di kabupaten, atau setiap kabupaten di provinsi, dan "
            "jumlahnya bukan angka yang tercetak untuk keseluruhan."
        ),
        silence=(
            "Bila ada bagian yang tidak disebut, menurut pembagian sekarang dan menurut jumlah bagian yang disebut "
            "teks; bila total lain yang tercetak cocok; bila selisihnya terlalu besar untuk hal yang sama; bila "
            "tanggalnya berbeda."
        ),
    ),
)

RULES = (AREAS,)
