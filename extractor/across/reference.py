"""An official table to hold figures against: a CSV file with the columns code, date, indicator, value, source."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from extractor.decoding import decode
from extractor.periods import as_published
from extractor.reading.gazetteer import known
from extractor.report import Indicator

COLUMNS = ("code", "date", "indicator", "value", "source")
_INDICATORS = frozenset(get_args(Indicator))


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a count of a place for a day, month or year, and who gives it."""

    code: str
    start: dt.date
    end: dt.date
    indicator: str
    value: int
    source: str


@dataclass(slots=True)
class Reference:
    """The rows of a table by place and indicator; none where there is no table."""

    entries: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: str) -> Reference:
        """The table in a CSV file. Raises OSError, and ValueError naming the line that is none of a table."""
        return cls.of(decode(Path(path).read_bytes()), path)

    @classmethod
    def of(cls, text: str, name: str = "reference") -> Reference:
        """The table in the text of a CSV file; `name` is what an error calls it. Raises ValueError."""
        made = cls()
        for entry in _entries(text, name):
            made.entries.setdefault((entry.code, entry.indicator), []).append(entry)
        return made

    def at(self, code: str, indicator: str, start: dt.date, end: dt.date) -> Entry | None:
        """The row whose days hold or share those given; the one with the fewest days where several do."""
        rows = self.entries.get((code, indicator), [])
        fitting = [row for row in rows if row.start <= end and start <= row.end]
        return min(fitting, key=lambda row: row.end - row.start, default=None)


def _entries(text: str, name: str) -> Iterator[Entry]:
    rows = csv.DictReader(text.splitlines())
    missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        raise ValueError(f"{name}: no column {', '.join(missing)}; the columns are {','.join(COLUMNS)}")
    for row in rows:
        try:
            yield _entry(row)
        except ValueError as error:
            raise ValueError(f"{name}:{rows.line_num}: {error}") from error


def _entry(row: dict[str, str | None]) -> Entry:
    code, date, indicator, value, source = ((row[column] or "").strip() for column in COLUMNS)
    if not known(code):
        raise ValueError(f"'{code}' is no code of a place; codes are like 33.19")
    if indicator not in _INDICATORS:
        raise ValueError(f"'{indicator}' is no indicator")
    if not value.isdecimal():
        raise ValueError(f"'{value}' is no whole number in plain digits")
    period = as_published(date)
    if period is None or period.start is None or period.end is None:
        raise ValueError(f"'{date}' is no date")
    return Entry(code, period.start, period.end, indicator, int(value), source)
