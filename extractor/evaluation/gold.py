"""Reads annotated articles: one JSON object a line, one text file an article."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from extractor.naming import meant, why

Expect = Literal["finding", "either", "silent"]
_URL_LINE = re.compile(r"^URL:.*\n?", re.MULTILINE)
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_EXPECTATIONS = ("finding", "either", "silent")


class GoldError(ValueError):
    """The annotation or a text that it names cannot be read."""


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """One annotated figure; `code` is null for villages, `as_of` where the text gives no date.

    `spans` are its mentions, in code points of the file. The fields from `place` on are not scored.
    """

    indicator: str
    value: float
    unit: str
    code: str | None
    level: str | None = None
    as_of: str | None = None
    alt_indicator: str | None = None
    raw: str = ""
    boilerplate: bool = False
    spans: tuple[tuple[int, int], ...] = ()
    place: str | None = None
    approx: bool = False
    disputed: bool = False
    rounds: float | None = None
    range: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class GoldContradiction:
    """One annotated contradiction, the rule that covers it and whether a tool is expected to report it."""

    code: str | None
    expect: Expect
    kind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The annotation of one article; its text is `<id>.txt`."""

    id: str
    figures: tuple[GoldFigure, ...] = ()
    contradictions: tuple[GoldContradiction, ...] = ()
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    phenomena: tuple[str, ...] = field(default=())


def _figure(row: dict[str, Any]) -> GoldFigure:
    return GoldFigure(
        indicator=str(row["indicator"]),
        value=float(row["value"]),
        unit=str(row["unit"]),
        code=row["code"],
        level=row.get("level"),
        as_of=row.get("as_of"),
        alt_indicator=row.get("alt_indicator"),
        raw=str(row.get("raw", "")),
        boilerplate=bool(row.get("boilerplate", False)),
        spans=tuple((int(start), int(end)) for start, end in row.get("spans", ())),
        place=row.get("place"),
        approx=bool(row.get("approx", False)),
        disputed=bool(row.get("disputed", False)),
        rounds=float(row["rounds"]) if row.get("rounds") is not None else None,
        range=row.get("range"),
        note=row.get("note"),
    )


def _contradiction(row: dict[str, Any]) -> GoldContradiction:
    expect = row["expect"]
    if expect not in _EXPECTATIONS:
        raise ValueError(f"expect is {expect!r}, not one of {', '.join(_EXPECTATIONS)}")
    return GoldContradiction(row["code"], expect, str(row.get("kind", "")), str(row.get("note", "")))


def parse_article(row: dict[str, Any]) -> GoldArticle:
    """The annotation in one object of a gold file.

    Raises KeyError, TypeError or ValueError where it has no such form.
    """
    published = row.get("published")
    if published is not None and not _DATE.fullmatch(published):
        raise ValueError(f"published is {published!r}, no day, month or year")
    return GoldArticle(
        id=str(row["id"]),
        figures=tuple(_figure(figure) for figure in row["figures"]),
        contradictions=tuple(_contradiction(each) for each in row["contradictions"]),
        url=row.get("url"),
        outlet=row.get("outlet"),
        published=published,
        phenomena=tuple(row.get("phenomena", ())),
    )


def load_gold(path: Path) -> list[GoldArticle]:
    """The annotated articles of a JSONL file, in its order.

    Raises GoldError naming file and line when the file is missing, empty or malformed, or names an article
    twice.
    """
    articles: dict[str, GoldArticle] = {}
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            article = parse_article(json.loads(line))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise GoldError(f"{path}: line {number} {_fault(error)}") from error
        if article.id in articles:
            raise GoldError(f"{path}: line {number}: article {article.id} stands in the file twice")
        articles[article.id] = article
    if not articles:
        raise GoldError(f"{path}: holds no annotated article")
    return list(articles.values())


def _fault(error: KeyError | TypeError | ValueError | AttributeError) -> str:
    """What is wrong with a line of a gold file."""
    if isinstance(error, json.JSONDecodeError):
        return "is not JSON"
    if isinstance(error, KeyError):
        return f"is no annotated article: it has no {error}"
    if isinstance(error, ValueError):
        return f"is no annotated article: {error}"
    return "is no annotated article: a value is of the wrong type"


def article_text(folder: Path, identity: str) -> str:
    """The text of one article without its `URL:` line; GoldError when it cannot be read."""
    return _URL_LINE.sub("", file_text(folder, identity))


def file_text(folder: Path, identity: str) -> str:
    """The text of one article's file, in which spans are counted; GoldError when it cannot be read."""
    if folder.exists() and not folder.is_dir():
        raise GoldError(f"{folder}: is a file, not the folder with the texts")
    if not folder.exists():
        raise GoldError(f"{folder}: no such folder{meant(str(folder))}")
    return _text(folder / f"{identity}.txt")


def _text(path: Path) -> str:
    """The text of a file; GoldError when there is none that can be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise GoldError(f"{path}: no such file{meant(str(path))}") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: is not UTF-8 text") from error
    except OSError as error:
        raise GoldError(f"{path}: {why(error)}") from error
