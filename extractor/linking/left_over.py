"""A number that no words explain, and that is what the recorded leave of the wajib KTP."""

from __future__ import annotations

from itertools import product

from extractor.linking.clusters import Cluster
from extractor.linking.sentence import SentenceView
from extractor.reading.mentions import Number

_EXACT = 100  # smaller differences are equal by chance, and so are round ones
_DONE = {"recorded": "unrecorded", "owned": "not_owned"}


def settle_left_over(views: list[SentenceView]) -> None:
    """Name those who lack by what adds up: "Artinya, 29.212 orang belum mengurus itu" of 802.342 and 773.130."""
    left: dict[Number, str] = {}
    told: dict[str, list[Number]] = {"wktp": [], **{done: [] for done in _DONE}}
    for cluster in (c for view in views for c in view.clusters):
        count = cluster.count
        if count is None:
            continue
        if cluster.indicator in told and not count.approximate:
            told[cluster.indicator].append(count.value)
            left = _left(told)
        elif _unexplained(cluster) and count.value in left:
            cluster.indicator, cluster.construction = left[count.value], "sum"


def _unexplained(cluster: Cluster) -> bool:
    return cluster.indicator is None and cluster.role != "whole"


def _left(told: dict[str, list[Number]]) -> dict[Number, str]:
    """What each of the done leaves of each whole, where that is no round number."""
    return {
        whole - part: lacking
        for done, lacking in _DONE.items()
        for whole, part in product(told["wktp"], told[done])
        if whole - part >= _EXACT and (whole - part) % _EXACT
    }
