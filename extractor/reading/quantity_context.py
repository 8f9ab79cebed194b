"""One number with the words around it: scale word, suffix and unit behind, hedges before and behind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.reading.numerals import Numeral, Reading
from extractor.reading.quantity_lexicon import GAP, Lexicon, lexicon
from extractor.reading.wording import any_of

_BEFORE = 64  # characters that the words before a number are read from
_SUFFIX = re.compile(r"(?:[ ]?-[ ]?|[ ])?an(?![^\W_])", re.IGNORECASE)
_AFTER = re.compile(
    rf"{GAP}(?P<first>%|[^\W\d_]{{1,30}}(?:[-–'’][^\W\d_]{{1,30}})*)"
    r"(?:[ \t\xa0]{1,3}(?P<second>[^\W\d_]{1,30}(?:-[^\W\d_]{1,30})*))?"
)
_NOT_PLAIN = re.compile(rf" {any_of('more than a hedge')}", re.IGNORECASE)
_REACH = 5  # words before a number that its hedge can take up
_OPENING = "\"“”'‘«(-–—["
_LEAST = 5  # letters before -nya; shorter words are words of their own


@dataclass(slots=True)
class Draft:
    """A number with what stands around it; `reading` follows once its neighbours are known."""

    start: int
    end: int  # behind scale word and suffix
    numeral: Numeral | None  # None: spelled out
    reading: Reading | None = None
    scale: int = 1
    suffix: bool = False  # -an behind the digits: "4.000-an", "50-an ribu"
    scale_suffix: bool = False  # -an behind the scale word: "26 ribuan"
    hedge: str | None = None
    unit: str | None = None
    pure: bool = False  # the unit word is a classifier (orang, jiwa, keping), not a noun
    classifier: str | None = None
    outer_start: int = -1
    outer_end: int = -1
    before: str = ""  # the word before number and hedge, lower case
    next: str = ""  # the word after number and scale, as printed
    second: str = ""  # the word after that
    joined: bool = False  # its range partner follows a hyphen
    # a blank inside the number was mended, that print puts behind a separator or in a word
    broken: bool = False
    compound: bool = False  # put together from "1 juta 200 ribu"
    range: str | None = None
    rejected: str | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing but the digits speaks for a quantity: no unit, scale, suffix, separator."""
        if self.unit is not None or self.scale != 1 or self.suffix or self.numeral is None:
            return False
        return self.numeral.shape in ("plain", "decimal")


@cache
def _scale() -> re.Pattern[str]:
    words = sorted(lexicon().scales, key=len, reverse=True)
    return re.compile(
        rf"[ \t\xa0]{{0,2}}\n?(?:(?P<many>ratus|puluh) )?(?P<scale>{'|'.join(words)})"
        r"(?P<suffix>[ ]?-?[ ]?an)?(?![^\W_])",
        re.IGNORECASE,
    )


def read_behind_digits(text: str, draft: Draft, end: int) -> None:
    """Scale word, suffix, unit and hedge behind digits: "26 ribuan warga", "50-an ribu", "92,10%"."""
    match = _AFTER.match(text, draft.end, end)
    scaled = match is not None and match["first"][:2].lower() in lexicon().scale_heads
    if scaled or "-" in text[draft.end : draft.end + 2]:
        _read_scale(text, draft, end)
        match = _AFTER.match(text, draft.end, end)
    _read_words(text, draft, end, match)


def _read_scale(text: str, draft: Draft, end: int) -> None:
    """Scale word and suffix behind digits: "26 ribu", "26 ribuan", "4.000-an", "50-an ribu"."""
    match = _SUFFIX.match(text, draft.end, end)
    if match:
        draft.suffix, draft.end = True, match.end()
    match = _scale().match(text, draft.end, end)
    if match:
        word = match["scale"].lower()
        many = {"ratus": 100, "puluh": 10}.get((match["many"] or "").lower(), 1)
        draft.scale = lexicon().scales[word] * many
        draft.scale_suffix = match["suffix"] is not None
        draft.broken = " " in word
        draft.end = match.end()


def read_after(text: str, draft: Draft, end: int) -> None:
    """Unit word and hedge behind a number: "47 ribu jiwa lebih", "6.000 lebih warga", "92,10%"."""
    _read_words(text, draft, end, _AFTER.match(text, draft.end, end))


def _read_words(text: str, draft: Draft, end: int, match: re.Match[str] | None) -> None:
    draft.outer_end = draft.end
    if match is None:
        return
    words, hedge = lexicon(), None
    first, second = match.groups()
    lowered = first.lower()
    if lowered in words.hedge_heads:
        hedge = _hedge_after(words, match, text)
        if hedge:
            draft.hedge, draft.outer_end = hedge
            match = _AFTER.match(text, draft.outer_end, end)
            if match is None:
                return
            first, second = match.groups()
            lowered = first.lower()
    draft.next, draft.second = first, second or ""
    unit_end = _take_unit(words, draft, match, lowered)
    if not unit_end:
        return
    draft.outer_end = unit_end
    if hedge is None and (not draft.second or draft.second.lower() in words.hedge_heads):
        late = _AFTER.match(text, unit_end, end)  # "47 ribu jiwa lebih"
        hedge = late and _hedge_after(words, late, text)
        if hedge:
            draft.hedge, draft.outer_end = hedge


def _hedge_after(words: Lexicon, match: re.Match[str], text: str) -> tuple[str, int] | None:
    first = match["first"].lower()
    if match["second"]:
        kind = words.hedges_after.get(f"{first} {match['second'].lower()}")
        if kind:
            return kind, match.end()
    kind = words.hedges_after.get(first)
    if kind is None or _NOT_PLAIN.match(text, match.end("first")):
        return None
    return kind, match.end("first")


def _take_unit(words: Lexicon, draft: Draft, match: re.Match[str], word: str) -> int:
    """Sets the unit that the words after a number print; gives its end, 0 where there is none."""
    first = _stem(word)
    if draft.second and first in words.unit_heads:
        phrase = f"{first} {_stem(draft.second.lower())}"
        if phrase in words.units:
            draft.unit, draft.pure = words.units[phrase]
            draft.classifier, draft.second = phrase, ""
            return match.end("second")
    entry = words.units.get(first)
    if entry is None:
        return 0
    draft.unit, draft.pure = entry
    draft.classifier = first
    return match.end(1)


def _stem(word: str) -> str:
    """A word without the possessor's -nya."""
    if word.endswith("nya") and len(word) > _LEAST:
        return word[:-3].rstrip("-–")
    return word


def read_before(text: str, draft: Draft, start: int) -> None:
    """Hedge before a number ("tidak lebih dari 300", "sekitar ada 300"), and the word before both."""
    low = max(start, draft.start - _BEFORE)
    paragraph = text.rfind("\n\n", low, draft.start)
    if paragraph >= 0:
        low = paragraph + 1
    head = text[low : draft.start].rstrip(' \t\n\xa0?:"“')
    draft.outer_start = draft.start
    words = head.rsplit(None, 2)
    if not words:
        return
    draft.before = words[-1].lower().lstrip(_OPENING)
    lists = lexicon()
    if draft.before in lists.hedge_ends or (
        draft.before in lists.fillers and words[-2:][0].lower().lstrip(_OPENING) in lists.hedge_or_filler
    ):
        _read_hedge_before(draft, low, head)


def _read_hedge_before(draft: Draft, low: int, head: str) -> None:
    """The hedge that ends `head`, which begins at offset `low`."""
    printed = head.rsplit(None, _REACH)[-_REACH:]
    words = [word.lower().lstrip(_OPENING) for word in printed]
    found = _hedge_before(words)
    if found is None:
        return
    at, draft.hedge = found
    draft.before = words[at - 1] if at else ""
    start = len(head)
    for word in reversed(printed[at:]):
        start = head.rindex(word, 0, start)
    opening = len(printed[at]) - len(printed[at].lstrip(_OPENING))
    draft.outer_start = low + start + opening


def _hedge_before(words: list[str]) -> tuple[int, str] | None:
    """Where the hedge that ends a row of words begins, and its kind; up to two fillers may follow it."""
    lists = lexicon()
    for stop in range(len(words), max(0, len(words) - 3), -1):
        for size in range(min(stop, lists.hedge_ends.get(words[stop - 1], 0)), 0, -1):
            kind = lists.hedges_before.get(" ".join(words[stop - size : stop]))
            if kind:
                return stop - size, kind
        if words[stop - 1] not in lists.fillers:
            return None
    return None
