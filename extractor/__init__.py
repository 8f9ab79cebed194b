"""Figures on e-KTP recording in Indonesian news: who is obliged, recorded, unrecorded, and what does not add up.

    from extractor import extract

    report = extract("Jelang Pemilu, 2.315 Warga …")
    report.figures, report.records, report.findings

Importing this package is cheap; what reads is imported with the first text, spaCy only where a pipeline is built.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.api import extract, parse_period, parse_quantity, resolve_place
    from extractor.article import UnreadableInput
    from extractor.engine import Extractor
    from extractor.report import Figure, Finding, Period, Place, Quantity, Record, Report

__all__ = [
    "Extractor",
    "Figure",
    "Finding",
    "Period",
    "Place",
    "Quantity",
    "Record",
    "Report",
    "UnreadableInput",
    "extract",
    "parse_period",
    "parse_quantity",
    "resolve_place",
]

_HOMES = {
    "Extractor": "extractor.engine",
    "UnreadableInput": "extractor.article",
    "extract": "extractor.api",
    "parse_period": "extractor.api",
    "parse_quantity": "extractor.api",
    "resolve_place": "extractor.api",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("extractor.engine").package_version()
    if name not in __all__:
        raise AttributeError(f"module 'extractor' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "extractor.report")), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
