"""Days and periods: what a printed date means once its year is known."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

Period = tuple[dt.date, dt.date]

MONTHS = {"semester": 6, "quarter": 3}
_PARTS = {None: (1, 12), "start": (1, 1), "middle": (6, 7), "end": (12, 12)}  # months of a part of a year
FIRST_YEAR = 2011  # recording of the electronic card began in 2011, so no report of it is older


@dataclass(slots=True)
class Printed:
    """A date as printed, before anything that the print leaves out is filled in.

    `day`, `month` and `year` are those of the end of a range and `first_*` those of its start. `number`
    counts the semester or quarter. `shift` counts units from the day of speaking, or from the date before it
    in the text where `follows` is set. `year_shift` belongs to a calendar date ("Desember tahun lalu").
    """

    start: int
    end: int
    unit: str  # "day", "week", "month", "quarter", "semester", "year"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    first_year: int | None = None
    first_month: int | None = None
    first_day: int | None = None
    number: int | None = None
    part: str | None = None  # "start", "middle" or "end" of the unit
    weekday: int | None = None  # Monday is 0
    direction: str | None = None  # "past", "this" or "future", seen from the day of speaking
    shift: int | None = None
    follows: bool = False
    year_shift: int | None = None
    enclosed: bool = False  # in brackets
    english: bool = False

    @property
    def has_position(self) -> bool:
        """Whether the print fixes a place in the calendar, its year aside."""
        return self.shift is None and (self.unit not in {"day", "week"} or self.month is not None)

    @property
    def is_range(self) -> bool:
        """Whether the print gives a first and a last day, month or year."""
        return self.first_day is not None or self.first_month is not None or self.first_year is not None

    @property
    def precision(self) -> str:
        """The precision that the report gives to the period."""
        if self.is_range or (self.unit == "year" and self.part == "middle"):
            return "range"
        return "month" if self.unit == "year" and self.part else self.unit


def day_or_none(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where no calendar has it."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def month_period(year: int, month: int, last_month: int | None = None) -> Period:
    """First and last day of a month, or of several."""
    last = last_month or month
    return dt.date(year, month, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def month_shift(day: dt.date, months: int) -> Period | None:
    """The month that lies `months` after that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return month_period(year, month + 1) if dt.MINYEAR <= year <= dt.MAXYEAR else None


def division_shift(day: dt.date, shift: int, months: int) -> Period | None:
    """The part of a year, of so many `months`, that lies `shift` parts after that of `day`."""
    first = month_shift(day, shift * months - (day.month - 1) % months)
    last = month_shift(first[0], months - 1) if first else None
    return (first[0], last[1]) if first and last else None


def year_period(year: int, part: str | None = None) -> Period:
    """A year. Its start is January and its end December, its middle the two months around it."""
    return month_period(year, *_PARTS[part])


def period_in(printed: Printed, year: int) -> Period | None:
    """The period that `printed` means when it ends in `year`; None where no calendar has it."""
    if printed.unit in {"semester", "quarter"}:
        length = MONTHS[printed.unit]
        end = (printed.number or 1) * length
        return month_period(year, end - length + 1, end) if end <= 12 else None
    if printed.unit == "year":
        if printed.first_year is not None:
            return dt.date(printed.first_year, 1, 1), dt.date(year, 12, 31)
        return year_period(year, printed.part)
    month = printed.month or 1
    first_month = printed.first_month or month
    first_year = printed.first_year or (year - 1 if first_month > month else year)
    if printed.unit == "month":
        return month_period(first_year, first_month)[0], month_period(year, month)[1]
    last = day_or_none(year, month, printed.day or 1)
    first = day_or_none(first_year, first_month, printed.first_day or printed.day or 1)
    if first is None or last is None or first > last:
        return None
    return first, last


def is_impossible(printed: Printed) -> bool:
    """Whether the print names a day that no calendar has ("31 April", "29 Februari 2019")."""
    if printed.unit != "day" or printed.month is None or printed.shift is not None:
        return False
    # A year that is not printed may be a leap year.
    return period_in(printed, printed.year or 2000) is None


def fits_weekday(printed: Printed, period: Period) -> bool:
    """Whether the printed weekday, if there is one, is that of the first day."""
    return printed.weekday is None or period[0].weekday() == printed.weekday


def distance(period: Period, other: Period) -> int:
    """Days between two periods, negative where `period` lies before; 0 where they meet."""
    if period[1] < other[0]:
        return (period[1] - other[0]).days
    return max(0, (period[0] - other[1]).days)


def fitting_dates(weekday: int, day: int, month: int, year: int) -> list[dt.date]:
    """Dates close to a printed one that its weekday fits, the nearest first.

    Tried are the slips that the press makes: the year off by one or two, day and month swapped, the day off
    within the same week. `weekday` counts from Monday, 0.
    """
    tried = [day_or_none(year + step, month, day) for step in (-2, -1, 1, 2)]
    tried += [day_or_none(year, day, month), day_or_none(year, month, day)]
    printed = tried[-1]
    if printed is not None and dt.MINYEAR < year < dt.MAXYEAR:
        tried += [printed + dt.timedelta(step) for step in range(-3, 4)]
    fitting = {date for date in tried if date is not None and date.weekday() == weekday}
    origin = printed or month_period(year, min(max(month, 1), 12))[1]
    return sorted(fitting, key=lambda date: (abs((date - origin).days), date))
