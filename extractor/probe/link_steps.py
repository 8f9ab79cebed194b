"""What one page of a listing says by itself: that it may be asked, that it lists articles, that they are new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from extractor.fetching.listings.found import Found
from extractor.outlets.article_key import is_article
from extractor.outlets.outlet import Outlet
from extractor.probe.asking import Asking
from extractor.probe.listed import Listed, counted, without_article
from extractor.probe.verdict import Judged

_ARTICLES = 0.5  # of the links; beside the articles a site may list rubrics and adverts
_NEW = dt.timedelta(days=7)


def may_be_asked(asking: Asking, url: str) -> Judged:
    """Whether robots.txt allows an address; where it does not, the client's reason."""
    if asking.allowed(url):
        return True, "robots.txt allows it"
    return False, asking.get(url).trouble  # refused without a request


def are_articles(page: Listed, outlet: Outlet) -> Judged:
    """Whether the links of a listing are addresses of the outlet's articles."""
    if page.trouble:
        return False, page.trouble
    if not page.articles:
        return False, without_article(page)
    others = [each.url for each in page.links if not is_article(each.url, outlet)]
    told = f"{len(page.links) - len(others)} of {len(page.links)} links are articles of the outlet"
    enough = len(page.links) - len(others) >= _ARTICLES * len(page.links)
    return enough, f"{told}; not {others[0]}" if others else told


def are_new(page: Listed, today: dt.date) -> Judged:
    """Whether the newest article of a feed or sitemap is younger than 7 days."""
    if not page.articles:
        return False, page.trouble or without_article(page)
    newest = max(_days(page.articles.values()), default=None)
    if newest is None:
        return None, "no article is dated"
    return today - newest < _NEW, f"the newest of {counted(len(page.articles))} is of {newest}"


def are_there(page: Listed, when: str) -> Judged:
    """Whether a dated index lists articles; `when` is the day it is of."""
    if not page.articles:
        return False, f"{when}: {page.trouble or without_article(page)}"
    return True, f"{when}: {counted(len(page.articles))}"


def _days(articles: Iterable[Found]) -> Iterable[dt.date]:
    for each in articles:
        day = each.published or (each.changed.date() if each.changed else None)
        if day is not None:
            yield day
