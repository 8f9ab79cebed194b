from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.tokens import tokenize


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
