"""Reports as CSV (RFC 4180, lines end in LF): a table of figures, of record values or of findings."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator

from extractor.output.lines import Lines
from extractor.report import DateRange, Number, Period, Place, Report, Span

Cell = str | Number | bool | None
Row = dict[str, Cell]

# A cell that begins so is run as a formula by spreadsheets (OWASP, CSV injection)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# RFC 4180 has no control characters in its TEXTDATA; a terminal would obey them. U+FFFD keeps offsets true
_CONTROLS = dict.fromkeys([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)], "\ufffd")

ARTICLE_COLUMNS = ("source", "url", "outlet", "published")
_WHERE = ("place_code", "place_name", "place_level", "province", "place_source", "place_candidates")
_WHEN = ("as_of_start", "as_of_end", "as_of_precision", "as_of_source", "as_of_candidates")

FIGURES = (
    *ARTICLE_COLUMNS,
    *("id", "indicator", "value", "low", "high", "unit", "approximate", "repair", "range"),
    *_WHERE,
    *_WHEN,
    *("start", "end", "line", "column", "quote", "sentence", "section"),
    *("attributed_to", "sure", "construction", "sha256"),
)
RECORDS = (
    *ARTICLE_COLUMNS,
    "record",
    *_WHERE,
    *_WHEN,
    *("indicator", "value", "low", "high", "unit", "differs", "figures", "quotes", "sha256"),
)
FINDINGS = (
    *ARTICLE_COLUMNS,
    *("id", "code", "name", "severity", "message", "line", "column", "arithmetic", "figures", "quotes"),
    *("blame", "allows", "slip", "sha256"),
)


class CsvForm:
    """Writes one table; `table` is "figures", "records" or "findings"."""

    separator = closing = ""

    def __init__(self, table: str = "figures") -> None:
        self._columns, self._rows = TABLES[table]
        self.opening = written([self._columns])

    def render(self, report: Report) -> str:
        """The rows of one article, without the header."""
        rows = self._rows(report)
        return written([row.get(column) for column in self._columns] for row in rows)


class _Rows(list[str]):
    """Collects rows as they are written: with CRLF, else Python 3.11 leaves a bare CR unquoted."""

    def write(self, row: str) -> None:
        self.append(row.removesuffix("\r\n") + "\n")


def written(rows: Iterable[Iterable[Cell]]) -> str:
    """Rows of cells as lines of CSV: no formula runs in a spreadsheet, no control character is left."""
    lines = _Rows()
    csv.writer(lines, lineterminator="\r\n").writerows([_cell(value) for value in row] for row in rows)
    return "".join(lines)


def _cell(value: Cell) -> Cell:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    text = value if value.isprintable() else value.translate(_CONTROLS)
    return "'" + text if len(text) > 1 and text.startswith(_FORMULA) else text


def figure_rows(report: Report) -> Iterator[Row]:
    """The rows of the table of figures."""
    lines, shared = Lines(report.article.text), _article(report)
    for figure in report.figures:
        yield {
            **shared,
            **figure.model_dump(exclude={"place", "as_of", "span", "sentence"}),
            **_place(figure.place),
            **_as_of(figure.as_of),
            **_span(figure.span, lines),
            "quote": figure.span.text,
            "sentence": lines.text[figure.sentence.start : figure.sentence.end],
        }


def record_rows(report: Report) -> Iterator[Row]:
    """The rows of the table of records, one for each value."""
    shared, quotes = _article(report), _quotes(report)
    for number, record in enumerate(report.records, start=1):
        cell = {**shared, "record": f"r{number}", **_place(record.place), **_as_of(record.as_of)}
        for indicator, values in record.values.items():
            for value in values:
                yield {
                    **cell,
                    "indicator": indicator,
                    **value.model_dump(exclude={"figures"}),
                    "differs": len(values) > 1,
                    "figures": " ".join(value.figures),
                    "quotes": _joined(quotes[name] for name in value.figures if name in quotes),
                }


def finding_rows(report: Report) -> Iterator[Row]:
    """The rows of the table of findings."""
    lines, shared = Lines(report.article.text), _article(report)
    spans = {figure.id: figure.span for figure in report.figures}
    for finding in report.findings:
        at = [spans[name] for name in finding.blamed_first() if name in spans] + finding.spans
        yield {
            **shared,
            **finding.model_dump(include={"id", "code", "name", "severity", "message", "slip"}),
            **(_span(at[0], lines) if at else {}),
            "arithmetic": _joined(finding.arithmetic),
            "figures": " ".join(finding.figures),
            "quotes": _joined(span.text for span in at),
            "blame": " | ".join(" ".join(names) for names in finding.blame),
            "allows": _joined(f"{allows.figure}: {allows.low}..{allows.high}" for allows in finding.allows),
        }


def _article(report: Report) -> Row:
    article = report.article
    return {
        "source": article.source,
        "url": article.url,
        "outlet": article.outlet,
        "published": _published(article.published),
        "sha256": article.sha256,
    }


def _published(period: Period | None) -> str | None:
    if period is None:
        return None
    if period.start is None or period.end is None:
        return _dates(period.candidates)
    return _dates([DateRange(start=period.start, end=period.end)])


def _dates(ranges: list[DateRange]) -> str:
    """ISO 8601: one day as it is, more as an interval."""
    return _joined(f"{r.start}" if r.start == r.end else f"{r.start}/{r.end}" for r in ranges)


def _place(place: Place | None) -> Row:
    if place is None:
        return {}
    return {
        "place_code": place.code,
        "place_name": place.name,
        "place_level": place.level,
        "province": place.province,
        "place_source": place.source,
        "place_candidates": _joined(f"{unit.code} {unit.name}" for unit in place.candidates),
    }


def _as_of(period: Period | None) -> Row:
    if period is None:
        return {}
    return {
        "as_of_start": period.start.isoformat() if period.start else None,
        "as_of_end": period.end.isoformat() if period.end else None,
        "as_of_precision": period.precision,
        "as_of_source": period.source,
        "as_of_candidates": _dates(period.candidates),
    }


def _span(span: Span, lines: Lines) -> Row:
    line, column = lines.position(span.start)
    return {"start": span.start, "end": span.end, "line": line, "column": column}


def _quotes(report: Report) -> dict[str, str]:
    return {figure.id: figure.span.text for figure in report.figures}


def _joined(parts: Iterable[str]) -> str:
    return " | ".join(parts)


TABLES: dict[str, tuple[tuple[str, ...], Callable[[Report], Iterator[Row]]]] = {
    "figures": (FIGURES, figure_rows),
    "records": (RECORDS, record_rows),
    "findings": (FINDINGS, finding_rows),
}
