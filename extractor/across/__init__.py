"""What several articles tell of one place, held against each other."""

from __future__ import annotations

from extractor.across.check import Desk
from extractor.across.reference import Reference
from extractor.across.report import AcrossFinding, Witness
from extractor.across.rules import RULES

__all__ = ["RULES", "AcrossFinding", "Desk", "Reference", "Witness"]
