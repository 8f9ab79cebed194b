"""A finding between articles for a reader at a terminal: each article's words with its figures marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from extractor.across.report import AcrossFinding, Witness
from extractor.messages import say
from extractor.output import notation
from extractor.output.lines import Lines
from extractor.output.snippets import SEVERITY_COLOURS, Mark, snippets
from extractor.output.terminal import Style, clean

_MOST_COPIES = 3


class AcrossWriter:
    """Writes findings between articles; `texts` gives an article's text for its sha256."""

    def __init__(self, texts: Callable[[str], str], style: Style, lang: str) -> None:
        self._texts = texts
        self._style = style
        self._lang = lang

    def lines(self, finding: AcrossFinding) -> list[str]:
        """The lines of one finding."""
        gutter = max(len(str(self._position(witness)[0])) for witness in finding.witnesses)
        told = [list(group) for _, group in groupby(finding.witnesses, key=lambda each: each.sha256)]
        rows = [self._header(finding)]
        for number, witnesses in enumerate(told):
            if number:
                rows.append(f"{' ' * gutter} ::: {self._where(witnesses[0])}")
            rows += self._snippets(witnesses, finding.severity, gutter)
            rows += [f"{' ' * gutter} = {line}" for line in self._copies(witnesses[0])]
        notes = [
            *finding.arithmetic,
            say("reference", self._lang, id=finding.id, code=finding.code),
        ]
        return [*rows, *(f"{' ' * gutter} = {clean(note)}" for note in notes)]

    def _header(self, finding: AcrossFinding) -> str:
        severity = self._style(
            f"{finding.severity}[{finding.code}]", "bold", SEVERITY_COLOURS[finding.severity]
        )
        message = self._style(clean(finding.message), "bold")
        return f"{self._where(finding.witnesses[0])}: {severity} {finding.name}: {message}"

    def _snippets(self, witnesses: list[Witness], severity: str, gutter: int) -> Iterator[str]:
        lines = Lines(self._texts(witnesses[0].sha256))
        marks = [Mark(each.span, "-", SEVERITY_COLOURS[severity], self._reading(each)) for each in witnesses]
        for snippet in snippets(lines, marks):
            yield from snippet.rows(gutter, self._style)

    def _reading(self, witness: Witness) -> str:
        place, date = notation.place(witness.place, self._lang), notation.period(witness.as_of, self._lang)
        return f"{notation.label(witness.indicator)}, {place}, {date}"

    def _copies(self, witness: Witness) -> Iterator[str]:
        if witness.copies:
            shown = ", ".join(clean(copy) for copy in witness.copies[:_MOST_COPIES])
            more = len(witness.copies) - _MOST_COPIES
            yield say("copies", self._lang, sources=f"{shown} …" if more > 0 else shown)

    def _where(self, witness: Witness) -> str:
        line, column = self._position(witness)
        return f"{clean(witness.source)}:{line}:{column}"

    def _position(self, witness: Witness) -> tuple[int, int]:
        return Lines(self._texts(witness.sha256)).position(witness.span.start)
