"""Pages that come with status 200 and are no article: not found, a login, a challenge."""

from __future__ import annotations

import re
from functools import cache

from extractor.data import rows

_LITTLE = 600  # characters; an article that quotes such a phrase is longer


@cache
def _expressions(where: str) -> list[tuple[str, re.Pattern[str]]]:
    table = rows("outlets/no_article.tsv")
    return [(kind, re.compile(expression)) for kind, place, expression in table if place == where]


def no_article(title: str | None, text: str) -> str | None:
    """What a page is if it is no article: "missing", "login" or "challenge"; None where it may be one.

    `title` is that of the page; `text` what it says outside menus and the like.
    """
    looked_at = [("title", (title or "").strip().lower())]
    if len(text) < _LITTLE:
        looked_at.append(("text", text.lower()))
    for where, part in looked_at:
        for kind, expression in _expressions(where):
            if expression.search(part):
                return kind
    return None
