"""As of when a number holds: a date of its own in the sentence, else none."""

from __future__ import annotations

import re
from collections.abc import Callable
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
    if cluster.earlier:
        behind = [d for d in view.dates if d.start >= cluster.end and d.role in ("as_of", "plain")]
        return behind[0] if behind and distance.between(cluster.end, behind[0].start) <= 2 else None
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
        own = following is None or after[0].end <= following.start
        if own and (not before or distance.between(cluster.end, after[0].start) < 3):
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
        self,
        article: Article,
        reading: Reading,
        views: list[SentenceView],
        distance: Distance,
        areas: Callable[[Cluster], str],
    ) -> None:
        self._own: dict[int, Period] = {}
        self._pointing_back: list[Period] = []
        self._aside: list[Period] = []  # dates of comparison: they hold for their own number only
        self._spans: set[int] = set()  # clusters done within a span of time, which dates nothing else
        self._today: set[int] = set()  # clusters told of the present
        if any(date.role == "as_of" for date in reading.dates):
            self._present([view for view in views if view.clusters], reading.text)
            self._dated(views, distance, reading.text)
            self._told_apart(views, reading.text)
            self._by_passage(views)
            self._by_value(views)
            self._by_release(views, areas)
        self._fallback = _spoken(reading, article)

    def _present(self, views: list[SentenceView], text: str) -> None:
        """Sentences that tell of today take no date of the passage: "Sekarang, dari 1.688.913 wajib KTP, …"."""
        for view in views:
            if not any(d.role == "as_of" for d in view.dates) and _NOW.search(text, view.start, view.end):
                self._today.update(id(cluster) for cluster in view.clusters)

    def _dated(self, views: list[SentenceView], distance: Distance, text: str) -> None:
        last: Period | None = None
        named: DateMention | None = None  # the last date of data, numbers or none beside it
        for view in views:
            back = any(sense.kind == "anaphor" for sense in view.senses)
            then = named is not None and _THEN.match(text, view.start, view.end) is not None
            for cluster in view.clusters:
                if _NOW.search(text, max(view.start, cluster.start - 24), cluster.start):
                    self._today.add(id(cluster))
                    continue
                date = own_date(view, cluster, distance)
                period = as_period(date, "text") if date is not None else None
                if period is not None and date is not None and _told_to_compare(date, text):
                    self._aside.append(period)
                if date is not None and _lasting(cluster, date, text):
                    self._spans.add(id(cluster))
                if period is not None and date is not None and _ITU.match(text, date.end):
                    self._pointing_back.append(period)
                if period is None and back:
                    period = last
                if period is None and then and named is not None:
                    period = as_period(named, "text")
                    self._aside += [period] if period is not None else []
                if period is not None:
                    self._own[id(cluster)] = period
                if cluster.indicator is not None:
                    last = period
            named = next((d for d in reversed(view.dates) if d.role == "as_of"), named)

    def _told_apart(self, views: list[SentenceView], text: str) -> None:
        """A sentence of its own that dates the numbers before it: "Data tersebut posisi akhir September"."""
        before: list[Cluster] = []
        for view in views:
            if view.clusters:
                before += view.clusters
                continue
            dates = [d for d in view.dates if d.role == "as_of"]
            if len(dates) != 1 or _THOSE.search(text, view.start, dates[0].end) is None:
                continue
            if _COMPARED.search(text, view.start, dates[0].start):
                continue
            period = as_period(dates[0], "text")
            if period is not None and before:
                self._pointing_back.append(period)
                self._fill([c for c in before if c.indicator != "target"], period)

    def _by_passage(self, views: list[SentenceView]) -> None:
        """A paragraph that dates its numbers once dates all of them; a mere year only those of its sentence."""
        dates: dict[int, list[Period]] = {}
        for view in views:
            for cluster in view.clusters:
                spreads = id(cluster) in self._own and id(cluster) not in self._spans
                if spreads and self._own[id(cluster)] not in self._aside:
                    dates.setdefault(view.paragraph, []).append(self._own[id(cluster)])
        for view in views:
            found = dates.get(view.paragraph, [])
            if not found or not all(_same(period, found[0]) for period in found):
                continue
            here = any(id(c) in self._own and _same(self._own[id(c)], found[0]) for c in view.clusters)
            if here or found[0].precision != "year":
                self._fill([c for c in view.clusters if c.indicator != "target"], found[0])

    def _by_value(self, views: list[SentenceView]) -> None:
        known: dict[object, Period] = {}
        clusters = [c for view in views for c in view.clusters]
        for cluster in clusters:
            if id(cluster) in self._own:
                for quantity in cluster.quantities:
                    known.setdefault((cluster.indicator, quantity.value), self._own[id(cluster)])
        for cluster in clusters:
            for quantity in cluster.quantities:
                period = known.get((cluster.indicator, quantity.value))
                if period is not None:
                    self._own.setdefault(id(cluster), period)

    def _by_release(self, views: list[SentenceView], areas: Callable[[Cluster], str]) -> None:
        """An article, or all it tells of one regency, whose data are of one date: the only one that the text gives.

        It holds from the first number that it dates; before that only where the text points back ("data per 15
        November itu").
        """
        clusters = [c for v in views for c in v.clusters if c.indicator not in (None, "target", "other")]
        for family in (None, _ACTS):
            self._release([c for c in clusters if family is None or c.indicator in family])
        by_area: dict[str, list[Cluster]] = {}
        for cluster in clusters:
            by_area.setdefault(areas(cluster), []).append(cluster)
        if len(by_area) > 1:
            for members in by_area.values():
                self._release(members)

    def _release(self, members: list[Cluster]) -> None:
        dated = [
            index
            for index, cluster in enumerate(members)
            if id(cluster) in self._own and self._own[id(cluster)] not in self._aside
        ]
        sources = [i for i in dated if id(members[i]) not in self._spans]
        if all(members[index].indicator == "population" for index in sources):
            return  # residents are counted twice a year, recordings every day
        period = self._own[id(members[sources[0]])]
        if period.precision in _DATED and all(_same(self._own[id(members[i])], period) for i in dated):
            first = 0 if period in self._pointing_back else dated[0]
            self._fill(members[first:], period)

    def _fill(self, clusters: list[Cluster], period: Period) -> None:
        for cluster in clusters:
            if cluster.series is None and cluster.indicator != "added" and id(cluster) not in self._today:
                self._own.setdefault(id(cluster), period)

    def of(self, view: SentenceView, cluster: Cluster) -> Period | None:
        """The as-of date of `cluster`; its source tells whether the text dates the figure."""
        return self._own.get(id(cluster)) or self._fallback


def _same(one: Period, other: Period) -> bool:
    return one is other or one == other  # mostly one object; comparing models takes time


def _told_to_compare(date: DateMention, text: str) -> bool:
    """Whether a date is named only to set another number against: "bertambah dari posisi semester I 2023"."""
    if _PAST.search(text, date.start, date.end + 12):
        return True
    return _COMPARED.search(text, max(0, date.start - 40), date.start) is not None


def _lasting(cluster: Cluster, date: DateMention, text: str) -> bool:
    """Whether the date is the span in which something was done, and so dates no stock."""
    during = _DURING.search(text, max(0, date.start - 24), date.start)
    return cluster.indicator == "added" or during is not None


_DURING = re.compile(
    r"(?<![^\W_])(?:selama|sepanjang|dalam|sejak)\s+(?:(?:bulan|tahun|periode|kurun)\s+)?$", re.IGNORECASE
)
_PAST = re.compile(
    r"(?:tahun|bulan|semester|minggu|pekan|hari|sebelumnya)\s+(?:lalu|sebelumnya|kemarin)|semula|awalnya",
    re.IGNORECASE,
)
_THOSE = re.compile(
    r"(?<![^\W_])(?:(?:data|angka|bilangan|jumlah|hitungan|catatan|posisi)(?:nya)?\s+(?:itu|tersebut|tadi|ini)"
    r"|(?:itu|ini)\s+(?:data|angka|posisi|kondisi|catatan))(?![^\W_])",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?<![^\W_])(?:dibanding(?:kan)?|daripada|ketimbang|dari)\s+(?:(?:posisi|angka|jumlah|periode|capaian|tahun|bulan)\s+)?$",
    re.IGNORECASE,
)
_THEN = re.compile(r"\W*(?:(?:pada|ketika)\s+)?(?:saat|waktu|ketika|kala)\s+itu(?![^\W_])", re.IGNORECASE)
_NOW = re.compile(r"(?<![^\W_])(?:sekarang|kini|saat\s+ini)(?![^\W_])", re.IGNORECASE)
_ITU = re.compile(r"\s+(?:itu|tersebut|tadi)(?![^\W_])", re.IGNORECASE)
_DATED = {"day", "month", "semester", "quarter"}
_ACTS = {"recorded", "unrecorded", "owned", "not_owned"}


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
