"""Cue phrases in tokens, with spaCy's PhraseMatcher as the oracle."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from spacy.matcher import PhraseMatcher

from extractor.data import read_text
from extractor.reading.cue_phrases import find_cues, phrases
from extractor.reading.misspelt_acts import STEM
from extractor.reading.pipeline import build
from extractor.reading.tokens import tokenize

_WORDS = sorted({word for phrase in phrases() for word in phrase.split()})
_PARTS = {phrase[start:end] for phrase in phrases() for start, end in tokenize(phrase)}
_GAPS = [" ", " ", " ", "", "\n", "\u00a0", ", ", "-", " 40 ", "İ"]


@pytest.fixture(scope="module")
def oracle() -> Callable[[str], list[tuple[str, str]]]:
    """What PhraseMatcher finds: the longest phrase at each place, none inside another."""
    nlp = build()
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for phrase, (label, _) in phrases().items():
        matcher.add(label, [nlp.make_doc(phrase)])

    def find(text: str) -> list[tuple[str, str]]:
        doc = nlp.make_doc(text.replace("\n", " "))  # to it a line end is a token
        found: list[tuple[str, str]] = []
        free = 0
        for key, first, last in sorted(matcher(doc), key=lambda match: (match[1], -match[2])):
            if first >= free:
                span, free = doc[first:last], last
                found.append((text[span.start_char : span.end_char], nlp.vocab.strings[key]))
        return found

    return find


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[cue.start : cue.end], cue.label) for cue in find_cues(text)]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Ia belum merekam", [("belum", "NEG"), ("merekam", "RECORD")]),
        ("WAJIB KTP", [("WAJIB KTP", "WKTP")]),
        ("kartu tanda penduduk", [("kartu tanda penduduk", "CARD")]),
        ("kartu tanda  penduduk", [("kartu tanda  penduduk", "CARD")]),
        ("kartu tanda\npenduduk", [("kartu tanda\npenduduk", "CARD")]),
        ("kartu tanda, penduduk", [("kartu", "CARD"), ("penduduk", "POPULATION")]),
        ("sebelah", []),
        ("", []),
    ],
)
def test_the_longest_phrase_counts_in_any_case_and_across_blanks_and_line_ends(
    text: str, cues: list[tuple[str, str]]
) -> None:
    assert _found(text) == cues


def test_every_phrase_stands_in_the_table_once() -> None:
    lines = read_text("ektp/cues.jsonl").splitlines()
    listed = Counter(json.loads(line)["pattern"] for line in lines)
    assert [phrase for phrase, times in listed.items() if times > 1] == []


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_WORDS), st.booleans(), st.sampled_from(_GAPS)), max_size=12))
def test_the_same_cues_are_found_as_by_phrase_matcher(
    oracle: Callable[[str], list[tuple[str, str]]], parts: list[tuple[str, bool, str]]
) -> None:
    text = "".join((word.upper() if loud else word) + gap for word, loud, gap in parts)
    words = [text[start:end].lower() for start, end in tokenize(text)]
    assume(
        all(STEM not in word or word in _PARTS for word in words)
    )  # slips are read over, see their own tests
    assert _found(text) == oracle(text)
