"""How far two stretches of a text are apart for linking: words that only carry on are free, breaks cost more."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, repeat

from extractor.data import rows
from extractor.reading.tokens import Tokens
from extractor.reading.wording import any_of

_QUANTITY = 3.0  # another number between a number and its cue


@cache
def _weights() -> dict[str, float]:
    return {word: float(weight) for word, weight in rows("indonesian/distance.tsv")}


# a quotation that its attribution splits: “Yang sudah,” kata Sekretaris Dinas, “727.559 orang.”
_ATTRIBUTION = re.compile(
    rf"""[,.]?\s*[”"]\s*{any_of("saying")}[^\W_]*\s
        [^“”"\n]{{0,160}}[“"]""",
    re.VERBOSE | re.IGNORECASE,
)
# a clause set into another's: "Batulicin, yang menjadi ibu kota, 812 jiwa", "saja, kata dia, terekam 300"
_INSET = re.compile(
    rf""",\s+{any_of("beginning an aside", "saying", "saying aside")}(?:nya)?(?:\s[^.,;:“”"()\n]{{0,60}})?(?=,)""",
    re.IGNORECASE,
)


# what a place is besides: "Tarakan, tuan rumah rapat, menyumbang", "Nunukan yang berbatasan dengan Malaysia, 6.730"
_APPOSITION = re.compile(r"(?:,|\s+yang)\s+[a-z][^.,;:“”\"()\n]{1,60}(?=,)")


def appositions(
    text: str, places: Iterable[tuple[int, int]], quantities: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Where the text goes on about a place before it tells its number."""
    found = (_APPOSITION.match(text, end) for _, end in places)
    return [match.span() for match in found if match is not None and not _counts(match.span(), quantities)]


class Distance:
    """Running sum of word weights over the tokens of one text.

    Only the words of `sentences` are weighed; two stretches are compared within one of them. `free` are stretches
    that cost nothing (places, dates, names of the card); `quantities` cost as one number each, whatever they are
    made of.
    """

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        sentences: Iterable[tuple[int, int]],
        *,
        free: Iterable[tuple[int, int]],
        quantities: Sequence[tuple[int, int]],
    ) -> None:
        weights = _weights()
        weigh = weights.get
        words = tokens.words
        starts: list[int] = []
        costs: list[float] = []
        set_in: list[tuple[int, int]] = []
        for begin, stop in sentences:
            here = tokens.within(begin, stop)
            starts += tokens.starts[here]
            costs += map(weigh, words[here], repeat(1.0))
            if text.find('"', begin, stop) >= 0 or text.find("”", begin, stop) >= 0:
                set_in += [match.span() for match in _ATTRIBUTION.finditer(text, begin, stop)]
            if text.count(",", begin, stop) > 1:  # one on either side
                inset = [match.span() for match in _INSET.finditer(text, begin, stop)]
                set_in += [span for span in inset if not _counts(span, quantities)]
        count = len(starts)
        for start, end in (*free, *set_in):
            index = bisect_left(starts, start)
            while index < count and starts[index] < end:
                costs[index] = 0.0
                index += 1
        for start, end in quantities:
            index = bisect_left(starts, start)
            cost = _QUANTITY
            while index < count and starts[index] < end:
                costs[index], cost = cost, 0.0
                index += 1
        self._starts = starts
        self._sums = list(accumulate(costs, initial=0.0))

    def between(self, end: int, start: int) -> float:
        """Cost of the words from offset `end` to offset `start`; 0 when they touch or overlap."""
        if start <= end:
            return 0.0
        first = bisect_left(self._starts, end)
        last = bisect_left(self._starts, start, first)
        return self._sums[last] - self._sums[first] if last > first else 0.0


def _counts(clause: tuple[int, int], quantities: Sequence[tuple[int, int]]) -> bool:
    """Whether a quantity stands in the clause, which then says more than what it is set into."""
    following = bisect_left(quantities, (clause[0], 0))
    return following < len(quantities) and quantities[following][0] < clause[1]
