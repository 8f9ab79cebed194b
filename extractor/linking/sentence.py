"""One sentence as linking sees it: its numbers, senses, places and dates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from extractor.article import Article
from extractor.linking.clusters import Cluster, build
from extractor.reading.cues import Sense
from extractor.reading.mentions import DateMention, PlaceMention
from extractor.reading.pipeline import Reading


@dataclass(slots=True)
class SentenceView:
    """A sentence with what reading found in it; offsets count in the article's text.

    `lower` is its text in lower case where it holds numbers, else empty: words that an expression can't do without
    are looked for in it first. `kinds` are those of its senses.
    """

    start: int
    end: int
    paragraph: int
    section: str
    clusters: list[Cluster]
    senses: list[Sense]
    places: list[PlaceMention]
    dates: list[DateMention]
    lower: str
    kinds: frozenset[str]


class _Mention(Protocol):
    @property
    def start(self) -> int: ...


M = TypeVar("M", bound=_Mention)


def build_views(article: Article, reading: Reading) -> list[SentenceView]:
    """The sentences of an article, each with the numbers, senses, places and dates that stand in it."""
    paragraphs, text, sentences = article.paragraphs, reading.text, reading.sentences
    starts = [p.start for p in paragraphs]
    begins = [start for start, _ in sentences]
    places = sorted([*reading.places.mentions, *reading.places.unresolved], key=lambda p: p.start)
    shared = zip(
        sentences,
        _by_sentence(reading.quantities, sentences, begins),
        _by_sentence(reading.senses, sentences, begins),
        _by_sentence(places, sentences, begins),
        _by_sentence(reading.dates, sentences, begins),
        strict=True,
    )
    views = []
    for (start, end), quantities, senses, named, dates in shared:
        paragraph = max(bisect_right(starts, start) - 1, 0)
        section = paragraphs[paragraph].section if paragraphs else "body"
        clusters = build(quantities, text) if quantities else []
        lower = text[start:end].lower() if clusters else ""
        kinds = frozenset([sense.kind for sense in senses]) if senses else _NONE
        views.append(
            SentenceView(start, end, paragraph, section, clusters, senses, named, dates, lower, kinds)
        )
    return views


_NONE: frozenset[str] = frozenset()


def _by_sentence(
    mentions: Iterable[M], sentences: Sequence[tuple[int, int]], begins: Sequence[int]
) -> list[list[M]]:
    """What starts in each of the sentences, whose starts are `begins`; what stands in none is left out."""
    found: list[list[M]] = [[] for _ in sentences]
    index = begin = end = -1  # of the sentence that the last one stands in: the next mostly does too
    for mention in mentions:
        start = mention.start
        if not begin <= start < end:
            index = bisect_right(begins, start) - 1
            if index < 0:
                continue
            begin, end = sentences[index]
        if start < end:
            found[index].append(mention)
    return found
