"""The arguments of `extract outlets`, and what it does."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from extractor.extras import needs
from extractor.naming import quoted, why
from extractor.options import Parser, checked, day
from extractor.outlets.choosing import add_outlets, all_outlets, chosen, need_listing
from extractor.outlets.outlet import Outlet, OutletError
from extractor.output.destination import destination, write
from extractor.output.terminal import Style, clean, wants_colour
from extractor.probe.data import as_json, outlet_data, probe_data
from extractor.probe.evidence import evidence
from extractor.probe.show import brief, summary, verdict_lines, whole
from extractor.probe.verdict import STEPS, Verdict, failed
from extractor.talk import Talk
from extractor.web_options import add_web, need_contact, web_client

OK, NOT_PASSED, FAILED = 0, 1, 2
_PAST = dt.date(2018, 6, 30)  # the year of most articles on the recording

_LIST_EPILOG = """\
other commands:
  extract outlets show NAME    all that is known of one outlet
  extract outlets probe NAME   try one against its live site
"""


def main(arguments: Sequence[str], talk: Talk) -> int:
    """Runs `extract outlets` with its arguments. Gives the exit status."""
    commands: dict[str, Callable[[Sequence[str], Talk], int]] = {"show": _show, "probe": _probe}
    if arguments and arguments[0] in commands:
        return commands[arguments[0]](arguments[1:], talk)
    return _list(arguments)


def _parser(prog: str, description: str, epilog: str = "") -> Parser:
    made = Parser(
        prog=prog,
        description=description,
        epilog=epilog,
    )
    made.add_argument("--format", choices=("text", "json"), default="text", help="form of the output")
    add_outlets(made)
    return made


def _list(arguments: Sequence[str]) -> int:
    parser = _parser("extract outlets", "Lists the outlets, and how they are known.", _LIST_EPILOG)
    options = parser.parse_args(list(arguments))
    try:
        outlets = sorted(all_outlets(options.outlet_files).values(), key=lambda outlet: outlet.name)
    except (OutletError, OSError) as error:
        parser.error(why(error))
    with destination(None) as stream:
        if options.format == "json":
            write(stream, as_json([outlet_data(each) for each in outlets]))
        else:
            style = Style(wants_colour(stream))
            write(stream, "".join(f"{brief(each, style)}\n" for each in outlets))
    return OK


def _show(arguments: Sequence[str], _: Talk) -> int:
    parser = _parser("extract outlets show", "Shows all that is known of an outlet.")
    parser.add_argument("name", metavar="NAME", help="name or host of an outlet")
    options = parser.parse_args(list(arguments))
    outlet = _one(parser, options)
    with destination(None) as stream:
        style = Style(wants_colour(stream))
        text = as_json(outlet_data(outlet)) if options.format == "json" else f"{whole(outlet, style)}\n"
        write(stream, text)
    return OK


def _one(parser: Parser, options: argparse.Namespace) -> Outlet:
    try:
        return chosen([options.name], all_outlets(options.outlet_files))[0]
    except (OutletError, OSError) as error:
        parser.error(why(error))


def _probe_parser() -> Parser:
    steps = "".join(f"  {name:<12}  {title}\n" for name, title in STEPS.items())
    parser = _parser(
        "extract outlets probe",
        "Tries an outlet against its live site: asks its listings and one to three of its articles.",
        f"steps:\n{steps}\n"
        "exit status: 0 when no step failed, 1 when one did, 2 when the site gave no answer\n",
    )
    add = parser.add_argument
    add("name", metavar="NAME", help="name or host of an outlet")
    add("--query", default="e-KTP", metavar="WORDS", help="what to search for (default: e-KTP)")
    add(
        "--day",
        type=checked(day),
        default=_PAST,
        metavar="DATE",
        help=f"day to ask dated indexes for (default: {_PAST})",
    )
    add("--evidence", action="store_true", help="print what passed as lines for the outlet's file")
    add_web(parser)
    return parser


def _probe(arguments: Sequence[str], talk: Talk) -> int:
    parser = _probe_parser()
    options = parser.parse_args(list(arguments))
    need_contact(parser, options)
    if not options.query.strip():
        parser.error("--query needs a word")
    outlet = _one(parser, options)
    need_listing(parser, outlet)
    with needs("crawl"):
        from extractor.probe.steps import Plan, probe  # noqa: PLC0415
    heard: list[int] = []
    try:
        client = web_client(options, keep=lambda response: heard.append(response.status))
    except ValueError as error:
        talk.say(str(error))
        return FAILED
    except OSError as error:
        talk.say(f"{quoted(options.ca_file)}: {why(error)}")
        return FAILED
    today = dt.date.today()
    with client, destination(None) as stream:
        judged = probe(outlet, client, Plan(options.query, today, options.day))
        verdicts = _tell(outlet, judged, options, stream)
        if options.format == "json":
            write(stream, as_json(probe_data(outlet, verdicts, today)))
        elif options.evidence:
            write(stream, f"\n{evidence(verdicts, today)}")
    if not heard:
        talk.say(f"{outlet.name}: no answer from {outlet.host}")
        return FAILED
    return NOT_PASSED if failed(verdicts) else OK


def _tell(
    outlet: Outlet, verdicts: Iterable[Verdict], options: argparse.Namespace, stream: TextIO
) -> Sequence[Verdict]:
    """Prints the verdicts as they come, unless they are asked for as JSON, and gives them."""
    told: list[Verdict] = []
    if options.format == "json":
        return list(verdicts)
    style = Style(wants_colour(stream))
    write(stream, f"{style(clean(outlet.name), 'bold')}  {clean(outlet.title)}\n")
    for verdict in verdicts:
        lines = verdict_lines(verdict, told[-1] if told else None, style)
        write(stream, "".join(f"{line}\n" for line in lines))
        told.append(verdict)
    write(stream, f"\n{summary(told)}\n")
    return told
