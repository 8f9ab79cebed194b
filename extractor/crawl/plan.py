"""What a crawl is to find, and how."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Plan:
    """One crawl. `kinds` are the kinds of listings to walk, all where empty.

    `refresh`: ask again for articles that are in the store, whether or not a listing says that they changed.
    """

    query: str
    today: dt.date
    since: dt.date | None = None
    until: dt.date | None = None
    kinds: frozenset[str] = frozenset()
    refresh: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the query."""
        return tuple(self.query.split())

    def holds(self, day: dt.date | None) -> bool:
        """Whether an article of that day is asked for; one without a day may be."""
        if day is None:
            return True
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Places:
    """The files of a store: the database, the folder of its archive, the folder of its HTTP caches."""

    database: Path

    @property
    def archive(self) -> Path:
        """Where the WARC segments are."""
        return self.database.with_name(self.database.name + ".warc")

    @property
    def caches(self) -> Path:
        """Where the caches of listings are, one file for each process."""
        return self.database.with_name(self.database.name + ".cache")
