"""What a terminal may be shown: text freed of control sequences, its width in columns, colour."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

_ESCAPE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]"
)
_BLANK = "\t\n\v\f\r\x85\u2028\u2029"
# C0, C1, soft hyphen, bidirectional controls, zero-width characters, tags, lone surrogates
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)

_SGR = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "cyan": "36"}


def clean(text: str) -> str:
    """The text without anything that moves a cursor, colours, hides or reorders; line ends become blanks."""
    return _UNSAFE.sub(lambda found: " " if found[0] in _BLANK else "", _ESCAPE.sub("", text))


def width(text: str) -> int:
    """The columns that a terminal gives to cleaned text: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shorten(text: str, columns: int) -> str:
    """The text cut at a blank and closed with "…" where it is wider than `columns`."""
    if width(text) <= columns:
        return text
    kept, room = 0, columns - 1
    for character in text:
        room -= _columns(character)
        if room < 0:
            break
        kept += 1
    head = text[:kept]
    if not text[kept].isspace() and " " in head:
        head = head[: head.rindex(" ")]
    return head.rstrip() + "…"


def wants_colour(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour what goes to `stream`: on a terminal, unless NO_COLOR is set (no-color.org)."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()


@dataclass(frozen=True, slots=True)
class Style:
    """Paints cleaned text, or leaves it plain."""

    colour: bool = False

    def __call__(self, text: str, *names: str) -> str:
        """The text in the named styles (bold, dim, red, yellow, cyan)."""
        if not self.colour or not text:
            return text
        return f"\x1b[{';'.join(_SGR[name] for name in names)}m{text}\x1b[0m"
