"""The second test outlet: an index by date, articles of several pages, a mobile host, AMP pages, old addresses."""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Iterator
from html import escape

from tests.outlet_world import pages, traps
from tests.outlet_world.answers import HTML, PLAIN, Answer, Ask, listing, not_found, redirect
from tests.outlet_world.articles import Article, long_day
from tests.outlet_world.furniture import outlet_page
from tests.outlet_world.site import ELSEWHERE, Entry, Site
from tests.outlet_world.traps import Trap

HOST = "radar-dua.test"
DATE = "%d-%m-%Y"  # of a day in the index's address; months are "2019-03"
_ARTICLE = re.compile(r"/(amp/)?(?:warga|tertutup|umum)/(\d{6})/[a-z0-9-]+")
_OLD = re.compile(r"/read/\d{4}/\d\d/\d\d/\d{6}/(\d{6})/\d+/[a-z0-9-]+")
_PER_INDEX = 8
_TAGGED = 30  # the tag pages show no more


class RadarDua(Site):
    """One rubric is closed; a page of the index after the last is the first again."""

    title = "Radar Dua"
    host = HOST
    mirrors = (f"m.{HOST}",)
    closed = ("/tertutup/", "/*?print=", "/polling")
    troubles = (
        ("429-date", 1),
        ("500", 2),
        ("utf-16", None),
        ("ignores-all", None),
        ("cut", 1),
        ("429-date", 1),
    )

    def address(self, article: Article) -> str:
        """`https://radar-dua.test/warga/<id>/<slug>`."""
        rubric = "tertutup" if self.is_closed(article) else "warga" if article.about_ktp else "umum"
        return f"https://{HOST}/{rubric}/{article.id}/{article.slug}"

    def old_path(self, article: Article) -> str:
        """`/read/2019/03/05/101200/<id>/<rubric>/<slug>`, with the same id."""
        return f"/read/{article.day:%Y/%m/%d}/1012{article.id % 60:02}/{article.id}/153/{article.slug}"

    def is_closed(self, article: Article) -> bool:
        """Every fourteenth article or so lies in the closed rubric."""
        return article.about_ktp and article.id % 14 == 5

    def robots(self) -> Answer:
        """Two groups; the first is another crawler's."""
        rules = "".join(f"Disallow: {path}\n" for path in self.closed)
        return Answer(f"User-agent: RakusBot\nDisallow: /\n\nUser-agent: *\n{rules}".encode(), PLAIN)

    def made_traps(self, over: threading.Event) -> Iterator[Trap]:
        """A soft 404, a login, two challenges, and redirects into the machine's own network."""
        answers = (
            traps.soft_404(self.title),
            traps.login(self.title),
            traps.waiting_room,
            traps.browser_check,
            traps.to("http://127.0.0.1/"),
            traps.to("http://169.254.169.254/latest/"),
        )
        for at, answer in enumerate(answers, 1):
            path = f"/warga/29999{at}/{at}11-warga-belum-rekam-e-ktp"
            yield Trap(path, f"{at}11 Warga Belum Rekam e-KTP", dt.date(2017 + at, 9, 12), answer)

    def shown(self, ask: Ask) -> Answer | None:
        """An article under its new, old or AMP address, on either host."""
        new, old = _ARTICLE.fullmatch(ask.path), _OLD.fullmatch(ask.path)
        number = new[2] if new else old[1] if old else ""
        article = self.articles.get(int(number or 0))
        if article is None:
            return None
        if old and article.id % 2 == 0:
            return redirect(self.address(article))
        if new and new[1]:
            html = pages.radar_dua_amp(article, self.address(article))
            return self.page_of(article, html, page=0, variant="amp")
        return self._numbered(article, ask)

    def _numbered(self, article: Article, ask: Ask) -> Answer:
        asked = ask.query.get("page", "1")
        fault = self.faults.get(article.id)
        if asked == "all" and fault is not None and fault.kind == "ignores-all":
            asked = "1"
        number = 0 if asked == "all" else int(asked) if asked.isdecimal() else 1
        if number > pages.page_count(article):
            return not_found()
        mobile = ask.host in self.mirrors
        html = pages.radar_dua(article, self.address(article), number, mobile=mobile)
        return self.page_of(article, html, page=number, variant="m" if mobile else "")

    def listing(self, ask: Ask) -> Answer | None:
        """`/indeks` of a day (`date`) or month (`bulan`), and `/tag/e-ktp`, each with `page`."""
        number = int(asked) if (asked := ask.query.get("page", "1")).isdecimal() else 1
        if ask.path == "/indeks":
            found = self._of_the_time(ask)
            number = number if (number - 1) * _PER_INDEX < len(found) else 1
        elif ask.path == "/tag/e-ktp":
            found = [each for each in self.entries() if "ktp" in each.title.lower()][:_TAGGED]
            if (number - 1) * _PER_INDEX >= len(found):
                return not_found()
        else:
            return None
        return listing(self._index(found, number), HTML)

    def _of_the_time(self, ask: Ask) -> list[Entry]:
        day, month = ask.query.get("date"), ask.query.get("bulan")
        if day is not None:
            only = dt.datetime.strptime(day, DATE).date()
            return [each for each in self.entries() if each.day == only]
        return [each for each in self.entries() if month in (None, f"{each.day:%Y-%m}")]

    def _index(self, found: list[Entry], number: int) -> str:
        shown = found[(number - 1) * _PER_INDEX : number * _PER_INDEX]
        lines = [
            f'<li><h3><a href="{url}">{escape(each.title)}</a></h3><time>{long_day(each.day)}</time></li>'
            for each in shown
            for url in self._variants(each)
        ]
        advert = (
            f'<li><h3><a href="https://{ELSEWHERE[2]}/warga/200001/e-ktp-gratis">e-KTP Gratis</a></h3></li>'
        )
        body = f'<h1>Indeks</h1><ul class="daftar">{"".join(lines)}{advert}</ul>'
        return outlet_page(self.title, "Indeks", body)

    def _variants(self, entry: Entry) -> list[str]:
        """The address, for some with others of the same article: mobile, AMP, page, campaign, old."""
        url, path = entry.url, entry.url.removeprefix(f"https://{HOST}")
        match = _ARTICLE.fullmatch(path)
        article = self.articles.get(int(match[2])) if match else None
        if article is None or self.is_closed(article):  # other addresses of what is closed are not closed
            return [path]
        return {
            1: [f"https://m.{HOST}{path}", url],
            2: [url, f"/amp{path}"],
            3: [f"{path}?page=1", path],
            4: [url, f"{url}?utm_source=indeks&utm_medium=web", f"{url}#komentar"],
            5: [self.old_path(article), url],
            6: [url, f"http://{HOST}{path}?print=1"],
            7: [f"https://{HOST}{self.old_path(article)}"],
        }.get(article.id % 9, [path])
