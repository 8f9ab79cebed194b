"""The arguments of `extract eval`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

from extractor.evaluation.gate import GateError
from extractor.evaluation.gold import GoldError
from extractor.evaluation.run import Gate, run_eval
from extractor.output.destination import destination
from extractor.talk import Talk

OK, BELOW, FAILED = 0, 1, 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="extract eval",
        description="Scores the reading against annotated articles; without arguments, against the corpus that ships "
        "with the program.",
        epilog=f"Status: {OK}; {BELOW} when --gate finds a score below its floor or a changed set; {FAILED} when "
        "something can't be read.",
    )
    parser.add_argument(
        "gold", type=Path, metavar="GOLD.jsonl", nargs="?", help="annotations, one article a line"
    )
    parser.add_argument(
        "texts", type=Path, metavar="TEXTS", nargs="?", help="folder with the text of each article, ID.txt"
    )
    parser.add_argument("--verbose", action="store_true", help="show every missed and every wrong figure")
    parser.add_argument(
        "--with-metadata", action="store_true", help="pass date, outlet and address as annotated"
    )
    gate = parser.add_mutually_exclusive_group()
    gate.add_argument(
        "--gate", action="store_true", help="fail below the floors in floors.json beside the annotation"
    )
    gate.add_argument("--raise-floors", action="store_true", help="move the floors up to today's scores")
    gate.add_argument("--lower-floors", metavar="REASON", help="set the floors to today's scores, up or down")
    return parser


def main(arguments: Sequence[str], talk: Talk) -> int:
    """Runs `extract eval` with its arguments. Gives the exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.gold is not None and options.texts is None:
        parser.error("TEXTS is missing: the folder with the articles' texts")
    gate = Gate(check=options.gate, raise_floors=options.raise_floors, lower_floors=options.lower_floors)
    with as_file(files("corpus")) as corpus, destination(None) as stream:
        try:
            below = run_eval(
                options.gold or corpus / "gold.jsonl",
                options.texts or corpus / "articles",
                verbose=options.verbose,
                with_metadata=options.with_metadata,
                gate=gate,
                stream=stream,
            )
        except (GoldError, GateError) as error:
            talk.say(str(error))
            return FAILED
    for fault in below:
        talk.say(f"--gate: {fault}")
    return BELOW if below else OK
