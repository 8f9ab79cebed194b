from __future__ import annotations

from fractions import Fraction

import pytest

from extractor.checking.blame import verdicts
from extractor.checking.cells import Value
from extractor.checking.engine import Budget, allowances, consistent, diagnose, weight
from extractor.checking.engine.conflicts import conflict
from extractor.checking.engine.model import compile_model
from extractor.checking.engine.propagation import Clash, Steps, propagate
from extractor.checking.equations import Ceiling, Complement, Equation, Same, Share, Sum
from extractor.checking.intervals import Interval
from extractor.checking.rule import Conflict
from extractor.checking.totals import AtMost, Total
from tests.checking_marks import figures, findings

ENOUGH = 100_000


def values(marked: str) -> list[Value]:
    """The marked figures of a text, each a value of its own; the first line is the title, the second the lead."""
    text, made = figures(marked)
    return [
        Value(
            f.indicator,
            f.percent,
            f.quantity.value,
            Interval(f.quantity.low, f.quantity.high),
            (f,),
            text[f.quantity.start : f.quantity.end],
        )
        for f in made
    ]


def body(marked: str) -> list[Value]:
    return values("\n\n" + marked)


def shown(groups: tuple[tuple[Value, ...], ...]) -> list[list[str]]:
    return [[value.shown() for value in group] for group in groups]


def allowed(equations: list[Equation], *blamed: Value) -> list[tuple[object, object] | None]:
    found = allowances(equations, blamed)
    assert found is not None
    return [None if interval is None else (interval.low, interval.high) for interval in found]


def kudus() -> tuple[list[Value], list[Equation]]:
    marked = (
        "{2.315|unrecorded} Warga Belum Rekam\n\n{643.450|wktp} {641.131|recorded} {99,64|recorded%} "
        "{2.319|unrecorded}"
    )
    headline, whole, part, rate, rest = found = values(marked)
    equations: list[Equation] = [
        Same(headline, rest),
        Sum(whole, part, rest),
        Share(rate, "wktp", part=part, whole=whole),
    ]
    return found, equations


def jateng() -> tuple[list[Value], list[Equation]]:
    found = rest, whole, rate = body("{26 ribu|unrecorded} {27 juta|wktp} {98|recorded%}")
    whole.interval.low = 27_000_000  # "27 juta lebih"
    return found, [Share(rate, "wktp", other=rest, whole=whole)]


def test_a_headline_against_a_sum_and_a_repetition_is_to_blame_alone() -> None:
    (headline, whole, part, _, rest), equations = kudus()
    found = diagnose(equations)
    assert found.suspects == ((headline,),)
    assert allowed(equations, headline) == [(2319, 2319)]
    assert set(found.conflicts) <= {(headline, rest), (headline, whole, part)}


def test_three_rounded_figures_that_clash_are_a_tie_of_three() -> None:
    (rest, whole, rate), equations = jateng()
    found = diagnose(equations)
    assert found.suspects == ((rest,), (whole,), (rate,))
    assert found.conflicts == ((rest, whole, rate),)
    assert [allowed(equations, value) for value in (rest, whole)] == [
        [(270_000, 840_000)],
        [(833_334, 2_700_000)],
    ]
    (percent,) = allowances(equations, [rate]) or ()
    assert percent is not None
    assert (float(percent.low), float(percent.high)) == pytest.approx((99.9, 99.9107), abs=1e-4)


def test_a_rest_told_roughly_clashes_with_nothing() -> None:
    rate, whole, rest = body("{92,10|recorded%} dari {55.865|wktp}, sisanya {4.000|unrecorded}")
    equations: list[Equation] = [Share(rate, "wktp", other=rest, whole=whole)]
    assert diagnose(equations).suspects == ()
    assert allowed(equations, rest) == [(4_408, 4_418)]


def test_bounds_rest_on_the_figures_that_they_come_from() -> None:
    whole, part, rest = body("{50.120|wktp} {47.033|recorded} {2.911|unrecorded}")
    model = compile_model([Sum(whole, part, rest)])
    bounds = propagate(model, model.mask([whole, part]), Steps(ENOUGH))
    at = model.unknowns[id(rest)]
    assert (bounds.low[at], bounds.high[at]) == (3_087, 3_087)
    assert model.members(bounds.low_why[at] | bounds.high_why[at]) == (whole, part)


def test_a_share_bounds_the_whole_at_once_through_the_other_part() -> None:
    (rest, whole, _), equations = jateng()
    model = compile_model(equations)
    bounds = propagate(model, model.everything & ~model.mask([whole]), Steps(ENOUGH))
    at = model.unknowns[id(whole)]
    assert (bounds.low[at], bounds.high[at]) == (833_334, 2_700_000)
    assert rest.number == 26_000


def test_the_share_of_one_part_bounds_the_other_where_a_sum_ties_them() -> None:
    whole, part, rest, rate = body("{40.000|wktp} {36.000|recorded} {5.120|unrecorded} {90,0|recorded%}")
    for value in (whole, part):
        value.interval.low, value.interval.high = 0, 900_000  # nothing is known of them
    equations: list[Equation] = [Sum(whole, part, rest), Share(rate, "wktp", part=part, whole=whole)]
    assert allowed(equations, whole) == [(50_694, 51_717)]


@pytest.mark.parametrize(
    ("marked", "relation"),
    [
        ("{100|recorded} {101|recorded}", Same),
        ("{90,0|recorded%} {92,0|recorded%}", Same),
        ("{90,0|recorded%} {12,0|unrecorded%}", Complement),
        ("{1.200|recorded} {1.100|wktp}", AtMost),
        ("{100|wktp} {70|recorded} {20|unrecorded}", Sum),
        ("{50,0|owned%} {120|recorded} {300|wktp}", Ceiling),
    ],
)
def test_every_kind_of_equation_is_a_conflict_of_its_members(marked: str, relation: type[Equation]) -> None:
    members = body(marked)
    equation = relation(*members)
    assert not equation.holds()
    model = compile_model([equation])
    found = conflict(model, model.everything, Steps(ENOUGH))
    assert found is not None
    assert model.members(found) == tuple(members)


def test_a_sum_over_areas_blames_the_whole_or_any_part() -> None:
    whole, *parts = body("{2.940|unrecorded} {861|unrecorded} {1.034|unrecorded} {1.105|unrecorded}")
    equations: list[Equation] = [Total(whole, tuple(parts))]
    assert shown(diagnose(equations).suspects) == [["2.940"], ["861"], ["1.034"], ["1.105"]]
    assert allowed(equations, parts[0]) == [(801, 801)]


def test_conflicts_are_minimal() -> None:
    (headline, *_, rest), equations = kudus()
    model = compile_model(equations)
    found = conflict(model, model.everything, Steps(ENOUGH))
    assert found is not None
    for value in model.members(found):
        propagate(model, found & ~model.mask([value]), Steps(ENOUGH))
    with pytest.raises(Clash):
        propagate(model, model.mask([headline, rest]), Steps(ENOUGH))


def test_two_errors_of_one_place_are_blamed_together() -> None:
    whole, rest, part, rate = body("{118.250|wktp} {10.733|unrecorded} {107.913|recorded} {91,56|recorded%}")
    rest_rate = body("{8,74|unrecorded%}")[0]
    equations: list[Equation] = [
        Sum(whole, part, rest),
        Share(rate, "wktp", part=part, whole=whole),
        Share(rest_rate, "wktp", part=rest, whole=whole),
    ]
    found = diagnose(equations)
    assert shown(found.suspects) == [["10.733", "91,56"]]
    assert allowed(equations, rest, rate)[0] == (10_337, 10_337)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{2.315|unrecorded} Warga", 8),
        ("{2 ribu|unrecorded} Warga", 10),
        ("\n\n{2.315|unrecorded}", 10),
        ("\n\n{98|recorded%}", 10),
        ("\n\n{2.315|unrecorded sure=0.4}", 4),
        ("{2.315|unrecorded sure=0.4} Warga", 4),
    ],
)
def test_a_headline_weighs_less_and_a_doubtful_link_least(marked: str, expected: int) -> None:
    assert weight(values(marked)[0]) == expected


def test_a_doubtful_link_is_blamed_first_and_the_finding_is_a_note() -> None:
    marked = "\n\nDari {50.120|wktp}, {47.033|recorded} merekam, {2.911|unrecorded sure=0.4} belum."
    (finding,) = findings(marked)
    assert (finding.severity, finding.blame) == ("note", [["f3"]])


def test_the_lighter_of_two_is_blamed() -> None:
    title, told = values("{7.120|unrecorded} Belum Rekam\n\nYang belum {8.431|unrecorded} orang.")
    assert diagnose([Same(title, told)]).suspects == ((title,),)


def test_beyond_the_budget_there_are_conflicts_but_no_blame() -> None:
    whole, *parts = body(" ".join(f"{{{n}|unrecorded}}" for n in (9_999, *range(101, 141))))
    equations: list[Equation] = [Total(whole, tuple(parts))]
    assert len(diagnose(equations).suspects) == 41
    for short in (Budget(sets=20, rows=ENOUGH), Budget(sets=ENOUGH, rows=30)):
        found = diagnose(equations, short)
        assert not found.complete
        assert found.suspects == ()


def test_a_verdict_beyond_the_budget_has_its_conflict_and_nobody_to_blame() -> None:
    whole, part, rest = body("{50.120|wktp} {47.033|recorded} {2.911|unrecorded}")
    clash = Conflict("EK201", None, Sum(whole, part, rest), "error")  # type: ignore[arg-type]
    (found,) = verdicts([clash], [], Budget(sets=1, rows=ENOUGH))
    assert (found.conflicts, found.blame, found.allows) == ((clash,), (), {})


def test_equations_that_clash_together_vouch_for_nothing() -> None:
    whole, part, rest, rate = body("{1,2 juta|wktp} {1,1 juta|recorded} {31.207|unrecorded} {91,0|recorded%}")
    total, share = Sum(whole, part, rest), Share(rate, "wktp", part=part, whole=whole)
    other, more = body("{5.000|printed} {6.000|recorded}")
    apart = AtMost(other, more)
    assert all(equation.holds() for equation in (total, share, apart))
    kept, clashes = consistent([total, apart, share])
    assert (kept, clashes) == ([apart], [(total, share)])


def test_percentages_are_exact_fractions() -> None:
    rate, part, whole = body("{33,33|recorded%} {1|recorded} {3|wktp}")
    assert allowances([Share(rate, "wktp", part=part, whole=whole)], [rate]) == [
        Interval(Fraction(100, 3), Fraction(100, 3))
    ]


def test_what_holds_elsewhere_speaks_for_a_figure() -> None:
    marked = (
        "\n\nDari {50.120|wktp} wajib KTP, {47.033|recorded} orang atau {93,84|recorded%} persen sudah.\n"
        "Yang belum {2.911|unrecorded} orang."
    )
    (finding,) = findings(marked)
    assert (finding.code, finding.blame) == ("EK201", [["f4"]])
    assert [(a.low, a.high) for a in finding.allows] == [(3_087, 3_087)]


def test_figures_that_fit_one_by_one_but_not_together_are_a_warning() -> None:
    marked = (
        "\n\nDari {1,2 juta|wktp} wajib KTP, {1,1 juta|recorded} orang atau {91,0|recorded%} persen merekam. "
        "Yang belum {31.207|unrecorded} orang."
    )
    (finding,) = findings(marked)
    assert (finding.severity, finding.code) == ("warning", "EK201")
    assert finding.message == "1,2 juta, 1,1 juta, 91,0, 31.207: each sum fits, but not all can be right"
    assert finding.blame == [["f3"], ["f4"]]


@pytest.mark.parametrize("rest", ["108.207", "96.207"])
def test_figures_that_two_units_of_the_rounded_ones_bring_together_are_left_alone(rest: str) -> None:
    marked = (
        "\n\nDari {1,2 juta|wktp} wajib KTP, {1,1 juta|recorded} orang atau {91,0|recorded%} persen merekam. "
        f"Yang belum {{{rest}|unrecorded}} orang."
    )
    assert findings(marked) == []


def test_percentages_that_fit_each_other_but_not_their_counts_are_blamed_as_a_pair() -> None:
    marked = (
        "\n\nDari {172.626|wktp} wajib KTP, {167.600|recorded} orang atau {96,75|recorded%} persen sudah dan "
        "{5.026|unrecorded} orang atau {3,25|unrecorded%} persen belum."
    )
    (finding,) = findings(marked)
    assert finding.code == "EK202"
    assert ["f3", "f5"] in finding.blame
    assert all(len(group) == 2 for group in finding.blame)


def test_a_rounded_count_may_have_been_meant_of_the_other_part_and_a_thousand_times_larger() -> None:
    marked = "\n\nSekitar {26 ribu|unrecorded} dari {27 juta|wktp} belum. Sudah {98|recorded% ~} persen."
    (finding,) = findings(marked)
    assert finding.slip == "role-and-thousands"
    assert (
        finding.arithmetic[-1] == "26 juta sudah rekam would fit: 100 × 26 juta / 27 juta = 89,29 to 103,85"
    )


def test_a_count_that_fits_as_printed_was_not_meant_otherwise() -> None:
    marked = "\n\nSekitar {31 ribu|unrecorded} dari {24 juta|wktp} belum. Sudah {98|recorded% ~} persen."
    (finding,) = findings(marked)
    assert finding.slip is None
