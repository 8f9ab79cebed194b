"""A number without a cue that is what the part told before leaves: "masih ada 339 jiwa", "yang 339 lagi"."""

from __future__ import annotations

import re

from extractor.linking.clusters import Cluster
from extractor.linking.here import Here
from extractor.linking.mere_units import STILL, TELLING
from extractor.linking.topic import DONE, NEGATIVE
from extractor.reading.mentions import Number
from extractor.reading.senses import COMPLEMENT
from extractor.reading.wording import any_of

MORE = re.compile(rf"\s+{any_of('more to come')}(?![^\W_])", re.IGNORECASE)


def still(cluster: Cluster, here: Here) -> str | None:
    """What the part before it leaves.

    "Yang sudah merekam 7.301 jiwa, sehingga masih ada 339 jiwa", "yang 339 lagi ini yang bikin pusing".
    """
    topic = here.topic
    persons = cluster.count is not None and cluster.count.unit == "persons"
    last = topic.last_people if persons else topic.last
    told = here.said if here.said is not None or topic.told_in < here.view.paragraph - 1 else last
    if here.said == "wktp" and STILL.search(here.text, here.floor, cluster.quantities[0].start):
        told = topic.last_act  # "yang wajib KTP-nya 31.866 jiwa; di sana masih 2.204 jiwa"
    if told not in DONE | NEGATIVE:
        return None
    if told not in _RECORDINGS or not _so_many_more(cluster, here):
        if cluster.count is None or (here.said is None and cluster.count.unit != "persons"):
            alone = _nothing_else if told in DONE else _was_still
            if not alone(cluster, here):
                return None
        elif not STILL.search(here.text, here.floor, cluster.quantities[0].start):
            return None
    cluster.construction = "remainder"
    return told if told in NEGATIVE else COMPLEMENT[told]


def _nothing_else(cluster: Cluster, here: Here) -> bool:
    """Whether a sentence of its own only says how many are left: "Masih hampir 61 ribu, besar sekali itu"."""
    if not _only_a_number(cluster, here):
        return False
    return _STILL_SO_MANY.fullmatch(here.text, here.view.start, cluster.start) is not None


def _was_still(cluster: Cluster, here: Here) -> bool:
    """Whether a sentence tells how many lacked before: "Awal September lalu, kenangnya, masih 19 ribuan"."""
    if not here.view.dates or not _only_a_number(cluster, here):
        return False
    return STILL.search(here.text, here.floor, cluster.quantities[0].start) is not None


def _only_a_number(cluster: Cluster, here: Here) -> bool:
    """Whether a sentence names neither a matter nor a place, and its telling number no unit."""
    if here.view.senses or here.view.places or cluster.count is None or cluster.count.unit is not None:
        return False
    return cluster.count.value >= TELLING


_STILL_SO_MANY = re.compile(
    rf"\W*masih\s+(?:{any_of('some of many')}\s*,\s+)?(?:{any_of('still about')}\s+)*", re.IGNORECASE
)


def _so_many_more(cluster: Cluster, here: Here) -> bool:
    """Whether so many people are still to come: "yang 339 lagi", but not "ada 3.100 orang lagi yang datang"."""
    if MORE.match(here.text, cluster.end) is None:
        return False
    number = cluster.quantities[0]
    if number.unit == "percent":
        return _makes_all(number.value, here)
    if number.unit not in ("persons", None):
        return False
    if _TO_COME.match(here.text, cluster.end) or _STILL_WANTED.search(here.text, here.floor, number.start):
        return True
    first = not here.text[here.view.start : cluster.start].strip('"“ ') and not here.topic.of_blanks
    return first and _ALONE.match(here.text, cluster.end) is not None  # "Kurang lebih 2.500 lagi lah, …"


def _makes_all(percent: Number, here: Here) -> bool:
    """Whether a percentage is about what one told before leaves of a hundred."""
    told = (value for (value, is_percent), name in here.topic.values.items() if is_percent and name in DONE)
    return any(_ALL - 1 <= value + percent <= _ALL + 1 for value in told)


_ALL = 100  # percent
_STILL_WANTED = re.compile(
    rf"""(?<![^\W_])(?:{any_of("still wanted")}|{any_of("not yet")}(?:\s+[^\W\d]+)?)
        \s+(?:{any_of("still about")}\s+)*$""",
    re.VERBOSE | re.IGNORECASE,
)
_TO_COME = re.compile(
    rf"\s+{any_of('more to come')}\s+(?:yang\s+)?{any_of('to be done yet')}(?![^\W_])", re.IGNORECASE
)
_ALONE = re.compile(rf"\s+{any_of('more to come')}(?:\s+lah)?\s*[.,;”\"]", re.IGNORECASE)
_RECORDINGS = frozenset({"recorded", "unrecorded", "owned", "not_owned"})
