"""A finding as compilers show errors: where, the words with the figure marked, the arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from extractor.output import notation
from extractor.output.lines import Lines
from extractor.output.terminal import Style, clean, width
from extractor.report import Allowed, Figure, Finding, Report, Span

_CONTEXT = 35  # characters on either side of a figure: a paragraph is one long line
_LONGEST = 60  # characters of a figure; a number without end is no reason to fill the screen
_SHOWN = 8  # figures shown with their words; a sum over forty districts would fill the screen
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
_SLIPS = {
    "one-digit": "one digit away",
    "swapped-digits": "two digits swapped",
    "missing-digit": "a digit missing",
    "extra-digit": "a digit too many",
    "thousands": "thousands slipped",
    "parts-exchanged": "the parts exchanged",
    "role-and-thousands": "part and thousands exchanged",
}


class FindingWriter:
    """Writes the findings of one report."""

    def __init__(self, report: Report, style: Style) -> None:
        self._source = clean(report.article.source)
        self._lines = Lines(report.article.text)
        self._figures = {figure.id: figure for figure in report.figures}
        self._style = style

    def lines(self, finding: Finding) -> list[str]:
        """The lines of one finding."""
        members = [self._figures[name] for name in finding.figures if name in self._figures]
        blamed = set(finding.blame[0]) if len(finding.blame) == 1 else set()
        shown = sorted(members, key=lambda figure: (figure.id not in blamed, figure.span.start))
        marks = [(figure.span, figure.id in blamed, _reading(figure, members)) for figure in shown[:_SHOWN]]
        marks += [(span, True, "") for span in finding.spans[:_SHOWN]]
        gutter = max((len(str(self._line(span))) for span, _, _ in marks), default=1)
        return [
            self._header(finding, marks[0][0] if marks else None),
            *chain.from_iterable(self._snippet(*mark, finding.severity, gutter) for mark in marks),
            *(f"{' ' * gutter} = {note}" for note in self._notes(finding, len(members))),
        ]

    def _line(self, span: Span) -> int:
        return self._lines.position(span.start)[0]

    def _header(self, finding: Finding, span: Span | None) -> str:
        line, column = self._lines.position(span.start) if span else (1, 1)
        severity = self._style(f"{finding.severity}[{finding.code}]", "bold", _COLOURS[finding.severity])
        message = self._style(clean(finding.message), "bold")
        return f"{self._source}:{line}:{column}: {severity} {finding.name}: {message}"

    def _snippet(self, span: Span, blamed: bool, reading: str, severity: str, gutter: int) -> list[str]:
        before, words, after = _clip(self._lines, span)
        sign = "^" if blamed else "-"
        mark = self._style(
            f"{sign * max(width(words), 1)} {reading}".rstrip(), _COLOURS[severity if blamed else "note"]
        )
        return [
            f"{' ' * gutter} |",
            f"{self._line(span):<{gutter}} | {before}{words}{after}",
            f"{' ' * gutter} | {' ' * width(before)}{mark}",
        ]

    def _notes(self, finding: Finding, members: int) -> list[str]:
        more = [f"and {members - _SHOWN} more figures"] if members > _SHOWN else []
        arithmetic = [clean(line) for line in finding.arithmetic]
        return [
            *more,
            *arithmetic,
            *self._blame(finding),
            f"id: {finding.id}   more: extract rule {finding.code}",
        ]

    def _blame(self, finding: Finding) -> list[str]:
        slip = f" ({_SLIPS.get(finding.slip, clean(finding.slip))})" if finding.slip else ""
        needs = {allowed.figure: allowed for allowed in finding.allows if allowed.figure in self._figures}
        if len(finding.blame) == 1:
            blamed = [name for name in finding.blame[0] if name in self._figures]
            return self._distinct(
                f"blame: {self._needed(name, needs)}{slip}" for name in self._once(blamed, needs)
            )
        ties = self._distinct(f"  {self._needed(name, needs)}" for name in needs)
        return ["any one of these would mend it:", *ties] if ties else []

    def _needed(self, name: str, needs: dict[str, Allowed]) -> str:
        figure = self._figures[name]
        printed = notation.as_printed(figure)
        if name not in needs:
            return printed
        low, high = needs[name].low, needs[name].high
        return f"{printed}; the other figures allow {notation.interval(low, high, figure.unit)}"

    @staticmethod
    def _distinct(lines: Iterable[str]) -> list[str]:
        """The lines without repeats: every mention of a blamed figure needs the same value."""
        return list(dict.fromkeys(lines))

    def _once(self, names: Iterable[str], needs: dict[str, Allowed]) -> list[str]:
        """One name per printed number, the one whose allowed value is known."""
        chosen: dict[str, str] = {}
        for name in names:
            printed = notation.as_printed(self._figures[name])
            if printed not in chosen or (name in needs and chosen[printed] not in needs):
                chosen[printed] = name
        return list(chosen.values())


def _reading(figure: Figure, members: list[Figure]) -> str:
    """What a figure was read as; place and date too where the figures of the finding differ in them."""
    parts = [notation.label(figure.indicator)]
    if figure.approximate or figure.repair:
        parts.append(notation.interval(figure.low, figure.high, figure.unit))
    if len({notation.place(member.place) for member in members}) > 1:
        parts.append(notation.place(figure.place))
    if len({notation.period(member.as_of) for member in members}) > 1:
        parts.append(notation.period(figure.as_of))
    return ", ".join([*parts, figure.section])


def _clip(lines: Lines, span: Span) -> tuple[str, str, str]:
    """The figure with the words around it on its line, cut at word borders and cleaned."""
    start, end = lines.bounds(span.start)
    stop = max(min(span.end, end, span.start + _LONGEST), span.start)
    left, right = lines.text[start : span.start], lines.text[stop:end]
    if len(left) > _CONTEXT:
        left = "… " + left[-_CONTEXT:].partition(" ")[2].lstrip()
    if len(right) > _CONTEXT:
        right = right[:_CONTEXT].rpartition(" ")[0].rstrip() + " …"
    return clean(left), clean(lines.text[span.start : stop]), clean(right)
