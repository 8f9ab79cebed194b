"""Scores reports against annotated articles: figures, places, dates and contradictions."""

from __future__ import annotations

from extractor.evaluation.gold import GoldArticle, GoldError, article_text, load_gold
from extractor.evaluation.run import run_eval
from extractor.evaluation.scoring import Scores, Tally, score

__all__ = ["GoldArticle", "GoldError", "Scores", "Tally", "article_text", "load_gold", "run_eval", "score"]
