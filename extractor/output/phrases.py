"""The fixed words of the text output, in English.

Labels of indicators, and numbers, dates and units as an article prints them, are Indonesian and stand elsewhere
(`patterns/ektp/labels.tsv`, `extractor.output.notation`).
"""

from __future__ import annotations

_ENGLISH = {
    "no-figures": "no figures",
    "no-record": "in no record",
    "also-printed": "also printed: {others}",
    "no-place": "place not found",
    "open-place": "place undecided",
    "no-date": "date not found",
    "open-date": "date undecided",
    "or": " or ",
    "title": "title",
    "lead": "lead",
    "body": "body",
    "more-figures": "and {count} more figures",
    "blame": "blame: {needed}",
    "ties": "any one of these would mend it:",
    "allowed": "{printed}; the other figures allow {interval}",
    "reference": "id: {id}   more: extract rule {code}",
    "one-digit": "one digit away",
    "swapped-digits": "two digits swapped",
    "missing-digit": "a digit missing",
    "extra-digit": "a digit too many",
    "thousands": "thousands slipped",
    "parts-exchanged": "the parts exchanged",
    "role-and-thousands": "part and thousands exchanged",
}


def phrase(key: str, **slots: str | int) -> str:
    """The words for a key with its slots filled; the key itself where the table has none."""
    words = _ENGLISH.get(key)
    return key if words is None else words.format(**slots)
