"""Tokens of the genre, as offsets: one compiled expression, nothing lost between two tokens."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""
      \d+(?:[.,]\d+)*                                       # 643.450   99,64   4.000
    | https?://[^\s<>"')\]]+
    | (?i:e-?ktp(?:-el)?|ktp-?el|ktp-e|kartu-e)(?![^\W\d_])      # one token in every case form
    | [^\W\d_]+(?:\.[^\W\d_]+)*\.(?:id|com|net|org|tv|news|info)(?![^\W_])   # Lingkarjateng.id
    | -(?:nya|an)(?!\w)                                     # clitic or suffix of its own
    | [^\W\d_]+(?:['’][^\W\d_]+)*(?:-(?!nya(?!\w)|an(?!\w))[^\W\d_]+)*   # laki-laki, Jum'at
    | --+ | \.\.+ | [^\S\n]+ | \n+ | .
    """,
    re.VERBOSE,
)


def tokenize(text: str) -> list[tuple[int, int]]:
    """Start and end of every token, white space left out.

    A number with its separators is one token, a clitic or suffix after it its own ("130ribu" gives "130" and
    "ribu", "4.000-an" gives "4.000" and "-an"); "e-KTP" and "KTP-el" are one token in every case form.
    """
    return [match.span() for match in _TOKEN.finditer(text) if not match.group().isspace()]
