"""Invented news on e-KTP recording, the same for the same seed; some on football and the weather beside it."""

from __future__ import annotations

import datetime as dt
import random
import re
from dataclasses import dataclass, replace

from tests.outlet_world import sentences

SINCE, UNTIL = dt.date(2018, 1, 1), dt.date(2026, 6, 30)
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_BUSY = 0.35  # of the articles come on one of a few days, so that a day's index has several pages
_OTHER = 6  # every so many articles one is not about KTP
_WRONG = 9  # every so many articles one has numbers that do not add up


@dataclass(frozen=True, slots=True)
class Regency:
    """A real regency: its code, its name, the town of its offices, its population in thousands."""

    code: str
    name: str
    seat: str
    thousands: int

    @property
    def short(self) -> str:
        return self.name.removeprefix("Kabupaten ")


REGENCIES = (
    Regency("33.19", "Kabupaten Kudus", "Kudus", 878),
    Regency("33.20", "Kabupaten Jepara", "Jepara", 1284),
    Regency("33.21", "Kabupaten Demak", "Demak", 1254),
    Regency("33.24", "Kabupaten Kendal", "Kendal", 1094),
    Regency("33.07", "Kabupaten Wonosobo", "Wonosobo", 946),
    Regency("33.14", "Kabupaten Sragen", "Sragen", 1024),
    Regency("33.16", "Kabupaten Blora", "Blora", 928),
    Regency("33.17", "Kabupaten Rembang", "Rembang", 666),
    Regency("35.23", "Kabupaten Tuban", "Tuban", 1266),
    Regency("35.24", "Kabupaten Lamongan", "Lamongan", 1368),
    Regency("35.21", "Kabupaten Ngawi", "Ngawi", 907),
    Regency("62.02", "Kabupaten Kotawaringin Timur", "Sampit", 455),
    Regency("62.06", "Kabupaten Katingan", "Kasongan", 182),
    Regency("62.03", "Kabupaten Kapuas", "Kuala Kapuas", 418),
    Regency("63.09", "Kabupaten Tabalong", "Tanjung", 268),
    Regency("64.01", "Kabupaten Paser", "Tanah Grogot", 310),
    Regency("61.01", "Kabupaten Sambas", "Sambas", 651),
    Regency("61.04", "Kabupaten Ketapang", "Ketapang", 584),
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What an article tells of one regency; the parts of a few do not add up to the whole."""

    regency: Regency
    obliged: int
    recorded: int
    unrecorded: int

    @property
    def adds_up(self) -> bool:
        return self.recorded + self.unrecorded == self.obliged


@dataclass(frozen=True, slots=True)
class Article:
    """One article; its numbers stand in `figures`, which one that is not about KTP has none of."""

    id: int
    slug: str
    day: dt.date
    title: str
    paragraphs: tuple[str, ...]
    about_ktp: bool
    figures: Figures | None
    seed: int = 0

    def retold(self, unrecorded: int) -> Article:
        """The same article at the same address with another number of those not recorded."""
        assert self.figures is not None
        figures = replace(self.figures, unrecorded=unrecorded, recorded=self.figures.obliged - unrecorded)
        title, paragraphs = _told(self.id, self.seed, self.day, figures)
        return replace(self, title=title, paragraphs=paragraphs, figures=figures)


def plain_text(article: Article) -> str:
    """The article as a file has it: title, empty line, paragraphs."""
    return "\n".join((article.title, "", *article.paragraphs)) + "\n"


def compose(
    count: int, *, seed: int = 0, first_id: int = 1, since: dt.date = SINCE, until: dt.date = UNTIL
) -> list[Article]:
    """So many articles, oldest first, with rising ids; the same for the same arguments."""
    source = random.Random(f"{seed}/{first_id}")
    days = _days(source, count, since, until)
    made = [_article(first_id + at, seed, day, at) for at, day in enumerate(days)]
    return _with_slugs_apart(made)


def printed(number: int) -> str:
    """A number as the press prints it: 12.345."""
    return f"{number:,}".replace(",", ".")


def slug_of(title: str) -> str:
    """The title as a piece of an address."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def long_day(day: dt.date) -> str:
    """A day as an outlet prints it above an article: "Selasa, 5 Maret 2019"."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def _days(source: random.Random, count: int, since: dt.date, until: dt.date) -> list[dt.date]:
    span = (until - since).days + 1
    busy = [since + dt.timedelta(source.randrange(span)) for _ in range(max(count // 30, 1))]
    chosen = []
    for _ in range(count):
        free = since + dt.timedelta(source.randrange(span))
        chosen.append(source.choice(busy) if source.random() < _BUSY else free)
    return sorted(chosen)


def _article(number: int, seed: int, day: dt.date, at: int) -> Article:
    if at % _OTHER == _OTHER - 1:
        title, paragraphs = _other(number, seed, day)
        return Article(number, slug_of(title), day, title, paragraphs, False, None, seed)
    figures = _figures(random.Random(f"figures {seed}/{number}"), at)
    title, paragraphs = _told(number, seed, day, figures)
    return Article(number, slug_of(title), day, title, paragraphs, True, figures, seed)


def _figures(source: random.Random, at: int) -> Figures:
    regency = source.choice(REGENCIES)
    obliged = int(regency.thousands * 1000 * source.uniform(0.68, 0.76)) + source.randrange(1000)
    unrecorded = int(obliged * source.uniform(0.003, 0.09)) + 1
    slip = source.randrange(2_000, 4_000) if at % _WRONG == _WRONG - 1 else 0
    return Figures(regency, obliged, obliged - unrecorded - slip, unrecorded)


def _told(number: int, seed: int, day: dt.date, figures: Figures) -> tuple[str, tuple[str, ...]]:
    source = random.Random(f"words {seed}/{number}")
    words = _words(day, figures)
    title = source.choice(sentences.TITLES)
    parts = [source.choice(each) for each in (sentences.LEADS, sentences.TOTALS, sentences.SHARES)]
    more = (sentences.QUOTES, sentences.CAUSES, sentences.SERVICES, sentences.APPEALS, sentences.QUOTES)
    for each in more[: source.randint(1, len(more))]:
        parts.append(source.choice([sentence for sentence in each if sentence not in parts]))
    parts[0] = "{datum} – " + parts[0]
    return title.format(**words), tuple(part.format(**words) for part in parts)


def _words(day: dt.date, figures: Figures) -> dict[str, str]:
    last = day.replace(day=1) - dt.timedelta(1)
    return {
        "kab": figures.regency.name,
        "nama": figures.regency.short,
        "kota": figures.regency.seat,
        "datum": figures.regency.seat.upper(),
        "wajib": printed(figures.obliged),
        "sudah": printed(figures.recorded),
        "belum": printed(figures.unrecorded),
        "persen": f"{100 * figures.recorded / figures.obliged:.2f}".replace(".", ","),
        "hari": f"{WEEKDAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})",
        "akhir": f"akhir {MONTHS[last.month - 1]} {last.year}",
    }


def _other(number: int, seed: int, day: dt.date) -> tuple[str, tuple[str, ...]]:
    source = random.Random(f"other {seed}/{number}")
    at = source.randrange(len(sentences.OTHER_TITLES))
    regency = source.choice(REGENCIES)
    words = {
        "kab": regency.name,
        "nama": regency.short,
        "kota": regency.seat,
        "hari": f"{WEEKDAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})",
        "a": str(source.randint(2, 5)),
        "b": str(source.randint(0, 1)),
        "c": str(source.randint(12, 48)),
        "d": printed(source.randint(1_100, 9_900)),
    }
    paragraphs = tuple(each.format(**words) for each in sentences.OTHER_PARAGRAPHS[at])
    return sentences.OTHER_TITLES[at].format(**words), paragraphs


def _with_slugs_apart(articles: list[Article]) -> list[Article]:
    seen: dict[str, int] = {}
    apart = []
    for article in articles:
        seen[article.slug] = seen.get(article.slug, 0) + 1
        again = seen[article.slug]
        apart.append(article if again == 1 else replace(article, slug=f"{article.slug}-{again}"))
    return apart
