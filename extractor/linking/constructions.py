"""The constructions in which a number gets its indicator, the most specific first.

Each is a function of a number and what stands around it. It names itself in `cluster.construction` and gives the
indicator, or None to leave the number to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor.linking import percentages, pointing, remainders, whole_part
from extractor.linking.clusters import Cluster
from extractor.linking.cue_readings import read_cue
from extractor.linking.here import Here
from extractor.linking.list_heads import inherited
from extractor.linking.list_items import before_the_cue, in_row, list_item
from extractor.linking.mere_units import (
    GROUPS,
    PERSONS,
    TELLING,
    act_told,
    cards_told,
    counts_cards,
    of_group,
    of_obliged,
)
from extractor.linking.now_told import now_told
from extractor.linking.rates import daily
from extractor.linking.sexes import summed
from extractor.linking.topic import SHARES, after_place, cell_ends
from extractor.reading.wording import any_of, phrases, sign_of

_LOOSE = 3.5  # a cue farther off than this loses against a place right before the number
_BLANK_UNITS = frozenset(phrases("blank cards"))
_CLAIMING = {
    "act", "noun", "obliged", "population", "population-weak", "voters", "first", "blanks", "suket", "ikd", "other",
}  # fmt: skip
_ROW = re.compile(
    rf"""[\s,]*(?:(?:{any_of("next in a row")}(?:\s*{any_of("now", "becoming")})?
        |{any_of("now", "becoming")})[\s,]*)?""",
    re.VERBOSE | re.IGNORECASE,
)
_BECOMES = re.compile(rf"(?<![^\W_])(?:{any_of('now', 'becoming')}|ke)(?![^\W_])", re.IGNORECASE)


def coordination(cluster: Cluster, here: Here) -> str | None:
    """A number that goes on a row of numbers: "142 ribu, 47 ribu dan kini 26 ribu"."""
    if here.said is None or (cluster.sense is not None and cluster.sense.kind not in ("other", "change")):
        return None
    before = here.view.clusters[here.view.clusters.index(cluster) - 1]
    if before.start >= cluster.start or before.percent_only != cluster.percent_only:
        return None
    if not _ROW.fullmatch(here.text, before.end, cluster.start):
        return None
    if cluster.sense is not None and not _BECOMES.search(here.text, before.end, cluster.start):
        return None  # ", dan 512 orang sudah meninggal" counts something else
    cluster.construction = "coordination"
    cluster.role = before.role
    return before.indicator


def dated_row(cluster: Cluster, here: Here) -> str | None:
    """A row of dates, each with its number: "Januari 3.120 orang, Februari 2.540 orang"."""
    if cluster.sense is not None or here.said is None or here.view.clusters[0] is cluster:
        return None
    before = here.view.clusters[here.view.clusters.index(cluster) - 1]
    heads = [d for d in here.view.dates if before.end <= d.start and d.end <= cluster.start]
    if not heads or here.distance.between(heads[-1].end, cluster.start) > 1:
        return None
    if before.percent_only != cluster.percent_only or before.role == "whole":
        return None
    cluster.construction = "dated-row"
    cluster.series = before.series = here.view.start
    return before.indicator


def of_another_kind(cluster: Cluster, here: Here) -> str | None:
    """An average, or a change in percent: "rata-rata 100 orang", "bertambah 2,32 persen"."""
    if not (
        _is_average(cluster, here)
        or _of_a_house(cluster, here)
        or (cluster.percent_only and _said_before(cluster, here, _GREW))
    ):
        return None
    cluster.construction = "aside"
    return "other"


def _is_average(cluster: Cluster, here: Here) -> bool:
    if "rata-rata" not in here.view.lower or (cluster.sense is not None and cluster.sense.kind == "rate"):
        return False
    return _said_before(cluster, here, _AVERAGE)


def _of_a_house(cluster: Cluster, here: Here) -> bool:
    """Whether the number is one of a row of schools, prisons and the like: "SMA Negeri 1 Klaten 69 jiwa"."""
    start, number = max(here.floor, cluster.start - _HOUSE_REACH), cluster.quantities[0].start
    lead = here.text[start:number]
    return _HOUSE_SIGN.search(lead) is not None and _HOUSE.search(lead) is not None


_HOUSE_REACH = 60  # code points
_HOUSE_SIGN = sign_of("houses")
_HOUSE = re.compile(
    rf"(?<![^\W_]){any_of('houses')}\s(?:[A-Z][^\W\d]*\s|\d{{1,2}}\s)*(?:{any_of('before a count there')}\s)*$"
)


def _said_before(cluster: Cluster, here: Here, words: re.Pattern[str]) -> bool:
    """Whether `words` stand right before the number, behind the one before it."""
    number = cluster.quantities[0].start
    return words.search(here.text, max(here.floor, number - _LEAD), number) is not None


_LEAD = 32  # code points
_AVERAGE = re.compile(r"(?<![^\W_])rata-rata(?:nya)?\s+$", re.IGNORECASE)
_GREW = re.compile(rf"(?<![^\W_]){any_of('changing', 'growing')}\s+(?:{any_of('by')}\s+)?$", re.IGNORECASE)


def bound_of_counts(cluster: Cluster, here: Here) -> str | None:
    """A number that only bounds those of several places: "empat kecamatan lain di bawah seribu"."""
    count = cluster.count
    if count is None or count.low != 0 or count.value == 0:
        return None
    if not percentages.SEVERAL.search(here.text, max(here.view.start, cluster.start - _LEAD), cluster.start):
        return None
    cluster.construction = "bound"
    return "other"


def table(cluster: Cluster, here: Here) -> str | None:
    """A cell of a table under its head; columns count from the right, where numbers stand."""
    columns = here.topic.columns
    if len(columns) < 2 or cluster.percent_only:
        return None
    cells = [c for c in here.view.clusters if not c.percent_only]
    if len(cells) < len(columns):
        return None
    if cell_ends(here.text, here.view.start, here.view.end) < len(columns):
        return None
    column = cells.index(cluster) - len(cells)
    if -column > len(columns):
        return None  # the number of the row
    cluster.construction = "table"
    return columns[column]


def near_place(cluster: Cluster, here: Here) -> str | None:
    """A list item whose own cue is far off: ", Kecamatan Besitang 3.829 warga … dari penduduk yang wajib rekam"."""
    sense = cluster.sense
    loose = sense is not None and cluster.cost > _LOOSE and cluster.role != "whole"
    if (
        not loose
        or (sense is not None and sense.kind in ("other", "voters") and sense.end <= cluster.start)
        or here.topic.last is None
        or (sense is not None and sense.indicator == "recorded" and daily(cluster, here))
        or not after_place(here.view, cluster, here.distance, here.floor, 1.0)
    ):
        return None
    cluster.construction = "list"
    return inherited(here.view, cluster, here.topic, here.said, here.text)


def cue(cluster: Cluster, here: Here) -> str | None:
    """A number with a cue of its own: before it, after it, or the remainder of what was told."""
    if cluster.sense is None:
        return None
    return read_cue(cluster, cluster.sense, here)


def told_again(cluster: Cluster, here: Here) -> str | None:
    """A number that the article has told before: "22.184 jiwa itu menyebar di 23 kecamatan"."""
    number = cluster.quantities[0]
    told = here.topic.values.get((number.value, number.unit == "percent"))
    if told == "blanks" and _suket_behind(cluster, here):
        return None  # as many as there are blank cards: "dari sekitar 15 ribu suket yang dikeluarkan"
    if told is None or (number.value < TELLING and not whole_part.repeated(cluster, here.text)):
        return None
    cluster.construction = "repeat"
    return told


def _suket_behind(cluster: Cluster, here: Here) -> bool:
    first, last = cluster.quantities[0].end, cluster.end + 1
    return any(sense.kind == "suket" and first <= sense.start <= last for sense in here.view.senses)


def out_of_told(cluster: Cluster, here: Here) -> str | None:
    """A part of what was told before: "Dari yang belum itu, 2,1 juta berumur di atas 23 tahun"."""
    if here.whole is None or cluster.percent_only or cluster.role == "whole":
        return None
    cluster.construction = "part-of-whole"
    cluster.subgroup = "part"
    return here.whole


def unnamed_whole(cluster: Cluster, here: Here) -> str | None:
    """The base of another number without a noun: "68,24 persen dari 465.558 jiwa"."""
    if cluster.role != "whole":
        return None
    cluster.construction = "whole-inherited"
    if any(part.whole is cluster and part.indicator == "other" for part in here.view.clusters):
        return "other"
    if any(sense.kind == "other" and sense.end <= cluster.start for sense in here.view.senses):
        return "other"  # "61.112 kartu identitas anak dari total 113.064"
    behind = {s.kind for s in here.view.senses if 0 <= s.start - cluster.end <= 1}
    if "obliged" in behind:
        return "wktp"  # "10 persen dari total 118.000 warga wajib KTP"
    if "blanks" in behind:
        return "blanks"  # "dari 8.000 blangko yang diminta"
    if _suket_behind(cluster, here):
        cluster.construction = "count-before-cue"
        return "suket"
    if cluster.quantities[0].classifier in _RESIDENTS or _OF_RESIDENTS.match(here.text, cluster.end):
        return "population"
    parts = [part for part in here.view.clusters if part.whole is cluster]
    if any("first_voters" in (part.indicator or "") for part in parts):
        return "first_voters"
    if any(part.indicator == "blanks" and _OUT_OF.match(here.text, part.end) for part in parts):
        return "blanks"  # "500 keping dari 2.000 keping yang diterima"
    if any(part.sense is not None and part.sense.indicator == "wktp" for part in parts):
        return "population"  # "dari 1.269.885 jiwa, ada 910.382 orang yang wajib KTP"
    acts = any(p.sense is not None and (p.sense.kind == "bare" or p.sense.indicator in SHARES) for p in parts)
    if acts and here.topic.last_whole == "population" and "wktp" in here.topic.totals:
        return "wktp"  # the population was the whole of the wajib KTP, these are those of acts
    return here.topic.last_whole or "wktp"


_OUT_OF = re.compile(r"\s+dari\s", re.IGNORECASE)
_RESIDENTS = frozenset(phrases("residents"))
_OF_RESIDENTS = re.compile(rf"\s+{any_of('residents')}\s+[A-Z]")  # "dari 131.503 jiwa warga Klaten"


def blank_cards(cluster: Cluster, here: Here) -> str | None:
    """Cards counted as only blank ones are, where blanks are the matter: "10 ribu keping"."""
    if cluster.count is None or cluster.count.classifier not in _BLANK_UNITS:
        return None
    if "rate" in here.view.kinds:
        return None  # "stabil di kisaran 100 keping per hari" is a day's work
    topic = here.topic
    matter = topic.of_blanks and "blanks" in (topic.last or "blanks", topic.pending)
    if not matter and "blanks" not in here.view.kinds:
        return None
    cluster.construction = "unit"
    return "blanks"


def received(cluster: Cluster, here: Here) -> str | None:
    """Blank cards that came of those asked for: "mengajukan 40 ribu keping, yang turun cuma 6 ribu"."""
    if cluster.quantities[0].unit not in (None, "cards") or not here.topic.of_blanks:
        return None
    told = here.said or (here.topic.last if here.topic.told_in == here.view.paragraph else None)
    if told != "blanks" or not _CAME.search(here.text, here.floor, cluster.quantities[0].start):
        return None
    cluster.construction = "unit"
    return "blanks"


_CAME = re.compile(
    rf"(?<![^\W_])(?:yang\s+|{any_of('only')}\s+)?{any_of('coming of a request')}\s+(?:{any_of('only about')}\s+)*$",
    re.IGNORECASE,
)


def part(cluster: Cluster, here: Here) -> str | None:
    """A part without a cue: "7.000-an belum merekam. Persisnya 6.940 orang dari 86.505 wajib KTP"."""
    if not of_obliged(cluster):
        return None
    cluster.construction = "part-of-whole"
    return act_told(here)


def nearest(cluster: Cluster, here: Here) -> str | None:
    """The only cue of the sentence for its only unlinked count, however far: a doubtful link."""
    number = cluster.quantities[0]
    if cluster.percent_only or number.unit != "persons" or number.value < TELLING:
        return None
    if "voters" in here.view.kinds:
        return None  # the numbers of a voters' list
    kinds = ("act", "obliged", "population", "population-weak", "target")
    free = [sense for sense in here.view.senses if sense.kind in kinds]
    if not free:
        return None
    takers = [other for other in here.view.clusters if other is not cluster and other.sense is free[0]]
    if any(other.role == "whole" for other in takers):
        return None
    if len(free) > 1 or takers:
        alike = len({sense.indicator for sense in free}) == 1
        if not alike or len(here.view.clusters) > 2:
            return None
    cluster.construction = "nearest"
    return free[0].indicator


def announced(cluster: Cluster, here: Here) -> str | None:
    """What the sentence before announces: "Yang sudah? 8.871 orang"."""
    topic, count = here.topic, cluster.count
    if here.said is not None or topic.pending is None or topic.pending_in != here.view.paragraph:
        return None
    if count is None or count.value < 100 or not here.text[count.start].isdigit():
        return None
    if not _CLAIMING.isdisjoint(here.view.kinds):
        return None
    blanks = topic.pending == "blanks"
    if count.value < TELLING and (count.unit is None or blanks):
        return None
    if count.unit not in (("cards", None) if blanks else ("persons", None)):
        return None
    cluster.construction = "announced"
    return topic.pending


CONSTRUCTIONS: tuple[Callable[[Cluster, Here], str | None], ...] = (
    percentages.wished,
    percentages.of_things,
    of_another_kind,
    bound_of_counts,
    percentages.earlier,
    percentages.contributed,
    percentages.short_of,
    percentages.bound_of_many,
    percentages.of_target,
    percentages.reached,
    table,
    summed,
    in_row,
    coordination,
    before_the_cue,
    near_place,
    received,
    now_told,
    cue,
    told_again,
    out_of_told,
    dated_row,
    unnamed_whole,
    blank_cards,
    remainders.still,
    percentages.share,
    percentages.share_of_obliged,
    percentages.told_as_share,
    percentages.share_alone,
    list_item,
    part,
    nearest,
    announced,
)
_OF_ITS_OWN = CONSTRUCTIONS[: CONSTRUCTIONS.index(told_again) + 1]
# none of a count is among those of percentages
_OF_COUNTS = tuple(each for each in CONSTRUCTIONS if each.__module__ != percentages.__name__)


def indicator_of(cluster: Cluster, here: Here) -> str | None:
    """The indicator of `cluster` by the first construction that fits, or None.

    A number that points back ("345.100 orang itu") is what it was told as, else takes no other than its own cue.
    """
    told = pointing.told_before(cluster, here) if here.points_back else None
    if told is not None:
        return told
    back = here.points_back and cluster.sense is None and whole_part.repeated(cluster, here.text)
    if back and remainders.MORE.match(here.text, cluster.end):
        back = False  # "yang 9,6 persen lagi itu" points to no number
    usual = CONSTRUCTIONS if cluster.percent_only else _OF_COUNTS
    for construction in _OF_ITS_OWN if back else usual:
        indicator = construction(cluster, here)
        if indicator is not None:
            if construction is cue and indicator in GROUPS:
                indicator = of_group(cluster, here, indicator)
            return cards_told(cluster, here) if indicator in PERSONS and counts_cards(cluster) else indicator
        if construction is cue and cluster.sense is not None:
            return None
    return None
