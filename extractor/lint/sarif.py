"""Findings as SARIF 2.1.0 (OASIS standard, 27 March 2020): one run, its rules, one result a finding."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from extractor.across.report import AcrossFinding, Witness
from extractor.checking.described import Described
from extractor.lint.forms import Texts
from extractor.output.lines import Lines
from extractor.report import Finding, Report, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "cekangkaFinding/v1"


class SarifForm:
    """One run; results come as articles are done."""

    closing = "\n]}]}\n"

    def __init__(self, rules: Sequence[Described], version: str) -> None:
        self._codes = [rule.code for rule in rules]
        self._separator = "\n"
        self.opening = _opening(rules, version)

    def article(self, report: Report) -> str:
        """The results of one article."""
        return "".join(self._written(result) for result in self._results(report))

    def across(self, findings: Sequence[AcrossFinding], texts: Texts) -> str:
        """The results between articles."""
        return "".join(self._written(self._between(finding, texts)) for finding in findings)

    def _written(self, result: dict[str, Any]) -> str:
        separator, self._separator = self._separator, ",\n"
        return separator + json.dumps(result, ensure_ascii=False)

    def _results(self, report: Report) -> Iterator[dict[str, Any]]:
        lines = Lines(report.article.text)
        spans = {figure.id: figure.span for figure in report.figures}
        for finding in report.findings:
            named = [spans[name] for name in finding.blamed_first() if name in spans] + finding.spans
            places = [_location(report.article.source, lines, span) for span in named]
            yield self._result(finding, places, finding.arithmetic)

    def _between(self, finding: AcrossFinding, texts: Texts) -> dict[str, Any]:
        places = [_location_of(witness, texts) for witness in finding.witnesses]
        return self._result(finding, places, finding.arithmetic)

    def _result(
        self, finding: Finding | AcrossFinding, places: list[dict[str, Any]], arithmetic: Sequence[str]
    ) -> dict[str, Any]:
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": self._codes.index(finding.code),
            "level": finding.severity,
            "message": {"text": "; ".join([finding.message, *arithmetic])},
            "partialFingerprints": {_FINGERPRINT: finding.id},
        }
        if places:
            result["locations"] = places[:1]
        if places[1:]:
            result["relatedLocations"] = [{"id": at, **place} for at, place in enumerate(places[1:], start=1)]
        return result


def _opening(rules: Iterable[Described], version: str) -> str:
    driver = {"name": "cekangka", "version": version, "rules": [_rule(rule) for rule in rules]}
    head = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints"}
    run = json.dumps(head, ensure_ascii=False)[:-1]
    return f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{run}, "results": ['


def _rule(rule: Described) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": f"{rule.explanation}\n\nSilent: {rule.silence}"},
        "defaultConfiguration": {"level": rule.severity},
    }


def _location_of(witness: Witness, texts: Texts) -> dict[str, Any]:
    return _location(witness.source, Lines(texts(witness.sha256)), witness.span)


def _location(source: str, lines: Lines, span: Span) -> dict[str, Any]:
    line, column = lines.position(span.start)
    end_line, end_column = lines.position(span.end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": span.text},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(source)}, "region": region}}


def _uri(source: str) -> str:
    """A file's name as a relative reference, or a file address where it is absolute."""
    path = PurePath(source)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), safe="/")
