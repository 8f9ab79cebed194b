"""One sentence as linking sees it: its numbers, senses, places and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol, TypeVar

from extractor.article import Article
from extractor.linking.clusters import Cluster, build
from extractor.reading.mentions import DateMention, PlaceMention
from extractor.reading.pipeline import Reading
from extractor.reading.senses import Sense


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
    senses: Sequence[Sense]
    places: Sequence[PlaceMention]
    dates: Sequence[DateMention]
    lower: str
    kinds: frozenset[str]

    def preceding(self, cluster: Cluster) -> Cluster | None:
        """The last number that ends before `cluster` begins."""
        for other in reversed(self.clusters):
            if other.end <= cluster.start:
                return other
        return None

    def following(self, cluster: Cluster) -> Cluster | None:
        """The first number that begins after `cluster` ends."""
        for other in self.clusters:
            if other.start >= cluster.end:
                return other
        return None


class _Mention(Protocol):
    @property
    def start(self) -> int: ...


M = TypeVar("M", bound=_Mention)


def build_views(article: Article, reading: Reading) -> list[SentenceView]:
    """The sentences of an article, each with the numbers, senses, places and dates that stand in it."""
    paragraphs, text, sentences = article.paragraphs, reading.text, reading.sentences
    starts = [p.start for p in paragraphs]
    places = sorted([*reading.places.mentions, *reading.places.unresolved], key=lambda p: p.start)
    shared = zip(
        sentences,
        _by_sentence(reading.quantities, sentences),
        _by_sentence(reading.senses, sentences),
        _by_sentence(places, sentences),
        _by_sentence(reading.dates, sentences),
        strict=True,
    )
    paragraph = 0
    views = []
    for (start, end), quantities, senses, named, dates in shared:
        while paragraph + 1 < len(starts) and starts[paragraph + 1] <= start:
            paragraph += 1
        section = paragraphs[paragraph].section if paragraphs else "body"
        clusters = build(quantities, text) if quantities else []
        lower = text[start:end].lower() if clusters else ""
        kinds = frozenset(map(_KIND, senses)) if senses else _NONE
        views.append(
            SentenceView(start, end, paragraph, section, clusters, senses, named, dates, lower, kinds)
        )
    return views


_NONE: frozenset[str] = frozenset()
_KIND = attrgetter("kind")


def _by_sentence(mentions: Sequence[M], sentences: Sequence[tuple[int, int]]) -> list[list[M]]:
    """What starts in each of the sentences, both in text order; what stands in none is left out."""
    found: list[list[M]] = [[] for _ in sentences]
    at, count = 0, len(sentences)
    for mention in mentions:
        start = mention.start
        while at < count and sentences[at][1] <= start:
            at += 1
        if at < count and sentences[at][0] <= start:
            found[at].append(mention)
    return found
