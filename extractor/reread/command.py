"""The arguments of `extract report`, and one run of it."""

from __future__ import annotations

import argparse
import datetime as dt
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TextIO

from extractor.archive import ArchiveError
from extractor.article import UnreadableInput
from extractor.crawl.plan import Places
from extractor.engine import Extractor
from extractor.naming import quoted, why
from extractor.options import Parser, add_lang
from extractor.outlets.choosing import add_outlets, all_outlets, chosen, outlet_called
from extractor.outlets.outlet import Outlet, OutletError
from extractor.output.destination import destination, write
from extractor.output.terminal import Style, clean, wants_colour
from extractor.reread.again import Change, Rereader
from extractor.store.schema import StoreError
from extractor.store.store import Store
from extractor.talk import Talk

OK, CHANGED, FAILED = 0, 1, 2

_EPILOG = """\
exit status: 0 when every article was read again, 2 when one could not be (the others still are); with --check
also 1 when something would change
"""


def _parser() -> Parser:
    parser = Parser(
        prog="extract report",
        usage="extract report [options] --db FILE [OUTLET ...]",
        description="Reads the pages of a store again with today's rules, asks nothing of the web, and tells what "
        "changes.",
        epilog=_EPILOG,
    )
    add = parser.add_argument
    add("outlets", nargs="*", metavar="OUTLET", help="only articles of these outlets, by name or host")
    add("--db", required=True, metavar="FILE", help="the store")
    add("--check", action="store_true", help="tell what would change, and change nothing")
    add("--output", metavar="FILE", help="write to FILE, which appears when all is done")
    add_outlets(parser)
    add_lang(parser)
    return parser


def main(arguments: Sequence[str], talk: Talk) -> int:
    """Runs `extract report` with its arguments. Gives the exit status."""
    options = _parser().parse_intermixed_args(list(arguments))
    places = Places(Path(options.db))
    try:
        with Store(places.database) as store, destination(options.output) as stream:
            return _reread(options, store, places, stream, talk)
    except (StoreError, OutletError) as error:
        talk.say(str(error))
    except sqlite3.Error as error:
        talk.say(f"{quoted(options.db)}: {error}")
    except OSError as error:
        talk.say(f"{quoted(str(error.filename))}: {why(error)}")
    return FAILED


def _reread(options: argparse.Namespace, store: Store, places: Places, stream: TextIO, talk: Talk) -> int:
    outlets = all_outlets(options.outlet_files)
    articles = list(store.articles(_names(options, outlets)))
    described = _described({stored.outlet for stored in articles}, outlets)
    rereader = Rereader(store, places.archive, Extractor(dt.date.today(), options.lang or "en"), described)
    style = Style(wants_colour(stream))
    counts: Counter[str] = Counter()
    seen = sys.stderr is not None and sys.stderr.isatty() and not stream.isatty()
    with talk.bar() if seen else nullcontext() as bar:
        if bar:
            bar.expect(len(articles))
        for stored in articles:
            try:
                change = rereader.reread(stored, keep=not options.check)
            except (UnreadableInput, ArchiveError) as error:
                counts["failed"] += 1
                talk.say(f"{stored.url}: {error}")
                continue
            finally:
                if bar:
                    bar.advance()
            counts[change.outcome] += 1
            if change.outcome != "same":
                write(stream, _shown(change, style))
    verb = "would change" if options.check else "changed"
    talk.say(f"{len(articles)} articles read again: {counts['changed']} {verb}, {counts['failed']} failed")
    if counts["failed"]:
        return FAILED
    return CHANGED if options.check and counts["changed"] else OK


def _names(options: argparse.Namespace, outlets: Mapping[str, Outlet]) -> list[str]:
    """The names of the outlets asked for by name or host. Raises OutletError."""
    return [outlet.name for outlet in chosen(options.outlets, outlets)]


def _described(names: Iterable[str], outlets: Mapping[str, Outlet]) -> dict[str, Outlet]:
    """The outlets that pages were read by, by the names in the store.

    Raises OutletError where one is not described: without its description the texts would change.
    """
    found: dict[str, Outlet] = {}
    missing = []
    for name in sorted(names):
        try:
            found[name] = outlet_called(name, outlets)
        except OutletError:
            missing.append(name)
    if missing:
        raise OutletError(
            f"not described: {', '.join(missing)}; name the folder of their files with --outlet-files, or "
            "only other outlets"
        )
    return found


def _shown(change: Change, style: Style) -> str:
    lines = [style(clean(change.url), "bold")]
    lines += [f"  - {clean(line)}" for line in change.gone] + [f"  + {clean(line)}" for line in change.come]
    if not change.gone and not change.come:
        lines.append("  the text, or where in it the figures stand")
    return "\n".join(lines) + "\n"
