"""Men and women added up: the sum counts what the two were told of."""

from __future__ import annotations

from extractor.linking.clusters import Cluster
from extractor.linking.here import Here
from extractor.reading.wording import phrases

_SEXES = phrases("sexes")  # both stand in such a sentence, also as "laki-laki"
_COUNTED = frozenset({"act", "noun", "obliged", "population", "first"})


def summed(cluster: Cluster, here: Here) -> str | None:
    """The sum of the two before it: "yang merekam: laki-laki 1.793, perempuan 2.199, dengan jumlah 3.992 jiwa".

    The items of a list that only tell the sexes again count what the first of them did.
    """
    count, lower = cluster.count, here.view.lower
    if count is None or not all(map(lower.__contains__, _SEXES)):
        return None
    at = here.view.clusters.index(cluster)
    if at < len(_SEXES):
        return None
    one, other = here.view.clusters[at - 2 : at]
    if one.count is None or other.count is None or one.count.value + other.count.value != count.value:
        return None
    first = at == len(_SEXES)
    floor = here.view.start if first else here.view.clusters[at - 3].end
    heads = [s for s in here.view.senses if floor <= s.start and s.end <= one.start and s.kind in _COUNTED]
    if not heads and not first:
        return None
    told = heads[-1].indicator if heads else here.topic.summed
    if told is not None:
        cluster.construction = "sum"
        here.topic.summed = told if first else here.topic.summed
    return told
