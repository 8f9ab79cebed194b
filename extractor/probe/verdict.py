"""The steps by which an outlet is accepted, and what came of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Steps 1 to 4 are news-watch's gate, each for search and for new articles apart; the others are ours.
STEPS = {
    "robots": "robots.txt allows our agent the path",
    "keyword": "a real keyword gives articles that name it",
    "nonsense": "a nonsense keyword gives none",
    "two-keywords": "two unrelated keywords give different articles",
    "links": "the links are article pages of the outlet",
    "pages": "page 2 differs from page 1",
    "new": "the newest article is younger than 7 days",
    "past": "a past day gives articles",
    "two-days": "two days give different articles",
    "parses": "a page gives title, day and body by the outlet's own selectors",
    "whole-page": "all pages at once give as much text as one by one",
    "one-key": "the addresses that a page gives itself have one key",
}

Judged = tuple[bool | None, str]  # what a verdict says, and why


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one step says of one part of an outlet.

    `of` is "article" or a listing ("listing feed"), as in the evidence of an outlet's file; `url` the address
    that was judged. `passed` is None where the step does not apply or nothing decides it; `told` is the reason.
    """

    step: str
    of: str
    url: str
    passed: bool | None
    told: str


def failed(verdicts: Sequence[Verdict]) -> bool:
    """Whether a step failed."""
    return any(verdict.passed is False for verdict in verdicts)
