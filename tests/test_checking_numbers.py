from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.checking.intervals import Interval, part_of, rest, share, share_meets, whole_of
from extractor.checking.notation import count, counts, decimal, percents
from extractor.checking.slips import common_digits, slip


@pytest.mark.parametrize(
    ("number", "printed"), [(0, "0"), (87, "87"), (1000, "1.000"), (812650, "812.650"), (-45, "−45")]
)
def test_counts_have_dots_between_thousands(number: int, printed: str) -> None:
    assert count(number) == printed


@pytest.mark.parametrize(
    ("number", "places", "printed"),
    [
        (Fraction(994846, 10000), 2, "99,48"),
        (Fraction(1, 200), 2, "0,01"),
        (Fraction(9995, 1000), 2, "10,00"),
        (98, 0, "98"),
        (Fraction(-1, 2), 1, "−0,5"),
    ],
)
def test_decimals_have_a_comma_and_round_half_up(number: Fraction, places: int, printed: str) -> None:
    assert decimal(number, places) == printed


def test_an_interval_is_printed_with_both_ends_only_where_they_differ() -> None:
    assert counts(Interval(4188, 4188)) == "4.188"
    assert counts(Interval(4183, 4188)) == "4.183 to 4.188"
    assert percents(Interval(Fraction(99481, 1000), Fraction(99484, 1000)), 2) == "99,48"
    assert percents(Interval(99, 100), 1, "sampai") == "99,0 sampai 100,0"


def test_shares_are_exact_and_invert() -> None:
    part, whole = Interval(30, 31), Interval(400, 410)
    percent = share(part, whole)
    assert percent == Interval(Fraction(3000, 410), Fraction(3100, 400))
    assert part_of(Interval(10, 20), whole) == Interval(40, 82)
    assert whole_of(Interval(10, 20), part) == Interval(150, 310)
    assert rest(Interval(2, 5)) == Interval(95, 98)


def test_nothing_is_computed_of_a_whole_that_may_be_zero() -> None:
    assert share(Interval(1, 2), Interval(0, 5)) is None
    assert whole_of(Interval(0, 1), Interval(1, 2)) is None


@pytest.mark.parametrize(
    ("printed", "meant", "kind"),
    [
        (4183, 4188, "one-digit"),
        (5219, 5291, "swapped-digits"),
        (5219, 52319, "missing-digit"),
        (52319, 5219, "extra-digit"),
        (445, 445000, "thousands"),
        (445000, 445, "thousands"),
        (4183, 4299, None),
        (4183, 4183, None),
    ],
)
def test_slips_of_hand(printed: int, meant: int, kind: str | None) -> None:
    assert slip(printed, Interval(meant, meant)) == kind


def test_a_slip_in_a_percentage_is_sought_in_its_printed_decimals() -> None:
    meant = Interval(Fraction(912583, 10000), Fraction(912584, 10000))
    assert slip(Fraction("91.56"), meant, places=2) == "one-digit"
    assert slip(Fraction("97.56"), meant, places=2) is None


def test_short_numbers_are_a_digit_away_from_anything() -> None:
    meant = Interval(Fraction(107, 100), Fraction(108, 100))
    assert slip(Fraction("2.1"), meant, places=1) is None
    assert slip(28, Interval(29, 29)) is None
    assert slip(Fraction("9.1"), Interval(Fraction("1.9"), Fraction("1.9")), places=1) == "swapped-digits"


def test_a_wide_interval_explains_no_slip() -> None:
    assert slip(4183, Interval(4100, 4300)) is None


def test_digits_in_common_are_counted_from_both_ends() -> None:
    assert common_digits(4183, 4188) == 3
    assert common_digits(52418, 52718) == 4
    assert common_digits(3000, 13000) == 1


@st.composite
def intervals(draw: st.DrawFn, most: int, decimals: int = 0) -> Interval:
    low, high = sorted(draw(st.tuples(st.integers(0, most), st.integers(0, most))))
    scale = 10**decimals
    return Interval(Fraction(low, scale), Fraction(high, scale)) if decimals else Interval(low, high)


@given(intervals(300), intervals(300), intervals(12_000, decimals=2))
def test_a_share_meets_a_percentage_as_its_interval_does(
    part: Interval, whole: Interval, percent: Interval
) -> None:
    computed = share(part, whole)
    assert share_meets(part, whole, percent) == (computed is None or computed.meets(percent))
