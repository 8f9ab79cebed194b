"""The whole way of one article: bytes or text in, Report out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Literal, cast

from extractor.article import Article
from extractor.checking import Checked, Depth, check
from extractor.data import patterns_sha256
from extractor.linking.figures import LinkedFigure
from extractor.linking.link import link
from extractor.loading import read_article
from extractor.numbers import plain
from extractor.periods import as_published
from extractor.reading.pipeline import Reader
from extractor.records import build_records
from extractor.report import (
    ArticleInfo,
    Extent,
    Figure,
    GeneratedBy,
    Indicator,
    Period,
    Report,
    Section,
    Span,
    Unit,
)
from extractor.sureness import sureness


def package_version() -> str:
    """The installed version, or "0+unknown" from a bare checkout."""
    try:
        return version("cekangka")
    except PackageNotFoundError:
        return "0+unknown"


class Extractor:
    """Reads any number of articles; messages of findings are in `lang`, "en" or "id".

    `strict` also tells what fits only where rounded figures are read as plus or minus one unit of their last
    digit, not at half a unit; `named` are codes of rules that run only when they are named.
    """

    def __init__(
        self,
        today: dt.date | None = None,
        lang: str = "en",
        *,
        strict: bool = False,
        named: Iterable[str] = (),
    ) -> None:
        self._lang = lang
        self._depth = Depth(strict, frozenset(named))
        self._reader = Reader(today or dt.date.today())
        self._generated_by = GeneratedBy(version=package_version(), patterns_sha256=patterns_sha256())

    def read(
        self,
        data: bytes | str,
        *,
        source: str = "<text>",
        published: Period | dt.date | str | None = None,
        outlet: str | None = None,
        url: str | None = None,
    ) -> Report:
        """The report of one article given as text, HTML or the bytes of either.

        `published` may be a date or "2024-01-16", "2024-01", "2024". Raises `UnreadableInput` when there is no
        article to read and ValueError when `published` is no date.
        """
        article = read_article(data, source=source, published=as_published(published), outlet=outlet, url=url)
        return self.report(article)

    def report(self, article: Article) -> Report:
        """The report of an article that is already loaded."""
        reading = self._reader.read(article)
        figures = link(article, reading)
        checked = check(
            figures,
            dates=reading.dates,
            quantities=reading.quantities,
            text=article.text,
            text_sha256=article.sha256,
            lang=self._lang,
            depth=self._depth,
        )
        report = self._assemble(article, figures, checked)
        if article.printed is not None:
            article.printed.restore(report)
        return report

    def _assemble(self, article: Article, figures: Sequence[LinkedFigure], checked: Checked) -> Report:
        sure = sureness(figures, checked.fitting)
        return Report(
            generated_by=self._generated_by,
            article=ArticleInfo(
                source=article.source,
                url=article.url,
                outlet=article.outlet,
                title=article.title,
                text=article.text,
                sha256=article.sha256,
                source_sha256=article.source_sha256,
                retrieved=article.retrieved,
                published=article.published,
            ),
            figures=[_figure(figure, article.text, sure[figure.id]) for figure in figures],
            records=build_records(figures),
            findings=checked.findings,
        )


def _figure(linked: LinkedFigure, text: str, sure: float) -> Figure:
    q = linked.quantity
    return Figure(
        id=linked.id,
        indicator=cast(Indicator, linked.indicator),
        unit=cast(Unit, q.unit),
        value=plain(q.value),
        low=plain(q.low),
        high=plain(q.high),
        approximate=q.approximate,
        repair=q.repair,
        range=cast(Literal["low", "high"] | None, q.range),
        place=linked.place,
        as_of=linked.as_of,
        span=Span(start=q.start, end=q.end, text=text[q.start : q.end]),
        sentence=Extent(start=linked.sentence[0], end=linked.sentence[1]),
        section=cast(Section, linked.section),
        attributed_to=linked.attributed_to,
        sure=sure,
        construction=linked.construction,
    )
