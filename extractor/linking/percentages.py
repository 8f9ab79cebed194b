"""Constructions of percentages: what is wished for or reached, a bound, and what restates a count.

Functions of a number and what stands around it, as in `extractor.linking.constructions`.
"""

from __future__ import annotations

import re

from extractor.linking.adjacent import CONTRIBUTING
from extractor.linking.clusters import Cluster
from extractor.linking.here import Here
from extractor.linking.topic import DONE, NEGATIVE, SHARES, after_place
from extractor.reading.cue_company import ACTS
from extractor.reading.senses import COMPLEMENT, Sense
from extractor.reading.wording import any_of, signs


def wished(cluster: Cluster, here: Here) -> str | None:
    """A percentage to be reached: "kami ingin tembus 99,5 persen"."""
    if not cluster.percent_only or not any(map(here.view.lower.__contains__, _WISHES)):
        return None
    goal = cluster.quantities[0].value == 100 and _GOAL.search(here.text, here.view.start, cluster.start)
    if (
        not goal
        and not _WISHED.search(here.text, here.view.start, cluster.start)
        and not _demanded(cluster, here)
    ):
        return None
    cluster.construction = "target"
    return "target"


def _demanded(cluster: Cluster, here: Here) -> bool:
    """Whether a percentage must be reached, or is striven for: "secara nasional harus 95 persen"."""
    text, number = here.text, cluster.start
    if _MUST_REACH.search(text, max(here.view.start, number - _NEAR), number):
        return True
    if cluster.quantities[0].value < _STRIVEN_FOR:
        return False
    return _STRIVING.search(text, max(here.view.start, number - _WITHIN), number) is not None


_NEAR = 70  # characters
_WITHIN = 160
_STRIVEN_FOR = 50  # percent: nobody says of the few that lack that they are striven for
_MUST_REACH = re.compile(
    rf"""(?<![^\W_])(?:
        {any_of("demanding")}\s+(?:(?:{any_of("demanded")}|[A-Z][^\W\d]+)\s+){{0,3}}
        |{any_of("will be")}\s+(?:[^\W\d]+\s+){{1,2}}{any_of("to become")}\s+(?:angka\s+)?
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_STRIVING = re.compile(
    rf"(?<![^\W_]){any_of('striving')}\s(?:(?!\b{any_of('already', 'only just', 'by now')}\b)[^.;:%])*$",
    re.IGNORECASE,
)

# one of them stands wherever `_GOAL`, `_WISHED`, `_MUST_REACH` or `_STRIVING` matches
_WISHES = signs("so that", "wishing", "demanding", "will be", "striving")  # fmt: skip
_GOAL = re.compile(rf"(?<![^\W_]){any_of('so that')}\s[^.;:\d]{{0,300}}$", re.IGNORECASE)
_WISHED = re.compile(
    rf"""(?<![^\W_]){any_of("wishing")},?\s+(?:{any_of("wished act")}\s+){{0,4}}
        (?:{any_of("wished reaching")}\s+(?:angka\s+)?)?$""",
    re.VERBOSE | re.IGNORECASE,
)


def of_things(cluster: Cluster, here: Here) -> str | None:
    """A share of what is no resident: "62 persen sekolah sudah didatangi", "Alat perekaman tinggal 60 persen"."""
    if not cluster.percent_only:
        return None
    text, number = here.text, cluster.quantities[0].start
    if (
        _THINGS_BEHIND.match(text, cluster.end) is None
        and _OUT_OF_THINGS.match(text, here.view.start, number) is None
        and not _told_of_things(here, number)
    ):
        return None
    cluster.construction = "aside"
    return "other"


def _told_of_things(here: Here, number: int) -> bool:
    """Whether things are the subject of the number's clause, and record nobody."""
    if not any(map(here.view.lower.__contains__, _AT_WORK_SIGNS)):
        return False  # most sentences
    breaks = [match.end() for match in _CLAUSE_BREAK.finditer(here.text, here.floor, number)]
    told = _THINGS_DO.match(here.text, breaks[-1] if breaks else here.floor, number)
    return told is not None and _RECORDING.search(here.text, told.start(), number) is None


_THINGS_BEHIND = re.compile(
    rf"\s+(?:dari\s+)?(?:{any_of('sum before a noun', 'all of it')}\s+)*{any_of('things shared out')}(?![^\W_])",
    re.IGNORECASE,
)
_OUT_OF_THINGS = re.compile(
    rf"\W*dari\s+(?:sekitar\s+)?\d+\s+{any_of('things shared out')}(?![^\W_])[^,.;:\d]{{0,60}},[^.;:\d]*$",
    re.IGNORECASE,
)
_AT_WORK_SIGNS = signs("things at work")
_CLAUSE_BREAK = re.compile(r"[.,;:](?!\d)")
_THINGS_DO = re.compile(
    rf"\W*(?:(?:dan|sedangkan|sementara)\s+)?(?:{any_of('measures of things')}\s+)?"
    rf"{any_of('things at work')}(?![^\W_])[^\d]*$",
    re.IGNORECASE,
)
_RECORDING = re.compile(rf"(?<![^\W_]){any_of('recording somebody')}(?![^\W_])", re.IGNORECASE)


def earlier(cluster: Cluster, here: Here) -> str | None:
    """What a percentage was before: "33,94 persen, naik 1,26 persen dari sebelumnya sebesar 32,26 persen"."""
    if not cluster.percent_only or cluster.sense is not None:
        return None
    if not _BEFORE.search(here.text, here.view.start, cluster.quantities[0].start):
        return None
    told = [c.indicator for c in here.view.clusters if c.end <= cluster.start and c.indicator in SHARES]
    if not told:
        return None
    cluster.construction = "series"
    cluster.earlier = True
    return told[-1]


_BEFORE = re.compile(
    rf"(?<![^\W_]){any_of('comparing with before')}\s+{any_of('before this')}\s+(?:{any_of('was')}\s+)*$",
    re.IGNORECASE,
)


def contributed(cluster: Cluster, here: Here) -> str | None:
    """A share of a wider total: "secara nasional 22 juta yang belum, berarti Jateng menyumbang 8 persen"."""
    if not cluster.percent_only or not any(map(here.view.lower.__contains__, _CONTRIBUTING_SIGNS)):
        return None
    number = cluster.quantities[0].start
    if CONTRIBUTING.search(here.text, max(here.view.start, number - _NEAR), number) is None:
        return None
    cluster.construction = "aside"
    return "other"


_CONTRIBUTING_SIGNS = signs("contributing")


def short_of(cluster: Cluster, here: Here) -> str | None:
    """All who must, not reached: "perekaman belum mencapai 100 persen"."""
    if not cluster.percent_only or cluster.quantities[0].value != _FULL:
        return None
    match, sense = _SHORT_OF.search(here.text, here.floor, cluster.quantities[0].start), cluster.sense
    if match is None or (sense is not None and sense.polarity < 0 and sense.end <= match.start()):
        return None
    cluster.construction = "bound"
    return "other"


_FULL = 100
_SHORT_OF = re.compile(
    rf"(?<![^\W_]){any_of('not yet')}\s+(?:{any_of('able to')}\s+)?{any_of('reaching', 'up to')}\s+(?:angka\s+)?$",
    re.IGNORECASE,
)


def bound_of_many(cluster: Cluster, here: Here) -> str | None:
    """A percentage that sorts places: "tujuh kabupaten masih di bawah 10 persen", "18 kota berkisar 60-79 persen"."""
    if not cluster.percent_only or (cluster.sense is not None and cluster.sense.kind == "target"):
        return None
    number = cluster.quantities[0]
    bounds = number.range is not None or number.value == 100
    if not bounds and not _BOUND.search(here.text, here.floor, number.start):
        return None
    if not SEVERAL.search(here.text, here.view.start, cluster.start if here.view.places else here.view.end):
        return None
    cluster.construction = "bound"
    return "other"


_BOUND = re.compile(
    rf"""(?<![^\W_])(?:{any_of("bounding")}|{any_of("not yet")}\s+{any_of("reaching", "up to")})
        \s+(?:angka\s+)?$""",
    re.VERBOSE | re.IGNORECASE,
)
SEVERAL = re.compile(
    rf"""(?<![^\W_])(?:\d+|{any_of("several")})\s+{any_of("kinds of places")}(?![^\W_])
        |(?<![^\W_]){any_of("other places")}(?![^\W_])
        |(?<![^\W_]){any_of("kinds of places")}\s+yang\s+(?:[^\W\d]+\s+){{0,3}}{any_of("bounding")}(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)


def of_target(cluster: Cluster, here: Here) -> str | None:
    """A share of the target that is reached: "90,4 persen dari target", "lewati 90 persen target"."""
    if not cluster.percent_only or not _OF_TARGET.match(here.text, cluster.end):
        return None
    cluster.construction = "share"
    cluster.base = "target"
    if about_ikd(here):
        return "ikd"
    return next((each for each in (here.said, here.topic.last_act) if each in DONE), "recorded")


def about_ikd(here: Here) -> bool:
    """Whether the digital card is what the sentence, or the passage, tells of."""
    if here.said is not None:
        return here.said == "ikd"
    return "ikd" in here.view.kinds or "ikd" in (here.topic.last, here.topic.pending)


_OF_TARGET = re.compile(
    rf"\s+(?:saja\s+)?(?:dari\s+)?(?:{any_of('sum before a noun')}\s+)?target(?![^\W_])", re.IGNORECASE
)


def _of_another_matter(cluster: Cluster, here: Here) -> bool:
    """Whether the percentage is of another paper: "baru 71 persen yang memiliki akta kelahiran"."""
    before = [
        s
        for s in here.view.senses
        if here.floor <= s.start and s.end <= cluster.start and s.kind not in _PASSING
    ]
    if before and before[-1].kind == "other":
        return True
    behind = next((s for s in here.view.senses if s.start >= cluster.end), None)
    return behind is not None and behind.kind == "other" and "," not in here.text[cluster.end : behind.start]


_PASSING = frozenset({"series", "anaphor"})  # "akta kelahiran yang kini baru 84 persen"


def reached(cluster: Cluster, here: Here) -> str | None:
    """A percentage that "baru" tells as reached, its cue another number's: "Baru 55,71 Persen, 94.066 Belum Rekam"."""
    if not cluster.percent_only or not _ONLY.search(here.text, here.floor, cluster.quantities[0].start):
        return None
    sense = cluster.sense
    if sense is not None and not (
        sense.polarity < 0 and sense.start > cluster.end and _beyond(cluster, sense, here)
    ):
        return None
    if _of_another_matter(cluster, here):
        return None
    cluster.construction = "share"
    topic = here.topic
    if about_ikd(here):
        return "ikd"
    told = here.said or (topic.last if topic.told_in >= here.view.paragraph - 1 else None)
    if told in SHARES:
        return COMPLEMENT[told] if told in NEGATIVE else told
    return ACTS[topic.family(here.view, cluster.start)][0]


def _beyond(cluster: Cluster, sense: Sense, here: Here) -> bool:
    """Whether another number stands between a number and its cue."""
    return any(cluster.end <= other.start < sense.start for other in here.view.clusters)


_ONLY = re.compile(rf"(?<![^\W_]){any_of('only')}\s+(?:{any_of('reached about')}\s+)*$", re.IGNORECASE)


def share(cluster: Cluster, here: Here) -> str | None:
    """A percentage right behind the count it restates: "… sudah, itu 95,86 persen"."""
    if not cluster.percent_only or here.said not in SHARES:
        return None
    far = here.distance.between(here.floor, cluster.start) > 2.5
    apart = far and not _COMES_TO.search(here.text, here.floor, cluster.quantities[0].start)
    if apart or after_place(here.view, cluster, here.distance, here.floor, 4.5):
        return None
    cluster.construction = "share"
    return here.topic.restated(here.said, cluster.quantities[0].value)


_COMES_TO = re.compile(
    rf",\s+(?:atau|{any_of('coming to')})\s+"
    rf"(?:{any_of('being done', 'only about', 'reached about', 'nearly')}\s+){{0,3}}$",
    re.IGNORECASE,
)


def share_of_obliged(cluster: Cluster, here: Here) -> str | None:
    """A share of the wajib KTP that says no act: "Bombana dengan 63,91 persen dari 112.480 wajib KTP".

    It is what is reached where a place or a word of reaching stands before it, and the sentence tells of nothing else:
    not "blangko hanya cukup untuk 55 persen dari wajib KTP".
    """
    whole = cluster.whole
    if not cluster.percent_only or cluster.sense is not None or whole is None or whole.sense is None:
        return None
    if whole.sense.indicator != "wktp" or not here.view.kinds.isdisjoint(_OTHER_MATTERS):
        return None
    if not after_place(here.view, cluster, here.distance, here.floor, _BESIDE) and not _attained(
        cluster, here
    ):
        return None
    done, undone = ACTS[here.topic.family(here.view, cluster.start)]
    told = here.said or here.topic.last_act
    if told not in (done, undone, None):
        return None
    cluster.construction = "share"
    if cluster.quantities[0].value >= _MOSTLY:
        return done
    return told


def _attained(cluster: Cluster, here: Here) -> bool:
    return _ATTAINED.search(here.text, here.floor, cluster.quantities[0].start) is not None


_BESIDE = 1.5
_OTHER_MATTERS = frozenset({"blanks", "suket", "voters", "first", "need", "ask", "other", "ikd"})
_ATTAINED = re.compile(
    rf"(?<![^\W_]){any_of('attaining', 'only')}\s+(?:{any_of('reached about')}\s+)*$", re.IGNORECASE
)
_MOSTLY = 50  # percent: nobody tells of most people that they lack without saying so


def share_alone(cluster: Cluster, here: Here) -> str | None:
    """A percentage in a sentence of its own after the counts: "Ya sekitar 93,6 persen lah"."""
    topic = here.topic
    if not cluster.percent_only or len(here.view.clusters) > 1:
        return None
    if (
        topic.told_in >= here.view.paragraph - 1
        and here.view.kinds <= _BASES | _NARROWED
        and not here.view.places
    ):
        restated = topic.as_share(cluster.quantities[0])
        if restated is not None:
            cluster.construction = "share"
            return restated
    if not here.view.kinds <= _BASES:
        return None
    goes_on = (
        topic.told_in == here.view.paragraph - 1
        and topic.last_act is not None
        and _says_no_more(cluster, here)
    )
    if (
        not topic.awaits_share
        and not goes_on
        and (topic.told_in != here.view.paragraph or topic.last not in SHARES)
    ):
        return None
    cluster.construction = "share"
    counted = next((each for each in (topic.last, topic.last_act) if each in SHARES), "recorded")
    return topic.restated(counted, cluster.quantities[0].value)


def _says_no_more(cluster: Cluster, here: Here) -> bool:
    """Whether a sentence is only its percentage: "Hampir 30 persen."."""
    before, behind = here.text[here.view.start : cluster.start], here.text[cluster.end : here.view.end]
    return not before.strip(' "“”‘\n') and _NO_MORE.fullmatch(behind) is not None


_NO_MORE = re.compile(r"(?:\s+(?:lah|saja))?\W*", re.IGNORECASE)


# what a percentage can only be of
_NARROWED = {"subgroup", "anaphor"}  # "sebenarnya kecil, 2,8 persen"
_BASES = {"obliged", "obliged-weak", "population", "population-weak", "share"}


def told_as_share(cluster: Cluster, here: Here) -> str | None:
    """A percentage that a sentence of its own gives for the number before: "Itu sama dengan 9 persen dari …"."""
    if (
        not cluster.percent_only
        or here.topic.last not in SHARES
        or here.topic.told_in < here.view.paragraph - 1
    ):
        return None
    if not _THAT_IS.fullmatch(here.text, here.view.start, cluster.quantities[0].start):
        return None
    cluster.construction = "share"
    return here.topic.last


_THAT_IS = re.compile(
    rf"""\W*(?:menurut\s[^,.;:\d]{{1,120}},\s+)?
        (?:(?:{any_of("sum nouns")}\s+)?{any_of("that", "this", "so much")}\s*,?\s+{any_of("is the same as")}|atau)
        \s+(?:{any_of("only about")}\s+)*""",
    re.VERBOSE | re.IGNORECASE,
)
