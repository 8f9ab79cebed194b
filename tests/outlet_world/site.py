"""What the three test outlets have in common: articles with versions, troubles, traps, and one way to answer."""

from __future__ import annotations

import datetime as dt
import itertools
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tests.outlet_world.answers import Answer, Ask, not_found, redirect
from tests.outlet_world.articles import Article
from tests.outlet_world.faults import Fault, dealt, troubled
from tests.outlet_world.traps import Trap

ELSEWHERE = ("iklan-luar.test", "palsu-kabar-satu.test", "bukan-radar-dua.test")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a listing."""

    url: str
    title: str
    day: dt.date
    modified: dt.datetime


class Site:
    """An outlet on its hosts. What differs between outlets is in the methods that raise here."""

    title: str
    host: str
    mirrors: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()  # paths that robots.txt disallows, in its own notation
    troubles: tuple[tuple[str, int | None], ...] = ()

    def __init__(self, articles: Sequence[Article], *, faults: bool, over: threading.Event) -> None:
        self.articles = {article.id: article for article in articles}
        self.faulty = faults
        self.unchanged = True
        self._versions: Counter[int] = Counter()
        self._answers = itertools.count()
        self._lock = threading.Lock()
        allowed = [article.id for article in self.allowed()]
        self.faults: dict[int, Fault] = dealt(self.troubles, allowed) if faults else {}
        self.traps = {trap.path: trap for trap in self.made_traps(over)} if faults else {}
        self.moved = {
            self.old_path(self.articles[number]): number
            for number, fault in self.faults.items()
            if fault.kind == "moved"
        }

    def address(self, article: Article) -> str:
        """The canonical address of an article."""
        raise NotImplementedError

    def old_path(self, article: Article) -> str:
        """Where an article was before it moved."""
        raise NotImplementedError

    def is_closed(self, article: Article) -> bool:
        """Whether robots.txt disallows the article."""
        return False

    def made_traps(self, over: threading.Event) -> Iterator[Trap]:
        """The addresses at which no article is."""
        raise NotImplementedError

    def robots(self) -> Answer:
        """The outlet's robots.txt."""
        raise NotImplementedError

    def listing(self, ask: Ask) -> Answer | None:
        """A feed, sitemap, index or the like; None where the path is none."""
        raise NotImplementedError

    def shown(self, ask: Ask) -> Answer | None:
        """The page of an article, under whichever of its addresses; None where the path is none."""
        raise NotImplementedError

    @property
    def hosts(self) -> tuple[str, ...]:
        """The canonical host and the mirrors."""
        return (self.host, *self.mirrors)

    def allowed(self) -> list[Article]:
        """The articles about KTP that robots.txt allows."""
        return [each for each in self.articles.values() if each.about_ktp and not self.is_closed(each)]

    def change(self, number: int, unrecorded: int) -> None:
        """Another number in one article, which gets a new ETag and a later date."""
        self.articles[number] = self.articles[number].retold(unrecorded)
        self._versions[number] += 1

    def answer(self, ask: Ask) -> Answer:
        """The answer to a request, with its trouble if it has one now."""
        if ask.path == "/robots.txt":
            return self.robots()
        if ask.path in self.traps:
            return self.traps[ask.path].answer()
        if ask.path in self.moved:
            return redirect(self.address(self.articles[self.moved[ask.path]]))
        answer = self.listing(ask) or self.shown(ask) or not_found()
        return self._troubled(answer if self.unchanged else self._renewed(answer))

    def _troubled(self, answer: Answer) -> Answer:
        fault = self.faults.get(answer.article or 0)
        if fault is None or answer.status != 200:
            return answer
        with self._lock:
            strikes = fault.strike()
        return troubled(fault.kind, answer) if strikes else answer

    def _renewed(self, answer: Answer) -> Answer:
        if answer.etag is None and answer.modified is None:
            return answer
        now = dt.datetime.now(dt.UTC).replace(microsecond=0)
        return replace(answer, etag=f'"new-{next(self._answers)}"', modified=now)

    def modified(self, article: Article) -> dt.datetime:
        """When the article was last changed."""
        published = dt.datetime.combine(article.day, dt.time(10), dt.UTC)
        return published + dt.timedelta(days=self._versions[article.id])

    def page_of(self, article: Article, html: str, *, page: int = 1, variant: str = "") -> Answer:
        """A page of an article: most have both validators, some one of them."""
        etag = f'"{article.id}-{self._versions[article.id]}-{page}{variant}"'
        return Answer(
            html.encode(),
            article=article.id,
            page=page,
            etag=None if article.id % 7 == 0 else etag,
            modified=None if article.id % 5 == 0 and article.id % 7 else self.modified(article),
        )

    def entries(self) -> list[Entry]:
        """All that the listings show, newest first: articles where they were last known, and traps."""
        old = {number: f"https://{self.host}{path}" for path, number in self.moved.items()}
        found = [
            Entry(old.get(each.id, self.address(each)), each.title, each.day, self.modified(each))
            for each in self.articles.values()
        ]
        for trap in self.traps.values():
            time = dt.datetime.combine(trap.day, dt.time(10), dt.UTC)
            found.append(Entry(f"https://{self.host}{trap.path}", trap.title, trap.day, time))
        return sorted(found, key=lambda entry: (entry.day, entry.url), reverse=True)


class Elsewhere:
    """Hosts that no outlet owns; they would answer, so that a request to them shows that a link was followed."""

    hosts = ELSEWHERE

    def answer(self, ask: Ask) -> Answer:
        """An article on KTP under any address."""
        title = "9.999 Warga Belum Rekam e-KTP"
        return Answer(f"<!DOCTYPE html><title>{title}</title><h1>{title}</h1><p>{title}.</p>".encode())
