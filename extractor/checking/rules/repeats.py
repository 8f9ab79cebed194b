"""Two mentions of one quantity that differ (EK101).

The same indicator printed twice for one place is most often not a repetition: an earlier and a later value, a
subgroup, a second source, parts of a list. Each of these is looked for before a pair is called a clash.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from extractor.checking.asides import set_aside
from extractor.checking.balances import equations
from extractor.checking.cells import Cell, Value, doubtful
from extractor.checking.context import always_around, ever_around
from extractor.checking.described import Wording
from extractor.checking.equations import Same, Sum, loosely
from extractor.checking.identities import identities, sources, words
from extractor.checking.intervals import Interval
from extractor.checking.rule import Conflict, Matter, Rule
from extractor.checking.slips import common_digits, slip
from extractor.checking.timing import Relation, stated
from extractor.checking.weight import distance, relation, severity
from extractor.report import Severity

CODE = "EK101"
_MOST_DISTINCT = 3  # more different values of one indicator are a list or a history
_TELLING_DIGITS = 3  # a slip between numbers that share fewer digits may be chance
_FAR = 2  # times
_COARSE = 4
_DRIFT = 20  # a twentieth: what a base may move between two consolidations
_SECTIONS = ("title", "lead", "body")


def clashes(matter: Matter, cell: Cell) -> list[Conflict]:
    """The repetitions in a cell that differ."""
    known = matter.clashes.get(id(cell))
    if known is None:
        known = matter.clashes[id(cell)] = list(_clashes(matter, cell))
    return known


def _clashes(matter: Matter, cell: Cell) -> Iterator[Conflict]:
    kinds = dict.fromkeys((v.indicator, v.percent) for v in cell.values)
    for indicator, percent in kinds:
        if indicator not in identities().repeated:
            continue
        printed = cell.of(indicator, percent=percent)
        if len(printed) < 2 and not cell.others:
            continue
        found = [v for v in printed if not doubtful(v)]
        pairs = [(a, b) for a, b in combinations(found, 2) if _differ(matter, cell, a, b)]
        if pairs or (cell.others and len(found) > 1):
            found = [v for v in found if not set_aside(matter.text, v)]
        for a, b in pairs:
            if a in found and b in found and _contemporaries(matter, a, b, found) <= _MOST_DISTINCT:
                yield from _pair(matter, cell, a, b)
        if cell.others and 0 < len(found) <= _MOST_DISTINCT:
            yield from _beside_history(matter, cell, found, indicator, percent)
    yield from _twins(matter, cell)


def _contemporaries(matter: Matter, a: Value, b: Value, found: list[Value]) -> int:
    """How many values are of one time with one of two, themselves included: more are a list or a history."""
    if len(found) <= _MOST_DISTINCT:
        return len(found)
    near = (v for v in found if any(relation(matter.timing, v, w) is not Relation.APART for w in (a, b)))
    return sum(1 for _ in near)


def _twins(matter: Matter, cell: Cell) -> Iterator[Conflict]:
    """A title that tells the body's figure under another name ("belum punya", "belum merekam"), with a slip.

    Only a telling slip counts: as quantities the two differ rightly.
    """
    for left, right in identities().twins:
        for a, b in product(cell.of(left), cell.of(right)):
            if a.rounded or b.rounded or not _retold(a, b) or not _slip(a, b)[1]:
                continue
            excused = _apart(matter, a, b) or _bridged(cell, a, b)
            if not excused and relation(matter.timing, a, b) is not Relation.APART:
                yield Conflict(CODE, cell, Same(a, b), "warning")


def _differ(matter: Matter, cell: Cell, a: Value, b: Value) -> bool:
    """Whether two values of one time do not meet, and nothing printed makes up the difference."""
    if Same(a, b).holds(loosely) or _times(matter, a, b) is Relation.APART:
        return False
    return not _bridged(cell, a, b)


def _times(matter: Matter, a: Value, b: Value) -> Relation:
    """How the times of two values of one indicator relate; a base lasts half a year unless both are dated."""
    times = relation(matter.timing, a, b)
    slow = a.indicator in identities().slow
    if times is Relation.APART and slow and not (stated(a.first) and stated(b.first)):
        return relation(matter.timing, a, b, slow=True)
    return times


def _pair(matter: Matter, cell: Cell, a: Value, b: Value) -> Iterator[Conflict]:
    weight = _weight(matter, cell, a, b, _times(matter, a, b))
    if weight is not None and not _apart(matter, a, b):
        yield Conflict(CODE, cell, Same(a, b), weight)


def _weight(matter: Matter, cell: Cell, a: Value, b: Value, times: Relation) -> Severity | None:
    """Error where one is a slip of the other's digits; warning where a retelling differs; else silence."""
    kind, telling = _slip(a, b)
    if telling:
        certain = not a.percent and not a.rounded and not b.rounded
        return severity((a, b), times, slip=True) if certain else "warning"
    if a.percent or not _is_retelling(a, b, kind, times):
        return None
    if _part_of_others(cell, a, b) or _tells_change(matter, a, b):
        return None
    return None if kind is None and _group_of(matter, cell, a, b) else "warning"


def _group_of(matter: Matter, cell: Cell, a: Value, b: Value) -> bool:
    """Whether the value told first fits its whole, and the later one is some of it."""
    first, later = sorted((a, b), key=_reach)
    if later.number >= first.number:
        return False
    holding = equations(matter, cell).holding
    best = [e for e in holding if isinstance(e, Sum)] or holding
    fitting = {id(v) for e in best for v in e.members}
    return id(first) in fitting and id(later) not in fitting


def _is_retelling(a: Value, b: Value, kind: str | None, times: Relation) -> bool:
    """Whether one of two counts must be the other told again: near in size, and of one time or a base."""
    if kind not in (None, "one-digit") and times is Relation.SAME:
        return True
    low, high = sorted((a.number, b.number))
    if high > _FAR * low:
        return False
    if a.indicator in identities().slow:
        return times is not Relation.LOOSE or _DRIFT * (high - low) >= high
    return times is Relation.SAME and _retold(a, b)


def _slip(a: Value, b: Value) -> tuple[str | None, bool]:
    """The slip between two values, and whether it is too close to be chance."""
    places = max(a.places, b.places)
    kind = slip(a.number, Interval(b.number, b.number), places)
    shared = common_digits(a.number, b.number, places) >= _TELLING_DIGITS
    return kind, kind is not None and (shared or kind == "swapped-digits")


def is_slip(a: Value, b: Value) -> bool:
    """Whether one value is so close a slip of the other that it counts in sums and shares as well.

    Percentages of two times often differ by one digit; only swapped digits tell.
    """
    kind, telling = _slip(a, b)
    return telling and (not a.percent or kind == "swapped-digits")


def _retold(a: Value, b: Value) -> bool:
    """Whether one is told in title or lead and the other after it: titles retell leads, leads the body."""
    (_, end), (start, _) = sorted((_reach(a), _reach(b)))
    return end < start


def _reach(value: Value) -> tuple[int, int]:
    """The first and last section in which a value stands."""
    sections = [_SECTIONS.index(f.section) for f in value.figures]
    return min(sections), max(sections)


def _apart(matter: Matter, a: Value, b: Value) -> bool:
    """Whether the words set the two apart: one sentence, another base, another source."""
    if {f.sentence for f in a.figures} & {f.sentence for f in b.figures}:
        return True
    if a.percent and a.first.base != b.first.base:
        return True
    return told_by(matter, a) != told_by(matter, b)


def told_by(matter: Matter, value: Value) -> tuple[bool, ...]:
    """Which kinds of source other than the registry the sentences of every mention name."""
    return tuple(always_around(matter.text, value, pattern) for pattern in sources())


def _tells_change(matter: Matter, a: Value, b: Value) -> bool:
    """Whether the words around one of them tell of a change: then they are an earlier and a later value."""
    pattern = words("change")
    return any(ever_around(matter.text, value, pattern) for value in (a, b))


def _bridged(cell: Cell, a: Value, b: Value) -> bool:
    """Whether a printed count of something else makes up the difference (52.218 − 21.000 = 31.218)."""
    low, high = (a, b) if a.number < b.number else (b, a)
    difference = high.interval - low.interval
    return not a.percent and any(
        v.indicator != a.indicator and v.interval.meets(difference) and _fine(v) for v in cell.counts()
    )


def _fine(value: Value) -> bool:
    """Whether a count is told finely enough that meeting a difference is no chance."""
    return _COARSE * (value.interval.high - value.interval.low) <= value.number


def _part_of_others(cell: Cell, a: Value, b: Value) -> bool:
    """Whether a third value is the sum of the two, or their difference."""
    total, difference = a.interval + b.interval, a.interval - b.interval
    others = [v for v in cell.counts() if v.indicator == a.indicator and v is not a and v is not b]
    negative = Interval(-difference.high, -difference.low)
    return any(v.interval.meets(i) for v in others for i in (total, difference, negative))


def _beside_history(
    matter: Matter, cell: Cell, found: list[Value], indicator: str, percent: bool
) -> Iterator[Conflict]:
    """A value that fits no member of a series told in another paragraph, but is a slip away from one."""
    history = [v for v in cell.others if v.indicator == indicator and v.percent == percent]
    history = [v for v in history if v.first.series is not None][:8]
    for value in found:
        if any(value.loose().meets(v.loose()) for v in history):
            continue
        for member in history:
            kind, _ = _slip(value, member)
            if kind in (None, "one-digit") or distance(value, member) == 0:
                continue
            excused = _apart(matter, value, member) or _bridged(cell, value, member)
            if not excused and relation(matter.timing, value, member) is Relation.SAME:
                yield Conflict(CODE, cell, Same(value, member), "warning")


def _check(matter: Matter) -> Iterator[Conflict]:
    for cell in matter.full_cells:
        yield from clashes(matter, cell)


REPEAT = Rule(
    code=CODE,
    name="repeat-differs",
    severity="error",
    summary="one quantity is printed with two values",
    explanation=(
        "Two figures of the same indicator for the same place and time do not meet, each read as plus or "
        "minus one unit of its last printed digit. It is an error where one number is a slip of the other "
        "(a digit changed, dropped, added or swapped), a warning where title or lead retell the body with "
        "another number, or a base such as the wajib KTP has two."
    ),
    silence=(
        "Where the text dates them differently, tells a change (semula, menjadi), names another source "
        "(KPU), a subgroup, a cleaned rest (riil) or an earlier value (turun dari), or disputes one; where "
        "both stand in one sentence; where another printed figure makes up the difference; where one rounds "
        "the other; for targets, blanks and counts per day."
    ),
    fires=(
        "4.183 Warga Sleman Belum Rekam e-KTP\n\nSLEMAN - Sebanyak 4.183 warga Kabupaten Sleman belum "
        "melakukan perekaman e-KTP.\n\nDari 812.650 wajib KTP di Kabupaten Sleman, 808.462 orang sudah "
        "melakukan perekaman. Sisanya 4.188 orang belum melakukan perekaman, kata Kepala Disdukcapil "
        "Kabupaten Sleman.",
    ),
    silent=(
        "4 Ribu Warga Sleman Belum Rekam e-KTP\n\nSLEMAN - Dari 812.650 wajib KTP di Kabupaten Sleman, "
        "808.462 orang sudah melakukan perekaman. Sisanya 4.188 orang belum melakukan perekaman.",
        "Warga Sleman Rekam e-KTP\n\nSLEMAN - Warga Kabupaten Sleman yang belum merekam e-KTP semula 9.214 "
        "orang, lalu turun menjadi 4.188 orang.",
    ),
    check=_check,
    indonesian=Wording(
        summary="satu hal tercetak dengan dua angka",
        explanation=(
            "Dua angka untuk indikator, tempat, dan waktu yang sama tidak bertemu, masing-masing dibaca "
            "kurang lebih satu satuan digit terakhirnya. Galat bila angka yang satu salah ketik dari yang "
            "lain; peringatan bila judul atau teras berbeda dari tubuh berita, atau angka dasar seperti "
            "wajib KTP ada dua."
        ),
        silence=(
            "Bila tanggalnya berbeda, teks menyebut perubahan (semula, menjadi), sumber lain (KPU), "
            "kelompok khusus, angka bersih (riil), atau angka lama (turun dari), atau membantahnya; bila "
            "keduanya dalam satu kalimat; bila angka lain menjelaskan selisihnya; bila yang satu "
            "pembulatan; untuk target, blangko, dan jumlah per hari."
        ),
    ),
)

RULES = (REPEAT,)
