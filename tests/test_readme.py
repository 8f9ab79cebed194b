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


def listed_options() -> dict[str, set[str]]:
    """The options that the list of commands gives each command; "" for reading alone."""
    (listing,) = [block for block in blocks("text") if block.startswith("extract artikel.txt")]
    options: dict[str, set[str]] = {}
    command = ""
    for line in listing.splitlines():
        if line.startswith("extract "):
            first = line.split()[1]
            command = first if first.isalpha() and first.islower() else ""
        options.setdefault(command, set()).update(re.findall(r"(?<![\w-])--[a-z][a-z-]+", line))
    return options


def test_the_list_of_commands_is_the_programs() -> None:
    listed = listed_options()
    assert {
        "check",
        "why",
        "eval",
        "corpus",
        "crawl",
        "outlets",
        "report",
        "export",
        "schema",
        "rule",
    } <= listed.keys()
    for command, options in listed.items():
        asked = [sys.executable, "-m", "extractor", *([command] if command else []), "--help"]
        helped = subprocess.run(
            asked, cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
        ).stdout
        known = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", helped))
        assert options <= known, command
        assert not command or f"extract {command}" in helped
