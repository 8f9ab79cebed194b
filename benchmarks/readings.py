"""The contestants that take turns in one process: the floor, our stages, trafilatura."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Sequence
from functools import partial

from trafilatura import bare_extraction
from trafilatura.meta import reset_caches

from benchmarks import floor
from benchmarks.clock import each_item, on_one_core, side_by_side
from benchmarks.pages import page
from extractor import Extractor
from extractor.article import Article
from extractor.checking import check
from extractor.linking.link import link
from extractor.loading import read_article
from extractor.reading.pipeline import Reader, build

FLOOR, TOKENS, READING, ALL, REPORT, TRAFILATURA = (
    "floor: names, cues, numbers",
    "our tokenizer",
    "our reading",
    "our reading, linking and checking",
    "all of it, from string to report",
    "trafilatura, fast, on the page",
)
TODAY = dt.date(2025, 1, 1)


def _trafilatura() -> Callable[[bytes], object]:
    return partial(
        bare_extraction,
        fast=True,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _pass_of_trafilatura(extract: Callable[[bytes], object], pages: Sequence[bytes]) -> list[float]:
    reset_caches()  # what it remembers of the last round would be a gift
    return each_item(extract, pages)


def measure(texts: Sequence[str], rounds: int) -> dict[str, float]:
    """Milliseconds of processor time for one article, by contestant."""
    on_one_core()
    pages = [page(text) for text in texts]
    scan, nlp, extract = floor.build(), build(), _trafilatura()
    extractor, reader = Extractor(today=TODAY), Reader(TODAY)
    articles = [read_article(text, source="-") for text in texts]

    def link_and_check(article: Article) -> object:
        reading = reader.read(article)
        return check(
            link(article, reading),
            dates=reading.dates,
            quantities=reading.quantities,
            text=article.text,
            text_sha256=article.sha256,
        )

    def report(text: str) -> object:
        return extractor.read(text, source="-")

    passes = {
        FLOOR: partial(each_item, scan, texts),
        TOKENS: partial(each_item, nlp.make_doc, texts),
        READING: partial(each_item, reader.read, articles),
        ALL: partial(each_item, link_and_check, articles),
        REPORT: partial(each_item, report, texts),
        TRAFILATURA: partial(_pass_of_trafilatura, extract, pages),
    }
    side_by_side(passes, 1)  # warms caches up
    gc.freeze()  # as the command does after its first inputs
    return side_by_side(passes, rounds)
