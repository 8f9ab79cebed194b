"""Numbers that point back to one told before: "345.100 orang itu", "yang 6 ribu tadi" of 6.579."""

from __future__ import annotations

from extractor.linking import whole_part
from extractor.linking.clusters import Cluster
from extractor.linking.here import Here
from extractor.linking.topic import Topic
from extractor.reading.mentions import Number, QuantityMention

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
    if number.unit == "percent":
        return _whole_percent(number, topic)
    step = 1000 if number.value < _MILLION else _MILLION // 10
    if number.value < _TELLING or number.value % step:
        return None
    end = number.value + step
    told = {
        indicator
        for (value, percent), indicator in topic.values.items()
        if not percent and number.value <= value < end
    }
    return told.pop() if len(told) == 1 else None


def _whole_percent(number: QuantityMention, topic: Topic) -> str | None:
    """What the one told percentage is that is cut off or rounded: "angka 98 persen itu" of 98,1 persen."""
    if number.decimals:
        return None
    low, high = number.value - 1, number.value + 1
    told = {name for (value, percent), name in topic.values.items() if percent and low < value < high}
    return told.pop() if len(told) == 1 else None


def _misprinted(number: QuantityMention, topic: Topic) -> str | None:
    """What the one told count is whose digits stand here in another order: "yang 11.914 jiwa tersebut" of 11.194."""
    if number.unit == "percent" or number.approximate or number.value < _TELLING:
        return None
    told = {
        indicator
        for (value, percent), indicator in topic.values.items()
        if not percent and _swapped(number.value, value)
    }
    return told.pop() if len(told) == 1 else None


def _swapped(one: Number, other: Number) -> bool:
    """Whether two neighbouring digits have changed places: the difference is then 9, 90, 900 … times a digit."""
    apart: Number = one - other if one > other else other - one
    if apart == 0 or apart % 9 or len(str(apart // 9).rstrip("0")) != 1:
        return False
    first, second = str(one), str(other)
    return len(first) == len(second) and sorted(first) == sorted(second)
