"""The third test outlet: WordPress with its REST interface, permalinks by date, articles of several pages."""

from __future__ import annotations

import datetime as dt
import json
import re
import threading
from collections.abc import Iterator, Sequence
from email.utils import format_datetime
from html import escape
from typing import Any

from tests.outlet_world import pages, traps
from tests.outlet_world.answers import JSON, Answer, Ask, listing, not_found, page, redirect
from tests.outlet_world.articles import Article, plain_text
from tests.outlet_world.furniture import stamp
from tests.outlet_world.site import ELSEWHERE, Entry, Site
from tests.outlet_world.traps import Trap

HOST = "suara-tiga.test"
POSTS = "/wp-json/wp/v2/posts"
_PERMALINK = re.compile(r"(/\d{4}/\d\d/\d\d/[a-z0-9-]+/)(?:(\d+)/)?")
_NEWEST = 10
_MOST = 100  # posts on one page of the interface


class SuaraTiga(Site):
    """robots.txt is missing, so all is allowed; `/?p=<id>` leads to the permalink."""

    title = "Suara Tiga"
    host = HOST
    troubles = (("503", 1), ("moved", None), ("500", 2), ("cut", 1))

    def __init__(self, articles: Sequence[Article], *, faults: bool, over: threading.Event) -> None:
        super().__init__(articles, faults=faults, over=over)
        self._by_path = {self._path(article): article.id for article in articles}

    def address(self, article: Article) -> str:
        """`https://suara-tiga.test/2019/03/05/<slug>/`."""
        return f"https://{HOST}{self._path(article)}"

    def _path(self, article: Article) -> str:
        return f"/{article.day:%Y/%m/%d}/{article.slug}/"

    def old_path(self, article: Article) -> str:
        """Another slug on the same day."""
        return f"/{article.day:%Y/%m/%d}/{article.slug}-lama/"

    def robots(self) -> Answer:
        """There is none."""
        return not_found()

    def made_traps(self, over: threading.Event) -> Iterator[Trap]:
        """Pages that are cut short, withdrawn, missing or for members."""
        answers = (traps.cut_short, traps.gone, not_found, traps.login(self.title))
        for at, answer in enumerate(answers, 1):
            path = f"/2021/0{at}/20/{at}22-warga-belum-rekam-e-ktp/"
            yield Trap(path, f"{at}22 Warga Belum Rekam e-KTP", dt.date(2021, at, 20), answer)

    def shown(self, ask: Ask) -> Answer | None:
        """An article under its permalink, its further pages below that."""
        if ask.path == "/" and ask.query.get("p", "").isdecimal():
            article = self.articles.get(int(ask.query["p"]))
            return redirect(self.address(article)) if article else None
        match = _PERMALINK.fullmatch(ask.path)
        if match is None or match[1] not in self._by_path:
            return None
        article = self.articles[self._by_path[match[1]]]
        count, number = self.page_count(article), int(match[2] or 1)
        if match[2] and not 1 < number <= count:
            return redirect(self.address(article))
        html = pages.suara_tiga(article, self.address(article), number, count)
        return self.page_of(article, html, page=number)

    def page_count(self, article: Article) -> int:
        """On how many pages the article stands: every third is divided."""
        return pages.page_count(article) if article.id % 3 == 0 else 1

    def listing(self, ask: Ask) -> Answer | None:
        """The REST interface, and a feed."""
        if ask.path == "/feed/":
            return listing(self._feed(), "application/rss+xml; charset=utf-8")
        if ask.path != POSTS:
            return None
        per_page, number = int(ask.query.get("per_page", "10")), int(ask.query.get("page", "1"))
        if not 1 <= per_page <= _MOST:
            return _refused("rest_invalid_param", "Parameter tidak sah: per_page")
        found = [each for each in self.entries() if self._is_asked_for(each, ask)]
        pages_in_all = -(-len(found) // per_page)
        if number > max(pages_in_all, 1):
            return _refused("rest_post_invalid_page_number", "Nomor halaman terlalu besar.")
        shown = found[(number - 1) * per_page : number * per_page]
        answer = listing(json.dumps(self._posts(shown, number, ask)), JSON)
        answer.headers = {"X-WP-Total": str(len(found)), "X-WP-TotalPages": str(pages_in_all)}
        return answer

    def _is_asked_for(self, entry: Entry, ask: Ask) -> bool:
        """WordPress looks for each word of `search` in title and text; `after` and `before` are times."""
        article = self._article_at(entry.url)
        text = (plain_text(article) if article else entry.title).lower()
        time = stamp(article)[:19] if article else f"{entry.day}T10:00:00"
        if not ask.query.get("after", "")[:19] < time < (ask.query.get("before", "")[:19] or "9999"):
            return False
        return all(word in text for word in ask.query.get("search", "").lower().split())

    def _article_at(self, url: str) -> Article | None:
        path = url.removeprefix(f"https://{HOST}")
        number = self._by_path.get(path, self.moved.get(path, 0))
        return self.articles.get(number)

    def _posts(self, shown: list[Entry], number: int, ask: Ask) -> list[dict[str, Any]]:
        posts = [self._post(each) for each in shown]
        if number == 1 and posts:
            posts.append({**posts[0], "id": 399_001, "link": f"https://{ELSEWHERE[0]}/2020/01/02/e-ktp/"})
            posts.append({**posts[-2], "link": posts[-2]["link"] + "?utm_source=rest"})
        wanted = [name for name in ask.query.get("_fields", "").split(",") if name]
        return [
            {name: value for name, value in post.items() if name in wanted or not wanted} for post in posts
        ]

    def _post(self, entry: Entry) -> dict[str, Any]:
        article = self._article_at(entry.url)
        time = stamp(article)[:19] if article else f"{entry.day}T10:00:00"
        in_utc = dt.datetime.fromisoformat(time) - dt.timedelta(hours=7)
        link = entry.url.replace("https:", "http:") if article and article.id % 10 == 1 else entry.url
        return {
            "id": article.id if article else 399_000,
            "date": time,
            "date_gmt": in_utc.isoformat(),
            "modified_gmt": entry.modified.replace(tzinfo=None).isoformat(),
            "slug": article.slug if article else "",
            "status": "publish",
            "type": "post",
            "link": link,
            "title": {"rendered": escape(entry.title).replace("-", "&#45;")},
        }

    def _feed(self) -> str:
        items = [
            f"<item><title>{escape(each.title)}</title><link>{each.url}</link>"
            f"<pubDate>{format_datetime(each.modified)}</pubDate></item>"
            for each in self.entries()[:_NEWEST]
        ]
        return (
            '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Suara Tiga</title>'
            f"<link>https://{HOST}/</link><description>Berita</description>{''.join(items)}</channel></rss>"
        )


def _refused(code: str, message: str) -> Answer:
    answer = page(json.dumps({"code": code, "message": message, "data": {"status": 400}}), status=400)
    answer.kind = JSON
    return answer
