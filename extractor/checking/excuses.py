"""What the text prints beside two or three figures that may explain why they do not add up.

An excuse can only silence, never accuse: every printed whole and every printed difference of wholes is tried
before a sum or a share is called wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from extractor.checking.cells import Cell, Value
from extractor.checking.equations import Ceiling, Complement, Equation, Share, Sum, loosely
from extractor.checking.identities import identities, words
from extractor.checking.intervals import Interval, rest, share
from extractor.checking.rule import Matter
from extractor.linking.figures import LinkedFigure

_MOST_WHOLES = 10
_AFTER = 300  # code points: where a third class is named after the two
_TELLING = 100  # a count this small stands somewhere by chance
_EXACT = 10  # how many whole numbers may fit
_HALF = 50  # percent
_OVER = 100
_ROUND = 5  # what targets are multiples of
_WIDE, _NEAR = 3, 2  # times that a percentage may be off and still be of its own count, of another one
_APART = 4  # times that what a percentage of another sentence leaves may be off
_POINTS = 3  # percentage points by which it may be off in any case
_OBLIGED, _PEOPLE = "wktp", "population"


def other_wholes(cell: Cell, members: tuple[Value, ...], but: str = "") -> Iterator[Interval]:
    """Every count of the cell that something may be a part of, and every difference of two of them.

    Without the members of the equation, and without counts of the indicator `but`.
    """
    wholes = [v for v in cell.counts() if v.indicator in identities().wholes and v.indicator != but]
    wholes = [v for v in wholes if _narrow(v)][:_MOST_WHOLES]
    for value in wholes:
        if value not in members:
            yield value.interval
    for large, small in permutations(wholes, 2):
        if large.number > small.number:
            yield large.interval - small.interval


def sum_excused(matter: Matter, cell: Cell, equation: Sum) -> bool:
    """Whether something printed explains why the parts do not make the whole."""
    text = matter.text
    if equation.holds(loosely):
        return True
    if equation.part.interval.low > equation.whole.interval.high and any(
        value.percent and value.number >= _OVER for value in (*cell.values, *cell.others)
    ):
        return True  # the text itself tells of more than 100 percent
    total = equation.total()
    named = {v.indicator for v in equation.members}
    if any(interval.meets(total) for interval in other_wholes(cell, equation.members)):
        return True
    short = equation.whole.interval - total
    over = total - equation.whole.interval
    for value in cell.counts():
        if value.indicator in named or not _narrow(value):
            continue
        if value.interval.meets(short) or value.interval.meets(over):
            return True
    if any(is_printed(matter, wanted, equation.members) for wanted in (total, short)):
        return True
    if _classes_make(matter, short, equation.members):
        return True
    return short.low > 0 and names_third_class(equation, text)


def _narrow(value: Value) -> bool:
    """Whether a number says enough to explain another: "kurang lebih seribuan" fits whatever is missing."""
    return value.interval.high - value.interval.low <= value.number


def _hardly_chance(wanted: Interval) -> bool:
    """Whether so little fits, and that so large, that a count that does hardly does by chance."""
    return wanted.low >= _TELLING and wanted.high - wanted.low <= _EXACT


def is_printed(matter: Matter, wanted: Interval, members: tuple[Value, ...]) -> bool:
    """Whether the article prints a count, linked or not, that is just what is wanted: a third class, another whole."""
    if not _hardly_chance(wanted):
        return False
    known = {value.number for value in members}
    return any(
        q.unit != "percent" and q.value not in known and wanted.low <= q.value <= wanted.high
        for q in matter.quantities
    )


def _classes_make(matter: Matter, wanted: Interval, members: tuple[Value, ...]) -> bool:
    """Whether two or three counts that the text prints beside the members make exactly what is missing.

    "3.120 pindah, 1.987 meninggal, dan 6.040 sisanya belum rekam"
    """
    if not _hardly_chance(wanted):
        return False
    known = {value.number for value in members}
    spans = [f.quantity for value in members for f in value.figures]
    near = [
        q.value
        for q in matter.quantities
        if q.unit != "percent"
        and q.value not in known
        and 1 < q.value < wanted.high
        and any(abs(q.start - span.start) <= _AFTER for span in spans)
    ]
    return any(
        wanted.low <= sum(classes) <= wanted.high
        for size in (2, 3)
        for classes in combinations(near[:_MOST_CLASSES], size)
    )


_MOST_CLASSES = 12


def complement_excused(matter: Matter, cell: Cell, equation: Complement) -> bool:
    """Whether a third percentage or a rest that is named makes up what the two leave of 100, or the bases differ.

    One number told of both parts is a repetition whose meaning was misread, not two shares.
    """
    if equation.holds(loosely) or equation.part.number == equation.other.number:
        return True
    if any(_of_another_base(cell, percent) for percent in equation.members) or _make_a_target(
        matter, equation
    ):
        return True
    short = rest(equation.total())
    if short.high < 0:
        return False
    thirds = [v for v in (*cell.values, *cell.others) if v.percent and v not in equation.members]
    if any(v.interval.meets(short) for v in thirds[:_MOST_WHOLES]) or names_third_class(
        equation, matter.text
    ):
        return True
    written = matter.written.get(id(cell))
    sums = [e for e in written.sums if not e.holds()] if written is not None else []
    return any(
        is_printed(matter, e.whole.interval - e.total(), e.members)
        for e in sums
        if e.part.indicator == equation.part.indicator
    )


def _make_a_target(matter: Matter, equation: Complement) -> bool:
    """Whether two percentages make a third that is printed, or with decimals a round one: 89,98 lacks 0,02 to 90."""
    total = equation.part.number + equation.other.number
    if any(q.unit == "percent" and q.value == total for q in matter.quantities):
        return True
    return min(equation.part.places, equation.other.places) > 0 and total % _ROUND == 0


def _of_another_base(cell: Cell, percent: Value) -> bool:
    """Whether a percentage is its count's share of the population beside it, and not of the obliged."""
    counted, obliged = cell.of(percent.indicator), cell.of(_OBLIGED)
    people = [v for v in cell.counts() if v.indicator == _PEOPLE]
    return any(
        _is_share(percent, count, whole)
        for count in counted
        if not any(_is_share(percent, count, base) for base in obliged)
        for whole in people
        if _in_one_sentence(percent, whole)
    )


def _is_share(percent: Value, count: Value, whole: Value) -> bool:
    computed = share(count.interval, whole.interval)
    return computed is not None and computed.meets(percent.interval)


def names_third_class(equation: Sum | Complement, text: str) -> bool:
    """Whether a rest is named after both parts ("…, sisanya pindah atau meninggal")."""
    part, other = equation.part, equation.other
    pairs = [(f, g) for f in part.figures[:4] for g in other.figures[:4] if f.paragraph == g.paragraph]
    return any(rest_after(max(f.quantity.end, g.quantity.end), text) for f, g in pairs)


def rest_after(end: int, text: str) -> bool:
    """Whether a rest is named behind an offset, in its paragraph and not far off."""
    tail = text[end : end + _AFTER].split("\n", 1)[0]
    itself = _ITSELF_THE_REST.match(tail)
    return words("rest").search(tail, itself.end() if itself is not None else 0) is not None


# "688.307 orang lainnya"
_ITSELF_THE_REST = re.compile(r"\s+(?:[^\W\d]+\s+)?lainnya(?![^\W_])", re.IGNORECASE)


def given_as_rest(figure: LinkedFigure, before: list[LinkedFigure], text: str) -> bool:
    """Whether the words before the figure give it as what is left of one of the figures `before`."""
    before = [f for f in before if figure.paragraph - f.paragraph in (0, 1)]
    if not before:
        return False
    start = max(figure.sentence[0], figure.quantity.start - _AFTER)
    lead = text[start : figure.quantity.start]
    found = list(words("rest").finditer(lead))
    if not found:
        return False
    at = start + found[-1].start()
    return any(f.quantity.start < at for f in before)


def share_excused(cell: Cell, equation: Share) -> bool:
    """Whether the percentage fits another printed whole, or more than 100 is told beside a restated whole."""
    if equation.holds(loosely) or _of_another_base(cell, equation.percent):
        return True
    percent = equation.percent.interval
    if percent.low > _OVER and _whole_restated(equation):
        return True
    supposed = equation.of if equation.whole is None else ""
    for whole in other_wholes(cell, equation.members, supposed):
        for counted, is_rest in ((equation.part, False), (equation.other, True)):
            if counted is None or counted.interval.low > whole.high:
                continue
            computed = share(counted.interval, whole)
            if computed is not None and percent.meets(rest(computed) if is_rest else computed):
                return True
    return False


def _whole_restated(equation: Share) -> bool:
    """Whether the part is no larger than its whole: beside more than 100 percent, the base told twice."""
    part, whole = equation.part, equation.whole
    return part is None or whole is None or part.interval.low <= whole.interval.high


def excused(matter: Matter, cell: Cell, equation: Equation) -> bool:
    """Whether anything printed may explain that the equation does not hold."""
    if isinstance(equation, Sum):
        return sum_excused(matter, cell, equation)
    if isinstance(equation, Share):
        return share_excused(cell, equation)
    if isinstance(equation, Complement):
        return complement_excused(matter, cell, equation)
    if isinstance(equation, Ceiling):
        whole = equation.whole
        return share_excused(cell, Share(equation.percent, whole.indicator, part=equation.part, whole=whole))
    return equation.holds(loosely)


def of_one_count(equation: Equation, text: str) -> bool:
    """Whether the members tell of one count: told as a pair, or within half and twice of what they had to be.

    Further off, other things are counted: the recorded of one day, the unrecorded of one prison.
    """
    if isinstance(equation, Sum):
        return _sum_of_one_count(equation, text)
    if isinstance(equation, Share):
        return _share_of_one_count(equation)
    if isinstance(equation, Complement):
        part, other = equation.part, equation.other
        smaller, larger = sorted((part.interval, other.interval), key=lambda i: i.high)
        return _told_as_pair(part, other, text) or smaller.near(rest(larger))
    return True


def _sum_of_one_count(equation: Sum, text: str) -> bool:
    total, whole = equation.total(), equation.whole.interval
    smaller, larger = sorted((equation.part.interval, equation.other.interval), key=lambda i: i.high)
    needed = whole - larger
    small_enough = needed.low > 0 and not smaller.near(needed)
    return total.near(whole) and not (small_enough and not _told_as_pair(equation.part, equation.other, text))


def _share_of_one_count(equation: Share) -> bool:
    """Against what the other part leaves, a percentage beside it counts, and one that tells of most people.

    A percentage may also be told of the other part by exchange.
    """
    computed, percent = equation.computed(), equation.percent.interval
    if computed is None or percent.meets(rest(computed)):
        return True
    if not beside(equation.percent, equation.members) and not _alike(computed, percent):
        return False
    other, whole = equation.other, equation.whole
    if equation.part is not None or other is None or whole is None or percent.high <= _HALF:
        direct = equation.part is not None and whole is not None
        if direct and _apposed(equation):
            return True
        return computed.near(percent, _WIDE if direct else _NEAR)
    paired = _in_one_sentence(other, whole) or _in_one_sentence(other, equation.percent)
    return paired or rest(computed).near(rest(percent))


def _alike(computed: Interval, percent: Interval) -> bool:
    """Whether a percentage can be of counts in other sentences: 91 of 97,5, but not 62, which may be of schools."""
    if not computed.near(percent, _WIDE):
        return False
    return computed.gap(percent) <= _POINTS or rest(computed).near(rest(percent), _APART)


def beside(percent: Value, members: Sequence[Value]) -> bool:
    """Whether the percentage shares a sentence with another member: then it is told of no other value."""
    return any(_in_one_sentence(percent, value) for value in members if value is not percent)


def _apposed(equation: Share) -> bool:
    """Whether the percentage only says its count again, of the whole beside: "N atau P persen dari M"."""
    part, whole = equation.part, equation.whole
    if part is None or whole is None or not _in_one_sentence(part, whole):
        return False
    return any(f.apposed in {g.id for g in part.figures} for f in equation.percent.figures if f.apposed)


def _told_as_pair(a: Value, b: Value, text: str) -> bool:
    """Whether one sentence tells both, or one as what the other leaves."""
    if _in_one_sentence(a, b):
        return True
    return any(given_as_rest(f, list(v.figures), text) for v, w in ((a, b), (b, a)) for f in w.figures[:4])


def _in_one_sentence(a: Value, b: Value) -> bool:
    return bool({f.sentence for f in a.figures} & {f.sentence for f in b.figures})
