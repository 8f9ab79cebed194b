"""Runs of capitalised words: the stretches of a text in which names stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, pairwise

from extractor.reading.gazetteer import key

# "50 Kota", "4 Lawang" and "2 x 11" are names that begin with digits. The expressions begin with a set of
# characters, so that the search skips all others.
_CAPITAL = re.compile(
    r"[A-Z245](?<!\w.)"
    r"(?:(?<=[A-Z])\w*(?:['’]\w+)*|(?:(?<=5)0|(?<=4))(?= (?:Kota|Lawang)\b)|(?<=2) ?[xX] ?11(?= [A-Z]))"
)
_TOP_LEVEL = r"(?:com|COM|co|CO|id|ID|net|NET|info|INFO|org|go|tv|TV|news|desa)(?![^\W_])"
_HOST = re.compile(rf"[.:@#](?:(?<=[@#])|(?:(?<=http:)|(?<=https:))//|(?<=\.){_TOP_LEVEL})")
_DOTTED = re.compile(rf"\.{_TOP_LEVEL}")  # in most texts all that is found
_HOST_REACH = 60  # characters searched around a dot-com for the ends of the host name
_JOINTS = frozenset({" ", "-", "\u00a0", "  "})
_WRAPPED = frozenset({"\n", " \n"})
_LONG_LINE = 50  # characters; shorter lines are headings and rows
_ABBREVIATED = frozenset(
    [
        "Kab",
        "Kec",
        "Kel",
        "Prov",
        "Kep",
        "Gn",
        "Adm",
        "KAB",
        "KEC",
        "KEL",
        "PROV",
        "KEP",
        "kab",
        "kec",
        "kel",
        "prov",
        "Ds",
        "D",
        "I",
    ]
)
_JOINT = 5  # characters of the longest joint between two words, " dan "
_WITH_AND = frozenset({"Pangkajene", "PANGKAJENE"})  # Pangkajene dan Kepulauan, one kabupaten
_WORD_REACH = 40


@dataclass(slots=True)
class Word:
    """A capitalised word, where it stands, and the key by which names are compared."""

    start: int
    end: int
    text: str
    key: str


Run = list[Word]

_word_key = lru_cache(maxsize=4096)(key)  # of short words: the same few thousand make up most texts


def host_spans(text: str) -> list[tuple[int, int]]:
    """Host names, addresses and handles ("Lingkarjateng.id"): no place stands in them."""
    spans: list[tuple[int, int]] = []
    bare = "@" not in text and "#" not in text and "://" not in text
    for match in (_DOTTED if bare else _HOST).finditer(text):
        if spans and match.start() < spans[-1][1]:
            continue
        start, end = match.span()
        floor, ceiling = max(0, start - _HOST_REACH), min(len(text), end + _HOST_REACH)
        while start > floor and (text[start - 1].isalnum() or text[start - 1] in "-.@_"):
            start -= 1
        while end < ceiling and (text[end].isalnum() or text[end] in "-./_?=&"):
            end += 1
        spans.append((start, end))
    return spans


def find_runs(
    text: str, blocks: Sequence[tuple[int, int]], blanks: Sequence[tuple[int, int]] = ()
) -> list[Run]:
    """Runs of capitalised words with a blank or hyphen between them, in text order.

    Host names are left out, and so is what begins inside `blanks`. An abbreviated kind word joins across its
    dot ("Kab. Bogor"). `blocks` are in text order.
    """
    runs: list[Run] = []
    if not blocks:
        return runs
    holes = _holes(text, blocks, blanks)
    hole_start, hole_end = next(holes)
    run: Run = []
    last = -_JOINT - 1
    for match in _CAPITAL.finditer(text, 0, blocks[-1][1]):
        start, end = match.span()
        while hole_end <= start:
            hole_start, hole_end = next(holes)
        if hole_start <= start:
            continue
        found = match[0]
        word = Word(start, end, found, _word_key(found) if end - start <= _WORD_REACH else key(found))
        if text[end : end + 1] == "-":
            word = _whole(text, word)
        if start - last <= _JOINT and (text[last:start] == " " or _joined(text, last, start, run)):
            run.append(word)
        else:
            run = [word]
            runs.append(run)
        last = word.end
    return runs


def _holes(
    text: str, blocks: Sequence[tuple[int, int]], blanks: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Where no name begins: between the blocks, in host names and in `blanks`; at last what is endless."""
    between = pairwise([0, *chain.from_iterable(blocks), len(text)])
    gaps = [(start, end) for start, end in islice(between, 0, None, 2) if start < end]
    return iter(sorted([*gaps, *host_spans(text), *blanks, (len(text), len(text) + 1)]))


def _whole(text: str, word: Word) -> Word:
    """The word with its doubling ("Pare-pare", "Sigala-gala"), which is printed in small letters."""
    match = _TAIL.match(text, word.end)
    if match is not None and word.text.lower().endswith(match[1]):
        return Word(word.start, match.end(), text[word.start : match.end()], word.key + match[1])
    return word


_TAIL = re.compile(r"-([a-z]{3,})(?![^\W_])")


def _joined(text: str, end: int, start: int, run: Run) -> bool:
    gap, previous = text[end:start], run[-1]
    if gap in _WRAPPED:  # a line of running text may end inside a name
        return end - text.rfind("\n", 0, end) > _LONG_LINE
    if gap == " dan ":
        return previous.text in _WITH_AND and text.startswith(("Kepulauan", "KEPULAUAN"), start)
    return gap in _JOINTS or (gap in (". ", ".") and previous.text in _ABBREVIATED)


def word_before(text: str, start: int) -> str:
    """The word before an offset on its line; of "… Sipil (Disdukcapil) Kudus" the one in brackets.

    "" after punctuation; an abbreviated kind word keeps no dot.
    """
    window = text[max(0, start - _WORD_REACH) : start]
    left = window.rstrip(" \u00a0")
    if not left or (len(left) == len(window) and window[-1] != "-"):
        return ""
    if left[-1] == ")":
        return left[left.rfind("(") + 1 : -1].rpartition(" ")[2] if "(" in left else ""
    word = left.rpartition(" ")[2]
    if word.isalpha():
        return word  # most words
    word = left[max(left.rfind(" "), left.rfind("\n"), left.rfind("\u00a0")) + 1 :].lstrip("(\"'“‘[")
    if word.endswith("."):
        return word[:-1] if word[:-1] in _ABBREVIATED else ""
    return word.rstrip("-") if word and (word[-1].isalnum() or word[-1] == "-") else ""
