"""The arguments of `extract crawl`, and one run of it."""

from __future__ import annotations

import argparse
import datetime as dt
import shlex
import signal
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import FrameType

from extractor.archive.recovery import recover
from extractor.archive.writing import Archive
from extractor.crawl.crew import Crew, Stop
from extractor.crawl.keeping import Keeper
from extractor.crawl.plan import Places, Plan
from extractor.crawl.progress import progress, summary
from extractor.crawl.tally import Tally
from extractor.data import patterns_sha256
from extractor.engine import package_version
from extractor.fetching.cache_file import cache_file
from extractor.naming import quoted, why
from extractor.options import Parser, add_lang, checked, day
from extractor.outlets.choosing import add_outlets, all_outlets, chosen, need_listing
from extractor.outlets.outlet import KINDS, Outlet, OutletError
from extractor.store.owner import Owner
from extractor.store.pace import SharedPace
from extractor.store.schema import StoreError
from extractor.store.store import Store
from extractor.talk import Talk
from extractor.web_options import add_web, need_contact, web_client

OK, FAILED, INTERRUPTED = 0, 2, 130

_EPILOG = """\
what it shows of each outlet:
  found            addresses of articles that may matter
  known            those that an earlier run asked for, or that did not change
  fetched, cached  answers of the site; answers used again
  kept, others     articles that are new or changed; articles on something else
  figures          read from what was kept
  errors           addresses that gave nothing: the view failures of the store tells why

Everything that comes is kept in three places: FILE, the archive FILE.warc and the caches FILE.cache. A run that
was interrupted goes on where it stopped when the same command is run again.

exit status: 0 when all outlets were walked to the end, though single addresses may have failed; 2 when one
outlet was not; 130 when the run was interrupted
"""


def _parser() -> Parser:
    parser = Parser(
        prog="extract crawl",
        usage="extract crawl [options] OUTLET [OUTLET ...] --db FILE",
        description="Finds, fetches, keeps and reads the articles of outlets; 'extract outlets' lists these.",
        epilog=_EPILOG,
    )
    add = parser.add_argument
    add("outlets", nargs="+", metavar="OUTLET", help="name or host of an outlet, or wordpress:HOST")
    add("--db", required=True, metavar="FILE", help="store, made where there is none: berita.db")
    add("--query", default="e-KTP", metavar="WORDS", help="what to search for (default: e-KTP)")
    add("--since", type=checked(day), metavar="DATE", help="first day of publication: 2018-01-01")
    add("--until", type=checked(day), metavar="DATE", help="last day of publication (default: today)")
    add(
        "--by", action="append", choices=KINDS, default=[], help="only listings of this kind (again for more)"
    )
    add("--refresh", action="store_true", help="ask again whether articles in the store have changed")
    add_outlets(parser)
    add_web(parser)
    add_lang(parser)
    return parser


def main(arguments: Sequence[str], talk: Talk) -> int:
    """Runs `extract crawl` with its arguments. Gives the exit status."""
    parser = _parser()
    options = parser.parse_intermixed_args(list(arguments))
    need_contact(parser, options)
    if options.since and options.until and options.since > options.until:
        parser.error(f"--since {options.since} is after --until {options.until}")
    if options.since and options.since > dt.date.today():
        parser.error(f"--since {options.since} is after today")
    if not options.query.strip():
        parser.error("--query needs a word")
    if not options.db:
        parser.error("--db needs the name of a file, not ''")
    try:
        outlets = chosen(options.outlets, all_outlets(options.outlet_files))
    except (OutletError, OSError) as error:
        named = f"{options.outlet_files}: " if isinstance(error, OSError) else ""
        parser.error(named + why(error))
    for outlet in outlets:
        need_listing(parser, outlet)
    lacking = [each.name for each in outlets if options.by and not _listed_by(each, options.by)]
    if lacking:
        message = f"{', '.join(lacking)}: no listing by {' or '.join(options.by)}"
        if len(lacking) == len(outlets):
            parser.error(f"{message}; 'extract outlets' tells which there are")
        talk.say(message)
    try:
        return _Crawl(options, outlets, shlex.join(["extract", "crawl", *arguments]), talk).run()
    except (StoreError, ValueError) as error:
        talk.say(str(error))
    except sqlite3.Error as error:
        talk.say(f"{quoted(options.db)}: {error}")
    except OSError as error:
        talk.say(f"{quoted(str(error.filename or options.db))}: {why(error)}")
    return FAILED


def _listed_by(outlet: Outlet, kinds: Sequence[str]) -> bool:
    """Whether an outlet has a listing of one of the kinds."""
    return any(listing.kind in kinds for listing in outlet.listings)


class _Crawl:
    """One run, from the opening of the store to the summary."""

    def __init__(
        self, options: argparse.Namespace, outlets: Sequence[Outlet], command: str, talk: Talk
    ) -> None:
        self._options, self._outlets, self._command, self._talk = options, outlets, command, talk
        self._places = Places(Path(options.db))
        self._tallies = [Tally(outlet.name) for outlet in outlets]
        self._stop = Stop()

    def run(self) -> int:
        """Crawls, says what came of it, and gives the exit status."""
        owner = Owner()
        with Store(self._places.database, create=True, owner=owner) as store:
            self._places.archive.mkdir(exist_ok=True)
            for mended in recover(self._places.archive):
                self._talk.say(
                    f"{mended.file}: a run ended while it was written; {mended.records} answers kept, "
                    f"{mended.torn_bytes} torn bytes set aside"
                )
            run = store.begin_run(self._command, package_version(), patterns_sha256())
            try:
                self._crawl(run, owner)
            except KeyboardInterrupt:
                outcome = "interrupted"
            else:
                done = all(tally.state == "done" for tally in self._tallies)
                outcome = "complete" if done else "incomplete"
            store.end_run(run, outcome)
            store.fold()
        self._tell(outcome)
        return {"complete": OK, "interrupted": INTERRUPTED}.get(outcome, FAILED)

    def _crawl(self, run: int, owner: Owner) -> None:
        options, places = self._options, self._places
        plan = Plan(
            query=options.query,
            today=dt.date.today(),
            since=options.since,
            until=options.until,
            kinds=frozenset(options.by),
            refresh=options.refresh,
        )
        with ExitStack() as stack:
            pace = SharedPace(places.database, owner, self._stop.wait, longest=options.timeout)
            stack.callback(pace.close)
            archive = stack.enter_context(
                Archive(places.archive, f"run{run:05d}", software=f"cekangka/{package_version()}")
            )
            cache = stack.enter_context(cache_file(places.caches))
            client = stack.enter_context(
                web_client(options, pace=pace, cache=cache, keep=Keeper(archive).keep)
            )
            crew = Crew(
                plan,
                run,
                client=client,
                database=places.database,
                owner=owner,
                lang=options.lang or "en",
                stop=self._stop,
            )
            stack.enter_context(_ended_by_terminate())
            look = stack.enter_context(progress(self._tallies, self._talk))
            crew.crawl(self._outlets, self._tallies, look=look, note=self._talk.say)

    def _tell(self, outcome: str) -> None:
        for tally in self._tallies:
            if tally.trouble or len(self._tallies) > 1:
                self._talk.say(tally.told())
        self._talk.say(f"{outcome}: {summary(self._tallies)}")
        if any(tally.counts["errors"] for tally in self._tallies):
            self._talk.say(
                f"every article that gave nothing, and why: the view failures of {self._options.db}"
            )
        if outcome != "complete":
            self._talk.say("the same command, run again, goes on from here")


class _ended_by_terminate:  # noqa: N801 - used like a function of contextlib
    """Lets SIGTERM end a run like Ctrl-C does."""

    def __enter__(self) -> None:
        self._before = None
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGTERM, self._interrupt)

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGTERM, self._before)

    @staticmethod
    def _interrupt(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt
