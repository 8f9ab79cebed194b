"""Which places the article is about: offices that speak weigh most, towns where someone spoke least."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.reading.gazetteer import COUNTRY, parent
from extractor.reading.mentions import PlaceMention
from extractor.reading.place_scan import Candidate

_SPOKEN = re.compile(
    r",? ?\(?(?:(?:pada|hari) )?(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad|kemarin|hari ini)\b"
)
_CAPITAL_OFFICES = re.compile(
    r"(?<!\w)(?:(?:Dirjen|Ditjen|Direktur Jenderal|Direktorat Jenderal) (?:Dukcapil|Kependudukan)|Mendagri)"
)
_OFFICE, _NAMED, _BARE, _PASSING = 4.0, 2.0, 1.0, 0.3
_TITLE, _LEAD = 3.0, 1.5
_LEAD_CHARS = 450  # after the title: about the first two paragraphs
_CAMAT = 2  # mentions of one district beside its camat that make it the subject
_SHARE = 0.4  # of the highest score that a second subject needs
_MOST = 3


def weight(text: str, mention: PlaceMention, candidate: Candidate | None) -> float:
    """How much one mention says about the article's subject."""
    if mention.source == "dateline":
        return _BARE
    before = candidate.before if candidate is not None else ""
    if before in ("di", "di Kota") and _SPOKEN.match(text, mention.end):
        return _PASSING
    kind = candidate.kind if candidate is not None else None
    if kind is None:
        return _BARE if mention.codes[0] != COUNTRY else _PASSING * 2
    if kind.role in ("office", "institution") or _office_before(text, mention.start):
        return _OFFICE
    return _NAMED


_OFFICE_BEFORE = re.compile(
    r"(?:[Dd]ukcapil|DUKCAPIL|Sipil|Disdukcapil\)|KPUD?|Bawaslu|Pemerintah|Penduduk|[Cc]apil\)|Pemkab|Pemprov) $"
)


def _office_before(text: str, start: int) -> bool:
    """Whether an office stands before the name's kind word ("Disdukcapil Kabupaten Kudus")."""
    return _OFFICE_BEFORE.search(text[max(0, start - 16) : start]) is not None


def scores(
    text: str,
    mentions: Sequence[PlaceMention],
    candidates: dict[int, Candidate],
    body: int,
    title: tuple[int, int] | None,
) -> dict[str, float]:
    """Score of every unit from country to regency; `candidates` by start, `body` the offset of the body."""
    total: dict[str, float] = {}
    previous: PlaceMention | None = None
    for mention in mentions:
        if not mention.codes or len(mention.codes[0]) > 5:
            continue
        value = weight(text, mention, candidates.get(mention.start))
        if previous is not None and _names_parent(text, previous, mention):
            value = 0.0
        elif title is not None and title[0] <= mention.start < title[1]:
            value += _TITLE
        elif mention.source == "text" and body <= mention.start < body + _LEAD_CHARS:
            value *= _LEAD
        for code in mention.codes if not mention.decided else mention.codes[:1]:
            total[code] = total.get(code, 0.0) + value
        previous = mention
    if COUNTRY in total:
        total[COUNTRY] += 1.5 * len(_CAPITAL_OFFICES.findall(text))
    return total


def _names_parent(text: str, unit: PlaceMention, mention: PlaceMention) -> bool:
    """ "Kota Bogor, Jawa Barat": the province only tells where the city lies."""
    gap = text[unit.end : mention.start]
    return len(gap) <= 3 and bool(unit.codes) and parent(unit.codes[0]) in mention.codes


def subjects(score: dict[str, float]) -> list[str]:
    """The units with the highest scores, best first; members of an undecided pair come together."""
    ranked = sorted(score, key=lambda code: (-score[code], code))
    if not ranked:
        return []
    least = score[ranked[0]] * _SHARE
    return [code for code in ranked if score[code] >= least and score[code] > 0][:_MOST]


def district_subject(text: str, mentions: Sequence[PlaceMention]) -> str | None:
    """The one district whose camat speaks, if the article names it more often than any other."""
    counts: dict[str, int] = {}
    led: set[str] = set()
    for mention in mentions:
        if mention.decided and mention.kind == "district" and mention.source == "text":
            code = mention.codes[0]
            counts[code] = counts.get(code, 0) + 1
            if re.search(r"(?i:camat|panewu|kepala distrik) $", text[max(0, mention.start - 16) : mention.start]):
                led.add(code)
    if len(led) != 1:
        return None
    code = next(iter(led))
    others = sum(count for other, count in counts.items() if other != code)
    return code if counts[code] >= _CAMAT and counts[code] > others else None
