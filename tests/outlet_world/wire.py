"""Answers on the wire: threading servers for HTTP and HTTPS on loopback, which log what they were asked."""

from __future__ import annotations

import gzip
import socket
import ssl
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

from tests.outlet_world.answers import Answer, Ask, is_unchanged, redirect, validators

Answering = Callable[[Ask], Answer]
Body = bytes | Iterable[bytes]
_PACKED = 1400  # bytes from which a body is worth packing


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came and the status it got; `article` and `page` say what was shown, 0 for all pages."""

    time_monotonic: float
    host: str
    path_with_query: str
    status: int
    user_agent: str
    if_none_match: str | None = None
    if_modified_since: str | None = None
    article: int | None = None
    page: int = 1

    @property
    def url(self) -> str:
        return f"https://{self.host}{self.path_with_query}"


class Server(ThreadingHTTPServer):
    """A server on a free port of loopback; with a TLS context it is HTTPS, without it sends clients there."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self, answering: Answering, log: list[Request], context: ssl.SSLContext | None = None
    ) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answering = answering if context else _to_https
        self.log = log
        self.errors: list[BaseException] = []
        self._context = context
        self._open: set[socket.socket] = set()
        self._thread = threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        return self.server_address[1]

    def finish_request(self, request: socket.socket, client_address: object) -> None:
        request.settimeout(_Handler.timeout)
        request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._context is not None:  # the handshake here, in the connection's own thread
            request = self._context.wrap_socket(request, server_side=True)
        self._open.add(request)
        try:
            super().finish_request(request, client_address)
        finally:
            self._open.discard(request)
            request.close()

    def handle_error(self, request: socket.socket, client_address: object) -> None:
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, OSError):  # a client may go away at any time
            self.errors.append(error)

    def close(self) -> None:
        """Ends the server and all connections that are still open."""
        self.shutdown()
        self.server_close()
        for request in list(self._open):
            try:
                request.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it was closed meanwhile
        self._thread.join()


def _to_https(ask: Ask) -> Answer:
    return redirect(f"https://{ask.host}{ask.target}")


def _is_worth_packing(answer: Answer, body: bytes) -> bool:
    return len(body) > _PACKED and answer.kind.startswith("text/") and not answer.closes


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "nginx", ""
    timeout = 30
    wbufsize = -1
    server: Server

    def parse_request(self) -> bool:
        self._came = time.monotonic()
        return super().parse_request()

    def do_GET(self) -> None:
        ask = self._ask()
        answer = self.server.answering(ask)
        unchanged = answer.status == 200 and is_unchanged(ask, answer)
        status = 304 if unchanged else answer.status
        self._log(ask, answer, status)
        self._send(ask, answer, status, b"" if unchanged else answer.body)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _ask(self) -> Ask:
        path, _, query = self.path.partition("?")
        return Ask(
            host=self.headers.get("Host", "").partition(":")[0].lower(),
            path=path,
            query=dict(parse_qsl(query, keep_blank_values=True)),
            target=self.path,
            none_match=self.headers.get("If-None-Match"),
            modified_since=self.headers.get("If-Modified-Since"),
            takes_gzip="gzip" in self.headers.get("Accept-Encoding", ""),
        )

    def _log(self, ask: Ask, answer: Answer, status: int) -> None:
        self.server.log.append(
            Request(
                self._came,
                ask.host,
                self.path,
                status,
                self.headers.get("User-Agent", ""),
                ask.none_match,
                ask.modified_since,
                answer.article,
                answer.page,
            )
        )

    def _send(self, ask: Ask, answer: Answer, status: int, body: Body) -> None:
        headers = {"Content-Type": answer.kind, **answer.headers, **validators(answer)}
        if isinstance(body, bytes):
            if ask.takes_gzip and _is_worth_packing(answer, body):
                body = gzip.compress(body, 1, mtime=0)
                headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
            if status != 304:
                headers["Content-Length"] = str(len(body) if answer.length is None else answer.length)
        if answer.closes:
            headers["Connection"] = "close"
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self._send_body(body, answer.sent)
        self.close_connection = self.close_connection or answer.closes

    def _send_body(self, body: Body, sent: int | None) -> None:
        for piece in (body[:sent],) if isinstance(body, bytes) else body:
            self.wfile.write(piece)
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the log is a list."""
