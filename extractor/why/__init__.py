"""What led to one figure: the words, the cue, the place, the date, and what was passed over."""

from __future__ import annotations

from extractor.why.trace import Trace, trace

__all__ = ["Trace", "trace"]
