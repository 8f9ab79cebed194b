"""Which places the article is about: offices that speak weigh most, towns where someone spoke least."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.reading.gazetteer import COUNTRY, parent
from extractor.reading.magnitude import province_of
from extractor.reading.mentions import PlaceMention
from extractor.reading.place_scan import Candidate
from extractor.reading.place_words import SPOKEN

# A set of characters comes first, so that the search skips what begins no such name.
_MINISTRY = re.compile(
    r"[DKM](?:(?<=D)(?:irjen|itjen|irektur Jenderal|irektorat Jenderal) (?:Dukcapil|Kependudukan)"
    r"|(?<=M)endagri|(?<=K)em(?:endagri|dagri|enterian Dalam Negeri))"
)
_MINISTRY_SIGNS = ("dagri", "tjen", "irjen", "Jenderal", "Dalam Negeri")  # one stands in all that it matches
_MINISTRY_WEIGHT = 1.5
_HEARD = 3  # times the ministry is named in a text that names the country nowhere
_CHILDREN = 4  # parts named beside their whole that make a list of parts
_OFFICE, _NAMED, _BARE, _PASSING = 4.0, 2.0, 1.0, 0.3
_TITLE, _LEAD = 3.0, 1.5
_LEAD_CHARS = 450  # after the title: about the first two paragraphs
_HEAD = re.compile(r"(?:[Cc]amat|CAMAT|[Pp]anewu|[Kk]epala [Dd]istrik) $")
_CAMAT = 2  # mentions of one district beside its camat that make it the subject
_SHARE = 0.4  # of the highest score that a second subject needs
_MOST = 3


def weight(text: str, mention: PlaceMention, candidate: Candidate | None) -> float:
    """How much one mention says about the article's subject."""
    if mention.source == "dateline":
        return _BARE
    before = candidate.before if candidate is not None else ""
    if before in ("di", "di Kota") and SPOKEN.match(text, mention.end):
        return _PASSING
    kind = candidate.kind if candidate is not None else None
    if kind is None:
        return _BARE if mention.codes[0] != COUNTRY else _PASSING * 2
    if kind.role in ("office", "institution") or _office_before(text, mention.start):
        return _OFFICE
    return _NAMED


_OFFICE_BEFORE = re.compile(
    r"(?:[Dd]ukcapil|DUKCAPIL|Sipil|KPUD?|Bawaslu|Pemerintah|[Cc]apil(?:[- ]\w{1,6})?\)|Pemkab|Pemprov) $"
)


def _office_before(text: str, start: int) -> bool:
    """Whether an office stands before the name's kind word ("Disdukcapil Kabupaten Kudus")."""
    return _OFFICE_BEFORE.search(text[max(0, start - 16) : start]) is not None


def scores(
    text: str,
    mentions: Sequence[PlaceMention],
    candidates: dict[int, Candidate],
    *,
    body: int,
    title: tuple[int, int] | None,
    year: int | None = None,
) -> dict[str, float]:
    """Score of every unit from country to regency; `candidates` by start, `body` the offset of the body."""
    total: dict[str, float] = {}
    previous: PlaceMention | None = None
    for mention in mentions:
        if not mention.codes or len(mention.codes[0]) > 5:
            continue
        value = weight(text, mention, candidates.get(mention.start))
        if previous is not None and _names_parent(previous, mention, year):
            value = 0.0
        elif title is not None and title[0] <= mention.start < title[1]:
            value += _TITLE
        elif mention.source == "text" and body <= mention.start < body + _LEAD_CHARS:
            value *= _LEAD
        for code in mention.codes if not mention.decided else mention.codes[:1]:
            total[code] = total.get(code, 0.0) + value
        previous = mention
    heard = len(_MINISTRY.findall(text)) if any(map(text.__contains__, _MINISTRY_SIGNS)) else 0
    if COUNTRY in total or heard >= _HEARD:
        total[COUNTRY] = total.get(COUNTRY, 0.0) + _MINISTRY_WEIGHT * heard
    return total


def _names_parent(unit: PlaceMention, mention: PlaceMention, year: int | None) -> bool:
    """Whether a mention only tells where the unit before it lies: "Kota Bogor, Jawa Barat"."""
    if mention.start - unit.end > 3 or not unit.codes:
        return False
    above = {parent(unit.codes[0]), province_of(unit.codes[0], year)}
    return any(code in above for code in mention.codes)


def subjects(score: dict[str, float]) -> list[str]:
    """The units with the highest scores, best first; members of an undecided pair come together.

    A whole that is named beside four or more of its parts goes before them: the article lists its parts.
    """
    ranked = sorted(score, key=lambda code: (-score[code], -len(code), code))  # of equals the part
    if not ranked or not score[ranked[0]]:
        return []
    whole = parent(ranked[0])
    parts = [code for code in ranked if parent(code) == whole]
    if whole in score and len(parts) >= _CHILDREN and score[ranked[0]] <= 2 * score[whole]:
        ranked.remove(whole)
        ranked.insert(0, whole)
    least = score[ranked[0]] * _SHARE
    return [code for code in ranked if score[code] >= least and score[code] > 0][:_MOST]


def district_subject(text: str, mentions: Sequence[PlaceMention]) -> str | None:
    """The one district whose camat speaks, if the article names it more often than any other."""
    counts: dict[str, int] = {}
    led: set[str] = set()
    for mention in mentions:
        if mention.decided and mention.kind == "district":
            code = mention.codes[0]
            counts[code] = counts.get(code, 0) + 1
            if _HEAD.search(text[max(0, mention.start - 16) : mention.start]):
                led.add(code)
    if len(led) != 1:
        return None
    code = next(iter(led))
    others = sum(count for other, count in counts.items() if other != code)
    return code if counts[code] >= _CAMAT and counts[code] > others else None
