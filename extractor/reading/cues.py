"""Cues: what a number counts. Phrases come from `patterns/ektp/cues.jsonl`, senses are composed from them.

"belum" (polarity) and "merekam" (act) make "unrecorded"; "wajib" and "KTP" make "wktp". The rules of composition hold
for every phrase of a label, so a new phrase needs no code. The `id` of a phrase lists its traits: "done" (the form
itself says that it happened: "terekam"), "card" (the form names the card: "ber-KTP"), "weak" (says nothing alone:
"tidak"), "said" (says something only with a word of polarity: "sudah membuat KTP"), "without" ("tanpa KTP"), "paper"
(another document: "kartu identitas anak"), "handing" (cards change hands: "dibagikan"), "sent" (cards come finished:
"dikirim"), "waiting" ("menunggu"), "made" (the card comes into being: "terbit"), "lack" (what is not done of the act
right behind it: "tunggakan perekaman"), "next" (says nothing without that), "final" (says nothing before a noun of
its own: "yang jadi tugas camat"), "name" (with a capital it begins the name of an outlet). The phrases of labels that
no rule reads (DONE, HEDGE, NOW) only keep their words from being other cues: "tidak kurang dari 310" lacks none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractor.reading.cue_acts import (
    act,
    act_alone,
    another_verb,
    grown,
    issued,
    of_something_else,
    recording,
)
from extractor.reading.cue_company import (
    ACTS,
    absorbed,
    added_acts,
    divided,
    followed_by,
    gap_between,
    joined,
    obliged_who,
    of_another_paper,
    people_who_must,
    swallowed,
    target_met,
)
from extractor.reading.mentions import Cue
from extractor.reading.senses import Sense, simple
from extractor.reading.waiting_for_card import join_waiting
from extractor.reading.wording import any_of


def compose_sentences(cues: list[Cue], sentences: Sequence[tuple[int, int]], text: str) -> list[Sense]:
    """The senses of each sentence's cues; both `cues` and `sentences` are in text order."""
    senses: list[Sense] = []
    position, count = 0, len(cues)
    for start, end in sentences:
        while position < count and cues[position].start < start:
            position += 1
        first = position
        while position < count and cues[position].end <= end:
            position += 1
        if position > first:
            senses += compose(cues[first:position], text)
    return senses


def compose(cues: list[Cue], text: str) -> list[Sense]:
    """The senses of the cues of one sentence, in text order."""
    senses: list[Sense] = []
    index, count = 0, len(cues)
    paper = False  # the sentence has turned to another document
    while index < count:
        cue, taken = cues[index], 1
        if cue.label == "IRREALIS" and (index + 1 == count or cues[index + 1].label not in ACTS):
            index += 1  # most "untuk" and "akan": there is no act that they make unreal
            continue
        paper = paper and cue.label not in _OF_THE_CARD
        rule = _RULES.get(cue.label)
        if rule is not None:
            sense, taken = rule(cues, index, text)
        else:
            sense = simple(cue)
        paper = paper or "paper" in cue.traits
        if taken > 1:
            paper = paper or any("paper" in each.traits for each in cues[index + 1 : index + taken])
        if sense is not None:
            if taken > 1:
                sense.end = max(sense.end, cues[index + taken - 1].end)
            if paper and sense.kind in _OF_A_PAPER:
                sense.kind, sense.indicator = "other", "other"
            senses.append(sense)
        index += taken
    return join_waiting(senses, text) if len(senses) > 1 else senses


_OF_THE_CARD = frozenset({"CARD", "WKTP", "RECORD", "MUST", "BLANK", "IKD"})
# "akta kelahiran sudah dimiliki 147.718 jiwa"
_OF_A_PAPER = frozenset({"act", "bare", "noun", "target", "realised"})


def _population(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """The people; "jumlah penduduk wajib KTP" counts the obliged, and so do "yang sudah masuk usia wajib KTP"."""
    if "dwelling" in cues[index].traits and _DWELLING.match(text, cues[index].end):
        return None, 1  # "Kalibawang yang penduduknya memang jarang, 402 jiwa"
    at = index + 1
    if at + 1 < len(cues) and grown(cues[at], text):
        at += 1
    if at < len(cues) and cues[at].label in ("WKTP", "MUST"):
        sense, taken = _RULES[cues[at].label](cues, at, text)
        if sense is not None and people_who_must(cues[index], cues[at], text):
            sense.start = cues[index].start
            return sense, taken + at - index
    return simple(cues[index]), 1


_DWELLING = re.compile(
    rf"""\s+(?:[^\W\d]+\s+){{0,2}}?{any_of("how people dwell")}
        \s*(?:[.;”"]|,(?!\s+(?:{any_of("leading to a number")})(?![^\W_])))""",
    re.VERBOSE | re.IGNORECASE,
)


def _people(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """People by their noun; "jumlah warga Klaten" names all of them, as "jumlah penduduk" does."""
    cue = cues[index]
    if "jumlah" in text[cue.start : cue.end].lower() and _OF_A_PLACE.match(text, cue.end):
        return Sense(cue.start, cue.end, "population", "population"), 1
    return simple(cue), 1


_OF_A_PLACE = re.compile(
    rf"\s+(?:di\s+)?(?:{any_of('kind before a name', 'province before a name')}\s+)?[A-Z][a-z]"
)


def _wktp(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    cue = cues[index]
    rule = _RULES.get(cues[index + 1].label) if obliged_who(cues, index, text) else None
    if rule is not None:
        sense, taken = rule(cues, index + 1, text)
        if sense is not None and sense.kind in ("act", "noun"):
            sense.start = cue.start
            return sense, taken + 1
    taken = 1 + absorbed(cues, index, text, ("CARD", "RECORD"), 1)
    # what was done is told of somebody: "wajib KTP terekam 35.118", "32.940 dari 39.154 wajib KTP yang merekam"
    done = next((at for at in range(1, taken) if _tells_of_some(cues, index, at, text)), taken)
    return Sense(cue.start, cue.end, "obliged", "wktp"), done


def _tells_of_some(cues: list[Cue], index: int, at: int, text: str) -> bool:
    act = cues[index + at]
    if act.label != "RECORD":
        return False
    return "done" in act.traits or (divided(cues[index], text) and text.endswith(" yang ", 0, act.start))


def _first(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """First voters; in "80.887 orang wajib KTP baru 57.824" the last word is the number's."""
    cue = cues[index]
    if text[cue.end - 5 : cue.end].lower() == " baru" and _NUMBER_BEHIND.match(text, cue.end):
        return Sense(cue.start, cue.end - 5, "obliged", "wktp"), 1
    if _NO.search(text, max(0, cue.start - 12), cue.start):
        return None, 1  # "777 jiwa lainnya bukan pemilih pemula"
    if _EXCEPT.search(text, max(0, cue.start - 20), cue.start) and _ASIDE_ENDS.match(text, cue.end):
        return None, 1  # "tunggakan rekamnya, di luar pemula tadi, 1,5 ribu jiwa"
    if _REASON.search(text, max(0, cue.start - 40), cue.start):
        return None, 1  # "yang wajib ber-KTP karena sudah masuk usia 17 tahun"
    lists = [
        number
        for number, each in enumerate(cues[index + 1 :], start=2)
        if each.label == "VOTER" and _LISTED.match(text, cue.end, each.start)
    ]
    return simple(cue), max(lists, default=1)  # "pemilih pemula yang masuk dalam DPT 9.229"


_NUMBER_BEHIND = re.compile(rf"\s+(?:{any_of('about')}\s+)?\d")


_NO = re.compile(rf"(?<![^\W_]){any_of('is not')}\s+$", re.IGNORECASE)
_REASON = re.compile(rf"(?<![^\W_]){any_of('because')}\s+(?:[^\W\d]+\s+){{0,3}}$", re.IGNORECASE)
_EXCEPT = re.compile(rf"(?<![^\W_]){any_of('except')}\s+(?:para\s+)?$", re.IGNORECASE)
_ASIDE_ENDS = re.compile(rf"(?:\s+{any_of('that', 'just told')})?\s*,", re.IGNORECASE)
_LISTED = re.compile(rf"\s+yang\s+{any_of('listed')}\s[^,.;:]{{0,60}}$", re.IGNORECASE)


def _added(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """What was added; "penambahan" takes the acts behind it as its object."""
    acts = added_acts(cues, index, text)
    cue = cues[index]
    return (Sense(cue.start, cue.end, "added", "added") if acts else simple(cue)), 1 + acts


def _target(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """A target; that of another document is none of ours: "target akta kelahiran 97 persen"."""
    if of_another_paper(cues, index, text):
        return Sense(cues[index].start, cues[index + 1].end, "other", "other"), 2
    if _FAR_OFF.match(text, cues[index].end):
        return None, 1  # "Target Masih Jauh, Baru 14.405 Aktivasi IKD"
    if target_met(cues[index], text):
        return Sense(cues[index].start, cues[index].end, "realised", "recorded"), 1
    return simple(cues[index]), 1


_FAR_OFF = re.compile(rf"\s+(?:masih\s+)?{any_of('far off')}(?![^\W_])", re.IGNORECASE)


def _ready_to_print(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """Recordings that wait for print; blank cards may be ready for it, too: "blangko e-KTP siap cetak"."""
    before = [c.label for c in cues[max(0, index - 2) : index]]
    if "BLANK" in before and text[cues[index].start : cues[index].end].lower().startswith("siap"):
        return None, 1
    return simple(cues[index]), 1


def _realised(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """What is reached; of another document it is none of ours: "cakupan KIA 20 persen"."""
    if of_another_paper(cues, index, text):
        return Sense(cues[index].start, cues[index + 1].end, "other", "other"), 2
    return simple(cues[index]), 1


def _rate(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """A rate; "per bulan Juli" is a date, and so is "sepekan kemudian"."""
    cue = cues[index]
    dated = text.endswith("bulan", cue.start, cue.end) and _MONTH.match(text, cue.end)
    return (None if dated or _SINCE.match(text, cue.end) else simple(cue)), 1


_SINCE = re.compile(rf"\s+{any_of('behind a span of time')}(?![^\W_])", re.IGNORECASE)
_MONTH = re.compile(rf"\s+{any_of('months behind per bulan')}", re.IGNORECASE)


def _sent(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """What is asked or sent: blank cards, but "e-KTP yang sudah dikirim" are printed ones."""
    cue = cues[index]
    before = [c for c in cues[max(0, index - 2) : index] if c.label not in ("POS", "DONE")]
    if not before or before[-1].label != "CARD" or any(c.label == "BLANK" for c in cues):
        return simple(cue), 1
    card = before[-1]
    if _WHICH.fullmatch(text, card.end, cue.start) is None or "sent" not in cue.traits:
        return simple(cue), 1
    if _ABOUT_THE_CARD.search(text, max(0, card.start - _LEAD), card.start):
        return simple(cue), 1  # "data e-KTP yang sudah dikirim ke pusat"
    return Sense(cue.start, cue.end, "act", "printed", 1, "PRINT"), 1


_LEAD = 16  # characters
_ABOUT_THE_CARD = re.compile(rf"(?<![^\W_]){any_of('about the card')}\s+$", re.IGNORECASE)
_WHICH = re.compile(rf"\s+yang\s+(?:{any_of('already')}\s+)?", re.IGNORECASE)


def _disputed(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """Words for what is only said; "Kabar" before another name is an outlet's: "(Kabar Banten) - Sebanyak …"."""
    cue = cues[index]
    if "name" in cue.traits and _OUTLET.match(text, cue.start):
        return None, 1
    return simple(cue), 1


_OUTLET = re.compile(r"[A-Z]\w+ [A-Z]")


def _todo(cues: list[Cue], index: int, text: str) -> tuple[Sense, int]:
    return Sense(cues[index].start, cues[index].end, "bare", None, -1), 1


def _rest(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """What is left; of an act right behind it, what is not done: "kekurangan perekaman 14.690 jiwa"."""
    cue = cues[index]
    if "lack" in cue.traits and followed_by(cues, index, text, "RECORD", "PRINT"):
        act_lacking = cues[index + 1]
        indicator = ACTS[act_lacking.label][1]
        return Sense(cue.start, act_lacking.end, "act", indicator, -1, act_lacking.label, said=True), 2
    if text.startswith((",", ".", ";"), cue.end) and text.endswith("kurang", cue.start, cue.end):
        return None, 1  # "70 persen dinilai masih kurang, 81 persen dianggap cukup"
    if _LIVES.match(text, cue.end) and text[cue.start : cue.end].lower() == "tinggal":
        return None, 1  # "3.010 orang tinggal di bantaran sungai"
    return (None if "next" in cue.traits else simple(cue)), 1


_LIVES = re.compile(
    rf"\s+(?:di|bersama|jauh|dekat)\s+(?!{any_of('levels of a number')}(?![^\W_]))", re.IGNORECASE
)


def _unreal(cues: list[Cue], index: int, text: str) -> tuple[None, int]:
    return None, 1 + swallowed(cues, index, text)


def _alien(cues: list[Cue], index: int, text: str) -> tuple[Sense, int]:
    cue = cues[index]
    return Sense(cue.start, cue.end, "other", "other"), 1 + swallowed(cues, index, text)


_RECORDING = re.compile("perekaman", re.IGNORECASE)


def _polar(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    cue = cues[index]
    polarity = -1 if cue.label == "NEG" else 1
    for step in range(1, 4):
        if index + step >= len(cues):
            break
        following = cues[index + step]
        gap = gap_between(text, cues[index + step - 1].end, following.start)
        if gap is None or gap > 4:
            break
        if following.label == "HAVEBEEN" and polarity < 0:
            act_told = _RECORDING.match(text, following.start)
            if act_told is not None:  # "yang belum melakukan perekaman tertinggi yaitu Kecamatan Sukau"
                undone = ACTS["RECORD"][1]
                return Sense(cue.start, act_told.end(), "act", undone, -1, "RECORD", said=True), step + 1
        if following.label == "ISSUE" and gap == 0:
            return issued(cues, index, step, text), step + 1
        if following.label == "READY":
            if followed_by(cues, index + step, text, "RECORD", "PRINT"):
                continue  # "belum selesai perekaman"
            if gap or not _of_the_card(cues, index, step, text):
                break
            indicator = "printed" if polarity > 0 else "unprinted"
            return Sense(cue.start, following.end, "act", indicator, polarity, "PRINT"), step + 1
        if following.label in ACTS:
            own = of_something_else(cues, index + step, text, cue)
            if own is not None:
                return own, step + 2
            at = index + step + recording(cues, index + step, text, polarity)
            sense = act(cues, at, text, polarity, cue.start)
            if sense is not None:
                sense.said = True
                both = polarity < 0 and joined(cues, at, text, ("OWN", "GET", "RECORD", "PRINT"))
                return sense, at - index + 1 + both
            break
        if following.label == "CARD" and "without" in cue.traits:
            return Sense(cue.start, following.end, "act", "not_owned", -1, "OWN"), step + 1
        if following.label == "PRR":
            return Sense(cue.start, following.end, "act", "unprinted", -1, "PRINT"), step + 1
        if following.label in ("MUST", "WKTP"):
            if polarity < 0 and gap:
                break  # "yang belum dari total wajib KTP"
            if polarity < 0:
                return Sense(cue.start, following.end, "other", "other"), step + 1
            sense, taken = _obliged(cues, index + step, text)
            return sense, step + taken
        if following.label == "FIRST" and gap == 0 and polarity > 0:
            # "sudah berumur 17 tahun"
            return Sense(cue.start, following.end, "obliged-weak", "wktp"), step + 1
        if following.label == "IKD":
            continue
        if following.label == "HAVEBEEN" and gap == 0:
            if followed_by(cues, index + step, text, "RECORD"):
                continue  # "belum terjangkau perekaman"
            return Sense(cue.start, following.end, "bare", None, polarity), step + 1
        if following.label not in ("CARD", "POS"):
            break
        if following.label == "POS" and polarity < 0 and not ("weak" in following.traits and gap == 0):
            break  # but "belum berhasil direkam"
    if "waiting" in cue.traits and followed_by(cues, index, text, "CARD"):
        # "masih menunggu KTP elektroniknya terbit"
        return Sense(cue.start, cues[index + 1].end, "act", "unprinted", -1, "PRINT"), 2
    if "weak" in cue.traits or another_verb(text, cue.end):
        return None, 1
    return Sense(cue.start, cue.end, "bare", None, polarity), 1


def _of_the_card(cues: list[Cue], index: int, step: int, text: str) -> bool:
    """Whether it is the card that is ready: "e-KTP yang sudah jadi", "sudah jadi kartunya"."""
    before = cues[max(0, index - 2) : index]
    return any(c.label == "CARD" for c in before) or followed_by(cues, index + step, text, "CARD")


def _obliged(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    cue = cues[index]
    taken = 1
    while index + taken < len(cues):
        following = cues[index + taken]
        if following.label not in ("CARD", "RECORD", "OWN", "GET"):
            break
        gap = gap_between(text, cues[index + taken - 1].end, following.start)
        if gap is None or gap > 2:
            break
        if following.label != "CARD" and any(c.label != "CARD" for c in cues[index + 1 : index + taken]):
            break
        taken += 1
    end = cues[index + taken - 1].end
    weak = taken == 1 and "weak" in cue.traits
    act = "RECORD" if any(c.label == "RECORD" for c in cues[index + 1 : index + taken]) else None
    return Sense(cue.start, end, "obliged-weak" if weak else "obliged", "wktp", act=act), taken


# label -> its sense at an index among the cues of a sentence, and how many cues that takes
_RULES: dict[str, Callable[[list[Cue], int, str], tuple[Sense | None, int]]] = {
    "NEG": _polar,
    "POS": _polar,
    "MUST": _obliged,
    "WKTP": _wktp,
    "ADD": _added,
    "POPULATION": _population,
    "PRR": _ready_to_print,
    "PEOPLE": _people,
    "FIRST": _first,
    "TARGET": _target,
    "TODO": _todo,
    "NEED": _sent,
    "DISPUTE": _disputed,
    "RATE": _rate,
    "REST": _rest,
    "HAVEBEEN": _realised,
    "IRREALIS": _unreal,
    "ALIEN": _alien,
    **dict.fromkeys(ACTS, act_alone),
}
