"""The arguments of `extract why`."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Sequence

from extractor.article import Article, UnreadableInput
from extractor.inputs import URL, Input
from extractor.loading import read_article
from extractor.naming import meant, quoted, why
from extractor.options import add_outlet, add_published
from extractor.output.destination import destination, write
from extractor.output.terminal import Style, wants_colour
from extractor.talk import Talk
from extractor.why.show import show
from extractor.why.trace import trace

OK, FAILED = 0, 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="extract why",
        description="Tells what led to a figure: number, cue, construction, place, date, and what was passed over.",
    )
    parser.add_argument("article", metavar="ARTICLE", help="a file, or - for standard input")
    parser.add_argument(
        "figures",
        metavar="FIGURE",
        nargs="*",
        default=[],
        help="ids of figures as the report gives them: f7; all when none is named",
    )
    add_published(parser)
    add_outlet(parser)
    return parser


def main(arguments: Sequence[str], talk: Talk) -> int:
    """Runs `extract why` with its arguments. Gives the exit status."""
    options = _parser().parse_args(arguments)
    try:
        article = _article(options)
    except (OSError, UnreadableInput, ValueError) as error:
        hint = meant(options.article) if isinstance(error, FileNotFoundError) else ""
        talk.say(f"{quoted(options.article)}: {why(error)}{hint}")
        return FAILED
    found = trace(article, dt.date.today())
    wanted = {name.lower() for name in options.figures}
    steps = [step for step in found.steps if not wanted or step.figure.id in wanted]
    missing = wanted - {step.figure.id for step in steps}
    for name in sorted(missing):
        talk.say(f"{quoted(options.article)}: no figure {quoted(name)}; it has {_ids(len(found.steps))}")
    if not found.steps and not missing:
        talk.say(f"{quoted(options.article)}: no figures")
    with destination(None) as stream:
        style = Style(wants_colour(stream))
        for step in steps:
            write(stream, "\n".join(show(found, step, style)) + "\n\n")
    return FAILED if missing else OK


def _article(options: argparse.Namespace) -> Article:
    path = options.article
    if URL.match(path):
        raise ValueError("why asks no address; save the page as a file, and name that")
    data = sys.stdin.buffer.read() if path == "-" else Input(path, path=path).load()
    return read_article(data, source=path, published=options.published, outlet=options.outlet)


def _ids(count: int) -> str:
    return "none" if not count else "f1" if count == 1 else f"f1 to f{count}"
