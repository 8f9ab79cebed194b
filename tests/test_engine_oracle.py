"""The lightest blame against CP-SAT, an exact solver over whole numbers, which is told the quantities and not the rows."""

from __future__ import annotations

import pytest

from extractor.checking.engine import diagnose, weight
from extractor.checking.engine.propagation import MOST
from tests.random_articles import COUNTS, PART, REST, WHOLE, RandomArticle, compose

cp_model = pytest.importorskip(
    "ortools.sat.python.cp_model", reason="the oracle needs OR-Tools, which the extra `test` installs"
)
ARTICLES = 500


def least_weight(article: RandomArticle) -> int:
    """The least weight of figures to set aside so that numbers exist for all quantities."""
    model = cp_model.CpModel()
    numbers = {
        (place, name): model.new_int_var(int(name == WHOLE), MOST, f"{name}{place}")
        for place in range(article.places)
        for name in COUNTS
    }
    for place in range(article.places):
        model.add(numbers[place, WHOLE] == numbers[place, PART] + numbers[place, REST])
    for name in article.totalled():
        model.add(numbers[0, name] == sum(numbers[place, name] for place in range(1, article.places)))
    lost = []
    for (place, name, percent), values in article.printed.items():
        number, whole = numbers[place, name], numbers[place, WHOLE]
        for value in values:
            kept = model.new_bool_var("")
            low, high = value.interval.low, value.interval.high
            if percent:
                model.add(100 * low.denominator * number >= low.numerator * whole).only_enforce_if(kept)
                model.add(100 * high.denominator * number <= high.numerator * whole).only_enforce_if(kept)
            else:
                model.add(number >= int(low)).only_enforce_if(kept)
                model.add(number <= int(high)).only_enforce_if(kept)
            lost.append(weight(value) * (1 - kept))
    model.minimize(sum(lost))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def test_the_blame_is_as_light_as_that_of_an_exact_solver() -> None:
    differing = []
    clashing = 0
    for seed in range(ARTICLES):
        article = compose(seed)
        least = least_weight(article)
        clashing += least > 0
        if diagnose(article.equations()).weight != least:
            differing.append(seed)
    assert differing == []
    assert clashing > ARTICLES // 3
