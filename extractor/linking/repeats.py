"""A number that stands elsewhere with its cue keeps that meaning where it stands alone."""

from __future__ import annotations

from extractor.linking.clusters import Cluster
from extractor.linking.sentence import SentenceView
from extractor.reading.mentions import QuantityMention

_DOUBTFUL = 5.0
_FAR = {"list", "coordination", "whole-inherited", "nearest"}
_WEAK = {"whole-inherited", "remainder", "nearest", "anaphora"}
_NO_SOURCES = _FAR | _WEAK
Key = tuple[object, bool]


def _specific(quantity: QuantityMention) -> bool:
    """Whether two equal prints are hardly chance: four digits not all round, or a percentage with decimals."""
    if quantity.unit == "percent":
        return quantity.decimals > 0
    return quantity.value >= 1000 and quantity.value % 1000 != 0


def settle_repeats(views: list[SentenceView]) -> None:
    """Link numbers without a cue of their own by an equal number, or by one that rounds to them."""
    clusters = [cluster for view in views for cluster in view.clusters]
    known: dict[Key, Cluster] = {}
    for cluster in sorted(clusters, key=lambda c: c.cost):
        if cluster.indicator is None or cluster.construction in _NO_SOURCES:
            continue
        for quantity in cluster.quantities:
            known.setdefault((quantity.value, quantity.unit == "percent"), cluster)
    _flows(clusters)
    _titles(views)
    exact = [c for c in known.values() if c.count is not None]
    for cluster in clusters:
        if cluster.indicator is None or cluster.construction == "whole-inherited":
            _repeat(cluster, known, exact)
        elif (cluster.cost > _DOUBTFUL or cluster.construction in _WEAK) and _specific(cluster.quantities[0]):
            _repeat(cluster, known, [])
        elif cluster.construction == "remainder" or cluster.indicator == "first_voters":
            _repeat_lack(cluster, clusters)


def _repeat_lack(cluster: Cluster, clusters: list[Cluster]) -> None:
    """A remainder, or a bare group, told elsewhere as those who lack: "Sisanya kan 15.000 orang lagi"."""
    number = cluster.quantities[0]
    wanted = _LACKS["first_voters" if cluster.indicator == "first_voters" else "remainder"]
    if cluster.indicator == "unrecorded" or (number.value < _FEW and number.unit != "percent"):
        return
    for source in clusters:
        if source.indicator in wanted and _same(cluster, source):
            _copy(cluster, source, "repeat")
            return


_TWICE = 2
_FEW = 100  # smaller counts are equal by chance
_LACKS = {
    "first_voters": frozenset({"first_voters_unrecorded"}),
    "remainder": frozenset({"unrecorded", "not_owned", "unprinted"}),
}


def _titles(views: list[SentenceView]) -> None:
    """A number of the title counts the act that the article tells of it, where that is one only.

    Headlines say "belum punya KTP" or "target" of those who have not recorded, hardly the other way round.
    """
    loose = [
        c for v in views if v.section == "title" for c in v.clusters if c.indicator in _LOOSE and _telling(c)
    ]
    if not loose:
        return
    body = [
        c
        for v in views
        if v.section != "title"
        for c in v.clusters
        if c.indicator is not None and c.construction not in _NO_TELLERS
    ]
    for cluster in loose:
        told = [c for c in body if _same(c, cluster)]
        acts = any(c.sense is not None and c.sense.kind == "act" and c.role != "whole" for c in told)
        if acts and len({c.indicator for c in told}) == 1 and told[0].indicator in _OF_ACTS:
            _copy(cluster, told[0], "repeat")


_LOOSE = frozenset({"owned", "not_owned", "target", "first_voters_unrecorded", "first_voters_recorded"})
_OF_ACTS = frozenset({"recorded", "unrecorded", "not_owned"})
_NO_TELLERS = _NO_SOURCES | {"repeat"}


def _telling(cluster: Cluster) -> bool:
    """Whether the number hardly recurs by chance."""
    number = cluster.quantities[0]
    return number.unit == "percent" or number.value >= 1000


def _same(cluster: Cluster, other: Cluster) -> bool:
    """Whether one of the numbers of `cluster` is that of `other`."""
    number = other.quantities[0]
    percent = number.unit == "percent"
    return any(q.value == number.value and (q.unit == "percent") == percent for q in cluster.quantities)


def _flows(clusters: list[Cluster]) -> None:
    """A number told as the work of a period is so wherever it stands again."""
    flows = {c.quantities[0].value for c in clusters if c.indicator == "added" and _specific(c.quantities[0])}
    for cluster in clusters if flows else ():
        if cluster.indicator in ("recorded", None) and cluster.quantities[0].value in flows:
            cluster.indicator = "added"
            cluster.construction = cluster.construction or "repeat"


def _repeat(cluster: Cluster, known: dict[Key, Cluster], exact: list[Cluster]) -> None:
    for quantity in cluster.quantities:
        source = known.get((quantity.value, quantity.unit == "percent"))
        if source is not None and source is not cluster and source.indicator != cluster.indicator:
            _copy(cluster, source, "repeat")
            return
    quantity = cluster.quantities[0]
    if quantity.unit in ("percent", "other"):
        return
    near = [c for c in exact if c.count is not None and c is not cluster and _rounds(quantity, c.count)]
    if near and len({c.indicator for c in near}) == 1:
        _copy(cluster, near[0], "rounded-repeat")


def _rounds(one: QuantityMention, other: QuantityMention) -> bool:
    """Whether one of the two is a rounded telling of the other."""
    if one.approximate == other.approximate or (one.unit == "cards") != (other.unit == "cards"):
        return False
    rough, fine = (one, other) if one.approximate else (other, one)
    if rough.high > _TWICE * rough.value:
        return False  # "sedikitnya dua ribuan" has no upper end
    return rough.low <= fine.value <= rough.high and _specific(fine)


def _copy(cluster: Cluster, source: Cluster, construction: str) -> None:
    cluster.indicator = source.indicator
    cluster.subgroup = source.subgroup
    cluster.construction = construction
