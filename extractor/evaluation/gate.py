"""Floors under the scores of an annotated set: what was once reached is not lost unnoticed."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.evaluation.gold import GoldArticle, GoldError, article_text
from extractor.naming import why

FLOORS = "floors.json"  # stands beside the annotation
_DIGITS = 4


class GateError(ValueError):
    """The floors can't be read, or moved as asked."""


class Lowered(BaseModel):
    """A time at which floors were lowered, and why."""

    model_config = ConfigDict(extra="forbid")

    date: dt.date
    reason: str


class Floors(BaseModel):
    """The floors of one annotated set, its size, and checksums of it and of the floors themselves."""

    model_config = ConfigDict(extra="forbid")

    articles: int
    figures: int
    sha256: str
    floors: dict[str, float]
    lowered: list[Lowered]
    seal: str = ""

    def sealed(self) -> Self:
        """A copy whose seal fits; a floor edited by hand breaks it."""
        return self.model_copy(update={"seal": self._checksum()})

    @property
    def whole(self) -> bool:
        """Whether the seal fits."""
        return self.seal == self._checksum()

    def _checksum(self) -> str:
        content = self.model_dump(mode="json", exclude={"seal"})
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def checksum(gold: Path, texts: Path, articles: Sequence[GoldArticle]) -> str:
    """One checksum over the annotation and the texts that it names. Raises GoldError when one can't be read."""
    digest = hashlib.sha256()
    try:
        lines = gold.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise GoldError(f"{gold}: {why(error)}") from error
    for line in sorted(line for line in lines if line.strip()):
        digest.update(f"{line}\0".encode())
    for name in sorted(article.id for article in articles):
        digest.update(f"{name}\0{article_text(texts, name)}\0".encode())
    return digest.hexdigest()


def load_floors(path: Path) -> Floors:
    """The floors of a file. Raises GateError naming it when it is missing, malformed or edited by hand."""
    try:
        floors = Floors.model_validate_json(path.read_bytes())
    except OSError as error:
        raise GateError(f"{path}: {why(error)}; --raise-floors writes it") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise GateError(f"{path}: holds no floors: {where + ': ' if where else ''}{first['msg']}") from error
    if not floors.whole:
        raise GateError(
            f"{path}: edited by hand; --raise-floors and --lower-floors are the ways to move floors"
        )
    return floors


def faults(floors: Floors, today: Floors) -> list[str]:
    """What keeps today's scores from passing: a shrunken or changed set, a measure below its floor or gone."""
    return [*_faults_of_set(floors, today), *_faults_of_scores(floors.floors, today.floors)]


def _faults_of_set(floors: Floors, today: Floors) -> Iterator[str]:
    for what in ("articles", "figures"):
        had, has = getattr(floors, what), getattr(today, what)
        if has < had:
            yield f"{what}: {has}, there were {had}"
    if today.sha256 != floors.sha256:
        yield "annotation or texts have changed since the floors were set; --raise-floors takes them over"


def _faults_of_scores(floors: Mapping[str, float], today: Mapping[str, float]) -> Iterator[str]:
    for name, floor in floors.items():
        if name not in today:
            yield f"{name}: not measured any more, floor {floor:.4f}"
        elif today[name] < floor:
            yield f"{name}: {today[name]:.4f}, floor {floor:.4f}"


def measured(gold: Path, texts: Path, articles: Sequence[GoldArticle], scores: Mapping[str, float]) -> Floors:
    """What would pass exactly: today's set and its measures, cut off behind four decimals."""
    return Floors(
        articles=len(articles),
        figures=sum(len(article.figures) for article in articles),
        sha256=checksum(gold, texts, articles),
        floors={name: math.floor(value * 10**_DIGITS) / 10**_DIGITS for name, value in scores.items()},
        lowered=[],
    )


def raised(floors: Floors | None, today: Floors) -> Floors:
    """The floors moved up to today's measures. Raises GateError when one would have to go down."""
    if floors is None:
        return today.sealed()
    below = [*_faults_of_scores(floors.floors, today.floors)]
    below += [fault for fault in _faults_of_set(floors, today) if "there were" in fault]
    if below:
        raise GateError("floors only move up (--lower-floors REASON lowers them): " + "; ".join(below))
    return today.model_copy(update={"lowered": floors.lowered}).sealed()


def lowered(floors: Floors | None, today: Floors, reason: str, day: dt.date) -> Floors:
    """The floors set to today's measures, up or down, the reason kept. Raises GateError without a reason."""
    if not reason.strip():
        raise GateError("--lower-floors needs a reason")
    earlier = floors.lowered if floors is not None else []
    return today.model_copy(update={"lowered": [*earlier, Lowered(date=day, reason=reason.strip())]}).sealed()


def write_floors(path: Path, floors: Floors) -> None:
    """Writes the floors. Raises GateError naming the file when that can't be done."""
    content: dict[str, Any] = floors.model_dump(mode="json")
    try:
        path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise GateError(f"{path}: {why(error)}") from error
