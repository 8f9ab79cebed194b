"""A plain HTTP client in the world: every host is found on loopback, under its own name and certificate."""

from __future__ import annotations

import ssl

import httpx

from tests.outlet_world.server import World

_TRIES = 4


class Visitor(httpx.Client):
    """An httpx client that connects to the world's ports for every host."""

    def __init__(self, world: World) -> None:
        super().__init__(transport=_ToLoopback(world), timeout=5, headers={"User-Agent": "tamu"})

    def patient(self, url: str) -> httpx.Response:
        """The page behind its redirects and after its passing troubles."""
        for _ in range(_TRIES):
            try:
                response = self.get(url, follow_redirects=True)
            except httpx.RemoteProtocolError:
                continue
            if response.status_code not in (429, 500, 503):
                return response
        raise AssertionError(f"{url} stays in trouble")


class _ToLoopback(httpx.HTTPTransport):
    def __init__(self, world: World) -> None:
        super().__init__(verify=ssl.create_default_context(cafile=world.ca_file))
        self._ports = {"http": world.http_port, "https": world.https_port}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        request.extensions["sni_hostname"] = url.host
        request.url = url.copy_with(host="127.0.0.1", port=self._ports[url.scheme])
        try:
            return super().handle_request(request)
        finally:
            request.url = url
