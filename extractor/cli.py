"""The command `extract`."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, TextIO

from extractor import inputs
from extractor.data import PatternsError
from extractor.naming import quoted
from extractor.options import parser, settle
from extractor.output import form
from extractor.output.destination import OutputError, destination, files_written, write
from extractor.output.terminal import wants_colour
from extractor.talk import Bar, Talk

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
        return INTERRUPTED
    except BrokenPipeError:
        # the reader has what it wants; what Python still flushes at its end goes nowhere
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except (OutputError, PatternsError) as error:
        talk.say(str(error))
        return FAILED


def _command(arguments: list[str], talk: Talk) -> int:
    commands = {"why": _why, "eval": _eval, "corpus": _corpus, "schema": _schema, "rule": _rule}
    if arguments and arguments[0] in commands:
        return commands[arguments[0]](arguments[1:], talk)
    return _extract(arguments, talk)


def _extract(arguments: list[str], talk: Talk) -> int:
    known = parser()
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
        return _Run(options, stream, talk).status()


class _Run:
    """One reading of all inputs."""

    def __init__(self, options: argparse.Namespace, stream: TextIO, talk: Talk) -> None:
        self._options = options
        self._stream = stream
        self._talk = talk
        self._colour = wants_colour(stream)
        self._several = len(options.inputs) > 1 or os.path.isdir(options.inputs[0])
        self._failed = 0

    def status(self) -> int:
        """Reads everything, writes what comes of it and gives the exit status."""
        options = self._options
        pieces = form(options.format, table=options.table or "figures", colour=self._colour)
        written = files_written(self._stream, options.output)
        items: Iterable[inputs.Item] = inputs.expand(options.inputs, written)
        with self._bar() as bar:
            if bar:
                items = list(items)
                bar.expect(sum(isinstance(item, inputs.Input) for item in items))
            write(self._stream, pieces.opening)
            separator = ""
            for rows in self._rows(items, bar):
                write(self._stream, separator + rows)
                separator = pieces.separator
            write(self._stream, pieces.closing)
        return FAILED if self._failed else OK

    def _rows(self, items: Iterable[inputs.Item], bar: Bar | None) -> Iterator[str]:
        from extractor.jobs import run  # noqa: PLC0415 - the commands that read nothing start without it

        for done in run(self._readable(items), self._settings(), self._options.jobs):
            if bar:
                bar.advance()
            if done.error is not None:
                self._fail(done.source, done.error)
                continue
            if done.doubt and not self._several:
                self._talk.say(f"{_named(done.source)}: {done.doubt}")
            yield done.rows

    def _readable(self, items: Iterable[inputs.Item]) -> Iterator[inputs.Input]:
        """The inputs; what is refused or skipped is told."""
        for item in items:
            match item:
                case inputs.Input():
                    yield item
                case inputs.Refused(source, reason):
                    self._fail(source, reason)
                case inputs.Skipped() | inputs.Repeated():
                    self._talk.say(str(item))

    def _fail(self, source: str, reason: str) -> None:
        self._failed += 1
        self._talk.say(f"{_named(source)}: {reason}")

    def _settings(self) -> Settings:
        from extractor.jobs import Settings  # noqa: PLC0415

        options = self._options
        return Settings(
            today=dt.date.today(),
            form=options.format,
            table=options.table or "figures",
            colour=self._colour,
            published=options.published,
            outlet=options.outlet,
            url=options.url,
        )

    def _bar(self) -> AbstractContextManager[Bar | None]:
        """A progress bar, where it can be seen, is worth it and does not run into the rows."""
        seen = sys.stderr is not None and sys.stderr.isatty() and not self._stream.isatty()
        return self._talk.bar() if self._several and seen else nullcontext()


def _named(source: str) -> str:
    return "standard input" if source == "-" else quoted(source)


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
    options = parser.parse_args(arguments)
    from extractor.checking import RULES, explain  # noqa: PLC0415

    code = (options.code or "").upper()
    if code and code not in RULES:
        talk.say(f"no rule {options.code}; 'extract rule' lists them all")
        return FAILED
    lines = (
        [explain(code).rstrip()]
        if code
        else [f"{rule.code}  {rule.severity:<8} {rule.name}" for rule in RULES.values()]
    )
    with destination(None) as stream:
        write(stream, "\n".join(lines) + "\n")
    return OK
