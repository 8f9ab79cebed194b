"""Decides which reported figure says what an annotated figure says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.evaluation.gold import GoldArticle, GoldFigure
from extractor.report import Figure, Report

UNSCORED = frozenset({"other", "added", "recorded_per_day"})
PEOPLE_ARE_CARDS = frozenset({"owned", "not_owned", "printed", "unprinted", "suket"})
VILLAGE = "village"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one figure says, as far as scoring compares it: `place` is a code, "village" or None."""

    indicator: str
    unit: str
    value: float
    place: str | None


@dataclass(slots=True)
class Expected:
    """One annotated figure: all claims that are right for it, and whether its absence is a miss."""

    figure: GoldFigure
    right: frozenset[Claim]
    required: bool
    as_of: set[str] = field(default_factory=set)
    found: list[Figure] = field(default_factory=list)

    @property
    def undated(self) -> bool:
        """Whether the text gives no date for the figure, in any annotation of it."""
        return not self.as_of


@dataclass(slots=True)
class Match:
    """One article: the annotated figures with what was found of them, and the false hits."""

    expected: list[Expected]
    false: list[Figure]


def _indicator(name: str) -> str:
    return name.partition(":")[0]


def _claim(indicator: str, unit: str, value: float, place: str | None) -> Claim:
    if indicator in PEOPLE_ARE_CARDS and unit == "cards":
        unit = "persons"
    return Claim(indicator, unit, round(float(value), 4), place)


def _reported(figure: Figure, places: bool) -> Claim:
    place = None
    if places and figure.place is not None:
        place = VILLAGE if figure.place.level == VILLAGE else figure.place.code
    return _claim(figure.indicator, figure.unit, figure.value, place)


def _right_places(figure: GoldFigure, places: bool) -> tuple[str | None, ...]:
    if not places:
        return (None,)
    if figure.level == VILLAGE:
        return (None, VILLAGE)
    return (figure.code,)


def _expect(figure: GoldFigure, places: bool) -> Expected:
    names = {_indicator(figure.indicator)}
    if figure.alt_indicator:
        names.add(_indicator(figure.alt_indicator))
    right = frozenset(
        _claim(name, figure.unit, figure.value, place)
        for name in names
        for place in _right_places(figure, places)
    )
    required = _indicator(figure.indicator) not in UNSCORED and not figure.boilerplate
    return Expected(figure, right, required, {figure.as_of} if figure.as_of else set())


def expectations(article: GoldArticle, *, places: bool = True) -> list[Expected]:
    """The annotated figures of an article, those with the same key folded into one."""
    merged: dict[tuple[bool, Claim], Expected] = {}
    for figure in article.figures:
        new = _expect(figure, places)
        place = _right_places(figure, places)[0]
        key = (new.required, _claim(_indicator(figure.indicator), figure.unit, figure.value, place))
        old = merged.setdefault(key, new)
        old.as_of |= new.as_of
        old.right |= new.right
    return list(merged.values())


def _group(figures: Iterable[Figure], places: bool) -> dict[Claim, list[Figure]]:
    groups: dict[Claim, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(_reported(figure, places), []).append(figure)
    return groups


def match(report: Report, article: GoldArticle, *, places: bool = True) -> Match:
    """Lays the figures of a report beside those of the annotation.

    An annotated figure keeps every mention that says it, by its indicator or its alternative; a false hit is
    the first mention of a scored claim that is right for no annotated figure, required or not.
    """
    expected = expectations(article, places=places)
    groups = _group(report.figures, places)
    known: set[Claim] = set()
    for each in expected:
        known |= each.right
        each.found = [
            figure for claim, figures in groups.items() if claim in each.right for figure in figures
        ]
    false = [
        figures[0]
        for claim, figures in groups.items()
        if claim not in known and claim.indicator not in UNSCORED
    ]
    return Match(expected, false)
