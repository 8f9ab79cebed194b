"""Cues: what a number counts. Phrases come from `patterns/ektp/cues.jsonl`, senses are composed from them.

"belum" (polarity) and "merekam" (act) make "unrecorded"; "wajib" and "KTP" make "wktp". The rules of composition
hold for every phrase of a label, so a new phrase needs no code. The `id` of a phrase lists its traits: "done" (the
form itself says that it happened: "terekam"), "card" (the form names the card: "ber-KTP"), "weak" (says nothing
alone: "tidak"), "said" (says something only with a word of polarity: "sudah membuat KTP"), "without" ("tanpa KTP"),
"paper" (another document: "kartu identitas anak"). The phrases of labels that no rule reads (DONE, HEDGE, NOW) only
keep their words from being other cues: "tidak kurang dari 310" lacks none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.data import rows
from extractor.reading.cue_company import (
    ACTS,
    absorbed,
    added_acts,
    gap_between,
    handed_out,
    in_brackets,
    joined,
    near_card,
    obliged_who,
    of_another_paper,
    of_obliged,
    on_suket,
    owns_recording,
    people_who_must,
    reached_office,
    swallowed,
    target_met,
)
from extractor.reading.mentions import Cue

COMPLEMENT = {
    "recorded": "unrecorded",
    "unrecorded": "recorded",
    "owned": "not_owned",
    "not_owned": "owned",
    "printed": "unprinted",
    "unprinted": "printed",
    "first_voters": "first_voters_unrecorded",
    "first_voters_recorded": "first_voters_unrecorded",
    "wktp": "unrecorded",
    "blanks": "blanks",
}


@dataclass(slots=True)
class Sense:
    """A composed cue.

    `kind`: "act" (polarity and act), "noun" (an act without polarity), "bare" (polarity alone), "obliged", or one of
    `_SIMPLE`; with "-weak" behind it where the phrase alone says little. `indicator` is None where the passage decides
    (bare, rest, same, share) or the cue says something else than what is counted (anaphor, series, dispute, subgroup).
    """

    start: int
    end: int
    kind: str
    indicator: str | None
    polarity: int = 0
    act: str | None = None
    said: bool = False  # polarity stands as a word of its own ("belum", "sudah"), not in the form of the act


_SIMPLE: dict[str, tuple[str, str | None]] = {
    "PRR": ("act", "unprinted"),
    "SUKET": ("suket", "suket"),
    "BLANK": ("blanks", "blanks"),
    "POPULATION": ("population", "population"),
    "VOTER": ("voters", "other"),
    "FIRST": ("first", "first_voters"),
    "TARGET": ("target", "target"),
    "REST": ("rest", None),
    "RATE": ("rate", "recorded_per_day"),
    "ADD": ("added", "added"),
    "SEX": ("other", "other"),
    "BIRTHGROUP": ("subgroup", None),
    "HAVEBEEN": ("realised", "recorded"),
    "ANAPHOR": ("anaphor", None),
    "SERIES": ("series", None),
    "CHANGE": ("change", "other"),
    "DISPUTE": ("dispute", None),
    "SAME": ("same", None),
    "SHARE": ("share", None),
    "NEED": ("need", "blanks"),
    "ASK": ("ask", "blanks"),
    "PEOPLE": ("people", "population"),
    "IKD": ("ikd", "ikd"),
}


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
        paper = paper and cue.label not in _OF_THE_CARD
        rule = _RULES.get(cue.label)
        if rule is not None:
            sense, taken = rule(cues, index, text)
        else:
            sense = _simple(cue)
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
    return senses


_OF_THE_CARD = frozenset({"CARD", "WKTP", "RECORD", "MUST", "BLANK", "IKD"})
_OF_A_PAPER = frozenset(
    {"act", "bare", "noun", "target", "realised"}
)  # "akta kelahiran sudah dimiliki 147.718 jiwa"


def _population(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """The people; "jumlah penduduk wajib KTP" counts the obliged, and so do "yang sudah masuk usia wajib KTP"."""
    at = index + 1
    if at + 1 < len(cues) and _grown(cues[at], text):
        at += 1
    if at < len(cues) and cues[at].label in ("WKTP", "MUST"):
        sense, taken = _RULES[cues[at].label](cues, at, text)
        if sense is not None and people_who_must(cues[index], cues[at], text):
            sense.start = cues[index].start
            return sense, taken + at - index
    return _simple(cues[index]), 1


def _people(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """People by their noun; "jumlah warga Klaten" names all of them, as "jumlah penduduk" does."""
    cue = cues[index]
    if "jumlah" in text[cue.start : cue.end].lower() and _OF_A_PLACE.match(text, cue.end):
        return Sense(cue.start, cue.end, "population", "population"), 1
    return _simple(cue), 1


_OF_A_PLACE = re.compile(r"\s+(?:di\s+)?(?:(?:Kabupaten|Kota|Kecamatan|Provinsi)\s+)?[A-Z][a-z]")


def _simple(cue: Cue) -> Sense | None:
    """The sense of a cue that says the same in all company; None where it only serves others."""
    meant = _SIMPLE.get(cue.label)
    if meant is None:
        return None
    kind, indicator = meant
    return Sense(cue.start, cue.end, f"{kind}-weak" if "weak" in cue.traits else kind, indicator)


def _wktp(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    cue = cues[index]
    if obliged_who(cues, index, text):
        sense, taken = _RULES[cues[index + 1].label](cues, index + 1, text)
        if sense is not None and sense.kind in ("act", "noun"):
            sense.start = cue.start
            return sense, taken + 1
    taken = 1 + absorbed(cues, index, text, ("CARD", "RECORD"), 1)
    return Sense(cue.start, cue.end, "obliged", "wktp"), taken


def _first(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """First voters; in "80.887 orang wajib KTP baru 57.824" the last word is the number's."""
    cue = cues[index]
    if text[cue.end - 5 : cue.end].lower() == " baru" and _NUMBER_BEHIND.match(text, cue.end):
        return Sense(cue.start, cue.end - 5, "obliged", "wktp"), 1
    return _simple(cue), 1


_NUMBER_BEHIND = re.compile(r"\s+(?:sekitar\s+|sebanyak\s+)?\d")


def _added(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """What was added; "penambahan" takes the acts behind it as its object."""
    acts = added_acts(cues, index, text)
    cue = cues[index]
    return (Sense(cue.start, cue.end, "added", "added") if acts else _simple(cue)), 1 + acts


def _act_alone(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """An act without a word of polarity before it."""
    cue = cues[index]
    if cue.label == "RECORD" and of_obliged(cues, index, text):
        return Sense(cue.start, cues[index + 1].end, "noun", "recorded", 0, "RECORD"), 2
    if of_another_paper(cues, index, text):
        return Sense(cue.start, cues[index + 1].end, "other", "other"), 2
    if on_suket(cues, index, text):
        return Sense(cue.start, cues[index + 1].end, "suket", "suket"), 2
    if _grown(cue, text):
        return None, 1
    if cue.label == "PRINT" and _TO_COME.search(text, max(0, cue.start - _TO_COME_REACH), cue.start):
        return Sense(cue.start, cue.end, "act", "unprinted", -1, "PRINT"), 1
    if "said" in cue.traits or ("card" in cue.traits and in_brackets(cue, text)):
        return None, 1  # "wajib berkartu tanda penduduk (ber-KTP)"
    if cue.label == "RECORD" and joined(cues, index, text, ("PRINT",)):
        return _act(cues, index, text, 0, cue.start), 2  # "perekaman dan pencetakan"
    return _act(cues, index, text, 0, cue.start), 1


def _grown(cue: Cue, text: str) -> bool:
    """Whether people only came of age or into a group: "sudah masuk usia wajib KTP", "yang jadi pemilih pemula"."""
    if not text.endswith(("masuk", "jadi"), cue.start, cue.end):
        return False
    return _GROUP.match(text, cue.end) is not None


_GROUP = re.compile(
    r"\s+(?:dalam\s+)?(?:usia|umur|kategori|masa|golongan|pemilih|pemula|peserta|warga|penduduk|wajib)(?![^\W_])",
    re.IGNORECASE,
)


_TO_COME_REACH = 10  # characters
_TO_COME = re.compile(
    r"(?<![^\W_])(?:akan|segera|hendak|bisa|dapat)\s+$", re.IGNORECASE
)  # "62.000 e-KTP akan dicetak"


def _target(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """A target; that of another document is none of ours: "target akta kelahiran 97 persen"."""
    if of_another_paper(cues, index, text):
        return Sense(cues[index].start, cues[index + 1].end, "other", "other"), 2
    if target_met(cues[index], text):
        return Sense(cues[index].start, cues[index].end, "realised", "recorded"), 1
    return _simple(cues[index]), 1


def _ready_to_print(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """Recordings that wait for print; blank cards may be ready for it, too: "blangko e-KTP siap cetak"."""
    before = [c.label for c in cues[max(0, index - 2) : index]]
    if "BLANK" in before and text[cues[index].start : cues[index].end].lower().startswith("siap"):
        return None, 1
    return _simple(cues[index]), 1


def _realised(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """What is reached; of another document it is none of ours: "cakupan KIA 20 persen"."""
    if of_another_paper(cues, index, text):
        return Sense(cues[index].start, cues[index + 1].end, "other", "other"), 2
    return _simple(cues[index]), 1


def _rate(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """A rate; "per bulan Juli" is a date."""
    cue = cues[index]
    dated = text.endswith("bulan", cue.start, cue.end) and _MONTH.match(text, cue.end)
    return (None if dated else _simple(cue)), 1


_MONTH = re.compile(
    r"\s+(?:Jan|Feb|Pebr|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des|ini|lalu|kemarin|tadi)", re.IGNORECASE
)


def _todo(cues: list[Cue], index: int, text: str) -> tuple[Sense, int]:
    return Sense(cues[index].start, cues[index].end, "bare", None, -1), 1


def _unreal(cues: list[Cue], index: int, text: str) -> tuple[None, int]:
    return None, 1 + swallowed(cues, index, text)


def _alien(cues: list[Cue], index: int, text: str) -> tuple[Sense, int]:
    cue = cues[index]
    return Sense(cue.start, cue.end, "other", "other"), 1 + swallowed(cues, index, text)


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
        if following.label == "ISSUE" and gap == 0:
            return _issued(cues, index, step, text), step + 1
        if following.label == "READY":
            ready = gap == 0 and any(c.label == "CARD" for c in cues[max(0, index - 2) : index])
            if not ready:
                break
            indicator = "printed" if polarity > 0 else "unprinted"
            return Sense(cue.start, following.end, "act", indicator, polarity, "PRINT"), step + 1
        if following.label in ACTS:
            own = _of_something_else(cues, index + step, text, cue)
            if own is not None:
                return own, step + 2
            at = index + step + _recording(cues, index + step, text, polarity)
            sense = _act(cues, at, text, polarity, cue.start)
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
            return Sense(
                cue.start, following.end, "obliged-weak", "wktp"
            ), step + 1  # "sudah berumur 17 tahun"
        if following.label == "IKD":
            continue
        if following.label == "HAVEBEEN" and gap == 0:
            return Sense(cue.start, following.end, "bare", None, polarity), step + 1
        if following.label not in ("CARD", "POS"):
            break
        if following.label == "POS" and polarity < 0:
            break
    if "weak" in cue.traits or _another_verb(text, cue.end):
        return None, 1
    return Sense(cue.start, cue.end, "bare", None, polarity), 1


def _issued(cues: list[Cue], index: int, step: int, text: str) -> Sense | None:
    """What is issued: the card, "e-KTP yang sudah diterbitkan", or else nothing of ours."""
    cue, issue = cues[index], cues[index + step]
    if not index or cues[index - 1].label != "CARD":
        return None
    if text[cues[index - 1].end : cue.start].strip().lower() != "yang":
        return None
    done, undone = ACTS["PRINT"]
    polarity = -1 if cue.label == "NEG" else 1
    return Sense(cue.start, issue.end, "act", done if polarity > 0 else undone, polarity, "PRINT", said=True)


def _of_something_else(cues: list[Cue], index: int, text: str, start: Cue) -> Sense | None:
    """The act of a polar phrase on another paper, the letter that stands in for the card, or its digital form."""
    if index + 1 == len(cues) or cues[index + 1].label not in ("ALIEN", "SUKET", "IKD"):
        return None
    if cues[index + 1].label == "IKD":
        return _of_ikd(cues, index, text, start)
    if cues[index].label in ("OWN", "GET") and of_another_paper(cues, index, text):
        return Sense(start.start, cues[index + 1].end, "other", "other")
    if on_suket(cues, index, text):
        kind = "suket" if start.label == "POS" else "other"
        return Sense(start.start, cues[index + 1].end, kind, kind)
    return None


def _of_ikd(cues: list[Cue], index: int, text: str, start: Cue) -> Sense | None:
    """The act of a polar phrase on the digital card: "sudah memiliki IKD", "belum menginstal IKD"."""
    gap = gap_between(text, cues[index].end, cues[index + 1].start)
    if gap is None or gap > _CLOSE or cues[index].label not in ("OWN", "GET", "ACTIVATE"):
        return None
    done, undone = ACTS["ACTIVATE"]
    lacking = start.label == "NEG"
    indicator, polarity = (undone, -1) if lacking else (done, 1)
    return Sense(start.start, cues[index + 1].end, "act", indicator, polarity, "ACTIVATE")


_CLOSE = 2  # words


def _recording(cues: list[Cue], index: int, text: str, polarity: int) -> int:
    """1 where the next cue is the act that counts: a recording that is owned, or lacking as the card is."""
    lacking = polarity < 0 and cues[index].label in ("OWN", "GET") and joined(cues, index, text, ("RECORD",))
    return int(lacking or owns_recording(cues, index, text))


_VERB = re.compile(r"\s+((?:di|me|ter|ber|ke|pe)[^\W\d_]{3,})(?![^\W_])", re.IGNORECASE)


@cache
def carrying_on() -> frozenset[str]:
    """Words that part a number from its cue by next to nothing."""
    return frozenset(word for word, weight in rows("indonesian/distance.tsv") if float(weight) < 1)


def _another_verb(text: str, end: int) -> bool:
    """Whether "sudah" or "belum" belongs to a verb that is no cue: "sudah pindah", "sudah menumpuk 8.742"."""
    match = _VERB.match(text, end)
    return match is not None and match.group(1).lower() not in carrying_on()


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
    return Sense(cue.start, end, "obliged-weak" if weak else "obliged", "wktp"), taken


def _act(cues: list[Cue], index: int, text: str, polarity: int, start: int) -> Sense | None:
    cue = cues[index]
    done, undone = ACTS[cue.label]
    if cue.label == "GET" and polarity > 0 and reached_office(cues, index, text):
        return Sense(
            start, cue.end, "act", ACTS["PRINT"][0], 1, "PRINT"
        )  # cards that are made, not yet owned
    named = cue.label != "GET" or near_card(cues, index, text)
    if not named and (polarity == 0 or not handed_out(cues, index, text)):
        return None
    if cue.label == "OWN" and polarity == 0 and not ("card" in cue.traits or near_card(cues, index, text)):
        return None
    if cue.label == "ACTIVATE" and polarity == 0:
        return Sense(start, cue.end, "ikd", done, 0, cue.label)
    if polarity < 0:
        return Sense(start, cue.end, "act", undone, -1, cue.label)
    if polarity > 0 or "done" in cue.traits:
        return Sense(start, cue.end, "act", done, 1, cue.label)
    return Sense(start, cue.end, "noun", done, 0, cue.label)


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
    "RATE": _rate,
    "HAVEBEEN": _realised,
    "IRREALIS": _unreal,
    "ALIEN": _alien,
    **dict.fromkeys(ACTS, _act_alone),
}
