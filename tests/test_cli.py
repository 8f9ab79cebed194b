"""The command `extract`, run as its users run it."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ARTICLE = """\
2.871 Warga Kabupaten Kudus Belum Rekam e-KTP

KUDUS - Sebanyak 2.875 warga Kabupaten Kudus belum merekam e-KTP. Dari 512.340 wajib KTP, sebanyak \
509.465 orang sudah merekam.

Kepala dinas menyampaikan hal itu pada Selasa (16/1/2024).
"""
OTHER = "Stok Blangko Aman\n\nSebanyak 4.500 keping blangko e-KTP tersedia di Kabupaten Jepara.\n"
PAGE = f"<html><head><title>Rekam e-KTP</title></head><body><article>{ARTICLE}</article></body></html>"
ENGLISH = "Town council meets\n\nThe council met on Monday and spoke about parking for an hour.\n"


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the command be run from any folder, installed or not."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with two articles and a folder of two more."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "artikel.txt").write_text(ARTICLE)
    (tmp_path / "lain.txt").write_text(OTHER)
    (tmp_path / "berita").mkdir()
    (tmp_path / "berita" / "a.html").write_text(PAGE)
    (tmp_path / "berita" / "b.txt").write_text(OTHER)
    return tmp_path


def extract(*arguments: str, **known: object) -> subprocess.CompletedProcess[str]:
    """Runs the command to its end; never with a traceback."""
    settings: dict[str, object] = {"stdin": subprocess.DEVNULL, "timeout": 120, **known}
    if "input" in known:
        del settings["stdin"]
    done = subprocess.run(command(*arguments), capture_output=True, text=True, check=False, **settings)  # type: ignore[call-overload]
    assert "Traceback" not in done.stderr
    return done  # type: ignore[no-any-return]


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "extractor", *arguments]


def sources(output: str) -> list[str]:
    return [json.loads(line)["article"]["source"] for line in output.splitlines()]


def copies(folder: Path, number: int) -> list[str]:
    """Makes many files with the same article; the same file would be read once."""
    folder.mkdir()
    names = [f"{folder.name}/{one:05}.txt" for one in range(number)]
    for name in names:
        Path(name).write_text(ARTICLE)
    return names


# inputs and formats


@pytest.mark.usefixtures("here")
def test_files_folders_and_standard_input_come_in_order() -> None:
    done = extract("lain.txt", "berita/", "-", "artikel.txt", "--format", "jsonl", input=ARTICLE)
    assert sources(done.stdout) == ["lain.txt", "berita/a.html", "berita/b.txt", "-", "artikel.txt"]
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.usefixtures("here")
def test_text_is_the_default_and_plain_in_a_pipe() -> None:
    done = extract("artikel.txt", "lain.txt")
    first, second = done.stdout.split("\nlain.txt")
    assert first.startswith(
        'artikel.txt  "2.871 Warga Kabupaten Kudus Belum Rekam e-KTP"\n  Kabupaten Kudus (33.19)'
    )
    assert "4.500 keping" in second
    assert "\x1b" not in done.stdout


@pytest.mark.usefixtures("here")
def test_json_is_an_array_of_reports() -> None:
    done = extract("artikel.txt", "lain.txt", "--format", "json")
    assert [report["article"]["source"] for report in json.loads(done.stdout)] == ["artikel.txt", "lain.txt"]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("table", ["figures", "records", "findings"])
def test_csv_has_one_header(table: str) -> None:
    done = extract("artikel.txt", "lain.txt", "--format", "csv", "--table", table)
    rows = list(csv.reader(done.stdout.splitlines()))
    assert [row[0] for row in rows].count("source") == 1
    assert len({len(row) for row in rows}) == 1


@pytest.mark.usefixtures("here")
def test_a_table_is_csv() -> None:
    assert extract("lain.txt", "--table", "records").stdout.startswith("source,url,")
    refused = extract("lain.txt", "--table", "records", "--format", "json")
    assert (refused.returncode, refused.stdout) == (2, "")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("options", "output"), [(["--format", "json"], "[\n]\n"), (["--format", "jsonl"], ""), ([], "")]
)
def test_output_without_any_report_is_still_whole(options: list[str], output: str) -> None:
    done = extract("hilang.txt", *options)
    assert (done.returncode, done.stdout) == (2, output)
    assert extract("hilang.txt", "--format", "csv").stdout.startswith("source,url,outlet,published,id,")


@pytest.mark.usefixtures("here")
def test_what_is_known_of_an_article_goes_into_its_report() -> None:
    known = ["--published", "2024-01", "--outlet", "WWW.Contoh.id", "--url", "https://contoh.id/a"]
    article = json.loads(extract("artikel.txt", "--format", "jsonl", *known).stdout)["article"]
    assert article["published"]["start"] == "2024-01-01"
    assert article["published"]["end"] == "2024-01-31"
    assert article["published"]["source"] == "argument"
    assert article["url"] == "https://contoh.id/a"
    assert article["outlet"].endswith("contoh.id")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--published", "kemarin"], "kemarin"),
        (["--published", "2024-13"], "2024-13"),
        (["--published", "2024-02-30"], "2024-02-30"),
        (["--url", "contoh.id/a"], "contoh.id/a"),
        (["--outlet", "Lingkar Jateng"], "Lingkar Jateng"),
        (["--jobs", "dua"], "dua"),
        (["--jobs", "-1"], "-1"),
        (["--format", "xml"], "xml"),
        (["--url", "https://contoh.id/a", "lain.txt"], "--url"),
        (["--output", "artikel.txt"], "artikel.txt"),
    ],
)
def test_wrong_options_are_named(arguments: list[str], named: str) -> None:
    done = extract("artikel.txt", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert named in done.stderr.splitlines()[-1]
    assert Path("artikel.txt").read_text() == ARTICLE


@pytest.mark.usefixtures("here")
def test_a_name_after_two_dashes_is_a_file() -> None:
    Path("-x.txt").write_text(OTHER)
    Path("eval").write_text(OTHER)
    assert sources(extract("--format", "jsonl", "--", "-x.txt").stdout) == ["-x.txt"]
    assert sources(extract("./eval", "--format", "jsonl").stdout) == ["./eval"]
    assert sources(extract("./eval", "--format", "jsonl", "lain.txt").stdout) == ["./eval", "lain.txt"]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "arguments", [["-x.txt"], ["-halo.txt"], ["artikel.txt", "-x.txt"], ["artikel.txt", "--output", "-x.txt"]]
)
def test_a_name_that_begins_with_a_dash_is_met_with_a_hint(arguments: list[str]) -> None:
    done = extract(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"; to read the file {arguments[-1]} write ./{arguments[-1]}\n")


@pytest.mark.usefixtures("here")
def test_a_wrong_option_is_no_file() -> None:
    assert extract("artikel.txt", "--forma").stderr.endswith("unrecognized arguments: --forma\n")


@pytest.mark.usefixtures("here")
def test_a_file_named_twice_is_read_once() -> None:
    done = extract("./artikel.txt", "artikel.txt", "artikel.txt", "--format", "jsonl")
    assert (done.returncode, sources(done.stdout)) == (0, ["./artikel.txt"])
    assert done.stderr == "extract: read once: artikel.txt is the same file as ./artikel.txt\n" * 2


def test_piped_text_is_read_without_arguments() -> None:
    assert "4.500 keping" in extract(input=OTHER).stdout


# wrong inputs


def wrong_inputs() -> dict[str, tuple[bytes, str]]:
    return {
        "kosong.txt": (b"", "empty"),
        "putih.txt": (b" \n\n ", "empty"),
        "biner.txt": (bytes(range(256)) * 20, "binary"),
        "berkas.pdf": (b"%PDF-1.7\n%", "PDF"),
        "besar.txt": (b"1234567890" * 5_000_000, "5 MB"),
        "tabel.txt": (b"Kudus 1.234.567\n" * 30_000, "numbers: no article, rather many or a table"),
    }


@pytest.mark.parametrize("name", wrong_inputs())
def test_a_wrong_input_is_named_with_its_reason_and_the_others_are_read(here: Path, name: str) -> None:
    data, reason = wrong_inputs()[name]
    (here / name).write_bytes(data)
    done = extract(name, "lain.txt", "--format", "jsonl")
    assert (done.returncode, sources(done.stdout)) == (2, ["lain.txt"])
    (message,) = [line for line in done.stderr.splitlines() if name in line]
    assert reason in message


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("argument", "reason"),
    [
        ("artikl.txt", "artikl.txt: no such file or folder; did you mean artikel.txt?"),
        ("nope.txt", "nope.txt: no such file or folder\n"),
        ("qwx", "qwx: no such file or folder"),
        ("https://contoh.invalid/x", "https://contoh.invalid/x: robots.txt could not be read: no connection"),
        ("gambar", "no .txt, .html or .htm file in gambar"),
        ("", "extract: '': no such file or folder\n"),
    ],
)
def test_a_wrong_argument_is_never_read_as_text(here: Path, argument: str, reason: str) -> None:
    (here / "gambar").mkdir()
    (here / "gambar" / "a.png").write_bytes(b"\x89PNG")
    done = extract(argument, "lain.txt", "--format", "jsonl")
    assert (done.returncode, sources(done.stdout)) == (2, ["lain.txt"])
    assert reason in done.stderr


def test_what_is_no_file_does_not_keep_the_others_waiting(here: Path) -> None:
    os.mkfifo("pipa")
    os.mkfifo("berita/c.txt")
    (here / "berita" / "d.txt").symlink_to("d.txt")
    done = extract("pipa", "berita", "lain.txt", "--format", "jsonl")
    assert (done.returncode, sources(done.stdout)) == (2, ["berita/a.html", "berita/b.txt", "lain.txt"])
    assert done.stderr.splitlines() == [
        "extract: pipa: a named pipe, not a file; what it gives can be piped into -",
        "extract: berita: skipped 2 pipes, devices or links in a circle",
    ]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_the_shell_has_opened_is_read(jobs: str) -> None:
    line = f'"$@" <(cat lain.txt) /dev/stdin /dev/fd/9 < artikel.txt 9< berita/b.txt --jobs {jobs}'
    done = subprocess.run(
        ["bash", "-c", line, "bash", *command("--format", "jsonl")],
        capture_output=True,
        text=True,
        check=True,
    )
    first, *others = sources(done.stdout)
    assert first.startswith("/dev/fd/")
    assert others == ["/dev/stdin", "/dev/fd/9"]


@pytest.mark.usefixtures("here")
def test_one_text_in_another_language_is_doubted_on_standard_error() -> None:
    Path("english.txt").write_text(ENGLISH)
    done = extract("english.txt")
    assert (done.returncode, done.stdout) == (0, 'english.txt  "Town council meets"\n  no figures\n\n')
    assert done.stderr == "extract: english.txt: the text does not look like Indonesian news on e-KTP\n"
    assert extract(input=ENGLISH).stderr.startswith("extract: standard input: the text does not look")
    assert extract("english.txt", "lain.txt").stderr == ""


ODD_INPUTS = {
    "cp1252.txt": ARTICLE.replace("KUDUS -", "KUDUS –").encode("cp1252"),
    "utf16.txt": ARTICLE.encode("utf-16"),
    "bom.txt": ARTICLE.encode("utf-8-sig"),
    "crlf.txt": ARTICLE.replace("\n", "\r\n").encode(),
    "suffix.html": ARTICLE.encode(),
}


@pytest.mark.parametrize("name", ODD_INPUTS)
def test_other_encodings_give_the_same_figures(here: Path, name: str) -> None:
    (here / name).write_bytes(ODD_INPUTS[name])
    done = extract("artikel.txt", name, "--format", "jsonl")
    plain, odd = [json.loads(line)["figures"] for line in done.stdout.splitlines()]
    assert [(f["indicator"], f["value"], f["span"]["text"]) for f in odd] == [
        (f["indicator"], f["value"], f["span"]["text"]) for f in plain
    ]
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("english.txt", ENGLISH),
        ("digits.txt", "Angka\n\n" + "1234567890" * 90_000),
        ("dots.txt", "Angka\n\n" + "1." * 100_000),
    ],
)
def test_text_without_figures_says_so(here: Path, name: str, text: str) -> None:
    (here / name).write_text(text)
    done = extract(name)
    assert done.returncode == 0
    assert done.stdout.endswith("\n  no figures\n\n")


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("nested.html", "<html><body>" + "<div>" * 10_000 + "Isi" + "</div>" * 10_000 + "</body></html>"),
        ("empty.html", "<html><head><title>Beranda</title></head><body><nav>Menu</nav></body></html>"),
    ],
)
def test_odd_pages_end_with_a_report_or_a_reason(here: Path, name: str, page: str) -> None:
    (here / name).write_text(page)
    done = extract(name, "lain.txt", "--format", "jsonl")
    read = sources(done.stdout)
    assert read[-1] == "lain.txt"
    assert (done.returncode == 0) == (name in read) == (name not in done.stderr)


# output


@pytest.mark.usefixtures("here")
def test_output_is_what_standard_output_would_be() -> None:
    done = extract("artikel.txt", "--format", "csv", "--output", "angka.csv")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert Path("angka.csv").read_text() == extract("artikel.txt", "--format", "csv").stdout
    assert sorted(os.listdir()) == ["angka.csv", "artikel.txt", "berita", "lain.txt"]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("target", "reason"), [("tiada/angka.csv", "no such file"), ("berita", "folder")])
def test_unwritable_output_is_told_before_anything_is_read(target: str, reason: str) -> None:
    done = extract("artikel.txt", "hilang.txt", "--output", target)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"extract: cannot write {target}: ")
    assert reason in done.stderr
    assert "hilang" not in done.stderr


@pytest.mark.usefixtures("here")
def test_output_without_a_name_is_refused() -> None:
    assert extract("artikel.txt", "--output", "").stderr.endswith(
        "--output needs the name of a file, not ''\n"
    )


@pytest.mark.usefixtures("here")
def test_output_into_the_folder_that_is_read_is_not_read() -> None:
    for _ in range(2):
        done = extract("berita", "--output", "berita/hasil.txt")
        assert (done.returncode, done.stderr) == (0, "")
        assert "berita/hasil.txt" not in Path("berita/hasil.txt").read_text()
    with open("berita/hasil.txt", "w") as redirected:
        subprocess.run(command("berita"), stdout=redirected, check=True)
    assert "berita/hasil.txt" not in Path("berita/hasil.txt").read_text()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "arguments", [["artikel.txt"], ["schema"], ["rule"], ["eval", "artikel.txt", "berita"]]
)
def test_a_closed_output_is_told(arguments: list[str]) -> None:
    done = closed_output(*arguments)
    assert (done.returncode, done.stderr) == (2, "extract: cannot write standard output: it is closed\n")


@pytest.mark.usefixtures("here")
def test_a_closed_output_is_not_missed_when_a_file_is_written() -> None:
    done = closed_output("artikel.txt", "--output", "angka.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert Path("angka.txt").read_text() == extract("artikel.txt").stdout


def closed_output(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the command with its standard output closed."""
    line = ["bash", "-c", '"$@" >&-', "bash", *command(*arguments)]
    return subprocess.run(line, stderr=subprocess.PIPE, text=True, check=False)


@pytest.mark.usefixtures("here")
def test_output_keeps_its_permissions_and_links() -> None:
    Path("angka.csv").write_text("lama")
    Path("angka.csv").chmod(0o640)
    Path("kini.csv").symlink_to("angka.csv")
    extract("artikel.txt", "--format", "csv", "--output", "kini.csv")
    assert Path("kini.csv").is_symlink()
    assert Path("angka.csv").stat().st_mode & 0o777 == 0o640
    assert Path("angka.csv").read_text().startswith("source,")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
@pytest.mark.usefixtures("here")
def test_a_full_disk_is_told() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            command("artikel.txt"), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == "extract: cannot write <stdout>: no space left on device\n"


def test_a_reader_that_leaves_ends_the_run_quietly(here: Path) -> None:
    copies(here / "banyak", 3000)
    with running("banyak") as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("banyak/00000.txt")
        process.stdout.close()
        assert process.wait(60) == 0
    assert Path("talk").read_text() == ""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_the_run_with_one_line_and_leaves_no_half_file(here: Path, jobs: str) -> None:
    copies(here / "banyak", 20_000)
    with running("banyak", "--jobs", jobs, "--output", "angka.txt") as process:
        await_rows(process)
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(60) == 130
    assert Path("talk").read_text() == "extract: interrupted\n"
    assert sorted(os.listdir()) == ["artikel.txt", "banyak", "berita", "lain.txt", "talk"]


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The command under way, in a process group of its own; what it says goes to the file `talk`."""
    with (
        open("talk", "w") as talk,
        subprocess.Popen(
            command(*arguments), stdout=subprocess.PIPE, stderr=talk, text=True, start_new_session=True
        ) as process,
    ):
        try:
            yield process
        finally:
            process.kill()


def await_rows(process: subprocess.Popen[str]) -> None:
    """Waits until the file that is being written holds something."""
    until = time.monotonic() + 60
    while not any(path.stat().st_size for path in Path().glob(".angka.txt.*.part")):
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.05)


# several processes


def test_two_processes_give_the_same_in_the_same_order(here: Path) -> None:
    arguments = ["artikel.txt", "hilang.txt", "berita", "lain.txt", "-", *copies(here / "banyak", 40)]
    one = extract(*arguments, "--format", "csv", input=OTHER)
    two = extract(*arguments, "--format", "csv", "--jobs", "2", input=OTHER)
    assert one.stdout == two.stdout
    assert (one.returncode, one.stderr) == (two.returncode, two.stderr)


# commands and their cost


@pytest.mark.usefixtures("here")
def test_eval_names_what_it_cannot_read_on_standard_error() -> None:
    Path("gold.jsonl").write_text('{"id": "lain", "figures": [], "contradictions": []}\n{\n')
    missing = extract("eval", "nogold.jsonl", "berita")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert missing.stderr == "extract: nogold.jsonl: no such file; did you mean gold.jsonl?\n"
    broken = extract("eval", "gold.jsonl", "berita")
    assert (broken.returncode, broken.stdout) == (2, "")
    assert broken.stderr == "extract: gold.jsonl: line 2 is not JSON\n"


@pytest.mark.usefixtures("here")
def test_eval_prints_the_scores() -> None:
    Path("gold.jsonl").write_text('{"id": "lain", "figures": [], "contradictions": []}\n')
    done = extract("eval", "gold.jsonl", ".")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("articles              1\n")


def test_help_names_every_command() -> None:
    done = extract("--help")
    assert done.returncode == 0
    assert all(f"extract {name}" in done.stdout for name in ("why", "eval", "corpus", "schema", "rule"))
    for name in ("why", "eval", "corpus", "schema", "rule"):
        assert extract(name, "--help").stdout.startswith(f"usage: extract {name}")


def test_a_command_that_is_misspelt_is_named(here: Path) -> None:
    for typed, command in (("craw", "crawl"), ("Outlets", "outlets")):
        done = extract(typed, "--db", "x")
        assert done.returncode == 2
        assert f"'{typed}' is neither a command nor a file; did you mean extract {command}?" in done.stderr
    (here / "craw").write_text(ARTICLE, encoding="utf-8")
    assert extract("craw").returncode == 0


def test_options_before_the_command_are_shown_their_place(here: Path) -> None:
    done = extract("--lang", "id", "check", "artikel.txt")
    assert done.returncode == 2
    assert "the command comes first: extract check --lang id artikel.txt" in done.stderr
    (here / "check").write_text(ARTICLE, encoding="utf-8")
    assert extract("--lang", "id", "check", "artikel.txt").returncode == 0


def test_the_schema_is_that_of_a_report(here: Path) -> None:
    schema = json.loads(extract("schema").stdout)
    report = json.loads(extract("artikel.txt", "--format", "jsonl").stdout)
    assert set(report) == set(schema["properties"])
    assert set(report["figures"][0]) == set(schema["$defs"]["Figure"]["properties"])


def test_rules_are_listed_and_explained() -> None:
    listed = extract("rule").stdout.splitlines()
    codes = [line.split()[0] for line in listed]
    assert "EK201" in codes
    assert codes == sorted(codes)
    assert extract("rule", "ek201").stdout.startswith("EK201")
    unknown = extract("rule", "EK999")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "EK999" in unknown.stderr


def test_the_version_is_told() -> None:
    assert extract("--version").stdout.startswith("extract ")


@pytest.mark.parametrize("arguments", [["--help"], ["schema"], ["rule"], ["rule", "EK201"], ["--version"]])
def test_commands_that_read_nothing_start_without_the_readers(arguments: list[str]) -> None:
    program = (
        "import sys\n"
        "from extractor.cli import main\n"
        "try:\n"
        f"    main({arguments!r})\n"
        "except SystemExit:\n"
        "    pass\n"
        "assert not {'spacy', 'trafilatura', 'rich', 'lxml'} & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
