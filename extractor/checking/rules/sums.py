"""Sums and shares in one place: whole and parts (EK201), percentages of them (EK202).

Both come from the balances of `patterns/ektp/identities.jsonl`: whole = part + rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from extractor.checking import slips
from extractor.checking.balances import ceilings, complements, shares, sums
from extractor.checking.cells import Cell
from extractor.checking.equations import Complement, Equation, Same, Share, Sum
from extractor.checking.excuses import complement_excused, plausible_gap, share_excused, sum_excused
from extractor.checking.identities import identities
from extractor.checking.rule import Conflict, Matter, Rule, Wording
from extractor.checking.rules.repeats import clashes as repeats
from extractor.checking.weight import severity, together


def _distance(equation: Equation) -> float:
    """How far an equation is from holding, to choose the likeliest among those that could be meant."""
    if isinstance(equation, Sum):
        off = max(
            equation.whole.interval.low - equation.total().high,
            equation.total().low - equation.whole.interval.high,
        )
        return float(off)
    if isinstance(equation, Share):
        computed = equation.computed()
        percent = equation.percent.interval
        return (
            0.0 if computed is None else float(max(computed.low - percent.high, percent.low - computed.high))
        )
    return 0.0


def _unexcused(
    alike: Sequence[Equation], repeated: set[frozenset[int]], excused: Callable[[Equation], bool]
) -> Iterator[Equation]:
    """Of equations that differ only in which of several values they take, those that do not hold for good.

    Where one of them holds, the others ask for the wrong value; they count only against a value that a
    repetition accuses anyway. Where none holds, the nearest one stands for all.
    """
    holding = [e for e in alike if e.holds()]
    failing = [e for e in alike if not e.holds()]
    if not failing:
        return
    if holding:
        yield from (e for e in failing if any(_repeats(e, h, repeated) for h in holding) and not excused(e))
        return
    if all(not excused(e) for e in failing):
        yield min(failing, key=_distance)


def _repeats(failing: Equation, holding: Equation, repeated: set[frozenset[int]]) -> bool:
    """Whether the two differ only by values that are accused as differing repetitions."""
    pairs = zip(failing.members, holding.members, strict=True)
    return all(a is b or frozenset((id(a), id(b))) in repeated for a, b in pairs)


def _grouped(found: Iterable[Equation]) -> list[list[Equation]]:
    """Equations by the shape of what they hold together: indicators, and the percentage itself."""
    groups: dict[tuple[object, ...], list[Equation]] = {}
    for equation in found:
        shape = tuple(id(v) if v.percent else v.indicator for v in equation.members)
        form = (type(equation), *_form(equation), *shape)
        groups.setdefault(form, []).append(equation)
    return list(groups.values())


def _form(equation: Equation) -> tuple[bool, ...]:
    if isinstance(equation, Share):
        return equation.part is None, equation.other is None, equation.whole is None
    return ()


def _repeated(matter: Matter, cell: Cell) -> set[frozenset[int]]:
    found = (conflict.equation for conflict in repeats(matter, cell))
    return {frozenset((id(e.a), id(e.b))) for e in found if isinstance(e, Same)}


def _conflict(matter: Matter, cell: Cell, code: str, equation: Equation) -> Conflict:
    bases = tuple(v for v in equation.members if v.indicator in identities().slow)
    times = together(matter.timing, equation.members, bases)
    return Conflict(code, cell, equation, severity(equation.members, times, slip=_slipped(equation)))


def _slipped(equation: Equation) -> bool:
    """Whether a slip of hand in one member would explain the clash."""
    for member in equation.members:
        allowed = equation.allows(member)
        if allowed is not None and slips.slip(member.number, allowed, member.places):
            return True
    return False


def _check_sums(matter: Matter) -> Iterator[Conflict]:
    for cell in matter.full_cells:
        found = list(sums(matter, cell))
        repeated = _repeated(matter, cell) if found else set()
        for alike in _grouped(found):

            def excused(equation: Equation, cell: Cell = cell) -> bool:
                return not isinstance(equation, Sum) or sum_excused(cell, equation, matter.text)

            for equation in _unexcused(alike, repeated, excused):
                assert isinstance(equation, Sum)
                if plausible_gap(equation) or _slipped(equation):
                    yield _conflict(matter, cell, "EK201", equation)


def _check_shares(matter: Matter) -> Iterator[Conflict]:
    for cell in matter.full_cells:
        found: list[Equation] = list(shares(matter, cell))
        repeated = _repeated(matter, cell) if found else set()
        for alike in _grouped(found):

            def excused(equation: Equation, cell: Cell = cell) -> bool:
                return not isinstance(equation, Share) or share_excused(cell, equation)

            for equation in _unexcused(alike, repeated, excused):
                yield _conflict(matter, cell, "EK202", equation)
        yield from _check_ceilings(matter, cell)


def _check_complements(matter: Matter) -> Iterator[Conflict]:
    for cell in matter.full_cells:
        found: list[Equation] = list(complements(matter, cell))
        repeated = _repeated(matter, cell) if found else set()
        for alike in _grouped(found):

            def excused(equation: Equation, cell: Cell = cell) -> bool:
                return not isinstance(equation, Complement) or complement_excused(cell, equation, matter.text)

            for equation in _unexcused(alike, repeated, excused):
                yield _conflict(matter, cell, "EK203", equation)


def _check_ceilings(matter: Matter, cell: Cell) -> Iterator[Conflict]:
    for ceiling in ceilings(matter, cell):
        as_share = Share(ceiling.percent, ceiling.whole.indicator, part=ceiling.part, whole=ceiling.whole)
        if not ceiling.holds() and not share_excused(cell, as_share):
            yield Conflict("EK202", cell, ceiling, "warning")


BALANCE = Rule(
    code="EK201",
    name="balance",
    severity="error",
    summary="whole and parts do not add up",
    explanation=(
        "Recorded and unrecorded do not make the wajib KTP of the same place (nor owned and not owned, nor "
        "printed and unprinted the recorded that the text divides). Owned stands in for recorded where the "
        "text gives the unrecorded as the rest of it. Rounded figures are read as plus or minus one unit of "
        "the last digit."
    ),
    silence=(
        "Where another printed whole, or the difference of two, fits the parts; where a third class makes "
        "up the difference or is named (sisanya pindah); where parts are of different dates; where the "
        "parts are so far from the whole that something else must be counted."
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
            "Angka bulat dibaca kurang lebih satu satuan digit terakhirnya."
        ),
        silence=(
            "Bila keseluruhan lain yang tercetak, atau selisih dua angka, cocok; bila ada golongan ketiga "
            "(sisanya pindah); bila tanggal bagian-bagiannya berbeda; bila selisihnya terlalu besar untuk "
            "hal yang sama."
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
        "differ."
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
            "tanggalnya berbeda."
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
        "rest is named; where a hedged round percentage is near enough."
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
