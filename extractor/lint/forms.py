"""The formats of `extract check`: an opening, a piece for each article, one for what is between them, a closing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from extractor.across.report import AcrossFinding
from extractor.lint.across_text import AcrossWriter
from extractor.output.findings import FindingWriter
from extractor.output.lines import Lines
from extractor.output.terminal import Style
from extractor.report import Finding, Report

FORMATS = ("text", "json", "jsonl", "sarif", "github")
Texts = Callable[[str], str]  # sha256 of an article to its text


class CheckForm(Protocol):
    """A format. Reports hold the findings to show, and no other; pieces are written one behind the other."""

    opening: str
    closing: str

    def article(self, report: Report) -> str:
        """The findings of one article."""

    def across(self, findings: Sequence[AcrossFinding], texts: Texts) -> str:
        """The findings between articles."""


class TextForm:
    """Findings as compilers show errors."""

    opening = closing = ""

    def __init__(self, *, colour: bool, lang: str) -> None:
        self._style = Style(colour)
        self._lang = lang

    def article(self, report: Report) -> str:
        """Each finding and an empty line."""
        writer = FindingWriter(report, self._style, self._lang)
        return "".join("\n".join(writer.lines(finding)) + "\n\n" for finding in report.findings)

    def across(self, findings: Sequence[AcrossFinding], texts: Texts) -> str:
        """Each finding and an empty line."""
        writer = AcrossWriter(texts, self._style, self._lang)
        return "".join("\n".join(writer.lines(finding)) + "\n\n" for finding in findings)


class JsonForm:
    """One object: `articles`, each with its findings, and `across`, the findings between them."""

    opening = '{"articles": ['
    closing = "}\n"

    def __init__(self) -> None:
        self._separator = "\n"

    def article(self, report: Report) -> str:
        """One member of `articles`."""
        separator, self._separator = self._separator, ",\n"
        return separator + json.dumps({**_article(report), "findings": _findings(report)}, ensure_ascii=False)

    def across(self, findings: Sequence[AcrossFinding], texts: Texts) -> str:
        """The end of `articles`, and `across`."""
        found = [finding.model_dump(mode="json") for finding in findings]
        return f'\n],\n"across": {json.dumps(found, ensure_ascii=False)}'


class JsonLinesForm:
    """One finding a line; those between articles have `witnesses`."""

    opening = closing = ""

    def article(self, report: Report) -> str:
        """A line for each finding, with the article that it is of."""
        lines = ({**_article(report), **finding} for finding in _findings(report))
        return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)

    def across(self, findings: Sequence[AcrossFinding], texts: Texts) -> str:
        """A line for each finding."""
        return "".join(finding.model_dump_json() + "\n" for finding in findings)


class GithubForm:
    """Commands of a workflow's log, which show beside the lines of the files."""

    opening = closing = ""

    def article(self, report: Report) -> str:
        """A command for each finding."""
        lines, source = Lines(report.article.text), report.article.source
        return "".join(
            _command(finding, finding.message, source, lines.position(start))
            for finding, start in _starts(report)
        )

    def across(self, findings: Sequence[AcrossFinding], texts: Texts) -> str:
        """A command for each finding, at its first figure."""
        return "".join(_across_command(finding, texts) for finding in findings)


def _across_command(finding: AcrossFinding, texts: Texts) -> str:
    first, *others = finding.witnesses
    elsewhere = ", ".join(dict.fromkeys(w.source for w in others if w.source != first.source))
    message = f"{finding.message} ({elsewhere})" if elsewhere else finding.message
    position = Lines(texts(first.sha256)).position(first.span.start)
    return _command(finding, message, first.source, position)


def _article(report: Report) -> dict[str, Any]:
    article = report.article
    return {"source": article.source, "url": article.url, "outlet": article.outlet, "sha256": article.sha256}


def _findings(report: Report) -> list[dict[str, Any]]:
    """The findings with line and column of their first figure, and the words of all."""
    lines = Lines(report.article.text)
    spans = {figure.id: figure.span for figure in report.figures}
    found = []
    for finding, start in _starts(report):
        line, column = lines.position(start)
        quotes = {name: spans[name].text for name in finding.figures if name in spans}
        found.append({**finding.model_dump(mode="json"), "line": line, "column": column, "quotes": quotes})
    return found


def _starts(report: Report) -> Iterator[tuple[Finding, int]]:
    """The findings, each with the offset that stands for it: of a figure to doubt, else of the first."""
    spans = {figure.id: figure.span for figure in report.figures}
    for finding in report.findings:
        blamed = finding.blame[0] if len(finding.blame) == 1 else []
        named = [spans[name] for name in (*blamed, *finding.figures) if name in spans] + finding.spans
        yield finding, named[0].start if named else 0


_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def _command(finding: Finding | AcrossFinding, message: str, source: str, position: tuple[int, int]) -> str:
    title = _property(f"{finding.code} {finding.name}")
    line, column = position
    properties = f"file={_property(source)},line={line},col={column},title={title}"
    return f"::{_LEVELS[finding.severity]} {properties}::{_data(message)}\n"


def _data(text: str) -> str:
    """Text of a command: what would end it is written as its code."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
