"""One sitemap, or index of sitemaps, to its entries (sitemaps.org, protocol 0.9)."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from extractor.fetching.listings.found import ListingProblem
from extractor.fetching.listings.gunzip import unpacked

MAX_BYTES = 50_000_000  # the protocol's limit, after unpacking
_PROLOG = 20_000  # characters in which the root element must begin; messages of the server may come before it
_ROOT = re.compile(r"<((?:[\w.-]+:)?)(urlset|sitemapindex)(?=[\s>])")
# A comment without end runs to the end of the file, so that no end is looked for twice
_COMMENT = re.compile(r"<!--(?:.*?-->|.*)", re.DOTALL)
_LATIN_1 = re.compile(rb"encoding\s*=\s*[\"'](?:iso-8859-1|windows-1252)[\"']", re.IGNORECASE)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, section 2.2
_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_AMPERSAND = "\ue000"  # stands for "&" in the parser


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry's address, the stamp of its last change, and the title and stamp that a news sitemap gives."""

    url: str
    changed: str | None
    title: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The entries of a sitemap; those of an index are sitemaps."""

    is_index: bool
    entries: tuple[Entry, ...]


def read_sitemap(data: bytes) -> Sitemap:
    """The sitemap in a file, gzipped or not; of one that breaks off its whole entries.

    Raises ListingProblem where the file is no sitemap, declares entities, or is too large.
    """
    text = _text(unpacked(data, MAX_BYTES))
    root = _ROOT.search(text, 0, _PROLOG)
    if root is None:
        raise ListingProblem("no sitemap")
    if "<!ENTITY" in text[: root.start()]:
        raise ListingProblem("a sitemap that declares entities")
    is_index = root[2] == "sitemapindex"
    entries = _entries(text[root.end() :], root[1] + ("sitemap" if is_index else "url"))
    return Sitemap(is_index, tuple(entries))


def _text(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
    else:
        text = data.decode("cp1252" if _LATIN_1.search(data, 0, 200) else "utf-8", "replace")
    return _NO_XML.sub("", text)


def _entries(text: str, name: str) -> Iterator[Entry]:
    """The elements of that name, each parsed alone: what is broken in one harms no other.

    After a mistake libxml2 leaves out references, and an address loses its "&": so they are hidden from it and
    resolved here. One that is not closed is left out, for a cut address would be a wrong one.
    """
    text = _COMMENT.sub("", text).replace("&", _AMPERSAND)
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,  # no entry is deep or holds 10 MB of text
        remove_pis=True,
        encoding="utf-8",
    )
    closing = re.compile(rf"</{re.escape(name)}\s*>")
    starts = [match.start() for match in re.finditer(rf"<{re.escape(name)}(?=[\s>])", text)]
    for start, following in pairwise([*starts, len(text)]):
        end = closing.search(text, start, following)
        entry = _entry(text[start : end.end()], parser) if end else None
        if entry is not None:
            yield entry


def _entry(text: str, parser: etree.XMLParser) -> Entry | None:
    try:
        own = _children(etree.fromstring(text.encode("utf-8"), parser))
    except etree.XMLSyntaxError:
        return None  # beyond repair
    address = _value(own.get("loc"))
    if address is None:
        return None
    news = _children(own["news"]) if "news" in own else {}
    return Entry(
        address, _value(own.get("lastmod")), _value(news.get("title")), _value(news.get("publication_date"))
    )


def _children(element: etree._Element) -> dict[str, etree._Element]:
    """The children by their names without name space, which many sitemaps declare wrongly or not at all."""
    return {_name(child): child for child in reversed(element)}  # of two the first


def _name(element: etree._Element) -> str:
    name = element.tag if isinstance(element.tag, str) else ""
    return name.rpartition("}")[2].rpartition(":")[2].lower()


def _value(element: etree._Element | None) -> str | None:
    text = "".join(element.itertext()).strip() if element is not None else ""
    return _REFERENCE.sub(lambda match: html.unescape(match[0]), text.replace(_AMPERSAND, "&")) or None
