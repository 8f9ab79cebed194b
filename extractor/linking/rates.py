"""What is done in a day, a week or a month: "Setiap hari kami merekam 500-600 penduduk"."""

from __future__ import annotations

import re

from extractor.linking.clusters import Cluster
from extractor.linking.here import Here
from extractor.reading.wording import any_of


def daily(cluster: Cluster, here: Here) -> bool:
    """Whether a rate opens the clause: "Setiap hari kami merekam 500-600 penduduk"."""
    return "rate" in here.view.kinds and any(
        s.kind == "rate" and here.floor <= s.start and s.end <= cluster.start for s in here.view.senses
    )


def of_no_recording(cluster: Cluster, here: Here) -> bool:
    """Whether what comes in a day is no recording: "2.000 pemohon per hari", "mencetak 50 blangko per hari"."""
    if any(s.act == "RECORD" for s in here.view.senses):
        return False
    if cluster.of_cards or any(s.act == "PRINT" or s.kind in ("ask", "blanks") for s in here.view.senses):
        return True
    return _APPLY.search(here.text, here.view.start, here.view.end) is not None


_APPLY = re.compile(rf"(?<![^\W_]){any_of('applying')}(?![^\W_])", re.IGNORECASE)
