"""What the program says to its reader, in English and Indonesian: one table, `patterns/messages.tsv`."""

from __future__ import annotations

from functools import cache

from extractor.data import rows

LANGUAGES = ("en", "id")


@cache
def _table() -> dict[str, tuple[str, str]]:
    return {key: (english, indonesian) for key, english, indonesian in rows("messages.tsv")}


def say(key: str, lang: str = "en", **slots: str | int) -> str:
    """The words for a key in a language, with its slots filled; the key itself where the table has none.

    English where the language is unknown.
    """
    words = _table().get(key)
    return key if words is None else words[lang == "id"].format(**slots)


@cache
def _labels() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("ektp/labels.tsv")}


def label(indicator: str) -> str:
    """The Indonesian name of an indicator; the indicator itself where the table has none."""
    return _labels().get(indicator, indicator)


def weekday(number: int, lang: str = "en") -> str:
    """The name of a weekday, Monday being 0."""
    return say(f"weekday-{number}", lang)


def month(number: int, lang: str = "en") -> str:
    """The name of a month, January being 1."""
    return say(f"month-{number}", lang)
