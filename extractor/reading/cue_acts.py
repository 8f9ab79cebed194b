"""Acts among the cues: what is recorded, owned, printed, and which object the act is on."""

from __future__ import annotations

import re
from functools import cache

from extractor.data import rows
from extractor.reading.cue_company import (
    ACTS,
    followed_by,
    gap_between,
    handed_out,
    in_brackets,
    joined,
    near_card,
    of_another_paper,
    of_obliged,
    of_printed,
    on_suket,
    owns_recording,
    reached_office,
)
from extractor.reading.gazetteer import key, names
from extractor.reading.mentions import Cue
from extractor.reading.senses import Sense
from extractor.reading.wording import any_of, phrases


def act(cues: list[Cue], index: int, text: str, polarity: int, start: int) -> Sense | None:
    """The sense of the act at `index` with its polarity, from offset `start`; None where it has no object of ours."""
    cue = cues[index]
    if "it" in cue.traits and any(c.label == "BLANK" for c in cues):
        return None  # "2.000 keping blangko, kami sudah menerimanya"
    if cue.label in ("RECORD", "OWN") and polarity >= 0 and _AGAIN.match(text, cue.end):
        return Sense(start, cue.end, "other", "other")
    done, undone = ACTS[cue.label]
    if cue.label == "GET" and polarity > 0 and reached_office(cues, index, text):
        # cards that are made, not yet owned
        return Sense(start, cue.end, "act", ACTS["PRINT"][0], 1, "PRINT")
    named = (
        cue.label != "GET" or near_card(cues, index, text) or (polarity > 0 and of_printed(cues, index, text))
    )
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


# no further people: "1,9 juta penduduk yang merekam lebih dari satu kali", "4 juta yang memiliki KTP ganda"
_AGAIN = re.compile(
    rf"\s+(?:data(?:nya)?\s+|(?:e-)?KTP(?:-el)?\s+)?{any_of('more than once')}(?![^\W_])", re.IGNORECASE
)


def act_alone(cues: list[Cue], index: int, text: str) -> tuple[Sense | None, int]:
    """An act without a word of polarity before it."""
    cue = cues[index]
    if cue.label == "RECORD" and of_obliged(cues, index, text):
        return Sense(cue.start, cues[index + 1].end, "noun", "recorded", 0, "RECORD"), 2
    if of_another_paper(cues, index, text):
        return Sense(cue.start, cues[index + 1].end, "other", "other"), 2
    if on_suket(cues, index, text):
        return Sense(cue.start, cues[index + 1].end, "suket", "suket"), 2
    if grown(cue, text):
        return None, 1
    if cue.label == "PRINT" and _TO_COME.search(text, max(0, cue.start - _TO_COME_REACH), cue.start):
        return Sense(cue.start, cue.end, "act", "unprinted", -1, "PRINT"), 1
    if "final" in cue.traits and _OBJECT.match(text, cue.end):
        return None, 1  # "yang jadi tugas para camat"
    if "said" in cue.traits or ("card" in cue.traits and in_brackets(cue, text)):
        return None, 1  # "wajib berkartu tanda penduduk (ber-KTP)"
    if "card" in cue.traits and _of_a_place(cue, text):
        return None, 1
    if cue.label == "RECORD" and joined(cues, index, text, ("PRINT",)):
        return act(cues, index, text, 0, cue.start), 2  # "perekaman dan pencetakan"
    if cue.label == "RECORD" and _not_yet_done(cues, index, text):
        return Sense(cue.start, cues[index + 1].end, "act", ACTS["RECORD"][1], -1, "RECORD", said=True), 2
    return act(cues, index, text, 0, cue.start), 1


_OBJECT = re.compile(rf"\s+(?!(?:{any_of('only about')}|dan)(?![^\W_]))[a-z]{{3,}}")


def _not_yet_done(cues: list[Cue], index: int, text: str) -> bool:
    """Whether a recording is told as one to come: "perekaman yang masih belum dilakukan"."""
    if index + 1 == len(cues) or cues[index + 1].label != "NEG":
        return False
    lacking = cues[index + 1]
    return (
        _WHICH_IS.fullmatch(text, cues[index].end, lacking.start) is not None
        and _DONE.match(text, lacking.end) is not None
    )


_WHICH_IS = re.compile(r"\s+yang\s+(?:masih\s+)?", re.IGNORECASE)
_DONE = re.compile(rf"\s+{any_of('carried out')}(?![^\W_])", re.IGNORECASE)


def _of_a_place(cue: Cue, text: str) -> bool:
    """Whether a card only tells where somebody is from: "buruh ber-KTP Karawang"."""
    match = _NAME.match(text, cue.end)
    return match is not None and key(match[1]) in names()


_NAME = re.compile(r"\s+([A-Z][^\W\d_]+)")


def grown(cue: Cue, text: str) -> bool:
    """Whether people only came of age or into a group: "sudah masuk usia wajib KTP", "yang jadi pemilih pemula"."""
    if not text.endswith(_COMING, cue.start, cue.end):
        return False
    return _GROUP.match(text, cue.end) is not None


_COMING = phrases("coming into")
_GROUP = re.compile(rf"\s+(?:dalam\s+)?{any_of('groups come into')}(?![^\W_])", re.IGNORECASE)


_TO_COME_REACH = 10  # characters
_TO_COME = re.compile(rf"(?<![^\W_]){any_of('to come')}\s+$", re.IGNORECASE)  # "62.000 e-KTP akan dicetak"


def issued(cues: list[Cue], index: int, step: int, text: str) -> Sense | None:
    """What is issued: the card, "e-KTP yang sudah diterbitkan", "belum terbit kartunya", or else nothing of ours."""
    cue, issue = cues[index], cues[index + step]
    card_beside = followed_by(cues, index + step, text, "CARD") or cues[index + step - 1].label == "CARD"
    if not ("made" in issue.traits and card_beside) and not _card_which(cues, index, text):
        return None
    done, undone = ACTS["PRINT"]
    polarity = -1 if cue.label == "NEG" else 1
    return Sense(cue.start, issue.end, "act", done if polarity > 0 else undone, polarity, "PRINT", said=True)


def _card_which(cues: list[Cue], index: int, text: str) -> bool:
    """Whether the phrase at `index` tells of the card right before: "e-KTP yang sudah"."""
    if not index or cues[index - 1].label != "CARD":
        return False
    return text[cues[index - 1].end : cues[index].start].strip().lower() == "yang"


def of_something_else(cues: list[Cue], index: int, text: str, start: Cue) -> Sense | None:
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


def recording(cues: list[Cue], index: int, text: str, polarity: int) -> int:
    """1 where the next cue is the act that counts: a recording that is owned, or lacking as the card is."""
    lacking = polarity < 0 and cues[index].label in ("OWN", "GET") and joined(cues, index, text, ("RECORD",))
    return int(lacking or owns_recording(cues, index, text))


_VERB = re.compile(r"\s+((?:di|me|ter|ber|ke|pe)[^\W\d_]{3,})(?![^\W_])", re.IGNORECASE)


@cache
def carrying_on() -> frozenset[str]:
    """Words that part a number from its cue by next to nothing."""
    return frozenset(word for word, weight in rows("indonesian/distance.tsv") if float(weight) < 1)


def another_verb(text: str, end: int) -> bool:
    """Whether "sudah" or "belum" belongs to a verb that is no cue: "sudah pindah", "sudah menumpuk 8.742"."""
    match = _VERB.match(text, end)
    if match is not None:
        return match.group(1).lower() not in carrying_on()
    return _BARE_VERB.match(text, end) is not None


_BARE_VERB = re.compile(rf"\s+{any_of('verbs without prefix')}(?![^\W_])", re.IGNORECASE)
