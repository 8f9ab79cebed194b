"""The home area of an outlet, from its host name."""

from __future__ import annotations

from functools import lru_cache

from extractor.data import rows
from extractor.reading.gazetteer import is_kota, key, names

_SHORTEST = 5  # letters of a name looked for inside a host: shorter ones are chance
_IGNORED = ("metro", "jakarta.", "megapolitan")  # rubrics of national papers, not places


@lru_cache(maxsize=4096)
def outlet_homes(outlet: str) -> tuple[str, ...]:
    """Codes of the area that an outlet reports on, () where its host says nothing.

    `kuduskab.go.id` and `semarangkota.go.id` name the unit exactly; else the table of outlets, else the
    longest name inside the host. It is a filter for ambiguous names and a last resort, never a figure's place
    by itself: regional sites reprint each other (measured: right province for 45 of 50 hosts).
    """
    host = outlet.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.")
    table = {name: tuple(codes.split(",")) for name, codes, *_ in rows("places/outlets.tsv")}
    domain = host.partition("/")[0]
    while domain:
        for name in (host, domain):
            if name in table:
                return table[name]
        domain = domain.partition(".")[2]
    return _government(host) or _inside(host)


def _government(host: str) -> tuple[str, ...]:
    for label in host.partition("/")[0].split("."):
        for ending, kota in (("kab", False), ("kota", True)):
            entry = names().get(key(label.removesuffix(ending))) if label.endswith(ending) else None
            fitting = [c for c in entry.codes if len(c) == 5 and is_kota(c) == kota] if entry else []
            if len(fitting) == 1:
                return tuple(fitting)
    return ()


def _inside(host: str) -> tuple[str, ...]:
    for ignored in _IGNORED:
        host = host.replace(ignored, ".")
    best: tuple[int, tuple[str, ...]] = (0, ())
    for label in host.partition("/")[0].split(".")[:-1]:
        letters = key(label)[:40]
        for start in range(len(letters)):
            for end in range(start + _SHORTEST, len(letters) + 1):
                entry = names().get(letters[start:end])
                if entry is not None and entry.codes and not entry.rule and not entry.region:
                    best = max(best, (end - start, tuple(entry.codes)))
    return best[1]
