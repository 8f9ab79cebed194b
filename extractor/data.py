"""Loads the pattern files that ship beside the code."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_MARKER = "cekangka.marker"


class PatternsError(RuntimeError):
    """The `patterns` package that Python finds is not ours."""


@cache
def _root() -> Traversable:
    root = files("patterns")
    if not (root / _MARKER).is_file():
        raise PatternsError(
            f"another package named 'patterns' hides the pattern files of cekangka: {root}; "
            "run from another folder or rename that package"
        )
    return root


def read_text(name: str) -> str:
    """The text of one pattern file, named by its path in `patterns/` ("indonesian/months.tsv")."""
    path = _root()
    for part in name.split("/"):
        path = path / part
    return path.read_text(encoding="utf-8")


def names(folder: str, suffix: str) -> list[str]:
    """The names of the pattern files in a folder that end in `suffix`, sorted."""
    return sorted(entry.name for entry in (_root() / folder).iterdir() if entry.name.endswith(suffix))


def rows(name: str) -> list[list[str]]:
    """The rows of a tab-separated pattern file, without blank lines and lines that start with `#`."""
    lines = read_text(name).splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def _walk(folder: Traversable, prefix: str = "") -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                found += _walk(entry, f"{prefix}{entry.name}/")
        elif not entry.name.endswith((".py", ".pyc")):
            found.append((prefix + entry.name, entry))
    return found


@cache
def patterns_sha256() -> str:
    """One checksum over all pattern files, names and contents; it tells two reports' rules apart."""
    digest = hashlib.sha256()
    for name, path in _walk(_root()):
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
