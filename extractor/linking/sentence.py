"""One sentence as linking sees it: its numbers, senses, places and dates."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.linking.clusters import Cluster
from extractor.reading.cues import Sense
from extractor.reading.mentions import DateMention, PlaceMention


@dataclass(slots=True)
class SentenceView:
    """A sentence with what reading found in it; offsets count in the article's text."""

    start: int
    end: int
    paragraph: int
    section: str
    clusters: list[Cluster] = field(default_factory=list)
    senses: list[Sense] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
