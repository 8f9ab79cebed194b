"""Whether a text that gave no figures is Indonesian news on e-KTP at all."""

from __future__ import annotations

import re
from functools import cache

from extractor.data import rows
from extractor.report import Report

_SAMPLE = 2000  # characters; a function word stands in every other line of Indonesian prose
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _indonesian() -> frozenset[str]:
    return frozenset(word for word, *_ in rows("indonesian/common_words.tsv"))


def doubt(report: Report) -> str | None:
    """What to tell the user about an article without figures; None where there are some, or it is Indonesian.

    The test is cheap: none of the most frequent words of Indonesian, and none of e-KTP news, at its beginning.
    """
    if report.figures:
        return None
    words = {word.lower() for word in _WORD.findall(report.article.text[:_SAMPLE])}
    if words & _indonesian():
        return None
    return "the text does not look like Indonesian news on e-KTP"
