"""Two sources with two figures for one quantity (EK103): no slip, but a reader should know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from itertools import combinations

from extractor.checking.cells import Value, doubtful
from extractor.checking.context import always_around, around
from extractor.checking.described import Wording
from extractor.checking.identities import identities, listed_words, source_kinds, sources
from extractor.checking.rule import Matter, Observation, Rule
from extractor.checking.timing import Relation
from extractor.checking.weight import relation
from extractor.messages import say

_MOST = 3  # values of one indicator; more are a list or a history
_FAR = 3  # times: voters and obliged are not the same people


def _check(matter: Matter) -> Iterator[Observation]:
    repeated = identities().repeated
    for cell in matter.full_cells:
        for indicator, values in cell.counted.items():
            if 1 < len(values) <= _MOST and indicator in repeated:
                for a, b in combinations(values, 2):
                    if not a.interval.meets(b.interval) and a.interval.near(b.interval, _FAR):
                        yield from _of_two_sources(matter, a, b)


def _of_two_sources(matter: Matter, a: Value, b: Value) -> Iterator[Observation]:
    told = around(matter.text, a.first), around(matter.text, b.first)
    if not any(any(map(sentence.__contains__, _names())) for sentence in told):
        return
    if doubtful(a) or doubtful(b) or a.loose().meets(b.loose()):
        return
    if relation(matter.timing, a, b) is Relation.APART:
        return
    named = [(_source(matter, value), value) for value in (a, b)]
    if named[0][0] == named[1][0]:
        return
    (_, registered), (source, other) = sorted(named, key=lambda item: item[0] is not None)
    if source is not None:
        slots = {"a": registered.shown(), "b": other.shown(), "source": source[1]}
        yield Observation(
            "EK103", "note", (other.first, registered.first), partial(say, "sources-differ", **slots)
        )


@cache
def _names() -> tuple[str, ...]:
    return tuple(name for kind in source_kinds() for name in listed_words(kind))


def _source(matter: Matter, value: Value) -> tuple[int, str] | None:
    """Which source other than the registry the sentences of every mention name, and how the first names it."""
    for at, pattern in enumerate(sources()):
        if always_around(matter.text, value, pattern):
            found = pattern.search(around(matter.text, value.first))
            return (at, found.group()) if found else None
    return None


_KAUR = (
    "Warga Kaur Belum Rekam\n\nBINTUHAN - Di Kabupaten Kaur 14.850 warga belum merekam e-KTP, kata Sekretaris "
    "Disdukcapil Kabupaten Kaur.\n\n"
)

SOURCES = Rule(
    code="EK103",
    name="sources-differ",
    severity="note",
    summary="two sources tell different figures of one quantity",
    explanation=(
        "The registry and the election office (KPU, Bawaslu, DPT) or the statistics office (BPS) are given with "
        "figures for one place and time that do not meet. They count other people by other rules, so neither need "
        "be wrong."
    ),
    silence=(
        "Where the dates differ; where one of the sources is not named in every sentence that tells its figure; "
        "where the figures are so far apart that they count something else; where one rounds the other."
    ),
    fires=(
        _KAUR + "KPU mendapati 12.191 warga Kabupaten Kaur yang belum merekam e-KTP.",
        _KAUR + "Menurut Bawaslu, 9.406 warga Kabupaten Kaur belum merekam e-KTP.",
    ),
    silent=(
        _KAUR + "KPU mendapati 14.850 warga Kabupaten Kaur yang belum merekam e-KTP.",
        _KAUR + "KPU mendapati 191 warga Kabupaten Kaur yang belum merekam e-KTP.",
        _KAUR + "KPU mendapati hampir 15 ribu warga Kabupaten Kaur yang belum merekam e-KTP.",
        "Warga Kaur Belum Rekam\n\nBINTUHAN - Per 1 Maret 2018 di Kabupaten Kaur 14.850 warga belum merekam e-KTP. Per "
        "9 Agustus 2018 KPU mendapati 12.191 warga Kabupaten Kaur yang belum merekam e-KTP.",
    ),
    check=_check,
    indonesian=Wording(
        summary="dua sumber menyebut angka berbeda untuk satu hal",
        explanation=(
            "Dinas kependudukan dan penyelenggara pemilu (KPU, Bawaslu, DPT) atau BPS disebut dengan angka yang tidak "
            "bertemu untuk tempat dan waktu yang sama. Yang dihitung dan caranya berbeda, jadi tidak harus ada yang "
            "salah."
        ),
        silence=(
            "Bila tanggalnya berbeda; bila sumbernya tidak disebut di setiap kalimat yang memuat angkanya; bila "
            "angkanya terlalu jauh sehingga menghitung hal lain; bila yang satu pembulatan."
        ),
    ),
)

RULES = (SOURCES,)
