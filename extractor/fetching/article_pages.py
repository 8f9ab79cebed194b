"""An article from the web: its page, and those that go on with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from extractor.article import UnreadableInput
from extractor.decoding import decode
from extractor.fetching.answer import Response
from extractor.fetching.client import Client
from extractor.fetching.errors import NotAskedError, NotThereError
from extractor.html_page import parse
from extractor.outlets.article_key import whole_address
from extractor.outlets.outlet import Outlet
from extractor.outlets.selecting import next_page, select

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_PAGES = 20


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answers that hold an article, in the order of its pages."""

    responses: tuple[Response, ...]

    @property
    def first(self) -> Response:
        """The answer with the article's first page."""
        return self.responses[0]

    @property
    def host(self) -> str:
        """The host that the address led to."""
        return urlsplit(self.first.url).hostname or ""

    @property
    def front(self) -> bool:
        """Whether the address led to a site's front page, as some lead readers of what is gone."""
        parts = urlsplit(self.first.url)
        return parts.path in ("", "/") and not parts.query


def fetch_article(
    client: Client,
    url: str,
    outlet: Outlet | None,
    *,
    etag: str | None = None,
    modified: str | None = None,
    cached: bool = True,
) -> Fetched:
    """All pages of the article at an address. Raises what `Client.get` raises.

    It asks for all pages at once where the outlet has a parameter for that; where the answer still has a next
    page, that is asked for, and so on. With `etag` or `modified` the only answer may be `unchanged`.
    """
    delay = outlet.delay if outlet is not None else 0.0
    whole = whole_address(url, outlet) if outlet is not None else url
    try:
        first = client.get(whole, etag=etag, modified=modified, cached=cached, delay=delay)
    except (NotThereError, NotAskedError):
        if whole == url:
            raise
        first = client.get(url, etag=etag, modified=modified, cached=cached, delay=delay)
    responses = [first]
    if outlet is not None and not first.unchanged:
        responses += _further(client, first, url, outlet, cached=cached, asked_for_all=whole != url)
    return Fetched(tuple(responses))


def _further(
    client: Client, first: Response, url: str, outlet: Outlet, *, cached: bool, asked_for_all: bool
) -> Iterator[Response]:
    """The pages that go on with the first.

    A site may show the links to single pages on one that holds them all, or the first page where all were asked
    for; the second page tells which.
    """
    last, here = first, url if asked_for_all else first.url
    seen = {url, first.url}
    for number in range(2, _MOST_PAGES + 1):
        tree = _tree(last)
        following = next_page(tree, outlet, here) if tree is not None else None
        if following is None or following in seen:
            return
        seen.add(following)
        try:
            last = client.get(following, cached=cached, delay=outlet.delay)
        except (NotThereError, NotAskedError):
            return  # a link to a page that is not there: the article has no more
        if number == 2 and asked_for_all and _holds(first, last, outlet):
            return
        here = last.url
        yield last


def _holds(whole: Response, part: Response, outlet: Outlet) -> bool:
    """Whether all that a page says is on another one."""
    lines = [_lines(response, outlet) for response in (whole, part)]
    return bool(lines[1]) and lines[1] <= lines[0]


def _lines(response: Response, outlet: Outlet) -> set[str]:
    tree = _tree(response)
    found = select(tree, outlet, shortest=1) if tree is not None else None
    return set(found.body.splitlines()) if found is not None else set()


def _tree(response: Response) -> HtmlElement | None:
    try:
        return parse(decode(response.body))
    except UnreadableInput:
        return None
