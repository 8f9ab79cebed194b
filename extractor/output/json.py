"""Reports as JSON: an array of indented objects, or one compact object a line."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from extractor.report import Report


class JsonForm:
    """Writes the reports as one array."""

    opening = "["
    separator = ","
    closing = "\n]\n"

    def render(self, report: Report) -> str:
        """One member of the array."""
        return "\n" + report.model_dump_json(indent=2)


class JsonLinesForm:
    """Writes one report a line."""

    opening = separator = closing = ""

    def render(self, report: Report) -> str:
        """One line; characters outside ASCII stand as themselves."""
        return report.model_dump_json() + "\n"


class _AllWritten(GenerateJsonSchema):
    """Names every field as required: a report leaves none out, whatever its default."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        """True of every field."""
        return True


def schema() -> str:
    """The JSON Schema (draft 2020-12) of one report."""
    body = Report.model_json_schema(mode="serialization", schema_generator=_AllWritten)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **body}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
