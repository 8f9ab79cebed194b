"""Links of index, tag and search pages."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from cssselect import SelectorError
from lxml import etree
from lxml.cssselect import CSSSelector

from extractor.article import UnreadableInput
from extractor.decoding import decode
from extractor.fetching.listings.found import Found, ListingProblem
from extractor.fetching.listings.links import web_link
from extractor.fetching.listings.titles import title_of
from extractor.html_page import page_tree

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def links_in(html: bytes, base: str, selectors: Sequence[str]) -> list[Found]:
    """The links of a page, each address once, in the order of the selectors and of the page.

    A selected element that is no link stands for the first link in it, else for the one it is in; without
    selectors every link of the page counts. A title is the text of the link, else its `title` attribute, else
    either of a later link to the same address. `base` is the page's address; a link to it is left out.
    Raises ListingProblem where the bytes are no page, ValueError where a selector is none.
    """
    tree = _parsed(html)
    start = _start(tree, base)
    own = web_link(base, base)
    found: dict[str, Found] = {}
    for link in _selected(tree, selectors):
        url = web_link(link.get("href"), start)
        if url is not None and url != own:
            earlier = found.get(url, Found(url))
            found[url] = earlier if earlier.title else dataclasses.replace(earlier, title=_title(link))
    return list(found.values())


@lru_cache(maxsize=256)
def selector(expression: str) -> CSSSelector:
    """The compiled CSS selector. Raises ValueError with the reason where the expression is none."""
    try:
        return CSSSelector(expression, translator="html")
    except (SelectorError, etree.XPathError) as error:
        raise ValueError(f"'{expression}' is no CSS selector: {error}") from error


def _parsed(html: bytes) -> HtmlElement:
    try:
        return page_tree(decode(html))
    except UnreadableInput as error:
        raise ListingProblem(str(error)) from error
    except ValueError as error:
        raise ListingProblem("no HTML page") from error


def _start(tree: HtmlElement, base: str) -> str:
    """The address that links of the page are relative to: what its first <base href> says, else its own."""
    for element in tree.iter("base"):
        if element.get("href") is not None:
            return web_link(element.get("href"), base) or base
    return base


def _selected(tree: HtmlElement, selectors: Sequence[str]) -> Iterator[HtmlElement]:
    if not selectors:
        yield from (link for link in tree.iter("a") if link.get("href") is not None)
    for expression in selectors:
        for element in selector(expression)(tree):
            yield from _links_of(element)


def _links_of(element: HtmlElement) -> Iterator[HtmlElement]:
    """The link that an element is or stands for, and what else in it leads there: a picture, then the headline."""
    if element.tag == "a" and element.get("href") is not None:
        yield element
        return
    inside = [link for link in element.iter("a") if link.get("href") is not None]
    around = [link for link in element.iterancestors("a") if link.get("href") is not None]
    for link in inside or around[:1]:
        if link.get("href") == (inside or around)[0].get("href"):
            yield link


def _title(link: HtmlElement) -> str | None:
    return title_of(" ".join(link.itertext())) or title_of(link.get("title"))
