"""What the installed command costs: its start, and two processes against one."""

from __future__ import annotations

import compileall
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.articles import articles
from benchmarks.clock import fresh_process, output, wall

_ROOT = Path(__file__).parent.parent
_PACKAGES = ("extractor", "patterns")
EXTRACT = (sys.executable, "-m", "extractor")
_IMPORTS = (sys.executable, "-c", "import spacy, trafilatura, pydantic")
_BUILD = """
import time
start = time.process_time()
import spacy
imported = time.process_time()
from extractor.reading.pipeline import build
build()
print(imported - start, time.process_time() - imported)
"""


def write(folder: Path, count: int) -> None:
    """Puts the first `count` articles into a folder."""
    for number, text in enumerate(articles(count)):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


def _seconds(command: Sequence[str], times: int) -> float:
    return statistics.median(fresh_process(command) for _ in range(times))


def as_installed() -> None:
    """Compiles our modules, as an installation does with ours and every other package's."""
    for package in _PACKAGES:
        if not compileall.compile_dir(_ROOT / package, quiet=1):
            raise RuntimeError(f"{package} does not compile")


def cold_start(times: int) -> dict[str, float]:
    """Seconds of processor time of fresh processes: help, one file, and the imports a file may need."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), 1)
        return {
            "extract --help": _seconds((*EXTRACT, "--help"), times),
            "extract FILE": _seconds((*EXTRACT, str(Path(folder) / "00000.txt")), times),
            "import spacy, trafilatura, pydantic": _seconds(_IMPORTS, times),
        }


def building(times: int) -> dict[str, float]:
    """Seconds of processor time in fresh processes: importing spaCy, then building the pipeline."""
    command = (sys.executable, "-c", _BUILD)
    pairs = [tuple(map(float, output(command).split())) for _ in range(times)]
    imports, builds = zip(*pairs, strict=True)
    return {"import spacy": statistics.median(imports), "building": statistics.median(builds)}


def _run(folder: Path, jobs: int) -> float:
    return wall((*EXTRACT, str(folder), "--format", "jsonl", "--jobs", str(jobs)))


def two_against_one(count: int) -> dict[str, float]:
    """Seconds by the clock for `count` articles in one and in two processes, start-up on its own."""
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        write(Path(few), 2)
        write(Path(many), count)
        times = {}
        for jobs in (1, 2):
            times[f"start, {jobs} jobs"] = _run(Path(few), jobs)
            times[f"all, {jobs} jobs"] = _run(Path(many), jobs)
    return times
