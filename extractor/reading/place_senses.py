"""Decides which unit each name means: kind word, definition in brackets, one sense per article, province."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.reading.capitals import word_before
from extractor.reading.gazetteer import COUNTRY, is_kota, key, level_of, names
from extractor.reading.place_scan import COUNT_AFTER, Candidate
from extractor.reading.place_words import kind_words

_BRACKET = re.compile(r" ?\((?:selanjutnya )?(?:disingkat )?([A-Z]\w{1,14})\)")
# A set of characters comes first, so that the search skips what begins no such word.
_KOTA_TALK = re.compile(
    r"[KkWwPp](?<!\w.)(?i:(?<=k)ota (?:itu|ini|tersebut|setempat)|(?<=w)ali ?kota|(?<=p)emkot)"
)
_KAB_TALK = re.compile(
    r"[KkBbWwPp](?<!\w.)"
    r"(?i:(?<=k)abupaten (?:itu|ini|tersebut|setempat)|(?<=b)upati|(?<=w)abupati|(?<=p)emkab)"
)
_LIST_GAP = re.compile(r"(?:[\d.,]++%?|[a-z]{1,9}+(?![a-z])|WKTP|KTP|e-KTP|[():;–-]|\s++)*+$")
_PARAGRAPH = 3000  # characters in which the ends of a paragraph are looked for
_MOST_NEAR = 30
_OFFICE_WEIGHT = 2
_LIST_REACH = 60  # characters over which a kind word carries to the next name of a list


@dataclass(slots=True)
class Sense:
    """A name with the units that it can still mean, the best first; `decided`: the rules leave one."""

    candidate: Candidate
    codes: list[str]
    decided: bool = False
    level: str = ""  # level by kind word, or carried over a list


@dataclass(slots=True)
class _Evidence:
    """What the article says about names elsewhere."""

    bound: dict[str, str] = field(default_factory=dict)  # key of a short name -> code, by definition
    full: dict[str, list[str]] = field(default_factory=dict)  # key -> codes named in full
    provinces: Counter[str] = field(default_factory=Counter)
    regencies: dict[str, set[str]] = field(default_factory=dict)  # province -> its regencies in the text
    places: dict[str, list[tuple[int, str]]] = field(default_factory=dict)  # key -> where named in full
    counted: dict[str, list[tuple[int, str]]] = field(default_factory=dict)  # of them those before a count
    weights: Counter[str] = field(default_factory=Counter)  # how often a code is named in full, offices more
    spoken: tuple[bool, bool] | None = None

    def talk(self, text: str) -> tuple[bool, bool]:
        """Whether the text speaks of "kota itu", of "kabupaten itu", or by their offices."""
        if self.spoken is None:
            self.spoken = _KOTA_TALK.search(text) is not None, _KAB_TALK.search(text) is not None
        return self.spoken


def matches(code: str, level: str) -> bool:
    """Whether a code's unit is of a kind word's level."""
    if level == "kabupaten":
        return len(code) == 5 and not is_kota(code)
    if level == "kota":
        return is_kota(code)
    return level == "province" and len(code) == 2


def _by_kind(candidate: Candidate) -> list[str]:
    """Units that the name can mean beside its kind word; the town of a regency for "Kota Sampit"."""
    name, level = candidate.name, candidate.level
    if not level:
        return name.codes or name.seats
    with_kind = names().get(level + candidate.key) if level == "kabupaten" else None
    if with_kind is not None and with_kind.codes:
        return with_kind.codes
    fitting = [code for code in name.codes if matches(code, level)]
    if fitting:
        return fitting
    if level == "kota" and name.seats:
        return name.seats
    if level == "province":
        return []
    return [code for code in name.codes if len(code) == 5] or name.seats


def accepted(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The firm names, and of the others those whose name stands firmly elsewhere in the article."""
    firm = {c.key for c in candidates if c.firm and c.level not in ("district", "village")}
    kept = []
    for c in candidates:
        person = c.name.rule == "person" and c.crowded and c.kind is None
        if c.firm or (c.key in firm and not c.key[0].isdigit() and not (person and _beside_name(c))):
            kept.append(c)
    return kept


def _beside_name(candidate: Candidate) -> bool:
    return bool(candidate.before) and candidate.before[:1].isupper()


def resolve(text: str, candidates: Sequence[Candidate], homes: Sequence[str] = ()) -> list[Sense]:
    """Every accepted name with its units; `homes`, codes of the outlet's home area, only filter."""
    senses = [Sense(c, codes, level=c.level) for c in candidates if (codes := list(_by_kind(c)))]
    _carry_kinds(text, senses)
    evidence = _gather(text, senses)
    for sense in senses:
        if not sense.decided:
            _decide(text, sense, evidence, homes)
    for sense in senses:
        if not sense.decided:
            _decide_by_talk(text, sense, evidence)
    return senses


def _carry_kinds(text: str, senses: Sequence[Sense]) -> None:
    """A kind word carries over a list: "Kabupaten Tegal, Brebes dan Pekalongan"."""
    previous: Sense | None = None
    for sense in senses:
        candidate = sense.candidate
        if not candidate.level and previous is not None and previous.level in ("kabupaten", "kota"):
            gap = text[previous.candidate.end : candidate.name_start]
            if 0 < len(gap) <= _LIST_REACH and ("," in gap or " dan " in gap) and _LIST_GAP.match(gap):
                fitting = [code for code in sense.codes if matches(code, previous.level)]
                if len(sense.codes) > 1 and fitting and candidate.kind is None:
                    sense.codes = fitting
                sense.level = previous.level
        sense.decided = len(sense.codes) == 1
        previous = sense


def _gather(text: str, senses: Sequence[Sense]) -> _Evidence:
    evidence = _Evidence()
    for sense in senses:
        if not sense.decided:
            continue
        code, candidate = sense.codes[0], sense.candidate
        if sense.level and candidate.full:
            evidence.places.setdefault(candidate.key, []).append((candidate.start, code))
            if COUNT_AFTER.match(text, candidate.end):
                evidence.counted.setdefault(candidate.key, []).append((candidate.start, code))
            evidence.weights[code] += _OFFICE_WEIGHT if _led_by_office(text, candidate) else 1
            if code not in evidence.full.setdefault(candidate.key, []):
                evidence.full[candidate.key].append(code)
        if code != COUNTRY and not candidate.dateline:
            evidence.provinces[code[:2]] += 1
            if len(code) == 5:
                evidence.regencies.setdefault(code[:2], set()).add(code)
        short = _BRACKET.match(text, candidate.end)
        if short and is_short_for(short.group(1), text[candidate.name_start : candidate.end]):
            evidence.bound[key(short.group(1))] = code
    return evidence


def is_short_for(short: str, name: str) -> bool:
    """Whether the letters of `short` stand in `name` in this order ("Minut" in "Minahasa Utara")."""
    letters = iter(key(name))
    return key(short)[:1] == key(name)[:1] and all(letter in letters for letter in key(short))


def _decide(text: str, sense: Sense, evidence: _Evidence, homes: Sequence[str]) -> None:
    """One sense per article, then the provinces of the article, then those of the outlet."""
    bound = evidence.bound.get(sense.candidate.key)
    if bound is not None:
        sense.codes, sense.decided = [bound], True
        return
    namesakes = _beside_namesake(text, sense, evidence)
    if len(namesakes) == 1:
        sense.codes, sense.decided = namesakes, True
        return
    full = [code for code in evidence.full.get(sense.candidate.key, []) if code in sense.codes]
    if len(full) == 1:
        sense.codes, sense.decided = full, True
        return
    for provinces in (evidence.provinces, {home[:2] for home in homes}):
        near = [code for code in sense.codes if code[:2] in provinces]
        sense.codes = near or sense.codes
    sense.codes = _province_of_list(sense.codes, evidence)
    sense.decided = len(sense.codes) == 1


def _beside_namesake(text: str, sense: Sense, evidence: _Evidence) -> list[str]:
    """The regency in a list that names the city of its name in full: "Bima 61.165 jiwa dan Kota Bima 14.734 jiwa"."""
    candidate = sense.candidate
    if candidate.kind is not None or COUNT_AFTER.match(text, candidate.end) is None:
        return []
    taken = {
        code
        for start, code in evidence.counted.get(candidate.key, [])
        if abs(start - candidate.start) < _LIST_LENGTH
        and "\n" not in text[min(start, candidate.start) : max(start, candidate.start)]
    }
    return (
        [code for code in sense.codes if code not in taken and level_of(code) == "regency"] if taken else []
    )


_LIST_LENGTH = 600  # code points


def _province_of_list(codes: list[str], evidence: _Evidence) -> list[str]:
    """The province, where the name ("Jambi") stands beside three other regencies of it."""
    for code in codes:
        if len(code) == 2 and len(evidence.regencies.get(code, set()) - set(codes)) >= 3:
            return [code]
    return codes


def _decide_by_talk(text: str, sense: Sense, evidence: _Evidence) -> None:
    """Both members of a pair named in full, or neither.

    The paragraph decides, then the member named first if it is named twice as much, then "kota itu" or
    "bupati".
    """
    near = set(_in_paragraph(text, sense, evidence))
    if len(near) == 1:
        sense.codes, sense.decided = list(near), True
        return
    full = [code for _, code in evidence.places.get(sense.candidate.key, []) if code in sense.codes]
    if full:
        first, weights = full[0], evidence.weights
        others = sum(weights[code] for code in set(full) if code != first)
        sense.decided = weights[first] >= 2 * others
        ranked = sorted(dict.fromkeys(full), key=lambda code: -weights[code])
        sense.codes = [first] if sense.decided else ranked + [c for c in sense.codes if c not in ranked]
        return
    kota, kabupaten = evidence.talk(text)
    if kota != kabupaten and {level_of(code) for code in sense.codes} == {"regency"}:
        sense.codes = [code for code in sense.codes if is_kota(code) == kota] or sense.codes
        sense.decided = len(sense.codes) == 1


def _led_by_office(text: str, candidate: Candidate) -> bool:
    if candidate.kind is not None and candidate.kind.role == "office":
        return True
    before = kind_words().get(word_before(text, candidate.start).lower())
    return before is not None and before.role == "institution"


def _in_paragraph(text: str, sense: Sense, evidence: _Evidence) -> Iterator[str]:
    """Codes that full names of the same key have in the paragraph."""
    places = evidence.places.get(sense.candidate.key, [])
    here = sense.candidate.start
    start = text.rfind("\n", max(0, here - _PARAGRAPH), here)
    end = text.find("\n", here, here + _PARAGRAPH)
    start, end = max(start, here - _PARAGRAPH), here + _PARAGRAPH if end < 0 else end
    first = bisect_left(places, (start, ""))
    for at, code in places[first : first + _MOST_NEAR]:
        if at < end and code in sense.codes:
            yield code
