"""Figures that no place or date was found for (EK006): what a reader of tables has to look up himself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from extractor.checking.described import Wording
from extractor.checking.identities import identities
from extractor.checking.rule import Matter, Observation, Rule
from extractor.messages import say


def _unbound(matter: Matter) -> Iterator[Observation]:
    for figure in matter.figures:
        if figure.percent or figure.indicator not in identities().repeated:
            continue
        placed, dated = figure.place is not None, figure.as_of is not None
        if not (placed and dated):
            key = "unbound-date" if placed else "unbound-place" if dated else "unbound"
            message = partial(say, key, printed=matter.printed(figure.quantity.start, figure.quantity.end))
            yield Observation("EK006", "note", (figure,), message)


_DATED = "Perekaman Dikebut\n\nSLEMAN - Per 1 Maret 2019 sebanyak 12.408 warga Kabupaten Sleman belum merekam e-KTP"

UNBOUND = Rule(
    code="EK006",
    name="unbound-figure",
    severity="note",
    summary="a number of people without a place or without a date",
    explanation=(
        "For a count of residents, obliged, recorded or unrecorded people no official place was found, or no "
        "date. Runs only when it is named (--select EK006)."
    ),
    silence="Where both are found, decided or not, and on percentages, cards, targets and numbers of other things.",
    fires=(
        "Perekaman Dikebut\n\nSebanyak 12.408 warga belum merekam e-KTP.",
        "Perekaman Dikebut\n\nSLEMAN - Sebanyak 12.408 warga Kabupaten Sleman belum merekam e-KTP.",
    ),
    silent=(
        _DATED + ".",
        _DATED + " atau 1,5 persen.",
        "Perekaman Dikebut\n\nSebanyak 12.408 keping blangko e-KTP sudah dikirim ke kecamatan.",
    ),
    check=_unbound,
    indonesian=Wording(
        summary="jumlah orang tanpa tempat atau tanpa tanggal",
        explanation=(
            "Jumlah penduduk, wajib KTP, yang sudah atau belum merekam tidak mendapat tempat resmi, atau tidak "
            "mendapat tanggal. Berjalan hanya bila disebut (--select EK006)."
        ),
        silence="Bila keduanya ada, pasti atau belum, dan pada persentase, kartu, target, dan angka hal lain.",
    ),
    asked="named",
)

RULES = (UNBOUND,)
