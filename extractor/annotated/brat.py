"""Annotated articles in brat's standoff form: the text, and beside it what is said of stretches of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from extractor.annotated.articles import INDICATORS, UNITS, AnnotatedArticle

_FLAGS = {"Approximate": "approx", "Disputed": "disputed"}


def files(articles: Iterable[AnnotatedArticle]) -> Iterator[tuple[str, str]]:
    """Names and contents of the files of a collection: its configuration, a .txt and an .ann for every article."""
    yield "annotation.conf", configuration()
    for article in articles:
        yield f"{article.id}.txt", article.text
        yield f"{article.id}.ann", annotation(article)


def configuration() -> str:
    """annotation.conf: the indicators, the units and the flags."""
    attributes = [
        f"Unit\tArg:<ENTITY>, Value:{'|'.join(UNITS)}",
        *(f"{flag}\tArg:<ENTITY>" for flag in _FLAGS),
    ]
    sections = {"entities": INDICATORS, "relations": (), "events": (), "attributes": attributes}
    return "\n".join(
        f"[{name}]\n" + "".join(f"{line}\n" for line in lines) for name, lines in sections.items()
    )


def annotation(article: AnnotatedArticle) -> str:
    """The .ann of an article: for every mention a T line, its unit and flags as A lines, the rest as a note.

    The note is a JSON object in ASCII, so that no character of it can end the line.
    """
    lines: list[str] = []
    attributes = 0
    for number, mention in enumerate(article.mentions, start=1):
        facts = article.figures[mention.figure]
        pieces = list(_pieces(article.text, mention.start, mention.end))
        extents = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(article.text[start:end] for start, end in pieces)
        lines.append(f"T{number}\t{mention.label} {extents}\t{words}")
        said = [f"Unit T{number} {facts['unit']}"]
        said += [f"{flag} T{number}" for flag, name in _FLAGS.items() if facts[name]]
        lines += [f"A{attributes + place}\t{each}" for place, each in enumerate(said, start=1)]
        attributes += len(said)
        note = {
            "figure": mention.figure,
            **{name: fact for name, fact in facts.items() if _tells(name, fact)},
        }
        lines.append(f"#{number}\tAnnotatorNotes T{number}\t{json.dumps(note)}")
    return "".join(f"{line}\n" for line in lines)


def _tells(name: str, fact: object) -> bool:
    """Whether a note holds a fact: not where there is none, nor what an attribute says already."""
    return fact not in (None, False, "") and name not in ("unit", *_FLAGS.values())


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch in pieces that hold no line end: brat's form for what runs over a line."""
    for line in text[start:end].splitlines(keepends=True):
        words = line.splitlines()[0]
        if words:
            yield start, start + len(words)
        start += len(line)
