"""Districts: after a kind word, along the list it begins, and bare inside the article's regencies."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.reading.capitals import Run, word_before
from extractor.reading.district_names import HEAD, SHORTEST, bare_names, cut_short, exact, meant, similar
from extractor.reading.district_spellings import by_initials, small_before, small_behind
from extractor.reading.gazetteer import (
    LONGEST_NAME,
    district_index,
    districts_of,
    is_kota,
    key,
    list_only_districts,
    names,
    parent,
)
from extractor.reading.mentions import PlaceMention
from extractor.reading.place_scan import Opening
from extractor.reading.place_words import SPOKEN, contexts, kind_words, locatives, opens
from extractor.reading.wording import any_of, phrases
from extractor.typography import in_lower_case

_LINK = 90  # longest stretch between two items of a list
_SLIP_WORDS = 3  # of a run that may be one misspelt name
_LINK_WORDS = 9
_COUNT = re.compile(r"[^.\n\d]{0,48}+\d")
_COUNTED = re.compile(rf"[ ,:(]{{1,3}}(?:{any_of('before a listed count')} )?\d")
_WORDS = re.compile(r"[^\W\d_]+")
_ROOM_WORDS = ("camat", "distrik", "kapanewon", "kemantren")  # "kecamatan" holds "camat"
_PARAGRAPH = 3000  # characters in which the ends of a paragraph are looked for
_CAPITAL_TOWN = re.compile(
    rf"(?:,| {any_of('as')})+ (?:{any_of('being a capital')} )?{any_of('capital town')}"
)
_IS_DISTRICT = re.compile(
    rf",\s+(?:{any_of('as')}\s+)?{any_of('district')}\s+{any_of('described as')}(?![^\W_])"
)
_NEXT = frozenset(phrases("next of a ranking"))
_NO_NAMES = frozenset(phrases("days of the week"))
_MONTH_AFTER = re.compile(r" (?:19|20)\d\d\b")


@dataclass(slots=True)
class Found:
    """Districts and names after a kind word that no table holds ("Desa Sukamaju")."""

    mentions: list[PlaceMention] = field(default_factory=list)
    unresolved: list[PlaceMention] = field(default_factory=list)


@dataclass(slots=True)
class _Item:
    """A name that may be a district; `anchored` by a kind word of its own."""

    start: int
    end: int
    key: str
    codes: list[str]
    anchored: bool = False
    crowded: bool = False
    counted: bool = False
    unit: PlaceMention | None = None  # the unit of the same words


def _rooms(text: str) -> list[int]:
    """Where the text speaks of districts or their heads."""
    found: list[int] = []
    lowered = in_lower_case(text)
    for word in _ROOM_WORDS:
        at = lowered.find(word)
        while at >= 0:
            found.append(at)
            at = lowered.find(word, at + len(word))
    return sorted(found)


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
        rooms = _rooms(self.text)
        own = [parent(item.codes[0]) or "" for item in items if len(item.codes) == 1]
        regencies = list(dict.fromkeys(self.about + own))
        if regencies:
            items = self._merge(items, self._bare(regencies, slips=bool(rooms)))
        mentions = [
            PlaceMention(i.start, i.end, list(i.codes), len(i.codes) == 1, kind="district")
            for i in self._accept(items, rooms)
        ]
        taken = [(mention.start, mention.end) for mention in mentions]
        unresolved = [  # "Dusun" may be a district's name, not the kind of a hamlet
            name for name in self.unresolved if not any(s <= name.start and name.end <= e for s, e in taken)
        ]
        return Found(mentions, unresolved)

    # after a kind word

    def _after_kind_words(self) -> list[_Item]:
        found: list[_Item] = []
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

    def _take_district(self, found: list[_Item], opening: Opening) -> None:
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
        item = _Item(opening.start, end, joined, codes, anchored=True)
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

    def _bare(self, regencies: Sequence[str], slips: bool) -> list[_Item]:
        """Names of the regencies' districts without kind word, misspelt ones only where `slips`."""
        own = tuple(regencies[:4])
        table = bare_names(own)
        codes, heads = table.codes, table.heads
        initials = table.by_initial if slips else {}
        found: list[_Item] = []
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
                    small = small_before(self.text, word, codes) if last == 0 else None
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

    def _partly_small(self, start: int, end: int, joined: str, code: str) -> _Item:
        item = _Item(start, end, joined, [code], unit=self._unit_at(start, end))
        item.counted = _COUNT.match(self.text, end) is not None
        return item

    def _slip(self, run: Run, regencies: tuple[str, ...]) -> tuple[int, str, str] | None:
        """A misspelt name: the whole run, before a count, and no unit."""
        joined = run[0].key if len(run) == 1 else "".join([word.key for word in run])
        code = meant(joined, regencies) if len(joined) >= SHORTEST - 1 else None
        if code is None or not _COUNT.match(self.text, run[-1].end):
            return None
        return None if self._unit_at(run[0].start, run[-1].end) else (len(run), joined, code)

    def _item(self, run: Run, at: int, hit: tuple[int, str, str]) -> _Item:
        end, joined, code = hit
        start, stop = run[at].start, run[end - 1].end
        item = _Item(start, stop, joined, [code], unit=self._unit_at(start, stop))
        before = run[at - 1].text.lower() if at else ""
        item.crowded = end < len(run) or (at > 0 and before not in kind_words() and not opens(before))
        item.counted = _COUNT.match(self.text, stop) is not None and not _MONTH_AFTER.match(self.text, stop)
        return item

    def _unit_at(self, start: int, end: int) -> PlaceMention | None:
        at = bisect_right(self.starts, end - 1) - 1
        unit = self.units[at] if at >= 0 else None
        return unit if unit is not None and unit.end > start else None

    @staticmethod
    def _merge(anchored: list[_Item], bare: list[_Item]) -> list[_Item]:
        merged: list[_Item] = []
        for item in sorted(anchored + bare, key=lambda i: (i.start, not i.anchored)):
            if not merged or item.start >= merged[-1].end:
                merged.append(item)
        return merged

    def _accept(self, items: list[_Item], rooms: list[int]) -> list[_Item]:
        kept: list[_Item] = []
        for chain in self._chains(items):
            kept += self._accept_chain(chain, rooms)
        return kept

    def _chains(self, items: list[_Item]) -> list[list[_Item]]:
        chains: list[list[_Item]] = []
        for item in items:
            if chains and self._linked(chains[-1][-1], item):
                chains[-1].append(item)
            else:
                chains.append([item])
        return chains

    def _linked(self, one: _Item, other: _Item) -> bool:
        if not 0 < other.start - one.end <= _LINK:
            return False
        gap = self.text[one.end : other.start]
        if "\n\n" in gap or len(_WORDS.findall(gap)) > _LINK_WORDS:
            return False
        return ". " not in gap or len(gap) <= 40

    def _accept_chain(self, chain: list[_Item], rooms: list[int]) -> list[_Item]:
        anchored = any(item.anchored for item in chain)
        counted = sum(item.counted for item in chain)
        kept: list[_Item] = []
        listed = anchored or counted >= 2 or (counted == 1 and bool(rooms))
        for place, item in enumerate(chain):
            alone = item.unit is None or self._longer(item, item.unit)
            if (
                item.anchored
                or (alone and self._bare_counts(item, chain, listed, rooms))
                or (item.unit is not None and self._district_wins(chain, place, anchored, listed))
            ):
                kept.append(item)
        return kept

    def _longer(self, item: _Item, unit: PlaceMention) -> bool:
        """Whether a district of the unit is named after it: "Mimika Baru" of Mimika."""
        home = parent(item.codes[0])
        if unit.kind is not None or item.start != unit.start or home not in unit.codes:
            return False
        return self.text[unit.end + 1 : item.end][:1].isupper()  # "IKD di Mimika baru 4.127"

    def _bare_counts(self, item: _Item, chain: list[_Item], listed: bool, rooms: list[int]) -> bool:
        if item.crowded:
            return False
        if item.key in self.named:
            return True
        common = item.key in list_only_districts()
        if len(item.key) >= SHORTEST and len(self.named) > 1 and _COUNTED.match(self.text, item.end):
            return True  # "Lalu, Delima 15.501 telah merekam" among districts
        if listed and (len(chain) > 1 or (item.counted and not common)):
            return True
        return not common and (self._room_near(item, rooms) or self._lived_in(item))

    def _lived_in(self, item: _Item) -> bool:
        """Whether people live in it: "warga Delta Pawan", but not "katanya di Delta Pawan, Senin"."""
        if len(item.key) < SHORTEST or word_before(self.text, item.start).lower() not in locatives():
            return False
        return SPOKEN.match(self.text, item.end) is None

    def _room_near(self, item: _Item, rooms: list[int]) -> bool:
        """Whether the item's paragraph speaks of districts."""
        at = bisect_right(rooms, item.start)
        left = self.text.rfind("\n", max(0, item.start - _PARAGRAPH), item.start)
        before = at > 0 and rooms[at - 1] > left
        if before or at == len(rooms):
            return before
        return "\n" not in self.text[item.end : rooms[at]] if rooms[at] - item.end < 600 else False

    def _district_wins(self, chain: list[_Item], place: int, anchored: bool, listed: bool) -> bool:
        """Whether words that also name a unit mean the district: a further item of a list of districts."""
        item = chain[place]
        unit = item.unit
        if unit is not None and self._is_town(item, unit):
            return not item.crowded and (len(chain) > 1 or len(self.named) > 1)
        if unit is not None and unit.kind is None and _IS_DISTRICT.match(self.text, item.end):
            return not item.crowded  # "Tanah Grogot, kecamatan tempat ibu kota kabupaten berada, 6.218 orang"
        if unit is not None and unit.kind is None and _CAPITAL_TOWN.match(self.text, item.end):
            return not item.crowded
        if unit is None or unit.kind in ("kabupaten", "kota", "province") or len(chain) < 2 or item.crowded:
            return False
        if word_before(self.text, item.start).lower() in kind_words():
            return False
        seat_only = not names()[item.key].codes if item.key in names() else True
        if item.counted and word_before(self.text, item.start).lower() in _NEXT:
            return self._heads_districts(chain[place:])
        if item.counted and self._among_districts(chain, place):
            return True
        if not anchored:
            return seat_only and listed and item.counted
        return (place > 0 or seat_only) and not self._tells_parent(chain, place)

    @staticmethod
    def _heads_districts(chain: list[_Item]) -> bool:
        """Whether districts of the regency of its name follow: "Menyusul Dompu 3.214, Pekat 2.655, Kempo 1.218"."""
        unit = chain[0].unit
        counted = [
            item
            for item in chain[1:]
            if item.counted and parent(item.codes[0]) in (unit.codes if unit else ())
        ]
        return len(counted) > 1

    @staticmethod
    def _among_districts(chain: list[_Item], place: int) -> bool:
        """Whether it is counted among districts of one regency, in which a unit of its name elsewhere has no place.

        "Tebingtinggi sebanyak 5.845 orang, Rangsang Barat 835 orang" of Kepulauan Meranti.
        """
        item, unit = chain[place], chain[place].unit
        homes = {parent(each.codes[0]) for each in chain if each.unit is None and each.counted}
        home = parent(item.codes[0])
        return homes == {home} and unit is not None and home not in unit.codes

    def _is_town(self, item: _Item, unit: PlaceMention) -> bool:
        """Whether "Kota X" is a district of a regency, as no city is called so: "Kota Kudus", "Kota Sigli"."""
        named_town = self.text.startswith(("Kota ", "KOTA ", "kota "), item.start)
        return named_town and unit.kind == "kota" and not any(map(is_kota, unit.codes))

    def _tells_parent(self, chain: list[_Item], place: int) -> bool:
        """Whether a regency's name only tells where the district lies: "Camat Jaten, Karanganyar"."""
        item, before = chain[place], chain[place - 1]
        unit = item.unit
        if place == 0 or unit is None or parent(before.codes[0]) not in unit.codes:
            return False
        if self.text[before.end : item.start] not in (", ", " ", " ("):
            return False
        if _COUNTED.match(self.text, item.end) and _COUNTED.match(self.text, before.end):
            return False  # "Jaten 310, Karanganyar 402"
        following = chain[place + 1] if place + 1 < len(chain) else None
        return following is None or self.text[item.end : following.start] not in (", ", ", dan ", " dan ")
