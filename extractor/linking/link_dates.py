"""As of when a number holds: a date of its own in the sentence, else none."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain, product

from extractor.article import Article
from extractor.linking.ahead import points_ahead
from extractor.linking.clusters import Cluster
from extractor.linking.distance import Distance
from extractor.linking.figures import Moment
from extractor.linking.sentence import SentenceView
from extractor.linking.told_dates import Told, as_period, finest, spoken, told_by
from extractor.linking.topic import cell_ends
from extractor.reading.mentions import DateMention, Number
from extractor.reading.pipeline import Reading
from extractor.reading.wording import any_of, signs
from extractor.report import Period


def own_date(
    view: SentenceView, cluster: Cluster, dates: list[DateMention], distance: Distance
) -> DateMention | None:
    """The one of `dates`, the as-of dates of its sentence, that holds for `cluster`: the nearest before it, else after.

    A date between two numbers belongs to the number after it unless it closes the clause of the first.
    """
    if cluster.earlier:
        behind = [d for d in view.dates if d.start >= cluster.end and d.role in ("as_of", "plain")]
        return behind[0] if behind and distance.between(cluster.end, behind[0].start) <= 2 else None
    if len(dates) <= 1:
        return dates[0] if dates else None
    before = [d for d in dates if d.end <= cluster.start]
    after = [d for d in dates if d.start >= cluster.end]
    if after and _dated_behind(view, dates):
        return after[0]
    preceding = view.preceding(cluster)
    if before and (preceding is None or preceding.end <= before[-1].start):
        return before[-1]
    if after:
        following = view.following(cluster)
        own = following is None or after[0].end <= following.start
        if own and (not before or distance.between(cluster.end, after[0].start) < 3):
            return after[0]
    if before:
        return before[-1]
    return after[0] if after else None


def _dated_behind(view: SentenceView, dates: list[DateMention]) -> bool:
    """Whether each number's date follows it: "842.310 per Desember 2017, sedangkan 827.990 per 1 Maret 2018"."""
    first, last = view.clusters[0], view.clusters[-1]
    return first.end <= dates[0].start and dates[0].end <= last.start and last.end <= dates[-1].start


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
        self._own: dict[int, Told] = {}
        self._pointing_back: set[Told] = set()
        self._aside: set[Told] = set()  # dates of comparison: they hold for their own number only
        self._of_data: set[Told] = set()  # dates of all that is told, whatever comes first
        self._spans: set[int] = set()  # clusters done within a span of time, which dates nothing else
        self._today: set[int] = set()  # clusters told of the present
        self._before: set[int] = set()  # clusters told of a time before it, also where no calendar has that
        self._periods: dict[Told, Period] = {}
        self._text, self._distance = reading.text, distance
        if any(date.role == "as_of" for date in reading.dates):
            self._dated(views)
            counting = [view for view in views if view.clusters]
            clusters = list(chain.from_iterable([view.clusters for view in counting]))
            if len(self._own) < len(clusters):
                self._by_balance(clusters)
                self._by_sum(clusters)
            self._by_passage(counting)
            self._by_value(clusters)
            self._by_release(clusters, areas)
        self._fallback = spoken(reading, article)

    def _dated(self, views: list[SentenceView]) -> None:
        last: Told | None = None  # of the number before
        named: DateMention | None = None  # the last date of data, numbers or none beside it
        counted: list[Cluster] = []
        heading: tuple[int, DateMention] | None = None  # paragraph and date of a sentence that only dates
        ahead = -1  # paragraph of the last sentence that only says that a list follows
        for view in views:
            if not (view.clusters or view.dates):
                ahead = view.paragraph if heading and points_ahead(view, self._text) else ahead
                continue
            dates = [d for d in view.dates if d.role == "as_of"]
            if view.clusters:
                headed = heading is not None and not dates and self._heads(heading[0], view, ahead)
                last = self._in_sentence(view, [heading[1]] if headed and heading else dates, named, last)
                counted += view.clusters
                heading = (view.paragraph, dates[0]) if len(dates) == 1 and _only_bounds(view) else None
            elif len(dates) == 1:
                back = bool(counted) and self._told_apart(view, dates[0], counted)
                heading = None if back else (view.paragraph, dates[0])
                ahead = view.paragraph if points_ahead(view, self._text) else ahead
            named = dates[-1] if dates else named

    def _heads(self, paragraph: int, view: SentenceView, ahead: int) -> bool:
        """Whether a sentence that only dates stands over the numbers of `view`: before them, or before their list.

        `ahead` is the last paragraph that says that a list follows.
        """
        if paragraph == view.paragraph:
            return True
        if paragraph + 2 >= view.paragraph and cell_ends(self._text, view.start, view.end) > 1:
            return True  # a row of the table under it
        listed = ahead == paragraph or _LIST_OF.match(self._text, view.start, view.end) is not None
        return paragraph + 1 == view.paragraph and listed

    def _in_sentence(
        self, view: SentenceView, dates: list[DateMention], named: DateMention | None, last: Told | None
    ) -> Told | None:
        """Date the numbers of a sentence by its own `dates` or those before it; gives the date of the last number."""
        text = self._text
        lower = view.lower
        now = any(map(lower.__contains__, _NOW_SIGNS))
        if now and not dates and _NOW.search(text, view.start, view.end):
            # it takes no date of the passage: "Sekarang, dari 1.688.913 wajib KTP, …"
            self._today.update(id(cluster) for cluster in view.clusters)
        back = "anaphor" in view.kinds
        then = named is not None and "itu" in lower and _THEN.match(text, view.start, view.end) is not None
        for cluster in view.clusters:
            date = own_date(view, cluster, dates, self._distance)
            of_data = now and date is not None and _is_of_data(date, view.start, text)
            if now and not of_data and _NOW.search(text, max(view.start, cluster.start - 24), cluster.start):
                self._today.add(id(cluster))
                continue
            told = self._note(cluster, date, view.start) if date is not None else None
            if told is None and back:
                told = last
            if told is None and then and named is not None:
                told = told_by(named)
                self._aside |= {told} if told is not None else set()
            if told is not None:
                self._own[id(cluster)] = told
            if cluster.indicator is not None and told not in self._aside:
                last = told
        return last

    def _note(self, cluster: Cluster, date: DateMention, start: int) -> Told | None:
        """What a number's own date tells, and how far it reaches beyond that number; its sentence begins at `start`."""
        told = told_by(date)
        if _lasting(cluster, date, self._text):
            self._spans.add(id(cluster))
        if _told_to_compare(date, self._text):
            self._before.add(id(cluster))
            if told is not None:
                self._aside.add(told)
        if told is not None and _is_of_data(date, start, self._text):
            self._of_data.add(told)
        if told is not None and (
            _ITU.match(self._text, date.end) or _THOSE.search(self._text, start, date.start)
        ):
            self._pointing_back.add(told)
        return told

    def _told_apart(self, view: SentenceView, date: DateMention, counted: list[Cluster]) -> bool:
        """Whether a sentence of its own dates the numbers before it: "Data tersebut posisi akhir September"."""
        told = told_by(date)
        if told is None or not (
            _THOSE.search(self._text, view.start, date.end)
            or _ALL_DATA.match(self._text, view.start, date.start)
            or _THUS.match(self._text, view.start, date.start)
        ):
            return False
        if not _COMPARED.search(self._text, view.start, date.start):
            self._pointing_back.add(told)
            self._fill([c for c in counted if c.indicator != "target"], told)
        return True

    def _by_passage(self, views: list[SentenceView]) -> None:
        """A paragraph that dates its numbers once dates all of them; a mere year only those of its sentence."""
        dates: dict[int, set[Told]] = {}
        for view in views:
            for cluster in view.clusters:
                told = self._spreading(cluster)
                if told is not None:
                    dates.setdefault(view.paragraph, set()).add(told)
        finest_of = {paragraph: finest(found) for paragraph, found in dates.items()}
        for view in views:
            told = finest_of.get(view.paragraph)
            if told is None:
                continue
            if told.precision != "year" or any(self._own.get(id(c)) == told for c in view.clusters):
                self._fill([c for c in view.clusters if c.indicator != "target"], told)

    def _spreading(self, cluster: Cluster) -> Told | None:
        """The date of a number, unless it holds for that number only."""
        told = self._own.get(id(cluster))
        return None if told is None or told in self._aside or id(cluster) in self._spans else told

    def _by_value(self, clusters: list[Cluster]) -> None:
        known: dict[object, Told] = {}
        undated: list[Cluster] = []
        for cluster in clusters:
            told = self._own.get(id(cluster))
            if told is None:
                undated.append(cluster)
                continue
            for quantity in cluster.quantities:
                known.setdefault((cluster.indicator, quantity.value), told)
        for cluster in undated if known else ():
            for quantity in cluster.quantities:
                told = known.get((cluster.indicator, quantity.value))
                if told is not None:
                    self._own[id(cluster)] = told
                    break

    def _by_release(self, clusters: list[Cluster], areas: Callable[[Cluster], str]) -> None:
        """An article, or all it tells of one regency, whose data are of one date: the only one that the text gives.

        It holds from the first number that it dates; before that only where the text points back ("data per 15
        November itu").
        """
        if not self._own:
            return
        telling = [c for c in clusters if c.indicator not in (None, "target", "other")]
        self._release(telling)
        self._release([c for c in telling if c.indicator in _ACTS])
        if all(id(cluster) in self._own for cluster in telling):
            return
        by_area: dict[str, list[Cluster]] = {}
        for cluster in telling:
            by_area.setdefault(areas(cluster), []).append(cluster)
        if len(by_area) > 1:
            for members in by_area.values():
                self._release(members)

    def _release(self, members: list[Cluster]) -> None:
        dated = [
            (index, told)
            for index, cluster in enumerate(members)
            if (told := self._own.get(id(cluster))) is not None
        ]
        if len(dated) == len(members):
            return
        if self._aside:
            dated = [(index, told) for index, told in dated if told not in self._aside]
        told = finest({told for _, told in dated})
        if told is not None and told.precision in _DATED:
            later = members[0 if told in self._pointing_back else dated[0][0] :]
            sources = [index for index, _ in dated if id(members[index]) not in self._spans]
            residents = all(members[index].indicator == "population" for index in sources)
            if residents and told not in self._of_data:  # they are counted twice a year, recordings every day
                later = [cluster for cluster in later if cluster.indicator == "population"]
            self._fill(later, told)

    def _by_balance(self, clusters: list[Cluster]) -> None:
        """Who must, who has and who lacks are of one date where they add up, from the first that is dated on."""
        counts: dict[str, dict[Number, list[Cluster]]] = {}
        for cluster in clusters:
            count = cluster.count
            if cluster.indicator in _BALANCED and count is not None and not count.approximate:
                counts.setdefault(cluster.indicator or "", {}).setdefault(count.value, []).append(cluster)
        wholes = counts.get("wktp", {})
        for part, rest in _PARTS:
            for whole, one in product(wholes, counts.get(part, {})):
                other = counts.get(rest, {}).get(whole - one)
                if other is None:
                    continue
                members = [*wholes[whole], *counts[part][one], *other]
                dated = [c for c in members if id(c) in self._own]
                if len({self._own[id(c)] for c in dated}) == 1:
                    first = min(c.start for c in dated)
                    for cluster in members:
                        if cluster.start > first:
                            self._own.setdefault(id(cluster), self._own[id(dated[0])])

    def _by_sum(self, clusters: list[Cluster]) -> None:
        """A list without a date of its own is of the dated total that its items add up to."""
        listed: dict[str, list[Cluster]] = {}
        totals: dict[tuple[str, Number], Told] = {}
        for cluster in clusters:
            count, told = cluster.count, self._own.get(id(cluster))
            if cluster.indicator is None or count is None or count.approximate:
                continue
            if told is not None:
                totals.setdefault((cluster.indicator, count.value), told)
            else:
                listed.setdefault(cluster.indicator, []).append(cluster)
        for indicator, items in listed.items():
            told = totals.get((indicator, sum(c.count.value for c in items if c.count is not None)))
            if told is not None and len(items) >= _ITEMS:
                self._fill(items, told)

    def _fill(self, clusters: list[Cluster], told: Told) -> None:
        for cluster in clusters:
            if cluster.series is None and cluster.indicator != "added" and id(cluster) not in self._today:
                self._own.setdefault(id(cluster), told)

    def moment(self, cluster: Cluster) -> Moment | None:
        """Whether the words beside `cluster` tell it of the present ("kini") or of a time before ("pekan lalu")."""
        if id(cluster) in self._today:
            return "now"
        return "before" if id(cluster) in self._before else None

    def of(self, cluster: Cluster) -> Period | None:
        """The as-of date of `cluster`; its source tells whether the text dates the figure."""
        told = self._own.get(id(cluster))
        if told is None:
            return self._fallback
        period = self._periods.get(told)
        if period is None:
            period = self._periods[told] = as_period(told, "text")
        return period


def _told_to_compare(date: DateMention, text: str) -> bool:
    """Whether a date is named only to set another number against: "bertambah dari posisi semester I 2023"."""
    around = text[date.start : date.end + 12].lower()
    if any(map(around.__contains__, _EARLIER)) and _PAST.search(text, date.start, date.end + 12):
        return True
    first = max(0, date.start - 40)
    lead = text[first : date.start].lower()
    if not any(map(lead.__contains__, _COMPARING_SIGNS)):
        return False
    return _COMPARED.search(text, first, date.start) is not None


def _is_of_data(date: DateMention, start: int, text: str) -> bool:
    """Whether a date is that of the data of which a sentence tells: "Data semester I 2022 menyebut …"."""
    lead = text[max(start, date.start - _DATA_REACH) : date.start]
    according = any(map(lead.__contains__, _DATA_SIGNS)) and _DATA_OF.search(lead) is not None
    return according or _DATA_TELL.fullmatch(text, start, date.start) is not None


def _lasting(cluster: Cluster, date: DateMention, text: str) -> bool:
    """Whether the date is the span in which something was done, and so dates no stock."""
    if cluster.indicator == "added":
        return True
    return _DURING.search(text, max(0, date.start - 24), date.start) is not None


_DURING = re.compile(
    rf"(?<![^\W_]){any_of('during', 'since')}\s+(?:{any_of('a span of')}\s+)?$", re.IGNORECASE
)
# one of them stands wherever `_PAST` matches
_EARLIER = signs("past", "at first")
_PAST = re.compile(rf"{any_of('past spans')}\s+{any_of('past')}|{any_of('at first')}", re.IGNORECASE)
_THOSE = re.compile(
    rf"""(?<![^\W_])(?:{any_of("data nouns")}(?:nya)?\s+{any_of("that", "just told", "this")}
        |(?:itu|ini)\s+(?:{any_of("is")}\s+)?{any_of("is data")})(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
# "Seluruh angka perekaman diambil dari server per 8 Februari 2019"
_ALL_DATA = re.compile(rf"\W*{any_of('all of it')}\s+{any_of('data nouns')}(?![^\W_])", re.IGNORECASE)
_COMPARING_SIGNS = signs("comparing")  # one of them stands wherever `_COMPARED` matches
_COMPARED = re.compile(
    rf"(?<![^\W_]){any_of('comparing')}\s+(?:{any_of('compared with')}\s+)?$", re.IGNORECASE
)
_PARTS = (("recorded", "unrecorded"), ("owned", "not_owned"), ("recorded", "not_owned"))
_BALANCED = frozenset(["wktp", *(name for pair in _PARTS for name in pair)])
_ITEMS = 3  # of a list at least
_DATA_REACH = 60  # characters
# one of them stands wherever `_DATA_OF` matches, also where it opens a sentence
_DATA_SIGNS = tuple(sign[1:] for sign in signs("according to"))
_DATA_OF = re.compile(
    rf"(?<![^\W_]){any_of('according to')}\s+{any_of('records')}(?![^\W_])[^,.;\d]*$", re.IGNORECASE
)
_DATA_TELL = re.compile(rf"\W*{any_of('records')}(?:\s+(?!yang\s)[^\s,.;\d]+){{0,6}}\s*", re.IGNORECASE)
# closes what it has told: "Begitu rekap dinas per 31 Desember 2017."
_THUS = re.compile(
    rf"\W*{any_of('thus')}\s+(?:[^\W\d]+\s+)?{any_of('records', 'data nouns')}(?![^\W_])", re.IGNORECASE
)
_THEN = re.compile(rf"\W*(?:{any_of('at the time')}\s+)?{any_of('time')}\s+itu(?![^\W_])", re.IGNORECASE)
_NOW_SIGNS = signs("now", "at present")  # one of them stands wherever `_NOW` matches
_NOW = re.compile(rf"(?<![^\W_]){any_of('now', 'at present')}(?![^\W_])", re.IGNORECASE)
_ITU = re.compile(rf"\s+{any_of('that', 'just told')}(?![^\W_])", re.IGNORECASE)
_DATED = {"day", "month", "semester", "quarter"}
_ACTS = {"recorded", "unrecorded", "owned", "not_owned"}


def _only_bounds(view: SentenceView) -> bool:
    """Whether all numbers of a sentence are percentages that bound: "enam kabupaten belum mencapai 80 persen"."""
    return all(c.percent_only and c.indicator in (None, "other") for c in view.clusters)


_LIST_OF = re.compile(rf"[\"“”'\s]*{any_of('opening a list')}(?![^\W_])", re.IGNORECASE)
