"""What is known of the outlets, listed and shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.cli import main
from extractor.outlets.loading import shipped_outlets

OUTLET = """
title = "Kabar Contoh"
hosts = ["contoh.test", "www.contoh.test", "berita.contoh.test", "lama.contoh.test"]
home = ["33", "33.19"]

[article]
paths = ['/\\d{4}/[a-z-]+']
whole_page = "page=all"

[select]
body = [".isi", "article"]

[[listing]]
kind = "feed"
url = "https://contoh.test/feed/"

[[listing]]
kind = "feed"
url = "https://contoh.test/ktp/feed/"

[[listing]]
kind = "search"
url = "https://contoh.test/?s={query}&paged={page}"
links = ["h2 a"]

[[evidence]]
of = "hosts"
how = "stored page"

[[evidence]]
of = "listing feed"
how = "inferred"
note = "what such sites have"

[[evidence]]
of = "listing feed"
how = "inferred"
"""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    (tmp_path / "contoh.toml").write_text(OUTLET, encoding="utf-8")
    return str(tmp_path)


def test_an_outlet_is_listed_in_two_lines(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlets", "--outlet-files", folder]) == 0
    lines = capsys.readouterr().out.splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("contoh "))
    assert lines[at : at + 2] == [
        "contoh  Kabar Contoh (Jawa Tengah, Kabupaten Kudus): "
        "contoh.test, www.contoh.test, berita.contoh.test and 1 more",
        "  2 feed, search | stored page: hosts; inferred: listing feed",
    ]


def test_all_outlets_of_ours_are_listed_with_what_they_rest_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlets"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines[::2]] == sorted(shipped_outlets())
    assert len(shipped_outlets()) >= 5
    assert all(line.startswith("  ") and ": " in line.partition(" | ")[2] for line in lines[1::2])


def test_as_json_an_outlet_has_all_its_parts(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlets", "--outlet-files", folder, "--format", "json"]) == 0
    outlets = json.loads(capsys.readouterr().out)
    assert {each["name"] for each in outlets} == {"contoh", *shipped_outlets()}
    found = next(each for each in outlets if each["name"] == "contoh")
    assert found["home"] == [
        {"code": "33", "name": "Jawa Tengah"},
        {"code": "33.19", "name": "Kabupaten Kudus"},
    ]
    assert found["paths"] == ["/\\d{4}/[a-z-]+"]
    assert [each["kind"] for each in found["listings"]] == ["feed", "feed", "search"]
    assert found["evidence"][1] == {"of": "listing feed", "how": "inferred", "note": "what such sites have"}
    assert main(["outlets", "show", "contoh", "--outlet-files", folder, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == found


def test_one_outlet_is_shown_part_by_part(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlets", "show", "contoh.test", "--outlet-files", folder]) == 0  # by host, too
    said = capsys.readouterr().out
    assert said.startswith("contoh  Kabar Contoh\n")
    parts = [line.split() for line in said.splitlines()]
    for words in (
        ["home", "33", "Jawa", "Tengah"],
        ["whole_page", "page=all"],
        ["select", "body", "=", ".isi"],
        ["listings", "feed", "(new):", "https://contoh.test/feed/"],
        ["search", "(past):", "https://contoh.test/?s={query}&paged={page}"],
        ["evidence", "hosts:", "stored", "page"],
        ["listing", "feed:", "inferred", "-", "what", "such", "sites", "have"],
    ):
        assert words in parts


def test_a_host_of_a_family_is_shown_as_an_outlet_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlets", "show", "jateng.tribunnews.com", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["home"] == [{"code": "33", "name": "Jawa Tengah"}]
    assert all("jateng.tribunnews.com" in each["url"] for each in found["listings"])
    assert found["listings"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "asatu.od"], "no outlet asatu.od; did you mean asatu.id?"),
        (
            ["show", "contoh.example"],
            "no outlet contoh.example; a WordPress site is named like wordpress:contoh.id",
        ),
        (["probe", "asatu.od", "--contact", "a@contoh.test"], "did you mean asatu.id?"),
        (["probe", "asatu.id", "--contact", "nobody"], "neither a mail address nor the address of a page"),
        (["probe", "asatu.id", "--contact", "a@contoh.test", "--query", " "], "--query needs a word"),
        (
            ["probe", "asatu.id", "--contact", "a@contoh.test", "--day", "30-6-2018"],
            "write it like 2018-01-31",
        ),
        (
            ["probe", "asatu.id", "--contact", "a@contoh.test", "--ca-file", "/nowhere/ca.pem"],
            "/nowhere/ca.pem: no such file",
        ),
        (["--outlet-files", "/nowhere/at/all"], "no such file"),
    ],
)
def test_what_cannot_be_is_said(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["outlets", *arguments])
    assert end.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--delay", "0.1"], "--delay below 1 is only for hosts that --connect-to leads elsewhere"),
    ],
)
def test_options_of_the_web_that_cannot_be(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["outlets", "probe", "asatu.id", "--contact", "a@contoh.test", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_file_that_describes_no_outlet_is_named(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(folder, "salah.toml").write_text("title = 'Salah'\nhost = 'x'\nhosts = ['x.test']", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["outlets", "--outlet-files", folder])
    assert "salah.toml: 'host' is no key of an outlet's file" in capsys.readouterr().err
