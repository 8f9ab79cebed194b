from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.article import UnreadableInput
from extractor.decoding import MAX_BYTES, decode

SENTENCE = "“Sisanya 1.204 orang,” ujarnya – Sumenep."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_reads_the_usual_encodings_without_being_told(encoding):
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


def test_big_endian_byte_order_mark():
    assert decode(b"\xfe\xff" + "KTP-el 98 persen".encode("utf-16-be")) == "KTP-el 98 persen"


def test_declared_charset_of_a_page():
    page = '<html><head><meta charset="windows-1251"></head><body>Аб</body></html>'
    assert decode(page.encode("cp1251")) == page


def test_utf8_wins_over_a_wrongly_declared_charset():
    page = '<html><head><meta charset="iso-8859-1"></head><body>“Sudah”</body></html>'
    assert decode(page.encode("utf-8")) == page


def test_single_bytes_of_windows_1252_inside_utf8():
    assert decode("“Sudah,” ".encode() + "katanya – tadi".encode("cp1252")) == "“Sudah,” katanya – tadi"


def test_mojibake_stays_as_printed():
    assert decode("KUDUS â€“ Warga".encode()) == "KUDUS â€“ Warga"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00word/document.xml", "Word"),
        (b"PK\x03\x04\x14\x00xl/workbook.xml", "Excel"),
        (b"PK\x03\x04\x14\x00notes.txt", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"Warga\x00\x01\x02 Kudus belum", "binary"),
        (b"\x01\x02\x03\x04" * 50, "binary"),
    ],
)
def test_names_what_it_cannot_read(data, word):
    with pytest.raises(UnreadableInput, match=word):
        decode(data)


def test_names_size_and_limit():
    with pytest.raises(UnreadableInput, match=r"5,000,001 bytes.*5,000,000"):
        decode(b"a" * (MAX_BYTES + 1))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back_unaltered(text):
    marked = "Warga " + text
    assert decode(marked.encode()) == marked


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(data):
    with suppress(UnreadableInput):
        text = decode(data)
        assert text.strip()
        text.encode("utf-8")
