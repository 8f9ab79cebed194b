"""README is checked against the program: its commands, its output, its examples."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_first_two_shell_lines_install_and_are_complete() -> None:
    main, tests = blocks("sh")
    assert main.count("\n") == tests.count("\n") == 1
    assert "extract corpus/articles/kudus.txt" in main
    assert "pytest" in tests


def test_the_output_shown_is_the_programs() -> None:
    command = [sys.executable, "-m", "extractor", "corpus/articles/kudus.txt"]
    printed = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout
    assert blocks("text")[0].rstrip() == printed.rstrip()


def test_the_python_examples_run() -> None:
    first, _, third = blocks("python")
    for example in (first, third):
        subprocess.run([sys.executable, "-c", example], cwd=ROOT, check=True, capture_output=True)


def test_the_commands_listed_exist() -> None:
    helped = subprocess.run(
        [sys.executable, "-m", "extractor", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for option in ("--format", "--table", "--published", "--outlet", "--url", "--output", "--jobs"):
        assert option in helped
