"""Tokens of the genre, as offsets: one compiled expression, nothing lost between two tokens."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from extractor.typography import in_lower_case

_LETTERS = r"[^\W\d_]++"
# It begins with any character and asks afterwards what that was: so white space is skipped at once. Host names
# have an end (8), since a long row of initials would be read anew from each of them.
_TOKEN = re.compile(
    rf"""
      (\S(?:
        (?<=[a-z])[a-z]*+(?=[ ,\n])                                   # most words
      | (?<=[eEkK])(?i:(?<=e)-?ktp(?:-el)?|(?<=k)tp-?el|(?<=k)tp-e)   # e-KTP: one token in every case form
          (?![^\W\d_])
      | (?<=[^\W\d_])[^\W\d_]*+(?:                                  # Jum'at, laki-laki, Lingkarjateng.id
            ['’]{_LETTERS} | -(?!(?:nya|an)(?!\w)){_LETTERS}
          | (?:\.{_LETTERS}){{0,8}}\.(?:id|com|net|org|tv|news|info)(?![^\W_])
          | (?<=http)s?://[^\s<>"')\]]+ | (?<=https)://[^\s<>"')\]]+
        )*
      | (?<=\d)\d*+(?:[.,]\d+)*                                      # 643.450   99,64   4.000
      | (?<=-)(?:(?:nya|an)(?!\w)|-+)                                # clitic or suffix of its own; dashes
      | (?<=\.)\.+
      |
      ))
    """,
    re.VERBOSE,
)


class Tokens(NamedTuple):
    """The tokens of a text: where each starts and ends, and it as a word in lower case; one for one."""

    starts: list[int]
    ends: list[int]
    words: list[str]

    def within(self, start: int, end: int) -> slice:
        """Those that begin from offset `start` up to offset `end`."""
        first = bisect_left(self.starts, start)
        return slice(first, bisect_left(self.starts, end, first))


def tokenize(text: str) -> list[tuple[int, int]]:
    """Start and end of every token, white space left out.

    A number with its separators is one token, a clitic or suffix after it its own ("130ribu" gives "130" and
    "ribu", "4.000-an" gives "4.000" and "-an"); "e-KTP" and "KTP-el" are one token in every case form.
    """
    tokens = read_tokens(text)
    return list(zip(tokens.starts, tokens.ends, strict=True))


def read_tokens(text: str) -> Tokens:
    """The tokens of a text, as `tokenize` finds them, with their words.

    The letter İ becomes "_", since its lower case is the common i and a point.
    """
    parts = _TOKEN.split(in_lower_case(text.replace("İ", "_")))  # white space and tokens in turn
    edges = list(accumulate(map(len, parts)))
    return Tokens(edges[:-1:2], edges[1::2], parts[1::2])
