"""Arguments of the command line as inputs."""

from __future__ import annotations

import io
import os
import socket
import sqlite3
import sys
from pathlib import Path

import pytest

from extractor.decoding import MAX_BYTES
from extractor.inputs import Address, Input, Refused, Repeated, Skipped, expand
from extractor.naming import nearest, quoted, shown


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"isi")


def sources(*arguments: str) -> list[str]:
    return [item.source for item in expand(arguments) if isinstance(item, Input)]


def refusals(*arguments: str) -> list[tuple[str, str]]:
    return [(item.source, item.reason) for item in expand(arguments) if isinstance(item, Refused)]


@pytest.mark.usefixtures("here")
def test_inputs_come_in_the_order_of_the_arguments(here: Path) -> None:
    make(here, "z.txt", "berita/b.txt", "berita/a.html", "data.csv")
    assert sources("z.txt", "berita/", "data.csv") == ["z.txt", "berita/a.html", "berita/b.txt", "data.csv"]


def test_folders_are_walked_by_name(here: Path) -> None:
    make(here, "a/z.htm", "a/b/2.txt", "a/b/10.TXT", "a/c.html", "a/.hidden.txt", "a/.git/x.txt", "a/n.pdf")
    assert list(expand(["a"])) == [
        Input("a/b/10.TXT", "a/b/10.TXT"),
        Input("a/b/2.txt", "a/b/2.txt"),
        Input("a/c.html", "a/c.html"),
        Input("a/z.htm", "a/z.htm"),
        Skipped("a", others=1, hidden=2),
    ]


@pytest.mark.parametrize(
    ("skipped", "told"),
    [
        (Skipped("a", others=1), "1 file that is not .txt, .html or .htm"),
        (Skipped("a", others=3, hidden=1), "3 files that are not .txt, .html or .htm; 1 hidden file"),
        (Skipped("a", hidden=2, special=1), "2 hidden files; 1 pipe, device or link in a circle"),
        (Skipped("a", special=2, repeated=1), "2 pipes, devices or links in a circle; 1 file read before"),
        (Skipped("a", repeated=2), "2 files read before"),
    ],
)
def test_what_a_folder_leaves_out_is_told(skipped: Skipped, told: str) -> None:
    assert str(skipped) == f"a: skipped {told}"


def test_a_folder_without_articles_is_refused(here: Path) -> None:
    make(here, "a/b/n.pdf")
    assert refusals("a/") == [("a/", "no .txt, .html or .htm file in a/")]


def test_links_in_a_circle_end(here: Path) -> None:
    make(here, "a/b/1.txt")
    (here / "a/b/up").symlink_to(here / "a", target_is_directory=True)
    (here / "a/again").symlink_to(here / "a/b", target_is_directory=True)
    assert sources("a") == ["a/again/1.txt"]


def test_a_link_to_nothing_is_an_input_that_fails(here: Path) -> None:
    make(here, "a/1.txt")
    (here / "a/2.txt").symlink_to("gone.txt")
    last = list(expand(["a"]))[-1]
    assert isinstance(last, Input)
    with pytest.raises(FileNotFoundError):
        last.load()


def test_deep_folders_are_walked(here: Path) -> None:
    os.makedirs("/".join(["d"] * 900))
    make(here, "/".join(["d"] * 900) + "/x.txt")
    assert len(sources("d")) == 1


@pytest.mark.parametrize(
    ("missing", "alike"),
    [
        ("artikl.txt", "artikel.txt"),
        ("ARTIKEL.TXT", "artikel.txt"),
        ("brita/kudus.txt", "berita/kudus.txt"),
        ("berita/kudu.txt", "berita/kudus.txt"),
        ("artikel.txt/x.txt", None),
        ("qwxz", None),
    ],
)
def test_a_missing_file_names_the_nearest(here: Path, missing: str, alike: str | None) -> None:
    make(here, "artikel.txt", "berita/kudus.txt")
    assert nearest(missing) == alike
    hint = f"; did you mean {alike}?" if alike else ""
    assert refusals(missing) == [(missing, f"no such file or folder{hint}")]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("address", ["asatu.id", "www.contoh.com/2018/a"])
def test_an_address_without_its_beginning_is_told(address: str) -> None:
    hint = f"; an address begins with https://: https://{address}"
    assert refusals(address) == [(address, f"no such file or folder{hint}")]


@pytest.mark.parametrize("address", ["https://contoh.id/a", "HTTP://contoh.id/a"])
def test_addresses_are_told_from_files(address: str) -> None:
    assert list(expand([address])) == [Address(address)]


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Judul")))
    assert list(expand(["-", "-"])) == [
        Input("-", data=b"Judul"),
        Refused("-", "standard input was read already"),
    ]


def test_a_pipe_is_taken_at_once(here: Path) -> None:
    read, written = os.pipe()
    os.write(written, b"Judul")
    os.close(written)
    (item,) = expand([f"/dev/fd/{read}"])
    os.close(read)
    assert item == Input(f"/dev/fd/{read}", data=b"Judul")


def test_endless_input_is_refused() -> None:
    with open("/dev/zero", "rb") as zero:
        name = f"/dev/fd/{zero.fileno()}"
        assert refusals(name) == [(name, "larger than 5 MB, the limit for one article")]


def test_what_is_no_file_is_refused_without_waiting(here: Path) -> None:
    os.mkfifo("pipa")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("soket")
        named = {"pipa": "a named pipe", "soket": "a socket", "/dev/null": "a device"}
        for argument, kind in named.items():
            assert refusals(argument) == [
                (argument, f"{kind}, not a file; what it gives can be piped into -")
            ]


def test_a_folder_is_read_past_what_is_no_file(here: Path) -> None:
    make(here, "a/1.txt", "a/3.txt")
    os.mkfifo("a/2.txt")
    (here / "a/circle").symlink_to("circle")
    (here / "a/circle.txt").symlink_to("circle.txt")
    assert list(expand(["a"])) == [
        Input("a/1.txt", "a/1.txt"),
        Input("a/3.txt", "a/3.txt"),
        Skipped("a", special=3),
    ]


def test_a_file_is_read_once_under_its_first_name(here: Path) -> None:
    make(here, "a.txt", "berita/b.txt")
    (here / "link.txt").symlink_to("a.txt")
    assert list(expand(["a.txt", "a.txt", "./a.txt", "link.txt", "berita", "berita/b.txt"])) == [
        Input("a.txt", "a.txt"),
        Repeated("a.txt", "a.txt"),
        Repeated("./a.txt", "a.txt"),
        Repeated("link.txt", "a.txt"),
        Input("berita/b.txt", "berita/b.txt"),
        Repeated("berita/b.txt", "berita/b.txt"),
    ]
    assert str(Repeated("a.txt", "a.txt")) == "read once: a.txt is among the inputs twice"
    assert str(Repeated("./a.txt", "a.txt")) == "read once: ./a.txt is the same file as a.txt"


def test_a_store_is_read_once(here: Path) -> None:
    with sqlite3.connect(here / "berita.db") as store:
        store.execute("CREATE TABLE t (x)")
    first, again = list(expand(["berita.db", "./berita.db"]))
    assert isinstance(first, Refused)  # no store of articles
    assert again == Repeated("./berita.db", "berita.db")


def test_an_archive_that_nothing_can_open_leaves_the_others(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(here, "a/1.txt", "a/2.warc", "a/3.txt")
    monkeypatch.setitem(sys.modules, "warcio", None)
    monkeypatch.delitem(sys.modules, "extractor.archive.inputs", raising=False)
    one, archive, other = list(expand(["a"]))
    assert (one, other) == (Input("a/1.txt", "a/1.txt"), Input("a/3.txt", "a/3.txt"))
    assert isinstance(archive, Refused)
    assert archive.source == "a/2.warc"


def test_a_folder_read_before_is_counted_not_refused(here: Path) -> None:
    make(here, "a/1.txt", "a/2.txt")
    assert list(expand(["a/1.txt", "a", "a/"])) == [
        Input("a/1.txt", "a/1.txt"),
        Input("a/2.txt", "a/2.txt"),
        Skipped("a", repeated=1),
        Skipped("a/", repeated=2),
    ]


def test_equal_files_are_both_read(here: Path) -> None:
    make(here, "a.txt", "b.txt")
    assert sources("a.txt", "b.txt") == ["a.txt", "b.txt"]


def test_where_the_output_goes_is_no_input(here: Path) -> None:
    make(here, "a/1.txt", "a/hasil.txt", "a/.hasil.part")
    ids = [os.stat(name) for name in ("a/hasil.txt", "a/.hasil.part")]
    written = frozenset((status.st_dev, status.st_ino) for status in ids)
    assert list(expand(["a"], written)) == [Input("a/1.txt", "a/1.txt")]
    assert list(expand(["a/hasil.txt"], written)) == [Refused("a/hasil.txt", "the output goes to this file")]


@pytest.mark.parametrize(("name", "told"), [("", "''"), (" ", "' '"), ("a b.txt", "a b.txt")])
def test_names_that_cannot_be_seen_are_quoted(name: str, told: str) -> None:
    assert quoted(name) == told


def test_large_files_are_refused_when_loaded(here: Path) -> None:
    with open("besar.txt", "wb") as file:
        file.truncate(MAX_BYTES + 1)
    (item,) = expand(["besar.txt"])
    assert isinstance(item, Input)
    with pytest.raises(ValueError, match="larger than 5 MB"):
        item.load()


def test_names_that_are_no_utf8_can_be_written(here: Path) -> None:
    name = os.fsdecode(b"kudus\xff.txt")
    make(here, name)
    (item,) = expand([name])
    assert item == Input("kudus\ufffd.txt", name)
    assert shown(name) == "kudus\ufffd.txt"
