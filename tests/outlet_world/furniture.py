"""What stands around an article on every outlet's page: today's date, menus, links, adverts, forms, the footer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

from tests.outlet_world.articles import Article

TODAY = "Rabu, 1 Juli 2026"
RELATED = (
    "1.250 Sapi di Blora Selesai Divaksin",
    "2.718 Wajib KTP di Kota Tetangga Belum Rekam Data",
    "Bupati Lepas 312 Calon Haji",
    "3.000 Pelari Ramaikan Lomba di Alun-alun",
    "Pemkab Bangun 45 Jembatan Desa Tahun Ini",
)
_MENU = ("Beranda", "Daerah", "Pemerintahan", "Olahraga", "Cuaca", "Indeks")


def bare_page(title: str, body: str, head: str = "") -> str:
    """A page with nothing around its body."""
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{escape(title)}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


def outlet_page(outlet: str, title: str, body: str, head: str = "") -> str:
    """A page with the outlet's header above and its footer below."""
    menu = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in _MENU)
    above = (
        f'<header><a class="logo" href="/">{escape(outlet)}</a>'
        f'<div class="hari-ini">{TODAY}</div><div class="cuaca">31°C Cerah</div><nav><ul>{menu}</ul></nav></header>'
    )
    most_read = "".join(f'<li><a href="/populer/{at}">{text}</a></li>' for at, text in enumerate(RELATED))
    below = (
        f'<aside class="populer"><h3>Terpopuler</h3><ol>{most_read}</ol></aside>'
        f"<footer><p>Copyright © 2026 {escape(outlet)}. All rights reserved.</p>"
        "<p>Redaksi | Pedoman Media Siber | Kontak</p></footer>"
    )
    return bare_page(f"{title} - {outlet}", f"{above}<main>{body}</main>{below}", head)


def paragraphs_of(article: Article, first: int = 0, last: int | None = None) -> list[str]:
    """Paragraphs as elements."""
    return [f"<p>{escape(text, quote=False)}</p>" for text in article.paragraphs[first:last]]


def between(paragraphs: list[str], pieces: Iterator[str], every: int = 2) -> str:
    """The paragraphs with one of the pieces after every second of them, none after the last."""
    mixed = []
    for at, paragraph in enumerate(paragraphs, 1):
        mixed.append(paragraph)
        if at % every == 0 and at < len(paragraphs):
            mixed.append(next(pieces, ""))
    return "\n".join(mixed)


def stamp(article: Article) -> str:
    """The time of publication in Western Indonesia; some are just after midnight, where UTC has another day."""
    hour = 0 if article.id % 4 == 0 else 7 + article.id % 12
    return f"{article.day.isoformat()}T{hour:02}:{article.id % 59 + 1:02}:00+07:00"


def date_head(article: Article, way: str) -> str:
    """The day in the head of the page: "json-ld", "meta", or "" for a page that has it elsewhere."""
    if way == "json-ld":
        data = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article.title,
            "datePublished": stamp(article),
        }
        return f'<script type="application/ld+json">{json.dumps(data)}</script>'
    if way == "meta":
        return f'<meta property="article:published_time" content="{stamp(article)}">'
    return ""


def share() -> str:
    """Buttons to send the article on."""
    names = ("Facebook", "Twitter", "WhatsApp", "Telegram", "Salin Link")
    return '<ul class="bagikan">' + "".join(f'<li><a href="#">{name}</a></li>' for name in names) + "</ul>"


def comment_form() -> str:
    """The form under an article of a WordPress site."""
    return (
        '<div id="respond" class="comment-respond"><h3 id="reply-title">Tinggalkan Balasan</h3>'
        '<form id="commentform"><p class="comment-notes">Alamat email Anda tidak akan dipublikasikan. '
        "Ruas yang wajib ditandai *</p><p>Komentar *</p><textarea></textarea></form></div>"
    )
