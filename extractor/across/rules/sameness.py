"""One figure in several articles: told differently (EK501), or the same where it should not be (EK502)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations, groupby

from extractor.across.rule import BREAK, AcrossRule, Clash, Stock
from extractor.across.telling import STOCKS, Count, Story
from extractor.across.weight import severity
from extractor.checking.described import Wording
from extractor.checking.notation import count
from extractor.messages import say

_MOST = 6  # witnesses shown
_LEAST = 10_000  # smaller numbers are the same by chance
_STANDSTILL = dt.timedelta(days=14)
_FIXED = ("day", "semester")  # a date's counts are one set; those of a month may be of its first or last day
_MOVING = ("recorded", "unrecorded")


def _shown(told: Count) -> str:
    return count(int(told.figure.value))


def _differ(stock: Stock) -> Iterator[Clash]:
    for told in stock.rows(*STOCKS):
        fixed = [each for each in told if each.as_of.precision in _FIXED]
        for _, same in groupby(fixed, key=lambda each: (each.start, each.end)):
            clashing = _clashing(_distinct(list(same)))
            if clashing:
                yield _differing(clashing)


def _distinct(told: Sequence[Count]) -> list[Count]:
    """The first story to tell each value."""
    values: dict[int | float, Count] = {}
    for each in told:
        values.setdefault(each.figure.value, each)
    return list(values.values())


def _clashing(told: Sequence[Count]) -> list[Count]:
    """The counts that cannot be another's, though they are near enough to count the same."""
    taking_part = {
        id(each)
        for pair in combinations(told, 2)
        if pair[0].story is not pair[1].story
        and not pair[0].interval.meets(pair[1].interval)
        and pair[0].interval.near(pair[1].interval)
        for each in pair
    }
    return [each for each in told if id(each) in taking_part][:_MOST]


def _differing(told: Sequence[Count]) -> Clash:
    message = partial(
        say,
        "articles-differ",
        values=", ".join(_shown(each) for each in told),
        place=told[0].place.name or "",
    )
    return Clash(tuple(told), message, lambda _: [], severity(told))


def _copied(stock: Stock) -> Iterator[Clash]:
    """The same full digits for two places, or standing still for weeks; and one story under two dates."""
    by_value: dict[tuple[str, int | float], list[Count]] = {}
    for told in stock.by_place.values():
        for counts in told.values():
            for each in counts:
                if each.exact and each.figure.value >= _LEAST:
                    by_value.setdefault((each.indicator, each.figure.value), []).append(each)
    for same in by_value.values():
        strange = next((pair for pair in combinations(same, 2) if _strange(*pair)), None)
        if strange is not None:
            yield _copy(*strange)
    for story in stock.stories:
        for copy in story.copies:
            moved = [
                (a, b) for a in story.counts for b in copy.counts if _same_figure(a, b) and not a.same_time(b)
            ]
            yield from (_copy(a, b) for a, b in moved[:1])


def _strange(a: Count, b: Count) -> bool:
    if a.story is b.story:
        return False
    if a.code != b.code:
        return not (_tells(a.story, b) or _tells(b.story, a))
    first, second = sorted((a, b), key=lambda each: each.start)
    return a.indicator in _MOVING and second.start - first.end >= _STANDSTILL


def _tells(story: Story, count: Count) -> bool:
    """Whether a story tells a count of its place, too: "Wedi dan Juwiring masing-masing 12.411 orang"."""
    return any(_same_figure(each, count) for each in story.counts)


def _same_figure(a: Count, b: Count) -> bool:
    return (a.code, a.indicator, a.figure.value) == (b.code, b.indicator, b.figure.value)


def _copy(a: Count, b: Count) -> Clash:
    key = "copied-place" if a.code != b.code else "copied-date"
    message = partial(say, key, value=_shown(a), a=a.place.name or "", b=b.place.name or "")
    return Clash((a, b), message, lambda _: [], "note")


_TUBAN = (
    "Masih Ada yang Belum Rekam\n\nTUBAN - Kepala Disdukcapil Kabupaten Tuban menyebut warga yang sudah merekam "
    "e-KTP per 1 Maret 2019 sebanyak {recorded} orang."
)
_ALSO = (
    "Perekaman Jalan Terus\n\nTUBAN - Sebanyak {recorded} warga Kabupaten Tuban sudah merekam e-KTP per "
    "{day}. Layanan dibuka setiap hari kerja di kantor kecamatan."
)

ARTICLES_DIFFER = AcrossRule(
    code="EK501",
    name="articles-differ",
    severity="warning",
    summary="two articles tell different figures for one place and day",
    explanation=(
        "Place, date and what is counted are the same, the numbers are not, not even read as rounded. Copies of "
        "one story count once."
    ),
    silence=(
        "Where the dates differ or are only a month or a year, and where the numbers are so far apart that they "
        "count different things."
    ),
    fires=(
        BREAK.join([_TUBAN.format(recorded="871.204"), _ALSO.format(recorded="872.204", day="1 Maret 2019")]),
    ),
    silent=(
        BREAK.join(
            [_TUBAN.format(recorded="871.204"), _ALSO.format(recorded="871 ribu", day="1 Maret 2019")]
        ),
        BREAK.join([_TUBAN.format(recorded="871.204"), _ALSO.format(recorded="872.204", day="4 Maret 2019")]),
    ),
    check=_differ,
    indonesian=Wording(
        summary="dua artikel menyebut angka berbeda untuk tempat dan hari yang sama",
        explanation=(
            "Tempat, tanggal, dan yang dihitung sama, tetapi angkanya tidak, juga bila dibaca sebagai pembulatan. "
            "Salinan satu berita dihitung sekali."
        ),
        silence=(
            "Bila tanggalnya berbeda atau hanya bulan atau tahun, dan bila angkanya terlalu jauh sehingga "
            "menghitung hal lain."
        ),
    ),
)

COPIED_FIGURE = AcrossRule(
    code="EK502",
    name="copied-figure",
    severity="note",
    summary="the same full digits for another place or another date",
    explanation=(
        "Five digits and more that come again for another place, or for the recorded or unrecorded of the same "
        "place two weeks later or more, may be copied from an older story. So may a story that comes again "
        "under another date."
    ),
    silence="On rounded numbers, numbers under 10.000, and within one article.",
    fires=(
        BREAK.join([_TUBAN.format(recorded="871.204"), _ALSO.format(recorded="871.204", day="4 Juni 2019")]),
    ),
    silent=(
        BREAK.join([_TUBAN.format(recorded="871.204"), _ALSO.format(recorded="871.204", day="5 Maret 2019")]),
    ),
    check=_copied,
    indonesian=Wording(
        summary="angka lengkap yang sama untuk tempat atau tanggal lain",
        explanation=(
            "Lima digit atau lebih yang terulang untuk tempat lain, atau untuk warga terekam atau belum terekam di "
            "tempat yang sama dua pekan kemudian atau lebih, mungkin disalin dari berita lama. Begitu pula berita "
            "yang terbit lagi dengan tanggal lain."
        ),
        silence="Pada angka bulat, angka di bawah 10.000, dan di dalam satu artikel.",
    ),
)

RULES = (ARTICLES_DIFFER, COPIED_FIGURE)
