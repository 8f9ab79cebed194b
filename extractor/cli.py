"""The command `extract`."""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import os
import sys
import threading
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TextIO

from extractor.data import PatternsError
from extractor.extras import MissingExtra, needs
from extractor.naming import shown
from extractor.options import add_lang, parser, settle, settled_lang
from extractor.output import form
from extractor.output.destination import OutputError, destination, write
from extractor.output.terminal import wants_colour
from extractor.session import Session
from extractor.talk import Talk
from extractor.web_options import add_web, fetching

if TYPE_CHECKING:
    from extractor.jobs import Settings

OK, FAILED, INTERRUPTED = 0, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command with the arguments of the process, or those given. Gives the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    talk = Talk()
    try:
        try:
            return _command(arguments, talk)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()  # a reader that has gone is noticed here, not when Python ends
    except KeyboardInterrupt:
        talk.say("interrupted")
        _leave_if_stuck()
        return INTERRUPTED
    except BrokenPipeError:
        # the reader has what it wants; what Python still flushes at its end goes nowhere
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except (OutputError, PatternsError, MissingExtra) as error:
        talk.say(str(error))
        return FAILED


def _leave_if_stuck() -> None:
    """Ends the process where a thread still waits for workers that are gone: Python would wait for it for ever."""
    if any(thread is not threading.main_thread() and not thread.daemon for thread in threading.enumerate()):
        os._exit(INTERRUPTED)


def _command(arguments: list[str], talk: Talk) -> int:
    commands = {
        "check": _check,
        "crawl": _crawl,
        "outlets": _outlets,
        "report": _report,
        "export": _export,
        "why": _why,
        "eval": _eval,
        "corpus": _corpus,
        "schema": _schema,
        "rule": _rule,
    }
    if arguments and arguments[0] in commands:
        return commands[arguments[0]](arguments[1:], talk)
    late = next((word for word in arguments[1:] if word in commands and not os.path.lexists(word)), None)
    if late is not None and arguments[0].startswith("-"):
        talk.say(
            f"the command comes first: extract {late} {' '.join(shown(w) for w in arguments if w != late)}"
        )
        return FAILED
    if arguments and (alike := _command_meant(arguments[0], commands)):
        talk.say(f"'{shown(arguments[0])}' is neither a command nor a file; did you mean extract {alike}?")
        return FAILED
    return _extract(arguments, talk)


def _command_meant(typed: str, commands: Iterable[str]) -> str | None:
    """The command that a word is nearly, where it names no file."""
    if os.path.lexists(typed) or not typed.isalpha():
        return None
    return next(iter(difflib.get_close_matches(typed.lower(), commands, n=1, cutoff=0.75)), None)


def _extract(arguments: list[str], talk: Talk) -> int:
    known = parser()
    add_web(known)
    options = known.parse_inputs(arguments)
    if not options.inputs:
        if sys.stdin is None or sys.stdin.isatty():
            if arguments:
                known.error("no input; name files, folders or -")
            known.print_help()
            return OK
        options.inputs = ["-"]
    settle(known, options)
    with destination(options.output) as stream:
        return _read(options, stream, talk)


def _read(options: argparse.Namespace, stream: TextIO, talk: Talk) -> int:
    """Reads everything, writes what comes of it and gives the exit status."""
    colour = wants_colour(stream)
    table = options.table or "figures"
    lang = settled_lang(options.lang, options.format, stream)
    pieces = form(options.format, table=table, colour=colour, lang=lang)
    session = Session(options.inputs, stream, options.output, talk, web=partial(fetching, options))
    write(stream, pieces.opening)
    separator = ""
    for done in session.read(_settings(options, table, colour=colour, lang=lang), options.jobs):
        write(stream, separator + done.rows)
        separator = pieces.separator
    write(stream, pieces.closing)
    return FAILED if session.failed else OK


def _settings(options: argparse.Namespace, table: str, *, colour: bool, lang: str) -> Settings:
    from extractor.jobs import Settings  # noqa: PLC0415 - the commands that read nothing start without it

    return Settings(
        today=dt.date.today(),
        form=options.format,
        table=table,
        colour=colour,
        lang=lang,
        published=options.published,
        outlet=options.outlet,
        url=options.url,
    )


def _check(arguments: list[str], talk: Talk) -> int:
    from extractor.lint.command import main as run  # noqa: PLC0415

    return run(arguments, talk)


def _crawl(arguments: list[str], talk: Talk) -> int:
    with needs("crawl"):
        from extractor.crawl.command import main as run  # noqa: PLC0415
    return run(arguments, talk)


def _outlets(arguments: list[str], talk: Talk) -> int:
    from extractor.probe.command import main as run  # noqa: PLC0415

    return run(arguments, talk)


def _report(arguments: list[str], talk: Talk) -> int:
    with needs("crawl"):
        from extractor.reread.command import main as run  # noqa: PLC0415
    return run(arguments, talk)


def _export(arguments: list[str], talk: Talk) -> int:
    from extractor.store.export_command import main as run  # noqa: PLC0415

    return run(arguments, talk)


def _eval(arguments: list[str], talk: Talk) -> int:
    from extractor.evaluation.command import main as run  # noqa: PLC0415

    return run(arguments, talk)


def _corpus(arguments: list[str], talk: Talk) -> int:
    from extractor.annotated.command import main as run  # noqa: PLC0415

    return run(arguments, talk)


def _why(arguments: list[str], talk: Talk) -> int:
    from extractor.why.command import main as run  # noqa: PLC0415

    return run(arguments, talk)


def _schema(arguments: list[str], _: Talk) -> int:
    parser = argparse.ArgumentParser(prog="extract schema", description="Prints the JSON Schema of a report.")
    parser.parse_args(arguments)
    from extractor.output.json import schema  # noqa: PLC0415

    with destination(None) as stream:
        write(stream, schema())
    return OK


def _rule(arguments: list[str], talk: Talk) -> int:
    parser = argparse.ArgumentParser(prog="extract rule", description="Explains a rule, or lists them all.")
    parser.add_argument("code", nargs="?", metavar="CODE", help="code of a rule: EK201")
    parser.add_argument("--page", action="store_true", help="all rules as one Markdown page")
    add_lang(parser)
    options = parser.parse_args(arguments)
    from extractor.rulebook import RULES, explain, page  # noqa: PLC0415

    code = (options.code or "").upper()
    if code and code not in RULES:
        talk.say(f"no rule {options.code}; 'extract rule' lists them all")
        return FAILED
    with destination(None) as stream:
        lang = settled_lang(options.lang, "text", stream)
        if options.page:
            write(stream, page(lang))
            return OK
        lines = (
            [explain(code, lang).rstrip()]
            if code
            else [f"{rule.code}  {rule.severity:<8} {rule.name}" for rule in RULES.values()]
        )
        write(stream, "\n".join(lines) + "\n")
    return OK
