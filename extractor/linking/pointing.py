"""Numbers that point back to one told before: "345.100 orang itu", "yang 6 ribu tadi" of 6.579."""

from __future__ import annotations

from extractor.linking import whole_part
from extractor.linking.clusters import Cluster
from extractor.linking.here import Here
from extractor.linking.topic import Topic
from extractor.reading.mentions import QuantityMention

_TELLING = 1000  # a count as small as "tiga orang itu" recurs by chance
_MILLION = 10**6


def told_before(cluster: Cluster, here: Here) -> str | None:
    """What a number that points back was told as, whatever else its sentence says of it.

    "Perekaman 23 ribu warga tersebut ditargetkan selesai" and "2.841 orang itu tinggal direkam" count the people who
    were told before. None where the number does not point back, is a whole, or was not told.
    """
    if cluster.role == "whole" or not whole_part.repeated(cluster, here.text):
        return None
    number = cluster.quantities[0]
    told = (
        here.topic.values.get((number.value, number.unit == "percent"))
        or _cut_off(number, here.topic)
        or _misprinted(number, here.topic)
    )
    if told is not None:
        cluster.construction = "repeat"
    return told


def _cut_off(number: QuantityMention, topic: Topic) -> str | None:
    """What the one told count is that a round number is cut off from: "masyarakat yang 6 ribu itu" of 6.579."""
    step = 1000 if number.value < _MILLION else _MILLION // 10
    if number.unit == "percent" or number.value < _TELLING or number.value % step:
        return None
    end = number.value + step
    told = {
        indicator
        for (value, percent), indicator in topic.values.items()
        if not percent and number.value <= value < end
    }
    return told.pop() if len(told) == 1 else None


def _misprinted(number: QuantityMention, topic: Topic) -> str | None:
    """What the one told count is whose digits stand here in another order: "yang 11.914 jiwa tersebut" of 11.194."""
    if number.unit == "percent" or number.approximate or number.value < _TELLING:
        return None
    digits = str(number.value)
    told = {
        indicator
        for (value, percent), indicator in topic.values.items()
        if not percent and _swapped(digits, str(value))
    }
    return told.pop() if len(told) == 1 else None


def _swapped(one: str, other: str) -> bool:
    """Whether two neighbouring digits have changed places."""
    if len(one) != len(other):
        return False
    odd = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return (
        len(odd) == _TWO
        and odd[1] - odd[0] == 1
        and one[odd[0]] == other[odd[1]]
        and one[odd[1]] == other[odd[0]]
    )


_TWO = 2
