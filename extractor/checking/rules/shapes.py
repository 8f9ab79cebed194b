"""Rules about a number's separators: read two ways (EK001), two habits (EK002), groups that are none (EK004)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from extractor.checking.described import Wording
from extractor.checking.notation import count
from extractor.checking.rule import Matter, Remark, Rule
from extractor.checking.rules import unseen
from extractor.messages import say
from extractor.reading.mentions import QuantityMention

_POINT_AND_SCALE = re.compile(r"([1-9]\d{0,2}\.\d{3})\s+(?:juta|jt)", re.IGNORECASE)
_POINT = re.compile(r"\d{1,3}\.(?:\d{1,2}|\d{4,})(?!\d)")  # a dot that can only be a decimal mark
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+")
_TORN = ("bad-grouping", "short-group")


def _ambiguous(matter: Matter) -> Iterator[Remark]:
    for quantity in matter.quantities:
        if quantity.decimals == 3 and quantity.unit != "percent":
            printed = _POINT_AND_SCALE.fullmatch(matter.printed(*_span(quantity)))
            if printed and not _decided(matter, quantity, int(printed[1].replace(".", ""))):
                yield _remark(
                    "EK001", "ambiguous-separator", matter, quantity, value=count(int(quantity.value))
                )


def _decided(matter: Matter, quantity: QuantityMention, digits: int) -> bool:
    """Whether another number tells which it is: one that is near either reading, or a dot that marks decimals."""
    others = [other for other in matter.quantities if other is not quantity]
    return any(
        other.value == digits
        or (other.unit != "percent" and other.low <= quantity.high and quantity.low <= other.high)
        or _POINT.match(matter.text, other.start, other.end)
        for other in others
    )


def _mixed(matter: Matter) -> Iterator[Remark]:
    text = matter.text
    for quantity in matter.quantities:
        if quantity.repair == "mixed-separators":
            yield _remark("EK002", "mixed-separators", matter, quantity, value=count(int(quantity.value)))
    commas = [q for q in matter.quantities if "," in text[q.start : q.end] and _grouped(_COMMAS, matter, q)]
    if commas:
        dots = [q for q in matter.quantities if _grouped(_DOTS, matter, q)]
        if dots:
            odd, usual = (commas, dots) if len(commas) <= len(dots) else (dots, commas)
            yield _remark("EK002", "two-separators", matter, odd[0], other=matter.printed(*_span(usual[0])))


def _grouped(shape: re.Pattern[str], matter: Matter, quantity: QuantityMention) -> bool:
    """Whether a count is printed in groups of three with the mark."""
    count_of = quantity.unit != "percent"
    return count_of and shape.fullmatch(matter.text, quantity.start, quantity.end) is not None


def _torn(matter: Matter) -> Iterator[Remark]:
    for quantity in matter.quantities:
        if quantity.repair in _TORN:
            yield _remark("EK004", "bad-grouping", matter, quantity, value=count(int(quantity.value)))


def _span(quantity: QuantityMention) -> tuple[int, int]:
    return quantity.start, quantity.end


def _remark(code: str, key: str, matter: Matter, quantity: QuantityMention, **slots: str) -> Remark:
    """A note on a number, with the figure that it is, if it is one."""
    span = _span(quantity)
    names = tuple(f.id for f in matter.figures if (f.quantity.start, f.quantity.end) == span)
    return Remark(
        code, "note", span, partial(say, key, printed=matter.printed(*_span(quantity)), **slots), names
    )


_SLEMAN = "Perekaman KTP Jalan Terus\n\nSLEMAN - "

AMBIGUOUS = Rule(
    code="EK001",
    name="ambiguous-separator",
    severity="note",
    summary="a dot that may part thousands or decimals",
    explanation=(
        "2.315 juta may be 2,315 million with a dot as decimal mark, or 2.315 with a word too many. It is read "
        "as the former. " + unseen.ENGLISH
    ),
    silence=(
        "Where a comma or two groups decide (2,069 juta; 643.450); where the text prints the number to the last "
        "digit elsewhere; where another number has a dot that can only be a decimal mark (99.64 persen)."
    ),
    fires=(
        _SLEMAN
        + "Penduduk Kabupaten Sleman tercatat 1.134 juta jiwa, kata Kepala Disdukcapil Kabupaten Sleman.",
        "Perekaman di Jawa Tengah\n\nSEMARANG - Warga Jawa Tengah yang belum merekam e-KTP 2.315 juta orang.",
    ),
    silent=(
        _SLEMAN
        + "Penduduk Kabupaten Sleman tercatat 1,134 juta jiwa, kata Kepala Disdukcapil Kabupaten Sleman.",
        _SLEMAN
        + "Penduduk Kabupaten Sleman tercatat 1.134 juta jiwa. Warga yang sudah merekam e-KTP 99.64 persen.",
        _SLEMAN + "Penduduk Kabupaten Sleman tercatat 1.134 juta jiwa, tepatnya penduduk Kabupaten Sleman "
        "sebanyak 1.134.802 jiwa.",
        _SLEMAN + "Penduduk Kabupaten Sleman tercatat 1.134.802 jiwa.",
    ),
    check=_ambiguous,
    indonesian=Wording(
        summary="titik yang bisa memisahkan ribuan atau desimal",
        explanation=(
            "2.315 juta bisa berarti 2,315 juta dengan titik sebagai tanda desimal, atau 2.315 dengan kata yang "
            "berlebih. Dibaca sebagai yang pertama. " + unseen.INDONESIAN
        ),
        silence=(
            "Bila koma atau dua kelompok menentukan (2,069 juta; 643.450); bila teks mencetak angka itu lengkap "
            "di tempat lain; bila angka lain memakai titik yang hanya bisa tanda desimal (99.64 persen)."
        ),
    ),
)

MIXED = Rule(
    code="EK002",
    name="mixed-separators",
    severity="note",
    summary="dots and commas between thousands in one text",
    explanation=(
        "One number has a comma between its thousands where others have dots, or has both marks although people "
        "come whole. All are read as thousands. " + unseen.ENGLISH
    ),
    silence=(
        "Where the whole text has commas, or dots; on percentages and on numbers with ribu or juta, where the "
        "comma is the decimal mark."
    ),
    fires=(
        _SLEMAN
        + "Wajib KTP di Kabupaten Sleman 812,650 orang. Yang sudah melakukan perekaman 806.914 orang, "
        "yang belum melakukan perekaman 5.736 orang.",
        _SLEMAN + "Warga Kabupaten Sleman yang belum melakukan perekaman e-KTP 5.736,12 orang.",
    ),
    silent=(
        _SLEMAN
        + "Wajib KTP di Kabupaten Sleman 812,650 orang. Yang sudah melakukan perekaman 806,914 orang, "
        "yang belum melakukan perekaman 5,736 orang.",
        _SLEMAN
        + "Wajib KTP di Kabupaten Sleman 812.650 orang. Yang sudah melakukan perekaman 99,294 persen.",
        _SLEMAN + "Penduduk Kabupaten Sleman 1,135 juta jiwa. Wajib KTP di Kabupaten Sleman 812.650 orang.",
    ),
    check=_mixed,
    indonesian=Wording(
        summary="titik dan koma pemisah ribuan dalam satu teks",
        explanation=(
            "Satu angka memakai koma pemisah ribuan sedangkan yang lain titik, atau memakai keduanya padahal orang "
            "tidak terbagi. Semua dibaca sebagai ribuan. " + unseen.INDONESIAN
        ),
        silence=(
            "Bila seluruh teks memakai koma, atau titik; pada persentase dan angka dengan ribu atau juta, yang "
            "komanya tanda desimal."
        ),
    ),
)

TORN = Rule(
    code="EK004",
    name="bad-grouping",
    severity="note",
    summary="a number whose groups are not of three digits",
    explanation=(
        "A digit was lost or gained in print: 64.3450, 1.270.00. The number is read from its digits, with the "
        "zeros of a short last group filled in, and may be another one."
    ),
    silence=(
        "On what is no count: dates, clock times, telephone and identity numbers, versions; and on decimals "
        "(99,6432 persen)."
    ),
    fires=(
        _SLEMAN + "Wajib KTP di Kabupaten Sleman kurang lebih 1.270.00 orang.",
        _SLEMAN + "Warga Kabupaten Sleman yang sudah melakukan perekaman 80.6914 orang.",
    ),
    silent=(
        _SLEMAN + "Wajib KTP di Kabupaten Sleman kurang lebih 1.270.000 orang.",
        _SLEMAN + "Warga Kabupaten Sleman yang sudah melakukan perekaman 99,2942 persen.",
        _SLEMAN
        + "Warga Kabupaten Sleman yang belum melakukan perekaman 5.736 orang bisa menelepon 0274.8689 "
        "atau datang pukul 08.00 sampai 15.00 WIB.",
    ),
    check=_torn,
    indonesian=Wording(
        summary="angka yang kelompoknya bukan tiga digit",
        explanation=(
            "Satu digit hilang atau berlebih dalam cetakan: 64.3450, 1.270.00. Angka dibaca dari digitnya, nol di "
            "kelompok terakhir yang pendek dilengkapi, dan bisa saja angka lain."
        ),
        silence=(
            "Pada yang bukan jumlah: tanggal, jam, nomor telepon dan identitas, versi; dan pada desimal (99,6432 "
            "persen)."
        ),
    ),
)

RULES = (AMBIGUOUS, MIXED, TORN)
