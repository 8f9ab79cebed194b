"""`extract corpus`: what it writes, read back as the tools read it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin

import corpus
from extractor.annotated import brat, label_studio
from extractor.annotated.articles import (
    INDICATORS,
    UNITS,
    AnnotatedArticle,
    Mention,
    figure_facts,
    load_articles,
)
from extractor.annotated.docbin import docbin
from extractor.cli import main
from extractor.evaluation.gold import GoldError, parse_article
from extractor.output.destination import OutputError
from extractor.output.folder import new_folder

SHIPPED = Path(corpus.__file__).parent
# Letters beyond U+FFFF are two code units in JavaScript, four bytes in UTF-8 and one code point.
TEXT = (
    "🪪🪪 4.310 Warga Kabupaten Kudus Belum Rekam\n\n"
    "Baru 51ribu keping 𝐛𝐥𝐚𝐧𝐠𝐤𝐨 tiba 👨‍👩‍👧, cukup untuk Kudus\tdan Jepara. Sisanya dua\nratus, 12,5 persen.\n"
)


def figure(printed: str, indicator: str = "unrecorded", **more: Any) -> dict[str, Any]:
    """A figure whose mentions are all the places where TEXT prints it."""
    spans = [list(found.span()) for found in re.finditer(re.escape(printed), TEXT)]
    row = {
        "indicator": indicator,
        "value": 1,
        "unit": "persons",
        "code": "33.19",
        "raw": printed,
        "spans": spans,
    }
    return row | more


FIGURES = [
    figure("4.310", value=4310, as_of="2023-06", place="Kabupaten Kudus", level="regency"),
    figure("51", "blanks", value=51_000, unit="cards", approx=True),
    figure("51", "blanks", value=51_000, unit="cards", code="33.20"),
    figure("dua\nratus", "other:sisa", value=200, code=None, note="keduanya\u2028desa"),
    figure("12,5", value=12.5, unit="percent", disputed=True),
]
PRINTED = ["4.310", "51", "51", "dua\nratus", "12,5"]


def article(*figures: dict[str, Any], name: str = "kudus", **more: Any) -> dict[str, Any]:
    return {"id": name, "figures": list(figures), "contradictions": [], **more}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with gold.jsonl and teks/kudus.txt."""
    monkeypatch.chdir(tmp_path)
    gold(article(*FIGURES, published="2023-07-02", outlet="kabaruji.id"))
    (tmp_path / "teks").mkdir()
    (tmp_path / "teks" / "kudus.txt").write_bytes(TEXT.encode())
    return tmp_path


def gold(*rows: dict[str, Any]) -> None:
    Path("gold.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def export(form: str, *more: str) -> int:
    return main(["corpus", "gold.jsonl", "teks", "--format", form, *more])


def docs(path: str | Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(spacy.blank("xx").vocab))


def result(task: dict[str, Any]) -> list[dict[str, Any]]:
    (annotation,) = task["annotations"]
    found: list[dict[str, Any]] = annotation["result"]
    return found


def standoff(ann: str) -> dict[str, list[str]]:
    """The fields of every line, by its id."""
    lines = [line.split("\t", 2) for line in ann.splitlines()]
    assert len({line[0] for line in lines}) == len(lines)
    return {line[0]: line[1:] for line in lines}


def extents(field: str) -> list[tuple[int, int]]:
    """Starts and ends in "Type 0 5;7 9"."""
    pairs = field.split(" ", 1)[1].split(";")
    return [(int(start), int(end)) for start, end in (pair.split() for pair in pairs)]


# spaCy


@pytest.mark.usefixtures("here")
def test_docbin_holds_every_mention_and_what_is_known_of_it() -> None:
    assert export("docbin", "--output", "kudus.spacy") == 0
    (doc,) = docs("kudus.spacy")
    assert doc.text == TEXT
    spans = list(doc.spans["figures"])
    assert [span.text for span in spans] == PRINTED
    assert [span.label_ for span in spans] == ["unrecorded", "blanks", "blanks", "other", "unrecorded"]
    assert [span.kb_id_ for span in spans] == ["33.19", "33.19", "33.20", "", "33.19"]
    known = [doc.user_data["figures"][span.id_] for span in spans]
    assert [each["value"] for each in known] == [4310, 51_000, 51_000, 200, 12.5]
    assert [each["as_of"] for each in known] == ["2023-06", None, None, None, None]
    assert known[3]["indicator"] == "other:sisa"
    assert (doc.user_data["id"], doc.user_data["published"]) == ("kudus", "2023-07-02")


@given(st.text(alphabet="a1.,- 𝟏\n🪪", max_size=12), st.data())
def test_a_span_keeps_its_text_wherever_it_begins(text: str, data: st.DataObject) -> None:
    edges = range(len(text) + 1)
    spans = [
        (start, end)
        for start in edges
        for end in edges
        if start < end and text[start:end].strip() == text[start:end]
    ]
    chosen = data.draw(st.lists(st.sampled_from(spans), max_size=3)) if spans else []
    doc = read_back(text, chosen)
    assert doc.text == text
    assert [(span.start_char, span.end_char) for span in doc.spans["figures"]] == sorted(chosen)


def read_back(text: str, spans: list[tuple[int, int]]) -> Doc:
    """The Doc of a text with one figure."""
    known = parse_article(article(figure("4.310", spans=spans)))
    mentions = tuple(Mention(start, end, "f1", "wktp") for start, end in sorted(spans))
    made = AnnotatedArticle("a", text, known, {"f1": figure_facts(known.figures[0])}, mentions)
    (doc,) = DocBin().from_bytes(docbin([made])).get_docs(spacy.blank("xx").vocab)
    return doc


# Label Studio


@pytest.mark.usefixtures("here")
def test_tasks_of_label_studio_slice_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert export("label-studio") == 0
    (task,) = json.loads(capsys.readouterr().out)
    assert task["data"]["text"] == TEXT
    assert (task["data"]["article"], task["data"]["outlet"]) == ("kudus", "kabaruji.id")
    items = result(task)
    values = [item["value"] for item in items]
    assert [TEXT[value["start"] : value["end"]] for value in values] == PRINTED
    assert [value["text"] for value in values] == PRINTED
    assert [value["labels"] for value in values] == [
        ["unrecorded"], ["blanks"], ["blanks"], ["other"], ["unrecorded"],
    ]  # fmt: skip
    assert len({item["id"] for item in items}) == len(items)
    meta = items[0]["meta"]
    assert meta["text"] == ["4310 persons · Kabupaten Kudus (33.19) · 2023-06"]
    assert (meta["code"], meta["as_of"], meta["unit"], meta["value"]) == ("33.19", "2023-06", "persons", 4310)


@pytest.mark.usefixtures("here")
def test_the_labelling_configuration_goes_with_the_tasks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", "--labels"]) == 0
    view = ElementTree.fromstring(capsys.readouterr().out)
    control, shown = view.find("Labels"), view.find("Text")
    assert control is not None
    assert shown is not None
    export("label-studio")
    (task,) = json.loads(capsys.readouterr().out)
    assert shown.attrib["value"].removeprefix("$") in task["data"]
    for item in result(task):
        assert (item["type"], item["from_name"]) == (control.tag.lower(), control.attrib["name"])
        assert item["to_name"] == shown.attrib["name"] == control.attrib["toName"]
        assert item["value"]["labels"][0] in [label.attrib["value"] for label in control]


# brat


@pytest.mark.usefixtures("here")
def test_standoff_of_brat_slices_the_text() -> None:
    assert export("brat", "--output", "brat") == 0
    assert sorted(path.name for path in Path("brat").iterdir()) == [
        "annotation.conf",
        "kudus.ann",
        "kudus.txt",
    ]
    text = Path("brat/kudus.txt").read_bytes().decode()
    assert text == TEXT
    lines = standoff(Path("brat/kudus.ann").read_bytes().decode())
    bound = [fields for name, fields in lines.items() if name.startswith("T")]
    sliced = [[text[start:end] for start, end in extents(extent)] for extent, _ in bound]
    assert sliced == [["4.310"], ["51"], ["51"], ["dua", "ratus"], ["12,5"]]
    assert [words for _, words in bound] == [" ".join(pieces) for pieces in sliced]


@pytest.mark.usefixtures("here")
def test_brat_is_told_unit_flags_and_the_rest_of_each_mention() -> None:
    export("brat", "--output", "brat")
    lines = standoff(Path("brat/kudus.ann").read_text(encoding="utf-8"))
    said = [fields[0] for name, fields in lines.items() if name.startswith("A")]
    assert said == [
        "Unit T1 persons", "Unit T2 cards", "Approximate T2", "Unit T3 cards", "Unit T4 persons",
        "Unit T5 percent", "Disputed T5",
    ]  # fmt: skip
    target, note = lines["#1"]
    assert target == "AnnotatorNotes T1"
    known = json.loads(note)
    assert (known["value"], known["code"], known["as_of"]) == (4310, "33.19", "2023-06")
    assert known["place"] == "Kabupaten Kudus"
    assert json.loads(lines["#4"][1])["note"] == "keduanya\u2028desa"


def test_the_configuration_of_brat_names_every_type() -> None:
    sections = dict(re.findall(r"^\[(\w+)\]\n((?:[^\[\n].*\n)*)", brat.configuration(), re.MULTILINE))
    assert tuple(sections["entities"].split()) == INDICATORS
    assert sections["relations"] == sections["events"] == ""
    attributes = dict(line.split("\t") for line in sections["attributes"].splitlines())
    assert attributes["Unit"] == f"Arg:<ENTITY>, Value:{'|'.join(UNITS)}"
    assert set(attributes) == {"Unit", "Approximate", "Disputed"}


# the corpus that ships


def test_the_corpus_keeps_every_mention_in_every_form(tmp_path: Path) -> None:
    rows = [json.loads(line) for line in (SHIPPED / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {
        row["id"]: (SHIPPED / "articles" / f"{row['id']}.txt").read_text(encoding="utf-8") for row in rows
    }
    annotated = {
        row["id"]: sorted((*span, each["indicator"].partition(":")[0]) for each in row["figures"] for span in each["spans"])
        for row in rows
    }  # fmt: skip
    articles = load_articles(SHIPPED / "gold.jsonl", SHIPPED / "articles")

    (tmp_path / "corpus.spacy").write_bytes(docbin(articles))
    read = docs(tmp_path / "corpus.spacy")
    assert {doc.user_data["id"]: doc.text for doc in read} == texts
    assert annotated == {
        doc.user_data["id"]: sorted((s.start_char, s.end_char, s.label_) for s in doc.spans["figures"]) for doc in read
    }  # fmt: skip
    for task in json.loads(label_studio.tasks(articles)):
        values = [item["value"] for item in result(task)]
        assert (
            sorted((v["start"], v["end"], v["labels"][0]) for v in values)
            == annotated[task["data"]["article"]]
        )
        assert all(v["text"] == task["data"]["text"][v["start"] : v["end"]] for v in values)
    for each in articles:
        bound = [fields for name, fields in standoff(brat.annotation(each)).items() if name.startswith("T")]
        found = [(*extents(extent)[0], extent.split()[0]) for extent, _ in bound]
        assert sorted(found) == annotated[each.id]


# what is refused


@pytest.mark.parametrize("form", ["docbin", "label-studio", "brat"])
@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (article(figure("4.310", spans=[])), "article kudus: the figure unrecorded 4.310 has no spans"),
        (article(figure("4.310", spans=[[900, 905]])), "article kudus: the figure unrecorded 4.310 has the span 900-905"),
        (article(figure("4.310", spans=[[5, 3]])), "has the span 5-3"),
        (article(figure("4.310", spans=[[2, 8]])), "begins or ends in white space"),
        (article(figure("4.310", "terekam")), "is of no indicator that is known"),
        (article(figure("4.310", unit="jiwa")), "counts 'jiwa'"),
        (article(figure("4.310", value=float("nan"))), "has a value that is no number"),
        (article(figure("4.310", code=33.19)), "has a code that is no text"),
        (article(figure("4.310", place="Kudus\ud83e")), "holds half a character"),
        (article(name="../kudus"), "article '../kudus': its id can't be the name of a file"),
        (article(name="teks/kudus"), "article 'teks/kudus': its id can't be the name of a file"),
        (article(name="..\\kudus"), "its id can't be the name of a file"),
        (article(name="/kudus"), "its id can't be the name of a file"),
        (article(name=".."), "its id can't be the name of a file"),
        (article(name=""), "its id can't be the name of a file"),
        (article(name="ku\ndus"), "its id can't be the name of a file"),
        (article(name="jepara"), "teks/jepara.txt: no such file"),
    ],
)  # fmt: skip
def test_what_has_no_place_in_its_text_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], row: dict[str, Any], form: str, reason: str
) -> None:
    gold(article(*FIGURES, name="semarang"), row)
    (here / "teks" / "semarang.txt").write_text(TEXT, encoding="utf-8")
    assert export(form, "--output", "hasil") == 2
    told = capsys.readouterr().err
    assert told.startswith(("extract: gold.jsonl: article ", "extract: teks"))
    assert reason in told
    assert sorted(path.name for path in here.iterdir()) == ["gold.jsonl", "teks"]


@pytest.mark.usefixtures("here")
def test_a_folder_with_other_files_is_refused_and_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Path("brat").mkdir()
    Path("brat/catatan.md").write_text("milik orang")
    assert export("brat", "--output", "brat") == 2
    assert capsys.readouterr().err == "extract: cannot write brat: the folder holds other files\n"
    assert [path.name for path in Path("brat").iterdir()] == ["catatan.md"]


@pytest.mark.usefixtures("here")
def test_an_empty_folder_is_taken() -> None:
    Path("brat").mkdir()
    assert export("brat", "--output", "brat") == 0
    assert Path("brat/kudus.ann").exists()


def write_twice(path: Path) -> None:
    """Writes the same file of a folder twice, which fails."""
    with new_folder(str(path)) as folder:
        folder.add("a.txt", TEXT)
        folder.add("a.txt", TEXT)


@pytest.mark.parametrize("there", [False, True])
def test_a_run_that_fails_leaves_a_folder_as_it_was(tmp_path: Path, there: bool) -> None:
    path = tmp_path / "brat"
    if there:
        path.mkdir()
    with pytest.raises(OutputError, match="file exists"):
        write_twice(path)
    assert path.exists() == there
    assert list(tmp_path.rglob("*.txt")) == []


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("name", "reason"), [("catatan.md", "it is no folder"), ("hilang/brat", "no such file or directory")]
)
def test_a_folder_that_cannot_be_made_is_told(
    capsys: pytest.CaptureFixture[str], name: str, reason: str
) -> None:
    Path("catatan.md").write_text("milik orang")
    assert export("brat", "--output", name) == 2
    assert capsys.readouterr().err == f"extract: cannot write {name}: {reason}\n"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("form", ["docbin", "label-studio"])
def test_a_file_that_cannot_be_written_is_told(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(form, "--output", "teks") == 2
    assert capsys.readouterr().err == "extract: cannot write teks: it is a folder\n"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["gold.jsonl", "--format", "brat", "--output", "x"], "TEXTS is missing"),
        (["--format", "docbin"], "--format docbin needs --output"),
        (["--format", "brat", "--labels", "--output", "x"], "--labels goes with --format label-studio"),
        (["--format", "docbin", "--output", ""], "--output needs a name"),
        (["gold.jsonl", "teks", "--format", "docbin", "--output", "./gold.jsonl"], "would overwrite an input"),
        (["gold.jsonl", "teks", "--format", "docbin", "--output", "teks/kudus.txt"], "would overwrite an input"),
        (["gold.jsonl", "teks"], "--format"),
    ],
)  # fmt: skip
def test_options_that_do_not_go_together_are_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str], reason: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["corpus", *arguments])
    assert ended.value.code == 2
    assert reason in capsys.readouterr().err


# offsets and cost


def test_spans_count_the_file_its_address_line_too(here: Path) -> None:
    text = "URL: https://kabaruji.id/7\nBaru 88 keping.\n"
    (here / "teks" / "kudus.txt").write_text(text, encoding="utf-8")
    gold(article(figure("88", "blanks", spans=[[32, 34]])))
    (read,) = load_articles(Path("gold.jsonl"), Path("teks"))
    (mention,) = read.mentions
    assert read.text[mention.start : mention.end] == "88"


def test_an_annotation_that_is_missing_is_named() -> None:
    with pytest.raises(GoldError, match=r"hilang\.jsonl: no such file"):
        load_articles(Path("hilang.jsonl"), Path())


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("form", "waits"), [("label-studio", False), ("brat", False), ("docbin", True)])
def test_only_docbin_waits_for_spacy(form: str, waits: bool) -> None:
    code = (
        "import sys; from extractor.cli import main\n"
        f"main(['corpus', 'gold.jsonl', 'teks', '--format', '{form}', '--output', 'hasil'])\n"
        "print('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{waits}\n"
