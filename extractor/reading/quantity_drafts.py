"""Numbers in the text with the words around them: the first, generous step of reading quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.reading.number_words import read_words, spelled_number
from extractor.reading.numerals import Numeral, Reading, read_numeral
from extractor.reading.quantity_lexicon import GAP, SPACES, Lexicon, lexicon

_BEFORE = 64  # characters that the words before a number are read from
_NUMBER = re.compile(r"[0-9]+(?:[.,:/–—-][0-9]+)*")
_DASH = re.compile("[–—-]")
_SPACED_GROUPS = re.compile(
    r"(?:[.]?[ \xa0][0-9]{3}(?:[.][0-9]{3}){0,2}){1,3}(?![0-9])(?![.,:/–— \xa0-][0-9])"
)
_GROUPABLE = re.compile(r"[1-9][0-9]{0,2}(?:[.][0-9]{3})*")
_SUFFIX = re.compile(r"(?:[ ]?-[ ]?|[ ])?an(?![^\W_])", re.IGNORECASE)
_AFTER = re.compile(
    rf"{GAP}(?P<first>%|[^\W\d_]{{1,30}}(?:[-–'’][^\W\d_]{{1,30}})*)"
    r"(?P<rest>[ \t\xa0]{1,3}(?P<second>[^\W\d_]{1,30}(?:-[^\W\d_]{1,30})*))?"
)
_NOT_PLAIN = re.compile(
    r" (?:tinggi|rendah|banyak|sedikit|besar|kecil|baik|buruk|lambat|cepat|dari|kurang)", re.I
)
_WORD = re.compile(r"\S+")
_OPENING = "\"“”'‘(«-–—["


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
    broken: bool = (
        False  # a blank inside the number was mended, that print puts behind a separator or in a word
    )
    compound: bool = False  # put together from "1 juta 200 ribu"
    range: str | None = None
    rejected: str | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing but the digits speaks for a quantity: no unit, scale, suffix, separator."""
        plain = self.numeral is not None and self.numeral.shape in ("plain", "decimal")
        return plain and self.unit is None and self.scale == 1 and not self.suffix


@cache
def _scale() -> re.Pattern[str]:
    words = sorted(lexicon().scales, key=len, reverse=True)
    return re.compile(
        rf"[ \t\xa0]{{0,2}}\n?(?:(?P<many>ratus|puluh) )?(?P<scale>{'|'.join(words)})"
        r"(?P<suffix>[ ]?-?[ ]?an)?(?![^\W_])",
        re.IGNORECASE,
    )


@cache
def _spaced_decimals() -> re.Pattern[str]:
    """The tail of "60, 64 persen" and "2, 4 juta": a decimal mark with a blank behind it."""
    words = [p for p, (unit, _) in lexicon().units.items() if unit == "percent" and p != "%"]
    words += lexicon().scales
    return re.compile(
        rf"[.,][ \xa0](?P<tail>[0-9]{{1,3}})(?=[ \xa0]?(?:%|(?:{'|'.join(words)})(?![^\W_])))", re.I
    )


def find_drafts(text: str, start: int, end: int) -> Iterator[Draft]:
    """Every number of `text[start:end]`, in digits or words, in text order, non-overlapping."""
    words = _spelled(text, start, end)
    spelled = next(words, None)
    reached = start
    for match in _NUMBER.finditer(text, start, end):
        while spelled and spelled.start < match.start():
            if spelled.start >= reached:
                reached = spelled.end
                yield spelled
            spelled = next(words, None)
        if match.start() < reached:
            continue
        for draft in _printed(text, match, start, end):
            reached = draft.end
            yield draft
    while spelled:
        if spelled.start >= reached:
            reached = spelled.end
            yield spelled
        spelled = next(words, None)


def _spelled(text: str, start: int, end: int) -> Iterator[Draft]:
    for match in spelled_number().finditer(text, start, end):
        if match.start() > start and text[match.start() - 1].isalnum():
            continue
        reading = read_words(match.group())
        if reading is None:
            continue
        draft = Draft(match.start(), match.end(), None, reading)
        draft.suffix = match["inner"] is not None or (match["suffix"] is not None and not reading.rounded)
        draft.scale_suffix = match["suffix"] is not None and reading.rounded
        _read_after(text, draft, end)
        _read_before(text, draft, start)
        yield draft


def _printed(text: str, match: re.Match[str], start: int, end: int) -> Iterator[Draft]:
    """The drafts of one run of digits: one number, or the two ends of "180-220"."""
    printed = match.group()
    if len(printed) > 40 or "/" in printed or ":" in printed:
        return
    parts = _DASH.split(printed)
    if len(parts) > 2:
        return
    if len(parts) == 1:
        draft = _number(text, match.start(), match.end(), end)
        if draft:
            _read_before(text, draft, start)
            yield draft
        return
    middle = match.start() + len(parts[0])
    left, right = _numeral_draft(text, match.start(), middle), _number(text, middle + 1, match.end(), end)
    if left and right:
        left.joined, left.outer_end = True, middle
        _read_before(text, left, start)
        right.outer_start = right.start
        yield left
        yield right


def _numeral_draft(text: str, start: int, end: int) -> Draft | None:
    numeral = read_numeral(text[start:end])
    return Draft(start, end, numeral) if numeral else None


def _number(text: str, start: int, stop: int, end: int) -> Draft | None:
    """A number in digits with the blanks that print put into it, its scale word, suffix and unit."""
    printed, reached = text[start:stop], stop
    if stop < end and text[stop] in ".,  \xa0":
        printed, reached = _mend(text, start, stop, end)
        if reached == stop and _in_column(text, printed, stop, end):
            return None
    numeral = read_numeral(printed)
    if numeral is None:
        return None
    draft = Draft(start, reached, numeral, broken=reached != stop and text[stop] in ".,")
    _read_scale(text, draft, end)
    _read_after(text, draft, end)
    if reached != stop and numeral.shape == "grouped" and draft.unit is None and "." in text[start:stop]:
        return _number(text, start, stop, stop)  # "… 60.114. 220 di antaranya": a full stop, not a separator
    return draft


def _mend(text: str, start: int, stop: int, end: int) -> tuple[str, int]:
    """The digits of a number that blanks run through ("71 905", "629. 977", "60, 64 persen"), and its end."""
    printed = text[start:stop]
    if _GROUPABLE.fullmatch(printed):
        tail = _SPACED_GROUPS.match(text, stop, end)
        if tail and not (tail.group()[0] == "." and len(printed) < 3 and _starts_line(text, start)):
            groups = re.findall("[0-9]+", tail.group())
            return ".".join([printed, *groups]), tail.end()
    if len(printed) <= 3 and printed.isdecimal() and not _in_list(text, start):
        decimals = _spaced_decimals().match(text, stop, end)
        if decimals:
            return f"{printed}{text[stop]}{decimals['tail']}", decimals.end()
    return printed, stop


def _in_column(text: str, printed: str, stop: int, end: int) -> bool:
    """Whether bare digits are followed by further digits with no word between: a table's row or an id."""
    return printed.isdecimal() and text[stop] in SPACES and text[stop + 1 : min(stop + 2, end)].isdecimal()


def _starts_line(text: str, start: int) -> bool:
    """Whether only blanks stand between a line's beginning and the number: a list marker's place."""
    before = text[max(0, start - 8) : start].rstrip(SPACES)
    return before.endswith("\n") or (not before and start <= 8)


def _in_list(text: str, start: int) -> bool:
    """Whether a number and a comma stand before: "50, 60, 64 persen" holds no decimals."""
    before = text[max(0, start - 8) : start].rstrip()
    return before.endswith(",") and before[-2:-1].isdecimal()


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
        draft.broken = draft.broken or " " in word
        draft.end = match.end()


def _read_after(text: str, draft: Draft, end: int) -> None:
    """Unit word and hedge behind a number: "47 ribu jiwa lebih", "6.000 lebih warga", "92,10%"."""
    draft.outer_end = draft.end
    words = lexicon()
    match = _AFTER.match(text, draft.end, end)
    if match is None:
        return
    hedge = _hedge_after(words, match, text)
    if hedge:
        draft.hedge, draft.outer_end = hedge
        match = _AFTER.match(text, draft.outer_end, end)
        if match is None:
            return
    draft.next, draft.second = match["first"], match["second"] or ""
    unit_end = _take_unit(words, draft, match)
    if unit_end:
        draft.outer_end = unit_end
        if draft.hedge is None:
            behind = _AFTER.match(text, unit_end, end)
            late = behind and _hedge_after(words, behind, text)
            if late:
                draft.hedge, draft.outer_end = late


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


def _take_unit(words: Lexicon, draft: Draft, match: re.Match[str]) -> int:
    """Sets the unit that the words after a number print; gives its end, 0 where there is none."""
    first = _stem(match["first"].lower())
    second = _stem((match["second"] or "").lower())
    for phrase, stop in ((f"{first} {second}", match.end("second")), (first, match.end("first"))):
        entry = words.units.get(phrase)
        if entry:
            draft.unit, draft.pure = entry
            draft.classifier = phrase
            if stop == match.end("first"):
                return stop
            draft.second = ""
            return stop
    return 0


def _stem(word: str) -> str:
    """A word without the possessor's -nya."""
    if word.endswith("nya") and len(word) > 5:
        return word[:-3].rstrip("-–")
    return word


def _read_before(text: str, draft: Draft, start: int) -> None:
    """Hedge before a number ("tidak lebih dari 300", "sekitar ada 300"), and the word before both."""
    low = max(start, draft.start - _BEFORE)
    window = text[low : draft.start]
    head = window[window.rfind("\n\n") + 1 :].rstrip(' \t\n\xa0?:"“')
    words = [word.lower().lstrip(_OPENING) for word in head.split()[-5:]]
    found = _hedge_before(words)
    draft.outer_start = draft.start
    if found is None:
        draft.before = words[-1] if words else ""
        return
    at, draft.hedge = found
    draft.before = words[at - 1] if at else ""
    head_start = low + window.rfind("\n\n") + 1
    first = list(_WORD.finditer(text, head_start, head_start + len(head)))[at - len(words)]
    draft.outer_start = first.end() - len(first.group().lstrip(_OPENING))


def _hedge_before(words: list[str]) -> tuple[int, str] | None:
    """Where the hedge that ends a row of words begins, and its kind; up to two fillers may follow it."""
    lists = lexicon()
    for stop in range(len(words), max(0, len(words) - 3), -1):
        if words[stop - 1] in lists.hedge_ends:
            for size in (3, 2, 1):
                kind = lists.hedges_before.get(" ".join(words[max(0, stop - size) : stop]))
                if kind:
                    return max(0, stop - size), kind
        if words[stop - 1] not in lists.fillers:
            return None
    return None
