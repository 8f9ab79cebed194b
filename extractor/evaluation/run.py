"""The command `extract eval`: reads the texts of annotated articles and prints the scores."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from extractor.article import UnreadableInput
from extractor.evaluation import gate as gates
from extractor.evaluation.gold import GoldArticle, GoldError, article_text, load_gold
from extractor.evaluation.measures import measures
from extractor.evaluation.scoring import score
from extractor.evaluation.show import show
from extractor.report import Report


@dataclass(frozen=True, slots=True)
class Gate:
    """What to do about the floors that stand beside the annotation: nothing, check, raise or lower them."""

    check: bool = False
    raise_floors: bool = False
    lower_floors: str | None = None  # the reason


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
    gate: Gate | None = None,
    today: dt.date | None = None,
    stream: TextIO,
) -> list[str]:
    """Reads the texts that `gold` annotates, without their `URL:` lines, and prints the scores to `stream`.

    `with_metadata` also passes the annotation's date of publication, outlet and address to the reading.
    `today` bounds the years of undated days; it defaults to the current day. Gives what keeps the scores from passing
    the `gate`, else an empty list. Raises GoldError, before anything is printed, when the annotation or a text
    cannot be read, and GateError when floors cannot be read, written or moved as asked.
    """
    day = today or dt.date.today()
    articles = load_gold(gold)
    reports = _read(articles, texts, day, with_metadata)
    scores = score(reports, articles)
    show(scores, reports, stream, verbose=verbose)
    if gate is None:
        return []
    now = gates.measured(gold, texts, articles, measures(scores))
    return _gated(gate, gold.parent / gates.FLOORS, now, day)


def _gated(gate: Gate, path: Path, now: gates.Floors, day: dt.date) -> list[str]:
    """What keeps the scores from passing; or nothing, and the floors moved to them."""
    if gate.check:
        return gates.faults(gates.load_floors(path), now)
    if gate.raise_floors or gate.lower_floors is not None:
        known = gates.load_floors(path) if path.exists() else None
        if gate.lower_floors is not None:
            gates.write_floors(path, gates.lowered(known, now, gate.lower_floors, day))
        else:
            gates.write_floors(path, gates.raised(known, now))
    return []
