"""A rule that holds articles against each other, as one object, and what it hands back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from extractor.across.reference import Reference
from extractor.across.telling import Count, Story
from extractor.checking.described import Described
from extractor.report import Severity

BREAK = "\n\n* * *\n\n"  # between the articles of an example


@dataclass(frozen=True, slots=True)
class Clash:
    """Counts of different articles that do not fit; `message` and `arithmetic` take a language."""

    counts: tuple[Count, ...]
    message: Callable[[str], str]
    arithmetic: Callable[[str], list[str]]
    severity: Severity


@dataclass(frozen=True, slots=True)
class Stock:
    """The counts of all stories, by place and indicator, each list in the order of its dates."""

    stories: Sequence[Story]
    reference: Reference
    by_place: dict[str, dict[str, list[Count]]] = field(default_factory=dict)

    @classmethod
    def of(cls, stories: Sequence[Story], reference: Reference) -> Stock:
        """The stock of the stories given, and the table to hold them against."""
        made = cls(stories, reference)
        counts = (count for story in stories for count in story.counts)
        for count in sorted(counts, key=lambda c: (c.start, c.end, c.story.source)):
            made.by_place.setdefault(count.code, {}).setdefault(count.indicator, []).append(count)
        return made

    def rows(self, *indicators: str) -> Iterable[Sequence[Count]]:
        """The counts of one place and indicator, for every place that has more than one."""
        for told in self.by_place.values():
            for indicator in indicators:
                if len(told.get(indicator, ())) > 1:
                    yield told[indicator]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcrossRule(Described):
    """One check between articles: `fires` and `silent` are examples of several articles with BREAK between them."""

    check: Callable[[Stock], Iterable[Clash]]
