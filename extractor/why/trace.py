"""Reads one article again and keeps what linking weighed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from extractor.article import Article
from extractor.checking import check
from extractor.linking.clusters import Cluster
from extractor.linking.figures import LinkedFigure
from extractor.linking.link import link
from extractor.linking.sentence import SentenceView
from extractor.reading.pipeline import Reader, Reading
from extractor.sureness import sureness


@dataclass(frozen=True, slots=True)
class Step:
    """One figure with its sentence and its number as linking saw them."""

    figure: LinkedFigure
    view: SentenceView
    cluster: Cluster


@dataclass(frozen=True, slots=True)
class Trace:
    """One article with the steps to all its figures, in text order."""

    article: Article
    reading: Reading
    steps: tuple[Step, ...]
    sure: dict[str, float]
    fitting: frozenset[str]  # ids of figures that a sum or percentage bears out


def trace(article: Article, today: dt.date) -> Trace:
    """What led to each figure of `article`."""
    reading = Reader(today).read(article)
    views: list[SentenceView] = []
    figures = link(article, reading, views)
    seen = {
        id(quantity): (view, cluster)
        for view in views
        for cluster in view.clusters
        for quantity in cluster.quantities
    }
    fitting = check(
        figures,
        dates=reading.dates,
        quantities=reading.quantities,
        text=article.text,
        text_sha256=article.sha256,
    ).fitting
    steps = tuple(Step(f, *seen[id(f.quantity)]) for f in figures)
    return Trace(article, reading, steps, sureness(figures, fitting), fitting)
