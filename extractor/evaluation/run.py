"""The command `extract eval`: reads the texts of annotated articles and prints the scores."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TextIO

from extractor.article import UnreadableInput
from extractor.evaluation.gold import GoldArticle, GoldError, article_text, load_gold
from extractor.evaluation.scoring import score
from extractor.evaluation.show import show
from extractor.report import Report


def _read(gold: list[GoldArticle], texts: Path, today: dt.date, with_metadata: bool) -> dict[str, Report]:
    from extractor import Extractor  # noqa: PLC0415 - the pipeline is loaded only when there are texts to read

    sources = {article.id: article_text(texts, article.id) for article in gold}
    extractor = Extractor(today=today)

    def report(article: GoldArticle) -> Report:
        try:
            return extractor.read(
                sources[article.id],
                source=f"{article.id}.txt",
                published=article.published if with_metadata else None,
                outlet=article.outlet if with_metadata else None,
                url=article.url if with_metadata else None,
            )
        except UnreadableInput as error:
            raise GoldError(f"{texts / article.id}.txt: {error}") from error

    return {article.id: report(article) for article in gold}


def run_eval(
    gold: Path,
    texts: Path,
    *,
    verbose: bool = False,
    with_metadata: bool = False,
    today: dt.date | None = None,
    stream: TextIO,
) -> None:
    """Reads the texts that `gold` annotates, without their `URL:` lines, and prints the scores to `stream`.

    `with_metadata` also passes the annotation's date of publication, outlet and address to the reading.
    `today` bounds the years of undated days; it defaults to the current day. Raises GoldError, before anything
    is printed, when the annotation or a text cannot be read.
    """
    articles = load_gold(gold)
    reports = _read(articles, texts, today or dt.date.today(), with_metadata)
    show(score(reports, articles), reports, stream, verbose=verbose)
