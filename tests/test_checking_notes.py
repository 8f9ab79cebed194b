"""Observations: figures that somebody should look at together, none of them blamed."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.checking import Depth
from extractor.checking.halves import half_unit
from extractor.checking.rule import Matter
from extractor.checking.rules.reading import fitting_dates
from extractor.report import Finding
from tests.checking_marks import figures, findings

# one marked text, and what is told of it
NOTES = [
    pytest.param(
        "Belum merekam {5.291|unrecorded} warga.\nMenurut KPU {5.219|unrecorded} pemilih belum.",
        ("EK103", "5.291 and, by KPU, 5.219"),
        id="two sources",
    ),
    pytest.param(
        "Dari {137|wktp} wajib KTP, {12,53|recorded% whole=1} persen merekam.",
        ("EK206", "no number of 137 is 12,53 percent"),
        id="between 17 and 18 of 137",
    ),
    pytest.param(
        "Target {45.210|target}.\nDari {50.120|wktp} wajib KTP, {43.402|recorded} atau {96,00|recorded% whole=2} "
        "persen merekam.",
        ("EK207", "96,00 percent is not of 50.120, as the text says, but of 45.210"),
        id="a percentage of the target",
    ),
    pytest.param(
        "Wajib KTP {50.120|wktp}, di luar negeri {1.204|other}.\nBelum merekam {3.087|unrecorded} atau "
        "{6,31|unrecorded% whole=1} persen dari wajib KTP.",
        ("EK207", "6,31 percent is not of 50.120, as the text says, but of 50.120 − 1.204"),
        id="a percentage of a difference",
    ),
    pytest.param(
        "Perekaman {88,40|recorded%} persen, naik {2,10|other%} persen dari {85,30|other%} persen.",
        ("EK208", "85,30 and 88,40 percent are not 2,10 points apart"),
        id="points that do not add up",
    ),
    pytest.param(
        "Belum merekam {2.940|unrecorded} orang.\nDi Kudus {1.861|unrecorded @33.19.02} dan di Jati "
        "{1.134|unrecorded @33.19.03} orang.",
        ("EK302", "2 parts of Kabupaten Kudus have more than the 2.940 told of it"),
        id="two districts of many",
    ),
    pytest.param(
        "Di Kudus {41.337|recorded @33.19.02} merekam.\nDi Jati {41.337|recorded @33.19.03} merekam.",
        ("EK303", "41.337 told for 33.19.02 and for 33.19.03"),
        id="twins",
    ),
    pytest.param(
        "Per 1 Maret {641.131|recorded 2024-03-01} merekam.\nPer 1 Juni {640.011|recorded 2024-06-01} merekam.",
        ("EK401", "640.011 recorded after 641.131: 33.19"),
        id="fewer recorded",
    ),
]


def told(found: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in found]


@pytest.mark.parametrize(("marked", "expected"), NOTES)
def test_what_is_noted(marked: str, expected: tuple[str, str]) -> None:
    found = findings(marked)
    assert told(found) == [expected]
    assert [finding.severity for finding in found] == ["note"]


@pytest.mark.parametrize(("marked", "expected"), NOTES)
def test_a_note_blames_nobody_and_says_the_same_of_the_same_text(
    marked: str, expected: tuple[str, str]
) -> None:
    (english,), (indonesian,) = findings(marked), findings(marked, lang="id")
    assert (english.blame, english.allows, english.slip, english.spans) == ([], [], None, [])
    assert english.id == indonesian.id
    assert english.figures == indonesian.figures
    assert len(english.figures) >= 2
    assert english.message != indonesian.message


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(
            "Belum merekam {5.291|unrecorded 2024-01}.\nMenurut KPU {5.219|unrecorded 2024-06} belum.",
            id="two sources of two dates",
        ),
        pytest.param("Dari {137|wktp} wajib KTP, {12,4|recorded% whole=1} persen merekam.", id="17 of 137"),
        pytest.param(
            "Dari {13.700|wktp} wajib KTP, {12,53|recorded% whole=1} persen merekam.", id="a whole of many"
        ),
        pytest.param(
            "Perekaman {88,40|recorded%} persen, naik {3,63|other%} persen dari {85,30|other%} persen.",
            id="growth in percent of the earlier value",
        ),
        pytest.param(
            "Belum merekam {5.291|unrecorded}, turun {210|other} setiap bulan dari {9.004|other}.",
            id="a change per month",
        ),
        pytest.param(
            "Belum merekam {2.940|unrecorded} orang, tadi {3.005|unrecorded}.\nDi Kudus {1.861|unrecorded "
            "@33.19.02} dan di Jati {1.134|unrecorded @33.19.03} orang.",
            id="a whole that is told twice and large enough once",
        ),
        pytest.param(
            "Belum merekam {740|unrecorded} orang.\nDi Kudus {1.861|unrecorded @33.19.02} dan di Jati "
            "{1.134|unrecorded @33.19.03} orang.",
            id="a whole of something else",
        ),
        pytest.param("{41.337|recorded @33.19} merekam.\n{41.337|recorded @33.19.03} merekam.", id="in it"),
        pytest.param(
            "Per 1 Maret {641.131|recorded 2024-03-01} merekam.\nPer 1 Juni {641 ribu|recorded 2024-06-01} "
            "merekam.",
            id="as many, rounded",
        ),
        pytest.param(
            "Per 1 Maret {641.131|recorded 2024-03-01} merekam.\nPer 1 Juni {19.204|recorded 2024-06-01} merekam.",
            id="recorded since then",
        ),
    ],
)
def test_what_is_not_noted(marked: str) -> None:
    assert told(findings(marked)) == []


@pytest.mark.parametrize(
    ("marked", "low", "high"),
    [
        ("{1,74 juta|recorded}", 1_735_000, 1_745_000),
        ("{641.131|recorded}", 641_131, 641_131),
        ("{99,5|recorded%}", 99.45, 99.55),
    ],
)
def test_the_strict_reading_halves_the_room_of_a_rounded_figure(marked: str, low: float, high: float) -> None:
    text, made = figures(marked)
    (value,) = Matter.of(made, [], [], text).cells[0].values
    half = half_unit(value)
    assert (float(half.low), float(half.high)) == (low, high)


def test_a_check_is_usual_unless_more_is_asked_for() -> None:
    assert Depth() == Depth(strict=False, named=frozenset())


def test_the_dates_that_a_weekday_would_fit_are_listed_the_nearest_first() -> None:
    day = dt.date(2021, 6, 10)  # a Thursday
    for weekday in range(7):
        if weekday != day.weekday():
            dates = fitting_dates(day, weekday)
            assert dates
            assert all(date.weekday() == weekday for date in dates)
            assert abs((dates[0] - day).days) <= 3
