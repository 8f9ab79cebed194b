"""A consistent article raises no finding, however its figures are rounded or cut off."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractor.checking.notation import count
from tests.checking_marks import findings

CUT_OFF, ROUNDED = Fraction(0), Fraction(1, 2)


def printed(number: int, digits: int | None, lift: Fraction) -> str:
    """A count with all digits, or in ribu or juta with some decimals."""
    if digits is None or number < 10_000:
        return count(number)
    scale, word = (1_000_000, "juta") if number >= 1_000_000 else (1000, "ribu")
    units = floor(Fraction(number, scale) * 10**digits + lift)
    whole, decimals = divmod(units, 10**digits)
    tail = f",{decimals:0{digits}d}" if digits else ""
    return f"{whole}{tail} {word}"


def share(part: int, whole: int, digits: int, lift: Fraction) -> str:
    units = floor(Fraction(100 * part, whole) * 10**digits + lift)
    whole_part, decimals = divmod(units, 10**digits)
    return f"{whole_part},{decimals:0{digits}d}" if digits else str(whole_part)


lifts = st.sampled_from([CUT_OFF, ROUNDED])
precision = st.one_of(st.none(), st.integers(0, 3))


@st.composite
def articles(draw: st.DrawFn) -> str:
    whole = draw(st.integers(1_000, 250_000_000))
    part = draw(st.integers(1, whole - 1))
    rest = whole - part
    told = {"wktp": whole, "recorded": part, "unrecorded": rest}
    sentences = []
    for indicator, number in told.items():
        for _ in range(draw(st.integers(0, 2))):
            figure = printed(number, draw(precision), draw(lifts))
            sentences.append(f"Tercatat {{{figure}|{indicator}}} orang.")
    for indicator, number in (("recorded", part), ("unrecorded", rest)):
        if draw(st.booleans()):
            figure = share(number, whole, draw(st.integers(0, 2)), draw(lifts))
            sentences.append(f"Yaitu {{{figure}|{indicator}%}} persen.")
    return draw(st.sampled_from([" ", "\n"])).join(draw(st.permutations(sentences)))


@settings(max_examples=500, deadline=None)
@given(articles())
def test_rounding_or_cutting_off_a_consistent_article_raises_nothing(marked: str) -> None:
    assert [finding.message for finding in findings(marked)] == []


@settings(max_examples=100, deadline=None)
@given(
    st.integers(20_000, 5_000_000),
    st.fractions(min_value=Fraction(1, 2), max_value=Fraction(99, 100)),
    st.integers(2, 60),
)
def test_an_exact_article_that_is_off_by_some_is_noticed(whole: int, rate: Fraction, off: int) -> None:
    part = floor(whole * rate)
    marked = (
        f"Dari {{{count(whole)}|wktp}} wajib KTP, {{{count(part)}|recorded}} sudah dan "
        f"{{{count(whole - part - off)}|unrecorded}} belum."
    )
    assume(all(number % 1000 for number in (whole, part, whole - part - off)))
    assert [finding.code for finding in findings(marked)] == ["EK201"]


INDICATORS = ["population", "wktp", "recorded", "unrecorded", "owned", "not_owned", "printed", "other"]
tags = st.sampled_from(
    ["", " 2023-12", " 2024", " #1", " sub", " sure=0.4", " guess", " base=wktp", " whole=1"]
)
counts = st.builds(
    lambda n, indicator, tag: f"{{{count(n)}|{indicator}{tag}}} orang",
    st.integers(0, 99_999),
    st.sampled_from(INDICATORS),
    tags,
)
percents = st.builds(
    lambda n, indicator, tag: f"{{{n // 10},{n % 10}|{indicator}%{tag}}} persen",
    st.integers(0, 1_200),
    st.sampled_from(INDICATORS),
    tags,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(counts, percents), max_size=14), st.sampled_from([" ", ".\n"]))
def test_findings_of_any_figures_point_at_those_figures(parts: list[str], join: str) -> None:
    known = {f"f{n}" for n in range(1, len(parts) + 1)}
    found = findings(join.join(parts))
    assert len({finding.id for finding in found}) == len(found)
    for finding in found:
        blamed = {figure for group in finding.blame for figure in group}
        assert blamed <= set(finding.figures) <= known
        assert {allowed.figure for allowed in finding.allows} <= blamed
        assert all(allowed.low <= allowed.high for allowed in finding.allows)
