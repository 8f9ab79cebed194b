"""Figures to records: one per place and date, one entry per distinct value of an indicator."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import cast

from extractor.linking.figures import LinkedFigure
from extractor.numbers import plain
from extractor.reading.mentions import QuantityMention
from extractor.report import Period, Place, Record, RecordValue, Unit

PlaceKey = tuple[str | None, ...]
DateKey = tuple[dt.date | None, dt.date | None, str]


def build_records(figures: Sequence[LinkedFigure]) -> list[Record]:
    """The records of one article, in the order in which their first figure stands.

    A figure that only the day of speaking or publication dates joins the record of its place that the text
    dates, where there is just one and it is not a year or more older; members of a series keep records of their
    own dates.
    """
    cells: dict[tuple[PlaceKey, DateKey | None], list[LinkedFigure]] = {}
    dated = _dated(figures)
    for figure in figures:
        place = _place_key(figure.place)
        date = _date_key(figure.as_of)
        if figure.as_of is None or figure.as_of.source != "text":
            own = dated.get(place, [])
            if len(own) == 1 and figure.series is None and _of_one_passage(figure, *own[0], date):
                date = own[0][0]
        cells.setdefault((place, date), []).append(figure)
    return [_record(members) for members in cells.values()]


def _dated(figures: Sequence[LinkedFigure]) -> dict[PlaceKey, list[tuple[DateKey, LinkedFigure]]]:
    """The dates that the text gives the stocks of each place, each with the first figure that has it."""
    dated: dict[PlaceKey, list[tuple[DateKey, LinkedFigure]]] = {}
    for figure in figures:
        key = _date_key(figure.as_of)
        stock = figure.indicator in _STOCKS and figure.series is None
        if stock and figure.as_of is not None and figure.as_of.source == "text" and key is not None:
            known = dated.setdefault(_place_key(figure.place), [])
            if all(key != other for other, _ in known):
                known.append((key, figure))
    return dated


_STOCKS = {"wktp", "recorded", "unrecorded", "owned", "not_owned", "printed", "unprinted"}
_STALE = dt.timedelta(days=365)


def _of_one_passage(
    figure: LinkedFigure, dated: DateKey, first: LinkedFigure, spoken: DateKey | None
) -> bool:
    """Whether a date of the text can hold for a figure that has none.

    Not before it is told, but for the title and the paragraph it stands in; and not where it is a year older than
    the day of speaking.
    """
    before = figure.quantity.start < first.quantity.start and figure.section != "title"
    if before and figure.paragraph != first.paragraph:
        return False
    end = dated[1]
    spoken_on = spoken[0] if spoken is not None else None
    return end is None or spoken_on is None or spoken_on - end < _STALE


def _place_key(place: Place | None) -> PlaceKey:
    if place is None:
        return (None,)
    if place.code is not None:
        return (place.code,)
    return tuple(candidate.code for candidate in place.candidates)


def _date_key(period: Period | None) -> DateKey | None:
    if period is None:
        return None
    if period.start is None and period.candidates:
        return (period.candidates[0].start, period.candidates[-1].end, "candidates")
    return (period.start, period.end, period.precision)


def _record(members: list[LinkedFigure]) -> Record:
    dated = next((f for f in members if f.as_of is not None and f.as_of.source == "text"), members[0])
    values: dict[str, list[RecordValue]] = {}
    groups: dict[str, list[tuple[QuantityMention, RecordValue, int | None]]] = {}
    for figure in sorted(members, key=lambda f: f.quantity.high - f.quantity.low):
        key = figure.indicator + ("_percent" if figure.percent else "")
        rows = groups.setdefault(key, [])
        for quantity, entry, series in rows:
            if _restates(figure, quantity, entry, series):
                entry.figures.append(figure.id)
                break
        else:
            q = figure.quantity
            entry = RecordValue(
                value=plain(q.value),
                low=plain(q.low),
                high=plain(q.high),
                unit=_unit(figure),
                figures=[figure.id],
            )
            rows.append((q, entry, figure.series))
    order = {figure.id: number for number, figure in enumerate(members)}
    for figure in members:
        key = figure.indicator + ("_percent" if figure.percent else "")
        if key not in values:
            values[key] = [entry for _, entry, _ in groups[key]]
            for entry in values[key]:
                entry.figures.sort(key=order.__getitem__)
            values[key].sort(key=lambda e: order[e.figures[0]])
    return Record(place=members[0].place, as_of=dated.as_of, values=values)


def _unit(figure: LinkedFigure) -> Unit:
    return cast(Unit, figure.quantity.unit or "persons")


def _restates(figure: LinkedFigure, known: QuantityMention, entry: RecordValue, series: int | None) -> bool:
    """Whether the figure prints the known value again, or rounds it."""
    q = figure.quantity
    if entry.unit != _unit(figure) or (
        series is not None and figure.series == series and q.value != known.value
    ):
        return False
    return q.value == known.value or (
        q.low <= known.value <= q.high and q.high - q.low > known.high - known.low
    )
