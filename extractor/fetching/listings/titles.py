"""Titles out of text from the web: one line, of bounded length, without anything that is not seen."""

from __future__ import annotations

import html
import re

from extractor.invisible import INVISIBLE

LONGEST = 300  # characters: a headline has up to 150, the text of a whole card on an index page more
_READ = 3_000  # characters of a text that are looked at
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


def title_of(text: str | None) -> str | None:
    """The title in a text, or None where it has none."""
    seen = INVISIBLE.sub("", _CONTROLS.sub(" ", (text or "")[:_READ]))
    return " ".join(seen.split())[:LONGEST].rstrip() or None


def title_of_markup(text: str | None) -> str | None:
    """The title in a piece of HTML: "Belum <b>Rekam</b> &#8220;e-KTP&#8221;" is Belum Rekam “e-KTP”."""
    return title_of(html.unescape(_TAG.sub("", (text or "")[:_READ])))
