"""The report for a reader at a terminal: one block a record, the findings below."""

from __future__ import annotations

from extractor.messages import say
from extractor.output import notation
from extractor.output.findings import FindingWriter
from extractor.output.terminal import Style, clean, shorten, width
from extractor.report import Figure, Record, RecordValue, Report

_TITLE_COLUMNS = 90


class TextForm:
    """Writes reports as text, in colour or plain."""

    opening = separator = closing = ""

    def __init__(self, *, colour: bool = False, lang: str = "en") -> None:
        self._style = Style(colour)
        self._lang = lang

    def render(self, report: Report) -> str:
        """The block of one article, closed by an empty line."""
        lines = [self._heading(report), *self._figures(report)]
        writer = FindingWriter(report, self._style, self._lang)
        for finding in report.findings:
            lines += ["", *writer.lines(finding)]
        return "\n".join(lines) + "\n\n"

    def _heading(self, report: Report) -> str:
        source = self._style(clean(report.article.source), "bold")
        title = clean(report.article.title or "").strip()
        return f'{source}  "{shorten(title, _TITLE_COLUMNS)}"' if title else source

    def _figures(self, report: Report) -> list[str]:
        if not report.figures:
            return [f"  {say('no-figures', self._lang)}"]
        figures = {figure.id: figure for figure in report.figures}
        lines = [line for record in report.records for line in self._record(record, figures)]
        grouped = {name for record in report.records for name in _members(record)}
        loose = [figure for figure in report.figures if figure.id not in grouped]
        return lines + self._loose(loose)

    def _record(self, record: Record, figures: dict[str, Figure]) -> list[str]:
        head = f"  {notation.place(record.place, self._lang)} · {notation.period(record.as_of, self._lang)}"
        rows = [
            (notation.label(key), *self._values(values, figures))
            for key, values in record.values.items()
            if values
        ]
        return [head, *self._aligned(rows)]

    def _values(self, values: list[RecordValue], figures: dict[str, Figure]) -> tuple[str, str]:
        first, *others = [_value(value, figures) for value in values]
        also = say("also-printed", self._lang, others="; ".join(others))
        return first, f"   ({also})" if others else ""

    def _loose(self, figures: list[Figure]) -> list[str]:
        rows = [(notation.label(figure.indicator), _hedged(figure), "") for figure in figures]
        return [f"  {say('no-record', self._lang)}", *self._aligned(rows)] if rows else []

    def _aligned(self, rows: list[tuple[str, str, str]]) -> list[str]:
        labels = max((width(name) for name, _, _ in rows), default=0)
        digits = max((width(value) for _, value, _ in rows), default=0)
        return [
            f"    {name}{' ' * (labels - width(name))}  {' ' * (digits - width(value))}"
            f"{self._style(value, 'bold')}{self._style(note, 'dim')}"
            for name, value, note in rows
        ]


def _members(record: Record) -> set[str]:
    return {name for values in record.values.values() for value in values for name in value.figures}


def _value(value: RecordValue, figures: dict[str, Figure]) -> str:
    """The value as the first mention of exactly it prints it; rounded restatements stand behind it."""
    for name in value.figures:
        figure = figures.get(name)
        if figure is not None and figure.value == value.value:
            return _hedged(figure)
    return notation.with_unit(notation.number(value.value), value.unit)


def _hedged(figure: Figure) -> str:
    return f"± {notation.as_printed(figure)}" if figure.approximate else notation.as_printed(figure)
