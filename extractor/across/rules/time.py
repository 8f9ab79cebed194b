"""What later articles tell against earlier ones: recorded people who become fewer (EK401), jumps (EK403)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from itertools import pairwise

from extractor.across.rule import BREAK, AcrossRule, Clash, Stock
from extractor.across.telling import Count
from extractor.across.weight import severity
from extractor.checking.described import Wording
from extractor.checking.identities import words
from extractor.checking.notation import count, difference
from extractor.messages import say
from extractor.report import Severity

_YEAR = dt.timedelta(days=366)
_YEARS = 3 * _YEAR  # after that the register has been cleaned more than once
_JUMP = Fraction(1, 20)  # of the obliged people, in a year


def _clash(earlier: Count, later: Count, key: str, weight: Severity | None = None) -> Clash:
    a, b = int(earlier.figure.value), int(later.figure.value)
    message = partial(say, key, a=count(a), b=count(b), place=later.place.name or "")
    line = difference(a, b)
    both = (earlier, later)
    return Clash(both, message, lambda _: [line], weight or severity(both))


def _later_story(earlier: Count, later: Count) -> bool:
    """Whether another article tells of a later time; what one article compares, it means to."""
    return earlier.story is not later.story and earlier.before(later)


def _falls(stock: Stock) -> Iterator[Clash]:
    for told in stock.rows("recorded"):
        for earlier, later in pairwise(told):
            if (
                _later_story(earlier, later)
                and later.start - earlier.end <= _YEARS
                and later.interval.high < earlier.interval.low
                and later.interval.near(earlier.interval)
                and not words("cleansing").search(later.story.text)
            ):
                yield _clash(earlier, later, "recorded-falls")


def _jumps(stock: Stock) -> Iterator[Clash]:
    for told in stock.rows("wktp"):
        for earlier, later in pairwise(told):
            gap = earlier.interval.gap(later.interval)
            if (
                _later_story(earlier, later)
                and later.start - earlier.end <= _YEAR
                and gap > _JUMP * earlier.interval.high
                and later.interval.near(earlier.interval)
            ):
                yield _clash(earlier, later, "jump", "note")


_FEBRUARY = (
    "Perekaman KTP di Tuban\n\nTUBAN - Warga Kabupaten Tuban yang sudah merekam e-KTP per 1 Februari 2019 "
    "sebanyak 871.204 orang, kata Kepala Disdukcapil Kabupaten Tuban."
)
_MAY = (
    "Perekaman Digenjot\n\nTUBAN - Per 2 Mei 2019 warga Kabupaten Tuban yang telah merekam e-KTP mencapai "
    "{recorded} orang, ujar Kepala Disdukcapil Kabupaten Tuban saat ditemui di kantornya."
)
_OBLIGED = (
    "Wajib KTP Tuban\n\nTUBAN - Jumlah wajib KTP di Kabupaten Tuban per {day} tercatat {wktp} jiwa, kata "
    "Kepala Disdukcapil Kabupaten Tuban {where}."
)

RECORDED_FALLS = AcrossRule(
    code="EK401",
    name="recorded-falls",
    severity="warning",
    summary="fewer people recorded than an earlier article tells",
    explanation=(
        "Whoever is recorded stays recorded, so of two dates the later one has at least as many. The article "
        "before is the last one that tells of the same place."
    ),
    silence=(
        "Where the later article speaks of duplicates, deaths or a cleaned register, after three years, and "
        "where the numbers are so far apart that they count different things."
    ),
    fires=(BREAK.join([_FEBRUARY, _MAY.format(recorded="869.511")]),),
    silent=(
        BREAK.join([_FEBRUARY, _MAY.format(recorded="872.990")]),
        BREAK.join([_FEBRUARY, _MAY.format(recorded="869.511") + " Data ganda sudah dihapus."]),
    ),
    check=_falls,
    indonesian=Wording(
        summary="warga terekam lebih sedikit daripada di artikel sebelumnya",
        explanation=(
            "Warga yang sudah direkam tetap terekam, jadi angka tanggal kemudian tidak bisa lebih kecil. "
            "Pembandingnya artikel terakhir sebelumnya tentang tempat yang sama."
        ),
        silence=(
            "Bila artikel kemudian menyebut data ganda, meninggal, atau pembersihan data; setelah tiga tahun; "
            "dan bila angkanya terlalu jauh sehingga menghitung hal lain."
        ),
    ),
)

JUMP = AcrossRule(
    code="EK403",
    name="jump",
    severity="note",
    summary="the obliged people change by more than 5 percent within a year",
    explanation="The number of people of 17 and over changes by two or three percent a year.",
    silence="Where dates are more than a year apart, and where numbers differ so much that they count other things.",
    fires=(
        BREAK.join(
            [
                _OBLIGED.format(day="1 Februari 2019", wktp="902.112", where="di kantornya"),
                _OBLIGED.format(day="1 Agustus 2019", wktp="967.340", where="usai rapat"),
            ]
        ),
    ),
    silent=(
        BREAK.join(
            [
                _OBLIGED.format(day="1 Februari 2019", wktp="902.112", where="di kantornya"),
                _OBLIGED.format(day="1 Agustus 2019", wktp="911.340", where="usai rapat"),
            ]
        ),
    ),
    check=_jumps,
    indonesian=Wording(
        summary="wajib KTP berubah lebih dari 5 persen dalam setahun",
        explanation="Penduduk berumur 17 tahun ke atas berubah dua atau tiga persen setahun.",
        silence="Bila jaraknya lebih dari setahun, dan bila angkanya terlalu jauh sehingga menghitung hal lain.",
    ),
)

RULES = (RECORDED_FALLS, JUMP)
