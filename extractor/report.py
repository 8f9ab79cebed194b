"""The report: what `extract` gives for one article. Other programs read it; its fields keep their meaning."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1"

Indicator = Literal[
    "population",
    "wktp",
    "recorded",
    "unrecorded",
    "owned",
    "not_owned",
    "printed",
    "unprinted",
    "suket",
    "blanks",
    "ikd",
    "first_voters",
    "first_voters_recorded",
    "first_voters_unrecorded",
    "target",
    "added",
    "recorded_per_day",
    "other",
]
Unit = Literal["persons", "percent", "cards", "other"]
Level = Literal["country", "province", "regency", "district", "village"]
Precision = Literal["day", "range", "week", "month", "quarter", "semester", "year"]
PlaceSource = Literal["text", "anaphora", "dateline", "outlet"]
PeriodSource = Literal["text", "statement", "published", "argument", "metadata", "url"]
Severity = Literal["error", "warning", "note"]
Section = Literal["title", "lead", "body"]
Number = int | float


class Model(BaseModel):
    """Base of all parts of the report."""

    model_config = ConfigDict(extra="forbid")


class Span(Model):
    """A stretch of `article.text` in code points: `text[start:end] == span.text`."""

    start: int
    end: int
    text: str


class Extent(Model):
    """A stretch of `article.text` in code points, without its words."""

    start: int
    end: int


class DateRange(Model):
    """First and last day, both included."""

    start: dt.date
    end: dt.date


class Period(Model):
    """A date as precise as the text: `start` and `end` are null where several `candidates` fit."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    source: PeriodSource | None = None
    candidates: list[DateRange] = Field(default_factory=list)


class PlaceCandidate(Model):
    """One official unit that a name may mean."""

    code: str
    name: str
    level: Level
    province: str | None = None


class Place(Model):
    """An official unit; `code` and `name` are null where several `candidates` remain."""

    code: str | None
    name: str | None
    level: Level | None
    province: str | None = None
    source: PlaceSource | None = None
    candidates: list[PlaceCandidate] = Field(default_factory=list)


class Quantity(Model):
    """A printed number as the closed interval that it can mean.

    `value` is the number meant; `low` and `high` bound it by one unit of the last printed digit where it is
    rounded. Percentages are percent, not shares. `repair` names why `value` is not what is printed.
    """

    value: Number
    low: Number
    high: Number
    unit: Unit
    approximate: bool = False
    repair: str | None = None
    range: Literal["low", "high"] | None = None


class Figure(Quantity):
    """One mention of one number, with what it counts, where and when."""

    id: str
    indicator: Indicator
    place: Place | None
    as_of: Period | None
    span: Span
    sentence: Extent
    section: Section
    attributed_to: str | None = None
    sure: float | None = None
    construction: str


class RecordValue(Model):
    """One distinct value of a cell and the figures that print it."""

    value: Number
    low: Number
    high: Number
    unit: Unit
    figures: list[str]


class Record(Model):
    """The figures of one place at one date, by indicator; percentages under `<indicator>_percent`."""

    place: Place | None
    as_of: Period | None
    values: dict[str, list[RecordValue]]


class Allowed(Model):
    """The value that the other figures allow for one figure."""

    figure: str
    low: Number
    high: Number


class Finding(Model):
    """Figures or dates that do not fit together."""

    id: str
    code: str
    name: str
    severity: Severity
    message: str
    also: list[str] = Field(default_factory=list)  # codes of the other rules that the same figures break
    arithmetic: list[str] = Field(default_factory=list)
    figures: list[str] = Field(default_factory=list)
    spans: list[Span] = Field(default_factory=list)
    blame: list[list[str]] = Field(default_factory=list)
    allows: list[Allowed] = Field(default_factory=list)
    slip: str | None = None

    def blamed_first(self) -> list[str]:
        """The ids of the figures; those that the arithmetic alone points at lead."""
        blamed = self.blame[0] if len(self.blame) == 1 else []
        return sorted(self.figures, key=lambda name: name not in blamed)


class GeneratedBy(Model):
    """The program and pattern files that made a report."""

    version: str
    patterns_sha256: str


class ArticleInfo(Model):
    """The article as read; all offsets of the report count code points of `text`."""

    source: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    text: str
    sha256: str
    source_sha256: str
    retrieved: dt.datetime | None = None
    published: Period | None = None


class Report(Model):
    """Figures, records and findings of one article."""

    schema_version: str = SCHEMA_VERSION
    generated_by: GeneratedBy
    article: ArticleInfo
    figures: list[Figure]
    records: list[Record]
    findings: list[Finding]
