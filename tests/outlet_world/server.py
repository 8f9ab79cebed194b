"""The world: all outlets on loopback, reached under their own names by connecting elsewhere."""

from __future__ import annotations

import datetime as dt
import re
import ssl
import tempfile
import threading
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import trustme

from tests.outlet_world.answers import Answer, Ask, ask_of, not_found, page
from tests.outlet_world.articles import SINCE, UNTIL, Article, compose
from tests.outlet_world.five_outlets import FiveOutlets
from tests.outlet_world.kabar_satu import KabarSatu
from tests.outlet_world.radar_dua import DATE, RadarDua
from tests.outlet_world.site import Elsewhere, Site
from tests.outlet_world.suara_tiga import SuaraTiga
from tests.outlet_world.wire import Request, Server

_OUTLETS = Path(__file__).parent / "outlets"


class World:
    """Three outlets of so many articles each, five pages' shapes of real ones, and hosts that are none of them.

    `delay` is what the outlets' files ask for between two requests; one robots.txt asks for twice as much.
    With `faults` there is all the trouble there can be, without it every article comes at once. The articles
    are the same for the same `articles`, `seed`, `since` and `until`. With `daily` the dated index is one a
    day, else one a month. Use it as a context; what the server did wrong itself is raised at its end.
    """

    def __init__(
        self,
        articles: int = 100,
        delay: float = 0.02,
        faults: bool = True,
        *,
        seed: int = 0,
        since: dt.date = SINCE,
        until: dt.date = UNTIL,
        daily: bool = False,
    ) -> None:
        self.log: list[Request] = []
        self.failing_host: str | None = None
        self.failing_how: Literal["503", "closed"] = "503"
        self._over = threading.Event()
        made = [
            compose(articles, seed=seed, first_id=first, since=since, until=until)
            for first in (100_001, 200_001, 300_001)
        ]
        over = self._over
        self.outlets: tuple[Site, ...] = (
            KabarSatu(made[0], faults=faults, over=over, crawl_delay=2 * delay),
            RadarDua(made[1], faults=faults, over=over),
            SuaraTiga(made[2], faults=faults, over=over),
        )
        sites = (*self.outlets, FiveOutlets(), Elsewhere())
        self._sites = {host: site for site in sites for host in site.hosts}
        self._folder = tempfile.TemporaryDirectory(prefix="outlet-world-")
        self._write_outlets(delay, daily)

    def __enter__(self) -> Self:
        authority = trustme.CA()
        self.ca_file = str(Path(self._folder.name) / "ca.pem")
        authority.cert_pem.write_to_path(self.ca_file)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*self._sites).configure_cert(context)
        context.sni_callback = self._greeted
        self._servers = [Server(self._answer, self.log), Server(self._answer, self.log, context)]
        self.http_port, self.https_port = (server.port for server in self._servers)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        for server in self._servers:
            server.close()
        self._folder.cleanup()
        errors = [each for server in self._servers for each in server.errors]
        if errors and error is None:
            raise errors[0]

    @property
    def connect_to(self) -> list[str]:
        """Where to connect for each host: "HOST:PORT:ADDRESS:PORT", as curl's --connect-to takes it."""
        ports = {80: self.http_port, 443: self.https_port}
        return [f"{host}:{port}:127.0.0.1:{ours}" for host in self._sites for port, ours in ports.items()]

    @property
    def outlet_folder(self) -> str:
        """The folder with the outlets' files."""
        return str(Path(self._folder.name) / "outlets")

    @property
    def unchanged(self) -> bool:
        """Whether a client that has a page is told that it has not changed; else every answer looks new."""
        return all(site.unchanged for site in self.outlets)

    @unchanged.setter
    def unchanged(self, value: bool) -> None:
        for site in self.outlets:
            site.unchanged = value

    def change(self, article_id: int, new_number: int) -> None:
        """Another number of those not recorded in one article; its ETag and its date change with it."""
        next(site for site in self.outlets if article_id in site.articles).change(article_id, new_number)

    def allowed_articles(self) -> dict[str, Article]:
        """What a crawl for e-KTP must find, by canonical address."""
        return {site.address(article): article for site in self.outlets for article in site.allowed()}

    def article_at(self, url: str) -> Article | None:
        """The article that an address leads to, canonical or not; None where it leads to none."""
        ask = ask_of(url)
        site = next((site for site in self.outlets if ask.host in site.hosts), None)
        if site is None or ask.path in site.traps:
            return None
        if ask.path in site.moved:
            return site.articles[site.moved[ask.path]]
        answer = site.shown(ask)
        if answer is not None and "Location" in answer.headers:
            return self.article_at(answer.headers["Location"])
        return site.articles.get(answer.article or 0) if answer is not None else None

    def forbidden_paths(self) -> Mapping[str, tuple[str, ...]]:
        """By host, the paths that must never be asked for, as robots.txt writes them; "/" for foreign hosts."""
        found = {host: site.closed for site in self.outlets for host in site.hosts if site.closed}
        return {**found, **dict.fromkeys(Elsewhere.hosts, ("/",))}

    def trespasses(self) -> list[Request]:
        """The requests in the log that no crawler should have made."""
        rules = {
            host: re.compile("|".join(map(_expression, p))) for host, p in self.forbidden_paths().items()
        }
        return [
            each for each in self.log if each.host in rules and rules[each.host].match(each.path_with_query)
        ]

    def answered(self, article_id: int) -> list[Request]:
        """The requests that showed an article or were told that it is unchanged, not those for its later pages."""
        return [r for r in self.log if r.article == article_id and r.status in (200, 304) and r.page < 2]

    def shortest_gap(self, *hosts: str) -> float:
        """The shortest time between two requests to any of the hosts, seconds; endless for fewer than two."""
        times = sorted(each.time_monotonic for each in self.log if each.host in hosts)
        return min((later - sooner for sooner, later in pairwise(times)), default=float("inf"))

    def _answer(self, ask: Ask) -> Answer:
        if ask.host == self.failing_host:
            return page("<!DOCTYPE html><title>503</title><h1>Sedang perawatan</h1>", status=503)
        site = self._sites.get(ask.host)
        return site.answer(ask) if site is not None else not_found()

    def _greeted(self, _: object, host: str | None, __: object) -> int | None:
        """Ends the handshake where the host is not here, or is to be found closed."""
        if host not in self._sites or (host == self.failing_host and self.failing_how == "closed"):
            return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
        return None

    def _write_outlets(self, delay: float, daily: bool) -> None:
        folder = Path(self.outlet_folder)
        folder.mkdir()
        for file in sorted(_OUTLETS.glob("*.toml")):
            text = re.sub(r"(?m)^delay = .*$", f"delay = {delay!r}", file.read_text(encoding="utf-8"))
            if daily:
                text = text.replace("bulan={date}", "date={date}").replace(
                    'date = "%Y-%m"', f'date = "{DATE}"'
                )
            (folder / file.name).write_text(text, encoding="utf-8")


def _expression(path: str) -> str:
    return "(?:" + ".*".join(re.escape(piece) for piece in path.split("*")) + ")"
