"""A text as the date readers see it: expressions matched at a place, and the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.reading.date_words import DateWords, date_words, plain

_NONE = -1000
_LINE = 60  # characters of a line that are looked at on either side
_ADDRESS = re.compile(r"://|www\.|\.(?:com|co|id|net|org)/|[?&]\w+=", re.IGNORECASE)
_LONGEST_WORD = 20  # characters of the word before a place
_LONGEST_GAP = 3  # characters between it and the place


@dataclass(slots=True)
class View:
    """`text` up to `end`, read from left to right: what lies before `reached` belongs to a date already."""

    text: str
    reached: int
    end: int
    words: DateWords = field(default_factory=date_words)
    last_month: int = _NONE  # end of the last month in words

    def enter(self, start: int, end: int) -> None:
        """Goes on to the next stretch of the text."""
        self.reached, self.end, self.last_month = start, end, _NONE

    def match(self, name: str, at: int) -> re.Match[str] | None:
        """The expression of that name at a place."""
        return self.words.expressions[name].match(self.text, at, self.end)

    def match_before(self, name: str, at: int, reach: int) -> re.Match[str] | None:
        """The expression of that name, which ends in `\\Z`, right before a place."""
        return self.words.expressions[name].search(self.text, max(self.reached, at - reach), at)

    def word_before(self, at: int) -> str:
        """The word before a place, in lower case."""
        left = self.text[max(0, at - _LONGEST_WORD - _LONGEST_GAP - 1) : at]
        left = left.replace('"', " ").replace("“", " ").replace("(", " ")
        parts = left.split()
        if not parts or len(left) - len(left.rstrip()) > _LONGEST_GAP:
            return ""
        return plain(parts[-1][-_LONGEST_WORD:]).rstrip(".,:;")

    def follows(self, kind: str, at: int) -> bool:
        """Whether the word before a place is of a kind in the table."""
        return self.word_before(at) in self.words.values[kind]

    def in_address(self, at: int) -> bool:
        """Whether the place lies in a web address or a file name."""
        if at and self.text[at - 1] in "=&_@#%":
            return True
        if at and self.text[at - 1].isspace():
            return False
        left = at
        while left > max(0, at - _LINE) and not self.text[left - 1].isspace():
            left -= 1
        return left < at and _ADDRESS.search(self.text, left, at) is not None

    def alone_on_line(self, start: int, end: int) -> bool:
        """Whether nothing else stands on the line, as with page counters, though other lines there are."""
        left = self.text.rfind("\n", max(0, start - _LINE), start) + 1
        right = self.text.find("\n", end, end + _LINE)
        rest = self.text[left or max(0, start - _LINE) : start]
        rest += self.text[end : right if right >= 0 else end + _LINE]
        return not rest.strip() and (left > 0 or right >= 0)
