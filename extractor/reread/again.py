"""One stored article read again, and what changed in what is read from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from extractor.archive import Place, read
from extractor.article import Article
from extractor.engine import Extractor
from extractor.loading import article_from_pages
from extractor.outlets.outlet import Outlet
from extractor.report import Period
from extractor.store.entries import Outcome, Stored
from extractor.store.store import Store


@dataclass(frozen=True, slots=True)
class Change:
    """What a new reading of an article took away and brought: figures and findings as lines of text."""

    url: str
    outcome: Outcome
    gone: tuple[str, ...]
    come: tuple[str, ...]


class Rereader:
    """Reads stored articles again from the pages in the archive.

    `outlets`: the outlet of each name that stands in the store.
    """

    def __init__(
        self, store: Store, archive: Path, extractor: Extractor, outlets: Mapping[str, Outlet]
    ) -> None:
        self._store, self._archive, self._extractor = store, archive, extractor
        self._outlets = outlets

    def reread(self, stored: Stored, *, keep: bool) -> Change:
        """Reads an article again; `keep` puts what is read in the place of the old in the store.

        "same", and nothing is kept, where a crawl has fetched its pages anew since it was looked up. Raises
        UnreadableInput where its pages hold no article by today's rules, ArchiveError where they are gone.
        """
        article = self._article(stored)
        report = self._extractor.report(article)
        before = Counter(self._lines(stored.id))
        with self._store.trial(keep=keep):
            if not self._store.is_current(stored):
                return Change(stored.url, "same", (), ())
            outcome = self._store.reread(stored, report, article.outlet)
            after = Counter(self._lines(stored.id))
        return Change(
            stored.url, outcome, tuple((before - after).elements()), tuple((after - before).elements())
        )

    def _article(self, stored: Stored) -> Article:
        bodies = [
            read(self._archive, Place(part.warc, part.offset, part.length)).body for part in stored.captures
        ]
        article = article_from_pages(
            bodies,
            source=stored.url,
            url=stored.captures[0].url,
            retrieved=stored.captures[0].fetched,
            described=self._outlets[stored.outlet],
        )
        if article.published is None and stored.published is not None:
            article.published = Period.model_validate_json(stored.published)  # a listing told it
        return article

    def _lines(self, article: int) -> Iterable[str]:
        figures = self._store.query(
            "SELECT indicator, quote, unit, place_name, as_of_start, as_of_end FROM figure WHERE article = ?",
            [article],
        )
        for row in figures:
            days = "/".join(dict.fromkeys(filter(None, (row["as_of_start"], row["as_of_end"]))))
            yield " ".join(
                filter(None, (row["indicator"], row["quote"], row["unit"], row["place_name"], days))
            )
        findings = self._store.query(
            "SELECT severity, code, message FROM finding WHERE article = ?", [article]
        )
        for row in findings:
            yield f"{row['severity']}[{row['code']}] {row['message']}"
