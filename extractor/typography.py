"""Blanks, hyphens and case forms that differ in print only, at the same offsets as printed."""

from __future__ import annotations

import re
from functools import lru_cache

_COMMON = [
    (blank, " ") for blank in "\u00a0\u202f\u2007\u2009\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u3000"
]
_COMMON += [(hyphen, "-") for hyphen in "\u2010\u2011"]
_LETTER_O = re.compile(r"(?<!\w)O(?=[.,]\d)")


def plain_typography(text: str) -> str:
    """The text with common blanks and hyphens for those of fixed width or that keep a line together.

    And with a zero for the letter O before decimals ("O,73 persen"), which keyboards and scanners put there.

    One character stands for one, so that all offsets hold.
    """
    for odd, common in _COMMON:
        if odd in text:
            text = text.replace(odd, common)
    return _LETTER_O.sub("0", text) if "O," in text or "O." in text else text


@lru_cache(maxsize=1)
def in_lower_case(text: str) -> str:
    """The text in lower case, as long as it was; several readers of one text share it."""
    return text.replace("İ", "I").lower()  # the one letter that lower() makes two of
