"""A list of all parts of a place that does not add up to the place (EK301)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checking.cells import Cell
from extractor.checking.equations import loosely
from extractor.checking.rule import Conflict, Matter, Rule, Wording
from extractor.checking.timing import Relation
from extractor.checking.totals import Total
from extractor.checking.weight import together
from extractor.reading.gazetteer import units_within

_FEWEST = 3  # parts of a list
_LONGEST = 4  # paragraphs over which a list may run
_SPACES = " \n\t\xa0"
# what stands before the number is asked after its first digit: so digits are found without trying
_NUMBER = re.compile(
    r"(\d(?<![\d.,]\d)\d?)\s+(?:kecamatan|distrik|kabupaten(?:\s*(?:/|dan)\s*kota)?|kota|daerah)(?![^\W_])",
    re.IGNORECASE,
)


def check_areas(matter: Matter) -> Iterator[Conflict]:
    """Every list whose parts are all there and whose sum meets no printed total of their whole."""
    for cell in matter.cells:
        parts = matter.below.get(cell.place, ())
        if len(parts) >= _FEWEST:
            yield from _lists(matter, cell, parts)


def _lists(matter: Matter, whole: Cell, parts: Sequence[Cell]) -> Iterator[Conflict]:
    for indicator in dict.fromkeys(value.indicator for value in whole.values if not value.percent):
        listed = [cell.of(indicator) for cell in parts if indicator in cell.counted]
        if len(listed) < _FEWEST or any(len(values) != 1 for values in listed):
            continue
        values = tuple(found[0] for found in listed)
        paragraphs = [value.first.paragraph for value in values]
        if max(paragraphs) - min(paragraphs) > _LONGEST:
            continue
        totals = [Total(value, values) for value in whole.of(indicator)]
        if not totals or any(total.holds() or total.holds(loosely) for total in totals):
            continue
        nearest = min(totals, key=Total.off)
        if not nearest.total().near(nearest.whole.interval) or not complete(matter, whole.place, len(listed)):
            continue
        if together(matter.timing, nearest.members, (nearest.whole,)) is not Relation.APART:
            yield Conflict("EK301", whole, nearest, "warning")


def complete(matter: Matter, place: str, listed: int) -> bool:
    """Whether all parts of the place are listed, by today's division or by the number that the text gives."""
    if listed == len(units_within(place)):
        return True
    if not any(f"{listed}{space}" in matter.text for space in _SPACES):
        return False  # quicker to see than what the number counts
    return any(int(match[1]) == listed for match in _NUMBER.finditer(matter.text))


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
