from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

import corpus
from extractor.data import rows
from extractor.evaluation.gold import article_text, load_gold
from extractor.report import Indicator, Level, Unit

FOLDER = Path(corpus.__file__).parent
ARTICLES = FOLDER / "articles"
GOLD: list[dict[str, Any]] = [
    json.loads(line) for line in (FOLDER / "gold.jsonl").read_text(encoding="utf-8").splitlines()
]
FIGURES = [
    pytest.param(row["id"], figure, id=f"{row['id']}-{figure['indicator']}-{figure['raw']}")
    for row in GOLD
    for figure in row["figures"]
]
FIELDS = {
    "indicator",
    "value",
    "unit",
    "approx",
    "place",
    "code",
    "level",
    "as_of",
    "raw",
    "mentions",
    "spans",
}
OPTIONAL = {"alt_indicator", "rounds", "range", "disputed", "boilerplate", "note"}
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def read_number(raw: str) -> float:
    """The value of a number in the plain shapes that this corpus prints."""
    digits, _, scale = raw.lower().partition(" ")
    value = float(digits.replace(".", "").replace(",", "."))
    return value * {"": 1, "ribu": 1_000, "juta": 1_000_000}[scale]


def test_every_article_is_annotated_once() -> None:
    assert sorted(row["id"] for row in GOLD) == sorted(path.stem for path in ARTICLES.glob("*.txt"))
    assert len(load_gold(FOLDER / "gold.jsonl")) == len(GOLD)


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_articles(row: dict[str, Any]) -> None:
    assert set(row) == {
        "id", "url", "outlet", "published", "figures", "contradictions", "phenomena", "vague",
    }  # fmt: skip
    text = article_text(ARTICLES, row["id"])
    assert text == (ARTICLES / f"{row['id']}.txt").read_text(encoding="utf-8"), (
        "a URL line shifts the offsets"
    )
    title, empty, body = text.split("\n", 2)
    assert title
    assert not empty
    assert body.endswith(".\n") or "Editor" in body
    assert DATE.fullmatch(row["published"])
    assert row["phenomena"]
    for each in row["contradictions"]:
        assert set(each) == {"kind", "note", "code", "expect"}
        assert each["expect"] in {"finding", "either", "silent"}
        assert re.fullmatch(r"EK\d{3}", each["code"])


@pytest.mark.parametrize(("article", "figure"), FIGURES)
def test_figures(article: str, figure: dict[str, Any]) -> None:
    assert set(figure) >= FIELDS
    assert set(figure) <= FIELDS | OPTIONAL
    assert figure["indicator"] in get_args(Indicator)
    assert figure.get("alt_indicator", "wktp") in get_args(Indicator)
    assert figure["unit"] in get_args(Unit)
    assert figure["level"] in get_args(Level)
    assert figure["as_of"] is None or DATE.fullmatch(figure["as_of"])
    assert read_number(figure["raw"]) == figure["value"]


@pytest.mark.parametrize(("article", "figure"), FIGURES)
def test_spans_are_whole_numbers_as_printed(article: str, figure: dict[str, Any]) -> None:
    text = article_text(ARTICLES, article)
    assert len(figure["spans"]) == figure["mentions"] > 0
    for start, end in figure["spans"]:
        assert text[start:end] == figure["raw"]
        assert not re.search(r"\d[.,]?$", text[:start])
        assert not re.match(r"[.,]?\d", text[end:])


def test_no_number_belongs_to_two_figures() -> None:
    for row in GOLD:
        spans = sorted(span for figure in row["figures"] for span in figure["spans"])
        assert all(first[1] <= second[0] for first, second in pairwise(spans)), row["id"]


def test_codes_are_official_and_fit_their_place() -> None:
    units = {code: name for code, name, *_ in rows("places/units.tsv")} | {"ID": "Indonesia"}
    levels = {1: "province", 2: "regency", 3: "district"}
    for row in GOLD:
        for figure in row["figures"]:
            code, place = figure["code"], figure["place"]
            assert place.removeprefix("Kecamatan ").removeprefix("Provinsi ") == units[code]
            assert figure["level"] == ("country" if code == "ID" else levels[len(code.split("."))])


def test_the_people_obliged_are_a_plausible_share_of_the_residents() -> None:
    residents = {row[0]: int(row[-1]) for row in rows("places/population.tsv")}
    for row in GOLD:
        for figure in row["figures"]:
            if figure["indicator"] == "wktp":
                assert 0.6 <= figure["value"] / residents[figure["code"]] <= 0.75, row["id"]
