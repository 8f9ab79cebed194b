"""An HTML page to the title, body, day and address of its article."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from extractor.article import UnreadableInput
from extractor.furniture import is_challenge
from extractor.invisible import INVISIBLE
from extractor.outlets.loading import outlet_of_host, shipped_outlets
from extractor.outlets.outlet import Outlet
from extractor.outlets.selecting import Selected, join_pages, select
from extractor.page_metadata import Metadata, read_metadata
from extractor.printed_day import printed_day
from extractor.report import Period
from extractor.web_address import outlet_from_url, published_from_url

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_ELEMENTS = 50_000  # a long page has 5,000; extraction takes more than linear time
_NO_ARTICLE = "no article found in the page"
_SHORTEST_BODY = 80  # characters
_LONGEST_CHALLENGE = 1_500  # characters; an article that quotes such a phrase is longer
_SPACE = re.compile(r"\s+")
_BREAKS = re.compile("[\x0b\x0c]")  # line and page ends of word processors, pasted into the page
# What XML 1.0 has no place for (section 2.2, Char): one such character in a text node makes extraction give up
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OUTLET_PART = re.compile(r"\s+[-–—|»]\s+([^-–—|»]{2,50})\Z")
_OUTLET_WORD = re.compile(r"\.(?:com|co|id|net|org|info|news)\b|\b(?:news|online|berita|tv|pos|post)\b", re.I)


@dataclass(slots=True)
class Page:
    """What a page says of its one article; `url` is the address it gives itself, else the one it was fetched from."""

    title: str | None
    body: str
    url: str | None
    published: Period | None


def read_page(text: str, url: str | None = None, described: Outlet | None = None) -> Page:
    """The article of a page.

    `url` is the address it was fetched from, if known; `described` its outlet, where that is not the one of ours
    that has the address' host. Title and body are what the selectors of the outlet find; of a page of no known
    outlet, and where they find nothing, what trafilatura finds. The day comes from JSON-LD, else from the page's
    meta elements, else from the address, else from the outlet's date line; it is cut from the printed time stamp,
    without change of time zone. Raises `UnreadableInput` when the page holds no article or more than
    `MAX_ELEMENTS` elements.
    """
    tree = parse(text)
    metadata = read_metadata(tree)
    address = metadata.url or url
    selected = _selected(tree, described or _outlet_at(address))
    titles = [selected.title, *metadata.titles] if selected and selected.title else metadata.titles
    title = _title(titles, outlet_from_url(address) if address else None)
    body = selected.body if selected else _body(tree)
    if len(body) < _SHORTEST_BODY or (len(body) < _LONGEST_CHALLENGE and is_challenge(f"{title}\n{body}")):
        raise UnreadableInput(_NO_ARTICLE)
    published = _published(metadata, address)
    if published is None and selected is not None and selected.date:
        published = printed_day(selected.date)
    return Page(title, body, address, published)


def read_pages(texts: Sequence[str], url: str | None = None, described: Outlet | None = None) -> Page:
    """The article of several pages, described by the first; what a later page repeats is left out.

    Raises `UnreadableInput` when the first page holds no article.
    """
    page = read_page(texts[0], url, described)
    bodies = [page.body]
    for text in texts[1:]:
        with suppress(UnreadableInput):  # a page of pictures only
            bodies.append(_further_body(text, described or _outlet_at(page.url or url)))
    return replace(page, body=join_pages(bodies))


def _further_body(text: str, outlet: Outlet | None) -> str:
    """The body of a page that goes on with an article, however short. Raises `UnreadableInput`."""
    tree = parse(text)
    selected = _selected(tree, outlet, shortest=1)
    return selected.body if selected else _body(tree)


def parse(text: str) -> HtmlElement:
    """The tree of a page. Raises `UnreadableInput` where there is none, or one with too many elements."""
    try:
        tree = page_tree(text)
    except ValueError as error:
        raise UnreadableInput(_NO_ARTICLE) from error
    if sum(1 for _ in islice(tree.iter(), MAX_ELEMENTS + 1)) > MAX_ELEMENTS:
        raise UnreadableInput(f"the page has more than {MAX_ELEMENTS:,} elements")
    if "&#" in text or _NO_XML.search(text):
        _remove_controls(tree)
    return tree


def page_tree(text: str) -> HtmlElement:
    """The tree of a page as it came. Raises ValueError where there is none."""
    from lxml import etree  # noqa: PLC0415 - only pages need it
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415

    # without huge_tree lxml cuts the page off at a depth of 256, which keeps hostile pages shallow
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        return document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, AssertionError) as error:
        raise ValueError(str(error)) from error


def _remove_controls(tree: HtmlElement) -> None:
    """Takes out of all text nodes and attributes what no XML can hold, printed as such or as "&#11;"."""
    for element in tree.iter():
        if element.text and _NO_XML.search(element.text):
            element.text = _without_controls(element.text)
        if element.tail and _NO_XML.search(element.tail):
            element.tail = _without_controls(element.tail)
        for name, value in element.attrib.items():
            if _NO_XML.search(value):
                element.attrib[name] = _without_controls(value)


def _without_controls(text: str) -> str:
    return _NO_XML.sub("", _BREAKS.sub(" ", text))


def _visible(text: str) -> str:
    """A line of the page's head as it is seen, with single blanks."""
    return _SPACE.sub(" ", INVISIBLE.sub("", _without_controls(text))).strip()


def _body(tree: HtmlElement) -> str:
    from trafilatura import bare_extraction  # noqa: PLC0415 - takes a second to import

    try:
        document = bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
        raise UnreadableInput(_NO_ARTICLE) from error  # the page broke the extraction
    found = getattr(document, "text", None)
    return INVISIBLE.sub("", found).strip() if isinstance(found, str) else ""


def _outlet_at(address: str | None) -> Outlet | None:
    host = urlsplit(address).hostname if address else None
    return outlet_of_host(host, shipped_outlets()) if host else None


def _selected(tree: HtmlElement, outlet: Outlet | None, shortest: int = _SHORTEST_BODY) -> Selected | None:
    """What the selectors of an outlet find; None where there is no outlet, or they find too little."""
    found = select(tree, outlet, shortest=shortest) if outlet is not None else None
    return replace(found, body=INVISIBLE.sub("", found.body).strip()) if found else None


def _title(printed_titles: Sequence[str], outlet: str | None) -> str | None:
    titles = [_visible(html.unescape(printed)) for printed in printed_titles]
    titles = [title for title in titles if title]
    whole = (title for title in titles if not title.endswith(("…", "...")))  # some cut the headline at 110
    title = next(whole, titles[0] if titles else None)
    return without_outlet(title, outlet) if title else None


def without_outlet(title: str, outlet: str | None) -> str:
    """The title without the outlet's name behind it: "… Belum Rekam - Contoh.id"."""
    match = _OUTLET_PART.search(title)
    if match is None:
        return title
    name = re.sub(r"\W", "", match[1]).lower()
    host = re.sub(r"\W", "", outlet).lower() if outlet else ""
    known = bool(name) and (name in host or (bool(host) and host.split("id")[0] in name))
    return title[: match.start()] if known or _OUTLET_WORD.search(match[1]) else title


def _published(metadata: Metadata, address: str | None) -> Period | None:
    printed = published_from_url(address) if address else None
    stamp = metadata.published
    if stamp is None:
        return printed
    if printed is not None and metadata.in_utc and _is_next_day(stamp, printed):
        return printed  # after midnight in Indonesia, the evening before in UTC
    return stamp


def _is_next_day(stamp: Period, printed: Period) -> bool:
    if stamp.start is None or printed.start is None or printed.precision != "day":
        return False
    return (printed.start - stamp.start).days == 1
