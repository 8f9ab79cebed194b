"""A list of all parts of a place that does not add up to the place (EK301)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.checking.asides import set_aside
from extractor.checking.cells import Cell, Value
from extractor.checking.described import Wording
from extractor.checking.equations import loosely
from extractor.checking.excuses import is_printed, rest_after
from extractor.checking.rule import Conflict, Matter, Rule
from extractor.checking.selection import slipped
from extractor.checking.timing import Relation
from extractor.checking.totals import Total
from extractor.checking.weight import together
from extractor.reading.gazetteer import units_within
from extractor.reading.number_words import read_words

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
    totals = [Total(value, values) for value in whole.of(indicator)]
    if not totals:
        return
    nearest = min(totals, key=Total.off)
    if not nearest.total().near(nearest.whole.interval):
        return
    if any(total.holds() or total.holds(loosely) for total in totals):
        return
    if any(Total(value, values).holds() for other in whole.counted for value in whole.of(other)):
        return  # a list of something else, read as this
    if _explained(matter, nearest):
        return
    if not complete(matter, whole.place, len(listed)) and not (_is_sum(nearest.whole) and slipped(nearest)):
        return
    if together(matter.timing, nearest.members, (nearest.whole,)) is Relation.SAME:
        yield Conflict("EK301", whole, nearest, "warning")


def _explained(matter: Matter, total: Total) -> bool:
    """Whether the words tell of more than the parts ("… dan lapas 210 orang", "sisanya …"), or set a member aside."""
    first = min(total.parts, key=lambda value: value.first.quantity.start)
    if set_aside(matter.text, total.whole) or set_aside(matter.text, first):
        return True
    short = total.whole.interval - total.total()
    last = max(figure.quantity.end for value in total.parts for figure in value.figures)
    return short.low > 0 and (is_printed(matter, short, total.members) or rest_after(last, matter.text))


def complete(matter: Matter, place: str, listed: int) -> bool:
    """Whether all parts of the place are listed, by today's division or by the number that the text gives."""
    if listed == len(units_within(place)):
        return True
    return _number(listed).search(matter.text) is not None or listed in _spelled_numbers(matter.text)


def _is_sum(whole: Value) -> bool:
    """Whether the text gives the whole as the sum of what it has listed: "… dan Ganeas 3.151. Totalnya 15.987"."""
    return any(figure.construction == "sum" for figure in whole.figures)


def _spelled_numbers(text: str) -> set[int]:
    """How many parts the text speaks of in words: "tersebar di empat kecamatan"."""
    found = set()
    for match in _IN_WORDS.finditer(text):
        words = match[1].split()
        for first in range(len(words)):
            reading = read_words(" ".join(words[first:]))
            if reading is not None and reading.value.denominator == 1:
                found.add(int(reading.value))
    return found


@cache
def _number(listed: int) -> re.Pattern[str]:
    """The number of parts as the text would give it; what stands before it is asked behind it, to find it quickly."""
    return re.compile(rf"{listed}(?<![\d.,]{listed})\s+(?:{_KINDS}){_NOT_SOME}", re.IGNORECASE)


_KINDS = r"kecamatan|distrik|kabupaten(?:\s*(?:/|dan)\s*kota)?|kota|daerah"
# "tiga kecamatan tertinggi" are some of them
_NOT_SOME = (
    r"(?![^\W_])(?!\s+(?:ter[a-z]+|dengan|yang|paling|lain|lainnya|itu|ini|tersebut|saja|besar|pertama))"
)
# not "lima kecamatan perlu perhatian lebih"
_ALL = r"tersebar\s+(?:di|pada)|terdiri\s+(?:dari|atas)|meliputi|memiliki|mempunyai|punya|seluruh|semua"
_IN_WORDS = re.compile(rf"(?:{_ALL})\s+((?:[a-z]+\s+){{1,3}})(?:{_KINDS}){_NOT_SOME}")


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
        "Where parts are missing, by today's division and by the number of parts that the text gives, unless it "
        "gives the whole as their sum (totalnya) and one digit would mend it; where "
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
            "teks, kecuali teks menyebutnya sebagai totalnya dan satu digit saja yang salah; bila total lain yang "
            "tercetak cocok; bila selisihnya terlalu besar untuk hal yang sama; bila tanggalnya berbeda."
        ),
    ),
)

RULES = (AREAS,)
