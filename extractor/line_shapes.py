"""What a line of a news page looks like: running text, a headline, a dateline, an item of a list."""

from __future__ import annotations

import re
from functools import cache

from extractor.data import rows

_TERMINAL = re.compile(r"[.!?…:;][\"”’'»)\]]*\Z|[\"”][)\]]?\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*(?:\s*[(\[][^()\[\]]{1,80}[)\]]\.?)?\Z|[\"”][)\]]?\Z")
_TAIL = 110  # characters that hold any sentence end with its sign-off
_BULLET = re.compile(r"[•●▪■►▶»*·–—-]\s+")
_PLACE_ITEM = re.compile(
    r"(?:\W|\d)*(?:kecamatan|kec|kelurahan|kel|desa|kabupaten|kab|kota|provinsi|distrik)\b", re.I
)
_DATELINE = re.compile(
    r"(?P<head>[^\W_][^\n–—]{1,60}?)"
    r"(?:\s*(?:--|[–—−])|\s-+(?=\s|\Z)|(?<=\w)-(?=\s)|(?<=[A-Z]{3})-(?=[A-Z][a-z])|(?<=\)):(?=\s)|(?<=[a-z]),?:(?=\s))\s*"
)
_OUTLET = re.compile(r"\w\.(?:com|co|id|net|org|info|news)\b", re.I)
_SHOUTED = re.compile(r"\b[A-Z][A-Z.]{2,}\b")


def ends_sentence(line: str) -> bool:
    """Whether the line ends with an end mark or a closed quotation, sign-off aside."""
    return _SENTENCE_END.search(line[-_TAIL:]) is not None


def may_continue(line: str) -> bool:
    """Whether the line can be the first half of a sentence: it ends with no end mark, quotation or colon."""
    return _TERMINAL.search(line[-8:]) is None


@cache
def joining_words() -> frozenset[str]:
    """Words in small letters that no line ends with unless its sentence goes on."""
    return frozenset(row[0] for row in rows("indonesian/joining_words.tsv"))


def is_sentence(line: str) -> bool:
    """Running text: a finished sentence of four words or more, or far too long for a headline."""
    return len(line) > 200 or (line.count(" ") >= 3 and ends_sentence(line))


def _capitalised(line: str) -> tuple[int, int]:
    """How many words begin with a capital, and how many with a letter; short small ones do not count."""
    capitals = letters = 0
    for word in line.split():
        first = word[0] if word[0].isalpha() else word.lstrip("\"'“”‘’([")[:1]
        if first.isalpha() and (len(word) > 3 or first.isupper()):
            letters += 1
            capitals += first.isupper()
    return capitals, letters


def is_headline(line: str, words: int = 6) -> bool:
    """A headline as the press sets it: at least so many words, nearly all with a capital, no full stop.

    An item of a list of places ("Kecamatan Melati 5.000 Jiwa") is none.
    """
    if (
        len(line) > 160
        or line[0].islower()
        or line.count(" ") + 1 < words
        or line[-1] in '.,;:"”)'
        or is_place_item(line)
    ):
        return False
    capitals, letters = _capitalised(line)
    return letters >= min(words, 3) and capitals >= 0.75 * letters


def is_place_item(line: str) -> bool:
    """Whether the line may be an item of a list or table of places ("2. Kecamatan Melati 5.000 jiwa")."""
    return _PLACE_ITEM.match(line) is not None


def without_bullet(line: str) -> str | None:
    """The item after a bullet or dash, or None where the line has none."""
    match = _BULLET.match(line)
    return line[match.end() :] if match else None


def dateline_end(line: str) -> int | None:
    """Where the text after the dateline begins ("KUDUS, Contoh.id – |Menjelang"), or None without one."""
    match = _DATELINE.match(line, 0, 90)
    if match is None:
        return None
    head = match["head"]
    if head.count(" ") > 6 or head.endswith(("e", "E")):  # "e-KTP", "E-KTP"
        return None
    place_like = _OUTLET.search(head) or _SHOUTED.search(head) or head.endswith(")")
    if not place_like and (":" in match[0] or not _all_names(head)):
        return None
    return match.end()


def _all_names(head: str) -> bool:
    words = head.replace(",", " ").split()
    return len(words) <= 4 and (len(words) == 1 or all(not word[0].islower() for word in words))
