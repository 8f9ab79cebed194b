"""Collects stories and tells what does not fit between them."""

from __future__ import annotations

import hashlib

from extractor.across.copies import without_copies
from extractor.across.reference import Reference
from extractor.across.report import AcrossFinding, Witness
from extractor.across.rule import AcrossRule, Clash, Stock
from extractor.across.rules import RULES
from extractor.across.telling import Count, Story, story
from extractor.checking.rule import SEVERITIES
from extractor.report import Report


class Desk:
    """Takes reports one by one and holds their figures against each other, and a reference table, at the end.

    Of each it keeps its text and its dated counts, so ten thousand articles fit into memory.
    """

    def __init__(self, reference: Reference | None = None) -> None:
        self._reference = reference or Reference()
        self._stories: list[Story] = []
        self._texts: dict[str, str] = {}

    def add(self, report: Report) -> None:
        """Takes one article's report."""
        self._stories.append(story(report))
        self._texts[report.article.sha256] = report.article.text

    def text(self, sha256: str) -> str:
        """The text of an article that was added. Raises KeyError."""
        return self._texts[sha256]

    def findings(self, lang: str = "en") -> list[AcrossFinding]:
        """What does not fit between the articles, most severe first, then by place and date."""
        stories = without_copies(self._stories)
        stock = Stock.of(stories, self._reference)
        found = [(rule, clash) for rule in RULES.values() for clash in rule.check(stock)]
        found.sort(key=lambda item: _order(*item))
        return [_finding(rule, clash, lang) for rule, clash in found]


def _order(rule: AcrossRule, clash: Clash) -> tuple[int, str, str, str]:
    first = clash.counts[0]
    return SEVERITIES.index(clash.severity), first.code, first.start.isoformat(), rule.code


def _finding(rule: AcrossRule, clash: Clash, lang: str) -> AcrossFinding:
    witnesses = [_witness(count) for count in clash.counts]
    return AcrossFinding(
        id=_identifier(rule.code, witnesses),
        code=rule.code,
        name=rule.name,
        severity=clash.severity,
        message=clash.message(lang),
        arithmetic=clash.arithmetic(lang),
        witnesses=witnesses,
    )


def _witness(count: Count) -> Witness:
    figure, told = count.figure, count.story
    return Witness(
        source=told.source,
        url=told.url,
        outlet=told.outlet,
        sha256=told.sha256,
        figure=figure.id,
        indicator=figure.indicator,
        value=figure.value,
        place=count.place,
        as_of=count.as_of,
        span=figure.span,
        copies=[copy.source for copy in told.copies],
    )


def _identifier(code: str, witnesses: list[Witness]) -> str:
    """The same texts, code and spans give the same id on any machine, in any order of the inputs."""
    spans = sorted(f"{w.sha256} {w.span.start}-{w.span.end}" for w in witnesses)
    return hashlib.sha256(f"{code} {' '.join(spans)}".encode()).hexdigest()[:8]
