"""Lines of an article with figures marked under them; figures that stand close together share their line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extractor.output.lines import Lines
from extractor.output.terminal import Style, clean, width
from extractor.report import Span

_TOGETHER = 90  # characters from the first figure of a shared line to the end of the last
_CONTEXT = 35  # characters on either side: a paragraph is one long line
_LEAST_CONTEXT = 12
_COLUMNS = 110  # figures far apart leave less room for the words around them
_LONGEST = 60  # characters of a figure; a number without end is no reason to fill the screen

SEVERITY_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be underlined with `sign` in `colour`, and what it was read as."""

    span: Span
    sign: str
    colour: str
    reading: str = ""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark with its first column and its width in the line as printed."""

    mark: Mark
    column: int
    columns: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """One line of the article and the marks under it, in the order of the text."""

    lines: Lines
    marks: Sequence[Mark]

    def rows(self, gutter: int, style: Style) -> list[str]:
        """The line and, below it, the marks: the last with its reading beside it, each other with a line of its own."""
        words, placed = self._placed()
        number = self.lines.position(self.marks[0].span.start)[0]
        below = [_underlined(placed, style)]
        for last in range(len(placed) - 2, -1, -1):
            below.append(_hanging(placed[: last + 1], style))
        margin = " " * gutter
        return [f"{margin} |", f"{number:<{gutter}} | {words}", *(f"{margin} | {row}" for row in below)]

    def _placed(self) -> tuple[str, list[_Placed]]:
        """The words to show, cut at word borders and cleaned, and where the marks stand under them."""
        text = self.lines.text
        first = self.marks[0].span.start
        start, end = self.lines.bounds(first)
        extent = self.marks[-1].span.end - first
        context = max(_LEAST_CONTEXT, min(_CONTEXT, (_COLUMNS - extent) // 2))
        words, at, placed = _before(text[start:first], context), first, []
        for mark in self.marks:
            stop = max(min(mark.span.end, end, mark.span.start + _LONGEST), mark.span.start)
            words += clean(text[at : mark.span.start])
            figure = clean(text[mark.span.start : stop])
            placed.append(_Placed(mark, width(words), max(width(figure), 1)))
            words, at = words + figure, stop
        return words + _after(text[at:end], context), placed


def snippets(lines: Lines, marks: Sequence[Mark]) -> Iterator[Snippet]:
    """The marks by the lines that show them, in the order of the first mark of each."""
    order = {id(mark): place for place, mark in enumerate(marks)}
    groups: list[list[Mark]] = []
    in_text = sorted(marks, key=lambda mark: mark.span.start)
    for _, on_line in groupby(in_text, key=lambda mark: lines.bounds(mark.span.start)):
        groups += _close(list(on_line))
    for group in sorted(groups, key=lambda group: min(order[id(mark)] for mark in group)):
        yield Snippet(lines, group)


def _close(marks: list[Mark]) -> list[list[Mark]]:
    """The marks of one line, parted where they are too far apart to be seen together, or overlap."""
    groups: list[list[Mark]] = []
    for mark in marks:
        group = groups[-1] if groups else []
        together = (
            group
            and group[-1].span.end <= mark.span.start
            and mark.span.end - group[0].span.start <= _TOGETHER
        )
        if together:
            group.append(mark)
        else:
            groups.append([mark])
    return groups


def _underlined(placed: Sequence[_Placed], style: Style) -> str:
    """All marks, and what the last was read as."""
    row, column = "", 0
    for each in placed:
        sign = each.mark.sign * each.columns
        shown = f"{sign} {each.mark.reading}".rstrip() if each is placed[-1] else sign
        row += " " * (each.column - column) + style(shown, each.mark.colour)
        column = each.column + each.columns
    return row


def _hanging(placed: Sequence[_Placed], style: Style) -> str:
    """What the last of the marks was read as, under it; bars lead from the others to the rows below."""
    row, column = "", 0
    for each in placed:
        shown = each.mark.reading if each is placed[-1] else "|"
        row += " " * (each.column - column) + style(shown, each.mark.colour)
        column = each.column + 1
    return row.rstrip()


def _before(text: str, context: int) -> str:
    cut = f"… {text[-context:].partition(' ')[2].lstrip()}" if len(text) > context else text
    return clean(cut)


def _after(text: str, context: int) -> str:
    cut = f"{text[:context].rpartition(' ')[0].rstrip()} …" if len(text) > context else text
    return clean(cut)
