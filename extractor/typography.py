"""Blanks and hyphens that differ from the common ones in print only."""

from __future__ import annotations

_COMMON = [
    (blank, " ") for blank in "\u00a0\u202f\u2007\u2009\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u3000"
]
_COMMON += [(hyphen, "-") for hyphen in "\u2010\u2011"]


def plain_typography(text: str) -> str:
    """The text with common blanks and hyphens for those of fixed width or that keep a line together.

    One character stands for one: all offsets hold.
    """
    for odd, common in _COMMON:
        if odd in text:
            text = text.replace(odd, common)
    return text
