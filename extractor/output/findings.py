"""A finding as compilers show errors: where, the words with the figures marked, the arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from extractor.messages import say
from extractor.output import notation
from extractor.output.lines import Lines
from extractor.output.snippets import SEVERITY_COLOURS, Mark, snippets
from extractor.output.terminal import Style, clean
from extractor.report import Allowed, Figure, Finding, Report, Span

_SHOWN = 8  # figures shown with their words; a sum over forty districts would fill the screen


class FindingWriter:
    """Writes the findings of one report."""

    def __init__(self, report: Report, style: Style, lang: str = "en") -> None:
        self._source = clean(report.article.source)
        self._lines = Lines(report.article.text)
        self._figures = {figure.id: figure for figure in report.figures}
        self._style = style
        self._lang = lang

    def lines(self, finding: Finding) -> list[str]:
        """The lines of one finding."""
        members = [self._figures[name] for name in finding.figures if name in self._figures]
        marks = self._marks(finding, members)
        gutter = max((len(str(self._lines.position(mark.span.start)[0])) for mark in marks), default=1)
        return [
            self._header(finding, marks[0].span if marks else None),
            *chain.from_iterable(
                snippet.rows(gutter, self._style) for snippet in snippets(self._lines, marks)
            ),
            *(f"{' ' * gutter} = {note}" for note in self._notes(finding, len(members))),
        ]

    def _marks(self, finding: Finding, members: list[Figure]) -> list[Mark]:
        """The figures to show, those that the arithmetic points at first, and the spans without a figure."""
        blamed = set(finding.blame[0]) if len(finding.blame) == 1 else set()
        shown = sorted(members, key=lambda figure: (figure.id not in blamed, figure.span.start))[:_SHOWN]
        colour = SEVERITY_COLOURS[finding.severity]
        marks = [
            Mark(figure.span, "^", colour, _reading(figure, members, self._lang))
            if figure.id in blamed
            else Mark(figure.span, "-", SEVERITY_COLOURS["note"], _reading(figure, members, self._lang))
            for figure in shown
        ]
        return marks + [Mark(span, "^", colour) for span in finding.spans[:_SHOWN]]

    def _header(self, finding: Finding, span: Span | None) -> str:
        line, column = self._lines.position(span.start) if span else (1, 1)
        severity = self._style(
            f"{finding.severity}[{finding.code}]", "bold", SEVERITY_COLOURS[finding.severity]
        )
        message = self._style(clean(finding.message), "bold")
        return f"{self._source}:{line}:{column}: {severity} {finding.name}: {message}"

    def _notes(self, finding: Finding, members: int) -> list[str]:
        more = [say("more-figures", self._lang, count=members - _SHOWN)] if members > _SHOWN else []
        arithmetic = [clean(line) for line in finding.arithmetic]
        also = [say("also", self._lang, codes=", ".join(finding.also))] if finding.also else []
        return [
            *more,
            *arithmetic,
            *self._blame(finding),
            *also,
            say("reference", self._lang, id=finding.id, code=finding.code),
        ]

    def _blame(self, finding: Finding) -> list[str]:
        slip = f" ({clean(say(finding.slip, self._lang))})" if finding.slip else ""
        needs = {allowed.figure: allowed for allowed in finding.allows if allowed.figure in self._figures}
        if len(finding.blame) == 1:
            blamed = [name for name in finding.blame[0] if name in self._figures]
            return self._distinct(
                say("blame", self._lang, needed=self._needed(name, needs)) + slip
                for name in self._once(blamed, needs)
            )
        ties = self._distinct(f"  {self._together(group, needs)}" for group in finding.blame)
        return [say("ties", self._lang), *ties] if ties else []

    def _together(self, group: list[str], needs: dict[str, Allowed]) -> str:
        """What a set of figures needs, all of them at once."""
        names = self._once([name for name in group if name in self._figures], needs)
        return f"; {say('and', self._lang)} ".join(self._needed(name, needs) for name in names)

    def _needed(self, name: str, needs: dict[str, Allowed]) -> str:
        figure = self._figures[name]
        printed = notation.as_printed(figure)
        if name not in needs:
            return printed
        low, high = needs[name].low, needs[name].high
        return say("allowed", self._lang, printed=printed, interval=notation.interval(low, high, figure.unit))

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


def _reading(figure: Figure, members: list[Figure], lang: str) -> str:
    """What a figure was read as; place and date too where the figures of the finding differ in them."""
    parts = [notation.label(figure.indicator)]
    if figure.approximate or figure.repair:
        parts.append(notation.interval(figure.low, figure.high, figure.unit))
    if len({notation.place(member.place, lang) for member in members}) > 1:
        parts.append(notation.place(figure.place, lang))
    if len({notation.period(member.as_of, lang) for member in members}) > 1:
        parts.append(notation.period(figure.as_of, lang))
    return ", ".join([*parts, say(figure.section, lang)])
