"""Connections on which one request may take so long and no longer, however slowly its answer drips."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import httpcore

_now = threading.local()  # the deadline of the request that this thread makes


def set_deadline(seconds: float) -> None:
    """From now on this thread's reads end after so many seconds with httpcore.ReadTimeout."""
    _now.deadline = time.monotonic() + seconds


def no_deadline() -> None:
    """From now on this thread's reads take as long as they take."""
    _now.deadline = float("inf")


def is_over() -> bool:
    """Whether the deadline that this thread set last has passed."""
    return time.monotonic() >= getattr(_now, "deadline", float("inf"))


class DeadlineBackend(httpcore.NetworkBackend):
    """Connects as another backend does; what it connects keeps to the deadline."""

    def __init__(self, inner: httpcore.NetworkBackend) -> None:
        self._inner = inner

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection of the other backend."""
        return _Stream(self._inner.connect_tcp(host, port, timeout, local_address, socket_options))


class _Stream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner
        self._closed = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = getattr(_now, "deadline", float("inf")) - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the deadline of the request has passed")
        data = self._inner.read(max_bytes, left if timeout is None else min(timeout, left))
        if self._closed:  # what came so far must not pass for the whole
            raise httpcore.ReadError("the connection was closed by this side")
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        """Also ends the read of another thread that waits: closing alone would let it wait on."""
        self._closed = True
        with suppress(OSError):  # the peer was quicker
            self._inner.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
