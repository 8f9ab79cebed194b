"""Counts that are too large for a place: they tell of a wider one."""

from __future__ import annotations

from functools import cache

from extractor.linking.clusters import Cluster
from extractor.linking.place_subjects import within
from extractor.reading.places import parent, population
from extractor.report import PlaceSource

REGENCY = 5  # digits and point of a regency's code: "33.19"
Found = tuple[tuple[str, ...], PlaceSource]  # the codes that a place may be, and how it was found


class Raised:
    """The places of a paragraph that a count was too large for, each with the one that it was raised to."""

    def __init__(self) -> None:
        self._wider: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._paragraph = -1

    def lifted(self, cluster: Cluster, found: Found, paragraph: int) -> Found:
        """The place of a count that has none beside it: raised where it, or one before it in the paragraph, needs it.

        "Penduduk kita 198,6 juta" is no regency's, nor is "kurang sekitar 3 juta yang belum punya" after it.
        """
        if paragraph != self._paragraph:
            self._wider, self._paragraph = {}, paragraph
        codes, source = raised(cluster, found)
        widest = self._wider.get(found[0])
        if codes != found[0] and (widest is None or not within(codes[0], widest[0])):
            widest = self._wider[found[0]] = codes
        return widest or codes, source


def raised(cluster: Cluster, found: Found) -> Found:
    """The place of a count, or the nearest wider one in which so many live."""
    codes, source = found
    count = cluster.count
    if len(codes) != 1 or count is None or cluster.indicator is None:
        return found
    code: str | None = codes[0]
    while code is not None and _too_large(code, int(count.value)):
        code = parent(code)
    return ((code,), source) if code is not None else found


def _too_large(code: str, count: int) -> bool:
    """Whether a count of people or cards exceeds all who live there."""
    most = _most(code)
    return most is not None and count > most


@cache
def _most(code: str) -> float | None:
    """What a count of people or cards can be at most in a unit; None where nobody knows its size."""
    people = population(code, _EVER)
    return None if people is None else (_BY_FAR if len(code) == REGENCY else _SOMEWHAT) * people


# A regency's count that is somewhat too large is a slip, since provinces are several times as large.
_BY_FAR, _SOMEWHAT = 2, 1.15


_EVER = 0  # before any split: Papua with the provinces that were parts of it
