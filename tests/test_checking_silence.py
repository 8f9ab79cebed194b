"""Consistent articles that print a second value of something: a group, a cleaned rest, an earlier state."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractor.checking.intervals import Interval
from extractor.checking.notation import count, decimal
from extractor.checking.slips import slip
from tests.checking_marks import findings

RECORDED = (
    "Dari {214.605|wktp} wajib KTP, {209.883|recorded} jiwa atau {97,8|recorded%} persen sudah merekam.\n"
)
WHOLE = RECORDED + "Sisanya {4.722|unrecorded} jiwa atau {2,2|unrecorded%} persen belum merekam.\n"
LONE = "Wajib KTP {214.605|wktp} jiwa.\nSudah {97,8|recorded%} persen yang merekam.\n"


def test_a_share_of_the_population_is_no_share_of_the_obliged():
    text = (
        "Yang belum tinggal {2,78|unrecorded%} persen.\n"
        "Dari {171.906|wktp} wajib KTP sudah merekam {165.148|recorded} orang atau {96,06|recorded%} persen.\n"
        "Sisanya {6.758|unrecorded} orang, dari {242.786|population} penduduk cuma {2,78|unrecorded%} persen."
    )
    assert findings(text) == []
    assert findings(text.replace("2,78", "2,18")) != []


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(
            "Kartu yang dicetak {209.100|printed} keping. Sudah dimiliki {205.883|owned} orang, sisanya "
            "{3.217|not_owned} keping belum diambil.",
            id="the parts of another printed count",
        ),
        pytest.param("Tim keliling merekam {1.316|recorded} warga desa.", id="the recorded of one campaign"),
        pytest.param("Hari itu {87|recorded} orang sudah merekam.", id="the recorded of one day"),
        pytest.param("Di Rutan setempat {31|unrecorded} orang belum merekam.", id="a prison"),
        pytest.param("Penduduk nonpermanen yang belum merekam {640|unrecorded} orang.", id="a group before"),
        pytest.param("Ada {913|unrecorded} penyandang disabilitas yang belum merekam.", id="a group behind"),
        pytest.param("Ada {290|unrecorded} warga yang belum merekam karena sakit.", id="a reason"),
        pytest.param("Sebanyak {40|unrecorded%} persen yang belum merekam adalah lansia.", id="of whom"),
        pytest.param("Yang belum merekam {35|unrecorded%} persen berada di kota lain.", id="where"),
        pytest.param(
            "Yang berusia di atas 60 tahun {1.180|unrecorded} orang atau {25|unrecorded%} persen.",
            id="count and share of a group",
        ),
        pytest.param(
            "Setelah dikurangi data ganda, yang belum merekam {3.908|unrecorded}.", id="a cleaned rest"
        ),
        pytest.param("Yang benar-benar belum merekam hanya {3.908|unrecorded} orang.", id="really"),
        pytest.param("Data ganda {704|other}, sehingga riil {4.018|unrecorded} orang belum.", id="riil"),
        pytest.param("Angka itu turun dari {3,1|unrecorded%} persen pada 2022.", id="an earlier share"),
        pytest.param("Capaian naik cukup jauh dari tahun 2021, {91,4|recorded%} persen.", id="from a year"),
        pytest.param("Dibanding tahun lalu yang {6.480|unrecorded} orang, itu sedikit.", id="compared with"),
        pytest.param("Sebelumnya {6.480|unrecorded} orang belum merekam.", id="before"),
    ],
)
@pytest.mark.parametrize("told", [RECORDED, WHOLE, LONE], ids=["recorded", "whole", "lone share"])
def test_another_count_or_share_accuses_nobody(told: str, more: str) -> None:
    assert [finding.message for finding in findings(told + more)] == []


def test_a_share_of_a_count_that_the_text_names_is_held_against_that_count() -> None:
    right = "Belum {944|unrecorded} lansia atau {20|unrecorded% base=unrecorded} persen dari yang belum."
    assert findings(WHOLE + right) == []


def test_the_present_value_after_an_earlier_one_is_still_checked() -> None:
    marked = RECORDED + "Yang belum turun dari {6.480|unrecorded #1} menjadi {4.922|unrecorded} orang."
    assert [f.message for f in findings(marked)] == ["209.883 + 4.922 = 214.805, not 214.605"]


def test_the_age_of_all_who_are_obliged_makes_no_group() -> None:
    marked = RECORDED + "Warga berusia 17 tahun ke atas yang belum merekam {4.922|unrecorded}."
    assert [f.code for f in findings(marked)] == ["EK201"]


def test_most_of_a_count_is_no_group() -> None:
    marked = RECORDED + "Masih {4.922|unrecorded} warga kebanyakan lansia yang belum merekam."
    assert [f.code for f in findings(marked)] == ["EK201"]


@pytest.mark.parametrize(
    "more",
    [
        "Sekitar {5 ribu|unrecorded} orang itu umumnya merantau.",
        "{5 ribu|unrecorded} warga itu akan didatangi.\nTahun 2021 masih {7.316|unrecorded 2021} orang.",
    ],
    ids=["restated", "restated beside a history"],
)
def test_a_rounded_restatement_does_not_speak_for_a_wrong_count(more: str) -> None:
    marked = RECORDED + "Yang belum merekam {4.772|unrecorded} orang.\n" + more
    assert [(f.severity, f.message) for f in findings(marked)] == [
        ("error", "209.883 + 4.772 = 214.655, not 214.605")
    ]


@pytest.mark.parametrize(
    "more",
    [
        "Data ganda {704|other}, sehingga riil {4.018|unrecorded} orang belum.",
        "Tahun 2021 masih {7.316|unrecorded 2021} orang.\nSekitar {5 ribu|unrecorded} orang itu merantau.",
        "Yang benar-benar belum {4.018|unrecorded}.\nTahun 2021 masih {7.316|unrecorded 2021} orang.",
    ],
    ids=["cleaned", "earlier and rounded", "cleaned and earlier"],
)
def test_other_counts_do_not_hide_a_slip_between_title_and_lead(more: str) -> None:
    marked = "{4.722|unrecorded} Belum Rekam\nMasih {4.772|unrecorded} warga belum.\n" + RECORDED + more
    (finding,) = findings(marked)
    assert (finding.severity, finding.code, finding.slip) == ("error", "EK101", "one-digit")
    assert finding.blame == [["f2"]]


def test_a_body_figure_of_which_the_title_gives_all_is_no_other_title_figure() -> None:
    body = "Sebanyak {3.190|unrecorded} warga yang belum merekam berada di luar daerah."
    assert findings("{4.722|unrecorded} Belum Rekam\n" + RECORDED + body) == []


def test_a_misprinted_share_is_held_against_the_printed_whole() -> None:
    marked = (
        "Perekaman {98,6|recorded%} Persen\nPerekaman {96,8|recorded%} persen.\n"
        "Dari {500.300|wktp} wajib KTP {484.290|recorded} sudah dan {16.010|unrecorded} belum."
    )
    (finding,) = findings(marked)
    assert finding.message == "484.290 of 500.300 is 96,80 percent, not 98,6"
    assert (finding.severity, finding.slip, finding.blame) == ("error", "swapped-digits", [["f1"]])


@settings(max_examples=300, deadline=None)
@given(
    st.integers(20_000, 3_000_000),
    st.fractions(min_value=Fraction(1, 200), max_value=Fraction(1, 5)),
    st.lists(st.tuples(st.sampled_from(["recorded", "unrecorded"]), st.integers(1, 999_999)), max_size=2),
    st.lists(st.tuples(st.sampled_from(["recorded", "unrecorded"]), st.integers(1, 999)), max_size=2),
)
def test_a_balance_that_fits_is_not_upset_by_other_values_of_its_members(
    whole: int, rate: Fraction, counts: list[tuple[str, int]], percents: list[tuple[str, int]]
) -> None:
    missing = int(whole * rate)
    printed = {"recorded": whole - missing, "unrecorded": missing}
    for indicator, number in counts:
        assume(number < printed[indicator])
        assume(slip(number, Interval(printed[indicator], printed[indicator])) is None)
    share = decimal(Fraction(100 * missing, whole), 1)
    told = (
        f"Dari {{{count(whole)}|wktp}}, {{{count(whole - missing)}|recorded}} orang sudah.\n"
        f"Belum {{{count(missing)}|unrecorded}} orang atau {{{share}|unrecorded%}} persen.\n"
    )
    more = [f"Ada {{{count(number)}|{indicator}}} orang." for indicator, number in counts]
    more += [f"Ada {{{n // 10},{n % 10}|{indicator}%}} persen." for indicator, n in percents]
    codes = {finding.code for finding in findings(told + "\n".join(more))}
    assert not codes & {"EK201"}


def test_a_percentage_up_to_three_times_off_is_still_of_its_own_count():
    text = (
        "Dari {984.963|wktp} wajib KTP sudah merekam {972.356|recorded} orang, belum {12.607|unrecorded} orang. "
        "Yang belum {%s|unrecorded%%} persen."
    )
    assert [f.code for f in findings(text % "3,6")] == ["EK202"]
    assert findings(text % "1,28") == []
    assert findings(text % "42,5") == []  # something else is counted


def test_two_shares_that_make_a_round_one_lack_to_a_target():
    text = "Sudah merekam {89,98|recorded%%} persen, masih kurang {%s|unrecorded%%} persen."
    assert findings(text % "0,02") == []
    assert findings(text % "9,02") != []
