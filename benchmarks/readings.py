"""The contestants that take turns in one process: the floor, our stages, trafilatura."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from trafilatura import bare_extraction
from trafilatura.meta import reset_caches

from benchmarks import floor
from benchmarks.clock import on_one_core, per_item, side_by_side
from benchmarks.pages import page
from extractor import Extractor
from extractor.reading.pipeline import build

FLOOR, TOKENS, READING, ALL, TRAFILATURA = (
    "floor: names, cues, numbers",
    "our tokenizer",
    "our reading",
    "our reading, linking and checking",
    "trafilatura, fast, on the page",
)


def _trafilatura() -> Callable[[bytes], object]:
    return partial(
        bare_extraction,
        fast=True,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _pass_of_trafilatura(extract: Callable[[bytes], object], pages: Sequence[bytes]) -> float:
    reset_caches()  # what it remembers of the last round would be a gift
    return per_item(extract, pages)


def measure(texts: Sequence[str], rounds: int) -> dict[str, float]:
    """Milliseconds of processor time for one article, by contestant."""
    on_one_core()
    pages = [page(text) for text in texts]
    scan, nlp, extract = floor.build(), build(), _trafilatura()
    extractor = Extractor(today=dt.date(2025, 1, 1))

    def read(text: str) -> object:
        return extractor.read(text, source="-")

    passes = {
        FLOOR: partial(per_item, scan, texts),
        TOKENS: partial(per_item, nlp.make_doc, texts),
        READING: partial(per_item, nlp, texts),
        ALL: partial(per_item, read, texts),
        TRAFILATURA: partial(_pass_of_trafilatura, extract, pages),
    }
    side_by_side(passes, 1)  # warms caches up
    return side_by_side(passes, rounds)
