"""The tables and views of a store."""

from __future__ import annotations

from extractor.output.csv import ARTICLE_COLUMNS, FIGURES, FINDINGS, RECORDS

# The date of publication as the CSV table has it (extractor.output.csv): a day, "first/last", or what it may be
PUBLISHED = """CASE WHEN a.published_start = a.published_end THEN a.published_start
  WHEN a.published_start IS NOT NULL AND a.published_end IS NOT NULL THEN a.published_start || '/' || a.published_end
  ELSE (SELECT group_concat(CASE WHEN first = last THEN first ELSE first || '/' || last END, ' | ')
    FROM (SELECT json_extract(value, '$.start') AS first, json_extract(value, '$.end') AS last
      FROM json_each(a.published, '$.candidates'))) END"""

_TABLES = """
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  ended TEXT,
  command TEXT NOT NULL,
  version TEXT NOT NULL,
  patterns_sha256 TEXT NOT NULL,
  outcome TEXT
) STRICT;

CREATE TABLE host (
  name TEXT PRIMARY KEY,
  answered_at REAL NOT NULL DEFAULT 0,
  free_at REAL NOT NULL DEFAULT 0,
  owner TEXT,
  owned_until REAL NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  page TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  owned_until REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE listing (
  url TEXT PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run(id),
  fetched REAL NOT NULL,
  final_url TEXT NOT NULL,
  headers TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE page (
  key TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  outlet TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  checked TEXT NOT NULL,
  etag TEXT,
  modified TEXT,
  run INTEGER NOT NULL REFERENCES run(id)
) STRICT, WITHOUT ROWID;

CREATE TABLE capture (
  id INTEGER PRIMARY KEY,
  page TEXT NOT NULL REFERENCES page(key),
  part INTEGER NOT NULL,
  url TEXT NOT NULL,
  fetched TEXT NOT NULL,
  status INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  warc TEXT NOT NULL,
  "offset" INTEGER NOT NULL,
  length INTEGER NOT NULL,
  current INTEGER NOT NULL,
  UNIQUE (warc, "offset")
) STRICT;
CREATE INDEX capture_page ON capture(page, current, part);

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  page TEXT NOT NULL UNIQUE REFERENCES page(key),
  url TEXT NOT NULL,
  outlet TEXT NOT NULL,
  host TEXT,
  title TEXT,
  published TEXT,
  published_start TEXT,
  published_end TEXT,
  published_precision TEXT,
  published_source TEXT,
  retrieved TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  source_sha256 TEXT NOT NULL,
  version TEXT NOT NULL,
  patterns_sha256 TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX article_text ON article(text_sha256);
"""

_VIEWS = f"""
CREATE VIEW copies AS
SELECT a.id AS article, a.url, first.id AS copy_of, first.url AS copy_of_url
FROM article a JOIN (SELECT text_sha256, min(id) AS id FROM article GROUP BY text_sha256) same
  ON same.text_sha256 = a.text_sha256 JOIN article first ON first.id = same.id
WHERE a.id <> same.id;

CREATE VIEW figures AS
SELECT {PUBLISHED} AS published, f.place_name, f.province, f.indicator, f.value, f.unit, f.as_of_start,
  f.as_of_end, f.quote, f.sentence, f.sure, a.host AS outlet, a.outlet AS outlet_name, a.title, a.url, f.article,
  f.id
FROM figure f JOIN article a ON a.id = f.article;

CREATE VIEW records AS
SELECT {PUBLISHED} AS published, r.place_name, r.province, r.as_of_start, r.as_of_end, r.indicator, r.value,
  r.low, r.high, r.unit, r.differs, r.quotes, a.host AS outlet, a.outlet AS outlet_name, a.title, a.url, r.article,
  r.record
FROM record r JOIN article a ON a.id = r.article;

CREATE VIEW findings AS
SELECT {PUBLISHED} AS published, f.severity, f.code, f.name, f.message, f.arithmetic, f.quotes,
  a.host AS outlet, a.outlet AS outlet_name, a.title, a.url, f.article, f.id
FROM finding f JOIN article a ON a.id = f.article;

CREATE VIEW failures AS
SELECT outlet AS outlet_name, state, reason, url, checked
FROM page WHERE state NOT IN ('article', 'other', 'moved');

CREATE VIEW outlets AS
SELECT outlet AS outlet_name, count(*) AS pages, sum(state = 'article') AS articles,
  sum(state = 'other') AS others, sum(state = 'moved') AS moved,
  sum(state NOT IN ('article', 'other', 'moved')) AS failed, max(checked) AS last_checked
FROM page GROUP BY outlet;
"""


def columns(table: str) -> tuple[str, ...]:
    """The columns of figure, record or finding: those of the CSV table, without those of the article."""
    csv = {"figure": FIGURES, "record": RECORDS, "finding": FINDINGS}[table]
    return tuple(name for name in csv if name not in (*ARTICLE_COLUMNS, "sha256"))


_KEYS = {"figure": ("id",), "record": ("record", "indicator", "figures"), "finding": ("id",)}
_WHOLE = {"line", "column", "start", "end", "approximate", "differs"}
_NUMBERS = {"value", "low", "high", "sure"}


def _table(name: str) -> str:
    """A table of rows that are those of the CSV table."""
    kinds = [
        f'  "{column}" {"ANY" if column in _NUMBERS else "INTEGER" if column in _WHOLE else "TEXT"}'
        for column in columns(name)
    ]
    key = ", ".join(f'"{column}"' for column in _KEYS[name])
    return (
        f"CREATE TABLE {name} (\n  article INTEGER NOT NULL REFERENCES article(id),\n"
        + ",\n".join(kinds)
        + f",\n  PRIMARY KEY (article, {key})\n) STRICT, WITHOUT ROWID;\n"
    )


STATEMENTS = tuple(filter(str.strip, (_TABLES + "".join(map(_table, _KEYS)) + _VIEWS).split(";\n")))
