"""The rows of an export as CSV or as JSON Lines, written many at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TextIO

from extractor.output.csv import written
from extractor.output.destination import write
from extractor.store.export import Row

_AT_ONCE = 500  # rows

Writer = Callable[[TextIO, Sequence[str], Mapping[str, str], Iterable[Row]], None]


def write_csv(stream: TextIO, names: Sequence[str], _: Mapping[str, str], rows: Iterable[Row]) -> None:
    """Writes a header and the rows. Raises OutputError, BrokenPipeError."""
    write(stream, written([names]))
    for batch in batches(rows, _AT_ONCE):
        write(stream, written(batch))


def write_json_lines(stream: TextIO, names: Sequence[str], _: Mapping[str, str], rows: Iterable[Row]) -> None:
    """Writes one object a line with all columns; empty cells are null. Raises OutputError, BrokenPipeError."""
    for batch in batches(rows, _AT_ONCE):
        write(stream, "".join(_line(names, row) for row in batch))


def _line(names: Sequence[str], row: Row) -> str:
    return json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, allow_nan=False) + "\n"


def batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """The rows, so many at once."""
    source = iter(rows)
    while batch := list(islice(source, size)):
        yield batch


FORMS: dict[str, Writer] = {"csv": write_csv, "jsonl": write_json_lines}
