"""Soft hyphens and zero-width characters in text files change no figure, and are quoted as printed."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import Extractor, UnreadableInput
from extractor.invisible import INVISIBLE, visible

TEXT = (
    "1.204 Warga Tuban Belum Rekam e-KTP\n\n"
    "TUBAN - Sebanyak 1.204 warga Kabupaten Tuban belum merekam data KTP elektronik.\n\n"
    "Dari 902 ribu wajib KTP, yang sudah merekam 899.120 orang, kata kepala dinas, Senin (4/3/2019).\n"
)


def read(text):
    report = Extractor().read(text, source="x")
    for span in [f.span for f in report.figures] + [s for f in report.findings for s in f.spans]:
        assert span.text == report.article.text[span.start : span.end]
    return report


def figures(report):
    return [(f.indicator, f.value, f.place and f.place.code, f.as_of, f.construction) for f in report.figures]


@pytest.mark.parametrize("character", ["\u00ad", "\u200b", "\u200d", "\ufeff", "\u200e", "\u2060"])
def test_between_all_letters(character):
    plain, sprinkled = read(TEXT), read(character.join(TEXT))
    assert figures(sprinkled) == figures(plain)
    assert len(plain.findings) == 1
    assert [f.code for f in sprinkled.findings] == [f.code for f in plain.findings]
    assert sprinkled.article.text == character.join(TEXT)
    assert sprinkled.article.sha256 == hashlib.sha256(character.join(TEXT).encode()).hexdigest()
    assert sprinkled.figures[0].span.text == character.join("1.204")


@given(
    st.lists(st.tuples(st.integers(0, len(TEXT)), st.sampled_from("\u00ad\u200b\u200c\u2060")), max_size=12)
)
def test_anywhere(inserted):
    text = TEXT
    for at, character in inserted:
        text = text[:at] + character + text[at:]
    report = read(text)
    assert figures(report) == figures(read(TEXT))
    sentences = [report.article.text[f.sentence.start : f.sentence.end] for f in report.figures]
    plain = [TEXT[f.sentence.start : f.sentence.end] for f in read(TEXT).figures]
    assert [INVISIBLE.sub("", sentence) for sentence in sentences] == plain


def test_a_text_without_any_is_its_own():
    assert visible("Warga Tuban – “1.204”") == ("Warga Tuban – “1.204”", None)


def test_a_text_of_nothing_else_is_empty():
    with pytest.raises(UnreadableInput, match="empty"):
        read("\u200b\u200b\n")
