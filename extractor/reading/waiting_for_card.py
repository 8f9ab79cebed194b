"""Those who recorded and have no card yet: "yang sudah merekam namun belum memiliki e-KTP" are cards unprinted."""

from __future__ import annotations

import re

from extractor.reading.senses import Sense
from extractor.reading.wording import any_of

_BUT = re.compile(
    rf"(?:\s+(?!{any_of('contrasting')}(?![^\W_]))[^\W\d]\S*){{0,3}}?\s*,?\s*{any_of('contrasting')}\s+(?:masih\s+)?$",
    re.IGNORECASE,
)
_WHO = re.compile(r"\s+(?:data\s+)?yang\s+", re.IGNORECASE)
_LACKING = frozenset({"OWN", "GET", "PRINT"})
_REACH = 60  # code points between the two acts


def join_waiting(senses: list[Sense], text: str) -> list[Sense]:
    """The senses of a sentence, the two acts of those who wait for their card made one."""
    if _LACKING.isdisjoint([sense.act for sense in senses if sense.polarity < 0]):
        return senses  # most sentences
    found: list[Sense] = []
    for sense in senses:
        if found and _waits(found[-1], sense, text):
            first = found.pop()
            sense = Sense(first.start, sense.end, "act", "unprinted", -1, "PRINT", said=True)  # noqa: PLW2901
        found.append(sense)
    return found


def _waits(first: Sense, second: Sense, text: str) -> bool:
    """Whether two acts are those of who waits, in either order: "belum dicetak tapi sudah direkam"."""
    done, lacking = (first, second) if first.act == "RECORD" else (second, first)
    recorded = done.act == "RECORD" and done.polarity >= 0 and done.kind in ("act", "noun")
    lacks = lacking.act in _LACKING and lacking.polarity < 0
    if not recorded or not lacks or second.start - first.end > _REACH:
        return False
    if done is first and not text[first.end : second.start].strip():
        return True
    if done is first and done.polarity > 0 and _WHO.fullmatch(text, first.end, second.start):
        return True  # "10.000 warga sudah rekam data yang belum mendapat KTP"
    said = done is first or done.polarity > 0
    return said and _BUT.fullmatch(text, first.end, second.start) is not None
