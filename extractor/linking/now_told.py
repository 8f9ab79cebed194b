"""What a number of the present counts beside that of an earlier time: "Tahun lalu 20.310 belum. Kini 12.310."."""

from __future__ import annotations

import re

from extractor.linking.clusters import Cluster
from extractor.linking.here import Here
from extractor.linking.topic import SHARES
from extractor.reading.mentions import QuantityMention
from extractor.reading.wording import any_of, signs

_TIMES = 10  # that the two may differ
_COUNTED = frozenset({*SHARES, "wktp", "population"})
_SAY_NO_MORE = frozenset({"change", "series"})
_NOR_OF_A_WHOLE = _SAY_NO_MORE | {"bare"}  # "Wajib KTP kami 990.120 jiwa pada 2018. Kini sudah 1.012.310"


def now_told(cluster: Cluster, here: Here) -> str | None:
    """The number that only says what another one, told right before for an earlier time, has become."""
    view, topic = here.view, here.topic
    if (
        len(view.clusters) != 1
        or view.places
        or topic.last not in _COUNTED
        or topic.told_in != view.paragraph
    ):
        return None
    if not any(map(view.lower.__contains__, _NOW_SIGNS)):
        return None
    if not view.kinds <= (_SAY_NO_MORE if topic.last in SHARES else _NOR_OF_A_WHOLE):
        return None
    number, before = cluster.quantities[0], topic.tellers.get(topic.last)
    if cluster.percent_only or number.unit not in ("persons", None) or before is None or before.count is None:
        return None
    if not _of_one_size(number, before.count):
        return None
    if _ONLY_NOW.fullmatch(here.text, view.start, number.start) is None:
        return None
    cluster.construction = "series"
    if before.series is None:
        before.series = view.start  # of another time, so that nothing is held against it
    return topic.last


def _of_one_size(one: QuantityMention, other: QuantityMention) -> bool:
    small, large = sorted((one.value, other.value))
    return small < large <= _TIMES * small


_NOW_SIGNS = signs("now", "at present")
_ONLY_NOW = re.compile(
    rf"""\W*(?:{any_of("opening a sentence")}\s+)?{any_of("now", "at present")}\s*,?\s*
        (?:{any_of("so many now", "becoming", "changing", "only about", "more or less than", "attained")}\s+)*""",
    re.VERBOSE | re.IGNORECASE,
)
