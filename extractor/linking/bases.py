"""Of what a percentage is: "97 persen dari target", "12 persen dari yang sudah rekam"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.linking.clusters import Cluster
from extractor.reading.senses import Sense
from extractor.reading.wording import any_of

_OF = re.compile(
    rf"\s*(?:,\s*)?(?:saja\s+)?dari\s+(?:{any_of('total', 'all and so many')}\s+)*", re.IGNORECASE
)
_BASES = {
    "obliged": "wktp",
    "obliged-weak": "wktp",
    "population": "population",
    "population-weak": "population",
    "target": "target",
    "voters": "other",
    "first": "first_voters",
}
_NEAR = 16  # code points: "dari penduduk yang wajib KTP" names the obliged, two words on


def mark_bases(clusters: list[Cluster], senses: Sequence[Sense], text: str) -> None:
    """Set the base that the words after a percentage name; clusters without such words keep None."""
    for cluster in clusters:
        if all(quantity.unit != "percent" for quantity in cluster.quantities):
            continue
        match = _OF.match(text, cluster.end)
        if match is None:
            continue
        near = [s for s in senses if match.end() <= s.start <= match.end() + _NEAR]
        named = [s for s in near if s.kind in _BASES]
        strong = [s for s in named if not s.kind.endswith("-weak")] or named
        if strong:
            cluster.base = _BASES[strong[0].kind]
        elif near and near[0].kind == "bare":
            cluster.base = "recorded" if near[0].polarity > 0 else "unrecorded"
        elif near and near[0].act in ("RECORD", "PRINT") and near[0].indicator is not None:
            cluster.base = near[0].indicator
