"""The title of a page and what it says, where it holds no article: enough to tell what it is."""

from __future__ import annotations

from extractor.article import UnreadableInput
from extractor.decoding import decode
from extractor.html_page import parse

_HIDDEN = ("script", "style", "noscript", "template", "nav", "header", "footer")
_MOST = 5_000  # characters


def page_text(body: bytes) -> tuple[str | None, str]:
    """Title and text of an answer; nothing of one that is no page."""
    try:
        tree = parse(decode(body))
    except UnreadableInput:
        return None, ""
    title = " ".join(" ".join(tree.xpath("//title")[0].itertext()).split()) if tree.xpath("//title") else None
    for element in list(tree.iter(*_HIDDEN, "title")):
        element.drop_tree()
    return title, " ".join(tree.text_content().split())[:_MOST]
