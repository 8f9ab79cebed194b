"""Counts over all articles: figures, places, dates, contradictions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractor.evaluation.gold import GoldArticle
from extractor.evaluation.matching import UNSCORED, Expected, Match, match
from extractor.report import Figure, Period, Report


@dataclass(slots=True)
class Tally:
    """Hits, misses and false hits, with the usual ratios (1.0 where there was nothing to find or say)."""

    hits: int = 0
    misses: int = 0
    false: int = 0

    @property
    def precision(self) -> float:
        """Share of what was said that is right."""
        said = self.hits + self.false
        return self.hits / said if said else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was said."""
        there = self.hits + self.misses
        return self.hits / there if there else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = 2 * self.hits + self.misses + self.false
        return 2 * self.hits / both if both else 1.0


@dataclass(slots=True)
class Rate:
    """How many of how many."""

    right: int = 0
    total: int = 0

    def add(self, right: bool) -> None:
        """Counts one case."""
        self.total += 1
        self.right += right

    @property
    def share(self) -> float:
        """`right` of `total`, 1.0 of nothing."""
        return self.right / self.total if self.total else 1.0


@dataclass(slots=True)
class ArticleScore:
    """What was missed, wrongly said and wrongly accused in one article."""

    id: str
    misses: list[Expected]
    false: list[Figure]
    misdated: list[Expected]
    unfound_codes: list[str]


@dataclass(slots=True)
class Scores:
    """The scores of a set of articles."""

    figures: Tally = field(default_factory=Tally)
    placeless: Tally = field(default_factory=Tally)
    by_indicator: dict[str, Tally] = field(default_factory=dict)
    by_construction: dict[str, Tally] = field(default_factory=dict)
    by_sure: dict[float, Rate] = field(default_factory=dict)  # mentions of scored figures, right of all
    places: Rate = field(default_factory=Rate)
    as_of: Rate = field(default_factory=Rate)
    as_of_asserted: Rate = field(default_factory=Rate)  # from the text, where the gold has no date
    without_figures: Rate = field(default_factory=Rate)  # right: silent
    loud: list[str] = field(default_factory=list)
    contradictions: Rate = field(default_factory=Rate)
    by_rule: dict[str, Rate] = field(default_factory=dict)  # articles that expect it: found of all
    by_reported_rule: dict[str, Rate] = field(default_factory=dict)  # articles that it accuses: right of all
    accused: list[str] = field(default_factory=list)
    consistent: int = 0  # articles in which any error is a false accusation
    left_out: list[str] = field(default_factory=list)
    articles: list[ArticleScore] = field(default_factory=list)


def _fits(wanted: str, period: Period | None) -> bool:
    if period is None:
        return False
    ranges = [(period.start, period.end), *((each.start, each.end) for each in period.candidates)]
    days = [day for pair in ranges for day in pair if day is not None]
    return any(day.isoformat().startswith(wanted) for day in days)


def _dated_right(expected: Expected) -> bool:
    return any(_fits(wanted, figure.as_of) for wanted in expected.as_of for figure in expected.found)


def _asserts_date(expected: Expected) -> bool:
    periods = [figure.as_of for figure in expected.found]
    return any(p is not None and p.source == "text" and p.start is not None for p in periods)


def _tally(counts: dict[str, Tally], name: str) -> Tally:
    return counts.setdefault(name, Tally())


def _count_figures(scores: Scores, strict: Match) -> None:
    for each in strict.expected:
        if not each.required:
            continue
        found = bool(each.found)
        for tally in (scores.figures, _tally(scores.by_indicator, each.figure.indicator)):
            tally.hits += found
            tally.misses += not found
        if found:
            _tally(scores.by_construction, each.found[0].construction).hits += 1
    for figure in strict.false:
        scores.figures.false += 1
        _tally(scores.by_indicator, figure.indicator).false += 1
        _tally(scores.by_construction, figure.construction).false += 1


def _count_sure(scores: Scores, strict: Match, report: Report) -> None:
    """Counts every mention of a scored figure by how sure its reading was."""
    right = {id(figure) for each in strict.expected for figure in each.found}
    for figure in report.figures:
        if figure.indicator not in UNSCORED and figure.sure is not None:
            scores.by_sure.setdefault(figure.sure, Rate()).add(id(figure) in right)


def _count_placeless(scores: Scores, loose: Match) -> None:
    for each in loose.expected:
        if each.required:
            scores.placeless.hits += bool(each.found)
            scores.placeless.misses += not each.found
    scores.placeless.false += len(loose.false)


def _count_places(scores: Scores, strict: Match, loose: Match) -> None:
    """Counts how many of the figures that are right, the place aside, have the right place too."""
    seen = {claim for each in loose.expected if each.found for claim in each.right}
    for each in strict.expected:
        if each.required and any(replace(claim, place=None) in seen for claim in each.right):
            scores.places.add(bool(each.found))


def _count_dates(scores: Scores, strict: Match) -> list[Expected]:
    wrong = []
    for each in strict.expected:
        if not (each.required and each.found):
            continue
        if each.undated:
            scores.as_of_asserted.add(_asserts_date(each))
            continue
        right = _dated_right(each)
        scores.as_of.add(right)
        if not right:
            wrong.append(each)
    return wrong


def _count_reported(scores: Scores, report: Report, article: GoldArticle) -> None:
    """Counts each rule whose error or warning the article bears out, by a contradiction of that code or of none."""
    annotated = {each.code for each in article.contradictions if each.expect != "silent"}
    for code in {finding.code for finding in report.findings if finding.severity != "note"}:
        scores.by_reported_rule.setdefault(code, Rate()).add(code in annotated or None in annotated)


def _count_findings(scores: Scores, report: Report, article: GoldArticle) -> list[str]:
    """Counts what the findings are right and wrong about; gives the codes expected and not reported."""
    expected = [each for each in article.contradictions if each.expect == "finding"]
    if not expected:
        if any(each.expect == "either" for each in article.contradictions):
            scores.left_out.append(article.id)
            return []
        scores.consistent += 1
        if any(finding.severity == "error" for finding in report.findings):
            scores.accused.append(article.id)
        return []
    weighty = [finding for finding in report.findings if finding.severity != "note"]
    reported = {code for finding in weighty for code in (finding.code, *finding.also)}
    codes = sorted({each.code for each in expected if each.code})
    scores.contradictions.add(bool(reported & set(codes)) if codes else bool(reported))
    for code in codes:
        scores.by_rule.setdefault(code, Rate()).add(code in reported)
    return [code for code in codes if code not in reported]


def _count_article(scores: Scores, report: Report, article: GoldArticle) -> None:
    strict = match(report, article)
    loose = match(report, article, places=False)
    _count_figures(scores, strict)
    _count_placeless(scores, loose)
    _count_sure(scores, strict, report)
    _count_places(scores, strict, loose)
    misdated = _count_dates(scores, strict)
    if not any(each.required for each in strict.expected):
        scores.without_figures.add(not strict.false)
        if strict.false:
            scores.loud.append(article.id)
    _count_reported(scores, report, article)
    unfound = _count_findings(scores, report, article)
    misses = [each for each in strict.expected if each.required and not each.found]
    scores.articles.append(ArticleScore(article.id, misses, strict.false, misdated, unfound_codes=unfound))


def score(reports: Mapping[str, Report], gold: Sequence[GoldArticle]) -> Scores:
    """Scores reports, by the id of their article, against the annotation.

    Raises KeyError when an annotated article has no report.
    """
    scores = Scores()
    for article in gold:
        _count_article(scores, reports[article.id], article)
    return scores
