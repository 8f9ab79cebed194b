"""The output formats, on reports built by hand."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.output import form, notation
from extractor.output.json import schema
from extractor.output.lines import Lines
from extractor.output.terminal import Style, clean, shorten, wants_colour, width
from extractor.report import (
    Allowed,
    ArticleInfo,
    DateRange,
    Extent,
    Figure,
    Finding,
    GeneratedBy,
    Period,
    Place,
    PlaceCandidate,
    Record,
    RecordValue,
    Report,
    Span,
)

KUDUS = Place(
    code="33.19",
    name="Kabupaten Kudus",
    level="regency",
    province="Jawa Tengah",
    source="text",
    candidates=[],
)
DAY = dt.date(2024, 1, 16)
JANUARY = Period(start=DAY, end=DAY, precision="day", source="statement")
TEXT = (
    "4.871 Warga Tercatat Belum Merekam\n\n"
    "Dari 512.340 wajib KTP di kabupaten itu, menurut kepala dinas pada pekan lalu, 507.465 sudah merekam "
    "atau 99,05 persen.\n"
    "Dengan begitu masih ada 4.875 orang yang ditunggu di kantor kecamatan.\n"
)


def figure(text: str, name: str, printed: str, **known: Any) -> Figure:
    """The figure that `printed` is in the text; what is not said of it is as in most articles."""
    start = text.index(printed)
    line = Lines(text).bounds(start)
    digits = printed.replace(".", "").replace(",", ".")
    value = known.pop("value", None) or (float(digits) if "." in digits else int(digits))
    return Figure(
        id=name,
        value=value,
        **{
            "low": value,
            "high": value,
            "indicator": "unrecorded",
            "unit": "persons",
            "place": KUDUS,
            "as_of": JANUARY,
            "span": Span(start=start, end=start + len(printed), text=printed),
            "sentence": Extent(start=line[0], end=line[1]),
            "section": "title" if start < text.index("\n") else "body",
            "construction": "count-before-cue",
            **known,
        },
    )


def entry(*figures: Figure) -> RecordValue:
    first = figures[0]
    return RecordValue(
        value=first.value,
        low=first.low,
        high=first.high,
        unit=first.unit,
        figures=[member.id for member in figures],
    )


def report(text: str = TEXT, **known: Any) -> Report:
    article = ArticleInfo(
        source=known.pop("source", "kudus.txt"),
        url=known.pop("url", None),
        outlet="contoh.id",
        title=known.pop("title", text.partition("\n")[0]),
        text=text,
        sha256="a" * 64,
        source_sha256="b" * 64,
        published=known.pop("published", None),
    )
    parts: dict[str, Any] = {"figures": [], "records": [], "findings": [], **known}
    return Report(
        generated_by=GeneratedBy(version="0.1.0", patterns_sha256="c" * 64), article=article, **parts
    )


def kudus(**known: Any) -> Report:
    """An article whose title and body differ by four people."""
    title = figure(TEXT, "f1", "4.871")
    whole = figure(TEXT, "f2", "512.340", indicator="wktp")
    done = figure(TEXT, "f3", "507.465", indicator="recorded")
    share = figure(TEXT, "f4", "99,05", indicator="recorded", unit="percent")
    body = figure(TEXT, "f5", "4.875")
    values = {
        "wktp": [entry(whole)],
        "recorded": [entry(done)],
        "recorded_percent": [entry(share)],
        "unrecorded": [entry(body), entry(title)],
    }
    finding = Finding(
        id="3f9c1a7e",
        code="EK101",
        name="repeat-differs",
        severity="error",
        message="two figures for the same quantity differ: 4.871 and 4.875",
        arithmetic=["512.340 − 507.465 = 4.875"],
        figures=["f1", "f2", "f3", "f5"],
        blame=[["f1"]],
        allows=[Allowed(figure="f1", low=4875, high=4875)],
        slip="one-digit",
    )
    return report(
        figures=[title, whole, done, share, body],
        records=[Record(place=KUDUS, as_of=JANUARY, values=values)],
        **{"findings": [finding], **known},
    )


def table(name: str, of: Report) -> list[dict[str, str]]:
    pieces = form("csv", table=name)
    return list(csv.DictReader(io.StringIO(pieces.opening + pieces.render(of), newline="")))


# text


def test_text_shows_records_and_findings_below() -> None:
    assert form("text").render(kudus()) == (
        'kudus.txt  "4.871 Warga Tercatat Belum Merekam"\n'
        "  Kabupaten Kudus (33.19) · 16 Januari 2024\n"
        "    wajib KTP    512.340\n"
        "    sudah rekam  507.465\n"
        "    sudah rekam  99,05 %\n"
        "    belum rekam    4.875   (also printed: 4.871)\n"
        "\n"
        "kudus.txt:1:1: error[EK101] repeat-differs: two figures for the same quantity differ: "
        "4.871 and 4.875\n"
        "  |\n"
        "1 | 4.871 Warga Tercatat Belum Merekam\n"
        "  | ^^^^^ belum rekam, title\n"
        "  |\n"
        "3 | Dari 512.340 wajib KTP di kabupaten itu, menurut kepala dinas pada pekan lalu, 507.465 sudah …\n"
        "  |      -------                                                                   ------- sudah rekam, body\n"
        "  |      wajib KTP, body\n"
        "  |\n"
        "4 | Dengan begitu masih ada 4.875 orang yang ditunggu di kantor …\n"
        "  |                         ----- belum rekam, body\n"
        "  = 512.340 − 507.465 = 4.875\n"
        "  = blame: 4.871; the other figures allow 4.875 (one digit away)\n"
        "  = id: 3f9c1a7e   more: extract rule EK101\n"
        "\n"
    )


def test_text_without_figures_is_one_line_more() -> None:
    assert form("text").render(report("Harga cabai naik\n\nWarga mengeluh.", figures=[])) == (
        'kudus.txt  "Harga cabai naik"\n  no figures\n\n'
    )


def test_a_tie_names_no_culprit_and_shows_what_each_would_need() -> None:
    text = "Rekam KTP\n\nBaru 15 persen, atau 91.000 dari 640.000 warga, yang sudah."
    share = figure(text, "f1", "15", unit="percent", indicator="recorded")
    part = figure(text, "f2", "91.000", indicator="recorded")
    finding = Finding(
        id="00",
        code="EK202",
        name="share",
        severity="warning",
        message="91.000 is 14,2 percent, not 15",
        figures=["f1", "f2"],
        blame=[["f1"], ["f2"]],
        allows=[Allowed(figure="f1", low=14.1, high=14.3), Allowed(figure="f2", low=95000, high=97000)],
    )
    lines = form("text").render(report(text, figures=[share, part], findings=[finding])).splitlines()
    assert "^" not in "".join(lines)
    tie = lines.index("  = any one of these would mend it:")
    assert lines[tie + 1 : tie + 3] == [
        "  =   15 %; the other figures allow 14,1 … 14,3 %",
        "  =   91.000; the other figures allow 95.000 … 97.000",
    ]


def test_a_finding_about_a_date_marks_its_span() -> None:
    text = "Rekam KTP\n\nData per 31 Juni 2019 memuat itu."
    span = Span(start=text.index("31"), end=text.index(" memuat"), text="31 Juni 2019")
    finding = Finding(
        id="00", code="EK005", name="impossible-date", severity="error", message="no such day", spans=[span]
    )
    lines = form("text").render(report(text, findings=[finding])).splitlines()
    assert lines[3] == "kudus.txt:3:10: error[EK005] impossible-date: no such day"
    assert lines[5:7] == ["3 | Data per 31 Juni 2019 memuat itu.", "  |          ^^^^^^^^^^^^"]


def marked(text: str, *figures: Figure, blame: str = "") -> list[str]:
    """The lines that show the figures of one finding."""
    finding = Finding(
        id="0",
        code="EK201",
        name="x",
        severity="error",
        message="m",
        figures=[each.id for each in figures],
        blame=[[blame]] if blame else [],
    )
    lines = form("text").render(report(text, figures=list(figures), findings=[finding])).splitlines()
    start = next(i for i, line in enumerate(lines) if "error[EK201]" in line)
    return [line for line in lines[start + 1 :] if " | " in line]


def test_figures_close_together_share_their_line() -> None:
    text = "Judul\n\nDari 90.100 wajib KTP, 80.000 (88,7 persen) merekam."
    figures = [
        figure(text, "f1", "90.100", indicator="wktp"),
        figure(text, "f2", "80.000", indicator="recorded"),
        figure(text, "f3", "88,7", indicator="recorded", unit="percent"),
    ]
    assert marked(text, *figures, blame="f2") == [
        "3 | Dari 90.100 wajib KTP, 80.000 (88,7 persen) merekam.",
        "  |      ------            ^^^^^^  ---- sudah rekam, body",
        "  |      |                 sudah rekam, body",
        "  |      wajib KTP, body",
    ]


def test_marks_on_a_shared_line_stand_under_their_figures() -> None:
    text = "Judul\n\n" + "jauh " * 30 + "東京 12.345 re\u0301kam 東 67.890 orang " + "lagi " * 30
    line, *below = marked(text, figure(text, "f1", "12.345"), figure(text, "f2", "67.890"))
    assert [width(line[: line.index(each)]) for each in ("12.345", "67.890")] == [
        below[0].index("-"),
        below[0].rindex("- ") - len("67.890") + 1,
    ]
    assert below[1].index("belum") == below[0].index("-")
    assert width(line) <= 120


@pytest.mark.parametrize(("between", "lines"), [(76, 1), (77, 2)])
def test_figures_far_apart_have_lines_of_their_own(between: int, lines: int) -> None:
    text = "Judul\n\n12.345 " + "x" * between + " 67.890"
    shown = marked(text, figure(text, "f1", "12.345"), figure(text, "f2", "67.890"))
    assert len([line for line in shown if line.startswith("3 |")]) == lines


def test_the_line_with_the_blamed_figure_comes_first() -> None:
    text = "Ada 12.345 orang\n\nDari 30.000 warga, 23.456 sudah."
    figures = [figure(text, f"f{n}", printed) for n, printed in enumerate(("12.345", "30.000", "23.456"))]
    shown = marked(text, *figures, blame="f2")
    assert [line[0] for line in shown if line[0] != " "] == ["3", "1"]


def test_overlapping_spans_are_marked_one_by_one() -> None:
    text = "Judul\n\nAda 12.345 orang"
    whole = figure(text, "f1", "12.345 orang", value=12345)
    shown = marked(text, whole, figure(text, "f2", "12.345"))
    assert [line.count("-") for line in shown if "-" in line] == [12, 6]


def test_carets_stand_under_the_figure_behind_wide_and_combining_characters() -> None:
    text = "東京 Re\u0301kam KTP\n\nSe\u0301jumlah 東 12.345 orang belum."
    one = figure(text, "f1", "12.345")
    finding = Finding(
        id="0", code="EK003", name="x", severity="note", message="m", figures=["f1"], blame=[["f1"]]
    )
    lines = form("text").render(report(text, figures=[one], findings=[finding])).splitlines()
    at = next(i for i, line in enumerate(lines) if "^" in line)
    before = lines[at - 1].partition("12.345")[0]
    assert width(before) == len(lines[at].partition("^")[0])


def test_long_sums_show_some_figures_and_count_the_others() -> None:
    counts = [f"{number}.{number}{number}{number}" for number in range(1, 10)] + ["10.101", "20.202"]
    text = "Judul\n\n" + ", ".join(counts)
    figures = [figure(text, f"f{i}", printed) for i, printed in enumerate(counts)]
    names = [member.id for member in figures]
    finding = Finding(id="0", code="EK301", name="area-sum", severity="error", message="m", figures=names)
    rendered = form("text").render(report(text, figures=figures, findings=[finding]))
    assert rendered.count("---") == 8
    assert "= and 3 more figures\n" in rendered


def test_figures_of_different_places_and_dates_say_so() -> None:
    other = Place(code="33.20", name="Kabupaten Jepara", level="regency", province="Jawa Tengah")
    text = "Rekam KTP\n\nDi sini 1.234 orang, di sana 5.678 orang."
    figures = [figure(text, "f1", "1.234"), figure(text, "f2", "5.678", place=other, as_of=None)]
    finding = Finding(id="0", code="EK302", name="x", severity="note", message="m", figures=["f1", "f2"])
    rendered = form("text").render(report(text, figures=figures, findings=[finding]))
    assert "belum rekam, Kabupaten Kudus (33.19), 16 Januari 2024, body" in rendered
    assert "belum rekam, Kabupaten Jepara (33.20), date not found, body" in rendered


HOSTILE = "\x1b[2J\x1b]0;x\x07[red]Warga[/red] \u202e\u20667 rb\r\n \x9b31mKTP\u200b \ud800"


def test_nothing_from_the_article_reaches_the_terminal_as_control() -> None:
    text = f"Judul\n\n{HOSTILE} 12.345 orang"
    one = figure(text, "f1", "12.345", place=Place(code=None, name=HOSTILE, level=None))
    finding = Finding(id="0", code="EK003", name="x", severity="note", message=HOSTILE, figures=["f1"])
    hostile = report(text, title=HOSTILE, source=HOSTILE, figures=[one], findings=[finding])
    rendered = form("text").render(hostile)
    assert all(character.isprintable() or character == "\n" for character in rendered)
    assert "[red]Warga[/red]" in rendered


def test_colour_is_added_only_when_wanted() -> None:
    painted = form("text", colour=True).render(kudus())
    assert "\x1b[1;31merror[EK101]\x1b[0m" in painted
    assert clean(painted.replace("\n", "")) == form("text").render(kudus()).replace("\n", "")


# notation


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (643450, "643.450"),
        (99.64, "99,64"),
        (7, "7"),
        (2069000.5, "2.069.000,5"),
        (100.0, "100"),
        (200 / 7, "28,57"),
        (-4, "-4"),
    ],
)
def test_numbers_have_indonesian_separators(value: float, written: str) -> None:
    assert notation.number(value) == written


@pytest.mark.parametrize(
    ("printed", "known", "written"),
    [
        ("92,10", {"unit": "percent"}, "92,10 %"),
        ("26 ribu", {"value": 26000}, "26.000"),
        ("1.200", {"unit": "cards"}, "1.200 keping"),
        ("1,9", {"value": 1900000, "repair": "missing-scale", "unit": "cards"}, "1.900.000 keping"),
        ("4.000-an", {"value": 4000}, "4.000"),
    ],
)
def test_figures_keep_their_digits_where_these_say_all(printed: str, known: Any, written: str) -> None:
    text = f"Judul\n\nAda {printed} di sana"
    assert notation.as_printed(figure(text, "f1", printed, **known)) == written


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "end", "precision", "written"),
    [
        ("2024-01-16", "2024-01-16", "day", "16 Januari 2024"),
        ("2024-02-01", "2024-02-29", "month", "Februari 2024"),
        ("2018-07-01", "2018-12-31", "semester", "semester II 2018"),
        ("2019-04-01", "2019-06-30", "quarter", "triwulan II 2019"),
        ("2020-01-01", "2020-12-31", "year", "2020"),
        ("2020-03-02", "2020-03-08", "week", "2–8 Maret 2020"),
        ("2020-03-30", "2020-04-05", "range", "30 Maret – 5 April 2020"),
        ("2019-12-30", "2020-01-05", "week", "30 Desember 2019 – 5 Januari 2020"),
    ],
)
def test_periods_are_as_precise_as_they_are_known(start: str, end: str, precision: Any, written: str) -> None:
    assert notation.period(Period(start=day(start), end=day(end), precision=precision)) == written


@pytest.mark.parametrize(
    ("days", "written"),
    [
        (["2012-08-28", "2018-08-28"], "28 Agustus 2012 or 2018"),
        (["2018-08-28", "2018-09-28"], "28 Agustus 2018 or 28 September 2018"),
        ([], "date undecided"),
    ],
)
def test_undecided_dates_show_their_candidates(days: list[str], written: str) -> None:
    candidates = [DateRange(start=day(text), end=day(text)) for text in days]
    assert notation.period(Period(start=None, end=None, precision="day", candidates=candidates)) == written


def test_undecided_places_show_their_candidates() -> None:
    candidates = [
        PlaceCandidate(code="32.71", name="Kota Bogor", level="regency"),
        PlaceCandidate(code="32.01", name="Kabupaten Bogor", level="regency"),
    ]
    undecided = Place(code=None, name=None, level=None, candidates=candidates)
    assert notation.place(undecided) == "Kota Bogor (32.71) or Kabupaten Bogor (32.01)"
    assert notation.place(None) == "place not found"


# terminal


@given(st.text())
def test_cleaned_text_is_harmless_and_stays_so(text: str) -> None:
    cleaned = clean(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or 0x202A <= ord(c) <= 0x202E for c in cleaned)
    assert clean(cleaned) == cleaned
    cleaned.encode()


@given(st.text(alphabet="ab 東\u0301"), st.integers(min_value=1, max_value=20))
def test_shortened_text_fits(text: str, columns: int) -> None:
    assert width(shorten(text, columns)) <= columns or width(text) <= columns


@pytest.mark.parametrize(
    ("environment", "terminal", "colour"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colour_is_for_terminals_and_obeys_no_color(
    environment: dict[str, str], terminal: bool, colour: bool
) -> None:
    class Stream(io.StringIO):
        def isatty(self) -> bool:
            return terminal

    assert wants_colour(Stream(), environment) is colour


def test_plain_style_changes_nothing() -> None:
    assert Style()("teks", "red") == "teks"


@given(st.text(alphabet="a\n"), st.data())
def test_lines_agree_with_splitting(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(min_value=0, max_value=len(text)))
    lines = Lines(text)
    line, column = lines.position(offset)
    start, end = lines.bounds(offset)
    assert text.split("\n")[line - 1] == text[start:end]
    assert start + column - 1 == offset


# csv


def test_the_figures_table_has_a_row_for_every_mention() -> None:
    rows = table("figures", kudus())
    assert [row["quote"] for row in rows] == ["4.871", "512.340", "507.465", "99,05", "4.875"]
    assert rows[1] == {
        **dict.fromkeys(["url", "published", "repair", "range", "place_candidates", "as_of_candidates"], ""),
        **{"source": "kudus.txt", "outlet": "contoh.id", "id": "f2", "indicator": "wktp"},
        **{"value": "512340", "low": "512340", "high": "512340", "unit": "persons", "approximate": "false"},
        **{"place_code": "33.19", "place_name": "Kabupaten Kudus", "place_level": "regency"},
        **{"province": "Jawa Tengah", "place_source": "text", "as_of_start": "2024-01-16"},
        **{"as_of_end": "2024-01-16", "as_of_precision": "day", "as_of_source": "statement"},
        **{"start": "41", "end": "48", "line": "3", "column": "6", "quote": "512.340"},
        **{"sentence": TEXT.split("\n")[2], "section": "body", "attributed_to": "", "sure": ""},
        **{"construction": "count-before-cue", "sha256": "a" * 64},
    }
    assert rows[3]["value"] == "99.05"


def test_the_records_table_has_a_row_for_every_value() -> None:
    rows = table("records", kudus())
    cells = [(row["record"], row["indicator"], row["value"], row["differs"], row["quotes"]) for row in rows]
    assert cells == [
        ("r1", "wktp", "512340", "false", "512.340"),
        ("r1", "recorded", "507465", "false", "507.465"),
        ("r1", "recorded_percent", "99.05", "false", "99,05"),
        ("r1", "unrecorded", "4875", "true", "4.875"),
        ("r1", "unrecorded", "4871", "true", "4.871"),
    ]


def test_the_findings_table_leads_with_the_blamed_figure() -> None:
    (row,) = table("findings", kudus())
    assert (row["code"], row["line"], row["column"]) == ("EK101", "1", "1")
    assert row["quotes"] == "4.871 | 512.340 | 507.465 | 4.875"
    assert (row["blame"], row["allows"], row["slip"]) == ("f1", "f1: 4875..4875", "one-digit")


@pytest.mark.parametrize("name", ["figures", "records", "findings"])
def test_an_article_without_figures_has_no_rows(name: str) -> None:
    assert form("csv", table=name).render(report("Judul\n\nIsi.")) == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_text_cells_do_not_run_as_formulas(start: str) -> None:
    text = f"Judul\n\n{start}HYPERLINK(1) 12.345 orang"
    one = figure(text, "f1", "12.345", attributed_to=f"{start}cmd", value=-12345)
    (row,) = table("figures", report(text, figures=[one], source=f"{start}a.txt"))
    assert row["attributed_to"] == f"'{start}cmd"
    assert row["source"] == f"'{start}a.txt"
    assert row["value"] == "-12345"


def test_cells_hold_no_control_characters_and_keep_their_length() -> None:
    hostile = "\x1b[2J\x07 KTP\x9b31m\x00"
    one = figure(f"Judul\n\n{hostile} 12.345 orang", "f1", "12.345")
    (row,) = table("figures", report(f"Judul\n\n{hostile} 12.345 orang", figures=[one], source=hostile))
    assert row["source"] == "\ufffd[2J\ufffd KTP\ufffd31m\ufffd"
    assert row["sentence"].startswith(row["source"])


def test_standard_input_keeps_its_name_in_cells() -> None:
    assert {row["source"] for row in table("figures", kudus())} == {"kudus.txt"}
    one = figure(TEXT, "f1", "4.871")
    assert table("figures", report(source="-", figures=[one]))[0]["source"] == "-"


def test_undecided_things_stand_in_candidate_columns() -> None:
    place = Place(
        code=None,
        name=None,
        level=None,
        candidates=[
            PlaceCandidate(code="32.71", name="Kota Bogor", level="regency"),
            PlaceCandidate(code="32.01", name="Kabupaten Bogor", level="regency"),
        ],
    )
    days = [DateRange(start=day(text), end=day(text)) for text in ("2012-08-28", "2018-08-28")]
    month = Period(start=day("2018-09-01"), end=day("2018-09-30"), precision="month", source="argument")
    undecided = Period(start=None, end=None, precision="day", source="statement", candidates=days)
    one = figure(TEXT, "f1", "4.871", place=place, as_of=undecided)
    (row,) = table("figures", report(figures=[one], published=month))
    assert row["place_code"] == row["as_of_start"] == ""
    assert row["place_candidates"] == "32.71 Kota Bogor | 32.01 Kabupaten Bogor"
    assert row["as_of_candidates"] == "2012-08-28 | 2018-08-28"
    assert row["published"] == "2018-09-01/2018-09-30"


# JSON


def test_json_lines_are_compact_and_keep_characters() -> None:
    article = report("Judul “é”\n\nIsi.")
    line = form("jsonl").render(article)
    assert line.count("\n") == 1
    assert '"title":"Judul “é”"' in line
    assert Report.model_validate_json(line) == article


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_pieces_make_an_array(count: int) -> None:
    pieces = form("json")
    joined = pieces.separator.join(pieces.render(kudus()) for _ in range(count))
    reports = json.loads(pieces.opening + joined + pieces.closing)
    assert [one["figures"][0]["as_of"]["start"] for one in reports] == ["2024-01-16"] * count


def test_the_schema_describes_every_field_of_a_report() -> None:
    known = json.loads(schema())
    assert set(known["required"]) == set(Report.model_fields)
    assert set(known["$defs"]["Figure"]["properties"]) == set(Figure.model_fields)
