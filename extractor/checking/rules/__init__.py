"""All rules, by code."""

from __future__ import annotations

from extractor.checking.rule import Rule
from extractor.checking.rules import (
    areas,
    bases,
    bounds,
    changes,
    course,
    nested,
    percentages,
    ranks,
    reading,
    repeats,
    rounding,
    shapes,
    sources,
    sums,
    unbound,
)

_FAMILIES = (
    shapes,
    reading,
    repeats,
    rounding,
    sums,
    bases,
    bounds,
    changes,
    percentages,
    areas,
    nested,
    ranks,
    sources,
    course,
    unbound,
)

RULES: dict[str, Rule] = {
    rule.code: rule for rule in sorted((r for f in _FAMILIES for r in f.RULES), key=lambda r: r.code)
}
