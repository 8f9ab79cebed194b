"""Elements of a page to its printed lines: paragraphs, items of lists, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CELL = " | "  # as extractor.linking.topic reads a table
_ITEM = "- "  # as trafilatura prints an item of a list
_LONGEST_CELL = 300  # characters; a table with a longer cell lays out the page
_BLOCKS = """
    address article aside blockquote body center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header
    hr main ol p pre section summary table ul
"""
_UNPRINTED = """
    audio button canvas embed figcaption form head iframe input nav noscript object option script select style svg
    template textarea title video
"""
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_ROW = ("td", "th")
_BLOCK = frozenset(_BLOCKS.split())
_NO_PRINT = frozenset(_UNPRINTED.split())


@dataclass(slots=True)
class Line:
    """A printed line, and what of it stands outside links; `parted` tells that it begins a paragraph."""

    text: str
    outside: str
    parted: bool

    @property
    def linked(self) -> bool:
        """Whether some of it is a link."""
        return self.text != self.outside


def lines_of(elements: Iterable[HtmlElement]) -> list[Line]:
    """The lines of the elements in their order, whitespace folded; nothing unprinted, no captions, no buttons."""
    setter = _Setter()
    for element in elements:
        setter.part()
        _set(element, setter)
    setter.part()
    return setter.lines


@dataclass(slots=True)
class _Setter:
    """Collects text and breaks, and makes lines of them."""

    lines: list[Line] = field(default_factory=list)
    links: int = 0  # how many links the text is in
    items: int = 0  # how many items of lists, in which there are no paragraphs
    row: int = 0  # how many rows of tables, in which there are no lines
    _text: list[str] = field(default_factory=list)
    _outside: list[str] = field(default_factory=list)
    _mark: str = ""
    _parted: bool = True
    _broken: bool = False  # by a <br>, after which another begins a paragraph

    def write(self, text: str | None) -> None:
        """Adds text to the line."""
        if not text:
            return
        self._text.append(text)
        if not self.links:
            self._outside.append(text)
        if not text.isspace():
            self._broken = False

    def end(self) -> None:
        """Ends the line."""
        if self.row:
            self.write(" ")
            return
        text = " ".join("".join(self._text).split())
        if text.strip(_CELL):
            outside = " ".join("".join(self._outside).split())
            self.lines.append(Line(self._mark + text, self._mark + outside, self._parted))
            self._parted, self._mark = False, ""
        self._text, self._outside = [], []

    def part(self) -> None:
        """Ends the line and the paragraph."""
        self.end()
        self._parted = self._parted or not (self.row or self.items)

    def item(self, step: int) -> None:
        """An item of a list begins (1) or ends (-1); what begins a line in it is marked."""
        self.end()
        self.items += step
        self._mark = _ITEM if step > 0 and not self.row else ""

    def line_break(self) -> None:
        """A <br>: two in succession end a paragraph."""
        if self._broken:
            self.part()
        self.end()
        self._broken = True


def _set(top: HtmlElement, setter: _Setter) -> None:
    walk = etree.iterwalk(top, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        printed = event in ("start", "end") and (element is top or not _is_hidden(element))
        if event == "start" and not printed:
            walk.skip_subtree()
        elif event == "start":
            _open(element, setter)
            setter.write(element.text)
        elif printed:
            _close(element, setter)
        if event != "start" and element is not top:
            setter.write(element.tail)


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in _NO_PRINT or element.get("hidden") is not None:
        return True
    return _HIDDEN.search(element.get("style") or "") is not None


def _open(element: HtmlElement, setter: _Setter) -> None:
    tag = element.tag
    if tag == "br":
        setter.line_break()
    elif tag == "li":
        setter.item(1)
    elif tag in _BLOCK:
        setter.part()
    elif tag == "tr":
        setter.end()
        setter.row += _is_of_data(element)
    elif tag in _ROW and setter.row and element.getprevious() is not None:
        setter.write(_CELL)
    elif tag in _ROW:
        setter.part()
    setter.links += _is_link(element)


def _close(element: HtmlElement, setter: _Setter) -> None:
    tag = element.tag
    setter.links -= _is_link(element)
    if tag == "tr":
        setter.row -= _is_of_data(element)
        setter.end()
    elif tag == "li":
        setter.item(-1)
    elif tag in _BLOCK or (tag in _ROW and not setter.row):
        setter.part()


def _is_link(element: HtmlElement) -> bool:
    return element.tag == "a" and element.get("href") is not None


def _is_of_data(row: HtmlElement) -> bool:
    """Whether a row is one of a table of data, not of one that lays out the page."""
    return all(len("".join(cell.itertext())) <= _LONGEST_CELL for cell in _cells(row))


def _cells(row: HtmlElement) -> Iterator[HtmlElement]:
    return (cell for cell in row if cell.tag in _ROW)
