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
# A set of characters comes first, so that the search skips what cannot begin an end.
_SENTENCE_END = re.compile(r"[.!?…\n](?:(?<=\n)|[\"”’)]*\s+(?=[\"“‘(]*[^\W\d_a-z]))")
_WORD = re.compile(r"[^\W_]+(?:[-/.'’][^\W_]+)*|©|\([cC]\)")
_FIGURE = re.compile(r"\d(?:[.,] ?\d\d|\s?(?i:%|persen|ribu|juta|orang|jiwa|warga|keping))")
_DIGIT = re.compile(r"\d")
_NO_ROLES: frozenset[str] = frozenset()
_CLOCK = re.compile(r"[\dW](?:(?<=\d)\d?[:.]\d{2}(?!\d)|(?<=\bW)I(?:B|TA|T)\b)")
_COMMA = re.compile(r",\s?(?:pada |hari )?$")
_CLOSED = re.compile(r"\s?(?:[.,;:)\]”\"]|$)|\s(?:me|ber|di)[a-z]+")


@dataclass(frozen=True, slots=True)
class _Cues:
    """Phrases by place, with their roles.

    `last_words` are those of the phrases before a date, `first_words` those of the phrases near one: most
    words are turned away by them.
    """

    before: dict[str, str]
    near: dict[str, frozenset[str]]
    weak: frozenset[str]
    deadline_after: frozenset[str]
    stock_after: frozenset[str]
    fillers: frozenset[str]
    last_words: frozenset[str]
    first_words: frozenset[str]


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
    before, after = dict(places["before"]), dict(places["after"])
    return _Cues(
        before=before,
        near=near,
        weak=frozenset(phrase for phrase, _ in places["weak"]),
        deadline_after=frozenset(word for word, role in after.items() if role == "deadline"),
        stock_after=frozenset(word for word, role in after.items() if role == "stock"),
        fillers=frozenset(fillers),
        last_words=frozenset(phrase.split()[-1] for phrase in before),
        first_words=frozenset(phrase.split()[0] for phrase in near),
    )


@dataclass(slots=True)
class _Around:
    """The sentence before and after a date, the words before it, and the roles that these speak for."""

    left: str
    right: str
    words: list[str]
    before: str | None
    near: set[str]

    def followed_by(self, words: frozenset[str]) -> bool:
        """Whether one of the words stands soon after the date."""
        return not words.isdisjoint(_WORD.findall(self.right.lower())[:_AFTER])


def role_of(printed: Printed, text: str, start: int, end: int, *, over: bool = False) -> str:
    """The role of a date, judged by its sentence inside `text[start:end]`.

    One of "page", "birth", "law", "event", "deadline", "as_of", "statement" and "plain". `over` tells that
    the date lies before the day of speaking, so that "tuntas" beside it is no plan.
    """
    if printed.english or _is_page_line(printed, text):
        return "page"
    around = _look_around(printed, text, start, end)
    before, near = around.before, around.near
    if "page" in near or before == "page":
        return "page"
    if "birth" in near or before == "birth":
        return "birth"
    if before in {"law", "event"}:
        return before
    if "law" in near and not _names_day(printed):
        return "law"
    past = printed.direction == "past" or (printed.shift or 0) < 0
    if not past and _is_deadline(printed, around, over=over):
        return "deadline"
    if before == "as_of" and not _set_apart(printed, around):
        return "as_of"
    if _names_day(printed) and _heads_its_figure(around):
        return "as_of"
    if _is_statement(printed, around):
        return "event" if "event" in near and not printed.enclosed and "speech" not in near else "statement"
    if "event" in near and not past:
        return "event"
    return "as_of" if _dates_stock(printed, around) else "plain"


def _look_around(printed: Printed, text: str, start: int, end: int) -> _Around:
    left = _sentence_before(text, max(start, printed.start - _REACH), printed.start)
    right = _sentence_after(text, printed.end, min(end, printed.end + _REACH))
    words = _WORD.findall(left.lower())
    nearest = words[-_NEAR - 1 :]
    return _Around(left, right, words, _role_before(nearest), _roles_near(nearest))


def _names_day(printed: Printed) -> bool:
    return printed.weekday is not None and printed.day is not None


def _set_apart(printed: Printed, around: _Around) -> bool:
    """Whether weekday and date follow a comma: "data yang dibuka pada rapat kependudukan, Kamis (24/1/2019)"."""
    return _names_day(printed) and _COMMA.search(around.left) is not None


def _is_deadline(printed: Printed, around: _Around, *, over: bool) -> bool:
    """Whether something is to be done by this day."""
    before, near = around.before, around.near
    ahead = printed.direction == "future" or ((printed.shift or 0) > 0 and not printed.follows)
    if before == "deadline" or ahead:
        return True
    if "deadline" in near:
        return not _names_day(printed)
    if over or "done" in near:
        return False
    if (before == "as_of" and "future" in near) or _plans(around):
        return True
    return not _names_day(printed) and around.followed_by(_cues().deadline_after)


def _plans(around: _Around) -> bool:
    """Whether the clause before the date speaks of an end to reach."""
    weak = _cues().weak
    if weak.isdisjoint(around.words):
        return False
    return not weak.isdisjoint(_WORD.findall(around.left.lower().rpartition(",")[2]))


def _heads_its_figure(around: _Around) -> bool:
    """Whether a clause begins with the day and goes on with its number: "Selasa (8/5) tinggal 22.940 orang"."""
    clause = _WORD.findall(around.left.lower().rpartition(",")[2])
    if not set(clause) <= _CLAUSE_OPENERS:
        return False
    match = _NEXT_WORDS.match(around.right.lower())
    return match is not None and match[1] in _cues().stock_after


_CLAUSE_OPENERS = {
    "namun",
    "tetapi",
    "tapi",
    "pada",
    "hari",
    "sedangkan",
    "sementara",
    "lalu",
    "kemudian",
    "dan",
    "adapun",
}
_NEXT_WORDS = re.compile(r"\s+(?:yang\s+)?([^\W\d_]+)\b[^.,;:\d]{0,30}\d")


def _is_statement(printed: Printed, around: _Around) -> bool:
    """Whether this is the day on which somebody spoke."""
    if printed.unit != "day" or printed.is_range or printed.direction == "future":
        return False
    if _names_day(printed) or printed.enclosed:
        return True
    if printed.direction == "past":
        return False
    said = "speech" in around.near
    after_comma = _COMMA.search(around.left) is not None
    if printed.weekday is not None:
        return (after_comma or said) and _CLOSED.match(around.right) is not None
    return after_comma and (said or printed.shift is not None)


def _dates_stock(printed: Printed, around: _Around) -> bool:
    """Whether a date without "per" or "hingga" dates a figure of its sentence."""
    if printed.unit in {"semester", "quarter"} or "as_of" in around.near:
        return True
    now = printed.shift == 0 or (printed.unit == "year" and printed.direction == "this")
    now = now and not printed.part  # "awal tahun ini"
    if around.before == "start" or now:
        return False
    if printed.unit not in {"day", "week"}:
        return _FIGURE.search(around.right) is not None
    return _DIGIT.search(around.right) is not None and around.followed_by(_cues().stock_after)


def _role_before(left: list[str]) -> str | None:
    """The role of the phrase right before the date, fillers aside."""
    cues = _cues()
    stop = len(left)
    while stop:
        last = left[stop - 1]
        if last in cues.last_words:
            for length in range(min(stop, 3), 0, -1):
                role = cues.before.get(" ".join(left[stop - length : stop]))
                if role:
                    return role
        if last not in cues.fillers:
            return None
        stop -= 1
    return None


def _roles_near(left: list[str]) -> set[str]:
    """The roles that words of the sentence before the date speak for; "akan tetapi" takes "akan" out."""
    cues = _cues()
    found: set[str] = set()
    if cues.first_words.isdisjoint(left):
        return found
    none = -1  # the word that a phrase takes out
    for at, word in enumerate(left):
        if word not in cues.first_words:
            continue
        pair = cues.near.get(f"{word} {left[at + 1]}", _NO_ROLES) if at + 1 < len(left) else _NO_ROLES
        if "none" in pair:
            none = at + 1
        elif at != none:
            found |= cues.near.get(word, _NO_ROLES) | pair
    return found


def _sentence_before(text: str, start: int, at: int) -> str:
    """The sentence up to a date; the date's first letter helps to see whether it starts one."""
    for match in _SENTENCE_END.finditer(text, start, at + 1):
        start = match.end()
    return text[start:at]


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
    if _CLOCK.search(rest) is None:
        return _WORD.search(rest) is None
    return len(_WORD.findall(_CLOCK.sub("", rest))) <= 4
