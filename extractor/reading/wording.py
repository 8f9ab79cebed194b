"""Words by what they do, from `patterns/indonesian/wording.tsv`, as parts of regular expressions.

The table holds the words; the expressions that name its groups hold the shape around them.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from extractor.data import rows
from extractor.reading import word_tree

_OPTIONAL = re.compile(r"\(([^()]*)\)")
_MISSING = re.compile(r"\([^()]*\)|\s")  # what a text may lack or print as other white space


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for group, phrase in rows("indonesian/wording.tsv"):
        table.setdefault(group, []).append(phrase)
    return table


def _listed(groups: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(phrase for group in groups for phrase in _table()[group]))


def phrases(*groups: str) -> tuple[str, ...]:
    """All forms of the phrases of some groups, in the order of the table; KeyError where it has no such group."""
    return tuple(form for phrase in _listed(groups) for form in _forms(phrase))


def _forms(phrase: str) -> list[str]:
    parts = enumerate(_OPTIONAL.split(phrase))  # what must stand and what may be missing, in turn
    choices = [(part, "") if index % 2 else (part,) for index, part in parts]
    return ["".join(form) for form in product(*choices)]


def any_of(*groups: str) -> str:
    r"""An expression for any phrase of some groups, like "(?:total|jumlah(?:nya)?|kurang\s+lebih)"."""
    return f"(?:{'|'.join(map(_expression, _listed(groups)))})"


def _expression(phrase: str) -> str:
    parts = (r"\s+".join(map(re.escape, part.split(" "))) for part in _OPTIONAL.split(phrase))
    return "".join(f"(?:{part})?" if index % 2 else part for index, part in enumerate(parts))


def signs(*groups: str) -> tuple[str, ...]:
    """Pieces of words of which a text holds one wherever it holds a phrase of the groups: quick to look for first.

    Of each phrase the longest piece that is never missing, and no piece that holds another.
    """
    pieces = {max(_MISSING.split(phrase), key=len) for phrase in _listed(groups)}
    return tuple(sorted(p for p in pieces if not any(other in p for other in pieces - {p})))


def sign_of(*groups: str) -> re.Pattern[str]:
    """An expression for the signs of some groups that finds the first at once, whatever their number."""
    return re.compile(word_tree.any_of(signs(*groups)))
