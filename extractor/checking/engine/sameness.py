"""Which values print one quantity: the classes that repetitions make."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.checking.cells import Value


class Sameness:
    """Classes of values; a value that is repeated nowhere is a class of its own."""

    def __init__(self, pairs: Iterable[tuple[Value, Value]]) -> None:
        self._above: dict[int, int] = {}
        for a, b in pairs:
            first, second = self.root(a), self.root(b)
            if first != second:
                self._above[second] = first

    def root(self, value: Value) -> int:
        """What stands for the class of a value."""
        at = id(value)
        while at in self._above:
            at = self._above[at]
        return at

    def one(self, a: Value, b: Value) -> bool:
        """Whether two values print one quantity."""
        return self.root(a) == self.root(b)

    def numbered(self, values: Iterable[Value]) -> dict[int, int]:
        """The number of each value's class from 0, by id of the value."""
        numbers: dict[int, int] = {}
        return {id(v): numbers.setdefault(self.root(v), len(numbers)) for v in values}
