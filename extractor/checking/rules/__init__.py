"""All rules, by code."""

from __future__ import annotations

from extractor.checking.rule import Rule
from extractor.checking.rules import areas, bounds, reading, repeats, sums

RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in sorted(
        (*reading.RULES, *repeats.RULES, *sums.RULES, *bounds.RULES, *areas.RULES), key=lambda rule: rule.code
    )
}
