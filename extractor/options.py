"""The options of the command `extract`: what they are, what they accept, what they mean together."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn, TextIO, TypeVar
from urllib.parse import urlsplit

from extractor.inputs import SUFFIXES, URL
from extractor.messages import LANGUAGES
from extractor.naming import shown
from extractor.output import FORMATS, TABLES

if TYPE_CHECKING:
    from extractor.report import Period

T = TypeVar("T")

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the order in which POSIX has them looked at
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")

_EPILOG = """\
other commands:
  extract check INPUT ...          only what does not fit, with an exit status; also between articles
  extract why ARTICLE f7           tell what led to a figure
  extract crawl OUTLET --db FILE   find, fetch and keep the articles of outlets
  extract outlets                  list the outlets; 'probe NAME' tries one
  extract report --db FILE         read the stored pages again, and tell what changed
  extract export --db FILE         write figures, records or findings of a store
  extract eval GOLD.jsonl TEXTS/   score the reading against annotated articles
  extract corpus --format docbin   write annotated articles for spaCy, Label Studio or brat
  extract schema                   print the JSON Schema of a report
  extract rule [EK201]             explain a rule, or list them all

exit status: 0 when all inputs were read, 2 when one was not (the others still come)
"""


class Parser(argparse.ArgumentParser):
    """A parser whose errors tell how to name a file that begins with a dash."""

    hint = ""

    def __init__(self, *, prog: str, usage: str | None = None, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def parse_inputs(self, arguments: list[str]) -> argparse.Namespace:
        """Options and inputs in any order; whatever follows `--` is an input."""
        end = arguments.index("--") if "--" in arguments else len(arguments)
        dashed = [name for name in arguments[:end] if _looks_like_a_file(name)]
        self.hint = f"; to read the file {shown(dashed[0])} write ./{shown(dashed[0])}" if dashed else ""
        helpful = [name for name in dashed if name.startswith("-h")]
        if helpful:  # newer versions of argparse take "-halo.txt" for -h
            self.error(f"unrecognized arguments: {' '.join(map(shown, helpful))}")
        options = self.parse_intermixed_args(arguments[:end])
        options.inputs += arguments[end + 1 :]
        return options

    def error(self, message: str) -> NoReturn:
        """Ends the run with the message."""
        super().error(message + self.hint)


def _looks_like_a_file(argument: str) -> bool:
    """Whether an argument that is read as an option was meant as a file."""
    dashed = argument.startswith("-") and argument != "-" and "=" not in argument
    return dashed and (argument.lower().endswith(SUFFIXES) or os.path.lexists(argument))


def add_inputs(parser: Parser) -> None:
    """Adds what is to be read."""
    parser.add_argument(
        "inputs",
        nargs="*",
        metavar="INPUT",
        help="text or HTML file, folder of such files, store, address of an article, or - for standard input",
    )


def parser() -> Parser:
    """The parser of the main command; the subcommands have their own."""
    made = Parser(
        prog="extract",
        usage="extract [options] INPUT [INPUT ...]",
        description="Reads Indonesian news on e-KTP recording: figures, records, and what does not fit.",
        epilog=_EPILOG,
    )
    add = made.add_argument
    add_inputs(made)
    add("--format", choices=FORMATS, help="form of the output (default: text)")
    add("--table", choices=TABLES, help="table that csv gives (default: figures)")
    add("--output", metavar="FILE", help="write to FILE, which appears when all is done")
    add_published(made)
    add_outlet(made)
    add_lang(made)
    add("--url", type=checked(_url), metavar="URL", help="address of the article (one input)")
    add_jobs(made)
    add("--version", action=_Version, help="show the version and end")
    return made


class _Version(argparse.Action):
    """Prints the version."""

    def __init__(self, option_strings: list[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, dest, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from extractor import __version__  # noqa: PLC0415 - looked up only when it is asked for

        print(f"extract {__version__}")
        parser.exit()


def checked(convert: Callable[[str], T]) -> Callable[[str], T]:
    """Turns the ValueError of a converter into a message of the parser."""

    def converted(text: str) -> T:
        try:
            return convert(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return converted


def _jobs(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(f"'{text}' is no number of processes")
    return int(text) or os.cpu_count() or 1


def add_published(parser: argparse.ArgumentParser) -> None:
    """Adds --published: a day, month or year."""
    parser.add_argument(
        "--published",
        type=checked(_published),
        metavar="DATE",
        help="day, month or year of publication: 2024-01-16",
    )


def add_outlet(parser: argparse.ArgumentParser) -> None:
    """Adds --outlet: a host name."""
    parser.add_argument(
        "--outlet",
        type=checked(_host),
        metavar="HOST",
        help="outlet the articles are from: lingkarjateng.id",
    )


def add_lang(parser: argparse.ArgumentParser) -> None:
    """Adds --lang: the language of messages."""
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        help="language of messages (default: English; in a terminal that of the locale)",
    )


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Adds --jobs: how many processes read."""
    parser.add_argument(
        "--jobs",
        type=checked(_jobs),
        default=1,
        metavar="N",
        help="processes to read with; 0: one for every core (default: 1)",
    )


def settled_lang(lang: str | None, form: str, stream: TextIO) -> str:
    """The language asked for; else Indonesian for a reader at a terminal whose locale is, English otherwise."""
    if lang is not None:
        return lang
    if form != "text" or not stream.isatty():
        return "en"
    locale = next((os.environ[name] for name in _LOCALE if os.environ.get(name)), "")
    return "id" if locale.lower().partition("_")[0] in ("id", "in") else "en"


def settle(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Settles what options mean together, and refuses what contradicts."""
    if options.table and options.format not in (None, "csv"):
        parser.error(f"--table goes with --format csv, not {options.format}")
    options.format = options.format or ("csv" if options.table else "text")
    if options.url and (len(options.inputs) > 1 or os.path.isdir(options.inputs[0])):
        parser.error("--url is the address of one article; read the others in runs of their own")
    if options.output == "":
        parser.error("--output needs the name of a file, not ''")
    if options.output:
        written = os.path.realpath(options.output)
        if any(os.path.isfile(name) and os.path.realpath(name) == written for name in options.inputs):
            parser.error(f"--output {shown(options.output)} would overwrite an input")


def _published(text: str) -> Period | None:
    from extractor.periods import as_published  # noqa: PLC0415 - `extract --help` starts without pydantic

    return as_published(text)


def day(text: str) -> dt.date:
    """A day in ISO 8601. Raises ValueError where the text is none."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"'{text}' is no day; write it like 2018-01-31") from None


def _host(text: str) -> str:
    """An outlet's host in lower case; an address is cut down to its host. Raises ValueError."""
    name = (urlsplit(text).hostname or "") if "://" in text else text.strip().lower()
    if not _HOST.fullmatch(name):
        raise ValueError(f"'{text}' is no host; write it like lingkarjateng.id")
    return name


def _url(text: str) -> str:
    """An address, as it stands. Raises ValueError where it is none."""
    if not URL.match(text) or not urlsplit(text).hostname:
        raise ValueError(f"'{text}' is no address; it begins with https:// or http://")
    return text
