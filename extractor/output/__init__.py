"""The output formats: an opening, one piece an article, a separator between them, a closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from extractor.report import Report

FORMATS = ("text", "json", "jsonl", "csv")
TABLES = ("figures", "records", "findings")


class Form(Protocol):
    """An output format. Pieces are rendered one by one, so they can be written as each article is done."""

    opening: str
    separator: str
    closing: str

    def render(self, report: Report) -> str:
        """The piece of one article."""


def form(name: str, *, table: str = "figures", colour: bool = False, lang: str = "en") -> Form:
    """The format of one of the names in FORMATS; `table` concerns csv, `colour` and `lang` text."""
    if name == "csv":
        from extractor.output.csv import CsvForm  # noqa: PLC0415 - a run uses one format

        return CsvForm(table)
    if name == "text":
        from extractor.output.text import TextForm  # noqa: PLC0415

        return TextForm(colour=colour, lang=lang)
    from extractor.output.json import JsonForm, JsonLinesForm  # noqa: PLC0415

    return JsonForm() if name == "json" else JsonLinesForm()
