"""What an item of a list counts that has no cue of its own: what its head told, by words or by size."""

from __future__ import annotations

import math
import re

from extractor.linking.clusters import Cluster
from extractor.linking.sentence import SentenceView
from extractor.linking.topic import DONE, NEGATIVE, SHARES, Topic
from extractor.linking.whole_part import WHICH
from extractor.reading.cue_company import ACTS
from extractor.reading.gazetteer import COUNTRY, parent, units_within
from extractor.reading.mentions import Number
from extractor.reading.senses import COMPLEMENT
from extractor.reading.wording import any_of


def inherited(view: SentenceView, cluster: Cluster, topic: Topic, said: str | None, text: str) -> str | None:
    """The indicator of a list item: told in the sentence, by the items before it, or by the passage."""
    head = said
    if cluster.percent_only:
        return _percent_head(view, cluster, topic, said)
    if head is None:
        head = _divided(view, cluster) or _headed(view, cluster, topic, text)
    if head is None:
        head = topic.pending
    if head is None and topic.listed_in == view.paragraph:
        head = topic.listed
    persons = cluster.count is not None and cluster.count.unit == "persons"
    if head in _OF_CARDS and persons:
        head = topic.last_general  # people are no cards
    if head is None and "first_voters" in (topic.last or "") and topic.told_in != view.paragraph:
        head = topic.last_general  # a new paragraph's list is about everyone again
    head = head or _breakdown(view, cluster, topic, text)
    return topic.last_people if head == "blanks" and persons else head


_OF_CARDS = frozenset({"blanks", "printed", "unprinted"})


def _divided(view: SentenceView, cluster: Cluster) -> str | None:
    """What the sentence divides: "Dari 71.842 orang yang sudah direkam, Kecamatan Jenamas 5.118"."""
    wholes = [c.indicator for c in view.clusters if c.role == "whole" and c.end <= cluster.start]
    return wholes[-1] if wholes and wholes[-1] in SHARES else None


def _headed(view: SentenceView, cluster: Cluster, topic: Topic, text: str) -> str | None:
    """What the sentence names before its list: "Yang belum itu paling banyak di Mandobo, 2.004 orang"."""
    head = None
    for sense in view.senses:
        if sense.end > cluster.start:
            break
        if sense.kind in _HEAD_KINDS:
            head = sense.indicator
        elif sense.kind == "bare" and WHICH.search(text, max(view.start, sense.start - 24), sense.start):
            head = topic.polar(view, sense)
    return head


_HEAD_KINDS = {"act", "population", "population-weak", "obliged", "first"}


def _breakdown(view: SentenceView, cluster: Cluster, topic: Topic, text: str) -> str | None:
    """What a list without a cue divides: what was told last, what that leaves, or who lack by the article's headline.

    Where the item names its own whole, its share of that tells; where it is told as the largest of its kind, it
    can't be less than an equal part; else the size of the list: what so many units of so many have together.
    """
    last, count = topic.last, cluster.count
    if last is None or count is None or count.value <= 0:
        return last
    other = topic.last_act if last == "population" else _DIVIDED.get(last)
    lead = _lead(view, cluster, topic)
    if other is None and lead is None:
        return last
    whole = cluster.whole.count if cluster.whole is not None else None
    if whole is not None and other is not None:
        return _by_whole(whole.value, count.value, topic, last, other)
    parts, listed = _parts(view, cluster), _listed(view, cluster)
    largest = _MOST.search(text, view.start, view.end) is not None

    def odds_of(name: str) -> float:
        total = _told(topic, name)
        if total and largest and count.value * parts < total * _NEARLY:
            return -math.inf
        return _odds(listed, parts, total)

    odds = {last: odds_of(last)}
    told = bool(_told(topic, last)) and (odds[last] == -math.inf or bool(other and _told(topic, other)))
    if other is not None and told:
        odds[other] = odds_of(other) - _CLEAR
    if lead is not None:
        goes_on = topic.told_in == view.paragraph and lead in NEGATIVE
        odds[lead] = odds_of(lead) + (-_CLEAR if goes_on else _EVEN)
    return max(odds, key=odds.__getitem__)


def _lead(view: SentenceView, cluster: Cluster, topic: Topic) -> str | None:
    """Who lack, where the article told of them first: lists of a new paragraph are mostly of them.

    So were 18 of 23 such numbers in the annotated articles; of what was told last were 3, of which the size speaks.
    """
    first = topic.first
    if topic.last in NEGATIVE or (first not in NEGATIVE and not (first in DONE and topic.last == "wktp")):
        return None
    if "first_voters" in first and topic.told_in == view.paragraph:
        return None
    return first if cluster.count is not None and cluster.count.unit != "cards" else None


def _by_whole(whole: Number, part: Number, topic: Topic, last: str, other: str) -> str:
    """What a part of a whole of its own place counts, by the shares of the wider place."""
    total, other_total = topic.totals.get(last), topic.totals.get(other)
    if last == "wktp" or not total or not other_total or whole <= 0:
        return last  # "Wedi 9.218 dari 16.730 wajib KTP": by an act that its size does not tell
    mine, share = float(part) / float(whole), total / (total + other_total)
    return last if abs(mine - share) <= abs(mine - (1 - share)) else other


def _told(topic: Topic, name: str) -> int | None:
    """The total told for an indicator, of those who lack also as what the others leave."""
    total = topic.totals.get(name)
    if total is None and name == "unrecorded" and "wktp" in topic.totals and "recorded" in topic.totals:
        total = topic.totals["wktp"] - topic.totals["recorded"]
    return total


def _listed(view: SentenceView, cluster: Cluster) -> list[float]:
    """The counts of the sentence from an item on that have no cue of their own."""
    return [
        float(each.count.value)
        for each in view.clusters
        if each.start >= cluster.start and each.count is not None and (each is cluster or each.sense is None)
    ]


def _odds(listed: list[float], parts: int, total: int | None) -> float:
    """How well some of the `parts` of a total fit it: the logarithm of a likelihood, 0 at best.

    In 127 annotated lists of some districts or regencies these have 1.38 times their equal share, with a standard
    deviation of 0.39 of its logarithm; single ones, which are told for being large, more and with more spread.
    """
    if not total:
        return -_EVEN
    together, count = sum(listed), len(listed)
    if together > total * _TOO_MUCH:
        return -math.inf
    if count >= parts * _ALL:
        return -(math.log(together / total) ** 2) / (2 * _OF_ALL**2)
    far = math.log(together * parts / (total * count)) - _LARGER - 0.2 / count
    return -(far**2) / (2 * (_SPREAD + 0.5 / count) ** 2)


_LARGER = 0.32
_SPREAD = 0.39
_TOO_MUCH = 1.03
_ALL = 0.9
_OF_ALL = 0.1
_EVEN = 0.5
_CLEAR = 2.0


def _parts(view: SentenceView, cluster: Cluster) -> int:
    """Into how many units of its kind the list divides what it lists; some twenty where no place tells."""
    for place in reversed(view.places):
        if place.end <= cluster.start and place.decided:
            above = parent(place.codes[0])
            return len(units_within(above)) if above is not None and above != COUNTRY else _DISTRICTS
    return _DISTRICTS


_DIVIDED = {"recorded": "unrecorded", "owned": "not_owned", "printed": "unprinted", "wktp": "unrecorded"}
_MOST = re.compile(rf"(?<![^\W_])(?:{any_of('most')}|paling\s+{any_of('much')})(?![^\W_])", re.IGNORECASE)
_NEARLY = 0.8  # the counts beside are often rounded
_DISTRICTS = 20
_HALF = 50  # percent
_MOST_LACK = 90  # percent: nowhere so many lack


def _percent_head(view: SentenceView, cluster: Cluster, topic: Topic, said: str | None) -> str | None:
    """The indicator of a percentage in a list; more than a hundred can only be reached, not lacking."""
    head = topic.said_percent if said in SHARES else None
    for sense in view.senses:
        if sense.end <= cluster.start and sense.kind in ("act", "noun", "realised", "share"):
            head = sense.indicator or "recorded"
    if head is None and cluster.quantities[0].value == 100:
        return "other"  # a row of places names shares, "100 persen" names the goal
    head = (
        head or topic.last_percent or (topic.pending if topic.pending in SHARES else None) or topic.last_act
    )
    if head is None and topic.act is not None and view.paragraph - topic.act_in <= 1:
        head = (
            ACTS[topic.act][0] if cluster.quantities[0].value > _HALF else None
        )  # "merilis capaian perekaman …"
    if head in NEGATIVE and cluster.quantities[0].value > _MOST_LACK:
        return COMPLEMENT[head]
    return head
