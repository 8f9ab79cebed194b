"""A rounded count as it may have been meant: told of the other part, with a scale word for the next one.

Both are edit operations on a record in the sense of Scholtus (2016), lighter than any other change: "26 ribu belum
rekam" beside 98 percent of 27 million was "26 juta sudah rekam". They are hints: nothing is accused by them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extractor.checking.cells import Value
from extractor.checking.equations import Equation, Share
from extractor.checking.identities import identities
from extractor.checking.intervals import Interval
from extractor.data import rows
from extractor.messages import label, say

_STEP = 1000


@dataclass(frozen=True, slots=True)
class Misread:
    """The kind of slip, and the share that holds with the value as it may have been meant."""

    slip: str
    value: Value
    share: Share

    def line(self, lang: str) -> str:
        """What would fit, with its arithmetic."""
        meant = f"{self.value.shown()} {label(self.value.indicator)}"
        return say("misread", lang, meant=meant, line=self.share.line(lang) or "")


def misread(
    suspects: Iterable[Value], failing: Sequence[Equation], holding: Sequence[Equation]
) -> Misread | None:
    """The only reading of one of the suspects with which all that fails would hold; None where several would.

    A value that fits elsewhere as it is printed was not meant otherwise.
    """
    found = []
    for value in suspects:
        own = [e for e in failing if any(v is value for v in e.members)]
        fits = any(v is value for e in holding for v in e.members)
        if len(own) == len(failing) and not fits and not value.percent and value.rounded:
            found += list(_readings(value, own))
    return found[0] if len(found) == 1 else None


def _readings(value: Value, failing: Sequence[Equation]) -> Iterator[Misread]:
    shares = [e for e in failing if isinstance(e, Share) and e.whole is not value]
    if len(shares) != len(failing):
        return
    for scaled in _rescaled(value):
        for slip, exchanged in (("thousands", False), ("role-and-thousands", True)):
            meant = [_with(share, value, scaled, exchanged=exchanged) for share in shares]
            if all(share is not None and share.holds() for share in meant) and meant[0] is not None:
                yield Misread(slip, meant[0].part or meant[0].other or scaled, meant[0])


def _with(share: Share, value: Value, scaled: Value, *, exchanged: bool) -> Share | None:
    """The share with the other value in the place of one, or in that of the other part."""
    mine = share.part is value
    if not exchanged:
        return replace(share, part=scaled) if mine else replace(share, other=scaled)
    counterpart = _counterpart(scaled.indicator, share.of)
    if counterpart is None or share.whole is None:
        return None
    turned = replace(scaled, indicator=counterpart)
    return replace(share, part=None, other=turned) if mine else replace(share, part=turned, other=None)


@cache
def _counterpart(indicator: str, whole: str) -> str | None:
    """What an indicator leaves of its whole."""
    for balance in identities().balances:
        if balance.whole == whole and not balance.needs and balance.rest is not None:
            if indicator == balance.rest:
                return balance.part
            if indicator == balance.part:
                return balance.rest
    return None


@cache
def _scales() -> dict[str, int]:
    return {word: int(value) for word, role, value in rows("indonesian/number_words.tsv") if role == "scale"}


@cache
def _words() -> dict[int, str]:
    """The first word of the list for each scale."""
    found: dict[int, str] = {}
    for word, scale in _scales().items():
        found.setdefault(scale, word)
    return found


def _rescaled(value: Value) -> Iterator[Value]:
    """The value with the scale word that is a thousand times larger or smaller; none without a scale word."""
    digits, _, word = " ".join(value.printed.lower().split()).rpartition(" ")
    stem = word.removesuffix("an")
    scale = _scales().get(stem)
    if scale is None or not digits:
        return
    for other in (scale * _STEP, scale // _STEP):
        if other not in _words():
            continue
        low, number, high = (
            n * other // scale for n in (value.interval.low, value.number, value.interval.high)
        )
        printed = f"{digits} {_words()[other]}{word.removeprefix(stem)}"
        yield replace(value, number=number, interval=Interval(low, high), printed=printed)
