"""The arguments of `extract check`, and one run of it."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TextIO, TypeVar

from extractor.across import Desk, Reference
from extractor.checking.rule import SEVERITIES
from extractor.engine import package_version
from extractor.jobs import Settings
from extractor.lint.choice import Choice, Coded, prefixes
from extractor.lint.forms import FORMATS, CheckForm, GithubForm, JsonForm, JsonLinesForm, TextForm
from extractor.lint.ignore_file import IgnoreFile
from extractor.lint.sarif import SarifForm
from extractor.naming import meant, why
from extractor.options import (
    Parser,
    add_inputs,
    add_jobs,
    add_lang,
    add_outlet,
    add_published,
    checked,
    settled_lang,
)
from extractor.output.destination import destination, write
from extractor.output.terminal import wants_colour
from extractor.report import Report, Severity
from extractor.rulebook import RULES
from extractor.session import Session
from extractor.talk import Talk
from extractor.web_options import add_web, fetching

T = TypeVar("T")
OK, FOUND, FAILED = 0, 1, 2

_EPILOG = """\
exit status: 0 when nothing weighs as much as --fail-on, 1 when something does, 2 when an input was not read
"""


def _parser() -> Parser:
    parser = Parser(
        prog="extract check",
        usage="extract check [options] INPUT [INPUT ...]",
        description="Tells what does not fit in articles and between them, and nothing else.",
        epilog=_EPILOG,
    )
    add = parser.add_argument
    add_inputs(parser)
    add("--format", choices=FORMATS, default="text", help="form of the output (default: text)")
    add("--output", metavar="FILE", help="write to FILE, which appears when all is done")
    add(
        "--fail-on",
        choices=SEVERITIES,
        default="error",
        help="least severity that makes the exit status 1 (default: error)",
    )
    add(
        "--select",
        type=checked(_codes),
        default=[],
        metavar="CODES",
        help="only rules that begin so: EK2,EK101; some run only when named in full: EK006",
    )
    add(
        "--strict",
        action="store_true",
        help="read rounded figures as plus or minus half a unit, not one; what fits only at one is a note",
    )
    add("--ignore", type=checked(_codes), default=[], metavar="CODES", help="no rules that begin so: EK502")
    add("--ignore-file", metavar="FILE", help="findings to leave out: an id and a reason on every line")
    add(
        "--reference",
        metavar="FILE.csv",
        help="official table to hold figures against: code,date,indicator,value,source",
    )
    add_lang(parser)
    add_published(parser)
    add_outlet(parser)
    add_jobs(parser)
    add_web(parser)
    return parser


def _codes(text: str) -> list[str]:
    return prefixes(text, RULES)


def main(arguments: Sequence[str], talk: Talk) -> int:
    """Runs `extract check` with its arguments. Gives the exit status."""
    parser = _parser()
    options = parser.parse_inputs(list(arguments))
    if not options.inputs:
        if sys.stdin is None or sys.stdin.isatty():
            parser.error("no input; name files, folders or -")
        options.inputs = ["-"]
    known = _given(parser, "--ignore-file", options.ignore_file, IgnoreFile.read) or IgnoreFile()
    reference = _given(parser, "--reference", options.reference, Reference.read)
    choice = Choice(options.select, options.ignore, known)
    with destination(options.output) as stream:
        return _Check(options, stream, talk, choice, Desk(reference)).run()


def _given(parser: Parser, option: str, path: str | None, read: Callable[[str], T]) -> T | None:
    """What a file named by an option holds; ends the run where it cannot be used."""
    if path is None:
        return None
    try:
        return read(path)
    except OSError as error:
        parser.error(f"{option} {path}: {why(error)}{meant(path)}")
    except ValueError as error:
        parser.error(f"{option} {error}")


class _Check:
    """One run: findings are counted as they are written."""

    def __init__(
        self, options: argparse.Namespace, stream: TextIO, talk: Talk, choice: Choice, desk: Desk
    ) -> None:
        self._options = options
        self._stream = stream
        self._talk = talk
        self._choice = choice
        self._desk = desk
        self._lang = settled_lang(options.lang, options.format, stream)
        self._form = _form(options.format, colour=wants_colour(stream), lang=self._lang)
        self._counts: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)

    def run(self) -> int:
        """Reads everything, writes the findings and gives the exit status."""
        options, desk, form = self._options, self._desk, self._form
        session = Session(
            options.inputs, self._stream, options.output, self._talk, web=partial(fetching, options)
        )
        settings = Settings(
            today=dt.date.today(),
            form=None,
            lang=self._lang,
            published=options.published,
            outlet=options.outlet,
            strict=options.strict,
            named=tuple(options.select),
        )
        articles = 0
        write(self._stream, form.opening)
        for done in session.read(settings, options.jobs):
            assert done.report is not None
            articles += 1
            desk.add(done.report)
            write(self._stream, form.article(self._chosen(done.report)))
        between = [finding for finding in desk.findings(self._lang) if self._choice(finding)]
        self._count(between)
        write(self._stream, form.across(between, desk.text) + form.closing)
        self._say(articles)
        return self._status(session.failed)

    def _chosen(self, report: Report) -> Report:
        """The report with the findings to show."""
        shown = [finding for finding in report.findings if self._choice(finding)]
        self._count(shown)
        return report.model_copy(update={"findings": shown})

    def _count(self, findings: Iterable[Coded]) -> None:
        for finding in findings:
            self._counts[finding.severity] += 1

    def _say(self, articles: int) -> None:
        """What the ignore file names in vain, and how much was found."""
        for message in self._choice.known.unmet():
            self._talk.say(message)
        found = [
            f"{count} {severity}{'s' if count != 1 else ''}"
            for severity, count in self._counts.items()
            if count
        ]
        read = f"{articles} article{'s' if articles != 1 else ''}"
        self._talk.say(f"{', '.join(found) or 'nothing found'} in {read}")

    def _status(self, failed: int) -> int:
        if failed:
            return FAILED
        weighty = SEVERITIES[: SEVERITIES.index(self._options.fail_on) + 1]
        return FOUND if any(self._counts[severity] for severity in weighty) else OK


def _form(name: str, *, colour: bool, lang: str) -> CheckForm:
    match name:
        case "json":
            return JsonForm()
        case "jsonl":
            return JsonLinesForm()
        case "github":
            return GithubForm()
        case "sarif":
            return SarifForm(list(RULES.values()), package_version())
        case _:
            return TextForm(colour=colour, lang=lang)
