"""Sums and shares in one place: whole and parts (EK201), percentages of them (EK202, EK203).

All come from the balances of `patterns/ektp/identities.jsonl`: whole = part + rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checking.asides import set_aside
from extractor.checking.balances import ceilings, equations
from extractor.checking.cells import Cell
from extractor.checking.described import Wording
from extractor.checking.equations import Sum, Written
from extractor.checking.excuses import excused
from extractor.checking.rule import Conflict, Matter, Rule
from extractor.checking.selection import conflict, failing


def _unfitting(matter: Matter) -> Iterator[tuple[Cell, Written]]:
    """The cells in which an equation does not hold, with what is written for them."""
    for cell in matter.full_cells:
        written = equations(matter, cell)
        if not written.fits:
            yield cell, written


def _check_sums(matter: Matter) -> Iterator[Conflict]:
    for cell, written in _unfitting(matter):
        for equation in failing(matter, cell, written.sums):
            if not _exceeds(equation):
                yield conflict(matter, cell, "EK201", equation)


def _exceeds(equation: Sum) -> bool:
    """Whether one part alone is larger than the whole, which is another rule's to say."""
    return max(equation.part.interval.low, equation.other.interval.low) > equation.whole.interval.high


def _check_shares(matter: Matter) -> Iterator[Conflict]:
    for cell, written in _unfitting(matter):
        for equation in failing(matter, cell, written.shares):
            yield conflict(matter, cell, "EK202", equation)
    for cell in matter.full_cells:
        for ceiling in ceilings(matter, cell):
            if ceiling.holds() or excused(matter, cell, ceiling):
                continue
            if not any(set_aside(matter.text, value) for value in ceiling.members):
                yield Conflict("EK202", cell, ceiling, "warning")


def _check_complements(matter: Matter) -> Iterator[Conflict]:
    for cell, written in _unfitting(matter):
        for equation in failing(matter, cell, written.complements):
            yield conflict(matter, cell, "EK203", equation)


BALANCE = Rule(
    code="EK201",
    name="balance",
    severity="error",
    summary="whole and parts do not add up",
    explanation=(
        "Recorded and unrecorded do not make the wajib KTP of the same place (nor owned and not owned, nor "
        "printed and unprinted the recorded that the text divides). Owned stands in for recorded where the "
        "text gives the unrecorded as the rest of it. Rounded figures are read as plus or minus one unit of "
        "the last digit. A warning where sums and percentages fit one by one, but cannot all be right."
    ),
    silence=(
        "Where another printed whole, or the difference of two, fits the parts; where a third class makes "
        "up the difference or is named (sisanya pindah); where parts are of different dates; where another "
        "printed value fits, so that the odd one is a group, a cleaned rest (riil) or an earlier count "
        "(turun dari); where the parts are so far from the whole that something else must be counted."
    ),
    fires=(
        "Perekaman di Sleman\n\nSLEMAN - Wajib KTP di Kabupaten Sleman 812.650 orang. Yang sudah melakukan "
        "perekaman 806.914 orang, sedangkan yang belum melakukan perekaman 9.203 orang.",
    ),
    silent=(
        "Perekaman di Sleman\n\nSLEMAN - Wajib KTP di Kabupaten Sleman 812.650 orang. Yang sudah melakukan "
        "perekaman 806.914 orang, sedangkan yang belum melakukan perekaman 5.736 orang.",
        "Perekaman di Sleman\n\nSLEMAN - Wajib KTP di Kabupaten Sleman 812 ribu orang. Yang sudah melakukan "
        "perekaman 806 ribu orang, sedangkan yang belum melakukan perekaman sekitar 5.700 orang.",
    ),
    check=_check_sums,
    indonesian=Wording(
        summary="keseluruhan dan bagian tidak cocok jumlahnya",
        explanation=(
            "Yang sudah dan yang belum merekam tidak sama dengan wajib KTP di tempat yang sama (begitu pula "
            "yang memiliki dan belum memiliki, atau tercetak dan belum tercetak dari yang direkam). "
            "Kepemilikan dibaca sebagai perekaman bila teks menyebut yang belum merekam sebagai sisanya. "
            "Angka bulat dibaca kurang lebih satu satuan digit terakhirnya. Peringatan bila jumlah dan "
            "persentase cocok satu demi satu, tetapi tidak mungkin semuanya benar."
        ),
        silence=(
            "Bila keseluruhan lain yang tercetak, atau selisih dua angka, cocok; bila ada golongan ketiga "
            "(sisanya pindah); bila tanggal bagian-bagiannya berbeda; bila angka lain yang tercetak cocok, "
            "sehingga yang menyimpang ialah kelompok tertentu, angka bersih (riil), atau angka lama (turun "
            "dari); bila selisihnya terlalu besar untuk hal yang sama."
        ),
    ),
)

SHARE = Rule(
    code="EK202",
    name="share",
    severity="error",
    summary="a percentage does not fit its count and whole",
    explanation=(
        "100 × part / whole does not meet the printed percentage, read as plus or minus one unit of its "
        "last digit. The part is the printed count or what the other part leaves of the whole; the whole is "
        "the wajib KTP, or what the text names. A share of cards owned may also only be too large for the "
        "recorded."
    ),
    silence=(
        "Where any other printed whole, or difference of two, fits; where the text names a base that it "
        "does not print; where more than 100 percent is told of a count that repeats its whole; where dates "
        "differ; where the percentage fits its own count, or another percentage of the same kind does, so "
        "that this one is of a group (adalah lansia) or an earlier state (turun dari); where it is far from what "
        "the counts of other sentences make, so that it may be of villages or devices."
    ),
    fires=(
        "Perekaman di Sleman\n\nSLEMAN - Dari 812.650 wajib KTP di Kabupaten Sleman, 806.914 orang atau "
        "92,29 persen sudah melakukan perekaman.",
    ),
    silent=(
        "Perekaman di Sleman\n\nSLEMAN - Dari 812.650 wajib KTP di Kabupaten Sleman, 806.914 orang atau "
        "99,29 persen sudah melakukan perekaman.",
        "Perekaman di Sleman\n\nSLEMAN - Dari 812.650 wajib KTP di Kabupaten Sleman, 91,80 persen sudah "
        "melakukan perekaman. Sisanya 66 ribuan warga belum melakukan perekaman.",
        "Perekaman di Sleman\n\nSLEMAN - Perekaman di wilayah pegunungan Sleman baru 70 persen. Dari 812.650 wajib "
        "KTP di Kabupaten Sleman, 806.914 orang sudah melakukan perekaman.",
    ),
    check=_check_shares,
    indonesian=Wording(
        summary="persentase tidak cocok dengan jumlah dan keseluruhannya",
        explanation=(
            "100 × bagian / keseluruhan tidak bertemu persentase yang tercetak, dibaca kurang lebih satu "
            "satuan digit terakhirnya. Bagian ialah jumlah yang tercetak atau sisa dari bagian lain; "
            "keseluruhan ialah wajib KTP atau yang disebut teks. Persentase pemilik KTP hanya dapat terlalu "
            "besar bagi yang merekam."
        ),
        silence=(
            "Bila keseluruhan lain, atau selisih dua angka, cocok; bila teks menyebut dasar yang tidak "
            "dicetak; bila lebih dari 100 persen untuk jumlah yang mengulang keseluruhannya; bila "
            "tanggalnya berbeda; bila persentase itu cocok dengan jumlahnya sendiri, atau persentase lain "
            "sejenis cocok, sehingga yang ini tentang kelompok (adalah lansia) atau keadaan lama (turun "
            "dari); bila jauh dari hasil jumlah dalam kalimat lain, sehingga bisa jadi tentang desa atau alat."
        ),
    ),
)

COMPLEMENT = Rule(
    code="EK203",
    name="shares-complement",
    severity="error",
    summary="two shares of one whole do not make 100 percent",
    explanation=(
        "The percentages of those recorded and those not (or owning and not) are printed for one place and "
        "do not add up to 100, each read as plus or minus one unit of its last digit."
    ),
    silence=(
        "Where they have different bases or dates; where a third percentage makes up the difference or a "
        "rest is named; where they make a printed target; where a hedged round percentage is near enough."
    ),
    fires=(
        "Perekaman di Sleman\n\nSLEMAN - Di Kabupaten Sleman 98,4 persen wajib KTP sudah melakukan "
        "perekaman, sedangkan 5,2 persen wajib KTP belum melakukan perekaman.",
    ),
    silent=(
        "Perekaman di Sleman\n\nSLEMAN - Di Kabupaten Sleman 96,48 persen wajib KTP sudah melakukan "
        "perekaman, sedangkan 3,52 persen wajib KTP belum melakukan perekaman.",
    ),
    check=_check_complements,
    indonesian=Wording(
        summary="dua persentase dari satu keseluruhan tidak berjumlah 100",
        explanation=(
            "Persentase yang sudah dan yang belum merekam (atau memiliki) di satu tempat tidak berjumlah "
            "100, masing-masing dibaca kurang lebih satu satuan digit terakhirnya."
        ),
        silence=(
            "Bila dasar atau tanggalnya berbeda; bila persentase ketiga menutup selisihnya atau sisanya "
            "disebut; bila persentase bulat yang diberi kira-kira cukup dekat."
        ),
    ),
)

RULES = (BALANCE, SHARE, COMPLEMENT)
