"""What of an outlet's page is the article: title, body and date by the outlet's selectors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml.cssselect import CSSSelector

from extractor.data import rows
from extractor.furniture import bare, line_reason
from extractor.line_shapes import ends_sentence, is_sentence
from extractor.outlets.article_key import article_key, is_article, page_number
from extractor.outlets.outlet import Outlet
from extractor.outlets.page_text import Line, lines_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORTEST_BODY = 80  # characters, as of any page's article
_LONGEST_SIGNATURE = 200  # characters
_WORD = re.compile(r"\w")
_CLASS = re.compile(r"\.([\w-]+)")
_PLAIN = re.compile(r"[\w\s.#>+~-]+")  # a selector of names only, without conditions and choices


@dataclass(frozen=True, slots=True)
class Selected:
    """An article as its page prints it; the paragraphs of the body are parted by blank lines."""

    title: str | None
    body: str
    date: str | None


def select(tree: HtmlElement, outlet: Outlet, *, shortest: int = _SHORTEST_BODY) -> Selected | None:
    """The article in a page by the outlet's selectors; None where they give no body of `shortest` characters.

    The tree stays as it is. Of each part the first selector that gives something wins. Items of lists, rows of
    tables (cells parted by " | ") and what a <br> parts are lines of one paragraph. The last page of an article
    may be short: ask for 1 character there.
    """
    page = _without(tree, (*_dropped_everywhere(), *outlet.select.drop))
    bodies = (_body(selector(each)(page), outlet) for each in outlet.select.body)
    body = next((text for text in bodies if len(text) >= shortest), None)
    if body is None:
        return None
    return Selected(_first(tree, outlet.select.title), body, _first(tree, outlet.select.date))


def next_page(tree: HtmlElement, outlet: Outlet, base_url: str) -> str | None:
    """The address of the article's next page, by the outlet's selectors; None where the page links to none.

    `base_url` is the page's own. Only a link to the page after this one, of the same article and on the
    outlet's own hosts, counts; after all pages at once comes none. Raises ValueError where `base_url` is no
    http(s) address.
    """
    key, number = article_key(base_url, outlet), page_number(base_url, outlet)
    for address in _links(tree, outlet.next_page, base_url):
        if not is_article(address, outlet) or article_key(address, outlet) != key:
            continue
        if number is not None and page_number(address, outlet) == number + 1:
            return address
    return None


def join_pages(bodies: Sequence[str]) -> str:
    """The bodies of the pages of one article as one text, without what later pages print again at their head."""
    joined: list[str] = []
    for body in bodies:
        paragraphs = [each for each in body.split("\n\n") if each.strip()]
        seen = {_squashed(each) for each in joined}
        new = next((at for at, each in enumerate(paragraphs) if _squashed(each) not in seen), len(paragraphs))
        joined += paragraphs[new:]
    return "\n\n".join(joined)


@lru_cache(maxsize=1024)
def selector(expression: str) -> CSSSelector:
    """The compiled CSS selector, for pages as HTML parsers make them."""
    return CSSSelector(expression, translator="html")


@cache
def _dropped_everywhere() -> tuple[str, ...]:
    return tuple(expression for expression, *_ in rows("outlets/drop.tsv"))


def _without(tree: HtmlElement, expressions: Sequence[str]) -> HtmlElement:
    """A copy of the tree without what any of the expressions selects."""
    page = deepcopy(tree)
    classes = {name for value in page.xpath("//@class") for name in value.split()}
    for expression in expressions:
        if _classes(expression) <= classes:
            for element in selector(expression)(page):
                if element.getparent() is not None:
                    element.drop_tree()
    return page


@lru_cache(maxsize=1024)
def _classes(expression: str) -> frozenset[str]:
    """Classes without which an expression selects nothing: a look at them costs less than a look for it."""
    return frozenset(_CLASS.findall(expression)) if _PLAIN.fullmatch(expression) else frozenset()


def _first(tree: HtmlElement, expressions: Sequence[str]) -> str | None:
    """What the first element that any of the expressions selects says: of itself, or in its text."""
    elements = (element for each in expressions for element in selector(each)(tree))
    said = (_said(element) for element in elements)
    return next((words for words in said if words), None)


def _said(element: HtmlElement) -> str:
    stated = element.get("content") or element.get("datetime")
    return " ".join((stated or " ".join(element.itertext())).split())


def _body(elements: Sequence[HtmlElement], outlet: Outlet) -> str:
    chosen = set(elements)
    outermost = [each for each in elements if chosen.isdisjoint(each.iterancestors())]
    lines = list(_kept(lines_of(outermost), outlet))
    while lines and _signed_off(lines[-1].text, outlet) != lines[-1].text:
        last = lines.pop()
        text = _signed_off(last.text, outlet)
        if text:
            lines.append(Line(text, last.outside, last.parted))
    return "".join(f"{_gap(line)}{line.text}" for line in lines).strip()


def _gap(line: Line) -> str:
    return "\n\n" if line.parted else "\n"


def _kept(lines: Sequence[Line], outlet: Outlet) -> Iterator[Line]:
    """The lines that are text of the article; the first that is kept of a paragraph begins it."""
    parted = False
    for line in lines:
        parted = parted or line.parted
        if not _is_furniture(line, outlet):
            yield Line(line.text, line.outside, parted)
            parted = False


def _is_furniture(line: Line, outlet: Outlet) -> bool:
    if any(form.fullmatch(line.text) for form in outlet.select.drop_lines):
        return True
    reason = line_reason(bare(line.text), "line")
    if reason is not None and not (reason == "related-link" and is_sentence(line.text)):
        return True
    return line.linked and _only_announces(line.outside) and not ends_sentence(line.text)


def _only_announces(outside: str) -> bool:
    """Whether what stands beside a link is nothing, or words that announce it ("Baca juga:")."""
    words = bare(outside)
    if _WORD.search(words) is None:
        return True
    return line_reason(words, "label") is not None or line_reason(words, "line") is not None


def _signed_off(text: str, outlet: Outlet) -> str:
    """The last line without the signature that stands at its end."""
    for form in outlet.signature:
        match = form.search(text, max(0, len(text) - _LONGEST_SIGNATURE))
        if match is not None and match.end() == len(text):
            return text[: match.start()].rstrip()
    return text


def _links(tree: HtmlElement, expressions: Sequence[str], base_url: str) -> Iterator[str]:
    for each in expressions:
        for element in selector(each)(tree):
            href = (element.get("href") or "").strip()
            try:
                address = urljoin(base_url, href)
            except ValueError:  # a malformed address ("http://[")
                continue
            if href:
                yield address


def _squashed(paragraph: str) -> str:
    return " ".join(paragraph.split()).lower()
