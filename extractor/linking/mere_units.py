"""Numbers whose noun is only their unit: what they count, the passage has told.

"Masih terdapat 486 wajib e-KTP" counts those who lack, "591.980 KTP-el" may count cards, "174 ribu penduduk atau
90,37 persen" those of whom the percentage was told.
"""

from __future__ import annotations

import re

from extractor.linking.adjacent import CARD_WORDS
from extractor.linking.clusters import Cluster
from extractor.linking.here import Here
from extractor.linking.topic import SHARES, after_place
from extractor.reading.wording import any_of

GROUPS = frozenset({"population", "wktp"})
PERSONS = frozenset({"recorded", "unrecorded", "not_owned", "wktp", "population", "first_voters"})
TELLING = 1000  # two equal counts of four digits are one count told twice
_CARDS = frozenset({"printed", "unprinted", "suket"})
_HALF = 2

STILL = re.compile(rf"(?<![^\W_])masih\s+(?:{any_of('still about')}\s+)*$", re.IGNORECASE)


def of_obliged(cluster: Cluster) -> bool:
    """Whether a count is told as part of the wajib KTP, and so can't be the wajib KTP."""
    sense = cluster.whole.sense if cluster.whole is not None else None
    return sense is not None and sense.indicator == "wktp" and not cluster.percent_only


def act_told(here: Here) -> str | None:
    """The act that the sentence, the one before or the passage told last."""
    topic = here.topic
    return next((each for each in (here.said, topic.pending, topic.last) if each in SHARES), topic.last_act)


def of_group(cluster: Cluster, here: Here, indicator: str) -> str:
    """What is counted where `indicator`, a group, may only be the unit: the group itself, or an act told before."""
    if cluster.role == "whole" or cluster.sense is None or cluster.sense.end <= cluster.start:
        return indicator
    if cluster.percent_only or cluster.count is None:
        return indicator
    return _by_share(cluster, here) or _by_passage(cluster, here, indicator) or indicator


def _by_share(cluster: Cluster, here: Here) -> str | None:
    """The act whose percentage stands beside the count: "174 ribu penduduk atau 90,37 persen"."""
    percents = [q for q in cluster.quantities if q.unit == "percent"]
    if not percents or cluster.role or cluster.whole is not None:
        return None
    told = here.topic.values.get((percents[0].value, True))
    return told if told in SHARES else None


def _by_passage(cluster: Cluster, here: Here, indicator: str) -> str | None:
    """The act of a number told before, of the part of a whole, or of those who still lack."""
    sense, count = cluster.sense, cluster.count
    assert sense is not None
    assert count is not None
    if sense.start < count.end:
        return None
    told = here.topic.values.get((count.value, False))
    if told in SHARES and count.value >= TELLING and count.value % TELLING:
        return told
    whole = cluster.whole.sense if cluster.whole is not None else None
    if of_obliged(cluster) or (whole is not None and whole.kind == "target"):
        return act_told(here)
    if indicator == "wktp" and here.said in SHARES and _item_of(here.said, cluster, here):
        return here.said
    total = here.topic.totals.get("wktp")
    if indicator == "wktp" and total is not None and count.value * _HALF < total:
        still = STILL.search(here.text, here.floor, cluster.quantities[0].start)
        return "unrecorded" if still else None
    return None


def _item_of(told: str, cluster: Cluster, here: Here) -> bool:
    """Whether it is an item of a list of some of the obliged: "belum merekam …: Wedi 762 wajib KTP, Cawas 711 …".

    Not where an act of its own follows: "Wedi 762 wajib KTP, sudah merekam 640".
    """
    count, total = cluster.count, here.topic.totals.get(told)
    if count is None or total is None or count.value >= total:
        return False
    if not after_place(here.view, cluster, here.distance, here.floor, 1.0):
        return False
    following = here.view.following(cluster)
    end = following.start if following is not None else here.view.end
    own = (s for s in here.view.senses if cluster.end <= s.start < end)
    return not any(sense.kind in ("act", "bare", "noun") for sense in own)


def counts_cards(cluster: Cluster) -> bool:
    """Whether cards are counted one by one, not people by their card ("591.980 KTP-el")."""
    count = cluster.count
    return count is not None and count.unit == "cards" and count.classifier in CARD_WORDS


def cards_told(cluster: Cluster, here: Here) -> str:
    """What "sudah 3.870 lembar" counts: cards of the matter, never people."""
    if cluster.sense is None:
        return here.topic.last_cards or "other" if cluster.construction == "list" else "other"
    if cluster.sense.kind != "bare":
        return "other"
    told = next((each for each in (here.said, here.topic.pending, here.topic.last) if each is not None), None)
    return told if told in _CARDS else "other"
