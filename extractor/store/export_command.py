"""The arguments of `extract export`, and one run of it."""

from __future__ import annotations

import argparse
import difflib
import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from extractor.extras import needs
from extractor.naming import quoted
from extractor.options import Parser, checked, day
from extractor.output import TABLES
from extractor.output.destination import destination, write
from extractor.store.codebook import page, types
from extractor.store.export import Choice, Export, names
from extractor.store.export_forms import FORMS, Writer
from extractor.store.schema import StoreError
from extractor.store.store import Store
from extractor.talk import Talk

OK, FAILED = 0, 2
_FORMATS = (*FORMS, "parquet")
_MOST_NAMED = 10  # outlets named in a message

_EPILOG = """\
The columns and what they mean: extract export --codebook. Texts and sentences are left out unless asked for.

exit status: 0 when all was written, 2 when the store or the output can't be used
"""


def _parser() -> Parser:
    parser = Parser(
        prog="extract export",
        usage="extract export [options] --db FILE",
        description="Writes the figures, records or findings of a store as one table, with where each comes from.",
        epilog=_EPILOG,
    )
    add = parser.add_argument
    add("--db", metavar="FILE", help="store: berita.db")
    add("--table", choices=TABLES, default="figures", help="which table (default: figures)")
    add("--format", choices=_FORMATS, help="form of the output (default: by FILE's ending, else csv)")
    add("--output", metavar="FILE", help="write to FILE, which appears when all is done; parquet needs it")
    add(
        "--outlet",
        nargs="+",
        action="extend",
        default=[],
        metavar="NAME",
        help="only articles of these outlets, by name or host",
    )
    add("--since", type=checked(day), metavar="DATE", help="published on this day or later: 2018-01-01")
    add("--until", type=checked(day), metavar="DATE", help="published on this day or earlier")
    add("--text", action="store_true", help="add each figure's sentence and each article's text")
    add("--codebook", action="store_true", help="print what the columns mean, as Markdown")
    return parser


def main(arguments: Sequence[str], talk: Talk) -> int:
    """Runs `extract export` with its arguments. Gives the exit status."""
    parser = _parser()
    options = parser.parse_args(list(arguments))
    if options.codebook:
        with destination(options.output) as stream:
            write(stream, page())
        return OK
    _settle(parser, options)
    try:
        with Store(Path(options.db), reading=True) as store:
            return _export(options, store, talk)
    except StoreError as error:
        talk.say(str(error))
    except sqlite3.Error as error:
        talk.say(f"{quoted(options.db)}: {error}")
    return FAILED


def _settle(parser: Parser, options: argparse.Namespace) -> None:
    """Refuses what is missing and what contradicts."""
    if not options.db:
        parser.error("--db FILE is missing: the store to export")
    if options.since and options.until and options.since > options.until:
        parser.error(f"--since {options.since} is after --until {options.until}")
    if options.output == "":
        parser.error("--output needs the name of a file, not ''")
    if options.format is None:
        ending = Path(options.output or "").suffix.lower().removeprefix(".")
        options.format = ending if ending in _FORMATS else "csv"
    if options.format == "parquet" and options.output is None:
        parser.error("--format parquet needs --output FILE; it does not go to standard output")
    store = os.path.realpath(options.db)
    if options.output and os.path.realpath(options.output) in (store, store + "-wal", store + "-shm"):
        parser.error(f"--output {options.output} would overwrite the store")


def _export(options: argparse.Namespace, store: Store, talk: Talk) -> int:
    export = Export(store, Choice(options.outlet, options.since, options.until))
    unknown = export.unknown()
    for name in unknown:
        talk.say(f"{quoted(options.db)}: no outlet {quoted(name)}; {_meant(name, export.known())}")
    if unknown:
        return FAILED
    write_rows = _writer(options.format)
    columns = names(options.table, text=options.text)
    with destination(options.output) as stream:
        write_rows(stream, columns, types(options.table), export.rows(options.table, text=options.text))
    talk.say(f"{_counted(export.count, options.table)} of {_counted(export.articles, 'articles')}")
    if undated := export.undated():
        talk.say(f"left out, as nothing tells when they were published: {_counted(undated, 'articles')}")
    return OK


def _counted(number: int, things: str) -> str:
    return f"{number:,} {things if number != 1 else things.removesuffix('s')}"


def _meant(name: str, known: Sequence[str]) -> str:
    """The end of a message on an outlet that is not there: those that are alike, else some that are."""
    alike = difflib.get_close_matches(name.lower(), known)
    if alike:
        return f"did you mean {' or '.join(alike)}?"
    more = ", …" if len(known) > _MOST_NAMED else ""
    return f"the store has {', '.join(known[:_MOST_NAMED])}{more}" if known else "the store is empty"


def _writer(form: str) -> Writer:
    """What writes a form. Raises MissingExtra."""
    if form != "parquet":
        return FORMS[form]
    with needs("parquet"):
        from extractor.store.parquet import write_parquet  # noqa: PLC0415 - takes half a second to import
    return write_parquet
