"""What is kept of an article once it is read: its dated counts of decided places, and what makes it known again."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.checking.intervals import Interval
from extractor.report import Figure, Period, Place, Record, RecordValue, Report

# people who are there on a day
STOCKS = ("population", "wktp", "recorded", "unrecorded", "owned", "not_owned")
_PARTS = re.compile(r"[.!?:\"”\n]+")
_LETTERS = re.compile(r"[^\W_]+")
_SHORTEST = 30  # letters and digits; shorter sentences are said in many stories


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """One article, without what is not needed to compare it; `copies` are inputs that print it as well."""

    source: str
    url: str | None
    outlet: str | None
    sha256: str
    text: str
    sentences: frozenset[int]
    counts: list[Count] = field(default_factory=list)
    copies: list[Story] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Count:
    """The only value that an article gives for an indicator of a place at a date."""

    story: Story
    figure: Figure  # its first mention
    place: Place
    as_of: Period
    interval: Interval
    start: dt.date
    end: dt.date
    record: int  # counts of one record were told together

    @property
    def indicator(self) -> str:
        """What is counted."""
        return self.figure.indicator

    @property
    def code(self) -> str:
        """The code of its place."""
        return self.place.code or ""

    @property
    def exact(self) -> bool:
        """Whether it is printed to the last digit."""
        return self.interval.exact and int(self.figure.value) % 1000 != 0

    def same_time(self, other: Count) -> bool:
        """Whether both hold for the same days."""
        return (self.start, self.end) == (other.start, other.end)

    def before(self, other: Count) -> bool:
        """Whether this one held before the other began to."""
        return self.end < other.start


def story(report: Report) -> Story:
    """What of a report is held against others."""
    article = report.article
    made = Story(
        article.source,
        article.url,
        article.outlet,
        article.sha256,
        article.text,
        frozenset(_sentences(article.text)),
    )
    figures = {figure.id: figure for figure in report.figures}
    for number, record in enumerate(report.records):
        made.counts.extend(_counts(made, record, number, figures))
    return made


def _counts(made: Story, record: Record, number: int, figures: dict[str, Figure]) -> Iterator[Count]:
    place, date = record.place, record.as_of
    if place is None or place.code is None or date is None or date.start is None or date.end is None:
        return
    for indicator in STOCKS:
        values = record.values.get(indicator, [])
        if len(values) == 1:  # an article that tells two has a finding of its own
            count = _count(made, values[0], figures)
            if count is not None:
                interval = Interval(int(values[0].low), int(values[0].high))
                yield Count(made, count, place, date, interval, date.start, date.end, number)


def _count(made: Story, value: RecordValue, figures: dict[str, Figure]) -> Figure | None:
    mentions = [figures[name] for name in value.figures if name in figures]
    same = [figure for figure in mentions if figure.value == value.value and figure.range is None]
    return same[0] if same else None


def _sentences(text: str) -> Iterator[int]:
    """A number for each longer sentence; the same for the same letters and digits in any print."""
    for part in _PARTS.split(text.lower()):
        letters = "".join(_LETTERS.findall(part))
        if len(letters) >= _SHORTEST:
            yield int.from_bytes(hashlib.blake2b(letters.encode(), digest_size=8).digest())
