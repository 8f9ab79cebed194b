"""Linked clusters to figures: place, date, section, who is quoted."""

from __future__ import annotations

from operator import attrgetter

from extractor.article import Article
from extractor.linking.attribution import speakers
from extractor.linking.clusters import Cluster
from extractor.linking.distance import Distance
from extractor.linking.figures import LinkedFigure
from extractor.linking.link_dates import DateBook
from extractor.linking.link_places import PlaceBook
from extractor.linking.sentence import SentenceView
from extractor.reading.mentions import QuantityMention
from extractor.reading.pipeline import Reading
from extractor.reading.places import population
from extractor.report import Place

_CARD_INDICATORS = {"printed", "unprinted", "suket", "blanks"}
# how sure linking is, for the weight of a clash; `sure` in the report is what extractor/sureness.py measured
_SURE = {
    "list": 0.8,
    "coordination": 0.7,
    "whole-inherited": 0.6,
    "rounded-repeat": 0.8,
    "repeat": 0.9,
    "series": 0.7,
}


def assemble(
    article: Article, reading: Reading, views: list[SentenceView], distance: Distance
) -> list[LinkedFigure]:
    """The figures of all linked clusters, in text order; numbers that no cue explains stay `other` or out."""
    told = any(c.indicator not in (None, "other") for v in views for c in v.clusters)
    places = PlaceBook(reading, views, distance)
    dates = DateBook(article, reading, views, distance, places.area)
    quoted = speakers(views, reading.text, reading.tokens)
    main = reading.places.main[:1]
    figures: list[LinkedFigure] = []
    # the first figure of each cluster and place, by the cluster's id
    firsts: dict[int, list[LinkedFigure]] = {}
    restated: list[tuple[LinkedFigure, LinkedFigure]] = []  # a figure and the one that it restates
    for view in views:
        for cluster in view.clusters:
            indicator = _reported(cluster, view, told)
            if indicator is None:
                continue
            as_of, moment, sharing = dates.of(cluster), dates.moment(cluster), places.all_of(cluster)
            for place in sharing:
                counts = "other" if indicator == "population" and _too_few(cluster, place) else indicator
                first: LinkedFigure | None = None
                for quantity in cluster.quantities:
                    figure = LinkedFigure(
                        id="",
                        indicator=counts,
                        quantity=_with_unit(quantity, counts),
                        place=place,
                        as_of=as_of,
                        sentence=(view.start, view.end),
                        paragraph=view.paragraph,
                        section=view.section,
                        construction=cluster.construction if first is None else "apposition",
                        attributed_to=quoted.get(view.start),
                        sure=_sure(cluster, place, main, shared=len(sharing) > 1),
                        series=cluster.series,
                        subgroup=cluster.subgroup,
                        disputed=cluster.disputed,
                        shared=len(sharing) > 1,
                        moment=moment,
                        base=cluster.base,
                    )
                    figures.append(figure)
                    if first is None:
                        first = figure
                        firsts.setdefault(id(cluster), []).append(figure)
                    else:
                        restated.append((figure, first))
    _number(figures)
    for figure, first in restated:
        figure.apposed = first.id
    _name_wholes(views, firsts)
    return figures


def _reported(cluster: Cluster, view: SentenceView, told: bool) -> str | None:
    """The indicator to report; `told` says whether any number of the article is explained by a cue of the matter."""
    if cluster.indicator is not None:
        return cluster.indicator if told or cluster.subgroup == "voters" else None
    if not told or not view.senses or cluster.quantities[0].unit in (None, "other"):
        return None
    cluster.construction = "unlinked"
    return "other"


def _number(figures: list[LinkedFigure]) -> None:
    """Sort the figures by where they stand, and name them in that order."""
    figures.sort(key=_STANDS)
    for number, figure in enumerate(figures, start=1):
        figure.id = f"f{number}"


_STANDS = attrgetter("quantity.start")


def _name_wholes(views: list[SentenceView], firsts: dict[int, list[LinkedFigure]]) -> None:
    for cluster in (c for view in views for c in view.clusters if c.whole is not None):
        whole = firsts.get(id(cluster.whole))
        if whole:
            for part in firsts.get(id(cluster), ()):
                part.whole = whole[0].id


def _too_few(cluster: Cluster, place: Place | None) -> bool:
    """Whether a count can't be the population of a whole unit: "390 orang warga sudah tercatat sebagai penduduk"."""
    people = population(place.code) if place is not None and place.code is not None else None
    count = cluster.count
    return people is not None and count is not None and count.value * _FEW < people


_FEW = 5


def _with_unit(quantity: QuantityMention, indicator: str) -> QuantityMention:
    if quantity.unit is None:
        quantity.unit = "cards" if indicator in _CARD_INDICATORS else "persons"
    elif quantity.unit == "cards" and indicator in _OF_PEOPLE:
        quantity.unit = "persons"  # "591.980 KTP-el" of those who have recorded
    return quantity


_OF_PEOPLE = {"recorded", "unrecorded", "wktp", "population"}


def _sure(cluster: Cluster, place: Place | None, main: list[str], *, shared: bool) -> float:
    grade = _SURE.get(cluster.construction)
    if grade is None:
        grade = 0.95 if cluster.cost <= 3 else 0.8 if cluster.cost <= 6 else 0.6
    if shared and cluster.percent_only:
        return _ROW
    if place is not None and place.source == "anaphora" and [place.code] != main:
        return min(grade, _CARRIED)
    return grade


_ROW = 0.4  # a percentage behind a row of places may also be that of all together
_CARRIED = 0.8  # a place other than the article's own, carried over from the sentence before
