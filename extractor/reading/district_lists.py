"""Districts: after a kind word, along the list it begins, and bare inside the article's regencies."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.reading.capitals import Run
from extractor.reading.district_chains import DistrictChains, Item, rooms_of
from extractor.reading.district_names import HEAD, SHORTEST, bare_names, cut_short, exact, meant, similar
from extractor.reading.district_spellings import by_initials, small_before, small_behind
from extractor.reading.gazetteer import (
    LONGEST_NAME,
    district_index,
    districts_of,
    key,
    names,
    parent,
)
from extractor.reading.mentions import PlaceMention
from extractor.reading.place_scan import Opening
from extractor.reading.place_words import contexts, kind_words, opens
from extractor.reading.wording import phrases

_SLIP_WORDS = 3  # of a run that may be one misspelt name
_COUNT = re.compile(r"[^.\n\d]{0,48}+\d")
_PARAGRAPH = 3000  # characters in which the begin of a paragraph is looked for
_NO_NAMES = frozenset(phrases("days of the week"))
_MONTH_AFTER = re.compile(r" (?:19|20)\d\d\b")


@dataclass(slots=True)
class Found:
    """Districts and names after a kind word that no table holds ("Desa Sukamaju")."""

    mentions: list[PlaceMention] = field(default_factory=list)
    unresolved: list[PlaceMention] = field(default_factory=list)


class DistrictReader:
    """Reads the districts of one article, once its regencies are known."""

    def __init__(
        self,
        text: str,
        runs: Sequence[Run],
        openings: Sequence[Opening],
        units: Sequence[PlaceMention],
        about: Sequence[str],
    ) -> None:
        self.text = text
        self.runs = runs
        self.openings = openings
        self.units = [unit for unit in units if unit.source == "text"]
        self.datelines = [unit for unit in units if unit.source == "dateline"]
        self.starts = [unit.start for unit in self.units]
        self.about = list(about)
        self.named: dict[str, str] = {}  # key -> code, named with a kind word
        self.unresolved: list[PlaceMention] = []
        everywhere = [code for unit in self.units[:200] for code in unit.codes if len(code) == 5]
        self.elsewhere = list(dict.fromkeys(everywhere))

    def read(self) -> Found:
        """Districts in text order, and the names that no table holds."""
        items = self._after_kind_words()
        rooms = rooms_of(self.text)
        own = [parent(item.codes[0]) or "" for item in items if len(item.codes) == 1]
        regencies = list(dict.fromkeys(self.about + own))
        if regencies:
            items = self._merge(items, self._bare(regencies, slips=bool(rooms)))
        mentions = [
            PlaceMention(i.start, i.end, list(i.codes), len(i.codes) == 1, kind="district")
            for i in DistrictChains(self.text, self.named, rooms).accepted(items)
        ]
        taken = [(mention.start, mention.end) for mention in mentions]
        unresolved = [  # "Dusun" may be a district's name, not the kind of a hamlet
            name for name in self.unresolved if not any(s <= name.start and name.end <= e for s, e in taken)
        ]
        return Found(mentions, unresolved)

    # after a kind word

    def _after_kind_words(self) -> list[Item]:
        found: list[Item] = []
        for opening in self.openings:
            name = opening.run[opening.at].text
            if opening.former or name in _NO_NAMES:
                continue
            if opening.kind.level == "district":
                self._take_district(found, opening)
            elif name.lower() not in kind_words() and name not in contexts("village"):
                end = opening.run[opening.at].end
                self.unresolved.append(PlaceMention(opening.start, end, [], False, kind="village"))
        return found

    def _take_district(self, found: list[Item], opening: Opening) -> None:
        run, at = opening.run, opening.at
        hit = self._look_up(run[at : at + LONGEST_NAME])
        if hit is None:
            word = run[at].text
            if (
                key(word) not in names()
                and word.lower() not in kind_words()
                and word not in contexts("village")
            ):
                self.unresolved.append(PlaceMention(opening.start, run[at].end, [], False, kind="district"))
            return
        length, joined, codes = hit
        end = run[at + length - 1].end
        item = Item(opening.start, end, joined, codes, anchored=True)
        item.counted = _COUNT.match(self.text, end) is not None
        found.append(item)
        if len(codes) == 1:
            self.named[joined] = codes[0]

    def _look_up(self, run: Run) -> tuple[int, str, list[str]] | None:
        """The district that begins a run: in the regency beside it, in the article's, else in the country."""
        regencies = self._regencies_near(run)
        for finder in (exact, similar, cut_short):
            hits = [finder(run, 0, districts_of(regency)) for regency in regencies]
            best = max((hit for hit in hits if hit is not None), key=lambda hit: hit[0], default=None)
            if best is not None:
                return best[0], best[1], [best[2]]
        code = by_initials(run[0].text, regencies)
        return (1, run[0].key, [code]) if code is not None else self._in_country(run)

    def _in_country(self, run: Run) -> tuple[int, str, list[str]] | None:
        joined, best = "", None
        for end in range(1, min(LONGEST_NAME, len(run)) + 1):
            joined += run[end - 1].key
            codes = district_index().get(joined)
            if codes is not None:
                best = (end, joined, codes)
        if best is None:
            return None
        provinces = {unit.codes[0][:2] for unit in self.units if unit.decided} | {c[:2] for c in self.about}
        near = [code for code in best[2] if code[:2] in provinces]
        return best[0], best[1], list(near or best[2])

    def _regencies_near(self, run: Run) -> list[str]:
        """Regency named right after, those named before in the paragraph, the article's, all others named."""
        here = run[0].start
        line = self.text.rfind("\n", max(0, here - _PARAGRAPH), here)
        at = bisect_right(self.starts, here)
        after = [
            u for u in self.units[at : at + 3] if u.start - here < 45 and "." not in self.text[here : u.start]
        ]
        before = [u for u in reversed(self.units[max(0, at - 6) : at]) if u.start > line]
        ranked: list[str] = []
        for unit in (*after, *before):
            ranked += [code for code in unit.codes if len(code) == 5]
        return list(dict.fromkeys(ranked + self.about + self.elsewhere))[:12]

    # bare names

    def _bare(self, regencies: Sequence[str], slips: bool) -> list[Item]:
        """Names of the regencies' districts without kind word, misspelt ones only where `slips`."""
        own = tuple(regencies[:4])
        table = bare_names(own)
        codes, heads = table.codes, table.heads
        initials = table.by_initial if slips else {}
        found: list[Item] = []
        for run in self.runs:
            free = 0  # the first word behind the last name
            last = len(run) - 1
            for at, word in enumerate(run):
                if at < free:
                    continue
                first = word.key
                begins = first[:HEAD] in heads
                hit = exact(run, at, codes) if begins or len(first) < HEAD else None
                if hit is None and at == 0 and last < _SLIP_WORDS and first[:1] in initials:
                    hit = self._slip(run, own)
                if hit is None:
                    alone = last == 0 and first in table.tails
                    small = small_before(self.text, word, table) if alone else None
                    if small is None and begins and at == last:
                        small = small_behind(self.text, word, codes)
                    if small is not None:
                        found.append(self._partly_small(*small))
                    continue
                item = self._item(run, at, hit)
                if all(item.end <= line.start or line.end <= item.start for line in self.datelines):
                    found.append(item)
                free = hit[0]
        return found

    def _partly_small(self, start: int, end: int, joined: str, code: str) -> Item:
        item = Item(start, end, joined, [code], unit=self._unit_at(start, end))
        item.counted = _COUNT.match(self.text, end) is not None
        return item

    def _slip(self, run: Run, regencies: tuple[str, ...]) -> tuple[int, str, str] | None:
        """A misspelt name: the whole run, before a count, and no unit."""
        joined = run[0].key if len(run) == 1 else "".join([word.key for word in run])
        code = meant(joined, regencies) if len(joined) >= SHORTEST - 1 else None
        if code is None or not _COUNT.match(self.text, run[-1].end):
            return None
        return None if self._unit_at(run[0].start, run[-1].end) else (len(run), joined, code)

    def _item(self, run: Run, at: int, hit: tuple[int, str, str]) -> Item:
        end, joined, code = hit
        start, stop = run[at].start, run[end - 1].end
        item = Item(start, stop, joined, [code], unit=self._unit_at(start, stop))
        before = run[at - 1].text.lower() if at else ""
        item.crowded = end < len(run) or (at > 0 and before not in kind_words() and not opens(before))
        item.counted = _COUNT.match(self.text, stop) is not None and not _MONTH_AFTER.match(self.text, stop)
        return item

    def _unit_at(self, start: int, end: int) -> PlaceMention | None:
        at = bisect_right(self.starts, end - 1) - 1
        unit = self.units[at] if at >= 0 else None
        return unit if unit is not None and unit.end > start else None

    @staticmethod
    def _merge(anchored: list[Item], bare: list[Item]) -> list[Item]:
        merged: list[Item] = []
        for item in sorted(anchored + bare, key=lambda i: (i.start, not i.anchored)):
            if not merged or item.start >= merged[-1].end:
                merged.append(item)
        return merged
