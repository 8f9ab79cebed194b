"""Sub-groups: first voters, voters on a list, age groups, series of earlier and later values, disputed numbers."""

from __future__ import annotations

import re

from extractor.linking.clusters import Cluster
from extractor.linking.distance import Distance
from extractor.linking.here import Here
from extractor.linking.sentence import SentenceView
from extractor.reading.senses import Sense
from extractor.reading.wording import any_of, phrases

_FIRST = {
    "recorded": "first_voters_recorded",
    "unrecorded": "first_voters_unrecorded",
    "not_owned": "first_voters_unrecorded",
    "owned": "first_voters_recorded",
    "wktp": "first_voters",
    "population": "first_voters",
}
_PEOPLE = {"recorded", "unrecorded", "owned", "not_owned", "wktp", "population"}
_ACTS = {"recorded", "unrecorded", "owned", "not_owned"}
_GROUPS = {"first", "voters", "subgroup"}
_NARROWING = _GROUPS | {"dispute"}
_MOSTLY = re.compile(rf"(?<![^\W_]){any_of('mostly')}(?![^\W_])", re.IGNORECASE)
_INCLUDED = re.compile(
    rf"(?<![^\W_])(?:termasuk\s+(?:{any_of('included people')}\s+){{0,3}}|{any_of('not only')}\s+)$",
    re.IGNORECASE,
)
_THOSE_ARE = re.compile(
    rf"\s*(?:[^\W\d]+\s+){{0,2}}?{any_of('that', 'just told')}\s+(?:{any_of('is')}\s+)?(?!yang\b)",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"\s*(?:,\s*)?{any_of('joining numbers')}\s", re.IGNORECASE)
_CLOSE = 16  # code points
_INCLUDED_REACH = 40  # code points
_NEAR = 3.0
_CAME_FROM = re.compile(
    rf"(?<![^\W_]){any_of('changing', 'getting better')}\s+(?:[^\W\d]+\s+)?dari\s+$", re.IGNORECASE
)
_PUPILS = frozenset(phrases("pupils"))


def restrict(view: SentenceView, cluster: Cluster, here: Here) -> None:
    """Narrow the indicator of `cluster` to the group that the text names beside it, or points back to."""
    distance, text, said, told = here.distance, here.text, here.said, here.topic.last
    if cluster.indicator not in _PEOPLE:
        return
    if cluster.quantities[0].classifier in _PUPILS:
        cluster.indicator = _FIRST[cluster.indicator]
        return
    whole = cluster.whole
    if whole is not None and _of_first_voters(whole):
        cluster.indicator = _FIRST[cluster.indicator]
        return
    if said is None and whole is None and "first_voters" in (told or "") and _points_back(view, cluster):
        cluster.indicator = _FIRST[cluster.indicator]  # "1.021 di antaranya belum direkam"
        return
    goes_on = said is None and "first_voters" in (told or "") and here.topic.told_in == view.paragraph
    if goes_on and cluster.indicator in _ACTS and _headless(view, text):
        cluster.indicator = _FIRST[cluster.indicator]
        return
    head = cluster.quantities[0].classifier not in _RESIDENTS
    if said is not None and "first_voters" in said and head and cluster.indicator in _ACTS:
        cluster.indicator = _FIRST[cluster.indicator]
        return
    if "tahun" in view.lower and _of_one_age(cluster, text):
        cluster.subgroup = "age"
    for sense in () if _NARROWING.isdisjoint(view.kinds) else view.senses:
        if sense is cluster.sense or cluster.indicator not in _PEOPLE:
            continue
        if sense.kind == "dispute":
            cluster.disputed = True
        elif sense.kind in _GROUPS and _names(view, cluster, sense, distance, text):
            cluster.subgroup = sense.kind
            if sense.kind == "subgroup" and (cluster.indicator == "population" or cluster.role == "whole"):
                cluster.indicator = "other"
            elif sense.kind == "first":
                cluster.indicator = _FIRST[cluster.indicator]
            elif sense.kind == "voters" and cluster.role != "whole":
                cluster.indicator = "other"


def _headless(view: SentenceView, text: str) -> bool:
    """Whether a sentence opens with who did or did not, of those told before: "Yang belum rekam 2.904"."""
    return text.startswith(("Yang ", "yang "), view.start) and "people" not in view.kinds


def _of_first_voters(whole: Cluster) -> bool:
    return "first_voters" in (whole.indicator or "") or (
        whole.sense is not None and whole.sense.kind == "first"
    )


def _points_back(view: SentenceView, cluster: Cluster) -> bool:
    near = cluster.end + _CLOSE
    return "anaphor" in view.kinds and any(s.kind == "anaphor" and s.start <= near for s in view.senses)


def _of_one_age(cluster: Cluster, text: str) -> bool:
    """Whether an age other than that of the obligation stands between the number and its cue."""
    if cluster.sense is None:
        return False
    start, end = min(cluster.start, cluster.sense.end), max(cluster.start, cluster.sense.start)
    match = _AGE.search(text, start, end)
    return match is not None and match[1] not in ("16", "17")


_RESIDENTS = frozenset(phrases("residents"))
_AGE = re.compile(
    rf"{any_of('age bound')}\s+(\d{{1,2}})(?:\s*(?:-|–|{any_of('until')})\s*\d{{1,2}})?\s+tahun",
    re.IGNORECASE,
)


def _names(view: SentenceView, cluster: Cluster, group: Sense, distance: Distance, text: str) -> bool:
    """Whether `group` belongs to the noun phrase of the number or of its cue, and is not merely most of it."""
    if group.start >= cluster.end and _MOSTLY.search(text, cluster.end, group.start):
        return False
    if group.start >= cluster.end and _THOSE_ARE.match(text, cluster.end, group.start):
        return False  # "yang 3 persen itu pelajar" tells who they are
    if _INCLUDED.search(text, max(0, group.start - _INCLUDED_REACH), group.start):
        return False
    if group.start >= cluster.end and _among_others(cluster, group, text):
        return False
    if cluster.end <= group.start and _of_the_next(view, cluster, group, text):
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


def _among_others(cluster: Cluster, group: Sense, text: str) -> bool:
    """Whether a group is one of several that are told: "3.000 warga belum merekam, yaitu pemula dan lansia"."""
    told = cluster.sense.end if cluster.sense is not None else cluster.end
    match = _CONSISTING.search(text, min(told, group.start), group.start)
    if match is None:
        return False
    return match[1].lower().startswith("terdiri") or _AND_OTHERS.match(text, group.end) is not None


_CONSISTING = re.compile(rf"(?<![^\W_])({any_of('consisting')})\s+(?:[^\W\d]+\s+){{0,3}}$", re.IGNORECASE)
_AND_OTHERS = re.compile(rf"\s*(?:,|{any_of('joining numbers')}\s)", re.IGNORECASE)


def _of_the_next(view: SentenceView, cluster: Cluster, group: Sense, text: str) -> bool:
    """Whether a group behind a number is the next one's: "1.745.964 jiwa dan wajib KTP pemula 4.031.791 jiwa"."""
    following = view.following(cluster)
    if following is None or group.start >= following.start:
        return False
    if _NEXT.match(text, cluster.end, group.start):
        return True
    out_of = _OUT_OF.search(text, max(view.start, cluster.start - _CLOSE), cluster.quantities[0].start)
    return out_of is not None and "," in text[cluster.end : group.start]  # "Dari 3.046 itu, pemula 1.117"


_OUT_OF = re.compile(r"(?<![^\W_])dari\s+$", re.IGNORECASE)


def _gap(distance: Distance, start: int, end: int, other_start: int, other_end: int) -> float:
    if end <= other_start:
        return distance.between(end, other_start)
    if other_end <= start:
        return distance.between(other_end, start)
    return 0.0


def mark_series(view: SentenceView, text: str) -> None:
    """Number the earlier and later values of one sentence: "semula 70 ribu kini 51 ribu", "turun dari 2,1 persen"."""
    for cluster in view.clusters if "dari" in view.lower else ():
        if _came_from(view, cluster, text):
            cluster.series = cluster.start
            cluster.earlier = True
    if "series" not in view.kinds:
        return
    rows: dict[tuple[str | None, bool], list[Cluster]] = {}
    for cluster in view.clusters:
        if cluster.indicator is not None and cluster.role != "whole":
            rows.setdefault((cluster.indicator, cluster.percent_only), []).append(cluster)
    for members in rows.values():
        if len(members) > 1 and not _a_place_each(view, members):
            for cluster in members:
                cluster.series = view.start
                if cluster.construction in ("coordination", "list"):
                    cluster.construction = "series"


def _a_place_each(view: SentenceView, members: list[Cluster]) -> bool:
    """Whether each number has a place of its own before it, so that they are a list: "Kajang menjadi penyumbang …"."""
    named: list[str] = []
    since = view.start
    for cluster in members:
        places = [place for place in view.places if since <= place.start and place.end <= cluster.start]
        if not places or not places[-1].codes:
            return False
        named.append(places[-1].codes[0])
        since = cluster.end
    return len(set(named)) == len(named)


def _came_from(view: SentenceView, cluster: Cluster, text: str) -> bool:
    """Whether the number is what another one came from: "turun dari 2,1 persen"."""
    first = max(view.start, cluster.start - 40)
    if not text[first : cluster.start].rstrip().lower().endswith("dari"):
        return False
    return _CAME_FROM.search(text, first, cluster.start) is not None


def settle_voters(views: list[SentenceView]) -> None:
    """In an article about voters only, the numbers of people who recorded or not are voters too, but for residents."""
    if any("obliged" in view.kinds or "obliged-weak" in view.kinds for view in views):
        return
    linked = [c for v in views for c in v.clusters if c.indicator is not None]
    if not linked or not (linked[0].subgroup == "voters" or _by_voters(linked[0])):
        return
    for cluster in linked:
        if cluster.indicator in _PEOPLE - {"population"} and not _of_residents(cluster):
            cluster.indicator = "other"
            cluster.subgroup = "voters"


def _of_residents(cluster: Cluster) -> bool:
    """Whether a number counts residents, and not those of the voters: "3.120 warga belum merekam"."""
    return cluster.whole is None and cluster.quantities[0].classifier in _RESIDENTS


def _by_voters(cluster: Cluster) -> bool:
    return cluster.sense is not None and cluster.sense.kind == "voters"
