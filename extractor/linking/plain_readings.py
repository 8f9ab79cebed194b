"""A number whose cue names its indicator, and the words around both that make it another: a share, a goal, a list."""

from __future__ import annotations

import re

from extractor.linking.clusters import Cluster
from extractor.linking.here import Here
from extractor.linking.rates import daily
from extractor.linking.topic import SHARES
from extractor.reading.senses import COMPLEMENT, Sense
from extractor.reading.wording import any_of


def read_plain(cluster: Cluster, sense: Sense, here: Here) -> str | None:
    """The indicator that the cue `sense` gives `cluster`, or what the words around make of it."""
    whole = cluster.whole
    if cluster.percent_only and sense.start >= cluster.end and _IS.match(here.text, sense.end):
        return "other"  # "25 persen yang belum rekam adalah lansia" is a share of those
    if cluster.percent_only and sense.end <= cluster.start and _OF_THOSE.match(here.text, cluster.end):
        return "other"  # "yang belum memiliki e-KTP, 14 persen di antaranya lansia"
    if sense.said and sense.polarity > 0 and sense.start >= cluster.end and _planned(cluster, here):
        return "target"
    if (
        cluster.percent_only
        and sense.start >= cluster.end
        and _MUST.search(here.text, cluster.end, sense.start)
    ):
        return "target"  # "minimal 98 persen warga harus sudah merekam"
    if cluster.percent_only and sense.kind == "act" and _divides(sense, cluster, here):
        return "other"  # "dari yang belum merekam, 45 persen berada di luar negeri"
    if sense.kind == "first" and sense.indicator == "first_voters" and _among_lacking(cluster, sense, here):
        return "first_voters_unrecorded"
    full = cluster.percent_only and cluster.quantities[0].value == 100
    if full and wished(here):
        return "target"
    if full and sense.kind == "noun" and sense.start >= cluster.end:
        return "other"  # "100 persen perekaman sulit dicapai"
    if sense.indicator in ("recorded", "printed") and not sense.said and daily(cluster, here):
        return "recorded_per_day" if sense.indicator == "recorded" else "other"
    if sense.kind == "noun" and sense.indicator in COMPLEMENT and _is_left(cluster, sense, here):
        return COMPLEMENT[sense.indicator]  # "perekaman tinggal 15 persen"
    if sense.kind in _PEOPLE and _goes_on(sense, here):
        cluster.construction = "list"
        return here.topic.listed
    if whole is not None and cluster.construction != "remainder":
        cluster.construction = "part-of-whole"
        if sense.kind in _PEOPLE and whole.indicator in SHARES and _of_a_place(sense, here):
            # "59 ribu warga belum memiliki e-KTP, 33.500 di antaranya penduduk Kecamatan X"
            return whole.indicator
        if sense.indicator == "recorded" and whole.sense is not None and whole.sense.polarity < 0:
            # recorded out of those who were not, or of those without a card
            return "unprinted" if whole.sense.indicator == "not_owned" else "added"
        if whole.sense is not None and sense.indicator == whole.sense.indicator == "population":
            return "other"  # some of the residents are not the residents
    return sense.indicator


_IS = re.compile(rf"[^.,;:]{{0,30}}?(?<![^\W_]){any_of('is', 'is of age or home')}(?![^\W_])", re.IGNORECASE)
_OF_THOSE = re.compile(rf"\s+{any_of('of those')}(?![^\W_])", re.IGNORECASE)


def wished(here: Here) -> bool:
    """Whether the sentence looks ahead: "agar akhir tahun ini sudah 100 persen"."""
    if any(date.role == "deadline" for date in here.view.dates):
        return True
    return _WISH.search(here.text, here.view.start, here.view.end) is not None


_WISH = re.compile(rf"(?<![^\W_]){any_of('so that', 'hoping')}(?![^\W_])", re.IGNORECASE)


def _planned(cluster: Cluster, here: Here) -> bool:
    """Whether a target opens the clause, to be met by a day: "Ditargetkan, sebelum Desember 20 ribu sudah merekam"."""
    if not any(date.role == "deadline" for date in here.view.dates):
        return False
    return any(
        s.kind == "target" and here.floor <= s.start and s.end <= cluster.start for s in here.view.senses
    )


def _among_lacking(cluster: Cluster, sense: Sense, here: Here) -> bool:
    """Whether first voters are told as some of those who lack: "80 ribu belum merekam, termasuk 15 ribu pemula"."""
    told = here.said or (here.topic.last if here.topic.told_in >= here.view.paragraph - 1 else None)
    if told != "unrecorded" or cluster.percent_only:
        return False
    start = min(cluster.start, sense.start)
    return _AMONG.search(here.text, here.floor, start) is not None


_AMONG = re.compile(
    rf"(?<![^\W_])(?:{any_of('among')}|(?:dari|dalam)\s+{any_of('sum nouns')}\s+{any_of('that', 'just told')})"
    r"(?![^\W_])[^.;\d]*$",
    re.IGNORECASE,
)


# not of those who must hold a card: "97 persen warga yang harus ber-KTP sudah merekam"
_MUST = re.compile(rf"(?<![^\W_]){any_of('demanding')}(?![^\W_])(?!\s+ber)", re.IGNORECASE)


def _divides(sense: Sense, cluster: Cluster, here: Here) -> bool:
    """Whether the act only tells of whom the sentence gives a share."""
    if sense.end > cluster.start or "," not in here.text[sense.end : cluster.start]:
        return False
    return _OF_THOSE_WHO.match(here.text, here.view.start, sense.start) is not None


_OF_THOSE_WHO = re.compile(r"\W*dari\s+(?:(?!\d)[^\W_]+\s+){0,2}?yang\s+[^,.;\d]*$", re.IGNORECASE)


_PEOPLE = frozenset({"population", "population-weak", "people"})


def _goes_on(sense: Sense, here: Here) -> bool:
    """Whether people of a place are the next item of a list: "Lalu warga Kecamatan Wedi sebanyak 24.483"."""
    topic = here.topic
    if topic.listed is None or topic.listed_in < here.view.paragraph - 1 or not _of_a_place(sense, here):
        return False
    return _NEXT_ITEM.fullmatch(here.text, here.view.start, sense.start) is not None


_NEXT_ITEM = re.compile(rf"[\"“]?{any_of('next of a ranking')}\s+", re.IGNORECASE)


def _of_a_place(sense: Sense, here: Here) -> bool:
    """Whether a place stands right behind the people."""
    return any(sense.end <= p.start <= sense.end + 2 for p in here.view.places)


def _is_left(cluster: Cluster, sense: Sense, here: Here) -> bool:
    """Whether a word for what is left stands between an act and its number."""
    return "rest" in here.view.kinds and any(
        each.kind == "rest"
        and sense.end <= each.start
        and here.distance.between(each.end, cluster.start) <= 1
        for each in here.view.senses
        if each.end <= cluster.start
    )
