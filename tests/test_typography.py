import pytest

from extractor import Extractor
from extractor.typography import plain_typography

TEXT = (
    "1.204 Warga Tuban Belum Rekam e-KTP\n\n"
    "TUBAN - Sebanyak 1.204 warga Kabupaten Tuban belum merekam data KTP elektronik per 5 Maret 2019.\n\n"
    "Dari 902 ribu wajib KTP, yang sudah merekam 900.796 orang, kata kepala dinas.\n\n"
    "Baca juga: 3.000 Warga Lamongan Belum Rekam e-KTP\n\n"
    "Warga diminta datang ke kantor kecamatan pada jam kerja.\n"
)


def figures(text):
    report = Extractor().read(text, source="x")
    assert all(f.span.text == text[f.span.start : f.span.end] for f in report.figures)
    return [(f.indicator, f.value, f.place and f.place.code, f.as_of, f.span.start) for f in report.figures]


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2009", "\u3000"])
def test_odd_blanks_change_no_figure_and_are_quoted_as_printed(blank):
    assert len(figures(TEXT)) == 4
    assert figures(TEXT.replace(" ", blank)) == figures(TEXT)


def test_hyphens_that_keep_a_line_together_change_no_figure():
    assert figures(TEXT.replace("-", "\u2011")) == figures(TEXT)


def test_one_character_stands_for_one():
    assert plain_typography("4.000\u2011an\u00a0warga\u202f“Tuban”") == "4.000-an warga “Tuban”"
