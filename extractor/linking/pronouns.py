"""What the next sentence says of the people just counted: "4.806 warga terancam …. Mereka belum merekam"."""

from __future__ import annotations

import re

from extractor.linking.clusters import Cluster
from extractor.linking.sentence import SentenceView
from extractor.linking.topic import Topic
from extractor.reading.senses import Sense
from extractor.reading.wording import any_of

_THEY = re.compile(rf"[\"“”'\s]*{any_of('they')}(?:\s+(?!yang\b)[^\W\d]+){{0,6}}?\s*$", re.IGNORECASE)
_OPEN = frozenset({"other", "first_voters", "population", None})
_OF_FIRST_VOTERS = {
    "recorded": "first_voters_recorded",
    "owned": "first_voters_recorded",
    "unrecorded": "first_voters_unrecorded",
    "not_owned": "first_voters_unrecorded",
}


def tell_of_them(view: SentenceView, following: SentenceView | None, topic: Topic, text: str) -> None:
    """Gives the one count of people in a sentence the act that the next one, without numbers, tells of them."""
    if following is None or following.clusters or following.paragraph != view.paragraph:
        return
    act = _act_of_them(following, text)
    counts = [c for c in view.clusters if c.count is not None and c.count.unit != "cards"]
    if act is None or len(counts) != 1 or not _is_open(counts[0]):
        return
    cluster = counts[0]
    first = cluster.indicator == "first_voters"
    cluster.indicator = _OF_FIRST_VOTERS.get(act, act) if first else act
    cluster.subgroup, cluster.sense = None, None  # its own cue told who they are, not what is told of them
    count = cluster.count
    assert count is not None
    topic.values[(count.value, False)] = cluster.indicator
    topic.told(cluster.indicator, cluster, view.paragraph)


def _is_open(cluster: Cluster) -> bool:
    """Whether the count's own sentence names no act on the card."""
    return cluster.indicator in _OPEN and (cluster.sense is None or cluster.sense.act is None)


def _act_of_them(view: SentenceView, text: str) -> str | None:
    """The indicator of the act that a sentence beginning with "mereka" tells of all of them."""
    told = next((s for s in view.senses if s.kind == "act"), None)
    return told.indicator if told is not None and _is_theirs(told, view, text) else None


def _is_theirs(told: Sense, view: SentenceView, text: str) -> bool:
    return told.indicator in _OF_FIRST_VOTERS and _THEY.match(text, view.start, told.start) is not None
