"""The first test outlet: a feed of what is new and a nested sitemap of everything."""

from __future__ import annotations

import datetime as dt
import gzip
import re
import threading
from collections.abc import Iterator, Sequence
from email.utils import format_datetime
from html import escape

from tests.outlet_world import pages, traps
from tests.outlet_world.answers import PLAIN, XML, Answer, Ask, listing, page
from tests.outlet_world.articles import Article
from tests.outlet_world.site import ELSEWHERE, Entry, Site
from tests.outlet_world.traps import Trap

HOST = "kabar-satu.test"
_ARTICLE = re.compile(r"/(?:daerah|arsip|olahraga)/[a-z0-9-]+-(\d{6})")
_NEWEST = 20  # entries of the feed
_YEARS = {"/sitemaps/lama.xml": (0, 2020), "/sitemaps/baru/2021.xml.gz": (2021, 2023)}
_YEARS["/sitemaps/baru/2024.xml"] = (2024, 9999)


class KabarSatu(Site):
    """Addresses end in the article's id; one section is closed; robots.txt begins with a byte-order mark."""

    title = "Kabar Satu"
    host = HOST
    mirrors = (f"www.{HOST}",)
    closed = ("/arsip/", "/cari", "/*?print=")
    troubles = (
        ("429", 1),
        ("500", 1),
        ("windows-1252", None),
        ("503", 2),
        ("moved", None),
        ("cut", 1),
        ("429", 1),
    )

    def __init__(
        self, articles: Sequence[Article], *, faults: bool, over: threading.Event, crawl_delay: float
    ) -> None:
        self._crawl_delay = crawl_delay
        super().__init__(articles, faults=faults, over=over)

    def address(self, article: Article) -> str:
        """`https://kabar-satu.test/daerah/<slug>-<id>`."""
        section = "arsip" if self.is_closed(article) else "daerah" if article.about_ktp else "olahraga"
        return f"https://{HOST}/{section}/{article.slug}-{article.id}"

    def old_path(self, article: Article) -> str:
        """The same id below another section."""
        return f"/berita/{article.slug}-{article.id}"

    def is_closed(self, article: Article) -> bool:
        """Every twelfth article or so lies in the closed section."""
        return article.about_ktp and article.id % 12 == 7

    def robots(self) -> Answer:
        """The mark stands before the first line; who leaves it there reads no rule at all."""
        rules = "".join(f"Disallow: {path}\n" for path in self.closed)
        text = f"User-agent: *\n{rules}Crawl-delay: {self._crawl_delay:g}\n\nSitemap: https://{HOST}/sitemap_index.xml\n"
        return Answer(text.encode("utf-8-sig"), PLAIN)

    def made_traps(self, over: threading.Event) -> Iterator[Trap]:
        """A loop of redirects, a drip, a bomb."""
        loop = [f"/daerah/{each}-warga-belum-rekam-e-ktp-19999{at}" for at, each in enumerate((101, 102))]
        day = dt.date(2022, 5, 17)
        for here, there in (loop, loop[::-1]):
            yield Trap(here, "101 Warga Belum Rekam e-KTP", day, traps.to(f"https://{HOST}{there}"))
        yield Trap("/daerah/e-ktp-menetes-199992", "e-KTP Menetes", day, traps.drip(over))
        yield Trap("/daerah/e-ktp-meledak-199993", "e-KTP Meledak", dt.date(2019, 8, 1), traps.bomb)

    def shown(self, ask: Ask) -> Answer | None:
        """The article whose id the path ends in, if that is its path."""
        match = _ARTICLE.fullmatch(ask.path)
        article = self.articles.get(int(match[1])) if match else None
        if article is None or not self.address(article).endswith(ask.path):
            return None
        return self.page_of(article, pages.kabar_satu(article, self.address(article)))

    def listing(self, ask: Ask) -> Answer | None:
        """The feed, and a sitemap index that leads to a nested one, a packed one, a broken one and back."""
        match ask.path:
            case "/feed/":
                return listing(self._feed(), "application/rss+xml; charset=utf-8")
            case "/sitemap_index.xml":
                broken = ["/sitemaps/rusak.xml"] if self.faulty else []
                return listing(_index(["/sitemaps/lama.xml", *broken, "/sitemaps/baru/index.xml"]), XML)
            case "/sitemaps/baru/index.xml":
                back = "/sitemap_index.xml"
                return listing(_index(["/sitemaps/baru/2021.xml.gz", "/sitemaps/baru/2024.xml", back]), XML)
            case "/sitemaps/rusak.xml":
                return page("<h1>Kesalahan</h1>", status=500)
            case path if path in _YEARS:
                text = self._sitemap(*_YEARS[path]).encode()
                if path.endswith(".gz"):
                    return listing(gzip.compress(text, mtime=0), "application/gzip")
                return listing(text, XML)
        return None

    def _feed(self) -> str:
        items = [
            f"<item><title>{escape(each.title)}</title><link>{each.url}?utm_source=rss&amp;utm_medium=feed</link>"
            f'<guid isPermaLink="false">{each.url}</guid><pubDate>{format_datetime(each.modified)}</pubDate></item>'
            for each in self.entries()[:_NEWEST]
        ]
        items.insert(3, f"<item><title>e-KTP Murah</title><link>https://{ELSEWHERE[0]}/e-ktp-1</link></item>")
        return (
            '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Kabar Satu</title>'
            f"<link>https://{HOST}/</link><description>Berita</description>{''.join(items)}</channel></rss>"
        )

    def _sitemap(self, first: int, last: int) -> str:
        found = [each for each in self.entries() if first <= each.day.year <= last]
        places = [_place(url, each) for each in found for url in _variants(each.url)]
        other = f"https://{ELSEWHERE[1]}/daerah/99-warga-belum-rekam-e-ktp-100001"
        places.append(f"<url><loc>{other}</loc></url>")
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="{_NAMESPACE}">{"".join(places)}</urlset>'
        )


_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def _place(url: str, entry: Entry) -> str:
    return f"<url><loc>{escape(url)}</loc><lastmod>{entry.modified.isoformat()}</lastmod></url>"


def _variants(url: str) -> list[str]:
    """The address, for some preceded or followed by another of the same article."""
    match int(url[-1]):
        case 1:
            return [url.replace("https://", "http://"), url]
        case 3:
            return [url.replace("https://", "https://www."), url]
        case 5:
            return [url, f"{url}?utm_source=peta&utm_campaign=lama"]
        case 7:
            return [url, f"{url}?print=1"]
        case _:
            return [url]


def _index(paths: list[str]) -> str:
    places = "".join(f"<sitemap><loc>https://{HOST}{path}</loc></sitemap>" for path in paths)
    return f'<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="{_NAMESPACE}">{places}</sitemapindex>'
