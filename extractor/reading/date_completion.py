"""Fills in what a printed date leaves out, from the day of publication or from other dates of the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from extractor.reading.date_periods import (
    FIRST_YEAR,
    MONTHS,
    Period,
    Printed,
    distance,
    division_shift,
    fits_weekday,
    month_shift,
    period_in,
    year_period,
)

Dated = tuple[Printed, str]  # a date and its role

_NEAREST_WEEKDAY = 300  # days around publication in which a weekday settles the year; beyond, it is a slip
# days after publication that a day of speaking may lie, where the page's own date is an early one
_AHEAD = 30
# days between a statement and the dates that settle its year; a weekday recurs after five years
_EVIDENCE = 900
_SAME_NEWS = 45  # days between two days of speaking in one article
_DAY = dt.timedelta(1)


def speaking_days(dates: Sequence[Dated], published: Period | None, today: dt.date) -> list[Period]:
    """When the article's people spoke, as far as known: one period, several that fit, or none.

    The publication decides; where only its month or year is known, a statement's day in it. Without it the
    last full date of a statement that its weekday fits (a caption may tell an earlier one), then a statement
    without a year, then a printed "tahun 2024 ini", then a full date that its weekday does not fit.
    """
    if published and published[0] == published[1]:
        return [published]
    if published:
        spoken = [day for p, role in dates if role == "statement" and (day := _said_in(p, role, published))]
        return spoken[:1] or [published]
    full = [(p, period) for p, role in dates if role == "statement" and (period := printed_period(p))]
    full = [(p, period) for p, period in full if p.unit == "day" and period[0] <= today]
    fitting = [period for printed, period in full if fits_weekday(printed, period)]
    if fitting:
        return [max(fitting, key=lambda period: period[1])]
    nows = [
        period
        for p, _ in dates
        if p.direction == "this" and p.shift is None and (period := printed_period(p))
    ]
    candidates = _yearless_statements(dates, today)
    if candidates:
        return _narrowed(candidates, nows, dates)
    if nows:
        return [min(nows, key=lambda now: now[1] - now[0])]
    return [full[0][1]] if full else []


def _said_in(printed: Printed, role: str, published: Period) -> Period | None:
    """The day of a statement, where it lies in the time of publication."""
    if printed.month is None or printed.day is None:
        return None
    said = [exact] if (exact := printed_period(printed)) else complete(printed, role, published)
    return said[0] if said and distance(said[0], published) == 0 else None


def printed_period(printed: Printed) -> Period | None:
    """The period of a date that prints its year; None for others and for days that do not exist."""
    if printed.year is None or not printed.has_position:
        return None
    return period_in(printed, printed.year)


def evidence_of_time(dates: Sequence[Dated]) -> Period | None:
    """The last printed date to which figures refer: the article was written about then or after."""
    past = [
        period
        for p, role in dates
        if role in {"as_of", "plain"} and p.unit != "year" and (period := printed_period(p))
    ]
    return max(past, key=lambda period: period[1], default=None)


def _yearless_statements(dates: Sequence[Dated], today: dt.date) -> list[Period]:
    """The days that the first statement without a year may mean, narrowed by the weekdays of the others."""
    named = [(p, role) for p, role in dates if p.weekday is not None and p.month and not p.year]
    spoken = [p for p, role in named if role == "statement"] or [p for p, role in named if role == "as_of"]
    if not spoken:
        return []
    options = [fitting_years(p, today) for p in spoken]
    agreeing = [
        one
        for one in options[0]
        if all(any(abs(distance(one, other)) <= _SAME_NEWS for other in others) for others in options[1:])
    ]
    return agreeing or options[0]


def _narrowed(candidates: list[Period], nows: list[Period], dates: Sequence[Dated]) -> list[Period]:
    """The candidate that other full dates of the text settle, or all of them."""
    within = [c for c in candidates if any(distance(c, now) == 0 for now in nows)]
    if within:
        return within[:1]
    for roles in ({"statement"}, {"as_of"}, {"plain", "event", "deadline", "birth"}):
        known = [
            period
            for p, role in dates
            if role in roles
            and p.unit != "year"
            and (period := printed_period(p))
            and fits_weekday(p, period)
        ]
        ranked = sorted((min(abs(distance(c, k)) for k in known), c) for c in candidates) if known else []
        if ranked and ranked[0][0] <= _EVIDENCE:
            return [ranked[0][1]]
    return candidates


def complete(printed: Printed, role: str, now: Period, *, loose: bool = False) -> list[Period]:
    """The periods that a date without a year, or a relative one, may mean when it is said within `now`.

    `loose` tells that the text was written in `now` or later: what is counted in days from it stays open.
    """
    if printed.shift is None and printed.has_position:
        found = (
            _year_shifted(printed, now)
            if printed.year_shift is not None
            else _nearest(printed, role, now, loose)
        )
        return [found] if found else []
    if loose:
        years = {shift_period(printed, day) for day in (now[0], now[1] + 365 * _DAY)}
        return sorted(year for year in years if year) if printed.unit == "year" else []
    counted = _shifted(printed, now) if printed.shift is not None and printed.part != "week" else None
    named = _weekday_alone(printed, now) if printed.weekday is not None else None
    # "hari ini, Senin" in an article of a Thursday: either may be right.
    return [period for period in dict.fromkeys((counted, named)) if period]


def _year_shifted(printed: Printed, now: Period) -> Period | None:
    """The period of "Desember tahun lalu"."""
    years = {day.year + (printed.year_shift or 0) for day in now}
    year = min(years)
    return period_in(printed, year) if len(years) == 1 and dt.MINYEAR < year < dt.MAXYEAR else None


def _shifted(printed: Printed, now: Period) -> Period | None:
    """A period counted from the day of speaking; None where that day is not known well enough."""
    first, last = (shift_period(printed, day) for day in now)
    return first if first == last else None


def shift_period(printed: Printed, day: dt.date) -> Period | None:
    """The day, week (from Monday), month, quarter, half-year or year that lies `printed.shift` units from `day`."""
    shift = printed.shift or 0
    try:
        match printed.unit:
            case "day":
                moved = day + shift * _DAY
                return moved, moved
            case "week":
                monday = day + (7 * shift - day.weekday()) * _DAY
                return monday, monday + 6 * _DAY
            case "month":
                return month_shift(day, shift)
            case "quarter" | "semester":
                return division_shift(day, shift, MONTHS[printed.unit])
            case _:
                return year_period(day.year + shift, printed.part)
    except (OverflowError, ValueError):
        return None


def _weekday_alone(printed: Printed, now: Period) -> Period | None:
    """The day of "Jumat lalu", "Senin pekan lalu", "Kamis": the nearest one on its side."""
    if now[0] != now[1] or printed.weekday is None or not 1 < now[0].year < dt.MAXYEAR:
        return None
    back = (now[0].weekday() - printed.weekday) % 7
    if printed.part == "week":
        day = now[0] + (7 * (printed.shift or 0) - now[0].weekday() + printed.weekday) * _DAY
    elif printed.direction == "future":
        day = now[0] + (7 - back) * _DAY
    else:
        past = printed.direction == "past" or (printed.shift or 0) < 0
        day = now[0] - (back or (7 if past else 0)) * _DAY
    return day, day


def _nearest(printed: Printed, role: str, now: Period, loose: bool) -> Period | None:
    """The occurrence of a calendar date without a year that the words and the role ask for."""
    # Months come every year; 29 February may be eight years away.
    reach = 8 if printed.unit == "day" or printed.first_year is not None else 2
    years = range(max(dt.MINYEAR + 1, now[0].year - reach), min(dt.MAXYEAR - 1, now[1].year + reach) + 1)
    options = [period for year in years if (period := period_in(printed, year))]
    if printed.weekday is not None:
        ahead = _AHEAD if role == "statement" else _NEAREST_WEEKDAY
        fitting = [
            o for o in options if fits_weekday(printed, o) and -_NEAREST_WEEKDAY <= distance(o, now) <= ahead
        ]
        if fitting:
            return min(fitting, key=lambda o: abs(distance(o, now)))
    before = [o for o in options if (o[1] if printed.number else o[0]) <= now[1]]
    after = [o for o in options if o[1] >= now[0]]
    if printed.direction == "this" and not loose:
        return min(options, key=lambda o: abs(distance(o, now)), default=None)
    if printed.direction in {"this", "future"} or role == "deadline":
        return min(after, default=None)
    if printed.direction == "past" and printed.unit != "day":
        before = [o for o in before if o[1] <= now[1]]
    if printed.direction == "past" or role in {"statement", "as_of"}:
        return max(before, default=None)
    # Undirected: what is to come is told shortly before it, an election long before, the past at any time.
    weight = 1 if role == "event" else 4
    return min(options, key=lambda o: abs(distance(o, now)) * (weight if o[0] > now[1] else 1), default=None)


def fitting_years(printed: Printed, today: dt.date) -> list[Period]:
    """The days from 2011 to `today` that a day, month and weekday fit."""
    periods = (period_in(printed, year) for year in range(FIRST_YEAR, today.year + 1))
    return [period for period in periods if period and period[0] <= today and fits_weekday(printed, period)]
