"""Whether figures tell of the same time, so that arithmetic may hold them together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from extractor.linking.figures import LinkedFigure
from extractor.reading.mentions import DateMention

Days = tuple[dt.date, dt.date]

# Base data are consolidated each half-year; the figures told with them may be up to a year younger.
_BASE_AGE = dt.timedelta(days=366)


_TWO = 2  # moments: now and before


class Relation(IntEnum):
    """How the times of figures relate; the greater, the closer."""

    APART = 0  # the text dates them differently
    LOOSE = 1  # only one is dated, or a whole is somewhat older than its parts
    SAME = 2


def stated(figure: LinkedFigure) -> Days | None:
    """The period by which the text itself dates the figure."""
    period = figure.as_of
    if period is None or period.source != "text" or period.start is None or period.end is None:
        return None
    return period.start, period.end


def inherited(figure: LinkedFigure) -> Days | None:
    """The day of speaking or publishing that the figure takes its date from."""
    period = figure.as_of
    if period is None or period.source == "text" or period.start is None or period.end is None:
        return None
    return period.start, period.end


def _overlap(a: Days, b: Days) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


@dataclass(frozen=True, slots=True)
class Timing:
    """The times that an article tells."""

    now: Days | None  # the latest day of speaking: what undated figures are of
    one_date: bool  # the text dates its figures by one period only, several of them
    uniform: bool = False  # all figures are of one time, so that nothing sets any two apart

    @classmethod
    def of(cls, figures: Sequence[LinkedFigure], dates: Iterable[DateMention]) -> Timing:
        """The times of an article with these figures and dates."""
        spoken = [(d.first, d.last) for d in dates if d.role == "statement" and d.first and d.last]
        periods: list[Days] = []
        others: set[Days | None] = set()
        for figure in figures:
            period = figure.as_of
            if period is None or period.start is None or period.end is None:
                others.add(None)
            elif period.source == "text":
                periods.append((period.start, period.end))
            else:
                others.add((period.start, period.end))
                spoken.append((period.start, period.end))
        now = max(spoken, key=lambda days: days[1], default=None)
        apart = set(periods)
        uniform = not others if len(apart) == 1 else not apart and len(others - {None}) <= 1
        uniform = uniform and len({figure.moment for figure in figures} - {None}) < _TWO
        return cls(now, len(apart) == 1 and len(periods) > 1, uniform)

    def relate(self, a: LinkedFigure, b: LinkedFigure, *, slow: bool = False) -> Relation:
        """How the times of two figures relate; `slow` where one is a base that lasts half a year."""
        if a.moment != b.moment and a.moment and b.moment:
            return Relation.APART
        if self.uniform or a.as_of is b.as_of:
            return Relation.SAME
        first, second = stated(a), stated(b)
        if first and second:
            return self._both_stated(first, second, slow)
        if first or second:
            dated, other = (first, b) if first else (second, a)
            assert dated is not None
            return self._one_stated(dated, a if first else b, inherited(other) or self.now, slow)
        mine, yours = inherited(a), inherited(b)
        return Relation.LOOSE if mine and yours and not _overlap(mine, yours) else Relation.SAME

    @staticmethod
    def _both_stated(first: Days, second: Days, slow: bool) -> Relation:
        if _overlap(first, second):
            return Relation.SAME
        earlier, later = sorted((first, second))
        return Relation.LOOSE if slow and later[0] - earlier[1] <= _BASE_AGE else Relation.APART

    @staticmethod
    def _one_stated(dated: Days, figure: LinkedFigure, undated: Days | None, slow: bool) -> Relation:
        """A stated period beside a figure of now: "tahun 2022" that has passed tells of an earlier state."""
        past = undated is None or dated[1] < undated[0]
        year = figure.as_of is not None and figure.as_of.precision == "year"
        if year and past and not slow:
            return Relation.APART
        if undated is not None and undated[0] - dated[1] > _BASE_AGE:
            return Relation.APART
        return Relation.LOOSE
