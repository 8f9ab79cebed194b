"""One key for all addresses of one article, whatever the web makes of them."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.outlets.article_key import (
    article_key,
    canonical_address,
    is_article,
    page_number,
    whole_address,
)
from extractor.outlets.loading import shipped_outlets
from extractor.outlets.outlet import Outlet, outlet_of

OUTLETS = shipped_outlets()
PLAIN = outlet_of(
    "kabar-contoh",
    {
        "title": "Kabar Contoh",
        "hosts": ["kabar.contoh.id", "*.kabar.contoh.id"],
        "mirrors": ["kabar-contoh.com"],
        "article": {"paths": ["/[a-z]+/[a-z-]+"], "keep_query": ["id"], "whole_page": "/all"},
    },
    "kabar-contoh.toml",
)
WITH_IDS = OUTLETS["detik.com"]

slugs = st.from_regex(r"[a-z]{3,9}(?:-[a-z]{1,9}){0,6}", fullmatch=True)
ids = st.integers(10_000, 999_999_999)
tracking = st.sampled_from(
    [
        "utm_source=wa",
        "utm_medium=x&utm_campaign=y",
        "fbclid=IwAR0",
        "gclid=1",
        "amp=1",
        "page=2",
        "page=all",
        "single=1",
    ]
)


@st.composite
def addresses(draw):
    """An article's address on one of two outlets, without anything around it."""
    if draw(st.booleans()):
        return f"https://kabar.contoh.id/{draw(st.sampled_from(['desa', 'kota']))}/{draw(slugs)}", PLAIN
    return f"https://news.detik.com/berita/d-{draw(ids)}/{draw(slugs)}", WITH_IDS


@given(addresses(), tracking, st.sampled_from(["", "#isi", "#:~:text=1.204"]), st.booleans(), st.booleans())
def test_what_stands_around_an_address_makes_no_difference(address, extra, fragment, slash, plain_http):
    url, outlet = address
    key = article_key(url, outlet)
    changed = f"{url}{'/' if slash else ''}?{extra}{fragment}"
    if plain_http:
        changed = changed.replace("https://", "http://")
    assert article_key(changed, outlet) == key
    assert article_key(changed, None) == article_key(url, None)
    assert is_article(changed, outlet)


@given(addresses())
def test_other_forms_of_an_address_have_its_key(address):
    url, outlet = address
    host, path = url.removeprefix("https://").split("/", 1)
    forms = (
        f"https://{host.upper()}:443/{path}",
        f"https://{host}./{path}",
        f"https://{host}//{path.replace('/', '//')}",
        f"https://{host}/amp/{path}",
        f"https://{host}/{path}/amp/",
        f"https://{host}/{path}/all",
        f"https://{host}/{path}/2/",
        f"https://{host}/{path}/index.html",
        f"https://{host}/{path.replace('e', '%65')}",
        f"https://user:rahasia@{host}/{path}",
        f" https://m.{host}/{path}\n",
        f"https://amp.{host}/{path}?amp_markup=1",
        f"https://www.{host}/{path}?a=1&amp;utm_source=x",
    )
    assert {article_key(form, outlet) for form in forms} == {article_key(url, outlet)}


@given(st.tuples(ids, ids), st.tuples(slugs, slugs))
def test_two_articles_have_two_keys(numbers, words):
    by_id = {article_key(f"https://news.detik.com/berita/d-{n}/warga-rekam", WITH_IDS) for n in numbers}
    assert len(by_id) == len(set(numbers))
    by_path = {article_key(f"https://kabar.contoh.id/desa/{slug}", PLAIN) for slug in words}
    assert len(by_path) == len(set(words))


PIECES = """
    http:// https:// HTTPS:// www. m. /amp /all /2 // / ? & &amp; page=2 id=5 utm_source=x # % %2f %7E %zz [ ] @ : :80
    . .. desa /desa/warga-rekam /index.html kabar.contoh.id news.detik.com /d-12345/a é ſ İ
"""
pieces = st.lists(st.sampled_from([*PIECES.split(), " ", "\ud800", "\x00"]), max_size=8).map("".join)
junk = st.one_of(st.text(), pieces, pieces.map("https://kabar.contoh.id/desa/warga-rekam".__add__))


def key_or_reason(text, outlet):
    try:
        return article_key(text, outlet)
    except ValueError as error:
        return str(error)


@given(junk)
@example("https://[")
@example("http://kabar.contoh.id:99999999/desa/warga")
@example("https://kabar.contoh.id/" + "2/" * 1900)
@example("https://" + "a" * 10_000)
@example("https://kabar.contoh.id/desa/warga?" + "&" * 3000)
def test_no_text_breaks_it(text):
    for outlet in (PLAIN, WITH_IDS):
        assert is_article(text, outlet) in (True, False)
        assert page_number(text, outlet) is None or page_number(text, outlet) > 0
        key = key_or_reason(text, outlet)
        if key.startswith("no http address: "):
            assert not is_article(text, outlet)
            continue
        shown = canonical_address(text, outlet)
        assert canonical_address(shown, outlet) == shown
        assert article_key(shown, outlet) == key
        assert article_key(whole_address(text, outlet), outlet) == key
        assert whole_address(whole_address(text, outlet), outlet) == whole_address(text, outlet)


@given(st.lists(st.text(string.ascii_letters + string.digits + "-._~", min_size=1, max_size=9), min_size=1))
def test_paths_of_plain_letters_are_kept(parts):
    path = "/".join(["x", *parts, "y"])
    assert article_key(f"https://contoh.id/{path}", None) == f"contoh.id/{path}"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://contoh.id", "contoh.id/"),
        ("http://www.contoh.id/index.php", "contoh.id/"),
        ("https://contoh.id/?p=123&utm_source=x", "contoh.id/?p=123"),
        ("https://contoh.id/berita?b=2&a=1", "contoh.id/berita?a=1&b=2"),
        (
            "https://contoh.id/index.php?page=berita&id=5",
            "contoh.id/?id=5&page=berita",
        ),  # no page of an article
        ("https://contoh.id/Warga-%e2%80%93-Rekam/", "contoh.id/Warga-%E2%80%93-Rekam"),
        ("https://contoh.id/Warga-–-Rekam/", "contoh.id/Warga-%E2%80%93-Rekam"),
        ("https://contoh.id/%77arga", "contoh.id/warga"),
        ("https://contoh.id:8080/x", "contoh.id:8080/x"),
        ("http://[2001:db8::1]/x", "[2001:db8::1]/x"),
        ("https://contoh.id/x?outputType=amp", "contoh.id/x"),
        ("https://m.id/x", "m.id/x"),  # a host of its own
    ],
)
def test_keys_without_an_outlet(url, key):
    assert article_key(url, None) == key


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "does not begin"),
        ("contoh.id/x", "does not begin"),
        ("ftp://contoh.id/x", "does not begin"),
        ("mailto:redaksi@contoh.id", "does not begin"),
        ("//contoh.id/x", "does not begin"),
        ("https://", "no host"),
        ("https:///x", "no host"),
        ("https://[", "no http address"),
        ("https://con toh.id/", "no host"),
        ("https://contoh.id:x/", "no http address"),
        ("https://contoh.id/" + "a" * 5000, "longer than 4,000"),
    ],
)
def test_what_is_no_address(url, reason):
    for key in (article_key, canonical_address, whole_address):
        with pytest.raises(ValueError, match=reason):
            key(url, PLAIN)
    assert not is_article(url, PLAIN)


def test_parameters_that_belong_to_the_address_are_kept():
    url = "https://kabar.contoh.id/desa/warga-rekam?id=5&ref=x&lain=1"
    assert article_key(url, PLAIN) == "kabar.contoh.id/desa/warga-rekam?id=5"
    assert whole_address(url, PLAIN) == "https://kabar.contoh.id/desa/warga-rekam/all?id=5"


def test_mirrors_and_hosts_below():
    keys = {
        article_key(f"https://{host}/desa/warga-rekam", PLAIN)
        for host in ("kabar.contoh.id", "www.kabar.contoh.id", "kabar-contoh.com", "m.kabar-contoh.com")
    }
    assert keys == {"kabar.contoh.id/desa/warga-rekam"}
    assert (
        article_key("https://kudus.kabar.contoh.id/desa/warga", PLAIN) == "kudus.kabar.contoh.id/desa/warga"
    )
    assert (
        canonical_address("http://m.kabar-contoh.com/desa/warga?x=1", PLAIN)
        == "http://kabar.contoh.id/desa/warga"
    )


def test_another_outlets_address_is_read_without_this_one():
    url = "https://lain.id/desa/warga-rekam?id=5&utm_source=x"
    assert not is_article(url, PLAIN)
    assert article_key(url, PLAIN) == article_key(url, None) == "lain.id/desa/warga-rekam?id=5"
    assert whole_address(url, PLAIN) == "https://lain.id/desa/warga-rekam?id=5"


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://kabar.contoh.id/desa/warga-rekam", 1),
        ("https://kabar.contoh.id/desa/warga-rekam/3/", 3),
        ("https://kabar.contoh.id/desa/warga-rekam?page=2", 2),
        ("https://kabar.contoh.id/desa/warga-rekam?halaman=4", 4),
        ("https://kabar.contoh.id/desa/warga-rekam?page=all", None),
        ("kabar", None),
    ],
)
def test_numbers_of_pages(url, number):
    assert page_number(url, PLAIN) == number


def test_a_number_is_a_page_only_behind_an_article():
    outlet = Outlet(name="x", title="X", hosts=("x.id",), paths=PLAIN.paths)
    assert article_key("https://x.id/arsip/2", outlet) == "x.id/arsip/2"
