"""One sentence as linking sees it: its numbers, senses, places and dates."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from extractor.article import Article
from extractor.linking.clusters import Cluster, build
from extractor.reading.cues import Sense
from extractor.reading.mentions import DateMention, PlaceMention
from extractor.reading.pipeline import Reading


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


def build_views(article: Article, reading: Reading) -> list[SentenceView]:
    """The sentences of an article, each with the numbers, senses, places and dates that stand in it."""
    starts = [p.start for p in article.paragraphs]
    views = []
    for start, end in reading.sentences:
        paragraph = max(bisect_right(starts, start) - 1, 0)
        section = article.paragraphs[paragraph].section if article.paragraphs else "body"
        views.append(SentenceView(start, end, paragraph, section))
    sentence_starts = [view.start for view in views]

    def home(offset: int) -> SentenceView | None:
        index = bisect_right(sentence_starts, offset) - 1
        return views[index] if index >= 0 and offset < views[index].end else None

    by_view: dict[int, list[int]] = {}
    for number, quantity in enumerate(reading.quantities):
        view = home(quantity.start)
        if view is not None:
            by_view.setdefault(view.start, []).append(number)
    for view in views:
        if view.start in by_view:
            view.clusters = build([reading.quantities[n] for n in by_view[view.start]], reading.text)
    for sense in reading.senses:
        if (view := home(sense.start)) is not None:
            view.senses.append(sense)
    for place in sorted([*reading.places.mentions, *reading.places.unresolved], key=lambda p: p.start):
        if (view := home(place.start)) is not None:
            view.places.append(place)
    for date in reading.dates:
        if (view := home(date.start)) is not None:
            view.dates.append(date)
    return views
