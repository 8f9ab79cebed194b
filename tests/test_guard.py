import http.server
import socket
import ssl
import threading
import time
from contextlib import contextmanager

import httpcore
import pytest
import trustme

from extractor.fetching.addresses import Refused, checked
from extractor.fetching.guard import GuardedBackend, GuardError

PUBLIC = ("8.8.8.8", "1.1.1.1", "2606:4700::1111")

# Forms that the resolver of the machine reads itself.
HOSTS_OF_THE_INSIDE = [
    "127.0.0.1",
    "2130706433",
    "0x7f000001",
    "017700000001",
    "0177.0.0.1",
    "127.1",
    "0",
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "0xa9fea9fe",
    "168.63.129.16",
    "192.168.1.1",
    "224.0.0.1",
    "255.255.255.255",
    "１２７.0.0.1",
    "①②⑦.0.0.①",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "2002:7f00:1::",
    "2001:0:808:808::80ff:fffe",
    "2606:4700::5efe:10.0.0.1",
    "fe80::1%1",
    "fd00:ec2::254",
    "2001:db8::1",
    "ff02::1",
    "localhost",
]


class Look:
    """A resolver that gives one answer at each look-up, the last one again and again."""

    def __init__(self, *answers):
        self.answers = answers
        self.asked = []

    def __call__(self, host, port, *, type):
        self.asked.append(host)
        answer = self.answers[min(len(self.asked), len(self.answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return [(socket.AF_UNSPEC, type, 0, "", (address, port)) for address in answer]


class Recorder(httpcore.SyncBackend):
    """Keeps every attempt; each one ends at one socket of this machine, whatever address it was for."""

    def __init__(self, target):
        self.target = target
        self.attempts = []
        self.slept = []

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        self.attempts.append((host, port))
        return super().connect_tcp(*self.target, timeout, local_address, socket_options)

    def sleep(self, seconds):
        self.slept.append(seconds)


class Doors(httpcore.SyncBackend):
    """Addresses that lead to sockets of this machine; one that leads to None keeps silent until its time is up."""

    def __init__(self, **doors):
        self.doors = doors
        self.attempts = []

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        self.attempts.append(host)
        door = self.doors.get(host)
        if door is None:
            time.sleep(timeout)
            raise httpcore.ConnectTimeout("timed out")
        return super().connect_tcp(*door, timeout, local_address, socket_options)


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def seen(server):
    """How many connections reached a listening socket."""
    count = 0
    while True:
        try:
            server.accept()[0].close()
        except BlockingIOError:
            return count
        count += 1


def closed_door():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()


class Pages(http.server.BaseHTTPRequestHandler):
    """Says which host was asked; `/to?URL` sends on to the URL."""

    def do_GET(self):
        body = f"ini {self.headers['Host']}".encode()
        self.send_response(302 if self.path.startswith("/to?") else 200)
        if self.path.startswith("/to?"):
            self.send_header("Location", self.path.removeprefix("/to?"))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        """Keeps the output of the tests clean."""


@contextmanager
def serving(tls=None):
    with http.server.HTTPServer(("127.0.0.1", 0), Pages) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server.server_address
        finally:
            server.shutdown()
            thread.join()


def ask(guard, url, **options):
    with httpcore.ConnectionPool(network_backend=guard, **options) as pool:
        return pool.request("GET", url, headers={"Connection": "close"})


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_connected_to(listener, address):
    inner = Recorder(listener.getsockname())
    GuardedBackend(inner=inner).connect_tcp(address, 443).close()
    assert inner.attempts == [(address, 443)]
    assert seen(listener) == 1


@pytest.mark.parametrize("host", HOSTS_OF_THE_INSIDE)
def test_no_packet_to_the_inside(listener, host):
    inner = Recorder(listener.getsockname())
    guard = GuardedBackend(inner=inner)
    for port in (80, 443):
        with pytest.raises(GuardError, match=f"^{host}: not asked, .* is "):
            guard.connect_tcp(host, port, timeout=5)
    assert inner.attempts == []
    assert seen(listener) == 0


@pytest.mark.parametrize("port", [0, 21, 22, 25, 8080, 65616])
def test_no_packet_to_another_port(listener, port):
    inner, look = Recorder(listener.getsockname()), Look(PUBLIC)
    with pytest.raises(GuardError, match=rf"^8\.8\.8\.8: port {port} is not asked$"):
        GuardedBackend(inner=inner, resolve=look).connect_tcp("8.8.8.8", port)
    assert (inner.attempts, look.asked, seen(listener)) == ([], [], 0)


def test_a_socket_of_this_machine_is_reached_by_no_port_of_its_own(listener):
    host, port = listener.getsockname()
    for name in (host, "localhost", "127.1", "2130706433", "::ffff:127.0.0.1"):
        with pytest.raises(GuardError):
            GuardedBackend().connect_tcp(name, port)
    assert seen(listener) == 0


@pytest.mark.parametrize(
    "answer",
    [
        ("127.0.0.1",),
        ("8.8.8.8", "10.0.0.1"),
        ("10.0.0.1", "8.8.8.8"),
        (*PUBLIC, "::1"),
        (*PUBLIC, "fe80::1%eth0"),
        (*PUBLIC, "64:ff9b::a9fe:a9fe"),
        (*(f"8.8.8.{n}" for n in range(30)), "192.168.0.1"),
        ("8.8.8.8", "dalam.contoh.id"),
        ("8.8.8.8", ""),
    ],
)
def test_one_refused_address_refuses_the_name(listener, answer):
    inner = Recorder(listener.getsockname())
    guard = GuardedBackend(inner=inner, resolve=Look(answer))
    for name in ("berita.contoh.id", "localhost.", "berita.contoh.id."):
        with pytest.raises(GuardError, match=f"^{name}: not asked, "):
            guard.connect_tcp(name, 80)
    assert (inner.attempts, seen(listener)) == ([], 0)


def test_a_name_is_looked_up_once(listener):
    look, inner = Look(["8.8.8.8"], ["127.0.0.1"]), Recorder(listener.getsockname())
    GuardedBackend(inner=inner, resolve=look).connect_tcp("berganti.contoh.id", 80).close()
    assert look.asked == ["berganti.contoh.id"]
    assert inner.attempts == [("8.8.8.8", 80)]
    assert seen(listener) == 1


def test_a_name_that_changes_is_refused_at_the_next_connection():
    look = Look(["8.8.8.8"], ["127.0.0.1"])
    with serving() as server:
        inner = Recorder(server)
        guard = GuardedBackend(inner=inner, resolve=look)
        assert ask(guard, "http://berganti.contoh.id/").content == b"ini berganti.contoh.id"
        with pytest.raises(GuardError, match=r"127\.0\.0\.1 is loopback"):
            ask(guard, "http://berganti.contoh.id/")
    assert inner.attempts == [("8.8.8.8", 80)]


def test_what_was_judged_is_connected_to(listener):
    inner = Recorder(listener.getsockname())
    guard = GuardedBackend(inner=inner, resolve=Look(["2606:4700::1111%eth0", "2606:4700::1111", "1.1.1.1"]))
    guard.connect_tcp("contoh.id", 80).close()
    assert inner.attempts == [("2606:4700::1111", 80)]


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "https://10.0.0.1/",
        "http://8.8.8.8:22/",
        "http://admin:rahasia@127.0.0.1/",
        "http://8.8.8.8@127.0.0.1/",
    ],
)
def test_a_redirect_to_the_inside(listener, target):
    with serving() as (address, port):
        inner = Recorder(listener.getsockname())
        guard = GuardedBackend(connect_to={("contoh.id", 80): (address, port)}, inner=httpcore.SyncBackend())
        answer = ask(guard, f"http://contoh.id/to?{target}")
    (location,) = [value.decode() for name, value in answer.headers if name == b"Location"]
    assert (answer.status, location) == (302, target)
    with pytest.raises(Refused):
        checked(location)
    with pytest.raises(GuardError):
        ask(GuardedBackend(inner=inner), location)
    assert (inner.attempts, seen(listener)) == ([], 0)


def test_connect_to_is_the_way_to_a_server_of_this_machine():
    with serving() as server:
        guard = GuardedBackend(connect_to={("Lingkarjateng.id", 80): server, ("asatu.id", 8080): server})
        assert ask(guard, "http://lingkarjateng.id/").content == b"ini lingkarjateng.id"
        assert ask(guard, "http://asatu.id:8080/").content == b"ini asatu.id:8080"
        for url in ("http://asatu.id:8081/", "http://127.0.0.1/", f"http://127.0.0.1:{server[1]}/"):
            with pytest.raises(GuardError):
                ask(guard, url)


def test_the_certificate_must_name_the_host_asked():
    authority = trustme.CA()
    ours = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("lingkarjateng.id").configure_cert(ours)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    with serving(tls=ours) as server:
        guard = GuardedBackend(connect_to={("lingkarjateng.id", 443): server, ("asatu.id", 443): server})
        answer = ask(guard, "https://lingkarjateng.id/", ssl_context=trusting)
        assert answer.content == b"ini lingkarjateng.id"
        with pytest.raises(httpcore.ConnectError, match=r"certificate is not valid for 'asatu\.id'"):
            ask(guard, "https://asatu.id/", ssl_context=trusting)
        looked_up = GuardedBackend(inner=Recorder(server), resolve=Look(["8.8.8.8"]))
        answer = ask(looked_up, "https://lingkarjateng.id/", ssl_context=trusting)
        assert answer.content == b"ini lingkarjateng.id"


def test_the_first_address_that_answers(listener):
    doors = {"8.8.8.8": closed_door(), "2606:4700::1111": closed_door(), "1.1.1.1": listener.getsockname()}
    inner = Doors(**doors)
    guard = GuardedBackend(inner=inner, resolve=Look([*doors, "9.9.9.9"]))
    alive = (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    stream = guard.connect_tcp("contoh.id", 80, timeout=5, socket_options=[alive])
    assert stream.get_extra_info("socket").getsockopt(*alive[:2]) != 0
    stream.close()
    assert inner.attempts == ["8.8.8.8", "2606:4700::1111", "1.1.1.1"]
    assert seen(listener) == 1


def test_a_silent_address_leaves_time_for_the_next(listener):
    inner = Doors(**{"1.1.1.1": listener.getsockname()})
    guard = GuardedBackend(inner=inner, resolve=Look(["8.8.8.8", "1.1.1.1"]))
    started = time.monotonic()
    guard.connect_tcp("contoh.id", 80, timeout=0.4).close()
    assert time.monotonic() - started < 0.4


def test_all_addresses_share_one_timeout():
    inner = Doors()
    started = time.monotonic()
    with pytest.raises(httpcore.ConnectTimeout, match=r"^contoh\.id: 8\.8\.8\.8: timed out; 1\.1\.1\.1: "):
        GuardedBackend(inner=inner, resolve=Look(PUBLIC)).connect_tcp("contoh.id", 80, timeout=0.3)
    assert 0.25 < time.monotonic() - started < 0.6
    assert inner.attempts == [*PUBLIC]


def test_a_slow_look_up_takes_of_the_time():
    def slow(host, port, *, type):
        time.sleep(0.1)
        return Look(PUBLIC)(host, port, type=type)

    inner = Doors()
    with pytest.raises(httpcore.ConnectTimeout, match="look-up took too long"):
        GuardedBackend(inner=inner, resolve=slow).connect_tcp("contoh.id", 80, timeout=0.05)
    assert inner.attempts == []


def test_addresses_that_refuse_are_told():
    inner = Doors(**dict.fromkeys((f"8.8.8.{n}" for n in range(30)), closed_door()))
    guard = GuardedBackend(inner=inner, resolve=Look(list(inner.doors)))
    with pytest.raises(httpcore.ConnectError, match=r"^contoh\.id: 8\.8\.8\.0: .*refused") as told:
        guard.connect_tcp("contoh.id", 80)
    assert not isinstance(told.value, GuardError)
    assert len(inner.attempts) == 8


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (
            socket.gaierror(socket.EAI_NONAME, "Name or service not known"),
            "the name is not resolved: .*not known",
        ),
        (UnicodeError("label empty or too long"), "the name is not resolved: label empty"),
        ((), "the name has no address"),
    ],
)
def test_a_name_without_address(answer, reason):
    with pytest.raises(httpcore.ConnectError, match=rf"^contoh\.id: {reason}") as told:
        GuardedBackend(resolve=Look(answer)).connect_tcp("contoh.id", 80)
    assert not isinstance(told.value, GuardError)


def test_a_name_that_no_resolver_takes():
    with pytest.raises(httpcore.ConnectError, match=r"^a\.\.id: the name is not resolved"):
        GuardedBackend().connect_tcp("a..id", 80)


def test_no_unix_socket(tmp_path):
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen()
        server.setblocking(False)
        with pytest.raises(GuardError, match="a socket of this machine is not asked"):
            GuardedBackend().connect_unix_socket(path)
        assert seen(server) == 0


def test_sleep_is_the_inner_backends():
    inner = Recorder(("127.0.0.1", 0))
    GuardedBackend(inner=inner).sleep(1.5)
    assert inner.slept == [1.5]
