"""Scores as named numbers between 0 and 1, all the better the higher."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.evaluation.scoring import Rate, Scores, Tally

_FEW = 10  # annotated figures of an indicator that its own measure needs


def measures(scores: Scores) -> dict[str, float]:
    """The measures that floors are kept for, by name; one without any case is left out."""
    return {name: value for name, value in _all(scores) if value is not None}


def _all(scores: Scores) -> Iterator[tuple[str, float | None]]:
    yield "figures, strict F1", _f1(scores.figures)
    yield "figures, any place F1", _f1(scores.placeless)
    for indicator, tally in sorted(scores.by_indicator.items()):
        if tally.hits + tally.misses >= _FEW:
            yield f"{indicator} F1", _f1(tally)
    yield "places right", _share(scores.places)
    yield "as-of right", _share(scores.as_of)
    yield "as-of not invented", _complement(scores.as_of_asserted)
    yield "without figures, silent", _share(scores.without_figures)
    yield "contradictions found", _share(scores.contradictions)
    for code, rate in sorted(scores.by_rule.items()):
        yield f"{code} found", _share(rate)
    for code, rate in sorted(scores.by_reported_rule.items()):
        yield f"{code} right", _share(rate)
    yield "not falsely accused", _complement(Rate(len(scores.accused), scores.consistent))


def _f1(tally: Tally) -> float | None:
    return tally.f1 if tally.hits + tally.misses + tally.false else None


def _share(rate: Rate) -> float | None:
    return rate.share if rate.total else None


def _complement(rate: Rate) -> float | None:
    return 1 - rate.share if rate.total else None
