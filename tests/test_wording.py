"""Words by what they do: the table, and the expressions made of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import extractor
from extractor.data import rows
from extractor.reading.wording import any_of, phrases, sign_of, signs

GROUPS = list(dict.fromkeys(group for group, _ in rows("indonesian/wording.tsv")))


def test_a_blank_is_any_white_space_and_brackets_may_be_missing() -> None:
    assert re.fullmatch(any_of("at present"), "saat\n ini")
    assert re.fullmatch(any_of("days ahead"), "esok")
    assert re.fullmatch(any_of("days ahead"), "esoknya")


def test_groups_stand_side_by_side() -> None:
    both = re.compile(any_of("that", "just told"))
    assert [word for word in ["yang", "itu", "tadi", "tersebut", "ini"] if both.fullmatch(word)] == [
        "itu",
        "tadi",
        "tersebut",
    ]


def test_phrases_are_spelled_out() -> None:
    assert phrases("days ahead") == ("esoknya", "esok", "lusanya", "lusa")


def test_an_unknown_group_is_an_error() -> None:
    with pytest.raises(KeyError, match="no such group"):
        any_of("no such group")


@pytest.mark.parametrize("group", GROUPS)
def test_every_form_is_matched_and_holds_a_sign(group: str) -> None:
    expression = re.compile(any_of(group))
    for form in phrases(group):
        assert expression.fullmatch(form)
        assert any(sign in form for sign in signs(group))


def test_a_sign_holds_no_other_sign() -> None:
    assert signs("comparing") == ("dari", "dibanding", "ketimbang")  # "daripada" holds "dari"


def test_the_first_sign_is_found() -> None:
    found = sign_of("comparing").search("naik dari semula, dibandingkan tahun lalu")
    assert found is not None
    assert found.span() == (5, 9)


def test_no_phrase_is_listed_twice_in_a_group() -> None:
    table = [tuple(row) for row in rows("indonesian/wording.tsv")]
    assert sorted(set(table)) == sorted(table)


def test_every_group_is_used() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in Path(extractor.__file__).parent.rglob("*.py"))
    assert [group for group in GROUPS if f"'{group}'" not in code and f'"{group}"' not in code] == []
