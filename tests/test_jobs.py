"""Reading in one and in several processes."""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from extractor.inputs import Input
from extractor.jobs import Done, Settings, run

SETTINGS = Settings(today=dt.date(2024, 5, 1), form="jsonl")


@dataclass(frozen=True, slots=True)
class Deadly(Input):
    """An input that kills the process that loads it, as a fault in a C library would."""

    def load(self) -> bytes:
        os._exit(1)


def inputs(count: int) -> list[Input]:
    text = "Blangko tersisa {} keping\n\nDi Kabupaten Kudus tersedia {} keping blangko e-KTP.\n"
    return [Input(f"{n}.txt", data=text.format(n * 1000, n * 1000).encode()) for n in range(1, count + 1)]


def sources(done: list[Done]) -> list[str]:
    return [json.loads(one.rows)["article"]["source"] for one in done]


@pytest.mark.parametrize("jobs", [1, 2])
def test_rows_come_in_the_order_of_the_inputs(jobs: int) -> None:
    done = list(run(inputs(40), SETTINGS, jobs))
    assert sources(done) == [one.source for one in done] == [one.source for one in inputs(40)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_input_that_cannot_be_read_is_told_in_its_place(jobs: int) -> None:
    first, second, third = inputs(3)
    done = list(
        run([first, Input("hilang.txt", "hilang.txt"), second, Input("x", data=b" "), third], SETTINGS, jobs)
    )
    assert [one.error for one in done] == [
        None,
        "no such file or directory",
        None,
        "the input is empty",
        None,
    ]


def test_an_input_that_kills_its_process_loses_no_other() -> None:
    items = inputs(30)
    items[3] = items[4] = items[29] = Deadly("maut.txt")
    done = list(run(items, SETTINGS, 2))
    assert [one.source for one in done] == [one.source for one in items]
    died = [number for number, one in enumerate(done) if one.error]
    assert died == [3, 4, 29]
    assert done[3].error == "the process that read it died"


def test_a_process_that_dies_by_itself_loses_nothing() -> None:
    def items() -> Iterator[Input]:
        for number, item in enumerate(inputs(40)):
            if number == 20:
                multiprocessing.active_children()[0].kill()
            yield item

    done = list(run(items(), SETTINGS, 2))
    assert sources(done) == [one.source for one in inputs(40)]


def test_inputs_are_taken_only_as_they_are_needed() -> None:
    taken = 0

    def items() -> Iterator[Input]:
        nonlocal taken
        for item in inputs(2000):
            taken += 1
            yield item

    reading = run(items(), SETTINGS, 2)
    next(reading)
    assert taken < 100
    reading.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Town council meets\n\nDan Brown spoke on Monday about 200 parking places.", True),
        ("Cijfers van de week\n\nDe raad sprak maandag over parkeren.", True),
        ("Angka\n\n1234567890", True),
        ("Harga cabai naik\n\nPedagang di pasar mengeluh karena panen yang gagal.", False),
        ("Layanan perekaman libur", False),
        ("Blangko aman\n\nDi Kabupaten Kudus tersedia 4.500 keping blangko e-KTP.", False),
    ],
)
def test_a_text_in_another_language_is_doubted(text: str, doubted: bool) -> None:
    (done,) = run([Input("a.txt", data=text.encode())], SETTINGS)
    assert (done.error, done.doubt is not None) == (None, doubted)
