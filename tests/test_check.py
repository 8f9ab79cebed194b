"""`extract check`: findings only, in every format, with an exit status."""

import json
from pathlib import Path

import fastjsonschema
import pytest

from extractor.cli import main
from extractor.rulebook import RULES as PAGES

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text())
WRONG = """\
2.871 Warga Kabupaten Kudus Belum Rekam e-KTP

KUDUS - Sebanyak 2.875 warga Kabupaten Kudus belum merekam e-KTP. Dari 512.340 wajib KTP, sebanyak \
509.465 orang sudah merekam.

Kepala dinas menyampaikan hal itu pada Selasa (16/1/2024).
"""
LATER = """\
Perekaman Digenjot

KUDUS - Per 20 Februari 2024 sudah 509.610 warga Kabupaten Kudus merekam e-KTP, 2.401 orang belum merekam.
"""
RIGHT = "Stok Blangko Aman\n\nSebanyak 4.500 keping blangko e-KTP tersedia di Kabupaten Jepara.\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("salah.txt").write_text(WRONG)
    Path("lanjut, 50%.txt").write_text(LATER)
    Path("benar.txt").write_text(RIGHT)
    return tmp_path


def check(capsys, *arguments):
    status = main(["check", *arguments])
    done = capsys.readouterr()
    return status, done.out, done.err


def test_findings_only_and_one_line_of_summary(here, capsys):
    status, out, err = check(capsys, "salah.txt")
    assert status == 1
    assert out.startswith(
        "salah.txt:1:1: error[EK101] repeat-differs: two figures for the same quantity differ: 2.871 and 2.875\n"
    )
    assert "= blame: 2.871; the other figures allow 2.875 (one digit away)" in out
    assert err == "extract: 1 error in 1 article\n"


def test_nothing_found(here, capsys):
    assert check(capsys, "benar.txt") == (0, "", "extract: nothing found in 1 article\n")


def test_findings_between_articles_name_both(here, capsys):
    status, out, err = check(capsys, "salah.txt", "lanjut, 50%.txt", "--select", "EK5")
    assert status == 0  # a note
    assert "note[EK503] implied-total: 509.610 + 2.401 = 512.011 obliged, 512.340 in another article" in out
    assert "::: salah.txt:3:" in out
    assert "wajib KTP, Kabupaten Kudus (33.19), 16 Januari 2024" in out
    assert err == "extract: 1 note in 2 articles\n"


@pytest.mark.parametrize(("fail_on", "status"), [("error", 0), ("warning", 0), ("note", 1)])
def test_exit_status_follows_fail_on(here, capsys, fail_on, status):
    arguments = ("salah.txt", "lanjut, 50%.txt", "--ignore", "EK1", "--fail-on", fail_on)
    assert check(capsys, *arguments)[0] == status


def test_an_input_that_is_not_read_weighs_most_and_the_others_are_checked(here, capsys):
    status, out, err = check(capsys, "salah.txt", "fehlt.txt")
    assert status == 2
    assert "error[EK101]" in out
    assert "fehlt.txt: no such file" in err.lower()


@pytest.mark.parametrize("option", [["--ignore", "EK101"], ["--select", "EK2,EK3"], ["--ignore", "ek1,ek5"]])
def test_select_and_ignore_by_prefix(here, capsys, option):
    assert check(capsys, "salah.txt", *option)[:2] == (0, "")


def test_a_rule_that_has_to_be_named_runs_when_its_whole_code_is_selected(here, capsys):
    assert check(capsys, "benar.txt", "salah.txt", "--select", "EK0")[:2] == (0, "")
    out = check(capsys, "salah.txt", "--select", "EK006")[1]
    assert out == ""
    Path("kabur.txt").write_text("Perekaman Dikebut\n\nSebanyak 12.408 warga belum merekam e-KTP.\n")
    status, out, _ = check(capsys, "kabur.txt", "--select", "EK006", "--fail-on", "note")
    assert status == 1
    assert "note[EK006] unbound-figure: 12.408: no place and no date found" in out


def test_strict_tells_what_was_cut_off(here, capsys):
    Path("potong.txt").write_text(
        "Perekaman di Sleman\n\nSLEMAN - Dari 812.650 wajib KTP di Kabupaten Sleman, 806.914 orang atau 99,30 "
        "persen sudah melakukan perekaman.\n"
    )
    assert check(capsys, "potong.txt")[:2] == (0, "")
    status, out, _ = check(capsys, "potong.txt", "--strict")
    assert status == 0
    assert (
        "note[EK102] rounding-differs: 806.914 of 812.650 is 99,29 percent, not 99,30; within one unit" in out
    )


def test_strict_calls_no_more_wrong(here, capsys):
    strict = check(capsys, "salah.txt", "lanjut, 50%.txt", "--strict")
    assert strict == check(capsys, "salah.txt", "lanjut, 50%.txt")


def test_a_prefix_that_no_rule_has_is_refused(here, capsys):
    with pytest.raises(SystemExit) as stopped:
        check(capsys, "salah.txt", "--select", "EK9")
    assert stopped.value.code == 2
    assert "no rule begins with 'EK9'" in capsys.readouterr().err


def test_the_ignore_file_needs_reasons_and_tells_what_no_longer_matches(here, capsys):
    (finding,) = [
        json.loads(line) for line in check(capsys, "salah.txt", "--format", "jsonl")[1].splitlines()
    ]
    Path("known.txt").write_text(
        f"# checked in March\n{finding['id']}  the desk asked the office\n\n00000000  an old one\n"
    )
    status, out, err = check(capsys, "salah.txt", "--ignore-file", "known.txt")
    assert (status, out) == (0, "")
    assert "known.txt:4: 00000000 names no finding any more (an old one)" in err


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("3f9c1a7e", "known.txt:1: 3f9c1a7e has no reason beside it"),
        ("EK101 all of them", "known.txt:1: 'EK101 all of them' does not begin with the id of a finding"),
    ],
)
def test_a_wrong_ignore_file_is_refused(here, capsys, line, message):
    Path("known.txt").write_text(line + "\n")
    with pytest.raises(SystemExit):
        check(capsys, "salah.txt", "--ignore-file", "known.txt")
    assert message in capsys.readouterr().err


def test_a_missing_ignore_file_is_refused(here, capsys):
    with pytest.raises(SystemExit):
        check(capsys, "salah.txt", "--ignore-file", "known.txt")
    assert "--ignore-file known.txt: no such file" in capsys.readouterr().err.lower()


def test_json_is_one_object(here, capsys):
    _, out, _ = check(capsys, "benar.txt", "salah.txt", "lanjut, 50%.txt", "--format", "json")
    found = json.loads(out)
    assert [len(article["findings"]) for article in found["articles"]] == [0, 1, 0]
    assert found["articles"][1]["findings"][0]["quotes"]["f1"] == "2.871"
    assert (found["articles"][1]["findings"][0]["line"], found["articles"][1]["findings"][0]["column"]) == (
        1,
        1,
    )
    assert [each["code"] for each in found["across"]] == ["EK503"]
    assert [witness["value"] for witness in found["across"][0]["witnesses"]] == [509610, 2401, 512340]


def test_json_of_nothing(here, capsys):
    assert json.loads(check(capsys, "benar.txt", "--format", "json")[1])["across"] == []


def test_sarif_fits_the_published_schema(here, capsys):
    _, out, _ = check(capsys, "benar.txt", "salah.txt", "lanjut, 50%.txt", "--format", "sarif")
    log = json.loads(out)
    fastjsonschema.validate(SCHEMA, log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(PAGES)
    assert all(PAGES[rule["id"]].silence in rule["help"]["text"] for rule in rules)
    first, second = run["results"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "EK101"
    assert first["level"] == "error"
    assert len(first["locations"]) == 1
    region = first["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["snippet"]) == (1, 1, {"text": "2.871"})
    place = second["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "lanjut%2C%2050%25.txt"


def test_sarif_of_nothing_fits_the_schema_too(here, capsys):
    fastjsonschema.validate(SCHEMA, json.loads(check(capsys, "benar.txt", "--format", "sarif")[1]))


def test_github_commands_escape_what_would_end_them(here, capsys):
    _, out, _ = check(capsys, "salah.txt", "lanjut, 50%.txt", "--format", "github")
    first, second = out.splitlines()
    assert first.startswith("::error file=salah.txt,line=1,col=1,title=EK101 repeat-differs::two figures")
    assert second.startswith("::notice file=lanjut%2C 50%25.txt,line=3,")
    assert second.endswith("(salah.txt)")


def test_messages_in_indonesian(here, capsys):
    _, out, _ = check(capsys, "salah.txt", "--lang", "id")
    assert "dua angka untuk hal yang sama berbeda: 2.871 dan 2.875" in out
    assert "diragukan: 2.871; angka lain membolehkan 2.875 (selisih satu digit)" in out


def test_two_processes_find_the_same(here, capsys):
    names = ("salah.txt", "lanjut, 50%.txt", "benar.txt")
    assert check(capsys, *names)[1] == check(capsys, *names, "--jobs", "2")[1]


def test_output_goes_to_a_file(here, capsys):
    status, out, _ = check(capsys, "salah.txt", "--output", "temuan.txt")
    assert (status, out) == (1, "")
    assert "error[EK101]" in Path("temuan.txt").read_text()


def test_the_page_of_a_rule_between_articles(capsys):
    assert main(["rule", "EK503"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("EK503 implied-total (severity: note)")
    assert "* * *" in out


def test_a_reference_table(here, capsys):
    Path("dukcapil.csv").write_text(
        "code,date,indicator,value,source\n33.19,2024-01-16,wktp,512430,Ditjen Dukcapil\n"
    )
    status, out, _ = check(capsys, "salah.txt", "--reference", "dukcapil.csv", "--select", "EK504")
    assert status == 0
    assert (
        "warning[EK504] reference-differs: 512.340 where Ditjen Dukcapil has 512.430: Kabupaten Kudus" in out
    )
    assert "= 512.430 − 512.340 = 90" in out


def test_a_wrong_reference_table_is_refused(here, capsys):
    Path("dukcapil.csv").write_text("code,date,indicator,value,source\n33.19,2024-01-16,wktp,512.430,a\n")
    with pytest.raises(SystemExit):
        check(capsys, "salah.txt", "--reference", "dukcapil.csv")
    message = "--reference dukcapil.csv:2: '512.430' is no whole number in plain digits"
    assert message in capsys.readouterr().err
