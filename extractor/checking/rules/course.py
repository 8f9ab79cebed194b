"""What one article tells of two dates: fewer recorded (EK401), the same number (EK402), a jump (EK403)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import combinations

from extractor.checking.cells import Value
from extractor.checking.described import Wording
from extractor.checking.identities import identities, sources, words
from extractor.checking.intervals import Interval
from extractor.checking.notation import count, difference
from extractor.checking.rule import Matter, Observation, Rule
from extractor.checking.rules import unseen
from extractor.checking.timing import Days, stated
from extractor.linking.figures import LinkedFigure
from extractor.messages import say

_YEAR = dt.timedelta(days=366)
_YEARS = 3 * _YEAR  # after that the register has been cleaned more than once
_JUMP = Fraction(1, 20)  # of the obliged people, in a year
_LEAST = 100_000  # six digits: shorter numbers may stand still or be the same by chance
_MOST = 12  # dated figures of one kind; more are a table

Dated = tuple[Days, LinkedFigure]


def _pairs(matter: Matter, indicator: str) -> Iterator[tuple[Dated, Dated]]:
    """Two counts of one place, of one indicator, that the text dates apart, the earlier one first."""
    if matter.timing.uniform:
        return
    figures = [f for f in matter.figures if f.indicator == indicator and not f.percent]
    if len(figures) > 1:
        yield from _apart(figures)


def _apart(figures: Sequence[LinkedFigure]) -> Iterator[tuple[Dated, Dated]]:
    """The pairs of one place that the text gives two dates which share no day, the earlier one first."""
    alike: dict[str, list[Dated]] = {}
    for figure in figures:
        days = stated(figure) if _plain(figure) else None
        if days is not None and figure.place is not None and figure.place.code:
            alike.setdefault(figure.place.code, []).append((days, figure))
    for dated in alike.values():
        for a, b in combinations(dated[:_MOST], 2):
            earlier, later = sorted((a, b), key=lambda each: each[0])
            if earlier[0][1] < later[0][0]:
                yield earlier, later


def _plain(figure: LinkedFigure) -> bool:
    return not (figure.disputed or figure.subgroup or figure.quantity.range)


def _interval(figure: LinkedFigure) -> Interval:
    return Interval(figure.quantity.low, figure.quantity.high)


def _falls(matter: Matter) -> Iterator[Observation]:
    for (past, earlier), (now, later) in _pairs(matter, "recorded"):
        first, last = _interval(earlier), _interval(later)
        if now[0] - past[1] > _YEARS or last.high >= first.low or not last.near(first):
            continue
        if not words("cleansing").search(matter.text) and not _known(matter, earlier, later):
            yield _observation("EK401", "recorded-falls", earlier, later)
            return


def _known(matter: Matter, *figures: LinkedFigure) -> bool:
    """Whether the words tell of the decrease themselves, or of another source for one of the two."""
    told = [_sentence(matter, figure) for figure in figures]
    if any(words("decrease").search(text) for text in told):
        return True
    named = [tuple(bool(pattern.search(text)) for pattern in sources()) for text in told]
    return len(set(named)) > 1


def _sentence(matter: Matter, figure: LinkedFigure) -> str:
    return matter.text[figure.sentence[0] : figure.sentence[1]]


def _jumps(matter: Matter) -> Iterator[Observation]:
    for (past, earlier), (now, later) in _pairs(matter, "wktp"):
        first, last = _interval(earlier), _interval(later)
        apart = first.gap(last) > _JUMP * first.high
        if apart and now[0] - past[1] <= _YEAR and last.near(first) and not _known(matter, earlier, later):
            yield _observation("EK403", "jump", earlier, later)
            return


def _stale(matter: Matter) -> Iterator[Observation]:
    if matter.timing.uniform:
        return
    for cell in matter.full_cells:
        for indicator, values in cell.counted.items():
            if len(values) > 1 and indicator in identities().repeated:
                yield from _twice(matter, [v for v in values if v.number >= _LEAST and v.interval.exact])


def _twice(matter: Matter, values: Sequence[Value]) -> Iterator[Observation]:
    """Numbers that are two values only because they are dated apart."""
    for one, other in combinations(values, 2):
        if one.number == other.number:
            for (past, earlier), (now, later) in _apart([*one.figures, *other.figures]):
                if _beside(matter, earlier, past) and _beside(matter, later, now):
                    message = partial(say, "two-dates", value=one.shown())
                    yield Observation("EK402", "note", (later, earlier), message)
                    break


def _beside(matter: Matter, figure: LinkedFigure, days: Days) -> bool:
    """Whether the date stands in the figure's own sentence and is the figure's, not that of some of it."""
    start, end = figure.sentence
    lead = matter.text[start : figure.quantity.start]
    if words("whole-of").search(lead) or words("old-data").search(matter.text[start:end]):
        return False
    return any(
        start <= date.start < end and date.first is not None and (date.first, date.last) == days
        for date in matter.dates
    )


def _observation(code: str, key: str, earlier: LinkedFigure, later: LinkedFigure) -> Observation:
    a, b = int(earlier.quantity.value), int(later.quantity.value)
    place = (later.place.name if later.place is not None else None) or ""
    message = partial(say, key, a=count(a), b=count(b), place=place)
    line = difference(a, b)
    return Observation(code, "note", (later, earlier), message, lambda _: [line])


_TUBAN = "Perekaman di Tuban\n\nTUBAN - "
_RECORDED = (
    "Per 1 Februari 2019 warga Kabupaten Tuban yang sudah merekam e-KTP 871.204 orang.\n\nPer 2 Mei 2019 warga "
    "Kabupaten Tuban yang sudah merekam e-KTP {recorded} orang."
)
_OBLIGED = (
    "Per 1 Februari 2019 wajib KTP di Kabupaten Tuban 902.112 jiwa.\n\nPer 1 Agustus 2019 wajib KTP di Kabupaten "
    "Tuban {wktp} jiwa."
)

RECORDED_FALLS = Rule(
    code="EK401",
    name="recorded-falls",
    severity="note",
    summary="fewer people recorded at a later date of the same article",
    explanation=(
        "Whoever is recorded stays recorded, so of two dates that an article tells the later one has at least as "
        "many. " + unseen.ENGLISH
    ),
    silence=(
        "Where the text speaks of duplicates, deaths or a cleaned register, of a decrease, or of another source; "
        "after three years; where the numbers are so far apart that they count different things."
    ),
    fires=(
        _TUBAN + _RECORDED.format(recorded="869.511"),
        _TUBAN + _RECORDED.format(recorded="870 ribu").replace("871.204", "875.204"),
    ),
    silent=(
        _TUBAN + _RECORDED.format(recorded="872.990"),
        _TUBAN + _RECORDED.format(recorded="869.511") + " Data ganda sudah dihapus.",
        _TUBAN + _RECORDED.format(recorded="871 ribu"),
        _TUBAN + _RECORDED.format(recorded="869.511").replace("2 Mei 2019", "2 Mei 2023"),
    ),
    check=_falls,
    indonesian=Wording(
        summary="warga terekam lebih sedikit pada tanggal kemudian dalam artikel yang sama",
        explanation=(
            "Warga yang sudah direkam tetap terekam, jadi dari dua tanggal dalam satu artikel yang kemudian tidak bisa "
            "lebih kecil. " + unseen.INDONESIAN
        ),
        silence=(
            "Bila teks menyebut data ganda, meninggal, atau pembersihan data, penurunan, atau sumber lain; setelah "
            "tiga tahun; bila angkanya terlalu jauh sehingga menghitung hal lain."
        ),
    ),
)

STALE_DATE = Rule(
    code="EK402",
    name="stale-date",
    severity="note",
    summary="the same full digits under two dates",
    explanation=(
        "A count of six digits or more is told twice, each time with a date beside it, and the dates share no day: "
        "one of them, or one of the figures, may be of an older text. " + unseen.ENGLISH
    ),
    silence=(
        "On rounded numbers and those under 100.000; where the date stands in another sentence; where the figure "
        "is told as the whole of some (dari 902.112 wajib KTP); where the text says that the data are old."
    ),
    fires=(
        _TUBAN + _RECORDED.format(recorded="871.204"),
        _TUBAN + _OBLIGED.format(wktp="902.112"),
    ),
    silent=(
        _TUBAN + _RECORDED.format(recorded="871.240"),
        _TUBAN
        + _OBLIGED.format(wktp="902.112").replace(
            "Agustus 2019 wajib", "Agustus 2019 masih data lama, wajib"
        ),
        _TUBAN
        + "Per 1 Februari 2019 wajib KTP di Kabupaten Tuban 902.112 jiwa.\n\nPer 1 Agustus 2019 dari 902.112 "
        "wajib KTP di Kabupaten Tuban 871.204 orang sudah merekam e-KTP.",
        _TUBAN + _RECORDED.format(recorded="871.204").replace("871.204", "71.204"),
    ),
    check=_stale,
    indonesian=Wording(
        summary="angka lengkap yang sama untuk dua tanggal",
        explanation=(
            "Jumlah enam digit atau lebih disebut dua kali, masing-masing dengan tanggal di sampingnya yang tidak "
            "beririsan: salah satu tanggal atau angka mungkin dari berita lama. " + unseen.INDONESIAN
        ),
        silence=(
            "Pada angka bulat dan di bawah 100.000; bila tanggalnya di kalimat lain; bila angkanya disebut sebagai "
            "keseluruhan (dari 902.112 wajib KTP); bila teks menyebut datanya lama."
        ),
    ),
)

JUMP = Rule(
    code="EK403",
    name="jump",
    severity="note",
    summary="the obliged people of one article change by more than 5 percent within a year",
    explanation=(
        "The number of people of 17 and over changes by two or three percent a year. Inside an article this runs "
        "only when it is named (--select EK403): what an article compares, it mostly means to. "
        + unseen.ENGLISH
    ),
    silence=(
        "Where the dates are more than a year apart; where a decrease or another source is told; where the numbers "
        "are so far apart that they count different things."
    ),
    fires=(
        _TUBAN + _OBLIGED.format(wktp="967.340"),
        _TUBAN + _OBLIGED.format(wktp="842.019"),
    ),
    silent=(
        _TUBAN + _OBLIGED.format(wktp="911.340"),
        _TUBAN + _OBLIGED.format(wktp="967.340").replace("1 Agustus 2019", "1 Agustus 2021"),
        _TUBAN
        + _OBLIGED.format(wktp="967.340").replace("Per 1 Agustus 2019", "Menurut KPU, per 1 Agustus 2019"),
    ),
    check=_jumps,
    indonesian=Wording(
        summary="wajib KTP dalam satu artikel berubah lebih dari 5 persen dalam setahun",
        explanation=(
            "Penduduk berumur 17 tahun ke atas berubah dua atau tiga persen setahun. Di dalam artikel berjalan hanya "
            "bila disebut (--select EK403): yang dibandingkan artikel biasanya disengaja. "
            + unseen.INDONESIAN
        ),
        silence=(
            "Bila jaraknya lebih dari setahun; bila penurunan atau sumber lain disebut; bila angkanya terlalu jauh "
            "sehingga menghitung hal lain."
        ),
    ),
    asked="named",
)

RULES = (RECORDED_FALLS, STALE_DATE, JUMP)
