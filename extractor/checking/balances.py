"""The sums and shares that can be written for a cell, from the balances of the identities file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from extractor.checking.cells import Cell, Value
from extractor.checking.context import always_before
from extractor.checking.equations import Ceiling, Complement, Share, Sum, Written, loosely
from extractor.checking.excuses import given_as_rest
from extractor.checking.identities import Balance, identities, own_balances, wider, words
from extractor.checking.intervals import Number
from extractor.checking.rule import Matter
from extractor.checking.timing import Relation
from extractor.checking.weight import spread, together

_MOST_PERCENTS = 8


def balances(matter: Matter, cell: Cell) -> list[Balance]:
    """The balances that the text licenses for a cell, of those for which it prints enough."""
    if cell.licensed is None:
        printed = [balance for balance in identities().balances if _is_printed(cell, balance)]
        cell.licensed = [balance for balance in printed if _licensed(matter, cell, balance)]
    return cell.licensed


def _is_printed(cell: Cell, balance: Balance) -> bool:
    """Whether all counts of a balance are there, or a percentage of one of its parts."""
    part, other = balance.part, balance.rest
    if part in cell.rated or other in cell.rated:
        return True
    return part in cell.counted and other in cell.counted and balance.whole in cell.counted


def _licensed(matter: Matter, cell: Cell, balance: Balance) -> bool:
    if balance.needs == "rest":
        return _one_is_rest(matter, cell, balance)
    if balance.needs == "whole":
        return _parts_are_said(matter, cell, balance)
    return True


def _one_is_rest(matter: Matter, cell: Cell, balance: Balance) -> bool:
    """Whether the rest is given as what is left of the part, and nothing else is there to be its partner."""
    assert balance.rest is not None
    parts = [f for v in cell.of(balance.part) for f in v.figures]
    rests = [f for v in cell.of(balance.rest) for f in v.figures]
    own = _parts_beside(balance.rest)
    partners = [f for v in cell.values if v.indicator in own and not v.percent for f in v.figures]
    return bool(parts) and any(
        given_as_rest(figure, parts, matter.text) and not given_as_rest(figure, partners, matter.text)
        for figure in rests
    )


@cache
def _parts_beside(rest: str) -> frozenset[str]:
    """What leaves `rest` of its whole without the text having to say so."""
    return frozenset(b.part for b in identities().balances if b.rest == rest and not b.needs)


def _parts_are_said(matter: Matter, cell: Cell, balance: Balance) -> bool:
    """Whether the text divides the whole itself: a part points to it, or to another mention of its number."""
    names = (balance.part, balance.rest)
    parts = [f for v in cell.values if v.indicator in names for f in v.figures]
    if any(f.base == balance.whole for f in parts):
        return True
    named = {f.whole for f in parts} - {None}
    if not named:
        return False
    numbers = {v.number for v in cell.of(balance.whole)}
    return any(f.quantity.value in numbers for f in matter.figures if f.id in named)


def sums(matter: Matter, cell: Cell) -> Iterator[Sum]:
    """All sums whose members are printed and may be held together."""
    for balance in balances(matter, cell):
        if balance.rest is None:
            continue
        wholes, parts, rests = cell.of(balance.whole), cell.of(balance.part), cell.of(balance.rest)
        for whole, part, other in product(wholes, parts, rests):
            if whole.number in (part.number, other.number):
                continue  # the whole told again under another name
            if together(matter.timing, (whole, part, other), (whole,)) is not Relation.APART:
                yield Sum(whole, part, other)


def shares(matter: Matter, cell: Cell) -> Iterator[Share]:
    """All shares whose members are printed and may be held together."""
    licensed = balances(matter, cell)
    if not licensed:
        return
    for percent in _standing(matter, cell)[:_MOST_PERCENTS]:
        own = [b for b in licensed if percent.indicator in (b.part, b.rest)]
        for balance in own:
            for equation in _shares_of(matter, cell, percent, balance):
                bases = (equation.whole,) if equation.whole is not None else ()
                if together(matter.timing, equation.members, bases) is not Relation.APART:
                    yield equation


def _standing(matter: Matter, cell: Cell) -> list[Value]:
    """The percentages of a cell that tell of what is reached."""
    if cell.standing is None:
        cell.standing = [v for v in cell.values if v.percent and not _is_target(matter, v)]
    return cell.standing


def _is_target(matter: Matter, percent: Value) -> bool:
    """Whether the words make it a percentage to be reached, or one of a target that is not the whole."""
    return not percent.first.base and always_before(matter.text, percent, words("target"))


def _shares_of(matter: Matter, cell: Cell, percent: Value, balance: Balance) -> Iterator[Share]:
    mine = percent.indicator
    others = balance.rest if mine == balance.part else balance.part
    wholes = _wholes(matter, cell, percent, balance)
    if wholes is None:
        return
    parts = cell.of(mine)
    if balance.needs == "near":
        parts = [v for v in parts if spread((percent, v)) == 0]
    rests = cell.of(others) if others is not None and _of_this_whole(percent, balance) else []
    direct = [Share(percent, balance.whole, part=p, whole=w) for p, w in product(parts, wholes) if p is not w]
    yield from direct
    if any(equation.holds() or equation.holds(loosely) for equation in direct):
        return  # its own part vouches for the percentage: what the rest leaves is the sum's affair
    yield from (
        Share(percent, balance.whole, other=o, whole=w) for o, w in product(rests, wholes) if o is not w
    )
    if not percent.first.whole:
        yield from (Share(percent, balance.whole, part=p, other=o) for p, o in product(parts, rests))


def _of_this_whole(percent: Value, balance: Balance) -> bool:
    return percent.first.base in (None, balance.whole)


def _wholes(matter: Matter, cell: Cell, percent: Value, balance: Balance) -> list[Value] | None:
    """The wholes that the percentage is said or supposed to be of; None where that is not printed."""
    named = {f.whole for f in percent.figures} - {None}
    if named:
        return _named(matter, named) or None
    base = percent.first.base
    if base is not None and base != balance.whole:
        return cell.of(base) or None
    return cell.of(balance.whole)


def _named(matter: Matter, ids: set[str | None]) -> list[Value]:
    """The counts that the text names as whole, of an indicator that can be one."""
    counts = (
        v for c in matter.cells for v in c.values if not v.percent and v.indicator in identities().wholes
    )
    return [v for v in counts if _ids(v) & ids]


def _ids(value: Value) -> set[str | None]:
    return {f.id for f in value.figures}


def ceilings(matter: Matter, cell: Cell) -> Iterator[Ceiling]:
    """Shares that can only be too large: of cards among the recorded, of a population not printed."""
    for percent in [v for v in cell.values if v.percent][:_MOST_PERCENTS]:
        base = percent.first.base
        balance = own_balances().get(percent.indicator)
        if balance is None or percent.first.whole:
            continue
        larger = wider().get(balance.whole)
        if base not in (None, balance.whole) and (base != larger or cell.of(base or "")):
            continue
        parts = cell.of(percent.indicator) if base == larger else []
        above = wider().get(percent.indicator)
        if not cell.of(percent.indicator) and above is not None:
            parts = cell.of(above)
        for part, whole in product(parts, cell.of(balance.whole)):
            if together(matter.timing, (percent, part, whole), (whole,)) is not Relation.APART:
                yield Ceiling(percent, part, whole)


def complements(matter: Matter, cell: Cell) -> Iterator[Complement]:
    """All pairs of percentages that make up one whole and may be held together."""
    for balance in balances(matter, cell):
        if balance.rest is None or balance.part not in cell.rated or balance.rest not in cell.rated:
            continue
        parts, rests = cell.of(balance.part, percent=True), cell.of(balance.rest, percent=True)
        parts, rests = ([v for v in found if _of_all(matter, cell, v, balance)] for found in (parts, rests))
        for part, other in product(parts, rests):
            one_whole = len(_told_wholes(matter, part) | _told_wholes(matter, other)) <= 1
            if one_whole and together(matter.timing, (part, other)) is not Relation.APART:
                yield Complement(part, other)


def _of_all(matter: Matter, cell: Cell, percent: Value, balance: Balance) -> bool:
    """Whether a percentage tells of what is reached of the balance's whole, named or not."""
    if not _of_this_whole(percent, balance) or percent not in _standing(matter, cell):
        return False
    if not any(f.whole for f in percent.figures):
        return True  # most percentages
    return all(name == balance.whole for name, _ in _told_wholes(matter, percent))


def _told_wholes(matter: Matter, percent: Value) -> set[tuple[str, Number]]:
    """Indicator and number of the wholes that the text names for a percentage."""
    named = {f.whole for f in percent.figures} - {None}
    return {(f.indicator, f.quantity.value) for f in matter.figures if f.id in named} if named else set()


_FEWEST = 3  # counts that an equation without percentage has at least


def equations(matter: Matter, cell: Cell) -> Written:
    """All sums and shares of a cell, whether they hold or not."""
    known = matter.written.get(id(cell))
    if known is None:
        found: tuple[list[Sum], list[Share], list[Complement]] = [], [], []
        if cell.rated or len(cell.counted) >= _FEWEST:
            found = list(sums(matter, cell)), list(shares(matter, cell)), list(complements(matter, cell))
        known = matter.written[id(cell)] = Written(*found)
    return known
