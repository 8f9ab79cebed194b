from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.spots import Spots
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


def test_spots_are_looked_for_once_in_each_word() -> None:
    asked: list[str] = []

    def within(word: str) -> list[int]:
        asked.append(word)
        return [at for at, letter in enumerate(word) if letter == "a"]

    spots = Spots(within)
    text = "Ada warga, ada kota"
    assert [text[at] for at in spots.of(read_tokens(text))] == ["A", "a", "a", "a", "a", "a", "a"]
    assert asked == ["ada", "warga", ",", "kota"]


def test_spots_forget_words_before_they_are_too_many() -> None:
    spots = Spots(lambda word: [0])
    for number in range(20_000):
        assert spots.of(read_tokens(str(number))) == [0]
    assert len(spots) < 10_000
