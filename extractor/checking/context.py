"""The words around a figure, as far as a check may read them itself."""

from __future__ import annotations

import re

from extractor.checking.cells import Value
from extractor.linking.figures import LinkedFigure

_AROUND = 240  # code points: the sentence, but not more of it where it does not end
_BEFORE = 60
_MOST_MENTIONS = 8


def around(text: str, figure: LinkedFigure) -> str:
    """The figure's sentence."""
    start = max(figure.sentence[0], figure.quantity.start - _AROUND)
    return text[start : min(figure.sentence[1], figure.quantity.end + _AROUND)]


def before(text: str, figure: LinkedFigure) -> str:
    """The words of the sentence that lead up to the figure."""
    return text[max(figure.sentence[0], figure.quantity.start - _BEFORE) : figure.quantity.start]


def always_around(text: str, value: Value, pattern: re.Pattern[str]) -> bool:
    """Whether the words stand in the sentence of every mention."""
    return all(pattern.search(around(text, f)) for f in value.figures[:_MOST_MENTIONS])


def ever_around(text: str, value: Value, pattern: re.Pattern[str]) -> bool:
    """Whether the words stand in the sentence of some mention."""
    return any(pattern.search(around(text, f)) for f in value.figures[:_MOST_MENTIONS])


def always_before(text: str, value: Value, pattern: re.Pattern[str]) -> bool:
    """Whether the words lead up to every mention."""
    return all(pattern.search(before(text, f)) for f in value.figures[:_MOST_MENTIONS])
