"""The one place that speaks HTTP: guarded, polite, patient, and never more than an article needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from types import TracebackType
from urllib.parse import urljoin, urlsplit

import hishel
import hishel.httpx
import httpx
import stamina

from extractor.fetching.addresses import Refused, checked
from extractor.fetching.answer import Identity, Limits, Response
from extractor.fetching.deadline import is_over, no_deadline
from extractor.fetching.errors import FetchError, HostFailedError, NotAskedError, NotThereError, TooMuchError
from extractor.fetching.guard import GuardError
from extractor.fetching.pace import OwnPace, Pace
from extractor.fetching.retry_after import parsed_date, seconds_of
from extractor.fetching.robots import RETRY, Answer, Robots, Rules
from extractor.fetching.wire import Endpoint, Paced, host_of, wire_to

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = 429
_SERVER_ERROR = 500
_ASKED_CODINGS = frozenset({"gzip", "deflate"})
_CODINGS = _ASKED_CODINGS | {"br", "zstd"}  # what httpx unpacks, some of them where a package is installed
_ANEW = {"Cache-Control": "no-cache"}  # RFC 9111, section 5.2.1.4


Keep = Callable[[Response], object]


class Client:
    """Asks addresses for their bodies.

    Every address is judged by the guard and by robots.txt, also those that it is redirected to. A host is asked
    for one thing at a time, and not before `delay` seconds, or its crawl-delay, have passed. `keep` is given
    every answer that came over the network. `connect_to` leads an asked host and port to another address: it is
    the only way past the guard. `cache` is a file that no other process may use meanwhile.
    """

    def __init__(
        self,
        identity: Identity,
        *,
        pace: Pace | None = None,
        delay: float = 1.0,
        cache: Path | None = None,
        connect_to: Mapping[Endpoint, Endpoint] | None = None,
        ca_file: str | None = None,
        proxy: str | None = None,
        keep: Keep | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._pace = pace or OwnPace()
        self._delay = delay
        self._keep = keep
        self._limits = limits or Limits()
        wire = Paced(wire_to(connect_to or {}, ca_file, proxy), self._pace, self._limits.most_seconds)
        self._plain = self._client(identity, wire)
        self._cached = self._plain
        if cache is not None:
            cache.parent.mkdir(parents=True, exist_ok=True)
            storage = hishel.SqliteStorage(database_path=cache)
            self._cached = self._client(identity, hishel.httpx.CacheTransport(wire, storage, rfc=True))
        self._robots = Robots(self._ask_robots)
        self._delays: dict[str, float] = {}  # the longest that each host asked for, whichever its scheme

    def _client(self, identity: Identity, transport: httpx.BaseTransport) -> httpx.Client:
        limits = self._limits
        return httpx.Client(
            transport=transport,
            headers={
                "User-Agent": identity.agent,
                "Accept": "text/html,application/xhtml+xml,application/xml,application/json;q=0.9,*/*;q=0.5",
                "Accept-Language": "id,en;q=0.5",
                "Accept-Encoding": ", ".join(sorted(_ASKED_CODINGS)),
            },
            timeout=httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds),
            # counters of what a reader has seen grow with each page, until servers refuse the request
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
            follow_redirects=False,
            trust_env=False,
        )

    def get(
        self,
        url: str,
        *,
        etag: str | None = None,
        modified: str | None = None,
        cached: bool = True,
        anew: bool = False,
        delay: float = 0.0,
    ) -> Response:
        """The answer to a request for an address, redirects followed.

        `etag` and `modified` are what an earlier answer said of itself: the answer may then be `unchanged`.
        `cached`: whether an answer kept earlier may do; `anew`: only if the server says that it is unchanged.
        `delay`: seconds between two requests of its host, where the outlet wants more than this client. Raises
        NotAskedError, NotThereError, TooMuchError, HostFailedError and StoppedError.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value and value.isascii()}
        client = self._plain if headers or not cached else self._cached
        if anew:
            headers |= _ANEW
        return self._follow(client, url, headers, max(delay, self._delay), robots=True)

    def allowed(self, url: str) -> bool:
        """Whether guard and robots.txt let the address be asked now. Raises StoppedError."""
        try:
            self._judge(url)
        except (NotAskedError, HostFailedError):
            return False
        return True

    def _rules(self, url: str) -> Rules:
        parts = urlsplit(url)
        return self._robots.rules(f"{parts.scheme}://{parts.netloc}")

    def _ask_robots(self, url: str) -> Answer:
        try:
            # a server may let it be kept for longer than the day that RFC 9309, section 2.4, allows
            response = self._follow(self._cached, url, _ANEW, self._delay, robots=False)
        except FetchError as error:
            return Answer(error.status or 0, trouble=str(error))
        return Answer(response.status, response.body)

    def _judge(self, url: str, *, robots: bool = True) -> Rules | None:
        try:
            checked(url)
            httpx.URL(url)
        except Refused as error:
            raise NotAskedError(url, f"is not asked: {error}") from error
        except httpx.InvalidURL as error:
            raise NotAskedError(url, f"is no address: {error}") from error
        if not robots:
            return None
        rules = self._rules(url)
        if rules.unknown:
            raise HostFailedError(url, f"robots.txt could not be read: {rules.trouble}", later=RETRY)
        if not rules.allow(url):
            raise NotAskedError(url, "is not asked: robots.txt disallows it")
        return rules

    def _follow(
        self, client: httpx.Client, url: str, headers: Mapping[str, str], delay: float, *, robots: bool
    ) -> Response:
        """The answer at the end of the redirects; each address on the way is judged."""
        here, seen = url, {url}
        while True:
            rules = self._judge(here, robots=robots)
            response = self._patiently(client, here, headers, self._pause(here, rules, delay))
            target = response.header("location") if response.status in _REDIRECTS else None
            if target is None:
                return _final(response, url)
            here = _led(here, target)
            if here in seen or len(seen) > self._limits.most_redirects:
                raise NotAskedError(url, "redirects in a circle" if here in seen else "redirects too often")
            seen.add(here)

    def _pause(self, url: str, rules: Rules | None, delay: float) -> float:
        """Seconds between two requests of an address' host."""
        host = host_of(httpx.URL(url))
        asked_for = max(self._delays.get(host, 0.0), rules.delay if rules is not None else 0.0)
        self._delays[host] = asked_for
        return max(delay, asked_for)

    def _patiently(
        self, client: httpx.Client, url: str, headers: Mapping[str, str], delay: float
    ) -> Response:
        """One answer; a host that fails is asked again after a while, one that wants much time is not."""
        host = host_of(httpx.URL(url))
        left = self._pace.held(host)
        if left > self._limits.patience:
            raise HostFailedError(
                url, f"the host wants to be left alone for {left:.0f} seconds more", later=left
            )

        def again(error: Exception) -> bool:
            if not isinstance(error, HostFailedError):
                return False
            if error.later:
                self._pace.hold(host, error.later)
            return (error.later or 0.0) <= self._limits.patience

        attempts = stamina.retry_context(
            on=again,
            attempts=self._limits.attempts,
            timeout=None,
            wait_initial=2 * delay,
            wait_max=30.0,
            wait_jitter=delay,
        )
        for attempt in attempts:
            with attempt:
                return self._once(client, url, headers, delay)
        raise AssertionError("the last attempt raises")

    def _once(self, client: httpx.Client, url: str, headers: Mapping[str, str], delay: float) -> Response:
        request = client.build_request("GET", url, headers=dict(headers), extensions={"delay": delay})
        no_deadline()  # that of the thread's last request, should this answer come from the cache
        try:
            answer = client.send(request, stream=True)
            with _closing(answer):
                self._refuse_failure(url, answer)
                peer = _peer(answer)
                response = _response(url, answer, b"".join(self._pieces(url, answer)), peer)
        except GuardError as error:
            raise NotAskedError(url, f"is not asked: {error}") from error
        except httpx.InvalidURL as error:  # where a redirect leads
            raise NotAskedError(url, f"redirects to what is no address: {error}") from error
        except httpx.ConnectError as error:
            if isinstance(error.__cause__, GuardError):
                raise NotAskedError(url, f"is not asked: {error}") from error
            raise HostFailedError(url, f"no connection: {_told(error)}") from error
        except httpx.TimeoutException as error:
            if is_over():
                raise self._too_slow(url) from error
            raise HostFailedError(url, f"no answer in time ({type(error).__name__})") from error
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise HostFailedError(url, f"a broken answer: {_told(error)}") from error
        if self._keep is not None and not response.from_cache:
            return replace(response, kept=self._keep(response))
        return response

    def _refuse_failure(self, url: str, answer: httpx.Response) -> None:
        status = answer.status_code
        if status == _BUSY or status >= _SERVER_ERROR:
            later = seconds_of(answer.headers.get("retry-after"))
            raise HostFailedError(url, f"the server answers {status}", status, later)

    def _pieces(self, url: str, answer: httpx.Response) -> Iterator[bytes]:
        """The decoded body, piece by piece, until it is too much."""
        limits, size = self._limits, 0
        packed = [coding for coding in _codings(answer) if coding in _CODINGS]
        if len(packed) > 1 or not _ASKED_CODINGS.issuperset(packed):
            raise TooMuchError(url, f"the answer is packed as {', '.join(packed)}, and may be of any size")
        announced = answer.headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > limits.most_bytes:
            raise TooMuchError(
                url, f"the answer has {int(announced):,} bytes; the limit is {limits.most_bytes:,}"
            )
        for piece in answer.iter_bytes():
            size += len(piece)
            if size > limits.most_bytes:
                raise TooMuchError(url, f"the answer has more than {limits.most_bytes:,} bytes")
            if is_over():
                raise self._too_slow(url)
            yield piece

    def _too_slow(self, url: str) -> TooMuchError:
        return TooMuchError(url, f"the answer takes more than {self._limits.most_seconds:g} seconds")

    def close(self) -> None:
        """Ends all connections and the cache."""
        self._plain.close()
        if self._cached is not self._plain:
            self._cached.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _closing(AbstractContextManager[None]):  # noqa: N801 - used like contextlib.closing
    """Closes an answer, whatever its stream says to that."""

    def __init__(self, answer: httpx.Response) -> None:
        self._answer = answer

    def __exit__(self, *_: object) -> None:
        self._answer.close()


def _led(url: str, target: str) -> str:
    """Where a redirect leads. Raises NotAskedError."""
    try:
        return urljoin(url, target.strip())
    except ValueError as error:
        raise NotAskedError(url, "redirects to what is no address") from error


def _codings(answer: httpx.Response) -> list[str]:
    """The codings that a body was packed with, one after the other."""
    return [coding.strip().lower() for coding in answer.headers.get("content-encoding", "").split(",")]


def _peer(answer: httpx.Response) -> str | None:
    """The IP address that answers, while its connection is open; None for an answer from the cache."""
    stream = answer.extensions.get("network_stream")
    try:
        peer = stream.get_extra_info("server_addr") if stream is not None else None
    except OSError:
        return None
    return str(peer[0]) if peer else None


def _response(url: str, answer: httpx.Response, body: bytes, peer: str | None) -> Response:
    status = answer.extensions.get("caching")
    time = dt.datetime.now(dt.UTC)
    if status and status["from_cache"] and not status["revalidated"]:
        time = min(time, _made(answer) or time)
    return Response(
        asked=url,
        url=url,
        status=answer.status_code,
        headers=tuple((name, value) for name, value in answer.headers.multi_items()),
        body=body,
        time=time,
        address=peer,
        from_cache=bool(status and status["from_cache"]),
    )


def _made(answer: httpx.Response) -> dt.datetime | None:
    """When the server made an answer, where it says so (RFC 9110, section 6.6.1)."""
    return parsed_date(answer.headers.get("date", ""))


def _final(response: Response, asked: str) -> Response:
    """The answer, with the address that was asked first. Raises NotThereError."""
    if 400 <= response.status < _SERVER_ERROR:
        raise NotThereError(asked, f"the server answers {response.status}", response.status)
    return replace(response, asked=asked)


def _told(error: Exception) -> str:
    return str(error) or type(error).__name__
