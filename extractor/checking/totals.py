"""Two more relations between values: a part is no larger than its whole, and parts of a place make up the place."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.checking.cells import Value
from extractor.checking.equations import Equation, Reading, printed
from extractor.checking.intervals import Interval, Number
from extractor.checking.notation import counts
from extractor.messages import say

_MOST_SHOWN = 4  # parts written out


@dataclass(slots=True, eq=False)
class AtMost(Equation):
    """`part` is no larger than `whole`."""

    part: Value
    whole: Value

    def _members(self) -> tuple[Value, ...]:
        return self.part, self.whole

    def _holds(self, read: Reading) -> bool:
        return read(self.part).low <= read(self.whole).high

    def _allows(self, member: Value) -> Interval | None:
        return Interval(0, self.whole.interval.high) if member is self.part else None

    def _off(self) -> Number:
        return max(self.part.interval.low - self.whole.interval.high, 0)

    def _line(self, lang: str) -> str | None:
        return f"{self.part.shown()} > {self.whole.shown()}"

    def _message(self, lang: str) -> str:
        return say("at-most", lang, part=self.part.shown(), whole=self.whole.shown())


@dataclass(slots=True, eq=False)
class Total(Equation):
    """The `parts` of a place, all of them, make up its `whole`."""

    whole: Value
    parts: tuple[Value, ...]

    def _members(self) -> tuple[Value, ...]:
        return self.whole, *self.parts

    def total(self, read: Reading = printed) -> Interval:
        """What the parts add up to."""
        return _sum([read(part) for part in self.parts])

    def _holds(self, read: Reading) -> bool:
        return read(self.whole).meets(self.total(read))

    def _off(self) -> Number:
        return self.whole.interval.gap(self.total())

    def _allows(self, member: Value) -> Interval | None:
        if member is self.whole:
            return self.total()
        return self.whole.interval - _sum([part.interval for part in self.parts if part is not member])

    def _line(self, lang: str) -> str | None:
        return f"{self._shown(lang)} = {counts(self.total(), say('to', lang))}"

    def _message(self, lang: str) -> str:
        total = counts(self.total(), say("to", lang))
        return say("total", lang, parts=str(len(self.parts)), total=total, whole=self.whole.shown())

    def _shown(self, lang: str) -> str:
        shown = [part.shown() for part in self.parts]
        if len(shown) > _MOST_SHOWN + 1:
            shown = [*shown[:_MOST_SHOWN], "…", shown[-1]]
        return " + ".join(shown)


def _sum(intervals: list[Interval]) -> Interval:
    return Interval(sum([each.low for each in intervals]), sum([each.high for each in intervals]))
