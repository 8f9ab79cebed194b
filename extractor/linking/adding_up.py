"""What numbers count by what adds up: the rest of a whole that no words explain, the items of a list."""

from __future__ import annotations

from itertools import chain, product

from extractor.linking.clusters import Cluster
from extractor.linking.sentence import SentenceView
from extractor.reading.mentions import Number, QuantityMention

_EXACT = 100  # smaller differences are equal by chance, and so are round ones
_ITEMS = 3  # of a list at least
_DONE = {"recorded": "unrecorded", "owned": "not_owned"}
_TOTALS = frozenset({"population", "wktp", "printed", "unprinted", *_DONE, *_DONE.values()})


def settle_by_adding_up(views: list[SentenceView]) -> None:
    """Name those who lack, and the items of a list, by the counts that they add up to.

    "Artinya, 29.212 orang belum mengurus itu" of 802.342 wajib KTP and 773.130 recorded; a list that was taken for the
    wajib KTP, but makes the 1.180.904 residents.
    """
    clusters = list(chain.from_iterable(view.clusters for view in views))
    _settle_left_over(clusters)
    _settle_lists(clusters)


def _settle_left_over(clusters: list[Cluster]) -> None:
    left: dict[Number, str] = {}
    told: dict[str, list[Number]] = {"wktp": [], **{done: [] for done in _DONE}}
    for cluster in clusters:
        count = cluster.count
        if count is None:
            continue
        if cluster.indicator in told and _to_the_last_digit(count):
            told[cluster.indicator].append(count.value)
            left = _left(told)
        elif cluster.indicator is None and cluster.role != "whole" and count.value in left:
            cluster.indicator, cluster.construction = left[count.value], "sum"


def _to_the_last_digit(count: QuantityMention) -> bool:
    """Whether a count is printed in full, a hedge or not: "sekitar 1.180.904 jiwa"."""
    return not count.approximate or count.value % _EXACT != 0


def _left(told: dict[str, list[Number]]) -> dict[Number, str]:
    """What each of the done leaves of each whole, where that is no round number."""
    return {
        whole - part: lacking
        for done, lacking in _DONE.items()
        for whole, part in product(told["wktp"], told[done])
        if whole - part >= _EXACT and (whole - part) % _EXACT
    }


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
        made = totals.get(sum(item.count.value for item in items if item.count is not None), set())
        if len(items) >= _ITEMS and len(made) == 1 and indicator not in made:
            for item in items:
                item.indicator = next(iter(made))
