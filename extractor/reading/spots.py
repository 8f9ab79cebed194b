"""Where in a text something may begin, by its words: what was seen in a word once is not looked for again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import compress, count

from extractor.reading.tokens import Tokens

_MOST = 8192  # words remembered: most of a text are among the same few thousand


class Spots(dict[str, tuple[int, ...]]):
    """The offsets inside a word, in order, that `within` finds; of the words of a text, offsets in the text."""

    def __init__(self, within: Callable[[str], Iterable[int]]) -> None:
        super().__init__()
        self._within = within

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = tuple(self._within(word))
        return found

    def of(self, tokens: Tokens) -> list[int]:
        """Where in a text they are, in text order."""
        starts, inside = tokens.starts, list(map(self.__getitem__, tokens.words))
        return [starts[at] + offset for at in compress(count(), inside) for offset in inside[at]]
