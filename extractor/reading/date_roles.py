"""The role of a date: what the words around it say that it dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor import data
from extractor.reading.date_periods import Printed

_NEAR = 9  # words before a date that a cue may stand away
_AFTER = 6  # words after
_REACH = 120  # characters looked at on either side
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*\s+(?=[\"“‘(]*[^\W\d_a-z])|\n")
_WORD = re.compile(r"[^\W_]+(?:[-/.'’][^\W_]+)*|©|\(c\)", re.IGNORECASE)
_FIGURE = re.compile(
    r"\d{1,3}(?:[.,] ?\d{2,3})+|\d+\s?(?:%|persen|ribu|juta|orang|jiwa|warga|keping)", re.IGNORECASE
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)|\bWI(?:B|TA|T)\b")
_COMMA = re.compile(r",\s?(?:pada |hari )?$")
_CLOSED = re.compile(r"\s?(?:[.,;:)\]”\"]|$)|\s(?:me|ber|di)[a-z]+")


@dataclass(frozen=True, slots=True)
class _Cues:
    """Phrases by place and role; `longest` is their greatest number of words."""

    before: dict[str, str]
    near: dict[str, frozenset[str]]
    weak: frozenset[str]
    after: dict[str, str]
    fillers: frozenset[str]


@cache
def _cues() -> _Cues:
    places: dict[str, list[tuple[str, str]]] = {"before": [], "near": [], "weak": [], "after": []}
    fillers = set()
    for role, place, phrase in data.rows("indonesian/date_cues.tsv"):
        if role == "filler":
            fillers.add(phrase)
        else:
            places[place].append((phrase, role))
    near: dict[str, frozenset[str]] = {}
    for phrase, role in places["near"]:
        near[phrase] = near.get(phrase, frozenset()) | {role}
    weak = frozenset(phrase for phrase, _ in places["weak"])
    return _Cues(dict(places["before"]), near, weak, dict(places["after"]), frozenset(fillers))


def role_of(printed: Printed, text: str, start: int, end: int, *, over: bool = False) -> str:
    """The role of a date, judged by its sentence inside `text[start:end]`.

    One of "page", "birth", "law", "event", "deadline", "as_of", "statement" and "plain". `over` tells that
    the date lies before the day of speaking, so that "tuntas" beside it is no plan.
    """
    if printed.english or _is_page_line(printed, text):
        return "page"
    left_text = _sentence_before(text, max(start, printed.start - _REACH), printed.start)
    right_text = _sentence_after(text, printed.end, min(end, printed.end + _REACH))
    left = [word.lower() for word in _WORD.findall(left_text)][-_NEAR - 1 :]
    right = [word.lower() for word in _WORD.findall(right_text)][:_AFTER]
    before, near = _role_before(left), _roles_near(left)
    for role in ("page", "birth"):
        if role in near or role == before:
            return role
    if before in {"law", "event"}:
        return before
    if "law" in near and not _names_day(printed):
        return "law"
    if not _is_past(printed) and _is_deadline(printed, before, near, left_text, right, over=over):
        return "deadline"
    if before == "as_of":
        return "as_of"
    if _is_statement(printed, near, left_text, right_text):
        return "event" if "event" in near and not printed.enclosed and "speech" not in near else "statement"
    if "event" in near and not _is_past(printed):
        return "event"
    return "as_of" if _dates_stock(printed, before, near, right, right_text) else "plain"


def _is_past(printed: Printed) -> bool:
    return printed.direction == "past" or (printed.shift or 0) < 0


def _names_day(printed: Printed) -> bool:
    return printed.weekday is not None and printed.day is not None


def _is_deadline(
    printed: Printed, before: str | None, near: set[str], left_text: str, right: list[str], *, over: bool
) -> bool:
    """Whether something is to be done by this day."""
    ahead = printed.direction == "future" or ((printed.shift or 0) > 0 and not printed.follows)
    if before == "deadline" or ahead:
        return True
    if "deadline" in near:
        return not _names_day(printed)
    if over or "done" in near:
        return False
    cues = _cues()
    clause = left_text.lower().rpartition(",")[2]
    if any(word in cues.weak for word in _WORD.findall(clause)) or (before == "as_of" and "future" in near):
        return True
    return any(cues.after.get(word) == "deadline" for word in right) and not _names_day(printed)


def _is_statement(printed: Printed, near: set[str], left_text: str, right_text: str) -> bool:
    """Whether this is the day on which somebody spoke."""
    if printed.unit != "day" or printed.is_range or printed.direction == "future":
        return False
    if _names_day(printed) or printed.enclosed:
        return True
    if printed.direction == "past":
        return False
    after_comma = _COMMA.search(left_text) is not None
    if printed.weekday is not None:
        return (after_comma or "speech" in near) and _CLOSED.match(right_text) is not None
    return after_comma and ("speech" in near or printed.shift is not None)


def _dates_stock(printed: Printed, before: str | None, near: set[str], right: list[str], text: str) -> bool:
    """Whether a date without "per" or "hingga" dates a figure of its sentence."""
    if printed.unit in {"semester", "quarter"} or "as_of" in near:
        return True
    now = printed.shift == 0 or (printed.unit == "year" and printed.direction == "this")
    if before == "start" or now:
        return False
    if printed.unit not in {"day", "week"}:
        return _FIGURE.search(text) is not None
    return any(_cues().after.get(word) == "stock" for word in right) and any(map(str.isdigit, text))


def _role_before(left: list[str]) -> str | None:
    """The role of the phrase right before the date, fillers aside."""
    cues = _cues()
    stop = len(left)
    while True:
        for length in (3, 2, 1):
            role = cues.before.get(" ".join(left[max(0, stop - length) : stop])) if stop >= length else None
            if role:
                return role
        if not stop or left[stop - 1] not in cues.fillers:
            return None
        stop -= 1


def _roles_near(left: list[str]) -> set[str]:
    """The roles that words of the sentence before the date speak for; "akan tetapi" takes "akan" out."""
    near = _cues().near
    found: set[str] = set()
    skip = False
    for at, word in enumerate(left):
        pair = near.get(" ".join(left[at : at + 2]), frozenset()) if at + 1 < len(left) else frozenset()
        if not skip and "none" not in pair:
            found |= near.get(word, frozenset()) | pair
        skip = "none" in pair
    return found


def _sentence_before(text: str, start: int, at: int) -> str:
    """The sentence up to a date; the date's first letter helps to see whether it starts one."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, at + 1)]
    return text[max([start, *ends]) : at]


def _sentence_after(text: str, at: int, end: int) -> str:
    match = _SENTENCE_END.search(text, at, end)
    return text[at : match.start() if match else end]


def _is_page_line(printed: Printed, text: str) -> bool:
    """Whether a full date has a line to itself, but for a clock time and a name: a page's own date."""
    if printed.unit != "day" or printed.year is None:
        return False
    left = text.rfind("\n", max(0, printed.start - _REACH), printed.start) + 1
    right = text.find("\n", printed.end, printed.end + _REACH)
    if left == 0 and (right < 0 or printed.start > _REACH):
        return False
    rest = text[left : printed.start] + text[printed.end : right if right >= 0 else printed.end + _REACH]
    words = _WORD.findall(_CLOCK.sub("", rest))
    return len(words) <= (4 if _CLOCK.search(rest) else 0)
