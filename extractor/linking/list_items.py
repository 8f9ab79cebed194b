"""Items of a list: a number beside a place, whose indicator was told before, once for all of them."""

from __future__ import annotations

import re
from itertools import pairwise

from extractor.linking.adjacent import AND
from extractor.linking.clusters import Cluster
from extractor.linking.here import Here
from extractor.linking.list_heads import inherited
from extractor.linking.mere_units import act_told, of_obliged
from extractor.linking.topic import SHARES, after_place, item_of_list, rows
from extractor.reading.mentions import QuantityMention
from extractor.reading.senses import COMPLEMENT, Sense
from extractor.reading.wording import any_of

_MATTER = 4.0  # how far words of another matter may stand before the number


def list_item(cluster: Cluster, here: Here) -> str | None:
    """A number beside a place in a list whose indicator was told before."""
    if _some_of_those(cluster, here):
        return None
    if not item_of_list(here.view, cluster, here.distance, here.text, here.floor) and not _alone(
        cluster, here
    ):
        return None
    cluster.construction = "list"
    if _of_another_matter(cluster, here):
        return "other"
    told = _own_act(cluster, here) or inherited(here.view, cluster, here.topic, here.said, here.text)
    if told in _LACKS and _rest_beside(cluster, here):
        return here.topic.row[0] if len(here.topic.row) > 1 else COMPLEMENT[told]
    if told == "wktp" and _smaller_beside(cluster, here):
        return "population"
    if told in SHARES and (_divided_beside(cluster, here, told) or _part_beside(cluster, here, told)):
        return "wktp"
    if told in _LACKS and cluster.percent_only and _reached(cluster, here.text):
        return COMPLEMENT[told]
    return act_told(here) if told == "wktp" and of_obliged(cluster) else told


def _alone(cluster: Cluster, here: Here) -> bool:
    """Whether a sentence of a list opens with its place and tells one number, however far off it stands.

    "Kecamatan Latimojong walau jauh hanya 512." goes on a list, "Bajawa menempati tempat pertama, 3.012." begins one.
    """
    view, count = here.view, cluster.count
    if view.senses or len(view.clusters) != 1 or len(view.places) != 1 or count is None:
        return False
    place = view.places[0]
    if count.unit not in ("persons", None) or here.text[view.start : place.start].strip(' "“”(\n'):
        return False
    if here.topic.listed_in == view.paragraph and here.topic.listed is not None:
        return True
    return _FIRST.search(here.text, place.end, cluster.start) is not None


_FIRST = re.compile(rf"(?<![^\W_])(?:{any_of('most')}|{any_of('first of all')})(?![^\W_])", re.IGNORECASE)


def before_the_cue(cluster: Cluster, here: Here) -> str | None:
    """A number of a row, each with a place, whose act is told behind the last: "A 310 dan B 402 belum merekam"."""
    if cluster.percent_only or cluster.role == "whole" or here.said is not None or not here.view.places:
        return None
    row = [cluster]
    while len(row) == 1 or (row[-1].sense is None and len(row) < _LONGEST_ROW):
        following = here.view.following(row[-1])
        if following is None or following.percent_only or following.role == "whole":
            return None
        if not _one_place_between(row[-1].end, following.start, here):
            return None
        row.append(following)
    sense = row[-1].sense
    if (
        sense is None
        or sense.kind != "act"
        or sense.start < row[-1].end
        or cluster.sense not in (None, sense)
    ):
        return None
    last = row[-1].end
    beside = [p for p in here.view.places if here.floor <= p.start and p.end <= cluster.start]
    if not beside and not any(last <= p.start and p.end <= sense.start for p in here.view.places):
        return None
    cluster.construction = "list"
    return sense.indicator


_LONGEST_ROW = 12  # numbers up to the act; so that endless lists take no endless time


def _one_place_between(start: int, end: int, here: Here) -> bool:
    """Whether nothing but the name of one place goes on the row."""
    places = [p for p in here.view.places if start <= p.start and p.end <= end]
    if len(places) != 1:
        return False
    return (
        _TO_PLACE.fullmatch(here.text, start, places[0].start) is not None
        and _TO_PLACE.fullmatch(here.text, places[0].end, end) is not None
    )


_TO_PLACE = re.compile(
    rf"(?:[\s,;]|(?<![^\W_])(?:di|warga|{any_of('joining numbers', 'being', 'about')})(?![^\W_]))*",
    re.IGNORECASE,
)


def in_row(cluster: Cluster, here: Here) -> str | None:
    """A number in a row without words, in the order of the row before it.

    "Wedi wajib KTP 370, sudah rekam 350, belum rekam 20; Cawas 162, 139, 23"
    """
    if cluster.sense is not None or len(here.topic.row) < _SHORTEST_ROW:
        return None
    row = next((each for each in rows(here.view) if cluster in each), [])
    if len(row) != len(here.topic.row) or any(c.sense is not None or c.percent_only for c in row):
        return None
    if not after_place(here.view, row[0], here.distance, here.view.start, 1.0):
        return None
    if not all(
        _NEXT_CELL.fullmatch(here.text, one.quantities[-1].outer_end, other.start)
        for one, other in pairwise(row)
    ):
        return None
    cluster.construction = "list"
    return here.topic.row[row.index(cluster)]


_SHORTEST_ROW = 3
_NEXT_CELL = re.compile(r"[\s,;/|]+")


def _own_act(cluster: Cluster, here: Here) -> str | None:
    """The act that the sentence tells of the number, and of no other, however far off it stands."""
    if here.said is None or cluster.percent_only:
        return None
    taken = {id(other.sense) for other in here.view.clusters}
    acts = [
        sense
        for sense in here.view.senses
        if here.floor <= sense.start and sense.end <= cluster.start and sense.kind in ("act", "noun")
    ]
    return acts[-1].indicator if acts and id(acts[-1]) not in taken else None


def _some_of_those(cluster: Cluster, here: Here) -> bool:
    """Whether no place parts the number from its whole, which an act names: "dari 264 yang sudah, 13 mengulang"."""
    whole = cluster.whole
    if whole is None or whole.sense is None or whole.sense.kind != "act" or whole.end > cluster.start:
        return False
    comma = here.text.find(",", whole.sense.end, cluster.start)  # "dari 264 yang sudah di Wedi, 13 mengulang"
    edge = max(comma, whole.sense.end)
    return not any(edge <= p.start and p.end <= cluster.start for p in here.view.places)


def _reached(cluster: Cluster, text: str) -> bool:
    """Whether a percentage is said to be reached: that of the recorded, also in a list of those who lag behind."""
    return _REACHED.search(text, max(0, cluster.start - _REACHED_WITHIN), cluster.start) is not None


_LACKS = frozenset({"unrecorded", "not_owned"})
_REACHED_WITHIN = 50  # characters
_REACHED = re.compile(
    rf"(?<!belum )(?<!tidak )(?<!belum bisa )\b{any_of('reached')}\s+(?:[^\W\d]+\s+){{0,2}}$", re.IGNORECASE
)


def _smaller_beside(cluster: Cluster, here: Here) -> bool:
    """Whether smaller wajib KTP of the same place follow: "Di Wonoasih 34.941 jiwa, wajib KTP 25.608"."""
    return any(sense.indicator == "wktp" for sense in _of_smaller_beside(cluster, here))


def _rest_beside(cluster: Cluster, here: Here) -> bool:
    """Whether what is left follows as told such: "Pohuwato 78.221 dan masih tertinggal 15.785 jiwa"."""
    following = here.view.following(cluster)
    if following is None or following.sense is None or not _is_smaller(following.count, cluster.count):
        return False
    sense = following.sense
    return sense.kind == "rest" and AND.match(here.text, cluster.end, sense.start) is not None


def _divided_beside(cluster: Cluster, here: Here, told: str) -> bool:
    """Whether who did and who did not follow, so that it counts both: "Omesuri 12.066, sudah 7.125, belum 4.941"."""
    parts = _of_smaller_beside(cluster, here)
    pair = {told, COMPLEMENT.get(told)}
    signs = {s.polarity for s in parts if s.indicator in pair or (s.indicator is None and s.kind == "bare")}
    return {-1, 1} <= signs


def _part_beside(cluster: Cluster, here: Here, told: str) -> bool:
    """Whether a smaller count of what was told follows by its own cue: "di Wedi 16.730 dan sudah merekam 15.320"."""
    if _divided_next(cluster, here):
        return True
    return any(
        sense.kind == "act" and sense.indicator == told and AND.fullmatch(here.text, cluster.end, sense.start)
        for sense in _of_smaller_beside(cluster, here)
    )


def _divided_next(cluster: Cluster, here: Here) -> bool:
    """Whether the number after it is one of those it counts: "Lolomatua 8.911 jiwa dan 3.790 di antaranya belum"."""
    following = here.view.following(cluster)
    if following is None or not _is_smaller(following.count, cluster.count):
        return False
    return _AMONG_THEM.match(here.text, following.end) is not None


_AMONG_THEM = re.compile(rf"\s+(?:[^\W\d]+\s+)?{any_of('among them')}(?![^\W_])", re.IGNORECASE)


def _of_smaller_beside(cluster: Cluster, here: Here) -> list[Sense]:
    """The cues of the smaller counts that follow a count before the next place is named."""
    own = next((p.start for p in here.view.places if p.start >= cluster.end), here.view.end)
    behind = [c for c in here.view.clusters if cluster.end <= c.start < own]
    return [c.sense for c in behind if c.sense is not None and _is_smaller(c.count, cluster.count)]


def _is_smaller(count: QuantityMention | None, other: QuantityMention | None) -> bool:
    return count is not None and other is not None and count.value < other.value


def _of_another_matter(cluster: Cluster, here: Here) -> bool:
    """Whether the item's place belongs to another matter: "kepemilikan akta kelahiran anak di Klaten 97,3 persen"."""
    before = [s for s in here.view.senses if here.floor <= s.start and s.end <= cluster.start]
    if not before or before[-1].kind not in ("other", "voters"):
        return False
    return here.distance.between(before[-1].end, cluster.start) <= _MATTER
