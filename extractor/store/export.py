"""The rows of an export: those of a store's figures, records or findings, with where they come from."""

from __future__ import annotations

import datetime as dt
import math
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from extractor.output.csv import TABLES, Cell
from extractor.report import Severity
from extractor.store.codebook import types
from extractor.store.store import Store
from extractor.store.tables import PUBLISHED, columns

ORIGIN = (
    *("outlet_name", "title", "article", "retrieved", "capture_sha256", "warc", "warc_offset", "warc_length"),
    *("copy_of", "version", "patterns_sha256"),
)
_TEXTS = {"figures": ("sentence", "text"), "records": ("text",), "findings": ("text",)}
_STORED = {"figures": "figure", "records": "record", "findings": "finding"}

_ARTICLES = f"""
SELECT a.url AS source, a.url, a.host AS outlet, {PUBLISHED} AS published, a.text_sha256 AS sha256,
  a.outlet AS outlet_name, a.title, a.id AS article, a.retrieved, c.sha256 AS capture_sha256, c.warc,
  c."offset" AS warc_offset, c.length AS warc_length,
  (SELECT url FROM article WHERE text_sha256 = a.text_sha256 AND id < a.id ORDER BY id LIMIT 1) AS copy_of,
  a.version, a.patterns_sha256, a.text
FROM article a LEFT JOIN capture c
  ON c.id = (SELECT id FROM capture WHERE page = a.page AND current = 1 ORDER BY part LIMIT 1)
WHERE {{}} ORDER BY a.id
"""

Row = tuple[Cell, ...]


def names(table: str, *, text: bool = False) -> tuple[str, ...]:
    """The columns of a table's export in their order; `text` adds those that hold the outlet's words."""
    plain = tuple(name for name in TABLES[table][0] if name not in _TEXTS[table])
    return (*plain, *ORIGIN, *(_TEXTS[table] if text else ()))


@dataclass(frozen=True, slots=True)
class Choice:
    """Which articles: of these outlets (names or hosts) where there are any, published in these days."""

    outlets: Sequence[str] = ()
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def dated(self) -> bool:
        """Whether an article needs a date of publication to be among them."""
        return self.since is not None or self.until is not None

    def condition(self) -> tuple[str, list[str]]:
        """The condition on the article `a`, and its values. An article of a whole month is of all its days."""
        parts, values = self._of_outlets()
        if self.dated:
            parts.append("a.published_end >= ? AND a.published_start <= ?")
            values += [(self.since or dt.date.min).isoformat(), (self.until or dt.date.max).isoformat()]
        return " AND ".join(parts), values

    def undated(self) -> tuple[str, list[str]]:
        """The condition on those that may be meant, but have no date of publication."""
        parts, values = self._of_outlets()
        return " AND ".join([*parts, "(a.published_start IS NULL OR a.published_end IS NULL)"]), values

    def _of_outlets(self) -> tuple[list[str], list[str]]:
        if not self.outlets:
            return ["1"], []
        marks = ", ".join("?" * len(self.outlets))
        return [f"(a.outlet IN ({marks}) OR a.host IN ({marks}))"], [*self.outlets, *self.outlets]


class Export:
    """The rows of one moment of a store, whatever others write meanwhile. Raises sqlite3.Error as it comes.

    `articles` counts those that were looked at so far, `count` the rows.
    """

    def __init__(self, store: Store, choice: Choice) -> None:
        self._store, self._choice = store, choice
        self.articles = self.count = 0
        store.query("BEGIN")  # what is read from here on is of one moment

    def unknown(self) -> list[str]:
        """The outlets asked for that the store knows nothing of."""
        known = frozenset(self.known() if self._choice.outlets else ())
        return [name for name in self._choice.outlets if name not in known]

    def known(self) -> list[str]:
        """The outlets of the store and the hosts of its articles."""
        sql = "SELECT outlet FROM page UNION SELECT host FROM article WHERE host IS NOT NULL ORDER BY 1"
        return [name for (name,) in self._store.query(sql)]

    def undated(self) -> int:
        """How many articles are left out because nothing tells when they were published."""
        if not self._choice.dated:
            return 0
        condition, values = self._choice.undated()
        return int(
            self._store.query(f"SELECT count(*) FROM article a WHERE {condition}", values).fetchone()[0]
        )

    def rows(self, table: str, *, text: bool = False) -> Iterator[Row]:
        """The rows of "figures", "records" or "findings", article by article, with the columns of `names`."""
        made = _Row(table, names(table, text=text))
        own = ", ".join(f'"{name}"' for name in made.own)
        sql = f"SELECT {own} FROM {_STORED[table]} WHERE article = ?"
        condition, values = self._choice.condition()
        for article in self._store.query(_ARTICLES.format(condition), values):
            self.articles += 1
            shared = made.shared(article)
            found = self._store.query(sql, [article["article"]]).fetchall()
            for row in sorted(found, key=_ORDER[table]):
                self.count += 1
                yield made.row(shared, row)


class _Row:
    """Puts the cells of one row together, from those of its article and its own."""

    def __init__(self, table: str, names: Sequence[str]) -> None:
        kinds, stored = types(table), columns(_STORED[table])
        self.own = tuple(name for name in stored if name in names)
        self._own = [(names.index(name), _CLEANED[kinds[name]]) for name in self.own]
        self._shared = [(at, name) for at, name in enumerate(names) if name not in self.own]
        self._width = len(names)

    def shared(self, article: sqlite3.Row) -> Row:
        """The cells of all rows of an article, the others empty."""
        cells: list[Cell] = [None] * self._width
        for at, name in self._shared:
            cells[at] = _text(article[name])
        return tuple(cells)

    def row(self, shared: Row, own: sqlite3.Row) -> Row:
        """One row, whole."""
        cells = list(shared)
        for (at, cleaned), value in zip(self._own, own, strict=True):
            cells[at] = cleaned(value)
        return tuple(cells)


def _text(value: Cell) -> Cell:
    return None if value == "" else value


def _number(value: Cell) -> Cell:
    """A number; None for what neither JSON nor a sum can take."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _flag(value: Cell) -> Cell:
    return None if value is None else bool(value)


_CLEANED: dict[str, Callable[[Cell], Cell]] = {
    "text": _text,
    "day": _text,
    "integer": _number,
    "number": _number,
    "flag": _flag,
}


def _numbers(ids: str) -> list[int]:
    """The order of ids: f2 stands before f10."""
    return [int(number) for number in re.findall(r"\d+", ids)]


def _by_weight(row: sqlite3.Row) -> tuple[object, ...]:
    place = (row["line"] is None, row["line"] or 0, row["column"] or 0)
    return get_args(Severity).index(row["severity"]), *place, row["code"], row["id"]


_ORDER: dict[str, Callable[[sqlite3.Row], tuple[object, ...]]] = {
    "figures": lambda row: (_numbers(row["id"]),),
    "records": lambda row: (_numbers(row["record"]), _numbers(row["figures"])),
    "findings": _by_weight,
}
