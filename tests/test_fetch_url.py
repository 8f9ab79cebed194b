"""`extract URL` on pages in the shape of real outlets, on loopback under their own names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.cli import main
from tests.outlet_world import ShapedArticle, World, shaped_articles
from tests.web import Given, serving

UNKNOWN = {"m.solopos.com"}  # hosts of whose pages nobody knows the markup: the general extraction reads them


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with World(2, 0.01, faults=False) as made:
        yield made


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def asking(world: World) -> list[str]:
    led = [part for each in world.connect_to for part in ("--connect-to", each)]
    return ["--delay", "0.01", "--timeout", "5", "--ca-file", world.ca_file, *led]


def told(found: dict[str, object]) -> list[tuple[object, ...]]:
    """What a report's figures tell, wherever in the text they stand."""
    keys = ("id", "indicator", "value", "unit", "place", "as_of", "section", "construction", "sure")
    figures: list[dict[str, object]] = found["figures"]  # type: ignore[assignment]
    return [tuple(figure[key] for key in keys) for figure in figures]


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main([*arguments, "--format", "jsonl"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found: dict[str, object] = json.loads(line)
    return found


@pytest.mark.parametrize("shaped", shaped_articles(), ids=lambda shaped: f"{shaped.host}{shaped.path}")
def test_a_page_gives_what_its_text_gives_as_a_file(
    shaped: ShapedArticle, world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fetched = report(capsys, shaped.url, *asking(world))
    file = tmp_path / "artikel.txt"
    file.write_text("\n\n".join([shaped.article.title, *shaped.article.paragraphs]), encoding="utf-8")
    read = report(capsys, str(file), "--url", shaped.url, "--published", shaped.article.day.isoformat())
    assert fetched["article"]["title"] == shaped.article.title  # type: ignore[index]
    if shaped.host not in UNKNOWN:
        assert fetched["article"]["text"].split("\n\n") == [shaped.article.title, *shaped.article.paragraphs]  # type: ignore[index]
    assert fetched["article"]["published"]["start"] == shaped.article.day.isoformat()  # type: ignore[index]
    assert fetched["article"]["retrieved"] is not None  # type: ignore[index]
    assert told(fetched) == told(read)
    assert told(fetched)
    assert [f["id"] for f in fetched["findings"]] == [f["id"] for f in read["findings"]]  # type: ignore[attr-defined,index]


def test_files_and_addresses_are_read_in_their_order_and_a_failure_stays_alone(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = shaped_articles()[:2]
    file = tmp_path / "a.txt"
    file.write_text(first.text, encoding="utf-8")
    inputs = [second.url, str(file), "https://asatu.id/2018/01/01/tidak-ada/", "http://127.0.0.1/rahasia"]
    assert main([*inputs, *asking(world), "--format", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert [json.loads(line)["article"]["source"] for line in out.splitlines()] == [second.url, str(file)]
    assert "https://asatu.id/2018/01/01/tidak-ada/: the server answers 404" in err
    assert "http://127.0.0.1/rahasia: is not asked: the host is loopback" in err


def test_a_page_asked_for_twice_is_taken_from_the_cache(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    url = next(url for url, article in world.allowed_articles().items() if article.id % 7)  # with an ETag
    one = report(capsys, url, *asking(world))
    seen = len(world.log)
    two = report(capsys, url, *asking(world))
    assert one["figures"] == two["figures"]
    assert {each.status for each in world.log[seen:] if each.article} == {304}


def test_the_outlet_may_not_be_asked_too_fast(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["https://asatu.id/2018/09/18/a/", "--delay", "0.1"]) == 2
    assert "--delay below 1 is only for hosts that --connect-to leads elsewhere" in capsys.readouterr().err


def test_a_front_page_is_no_article(capsys: pytest.CaptureFixture[str]) -> None:
    front = "<html><body><p>Sebanyak 2.319 warga Kabupaten Kudus belum rekam e-KTP.</p></body></html>" * 9
    answers = {"/": Given(front.encode()), "/hilang": Given(status=301, headers={"Location": "/"})}
    with serving(answers) as server:
        led = [
            f"{host}:{port}:{to}:{at}" for (host, port), (to, at) in server.connect_to("contoh.id").items()
        ]
        options = ["--delay", "0.01", *(part for each in led for part in ("--connect-to", each))]
        for url in ("http://contoh.id/", "http://contoh.id/hilang"):
            assert main([url, *options]) == 2
            out, err = capsys.readouterr()
            assert not out
            assert f"{url}: the front page of contoh.id, no article" in err
