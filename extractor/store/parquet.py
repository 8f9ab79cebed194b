"""The rows of an export as Parquet, which needs the package pyarrow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TextIO

import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
import pyarrow.parquet as pq  # type: ignore[import-untyped, unused-ignore]

from extractor.output.csv import Cell
from extractor.output.destination import write_bytes
from extractor.store.export import Row
from extractor.store.export_forms import batches

_AT_ONCE = 10_000  # rows in a row group: some 30 MB where each has the text of its article


def write_parquet(
    stream: TextIO, names: Sequence[str], types: Mapping[str, str], rows: Iterable[Row]
) -> None:
    """Writes rows to the file under a stream, with the types of the codebook. Raises OutputError."""
    schema = pa.schema([(name, _ARROW[types[name]]) for name in names])
    converted = [_CONVERTED.get(types[name]) for name in names]
    with pq.ParquetWriter(_Sink(stream), schema, compression="zstd") as writer:
        for batch in batches(rows, _AT_ONCE):
            columns = zip(*batch, strict=True)
            arrays = [
                pa.array(_cells(cells, convert), field.type)
                for cells, convert, field in zip(columns, converted, schema, strict=True)
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema))


def _cells(cells: Sequence[Cell], convert: Callable[[Any], object] | None) -> Sequence[object]:
    if convert is None:
        return cells
    return [None if cell is None else convert(cell) for cell in cells]


_ARROW = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "flag": pa.bool_(),
    "day": pa.date32(),
}
_CONVERTED: dict[str, Callable[[Any], object]] = {"number": float, "day": dt.date.fromisoformat}


class _Sink:
    """What pyarrow writes to: a file whose errors are those of all outputs."""

    closed = False

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._written = 0

    def write(self, data: Any) -> int:
        write_bytes(self._stream, data)
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        return self._written

    def flush(self) -> None:
        """Each write is flushed."""

    def close(self) -> None:
        """Who opened the file closes it."""
