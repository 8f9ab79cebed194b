"""What numbers count by what adds up: the rest of a whole that no words explain, the items of a list."""

from __future__ import annotations

import re
from itertools import product

from extractor.linking.clusters import Cluster
from extractor.linking.sentence import SentenceView
from extractor.reading.mentions import Number, QuantityMention
from extractor.reading.wording import any_of

_EXACT = 100  # smaller differences are equal by chance, and so are round ones
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
    _settle_left_over(views, text)
    _settle_sums([cluster for view in views for cluster in view.clusters if cluster.count is not None])
    _settle_lists([cluster for view in views for cluster in view.clusters])


def _settle_left_over(views: list[SentenceView], text: str) -> None:
    """Only people in a sentence that speaks of a rest, right after whole and part."""
    told: dict[str, list[tuple[Number, int]]] = {"wktp": [], **{done: [] for done in _DONE}}
    for view in views:
        for cluster in view.clusters:
            count = cluster.count
            if count is None:
                continue
            if cluster.indicator in told and _to_the_last_digit(count):
                told[cluster.indicator].append((count.value, view.paragraph))
            elif (
                cluster.indicator is None
                and count.unit in _PEOPLE
                and _OF_A_REST.search(text, view.start, view.end)
            ):
                near = {
                    name: [value for value, paragraph in values[-_LAST:] if view.paragraph - paragraph <= 1]
                    for name, values in told.items()
                }
                indicator = _left(count.value, near)
                if indicator is not None and cluster.role != "whole":
                    cluster.indicator, cluster.construction = indicator, "left-over"


def _settle_sums(clusters: list[Cluster]) -> None:
    """A number that says what the list right before it makes: "Totalnya 13.971 orang"."""
    items: list[Cluster] = []
    for cluster in clusters:
        count = cluster.count
        if cluster.construction == "list" and cluster.indicator in _TOTALS:
            alike = not items or items[-1].indicator == cluster.indicator
            items = [*items, cluster] if alike else [cluster]
            continue
        if (
            cluster.indicator is None
            and count is not None
            and len(items) >= _ITEMS
            and _total(items) == count.value
        ):
            cluster.indicator, cluster.construction = items[0].indicator, "sum"
        items = []


def _total(items: list[Cluster]) -> Number:
    return sum(item.count.value for item in items if item.count is not None)


def _left(value: Number, told: dict[str, list[Number]]) -> str | None:
    """Whose number it is where a part of those who must leaves it, and it is no round one."""
    if value < _EXACT or value % _EXACT == 0:
        return None
    for done, lacking in _DONE.items():
        if any(whole - part == value for whole, part in product(told["wktp"], told[done])):
            return lacking
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
