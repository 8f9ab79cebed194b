"""What carries requests: connections to checked addresses or a proxy, one request of a host at a time."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping

import httpcore
import httpx

from extractor.fetching.deadline import DeadlineBackend, set_deadline
from extractor.fetching.guard import GuardedBackend
from extractor.fetching.pace import Pace, Turn

Endpoint = tuple[str, int]

_MOST_CONNECTIONS = 64
_KEPT_ALIVE = 30.0  # seconds


def wire_to(
    connect_to: Mapping[Endpoint, Endpoint], ca_file: str | None, proxy: str | None
) -> httpx.BaseTransport:
    """The transport that opens connections: only to checked addresses, or to a proxy that the user names.

    Raises OSError, which names the file of certificates, and ValueError for the proxy.
    """
    context = ssl.create_default_context()
    if ca_file is not None:
        _trust(context, ca_file)
    if proxy is not None:
        return _Over(_proxied(context, proxy))
    return _Over(
        httpcore.ConnectionPool(
            ssl_context=context,
            network_backend=DeadlineBackend(GuardedBackend(connect_to=connect_to)),
            max_connections=_MOST_CONNECTIONS,
            keepalive_expiry=_KEPT_ALIVE,
        )
    )


def _trust(context: ssl.SSLContext, file: str) -> None:
    """Adds the certificates in a file. Raises OSError, which names it."""
    try:
        context.load_verify_locations(file)
    except ssl.SSLError as error:
        raise OSError(error.errno, "no certificates in it", file) from error
    except OSError as error:
        raise OSError(error.errno, error.strerror, file) from error


def _proxied(context: ssl.SSLContext, url: str) -> httpcore.HTTPProxy:
    """A pool of connections to a proxy. Raises ValueError."""
    try:
        proxy = httpx.Proxy(url)
    except (ValueError, httpx.InvalidURL) as error:
        raise ValueError(f"--proxy {url}: {error}") from error
    if proxy.url.scheme not in ("http", "https") or not proxy.url.host:
        raise ValueError(f"--proxy {url}: neither an http nor an https proxy")
    return httpcore.HTTPProxy(
        httpcore.URL(
            scheme=proxy.url.raw_scheme,
            host=proxy.url.raw_host,
            port=proxy.url.port,
            target=proxy.url.raw_path,
        ),
        proxy_auth=proxy.raw_auth,
        ssl_context=context,
        network_backend=DeadlineBackend(httpcore.SyncBackend()),
        max_connections=_MOST_CONNECTIONS,
        keepalive_expiry=_KEPT_ALIVE,
    )


class _Over(httpx.HTTPTransport):
    """httpx' transport over a pool of ours."""

    def __init__(self, pool: httpcore.ConnectionPool) -> None:
        self._pool = pool


class Paced(httpx.BaseTransport):
    """Takes the host's turn for each request that goes out, and gives it back when its answer is read."""

    def __init__(self, inner: httpx.BaseTransport, pace: Pace, most_seconds: float) -> None:
        self._inner = inner
        self._pace = pace
        self._most_seconds = most_seconds

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends a request in its host's turn."""
        host = host_of(request.url)
        self._pace.take(host, request.extensions.get("delay", 0.0))
        turn = Turn(self._pace, host)
        set_deadline(self._most_seconds)  # waiting for the turn is not the host's time
        try:
            answer = self._inner.handle_request(request)
        except BaseException:
            turn.end()
            raise
        assert isinstance(answer.stream, httpx.SyncByteStream)
        answer.stream = _Stream(answer.stream, turn)
        return answer

    def close(self) -> None:
        """Ends the connections."""
        self._inner.close()


class _Stream(httpx.SyncByteStream):
    """A body that ends its request's turn when it is closed."""

    def __init__(self, inner: httpx.SyncByteStream, turn: Turn) -> None:
        self._inner, self._turn = inner, turn

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner

    def close(self) -> None:
        try:
            self._inner.close()
        finally:
            self._turn.end()


def host_of(url: httpx.URL) -> str:
    """The host in the form in which it is looked up: a name has one, however an address writes it."""
    return url.raw_host.decode("ascii")
