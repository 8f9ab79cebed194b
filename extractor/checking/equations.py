"""What must hold between values, as objects: each can tell whether it holds and what it allows a member.

The rules decide which of them are held against the figures; the engine makes rows of them, to weigh all at once.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from extractor.checking.cells import Value
from extractor.checking.intervals import (
    Interval,
    Number,
    part_of,
    rest,
    share,
    share_meets,
    share_of_sum,
    whole_of,
)
from extractor.checking.notation import MINUS, counts, decimal, percents
from extractor.messages import say

Reading = Callable[[Value], Interval]
WHOLE = 100  # percent


def printed(value: Value) -> Interval:
    """The value as printed, one unit of its last digit either way."""
    return value.interval


def loosely(value: Value) -> Interval:
    """The value with round numbers read more widely."""
    return value.loose()


class Equation(ABC):
    """One relation between printed values.

    Nothing changes one; they are not frozen for the reason that `Value` is not.
    """

    __slots__ = ()

    @property
    def members(self) -> tuple[Value, ...]:
        """The values that it holds together."""
        return self._members()

    @property
    def directness(self) -> int:
        """0 for figures held together as told, more for what has to be inferred first."""
        return self._directness()

    def holds(self, read: Reading = printed) -> bool:
        """Whether the members can all be right."""
        return self._holds(read)

    def allows(self, member: Value) -> Interval | None:
        """What the other members leave for one; None where they leave all open."""
        return self._allows(member)

    def off(self) -> Number:
        """How far the equation is from holding, to tell the nearest of several."""
        return self._off()

    def line(self, lang: str = "en") -> str | None:
        """The arithmetic written out, or None where there is nothing to compute."""
        return self._line(lang)

    def message(self, lang: str = "en") -> str:
        """What does not fit."""
        return self._message(lang)

    @abstractmethod
    def _members(self) -> tuple[Value, ...]: ...

    @abstractmethod
    def _holds(self, read: Reading) -> bool: ...

    @abstractmethod
    def _allows(self, member: Value) -> Interval | None: ...

    @abstractmethod
    def _message(self, lang: str) -> str: ...

    def _off(self) -> Number:
        return 0

    def _line(self, lang: str) -> str | None:
        return None

    def _directness(self) -> int:
        return 0


@dataclass(slots=True, eq=False)
class Same(Equation):
    """Two values of one quantity."""

    a: Value
    b: Value

    def _members(self) -> tuple[Value, ...]:
        return self.a, self.b

    def _holds(self, read: Reading) -> bool:
        return read(self.a).meets(read(self.b))

    def _allows(self, member: Value) -> Interval | None:
        return self.b.interval if member is self.a else self.a.interval

    def _message(self, lang: str) -> str:
        first, second = sorted((self.a, self.b), key=lambda v: v.first.quantity.start)
        return say("repeat", lang, a=first.shown(), b=second.shown())


@dataclass(slots=True, eq=False)
class Sum(Equation):
    """`whole` = `part` + `other`."""

    whole: Value
    part: Value
    other: Value

    def _members(self) -> tuple[Value, ...]:
        return self.whole, self.part, self.other

    def total(self, read: Reading = printed) -> Interval:
        """What the parts add up to."""
        return read(self.part) + read(self.other)

    def _off(self) -> Number:
        return self.whole.interval.gap(self.total())

    def _holds(self, read: Reading) -> bool:
        return read(self.whole).meets(self.total(read))

    def _allows(self, member: Value) -> Interval | None:
        if member is self.whole:
            return self.total()
        kept = self.other if member is self.part else self.part
        return self.whole.interval - kept.interval

    def _line(self, lang: str) -> str | None:
        left = counts(self.whole.interval - self.part.interval, say("to", lang))
        return f"{self.whole.shown()} {MINUS} {self.part.shown()} = {left}"

    def _message(self, lang: str) -> str:
        total = counts(self.total(), say("to", lang))
        return say(
            "sum", lang, a=self.part.shown(), b=self.other.shown(), total=total, whole=self.whole.shown()
        )


@dataclass(slots=True, eq=False)
class Share(Equation):
    """`percent` of `whole` is `part`; or is what `other` leaves of it; or `part` of `part` + `other`.

    Two of `part`, `other` and `whole` are given. `of` names the indicator that the whole is supposed to be.
    """

    percent: Value
    of: str
    part: Value | None = None
    other: Value | None = None
    whole: Value | None = None

    def _members(self) -> tuple[Value, ...]:
        return tuple([v for v in (self.percent, self.part, self.other, self.whole) if v is not None])

    def computed(self, read: Reading = printed) -> Interval | None:
        """The percentage that the counts make."""
        if self.whole is not None and self.part is not None:
            return share(read(self.part), read(self.whole))
        if self.whole is not None and self.other is not None:
            left = share(read(self.other), read(self.whole))
            return None if left is None else rest(left)
        assert self.part is not None
        assert self.other is not None
        return share_of_sum(read(self.part), read(self.other))

    def _off(self) -> Number:
        computed = self.computed()
        return 0 if computed is None else self.percent.interval.gap(computed)

    def _holds(self, read: Reading) -> bool:
        if self.part is not None and self.whole is not None:
            return share_meets(read(self.part), read(self.whole), read(self.percent))
        computed = self.computed(read)
        return computed is None or computed.meets(read(self.percent))

    def _allows(self, member: Value) -> Interval | None:
        if member is self.percent:
            return self.computed()
        rate = self.percent.interval
        if self.part is not None and self.other is not None:
            return _ratio(rate, self.part, self.other, member)
        counted = self.part or self.other
        assert counted is not None
        assert self.whole is not None
        if self.part is None:
            rate = rest(rate)
        if member is self.whole:
            return whole_of(rate, counted.interval)
        return part_of(rate, self.whole.interval) if rate.low >= 0 else None

    def _left(self) -> tuple[str, str]:
        """Numerator and denominator as text."""
        if self.whole is None:
            assert self.part is not None
            assert self.other is not None
            return self.part.shown(), f"({self.part.shown()} + {self.other.shown()})"
        if self.part is not None:
            return self.part.shown(), self.whole.shown()
        assert self.other is not None
        return f"({self.whole.shown()} {MINUS} {self.other.shown()})", self.whole.shown()

    def _result(self, lang: str) -> str:
        computed = self.computed()
        places = max(2, self.percent.places)
        return "?" if computed is None else percents(computed, places, say("to", lang))

    def _line(self, lang: str) -> str | None:
        above, below = self._left()
        return f"100 × {above} / {below} = {self._result(lang)}"

    def _message(self, lang: str) -> str:
        counted = self.part or self.other
        assert counted is not None
        return say(
            "share" if self.part is not None else "share-left",
            lang,
            part=counted.shown(),
            whole=self._left()[1].strip("()"),
            computed=self._result(lang),
            percent=self.percent.shown(),
        )

    def _directness(self) -> int:
        if self.whole is None:
            return 2
        return 0 if self.part is not None else 1


@dataclass(slots=True, eq=False)
class Complement(Equation):
    """Two percentages that make up the whole."""

    part: Value
    other: Value

    def _members(self) -> tuple[Value, ...]:
        return self.part, self.other

    def total(self, read: Reading = printed) -> Interval:
        """What both add up to."""
        return read(self.part) + read(self.other)

    def _holds(self, read: Reading) -> bool:
        total = self.total(read)
        return total.low <= WHOLE <= total.high

    def _allows(self, member: Value) -> Interval | None:
        return rest((self.other if member is self.part else self.part).interval)

    def _line(self, lang: str) -> str | None:
        return f"{self.part.shown()} + {self.other.shown()} = {self._sum()}"

    def _message(self, lang: str) -> str:
        return say("complement", lang, a=self.part.shown(), b=self.other.shown(), total=self._sum())

    def _sum(self) -> str:
        return decimal(self.part.number + self.other.number, max(self.part.places, self.other.places))

    def _directness(self) -> int:
        return 1


@dataclass(slots=True, eq=False)
class Ceiling(Equation):
    """`percent` is at most the share of `part` in `whole`: cards are made of recordings."""

    percent: Value
    part: Value
    whole: Value

    def _members(self) -> tuple[Value, ...]:
        return self.percent, self.part, self.whole

    def _holds(self, read: Reading) -> bool:
        most = share(read(self.part), read(self.whole))
        return most is None or read(self.percent).low <= most.high

    def _allows(self, member: Value) -> Interval | None:
        most = share(self.part.interval, self.whole.interval)
        return Interval(0, most.high) if member is self.percent and most is not None else None

    def _line(self, lang: str) -> str | None:
        most = share(self.part.interval, self.whole.interval)
        result = "?" if most is None else percents(most, max(2, self.percent.places), say("to", lang))
        return f"100 × {self.part.shown()} / {self.whole.shown()} = {result}"

    def _message(self, lang: str) -> str:
        most = share(self.part.interval, self.whole.interval)
        top = "?" if most is None else percents(most, max(2, self.percent.places), say("to", lang))
        return say(
            "ceiling",
            lang,
            part=self.part.shown(),
            whole=self.whole.shown(),
            most=top,
            percent=self.percent.shown(),
        )

    def _directness(self) -> int:
        return 3


@dataclass(slots=True)
class Written:
    """The sums and shares that a cell allows to be written, and those of them that hold as printed."""

    sums: list[Sum]
    shares: list[Share]
    complements: list[Complement]
    all: list[Equation] = field(init=False)
    holding: list[Equation] = field(init=False)

    def __post_init__(self) -> None:
        self.all = [*self.sums, *self.shares, *self.complements]
        self.holding = [equation for equation in self.all if equation.holds()]

    @property
    def fits(self) -> bool:
        """Whether all of them hold."""
        return len(self.holding) == len(self.all)


def _ratio(rate: Interval, part: Value, other: Value, member: Value) -> Interval | None:
    """What `rate` of part + other leaves for one of both."""
    if rate.low <= 0 or rate.high >= 100:
        return None
    left = rest(rate)
    known, up, down = (other, rate, left) if member is part else (part, left, rate)
    return Interval(
        Fraction(known.interval.low * up.low, down.high), Fraction(known.interval.high * up.high, down.low)
    )
