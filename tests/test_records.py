"""Figures grouped by place and date."""

from __future__ import annotations

import datetime as dt

from extractor import extract

TODAY = dt.date(2026, 1, 1)


def test_one_record_per_place_and_date_lists_all_mentions() -> None:
    text = (
        "3.120 Warga Klaten Belum Rekam e-KTP\n\nKLATEN - Sebanyak 3.120 warga Kabupaten Klaten belum merekam e-KTP. "
        "Wajib KTP di Kabupaten Klaten 900.210 orang.\n\nAda 410 orang belum merekam di Kecamatan Wedi."
    )
    first, second = extract(text, today=TODAY).records
    assert first.place is not None
    assert first.place.name == "Kabupaten Klaten"
    assert {key: [(v.value, v.figures) for v in values] for key, values in first.values.items()} == {
        "unrecorded": [(3120, ["f1", "f2"])],
        "wktp": [(900210, ["f3"])],
    }
    assert second.place is not None
    assert second.place.name == "Kecamatan Wedi"


def test_a_rounded_restatement_is_folded_into_what_it_rounds() -> None:
    text = (
        "3 Ribu Warga Klaten Belum Rekam e-KTP\n\nSebanyak 3.120 warga Kabupaten Klaten belum merekam e-KTP."
    )
    (record,) = extract(text, today=TODAY).records
    (value,) = record.values["unrecorded"]
    assert (value.value, value.figures) == (3120, ["f1", "f2"])


def test_percentages_have_a_key_of_their_own() -> None:
    text = "Di Kabupaten Klaten yang sudah merekam 897.090 orang atau 99,65 persen."
    (record,) = extract(text, today=TODAY).records
    assert set(record.values) == {"recorded", "recorded_percent"}


def test_last_years_figure_stays_out_of_this_years_record() -> None:
    text = (
        "Yang sudah merekam e-KTP di Kabupaten Klaten 99,65 persen, kata dia, Rabu (17/1/2024). "
        "Pada 2021 perekaman baru 97,10 persen."
    )
    assert [list(r.values) for r in extract(text, today=TODAY).records] == [
        ["recorded_percent"],
        ["recorded_percent"],
    ]
