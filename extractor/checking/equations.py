"""What must hold between values, as objects: each can tell whether it holds and what it allows a member.

The rules make them; blame only looks at their members. A stronger engine that propagates bounds needs no more
than `members`, `holds` and `allows`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from extractor.checking.cells import Value
from extractor.checking.intervals import Interval, part_of, rest, share, whole_of
from extractor.checking.messages import say
from extractor.checking.notation import MINUS, counts, percents

Reading = Callable[[Value], Interval]


def printed(value: Value) -> Interval:
    """The value as printed, one unit of its last digit either way."""
    return value.interval


def loosely(value: Value) -> Interval:
    """The value with round numbers read more widely."""
    return value.loose()


class Equation(Protocol):
    """One relation between printed values."""

    @property
    def members(self) -> tuple[Value, ...]:
        """The values that it holds together."""

    def holds(self, read: Reading = printed) -> bool:
        """Whether the members can all be right."""

    def allows(self, member: Value) -> Interval | None:
        """What the other members leave for one; None where they leave all open."""

    def line(self, lang: str = "en") -> str | None:
        """The arithmetic written out, or None where there is nothing to compute."""

    def message(self, lang: str = "en") -> str:
        """What does not fit."""


@dataclass(frozen=True, slots=True)
class Same:
    """Two values of one quantity."""

    a: Value
    b: Value

    @property
    def members(self) -> tuple[Value, ...]:
        return self.a, self.b

    def holds(self, read: Reading = printed) -> bool:
        return read(self.a).meets(read(self.b))

    def allows(self, member: Value) -> Interval | None:
        return self.b.interval if member is self.a else self.a.interval

    def line(self, lang: str = "en") -> str | None:
        return None

    def message(self, lang: str = "en") -> str:
        return say("repeat", lang, a=self.a.shown(), b=self.b.shown())


@dataclass(frozen=True, slots=True)
class Sum:
    """`whole` = `part` + `other`."""

    whole: Value
    part: Value
    other: Value

    @property
    def members(self) -> tuple[Value, ...]:
        return self.whole, self.part, self.other

    def total(self, read: Reading = printed) -> Interval:
        """What the parts add up to."""
        return read(self.part) + read(self.other)

    def holds(self, read: Reading = printed) -> bool:
        return read(self.whole).meets(self.total(read))

    def allows(self, member: Value) -> Interval | None:
        if member is self.whole:
            return self.total()
        kept = self.other if member is self.part else self.part
        return self.whole.interval - kept.interval

    def line(self, lang: str = "en") -> str | None:
        left = counts(self.whole.interval - self.part.interval, say("to", lang))
        return f"{self.whole.shown()} {MINUS} {self.part.shown()} = {left}"

    def message(self, lang: str = "en") -> str:
        total = counts(self.total(), say("to", lang))
        return say(
            "sum", lang, a=self.part.shown(), b=self.other.shown(), total=total, whole=self.whole.shown()
        )


@dataclass(frozen=True, slots=True)
class Share:
    """`percent` of `whole` is `part`; or is what `other` leaves of it; or `part` of `part` + `other`.

    Two of `part`, `other` and `whole` are given.
    """

    percent: Value
    part: Value | None = None
    other: Value | None = None
    whole: Value | None = None

    @property
    def members(self) -> tuple[Value, ...]:
        return tuple(v for v in (self.percent, self.part, self.other, self.whole) if v is not None)

    def computed(self, read: Reading = printed) -> Interval | None:
        """The percentage that the counts make."""
        if self.whole is not None and self.part is not None:
            return share(read(self.part), read(self.whole))
        if self.whole is not None and self.other is not None:
            left = share(read(self.other), read(self.whole))
            return None if left is None else rest(left)
        assert self.part is not None
        assert self.other is not None
        return _share_of_sum(read(self.part), read(self.other))

    def holds(self, read: Reading = printed) -> bool:
        computed = self.computed(read)
        return computed is None or computed.meets(read(self.percent))

    def allows(self, member: Value) -> Interval | None:
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

    def line(self, lang: str = "en") -> str | None:
        above, below = self._left()
        return f"100 × {above} / {below} = {self._result(lang)}"

    def message(self, lang: str = "en") -> str:
        above, below = self._left()
        return say(
            "share",
            lang,
            part=above.strip("()"),
            whole=below.strip("()"),
            computed=self._result(lang),
            percent=self.percent.shown(),
        )


@dataclass(frozen=True, slots=True)
class Ceiling:
    """`percent` is at most that of `part` in `whole`: cards of those recorded, population of those obliged."""

    percent: Value
    part: Value
    whole: Value

    @property
    def members(self) -> tuple[Value, ...]:
        return self.percent, self.part, self.whole

    def holds(self, read: Reading = printed) -> bool:
        most = share(read(self.part), read(self.whole))
        return most is None or read(self.percent).low <= most.high

    def allows(self, member: Value) -> Interval | None:
        most = share(self.part.interval, self.whole.interval)
        return Interval(0, most.high) if member is self.percent and most is not None else None

    def line(self, lang: str = "en") -> str | None:
        most = share(self.part.interval, self.whole.interval)
        result = "?" if most is None else percents(most, max(2, self.percent.places), say("to", lang))
        return f"100 × {self.part.shown()} / {self.whole.shown()} = {result}"

    def message(self, lang: str = "en") -> str:
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


def _share_of_sum(part: Interval, other: Interval) -> Interval | None:
    """The percentage of `part` in both; it grows with the part and falls with the other."""
    if part.low + other.high <= 0 or part.high + other.low <= 0:
        return None
    return Interval(
        Fraction(100 * part.low, part.low + other.high), Fraction(100 * part.high, part.high + other.low)
    )


def _ratio(rate: Interval, part: Value, other: Value, member: Value) -> Interval | None:
    """What `rate` of part + other leaves for one of both."""
    if rate.low <= 0 or rate.high >= 100:
        return None
    left = rest(rate)
    known, up, down = (other, rate, left) if member is part else (part, left, rate)
    return Interval(
        Fraction(known.interval.low * up.low, down.high), Fraction(known.interval.high * up.high, down.low)
    )
