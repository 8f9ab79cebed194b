from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from extractor import data
from extractor.evaluation import gate as gates
from extractor.evaluation.gate import GateError
from extractor.evaluation.run import Gate, run_eval
from extractor.reading import cue_phrases

CHECK, RAISE = Gate(check=True), Gate(raise_floors=True)
ONE = """Perekaman e-KTP di Kudus

Disdukcapil Kabupaten Kudus mencatat 640.000 warga wajib KTP. Sebanyak 610.250 orang sudah merekam.
"""
TWO = """Warga Jepara Belum Rekam

Di Kabupaten Jepara masih ada 29.750 orang yang belum merekam data e-KTP.
"""


def figure(indicator: str, value: int, code: str) -> dict[str, Any]:
    return {"indicator": indicator, "value": value, "unit": "persons", "code": code}


GOLD = [
    {
        "id": "kudus",
        "figures": [figure("wktp", 640000, "33.19"), figure("recorded", 610250, "33.19")],
        "contradictions": [],
    },
    {"id": "jepara", "figures": [figure("unrecorded", 29750, "33.20")], "contradictions": []},
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two annotated articles with floors at what is reached."""
    (tmp_path / "kudus.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "jepara.txt").write_text(TWO, encoding="utf-8")
    annotate(tmp_path, GOLD)
    assert gated(tmp_path, RAISE) == []
    return tmp_path


def annotate(folder: Path, articles: list[dict[str, Any]]) -> None:
    lines = [json.dumps(article) + "\n" for article in articles]
    (folder / "gold.jsonl").write_text("".join(lines), encoding="utf-8")


def gated(folder: Path, gate: Gate) -> list[str]:
    return run_eval(folder / "gold.jsonl", folder, gate=gate, stream=io.StringIO())


def floors_of(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / "floors.json").read_text(encoding="utf-8"))
    return content


def test_what_was_reached_passes(corpus: Path) -> None:
    assert gated(corpus, CHECK) == []
    floors = floors_of(corpus)
    assert (floors["articles"], floors["figures"]) == (2, 3)
    assert floors["floors"]["figures, strict F1"] == 1.0
    assert floors["floors"]["not falsely accused"] == 1.0


def test_a_deleted_line_fails(corpus: Path) -> None:
    annotate(corpus, GOLD[:1])
    assert gated(corpus, CHECK)[:2] == ["articles: 1, there were 2", "figures: 2, there were 3"]
    with pytest.raises(GateError, match="articles: 1, there were 2"):
        gated(corpus, RAISE)


def test_a_changed_text_fails(corpus: Path) -> None:
    (corpus / "kudus.txt").write_text(ONE.replace("Sebanyak", "Ada"), encoding="utf-8")
    assert gated(corpus, CHECK) == [
        "annotation or texts have changed since the floors were set; --raise-floors takes them over"
    ]
    assert gated(corpus, RAISE) == []
    assert gated(corpus, CHECK) == []


def test_a_removed_cue_pattern_fails(
    corpus: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    patterns = tmp_path_factory.mktemp("rules") / "patterns"
    shutil.copytree(Path(data.__file__).parent.parent / "patterns", patterns)
    cues = patterns / "ektp" / "cues.jsonl"
    kept = [line for line in cues.read_text(encoding="utf-8").splitlines() if '"merekam"' not in line]
    cues.write_text("\n".join(kept) + "\n", encoding="utf-8")
    cached = (cue_phrases.phrases, cue_phrases._tree)
    monkeypatch.setattr("extractor.data._root", lambda: patterns)
    for table in cached:
        table.cache_clear()
    try:
        found = gated(corpus, CHECK)
    finally:
        monkeypatch.undo()
        for table in cached:
            table.cache_clear()
    assert "figures, strict F1" in " ".join(found)
    assert gated(corpus, CHECK) == []


def test_a_floor_lowered_by_hand_fails(corpus: Path) -> None:
    floors = floors_of(corpus)
    floors["floors"]["figures, strict F1"] = 0.5
    (corpus / "floors.json").write_text(json.dumps(floors), encoding="utf-8")
    for gate in (CHECK, RAISE):
        with pytest.raises(GateError, match="edited by hand"):
            gated(corpus, gate)


def test_floors_go_down_only_with_a_reason(corpus: Path) -> None:
    harder = {"id": "kudus", "figures": [*GOLD[0]["figures"], figure("unrecorded", 1, "33.19")]}  # type: ignore[misc]
    annotate(corpus, [harder | {"contradictions": []}, GOLD[1]])
    with pytest.raises(GateError, match=r"figures, strict F1: 0\.8571, floor 1\.0000"):
        gated(corpus, RAISE)
    with pytest.raises(GateError, match="needs a reason"):
        gated(corpus, Gate(lower_floors=" "))
    assert gated(corpus, Gate(lower_floors="a figure that the text implies was added")) == []
    assert gated(corpus, CHECK) == []
    assert [entry["reason"] for entry in floors_of(corpus)["lowered"]] == [
        "a figure that the text implies was added"
    ]


def test_a_lost_measure_fails() -> None:
    floors = gates.Floors(articles=1, figures=1, sha256="", floors={"as-of right": 0.9}, lowered=[])
    today = floors.model_copy(update={"floors": {}})
    assert gates.faults(floors, today) == ["as-of right: not measured any more, floor 0.9000"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, r"floors\.json: no such file or directory; --raise-floors writes it"),
        ("{", r"floors\.json: holds no floors: Invalid JSON"),
        ('{"articles": 1}', r"floors\.json: holds no floors: figures: Field required"),
    ],
)
def test_floors_that_cannot_be_read(corpus: Path, content: str | None, message: str) -> None:
    (corpus / "floors.json").unlink()
    if content is not None:
        (corpus / "floors.json").write_text(content, encoding="utf-8")
    with pytest.raises(GateError, match=message):
        gated(corpus, CHECK)
