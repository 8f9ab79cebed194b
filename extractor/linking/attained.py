"""Percentages that tell how far the recording has come, set behind those whom it has not reached."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.linking.figures import LinkedFigure
from extractor.reading.mentions import Number
from extractor.reading.wording import any_of

_REACHED = {"unrecorded": "recorded", "not_owned": "owned", "unprinted": "printed"}
_HALF = 50  # percent; "atau mencapai 5 persen" tells of those who lack
_LEAD = 24  # code points
_NEAR = 1  # percent point
_ATTAINED = re.compile(
    rf"(?:(?<![^\W_])atau\s+|[.!?]\s+|^){any_of('attained')}\s+(?:{any_of('about')}\s+)?$", re.IGNORECASE
)


def settle_attained(figures: Sequence[LinkedFigure], text: str) -> None:
    """Turns round the percentages of what is attained: "yang belum merekam 3.550 jiwa atau mencapai 99,2%".

    Not where the count beside it is that percentage of the wajib KTP told there.
    """
    for figure in figures:
        if figure.indicator not in _REACHED or not figure.percent or figure.quantity.value <= _HALF:
            continue
        start = figure.quantity.outer_start
        if _ATTAINED.search(text, max(0, start - _LEAD), start) and not _is_their_share(figure, figures):
            figure.indicator = _REACHED[figure.indicator]


def _is_their_share(figure: LinkedFigure, figures: Sequence[LinkedFigure]) -> bool:
    """Whether a count of the same people, near by, is about this percentage of a whole."""
    beside = [
        f for f in figures if f.paragraph == figure.paragraph and f.place == figure.place and not f.percent
    ]
    wholes = [f.quantity.value for f in beside if f.indicator == "wktp"]
    parts = [f.quantity.value for f in beside if f.indicator == figure.indicator]
    return any(_is_share(figure.quantity.value, part, whole) for whole in wholes for part in parts)


def _is_share(percent: Number, part: Number, whole: Number) -> bool:
    off: Number = 100 * part - percent * whole
    return whole > 0 and -_NEAR * whole <= off <= _NEAR * whole
