from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.beginnings import _seen, beginnings
from extractor.reading.tokens import read_tokens, tokenize


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.315 warga", ["2.315", "warga"]),
        ("99,64% dari 643.450", ["99,64", "%", "dari", "643.450"]),
        ("130ribu", ["130", "ribu"]),
        ("4.000-an orang", ["4.000", "-an", "orang"]),
        ("7ribuan", ["7", "ribuan"]),
        ("e-KTP E-KTP KTP-el e-ktp", ["e-KTP", "E-KTP", "KTP-el", "e-ktp"]),
        ("KTP-nya, e-KTP-nya", ["KTP", "-nya", ",", "e-KTP", "-nya"]),
        ("(28/8)", ["(", "28", "/", "8", ")"]),
        ("KARANGANYAR--Pemerintah", ["KARANGANYAR", "--", "Pemerintah"]),
        ("Jum’at laki-laki", ["Jum’at", "laki-laki"]),
        ("KUDUS, Lingkarjateng.id –", ["KUDUS", ",", "Lingkarjateng.id", "–"]),
        ("KTP.Kepala", ["KTP", ".", "Kepala"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_tokens_lose_nothing_but_white_space(text: str) -> None:
    assert "".join(words(text)) == "".join(c for c in text if not c.isspace())


@given(st.text())
def test_tokens_are_in_order_and_do_not_overlap(text: str) -> None:
    position = 0
    for start, end in tokenize(text):
        assert position <= start < end
        position = end


def test_words_are_the_tokens_in_lower_case() -> None:
    assert read_tokens("Kab. Kudus\n643.450 WKTP") == (
        [0, 3, 5, 11, 19],
        [3, 4, 10, 18, 23],
        ["kab", ".", "kudus", "643.450", "wktp"],
    )
    assert read_tokens("") == ([], [], [])


@given(st.text())
def test_each_token_has_its_word(text: str) -> None:
    tokens = read_tokens(text)
    extents = zip(tokens.starts, tokens.ends, strict=True)
    assert [text[start:end].replace("İ", "_").lower() for start, end in extents] == tokens.words


def test_numbers_and_dates_begin_inside_words_too() -> None:
    text = "Jumat (28/8/2018) dua ribu dari 643.450 wajib KTP, kedua pekan-pekan"
    found = beginnings(read_tokens(text))
    assert [text[at : at + 4] for at in found.numbers] == ["28/8", "8/20", "2018", "dua ", "643.", "dua "]
    assert [text[at : at + 4] for at in found.dates] == ["Juma", "28/8", "8/20", "2018", "peka", "peka"]


def test_words_are_forgotten_before_they_are_too_many() -> None:
    for number in range(20_000):
        assert beginnings(read_tokens(str(number))).numbers == [0]
    assert len(_seen) < 10_000
