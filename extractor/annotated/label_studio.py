"""Annotated articles as tasks for Label Studio.

Label Studio counts code points, as we do, and a line end as one; its editor's tests hold it to that. (Its early
releases counted the code units of JavaScript: there, what follows an emoji is marked too far left.)
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree

from extractor.annotated.articles import INDICATORS, AnnotatedArticle, Mention

CONTROL, OBJECT = "figure", "text"


def tasks(articles: Iterable[AnnotatedArticle]) -> str:
    """A JSON array with a task for every article, each with one annotation."""
    return json.dumps([_task(article) for article in articles], ensure_ascii=False, indent=1) + "\n"


def labels() -> str:
    """The labelling configuration that the tasks go with: every indicator is a label."""
    view = ElementTree.Element("View")
    # Label Studio's text tag otherwise shows and saves a text without its line ends
    ElementTree.SubElement(view, "Style").text = ".htx-text { white-space: pre-wrap; }"
    control = ElementTree.SubElement(view, "Labels", name=CONTROL, toName=OBJECT)
    for indicator in INDICATORS:
        ElementTree.SubElement(control, "Label", value=indicator)
    ElementTree.SubElement(view, "Text", name=OBJECT, value=f"${OBJECT}")
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def _task(article: AnnotatedArticle) -> dict[str, Any]:
    result = [_result(article, each, number) for number, each in enumerate(article.mentions, start=1)]
    return {
        "data": {OBJECT: article.text, "article": article.id, **article.facts()},
        "annotations": [{"result": result}],
    }


def _result(article: AnnotatedArticle, mention: Mention, number: int) -> dict[str, Any]:
    facts = article.figures[mention.figure]
    return {
        "id": f"{mention.figure}-{number}",
        "type": "labels",
        "from_name": CONTROL,
        "to_name": OBJECT,
        "value": {
            "start": mention.start,
            "end": mention.end,
            "text": article.text[mention.start : mention.end],
            "labels": [mention.label],
        },
        "meta": {"text": [_told(facts)], "figure": mention.figure, **facts},
    }


def _told(facts: dict[str, Any]) -> str:
    """What Label Studio shows of a figure beside the text."""
    place = " ".join(filter(None, (facts["place"], f"({facts['code']})" if facts["code"] else None)))
    return " · ".join(filter(None, (f"{facts['value']} {facts['unit']}", place, facts["as_of"])))
