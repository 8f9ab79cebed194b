"""Whole and part: "dari 643.450 wajib KTP, sebanyak …", "X dari total Y", "dari jumlah itu"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.linking.clusters import Cluster
from extractor.linking.distance import Distance
from extractor.reading.senses import Sense
from extractor.reading.wording import any_of, signs

_FROM = re.compile(r"(?<![^\W_])(?:dari|antara)(?![^\W_])", re.IGNORECASE)
_NOT_FROM = re.compile(rf"{any_of('not from a whole')}\s+$", re.IGNORECASE)
_PLAIN = re.compile(rf"^\s*(?:{any_of('before a whole')}\s*)*$", re.IGNORECASE)
_WHOLE_KINDS = {"obliged", "obliged-weak", "population", "population-weak", "voters", "target", "first"}
_BACK = re.compile(
    rf"(?<![^\W_]){any_of('that', 'just told', 'this', 'those and there')}(?![^\W_])", re.IGNORECASE
)
_BECOMES = re.compile(rf"\s+{any_of('becoming')}\s", re.IGNORECASE)  # "dari 6 ribu jadi 12 ribu"
_AGAIN_REACH = 60  # characters
_AGAIN_SIGNS = signs("that", "just told")
_WHICH_THIS = re.compile(rf"(?<![^\W_])yang\s+\d[\d.,]*\s(?:[^\W\d]+\s+)?{any_of('this')}(?![^\W_])")
_THIS = re.compile(rf"\s+{any_of('this')}(?![^\W_])")
_AGAIN = re.compile(rf"\s*(?:[^\W\d]+\s+){{0,3}}?{any_of('that', 'just told')}\b", re.IGNORECASE)


def mark(clusters: list[Cluster], senses: Sequence[Sense], text: str, start: int) -> None:
    """Set `role` to "whole" on every number that "dari" makes the base of another, and pair it with its part."""
    for index, cluster in enumerate(clusters):
        if cluster.percent_only:
            continue  # "antara 10 hingga 20 persen" divides nothing
        floor = clusters[index - 1].end if index else start
        origin = _origin(text, floor, cluster.start)
        if origin is None or _BACK.search(text, origin, cluster.start) or _BECOMES.match(text, cluster.end):
            continue
        if not _governs(text, origin, cluster, senses):
            continue
        cluster.role = "whole"
        part = _part(clusters, index, origin, text)
        if part is not None:
            part.whole = cluster
            _give_share(cluster, part)


def _give_share(whole: Cluster, part: Cluster) -> None:
    """A percentage behind the whole is the part's: "246.370 jiwa dari 284.913 wajib KTP, atau 86,47 persen"."""
    shares = [q for q in whole.quantities if q.unit == "percent"]
    if shares and len(shares) < len(whole.quantities) and part.start < whole.start:
        whole.quantities = [q for q in whole.quantities if q.unit != "percent"]
        part.quantities = part.quantities + shares


def _origin(text: str, floor: int, end: int) -> int | None:
    """End of the last "dari" before the number and after the previous number."""
    found = None
    for match in _FROM.finditer(text, max(floor, end - 120), end):
        if not _NOT_FROM.search(text, max(0, match.start() - 12), match.start()):
            found = match.end()
    return found


def _governs(text: str, origin: int, cluster: Cluster, senses: Sequence[Sense]) -> bool:
    between = text[origin : cluster.start]
    if _PLAIN.match(between):
        return True
    if _STOP.search(between) or between.count(",") > 1:
        return False
    inside = [s for s in senses if s.start >= origin and s.end <= cluster.start]
    if _COMES_TO.search(between) and any(s.kind == "act" and s.end <= origin for s in senses):
        return False  # "KTP yang tercetak dari wajib KTP mencapai 1.436.431"
    if any(s.kind in ("act", "bare", "noun") for s in inside):
        return False
    named = any(s.kind in _WHOLE_KINDS for s in inside)
    if "," in between and not any(s.kind == "target" for s in inside):
        return False
    return named or _TOTAL.match(between) is not None


_COMES_TO = re.compile(rf"(?<!yang\s){any_of('attained')}\s+$", re.IGNORECASE)
_STOP = re.compile(r"[;:.]")
_BREAK = re.compile(r"[.;:,]")
_TOTAL = re.compile(rf"\s*{any_of('total')}\b", re.IGNORECASE)


def _part(clusters: list[Cluster], index: int, origin: int, text: str) -> Cluster | None:
    """The part stands before "dari" in the same clause, else it follows."""
    if index:
        before = clusters[index - 1]
        gap = text[before.end : origin].lstrip(" ,")
        if len(gap) < 90 and not _BREAK.search(gap):
            return before
    return clusters[index + 1] if index + 1 < len(clusters) else None


def read_wholes(
    clusters: list[Cluster], senses: Sequence[Sense], distance: Distance, text: str, taken: set[int]
) -> None:
    """Give each whole its own noun: the group named beside it, else the act that restricts it."""
    first = senses[0].start if senses else 0
    for index, cluster in enumerate(clusters):
        if cluster.role != "whole" or cluster.sense is not None:
            continue
        limit = clusters[index + 1].start if index + 1 < len(clusters) else len(text)
        floor = clusters[index - 1].end if index else first
        comma = text.find(",", cluster.end, limit)
        choice = _noun(cluster, senses, distance, text, (floor, comma if comma >= 0 else limit))
        if choice is not None and (not repeated(cluster, text) or _names(choice, cluster, text)):
            cluster.sense = choice
            cluster.construction = "whole-of-part"
            taken.add(id(choice))


def _names(sense: Sense, cluster: Cluster, text: str) -> bool:
    """Whether the noun beside it says what a number counts: "penduduk 2.503.679 itu", "901 orang wajib KTP itu"."""
    if sense.kind not in ("obliged", "population"):
        return False
    if sense.start >= cluster.end:
        return _NOUN_BEHIND.fullmatch(text, cluster.end, sense.start) is not None
    return _TO_NUMBER.fullmatch(text, sense.end, cluster.start) is not None


_TO_NUMBER = re.compile(
    rf"\s*(?:(?:yang\s+)?(?:{any_of('counting out', 'leading to a number', 'is')})\s+)?", re.IGNORECASE
)
_NOUN_BEHIND = re.compile(r"\s+(?:[^\W\d]+\s+)?")


def _noun(
    cluster: Cluster, senses: Sequence[Sense], distance: Distance, text: str, bounds: tuple[int, int]
) -> Sense | None:
    floor, limit = bounds
    last_from = max((found.start() for found in _FROM.finditer(text, floor, cluster.start)), default=0)
    best: tuple[float, Sense] | None = None
    for sense in senses:
        if sense.end <= floor or sense.start >= limit:
            continue
        if sense.end <= last_from:
            continue  # "… wajib KTP dari 261.142.385 jiwa penduduk"
        if sense.end <= cluster.start:
            price = distance.between(sense.end, cluster.start)
        elif sense.start >= cluster.end:
            price = distance.between(cluster.end, sense.start) + 0.5
        else:
            price = 0.5
        if sense.kind in _WHOLE_KINDS:
            price += {"population-weak": 1.5, "obliged-weak": 0.8}.get(sense.kind, 0.0)
        elif sense.kind in ("act", "bare", "noun") and _restricts(text, cluster.end, sense.start):
            price += 1.0
        elif (
            sense.kind == "act"
            and text.startswith(",", limit)
            and _ADJOINS.fullmatch(text, cluster.end, sense.start)
        ):
            price += 1.0  # "dari 7.000 warga belum rekam di Batola, 3.010 …"
        else:
            continue
        if price <= 5 and (best is None or price < best[0]):
            best = (price, sense)
    return best[1] if best else None


_ADJOINS = re.compile(rf"\s+(?:{any_of('people')}\s+)?", re.IGNORECASE)


def _restricts(text: str, end: int, start: int) -> bool:
    """Whether an act behind the whole restricts it ("dari 433.977 warga yang merekam") and is not told of the part."""
    return start >= end and WHICH.search(text, max(end, start - _CLAUSE), start) is not None


_CLAUSE = 80  # code points that hold "yang" and the words that WHICH lets follow it


WHICH = re.compile(r"(?<![^\W_])yang\s+(?:[^\W\d]+\s+){0,2}$", re.IGNORECASE)


def may_repeat(lower: str) -> bool:
    """Whether a sentence in lower case can point back to a number at all."""
    return any(map(lower.__contains__, _AGAIN_SIGNS)) or (
        " ini" in lower and _WHICH_THIS.search(lower) is not None
    )


def repeated(cluster: Cluster, text: str) -> bool:
    """Whether the number points back: "345.100 orang itu", "angka 97 persen tadi", "yang 2.319 ini"."""
    near = text[cluster.end : cluster.end + _AGAIN_REACH].lower()
    own = cluster.sense is not None and cluster.sense.kind == "act"  # "yang 6.237 ini sudah PRR"
    if (
        not own
        and " ini" in near
        and _THIS.match(near)
        and text.endswith(("yang ", "Yang "), 0, cluster.start)
    ):
        return True
    if not any(map(near.__contains__, _AGAIN_SIGNS)):
        return False
    return _AGAIN.match(text, cluster.end) is not None
