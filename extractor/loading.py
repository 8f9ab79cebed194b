"""Bytes, text or HTML to an Article."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from itertools import islice
from typing import TypedDict

from extractor.article import Article, Paragraph, UnreadableInput
from extractor.decoding import MAX_BYTES, decode
from extractor.furniture import inline_furniture
from extractor.invisible import visible
from extractor.outlets.outlet import Outlet
from extractor.paragraphs import find_paragraphs
from extractor.report import Period
from extractor.typography import plain_typography
from extractor.web_address import outlet_from_url, published_from_url

MAX_CHARACTERS = 1_000_000  # of text, pages without their markup: a book has as many
MAX_LINES = 100_000
MAX_NUMBERS = 2_000  # nearly four for each of the 514 regencies and cities

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|h[1-6]|meta|script|article|section|li|ul|img|table|td|em|strong|b|i)\b", re.I
)
_SAMPLE = 100_000  # characters looked at to tell HTML from text
_URL_LINE = re.compile(r"\s*(?:URL\s*:\s*)?(https?://\S+)\s*\Z", re.I)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def read_article(
    data: bytes | str,
    *,
    source: str,
    published: Period | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Article:
    """The article in a file, page or string; HTML and text are told apart by their content.

    `published`, `outlet` and `url` win over what the page says of itself. Raises `UnreadableInput` when the
    input is empty, too large, binary, or a page without an article.
    """
    text = decode(data) if isinstance(data, bytes) else _bounded(data.removeprefix("\ufeff"))
    source_bytes = data if isinstance(data, bytes) else None
    load = article_from_html if looks_like_html(text) else article_from_text
    return load(text, source=source, source_bytes=source_bytes, published=published, outlet=outlet, url=url)


def article_from_pages(
    pages: Sequence[bytes],
    *,
    source: str,
    url: str,
    retrieved: dt.datetime,
    published: Period | None = None,
    outlet: str | None = None,
    described: Outlet | None = None,
) -> Article:
    """The article in the answers of the web that hold it, the first page first; what is no page is read as text.

    `source_sha256` is that of all of them, one after the other. Raises `UnreadableInput`.
    """
    first, *others = [decode(page) for page in pages]
    known: _Described = {"published": published, "outlet": outlet, "url": url}
    data = b"".join(pages)
    if looks_like_html(first):
        more = [text for text in others if looks_like_html(text)]
        article = article_from_html(
            first, source=source, source_bytes=data, more=more, described=described, **known
        )
    else:
        article = article_from_text(first, source=source, source_bytes=data, **known)
    article.retrieved = retrieved
    return article


def article_again(
    text: str,
    *,
    source: str,
    title: str | None,
    source_sha256: str,
    retrieved: dt.datetime,
    published: Period | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Article:
    """An article that was loaded before, from the text and title that it had. Raises `UnreadableInput`."""
    headed = title is not None and text.startswith(title)
    article = _article(text, len(title) if title is not None and headed else None, source, b"")
    article.source_sha256, article.retrieved = source_sha256, retrieved
    return _described(article, published, outlet, url)


class _Described(TypedDict):
    """What is known of an article beside its page."""

    published: Period | None
    outlet: str | None
    url: str | None


def _bounded(text: str) -> str:
    if len(text) > MAX_BYTES:
        raise UnreadableInput(f"the input has {len(text):,} characters; the limit is {MAX_BYTES:,}")
    return text


def looks_like_html(text: str) -> bool:
    """Whether the text is a page or a piece of one; a few stray tags in running text do not make it one."""
    if _HTML_START.match(text):
        return True
    sample = text[:_SAMPLE]
    tags = sum(1 for _ in _TAG.finditer(sample))
    starts_with_tag = _TAG.match(sample.lstrip()) is not None
    return tags >= (3 if starts_with_tag else 10) and tags * (1000 if starts_with_tag else 150) > len(sample)


def article_from_text(
    text: str,
    *,
    source: str = "<text>",
    source_bytes: bytes | None = None,
    published: Period | None = None,
    outlet: str | None = None,
    url: str | None = None,
) -> Article:
    """The article in plain text, with furniture marked; a line "URL: …" at its head gives the address.

    `article.text` is the text with CRLF and CR as LF, without invisible characters; a text that holds some is
    kept in `article.printed`. Raises `UnreadableInput` when it is
    empty or more than any article: see the limits at the head of this module.
    """
    seen, printed = visible(_clean(text))
    article = _article(seen, None, source, text if source_bytes is None else source_bytes)
    if printed is not None:
        article.printed, article.sha256 = printed, _sha256(printed.text)
    url = url or _printed_url(article)
    return _described(article, published, outlet, url)


def article_from_html(
    html: str,
    *,
    source: str = "<html>",
    source_bytes: bytes | None = None,
    published: Period | None = None,
    outlet: str | None = None,
    url: str | None = None,
    more: Sequence[str] = (),
    described: Outlet | None = None,
) -> Article:
    """The article in an HTML page: its text is title, empty line, body; `more` are the pages that go on with it.

    `described` is the description of its outlet, where that is not the one of ours that has the address' host.

    Raises `UnreadableInput` when the page holds no article, or more text than any. A further page without text
    is left out.
    """
    from extractor.html_page import read_pages  # noqa: PLC0415 - trafilatura takes a second to import

    page = read_pages([_clean(each) for each in (html, *more)], url, described)
    text = _clean(f"{page.title}\n\n{page.body}" if page.title else page.body)
    title_end = len(page.title) if page.title else None
    article = _article(text, title_end, source, html if source_bytes is None else source_bytes)
    article.canonical = page.url
    return _described(article, published or page.published, outlet, url or page.url)


def _clean(text: str) -> str:
    """LF line ends; halves of surrogate pairs, which no UTF-8 can hold, as replacement characters."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else _LONE_SURROGATES.sub("\ufffd", text)


def _article(text: str, title_end: int | None, source: str, origin: bytes | str) -> Article:
    _refuse_no_article(text)
    plain = plain_typography(text)
    paragraphs, has_title = find_paragraphs(plain, title_end)
    title = (
        next((text[p.start : p.end] for p in paragraphs if p.section == "title"), None) if has_title else None
    )
    origin_bytes = origin if isinstance(origin, bytes) else origin.encode("utf-8", "replace")
    return Article(
        source=source,
        text=text,
        sha256=_sha256(text),
        source_sha256=hashlib.sha256(origin_bytes).hexdigest(),
        title=title,
        paragraphs=paragraphs,
        furniture=_inside(plain, paragraphs),
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _refuse_no_article(text: str) -> None:
    """Refuses what is empty, or more than any article: reading it would take long and mean nothing."""
    if not text.strip():
        raise UnreadableInput("the input is empty")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableInput(
            f"the input has {len(text):,} characters of text; the limit for one article is {MAX_CHARACTERS:,}"
        )
    numbers = sum(1 for _ in islice(_NUMBER.finditer(text), MAX_NUMBERS + 1))
    for count, limit, things in (
        (text.count("\n"), MAX_LINES, "lines"),
        (numbers, MAX_NUMBERS, "numbers"),
    ):
        if count > limit:
            raise UnreadableInput(
                f"the input has more than {limit:,} {things}: no article, rather many or a table"
            )


def _inside(text: str, paragraphs: list[Paragraph]) -> list[tuple[int, int, str]]:
    return [
        piece
        for paragraph in paragraphs
        if paragraph.furniture is None
        for piece in inline_furniture(text, paragraph.start, paragraph.end)
    ]


def _printed_url(article: Article) -> str | None:
    for paragraph in article.paragraphs[:3]:
        if paragraph.furniture == "url-line":
            match = _URL_LINE.match(article.text[paragraph.start : paragraph.end])
            return match[1] if match else None
    return None


def _described(article: Article, published: Period | None, outlet: str | None, url: str | None) -> Article:
    article.url = url
    article.outlet = outlet or (outlet_from_url(url) if url else None)
    article.published = published or (published_from_url(url) if url else None)
    return article
