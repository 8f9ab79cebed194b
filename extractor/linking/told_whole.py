"""Parts of a whole whose number stands elsewhere: "Dari yang sudah rekam ini, selesai dicetak 84.917"."""

from __future__ import annotations

import re

from extractor.linking.clusters import Cluster
from extractor.linking.sentence import SentenceView
from extractor.linking.topic import Topic
from extractor.reading.wording import any_of


def divided_by(view: SentenceView, topic: Topic, text: str) -> str | None:
    """The indicator that a sentence divides without its number: "Dari yang sudah rekam ini, dicetak 84.917"."""
    acts = [sense for sense in view.senses if sense.kind in ("act", "bare")]
    if not acts or acts[0].end > view.clusters[0].start:
        return None
    if not _OUT_OF.fullmatch(text, view.start, acts[0].start):
        return None
    return acts[0].indicator or topic.polar(view, acts[0])


_OUT_OF = re.compile(rf"\W*dari\s+(?:{any_of('out of')}\s+)*yang\s+(?:[^\W\d]+\s+)?", re.IGNORECASE)


def refer_back(view: SentenceView, told: Cluster, indicator: str) -> None:
    """Make the count told before the whole of the parts that the sentence divides it into."""
    for cluster in view.clusters:
        if (
            cluster.indicator is None
            or cluster.whole is not None
            or cluster.role == "whole"
            or cluster.percent_only
        ):
            continue
        cluster.whole = told
        if cluster.indicator == indicator:
            cluster.subgroup = cluster.subgroup or "part"
