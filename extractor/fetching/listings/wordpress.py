"""Posts of the WordPress REST interface (`/wp-json/wp/v2/posts`) to links."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from extractor.fetching.listings.found import Answer, Found, ListingProblem, Page
from extractor.fetching.listings.links import web_link
from extractor.fetching.listings.stamps import Stamp, stamp_of
from extractor.fetching.listings.titles import title_of_markup

_TOTAL = "x-wp-totalpages"
_JUNK = 20_000  # characters of notices that a server may print before its answer
_TRIES = 50  # brackets in them that could begin the list
_DECODER = json.JSONDecoder(strict=False)


def read_posts(answer: Answer) -> Page:
    """The posts of one page, and how many pages the header says there are.

    A byte-order mark and notices before the list are passed over. `published` is the day of `date`, in the
    site's own time; `changed` is `modified_gmt`. Raises ListingProblem where there is no list of posts.
    """
    posts = _posts(answer.body.decode("utf-8-sig", "replace"))
    total = answer.headers.get(_TOTAL, "").strip()
    pages = int(total) if total.isascii() and total.isdecimal() and len(total) < 10 else None
    return Page(tuple(_found(posts, answer.url)), pages)


def _posts(text: str) -> list[dict[str, Any]]:
    """The first list of objects in the text; an empty list only where no other follows."""
    empty: list[dict[str, Any]] | None = None
    start = text.find("[", 0, _JUNK)
    for _ in range(_TRIES):
        if start < 0:
            break
        value = _value(text, start)
        if value and all(isinstance(item, dict) for item in value):
            return value
        empty = value if value == [] else empty
        start = text.find("[", start + 1, _JUNK)
    if empty is None or text.lstrip().startswith("{"):  # an object tells of an error
        raise ListingProblem("no list of posts")
    return empty


def _value(text: str, start: int) -> list[Any] | None:
    try:
        value, _ = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, list) else None


def _found(posts: list[dict[str, Any]], base: str) -> Iterator[Found]:
    for post in posts:
        link, title = post.get("link"), post.get("title")
        url = web_link(link, base) if isinstance(link, str) else None
        if url is None:
            continue
        rendered = title.get("rendered") if isinstance(title, dict) else title
        published, changed = _stamp(post.get("date")), _stamp(post.get("modified_gmt"))
        yield Found(
            url,
            title_of_markup(rendered) if isinstance(rendered, str) else None,
            published.day if published else None,
            changed.moment if changed else None,
        )


def _stamp(value: object) -> Stamp | None:
    return stamp_of(value) if isinstance(value, str) else None
