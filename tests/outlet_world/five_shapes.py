"""The markup of five real outlets, as far as it is known, around one article each."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from html import escape
from itertools import cycle

from tests.outlet_world.articles import Article, long_day
from tests.outlet_world.furniture import (
    RELATED,
    TODAY,
    between,
    comment_form,
    outlet_page,
    paragraphs_of,
    share,
)

_TRIBUN_PER_PAGE = 3  # paragraphs


def lingkar_jateng(article: Article, url: str, _: str) -> str:
    """WordPress with an SEO plugin: the day in JSON-LD, in UTC; links in capitals; the group's sign-off."""
    text = between(
        paragraphs_of(article), _links('<p><strong>BACA JUGA: <a href="{url}">{text}</a></strong></p>')
    )
    body = (
        f'<article class="post type-post hentry"><nav class="breadcrumbs"><a href="/">Beranda</a> » <a href="/kendal/">'
        f'Daerah</a></nav><h1 class="entry-title">{escape(article.title)}</h1>'
        f'<div class="meta"><span class="author">Redaksi</span> <span class="date">{long_day(article.day)}</span></div>'
        f'<div class="entry-content"><figure><img src="/foto.jpg" alt=""><figcaption>Petugas merekam data warga. '
        f"(Dok. Lingkarjateng.id)</figcaption></figure>{text}"
        f"<p><strong>(Lingkar Network | Redaksi – Lingkarjateng.id)</strong></p></div>{share()}</article>{comment_form()}"
    )
    return outlet_page("Lingkarjateng.id", article.title, body, _canonical(url) + _seo_graph(article, url))


def _seo_graph(article: Article, url: str) -> str:
    published = dt.datetime.combine(article.day, dt.time(3, 12), dt.UTC).isoformat()
    graph = [
        {"@type": "WebSite", "name": "Lingkarjateng.id", "url": "https://lingkarjateng.id/"},
        {
            "@type": "Article",
            "headline": article.title,
            "datePublished": published,
            "mainEntityOfPage": {"@id": url},
        },
    ]
    data = json.dumps({"@context": "https://schema.org", "@graph": graph})
    return f'<script type="application/ld+json">{data}</script>'


def tribun_jateng(article: Article, url: str, asked: str) -> str:
    """The Tribun family: pages of three paragraphs or all at once; headlines of others as paragraphs between."""
    count = -(-len(article.paragraphs) // _TRIBUN_PER_PAGE)
    number = int(asked) if asked.isdecimal() and int(asked) <= count else 1
    first = 0 if asked == "all" else (number - 1) * _TRIBUN_PER_PAGE
    last = None if asked == "all" else first + _TRIBUN_PER_PAGE
    headlines = _links('<p><strong><a href="{url}">{text}</a></strong></p>')
    paragraphs = [_strong_dateline(each) for each in paragraphs_of(article, first, last)]
    paging = "" if asked == "all" or count == 1 else _tribun_paging(url, number, count)
    body = (
        '<div id="breadcrumb"><a href="/">Home</a> / <a href="/muria">Muria</a></div>'
        f'<h1 class="f50 black2 f400 crimson" id="arttitle">{escape(article.title)}</h1>'
        f'<div class="mt10"><time class="grey">Tayang: {long_day(article.day)} 14:05 WIB</time></div>'
        '<div class="credit mt10"><div id="penulis">Penulis: Redaksi</div><div id="editor">Editor: Redaksi</div></div>'
        '<div id="artimg"><div class="ovh imgfull_div"><img class="imgfull" src="/foto.jpg" alt=""></div>'
        '<div class="arial f12 pb10 grey2">TRIBUN JATENG/ISTIMEWA - Petugas merekam data 25 warga.</div></div>'
        '<div class="side-article txt-article multi-fontsize editcontent">'
        f"<p>Laporan Wartawan Tribun Jateng, Redaksi</p>{between(paragraphs, headlines)}"
        '<p class="baca">Baca juga: <a href="/x/1/lain">Wali Kota Resmikan 12 Taman</a></p></div>'
        f'{paging}<div class="tag">Tags: <a href="/tag/e-ktp">e-KTP</a></div>'
        "<p>Isi komentar di luar urusan redaksi kami; yang kasar kami hapus.</p>"
    )
    return outlet_page("Tribunjateng.com", article.title, body, _canonical(url))


def _strong_dateline(paragraph: str) -> str:
    dateline, dash, rest = paragraph.partition(" - ")
    if not dateline.startswith("<p>TRIBUN"):
        return paragraph
    return f"<p><strong>{dateline.removeprefix('<p>')}</strong>{dash}{rest}"


def _tribun_paging(url: str, number: int, count: int) -> str:
    links = [f'<a href="{url}?page={at}">{at}</a>' for at in range(1, count + 1)]
    if number < count:
        links.append(f'<a rel="next" href="{url}?page={number + 1}">Selanjutnya</a>')
    links.append(f'<a href="{url}?page=all">Semua Halaman</a>')
    return f'<div class="paging">Halaman {number}/{count} {" ".join(links)}</div>'


def kabar_kalimantan(article: Article, url: str, _: str) -> str:
    """A common magazine theme of WordPress; the day in a meta element; the source credited at the end."""
    stamp = f"{article.day.isoformat()}T16:40:00+07:00"
    text = between(paragraphs_of(article), _links('<p>Baca Juga : <a href="{url}">{text}</a></p>'), every=3)
    body = (
        '<div id="post-header"><h3 class="post-cat">PEMERINTAHAN</h3>'
        f'<h1 class="post-title entry-title">{escape(article.title)}</h1>'
        f'<span class="post-date"><time class="post-date updated" datetime="{article.day}">{article.day}</time></span></div>'
        f'<div id="content-area"><div id="content-main">{text}<p>&nbsp;</p><p>Sumber: KK1</p></div></div>{share()}'
        '<div id="comments-button">Click to comment</div><div id="respond"><h3>Leave a Reply</h3>'
        "<p>Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *</p></div>"
        f"{_list('Most Popular')}<a>To Top</a><div>error: Content is protected !!</div>"
    )
    head = f'{_canonical(url)}<meta property="article:published_time" content="{stamp}">'
    return outlet_page("Kabar Kalimantan 1", article.title, body, head)


def asatu(article: Article, url: str, _: str) -> str:
    """WordPress whose addresses hold the day, and nothing else does; a list of others and the form below."""
    text = "".join(paragraphs_of(article))
    body = (
        f'<div class="td-post-header"><h1 class="entry-title">{escape(article.title)}</h1>'
        f'<div class="td-module-meta-info">Oleh Redaksi - 1.204 dilihat</div></div>{share()}'
        f'<div class="td-post-content entry-content">{text}</div>'
        f"{_list('Mungkin Anda juga menyukai')}"
        '<div id="respond"><h3>Tinggalkan Komentar</h3><p>Alamat email Anda tidak akan dipublikasikan. '
        "Ruas yang wajib ditandai *</p></div>"
    )
    return outlet_page("Asatu.id", article.title, body, _canonical(url))


def solopos(article: Article, url: str, _: str) -> str:
    """The public template of the desktop site, with adverts and a line of promotion between the paragraphs."""
    pieces = iter(
        (
            '<p>Promosi <a href="/promosi/1">Tabungan Baru Beri Bunga 6 Persen</a></p>',
            '<div class="iklan mt-3 mb-3" align="center">Advertisement</div>',
        )
    )
    body = (
        '<div class="breadcrumb-section"><ol class="breadcrumb"><li><a href="/">Home</a></li><li>Soloraya</li>'
        f'<li>{escape(article.title)}</li></ol></div><div class="single-post"><div class="post-header-area">'
        f'<h1 class="post-title title-lg">{escape(article.title)}</h1><ul class="post-meta"><li>Soloraya</li>'
        f'<li class="post-author">Redaksi</li><li>{long_day(article.day)} - 19:35 WIB</li></ul></div>'
        '<div class="post-content-area"><div class="post-media mb-20"><img src="/foto.jpg" alt=""><span>'
        "<p>SOLOPOS.COM - Ilustrasi perekaman 1.500 warga. (Solopos-dok)</p></span></div>"
        f"{between(paragraphs_of(article), pieces)}</div>"
        '<div class="social-share-btn">SHARE : Facebook</div>'
        '<div class="tag-lists"><span>Tags: </span><a href="/tag/e-ktp">e-KTP</a></div></div>'
        f'<div class="related-post">{_list("Berita Lainnya")}</div>'
    )
    head = f'{_canonical(url)}<meta property="article:published_time" content="{article.day}T19:35:00+07:00">'
    return outlet_page("Solopos.com", article.title, body, head)


def solopos_mobile(article: Article, url: str, _: str) -> str:
    """The old mobile site: the breadcrumb holds the day, and a paragraph stands on both sides of an advert."""
    paragraphs = paragraphs_of(article)
    repeated = [*paragraphs[:2], "<p>Advertisement</p>", paragraphs[1], *paragraphs[2:]]
    body = (
        f'<div class="crumb">Soloraya / {long_day(article.day)} - 19:35 WIB</div><h1>{escape(article.title)}</h1>'
        f'<div class="content">{"".join(repeated)}</div>{share()}{_list("Rekomendasi")}'
    )
    return outlet_page("Solopos.com", article.title, body, _canonical(url))


def _links(form: str) -> Iterator[str]:
    for at, text in enumerate(cycle(RELATED)):
        yield form.format(url=f"/terkait-{at}/", text=text)


def _list(heading: str) -> str:
    lines = "".join(f'<li><a href="/lain-{at}/">{text}</a></li>' for at, text in enumerate(RELATED))
    return f"<div><h3>{heading}</h3><p>{TODAY}</p><ul>{lines}</ul></div>"


def _canonical(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'
