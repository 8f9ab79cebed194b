"""What one number tells of another: ranges, shared units and scale words, and scales that print lost."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from extractor.reading.mentions import Number
from extractor.reading.numerals import Numeral, Reading, doubled, resolve
from extractor.reading.quantity_context import Draft
from extractor.reading.wording import any_of

_RANGE = re.compile(r"\s{0,3}(?:[-–—]|hingga|sampai(?: dengan)?|s\.?/?d\.?)\s{0,3}", re.IGNORECASE)
_AND = re.compile(
    rf"\s{{0,3}}(?:,|,? ?(?:{any_of('joining numbers')}|s\.?/?d\.?)|[-–—])\s{{0,3}}", re.IGNORECASE
)
_RATE = re.compile(rf"\s{{0,3}}{any_of('each time')}")
_PERCENT_TOPIC = re.compile(any_of("percent topics"), re.IGNORECASE)
_JOIN = 24  # characters of the longest joining word with its blanks
_NEAR = 80  # characters around a fraction in which its percent sign's subject is looked for


def spread_rejections(text: str, drafts: list[Draft]) -> None:
    """Coordinated bare numbers share their kind: "usia 16 atau 17", "8-14 Februari", "06.00-09.00 WIB"."""
    for steps in (pairwise(drafts), pairwise(reversed(drafts))):
        for known, other in steps:
            if known.rejected is None or other.rejected:
                continue
            left, right = (known, other) if known.start < other.start else (other, known)
            if (left.joined or _takes_kind(other, known)) and _between(_AND, text, left, right):
                other.rejected = known.rejected


def reject_proportions(text: str, drafts: list[Draft]) -> None:
    """Leaves out what only says how many of ten: "3 dari 10 warga", "tujuh dari 10 orang"."""
    for part, whole in pairwise(drafts):
        if whole.outer_start - part.outer_end > _NEXT_BUT_ONE:
            continue  # most numbers
        some, all_ = _plainly(part), _plainly(whole)
        if not some or all_ is None or all_ not in _ROUND_WHOLES or some >= all_ or part.unit == "percent":
            continue
        if whole.unit != "percent" and _OUT_OF.fullmatch(text, part.outer_end, whole.outer_start):
            part.rejected = whole.rejected = "proportion"


_NEXT_BUT_ONE = 20  # characters
_ROUND_WHOLES = frozenset([*range(2, 11), 100])
_OUT_OF = re.compile(r"\s{1,3}(?:di\s)?(?:antara|dari)(?:\s{1,3}setiap|\s{1,3}tiap)?\s{1,3}", re.IGNORECASE)


def _plainly(draft: Draft) -> Number | None:
    """The value of a number in words, or in digits without mark or scale word."""
    if draft.numeral is None:
        return draft.reading.value if draft.reading is not None else None
    return draft.numeral.digits if draft.numeral.shape == "plain" and draft.scale == 1 else None


def _takes_kind(draft: Draft, known: Draft) -> bool:
    """Whether a number shares a rejected neighbour's kind ("Rp 25-50 ribu", not "tahun 2019, 300 ribu")."""
    return draft.bare or (known.rejected == "money" and draft.unit is None)


def _between(words: re.Pattern[str], text: str, left: Draft, right: Draft) -> bool:
    """Whether nothing but one of the joining words stands between two numbers."""
    start, end = left.outer_end, right.outer_start
    return end - start <= _JOIN and words.fullmatch(text, start, end) is not None


def join_compounds(text: str, drafts: list[Draft]) -> list[Draft]:
    """Joins "1 juta 200 ribu" to one number; gives the drafts that remain."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last and _continues(text, last, draft):
            _add(last, draft)
        else:
            joined.append(draft)
    return joined


def _continues(text: str, left: Draft, right: Draft) -> bool:
    if left.rejected or right.rejected or left.numeral is None or right.numeral is None:
        return False
    if left.scale <= right.scale or left.outer_end != left.end or left.suffix or left.scale_suffix:
        return False
    if (
        right.numeral.shape != "plain"
        or right.numeral.digits * right.scale >= left.scale
        or left.numeral.decimals
    ):
        return False
    return text[left.end : right.start] == " " and (right.scale > 1 or right.unit is not None)


def _add(left: Draft, right: Draft) -> None:
    if left.numeral is None or right.numeral is None:
        return
    digits = (left.numeral.digits * left.scale + right.numeral.digits * right.scale) // right.scale
    left.numeral, left.compound, left.scale = Numeral("plain", digits), True, right.scale
    left.end, left.outer_end, left.scale_suffix = right.end, right.outer_end, right.scale_suffix
    left.unit, left.pure, left.classifier = right.unit, right.pure, right.classifier
    left.hedge, left.next, left.second = left.hedge or right.hedge, right.next, right.second


def join_ranges(text: str, drafts: list[Draft]) -> None:
    """Marks the two ends of "1.400 hingga 1.900 orang" and shares unit, scale word and hedge between them."""
    for left, right in pairwise(drafts):
        if left.rejected or right.rejected or left.range or left.numeral is None or right.numeral is None:
            continue
        if not _between(_RANGE, text, left, right):
            continue
        scale = right.scale if left.scale == 1 and left.numeral.digits < 1000 else left.scale
        if _size(left.numeral, scale) >= _size(right.numeral, right.scale):
            continue
        left.scale = scale
        left.range, right.range = "low", "high"
        left.hedge = right.hedge = left.hedge or right.hedge
        _share_unit(left, right)


def _size(numeral: Numeral, scale: int) -> Fraction:
    return Fraction(numeral.digits * scale, 10**numeral.decimals if numeral.shape == "decimal" else 1)


def share_units(text: str, drafts: list[Draft]) -> None:
    """Gives coordinated numbers the unit printed once behind the last ("8.155 dan 8.150 pemilih")."""
    for right, left in pairwise(reversed(drafts)):
        if left.rejected or right.rejected or left.unit or right.unit is None:
            continue
        if left.outer_end > right.outer_start:
            continue
        if right.unit == "percent" and not _may_be_percent(left):
            continue
        if right.unit == "cards" and not right.pure:
            continue  # "wajib KTP 60.114 dan 700 suket"
        if _between(_AND, text, left, right):
            _share_unit(left, right)


def _share_unit(left: Draft, right: Draft) -> None:
    left.unit = left.unit or right.unit
    left.classifier = left.classifier or right.classifier


def _may_be_percent(draft: Draft) -> bool:
    if draft.scale > 1 or draft.suffix or draft.numeral is None:
        return False
    return draft.numeral.shape == "decimal" or (
        draft.numeral.shape == "plain" and draft.numeral.digits <= 100
    )


def resolve_all(drafts: list[Draft]) -> None:
    """Sets the readings that a number's own print decides."""
    for draft in drafts:
        if draft.rejected:
            continue
        if draft.numeral is None:
            if draft.reading and draft.unit == "percent" and not draft.reading.step:
                draft.reading = draft.reading._replace(step=1)  # "dua persen" is as coarse as "2 persen"
            continue
        draft.reading = resolve(draft.numeral, draft.scale, draft.unit == "percent", summed=draft.compound)
        bad = draft.reading is not None and draft.reading.repair == "bad-grouping"
        if bad and draft.unit is None and draft.next.lower() != "yang":
            # a code or a coordinate, unless people are counted: "1.450.70 yang sudah merekam"
            draft.reading = None
    _undouble(drafts)


def _undouble(drafts: list[Draft]) -> None:
    """Takes "1.028 ribu" at its word where the passage prints 1.028.000, too."""
    twice = [draft for draft in drafts if draft.reading and draft.reading.repair == "doubled-unit"]
    if not twice:
        return
    values = {draft.reading.value for draft in drafts if draft.reading and not draft.reading.repair}
    for draft in twice:
        numeral, reading = draft.numeral, draft.reading
        if numeral and reading and doubled(numeral, draft.scale):
            full = numeral.digits * draft.scale
            if full in values and reading.value not in values:
                draft.reading = Reading(full, draft.scale, rounded=True)


def mend_scales(text: str, drafts: list[Draft]) -> None:
    """Gives back scale words and percent signs that print lost, where the passage leaves no doubt.

    A fraction of a person is impossible: "1,9 keping" takes the scale of the nearest number of its kind. A
    whole number does so only where the passage prints the same digits with it ("445 jiwa" beside 445.000).
    """
    torn = [draft for draft in drafts if not draft.rejected and (_is_fraction(draft) or _is_small(draft))]
    if not torn:
        return
    scaled = [draft for draft in drafts if draft.reading and _thousands(draft) > 1]
    for draft in torn:
        if draft.reading is None:
            _mend_fraction(text, draft, scaled)
        else:
            _mend_whole(text, draft, scaled)


def _is_fraction(draft: Draft) -> bool:
    numeral = draft.numeral
    return draft.reading is None and numeral is not None and numeral.shape == "decimal" and draft.scale == 1


def _is_small(draft: Draft) -> bool:
    """Whether a whole number may be what is left of thousands: "445 jiwa", "26 keping"."""
    numeral = draft.numeral
    if draft.reading is None or numeral is None or numeral.shape != "plain" or draft.range:
        return False
    if draft.scale != 1 or draft.suffix or numeral.digits % 10 == 0:
        return False
    if draft.unit == "cards":
        return 10 <= numeral.digits < 1000
    return draft.unit == "persons" and 100 <= numeral.digits < 1000


def _thousands(draft: Draft) -> int:
    """The scale that a number is printed with, the zeros of 445.000 taken as one; 1 where it has none."""
    reading = draft.reading
    if reading is None or draft.unit == "percent" or reading.repair:
        return 1
    if draft.scale > 1:
        return draft.scale
    value = reading.value
    return 1_000_000 if value and value % 1_000_000 == 0 else 1000 if value and value % 1000 == 0 else 1


def _mend_fraction(text: str, draft: Draft, scaled: list[Draft]) -> None:
    numeral = draft.numeral
    if numeral is None:
        return
    alike = [other for other in scaled if other.scale > 1 and (other.unit or draft.unit) == draft.unit]
    if draft.unit in ("persons", "cards"):
        if alike:
            nearest = min(alike, key=lambda other: abs(other.start - draft.start))
            _rescale(draft, nearest.scale)
        return
    around = text[max(0, draft.start - _NEAR) : draft.end + _NEAR]
    said = _SAID_IN_PERCENT.search(text, max(0, draft.start - _NEAR), draft.start) is not None
    if numeral.first <= 120 and (said or (numeral.first >= 10 and _PERCENT_TOPIC.search(around))):
        reading = resolve(numeral, 1, percent=True)
        if reading:
            draft.unit = "percent"
            draft.reading = Reading(reading.value, reading.step, reading.decimals, "missing-percent")


# "kalau dipersenkan 4,23", "persentasenya baru 4,23"
_SAID_IN_PERCENT = re.compile(
    rf"(?<![^\W_]){any_of('said in percent')}\s+(?:{any_of('only about', 'reached about')}\s+)*$",
    re.IGNORECASE,
)


def _mend_whole(text: str, draft: Draft, scaled: list[Draft]) -> None:
    if draft.numeral is None or _RATE.match(text, draft.outer_end):
        return  # a day's count, not the stock
    digits = draft.numeral.digits
    for other in scaled:
        scale = _thousands(other)
        if (
            other.reading
            and other.reading.value == digits * scale
            and (other.unit or draft.unit) == draft.unit
        ):
            _rescale(draft, scale)
            return


def _rescale(draft: Draft, scale: int) -> None:
    if draft.numeral is None:
        return
    reading = resolve(draft.numeral, scale, percent=False)
    if reading:
        draft.reading = Reading(reading.value, reading.step, reading.decimals, "dropped-scale", rounded=True)
