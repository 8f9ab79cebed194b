"""The client against real servers: what it asks, how often, how much it takes."""

from __future__ import annotations

import datetime as dt
import email.utils
import gzip
import itertools
import re
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extractor.fetching.answer import Identity, Limits, Response
from extractor.fetching.client import Client
from extractor.fetching.errors import HostFailedError, NotAskedError, NotThereError, TooMuchError
from extractor.fetching.pace import OwnPace, StoppedError
from tests.web import Asked, Given, Server, serving

PAGE = b"<html><title>Rekam KTP</title><p>Warga yang belum merekam 2.319 jiwa.</p></html>"
WHO = Identity("1.2", "redaksi@contoh.id")
FAST = Limits(read_seconds=2, connect_seconds=2, most_seconds=1.0, most_bytes=1_000_000)


def client(server: Server, **options: object) -> Client:
    settings: dict[str, object] = {"delay": 0.01, "limits": FAST, **options}
    return Client(WHO, connect_to=server.connect_to("contoh.id", "lain.id"), **settings)  # type: ignore[arg-type]


def test_an_answer_tells_what_came_and_from_where() -> None:
    answers = {"/a": Given(PAGE, headers={"ETag": '"1"', "Content-Type": "text/html"})}
    with serving(answers) as server, client(server) as web:
        got = web.get("http://contoh.id/a")
    assert (got.status, got.url, got.body, got.address) == (200, "http://contoh.id/a", PAGE, "127.0.0.1")
    assert got.header("etag") == '"1"'
    assert server.paths() == ["/robots.txt", "/a"]
    assert {asked.headers["user-agent"] for asked in server.asked} == {
        "cekangka/1.2 (reads news on e-KTP figures; +redaksi@contoh.id)"
    }


@pytest.mark.parametrize("encode", [gzip.compress, zlib.compress])
def test_a_compressed_body_is_given_decoded(encode: Callable[[bytes], bytes]) -> None:
    name = "gzip" if encode is gzip.compress else "deflate"
    answers = {"/a": Given(encode(PAGE), headers={"Content-Encoding": name})}
    with serving(answers) as server, client(server) as web:
        assert web.get("http://contoh.id/a").body == PAGE


def test_robots_txt_is_asked_once_and_obeyed() -> None:
    rules = b"\xef\xbb\xbfUser-agent: *\nDisallow: /tag/\nDisallow: /*?s=\n"  # with a byte-order mark
    answers = {
        "/robots.txt": Given(rules),
        "/a": Given(PAGE),
        "/tag/ktp": Given(PAGE),
        "/?s=ktp": Given(PAGE),
    }
    with serving(answers) as server, client(server) as web:
        assert web.get("http://contoh.id/a").status == 200
        for path in ("/tag/ktp", "/?s=ktp"):
            with pytest.raises(NotAskedError, match=r"robots\.txt disallows it"):
                web.get(f"http://contoh.id{path}")
        assert not web.allowed("http://contoh.id/tag/ktp")
    assert server.paths() == ["/robots.txt", "/a"]


def test_a_robots_txt_is_asked_for_again_by_each_run_however_long_it_may_be_kept(tmp_path: Path) -> None:
    for headers in ({"Cache-Control": "max-age=2592000"}, {"Last-Modified": "Mon, 01 Jan 2018 00:00:00 GMT"}):
        cache = tmp_path / next(iter(headers))
        answers = {"/robots.txt": Given(b"", headers=headers), "/a": Given(PAGE)}
        with serving(answers) as server, client(server, cache=cache) as web:
            assert web.get("http://contoh.id/a").status == 200
        answers["/robots.txt"] = Given(b"User-agent: *\nDisallow: /\n", headers=headers)
        with serving(answers) as server, client(server, cache=cache) as web, pytest.raises(NotAskedError):
            web.get("http://contoh.id/a")


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_robots_txt_that_is_not_there_allows_all(status: int) -> None:
    answers = {"/robots.txt": Given(b"", status), "/a": Given(PAGE)}
    with serving(answers) as server, client(server) as web:
        assert web.get("http://contoh.id/a").body == PAGE


@pytest.mark.parametrize("status", [429, 503])
def test_a_robots_txt_that_fails_forbids_all(status: int) -> None:
    answers = {"/robots.txt": Given(b"", status), "/a": Given(PAGE)}
    with (
        serving(answers) as server,
        client(server) as web,
        pytest.raises(HostFailedError, match=r"robots\.txt could not be read"),
    ):
        web.get("http://contoh.id/a")
    assert set(server.paths()) == {"/robots.txt"}


def test_requests_of_one_host_come_one_by_one_with_its_delay_between_them() -> None:
    answers = {f"/{n}": Given(PAGE) for n in range(6)}
    with serving(answers) as server, client(server, delay=0.1) as web:
        threads = [threading.Thread(target=web.get, args=(f"http://contoh.id/{n}",)) for n in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    times = [asked.at for asked in server.asked]
    assert len(times) == 7  # with robots.txt
    assert all(b - a >= 0.095 for a, b in itertools.pairwise(sorted(times)))


def test_a_crawl_delay_is_kept_where_it_is_longer() -> None:
    answers = {
        "/robots.txt": Given(b"User-agent: *\nCrawl-delay: 0.3\n"),
        "/1": Given(PAGE),
        "/2": Given(PAGE),
    }
    with serving(answers) as server, client(server) as web:
        web.get("http://contoh.id/1")
        web.get("http://contoh.id/2")
    assert server.asked[2].at - server.asked[1].at >= 0.29


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_a_host_that_is_busy_is_asked_again_when_it_says(form: str) -> None:
    seen: list[float] = []

    def busy(asked: Asked) -> Given:
        seen.append(asked.at)
        if len(seen) > 1:
            return Given(PAGE)
        when = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=2)
        later = "1" if form == "seconds" else email.utils.format_datetime(when, usegmt=True)
        return Given(b"", 429, {"Retry-After": later})

    with serving({"/a": busy}) as server, client(server) as web:
        assert web.get("http://contoh.id/a").body == PAGE
    assert seen[1] - seen[0] >= 0.95


def test_a_host_that_is_busy_is_waited_for_however_its_name_is_written() -> None:
    seen: list[float] = []

    def busy(asked: Asked) -> Given:
        seen.append(asked.at)
        return Given(PAGE) if len(seen) > 1 else Given(b"", 429, {"Retry-After": "1"})

    with serving({"/a": busy}) as server:
        led = server.connect_to("xn--caf-dma.id")
        with Client(WHO, connect_to=led, delay=0.01, limits=FAST) as web:
            web.get("http://xn--caf-dma.id/a")
            web.get("http://caf\u00e9.id/a")
    assert seen[1] - seen[0] >= 0.95


def test_a_retry_after_of_no_clock_is_passed_over() -> None:
    odd = "Mon, 01 Jan 2024 00:00:00 +99999999999999999999"
    answers = {"/a": Given(b"", 429, {"Retry-After": odd})}
    with serving(answers) as server, client(server) as web, pytest.raises(HostFailedError) as error:
        web.get("http://contoh.id/a")
    assert error.value.later is None


def test_a_host_that_wants_much_time_is_left_for_later() -> None:
    answers = {"/a": Given(b"", 429, {"Retry-After": "3600"})}
    with (
        serving(answers) as server,
        client(server) as web,
        pytest.raises(HostFailedError, match="the server answers 429") as error,
    ):
        web.get("http://contoh.id/a")
    assert error.value.later == 3600
    assert server.paths().count("/a") == 1


def test_a_host_that_was_told_to_be_left_alone_is_not_asked_for_anything_else() -> None:
    answers = {"/a": Given(b"", 429, {"Retry-After": "3600"}), "/b": Given(PAGE)}
    with serving(answers) as server, client(server) as web:
        with pytest.raises(HostFailedError):
            web.get("http://contoh.id/a")
        with pytest.raises(HostFailedError, match="wants to be left alone for 3600 seconds more"):
            web.get("http://contoh.id/b")
    assert "/b" not in server.paths()


def test_a_server_error_is_tried_three_times() -> None:
    with (
        serving({"/a": Given(b"", 500)}) as server,
        client(server) as web,
        pytest.raises(HostFailedError, match="the server answers 500"),
    ):
        web.get("http://contoh.id/a")
    assert server.paths().count("/a") == 3


@pytest.mark.parametrize("status", [403, 404])
def test_what_is_not_there_or_forbidden_is_asked_once(status: int) -> None:
    with (
        serving({"/a": Given(b"", status)}) as server,
        client(server) as web,
        pytest.raises(NotThereError, match=f"the server answers {status}"),
    ):
        web.get("http://contoh.id/a")
    assert server.paths().count("/a") == 1


def test_an_answer_cut_short_is_asked_again() -> None:
    times = itertools.count()

    def short(_: Asked) -> Given:
        if next(times) == 0:
            return Given(PAGE[:20], headers={"Content-Length": str(len(PAGE))}, cut=True)
        return Given(PAGE)

    with serving({"/a": short}) as server, client(server) as web:
        assert web.get("http://contoh.id/a").body == PAGE
    assert server.paths().count("/a") == 2


def test_redirects_are_followed_and_each_is_judged() -> None:
    answers = {
        "/robots.txt": Given(b"User-agent: *\nDisallow: /tertutup\n"),
        "/lama": Given(b"", 301, {"Location": "/baru"}),
        "/baru": Given(PAGE),
        "/ke-dalam": Given(b"", 302, {"Location": "http://127.0.0.1/"}),
        "/ke-metadata": Given(b"", 302, {"Location": "http://169.254.169.254/latest/"}),
        "/ke-berkas": Given(b"", 302, {"Location": "file:///etc/passwd"}),
        "/ke-tertutup": Given(b"", 302, {"Location": "/tertutup"}),
        "/ke-bukan-alamat": Given(b"", 302, {"Location": "http://[x"}),
        "/ke-bukan-host": Given(b"", 302, {"Location": "http:127.0.0.1"}),
        "/lingkar": Given(b"", 302, {"Location": "/lingkar2"}),
        "/lingkar2": Given(b"", 302, {"Location": "/lingkar"}),
    } | {f"/jauh{n}": Given(b"", 302, {"Location": f"/jauh{n + 1}"}) for n in range(9)}
    with serving(answers) as server, client(server) as web:
        got = web.get("http://contoh.id/lama")
        assert (got.asked, got.url, got.body) == ("http://contoh.id/lama", "http://contoh.id/baru", PAGE)
        for path, reason in (
            ("ke-dalam", "is not asked"),
            ("ke-metadata", "is not asked"),
            ("ke-berkas", "is not asked"),
            ("ke-tertutup", r"robots\.txt disallows"),
            ("ke-bukan-alamat", "no address"),
            ("ke-bukan-host", "no address"),
            ("lingkar", "redirects in a circle"),
            ("jauh0", "redirects too often"),
        ):
            with pytest.raises(NotAskedError, match=reason):
                web.get(f"http://contoh.id/{path}")
    assert "/tertutup" not in server.paths()


def test_more_than_an_article_is_not_taken() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    answers = {
        "/bom": Given(bomb, headers={"Content-Encoding": "gzip"}),
        "/besar": Given(headers={"Content-Length": "2000000000"}),
        "/lambat": Given(pieces=itertools.repeat(b"x"), pause=0.1),
        "/seret": Given(headers={f"X-{n}": "0" for n in range(3)}, head_pause=0.5),
    }
    with serving(answers) as server, client(server) as web:
        with pytest.raises(TooMuchError, match="more than 1,000,000 bytes"):
            web.get("http://contoh.id/bom")
        with pytest.raises(TooMuchError, match="2,000,000,000 bytes"):
            web.get("http://contoh.id/besar")
        for path in ("lambat", "seret"):
            with pytest.raises(TooMuchError, match="more than 1 seconds"):
                web.get(f"http://contoh.id/{path}")


@pytest.mark.parametrize("coding", ["gzip, gzip", "gzip,identity,deflate", "br", "zstd"])
def test_what_may_unpack_to_any_size_is_not_unpacked(coding: str) -> None:
    answers = {"/bom": Given(gzip.compress(PAGE), headers={"Content-Encoding": coding})}
    with (
        serving(answers) as server,
        client(server) as web,
        pytest.raises(TooMuchError, match="may be of any size"),
    ):
        web.get("http://contoh.id/bom")
    assert server.asked[-1].headers["accept-encoding"] == "deflate, gzip"


def test_an_address_longer_than_any_is_not_asked() -> None:
    with serving({}) as server, client(server) as web, pytest.raises(NotAskedError, match="is no address"):
        web.get("http://contoh.id/" + "a" * 70_000)


def test_loopback_and_other_ports_are_not_asked_without_being_led_there() -> None:
    with serving({"/a": Given(PAGE)}) as server, client(server) as web:
        for url in (
            f"http://127.0.0.1:{server.port}/a",
            f"http://localhost:{server.port}/a",
            "http://127.0.0.1/a",
        ):
            with pytest.raises(NotAskedError):
                web.get(url)
    assert server.asked == []


def test_a_host_that_does_not_answer_fails() -> None:
    with serving({}) as server:
        gone = server.connect_to("contoh.id")
    with (
        Client(WHO, connect_to=gone, delay=0.01, limits=FAST) as web,
        pytest.raises(HostFailedError, match=r"robots\.txt could not be read"),
    ):
        web.get("http://contoh.id/a")


def test_the_cache_asks_whether_a_page_has_changed(tmp_path: Path) -> None:
    def page(asked: Asked) -> Given:
        if asked.headers.get("if-none-match") == '"1"':
            return Given(b"", 304, {"ETag": '"1"'})
        return Given(PAGE, headers={"ETag": '"1"', "Cache-Control": "no-cache"})

    kept: list[Response] = []
    for _ in range(2):
        with serving({"/a": page}) as server:
            with client(server, cache=tmp_path / "http.sqlite", keep=kept.append) as web:
                got = web.get("http://contoh.id/a")
            assert got.body == PAGE
    assert got.from_cache
    assert server.asked[-1].headers["if-none-match"] == '"1"'
    assert [answer.url for answer in kept].count("http://contoh.id/a") == 1  # what the network brought, once


def test_the_time_of_the_request_before_does_not_count_for_an_answer_from_the_cache(tmp_path: Path) -> None:
    answers = {"/a": Given(PAGE, headers={"Cache-Control": "max-age=60"})}
    with serving(answers) as server, client(server, cache=tmp_path / "http.sqlite") as web:
        web.get("http://contoh.id/a")
        time.sleep(1.1)  # longer than one answer may take
        assert web.get("http://contoh.id/a").from_cache


def test_an_answer_from_the_cache_is_as_old_as_it_is(tmp_path: Path) -> None:
    answers = {"/a": Given(PAGE, headers={"Cache-Control": "max-age=60"})}
    with serving(answers) as server, client(server, cache=tmp_path / "http.sqlite") as web:
        first = web.get("http://contoh.id/a")
        time.sleep(1.1)
        second = web.get("http://contoh.id/a")
        assert second.from_cache
        assert second.time <= first.time
        assert web.get("http://contoh.id/a", anew=True).time > first.time


def test_what_is_asked_for_anew_comes_from_the_cache_only_where_it_is_unchanged(tmp_path: Path) -> None:
    answers = {"/a": Given(PAGE, headers={"Cache-Control": "max-age=60"})}
    with serving(answers) as server, client(server, cache=tmp_path / "http.sqlite") as web:
        for _ in range(2):
            assert web.get("http://contoh.id/a", anew=True).body == PAGE
    assert server.paths().count("/a") == 2


def test_a_condition_that_no_header_holds_is_left_out() -> None:
    with serving({"/a": Given(PAGE, headers={"ETag": '"\xe9"'})}) as server, client(server) as web:
        etag = web.get("http://contoh.id/a").header("etag")
        assert web.get("http://contoh.id/a", etag=etag).body == PAGE


@pytest.mark.parametrize(
    "proxy", ["proksi", "http://[::1", "ftp://contoh.id", "socks5://contoh.id", "http://"]
)
def test_a_proxy_that_is_none_is_told(proxy: str) -> None:
    with pytest.raises(ValueError, match="--proxy " + re.escape(proxy)):
        Client(WHO, proxy=proxy)


def test_a_proxy_is_given_no_more_time_than_a_host() -> None:
    slow = Given(headers={f"X-{n}": "0" for n in range(8)}, head_pause=0.5)
    with (
        serving({"http://contoh.id/a": slow}) as server,
        Client(WHO, proxy=f"http://127.0.0.1:{server.port}", delay=0.01, limits=FAST) as web,
        pytest.raises(TooMuchError, match="more than 1 seconds"),
    ):
        web.get("http://contoh.id/a")
    assert server.paths() == ["http://contoh.id/robots.txt", "http://contoh.id/a"]


@pytest.mark.parametrize("content", [None, "bukan sertifikat"])
def test_a_file_without_certificates_is_named(content: str | None, tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    with pytest.raises(OSError, match=r"ca\.pem"):
        Client(WHO, ca_file=str(file))


def test_conditions_may_be_given_by_who_has_the_page() -> None:
    def page(asked: Asked) -> Given:
        same = asked.headers.get("if-none-match") == '"7"'
        return Given(b"", 304) if same else Given(PAGE, headers={"ETag": '"7"'})

    with serving({"/a": page}) as server, client(server) as web:
        assert not web.get("http://contoh.id/a").unchanged
        assert web.get("http://contoh.id/a", etag='"7"').unchanged


def test_a_wait_for_a_turn_ends_when_the_run_does() -> None:
    stop = threading.Event()

    def wait(seconds: float) -> None:
        if stop.wait(seconds):
            raise StoppedError

    with serving({"/a": Given(PAGE)}) as server, client(server, delay=60.0, pace=OwnPace(wait)) as web:
        threading.Timer(0.2, stop.set).start()
        with pytest.raises(StoppedError):
            web.get("http://contoh.id/a")
    assert server.paths() == ["/robots.txt"]


def test_no_cookie_is_sent_back() -> None:
    seen: list[str] = []

    def counting(_: Asked) -> Given:
        seen.append("x" * 3_000)
        return Given(PAGE, headers={"Set-Cookie": f"dilihat{len(seen)}={seen[-1]}; Path=/"})

    with serving({f"/{n}": counting for n in range(25)}) as server, client(server) as web:
        for n in range(25):
            assert web.get(f"http://contoh.id/{n}").body == PAGE
    assert not any("cookie" in asked.headers for asked in server.asked)


def test_what_waits_for_an_answer_ends_when_the_client_is_closed() -> None:
    def silent() -> Iterator[bytes]:
        asked.set()
        over.wait(5)
        yield PAGE

    asked, ended, over = threading.Event(), threading.Event(), threading.Event()

    def ask() -> None:
        with pytest.raises(HostFailedError):
            web.get("http://contoh.id/a")
        ended.set()

    limits = Limits(read_seconds=60, attempts=1)
    with serving({"/a": Given(pieces=silent())}) as server, client(server, limits=limits) as web:
        thread = threading.Thread(target=ask)
        thread.start()
        assert asked.wait(5)
        web.close()
        assert ended.wait(1)
        over.set()
        thread.join()


def test_what_is_kept_comes_back_with_the_answer() -> None:
    with serving({"/a": Given(PAGE)}) as server, client(server, keep=lambda answer: len(answer.body)) as web:
        assert web.get("http://contoh.id/a").kept == len(PAGE)
