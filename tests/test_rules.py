from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from extractor import Extractor
from extractor.across import RULES as ACROSS
from extractor.checking import RULES
from extractor.checking.rule import Rule
from extractor.checking.rules import unseen
from extractor.report import Finding
from extractor.rulebook import RULES as PAGES
from extractor.rulebook import explain, page

FIRES = [(rule, text) for rule in RULES.values() for text in rule.fires]
SILENT = [(rule, text) for rule in RULES.values() for text in rule.silent]


def name(value: object) -> str:
    return value.code if isinstance(value, Rule) else str(value)[-40:]


@cache
def extractor(strict: bool, named: str) -> Extractor:
    return Extractor(dt.date(2026, 7, 1), strict=strict, named=[named] if named else [])


def findings(rule: Rule, text: str) -> list[Finding]:
    """What is found in a text when the rule takes part."""
    asked = rule.code if rule.asked == "named" else ""
    return extractor(rule.asked == "strict", asked).read(text).findings


@pytest.mark.parametrize(("rule", "text"), FIRES, ids=name)
def test_a_rule_fires_on_its_examples(rule: Rule, text: str) -> None:
    found = [finding for finding in findings(rule, text) if finding.code == rule.code]
    assert [(f.name, f.severity) for f in found] == [(rule.name, rule.severity)]


@pytest.mark.parametrize(("rule", "text"), SILENT, ids=name)
def test_nothing_is_found_in_the_articles_on_which_a_rule_is_silent(rule: Rule, text: str) -> None:
    assert [finding.message for finding in findings(rule, text)] == []


def test_rules_are_listed_by_code() -> None:
    assert list(RULES) == sorted(RULES)
    assert all(code == rule.code for code, rule in RULES.items())


@pytest.mark.parametrize("rule", RULES.values(), ids=name)
def test_every_rule_has_both_kinds_of_examples_and_both_languages(rule: Rule) -> None:
    assert rule.fires
    assert rule.silent
    assert rule.indonesian.summary != rule.summary
    assert "\n" not in rule.summary


@pytest.mark.parametrize("rule", RULES.values(), ids=name)
def test_a_rule_that_no_real_article_has_put_to_use_is_a_note_and_says_so_in_both_languages(
    rule: Rule,
) -> None:
    says_so = unseen.ENGLISH in rule.explanation
    assert says_so == (unseen.INDONESIAN in rule.indonesian.explanation)
    assert not says_so or rule.severity == "note"


ASKED = [rule for rule in RULES.values() if rule.asked]


@pytest.mark.parametrize("rule", ASKED, ids=name)
def test_a_rule_that_has_to_be_asked_for_is_silent_otherwise(rule: Rule) -> None:
    assert all(f.code != rule.code for text in rule.fires for f in extractor(False, "").read(text).findings)


@pytest.mark.parametrize("rule", RULES.values(), ids=name)
def test_explain_tells_name_severity_and_first_example(rule: Rule) -> None:
    text = explain(rule.code)
    assert text.startswith(f"{rule.code} {rule.name} (severity: {PAGES[rule.code].severity})")
    assert " ".join(rule.fires[0].split())[:60] in " ".join(text.split())


def test_explain_speaks_indonesian_but_keeps_codes_and_names() -> None:
    text = explain("EK201", "id")
    assert text.startswith("EK201 balance (tingkat: error)\n\nkeseluruhan dan bagian")
    assert "Kapan diam" in text


def test_explain_names_the_codes_when_asked_for_another() -> None:
    with pytest.raises(KeyError, match="no rule EK999; there are EK001"):
        explain("EK999")


def test_a_rule_that_also_looks_between_articles_has_one_page_of_the_greater_severity() -> None:
    page = PAGES["EK401"]
    assert page.severity == "warning"
    assert set(RULES["EK401"].fires) < set(page.fires)
    assert "Inside an article: Whoever is recorded" in page.explanation
    assert "Between articles: Whoever is recorded" in page.explanation
    assert "Di dalam satu artikel: " in page.indonesian.explanation
    assert list(PAGES) == sorted({*RULES, *ACROSS})


@pytest.mark.parametrize(("file", "lang"), [("rules.md", "en"), ("aturan.md", "id")])
def test_the_page_of_all_rules_is_that_of_the_rules(file: str, lang: str) -> None:
    written = Path(__file__).parents[1] / "docs" / file
    assert written.read_text(encoding="utf-8") == page(lang)
    assert all(f"## {code} " in page(lang) for code in PAGES)
