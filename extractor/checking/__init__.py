"""Figures as intervals, rules over them, findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor.checking.findings import findings
from extractor.checking.fitting import fitting
from extractor.checking.joint import joint_conflicts
from extractor.checking.rule import Depth, Matter, Rule
from extractor.checking.rules import RULES
from extractor.linking.figures import LinkedFigure
from extractor.reading.mentions import DateMention, QuantityMention
from extractor.report import Finding

__all__ = ["RULES", "Checked", "Depth", "Rule", "check"]

_USUAL = Depth()


@dataclass(frozen=True, slots=True)
class Checked:
    """What does not fit together, errors first, then in text order; and the ids of figures that do."""

    findings: list[Finding]
    fitting: frozenset[str]


def check(
    figures: Sequence[LinkedFigure],
    *,
    dates: Sequence[DateMention] = (),
    quantities: Sequence[QuantityMention] = (),
    text: str,
    text_sha256: str,
    lang: str = "en",
    depth: Depth = _USUAL,
) -> Checked:
    """What does and what does not fit together in one article.

    `figures` carry the places and dates that linking decided; those without a decided place are not
    compared. `dates` and `quantities` are all that reading found. `text_sha256` makes the ids of findings.
    `lang` is the language of messages, "en" or "id"; `depth` tells how closely to look.
    """
    matter = Matter.of(figures, dates, quantities, text)
    raw = [item for rule in _running(depth) for item in rule.check(matter)]
    raw += joint_conflicts(matter)
    return Checked(findings(raw, matter, RULES, text_sha256, lang), fitting(matter))


@cache
def _running(depth: Depth) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES.values() if rule.runs(depth))
