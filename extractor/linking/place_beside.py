"""Which place of its sentence a number stands beside, or is paired with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.linking.clusters import Cluster
from extractor.linking.distance import Distance
from extractor.linking.sentence import SentenceView
from extractor.linking.topic import AT
from extractor.reading.mentions import PlaceMention
from extractor.reading.wording import any_of, phrases


def choose(
    view: SentenceView, places: list[PlaceMention], cluster: Cluster, distance: Distance, text: str
) -> tuple[PlaceMention | None, bool]:
    """The one of `places` in its sentence that `cluster` is about, and whether it stands beside the number."""
    if not places:
        return None, False
    before = [p for p in places if p.end <= cluster.start]
    after = [p for p in places if p.start >= cluster.end]
    following = view.following(cluster) if after else None
    preceding = view.preceding(cluster) if before else None
    near_after = after[0] if after and not _mostly_at(text, cluster.end, after[0].start) else None
    if near_after is not None:
        gap = distance.between(cluster.end, near_after.start)
        own = following is None or near_after.end <= following.start
        next_own = following is not None and distance.between(near_after.end, following.start) < gap + 0.01
        # "310 di Wedi dan 402 di Juwiring"
        after_at = _DI.fullmatch(text, cluster.end, near_after.start) is not None
        told_of = after_at or _closes_phrase(text, cluster.end, near_after)
        starts_item = following is not None and own and not told_of and _item(text, near_after, following)
        if (
            own
            and (
                (gap <= 2.5 and _same_clause(text, cluster.end, near_after.start))
                or (not before and AT.fullmatch(text, cluster.end, near_after.start))
            )
            and not starts_item
            and not (next_own and before)
        ):
            clear = not before or distance.between(before[-1].end, cluster.start) > gap
            if clear or (preceding is not None and before[-1].end <= preceding.start):
                return near_after, True
    if before:
        nearest = before[-1]
        return nearest, preceding is None or preceding.end <= nearest.start
    if near_after is not None and (
        following is None or near_after.start < following.start or len(places) == 1
    ):
        if following is not None and _item(text, near_after, following):
            return None, False
        if _same_clause(text, cluster.end, near_after.start):
            return near_after, False
    return None, False


def _closes_phrase(text: str, end: int, place: PlaceMention) -> bool:
    """Whether the place ends what the number counts: "70.120 warga Kudus, 21.300 warga Pati"."""
    return text[end : place.start].isspace() and _PARTED.match(text, place.end) is not None


_PARTED = re.compile(rf"\s*[,;]|\s+{any_of('joining numbers')}\s", re.IGNORECASE)


def _mostly_at(text: str, start: int, end: int) -> bool:
    """Whether the place only tells where most of the number are: "3.379 warga, paling banyak di Penajam"."""
    if end - start > _REACH or not text.endswith(_AT_ENDS, start, end):
        return False
    return _MOSTLY_AT.search(text, start, end) is not None


_REACH = 120  # characters
# one of them ends what `_MOSTLY_AT` matches
_AT_ENDS = tuple(f"{word} " for word in ("di", "Di", *phrases("area", "zone")))
_MOSTLY_AT = re.compile(
    rf"(?<![^\W_]){any_of('mostly at')}\s+(?:[^\W\d_]+\s+){{0,2}}di\s+(?:{any_of('area', 'zone')}\s+)?$",
    re.IGNORECASE,
)
_DI = re.compile(r"\s+di\s+", re.IGNORECASE)


_BREAK = re.compile(r"[,;:.](?!\d)")
_STOP = re.compile(r"[.;]")


def _same_clause(text: str, start: int, end: int) -> bool:
    return _BREAK.search(text, start, end) is None


def _item(text: str, place: PlaceMention, cluster: Cluster) -> bool:
    """Whether the place opens an item of its own with the next number: ", Kabupaten X 4.100"."""
    near = cluster.start - place.end <= 25
    return near and _STOP.search(text, place.end, cluster.start) is None


def paired(view: SentenceView, text: str) -> dict[int, PlaceMention]:
    """Places and numbers that "masing-masing" pairs in order: "A dan B masing-masing 410 dan 408"."""
    found: dict[int, PlaceMention] = {}
    for match in _EACH.finditer(text, view.start, view.end):
        numbers = [c for c in view.clusters if c.start >= match.start()]
        row: list[PlaceMention] = []
        edge = match.start()
        for place in reversed([p for p in view.places if p.end <= match.start()]):
            if not (_ROW if row else _UP_TO_EACH).fullmatch(text, place.end, edge):
                break
            row.insert(0, place)
            edge = place.start
        if not match["each"] and not _two_by_two(row, numbers, text):
            continue
        if len(row) > 1:
            own: list[Cluster] = []
            for cluster in numbers[: 2 * len(row)]:
                edge = own[-1].end if own else match.end()
                if any(edge <= place.start and place.end <= cluster.start for place in view.places):
                    break
                own.append(cluster)
            if len(own) > 1:
                found.update((id(cluster), row[at % len(row)]) for at, cluster in enumerate(own))
    return found


def in_turn(row: Sequence[PlaceMention], view: SentenceView, text: str) -> dict[int, PlaceMention]:
    """Numbers of a sentence that has no places with those of the one before, in order, or nothing.

    "Wedi dan Juwiring terbanyak. Masing-masing 410 dan 408 orang belum merekam", also where that sentence has numbers
    of its own: "… Wedi 410 dan di Juwiring 408. Wajib KTP masing-masing 30.112 dan 28.400".
    """
    each = _EACH.search(text, view.start, view.end)
    if each is None or not each["each"]:
        return {}
    counts = [c for c in view.clusters if c.start >= each.end() and not c.percent_only]
    if len(counts) != len(row) or not all(
        _AND.fullmatch(text, one.end, other.start) for one, other in pairwise(counts)
    ):
        return {}
    return {id(cluster): place for cluster, place in zip(counts, row, strict=True)}


def shared(
    view: SentenceView, places: Sequence[PlaceMention], cluster: Cluster, text: str
) -> list[PlaceMention]:
    """The row of `places` that all have the number, or nothing.

    "Wedi, Juwiring dan Cawas di atas 60 persen", "Wedi dan Juwiring masing-masing mendapat 500 keping".
    """
    before = [p for p in places if p.end <= cluster.start]
    if len(before) < _TWO:
        return []
    last, following = before.pop(), view.following(cluster)
    if following is not None and _AND.fullmatch(text, cluster.end, following.start):
        return []  # one of several numbers: "masing-masing 2.914 dan 2.377 keping"
    row = [last]
    for place in reversed(before):
        if _level(place) != _level(last) or not _ROW.fullmatch(text, place.end, row[-1].start):
            break
        row.append(place)
    told_of_each = _each_has(last.end, cluster, text) or _percentage_of_each(row, cluster, text)
    return row[::-1] if len(row) > 1 and told_of_each else []


def _each_has(end: int, cluster: Cluster, text: str) -> bool:
    """Whether "masing-masing" gives the number to each; an upper bound ("tidak sampai 2 ribu") is nobody's number."""
    count, each = cluster.count, _EACH.search(text, end, cluster.start)
    if each is None or (count is not None and 2 * count.low <= count.value):
        return False
    return _CLAUSE_END.search(text, each.end(), cluster.start) is None


def _percentage_of_each(row: Sequence[PlaceMention], cluster: Cluster, text: str) -> bool:
    """Whether a percentage right behind a row is each one's, and not their sum, mean or a comparison."""
    first, last = row[-1], row[0]
    if not cluster.percent_only or cluster.start - last.end > _REACH:
        return False
    if _CLAUSE_END.search(text, last.end, cluster.start):
        return False
    return _TOGETHER.search(text, max(0, first.start - _LEAD), cluster.start) is None


_LEAD = 30  # characters before a row
_TOGETHER = re.compile(
    rf"(?<![^\W_]){any_of('of a row together', 'comparing places')}(?![^\W_])", re.IGNORECASE
)


def _level(place: PlaceMention) -> int:
    return len(place.codes[0]) if place.codes else 0


_CLAUSE_END = re.compile(r"[,;:.()\d]")


def _two_by_two(row: list[PlaceMention], numbers: list[Cluster], text: str) -> bool:
    """Whether two places and two numbers answer each other: "Mego dan Doreng dengan persentase 53,60 dan 50,54"."""
    if not len(row) == len(numbers) == _TWO:
        return False
    return _AND.fullmatch(text, numbers[0].end, numbers[1].start) is not None


_TWO = 2
_AND = re.compile(r"\s*,?\s*(?:dan|,)\s*", re.IGNORECASE)
_EACH = re.compile(
    rf"(?<![^\W_])(?:(?P<each>{any_of('each')})|dengan\s+{any_of('each sum')})(?![^\W_])|:(?=\s\d)",
    re.IGNORECASE,
)
# "Leihitu dan Salahutu di Pulau Ambon, masing-masing 6.044 dan 5.190"
_UP_TO_EACH = re.compile(r"[^.;:\d]{0,40}")
_ROW = re.compile(
    rf"""\s*(?:(?:,(?:\s*dan)?|{any_of("last of a row")})\s*)?(?:{any_of("behind a row")}\s*(?:,\s*)?)?
        (?:{any_of("kind before a name")}\s+)?""",
    re.VERBOSE,
)


def national(cluster: Cluster, view: SentenceView, text: str) -> bool:
    """Whether a percentage is the country's target: "masih di bawah target nasional, yakni 99,4 persen"."""
    if cluster.indicator != "target" or not cluster.percent_only or "nasional" not in view.lower:
        return False
    if cluster.quantities[0].value == 100:
        return False  # "target nasional 100 persen warga terekam": of all of the article's own place
    first = max(view.start, cluster.start - _NATIONAL_REACH)
    return _NATIONAL.search(text, first, cluster.start) is not None


_NATIONAL_REACH = 70  # characters
_NATIONAL = re.compile(
    rf"""(?<![^\W_]){any_of("target")}\s+nasional(?:nya)?(?:\s+(?:pada\s+)?tahun\s+(?:ini|\d{{4}}))?\s*,?\s*
        (?:{any_of("target is")}\s+){{0,2}}$""",
    re.VERBOSE | re.IGNORECASE,
)
