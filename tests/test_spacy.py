"""The components in spaCy pipelines: ours and anyone's."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin

from extractor.loading import read_article
from extractor.reading.pipeline import COMPONENTS, Reader, build

TEXT = (
    "KLATEN – Sebanyak 3.120 warga Kabupaten Klaten belum merekam e-KTP, "
    "kata pejabat dinas, Selasa (16/1/2024)."
)


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    return build()


def test_each_component_puts_its_spans_into_the_doc(nlp: spacy.Language) -> None:
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans["quantities"]] == ["3.120"]
    assert "33.10" in [span.kb_id_ for span in doc.spans["places"]]
    assert [span.kb_id_ for span in doc.spans["dates"]] == ["2024-01-16"]
    assert [span.label_ for span in doc.spans["senses"] if span.label_ == "unrecorded"] == ["unrecorded"]
    assert len(doc.spans["sentences"]) == 1


def test_language_is_found_by_its_code() -> None:
    assert spacy.blank("id_press").lang == "id_press"


def test_components_run_in_a_foreign_pipeline() -> None:
    other = spacy.blank("xx")
    for name in COMPONENTS:
        other.add_pipe(name)
    doc = other(TEXT)
    assert [span.text for span in doc.spans["quantities"]] == ["3.120"]
    assert doc.spans["senses"]


def test_pipeline_survives_pickling(nlp: spacy.Language) -> None:
    doc = pickle.loads(pickle.dumps(nlp))(TEXT)
    assert [span.text for span in doc.spans["quantities"]] == ["3.120"]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Dari 900.210 wajib KTP di Kabupaten Klaten, yang sudah merekam 897.090 jiwa atau 99,65 persen.",
        "Per 30 Juni 2023, stok blangko di Kota Solo tinggal 2.500 keping; yang belum dicetak 412 keping.",
        "Rinciannya Kecamatan Wedi 410, Prambanan 408 dan Gantiwarno dua ribu warga belum terekam.",
    ],
)
def test_the_pipeline_finds_what_extract_reads(nlp: spacy.Language, text: str) -> None:
    reading = Reader(dt.date.today()).read(read_article(text, source="-"))
    doc = nlp(text)
    found = {name: [(s.start_char, s.end_char) for s in doc.spans[name]] for name in doc.spans}
    assert found["quantities"] == [(q.start, q.end) for q in reading.quantities]
    assert found["dates"] == [(d.start, d.end) for d in reading.dates]
    assert found["places"] == [(p.start, p.end) for p in reading.places.mentions]
    assert found["cues"] == [(c.start, c.end) for c in reading.cues]
    assert found["senses"] == [(s.start, s.end) for s in reading.senses]


def test_docs_are_saved_with_their_spans(nlp: spacy.Language) -> None:
    saved = DocBin(store_user_data=True, docs=[nlp(TEXT)]).to_bytes()
    (doc,) = DocBin().from_bytes(saved).get_docs(nlp.vocab)
    assert [span.text for span in doc.spans["quantities"]] == ["3.120"]


def test_sentences_are_those_of_spacy(nlp: spacy.Language) -> None:
    doc = nlp("Warga Klaten belum merekam. Petugas datang ke desa.")
    assert [sentence.text for sentence in doc.sents] == [
        "Warga Klaten belum merekam.",
        "Petugas datang ke desa.",
    ]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_a_doc_keeps_its_text(nlp: spacy.Language, text: str) -> None:
    assert nlp.make_doc(text).text == text


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="0123456789.,()-/% \nabKTPribujuta“”", max_size=200))
def test_reading_never_raises_and_every_span_lies_in_the_text(nlp: spacy.Language, text: str) -> None:
    doc = nlp(text)
    for group in doc.spans.values():
        for span in group:
            assert 0 <= span.start_char <= span.end_char <= len(text)
