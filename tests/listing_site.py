"""A small site in memory, that answers and remembers what it was asked."""

from extractor.fetching.listings.found import Answer
from extractor.fetching.listings.walk import walk


class Site:
    """Pages by address; what is not there is None. `moved` leads one address to another."""

    def __init__(self, pages, headers=None, moved=None):
        self.pages = pages
        self.headers = headers or {}
        self.moved = moved or {}
        self.asked = []

    def __call__(self, url):
        self.asked.append(url)
        final = self.moved.get(url, url)
        body = self.pages.get(final)
        if body is None:
            return None
        return Answer(final, body if isinstance(body, bytes) else body.encode(), self.headers.get(url, {}))


def index(*links):
    """An index page with furniture around its links; a link is "address title"."""
    items = "".join(
        f'<li class="item"><a href="{url}">{title}</a></li>'
        for url, _, title in (link.partition(" ") for link in links)
    )
    return (
        '<!DOCTYPE html><html><body><nav><a href="/">Beranda</a> <a href="/terpopuler/">Populer</a></nav>'
        f"<ul>{items}</ul></body></html>"
    )


def walked(listing, site, today, *, query="e-KTP", since=None, until=None, host="contoh.id", zone=None):
    """The links of a walk, and what it noted."""
    notes = []
    links = walk(
        listing,
        site,
        query=query,
        since=since,
        until=until,
        today=today,
        host=host,
        zone=zone,
        note=notes.append,
    )
    return list(links), notes


def urls(links):
    """The addresses of links."""
    return [found.url for found in links]


def numbered(*numbers):
    """An index page that links numbered articles."""
    return index(*(f"/read/{number} Berita {number}" for number in numbers))


def read(*numbers):
    """The addresses of numbered articles."""
    return [f"https://contoh.id/read/{number}" for number in numbers]
