"""Pages in the shapes of five real outlets, under their names on loopback, each with invented articles.

The markup follows what public code and stored pages tell of the outlets (WordPress themes; the selectors that
scrapers of the Tribun family use; the public template of Solopos); where nothing is known it is a common theme.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.outlet_world import five_shapes as shapes
from tests.outlet_world.answers import PLAIN, Answer, Ask, not_found, page
from tests.outlet_world.articles import Article, Figures, Regency, plain_text, slug_of

_FILE = Path(__file__).parent / "five_articles.toml"
_ALSO = ("solopos.com",)  # hosts that show what another shows


@dataclass(frozen=True, slots=True)
class ShapedArticle:
    """An article on the page of a real outlet's shape: its host, its address there, what a page of it is."""

    host: str
    path: str
    article: Article

    @property
    def url(self) -> str:
        return f"https://{self.host}{self.path}"

    @property
    def text(self) -> str:
        """The article as a file has it: what the page must be read as, furniture aside."""
        return plain_text(self.article)

    def html(self, query: Mapping[str, str] | None = None) -> str:
        """The page that the address with these parameters shows."""
        return _SHAPES[self.host](self.article, self.url, (query or {}).get("page", "1"))


_SHAPES: dict[str, Callable[[Article, str, str], str]] = {
    "lingkarjateng.id": shapes.lingkar_jateng,
    "jateng.tribunnews.com": shapes.tribun_jateng,
    "kabarkalimantan1.com": shapes.kabar_kalimantan,
    "asatu.id": shapes.asatu,
    "www.solopos.com": shapes.solopos,
    "m.solopos.com": shapes.solopos_mobile,
}


@cache
def shaped_articles() -> tuple[ShapedArticle, ...]:
    """The invented articles, one or two for each outlet."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))["article"]
    return tuple(_shaped(900_001 + at, table) for at, table in enumerate(tables))


def _shaped(number: int, table: dict[str, Any]) -> ShapedArticle:
    figures = Figures(Regency(*table["regency"]), *table["numbers"])
    title = table["title"]
    paragraphs = tuple(table["paragraphs"])
    article = Article(number, slug_of(title), table["day"], title, paragraphs, True, figures)
    return ShapedArticle(table["host"], table["path"], article)


class FiveOutlets:
    """Answers under the five names; all may be fetched, and nothing can be revalidated."""

    hosts = (*_SHAPES, *_ALSO)

    def answer(self, ask: Ask) -> Answer:
        """The page of an article, also as AMP where the outlet has it; robots.txt; a home page with links."""
        host = "www.solopos.com" if ask.host in _ALSO else ask.host
        if ask.path == "/robots.txt":
            return Answer(b"User-agent: *\nDisallow: /wp-admin/\n", PLAIN)
        ours = [each for each in shaped_articles() if each.host == host]
        if ask.path == "/":
            return page("".join(f'<p><a href="{each.url}">{each.article.title}</a></p>' for each in ours))
        path = ask.path.removeprefix("/amp") if host == "jateng.tribunnews.com" else ask.path
        found = next((each for each in ours if each.path == path), None)
        if found is None:
            return not_found()
        answer = page(found.html({"page": "all"} if path != ask.path else ask.query))
        answer.article, answer.page = found.article.id, _number(ask.query.get("page", "1"))
        return answer


def _number(asked: str) -> int:
    return 0 if asked == "all" else int(asked) if asked.isdecimal() else 1
