"""A finding between articles, as other programs read it."""

from __future__ import annotations

from pydantic import Field

from extractor.report import Indicator, Model, Number, Period, Place, Severity, Span


class Witness(Model):
    """One figure of one article; `figure` is its id in that article's report, `span` counts in its text."""

    source: str
    url: str | None = None
    outlet: str | None = None
    sha256: str
    figure: str
    indicator: Indicator
    value: Number
    place: Place
    as_of: Period
    span: Span
    copies: list[str] = Field(default_factory=list)  # other inputs that print the same story


class AcrossFinding(Model):
    """Figures of different articles that do not fit together, or that somebody should look at together."""

    id: str
    code: str
    name: str
    severity: Severity
    message: str
    arithmetic: list[str] = Field(default_factory=list)
    witnesses: list[Witness]
