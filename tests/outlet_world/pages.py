"""The pages of the three test outlets, each with its own markup."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tests.outlet_world.articles import Article, long_day
from tests.outlet_world.furniture import (
    RELATED,
    bare_page,
    between,
    comment_form,
    date_head,
    outlet_page,
    paragraphs_of,
    share,
    stamp,
)

PER_PAGE = 3  # paragraphs on one page of an article that has several


def page_count(article: Article) -> int:
    """On how many pages an outlet that divides its articles shows this one."""
    return -(-len(article.paragraphs) // PER_PAGE)


def kabar_satu(article: Article, url: str) -> str:
    """One page; the day in JSON-LD, in a meta element or only above the text; adverts and links between."""
    time = stamp(article)[11:16]
    body = (
        f'<nav class="remah"><a href="/">Beranda</a> › <a href="/daerah">Daerah</a></nav>'
        f'<article><h1 class="judul">{escape(article.title)}</h1>'
        f'<time class="tayang">{long_day(article.day)} | {time} WIB</time>{share()}'
        f'<div class="isi-berita">{between(paragraphs_of(article), _read_also(article))}</div>'
        f'<p class="tag">Tag: <a href="/tag/e-ktp">e-KTP</a></p></article>{comment_form()}'
    )
    way = ("json-ld", "meta", "")[article.id % 3]
    return outlet_page("Kabar Satu", article.title, body, _canonical(url) + date_head(article, way))


def _read_also(article: Article) -> Iterator[str]:
    at = article.id
    while True:
        yield f'<p class="baca-juga">Baca juga: <a href="/terkait/{at}">{RELATED[at % len(RELATED)]}</a></p>'
        yield '<div class="iklan">ADVERTISEMENT</div>'
        at += 1


def radar_dua(article: Article, url: str, number: int, *, mobile: bool = False) -> str:
    """One page of an article, or all of them for number 0; headlines of others between as plain paragraphs."""
    first, last = (0, None) if number == 0 else ((number - 1) * PER_PAGE, number * PER_PAGE)
    text = between(paragraphs_of(article, first, last), _headlines(article))
    body = (
        f'<div class="remah">Radar Dua / Daerah / {long_day(article.day)}</div>'
        f'<h1 id="judul">{escape(article.title)}</h1>'
        f'<div class="tanggal">{long_day(article.day)} {stamp(article)[11:16]} WIB</div>'
        f'<div class="penulis">Penulis: Redaksi | Editor: Redaksi</div>{share()}'
        f'<div class="isi">{text}</div>{_paging(article, url, number)}'
        '<div class="komentar">Isi komentar di luar urusan redaksi kami.</div>'
    )
    head = _canonical(url) + date_head(article, "json-ld" if article.id % 2 else "")
    return outlet_page("m.Radar Dua" if mobile else "Radar Dua", article.title, body, head)


def _headlines(article: Article) -> Iterator[str]:
    at = article.id
    while True:
        headline = RELATED[at % len(RELATED)]
        yield f'<p><strong><a href="/terkait/{at}/kabar">{headline}</a></strong></p>'
        at += 1


def _paging(article: Article, url: str, number: int) -> str:
    count = page_count(article)
    if number == 0 or count == 1:
        return ""
    links = [f'<a class="paging__link" href="{url}?page={at}">{at}</a>' for at in range(1, count + 1)]
    if number < count:
        links.append(f'<a class="paging__link" rel="next" href="{url}?page={number + 1}">Selanjutnya</a>')
    links.append(f'<a class="paging__link" href="{url}?page=all">Semua Halaman</a>')
    return f'<div class="paging">{"".join(links)}</div>'


def radar_dua_amp(article: Article, url: str) -> str:
    """The AMP page, which prints the first paragraph once more at its end."""
    text = "".join([*paragraphs_of(article), *paragraphs_of(article, 0, 1)])
    body = f'<h1 id="judul">{escape(article.title)}</h1><div class="isi">{text}</div>'
    head = _canonical(url) + '<script async src="https://cdn.ampproject.org/v0.js"></script>'
    return bare_page(article.title, body, head).replace("<html ", "<html amp ")


def suara_tiga(article: Article, url: str, number: int, count: int) -> str:
    """One page of a WordPress article, whose next pages are /2/, /3/ below it."""
    first, last = (number - 1) * PER_PAGE, number * PER_PAGE if count > 1 else None
    text = between(paragraphs_of(article, first, last), _read_also(article), every=3)
    body = (
        f'<article id="post-{article.id}" class="post hentry"><header class="entry-header">'
        f'<h1 class="entry-title">{escape(article.title)}</h1><div class="entry-meta"><span class="posted-on">'
        f'<time class="entry-date published" datetime="{stamp(article)}">{long_day(article.day)}</time></span>'
        f'</div></header><div class="entry-content">{text}{_page_links(url, number, count)}{share()}</div>'
        f"</article>{comment_form()}"
        '<section class="terkait"><h3>Mungkin Anda juga menyukai</h3>'
        f'<p><a href="/terkait/">{RELATED[article.id % len(RELATED)]}</a></p></section>'
    )
    head = _canonical(url) + date_head(article, ("meta", "json-ld", "")[article.id % 3])
    return outlet_page("Suara Tiga", article.title, body, head)


def _page_links(url: str, number: int, count: int) -> str:
    if count == 1:
        return ""
    links = []
    for at in range(1, count + 1):
        if at == number:
            links.append(f'<span class="post-page-numbers current">{at}</span>')
        else:
            address = url if at == 1 else f"{url}{at}/"
            links.append(f'<a class="post-page-numbers" href="{address}">{at}</a>')
    return f'<div class="page-links">Halaman: {" ".join(links)}</div>'


def _canonical(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'
