from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from extractor.evaluation.gold import (
    GoldError,
    article_text,
    load_gold,
    parse_article,
)
from extractor.evaluation.run import run_eval
from extractor.evaluation.scoring import Scores, Tally, score
from extractor.evaluation.show import show
from extractor.report import (
    ArticleInfo,
    DateRange,
    Extent,
    Figure,
    Finding,
    GeneratedBy,
    Level,
    Period,
    Place,
    PlaceCandidate,
    Report,
    Severity,
    Span,
)

KUDUS, JATI = "33.19", "33.19.03"


def said(indicator: str, value: float, code: str | None = KUDUS, **more: Any) -> dict[str, Any]:
    """An annotated figure."""
    row = {"indicator": indicator, "value": value, "unit": "persons", "code": code, "level": "regency"}
    return row | more


def gold(
    *figures: dict[str, Any], expect: tuple[tuple[str | None, str], ...] = (), name: str = "a"
) -> dict[str, Any]:
    contradictions = [{"code": code, "expect": what} for code, what in expect]
    return {"id": name, "figures": list(figures), "contradictions": contradictions}


def place(code: str | None, level: Level | None = "regency", candidates: tuple[str, ...] = ()) -> Place:
    units = [PlaceCandidate(code=each, name=each, level="regency") for each in candidates]
    return Place(code=code, name=code, level=level, candidates=units)


def period(start: str | None, end: str | None = None, source: Any = "text", *more: str) -> Period:
    ranges = [DateRange.model_validate({"start": day, "end": day}) for day in more]
    return Period.model_validate(
        {"start": start, "end": end or start, "precision": "day", "source": source, "candidates": ranges}
    )


def read(
    indicator: Any,
    value: float,
    where: Place | None = None,
    unit: Any = "persons",
    when: Period | None = None,
) -> Figure:
    """A reported figure, in Kudus unless said otherwise."""
    return Figure(
        value=value,
        low=value,
        high=value,
        unit=unit,
        id="f1",
        indicator=indicator,
        place=where if where is not None else place(KUDUS),
        as_of=when,
        span=Span(start=0, end=4, text="Ada "),
        sentence=Extent(start=0, end=8),
        section="body",
        construction="count-before-cue",
    )


def report(*figures: Figure, findings: tuple[tuple[str, Severity], ...] = ()) -> Report:
    return Report(
        generated_by=GeneratedBy(version="0", patterns_sha256=""),
        article=ArticleInfo(source="a.txt", text="Ada kabar.", sha256="", source_sha256=""),
        figures=list(figures),
        records=[],
        findings=[
            Finding(id=str(number), code=code, name=code, severity=severity, message=code)
            for number, (code, severity) in enumerate(findings)
        ],
    )


def scored(annotation: dict[str, Any], *figures: Figure, **more: Any) -> Scores:
    return score({annotation["id"]: report(*figures, **more)}, [parse_article(annotation)])


@pytest.mark.parametrize(
    ("annotated", "reported", "hits", "misses", "false"),
    [
        pytest.param([said("wktp", 800)], [read("wktp", 800)], 1, 0, 0, id="the same"),
        pytest.param([said("wktp", 800)], [read("wktp", 801)], 0, 1, 1, id="another value"),
        pytest.param([said("wktp", 800)], [read("wktp", 800.00004)], 1, 0, 0, id="beyond four decimals"),
        pytest.param([said("wktp", 800)], [read("wktp", 800)] * 3, 1, 0, 0, id="mentions count once"),
        pytest.param([said("wktp", 800), said("wktp", 800)], [read("wktp", 800)], 1, 0, 0, id="gold too"),
        pytest.param([said("recorded", 90)], [read("recorded", 90, unit="percent")], 0, 1, 1, id="unit"),
        pytest.param(
            [said("printed", 70)], [read("printed", 70, unit="cards")], 1, 0, 0, id="cards as people"
        ),
        pytest.param(
            [said("blanks", 70)], [read("blanks", 70, unit="cards")], 0, 1, 1, id="blanks are cards"
        ),
        pytest.param([], [read("other", 5), read("added", 6)], 0, 0, 0, id="unscored reports"),
        pytest.param([said("other:queue", 5), said("added", 6)], [], 0, 0, 0, id="unscored gold"),
        pytest.param(
            [said("other:queue", 5)], [read("unrecorded", 5)], 0, 0, 1, id="unscored read as scored"
        ),
    ],
)
def test_figures(
    annotated: list[dict[str, Any]], reported: list[Figure], hits: int, misses: int, false: int
) -> None:
    assert scored(gold(*annotated), *reported).figures == Tally(hits, misses, false)


OWNED = said("owned", 641, alt_indicator="recorded")
VOTERS = said("other:voters", 10, alt_indicator="unrecorded")
LINK = said("wktp", 9, boilerplate=True)


@pytest.mark.parametrize(
    ("annotated", "reported", "tally"),
    [
        pytest.param(OWNED, [read("owned", 641)], Tally(1, 0, 0), id="main"),
        pytest.param(OWNED, [read("recorded", 641)], Tally(1, 0, 0), id="alternative"),
        pytest.param(OWNED, [read("recorded", 641), read("owned", 641)], Tally(1, 0, 0), id="both"),
        pytest.param(OWNED, [read("unrecorded", 641)], Tally(0, 1, 1), id="neither"),
        pytest.param(VOTERS, [], Tally(), id="alternative of other may be absent"),
        pytest.param(VOTERS, [read("unrecorded", 10)], Tally(), id="alternative of other may be there"),
        pytest.param(LINK, [], Tally(), id="boilerplate may be absent"),
        pytest.param(LINK, [read("wktp", 9)], Tally(), id="boilerplate may be there"),
    ],
)
def test_either_is_right(annotated: dict[str, Any], reported: list[Figure], tally: Tally) -> None:
    scores = scored(gold(annotated), *reported)
    assert scores.figures == tally
    assert scores.placeless == tally


@pytest.mark.parametrize(
    ("annotated", "where", "right"),
    [
        (said("wktp", 8), place(KUDUS), True),
        (said("wktp", 8), place(JATI, "district"), False),
        (said("wktp", 8), place(None, None, candidates=(KUDUS, "33.18")), False),
        (said("wktp", 8, None, level="village"), place("33.19.03.2001", "village"), True),
        (said("wktp", 8, None, level="village"), place(None, None), True),
        (said("wktp", 8, None, level="village"), place(JATI, "district"), False),
        (said("wktp", 8, None, level=None), place(JATI, "district"), False),
    ],
)
def test_places(annotated: dict[str, Any], where: Place, right: bool) -> None:
    scores = scored(gold(annotated), read("wktp", 8, where))
    assert scores.figures == Tally(right, not right, not right)
    assert scores.placeless == Tally(1, 0, 0)
    assert (scores.places.right, scores.places.total) == (right, 1)


@pytest.mark.parametrize(
    ("wanted", "when", "right"),
    [
        ("2018-12", period("2018-07-01", "2018-12-31"), True),
        ("2018-07-01", period("2018-07-01", "2018-12-31"), True),
        ("2018-08", period("2018-07-01", "2018-12-31"), False),
        ("2018", period("2018-08-28"), True),
        ("2018-08-28", period(None, None, "statement", "2012-08-28", "2018-08-28"), True),
        ("2018-08-28", None, False),
    ],
)
def test_dates(wanted: str, when: Period | None, right: bool) -> None:
    scores = scored(gold(said("wktp", 8, as_of=wanted)), read("wktp", 8, when=when))
    assert (scores.as_of.right, scores.as_of.total) == (right, 1)
    assert scores.as_of_asserted.total == 0


@pytest.mark.parametrize(
    ("when", "asserted"),
    [
        (None, False),
        (period("2018-08-28", source="statement"), False),
        (period("2018-08-28"), True),
        (period(None, None, "text", "2012-08-28"), False),
    ],
)
def test_a_date_from_nowhere(when: Period | None, asserted: bool) -> None:
    scores = scored(gold(said("wktp", 8)), read("wktp", 8, when=when))
    assert (scores.as_of_asserted.right, scores.as_of_asserted.total) == (asserted, 1)
    assert scores.as_of.total == 0


@pytest.mark.parametrize(
    ("expect", "findings", "found", "accused"),
    [
        ((("EK101", "finding"),), (("EK101", "error"),), 1, []),
        ((("EK101", "finding"),), (("EK101", "warning"),), 1, []),
        ((("EK101", "finding"),), (("EK101", "note"),), 0, []),
        ((("EK101", "finding"),), (("EK201", "error"),), 0, []),
        ((("EK101", "finding"), ("EK201", "finding")), (("EK201", "error"),), 1, []),
        ((("EK101", "either"),), (("EK101", "error"),), 0, []),
        (((None, "silent"),), (("EK101", "error"),), 0, ["a"]),
        (((None, "silent"),), (("EK101", "warning"),), 0, []),
        ((), (("EK007", "error"),), 0, ["a"]),
    ],
)
def test_contradictions(
    expect: tuple[tuple[str | None, str], ...],
    findings: tuple[tuple[str, Severity], ...],
    found: int,
    accused: list[str],
) -> None:
    scores = scored(gold(expect=expect), findings=findings)
    assert scores.contradictions.right == found
    assert scores.accused == accused


def test_either_is_left_out_and_counted_nowhere() -> None:
    scores = scored(gold(expect=(("EK301", "either"), (None, "silent"))), findings=(("EK301", "error"),))
    assert (scores.left_out, scores.consistent, scores.contradictions.total) == (["a"], 0, 0)


@pytest.mark.parametrize(
    ("figures", "loud"),
    [([], []), ([read("other", 5)], []), ([read("unrecorded", 10)], []), ([read("unrecorded", 11)], ["a"])],
)
def test_articles_without_figures(figures: list[Figure], loud: list[str]) -> None:
    assert scored(gold(VOTERS), *figures).loud == loud


def test_counts_by_indicator_and_construction() -> None:
    scores = scored(gold(said("wktp", 8), said("recorded", 7)), read("wktp", 8), read("unrecorded", 1))
    assert scores.by_indicator == {"wktp": Tally(1), "recorded": Tally(0, 1), "unrecorded": Tally(0, 0, 1)}
    assert scores.by_construction == {"count-before-cue": Tally(1, 0, 1)}


def test_ratios() -> None:
    tally = Tally(hits=6, misses=2, false=4)
    assert (tally.precision, tally.recall, round(tally.f1, 4)) == (0.6, 0.75, 0.6667)
    assert Tally().f1 == 1.0


def test_details_tell_what_was_read_instead() -> None:
    annotation = gold(said("wktp", 800, raw="800"), expect=(("EK101", "finding"),))
    reports = {"a": report(read("population", 800))}
    out = io.StringIO()
    show(score(reports, [parse_article(annotation)]), reports, out, verbose=True)
    assert (
        "missed    wktp 800 persons 33.19 raw='800'\n      read as population 800 persons" in out.getvalue()
    )
    assert "false hit population 800 persons [33.19 33.19] by count-before-cue at 0-4" in out.getvalue()
    assert "not found EK101" in out.getvalue()


def test_the_address_line_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Judul\nURL: https://contoh.id/1\n\nIsi berita.\n", encoding="utf-8")
    assert article_text(tmp_path, "a") == "Judul\n\nIsi berita.\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "gold.jsonl: holds no annotated article"),
        ("{\n", "gold.jsonl: line 1 is not JSON"),
        ('\n{"id": "a", "figures": []}\n', "line 2 is no annotated article: it has no 'contradictions'"),
        ("[]", "line 1 is no annotated article: a value is of the wrong type"),
        (
            json.dumps(gold() | {"published": "kemarin"}),
            "line 1 is no annotated article: published is 'kemarin'",
        ),
        (json.dumps(gold(expect=(("EK101", "maybe"),))), "line 1 is no annotated article: expect is 'maybe'"),
        ("\n".join([json.dumps(gold())] * 2), "line 2: article a stands in the file twice"),
    ],
)
def test_malformed_annotation(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        load_gold(path)


def test_a_line_ends_only_at_a_line_feed(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(gold(name="a\u2028b"), ensure_ascii=False) + "\r\n", encoding="utf-8")
    assert [article.id for article in load_gold(path)] == ["a\u2028b"]


def test_missing_files_are_named_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold(name="kudus")), encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "kudu.txt").write_text("Judul", encoding="utf-8")
    (tmp_path / "latin.jsonl").write_bytes(b"\xff\xff")
    cases = {
        ("gld.jsonl", "texts"): f"gld.jsonl: no such file; did you mean {tmp_path}/gold.jsonl?",
        ("texts", "texts"): "texts: is a directory",
        ("latin.jsonl", "texts"): "latin.jsonl: is not UTF-8 text",
        ("gold.jsonl", "text"): f"text: no such folder; did you mean {tmp_path}/texts?",
        ("gold.jsonl", "gold.jsonl"): "gold.jsonl: is a file, not the folder with the texts",
        ("gold.jsonl", "texts"): f"kudus.txt: no such file; did you mean {tmp_path}/texts/kudu.txt?",
    }
    for (name, texts), message in cases.items():
        with pytest.raises(GoldError, match=re.escape(message) + "$"):
            run_eval(tmp_path / name, tmp_path / texts, stream=io.StringIO())


def test_a_text_that_is_no_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold()), encoding="utf-8")
    (tmp_path / "a.txt").write_text(" \n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.txt: the input is empty"):
        run_eval(tmp_path / "gold.jsonl", tmp_path, stream=io.StringIO())
