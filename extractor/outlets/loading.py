"""Outlets from the files of `patterns/outlets` and of a folder of the user's own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from extractor.data import names, read_text
from extractor.outlets.outlet import Outlet, OutletError, outlet_of

_SUFFIX = ".toml"


@cache
def shipped_outlets() -> Mapping[str, Outlet]:
    """The outlets that come with the package, by name."""
    found = {}
    for file in names("outlets", _SUFFIX):
        name = file.removesuffix(_SUFFIX)
        found[name] = _read(name, read_text(f"outlets/{file}"), f"outlets/{file}")
    return found


def outlets_in(folder: str) -> Iterator[Outlet]:
    """The outlets described in a folder. Raises OutletError where a file describes none, OSError as it comes."""
    for path in sorted(Path(folder).iterdir()):
        if path.suffix == _SUFFIX:
            yield _read(path.stem, path.read_text(encoding="utf-8"), str(path))


def _read(name: str, text: str, where: str) -> Outlet:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise OutletError(f"{where}: {error}") from error
    return outlet_of(name, table, where)


def outlet_of_host(host: str, outlets: Mapping[str, Outlet]) -> Outlet | None:
    """The outlet that a host belongs to: one that names it, else one that covers it; None where none does."""
    owning = [outlet for outlet in outlets.values() if outlet.owns(host)]
    named = [outlet for outlet in owning if host in outlet.hosts or host in outlet.mirrors]
    return next(iter(named or owning), None)
