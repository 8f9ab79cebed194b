"""As of when a number holds: a date of its own in the sentence, else none."""

from __future__ import annotations

from typing import cast

from extractor.article import Article
from extractor.linking.clusters import Cluster
from extractor.linking.distance import Distance
from extractor.linking.sentence import SentenceView
from extractor.reading.mentions import DateMention
from extractor.reading.pipeline import Reading
from extractor.report import DateRange, Period, PeriodSource, Precision


def own_date(view: SentenceView, cluster: Cluster, distance: Distance) -> DateMention | None:
    """The as-of date of `cluster` in its sentence: the nearest before it, else the nearest after it.

    A date between two numbers belongs to the number after it unless it closes the clause of the first.
    """
    dates = [d for d in view.dates if d.role == "as_of"]
    if not dates:
        return None
    if len(dates) == 1:
        return dates[0]
    before = [d for d in dates if d.end <= cluster.start]
    after = [d for d in dates if d.start >= cluster.end]
    preceding = next((c for c in reversed(view.clusters) if c.end <= cluster.start), None)
    if before and (preceding is None or preceding.end <= before[-1].start):
        return before[-1]
    if after:
        following = next((c for c in view.clusters if c.start >= cluster.end), None)
        if following is None or after[0].end <= following.start:
            if not before or distance.between(cluster.end, after[0].start) < 3:
                return after[0]
    if before:
        return before[-1]
    return after[0] if after else None


def as_period(date: DateMention, source: str) -> Period | None:
    """A date mention as the report shows it; None when nothing is known of it."""
    if date.first is None and not date.candidates:
        return None
    return Period(
        start=date.first,
        end=date.last,
        precision=cast(Precision, date.precision),
        source=cast(PeriodSource, source),
        candidates=[] if date.first is not None else [DateRange(start=a, end=b) for a, b in date.candidates],
    )


class DateBook:
    """The as-of date of every cluster: its own, that of an equal number, that of its passage, the speaker's day."""

    def __init__(
        self, article: Article, reading: Reading, views: list[SentenceView], distance: Distance
    ) -> None:
        self._own: dict[int, Period | None] = {}
        by_value: dict[object, Period] = {}
        by_paragraph: dict[int, list[Period]] = {}
        for view in views:
            for cluster in view.clusters:
                date = own_date(view, cluster, distance)
                period = as_period(date, "text") if date is not None else None
                self._own[id(cluster)] = period
                if period is not None:
                    by_paragraph.setdefault(view.paragraph, []).append(period)
                    for quantity in cluster.quantities:
                        by_value.setdefault((cluster.indicator, quantity.value), period)
        for view in views:
            dates = by_paragraph.get(view.paragraph, [])
            passage = dates[0] if dates and all(d == dates[0] for d in dates) else None
            for cluster in view.clusters:
                if self._own[id(cluster)] is not None:
                    continue
                for quantity in cluster.quantities:
                    known = by_value.get((cluster.indicator, quantity.value))
                    if known is not None:
                        self._own[id(cluster)] = known
                        break
                else:
                    if cluster.series is None:
                        self._own[id(cluster)] = passage
        self._fallback = _spoken(reading, article)

    def of(self, view: SentenceView, cluster: Cluster) -> Period | None:
        """The as-of date of `cluster`; its source tells whether the text dates the figure."""
        return self._own.get(id(cluster)) or self._fallback


def _spoken(reading: Reading, article: Article) -> Period | None:
    """The first day of speaking that the text gives, else the day of publication."""
    for date in reading.dates:
        if date.role == "statement" and not date.impossible and date.weekday_fits is not False:
            period = as_period(date, "statement")
            if period is not None:
                return period
    published = article.published
    if published is None or published.start is None:
        return None
    return Period(start=published.start, end=published.end, precision=published.precision, source="published")
