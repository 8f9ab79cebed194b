"""Count before cue and cue before count: each number takes the cheapest cue of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from heapq import heapify, heappop, heappush
from math import floor

from extractor.data import rows
from extractor.linking.clusters import Cluster
from extractor.linking.distance import Distance
from extractor.reading.cue_acts import carrying_on
from extractor.reading.senses import Sense
from extractor.reading.wording import any_of, phrases

LIMIT = 8.0
_NEXT = 1.5
_DIVIDED = 3.0
_LEFT_OVER = 0.5
_TAKEN = 3.0  # a second number on one act ("A 310 dan B 402 belum merekam")
EXCLUSIVE = {
    "first", "voters", "obliged", "obliged-weak", "population", "population-weak", "noun", "rest", "bare", "target",
    "realised", "blanks", "suket", "rate", "added", "change", "other", "share", "need", "ask", "people",
}  # fmt: skip
_CLOSES = re.compile(
    rf"""(?:\s+{any_of("being done")}(?![^\W_])){{0,2}}[^\S\n]*(?:[.,;)”"\n]|$|{any_of("closing a clause")}\b)""",
    re.IGNORECASE,
)
_WHICH = 0.5
_AIMED_AT = re.compile(rf"(?i:{any_of('aimed at')})(?:\s+(?:oleh\s+)?[A-Z]|\s*$|[.,])")
_TOLD_WITH_YANG = frozenset({"obliged", "noun", "realised"})  # "507 ribu jiwa yang terealisasi"
_YANG = re.compile(r"\s+yang\s+", re.IGNORECASE)
_FROM_OR_TO = re.compile(rf"(?<![^\W_]){any_of('from or to')}(?![^\W_])", re.IGNORECASE)
_NOT_PERSONS = {"blanks", "need", "ask"}
_NOT_CARDS = {
    "people",
    "change",
    "population",
    "population-weak",
    "voters",
    "first",
    "obliged",
    "obliged-weak",
}
_NOT_PERCENT = {
    "obliged", "obliged-weak", "population", "population-weak", "voters", "blanks", "suket", "rate", "added",
    "other", "first", "need", "ask", "people",
}  # fmt: skip


@cache
def _costs() -> dict[str, tuple[float, float, float]]:
    table = rows("ektp/costs.tsv")[1:]
    return {kind: (float(left), float(right), float(reach)) for kind, left, right, reach in table}


@cache
def _farthest() -> float:
    return max(reach for _, _, reach in _costs().values())


def cost(cluster: Cluster, sense: Sense, distance: Distance, text: str) -> float | None:
    """What it costs to read `cluster` by `sense`, or None when it can't be."""
    prices = _costs().get(sense.kind)
    if prices is None or not _admits(cluster, sense):
        return None
    left, right, reach = prices
    if sense.end <= cluster.quantities[0].start:
        words = distance.between(sense.end, cluster.start)
        price = words + left
        if sense.kind == "bare" and not _carries_on(text, sense.end, cluster.start):
            return None  # "yang sudah kami dapat 17 ribu" is another verb's
        if sense.kind == "noun" and _DONE_TO.fullmatch(text, sense.end, cluster.start):
            return _OBJECT
        if sense.kind == "change" and _FROM_OR_TO.search(text, sense.end, cluster.start):
            return None
        if sense.kind == "target" and _set_off(sense, cluster, text):
            return None
    else:
        edge = _right_edge(cluster, sense)
        words = distance.between(edge, sense.start) if sense.start >= edge else 0.0
        price = words + right
        if sense.kind == "target" and words == 0 and _AIMED_AT.match(text, sense.start):
            price = _LEFT_OVER  # "Rekam Data 100 Ribu Ditargetkan Pemkab"
        if sense.kind in _TOLD_WITH_YANG and _YANG.fullmatch(text, edge, sense.start):
            price = words + _WHICH  # "hanya 1.651.880 yang wajib memiliki e-KTP"
        if sense.kind == "bare" and not _CLOSES.match(text, sense.end):
            return None
        if sense.kind == "rest" and words == 0 and _CLOSES.match(text, sense.end):
            price = _LEFT_OVER  # "15 Ribu Tersisa"
    if words > reach:
        return None
    return price


def _set_off(sense: Sense, cluster: Cluster, text: str) -> bool:
    """Whether a comma parts a target from what is so far: "Kejar Target, 11 Persen Wajib KTP Belum Direkam"."""
    if text.endswith("nya", sense.start, sense.end):
        return False  # "targetnya, 99 persen"
    if text.startswith(",", sense.end) and _SURPASSING.search(text, max(0, sense.start - 16), sense.start):
        return True  # "Lampaui Target, Perekaman Capai 100,32 Persen"
    return _COMMA.fullmatch(text, sense.end, cluster.start) is not None


_SURPASSING = re.compile(rf"(?<![^\W_]){any_of('surpassing')}\s+$", re.IGNORECASE)
_COMMA = re.compile(rf"\s*,\s+(?:{any_of('so far')}\s+){{0,2}}", re.IGNORECASE)
_DONE_TO = re.compile(
    rf"\s+(?:[^\W\d]+[\s-]+){{0,6}}?{any_of('already')}\s+{any_of('carried out')}\s+{any_of('on whom')}\s+",
    re.IGNORECASE,
)
_OBJECT = -0.5  # "perekaman telah dilakukan terhadap 560.546 warga wajib KTP": of whom the act is told


def _carries_on(text: str, start: int, end: int) -> bool:
    """Whether only words that say nothing of their own stand between."""
    return carrying_on().issuperset(_WORDS.findall(text[start:end].lower()))


_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def _is_base(cluster: Cluster, sense: Sense, text: str) -> bool:
    """Whether the cue only names what the percentage is of: "10,8 persen dari yang sudah rekam"."""
    if sense.kind == "obliged" and sense.end <= cluster.start:
        return _told_base(cluster, sense, text)
    if sense.start < cluster.end:
        return False
    if cluster.quantities[-1].unit != "percent":
        those = _OF_THOSE.match(text, cluster.end)
        if those is None or sense.start != those.end() or _THOSE.match(text, sense.end) is None:
            return False
        lead = max(0, cluster.start - _CONTRIBUTED_REACH)
        return (
            CONTRIBUTING.search(text, lead, cluster.start) is None
        )  # "Wedi menyumbang 29.804 dari yang belum tadi"
    if sense.kind in _ALL and len(cluster.quantities) > 1 and not text[cluster.end : sense.start].strip():
        return True  # "30.964 jiwa atau 53,35 persen jumlah penduduk", "atau 24,55 persen wajib KTP"
    match = _OF.match(text, cluster.end)
    return match is not None and sense.start - match.end() <= _BASE_REACH


def _told_base(cluster: Cluster, sense: Sense, text: str) -> bool:
    """Whether the group before a number is the whole told before: "yang belum dari wajib KTP tadi 9.412 jiwa"."""
    if _THOSE.match(text, sense.end, cluster.start) is None:
        return False
    return _OUT_OF.search(text, max(0, sense.start - _OUT_OF_REACH), sense.start) is not None


_THOSE = re.compile(rf"\s+{any_of('that', 'just told')}(?![^\W_])", re.IGNORECASE)
_OUT_OF_REACH = 24  # code points
# not at the head of the sentence
_OUT_OF = re.compile(rf"\S\s+dari\s+(?:{any_of('sum before a noun')}\s+)?$", re.IGNORECASE)
_OF = re.compile(rf"\s*(?:,\s*)?dari\s+(?:{any_of('of a base')}\s+)*", re.IGNORECASE)
# "18 ribu dari yang belum itu tercatat di Malaysia"
_OF_THOSE = re.compile(r"\s*dari\s+yang\s+", re.IGNORECASE)
_BASE_REACH = 8  # code points
_CONTRIBUTED_REACH = 24  # characters
CONTRIBUTING = re.compile(rf"(?<![^\W_]){any_of('contributing')}\s+(?:{any_of('about')}\s+)?$", re.IGNORECASE)
_ALL = frozenset({"population", "population-weak", "obliged", "obliged-weak"})


def _admits(cluster: Cluster, sense: Sense) -> bool:
    if cluster.percent_only:
        return sense.kind not in _NOT_PERCENT
    if sense.kind == "share":
        return cluster.quantities[0].unit == "percent"  # "persentasenya 98,01 persen atau 135.376 jiwa"
    if sense.kind in _NOT_PERSONS:
        of_cards = any(q.classifier in CARD_WORDS for q in cluster.quantities)
        return of_cards or "persons" not in [q.unit for q in cluster.quantities]
    if sense.kind in _NOT_CARDS:
        return "cards" not in [q.unit for q in cluster.quantities]
    return True


CARD_WORDS = frozenset(phrases("blank cards", "cards"))


_STEPS = 10**6  # sums of the same prices in another order are the same price


def options(
    clusters: list[Cluster], senses: Sequence[Sense], distance: Distance, text: str, divided: int
) -> None:
    """Fill each cluster's `options`: every sense it could take, the cheapest first.

    Senses that end before `divided` name what the sentence divides ("Dari yang sudah merekam, …").
    """
    starts = [sense.start for sense in senses]
    for index, cluster in enumerate(clusters):
        following = clusters[index + 1] if index + 1 < len(clusters) else None
        found = []
        restates = _restates(cluster, clusters[index - 1], text) if index else False
        for sense in _within_reach(cluster, senses, starts, distance):
            if restates and sense.kind in _ALL and sense.end <= cluster.start:
                continue
            price = cost(cluster, sense, distance, text)
            if price is None or _is_base(cluster, sense, text) or _of_its_whole(cluster, sense):
                continue
            if cluster.end <= sense.start and without_number(sense, cluster, text):
                continue
            if following is not None and cluster.end <= sense.start and sense.end <= following.start:
                if _AND_WHO.search(text, max(cluster.end, sense.start - _AND_WHO_REACH), sense.start):
                    continue
                if (
                    sense.kind == "act"
                    and AND.fullmatch(text, cluster.end, sense.start)
                    and distance.between(sense.end, following.start) <= _TOUCHING
                ):
                    continue
                # "… 379.004 jiwa merekam 312.551": the act leans on the number after it
                price += _NEXT if distance.between(sense.end, following.start) <= _TOUCHING else 0.0
            elif index and sense.end <= cluster.start and _belongs_to(clusters[index - 1], sense, text):
                price += _NEXT
            price += _DIVIDED if sense.end <= divided <= cluster.start else 0.0
            if price <= LIMIT:
                found.append((floor(price * _STEPS + 0.5) / _STEPS, sense))
        if len(found) > 1:
            things = {sense.kind for _, sense in found if _is_counted(sense, cluster, text)}
            if things:
                # "29 lembar suket dicetak" counts no cards
                other = {"bare", "act"} if "suket" in things else {"bare"}
                found = [option for option in found if option[1].kind not in other]
            found.sort(key=lambda option: (option[0], option[1].kind != "act"))
        cluster.options = found


def _restates(cluster: Cluster, before: Cluster, text: str) -> bool:
    """Whether part and whole say a percentage again: "91 persen wajib KTP yang terekam, atau 3.196 dari 3.512"."""
    if not before.percent_only or cluster.percent_only or cluster.whole is None:
        return False
    return _THAT_IS.search(text, max(before.end, cluster.start - _THAT_IS_REACH), cluster.start) is not None


_THAT_IS_REACH = 32  # characters
_THAT_IS = re.compile(rf",\s+{any_of('restating')}\s+(?:{any_of('about')}\s+)?$", re.IGNORECASE)


def without_number(sense: Sense, cluster: Cluster, text: str) -> bool:
    """Whether an act of its own clause tells of some, without number: "3.950 orang, yang direkam separuhnya"."""
    if _OF_SOME.match(text, sense.end) is None:
        return False
    return _OTHERS_WHO.search(text, max(cluster.end, sense.start - _AND_WHO_REACH), sense.start) is not None


_OTHERS_WHO = re.compile(r"(?:,|\sdan)\s+yang\s+$", re.IGNORECASE)
_OF_SOME = re.compile(
    rf"\s+(?:{any_of('only about', 'more or less than')}\s+)*{any_of('some of them')}(?![^\W_])",
    re.IGNORECASE,
)


def _belongs_to(before: Cluster, sense: Sense, text: str) -> bool:
    """Whether a group before a comma is the number's before it: "Rendang 762 wajib e-KTP, Sidemen 711 wajib e-KTP"."""
    if sense.kind != "obliged" or sense.start < before.end or not text.startswith(",", sense.end):
        return False
    return not text[before.end : sense.start].strip()


def _is_counted(sense: Sense, cluster: Cluster, text: str) -> bool:
    """Whether the number counts things that are named right behind it: "sudah 74 ribu suket"."""
    behind = sense.kind in _THINGS and sense.start > cluster.start
    return behind and not text[cluster.end : sense.start].strip()


_THINGS = frozenset({"blanks", "suket"})
_TOUCHING = 0.3
_AND_WHO_REACH = 12  # characters
# "420 ribu penduduk dan yang sudah merekam 260 ribu"
_AND_WHO = re.compile(r"\sdan\s+yang\s+$", re.IGNORECASE)
# "di Wajo 300.120 jiwa dan sudah merekam 285.430 jiwa"
AND = re.compile(r"\s+dan\s+", re.IGNORECASE)


def _within_reach(
    cluster: Cluster, senses: Sequence[Sense], starts: list[int], distance: Distance
) -> Sequence[Sense]:
    """The senses that no cost rules out by distance alone, in text order."""
    reach = _farthest()
    edge = _right_edge(cluster, None)
    first = last = bisect_left(starts, cluster.start)
    while first and distance.between(senses[first - 1].end, cluster.start) <= reach:
        first -= 1
    while last < len(senses) and distance.between(edge, senses[last].start) <= reach:
        last += 1
    return senses[first:last]


def _right_edge(cluster: Cluster, sense: Sense | None) -> int:
    """Where the way to a sense behind the number begins: after its whole ("A dari B wajib KTP belum merekam")."""
    whole = cluster.whole
    if whole is None or cluster.end > whole.start or (sense is not None and sense.start < whole.end):
        return cluster.end
    return max(whole.end, whole.sense.end if whole.sense is not None else 0)


def _of_its_whole(cluster: Cluster, sense: Sense) -> bool:
    """Whether the act only says which whole is divided: "dari 286.264 yang sudah merekam, 135 jiwa harus mengulang"."""
    whole = cluster.whole
    return whole is not None and whole.end <= cluster.start and sense is whole.sense and sense.kind == "act"


def assign(clusters: list[Cluster], taken: set[int]) -> None:
    """Give every cluster without a sense its cheapest option; cheap pairs first, exclusive cues once."""
    waiting: list[tuple[float, int]] = []
    for index, cluster in enumerate(clusters):
        if cluster.sense is None and (found := _cheapest(cluster, taken)) is not None:
            waiting.append((found[0], index))
    heapify(waiting)
    while waiting:
        promised, index = heappop(waiting)
        cluster = clusters[index]
        found = _cheapest(cluster, taken)
        if found is None:
            continue
        price, sense = found
        if price > promised:  # its cue has gone to another number meanwhile
            heappush(waiting, (price, index))
            continue
        cluster.sense = sense
        cluster.cost = price
        cluster.construction = "cue-before-count" if sense.end <= cluster.start else "count-before-cue"
        taken.add(id(sense))


def _cheapest(cluster: Cluster, taken: set[int]) -> tuple[float, Sense] | None:
    best: tuple[float, Sense] | None = None
    for price, sense in cluster.options:
        if id(sense) in taken and sense.kind in EXCLUSIVE:
            continue
        total = price + (_TAKEN if id(sense) in taken else 0.0)
        if total <= LIMIT and (best is None or total < best[0]):
            best = (total, sense)
        if id(sense) not in taken:
            break
    return best
