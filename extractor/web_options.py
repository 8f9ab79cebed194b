"""The options of all commands that ask the web, and the client that they make."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from extractor.inputs import Answers
from extractor.naming import quoted
from extractor.options import checked

if TYPE_CHECKING:
    from extractor.fetching.client import Client, Keep
    from extractor.fetching.pace import Pace

CONTACT = "CEKANGKA_CONTACT"  # the environment variable that --contact stands for
LEAST_DELAY = 1.0  # seconds between two requests of one host of the web

Endpoint = tuple[str, int]

_CONTACT = re.compile(r"[^\s@<>()\";]+@[^\s@<>()\";]+\.[^\s@<>()\";]+|https?://[^\s<>()\";]+")
_PROXY = re.compile(r"https?://[^\s/]")
_CONNECT_TO = re.compile(r"([^:\[\]]+):(\d{1,5}):(\[[0-9a-fA-F:.]+\]|[^:\[\]]+):(\d{1,5})")


def add_web(parser: argparse.ArgumentParser) -> None:
    """Adds the options of asking the web."""
    add = parser.add_argument_group("asking the web").add_argument
    add(
        "--contact",
        type=checked(_contact),
        default=os.environ.get(CONTACT) or None,
        metavar="WHO",
        help=f"mail address or page by which outlets reach you (crawl and probe need it); also from {CONTACT}",
    )
    add(
        "--delay",
        type=checked(_seconds),
        default=LEAST_DELAY,
        metavar="SECONDS",
        help=f"least time between two requests of one host (default and least: {LEAST_DELAY:g})",
    )
    add(
        "--timeout",
        type=checked(_timeout),
        default=60.0,
        metavar="SECONDS",
        help="longest time that one answer may take (default: 60)",
    )
    add(
        "--proxy",
        type=checked(_proxy),
        metavar="URL",
        help="ask through this proxy; those of the environment are not used",
    )
    add("--ca-file", type=checked(_file), metavar="FILE", help="certificates to trust besides the system's")
    add(
        "--connect-to",
        type=checked(_connect_to),
        action="append",
        default=[],
        metavar="HOST:PORT:ADDRESS:PORT",
        help="lead a host to another address, for tests: the only way to this machine's own servers",
    )


def need_contact(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Ends a run that asks much, and does not say who asks."""
    if options.contact is None:
        parser.error(
            f"outlets must be able to reach you: name a mail address or page with --contact or {CONTACT}"
        )


def _contact(text: str) -> str:
    if not _CONTACT.fullmatch(text) or not text.isascii():
        raise ValueError(f"'{text}' is neither a mail address nor the address of a page")
    return text


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        raise ValueError(f"'{text}' is no number of seconds") from None
    if not 0 <= seconds <= 3600:
        raise ValueError(f"'{text}' is no time between 0 and 3600 seconds")
    return seconds


def _timeout(text: str) -> float:
    seconds = _seconds(text)
    if seconds < 1:
        raise ValueError(f"'{text}' is less than a second")
    return seconds


def _proxy(text: str) -> str:
    if not _PROXY.match(text):
        raise ValueError(f"'{text}' is no address of a proxy; write it like http://proxy.contoh.id:8080")
    return text


def _file(text: str) -> str:
    if not os.path.isfile(text):
        raise ValueError(f"{quoted(text)}: no such file")
    return text


def _connect_to(text: str) -> tuple[Endpoint, Endpoint]:
    match = _CONNECT_TO.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is not of the form HOST:PORT:ADDRESS:PORT")
    return (match[1].lower(), int(match[2])), (match[3].strip("[]"), int(match[4]))


def web_client(
    options: argparse.Namespace,
    *,
    pace: Pace | None = None,
    cache: Path | None = None,
    keep: Keep | None = None,
) -> Client:
    """The client that the options ask for. Raises ValueError where they contradict, OSError for the CA file."""
    import logging  # noqa: PLC0415 - most runs ask nothing

    import stamina.instrumentation  # noqa: PLC0415

    from extractor.engine import package_version  # noqa: PLC0415
    from extractor.fetching.answer import Identity, Limits  # noqa: PLC0415
    from extractor.fetching.client import Client  # noqa: PLC0415

    # their logs would go to standard error, between our messages; a cache that is broken is done without
    stamina.instrumentation.set_on_retry_hooks(())
    logging.getLogger("hishel").addHandler(logging.NullHandler())
    connect_to: Mapping[Endpoint, Endpoint] = dict(options.connect_to)
    if options.delay < LEAST_DELAY and not connect_to:
        raise ValueError(f"--delay below {LEAST_DELAY:g} is only for hosts that --connect-to leads elsewhere")
    return Client(
        Identity(package_version(), options.contact),
        pace=pace,
        delay=options.delay,
        cache=cache,
        connect_to=connect_to,
        ca_file=options.ca_file,
        proxy=options.proxy,
        keep=keep,
        limits=Limits(
            most_seconds=options.timeout,
            connect_seconds=min(10.0, options.timeout),
            read_seconds=min(20.0, options.timeout),
        ),
    )


@contextmanager
def fetching(options: argparse.Namespace) -> Iterator[Callable[[str], Answers]]:
    """What fetches the article at an address, with all its pages; answers are kept between runs as far as allowed.

    Raises ValueError where the options contradict, OSError for their files.
    """
    from extractor.fetching.article_pages import fetch_article  # noqa: PLC0415 - most runs ask nothing
    from extractor.fetching.cache_file import cache_file, user_caches  # noqa: PLC0415
    from extractor.fetching.errors import NotThereError  # noqa: PLC0415
    from extractor.outlets.loading import outlet_of_host, shipped_outlets  # noqa: PLC0415

    with cache_file(user_caches()) as cache, web_client(options, cache=cache) as client:

        def fetch(url: str) -> Answers:
            host = urlsplit(url).hostname or ""
            fetched = fetch_article(client, url, outlet_of_host(host, shipped_outlets()))
            if fetched.front:
                raise NotThereError(url, f"the front page of {fetched.host}, no article")
            pages = tuple(response.body for response in fetched.responses)
            return Answers(pages, fetched.first.url, fetched.first.time)

        yield fetch
