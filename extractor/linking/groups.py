"""Sub-groups: first voters, voters on a list, age groups, series of earlier and later values, disputed numbers."""

from __future__ import annotations

import re

from extractor.linking.clusters import Cluster
from extractor.linking.distance import Distance
from extractor.linking.sentence import SentenceView
from extractor.reading.cues import Sense

_FIRST = {
    "recorded": "first_voters_recorded",
    "unrecorded": "first_voters_unrecorded",
    "not_owned": "first_voters_unrecorded",
    "owned": "first_voters_recorded",
    "wktp": "first_voters",
    "population": "first_voters",
}
_PEOPLE = {"recorded", "unrecorded", "owned", "not_owned", "wktp", "population"}
_GROUPS = {"first", "voters", "subgroup"}
_MOSTLY = re.compile(
    r"(?<![^\W_])(?:terbesar|terbanyak|kebanyakan|mayoritas|didominasi|sebagian|umumnya|terutama|antara\s+lain|di\s+antaranya)(?![^\W_])",
    re.IGNORECASE,
)
_NEAR = 3.0
_DURING = re.compile(
    r"(?<![^\W_])(?:dalam|selama|sepanjang)\s+(?:waktu\s+|kurun\s+)?(?:[^\W_]+\s+){0,2}?(?:hari|minggu|pekan|bulan)(?![^\W_])",
    re.IGNORECASE,
)
_PUPILS = {"anak", "siswa", "siswi", "pelajar", "remaja", "murid"}


def restrict(view: SentenceView, cluster: Cluster, distance: Distance, text: str, said: str | None) -> None:
    """Narrow the indicator of `cluster` to the group that the text names beside it."""
    if cluster.indicator not in _PEOPLE:
        return
    if cluster.quantities[0].classifier in _PUPILS:
        cluster.indicator = _FIRST[cluster.indicator]
        return
    whole = cluster.whole
    if whole is not None and "first_voters" in (whole.indicator or ""):
        cluster.indicator = _FIRST[cluster.indicator]
        return
    head = cluster.quantities[0].classifier not in ("warga", "penduduk")
    if (
        said is not None
        and "first_voters" in said
        and head
        and cluster.indicator in ("recorded", "unrecorded")
    ):
        cluster.indicator = _FIRST[cluster.indicator]
        return
    for sense in view.senses:
        if sense is cluster.sense or cluster.indicator not in _PEOPLE:
            continue
        if sense.kind == "dispute":
            cluster.disputed = True
        elif sense.kind in _GROUPS and _names(view, cluster, sense, distance, text):
            cluster.subgroup = sense.kind
            if sense.kind == "subgroup" and cluster.indicator == "population":
                cluster.indicator = "other"
            elif sense.kind == "first":
                cluster.indicator = _FIRST[cluster.indicator]
            elif sense.kind == "voters" and cluster.role != "whole":
                cluster.indicator = "other"


def _names(view: SentenceView, cluster: Cluster, group: Sense, distance: Distance, text: str) -> bool:
    """Whether `group` belongs to the noun phrase of the number or of its cue, and is not merely most of it."""
    if group.start >= cluster.end and _MOSTLY.search(text, cluster.end, group.start):
        return False
    for other in view.clusters:
        if other is not cluster and (
            group.end <= other.start <= cluster.start or cluster.end <= other.start <= group.start
        ):
            return False
    reach = _gap(distance, group.start, group.end, cluster.start, cluster.end)
    if cluster.sense is not None:
        reach = min(reach, _gap(distance, group.start, group.end, cluster.sense.start, cluster.sense.end))
    return reach <= (_NEAR if group.kind != "voters" else 1.5)


def _gap(distance: Distance, start: int, end: int, other_start: int, other_end: int) -> float:
    if end <= other_start:
        return distance.between(end, other_start)
    if other_end <= start:
        return distance.between(other_end, start)
    return 0.0


def mark_flows(view: SentenceView, distance: Distance, text: str) -> None:
    """Months in a row count the work of each: "Mei 1.204 e-KTP, Juni 988"; so does "selama enam pekan … direkam"."""
    span = _DURING.search(text, view.start, view.end)
    monthly = []
    for cluster in view.clusters:
        if (
            cluster.indicator == "recorded"
            and span is not None
            and _done_within(cluster, span.end(), distance)
        ):
            cluster.indicator = "added"
        dates = [d for d in view.dates if d.end <= cluster.start and d.precision == "month"]
        headed = bool(dates) and distance.between(dates[-1].end, cluster.start) <= 2
        if headed and cluster.indicator in ("recorded", "printed"):
            monthly.append(cluster)
    if len(monthly) > 1:
        for cluster in monthly:
            cluster.indicator = "added"


def _done_within(cluster: Cluster, span_end: int, distance: Distance) -> bool:
    """Whether a count stands right behind a span of time, and is no part or whole of another."""
    if cluster.count is None or cluster.role or cluster.whole is not None:
        return False
    return span_end <= cluster.start and distance.between(span_end, cluster.start) <= 4


def mark_series(view: SentenceView) -> None:
    """Number the earlier and later values of one sentence: "semula 70 ribu kini 51 ribu"."""
    if not any(sense.kind == "series" for sense in view.senses):
        return
    rows: dict[tuple[str | None, bool], list[Cluster]] = {}
    for cluster in view.clusters:
        if cluster.indicator is not None and cluster.role != "whole":
            rows.setdefault((cluster.indicator, cluster.percent_only), []).append(cluster)
    for members in rows.values():
        if len(members) > 1:
            for cluster in members:
                cluster.series = view.start
                if cluster.construction in ("coordination", "list"):
                    cluster.construction = "series"


def settle_voters(views: list[SentenceView]) -> None:
    """In an article about voters only, the numbers of people who recorded or not are voters too."""
    seen_obliged = any(s.kind in ("obliged", "obliged-weak") for v in views for s in v.senses)
    if seen_obliged:
        return
    linked = [c for v in views for c in v.clusters if c.indicator is not None]
    if not linked or not (linked[0].subgroup == "voters" or _by_voters(linked[0])):
        return
    for cluster in linked:
        if cluster.indicator in _PEOPLE - {"population"}:
            cluster.indicator = "other"
            cluster.subgroup = "voters"


def _by_voters(cluster: Cluster) -> bool:
    return cluster.sense is not None and cluster.sense.kind == "voters"
