"""Rules about words alone: a number's shape (EK003), a date (EK005, EK007)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from extractor.checking.described import Wording
from extractor.checking.notation import count
from extractor.checking.rule import Matter, Remark, Rule
from extractor.messages import month, say, weekday
from extractor.reading.mentions import DateMention

_FURNITURE = "page"
_MOST_FITTING = 3


def _doubled_unit(matter: Matter) -> Iterator[Remark]:
    doubled = [quantity for quantity in matter.quantities if quantity.repair == "doubled-unit"]
    if doubled:
        at = {(f.quantity.start, f.quantity.end): f.id for f in matter.figures}
        for quantity in doubled:
            span = quantity.start, quantity.end
            message = partial(
                say, "doubled-unit", printed=matter.printed(*span), value=count(int(quantity.value))
            )
            yield Remark("EK003", DOUBLED_UNIT.severity, span, message, (at[span],) if span in at else ())


def _impossible_date(matter: Matter) -> Iterator[Remark]:
    for date in matter.dates:
        if date.impossible and date.role != _FURNITURE:
            message = partial(say, "impossible-date", printed=matter.printed(date.start, date.end))
            yield Remark("EK005", IMPOSSIBLE_DATE.severity, (date.start, date.end), message)


def fitting_dates(date: dt.date, day: int) -> list[dt.date]:
    """Dates one slip from `date` that fall on weekday `day` (Monday is 0): day, year or month misprinted.

    >>> fitting_dates(dt.date(2021, 6, 10), 4)
    [datetime.date(2021, 6, 11), datetime.date(2022, 6, 10)]
    """
    shifted = [_moved(date, days=n) for n in (1, -1, 2, -2, 3, -3)]
    other_years = [_moved(date, years=n) for n in (1, -1, 2, -2)]
    other_months = [_moved(date, months=n) for n in (1, -1)]
    near = [d for d in shifted if d is not None and d.weekday() == day][:1]
    return [*near, *(d for d in other_years + other_months if d is not None and d.weekday() == day)][
        :_MOST_FITTING
    ]


def _moved(date: dt.date, days: int = 0, months: int = 0, years: int = 0) -> dt.date | None:
    try:
        if days:
            return date + dt.timedelta(days=days)
        years_on, month_index = divmod(date.month - 1 + months, 12)
        return date.replace(year=date.year + years + years_on, month=month_index + 1)
    except (ValueError, OverflowError):
        return None


def _weekday_date(matter: Matter) -> Iterator[Remark]:
    for date in matter.dates:
        if date.weekday_fits is False and date.role != _FURNITURE and date.weekday is not None:
            message = _weekday_message(date)
            if message is not None:
                yield Remark("EK007", WEEKDAY_DATE.severity, (date.start, date.end), message)


def _weekday_message(date: DateMention) -> partial[str] | None:
    if date.first is None or date.weekday is None:
        return None
    return partial(_say_weekday, date=date.first, wrong=date.weekday)


def _say_weekday(lang: str, *, date: dt.date, wrong: int) -> str:
    fitting = [_dated(d, lang) for d in fitting_dates(date, wrong)]
    joined = f" {say('or', lang)} ".join([", ".join(fitting[:-1]), fitting[-1]] if fitting[1:] else fitting)
    return say(
        "weekday-date",
        lang,
        date=_dated(date, lang),
        right=weekday(date.weekday(), lang),
        wrong=weekday(wrong, "id"),
        fitting=joined,
    )


def _dated(date: dt.date, lang: str) -> str:
    return f"{date.day} {month(date.month, lang)} {date.year}"


DOUBLED_UNIT = Rule(
    code="EK003",
    name="doubled-unit",
    severity="warning",
    summary="full digits followed by ribu or juta",
    explanation=(
        "A number printed to the last digit carries a scale word as well: 1.134.802 ribu would be over a "
        "billion. The number is read without the scale word."
    ),
    silence="Where the scale word belongs to the number (1,134 juta; 26 ribu) or a range (1 sampai 2 juta).",
    fires=(
        "Perekaman KTP Jalan Terus\n\nSLEMAN - Penduduk Kabupaten Sleman tercatat 1.134.802 ribu jiwa, kata "
        "Kepala Disdukcapil Kabupaten Sleman.",
    ),
    silent=(
        "Perekaman KTP Jalan Terus\n\nSLEMAN - Penduduk Kabupaten Sleman tercatat 1,134 juta jiwa, dan 26 "
        "ribu warga wajib KTP di antaranya belum merekam e-KTP.",
    ),
    check=_doubled_unit,
    indonesian=Wording(
        summary="angka lengkap diikuti ribu atau juta",
        explanation=(
            "Angka yang tercetak sampai satuan masih diberi kata kelipatan: 1.134.802 ribu berarti semiliar "
            "lebih. Angka dibaca tanpa kata kelipatan itu."
        ),
        silence="Bila kata kelipatan bagian dari angka (1,134 juta; 26 ribu) atau rentang (1 sampai 2 juta).",
    ),
)

IMPOSSIBLE_DATE = Rule(
    code="EK005",
    name="impossible-date",
    severity="error",
    summary="a date that no calendar has",
    explanation="A day and month that do not exist, such as 31 June, or 29 February outside a leap year.",
    silence="On dates of the page itself (header, caption, copyright).",
    fires=(
        "Perekaman Dikebut\n\nSLEMAN - Data per 31 Juni 2019 mencatat 12.408 warga Kabupaten Sleman belum "
        "merekam e-KTP.",
    ),
    silent=(
        "Perekaman Dikebut\n\nSLEMAN - Data per 30 Juni 2019 mencatat 12.408 warga Kabupaten Sleman belum "
        "merekam e-KTP.",
    ),
    check=_impossible_date,
    indonesian=Wording(
        summary="tanggal yang tidak ada di kalender",
        explanation="Tanggal yang tidak ada, misalnya 31 Juni, atau 29 Februari di luar tahun kabisat.",
        silence="Pada tanggal milik halaman (kepala, keterangan foto, hak cipta).",
    ),
)

WEEKDAY_DATE = Rule(
    code="EK007",
    name="weekday-date",
    severity="error",
    summary="a weekday that does not fit its date",
    explanation=(
        "The weekday printed beside a full date is not the one that the calendar gives. The finding lists "
        "dates one slip away that would fit: another day of that week, another year, another month."
    ),
    silence="Where the date is not complete in print, and on dates of the page itself.",
    fires=(
        "Perekaman Dikebut\n\nSLEMAN - Sebanyak 12.408 warga Kabupaten Sleman belum merekam e-KTP, kata "
        "Kepala Disdukcapil Kabupaten Sleman, Jumat (10/6/2021).",
    ),
    silent=(
        "Perekaman Dikebut\n\nSLEMAN - Sebanyak 12.408 warga Kabupaten Sleman belum merekam e-KTP, kata "
        "Kepala Disdukcapil Kabupaten Sleman, Kamis (10/6/2021).",
    ),
    check=_weekday_date,
    indonesian=Wording(
        summary="nama hari yang tidak cocok dengan tanggalnya",
        explanation=(
            "Nama hari di samping tanggal lengkap bukan hari menurut kalender. Temuan menyebut tanggal "
            "berdekatan yang cocok: hari lain pekan itu, tahun lain, bulan lain."
        ),
        silence="Bila tanggalnya tidak lengkap, dan pada tanggal milik halaman.",
    ),
)

RULES = (DOUBLED_UNIT, IMPOSSIBLE_DATE, WEEKDAY_DATE)
