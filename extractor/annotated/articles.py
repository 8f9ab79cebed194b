"""Annotated articles whose every figure is tied to the words that print it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, get_args

from extractor.evaluation.gold import GoldArticle, GoldError, GoldFigure, file_text, load_gold
from extractor.report import Indicator, Unit

INDICATORS: tuple[str, ...] = get_args(Indicator)
UNITS: tuple[str, ...] = get_args(Unit)

# What no system allows in the name of a file, or what leads out of its folder.
_NO_NAME = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]|^\.|^$')
_TEXTUAL = ("code", "level", "as_of", "alt_indicator", "place", "range", "note")
_EXACT = 2**53  # whole numbers up to here are told apart by a float


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text prints a figure; `figure` names it among the article's (f1, f2 …)."""

    start: int
    end: int
    figure: str
    label: str


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """A text, what is known of its figures by their names, and their mentions in the order of the text."""

    id: str
    text: str
    gold: GoldArticle
    figures: dict[str, dict[str, Any]]
    mentions: tuple[Mention, ...]

    def facts(self) -> dict[str, Any]:
        """What is known of the article as a whole."""
        return {
            "url": self.gold.url,
            "outlet": self.gold.outlet,
            "published": self.gold.published,
            "contradictions": [asdict(each) for each in self.gold.contradictions],
            "phenomena": list(self.gold.phenomena),
        }


def load_articles(gold: Path, texts: Path) -> list[AnnotatedArticle]:
    """The annotated articles of a JSONL file with their texts, in its order.

    Raises GoldError naming the file when something cannot be read, and naming the article where its annotation
    is not tied to the text.
    """
    articles = load_gold(gold)
    for each in articles:
        _check_article(gold, each)
    return [_article(gold, each, file_text(texts, each.id)) for each in articles]


def _article(path: Path, gold: GoldArticle, text: str) -> AnnotatedArticle:
    named = {f"f{number}": figure for number, figure in enumerate(gold.figures, start=1)}
    for figure in gold.figures:
        _check_spans(path, gold.id, figure, text)
    return AnnotatedArticle(
        id=gold.id,
        text=text,
        gold=gold,
        figures={name: figure_facts(figure) for name, figure in named.items()},
        mentions=_mentions(named.items()),
    )


def _mentions(named: Iterable[tuple[str, GoldFigure]]) -> tuple[Mention, ...]:
    found = (
        Mention(start, end, name, figure.indicator.partition(":")[0])
        for name, figure in named
        for start, end in figure.spans
    )
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))


def figure_facts(figure: GoldFigure) -> dict[str, Any]:
    """What is annotated of a figure, its mentions left out."""
    facts = asdict(figure)
    del facts["spans"]
    return facts | {"value": _plain(figure.value), "rounds": _plain(figure.rounds)}


def _plain(value: float | None) -> float | None:
    """A whole number without its ".0"."""
    whole = value is not None and value.is_integer() and abs(value) < _EXACT
    return int(value) if whole and value is not None else value


def _check_article(path: Path, gold: GoldArticle) -> None:
    """Refuses an article that has no form which all tools can take."""
    if _NO_NAME.search(gold.id):
        raise GoldError(f"{path}: article {gold.id!r}: its id can't be the name of a file")
    if not all(isinstance(each, str | None) for each in (gold.url, gold.outlet)):
        raise GoldError(f"{path}: article {gold.id}: its url or outlet is no text")
    try:
        json.dumps(asdict(gold), ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise GoldError(f"{path}: article {gold.id!r}: holds half a character, which is no text") from error
    for figure in gold.figures:
        fault = _fault(figure)
        if fault:
            raise GoldError(f"{path}: article {gold.id}: {_named(figure)} {fault}")


def _fault(figure: GoldFigure) -> str | None:
    """What keeps a figure from being exported, as the end of a sentence."""
    if figure.indicator.partition(":")[0] not in INDICATORS:
        return f"is of no indicator that is known: {', '.join(INDICATORS)}"
    if figure.unit not in UNITS:
        return f"counts {figure.unit!r}, not one of {', '.join(UNITS)}"
    if not all(math.isfinite(each) for each in (figure.value, figure.rounds or 0)):
        return "has a value that is no number"
    for name in _TEXTUAL:
        if not isinstance(getattr(figure, name), str | None):
            return f"has a {name} that is no text"
    return None


def _check_spans(path: Path, identity: str, figure: GoldFigure, text: str) -> None:
    """Refuses a figure that no words of the text are named for."""
    where = f"{path}: article {identity}: {_named(figure)}"
    if not figure.spans:
        raise GoldError(f"{where} has no spans, so nothing tells where the text prints it")
    for start, end in figure.spans:
        if not 0 <= start < end <= len(text):
            raise GoldError(f"{where} has the span {start}-{end}; the text ends at {len(text)}")
        words = text[start:end]
        if words != words.strip():
            raise GoldError(f"{where} has the span {start}-{end}, which begins or ends in white space")


def _named(figure: GoldFigure) -> str:
    return f"the figure {figure.indicator} {figure.raw or figure.value}"
