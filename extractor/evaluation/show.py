"""Prints scores as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TextIO

from extractor.evaluation.matching import Expected
from extractor.evaluation.scoring import ArticleScore, Rate, Scores, Tally
from extractor.report import Figure, Report

_WIDTH = 160


def _ratio(tally: Tally) -> str:
    return (
        f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
        f"  ({tally.hits} hits, {tally.misses} missed, {tally.false} false)"
    )


def _rate(rate: Rate) -> str:
    return f"{rate.right}/{rate.total}" + (f" = {rate.share:.3f}" if rate.total else "")


def _ids(ids: list[str]) -> str:
    return ": " + ", ".join(ids) if ids else ""


def _table(heading: str, counts: Mapping[str, Tally], row: str) -> Iterator[str]:
    yield f"\n{heading}"
    for name, tally in sorted(counts.items(), key=lambda item: (-item[1].hits - item[1].false, item[0])):
        yield row.format(name=name, hits=tally.hits, misses=tally.misses, false=tally.false, f1=tally.f1)


def _misses(scores: Scores) -> Iterator[str]:
    missed: dict[str, list[str]] = {}
    for article in scores.articles:
        for each in article.misses:
            missed.setdefault(each.figure.indicator, []).append(f"{article.id} {each.figure.raw}")
    if missed:
        yield "\nmissed"
    for indicator, places in sorted(missed.items(), key=lambda item: -len(item[1])):
        yield f"  {indicator} ({len(places)}): {', '.join(places)}"


def _findings(scores: Scores) -> Iterator[str]:
    yield f"\ncontradictions found  {_rate(scores.contradictions)}"
    for code, rate in sorted(scores.by_rule.items()):
        yield f"  {code}  {_rate(rate)}"
    if scores.by_reported_rule:
        yield "articles accused rightly, by rule"
    for code, rate in sorted(scores.by_reported_rule.items()):
        yield f"  {code}  {_rate(rate)}"
    yield f"falsely accused       {len(scores.accused)}/{scores.consistent}{_ids(scores.accused)}"
    yield f"left out (either)     {len(scores.left_out)}{_ids(scores.left_out)}"


def summary(scores: Scores) -> Iterator[str]:
    """The lines of the overview."""
    yield f"articles              {len(scores.articles)}"
    yield f"figures, strict       {_ratio(scores.figures)}"
    yield f"figures, any place    {_ratio(scores.placeless)}"
    yield f"places right          {_rate(scores.places)}"
    yield f"as-of right           {_rate(scores.as_of)}"
    yield f"as-of invented        {_rate(scores.as_of_asserted)}"
    quiet = scores.without_figures
    yield f"without figures, loud {quiet.total - quiet.right}/{quiet.total}{_ids(scores.loud)}"
    yield from _findings(scores)
    row = "  {name:<28} {hits:>4} hits {misses:>4} missed {false:>4} false  F1 {f1:.3f}"
    yield from _table("by indicator", scores.by_indicator, row)
    yield from _table(
        "by construction", scores.by_construction, "  {name:<28} {hits:>4} hits {false:>4} false"
    )
    yield "\nby how sure the reading was (`sure`): mentions right"
    for grade, rate in sorted(scores.by_sure.items(), reverse=True):
        yield f"  {grade:<5g} {_rate(rate)}"
    yield from _misses(scores)


def _clip(report: Report, figure: Figure) -> str:
    text = " ".join(report.article.text[figure.sentence.start : figure.sentence.end].split())
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


def _place(figure: Figure) -> str:
    if figure.place is None:
        return "no place"
    if figure.place.code is None:
        return "/".join(each.code for each in figure.place.candidates[:4]) + "?"
    return f"{figure.place.code} {figure.place.name}"


def _period(figure: Figure) -> str:
    period = figure.as_of
    if period is None:
        return "no date"
    if period.start is None:
        return f"{len(period.candidates)} candidate dates"
    return f"{period.start}..{period.end} ({period.source})"


def _wanted(each: Expected) -> str:
    figure = each.figure
    alt = f"|{figure.alt_indicator}" if figure.alt_indicator else ""
    return f"{figure.indicator}{alt} {figure.value:g} {figure.unit} {figure.code} raw={figure.raw!r}"


def _near(report: Report, each: Expected) -> Iterator[str]:
    """What the report makes of the same number."""
    for figure in report.figures:
        if round(float(figure.value), 4) == round(each.figure.value, 4):
            yield f"      read as {_reported(report, figure)}"


def _reported(report: Report, figure: Figure) -> str:
    return (
        f"{figure.indicator} {figure.value:g} {figure.unit} [{_place(figure)}] by {figure.construction} "
        f"at {figure.span.start}-{figure.span.end} {figure.span.text!r}: {_clip(report, figure)}"
    )


def _article(article: ArticleScore, report: Report, accused: bool) -> Iterator[str]:
    for each in article.misses:
        yield f"  missed    {_wanted(each)}"
        yield from _near(report, each)
    for figure in article.false:
        yield f"  false hit {_reported(report, figure)}"
    for each in article.misdated:
        dates = ", ".join(sorted({_period(figure) for figure in each.found}))
        yield f"  misdated  {_wanted(each)}: {' | '.join(sorted(each.as_of))}, read as {dates}"
    for code in article.unfound_codes:
        yield f"  not found {code}"
    if accused or article.unfound_codes:
        for finding in report.findings:
            yield f"  reported  {finding.severity} {finding.code}: {finding.message} {finding.arithmetic}"


def details(scores: Scores, reports: Mapping[str, Report]) -> Iterator[str]:
    """Every miss, false hit, wrong date and wrong finding, article by article."""
    for article in scores.articles:
        lines = list(_article(article, reports[article.id], article.id in scores.accused))
        if lines:
            yield f"\n{article.id}"
            yield from lines


def show(scores: Scores, reports: Mapping[str, Report], stream: TextIO, *, verbose: bool = False) -> None:
    """Writes the overview, after the details when `verbose`."""
    if verbose:
        for line in details(scores, reports):
            print(line, file=stream)
        print(file=stream)
    for line in summary(scores):
        print(line, file=stream)
