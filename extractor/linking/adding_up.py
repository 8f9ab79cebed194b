"""What numbers count by what adds up: the rest of a whole that no words explain, the items of a list."""

from __future__ import annotations

import re
from itertools import product

from extractor.linking.clusters import Cluster
from extractor.linking.sentence import SentenceView
from extractor.reading.mentions import Number, QuantityMention
from extractor.reading.wording import any_of

_EXACT = 100  # smaller differences are equal by chance, and so are round ones
_TELLING = 1000  # a smaller count recurs by chance
_ITEMS = 3  # of a list at least
_LAST = 6  # counts of a kind that are tried
_PEOPLE = ("persons", None)
_OF_A_REST = re.compile(
    rf"(?<![^\W_])(?:{any_of('not yet', 'concluding', 'the rest')})(?![^\W_])", re.IGNORECASE
)
_DONE = {"recorded": "unrecorded", "owned": "not_owned"}
_TOTALS = frozenset(
    {
        "population", "wktp", "printed", "unprinted", *_DONE, *_DONE.values(),
        "first_voters", "first_voters_recorded", "first_voters_unrecorded",
    }
)  # fmt: skip


def settle_by_adding_up(views: list[SentenceView], text: str) -> None:
    """Name those who lack, and the items of a list, by the counts that they add up to.

    "Artinya, 29.212 orang belum mengurus itu" of 802.342 wajib KTP and 773.130 recorded; a list that was taken for the
    wajib KTP, but makes the 1.180.904 residents.
    """
    counted = [(view, each) for view in views for each in view.clusters if each.count is not None]
    _settle_left_over(counted, text)
    listed = sum(each.construction == "list" for _, each in counted)
    if listed >= _ITEMS - 1:  # the first may have a cue of its own
        _settle_sums(counted, text)
        _settle_lists([cluster for _, cluster in counted])


def _settle_left_over(counted: list[tuple[SentenceView, Cluster]], text: str) -> None:
    """Only people, right after whole and part: those who lack in a sentence that speaks of a rest, both of many."""
    told: dict[str, list[tuple[Number, int]]] = {name: [] for name in ("wktp", *_DONE, *_DONE.values())}
    for view, cluster in counted:
        count = cluster.count
        if count is None:
            continue
        if cluster.indicator in told and _to_the_last_digit(count):
            told[cluster.indicator].append((count.value, view.paragraph))
        elif cluster.indicator is None and told["wktp"] and count.unit in _PEOPLE:
            near = {
                name: [value for value, paragraph in values[-_LAST:] if view.paragraph - paragraph <= 1]
                for name, values in told.items()
            }
            if _OF_A_REST.search(text, view.start, view.end):
                least = _EXACT
            elif count.unit is not None or "anaphor" in view.kinds:
                least = _TELLING
            else:
                continue  # "Jumlah TPS 29.212"
            indicator = _left(count.value, near, least)
            if indicator is not None and cluster.role != "whole":
                cluster.indicator, cluster.construction = indicator, "left-over"


def _settle_sums(clusters: list[tuple[SentenceView, Cluster]], text: str) -> None:
    """A number that says what the list right before it makes: "Totalnya 13.971 orang"."""
    items: list[Cluster] = []
    for view, cluster in clusters:
        if cluster.indicator in _TOTALS:
            goes_on = cluster.construction == "list" and items and items[-1].indicator == cluster.indicator
            items = [*items, cluster] if goes_on else [cluster]
            continue
        if cluster.indicator is None and cluster.count is not None and len(items) >= _ITEMS:
            made = _total(items)
            off: Number = cluster.count.value - made
            begins = max(
                view.start, items[-1].end
            )  # also behind its last item: "…, Cawas 311 orang, total 639 orang"
            told = _TOLD_AS_SUM.fullmatch(text, begins, cluster.start)
            if told is not None and told["over"] and off > 0:
                cluster.indicator, cluster.construction = items[0].indicator, "list"  # of more than is listed
            elif off == 0 or (told is not None and -made <= _SLIP * off <= made):
                cluster.indicator, cluster.construction = items[0].indicator, "sum"
        items = []


_SLIP = 5  # to one, of the sum: a total told as such and off by less is misprinted, or leaves an item out
_TOLD_AS_SUM = re.compile(
    rf"""\W*(?:{any_of("leading to a sum")}\s+)?{any_of("telling a sum")}
        (?P<over>\s+se-?(?:{any_of("regency", "province")}|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?:\s+ada)?)?
        (?:\s+{any_of("attained", "is", "about")})*\s+""",
    re.VERBOSE | re.IGNORECASE,
)


def _total(items: list[Cluster]) -> Number:
    return sum(item.count.value for item in items if item.count is not None)


def _left(value: Number, told: dict[str, list[Number]], least: int) -> str | None:
    """Whose number it is where a part of those who must leaves it, and it is no round or small one."""
    if value < least or value % _EXACT == 0:
        return None
    for done, lacking in _DONE.items():
        for part, other in ((done, lacking), (lacking, done)):
            if any(whole - count == value for whole, count in product(told["wktp"], told[part])):
                return other
    return None


def _to_the_last_digit(count: QuantityMention) -> bool:
    """Whether a count is printed in full, a hedge or not: "sekitar 1.180.904 jiwa"."""
    return not count.approximate or count.value % _EXACT != 0


def _settle_lists(clusters: list[Cluster]) -> None:
    totals: dict[Number, set[str]] = {}
    lists: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        count = cluster.count
        if cluster.indicator not in _TOTALS or count is None or not _to_the_last_digit(count):
            continue
        if cluster.construction == "list":
            lists.setdefault(cluster.indicator, []).append(cluster)
        else:
            totals.setdefault(count.value, set()).add(cluster.indicator)
    for indicator, items in lists.items():
        made = totals.get(_total(items), set())
        if len(items) >= _ITEMS and len(made) == 1 and indicator not in made:
            for item in items:
                item.indicator = next(iter(made))
