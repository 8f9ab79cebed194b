"""The articles of a store as inputs, so that they can be read and checked like files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from extractor.inputs import Input, Kept
from extractor.store.store import Store


def stored_inputs(path: str) -> Iterator[Input]:
    """The articles of a store in the order in which they came, named by their addresses. Raises StoreError."""
    last = 0
    with Store(Path(path), reading=True) as store:
        while True:  # in pieces, so that a store of any size can be read while others write
            rows = store.query("SELECT * FROM article WHERE id > ? ORDER BY id LIMIT 200", [last]).fetchall()
            if not rows:
                return
            for row in rows:
                kept = Kept(
                    text=row["text"],
                    title=row["title"],
                    source_sha256=row["source_sha256"],
                    retrieved=dt.datetime.fromisoformat(row["retrieved"]),
                    published=row["published"],
                    outlet=row["host"],
                )
                yield Input(row["url"], kept=kept)
            last = rows[-1]["id"]
