"""From a Reading to figures: sentence by sentence, the most specific construction first."""

from __future__ import annotations

import re
from itertools import zip_longest

from extractor.article import Article
from extractor.linking import acts_told, adjacent, flows, groups, told_whole, whole_part
from extractor.linking.adding_up import settle_by_adding_up
from extractor.linking.assemble import assemble
from extractor.linking.attained import settle_attained
from extractor.linking.bases import mark_bases
from extractor.linking.constructions import indicator_of
from extractor.linking.distance import Distance, appositions
from extractor.linking.figures import LinkedFigure
from extractor.linking.first_voters import settle_first_voters
from extractor.linking.here import Here
from extractor.linking.pronouns import tell_of_them
from extractor.linking.repeats import settle_repeats
from extractor.linking.sentence import SentenceView, build_views
from extractor.linking.settle import settle_by_magnitude
from extractor.linking.size import settle_by_size, settle_by_sums
from extractor.linking.topic import Topic, has_cells
from extractor.reading.pipeline import Reading
from extractor.reading.wording import any_of, signs


def link(article: Article, reading: Reading, seen: list[SentenceView] | None = None) -> list[LinkedFigure]:
    """The figures of `article` in text order; `seen` takes the sentences with what was weighed in them."""
    views = build_views(article, reading)
    if seen is not None:
        seen += views
    distance = _distance(reading, views)
    topic = Topic()
    topic.acts.update(
        [s.act for s in reading.senses if s.act in ("RECORD", "OWN") and s.kind in ("act", "noun")]
    )
    topic.of_blanks = any("blanks" in view.kinds for view in views)
    tables = has_cells(reading.text)
    for view, following in zip_longest(views, views[1:]):
        if view.clusters:
            _link_sentence(view, topic, distance, reading.text)
            if view.places and len(view.clusters) > 1:
                topic.see_row(view)
            tell_of_them(view, following, topic, reading.text)
        if tables:
            topic.see_columns(view, reading.text)
        topic.see(view, reading.text)
    settle_repeats(views)
    groups.settle_voters(views)
    settle_first_voters(views)
    settle_by_adding_up(views, reading.text)
    figures = assemble(article, reading, views, distance)
    settle_by_magnitude(figures)
    settle_by_size(figures, reading.text)
    settle_by_sums(figures, reading.text)
    settle_attained(figures, reading.text)
    return figures


def _distance(reading: Reading, views: list[SentenceView]) -> Distance:
    """The distances in the sentences with numbers; places, what is set behind them, dates and the card are free."""
    quantities = [(q.outer_start, q.outer_end) for q in reading.quantities]
    text = reading.text
    places = [_with_brackets(p.start, p.end, text) for p in reading.places.mentions]
    dates = [(d.start, d.end) for d in reading.dates]
    cards = [_with_brackets(c.start, c.end, text) for c in reading.cues if c.label == "CARD"]
    asides = appositions(text, places, quantities)
    sentences = [(view.start, view.end) for view in views if view.clusters]
    return Distance(
        text,
        reading.tokens,
        sentences,
        free=[*places, *dates, *cards, *asides],
        quantities=quantities,
    )


def _with_brackets(start: int, end: int, text: str) -> tuple[int, int]:
    """A name with the brackets right around it: "(e-KTP)"."""
    if text.startswith(")", end) and text[start - 1 : start] == "(":
        return start - 1, end + 1
    return start, end


def _link_sentence(view: SentenceView, topic: Topic, distance: Distance, text: str) -> None:
    if "dari" in view.lower or "antara" in view.lower:
        whole_part.mark(view.clusters, view.senses, text, view.start)
    if view.senses:
        _take_senses(view, distance, text)
    whole = told_whole.divided_by(view, topic, text) if "dari" in view.lower else None
    told = topic.tellers.get(whole) if whole is not None else None
    back = whole_part.may_repeat(view.lower)
    here = Here(view, topic, distance, text, whole=whole, floor=view.start, points_back=back)
    for cluster in view.clusters:
        cluster.indicator = indicator_of(cluster, here)
        # a bound tells of no number after it
        if cluster.indicator is not None and cluster.construction != "bound":
            groups.restrict(view, cluster, here)
            topic.told(cluster.indicator, cluster, view.paragraph)
            if cluster.role != "whole":
                here.said = cluster.indicator
        here.floor = cluster.end
        if cluster.sense is not None and cluster.role != "whole":
            here.floor = max(here.floor, cluster.sense.end)
    last = view.clusters[-1]
    topic.untold_cards = last.indicator in (None, "other") and last.of_cards
    if whole is not None and told is not None:
        told_whole.refer_back(view, told, whole)
    groups.mark_series(view, text)
    flows.mark_flows(view, distance, text, topic.totals)


def _take_senses(view: SentenceView, distance: Distance, text: str) -> None:
    """Give the numbers of a sentence its senses: wholes choose first."""
    taken: set[int] = set()
    parts = [c for c in view.clusters if c.role != "whole"]
    if len(parts) < len(view.clusters):
        whole_part.read_wholes(view.clusters, view.senses, distance, text, taken)
    adjacent.options(parts, view.senses, distance, text, _divided(view, text))
    adjacent.assign(parts, taken)
    acts_told.upgrade(view.clusters, view.senses, distance, text)
    if any(map(view.lower.__contains__, _BECAUSE_SIGNS)):
        acts_told.give_reasons(view.clusters, view.senses, text)
    if "dari" in view.lower:
        mark_bases(view.clusters, view.senses, text)


def _divided(view: SentenceView, text: str) -> int:
    """Where the phrase ends that names what the sentence divides without its number."""
    match = _DIVIDING.match(text, view.start, view.end) if "dari" in view.lower else None
    if match is not None and _SUMMED.match(text, match.end()):
        return view.start  # "dari wajib KTP di sana, total ada 194.023 orang"
    return match.end() if match is not None else view.start


_BECAUSE_SIGNS = signs("because")
_SUMMED = re.compile(rf"\s+{any_of('summing up')}(?![^\W_])", re.IGNORECASE)
_DIVIDING = re.compile(
    rf"""\W*(?:[^\W\d]+\s+)?dari\s+(?:
        [^,\d]{{3,80}}?(?:,|(?=\s{any_of("before a part")}\s))
        |yang\s+[^,\d]{{3,60}}?\s{any_of("that", "just told")}(?=\s\d))""",
    re.VERBOSE | re.IGNORECASE,
)
