"""Words by which a passage turns to a place without naming it beside a number: "di kabupaten", "Di Kota Tegal, …"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from extractor.linking.sentence import SentenceView
from extractor.reading.mentions import PlaceMention
from extractor.reading.wording import any_of, phrases


def names_levels(text: str) -> bool:
    """Whether a text speaks of levels at all, as in "di tingkat kabupaten"."""
    return any(map(text.__contains__, _LEVELS))


_LEVELS = phrases("level")


def kind_alone(view: SentenceView, text: str, known: Sequence[str], *, turning: bool = False) -> str | None:
    """The one of the `known` regencies and cities that "di kabupaten" or "di tingkat kota" means in a sentence.

    With `turning` only the latter counts, or a sentence that ends with the former: "Lain lagi cerita di Kabupaten."
    "Mau rekam di kabupaten" tells of an office.
    """
    if not any(map(text[view.start : view.end].__contains__, _KINDS)):
        return None  # most sentences
    match = _KIND_ALONE.search(text, view.start, view.end)
    if match is None or (turning and not match["level"] and text[match.end() : view.end].strip(" .:\n")):
        return None
    lead = max(view.start, match.start() - _OFFICE_LEAD)
    if not match["level"] and _AT_THE_OFFICE.search(text, lead, match.start()):
        return None
    city = match["kind"].lower() == "kota"
    fitting = [code for code in known if _is_city(code) == city]
    return fitting[0] if len(fitting) == 1 else None


_KINDS = tuple(
    f"{mark}{word}" for each in phrases("regency") for word in (each, each.title()) for mark in " -"
)
_KIND_ALONE = re.compile(
    rf"(?<![^\W_])(?i:{any_of('in or for')})[ -](?P<level>{any_of('level')} )?(?P<kind>(?i:{any_of('regency')}))"
    r"(?!\s+[A-Z])(?!\s?/)(?![^\W_])"
)
_OFFICE_LEAD = 30  # characters
_AT_THE_OFFICE = re.compile(rf"(?<![^\W_]){any_of('doing at the office')}\s+(?:[^\W\d]+\s+)?$", re.IGNORECASE)


def _is_city(code: str) -> bool:
    return code[3] in "789"


def of_the_province(view: SentenceView, text: str) -> bool:
    """Whether a sentence tells of the province without its name: "Di tingkat provinsi, yang belum 512.330"."""
    return _PROVINCE.search(text, view.start, view.end) is not None


_PROVINCE = re.compile(
    rf"(?<![^\W_]){any_of('in or for')}\s+{any_of('level')}\s+{any_of('province')}(?!\s+[A-Z])(?![^\W_])",
    re.IGNORECASE,
)


def opens_paragraph(view: SentenceView, place: PlaceMention, text: str, counted: Container[str]) -> bool:
    """Whether a sentence opens its paragraph with a place of which numbers are told: "Di Kota Tegal, …".

    `counted` are the codes of such places.
    """
    first = text.rfind("\n", 0, view.start) + 1
    return (
        place.decided
        and place.codes[0] in counted
        and not text[first : view.start].strip()
        and _OPENING_AT.fullmatch(text, view.start, place.start) is not None
        and text.startswith(",", place.end)
    )


def is_subject(view: SentenceView, place: PlaceMention, text: str) -> bool:
    """Whether a sentence opens with a place as what it tells of: "Di Cibugel keadaannya lebih berat"."""
    return (
        place.decided
        and text[place.end : place.end + 1] == " "
        and _OPENING.fullmatch(text, view.start, place.start) is not None
    )


_OPENING = re.compile(rf"[\"“]?(?:{any_of('opening with a place')}\s+){{1,3}}", re.IGNORECASE)
_OPENING_AT = re.compile(
    rf"[\"“]?(?:{any_of('going over')}\s+)?(?:di|untuk)\s+(?:wilayah\s+)?", re.IGNORECASE
)


def tells_extreme(view: SentenceView, text: str) -> bool:
    """Whether a sentence singles a place out: "Yang terendah Halmahera Selatan."."""
    return _EXTREME.search(text, view.start, view.end) is not None


_EXTREME = re.compile(rf"(?<![^\W_])(?:{any_of('most', 'least')}|paling\s+[^\W\d]+)(?![^\W_])", re.IGNORECASE)


def only_names(view: SentenceView, named: Sequence[PlaceMention], text: str) -> bool:
    """Whether a sentence only names the place of the next one: "Mimika Baru, misalnya.", "Kebalikannya Pinogu."."""
    if len(named) != 1:
        return False
    before = _TURNING.fullmatch(text, view.start, named[0].start)
    behind = _FOR_EXAMPLE.fullmatch(text, named[0].end, view.end)
    return before is not None and behind is not None and bool(before[1] or behind[1])


_TURNING = re.compile(rf"\W*({any_of('turning to a place')}\s*,?\s+)?", re.IGNORECASE)
_FOR_EXAMPLE = re.compile(rf"(?:,\s[^.,;\d]{{1,60}},)?(\s*,?\s+{any_of('for example')})?\W*", re.IGNORECASE)
