"""Which figures clash, which of them are the likeliest to be wrong, and what the others allow.

Figures are intervals over whole unknowns, equations are rows over these; bounds propagation with reasons finds
what clashes, a tree of hitting sets the lightest blame. `diagnose` is the way in.
"""

from __future__ import annotations

from extractor.checking.engine.diagnosis import Diagnosis, allowances, consistent, diagnose
from extractor.checking.engine.hitting import BUDGET, Budget
from extractor.checking.engine.weights import weight

__all__ = ["BUDGET", "Budget", "Diagnosis", "allowances", "consistent", "diagnose", "weight"]
