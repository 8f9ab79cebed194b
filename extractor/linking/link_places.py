"""Which place a number is about: beside it, in its sentence, carried over, or the article's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import cast

from extractor.linking import whole_part
from extractor.linking.clusters import Cluster
from extractor.linking.distance import Distance
from extractor.linking.place_beside import choose, in_turn, national, paired, shared
from extractor.linking.place_pointing import of_other_kind, points_back, points_there
from extractor.linking.place_size import REGENCY, Found, Raised, raised
from extractor.linking.place_subjects import headed, subjects_only, within
from extractor.linking.place_turns import (
    is_subject,
    kind_alone,
    names_levels,
    of_the_province,
    only_names,
    opens_paragraph,
    tells_extreme,
)
from extractor.linking.sentence import SentenceView
from extractor.reading.gazetteer import COUNTRY
from extractor.reading.mentions import PlaceMention
from extractor.reading.pipeline import Reading
from extractor.reading.places import level_of, to_place
from extractor.reading.wording import any_of, phrases, signs
from extractor.report import Place, PlaceSource

_MANY = 2
# A figure this large speaks of a place worth naming; a handful needs its own words.
_TELLING = 1000

_EACH_SIGNS = signs("each")


def _subject(reading: Reading, views: list[SentenceView]) -> list[str]:
    """What the article is about; a district only when title or lead name it."""
    main = list(reading.places.main)
    if len(main) < 2 or main[0].count(".") < 2:
        return main
    opening = [v for v in views if v.section in ("title", "lead")]
    if any(main[0] in place.codes for view in opening for place in view.places):
        return main
    return main[1:]


def _named_regencies(views: list[SentenceView]) -> list[str]:
    """The regencies and cities that the article names by kind, each once, in text order."""
    codes = [
        p.codes[0]
        for v in views
        for p in v.places
        if p.decided and p.kind in _REGENCIES and len(p.codes[0]) == 5
    ]
    return list(dict.fromkeys(codes))


# in lower case, and what stands before it is asked after its first letters: they are found without trying
_LOCAL = re.compile(rf"(?<![^\W_]){any_of('own office')}(?![^\W_])", re.IGNORECASE)
_ALL_OVER = re.compile(rf"se(?<![^\W_]se)[- ]?({any_of('regency', 'province')})(?![^\W_])")
_REGENCIES = frozenset(phrases("regency"))


_IN_ALL = re.compile(
    rf"(?<![^\W_])(?:{any_of('in all')}|se-?{any_of('regency', 'province')})(?![^\W_])", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def _place(codes: tuple[str, ...], source: PlaceSource) -> Place:
    """One object for equal places; nothing changes it once it is made."""
    return to_place(codes[0] if len(codes) == 1 else list(codes), source)


def _retold(cluster: Cluster) -> bool:
    """Whether the number is linked as another one told again."""
    return cluster.construction in ("repeat", "rounded-repeat")


def _closes_list(cluster: Cluster, view: SentenceView, named: Sequence[PlaceMention]) -> bool:
    """Whether a sum is that of several places with one number each, not of the numbers of the last."""
    before = [place for place in named if place.end <= cluster.start]
    own = [each for each in view.clusters if before and before[-1].end <= each.start < cluster.start]
    return len(before) > 1 and len(own) == 1


class PlaceBook:
    """The place of every cluster, decided in text order."""

    def __init__(self, reading: Reading, views: list[SentenceView], distance: Distance) -> None:
        self._text = reading.text
        self._main = _subject(reading, views)
        self._decided = reading.places.main_decided
        self._main_source = cast(PlaceSource, reading.places.main_source)
        self._chosen: dict[int, Found | None] = {}
        self._shared: dict[int, list[Found]] = {}  # all the places that share a number
        self._by_value: dict[object, Found] = {}
        self._beside: dict[object, Found] = {}  # the place that stands beside a number, by its value
        self._headed: list[Cluster] = []  # numbers of the title that have none beside them
        self._counted: Found | None = None  # the one place of the last sentence with numbers
        self._counted_in = -1
        self._announced: Found | None = None  # the one place that the sentence before singles out
        self._row: list[PlaceMention] = []  # the places of the last sentence that names any
        self._announced_in: int | None = None  # the paragraph beyond which that does not hold
        self._raised = Raised()
        self._regencies = _named_regencies(views)
        own = [code[:REGENCY] for code in self._main[:1] if len(code) >= REGENCY]
        self._over = self._regencies if len(self._regencies) > 1 else own  # what "di kabupaten" can mean
        self._turns = names_levels(self._text) or len(self._over) > 1
        self._with_numbers = {  # places that stand in a sentence with numbers
            p.codes[0] for v in views if v.clusters for p in v.places if p.decided and p.source == "text"
        }
        carried: Found | None = None
        paragraph = -1
        for view in views:
            if view.paragraph != paragraph:
                paragraph = view.paragraph
                if carried is not None and not points_there(view, self._text):
                    carried = None
            if view.clusters or view.places or self._turns:
                carried = self._settle(view, distance, carried)
        self._settle_titles()

    def _settle_titles(self) -> None:
        """A number of the title, or one that points back, is of the part of its place that stands beside it elsewhere.

        That part may be a village, which has no code: "Yang 17 orang itu" of "Desa Bale sebanyak 17 orang".
        """
        for cluster in self._headed:
            told, found = self._beside.get(cluster.quantities[0].value), self._chosen[id(cluster)]
            if not told or not found or len(found[0]) != 1:
                continue
            if not told[0] or (len(told[0]) == 1 and within(told[0][0], found[0][0])):
                self._chosen[id(cluster)] = (told[0], "anaphora")

    def of(self, cluster: Cluster) -> Place | None:
        """The place of `cluster`, or None when the article names none."""
        found = self._chosen.get(id(cluster))
        return _place(*found) if found is not None and found[0] else None

    def all_of(self, cluster: Cluster) -> list[Place | None]:
        """The places that share the number of `cluster`, in text order; mostly its only one."""
        row = self._shared.get(id(cluster), ())
        return [_place(*each) for each in row] if len(row) > 1 else [self.of(cluster)]

    def area(self, cluster: Cluster) -> str:
        """The code of the regency (or province) that `cluster` tells of or lies in, or nothing."""
        found = self._chosen.get(id(cluster))
        return found[0][0][:REGENCY] if found is not None and found[0] else ""

    def _codes(self, place: PlaceMention) -> tuple[str, ...]:
        if place.decided:
            return (place.codes[0],)
        if self._decided and self._main and self._main[0] in place.codes:
            return (self._main[0],)  # one sense per article
        return tuple(place.codes)

    def _own_place(self) -> tuple[str, ...]:
        """The article's own unit, or the pair of one name that it may be."""
        if self._decided or len(self._main) == 1:
            return (self._main[0],)
        kin = [code for code in self._main if level_of(code) == level_of(self._main[0])]
        return tuple(kin[:2])

    def _all_over(self, view: SentenceView) -> str | None:
        """The whole that "se-kabupaten" sets against the article's own part of it."""
        match = _ALL_OVER.search(view.lower) if self._main else None
        if match is None:
            return None
        length = 2 if match[1] == "provinsi" else REGENCY
        return self._main[0][:length] if len(self._main[0]) > length else None

    def _province_alone(self, view: SentenceView) -> str | None:
        """The province of the article's own place where the sentence speaks of that level: "di tingkat provinsi"."""
        if not self._main or len(self._main[0]) < REGENCY or "provinsi" not in view.lower:
            return None
        return self._main[0][:2] if of_the_province(view, self._text) else None

    def _narrower(self, codes: tuple[str, ...], view: SentenceView) -> bool:
        """Whether the paragraph goes on about one part of the article's place, and does not sum up."""
        if not self._main or len(codes) != 1 or not within(codes[0], self._main[0]):
            return False
        return _IN_ALL.search(self._text, view.start, view.end) is None

    def _wider(self, codes: tuple[str, ...]) -> bool:
        """Whether the passage turned to a wider unit than the article's own, or to its neighbour of equal level."""
        if not self._main or len(codes) != 1 or codes[0] == self._main[0]:
            return False
        code, main = codes[0], self._main[0]
        return code == COUNTRY or main.startswith(code + ".") or code.count(".") == main.count(".") == 1

    def _settle(self, view: SentenceView, distance: Distance, carried: Found | None) -> Found | None:
        named = subjects_only(view.places, self._text, self._main) if view.places else []
        last: Found | None = (
            (self._codes(headed(named, self._text) or named[-1]), "anaphora") if named else carried
        )
        if len(named) > _MANY:
            last = None  # after a list "wilayah itu" is no item of it
        before, self._row = self._row, named if view.places else self._row
        if not view.clusters:
            alone = kind_alone(view, self._text, self._over, turning=True) if self._turns else None
            self._announced_in = None
            self._announced = ((alone,), "anaphora") if alone is not None else self._singled_out(view, named)
            return last
        own, loose = self._own(view, named, before, distance)
        otherwise = turned = self._announced if self._announced_in in (None, view.paragraph) else None
        if otherwise is None or kind_alone(view, self._text, self._over) is not None:
            missing = not all(map(own.__contains__, map(id, view.clusters)))
            otherwise = self._otherwise(view, named, carried) if missing else None
        self._announced = None
        for cluster in view.clusters:
            found = own.get(id(cluster))
            stated = found is not None and id(cluster) not in loose
            self._chosen[id(cluster)] = self._taken(cluster, view, found, otherwise, stated=stated)
        places = {found[0] for c in view.clusters if (found := self._chosen[id(c)]) is not None}
        self._counted = (places.pop(), "anaphora") if len(places) == 1 else None
        self._counted_in = view.paragraph
        return last if named or turned is None else turned

    def _own(
        self, view: SentenceView, named: list[PlaceMention], before: list[PlaceMention], distance: Distance
    ) -> tuple[dict[int, Found], set[int]]:
        """The places that the sentence or the row `before` it gives its numbers; the second set as `_in_sentence`."""
        own, loose = self._in_sentence(view, named, distance) if named else ({}, set())
        if len(before) > 1 and not named and any(map(view.lower.__contains__, _EACH_SIGNS)):
            turns = in_turn(before, view, self._text)
            own = {cluster: (self._codes(place), "anaphora") for cluster, place in turns.items()}
        for cluster in view.clusters:
            if national(cluster, view, self._text):
                own[id(cluster)] = ((COUNTRY,), "text")
                loose.discard(id(cluster))
        return own, loose

    def _taken(
        self,
        cluster: Cluster,
        view: SentenceView,
        own: Found | None,
        otherwise: Found | None,
        *,
        stated: bool,
    ) -> Found | None:
        """The place of a number: its `own`, that of its value told before, else `otherwise`."""
        value = cluster.quantities[0].value
        found = own
        if not stated and (_retold(cluster) if found is None else value >= _TELLING):
            found = self._by_value.get(value, found)
        found = found or otherwise
        if found is None:
            return None
        if stated and cluster.indicator == "blanks":
            found = raised(cluster, found)  # nowhere lie more than people live
        elif not stated:
            found = self._raised.lifted(cluster, found, view.paragraph)
        self._by_value.setdefault(value, found)
        if stated:
            self._beside.setdefault(value, found)
        elif self._told_elsewhere(cluster, view):
            self._headed.append(cluster)
        return found

    def _told_elsewhere(self, cluster: Cluster, view: SentenceView) -> bool:
        """Whether a number may stand beside its place in another sentence."""
        telling = cluster.percent_only or cluster.quantities[0].value >= _TELLING
        return (view.section == "title" and telling) or whole_part.repeated(cluster, self._text)

    def _singled_out(self, view: SentenceView, named: list[PlaceMention]) -> Found | None:
        """The place that a sentence without numbers turns to, as the extreme or by opening its paragraph.

        "Yang terendah Halmahera Selatan. Dari …", "Di Kota Tegal, kepala dinas mengaku lega. Yang belum …".
        """
        if not named:
            return None
        codes = {self._codes(place) for place in named}
        if (
            opens_paragraph(view, named[0], self._text, self._with_numbers)
            and len(codes) == 1
            and not self._decided_main(codes)
        ):
            return codes.pop(), "anaphora"
        if len(codes) == 1 and is_subject(view, named[0], self._text):
            code = next(iter(codes))
            if self._narrower(code, view):
                self._announced_in = view.paragraph
                return code, "anaphora"
        if not (tells_extreme(view, self._text) or only_names(view, named, self._text)):
            return None
        narrower = [code for code in codes if self._narrower(code, view)]
        single = [code[0] for code in codes if len(code) == 1]
        wider = {(code,) for code in single if any(within(other, code) for other in single)}
        codes -= wider  # "dari enam daerah di Provinsi Gorontalo, Kota Gorontalo paling rajin"
        return (narrower[0], "anaphora") if len(narrower) == len(codes) == 1 else None

    def _decided_main(self, codes: set[tuple[str, ...]]) -> bool:
        return self._decided and (self._main[0],) in codes

    def _in_sentence(
        self, view: SentenceView, named: list[PlaceMention], distance: Distance
    ) -> tuple[dict[int, Found], set[int]]:
        """The places that the sentence itself gives its numbers; the second set holds those not beside theirs."""
        own: dict[int, Found] = {}
        loose: set[int] = set()
        in_villages = False
        respective = paired(view, self._text) if len(named) > 1 else {}
        for cluster in view.clusters:
            if id(cluster) in respective:
                own[id(cluster)] = (self._codes(respective[id(cluster)]), "text")
                continue
            if cluster.construction == "sum" and _closes_list(cluster, view, named):
                continue  # of all of them, not of the last
            place, beside = choose(view, named, cluster, distance, self._text)
            if place is None:
                continue
            if place.kind is None and in_villages:
                own[id(cluster)] = ((), "text")  # "Kelurahan Tegalkamulyan 214, Cilacap 187"
                continue
            in_villages = not place.codes
            own[id(cluster)] = (self._codes(place), "text")
            if not beside:
                loose.add(id(cluster))
            elif len(named) > 1 and place.end <= cluster.start:
                row = [self._codes(each) for each in shared(view, named, cluster, self._text)]
                if row:
                    self._shared[id(cluster)] = [(codes, "text") for codes in dict.fromkeys(row) if codes]
        for cluster in view.clusters:
            whole = cluster.whole
            if whole is not None and id(cluster) in own and id(whole) not in own:
                own[id(whole)] = self._by_value.get(whole.quantities[0].value) or own[id(cluster)]
            elif whole is not None and id(whole) in own and id(cluster) not in own:
                own[id(cluster)] = own[id(whole)]
        return own, loose

    def _otherwise(
        self, view: SentenceView, named: list[PlaceMention], carried: Found | None
    ) -> Found | None:
        """The place of numbers that the sentence gives none: carried over, else the article's own."""
        alone = kind_alone(view, self._text, self._over) or self._province_alone(view)
        if alone is not None:
            return ((alone,), "anaphora")
        over = self._all_over(view)
        if over is not None:
            return ((over,), "text")
        counted = self._counted if self._counted_in == view.paragraph else None
        if carried is not None:
            wider = (
                counted is not None
                and carried == counted
                and self._wider(counted[0])
                and not (carried[0] == (COUNTRY,) and _LOCAL.search(self._text, view.start, view.end))
            )
            if (wider or "anaphor" in view.kinds or points_back(view, self._text)) and not of_other_kind(
                view, carried[0], self._text
            ):
                return (carried[0], "anaphora")
        if counted is not None and not named and self._narrower(counted[0], view):
            return counted
        return (self._own_place(), self._main_source) if self._main else None
