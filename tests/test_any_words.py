"""Whatever order the words of the tables come in, an article is read: a phrase that no rule expected loses nothing."""

from __future__ import annotations

import json
import random

import pytest

from extractor import Extractor
from extractor.data import read_text, rows

_NUMBERS = (
    "643.450",
    "641.131",
    "2.319",
    "99,64",
    "0",
    "26 ribu",
    "tujuh",
    "4.000-an",
    "12",
    "1,2 juta",
    "3 dari 10",
)
_BETWEEN = (
    "dari", "yang", "di", "dan", "orang", "jiwa", "persen", "keping", "Kecamatan Wedi", "Desa Bale", "Klaten", "atau",
    "Jumat (2/3/2018)", "per Desember 2017", "pekan lalu", ",", ".", "itu", "(", ")", "\n\n", "se-kabupaten", "total",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(8))
def test_any_row_of_known_words_is_read(seed: int) -> None:
    chance = random.Random(seed)
    cues = [json.loads(line)["pattern"] for line in read_text("ektp/cues.jsonl").splitlines()]
    words = [word.replace("(", "").replace(")", "") for _, word in rows("indonesian/wording.tsv")]
    extractor = Extractor()
    for _ in range(120):
        kinds = chance.choices(
            (cues, words, _BETWEEN, _NUMBERS), weights=(4, 2, 4, 2), k=chance.randint(5, 50)
        )
        body = " ".join(chance.choice(kind) for kind in kinds)
        text = f"Perekaman e-KTP\n\nKLATEN - {body}"
        report = extractor.read(text, source="-")
        assert all(text[f.span.start : f.span.end] == f.span.text for f in report.figures), body


@pytest.mark.parametrize(
    "body",
    [
        "Wajib KTP yang jumlahnya mencapai 643.450 jiwa telah direkam 641.131 jiwa.",
        "Desa Bale menjadi penyumbang 310 orang, Desa Gua menjadi 214 orang belum merekam.",
    ],
)
def test_sentences_that_once_broke_the_reading(body: str) -> None:
    assert Extractor().read(f"Perekaman e-KTP\n\nKLATEN - {body}", source="-").figures
