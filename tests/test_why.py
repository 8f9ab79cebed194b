"""What led to a figure, in words."""

from __future__ import annotations

import datetime as dt
import io
import sys
from pathlib import Path

import pytest

from extractor.cli import main
from extractor.evaluation.gold import article_text, load_gold
from extractor.loading import read_article
from extractor.output.terminal import Style
from extractor.why import trace
from extractor.why.show import constructions, show
from tests.test_corpus import ARTICLES, FOLDER

TODAY = dt.date(2026, 1, 1)
TEXT = (
    "KLATEN - Dari 900.210 wajib KTP di Kabupaten Klaten per 30 Juni 2018, yang sudah merekam 897.090 orang. "
    "Kecamatan Wedi masih menyisakan 3. 120 orang, kata kepala dinas di Solo, Rabu (4/7/2018)."
)


def told(number: str, text: str = TEXT) -> str:
    found = trace(read_article(text, source="-"), TODAY)
    step = next(s for s in found.steps if text[s.figure.quantity.start : s.figure.quantity.end] == number)
    return "\n".join(show(found, step, Style()))


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        (
            "897.090",
            [
                "f2  recorded 897.090 persons",
                'number      "897.090", exact',
                'cue         "sudah merekam" (recorded), cost 0.0',
                "rule        part-of-whole: ",
                "whole       part of f1",
                'place       Kabupaten Klaten (33.10): named in the sentence, "Kabupaten Klaten"',
                'as of       2018-06-30: dated in the sentence, "30 Juni 2018"',
            ],
        ),
        (
            "3. 120",
            [
                "f3  unrecorded 3.120 persons",
                'number      "3. 120" (mended: blank-inside), exact',
                'cue         "menyisakan" (rest)',
                'place       Kecamatan Wedi (33.10.03): named in the sentence, "Kecamatan Wedi"',
                'as of       2018-06-30: dated elsewhere in the text, "30 Juni 2018"',
                'passed over: "Rabu (4/7/2018)" (statement)',
            ],
        ),
    ],
)
def test_it_names_what_decided(number: str, lines: list[str]) -> None:
    words = told(number)
    assert [line for line in lines if line not in words] == []


def test_a_headline_without_a_date_is_not_said_to_be_dated() -> None:
    text = (
        "73 Ribu Warga Klaten Belum Rekam e-KTP\n\nPer 30 Juni 2018, 73.412 warga Klaten belum merekam e-KTP."
    )
    assert "as of       no date of its own, and no day of publication is known" in told("73 Ribu", text)
    assert "as of       2018-06-30: dated in the sentence" in told("73.412", text)


def test_the_number_and_its_cue_are_marked() -> None:
    rows = told("897.090").splitlines()
    marked = next(at for at, row in enumerate(rows) if "^" in row)
    start = rows[marked].index("^")
    assert rows[marked - 1][start : start + 7] == "897.090"


def test_control_characters_of_the_article_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in told("897.090", TEXT.replace("Klaten", "Klaten\x1b[31m"))


def test_every_construction_of_the_corpus_is_explained() -> None:
    used = set()
    for article in load_gold(FOLDER / "gold.jsonl"):
        found = trace(read_article(article_text(ARTICLES, article.id), source="-"), TODAY)
        used |= {step.figure.construction for step in found.steps}
    assert used - set(constructions()) == set()


def test_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "artikel.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["why", "artikel.txt", "F2"]) == 0
    assert capsys.readouterr().out.startswith("f2  recorded 897.090 persons\n")
    assert main(["why", "artikel.txt", "f9"]) == 2
    assert capsys.readouterr().err == "extract: artikel.txt: no figure f9; it has f1 to f3\n"
    (tmp_path / "libur.txt").write_text("Kantor camat di Klaten libur besok.", encoding="utf-8")
    assert main(["why", "libur.txt"]) == 0
    assert capsys.readouterr() == ("", "extract: libur.txt: no figures\n")
    with pytest.raises(SystemExit):
        main(["why"])
    assert "required: ARTICLE\n" in capsys.readouterr().err
    assert main(["why", "artikle.txt"]) == 2
    assert "did you mean artikel.txt?" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["why", "-", "f1"]) == 0
    assert "wktp 900.210 persons" in capsys.readouterr().out


def test_an_address_is_not_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "https://contoh.id/a"]) == 2
    assert "https://contoh.id/a: why asks no address; save the page" in capsys.readouterr().err
