"""The arguments of `extract corpus`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

from extractor.evaluation.gold import GoldError
from extractor.naming import shown
from extractor.output.destination import destination, write, write_bytes
from extractor.output.folder import new_folder
from extractor.talk import Talk

OK, FAILED = 0, 2
FORMATS = ("docbin", "label-studio", "brat")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="extract corpus",
        description="Writes annotated articles for other tools; without arguments, the corpus that ships with the "
        "program.",
        epilog=f"Status: {OK}; {FAILED} when something can't be read or written.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "gold", type=Path, metavar="GOLD.jsonl", nargs="?", help="annotations with spans, one article a line"
    )
    parser.add_argument(
        "texts", type=Path, metavar="TEXTS", nargs="?", help="folder with the text of each article, ID.txt"
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help="a spaCy DocBin, tasks for Label Studio, or brat's standoff files",
    )
    parser.add_argument(
        "--output",
        metavar="PATH",
        help="file to write, with brat a new or empty folder (needed but with label-studio)",
    )
    parser.add_argument(
        "--labels", action="store_true", help="with label-studio: the labelling configuration, not the tasks"
    )
    return parser


def main(arguments: Sequence[str], talk: Talk) -> int:
    """Runs `extract corpus` with its arguments. Gives the exit status; raises OutputError."""
    parser = _parser()
    options = parser.parse_args(arguments)
    with as_file(files("corpus")) as corpus:
        gold = options.gold or corpus / "gold.jsonl"
        texts = options.texts or corpus / "articles"
        _settle(parser, options, gold, texts)
        try:
            if options.labels:
                _labels(options.output)
            else:
                _EXPORTS[options.format](gold, texts, options.output)
        except GoldError as error:
            talk.say(str(error))
            return FAILED
    return OK


def _settle(parser: argparse.ArgumentParser, options: argparse.Namespace, gold: Path, texts: Path) -> None:
    """Refuses what options do not mean together."""
    if options.gold is not None and options.texts is None:
        parser.error("TEXTS is missing: the folder with the articles' texts")
    if options.format is None:
        if not options.labels:
            parser.error(f"--format is missing: {', '.join(FORMATS)}")
        options.format = "label-studio"
    if options.labels and options.format != "label-studio":
        parser.error(f"--labels goes with --format label-studio, not {options.format}")
    if options.output == "":
        parser.error("--output needs a name, not ''")
    if options.output is None and options.format != "label-studio":
        parser.error(f"--format {options.format} needs --output")
    if options.output and _is_read(options.output, gold, texts):
        parser.error(f"--output {shown(options.output)} would overwrite an input")


def _is_read(output: str, gold: Path, texts: Path) -> bool:
    """Whether a file is the annotation or one of the texts."""
    path = Path(os.path.realpath(output))
    among = path.parent == Path(os.path.realpath(texts)) and path.suffix == ".txt"
    return path == Path(os.path.realpath(gold)) or (among and path.is_file())


def _labels(output: str | None) -> None:
    from extractor.annotated.label_studio import labels  # noqa: PLC0415 - each form is loaded when it is asked for

    with destination(output) as stream:
        write(stream, labels())


def _label_studio(gold: Path, texts: Path, output: str | None) -> None:
    from extractor.annotated.articles import load_articles  # noqa: PLC0415
    from extractor.annotated.label_studio import tasks  # noqa: PLC0415

    with destination(output) as stream:
        write(stream, tasks(load_articles(gold, texts)))


def _docbin(gold: Path, texts: Path, output: str) -> None:
    from extractor.annotated.articles import load_articles  # noqa: PLC0415

    with destination(output) as stream:
        articles = load_articles(gold, texts)
        from extractor.annotated.docbin import docbin  # noqa: PLC0415 - it waits for spaCy

        write_bytes(stream, docbin(articles))


def _brat(gold: Path, texts: Path, output: str) -> None:
    from extractor.annotated import brat  # noqa: PLC0415
    from extractor.annotated.articles import load_articles  # noqa: PLC0415

    with new_folder(output) as folder:
        for name, content in brat.files(load_articles(gold, texts)):
            folder.add(name, content)


_EXPORTS = {"docbin": _docbin, "label-studio": _label_studio, "brat": _brat}
