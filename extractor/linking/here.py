"""What stands around a number while its sentence is linked from left to right."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.linking.distance import Distance
from extractor.linking.sentence import SentenceView
from extractor.linking.topic import Topic


@dataclass(slots=True)
class Here:
    """Where a number stands: its sentence, what the sentence has counted so far, what the passage is about."""

    view: SentenceView
    topic: Topic
    distance: Distance
    text: str
    said: str | None = None  # indicator of the number before it in the sentence, wholes left out
    whole: str | None = None  # indicator of what the sentence divides: "Dari yang belum itu, …"
    floor: int = 0  # end of that number and its cue
    points_back: bool = False  # the sentence may point back to a number ("345.100 orang itu")

    def about(self, what: str) -> bool:
        """Whether blank cards, or digital ones, are what the sentence or the passage tells of."""
        return what in (self.topic.last, self.topic.pending) or what in self.view.kinds
