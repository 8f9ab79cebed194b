"""Count before cue and cue before count: each number takes the cheapest cue of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from heapq import heapify, heappop, heappush

from extractor.data import rows
from extractor.linking.clusters import Cluster
from extractor.linking.distance import Distance
from extractor.reading.cues import Sense, carrying_on

LIMIT = 8.0
_NEXT = 1.5
_DIVIDED = 3.0
_LEFT_OVER = 0.5
_TAKEN = 3.0  # a second number on one act ("A 310 dan B 402 belum merekam")
EXCLUSIVE = {
    "first", "voters", "obliged", "obliged-weak", "population", "population-weak", "noun", "rest", "bare", "target",
    "realised", "blanks", "suket", "rate", "added", "change", "other", "share", "need", "ask", "people",
}  # fmt: skip
_COUNTED = {
    "obliged", "obliged-weak", "population", "population-weak", "first", "voters", "rest", "same",
}  # fmt: skip
_CLOSES = re.compile(
    r"""[^\S\n]*(?:[.,;)”"\n]|$|(?:dan|itu|lagi|sedangkan|karena|lantaran|sebab)\b)""", re.IGNORECASE
)
_WHICH = 0.5
_YANG = re.compile(r"\s+yang\s+", re.IGNORECASE)
_FROM_OR_TO = re.compile(
    r"(?<![^\W_])(?:dari|menjadi|jadi|tinggal|hingga|sampai|ke)(?![^\W_])", re.IGNORECASE
)
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
        if sense.kind in ("obliged", "noun") and _YANG.fullmatch(text, edge, sense.start):
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
    return _COMMA.fullmatch(text, sense.end, cluster.start) is not None


_COMMA = re.compile(r"\s*,\s+(?:(?:masih|baru|sudah|ada|sebanyak|sekitar)\s+){0,2}", re.IGNORECASE)
_DONE_TO = re.compile(
    r"\s+(?:[^\W\d]+[\s-]+){0,6}?(?:telah|sudah)\s+(?:dilakukan|dilaksanakan)\s+(?:terhadap|kepada|pada|bagi)\s+",
    re.IGNORECASE,
)
_OBJECT = -0.5  # "perekaman telah dilakukan terhadap 560.546 warga wajib KTP": of whom the act is told


def _carries_on(text: str, start: int, end: int) -> bool:
    """Whether only words that say nothing of their own stand between."""
    return carrying_on().issuperset(_WORDS.findall(text[start:end].lower()))


_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def _is_base(cluster: Cluster, sense: Sense, text: str) -> bool:
    """Whether the cue only names what the percentage is of: "10,8 persen dari yang sudah rekam"."""
    if sense.start < cluster.end or cluster.quantities[-1].unit != "percent":
        return False
    match = _OF.match(text, cluster.end)
    return match is not None and sense.start - match.end() <= _BASE_REACH


_OF = re.compile(
    r"\s*(?:,\s*)?dari\s+(?:(?:total|jumlah|seluruh|data|angka|hasil|yang|warga|penduduk)\s+)*", re.IGNORECASE
)
_BASE_REACH = 8  # code points


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


CARD_WORDS = {"keping", "lembar", "blangko", "blanko", "eksemplar", "kartu"}


_PLACES = 6  # sums of the same prices in another order are the same price


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
        for sense in _within_reach(cluster, senses, starts, distance):
            price = cost(cluster, sense, distance, text)
            if price is None or _is_base(cluster, sense, text) or _of_its_whole(cluster, sense):
                continue
            # "… 379.004 jiwa merekam 312.551": the act leans on the number after it
            leans = (
                following is not None
                and cluster.end <= sense.start
                and sense.end <= following.start
                and (
                    distance.between(sense.end, following.start) <= _TOUCHING
                    or _AND_WHO.search(text, cluster.end, sense.start) is not None
                )
            )
            price += _NEXT if leans else 0.0
            price += _DIVIDED if sense.end <= divided <= cluster.start else 0.0
            if price <= LIMIT:
                found.append((round(price, _PLACES), sense))
        if len(found) > 1:
            found.sort(key=lambda option: (option[0], option[1].kind != "act"))
        cluster.options = found


_TOUCHING = 0.3
_AND_WHO = re.compile(
    r"\sdan\s+yang\s+$", re.IGNORECASE
)  # "420 ribu penduduk dan yang sudah merekam 260 ribu"


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


def upgrade(clusters: list[Cluster], senses: Sequence[Sense], distance: Distance, text: str) -> None:
    """A number of a group that an act follows counts the act: "6.116 wajib KTP di Denpasar belum direkam".

    Of two acts the later one counts where the text sets it against the first ("sudah direkam tapi belum dicetak")
    or gives it as the reason ("belum memiliki KTP karena belum merekam").
    """
    for index, cluster in enumerate(clusters):
        if cluster.sense is not None and cluster.sense.kind == "act":
            cluster.sense = _decisive(cluster.sense, senses, text)
        if (
            cluster.sense is None
            or (cluster.role == "whole" and not _restricted(cluster, clusters, senses, text))
            or cluster.sense.kind not in _COUNTED
            or (cluster.sense.kind == "population" and cluster.sense.end <= cluster.start)
        ):
            continue
        following = clusters[index + 1] if index + 1 < len(clusters) else None
        act = _of_all_parts(cluster, following, senses, text) or _following_act(
            cluster, following, senses, distance, text
        )
        decided = _decisive(act, senses, text) if act is not None else None
        if act is not None and decided is not act and _leans(decided, following, distance):
            continue  # "376.376 jiwa, yang sudah rekam namun belum tercetak 8.600 jiwa"
        if act is not None and _told_apart(cluster, act, following, text):
            continue
        if act is not None:
            if cluster.sense.kind in ("first", "voters"):
                cluster.subgroup = cluster.sense.kind
            if cluster.sense.kind == "rest":
                cluster.construction = "remainder"
            elif cluster.role != "whole":
                cluster.construction = "count-before-cue"
            cluster.sense = decided


def _told_apart(cluster: Cluster, act: Sense, following: Cluster | None, text: str) -> bool:
    """Whether the act is told of a further number: "wajib KTP 376.376 jiwa, yang sudah rekam 8.600"."""
    if following is None or cluster.sense is None or cluster.role == "whole":
        return False
    obliged = cluster.sense.kind == "obliged" and cluster.sense.end <= cluster.start
    return obliged and text.startswith(",", cluster.end) and act.start < following.start


_TOLD = 3.0  # costs of a sense that stands off its number, but is told of it


def give_reasons(clusters: Sequence[Cluster], senses: Sequence[Sense], text: str) -> None:
    """Give a number without a near sense the reason told of it: "2.140 warga didatangi karena belum merekam"."""
    for index, cluster in enumerate(clusters):
        near = cluster.sense is not None and cluster.cost <= _TOLD
        if (near and not _mere_group(cluster)) or cluster.role == "whole":
            continue
        edge = clusters[index + 1].start if index + 1 < len(clusters) else len(text)
        for sense in senses:
            if sense.start >= edge:
                break
            if sense.start >= cluster.end and sense.kind in ("act", "bare") and sense.polarity < 0:
                if _BECAUSE.fullmatch(text, cluster.end, sense.start):
                    cluster.sense, cluster.construction, cluster.cost = sense, "count-before-cue", _TOLD
                break


def _mere_group(cluster: Cluster) -> bool:
    """Whether only the group behind it names a number: "94.285 wajib KTP terancam karena belum merekam"."""
    sense = cluster.sense
    return (
        sense is not None
        and sense.kind == "obliged"
        and sense.start >= cluster.start
        and cluster.whole is None
    )


def _restricted(whole: Cluster, clusters: list[Cluster], senses: Sequence[Sense], text: str) -> bool:
    """Whether "yang" ties an act to a whole before its part: "dari 14 ribu wajib KTP yang belum merekam, …"."""
    group = whole.sense
    if group is None or any(c.whole is whole and c.end <= whole.start for c in clusters):
        return False
    acts = (s for s in senses if s.kind == "act" and s.start >= group.end)
    return any(_YANG.fullmatch(text, group.end, act.start) for act in acts)


def _leans(sense: Sense | None, following: Cluster | None, distance: Distance) -> bool:
    """Whether a sense is told of the number after it."""
    if sense is None or following is None or following.start < sense.end:
        return False
    return distance.between(sense.end, following.start) < _LEANING


_LEANING = 4.0


def _of_all_parts(
    whole: Cluster, following: Cluster | None, senses: Sequence[Sense], text: str
) -> Sense | None:
    """The act of a whole whose parts are told next: "dari 51.337 wajib KTP yang belum direkam meliputi 11.381 …"."""
    if whole.role != "whole" or whole.sense is None or following is None:
        return None
    for sense in senses:
        if sense.kind == "act" and whole.sense.end <= sense.start and sense.end <= following.start:
            tied = _YANG.fullmatch(text, whole.sense.end, sense.start)
            return sense if tied and _PARTS.search(text, sense.end, following.start) else None
    return None


_PARTS = re.compile(r"(?<![^\W_])(?:meliputi|terdiri|mencakup|antara\s+lain)(?![^\W_])", re.IGNORECASE)


def _decisive(act: Sense, senses: Sequence[Sense], text: str) -> Sense:
    for sense in senses:
        if sense.start >= act.end and sense.kind == "act" and sense.polarity < 0:
            gap = text[act.end : sense.start]
            if act.polarity > 0 and _CONTRAST.fullmatch(gap):
                return sense
            if act.polarity > 0 and _LACK.fullmatch(gap) and not _AHEAD.match(text, sense.end):
                return sense
            if act.indicator == "not_owned" and _REASON.fullmatch(gap):
                return sense
            break
    return _predicate(act, senses, text) or act


def _predicate(act: Sense, senses: Sequence[Sense], text: str) -> Sense | None:
    """What those of whom an act is told as known have done besides: "yang telah merekam sudah mengantongi KTP"."""
    if act.polarity <= 0 or not _WHO.search(text, max(0, act.start - _WHO_REACH), act.start):
        return None
    for sense in senses:
        if sense.start >= act.end and sense.kind == "act":
            other = sense.said and sense.indicator != act.indicator
            return sense if other and _OF_THOSE.fullmatch(text, act.end, sense.start) else None
    return None


_WHO_REACH = 8  # characters
_WHO = re.compile(r"(?<![^\W_])yang\s+$", re.IGNORECASE)
_OF_THOSE = re.compile(r"\s+(?:(?:data|e-?KTP|KTP(?:-el)?|elektronik)\s+){0,3}", re.IGNORECASE)


_CONTRAST = re.compile(r"[^,.;\d]{0,40}[\s,]+(?:tapi|tetapi|namun)\s+(?:masih\s+)?", re.IGNORECASE)
_LACK = re.compile(
    r"[^,.;\d]{0,24}(?:,|\s+dan)\s+(?:masih\s+)?", re.IGNORECASE
)  # "sudah terekam, belum dicetak"
_AHEAD = re.compile(r"[^.;\d]{0,40}\d")
_BECAUSE = re.compile(
    r"[^.;\d]{0,120}\s(?:karena|lantaran|akibat|sebab)\s+(?:memang\s+|masih\s+)?", re.IGNORECASE
)
_REASON = re.compile(
    r"[^.;\d]{0,40}(?:karena|sebab|lantaran|akibat)\s+(?:memang\s+|masih\s+)?", re.IGNORECASE
)


# others are told of: "857.000 orang, tetapi banyak yang belum direkam"
_BUT_MANY = re.compile(
    r"(?:(?<![^\W_])(?:tetapi|tapi|namun|hanya saja)|,)\s+(?:masih\s+)?(?:banyak|ada|sebagian)(?![^\W_])",
    re.I,
)


def _following_act(
    cluster: Cluster, following: Cluster | None, senses: Sequence[Sense], distance: Distance, text: str
) -> Sense | None:
    edge = cluster.end
    wanted = {"act"}
    if cluster.sense is not None:
        edge = max(edge, cluster.sense.end)
        if cluster.sense.kind == "rest":
            wanted = {"act", "bare"}
    for sense in senses:
        if sense.start < cluster.end or sense.kind not in wanted or sense.polarity == 0:
            continue
        if distance.between(edge, sense.start) > 4.5 or _BUT_MANY.search(text, edge, sense.start):
            return None
        if following is not None and (
            sense.start >= following.end or distance.between(sense.end, following.start) < 2
        ):
            return None
        return sense
    return None
