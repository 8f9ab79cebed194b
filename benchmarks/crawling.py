"""What a crawl's page costs, step by step: asking, archiving, reading, storing; pages come from loopback."""

from __future__ import annotations

import http.client
import multiprocessing
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.articles import articles
from benchmarks.pages import page
from benchmarks.readings import TODAY
from extractor.archive import Archive, Capture, Place
from extractor.data import patterns_sha256
from extractor.engine import Extractor, package_version
from extractor.fetching.answer import Identity, Response
from extractor.fetching.client import Client
from extractor.loading import article_from_pages
from extractor.report import Report
from extractor.store.entries import Captured, Outcome, Page
from extractor.store.store import Store

_HOST = "contoh.id"


@dataclass(frozen=True, slots=True)
class Costs:
    """Milliseconds of processor time for a page, and what came of all pages."""

    bare: float  # http.client alone
    asking: float
    archiving: float
    reading: float
    storing: float
    figures: int
    storing_seconds: float  # by the clock, for all pages


def _serve(pages: list[bytes], ready: Connection) -> None:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            number = self.path.strip("/")
            body = pages[int(number)] if number.isdecimal() else b""
            self.send_response(200 if body else 404)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing on standard error."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    ready.send(server.server_address[1])
    server.serve_forever()


@contextmanager
def _served(pages: list[bytes]) -> Iterator[int]:
    """The port at which another process serves the pages, so that its time is not ours."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_serve, args=(pages, theirs), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.terminate()
        process.join()


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(count: int) -> Costs:
    """The costs of so many pages of 80 kB."""
    pages = [page(text) for text in articles(count)]
    with _served(pages) as port:
        bare = _timed(lambda: _ask_bare(port, count))
        answers: list[Response] = []
        led = {(_HOST, 80): ("127.0.0.1", port)}
        with Client(Identity("0"), delay=0.0, connect_to=led, keep=answers.append) as client:
            asking = _timed(lambda: [client.get(f"http://{_HOST}/{n}", cached=False) for n in range(count)])
    answers = [answer for answer in answers if answer.status == 200]
    with tempfile.TemporaryDirectory() as folder:
        places: list[Place] = []
        with Archive(Path(folder), "run", software="benchmark") as archive:
            archiving = _timed(lambda: places.extend(archive.write(_capture(answer)) for answer in answers))
        extractor, reports = Extractor(TODAY), list[Report]()
        reading = _timed(lambda: reports.extend(_read(extractor, answer) for answer in answers))
        storing, seconds = _store(Path(folder) / "berita.db", answers, places, reports)
    each = 1000 / count
    return Costs(
        bare * each,
        asking * each,
        archiving * each,
        reading * each,
        storing * each,
        sum(len(report.figures) for report in reports),
        seconds,
    )


def _ask_bare(port: int, count: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for number in range(count):
        connection.request("GET", f"/{number}")
        connection.getresponse().read()
    connection.close()


def _capture(answer: Response) -> Capture:
    return Capture(answer.url, answer.time, answer.status, answer.headers, answer.body, answer.address)


def _read(extractor: Extractor, answer: Response) -> Report:
    return extractor.report(
        article_from_pages([answer.body], source=answer.url, url=answer.url, retrieved=answer.time)
    )


def _store(
    path: Path, answers: list[Response], places: list[Place], reports: list[Report]
) -> tuple[float, float]:
    """Processor time and time by the clock of keeping all articles, each in a transaction of its own."""
    with Store(path, create=True) as store:
        run = store.begin_run("benchmark", package_version(), patterns_sha256())
        kept = zip(answers, places, reports, strict=True)
        start = time.perf_counter()
        taken = _timed(lambda: [_keep(store, run, *each) for each in kept])
        return taken, time.perf_counter() - start


def _keep(store: Store, run: int, answer: Response, place: Place, report: Report) -> Outcome:
    captured = Captured(answer.url, answer.time, answer.status, "", place.file, place.offset, place.length)
    return store.keep_article(run, Page(answer.url, answer.url, _HOST, "article"), [captured], report, _HOST)
