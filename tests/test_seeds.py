"""The real articles, where an environment variable points to them; their texts are not part of this project."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from extractor import Extractor
from extractor.evaluation import load_gold, score
from extractor.evaluation.gold import article_text

SEEDS = os.environ.get("CEKANGKA_SEEDS")
pytestmark = pytest.mark.skipif(not SEEDS, reason="CEKANGKA_SEEDS names no folder with the real articles")


def test_the_seeds_are_complete() -> None:
    folder = Path(str(SEEDS))
    gold = load_gold(folder / "gold.jsonl")
    extractor = Extractor(today=dt.date(2026, 11, 21))
    reports = {a.id: extractor.read(article_text(folder, a.id), source=a.id) for a in gold}
    scores = score(reports, gold)
    assert scores.figures.f1 >= 0.95
    assert scores.as_of.share == 1
    assert not scores.accused
    assert scores.contradictions.share == 1
