"""Numbers in the text with the words around them: the first, generous step of reading quantities."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from extractor.reading.number_words import read_words, spelled_number
from extractor.reading.numerals import read_numeral
from extractor.reading.quantity_context import Draft, read_after, read_before, read_behind_digits
from extractor.reading.quantity_lexicon import SPACES, alternatives, lexicon

_LONGEST = 40  # printed characters of a range; more is an id
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*((?:[:/–—-][0-9]+(?:[.,][0-9]+)*)+)?")
_DASH = re.compile("[–—-]")
_BREACH = re.compile(r"[.,]?[ \xa0]\d|[ \xa0][.,]\d")
_GROUPS = re.compile("[0-9]+")
_SPACED_GROUPS = re.compile(
    r"(?:[.]?[ \xa0][0-9]{3}(?:[.][0-9]{3}){0,2}){1,3}(?![0-9])(?![.,:/–— \xa0-][0-9])"
)
# the mark and digits behind a blank: "12 .315", "99 ,64 persen"
_MARKED_TAIL = re.compile(r"[ \xa0](\.[0-9]{3}|,[0-9]{1,2})(?![.,]?[0-9])")
_GROUPABLE = re.compile(r"[1-9][0-9]{0,2}(?:[.][0-9]{3})*")


@cache
def _spaced_decimals() -> re.Pattern[str]:
    """The tail of "60, 64 persen" and "2, 4 juta": a decimal mark with a blank behind it."""
    words = [p for p, (unit, _) in lexicon().units.items() if unit == "percent" and p != "%"]
    words += lexicon().scales
    return re.compile(
        rf"[.,][ \xa0](?P<tail>[0-9]{{1,3}})(?=[ \xa0]?(?:%|(?:{'|'.join(words)})(?![^\W_])))", re.I
    )


def find_drafts(text: str, start: int, end: int, starts: Sequence[int]) -> list[Draft]:
    """Every number of `text[start:end]`, in digits or words, in text order, non-overlapping.

    `starts`: where numbers may begin, as `beginnings` finds them.
    """
    drafts: list[Draft] = []
    reached = start
    for at in starts[bisect_left(starts, start) : bisect_left(starts, end)]:
        if at < reached:
            continue
        match = _NUMBER.match(text, at, end)
        if match:
            found = _printed(text, match, start, end)
        else:
            match = spelled_number().match(text, at, end)
            if match is None:
                continue
            found = _spelled(text, match, start, end)
        reached = match.end()
        if found:
            drafts += found
            reached = max(reached, found[-1].end)
    return drafts


def _spelled(text: str, match: re.Match[str], start: int, end: int) -> list[Draft]:
    inside = match.start() > start and text[match.start() - 1].isalnum()  # "kedua"
    reading = None if inside else read_words(match.group())
    if reading is None:
        return []
    draft = Draft(match.start(), match.end(), None, reading)
    draft.suffix = match["inner"] is not None or (match["suffix"] is not None and not reading.rounded)
    draft.scale_suffix = match["suffix"] is not None and reading.rounded
    read_after(text, draft, end)
    read_before(text, draft, start)
    return [draft]


def _printed(text: str, match: re.Match[str], start: int, end: int) -> list[Draft]:
    """The drafts of one run of digits: one number, or the two ends of "180-220"."""
    first, stop = match.span()
    if stop - first > _LONGEST:
        return []
    if match.lastindex:
        return _ends_of_range(text, match, start, end)
    draft = _number(text, first, stop, end)
    if draft is None:
        return []
    read_before(text, draft, start)
    return [draft]


def _ends_of_range(text: str, match: re.Match[str], start: int, end: int) -> list[Draft]:
    printed = match.group()
    if "/" in printed or ":" in printed:
        return []
    parts = _DASH.split(printed)
    if len(parts) > 2:
        return []
    middle = match.start() + len(parts[0])
    numeral, right = read_numeral(parts[0]), _number(text, middle + 1, match.end(), end)
    if numeral is None or right is None:
        return []
    left = Draft(match.start(), middle, numeral, joined=True, outer_end=middle)
    read_before(text, left, start)
    right.outer_start = right.start
    return [left, right]


def _number(text: str, start: int, stop: int, end: int) -> Draft | None:
    """A number in digits with the blanks that print put into it, its scale word, suffix and unit."""
    printed, reached = text[start:stop], stop
    behind = text[stop + 1 : stop + 2]
    if not behind.isalpha() and _BREACH.match(text, stop, end):
        printed, reached = _mend(text, start, stop, end)
        if reached == stop and printed.isdecimal() and text[stop] in SPACES:
            return None  # digits, a blank, digits: a table's row or an id
    elif behind == "k" and text.startswith("koma", stop + 1):
        printed, reached = _with_spoken_comma(text, start, stop, end)
    numeral = read_numeral(printed)
    if numeral is None:
        return None
    draft = Draft(start, reached, numeral)
    read_behind_digits(text, draft, end)
    if reached != stop and text[stop + 1] in ".,":
        draft.broken = True  # "12 .315"
    if reached != stop and text[stop] in ".,":
        draft.broken = True
        new_sentence = draft.unit is None and draft.next.lower() not in ("", "atau")
        if numeral.shape == "grouped" and new_sentence and "." in text[start:stop]:
            return _number(text, start, stop, stop)  # "… 60.114. 220 di antaranya": a full stop
    return draft


def _mend(text: str, start: int, stop: int, end: int) -> tuple[str, int]:
    """The digits of a number that blanks run through ("71 905", "629. 977", "60, 64 persen", "12 .3"), and its end."""
    printed = text[start:stop]
    if text[stop + 1] in ".,":
        tail = _MARKED_TAIL.match(text, stop, end)
        return (printed + tail[1], tail.end()) if tail and _GROUPABLE.fullmatch(printed) else (printed, stop)
    if _GROUPABLE.fullmatch(printed):
        tail = _SPACED_GROUPS.match(text, stop, end)
        if tail and not (tail.group()[0] == "." and len(printed) < 3 and _starts_line(text, start)):
            groups = _GROUPS.findall(tail.group())
            return ".".join([printed, *groups]), tail.end()
    if len(printed) <= 3 and printed.isdecimal() and not _in_list(text, start):
        decimals = _spaced_decimals().match(text, stop, end)
        if decimals:
            return f"{printed}{text[stop]}{decimals['tail']}", decimals.end()
    return printed, stop


def _with_spoken_comma(text: str, start: int, stop: int, end: int) -> tuple[str, int]:
    """The digits of a number whose comma is a word ("97 koma 8 persen", "97 koma delapan"), and its end."""
    printed, tail = text[start:stop], _spoken_decimals().match(text, stop, end)
    if tail is None or not printed.isdecimal():
        return printed, stop
    words = lexicon().number_words
    digits = tail["digits"] or "".join(str(words[word].value) for word in tail["words"].lower().split())
    return f"{printed},{digits}", tail.end()


@cache
def _spoken_decimals() -> re.Pattern[str]:
    digit = alternatives([word for word, entry in lexicon().number_words.items() if entry.role == "digit"])
    return re.compile(
        rf"[ \xa0]koma[ \xa0](?:(?P<digits>[0-9]{{1,2}})(?![.,]?[0-9])"
        rf"|(?P<words>(?:{digit})(?:[ \xa0](?:{digit})){{0,2}}))(?![^\W_])",
        re.IGNORECASE,
    )


def _starts_line(text: str, start: int) -> bool:
    """Whether only blanks stand between a line's beginning and the number: a list marker's place."""
    before = text[max(0, start - 8) : start].rstrip(SPACES)
    return before.endswith("\n") or (not before and start <= 8)


def _in_list(text: str, start: int) -> bool:
    """Whether a number and a comma stand before: "50, 60, 64 persen" holds no decimals."""
    before = text[max(0, start - 8) : start].rstrip()
    return before.endswith(",") and before[-2:-1].isdecimal()
