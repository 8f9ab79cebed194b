"""From a Reading to figures: sentence by sentence, the most specific construction first."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from extractor.article import Article
from extractor.linking import adjacent, groups, whole_part
from extractor.linking.assemble import assemble
from extractor.linking.bases import mark_bases
from extractor.linking.clusters import Cluster, build
from extractor.linking.distance import Distance
from extractor.linking.figures import LinkedFigure
from extractor.linking.repeats import settle_repeats
from extractor.linking.sentence import SentenceView
from extractor.linking.settle import settle_by_magnitude
from extractor.linking.topic import Topic, after_place, inherited, item_of_list
from extractor.reading.cues import Sense
from extractor.reading.pipeline import Reading


def link(article: Article, reading: Reading) -> list[LinkedFigure]:
    """The figures of `article` in text order."""
    views = _views(article, reading)
    distance = Distance(
        reading.text,
        reading.tokens,
        [(view.start, view.end) for view in views if view.clusters],
        [(p.start, p.end) for p in reading.places.mentions]
        + [(d.start, d.end) for d in reading.dates]
        + [(c.start, c.end) for c in reading.cues if c.label == "CARD"],
        [(q.outer_start, q.outer_end) for q in reading.quantities],
    )
    topic = Topic()
    topic.acts.update(
        s.act for v in views for s in v.senses if s.act in ("RECORD", "OWN") and s.kind in ("act", "noun")
    )
    for view in views:
        if view.clusters:
            _link_sentence(view, topic, distance, reading.text)
        topic.see(view, reading.text)
    settle_repeats(views, reading.text)
    groups.settle_voters(views)
    figures = assemble(article, reading, views, distance)
    settle_by_magnitude(figures)
    return figures


def _views(article: Article, reading: Reading) -> list[SentenceView]:
    starts = [p.start for p in article.paragraphs]
    views = []
    for start, end in reading.sentences:
        paragraph = max(bisect_right(starts, start) - 1, 0)
        section = article.paragraphs[paragraph].section if article.paragraphs else "body"
        views.append(SentenceView(start, end, paragraph, section))
    sentence_starts = [view.start for view in views]

    def home(offset: int) -> SentenceView | None:
        index = bisect_right(sentence_starts, offset) - 1
        return views[index] if index >= 0 and offset < views[index].end else None

    by_view: dict[int, list[int]] = {}
    for number, quantity in enumerate(reading.quantities):
        view = home(quantity.start)
        if view is not None:
            by_view.setdefault(view.start, []).append(number)
    for view in views:
        if view.start in by_view:
            view.clusters = build([reading.quantities[n] for n in by_view[view.start]], reading.text)
    for sense in reading.senses:
        if (view := home(sense.start)) is not None:
            view.senses.append(sense)
    for place in sorted([*reading.places.mentions, *reading.places.unresolved], key=lambda p: p.start):
        if (view := home(place.start)) is not None:
            view.places.append(place)
    for date in reading.dates:
        if (view := home(date.start)) is not None:
            view.dates.append(date)
    return views


def _link_sentence(view: SentenceView, topic: Topic, distance: Distance, text: str) -> None:
    taken: set[int] = set()
    whole_part.mark(view.clusters, view.senses, text, view.start)
    whole_part.read_wholes(view.clusters, view.senses, distance, text, taken)
    parts = [c for c in view.clusters if c.role != "whole"]
    adjacent.options(parts, view.senses, distance, text)
    adjacent.assign(parts, taken)
    adjacent.upgrade(view.clusters, view.senses, distance, text)
    mark_bases(view.clusters, view.senses, text)
    said: str | None = None
    floor = view.start
    for cluster in view.clusters:
        indicator = _indicator(view, cluster, topic, distance, said, floor, text)
        cluster.indicator = indicator
        if indicator is not None:
            groups.restrict(view, cluster, distance, said)
            topic.told(str(cluster.indicator), cluster, view.paragraph)
            if cluster.role != "whole":
                said = cluster.indicator
        floor = cluster.end
        if cluster.sense is not None and cluster.role != "whole":
            floor = max(floor, cluster.sense.end)
    groups.mark_flows(view, distance, text)
    groups.mark_series(view)


def _indicator(
    view: SentenceView,
    cluster: Cluster,
    topic: Topic,
    distance: Distance,
    said: str | None,
    floor: int,
    text: str,
) -> str | None:
    sense = cluster.sense
    if (
        said is not None
        and (sense is None or sense.kind in ("other", "change"))
        and _coordinated(view, cluster, text)
    ):
        cluster.construction = "coordination"
        before = view.clusters[view.clusters.index(cluster) - 1]
        cluster.role = before.role
        return before.indicator
    if sense is not None and cluster.cost > _LOOSE and topic.last is not None and cluster.role != "whole":
        if after_place(view, cluster, distance, floor, 1.0):
            cluster.construction = "list"
            return inherited(view, cluster, topic, said)
    if sense is not None:
        return _by_sense(view, cluster, sense, topic, said, text)
    number = cluster.quantities[0]
    told = topic.values.get((number.value, number.unit == "percent"))
    if told is not None and (number.value >= _TELLING or whole_part.repeated(cluster, text)):
        cluster.construction = "repeat"
        return told
    if whole_part.repeated(cluster, text):
        return None
    if cluster.role == "whole":
        cluster.construction = "whole-inherited"
        if cluster.quantities[0].classifier in ("warga", "penduduk"):
            return "population"
        return topic.last_whole or "wktp"
    if _card_unit(cluster) and (
        "blanks" in (topic.last or "blanks", topic.pending) or any(s.kind == "blanks" for s in view.senses)
    ):
        cluster.construction = "unit"
        return "blanks"
    if (
        cluster.percent_only
        and said in _SHARES
        and distance.between(floor, cluster.start) <= 2.5
        and not after_place(view, cluster, distance, floor, 4.5)
    ):
        cluster.construction = "share"
        return said
    if (
        cluster.percent_only
        and not view.senses
        and len(view.clusters) == 1
        and topic.told_in == view.paragraph
    ):
        cluster.construction = "share"  # "Ya sekitar 93,6 persen lah," after the counts
        return topic.last if topic.last in _SHARES else None
    if item_of_list(view, cluster, distance, floor):
        cluster.construction = "list"
        return inherited(view, cluster, topic, said)
    near = _nearest(view, cluster)
    if near is None and said is None and _answers(view, cluster, topic):
        cluster.construction = "announced"
        return topic.pending
    return near


_THAT = re.compile(r"yang\s+$", re.IGNORECASE)
_REACH = re.compile(r"\s+(?:menyentuh|mencapai|sampai|menembus|melewati|tembus)(?![^\W_])", re.IGNORECASE)
_SHARES = {"recorded", "unrecorded", "owned", "not_owned", "printed", "unprinted", "ikd"}


def _answers(view: SentenceView, cluster: Cluster, topic: Topic) -> bool:
    """Whether the number gives what the sentence before announces: "Yang sudah? 8.871 orang"."""
    count = cluster.count
    if topic.pending is None or topic.pending_in != view.paragraph or count is None or count.value < 100:
        return False
    if any(sense.kind in _CLAIMING for sense in view.senses):
        return False
    if count.value < 1000 and (count.unit is None or topic.pending == "blanks"):
        return False
    return count.unit in (("cards", None) if topic.pending == "blanks" else ("persons", None))


_LOOSE = 3.5
_TELLING = 1000  # two equal counts of four digits are one count told twice
_BLANK_UNITS = {"keping", "blangko", "blanko", "eksemplar"}
_THAT = re.compile(r"yang\s+$", re.IGNORECASE)
_REACH = re.compile(r"\s+(?:menyentuh|mencapai|sampai|menembus|melewati|tembus)(?![^\W_])", re.IGNORECASE)
_SHARES = {"recorded", "unrecorded", "owned", "not_owned", "printed", "unprinted", "ikd"}
_CLAIMING = {
    "act",
    "noun",
    "obliged",
    "population",
    "population-weak",
    "voters",
    "first",
    "blanks",
    "suket",
    "ikd",
    "other",
}


def _by_sense(
    view: SentenceView, cluster: Cluster, sense: Sense, topic: Topic, said: str | None, text: str
) -> str | None:
    if sense.kind == "bare":
        if (
            sense.polarity < 0
            and cluster.percent_only
            and sense.end <= cluster.start
            and not _THAT.search(text, max(0, sense.start - 6), sense.start)
        ):
            # "belum menyentuh 95 persen" bounds what is done; "belum 100 persen" only denies the goal
            return topic.last_percent or "recorded" if _REACH.match(text, sense.end) else "other"
        cluster.construction = "elliptic-" + cluster.construction.removeprefix("elliptic-")
        return topic.polar(view, sense)
    if sense.kind == "share":
        cluster.construction = "share"
        counted = said or topic.last
        return counted if counted in _SHARES else "recorded"
    if sense.kind == "same":
        cluster.construction = "anaphora"
        return topic.pending or topic.last
    if sense.kind == "rest":
        cluster.construction = "remainder"
        if cluster.count is not None and cluster.count.unit != "persons":
            if any(s.kind == "blanks" for s in view.senses):
                return "blanks"
        word = text[sense.start : sense.end].lower()
        tail = word.startswith(("sisa", "selebih", "lain"))
        persons = cluster.count is not None and cluster.count.unit == "persons"
        return topic.remainder(view, sense, said, persons, tail)
    whole = cluster.whole
    if whole is not None and cluster.construction != "remainder":
        cluster.construction = "part-of-whole"
        if sense.indicator == "recorded" and whole.sense is not None and whole.sense.polarity < 0:
            return "added"  # recorded out of those who were not
    return sense.indicator


def _card_unit(cluster: Cluster) -> bool:
    """Whether only blank cards are counted so: "10 ribu keping"."""
    return cluster.count is not None and cluster.count.classifier in _BLANK_UNITS


def _nearest(view: SentenceView, cluster: Cluster) -> str | None:
    """The sentence's only cue for its only unlinked number, however far: a doubtful link."""
    if cluster.percent_only or cluster.quantities[0].unit != "persons" or cluster.quantities[0].value < 1000:
        return None
    free = [s for s in view.senses if s.kind in ("act", "obliged", "population", "population-weak")]
    if len(free) != 1 or len([c for c in view.clusters if c.sense is free[0] and c is not cluster]):
        same = len({s.indicator for s in free}) == 1 and free
        if not same or len(view.clusters) > 2:
            return None
    cluster.construction = "nearest"
    return free[0].indicator


def _coordinated(view: SentenceView, cluster: Cluster, text: str) -> bool:
    """Whether the number only goes on a row of numbers: "142 ribu, 47 ribu dan kini 26 ribu"."""
    index = bisect_left([c.start for c in view.clusters], cluster.start)
    if index == 0:
        return False
    before = view.clusters[index - 1]
    if before.percent_only != cluster.percent_only:
        return False
    gap = text[before.end : cluster.start].strip(" ,").lower()
    return gap in _ROW


_ROW = {
    "",
    "dan",
    "serta",
    "lalu",
    "kemudian",
    "dan kini",
    "kini",
    "menjadi",
    "jadi",
    "dan menjadi",
    "hingga",
    "dan sekarang",
    "ke",
}
