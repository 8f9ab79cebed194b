"""Articles as pages in the shape of a WordPress news site: 80 KB, most of it head and script.

The theme is one of the usual ones: the menu twice (wide and narrow screens), share buttons above and below
the article, teasers with thumbnail, author and day, tags, a form for comments, and scripts in the body too.
"""

from __future__ import annotations

import html
import json
from functools import cache

_BYTES = 80_000
_RULE = (
    ".wp-block-{n},.has-{n}-font-size{{margin:{n}px auto;padding:0 {n}px;color:#2{n:03d}aa;"
    "font:400 {n}px/1.6 sans-serif}}\n"
)
_STATEMENT = (
    "window._q=window._q||[];_q.push(['slot-{n}',{{size:[[300,250],[{n},90]],lazy:true,key:'k{n:04x}'}}]);\n"
)
_MENU = (
    '<li id="menu-item-{n}" class="menu-item menu-item-type-taxonomy"><a href="https://contoh.id/rubrik-{n}/">'
    "<span>Rubrik {n}</span></a></li>\n"
)
_SHARE = (
    '<a class="td-social td-share-{n}" href="https://contoh.id/bagi/{n}"><i class="icon"></i>'
    "<span>Bagi</span></a>\n"
)
_TEASER = (
    '<div class="td-block-span"><div class="td-module-thumb"><a href="https://contoh.id/berita-{n}/">'
    '<img width="218" height="150" src="https://contoh.id/img/{n}.jpg" alt="" loading="lazy"></a></div>'
    '<h3 class="entry-title"><a href="https://contoh.id/berita-{n}/">Kabar daerah nomor {n}</a></h3>'
    '<div class="meta"><span class="author"><a href="https://contoh.id/penulis/">Redaksi</a></span>'
    '<time datetime="2024-01-{n:02}T08:00:00+07:00">{n} Januari 2024</time></div></div>\n'
)
_SLOT = '<div class="ad" id="slot-{n}"><script>tag.push(function(){{show("slot-{n}")}});</script></div>\n'
_TAG = '<li><a href="https://contoh.id/tag/{n}/" rel="tag">tema {n}</a></li>'
_FORM = (
    '<div id="respond"><h3>Tinggalkan komentar</h3><form action="/komentar" method="post"><p><label>Komentar'
    '</label><textarea name="comment"></textarea></p><p><label>Nama</label><input name="author"></p>'
    '<p><label>Surel</label><input name="email"></p><p><input type="submit" value="Kirim"></p></form></div>'
)


def _many(template: str, count: int) -> str:
    return "".join(template.format(n=number) for number in range(1, count + 1))


def _linked_data(title: str) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": "2024-01-16T09:30:00+07:00",
        "author": {"@type": "Person", "name": "Redaksi"},
        "publisher": {"@type": "Organization", "name": "Contoh"},
    }
    return json.dumps(data)


@cache
def _before() -> str:
    menu = _many(_MENU, 40)
    return (
        f'<div class="mobile-menu"><ul>{menu}</ul></div>'
        f'<header class="td-header"><nav><ul>{menu}</ul></nav></header>{_many(_SLOT, 3)}'
    )


@cache
def _after() -> str:
    return (
        f'<div class="share">{_many(_SHARE, 8)}</div><ul class="tags">{_many(_TAG, 6)}</ul>'
        f'<div class="related">{_many(_TEASER, 6)}</div>{_FORM}</main>'
        f'<aside class="sidebar">{_many(_SLOT, 3)}{_many(_TEASER, 18)}</aside>'
        f"<footer><p>Hak cipta Contoh. Pedoman media siber.</p><ul>{_many(_MENU, 12)}</ul></footer>"
        f"{_many(_SLOT, 6)}"
    )


def _article(name: str, paragraphs: list[str]) -> str:
    body = "".join(f"<p>{html.escape(paragraph, quote=False)}</p>\n" for paragraph in paragraphs)
    return (
        f'<main><article class="post type-post"><header><h1 class="entry-title">{name}</h1><div class="meta">'
        '<span class="author"><a href="https://contoh.id/penulis/">Redaksi</a></span>'
        '<time class="entry-date" datetime="2024-01-16T09:30:00+07:00">16 Januari 2024</time></div></header>'
        f'<div class="share">{_many(_SHARE, 8)}</div>'
        '<figure><img src="https://contoh.id/img/utama.jpg" alt="">'
        f'<figcaption>Pelayanan</figcaption></figure><div class="td-post-content">{body}</div></article>'
    )


def _head(title: str, name: str, room: int) -> str:
    start = (
        f'<meta charset="utf-8"><title>{name} - Contoh</title><meta property="og:title" content="{name}">'
        '<link rel="canonical" href="https://contoh.id/berita/"><meta property="og:type" content="article">'
        f'<script type="application/ld+json">{_linked_data(title)}</script><style>{_many(_RULE, 150)}</style>'
    )
    script = _many(_STATEMENT, 900)[: max(0, room - len(start))].rpartition("\n")[0]
    return f"{start}<script>{script}</script>"


def page(text: str) -> bytes:
    """The page of an article given as title, empty line, paragraphs."""
    title, *paragraphs = text.strip().split("\n\n")
    name = html.escape(title)
    body = f"{_before()}{_article(name, paragraphs)}{_after()}"
    head = _head(title, name, room=_BYTES - len(body) - 150)
    return f'<!DOCTYPE html><html lang="id"><head>{head}</head><body>{body}</body></html>'.encode()
