"""Figures against official tables: one that the user gives (EK504), the population that ships here (EK505)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from extractor.across.reference import Entry
from extractor.across.rule import BREAK, AcrossRule, Clash, Stock
from extractor.across.telling import Count
from extractor.across.weight import severity
from extractor.checking.described import Wording
from extractor.checking.intervals import Interval
from extractor.checking.notation import count, decimal, difference
from extractor.messages import say
from extractor.reading.places import population
from extractor.report import Severity

# Measured on 77 figures of 2012 to 2025: wajib KTP per inhabitant lay between 0.49 and 0.92, one misprint aside.
_LEAST, _MOST = Fraction(45, 100), Fraction(95, 100)


def _differs(stock: Stock) -> Iterator[Clash]:
    for told in _counts(stock):
        entry = stock.reference.at(told.code, told.indicator, told.start, told.end)
        if entry is None or told.interval.meets(Interval(entry.value, entry.value)):
            continue
        near = told.interval.near(Interval(entry.value, entry.value))
        yield _against(told, entry, severity([told]) if near else "note")


def _counts(stock: Stock) -> Iterator[Count]:
    for told in stock.by_place.values():
        for counts in told.values():
            yield from counts


def _against(told: Count, entry: Entry, weight: Severity) -> Clash:
    printed, official = count(int(told.figure.value)), count(entry.value)
    message = partial(
        say,
        "reference-differs",
        value=printed,
        reference=official,
        source=entry.source,
        place=told.place.name or "",
    )
    line = difference(int(told.figure.value), entry.value)
    return Clash((told,), message, lambda _: [line], weight)


def _implausible(stock: Stock) -> Iterator[Clash]:
    for told in stock.by_place.values():
        for each in told.get("wktp", ()):
            people = population(each.code, each.start.year)
            if people and not each.interval.meets(Interval(_LEAST * people, _MOST * people)):
                yield _share(each, people)


def _share(told: Count, people: int) -> Clash:
    value = int(told.figure.value)
    percent = decimal(Fraction(100 * value, people), 1)
    message = partial(
        say,
        "implausible-share",
        value=count(value),
        people=count(people),
        percent=percent,
        place=told.place.name or "",
    )
    return Clash((told,), message, lambda _: [f"100 × {count(value)} / {count(people)} = {percent}"], "note")


_TABLE = "code,date,indicator,value,source\n35.23,2019-03-01,recorded,{value},Ditjen Dukcapil"
_TOLD = (
    "Perekaman KTP di Tuban\n\nTUBAN - Warga Kabupaten Tuban yang sudah merekam e-KTP per 1 Maret 2019 sebanyak "
    "871.204 orang."
)
_OBLIGED = (
    "Wajib KTP Tuban\n\nTUBAN - Jumlah wajib KTP di Kabupaten Tuban per 1 Maret 2019 tercatat {wktp} jiwa, kata "
    "Kepala Disdukcapil Kabupaten Tuban."
)

REFERENCE_DIFFERS = AcrossRule(
    code="EK504",
    name="reference-differs",
    severity="warning",
    summary="a figure differs from the official table that was given",
    explanation=(
        "The table given with --reference has another number for the same place, indicator and date, and the figure "
        "cannot be read as a rounding of it."
    ),
    silence="Without --reference, and where the table has no row whose days share those of the figure.",
    fires=(BREAK.join([_TABLE.format(value="872204"), _TOLD]),),
    silent=(BREAK.join([_TABLE.format(value="871204"), _TOLD]), _TOLD),
    check=_differs,
    indonesian=Wording(
        summary="angka berbeda dari tabel resmi yang diberikan",
        explanation=(
            "Tabel dari --reference memuat angka lain untuk tempat, indikator, dan tanggal yang sama, dan angka itu "
            "tidak dapat dibaca sebagai pembulatannya."
        ),
        silence="Tanpa --reference, dan bila tabel tidak punya baris yang tanggalnya bersinggungan dengan angka itu.",
    ),
)

IMPLAUSIBLE_SHARE = AcrossRule(
    code="EK505",
    name="implausible-share",
    severity="note",
    summary="the obliged people are hardly a possible share of the population",
    explanation=(
        "Between 45 and 95 percent of the people of a place are 17 and over or married. The population is that of "
        "Data Konsolidasi Bersih, semester II 2024, for older articles with the places that have been split off since."
    ),
    silence="On districts and villages, and on all other indicators.",
    fires=(_OBLIGED.format(wktp="1.302.112"),),
    silent=(_OBLIGED.format(wktp="902.112"),),
    check=_implausible,
    indonesian=Wording(
        summary="wajib KTP hampir tidak mungkin sebesar itu dibanding jumlah penduduk",
        explanation=(
            "Penduduk berumur 17 tahun ke atas atau sudah kawin antara 45 dan 95 persen dari penduduk. Jumlah penduduk "
            "dari Data Konsolidasi Bersih semester II 2024, untuk artikel lama bersama daerah yang kemudian dimekarkan."
        ),
        silence="Pada kecamatan dan desa, dan pada semua indikator lain.",
    ),
)

RULES = (REFERENCE_DIFFERS, IMPLAUSIBLE_SHARE)
