"""`extract export`: a store's figures, records and findings as CSV, JSON Lines and Parquet."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from extractor.cli import main
from extractor.output.csv import CsvForm
from extractor.report import DateRange, Period
from extractor.store.codebook import columns, page, types
from extractor.store.export import Choice, Export, names
from extractor.store.store import Store
from tests.stores import (
    KUDUS,
    ROOT,
    Filled,
    captured,
    page_at,
    python,
    read,
    start,
)

TABLES = ("figures", "records", "findings")
KUDUS_URL = "https://contoh.id/2024/01/16/kudus/"
JEPARA = """\
Blangko e-KTP di Jepara Menipis

JEPARA - Sebanyak 4.500 keping blangko e-KTP tersedia di Kabupaten Jepara, Rabu (17/1/2024). Baru 98,5 persen \
dari 917.000 wajib KTP sudah merekam.
"""
LIST = """\
Ribuan Warga Belum Rekam e-KTP

Warga yang belum merekam e-KTP per kabupaten pada 16 Januari 2024: Kabupaten Kudus 2.315 orang, Kabupaten Jepara \
3.120 orang, Kabupaten Demak 4.211 orang, Kabupaten Pati 5.322 orang, Kabupaten Rembang 1.243 orang, Kabupaten \
Blora 6.754 orang, Kabupaten Grobogan 7.865 orang, Kabupaten Kendal 8.976 orang, Kabupaten Batang 1.987 orang, \
Kabupaten Tegal 2.198 orang, Kabupaten Brebes 3.309 orang, Kabupaten Klaten 4.421 orang.
"""


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """A new store."""
    return Filled(tmp_path / "berita.db")


@pytest.fixture
def several(filled: Filled) -> Filled:
    """A store of two outlets: three texts, one of them at two addresses, of all kinds of dates."""
    maybe = Period(
        start=None,
        end=None,
        precision="day",
        source="text",
        candidates=[DateRange(start=d, end=d) for d in (dt.date(2018, 1, 16), dt.date(2024, 1, 16))],
    )
    filled.keep(KUDUS_URL)
    filled.keep("https://jateng.lain.id/berita/17/", JEPARA, outlet="lain", published="2024-01")
    filled.keep("https://lain.id/berita/18/", outlet="lain", published=None)
    report = read("https://lain.id/daftar/", LIST, None)
    report.article.published = maybe
    filled.keep("https://lain.id/daftar/", report=report, outlet="lain")
    return filled


def exported(filled: Filled, form: str, *arguments: str) -> list[dict[str, Any]]:
    """The rows that a reader of the form finds; the command must end well."""
    file = filled.path.with_name(f"tabel.{form}")
    command = ["export", "--db", str(filled.path), "--format", form, "--output", str(file), *arguments]
    assert main(command) == 0
    if form == "csv":
        with file.open(newline="", encoding="utf-8") as stream:
            return list(csv.DictReader(stream))
    if form == "jsonl":
        return [json.loads(line, parse_constant=pytest.fail) for line in file.read_text().split("\n")[:-1]]
    table = pytest.importorskip("pyarrow.parquet").read_table(file)
    return table.to_pylist()  # type: ignore[no-any-return]


def failure(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """What the command says that cannot do what it is told; nothing goes to standard output."""
    try:
        status = main(["export", *map(str, arguments)])
    except SystemExit as end:  # of the parser
        status = int(str(end.code))
    said = capsys.readouterr()
    assert (status, said.out) == (2, "")
    return said.err.splitlines()[-1].removeprefix("extract: ").removeprefix("extract export: error: ")


# columns and their meaning


@pytest.mark.parametrize("table", TABLES)
def test_the_columns_are_those_of_the_report_and_where_it_comes_from(several: Filled, table: str) -> None:
    origin = [
        *("outlet_name", "title", "article", "retrieved", "capture_sha256", "warc", "warc_offset"),
        *("warc_length", "copy_of", "version", "patterns_sha256"),
    ]
    report = CsvForm(table).opening.rstrip("\n").split(",")
    plain = [name for name in report if name != "sentence"] + origin
    assert list(exported(several, "csv", "--table", table)[0]) == plain
    texts = ["sentence", "text"] if table == "figures" else ["text"]
    assert list(exported(several, "jsonl", "--table", table, "--text")[0]) == plain + texts


@pytest.mark.parametrize("table", TABLES)
def test_the_codebook_has_exactly_the_columns_that_are_exported(table: str) -> None:
    described = [column.name for column in columns() if table in column.tables]
    assert sorted(described) == sorted(names(table, text=True))
    assert {column.name for column in columns() if "only with --text" in column.meaning} == {
        *names("figures", text=True)
    } - {*names("figures")}


def test_the_page_of_the_codebook_is_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--codebook"]) == 0
    assert capsys.readouterr().out == page()
    assert (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8") == page()
    cells = re.findall(r"^\| `(\w+)` \| ([a-z, ]+) \| (\w+) \| .+ \|$", page(), re.MULTILINE)
    assert [cell[0] for cell in cells] == [column.name for column in columns()]


def test_rows_say_where_they_come_from(several: Filled) -> None:
    row = exported(several, "jsonl")[0]
    report = read(KUDUS_URL)
    capture = captured(KUDUS_URL, 1)
    assert (row["source"], row["url"], row["outlet"], row["outlet_name"]) == (
        KUDUS_URL,
        KUDUS_URL,
        "contoh.id",
        "contoh",
    )
    assert (row["article"], row["id"], row["quote"], row["value"]) == (1, "f1", "2.315", 2315)
    assert (row["sha256"], row["title"]) == (report.article.sha256, report.article.title)
    assert row["retrieved"] == capture.fetched.isoformat()
    assert (row["capture_sha256"], row["warc"], row["warc_offset"], row["warc_length"]) == (
        capture.sha256,
        capture.warc,
        capture.offset,
        capture.length,
    )
    assert (row["version"], row["patterns_sha256"]) == (
        report.generated_by.version,
        report.generated_by.patterns_sha256,
    )


def test_an_article_of_several_pages_names_the_current_first(filled: Filled) -> None:
    with Store(filled.path) as store:
        for first in (5, 1):
            parts = [captured(KUDUS_URL, first), captured(KUDUS_URL + "2/", first + 1)]
            store.keep_article(filled.run, page_at(KUDUS_URL, "contoh"), parts, read(KUDUS_URL), "contoh.id")
    assert {row["warc_offset"] for row in exported(filled, "jsonl")} == {captured(KUDUS_URL, 1).offset}


def test_quotes_are_found_in_the_text_again(several: Filled) -> None:
    found = exported(several, "jsonl", "--text")
    assert len(found) > 20
    for row in found:
        assert row["text"][row["start"] : row["end"]] == row["quote"]
        assert row["quote"] in row["sentence"]
        assert row["sentence"] in row["text"]


def test_texts_are_left_out_unless_asked_for(several: Filled) -> None:
    for table in TABLES:
        for form in ("csv", "jsonl"):
            exported(several, form, "--table", table)
            assert "belum direkam data" not in several.path.with_name(f"tabel.{form}").read_text()
    assert exported(several, "jsonl", "--table", "records", "--text")[0]["text"] == KUDUS


def test_copies_name_the_earliest_article_of_their_text(several: Filled) -> None:
    several.keep("https://contoh.id/salinan/", published="2024-01-20")
    copies = {row["url"]: row["copy_of"] for row in exported(several, "jsonl")}
    assert copies == {
        KUDUS_URL: None,
        "https://jateng.lain.id/berita/17/": None,
        "https://lain.id/berita/18/": KUDUS_URL,
        "https://lain.id/daftar/": None,
        "https://contoh.id/salinan/": KUDUS_URL,
    }
    chosen = exported(several, "jsonl", "--outlet", "lain")
    assert {row["copy_of"] for row in chosen} == {None, KUDUS_URL}  # also when that one is left out


# forms


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_those_that_the_report_gives_as_csv(several: Filled, table: str) -> None:
    form = CsvForm(table)
    expected = list(csv.DictReader(io.StringIO(form.opening + "".join(map(form.render, several.reports)))))
    found = [
        {name: row[name] for name in expected[0]}
        for row in exported(several, "csv", "--table", table, "--text")
    ]
    assert sorted(map(str, found)) == sorted(map(str, expected))
    if table == "figures":
        assert found == expected


def test_publication_is_written_as_precisely_as_it_is_known(several: Filled) -> None:
    found = {row["article"]: row["published"] for row in exported(several, "jsonl")}
    assert found == {1: "2024-01-16", 2: "2024-01-01/2024-01-31", 3: None, 4: "2018-01-16 | 2024-01-16"}


def test_figures_come_in_natural_order(several: Filled) -> None:
    found = [(row["article"], row["id"]) for row in exported(several, "jsonl")]
    last = [name for article, name in found if article == 4]
    assert last == [f"f{number}" for number in range(1, len(last) + 1)]
    assert len(last) > 10
    assert [article for article, _ in found] == sorted(article for article, _ in found)
    cells = [
        (row["article"], int(row["record"][1:])) for row in exported(several, "jsonl", "--table", "records")
    ]
    assert cells == sorted(cells)
    assert cells[-1][1] > 10


def test_findings_come_by_severity(several: Filled) -> None:
    filled = several
    report = read("https://contoh.id/temuan/")
    (finding,) = report.findings[:1]
    more = [("note", 4, "aa"), ("warning", 9, "bb"), ("error", 3, "cc"), ("warning", 2, "dd")]
    for severity, line, name in more:
        at = sum(len(each) + 1 for each in KUDUS.split("\n")[: min(line, 5) - 1])
        span = {"start": at, "end": at + 1, "text": KUDUS[at]}
        report.findings.append(
            finding.model_validate(
                {
                    "id": name,
                    "code": "EK999",
                    "name": "x",
                    "message": "x",
                    "severity": severity,
                    "spans": [span],
                }
            )
        )
    filled.keep("https://contoh.id/temuan/", report=report)
    found = [row["id"] for row in exported(filled, "jsonl", "--table", "findings") if row["article"] == 5]
    assert [name for name in found if len(name) == 2] == ["cc", "dd", "bb", "aa"]


def as_csv(value: Any) -> str:
    """A value of JSON as its cell in CSV is to be."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return repr(value)
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "\ufffd", value)
    return "'" + text if len(text) > 1 and text[0] in "=+-@\t\r\n＝＋－＠" else text


def as_json(value: Any) -> Any:
    """A value of Parquet as JSON has it."""
    return value.isoformat() if isinstance(value, dt.date) else value


@pytest.mark.parametrize("table", TABLES)
def test_all_forms_give_the_same_rows(several: Filled, table: str) -> None:
    pytest.importorskip("pyarrow")
    hostile = read("https://contoh.id/rumus/", "=1+1 Warga\n\n" + KUDUS)
    for figure, sign in zip(hostile.figures, "=+-@\t＝\x1b", strict=False):
        figure.attributed_to = f"{sign}cmd|' /C calc'!A0"
        figure.span.text = f"{sign}2.315"
    hostile.article.title = '=HYPERLINK("http://x.id")\x00\x1b[31m\x9b\u2028\r\n"a",b'
    for finding in hostile.findings:
        finding.message = "@SUM(A1:A9)"
    assert several.keep("https://contoh.id/rumus/", report=hostile) == "new"
    lines, objects, parquet = (
        exported(several, form, "--table", table, "--text") for form in ("csv", "jsonl", "parquet")
    )
    assert [{name: as_json(value) for name, value in row.items()} for row in parquet] == objects
    assert [{name: as_csv(value) for name, value in row.items()} for row in objects] == lines
    assert objects[-1]["title"] == hostile.article.title
    cells = [cell for row in lines for cell in row.values()]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not [cell for cell in cells if len(cell) > 1 and cell[0] in "=+-@\t\r\n"]


def test_parquet_has_the_types_of_the_codebook(several: Filled) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    expected = {
        "text": "string",
        "integer": "int64",
        "number": "double",
        "flag": "bool",
        "day": "date32[day]",
    }
    for table in TABLES:
        exported(several, "parquet", "--table", table, "--text")
        file = parquet.ParquetFile(several.path.with_name("tabel.parquet"))
        assert {field.name: str(field.type) for field in file.schema_arrow} == {
            name: expected[kind] for name, kind in types(table).items()
        }
        assert file.metadata.row_group(0).column(0).compression == "ZSTD"


def test_a_table_without_rows_has_its_columns_still(filled: Filled) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert exported(filled, "csv") == exported(filled, "jsonl") == exported(filled, "parquet") == []
    assert filled.path.with_name("tabel.csv").read_text() == ",".join(names("figures")) + "\n"
    assert filled.path.with_name("tabel.jsonl").read_text() == ""
    assert parquet.read_table(filled.path.with_name("tabel.parquet")).column_names == list(names("figures"))


def test_what_is_no_number_is_empty(filled: Filled) -> None:
    filled.keep(KUDUS_URL)
    with closing(sqlite3.connect(filled.path)) as connection:
        connection.execute("UPDATE figure SET high = 9e999 WHERE id = 'f1'")
        connection.commit()
    assert exported(filled, "csv")[0]["high"] == ""
    assert exported(filled, "jsonl")[0]["high"] is None


# choice


@pytest.mark.parametrize(
    ("arguments", "articles"),
    [
        ((), [1, 2, 3, 4]),
        (("--outlet", "contoh"), [1]),
        (("--outlet", "lain"), [2, 3, 4]),
        (("--outlet", "jateng.lain.id"), [2]),
        (("--outlet", "contoh", "jateng.lain.id"), [1, 2]),
        (("--outlet", "contoh", "--outlet", "lain"), [1, 2, 3, 4]),
        (("--since", "2024-01-16"), [1, 2]),
        (("--since", "2024-01-17"), [2]),
        (("--since", "2024-02-01"), []),
        (("--until", "2024-01-16"), [1, 2]),
        (("--until", "2024-01-15"), [2]),
        (("--until", "2023-12-31"), []),
        (("--since", "2024-01-16", "--until", "2024-01-16", "--outlet", "contoh"), [1]),
    ],
)
def test_articles_are_chosen_by_outlet_and_date(
    several: Filled, arguments: tuple[str, ...], articles: list[int]
) -> None:
    found = exported(several, "jsonl", *arguments)
    assert list(dict.fromkeys(row["article"] for row in found)) == articles


def test_the_number_of_rows_and_what_is_left_out_is_told(
    several: Filled, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--db", str(several.path), "--table", "findings"]) == 0
    said = capsys.readouterr()
    assert said.err == f"extract: {len(said.out.splitlines()) - 1} findings of 4 articles\n"
    assert main(["export", "--db", str(several.path), "--since", "2024-01-17", "--outlet", "lain"]) == 0
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        f"extract: {len(said.out.splitlines()) - 1} figures of 1 article",
        "extract: left out, as nothing tells when they were published: 2 articles",
    ]


# errors


def test_what_cannot_be_exported_is_told(several: Filled, capsys: pytest.CaptureFixture[str]) -> None:
    store = several.path
    text = store.with_name("catatan.db")
    text.write_text("bukan basis data " * 100)
    other = store.with_name("lain.sqlite")
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE t (x)")
    for arguments, message in [
        ((), "--db FILE is missing: the store to export"),
        (
            ("--db", store.with_name("berit.db")),
            f"{store.with_name('berit.db')}: no such file; did you mean {store}?",
        ),
        (("--db", store.parent), f"{store.parent}: it is a folder"),
        (("--db", text), f"{text}: this is no SQLite file"),
        (("--db", other), f"{other}: this SQLite file is no store of this program"),
        (("--db", store, "--outlet", "lian"), f"{store}: no outlet lian; did you mean lain?"),
        (
            ("--db", store, "--outlet", "contoh", "xyzzy"),
            f"{store}: no outlet xyzzy; the store has {known()}",
        ),
        (
            ("--db", store, "--since", "2024-02-01", "--until", "2024-01-31"),
            "--since 2024-02-01 is after --until 2024-01-31",
        ),
        (
            ("--db", store, "--since", "kemarin"),
            "argument --since: 'kemarin' is no day; write it like 2018-01-31",
        ),
        (
            ("--db", store, "--format", "parquet"),
            "--format parquet needs --output FILE; it does not go to standard output",
        ),
        (("--db", store, "--output", store), f"--output {store} would overwrite the store"),
        (("--db", store, "--output", f"{store}-wal"), f"--output {store}-wal would overwrite the store"),
        (("--db", store, "--output", ""), "--output needs the name of a file, not ''"),
        (("--db", store, "--output", store.parent), f"cannot write {store.parent}: it is a folder"),
    ]:
        assert failure(capsys, *arguments) == message
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert (
        failure(capsys, "--db", store) == f"{store}: the store has version 99; this program reads version 1"
    )


def test_the_ending_of_the_file_tells_the_form_unless_it_is_named(several: Filled) -> None:
    told = {}
    for name, more in [("a.jsonl", []), ("a.csv", []), ("a.txt", []), ("b.jsonl", ["--format", "csv"])]:
        file = several.path.with_name(name)
        assert main(["export", "--db", str(several.path), "--output", str(file), *more]) == 0
        told[name] = file.read_text(encoding="utf-8").startswith("{")
    assert told == {"a.jsonl": True, "a.csv": False, "a.txt": False, "b.jsonl": False}


def known() -> str:
    return "contoh, contoh.id, jateng.lain.id, lain, lain.id"


def test_a_damaged_store_leaves_the_earlier_export_as_it_was(
    filled: Filled, capsys: pytest.CaptureFixture[str]
) -> None:
    report = read(KUDUS_URL)
    with Store(filled.path) as store:
        for number in range(200):
            url = f"https://contoh.id/{number}/"
            store.keep_article(filled.run, page_at(url, "contoh"), [captured(url, number)], report, None)
    data = bytearray(filled.path.read_bytes())
    for at in range(4096 * 20, len(data), 4096):
        data[at : at + 200] = b"\xff" * 200
    filled.path.write_bytes(data)
    file = filled.path.with_name("tabel.csv")
    file.write_text("dahulu\n")
    message = failure(capsys, "--db", filled.path, "--output", file)
    assert message == f"{filled.path}: database disk image is malformed"
    assert file.read_text() == "dahulu\n"
    assert sorted(entry.suffix for entry in filled.path.parent.iterdir() if entry.suffix == ".part") == []


def test_parquet_without_its_package_is_told_before_anything_is_written(filled: Filled) -> None:
    file = filled.path.with_name("tabel.parquet")
    script = (
        "import sys; sys.modules['pyarrow'] = None; from extractor.cli import main;"
        "sys.exit(main(['export', '--db', sys.argv[1], '--format', 'parquet', '--output', sys.argv[2]]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, filled.path, file],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "extract: this needs pyarrow; install it with: pip install 'cekangka[parquet]', "
        "in a checkout pip install '.[parquet]'\n"
    )
    assert not file.exists()


def test_a_full_disk_ends_parquet_with_the_message_of_all_outputs(
    several: Filled, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pyarrow")
    if not Path("/dev/full").exists():
        pytest.skip("this system has no disk that is always full")
    message = failure(capsys, "--db", several.path, "--format", "parquet", "--output", "/dev/full")
    assert message == "cannot write /dev/full: no space left on device"


# size, and others that write


def test_many_articles_are_streamed(filled: Filled) -> None:
    report = read(KUDUS_URL)
    with Store(filled.path) as store:
        store.query("PRAGMA synchronous = OFF")
        for number in range(2000):
            url = f"https://contoh.id/{number}/"
            store.keep_article(
                filled.run, page_at(url, "contoh"), [captured(url, number)], report, "contoh.id"
            )
    found = exported(filled, "csv")
    assert len(found) == 2000 * 7
    assert [(int(row["article"]), row["id"]) for row in found] == [
        (article, f"f{number}") for article in range(1, 2001) for number in range(1, 8)
    ]
    assert {row["copy_of"] for row in found[7:]} == {"https://contoh.id/0/"}
    command = [sys.executable, "-m", "extractor", "export", "--db", str(filled.path), "--format", "jsonl"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["id"] == "f1"
        process.stdout.close()  # as `head` does
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_an_export_is_of_one_moment_whatever_is_written_meanwhile(several: Filled) -> None:
    before = exported(several, "jsonl")
    with Store(several.path, reading=True) as store:
        found = Export(store, Choice()).rows("figures")
        first = next(found)
        changed = read("https://lain.id/daftar/", LIST.replace("2.315", "2.316"), "2024-01-18")
        assert several.keep("https://lain.id/daftar/", report=changed, outlet="lain") == "changed"
        assert several.keep("https://contoh.id/baru/") == "new"
        with Store(several.path) as writer:
            begun = time.monotonic()
            writer.fold()  # cannot, and does not wait for the reader
            assert time.monotonic() - begun < 5
        assert [dict(zip(names("figures"), row, strict=True)) for row in (first, *found)] == before
    after = exported(several, "jsonl")
    assert [row["article"] for row in after][-1] == 5
    assert "2.316" in [row["quote"] for row in after if row["article"] == 4]


def test_articles_are_whole_in_exports_beside_a_process_that_writes(filled: Filled) -> None:
    file = filled.path.with_name("report.json")
    file.write_text(read(KUDUS_URL).model_dump_json())
    writer = python(
        """
import sys, pathlib
from extractor.report import Report
from extractor.store.store import Store
from tests.stores import captured, page_at
report = Report.model_validate_json(pathlib.Path(sys.argv[2]).read_text())
print("ready", flush=True)
sys.stdin.readline()
with Store(pathlib.Path(sys.argv[1])) as store:
    for number in range(100_000):
        url = f"https://contoh.id/{number}/"
        store.keep_article(1, page_at(url, "contoh"), [captured(url, number)], report, "contoh.id")
""",
        filled.path,
        file,
    )
    start(writer)
    sizes = []
    try:
        for _ in range(6):
            found = exported(filled, "jsonl")
            sizes.append(len(found))
            assert [row["id"] for row in found] == [f"f{number}" for number in range(1, 8)] * (
                len(found) // 7
            )
    finally:
        writer.kill()
        writer.communicate()
    assert sizes == sorted(sizes)
    assert sizes[-1] > sizes[0]


# views


@pytest.mark.parametrize("view", TABLES)
def test_the_views_of_a_store_give_columns_as_the_export_does(several: Filled, view: str) -> None:
    with Store(several.path) as store:
        cursor = store.query(f"SELECT * FROM {view}")
        shown = [column[0] for column in cursor.description]
        key = ("article", "record", "indicator", "quotes") if view == "records" else ("article", "id")
        found = sorted(str([row[name] or None for name in shown]) for row in cursor)
    assert shown[0] == "published"
    assert {"outlet", "outlet_name", "title", "url", *key} <= {*shown}
    assert {*shown} <= {*names(view, text=True)}
    objects = exported(several, "jsonl", "--table", view, "--text")
    assert found == sorted(str([_stored(row[name]) or None for name in shown]) for row in objects)


def _stored(value: Any) -> Any:
    """A value of JSON as SQLite keeps it."""
    return int(value) if isinstance(value, bool) else value


def test_the_views_of_outlets_and_copies_read_well(several: Filled) -> None:
    with Store(several.path) as store:
        for number, state in enumerate(("other", "moved", "missing", "failed")):
            store.keep_page(several.run, page_at(f"https://lain.id/{number}/", "lain", state))
        cursor = store.query("SELECT * FROM outlets")
        shown = [column[0] for column in cursor.description]
        assert shown == ["outlet_name", "pages", "articles", "others", "moved", "failed", "last_checked"]
        assert [tuple(row)[:-1] for row in cursor] == [("contoh", 1, 1, 0, 0, 0), ("lain", 7, 3, 1, 1, 2)]
        assert [dict(row) for row in store.query("SELECT * FROM copies")] == [
            {"article": 3, "url": "https://lain.id/berita/18/", "copy_of": 1, "copy_of_url": KUDUS_URL}
        ]
