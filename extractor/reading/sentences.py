"""Sentence boundaries of Indonesian press text, on offsets.

A full stop is a boundary unless it belongs to an abbreviation, an initial, a number or an internet name;
glued sentences ("KTP.Kepala") are parted. The word lists are in `patterns/indonesian/abbreviations.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.data import rows

Extent = tuple[int, int]

_OPENING = "\"“”‘'«(["
_STRAIGHT = "\"'"

# A run of end marks and the quotes and brackets that close on it. A full stop before a digit is part of a
# number, except after a word and before grouped thousands ("jiwa.57.220").
_END = re.compile(
    r"[.!?…](?:(?!\d)|(?<=[!?…])|(?<=[a-z]{3}\.)(?=\d{1,3}\.\d{3}))[.!?…]*([\"”’'»)\]]*)",
)
_LINES = re.compile(r"\S[^\n]*")
_LAST_WORD = re.compile(r"(?<![^\W_])(?<![./])[^\W_]+(?:[./][^\W_]+)*\Z")
_NEXT_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"(?<!\d)\d+\Z")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_TOKEN_START = re.compile(r"(?<!\S)\S+\Z")
_TOKEN_END = re.compile(r"\S*")
_NETWORK = re.compile(r"://|www\.|@")
_LABELS = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_ITEM = 200  # characters of one item in a numbered list
_VOWELS = frozenset("aiueoy")
_SHORT_NAME = 4  # letters of a shortened name or title
_WINDOW = 48  # characters looked at on either side of a full stop; names and abbreviations are shorter


@cache
def _longest_binding() -> int:
    """Letters of the longest word that binds what follows its full stop."""
    return max(_SHORT_NAME, *(len(word) for word in _words("before")))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row[1] for row in rows("indonesian/abbreviations.tsv") if row[0] == kind)


def find_sentences(text: str, blocks: Sequence[Extent] | None = None) -> list[Extent]:
    """The sentences of the text as (start, end), in order, without the white space between them.

    No sentence crosses the edge of a block; `blocks` are ordered and default to the lines of the text. A
    block may hold line breaks: then they are white space. A quotation stays with its attribution
    (“… rampung.” katanya.), a closing quotation mark with the sentence it closes.
    """
    if blocks is None:
        blocks = [match.span() for match in _LINES.finditer(text)]
    found: list[Extent] = []
    for start, end in blocks:
        begin = start
        for cut in _cuts(text, start, end):
            _append(found, text, begin, cut)
            begin = cut
        _append(found, text, begin, end)
    return found


def _append(found: list[Extent], text: str, start: int, end: int) -> None:
    if start < end and " " < text[start] < "\x7f" and " " < text[end - 1] < "\x7f":
        found.append((start, end))  # most
        return
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end inside one block."""
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() == end:
            return  # most marks end a block
        cut = _cut(text, begin, end, match)
        if cut is not None:
            yield cut
            begin = cut


def _cut(text: str, begin: int, end: int, match: re.Match[str]) -> int | None:
    """The end of the sentence at this end mark, or None where the sentence goes on."""
    mark, after = match.start(), match.end()
    if mark == begin or text[mark - 1].isspace():  # a stray mark: " ?12 persen"
        return None
    following = after
    while following < end and text[following].isspace():
        following += 1
    if following == end:
        return None
    if following > after:
        return after if _ends_before_space(text, begin, match, following, end) else None
    if match[1] and match[1][-1] in _STRAIGHT and text[following].isalpha():  # KTP."Kami: the quote opens
        return after - 1
    return after if _ends_glued(text, begin, match, end) else None


def _ends_before_space(text: str, begin: int, match: re.Match[str], following: int, end: int) -> bool:
    mark, following_char = match.start(), text[following]
    if match[1] and match[1].strip(")]"):
        return not _is_attribution(text, following, end)
    if text[mark] != "." or match.end() - mark > 1 + len(match[1]):
        return not following_char.islower()
    before = text[mark - 1]
    if before.isdigit():
        return _ends_after_digit(text, begin, mark, following)
    if not before.isalpha():
        return not following_char.islower()
    return _ends_after_word(text, begin, mark, following, end)


def _is_attribution(text: str, following: int, end: int) -> bool:
    """Whether the words after a closed quotation name its speaker: “… rampung.” katanya."""
    if text[following].islower():
        return True
    return _next_word(text, following, end).lower() in _words("attribution")


def _ends_after_digit(text: str, begin: int, mark: int, following: int) -> bool:
    digits = _DIGITS.search(text, max(begin, mark - 20), mark)
    if digits is None:
        return True
    if text[following].isdigit():  # "629. 977" is one number, "2018. 57.220" is none
        return len(digits[0]) > 3 or not _THOUSANDS.match(text, following)
    return not _numbers_an_item(text, begin, digits)


def _numbers_an_item(text: str, begin: int, digits: re.Match[str]) -> bool:
    """Whether a number and its full stop count the items of a list: "tahap: 1. Daftar 2. Foto"."""
    if len(digits[0]) > 2:
        return False
    lead = text[max(begin, digits.start() - 8) : digits.start()].rstrip()
    if not lead or lead[-1] in ":;,":
        return True
    return text.rfind(f" {int(digits[0]) - 1}. ", max(begin, digits.start() - _ITEM), digits.start()) >= 0


def _ends_after_word(text: str, begin: int, mark: int, following: int, end: int) -> bool:
    following_char = text[following]
    sure = mark - _longest_binding() - 1
    if sure >= begin and not following_char.islower() and text[sure:mark].isalpha():
        return True  # no abbreviation is as long, which spares reading the word
    word = _last_word(text, begin, mark)
    lowered = word.lower()
    binds = lowered in _words("before") or _is_initial(word) or _lacks_vowels(word)
    if binds:
        return following_char.isupper() and _next_word(text, following, end).lower() in _words("opener")
    if following_char.islower():
        return len(word) >= 3 and word.islower() and lowered not in _words("list")
    return True


def _is_initial(word: str) -> bool:
    """A letter that stands for a name ("Yoseph B.", "H.Y") or the last one of a degree in front of a name."""
    if len(word) == 1:
        return word.isupper()
    return "." in word and all(len(part) == 1 for part in word.split("."))


def _lacks_vowels(word: str) -> bool:
    """A capitalised word without vowels is a shortened name or title ("Ngr."); "KTP" is an acronym."""
    return 2 <= len(word) <= _SHORT_NAME and word.istitle() and not _VOWELS.intersection(word.lower())


def _next_word(text: str, start: int, end: int) -> str:
    match = _NEXT_WORD.match(text, start, min(end, start + _WINDOW))
    return match[0] if match else ""


def _ends_glued(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether a sentence ends although no space follows: "KTP.Kepala", "2018.Dia", "Elektronik.yang"."""
    mark, after = match.start(), match.end()
    before, following = text[mark - 1], text[after]
    if following in _OPENING:
        return following not in "(["
    if not following.isalnum() or _in_network_name(text, begin, mark, end):
        return False
    if following.isdigit():  # only grouped thousands get here
        return text[mark] == "." and _last_word(text, begin, mark).lower() not in _words("before")
    if before.isdigit() or not before.isalpha():
        return following.isupper() and _next_word(text, after, end)[1:].islower()
    word = _last_word(text, begin, mark)
    if len(word) < 3 and not (len(word) == 2 and (word.isupper() or word.islower())):
        return False
    if word.lower() in _words("before") or word.lower() in _words("list") or "." in word:
        return False
    return len(_next_word(text, after, end)) >= 2


def _last_word(text: str, begin: int, mark: int) -> str:
    start = max(begin, mark - _WINDOW)
    space = text.rfind(" ", start, mark)
    if space >= 0 and text[space + 1 : mark].isalpha():
        return text[space + 1 : mark]  # most words
    match = _LAST_WORD.search(text, max(start, space), mark)
    return match[0] if match else ""


def _in_network_name(text: str, begin: int, mark: int, end: int) -> bool:
    """Whether the full stop stands in a web address, an e-mail address, an outlet's domain or a file name."""
    first = _TOKEN_START.search(text, max(begin, mark - _WINDOW), mark)
    last = _TOKEN_END.match(text, mark, min(end, mark + _WINDOW))
    start = first.start() if first else mark
    token = text[start : last.end() if last else mark]
    if _NETWORK.search(token):
        return True
    domains = _words("domain")
    for labels in _LABELS.finditer(token):
        if start + labels.start() <= mark < start + labels.end():
            return labels[0].rsplit(".", 1)[1].lower() in domains
    return False
