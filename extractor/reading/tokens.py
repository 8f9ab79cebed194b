"""Tokens of the genre, as offsets: one compiled expression, nothing lost between two tokens."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

_LETTERS = r"[^\W\d_]++"
# It begins with any character and asks afterwards what that was: so white space is skipped at once. Host names
# have an end (8), since a long row of initials would be read anew from each of them.
_TOKEN = re.compile(
    rf"""
      (\S(?:
        (?<=[a-zA-Z])[a-zA-Z]*+(?![\w'’.:-])                          # most words
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
    """The tokens of a text: where each stands, and as a word in lower case; one for one."""

    spans: list[tuple[int, int]]
    words: list[str]


def tokenize(text: str) -> list[tuple[int, int]]:
    """Start and end of every token, white space left out.

    A number with its separators is one token, a clitic or suffix after it its own ("130ribu" gives "130" and
    "ribu", "4.000-an" gives "4.000" and "-an"); "e-KTP" and "KTP-el" are one token in every case form.
    """
    return read_tokens(text).spans


def read_tokens(text: str) -> Tokens:
    """The tokens of a text, as `tokenize` finds them, with their words.

    The letter İ becomes "_", since its lower case is the common i and a point.
    """
    parts = _TOKEN.split(text)  # white space and tokens in turn
    edges = accumulate(map(len, parts))
    words = "\n".join(parts[1::2]).replace("İ", "_").lower().split("\n") if len(parts) > 1 else []
    return Tokens(list(zip(edges, edges, strict=False)), words)
