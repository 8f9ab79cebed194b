"""Names that may be districts, in the chains in which they stand: which of them are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.reading.capitals import word_before
from extractor.reading.district_names import SHORTEST
from extractor.reading.gazetteer import is_kota, list_only_districts, names, parent
from extractor.reading.mentions import PlaceMention
from extractor.reading.place_words import SPOKEN, kind_words, locatives
from extractor.reading.wording import any_of, phrases
from extractor.typography import in_lower_case

_LINK = 90  # longest stretch between two items of a list
_LINK_WORDS = 9
_COUNTED = re.compile(rf"[ ,:(]{{1,3}}(?:{any_of('before a listed count')} )?\d")
_WORDS = re.compile(r"[^\W\d_]+")
_SENTENCE_ENDS = re.compile(r"(?:[.!?][”\"]?\s+|\n)[“\"]?$")
_ROOM_WORDS = ("camat", "distrik", "kapanewon", "kemantren")  # "kecamatan" holds "camat"
_PARAGRAPH = 3000  # characters in which the ends of a paragraph are looked for
_CAPITAL_TOWN = re.compile(
    rf"(?:,| {any_of('as')})+ (?:{any_of('being a capital')} )?{any_of('capital town')}"
)
_IS_DISTRICT = re.compile(
    rf"(?:,\s+(?:{any_of('as')}\s+)?|\s+{any_of('as')}\s+){any_of('district')}\s+{any_of('described as')}(?![^\W_])"
)
_POINTED_AT = re.compile(
    rf"[^.!?\n]{{0,80}}[.!?,:][”\"]? +(?:di\s+)?{any_of('district')}(?:\s+[^\W\d]+){{0,6}}?"
    rf"\s+{any_of('that', 'this')}(?![^\W_])",
    re.IGNORECASE,
)
_GOES_ON_THERE = re.compile(
    rf"[^.!?\n\d]{{0,120}}[.!?,][”\"]? +(?:di\s+)?{any_of('there')}\s[^.,;\n\d]{{0,40}}\d", re.IGNORECASE
)
_TOLD_OF = re.compile(rf" {any_of('told of a district')}(?![^\W_])")
_ROW = 2  # districts beside a name that make it one of theirs
_ONLY_A_COUNT = re.compile(
    rf"[ (]{{0,2}}(?:{any_of('before a listed count')} )?\d[\d.]*\)?(?: [a-z-]+)?"
    rf"(?:,| dan|, dan|;)\s(?:{any_of('next of a ranking')} )?"
)
_ROW_OPENS = re.compile(rf"(?:[:“\"]|{any_of('district')},|{any_of('opening a list')})\s*$", re.IGNORECASE)
_NEXT = frozenset(phrases("next of a ranking"))


@dataclass(slots=True)
class Item:
    """A name that may be a district; `anchored` by a kind word of its own."""

    start: int
    end: int
    key: str
    codes: list[str]
    anchored: bool = False
    crowded: bool = False
    counted: bool = False
    unit: PlaceMention | None = None  # the unit of the same words


def rooms_of(text: str) -> list[int]:
    """Where the text speaks of districts or their heads."""
    found: list[int] = []
    lowered = in_lower_case(text)
    for word in _ROOM_WORDS:
        at = lowered.find(word)
        while at >= 0:
            found.append(at)
            at = lowered.find(word, at + len(word))
    return sorted(found)


class DistrictChains:
    """Decides which names of an article are districts.

    `named` are the districts that the text names with a kind word, code by key; `rooms` are the offsets where it
    speaks of districts.
    """

    def __init__(self, text: str, named: Mapping[str, str], rooms: Sequence[int]) -> None:
        self.text = text
        self.named = named
        self.rooms = rooms

    def accepted(self, items: Sequence[Item]) -> list[Item]:
        """Those of `items`, which are in text order, that are districts."""
        kept: list[Item] = []
        for chain in self._chains(items):
            kept += self._accept_chain(chain)
        return kept

    def _chains(self, items: Sequence[Item]) -> list[list[Item]]:
        chains: list[list[Item]] = []
        for item in items:
            if chains and self._linked(chains[-1][-1], item):
                chains[-1].append(item)
            else:
                chains.append([item])
        return chains

    def _linked(self, one: Item, other: Item) -> bool:
        if not 0 < other.start - one.end <= _LINK:
            return False
        gap = self.text[one.end : other.start]
        if "\n\n" in gap or len(_WORDS.findall(gap)) > _LINK_WORDS:
            return False
        return ". " not in gap or len(gap) <= 40

    def _accept_chain(self, chain: list[Item]) -> list[Item]:
        anchored = any(item.anchored for item in chain)
        counted = sum(item.counted for item in chain)
        kept: list[Item] = []
        listed = anchored or counted >= 2 or (counted == 1 and bool(self.rooms))
        for place, item in enumerate(chain):
            alone = item.unit is None or self._longer(item, item.unit)
            if (
                item.anchored
                or (alone and self._bare_counts(item, chain, listed))
                or (alone and self._joined(kept, item))
                or (item.unit is not None and self._district_wins(chain, place, anchored, listed))
            ):
                kept.append(item)
        return kept

    def _joined(self, kept: Sequence[Item], item: Item) -> bool:
        """Whether it is told in one breath with the district before it: "Ratatotok dan Belang"."""
        return bool(kept) and not item.crowded and self.text[kept[-1].end : item.start] == " dan "

    def _longer(self, item: Item, unit: PlaceMention) -> bool:
        """Whether a unit's name is only a part of a district's: "Mimika Baru", "Way Jepara" of Lampung Timur."""
        if unit.kind is not None or item.start > unit.start or item.end < unit.end:
            return False
        if item.start < unit.start:
            return True
        return self.text[unit.end + 1 : item.end][:1].isupper()  # "IKD di Mimika baru 4.127"

    def _bare_counts(self, item: Item, chain: list[Item], listed: bool) -> bool:
        if item.crowded:
            return False
        if item.key in self.named:
            return True
        common = item.key in list_only_districts()
        if len(item.key) >= SHORTEST and len(self.named) > 1 and _COUNTED.match(self.text, item.end):
            return True  # "Lalu, Delima 15.501 telah merekam" among districts
        if listed and (len(chain) > 1 or (item.counted and not common)):
            return True
        if common:
            return False
        return (
            self._room_near(item)
            or self._lived_in(item)
            or self._opens_sentence(item)
            or (len(chain) == 1 and _GOES_ON_THERE.match(self.text, item.end) is not None)
        )

    def _opens_sentence(self, item: Item) -> bool:
        """Whether it opens a sentence as its subject: "Metro Kibang rapi", of one word before what tells of a place."""
        if " " not in self.text[item.start : item.end] and _TOLD_OF.match(self.text, item.end) is None:
            return False
        return _SENTENCE_ENDS.search(self.text, max(0, item.start - 4), item.start) is not None

    def _lived_in(self, item: Item) -> bool:
        """Whether people live in it: "warga Delta Pawan", but not "katanya di Delta Pawan, Senin"."""
        if len(item.key) < SHORTEST - 1 or word_before(self.text, item.start).lower() not in locatives():
            return False
        return SPOKEN.match(self.text, item.end) is None

    def _room_near(self, item: Item) -> bool:
        """Whether the item's paragraph speaks of districts."""
        at = bisect_right(self.rooms, item.start)
        left = self.text.rfind("\n", max(0, item.start - _PARAGRAPH), item.start)
        before = at > 0 and self.rooms[at - 1] > left
        if before or at == len(self.rooms):
            return before
        return "\n" not in self.text[item.end : self.rooms[at]] if self.rooms[at] - item.end < 600 else False

    def _district_wins(self, chain: list[Item], place: int, anchored: bool, listed: bool) -> bool:
        """Whether words that also name a unit mean the district: a further item of a list of districts."""
        item = chain[place]
        unit = item.unit
        if unit is not None and self._is_town(item, unit):
            return not item.crowded and (len(chain) > 1 or len(self.named) > 1)
        if unit is not None and unit.kind is None and _IS_DISTRICT.match(self.text, item.end):
            return not item.crowded  # "Tanah Grogot, kecamatan tempat ibu kota kabupaten berada, 6.218 orang"
        if unit is not None and unit.kind is None and _CAPITAL_TOWN.match(self.text, item.end):
            return not item.crowded
        if (
            unit is not None
            and unit.kind is None
            and len(chain) == 1
            and _POINTED_AT.match(self.text, item.end)
        ):
            return not item.crowded  # "Mentok menyumbang terbanyak. Di kecamatan ini saja 4.902 warga belum"
        if unit is None or unit.kind in ("kabupaten", "kota", "province") or len(chain) < 2 or item.crowded:
            return False
        if word_before(self.text, item.start).lower() in kind_words():
            return False
        seat_only = not names()[item.key].codes if item.key in names() else True
        follows = word_before(self.text, item.start).lower() in _NEXT
        if item.counted and (
            (follows and self._heads_districts(chain[place:]))
            or self._among_districts(chain, place)
            or self._in_a_row(chain, place)
        ):
            return True
        if not anchored:
            return seat_only and listed and item.counted
        return (place > 0 or seat_only) and not self._tells_parent(chain, place)

    @staticmethod
    def _heads_districts(chain: list[Item]) -> bool:
        """Whether districts of the regency of its name follow: "Menyusul Dompu 3.214, Pekat 2.655, Kempo 1.218"."""
        unit = chain[0].unit
        counted = [
            item
            for item in chain[1:]
            if item.counted and parent(item.codes[0]) in (unit.codes if unit else ())
        ]
        return len(counted) > 1

    @staticmethod
    def _among_districts(chain: list[Item], place: int) -> bool:
        """Whether it is counted among districts of one regency, in which a unit of its name elsewhere has no place.

        "Tebingtinggi sebanyak 5.845 orang, Rangsang Barat 835 orang" of Kepulauan Meranti.
        """
        item, unit = chain[place], chain[place].unit
        homes = {parent(each.codes[0]) for each in chain if each.unit is None and each.counted}
        home = parent(item.codes[0])
        return homes == {home} and unit is not None and home not in unit.codes

    def _in_a_row(self, chain: list[Item], place: int) -> bool:
        """Whether only counts part it from other districts: "Kertek 36.907, Kepil 32.815, Wonosobo 19.957"."""
        opens = _ROW_OPENS.search(self.text, max(0, chain[0].start - 16), chain[0].start) is not None
        others = self._row(chain[place::-1]) + self._row(chain[place:])
        return (others >= _ROW and (place > 0 or opens)) or (opens and others > 0)

    def _row(self, chain: Sequence[Item]) -> int:
        """How many districts that no unit shares its name with go on from the first item, counts between."""
        found = 0
        for one, other in pairwise(chain):
            start, end = sorted([(one.start, one.end), (other.start, other.end)])
            if not other.counted or _ONLY_A_COUNT.fullmatch(self.text, start[1], end[0]) is None:
                break
            found += other.unit is None
        return found

    def _is_town(self, item: Item, unit: PlaceMention) -> bool:
        """Whether "Kota X" is a district of a regency, as no city is called so: "Kota Kudus", "Kota Sigli"."""
        named_town = self.text.startswith(("Kota ", "KOTA ", "kota "), item.start)
        return named_town and unit.kind == "kota" and not any(map(is_kota, unit.codes))

    def _tells_parent(self, chain: list[Item], place: int) -> bool:
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
