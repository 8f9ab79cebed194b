"""Where in a text numbers and dates may begin, by its words: what was seen in a word once is not looked for again."""

from __future__ import annotations

import re
from functools import cache
from itertools import compress, count
from typing import NamedTuple

from extractor.reading.date_words import date_words
from extractor.reading.number_words import first_words
from extractor.reading.tokens import Tokens

_MOST = 8192  # words remembered: most of a text are among the same few thousand
# offsets in a word at which a number, and a date, may begin
_Inside = tuple[tuple[int, ...], tuple[int, ...]]


class Beginnings(NamedTuple):
    """Offsets in a text, in order: where numbers in digits or words may begin, and where dates may."""

    numbers: list[int]
    dates: list[int]


class _Seen(dict[str, _Inside | None]):
    """What words have inside; None for most."""

    def __missing__(self, word: str) -> _Inside | None:
        if len(self) >= _MOST:
            self.clear()
        numbers, dates = _numbers(word), _dates(word)
        self[word] = found = (numbers, dates) if numbers or dates else None
        return found


_seen = _Seen()


def beginnings(tokens: Tokens) -> Beginnings:
    """Where numbers and dates may begin in the text of `tokens`."""
    starts, inside = tokens.starts, list(map(_seen.__getitem__, tokens.words))
    numbers: list[int] = []
    dates: list[int] = []
    for at in compress(count(), inside):
        start, found = starts[at], inside[at]
        if found is not None:
            for offset in found[0]:
                numbers.append(start + offset)
            for offset in found[1]:
                dates.append(start + offset)
    return Beginnings(numbers, dates)


def _numbers(word: str) -> tuple[int, ...]:
    return tuple(match.start() for match in _number_starts().finditer(word))


@cache
def _number_starts() -> re.Pattern[str]:
    digits = "|".join(rf"{digit}[0-9]*(?:[.,][0-9]+)*" for digit in range(10))
    return re.compile(f"{digits}|{first_words()}")  # not grouped, see `prefix_tree`


def _dates(word: str) -> tuple[int, ...]:
    """Where digits begin in a word as a day, month or year can, and letters as those of the tables of dates."""
    runs = _RUNS.finditer(word)
    return tuple(run.start() for run in runs if run.lastgroup == "digits" or run[0] in _date_heads())


@cache
def _date_heads() -> frozenset[str]:
    return frozenset(match[0] for anchor in date_words().anchors if (match := _LETTERS.match(anchor.lower())))


_LETTERS = re.compile("[a-z]+")
_RUNS = re.compile(r"(?P<digits>\d{1,2}(?!\d|\.\d{3})|[12][90]\d\d+)|\d+|[a-z]+")
