"""Finds names of units in runs of capitalised words, with the kind word or office before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.reading.gazetteer import LONGEST_NAME, Name, key, names, prefixes
from extractor.reading.place_words import LOCATIVE, KindWord, contexts, country_phrases, kind_words, last_words

_CAPITAL = re.compile(
    r"(?<!\w)(?:[A-Z]\w*(?:['’]\w+)*|(?:50|4)(?= (?:Kota|Lawang)\b)|2 ?[xX] ?11(?= [A-Z]))"
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.]*)[ \u00a0]+$")
_HOST = re.compile(r"\.(?:com|co|id|net|info|org|go|tv|news|desa)(?![^\W_])|https?://|[@#]", re.IGNORECASE)
_JOINTS = frozenset({" ", "-", "\u00a0", "  "})
_ABBREVIATED = frozenset("Kab Kec Kel Prov Kep Gn Adm KAB KEC KEL PROV KEP kab kec kel prov D I".split())
_SENTENCE_ENDS = frozenset(".!?:\n•|\"“”")
_COUNT_AFTER = re.compile(r"[ ,:]{1,3}(?:sebanyak |sejumlah |sekitar |ada |baru |masih )?\d")
_HOST_REACH = 60  # characters searched around a dot-com for the ends of the host name
_FULL = ("name", "office")


@dataclass(slots=True)
class Word:
    """A capitalised word and where it stands."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Candidate:
    """A name in the text and what stands before it; `start` includes the kind noun ("Kota Bogor").

    `firm` names count by themselves, others only where the article names the place firmly elsewhere.
    """

    start: int
    end: int
    name_start: int
    key: str
    name: Name
    kind: KindWord | None
    firm: bool
    before: str = ""
    crowded: bool = False  # an unknown capitalised word stands beside it
    dateline: bool = False

    @property
    def level(self) -> str:
        """The kind word's level, or ""."""
        return self.kind.level if self.kind else ""

    @property
    def full(self) -> bool:
        """Whether a kind word tells the level ("Kota Bogor", "Pemkot Bogor")."""
        return self.kind is not None and self.kind.role in _FULL


def host_spans(text: str) -> list[tuple[int, int]]:
    """Host names, addresses and handles ("Lingkarjateng.id"): no place stands in them."""
    spans: list[tuple[int, int]] = []
    for match in _HOST.finditer(text):
        if spans and match.start() < spans[-1][1]:
            continue
        start, end = match.start(), match.end()
        floor, ceiling = max(0, start - _HOST_REACH), min(len(text), end + _HOST_REACH)
        while start > floor and (text[start - 1].isalnum() or text[start - 1] in "-.@_"):
            start -= 1
        while end < ceiling and (text[end].isalnum() or text[end] in "-./_?=&"):
            end += 1
        spans.append((start, end))
    return spans


def runs(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[list[Word]]:
    """Runs of capitalised words with nothing but a blank or hyphen between them, hosts left out."""
    hosts = host_spans(text)
    at = 0
    for first, last in blocks:
        run: list[Word] = []
        for match in _CAPITAL.finditer(text, first, last):
            start, end = match.span()
            while at < len(hosts) and hosts[at][1] <= start:
                at += 1
            if at < len(hosts) and hosts[at][0] <= start:
                continue
            if run and not _joined(text, run[-1], start):
                yield run
                run = []
            run.append(Word(start, end, match.group()))
        if run:
            yield run


def _joined(text: str, previous: Word, start: int) -> bool:
    if start - previous.end > 2:
        return False
    gap = text[previous.end : start]
    return gap in _JOINTS or (gap in (". ", ".") and previous.text in _ABBREVIATED)


def longest_name(run: Sequence[Word], at: int) -> tuple[int, str, Name] | None:
    """The longest name that begins with word `at` of the run: index after it, key and entry."""
    best: tuple[int, str, Name] | None = None
    joined = key(run[at].text)
    if joined[:4] not in prefixes() and len(joined) >= 4:
        return None
    table = names()
    for end in range(at + 1, min(at + LONGEST_NAME, len(run)) + 1):
        if end > at + 1:
            joined += key(run[end - 1].text)
        entry = table.get(joined)
        if entry is not None and (entry.exact is None or entry.exact == run[at].text):
            best = (end, joined, entry)
    return best


def word_before(text: str, start: int) -> str:
    """The word before an offset on the same line; of "… Sipil (Disdukcapil) Kudus" the one in brackets."""
    window = text[max(0, start - 40) : start]
    if window.endswith(") "):
        inside = window[window.rfind("(") + 1 : -2] if "(" in window else ""
        return inside.rpartition(" ")[2]
    match = _WORD_BEFORE.search(window)
    if match is None:
        return ""
    word = match.group(1)
    return word if not word.endswith(".") or word[:-1] in _ABBREVIATED else ""


class _RunReader:
    """Reads the names out of one run."""

    def __init__(self, text: str, run: list[Word]) -> None:
        self.text = text
        self.run = run
        self.lead = word_before(text, run[0].start)  # word before the run
        self.found: list[Candidate] = []

    def before(self, at: int, back: int = 1) -> str:
        """The word `back` places before word `at`."""
        if at - back >= 0:
            return self.run[at - back].text
        if at - back == -1:
            return self.lead
        return word_before(self.text, self._start_before(at)) if at == 0 and self.lead else ""

    def _start_before(self, at: int) -> int:
        start = self.run[at].start
        return max(0, self.text.rfind(self.lead, max(0, start - 45), start))

    def kind(self, at: int) -> tuple[KindWord | None, int]:
        """The kind word before word `at`, and where it starts if it is a kind noun."""
        last = self.before(at).lower()
        words = kind_words()
        if last in last_words():
            pair = f"{self.before(at, 2).lower()} {last}"
            if pair in words:
                return words[pair], self._noun_start(at, words[pair], pair)
        kind = words.get(last)
        return kind, self._noun_start(at, kind, last) if kind else -1

    def _noun_start(self, at: int, kind: KindWord, printed: str) -> int:
        """Start of the kind noun in the text; the name's own start where the word is an office."""
        start = self.run[at].start
        if kind.role != "name":
            return start
        found = self.text.lower().rfind(printed, start - len(printed) - 4, start) if start < 64 else -1
        if start >= 64:
            window = self.text[start - len(printed) - 4 : start].lower()
            offset = window.rfind(printed)
            found = start - len(printed) - 4 + offset if offset >= 0 else -1
        return found if found >= 0 else start

    def read(self) -> list[Candidate]:
        """All names of the run that may be units."""
        blocked = 0
        reach = contexts("before").get(self.lead)
        if reach:
            blocked = len(self.run) if reach == "run" else 1
            blocked = min(blocked, 3)
        at = 0
        while at < len(self.run):
            hit = longest_name(self.run, at)
            if hit is None:
                blocked = max(blocked, self._block(at))
                at += 1
                continue
            end, joined, name = hit
            if at >= blocked and not name.region:
                self._take(at, end, joined, name)
            at = end
        return self.found

    def _block(self, at: int) -> int:
        """Index up to which names are part of another name begun by word `at` ("Universitas Jember")."""
        word = self.run[at].text
        reach = contexts("before").get(word)
        if reach is None:
            return 0
        return at + 4 if reach == "run" else at + 2

    def _take(self, at: int, end: int, joined: str, name: Name) -> None:
        after = self.run[end].text if end < len(self.run) else ""
        kind, start = self.kind(at)
        first, last = self.run[at], self.run[end - 1]
        if contexts("after").get(after) or first.text in contexts("never") or (kind is None and self._former(at)):
            return
        crowded = self._crowded(at, after)
        firm = kind is not None or self._firm(at, end, name, crowded)
        start = start if start >= 0 else first.start
        before = self.before(at).lower()
        self.found.append(Candidate(start, last.end, first.start, joined, name, kind, firm, before, crowded))

    def _former(self, at: int) -> bool:
        return self.before(at, 2).lower() in ("mantan", "eks", "bekas")

    def _crowded(self, at: int, after: str) -> bool:
        """Whether an unknown capitalised word stands before or after the name."""
        before = self.run[at - 1].text if at else ""
        known = not before or before.lower() in kind_words() or before.lower() in LOCATIVE
        return not known or (bool(after) and key(after) not in names() and after.lower() not in kind_words())

    def _firm(self, at: int, end: int, name: Name, crowded: bool) -> bool:
        if not name.rule:
            return True
        if crowded:
            return False
        if self.before(at).lower() in LOCATIVE or _COUNT_AFTER.match(self.text, self.run[end - 1].end):
            return True
        return name.rule != "strict" and not self._opens_sentence(at)

    def _opens_sentence(self, at: int) -> bool:
        start = self.run[at].start
        left = self.text[max(0, start - 4) : start].rstrip(" \u00a0")
        return start == 0 or not left or left[-1] in _SENTENCE_ENDS


def scan(text: str, blocks: Sequence[tuple[int, int]]) -> list[Candidate]:
    """All names of provinces, regencies, seats and aliases in text order, nothing decided yet."""
    found: list[Candidate] = []
    for run in runs(text, blocks):
        found += _RunReader(text, run).read()
    return found


def scan_country(text: str, blocks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Phrases that mean the whole country without naming it ("secara nasional")."""
    pattern = country_phrases()
    return [m.span() for first, last in blocks for m in pattern.finditer(text, first, last)]
