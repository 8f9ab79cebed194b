"""Acts that are told of a number beside its nearest cue: "dari 14 ribu wajib KTP yang belum merekam, …".

A number that took a group, or an act that another one outweighs, gets the act that the sentence tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.linking.adjacent import without_number
from extractor.linking.clusters import Cluster
from extractor.linking.distance import Distance
from extractor.reading.senses import Sense
from extractor.reading.wording import any_of

_COUNTED = {
    "obliged", "obliged-weak", "population", "population-weak", "first", "voters", "rest", "same",
}  # fmt: skip
_YANG = re.compile(r"\s+yang\s+", re.IGNORECASE)


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
        act = _act_of(cluster, following, senses, distance, text)
        if act is not None:
            _give(cluster, act)


def _act_of(
    cluster: Cluster, following: Cluster | None, senses: Sequence[Sense], distance: Distance, text: str
) -> Sense | None:
    """The act that the sentence tells of the number, not of the one after it."""
    act = _of_all_parts(cluster, following, senses, text) or _following_act(
        cluster, following, senses, distance, text
    )
    if act is None or _told_apart(cluster, act, following, text) or _is_base(cluster, act, text):
        return None
    decided = _decisive(act, senses, text)
    if decided is not act and _leans(decided, following, distance):
        return None  # "376.376 jiwa, yang sudah rekam namun belum tercetak 8.600 jiwa"
    return decided


def _is_base(cluster: Cluster, act: Sense, text: str) -> bool:
    """Whether the act only names whose share it is: "jumlah ini baru 16,1 persen dari warga yang telah merekam"."""
    those = _OF_THOSE.match(text, cluster.end) if cluster.percent_only else None
    return those is not None and act.start <= those.end() < act.end


_OF_THOSE = re.compile(rf"\s+dari\s+(?:{any_of('of a base')}\s+)*yang\s+", re.IGNORECASE)


def _give(cluster: Cluster, act: Sense) -> None:
    group = cluster.sense.kind if cluster.sense is not None else None
    if group in ("first", "voters"):
        cluster.subgroup = group
    if group == "rest":
        cluster.construction = "remainder"
    elif cluster.role != "whole":
        cluster.construction = "count-before-cue"
    cluster.sense = act


def _told_apart(cluster: Cluster, act: Sense, following: Cluster | None, text: str) -> bool:
    """Whether the act is told of a further number: "wajib KTP 376.376 jiwa, yang sudah rekam 8.600" (or "separuh")."""
    if without_number(act, cluster, text):
        return True
    if following is None or cluster.sense is None or cluster.role == "whole":
        return False
    obliged = cluster.sense.kind == "obliged" and cluster.sense.end <= cluster.start
    return obliged and text.startswith(",", cluster.end) and act.start < following.start


_TOLD = 3.0  # costs of a sense that stands off its number, but is told of it


def give_reasons(clusters: Sequence[Cluster], senses: Sequence[Sense], text: str) -> None:
    """Give a number without a near sense the reason told of it: "2.140 warga didatangi karena belum merekam"."""
    for index, cluster in enumerate(clusters):
        near = cluster.sense is not None and cluster.cost <= _TOLD
        if (near and not _mere_group(cluster, text)) or cluster.role == "whole":
            continue
        edge = clusters[index + 1].start if index + 1 < len(clusters) else len(text)
        for sense in senses:
            if sense.start >= edge:
                break
            if sense.start >= cluster.end and sense.kind in ("act", "bare") and sense.polarity < 0:
                if _BECAUSE.fullmatch(text, cluster.end, sense.start):
                    cluster.sense, cluster.construction, cluster.cost = sense, "count-before-cue", _TOLD
                break


def _mere_group(cluster: Cluster, text: str) -> bool:
    """Whether only the group or a threat behind it names a number.

    "94.285 wajib KTP terancam karena belum merekam", "2.140 warga terancam diblokir karena belum merekam"
    """
    sense = cluster.sense
    if sense is None or sense.start < cluster.start or cluster.whole is not None:
        return False
    if sense.kind == "other":
        return _THREATENED.search(text, cluster.end, sense.start) is not None
    return sense.kind == "obliged"


_THREATENED = re.compile(rf"(?<![^\W_]){any_of('threatened')}\s+$", re.IGNORECASE)


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
_NEXT_TO = 1.0


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


_PARTS = re.compile(rf"(?<![^\W_]){any_of('giving parts')}(?![^\W_])", re.IGNORECASE)


def _decisive(act: Sense, senses: Sequence[Sense], text: str) -> Sense:
    for sense in senses:
        if sense.start >= act.end and sense.kind == "act" and _lacks(sense):
            gap = text[act.end : sense.start]
            if act.polarity > 0 and _CONTRAST.fullmatch(gap):
                return sense
            if act.polarity > 0 and _LACK.fullmatch(gap) and not _AHEAD.match(text, sense.end):
                return sense
            if act.indicator == "not_owned" and _REASON.fullmatch(gap):
                return sense
            break
    return _predicate(act, senses, text) or _by_now(act, senses, text) or act


def _lacks(sense: Sense) -> bool:
    return sense.polarity < 0 or sense.indicator == "unprinted"


def _predicate(act: Sense, senses: Sequence[Sense], text: str) -> Sense | None:
    """What those of whom an act is told as known have done besides: "yang telah merekam sudah mengantongi KTP"."""
    if act.polarity <= 0 or not _WHO.search(text, max(0, act.start - _WHO_REACH), act.start):
        return None
    for sense in senses:
        if sense.start < act.end:
            continue
        if sense.kind == "suket" and _STILL_ONLY.fullmatch(text, act.end, sense.start):
            return sense  # "yang sudah direkam kini masih mengantongi suket"
        if sense.kind == "act":
            other = sense.said and sense.indicator != act.indicator
            return sense if other and _OF_THOSE.fullmatch(text, act.end, sense.start) else None
    return None


_WHO_REACH = 8  # characters
_WHO = re.compile(r"(?<![^\W_])yang\s+$", re.IGNORECASE)
_STILL_ONLY = re.compile(rf"\s+(?:{any_of('still only')}\s+){{1,4}}", re.IGNORECASE)
_OF_THOSE = re.compile(rf"\s+(?:{any_of('the card')}\s+){{0,3}}", re.IGNORECASE)


def _by_now(act: Sense, senses: Sequence[Sense], text: str) -> Sense | None:
    """What has become of those who lacked before: "645 orang yang tadinya tidak tersentuh kini terekam"."""
    if act.polarity >= 0 or not _FORMERLY.search(text, max(0, act.start - _FORMERLY_REACH), act.start):
        return None
    return next(
        (sense for sense in senses if sense.start >= act.end and sense.kind == "act" and sense.polarity > 0),
        None,
    )


_FORMERLY_REACH = 16  # characters
_FORMERLY = re.compile(rf"(?<![^\W_]){any_of('formerly')}\s+$", re.IGNORECASE)


_CONTRAST = re.compile(
    rf"[^,.;\d]{{0,40}}[\s,]+{any_of('but')}\s+(?:[^\W\d]+(?:-[^\W\d]+)*\s+){{0,2}}", re.IGNORECASE
)
# "sudah terekam, belum dicetak"
_LACK = re.compile(rf"[^,.;\d]{{0,24}}(?:,|\s+dan)\s+(?:{any_of('telling a state')}\s+)?", re.IGNORECASE)
_AHEAD = re.compile(r"[^.;\d]{0,40}\d")
_BECAUSE = re.compile(rf"[^.;\d]{{0,120}}\s{any_of('because')}\s+(?:{any_of('indeed')}\s+)?", re.IGNORECASE)
_REASON = re.compile(rf"[^.;\d]{{0,40}}{any_of('because')}\s+(?:{any_of('indeed')}\s+)?", re.IGNORECASE)


# others are told of: "857.000 orang, tetapi banyak yang belum direkam"
_BUT_MANY = re.compile(
    rf"(?:(?<![^\W_]){any_of('but', 'except that')}|,)\s+(?:masih\s+)?{any_of('some of many')}(?![^\W_])",
    re.IGNORECASE,
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
        if (
            sense.kind == "obliged-weak"
            and sense.start >= edge
            and distance.between(edge, sense.start) <= _NEXT_TO
        ):
            edge = sense.end  # "9 ribu pelajar sudah genap 17 tahun dan belum rekam"
        if sense.start < cluster.end or sense.kind not in wanted or sense.polarity == 0:
            continue
        if ";" in text[edge : sense.start]:
            return None
        if distance.between(edge, sense.start) > 4.5 or _BUT_MANY.search(text, edge, sense.start):
            return None
        if following is not None and (
            sense.start >= following.end or distance.between(sense.end, following.start) < 2
        ):
            return None
        return sense
    return None
