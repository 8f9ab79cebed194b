"""The codebook: what each column of an export means, and the page that says so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractor.data import read_text, rows

TYPES = ("text", "integer", "number", "flag", "day")


@dataclass(frozen=True, slots=True)
class Column:
    """A column in the tables where it means one thing. `type` is one of TYPES."""

    name: str
    tables: tuple[str, ...]
    type: str
    meaning: str


@cache
def columns() -> tuple[Column, ...]:
    """All columns, as `patterns/codebook.tsv` describes them. Raises ValueError on a type that is none."""
    found = []
    for name, tables, kind, meaning in rows("codebook.tsv"):
        if kind not in TYPES:
            raise ValueError(f"codebook.tsv: {name}: '{kind}' is none of {', '.join(TYPES)}")
        found.append(Column(name, tuple(tables.split(",")), kind, meaning))
    return tuple(found)


def types(table: str) -> dict[str, str]:
    """The type of each column of a table."""
    return {column.name: column.type for column in columns() if table in column.tables}


def page() -> str:
    """The codebook as Markdown: `docs/codebook.md`."""
    head = ["| Column | Tables | Type | Meaning |", "|---|---|---|---|"]
    return "\n".join([read_text("codebook.md"), *head, *map(_row, columns())]) + "\n"


def _row(column: Column) -> str:
    cells = (f"`{column.name}`", ", ".join(column.tables), column.type, column.meaning.replace("|", "\\|"))
    return f"| {' | '.join(cells)} |"
