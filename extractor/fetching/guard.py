"""Connections to checked addresses only: what a name resolves to is judged, and what was judged is connected to."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeAlias

import httpcore

from extractor.fetching.addresses import PORTS, refusal

_MOST_TRIED = 8  # addresses of one name: a look-up must not make us knock at hundreds of doors
_Failure: TypeAlias = httpcore.ConnectError | httpcore.ConnectTimeout


class Resolver(Protocol):
    """What `socket.getaddrinfo` is to the guard."""

    def __call__(self, host: str, port: int, *, type: int) -> Iterable[tuple[Any, Any, Any, Any, Any]]:
        """Rows whose last item is (address, port, …). Raises OSError, or ValueError on what is no name."""
        ...


class GuardError(httpcore.ConnectError):
    """A connection that is never made; the message names the host and the reason. Asking again does not help."""


class GuardedBackend(httpcore.NetworkBackend):
    """The network as the crawler may use it, for `httpcore.ConnectionPool(network_backend=…)`.

    A name is resolved once, each of its addresses is judged by `refusal`, and the connection goes to a judged
    address: a name that resolves otherwise the second time gains nothing. TLS is still checked against the name.
    A proxy would be connected to in the place of the host, so clients must not take one from the environment.
    """

    def __init__(
        self,
        *,
        connect_to: Mapping[tuple[str, int], tuple[str, int]] | None = None,
        inner: httpcore.NetworkBackend | None = None,
        resolve: Resolver = socket.getaddrinfo,
    ) -> None:
        """`connect_to` gives the address and port for a host and port asked, unjudged: the only way to loopback."""
        given = connect_to or {}
        self._connect_to = {(host.lower(), port): target for (host, port), target in given.items()}
        self._inner = httpcore.SyncBackend() if inner is None else inner
        self._resolve = resolve

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the host's addresses that answers; `timeout` seconds are shared by all.

        A look-up under way is not broken off, but its time counts. Raises GuardError for a port other than 80 and
        443 and where one address of the host is refused, `httpcore.ConnectError` where the name is not resolved
        or no address answers, `httpcore.ConnectTimeout`.
        """
        started = time.monotonic()
        target = self._connect_to.get((host.lower(), port))
        if target is not None:
            return self._inner.connect_tcp(*target, timeout, local_address, socket_options)
        addresses = self._judged(host, port)[:_MOST_TRIED]
        failures: dict[str, _Failure] = {}
        for tried, address in enumerate(addresses):
            share = None
            if timeout is not None:  # an address that keeps silent leaves time for those after it
                share = (started + timeout - time.monotonic()) / (len(addresses) - tried)
                if share <= 0:
                    break
            try:
                return self._inner.connect_tcp(address, port, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failures[address] = error
        raise _failure(host, failures)

    def _judged(self, host: str, port: int) -> list[str]:
        """The addresses of a host, each judged as the text that is connected to: without a scope id."""
        if port not in PORTS:
            raise GuardError(f"{host}: port {port} is not asked")
        try:
            found = self._resolve(host, port, type=socket.SOCK_STREAM)
            addresses = list(dict.fromkeys(str(row[4][0]).partition("%")[0] for row in found))
        except (OSError, ValueError) as error:  # ValueError: a label that is empty or too long
            reason = error.strerror if isinstance(error, OSError) else str(error)
            raise httpcore.ConnectError(f"{host}: the name is not resolved: {reason}") from error
        if not addresses:
            raise httpcore.ConnectError(f"{host}: the name has no address")
        for address in addresses:
            reason = refusal(address)
            if reason is not None:
                raise GuardError(f"{host}: not asked, {address} is {reason}")
        return addresses

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """No connection: a socket of this machine is not the web. Raises GuardError."""
        raise GuardError(f"{path}: a socket of this machine is not asked")

    def sleep(self, seconds: float) -> None:
        """Waits as the inner backend does."""
        self._inner.sleep(seconds)


def _failure(host: str, failures: Mapping[str, _Failure]) -> _Failure:
    """The error of a host none of whose addresses answered; a timeout where no peer refused."""
    told = "; ".join(f"{address}: {error}" for address, error in failures.items())
    if all(isinstance(error, httpcore.ConnectTimeout) for error in failures.values()):
        return httpcore.ConnectTimeout(f"{host}: {told or 'the look-up took too long'}")
    return httpcore.ConnectError(f"{host}: {told}")
