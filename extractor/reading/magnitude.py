"""Population by unit, and whether a figure's size can belong to a unit.

Source: Data Konsolidasi Bersih of the ministry of home affairs, semester II 2024, `places/population.tsv`.
The bands were measured on 77 figures of 2012-2025: wajib KTP per inhabitant lay in 0.49-0.92, one misprint
aside.
"""

from __future__ import annotations

from functools import cache

from extractor.data import rows

# Lowest and highest share of the population that an indicator's count of persons can be; None: no such bound.
_BANDS: dict[str, tuple[float | None, float]] = {
    "population": (0.7, 1.1),
    "wktp": (0.45, 0.95),
    "recorded": (None, 0.95),
    "unrecorded": (None, 0.95),
    "owned": (None, 0.95),
    "not_owned": (None, 0.95),
    "printed": (None, 1.1),
    "unprinted": (None, 0.95),
    "ikd": (None, 0.95),
    "suket": (None, 0.95),
    "first_voters": (None, 0.1),
    "first_voters_recorded": (None, 0.1),
    "first_voters_unrecorded": (None, 0.1),
}


@cache
def _population() -> dict[str, int]:
    return {code: int(total) for code, _, _, total in rows("places/population.tsv")}


@cache
def _split_off() -> dict[str, list[tuple[str, int]]]:
    """Units that were part of a unit before, with the first year in which figures count them apart."""
    children: dict[str, list[tuple[str, int]]] = {}
    for code, former, year in rows("places/history.tsv"):
        children.setdefault(former, []).append((code, int(year)))
    return children


def population(code: str, year: int | None = None) -> int | None:
    """Inhabitants at the end of 2024 of a country, province or regency; None for other codes.

    With a `year` before a split, the units that the code's unit then held are added: Papua in 2019 is six
    of today's provinces less two.
    """
    own = _population().get(code)
    if own is None or year is None:
        return own
    parts = [child for child, first in _split_off().get(code, []) if year < first]
    return own + sum(population(child, year) or 0 for child in parts)


def province_of(code: str, year: int | None = None) -> str:
    """Province that held the unit in a year before a split ("91" for Merauke in 2019), else today's."""
    own = code[:2]
    for former, children in _split_off().items():
        if year is not None and any(child == own and year < first for child, first in children):
            return former
    return own


def fits_magnitude(code: str, indicator: str, value: float, year: int | None = None) -> bool | None:
    """Whether a count of persons can belong to the unit; None where its size says nothing.

    The bands are wide: they tell a kota from the kabupaten of its name, and a regency from its province. A
    count that is only bounded from above says nothing while it fits.
    """
    people, band = population(code, year), _BANDS.get(indicator)
    if people is None or band is None:
        return None
    low, high = band
    if value > high * people:
        return False
    if low is None:
        return None
    return value >= low * people
