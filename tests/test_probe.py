"""Outlets tried against their sites: sound ones pass, and each thing that can be wrong fails its own step."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.cli import main
from extractor.probe.evidence import evidence
from extractor.probe.verdict import STEPS, Verdict
from tests.outlet_world import World
from tests.outlet_world.answers import PLAIN, Answer, Ask, page

# trafilatura, which is imported late, loads a part of urllib3 that says what it lacks
pytestmark = pytest.mark.filterwarnings("ignore::urllib3.exceptions.DependencyWarning")

TODAY = dt.date.today()
DAY = TODAY - dt.timedelta(days=10)

Verdicts = dict[tuple[str, str], bool | None]


class Altered(World):
    """The outlets with one thing about them changed: what they are asked, or what they answer."""

    asked: Callable[[Ask], Ask] = staticmethod(lambda ask: ask)
    answered: Callable[[Ask, Answer], Answer] = staticmethod(lambda _, answer: answer)

    def __init__(self) -> None:
        super().__init__(articles=200, faults=False, since=TODAY - dt.timedelta(60), until=TODAY, daily=True)

    def _answer(self, ask: Ask) -> Answer:
        return self.answered(ask, super()._answer(self.asked(ask)))


@pytest.fixture
def world() -> Iterator[Altered]:
    with Altered() as made:
        yield made


def probe(world: World, *arguments: str) -> int:
    options = [
        "--contact",
        "redaksi@contoh.test",
        "--delay",
        "0",
        "--ca-file",
        world.ca_file,
        "--day",
        str(DAY),
    ]
    leads = [part for each in world.connect_to for part in ("--connect-to", each)]
    return main(["outlets", "probe", *arguments, "--outlet-files", world.outlet_folder, *options, *leads])


@pytest.fixture
def verdicts(world: Altered, capsys: pytest.CaptureFixture[str]) -> Callable[[str], Verdicts]:
    """Probes an outlet; gives what each step said of each part, and the exit status agrees with it."""

    def run(name: str) -> Verdicts:
        status = probe(world, name, "--format", "json")
        said = json.loads(capsys.readouterr().out)
        found = {(each["of"], each["step"]): each["passed"] for each in said["verdicts"]}
        assert len(found) == len(said["verdicts"])
        assert status == (1 if False in found.values() else 0)
        return found

    return run


def failing(found: Verdicts) -> set[tuple[str, str]]:
    return {key for key, passed in found.items() if passed is False}


FEED, SITEMAP, TAG = "listing feed", "listing sitemap", "listing tag"
INDEX, REST = "listing dated-index", "listing wordpress"


def test_a_feed_and_a_sitemap_of_a_sound_outlet_pass(verdicts: Callable[[str], Verdicts]) -> None:
    assert verdicts("kabar-satu") == {
        **{(of, step): True for of in (FEED, SITEMAP) for step in ("robots", "links", "new")},
        **{("article", step): True for step in ("robots", "parses", "one-key")},
        ("article", "whole-page"): None,  # its articles have one page
    }


def test_a_dated_index_and_a_tag_of_a_sound_outlet_pass(verdicts: Callable[[str], Verdicts]) -> None:
    assert verdicts("radar-dua") == {
        **{(INDEX, step): True for step in ("robots", "links", "past", "new", "two-days")},
        (INDEX, "pages"): None,  # one page of articles a day, which is shown as page 2 again
        **{(TAG, step): True for step in ("robots", "keyword", "links", "nonsense", "pages")},
        (TAG, "two-keywords"): None,  # nobody tags floods there
        **{("article", step): True for step in ("robots", "parses", "one-key", "whole-page")},
    }


def test_the_rest_interface_of_a_sound_outlet_passes(
    world: Altered, verdicts: Callable[[str], Verdicts]
) -> None:
    world.asked = lambda ask: replace(
        ask, query={key: value.replace("banjir", "hujan lebat") for key, value in ask.query.items()}
    )
    found = verdicts("suara-tiga")
    assert {step: passed for (of, step), passed in found.items() if of == REST} == dict.fromkeys(
        ("robots", "keyword", "links", "nonsense", "two-keywords", "pages"), True
    )
    assert not failing(found)


@pytest.mark.parametrize("name", ["kabar-satu", "radar-dua", "suara-tiga"])
def test_few_requests_each_once_and_none_that_is_forbidden(world: Altered, name: str) -> None:
    probe(world, name)
    urls = [each.url for each in world.log]
    assert len(urls) == len(set(urls)) <= 12
    assert world.trespasses() == []
    assert all("redaksi@contoh.test" in each.user_agent for each in world.log)


def forgetting(*names: str) -> Callable[[Ask], Ask]:
    """A site that does not look at some of the parameters."""
    return lambda ask: replace(ask, query={k: v for k, v in ask.query.items() if k not in names})


def instead(path: str, *, title: str = "Just a moment...") -> Callable[[Ask, Answer], Answer]:
    """A site that shows a challenge in the place of one page."""
    text = f"<!DOCTYPE html><title>{title}</title><h1>contoh.test</h1><p>Checking your browser.</p>"
    return lambda ask, answer: page(text) if ask.path.startswith(path) else answer


def in_pages(pattern: str, other: str, where: str) -> Callable[[Ask, Answer], Answer]:
    """A site whose pages below a path have something else in the place of what a pattern finds."""

    def change(ask: Ask, answer: Answer) -> Answer:
        if not ask.path.startswith(where) or not isinstance(answer.body, bytes):
            return answer
        return replace(answer, body=re.sub(pattern, other, answer.body.decode()).encode())

    return change


def robots(text: str) -> Callable[[Ask, Answer], Answer]:
    return lambda ask, answer: Answer(text.encode(), PLAIN) if ask.path == "/robots.txt" else answer


@pytest.mark.parametrize(
    ("name", "asked", "steps"),
    [
        pytest.param(
            "suara-tiga",
            forgetting("search"),
            {(REST, "nonsense"), (REST, "two-keywords")},
            id="a search that ignores its query",
        ),
        pytest.param("suara-tiga", forgetting("page"), {(REST, "pages")}, id="page 2 that repeats page 1"),
        pytest.param(
            "radar-dua", forgetting("date"), {(INDEX, "two-days")}, id="an index that heeds no date"
        ),
    ],
)
def test_a_site_that_does_not_heed_what_it_is_asked(
    world: Altered,
    verdicts: Callable[[str], Verdicts],
    name: str,
    asked: Callable[[Ask], Ask],
    steps: set[tuple[str, str]],
) -> None:
    world.asked = asked
    assert failing(verdicts(name)) == steps


@pytest.mark.parametrize(
    ("name", "answered", "steps"),
    [
        pytest.param(
            "suara-tiga",
            robots("User-agent: *\nDisallow: /wp-json/\n"),
            {(REST, "robots")},
            id="robots.txt forbids the search",
        ),
        pytest.param(
            "suara-tiga",
            robots("User-agent: cekangka\nDisallow: /20\n"),
            {("article", "robots")},
            id="articles",
        ),
        pytest.param(
            "suara-tiga", instead("/feed/"), {(FEED, "links"), (FEED, "new")}, id="a feed that is a challenge"
        ),
        pytest.param("suara-tiga", instead("/20"), {("article", "parses")}, id="articles behind a challenge"),
        pytest.param(
            "suara-tiga",
            in_pages("entry-content", "isi", "/20"),
            {("article", "parses")},
            id="selectors that match no body",
        ),
        pytest.param(
            "suara-tiga",
            in_pages("entry-title", "judul", "/20"),
            {("article", "parses")},
            id="selectors that match no title",
        ),
        pytest.param(
            "suara-tiga",
            in_pages(
                r'rel="canonical" href="[^"]*"', 'rel="canonical" href="https://suara-tiga.test/"', "/20"
            ),
            {("article", "one-key")},
            id="a canonical address of something else",
        ),
    ],
)
def test_a_site_that_answers_otherwise(
    world: Altered,
    verdicts: Callable[[str], Verdicts],
    name: str,
    answered: Callable[[Ask, Answer], Answer],
    steps: set[tuple[str, str]],
) -> None:
    world.answered = answered
    assert failing(verdicts(name)) == steps


def test_all_pages_at_once_that_are_only_the_first(
    world: Altered, verdicts: Callable[[str], Verdicts]
) -> None:
    world.asked = lambda ask: replace(
        ask, query={key: value for key, value in ask.query.items() if value != "all"}
    )
    assert failing(verdicts("radar-dua")) == {("article", "whole-page")}


@pytest.mark.parametrize("amp", ["/amp", "/amp/lain"])
def test_the_amp_address_that_a_page_names(
    world: Altered, verdicts: Callable[[str], Verdicts], amp: str
) -> None:
    site = f"https://radar-dua.test{amp}"
    world.answered = in_pages(
        r'(<link rel="canonical" href=")https://radar-dua.test([^"]*">)',
        rf'\1https://radar-dua.test\2<link rel="amphtml" href="{site}\2',
        "/",
    )
    assert failing(verdicts("radar-dua")) == (set() if amp == "/amp" else {("article", "one-key")})


def test_addresses_of_another_form_than_the_outlets_file_says(
    world: Altered, verdicts: Callable[[str], Verdicts]
) -> None:
    file = Path(world.outlet_folder) / "suara-tiga.toml"
    file.write_text(
        re.sub(r"paths = .*", "paths = ['/berita/.*']", file.read_text(encoding="utf-8")), encoding="utf-8"
    )
    found = verdicts("suara-tiga")
    assert failing(found) == {(FEED, "links"), (FEED, "new"), (REST, "links"), (REST, "keyword")}
    assert {key for key, passed in found.items() if passed is None} == {
        *((REST, step) for step in ("nonsense", "two-keywords", "pages")),
        ("article", "parses"),
    }


def test_old_news_only(world: Altered, verdicts: Callable[[str], Verdicts]) -> None:
    site = next(site for site in world.outlets if site.host == "kabar-satu.test")
    site.articles = {key: a for key, a in site.articles.items() if a.day < TODAY - dt.timedelta(days=7)}
    assert failing(verdicts("kabar-satu")) == {(FEED, "new"), (SITEMAP, "new")}


@pytest.mark.parametrize("how", ["503", "closed"])
def test_a_site_that_does_not_answer(world: Altered, capsys: pytest.CaptureFixture[str], how: str) -> None:
    world.failing_host, world.failing_how = "suara-tiga.test", how
    assert probe(world, "suara-tiga") == 2
    said = capsys.readouterr()
    assert "FAIL  robots" in said.out
    assert "no answer from suara-tiga.test" in said.err


def test_a_page_that_is_not_there_for_nonsense_is_as_good_as_an_empty_one(
    world: Altered, verdicts: Callable[[str], Verdicts]
) -> None:
    world.answered = instead("/tag/xqzvkwj", title="Halaman tidak ditemukan")
    assert verdicts("radar-dua")[TAG, "nonsense"] is True
    world.answered = instead("/tag/xqzvkwj")
    assert verdicts("radar-dua")[TAG, "nonsense"] is False


def test_every_step_is_told_with_its_reason(world: Altered, capsys: pytest.CaptureFixture[str]) -> None:
    assert probe(world, "suara-tiga") == 0
    said = capsys.readouterr().out
    lines = [re.split(r"\s{2,}", line.strip(), maxsplit=2) for line in said.splitlines() if line[:2] == "  "]
    assert {step for _, step, _ in lines} <= STEPS.keys()
    assert {mark for mark, *_ in lines} == {"pass", "?"}
    assert re.search(r"20 of 20 articles name e-KTP", said)
    assert re.search(r"characters by the outlet's selectors", said)
    assert "[[evidence]]" not in said


def test_what_passed_is_given_as_lines_for_the_outlets_file(
    world: Altered, capsys: pytest.CaptureFixture[str]
) -> None:
    world.answered = instead("/feed/")
    assert probe(world, "suara-tiga", "--evidence") == 1
    lines = "".join(capsys.readouterr().out.partition("[[evidence]]")[1:])
    file = Path(world.outlet_folder, "suara-tiga.toml").read_text(encoding="utf-8")
    added = tomllib.loads(f"{file}\n{lines}")["evidence"][1:]  # behind the one that the file has
    # neither the feed, nor the paths, which its links count against
    assert [each["of"] for each in added] == ["listing wordpress", "select", "article key"]
    assert {each["how"] for each in added} == {"probed live"}
    days = (TODAY, dt.date.today())  # midnight may pass while the tests run
    assert all(each["note"].startswith(tuple(f"{day}: " for day in days)) for each in added)


@settings(max_examples=50)
@given(told=st.text(), url=st.text(), of=st.sampled_from(["listing feed", "article"]))
def test_evidence_is_toml_whatever_the_site_says(told: str, url: str, of: str) -> None:
    verdicts = [Verdict(step, of, url, True, told) for step in ("new", "links", "parses")]
    tables = tomllib.loads(evidence(verdicts, TODAY))["evidence"]
    assert {each["of"] for each in tables} == {"paths", "listing feed" if of == "listing feed" else "select"}
    assert all(each["note"].startswith(f"{TODAY}: ") for each in tables)


@contextmanager
def ended() -> Iterator[None]:
    with pytest.raises(SystemExit) as end:
        yield
    assert end.value.code == 2


def test_nobody_is_asked_without_a_contact(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CEKANGKA_CONTACT", raising=False)
    with ended():
        main(["outlets", "probe", "asatu.id"])
    assert "--contact" in capsys.readouterr().err


def test_a_family_is_probed_host_by_host(capsys: pytest.CaptureFixture[str]) -> None:
    with ended():
        main(["outlets", "probe", "disdukcapil", "--contact", "a@contoh.test"])
    assert "name one of its hosts" in capsys.readouterr().err
