"""What a page's head says of its article: JSON-LD, meta elements, canonical address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from extractor.report import Period
from extractor.web_address import day_period

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# the outlets' own names for it: WordPress and most others, the Promedia network, JPNN
_DATE_NAMES = ("article:published_time", "content_publisheddate", "jpnncom_news_pubdate", "datepublished")
_STAMP = re.compile(r"\s*((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_UTC = re.compile(r"(?:Z|[+-]00:?00)\s*\Z")
_ARTICLE = re.compile(r"article|posting|report", re.IGNORECASE)
_BROKEN_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_BROKEN_HEADLINE = re.compile(r'"headline"\s*:\s*"((?:[^"\\]|\\.){5,300})"')
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_COMMENT = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*\Z")
_MAX_OBJECTS = 200  # objects looked at in one page's JSON-LD


@dataclass(slots=True)
class Metadata:
    """Titles in the order of trust, the address the page gives itself, the day it was published."""

    titles: list[str] = field(default_factory=list)
    url: str | None = None
    published: Period | None = None
    in_utc: bool = False  # the time stamp is in UTC: from 17:00 on the day in Indonesia is the next


def read_metadata(tree: HtmlElement) -> Metadata:
    """Reads the head of a parsed page; whatever is broken or missing in it is left out."""
    metas = _metas(tree)
    data = [item for script in _scripts(tree) for item in _json_ld(script)]
    data.sort(key=lambda item: not _is_article(item))  # stable: articles first, then pages
    stamps = [item.get("datePublished") for item in data] + [metas.get(name) for name in _DATE_NAMES]
    titles = [item.get("headline") for item in data if _is_article(item)]
    titles += [metas.get("og:title"), metas.get("twitter:title")]
    titles += [*_texts(tree, "//h1"), *_texts(tree, "//title")]
    found = Metadata(
        titles=[title for title in titles if isinstance(title, str) and title.strip()],
        url=_address(tree, metas),
    )
    for stamp in stamps:
        period = day_of_stamp(stamp) if isinstance(stamp, str) else None
        if isinstance(stamp, str) and period is not None:
            found.published, found.in_utc = period, _UTC.search(stamp) is not None
            break
    return found


def day_of_stamp(stamp: str) -> Period | None:
    """The day at the head of a time stamp ("2018-06-30T00:30:00+07:00"), as printed: never moved to UTC."""
    match = _STAMP.match(stamp)
    return day_period(int(match[1]), int(match[2]), int(match[3]), "metadata") if match else None


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        if content:
            for attribute in ("property", "name", "itemprop"):
                name = element.get(attribute)
                if name:
                    found.setdefault(name.strip().lower(), content)
    return found


def _texts(tree: HtmlElement, path: str) -> list[str]:
    return [" ".join(element.itertext()) for element in tree.xpath(path)[:1]]


def _address(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    for address in (*links, metas.get("og:url")):
        stripped = str(address or "").strip()
        if re.match(r"https?://\S+\Z", stripped) and _is_readable(stripped):
            return stripped
    return None


def _is_readable(address: str) -> bool:
    try:
        urlsplit(address)
    except ValueError:  # "http://[", a character that is "/" or "@" after NFKC
        return False
    return True


def _scripts(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or "").lower() and element.text:
            yield element.text


def _json_ld(script: str) -> list[dict[str, Any]]:
    """The objects of one script: alone, in lists, in @graph; of a broken script its date and headline."""
    text = _COMMENT.sub("", script)
    try:
        waiting = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return [_saved(text)]
    found: list[dict[str, Any]] = []
    while waiting and len(found) < _MAX_OBJECTS:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = item[:_MAX_OBJECTS] + waiting
        elif isinstance(item, dict):
            found.append(item)
            waiting = [item[key] for key in ("@graph", "mainEntity") if key in item] + waiting
    return found


def _saved(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    date, headline = _BROKEN_DATE.search(text), _BROKEN_HEADLINE.search(text)
    if date:
        found["datePublished"] = date[1]
    if headline:
        found["headline"] = _CONTROLS.sub(" ", headline[1].replace('\\"', '"'))
        found["@type"] = "Article"
    return found


def _is_article(item: dict[str, Any]) -> bool:
    kind = item.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in kinds)
