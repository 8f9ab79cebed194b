"""The identities between indicators, and the words that license or excuse them, from the pattern files."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from extractor.data import read_text
from extractor.reading.word_tree import any_of

FILE = "ektp/identities.jsonl"


@dataclass(frozen=True, slots=True)
class Balance:
    """`whole` = `part` + `rest`, and the percentages of both parts with it.

    `rest` is None where only the share of `part` is known. `needs` names what the text must say before
    figures are held together: "rest" (one is given as what is left), "whole" (the parts are said to be of
    that whole), "near" (percentage and count in one sentence), or None.
    """

    whole: str
    part: str
    rest: str | None = None
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Identities:
    """The content of the identities file."""

    balances: tuple[Balance, ...]
    at_most: tuple[tuple[str, str], ...]  # (less, more)
    repeated: frozenset[str]
    slow: frozenset[str]
    wholes: frozenset[str]
    twins: tuple[tuple[str, str], ...]  # told for one another in titles


@cache
def _lines() -> list[dict[str, object]]:
    return [json.loads(line) for line in read_text(FILE).splitlines() if line.strip()]


def _of(kind: str) -> list[dict[str, object]]:
    return [line for line in _lines() if line["kind"] == kind]


def _set(kind: str) -> frozenset[str]:
    return frozenset(str(name) for line in _of(kind) for name in _list(line["indicators"]))


def _list(value: object) -> list[str]:
    if not isinstance(value, list):
        raise TypeError(f"{FILE}: a list is expected, not {value!r}")
    return [str(item) for item in value]


def _optional(line: dict[str, object], key: str) -> str | None:
    value = line.get(key)
    return None if value is None else str(value)


@cache
def identities() -> Identities:
    """The identities, read once."""
    balances = tuple(
        Balance(str(line["whole"]), str(line["part"]), _optional(line, "rest"), _optional(line, "needs"))
        for line in _lines()
        if line["kind"] in ("balance", "share")
    )
    at_most = tuple((str(line["less"]), str(line["more"])) for line in _of("at_most"))
    twins = tuple((str(line["one"]), str(line["other"])) for line in _of("twins"))
    return Identities(balances, at_most, _set("repeated"), _set("slow"), _set("wholes"), twins)


@cache
def wider() -> dict[str, str]:
    """For each indicator that can be at most another the other."""
    return dict(identities().at_most)


@cache
def own_balances() -> dict[str, Balance]:
    """For each indicator the first balance whose part it is without the text having to say so."""
    found: dict[str, Balance] = {}
    for balance in identities().balances:
        if not balance.needs:
            found.setdefault(balance.part, balance)
    return found


def listed_words(name: str) -> list[str]:
    """The words of one list. Raises KeyError."""
    listed = [word for line in _of("words") if line["name"] == name for word in _list(line["words"])]
    if not listed:
        raise KeyError(f"{FILE} has no word list named {name!r}")
    return listed


@cache
def alternatives(name: str) -> str:
    """The words of one list as an expression; names in capitals match as printed only.

    Their first letters are looked at before any of them is tried.
    """
    listed = listed_words(name)
    firsts = {word[0].lower() for word in listed} | {word[0].upper() for word in listed}
    exact = any_of(word for word in listed if word.isupper())
    folded = any_of(word for word in listed if not word.isupper())
    words_of_both = "|".join(part for part in (exact, folded and f"(?i:{folded})") if part)
    return rf"(?=[{re.escape(''.join(sorted(firsts)))}])(?:{words_of_both})"


@cache
def words(name: str) -> re.Pattern[str]:
    """The words of one list as an expression for whole words."""
    return re.compile(rf"\b(?:{alternatives(name)})\b")


@cache
def sources() -> tuple[re.Pattern[str], ...]:
    """One expression for each kind of source whose counts differ from the civil registry's by nature."""
    return tuple(words(name) for name in source_kinds())


def source_kinds() -> list[str]:
    """The names of the lists of such sources."""
    return sorted(str(line["name"]) for line in _of("words") if str(line["name"]).startswith("source:"))
