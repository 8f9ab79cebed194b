"""What a probe has shown, as the lines for an outlet's file."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence

from extractor.output.terminal import clean
from extractor.probe.verdict import Verdict, failed

HOW = "probed live"
_SHOWS = frozenset({"keyword", "new", "past"})  # a listing is worth nothing without one of these
_PARTS = {"parses": "select", "whole-page": "whole_page", "one-key": "article key"}


def evidence(verdicts: Sequence[Verdict], day: dt.date) -> str:
    """The `[[evidence]]` tables in TOML for what passed on that day: the listings in which nothing failed, and parts.

    The empty text where nothing passed.
    """
    tables = [*_listings(verdicts), *_paths(verdicts), *_article(verdicts)]
    return "\n".join(_table(of, f"{day}: {note}") for of, note in tables)


def _listings(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, str]]:
    for url in dict.fromkeys(each.url for each in verdicts if each.of != "article"):
        own = [each for each in verdicts if each.url == url and each.of != "article"]
        passed = [each.step for each in own if each.passed]
        if not failed(own) and not _SHOWS.isdisjoint(passed):
            yield own[0].of, f"{', '.join(passed)}; {url}"


def _paths(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, str]]:
    judged = [each for each in verdicts if each.step == "links"]
    if judged and all(each.passed for each in judged):
        yield "paths", "the links of all listings are articles"


def _article(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, str]]:
    for each in verdicts:
        if each.of == "article" and each.step in _PARTS and each.passed:
            yield _PARTS[each.step], f"{each.told}; {each.url}"


def _table(of: str, note: str) -> str:
    quoted = json.dumps(clean(note), ensure_ascii=False)  # without controls it is a basic string of TOML
    return f'[[evidence]]\nof = "{of}"\nhow = "{HOW}"\nnote = {quoted}\n'
