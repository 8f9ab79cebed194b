"""A small server on loopback: answers by path, and a log of what was asked when."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Asked:
    """One request: when, for which path, with which headers."""

    at: float
    path: str
    headers: dict[str, str]


@dataclass
class Given:
    """An answer. `pieces` are sent one by one, `pause` seconds apart; `cut` ends the connection after them."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pieces: Iterator[bytes] | None = None
    pause: float = 0.0
    cut: bool = False
    head_pause: float = 0.0  # seconds between two header lines


Answers = Mapping[str, Given | Callable[[Asked], Given]]


class Server:
    """The server, where it listens, and what it was asked."""

    def __init__(self, answers: Answers) -> None:
        self.asked: list[Asked] = []
        log = self.asked

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                asked = Asked(time.monotonic(), self.path, {k.lower(): v for k, v in self.headers.items()})
                log.append(asked)
                found = answers.get(self.path, Given(b"", 404))
                self._give(found(asked) if callable(found) else found)

            def _give(self, given: Given) -> None:
                self.send_response(given.status)
                for name, value in given.headers.items():
                    self.send_header(name, value)
                    if given.head_pause:
                        self.flush_headers()
                        time.sleep(given.head_pause)
                if given.pieces is None:
                    if "Content-Length" not in given.headers:
                        self.send_header("Content-Length", str(len(given.body)))
                    self.end_headers()
                    self.wfile.write(given.body)
                else:
                    self.send_header("Connection", "close")
                    self.end_headers()
                    try:
                        for piece in given.pieces:
                            self.wfile.write(piece)
                            time.sleep(given.pause)
                    except OSError:
                        self.close_connection = True  # the client had enough
                if given.cut or given.pieces is not None:
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                """Nothing on standard error."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def connect_to(self, *hosts: str) -> dict[tuple[str, int], tuple[str, int]]:
        """Leads port 80 of the hosts here."""
        return {(host, 80): ("127.0.0.1", self.port) for host in hosts}

    def paths(self) -> list[str]:
        """The paths asked for, in order."""
        return [asked.path for asked in self.asked]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def serving(answers: Answers) -> Iterator[Server]:
    """A server that answers so while the block runs."""
    server = Server(answers)
    try:
        yield server
    finally:
        server.close()
