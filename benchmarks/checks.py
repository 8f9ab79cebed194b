"""Checking by itself: article by article, since a few with many clashes take much longer than the rest."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.clock import on_one_core
from benchmarks.readings import TODAY
from extractor.article import Article
from extractor.checking import check
from extractor.evaluation import load_gold
from extractor.evaluation.gold import article_text
from extractor.linking.figures import LinkedFigure
from extractor.linking.link import link
from extractor.loading import read_article
from extractor.reading.pipeline import Reader

_CORPUS = Path(__file__).parent.parent / "corpus"


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of processor time for one article."""

    article: str
    read: float  # with linking
    check: float


def _least(work: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken) * 1000


def _read(reader: Reader, article: Article) -> list[LinkedFigure]:
    return list(link(article, reader.read(article)))


def measure(rounds: int) -> list[Times]:
    """The times of every annotated article of the corpus."""
    on_one_core()
    reader = Reader(TODAY)
    found = []
    for gold in load_gold(_CORPUS / "gold.jsonl"):
        article = read_article(article_text(_CORPUS / "articles", gold.id), source=gold.id)
        reading = reader.read(article)
        figures = link(article, reading)
        checked = partial(
            check,
            figures,
            dates=reading.dates,
            quantities=reading.quantities,
            text=article.text,
            text_sha256=article.sha256,
        )
        reading_time = _least(partial(_read, reader, article), rounds)
        found.append(Times(gold.id, reading_time, _least(checked, rounds)))
    return found
