"""Cue phrases in tokens, with spaCy's PhraseMatcher as the oracle."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading.cue_phrases import find_cues, phrases
from extractor.reading.pipeline import build
from extractor.reading.tokens import tokenize

_WORDS = sorted({word for phrase in phrases() for word in phrase.split()})
_GAPS = [" ", " ", " ", "", "  ", "\n", "\u00a0", ", ", "-", " 40 ", "İ"]


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    return build()


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[cue.start : cue.end], cue.label) for cue in find_cues(text, tokenize(text))]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Ia belum merekam", [("belum", "NEG"), ("merekam", "RECORD")]),
        ("WAJIB KTP", [("WAJIB KTP", "WKTP")]),
        ("kartu tanda penduduk", [("kartu tanda penduduk", "CARD")]),
        ("kartu tanda  penduduk", [("kartu", "CARD"), ("penduduk", "POPULATION")]),
        ("kartu tanda\npenduduk", [("kartu", "CARD"), ("penduduk", "POPULATION")]),
        ("sebelah", []),
        ("", []),
    ],
)
def test_the_longest_phrase_counts_in_any_case_and_across_one_blank(
    text: str, cues: list[tuple[str, str]]
) -> None:
    assert _found(text) == cues


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_WORDS), st.booleans(), st.sampled_from(_GAPS)), max_size=12))
def test_the_same_cues_are_found_as_by_phrase_matcher(
    nlp: spacy.Language, parts: list[tuple[str, bool, str]]
) -> None:
    text = "".join((word.upper() if loud else word) + gap for word, loud, gap in parts)
    doc = nlp(text)
    assert _found(text) == [(span.text, span.label_) for span in doc.spans["cues"]]
