"""First voters where their number's own sentence does not say so: by what adds up, and by numbers told again."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.linking.clusters import Cluster
from extractor.linking.sentence import SentenceView
from extractor.reading.mentions import Number

# to one, of the whole: what the press leaves over by rounding, or by a slip that a rule is to find
_FAR = 200
_TELLING = 1000  # a smaller count recurs by chance
_PARTS = {
    "unrecorded": ("first_voters_recorded", "first_voters_unrecorded"),
    "recorded": ("first_voters_unrecorded", "first_voters_recorded"),
}
_OF_THEM = frozenset({"unrecorded", "not_owned", "first_voters", "other", None})
_WHO_LACK = "first_voters_unrecorded"


def settle_first_voters(views: list[SentenceView]) -> None:
    """Name the first voters that the words around a number leave open.

    "Dari 53.287 pemilih pemula, 29.452 orang telah merekam. Sisanya 23.834 orang belum": what the first voters told
    before leave of their whole are first voters too, and so is the same number wherever it stands again, in the
    headline above all ("1.655 Orang Belum Perekaman KTP").
    """
    if not any(c.indicator == "first_voters" for view in views for c in view.clusters):
        return
    for cluster, told in _with_before(views):
        kind = _act(cluster)
        if kind is None or cluster.count is None:
            continue
        partner, own = _PARTS[kind]
        if _left(cluster.count.value, told.get("first_voters"), told.get(partner)):
            cluster.indicator, cluster.subgroup = own, None
    _everywhere(views)


def _with_before(views: list[SentenceView]) -> Iterable[tuple[Cluster, dict[str, Number]]]:
    """Each number with the last of each kind told before it."""
    told: dict[str, Number] = {}
    for view in views:
        for cluster in view.clusters:
            yield cluster, told
            if cluster.count is not None and cluster.indicator is not None:
                told[cluster.indicator] = cluster.count.value


def _act(cluster: Cluster) -> str | None:
    """Whether a number not yet told of first voters counts who recorded or who did not, by its own cue."""
    if cluster.indicator in _PARTS:
        return cluster.indicator
    by_cue = cluster.sense.indicator if cluster.sense is not None else None
    return by_cue if cluster.indicator == "other" and by_cue in _PARTS else None


def _left(count: Number, whole: Number | None, partner: Number | None) -> bool:
    """Whether a count is what its partner leaves of the whole."""
    if whole is None or partner is None:
        return False
    off: Number = whole - partner - count
    return -whole <= _FAR * off <= whole


def _everywhere(views: list[SentenceView]) -> None:
    """The number of first voters who lack is theirs in every mention."""
    clusters = [c for view in views for c in view.clusters if c.count is not None]
    lacking = {
        c.count.value
        for c in clusters
        if c.indicator == _WHO_LACK and c.count is not None and c.construction != "repeat"
    }
    for cluster in clusters:
        count = cluster.count
        if count is None or count.value not in lacking or count.value < _TELLING:
            continue
        if cluster.indicator in _OF_THEM and cluster.role != "whole":
            cluster.indicator, cluster.subgroup = _WHO_LACK, None
