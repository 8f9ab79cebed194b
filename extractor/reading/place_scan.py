"""Finds names of units in runs of capitalised words, with the kind word or office before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import itemgetter

from extractor.reading.capitals import Run, Word, word_before
from extractor.reading.district_names import SHORTEST, alike
from extractor.reading.gazetteer import HEAD, LONGEST_NAME, Name, key, names, prefixes, regency_keys
from extractor.reading.place_words import (
    KindWord,
    contexts,
    country_phrases,
    kind_words,
    last_words,
    locatives,
    low_endings,
    low_kinds,
    names_country,
    opens,
)
from extractor.reading.wording import any_of, phrases

_SENTENCE_ENDS = frozenset('.!?:\n•|"“”')
COUNT_AFTER = re.compile(rf"[ ,:]{{1,3}}(?:{any_of('before a listed count')} )?\d")
_ODD_JOINTS = ("-", "\u00a0", "  ", "- ", "\u00a0 ", ") ")  # before a name, seldom
_FULL = ("name", "office")
_FORMER = frozenset(phrases("former holder"))
_UPPER_KINDS = frozenset({"kabupaten", "kab", "kota"})
_MOST_WORDS = 3
_BLOCKED_WORDS = 3  # words after "Jalan" or "Universitas" that belong to its name


@dataclass(slots=True)
class Candidate:
    """A name in the text and what stands before it; `start` includes the kind noun ("Kota Bogor").

    `firm` names count by themselves, others only where the article names the place firmly elsewhere.
    `crowded`: an unknown capitalised word stands beside it.
    """

    start: int
    end: int
    name_start: int
    key: str
    name: Name
    kind: KindWord | None
    firm: bool
    before: str = ""
    crowded: bool = False
    dateline: bool = False
    head: tuple[int, int] = (0, 0)  # of a dateline: the line up to its dash

    @property
    def level(self) -> str:
        """The kind word's level, or ""."""
        return self.kind.level if self.kind else ""

    @property
    def full(self) -> bool:
        """Whether a kind word tells the level ("Kota Bogor", "Pemkot Bogor")."""
        return self.kind is not None and self.kind.role in _FULL


@dataclass(slots=True)
class Opening:
    """A kind word of a district or village before word `at` of a run; `start` includes a kind noun."""

    start: int
    run: Run
    at: int
    kind: KindWord
    former: bool  # "mantan camat"


@dataclass(slots=True)
class Scan:
    """Names of units from country to regency, and openings of names below them, in text order."""

    candidates: list[Candidate] = field(default_factory=list)
    openings: list[Opening] = field(default_factory=list)


def longest_name(run: Sequence[Word], at: int) -> tuple[int, str, Name] | None:
    """The longest name that begins with word `at` of the run: index after it, key and entry."""
    joined = run[at].key
    if joined[:HEAD] not in prefixes():
        return None
    best: tuple[int, str, Name] | None = None
    table = names()
    for end in range(at + 1, min(at + LONGEST_NAME, len(run)) + 1):
        if end > at + 1:
            joined += run[end - 1].key
        entry = table.get(joined)
        if entry is not None and (entry.exact is None or entry.exact == run[at].text):
            best = (end, joined, entry)
    return best


class _RunReader:
    """Reads the names and openings of one run."""

    def __init__(self, text: str, run: Run, scan: Scan) -> None:
        self.text = text
        self.run = run
        self.scan = scan
        self._lead: str | None = None

    @property
    def lead(self) -> str:
        """The word before the run."""
        if self._lead is None:
            self._lead = word_before(self.text, self.run[0].start)
        return self._lead

    def before(self, at: int, back: int = 1) -> str:
        """The word `back` places before word `at`."""
        if at >= back:
            return self.run[at - back].text
        if at - back == -1:
            return self.lead
        if not self.lead or at > 0:
            return ""
        start = self.run[0].start
        return word_before(self.text, self.text.rfind(self.lead, max(0, start - 45), start))

    def read(self, *, led: bool) -> None:
        """Adds the run's names and openings to the scan; `led` where a kind word of districts may stand before it."""
        lows, run, befores = low_kinds(), self.run, contexts("before")
        if led and self.lead.lower() in lows:
            self._open(0, lows[self.lead.lower()])
        at = 0
        blocked = -1  # not known yet
        while at < len(run):
            hit = longest_name(run, at)
            if hit is not None:
                end, joined, name = hit
                blocked = max(blocked, self._lead_block()) if at < _BLOCKED_WORDS else blocked
                if at >= blocked and not name.region:
                    self._take(at, end, joined, name)
                at = end
                continue
            slip = self._slip(at)
            if slip is not None:
                self._take(at, *slip)
                at = slip[0]
                continue
            word = run[at].text
            if word in befores:
                blocked = max(blocked, at + 1 + (_BLOCKED_WORDS if befores[word] == "run" else 1))
            at += 1
            if at < len(run) and word.lower() in lows:
                self._open(at, lows[word.lower()])

    def _slip(self, at: int) -> tuple[int, str, Name] | None:
        """A misspelt regency or city right after its kind word: "Kabupaten Pulau Mortai"."""
        before = self.run[at - 1].text.lower() if at else self.lead.lower()
        if before not in _UPPER_KINDS:
            return None
        joined = ""
        for end in range(at + 1, min(at + _MOST_WORDS, len(self.run)) + 1):
            joined += self.run[end - 1].key
            meant = _misspelt(joined, kota=before == "kota") if len(joined) >= SHORTEST else None
            if meant is not None:
                return end, meant, names()[meant]
        return None

    def _lead_block(self) -> int:
        reach = contexts("before").get(self.lead)
        if reach is None:
            return 0
        return _BLOCKED_WORDS if reach == "run" else 1

    def _open(self, at: int, kind: KindWord) -> None:
        start = self._noun_start(at, kind, self.before(at))
        self.scan.openings.append(Opening(start, self.run, at, kind, self._former(at)))

    def _kind(self, at: int) -> tuple[KindWord | None, int]:
        """The kind word before word `at`, and where name and kind noun start."""
        last = self.before(at)
        words, lowered = kind_words(), last.lower()
        if lowered in last_words():
            first = self.before(at, 2)
            pair = words.get(f"{first.lower()} {lowered}")
            if pair is not None:
                return pair, self._noun_start(at, pair, first)
        kind = words.get(lowered)
        return kind, self._noun_start(at, kind, last) if kind else self.run[at].start

    def _noun_start(self, at: int, kind: KindWord, printed: str) -> int:
        """Start of the kind noun in the text; the name's own start where the word is an office."""
        start = self.run[at].start
        if kind.role != "name":
            return start
        found = self.text.rfind(printed, max(0, start - 45), start)
        return found if found >= 0 else start

    def _take(self, at: int, end: int, joined: str, name: Name) -> None:
        after = self.run[end].text if end < len(self.run) else ""
        first, last = self.run[at], self.run[end - 1]
        if after in contexts("after") or first.text in contexts("never"):
            return
        if name.rule == "strict" and after and longest_name(self.run, end) is not None:
            return  # "Polres Metro Bekasi"
        kind, start = self._kind(at)
        if after == "Kota" and len(name.codes) > 1 and not (kind and kind.level):
            kind = kind_words()["kota"]  # "Polres Malang Kota"
        if kind is not None and self._former(at):
            return
        before = self.before(at).lower()
        crowded = self._crowded(at, before, after)
        firm = kind is not None or self._firm(at, end, name, before, crowded)
        self.scan.candidates.append(
            Candidate(start, last.end, first.start, joined, name, kind, firm, before, crowded)
        )

    def _former(self, at: int) -> bool:
        """Whether the office before word `at` is a former one ("mantan camat", "Eks Wali Kota")."""
        return self.before(at, 2).lower() in _FORMER or self.before(at, 3).lower() in _FORMER

    def _crowded(self, at: int, before: str, after: str) -> bool:
        """Whether an unknown capitalised word stands before or after the name."""
        if at and before not in kind_words() and not opens(before):
            return True
        return bool(after) and key(after) not in names() and after.lower() not in kind_words()

    def _firm(self, at: int, end: int, name: Name, before: str, crowded: bool) -> bool:
        if not name.rule:
            return True
        if crowded:
            return False
        if before in locatives() or COUNT_AFTER.match(self.text, self.run[end - 1].end):
            return True
        return name.rule != "strict" and not self._opens_sentence(at)

    def _opens_sentence(self, at: int) -> bool:
        start = self.run[at].start
        left = self.text[max(0, start - 4) : start].rstrip(" \u00a0")
        return start == 0 or not left or left[-1] in _SENTENCE_ENDS


@lru_cache(maxsize=1024)
def _misspelt(written: str, *, kota: bool) -> str | None:
    """The key of the only city (`kota`) or kabupaten whose name is like the one written, or None."""
    near = [name for name in regency_keys(kota).get(written[:1], ()) if alike(written, name)]
    return near[0] if len(near) == 1 else None


def scan(text: str, runs: Sequence[Run]) -> Scan:
    """All names of provinces, regencies, seats and aliases, nothing decided yet."""
    found = Scan()
    heads, endings = _heads(), low_endings()
    for run in runs:
        start = run[0].start
        ending = text[start - 4 : start] if start > 4 else text[:start]
        # the word before may be a kind word of districts: most are turned away by its end
        led = ending in endings or ending.endswith(_ODD_JOINTS)
        if (
            led
            or run[0].key[:HEAD] in heads
            or (len(run) > 1 and not heads.isdisjoint([word.key[:HEAD] for word in run]))
        ):
            _RunReader(text, run, found).read(led=led)
    return found


@cache
def _heads() -> frozenset[str]:
    """The beginnings of all names, and of the kind words that a run is read for."""
    return prefixes().union(word[:HEAD] for word in (*low_kinds(), *_UPPER_KINDS))


def scan_country(text: str, blocks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Phrases that mean the whole country without naming it ("secara nasional")."""
    spans: list[tuple[int, int]] = []
    if not names_country(text):
        return spans
    last_word, phrases = country_phrases()
    for match in last_word.finditer(text):
        end = match.end()
        spans += [(end - len(phrase), end) for phrase in phrases[match[1]] if _ends(text, phrase, end)]
    return [span for span in spans if _inside(span, blocks)]


def _ends(text: str, phrase: str, end: int) -> bool:
    """Whether a phrase, from a word's start on, ends at an offset."""
    start = end - len(phrase)
    return start >= 0 and text.startswith(phrase, start) and not (start and text[start - 1].isalnum())


def _inside(span: tuple[int, int], blocks: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(blocks, span[0], key=itemgetter(0)) - 1
    return at >= 0 and span[1] <= blocks[at][1]
