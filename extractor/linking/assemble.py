"""Linked clusters to figures: place, date, section, who is quoted."""

from __future__ import annotations

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
# precision of each grade is printed by `extract eval`; these are the grades linking can tell apart
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
    told = [c for v in views for c in v.clusters if c.indicator not in (None, "other")]
    places = PlaceBook(reading, views, distance)
    dates = DateBook(article, reading, views, distance, places.area)
    quoted = speakers(views, reading.text)
    figures: list[LinkedFigure] = []
    ids: dict[int, str] = {}
    for view in views:
        for cluster in view.clusters:
            indicator = cluster.indicator
            if indicator is None:
                if not told or not view.senses or cluster.quantities[0].unit in (None, "other"):
                    continue
                indicator, cluster.construction = "other", "unlinked"
            elif not told and indicator == "other" and cluster.subgroup != "voters":
                continue
            place = places.of(view, cluster)
            if indicator == "population" and _too_few(cluster, place):
                indicator = "other"
            as_of = dates.of(cluster)
            first: str | None = None
            for quantity in cluster.quantities:
                name = f"f{len(figures) + 1}"
                figures.append(
                    LinkedFigure(
                        id=name,
                        indicator=indicator,
                        quantity=_with_unit(quantity, indicator),
                        place=place,
                        as_of=as_of,
                        sentence=(view.start, view.end),
                        paragraph=view.paragraph,
                        section=view.section,
                        construction=cluster.construction if first is None else "apposition",
                        attributed_to=quoted.get(view.start),
                        sure=_sure(cluster, place, reading.places.main[:1]),
                        apposed=first,
                        series=cluster.series,
                        subgroup=cluster.subgroup,
                        disputed=cluster.disputed,
                        base=cluster.base,
                    )
                )
                if first is None:
                    first = name
                    ids[id(cluster)] = name
    _wholes(views, figures, ids)
    return _in_text_order(figures)


def _in_text_order(figures: list[LinkedFigure]) -> list[LinkedFigure]:
    """The figures sorted and numbered by where they stand."""
    figures.sort(key=lambda figure: figure.quantity.start)
    names = {figure.id: f"f{number}" for number, figure in enumerate(figures, start=1)}
    for figure in figures:
        figure.id = names[figure.id]
        figure.whole = names.get(figure.whole or "")
        figure.apposed = names.get(figure.apposed or "")
    return figures


def _wholes(views: list[SentenceView], figures: list[LinkedFigure], ids: dict[int, str]) -> None:
    by_id = {figure.id: figure for figure in figures}
    for view in views:
        for cluster in view.clusters:
            if cluster.whole is not None and id(cluster) in ids and id(cluster.whole) in ids:
                part = by_id[ids[id(cluster)]]
                part.whole = ids[id(cluster.whole)]


def _too_few(cluster: Cluster, place: Place | None) -> bool:
    """Whether a count can't be the population of a whole unit: "390 orang warga sudah tercatat sebagai penduduk"."""
    people = population(place.code) if place is not None and place.code is not None else None
    count = cluster.count
    return people is not None and count is not None and count.value * _FEW < people


_FEW = 5


def _with_unit(quantity: QuantityMention, indicator: str) -> QuantityMention:
    if quantity.unit is None:
        quantity.unit = "cards" if indicator in _CARD_INDICATORS else "persons"
    return quantity


def _sure(cluster: Cluster, place: Place | None, main: list[str]) -> float:
    grade = _SURE.get(cluster.construction)
    if grade is None:
        grade = 0.95 if cluster.cost <= 3 else 0.8 if cluster.cost <= 6 else 0.6
    if place is not None and place.source == "anaphora" and [place.code] != main:
        return min(grade, _CARRIED)
    return grade


_CARRIED = 0.8  # a place other than the article's own, carried over from the sentence before
