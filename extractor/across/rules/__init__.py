"""All rules between articles, by code."""

from __future__ import annotations

from extractor.across.rule import AcrossRule
from extractor.across.rules import reference, sameness, sums, time

RULES: dict[str, AcrossRule] = {
    rule.code: rule
    for rule in sorted((*time.RULES, *sameness.RULES, *sums.RULES, *reference.RULES), key=lambda r: r.code)
}
