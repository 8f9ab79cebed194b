"""What the passage is about: resolves bare polarity, remainders and lists whose indicator was told before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from operator import attrgetter

from extractor.linking.ahead import points_ahead
from extractor.linking.clusters import Cluster
from extractor.linking.distance import Distance
from extractor.linking.sentence import SentenceView
from extractor.linking.whole_part import WHICH
from extractor.reading.cue_company import ACTS
from extractor.reading.mentions import Number, QuantityMention
from extractor.reading.senses import COMPLEMENT, Sense
from extractor.reading.wording import any_of

# told in percent too
SHARES = {"recorded", "unrecorded", "owned", "not_owned", "printed", "unprinted", "ikd"}
_PARTS = frozenset({"recorded", "unrecorded", "owned", "not_owned"})
_CELL_ENDS = ("|", "\t")  # between the cells of a table


def has_cells(text: str) -> bool:
    """Whether a text may hold a table."""
    return any(mark in text for mark in _CELL_ENDS)


def cell_ends(text: str, start: int, end: int) -> int:
    """How many marks of one kind part the cells of a line."""
    return max(text.count(mark, start, end) for mark in _CELL_ENDS)


DONE = {"recorded", "owned", "printed"}
NEGATIVE = {"unrecorded", "not_owned", "unprinted", "first_voters_unrecorded"}
_HEADS = {
    "recorded", "unrecorded", "owned", "not_owned", "printed", "unprinted", "population", "wktp", "suket", "ikd",
    "first_voters", "first_voters_unrecorded", "first_voters_recorded", "blanks", "other",
}  # fmt: skip


@dataclass(slots=True)
class Topic:
    """Running state over the sentences of one article."""

    act: str | None = None  # named last in the paragraph
    act_in: int = -1
    acts: Counter[str] = field(default_factory=Counter)  # how often the article names each act
    values: dict[tuple[Number, bool], str] = field(default_factory=dict)  # what each number told was
    tellers: dict[str, Cluster] = field(default_factory=dict)  # the last count of each indicator
    totals: dict[str, int] = field(default_factory=dict)  # the last count of each indicator outside lists
    last: str | None = None
    last_act: str | None = None
    last_cards: str | None = None
    last_general: str | None = None  # of everyone, not of first voters
    last_whole: str | None = None
    last_percent: str | None = None
    said_percent: str | None = None
    last_people: str | None = None
    first: str | None = None  # the article's first indicator
    pending: str | None = None  # told by a sentence without numbers, for the next number
    pending_in: int = -1
    told_in: int = -1
    summed: str | None = None  # what men and women were added up to in the last sentence that began with them
    listed: str | None = None
    listed_in: int = -1
    of_blanks: bool = False  # the article speaks of blank cards
    untold_cards: bool = False  # the last number before counts cards of which nothing is told
    awaits_share: bool = False  # the sentence before names a share without its number
    row: list[str] = field(default_factory=list)  # what the numbers of the last row of a list count
    columns: list[str] = field(default_factory=list)  # of the table whose head was read last

    def see(self, view: SentenceView, text: str) -> None:
        """Take note of the acts that a sentence names, and of what it announces when it holds no number."""
        announced: str | None = None
        group: str | None = None
        for sense in view.senses:
            if sense.act in ACTS and sense.act != "ACTIVATE" and sense.kind in ("act", "noun"):
                self.act, self.act_in = ("OWN" if sense.act == "GET" else sense.act), view.paragraph
            if sense.kind in _ANNOUNCING:
                group = sense.indicator
            elif sense.said or (
                sense.kind in ("act", "bare")
                and WHICH.search(text, max(view.start, sense.start - 24), sense.start)
            ):
                announced = sense.indicator or self.polar(view, sense)
        self.awaits_share = "share" in view.kinds and _ends_with_share(view)
        kept = self.pending if self.pending is not None and points_ahead(view, text) else None
        self.pending = None if view.clusters else announced or group or kept
        self.pending_in = view.paragraph

    def see_row(self, view: SentenceView) -> None:
        """What the numbers of the last place of a sentence count, where each has a cue of its own."""
        row = rows(view)[-1]
        if all(c.sense is not None and c.indicator is not None for c in row):
            self.row = [c.indicator for c in row if c.indicator is not None]

    def see_columns(self, view: SentenceView, text: str) -> None:
        """The head of a table: "Kecamatan | wajib KTP | sudah rekam | belum rekam"."""
        if cell_ends(text, view.start, view.end) < 2:
            self.columns = [] if view.clusters else self.columns
        elif not view.clusters:
            named = [s.indicator for s in view.senses if s.kind not in ("people", "added")]
            self.columns = [indicator for indicator in named if indicator is not None]

    def told(self, indicator: str, cluster: Cluster, paragraph: int) -> None:
        """Take note of a linked number."""
        self.told_in = paragraph
        if cluster.construction != "list":
            for quantity in cluster.quantities:
                self.values.setdefault((quantity.value, quantity.unit == "percent"), indicator)
        if cluster.construction != "list" and cluster.count is not None:
            self.tellers[indicator] = cluster
            self.totals[indicator] = max(int(cluster.count.value), self.totals.get(indicator, 0))
        if cluster.construction == "list":
            self.listed, self.listed_in = indicator, paragraph
        if cluster.role == "whole":
            self.last_whole = indicator
            return
        if indicator in _HEADS and (indicator != "other" or cluster.subgroup == "voters"):
            self.last = indicator
            self.first = self.first or indicator
            if "first_voters" not in indicator:
                self.last_general = indicator
            if indicator in ("printed", "unprinted", "suket"):
                self.last_cards = indicator
            if indicator not in ("blanks", "suket") and (
                indicator not in _OF_PRINT or self.last_people in (None, *_OF_PRINT)
            ):
                self.last_people = indicator
        if indicator in SHARES:
            self.last_act = indicator
            if cluster.percent_only:
                self.last_percent = indicator
        self.said_percent = indicator if cluster.percent_only and indicator in SHARES else None

    def restated(self, indicator: str, percent: Number) -> str:
        """What a percentage without a cue restates: `indicator`, or its complement where only that fits the counts."""
        other = COMPLEMENT.get(indicator)
        mine, whole = self.totals.get(indicator), self.totals.get("wktp")
        if other is None:
            return indicator
        if mine is None and whole and other in self.totals:
            mine = whole - self.totals[other]
        if mine is None or not whole:
            return other if indicator in NEGATIVE and percent > _MOST_PEOPLE else indicator
        share = 100 * mine / whole
        off, off_other = abs(float(percent) - share), abs(float(percent) - (100 - share))
        likely = (indicator in NEGATIVE) == (percent > 50)  # that it is the other one
        return other if off > 1 and (off_other <= _FITS or (likely and off_other * _FAR < off)) else indicator

    def as_share(self, percent: QuantityMention) -> str | None:
        """What a percentage restates by its size alone: the one count told, or its rest, that makes it."""
        whole = self.totals.get("wktp")
        fitting = set()
        for indicator in _PARTS.intersection(self.totals) if whole and percent.low > 0 else ():
            share = Fraction(100 * self.totals[indicator], whole)
            for name, made in ((indicator, share), (COMPLEMENT[indicator], 100 - share)):
                if percent.low - percent.step <= made <= percent.high + percent.step:
                    fitting.add(name)
        return fitting.pop() if len(fitting) == 1 else None

    def family(self, view: SentenceView, position: int) -> str:
        """The act in question: named last in the sentence, else in the paragraph, else most often."""
        here = act_before(view, position)
        if here is None and self.act_in == view.paragraph and self.last != "wktp":
            here = self.act
        return here or (self.acts.most_common(1)[0][0] if self.acts else "RECORD")

    def polar(self, view: SentenceView, sense: Sense) -> str:
        """The indicator of "sudah" or "belum" alone."""
        adults = "subgroup" in view.kinds
        if act_before(view, sense.start) is None and self._about_first_voters(view) and not adults:
            return "first_voters_recorded" if sense.polarity > 0 else "first_voters_unrecorded"
        done, undone = ACTS[self.family(view, sense.start)]
        return done if sense.polarity > 0 else undone

    def _about_first_voters(self, view: SentenceView) -> bool:
        if "obliged" in view.kinds or "obliged-weak" in view.kinds:
            return False  # "dari wajib KTP sebanyak 126.480 jiwa, sudah 95,31 persen"
        return "first_voters" in (self.first or "") and "first_voters" in (self.last or "")

    def remainder(
        self, view: SentenceView, sense: Sense, said: str | None, *, persons: bool, tail: bool
    ) -> str:
        """The indicator of "sisanya", "tersisa": what the part before it leaves of its whole.

        `said` is what the sentence counted before it. `tail` tells that the word names the rest of what was just
        told ("sisanya"), not what is still to do ("tersisa").
        """
        if self._about_first_voters(view) or "first_voters" in (said or ""):
            return "first_voters_unrecorded"
        act = act_before(view, sense.start)
        if said is None and act is not None:
            return ACTS[act][1]
        base = said or (self.last_people if persons else self.last)
        if base in NEGATIVE:
            return COMPLEMENT.get(base, base) if tail and said else base
        if base == "blanks":
            return "blanks"
        if base in DONE:
            return COMPLEMENT[base]
        if base == "other":
            return "other"
        return ACTS[self.family(view, sense.start)][1]


def _ends_with_share(view: SentenceView) -> bool:
    """Whether a sentence names a share behind its last number."""
    last_number = view.clusters[-1].end if view.clusters else view.start
    return any(sense.kind == "share" and sense.start >= last_number for sense in view.senses)


def act_before(view: SentenceView, position: int) -> str | None:
    """The act that the sentence names last before `position`."""
    for at in range(bisect_left(view.senses, position, key=_STARTS) - 1, -1, -1):
        sense = view.senses[at]
        if sense.act in ACTS and sense.kind in ("act", "noun", "obliged"):
            return "OWN" if sense.act == "GET" else sense.act
    return None


_STARTS = attrgetter("start")


def rows(view: SentenceView) -> list[list[Cluster]]:
    """The numbers of a sentence, those without a place between them together."""
    found: list[list[Cluster]] = []
    last = view.start
    for cluster in view.clusters:
        if not found or any(last <= place.start < cluster.start for place in view.places):
            found.append([])
        found[-1].append(cluster)
        last = cluster.end
    return found


def after_place(view: SentenceView, cluster: Cluster, distance: Distance, floor: int, reach: float) -> bool:
    """Whether a place stands right before the number, with no other number between."""
    for place in reversed(view.places):
        if floor <= place.start and place.end <= cluster.start and place.source != "dateline":
            return distance.between(place.end, cluster.start) <= reach
    return False


AT = re.compile(rf"\s*,\s+(?:{any_of('being')}\s+)?di\s+", re.IGNORECASE)


def item_of_list(view: SentenceView, cluster: Cluster, distance: Distance, text: str, floor: int) -> bool:
    """Whether a place stands right before the number, or right after it ("13 ribu jiwa di Kecamatan X")."""
    if after_place(view, cluster, distance, floor, 4.5):
        return True
    for place in view.places:
        if place.start >= cluster.end:
            near = distance.between(cluster.end, place.start) <= 1.0
            return near or AT.fullmatch(text, cluster.end, place.start) is not None
    return False


_OF_PRINT = ("printed", "unprinted")  # told in passing where people are recorded
_MOST_PEOPLE = 70  # percent: so many hardly lack
_FITS = 0.5  # percentage points
_FAR = 5  # times nearer than the other: the share of a part of the place ("persentase di sana 97,04")
_ANNOUNCING = {"obliged", "population", "blanks", "suket", "ikd", "first"}
