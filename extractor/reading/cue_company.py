"""What stands beside a cue among the cues of its sentence: objects, companions, words that make it unreal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.reading.mentions import Cue
from extractor.reading.wording import any_of

_BREAK = re.compile(r"[\d,;:()“”\"]")

# act label -> indicator where the act is done, where it is not
ACTS: dict[str, tuple[str, str]] = {
    "RECORD": ("recorded", "unrecorded"),
    "OWN": ("owned", "not_owned"),
    "GET": ("owned", "not_owned"),
    "PRINT": ("printed", "unprinted"),
    "ACTIVATE": ("ikd", "other"),
}


def gap_between(text: str, start: int, end: int) -> int | None:
    """Words between two offsets, or None where a number, a comma or a quote stands between."""
    between = text[start:end]
    if between == " ":
        return 0  # most gaps
    if len(between) > 60 or _BREAK.search(between):
        return None
    return len(between.split())


def absorbed(cues: Sequence[Cue], index: int, text: str, labels: tuple[str, ...], reach: int) -> int:
    """How many following cues of `labels` belong to the same phrase."""
    count = 0
    while index + count + 1 < len(cues):
        here, following = cues[index + count], cues[index + count + 1]
        if following.label not in labels:
            break
        gap = gap_between(text, here.end, following.start)
        if gap is None or gap > reach:
            break
        count += 1
    return count


def followed_by(cues: Sequence[Cue], index: int, text: str, *labels: str) -> bool:
    """Whether a cue of `labels` stands directly behind the cue at `index`, no word between."""
    if index + 1 == len(cues) or cues[index + 1].label not in labels:
        return False
    return gap_between(text, cues[index].end, cues[index + 1].start) == 0


def of_another_paper(cues: Sequence[Cue], index: int, text: str) -> bool:
    """Whether the act is on another document: "kepemilikan akta kelahiran"."""
    return followed_by(cues, index, text, "ALIEN")


def added_acts(cues: Sequence[Cue], index: int, text: str) -> int:
    """Cues that "penambahan" takes as its object: "penambahan perekaman wajib KTP sebanyak 6.939"."""
    return absorbed(cues, index, text, ("RECORD", "WKTP", "CARD"), 0)


def of_obliged(cues: Sequence[Cue], index: int, text: str) -> bool:
    """Whether the obliged are the object of the act: "total rekam wajib KTP"."""
    return followed_by(cues, index, text, "WKTP")


def swallowed(cues: Sequence[Cue], index: int, text: str) -> int:
    """Acts that a word makes unreal or its own: "agar merekam", "undangan perekaman", "layanan perekaman"."""
    if index + 1 == len(cues) or cues[index + 1].label not in ACTS:
        return 0
    gap = gap_between(text, cues[index].end, cues[index + 1].start)
    return int(gap is not None and gap <= 1)


def owns_recording(cues: Sequence[Cue], index: int, text: str) -> bool:
    """Whether what is owned or got is the recording or print, not the card: "mendapatkan pencetakan e-KTP"."""
    return cues[index].label in ("OWN", "GET") and followed_by(cues, index, text, "RECORD", "PRINT")


def near_card(cues: Sequence[Cue], index: int, text: str) -> bool:
    """Whether the card is the object: named up to six words after the act or three before, no blank between."""
    for step in (1, 2):
        if index + step < len(cues):
            following = cues[index + step]
            gap = gap_between(text, cues[index].end, following.start)
            if following.label == "BLANK" or gap is None:
                break
            if following.label == "CARD" and gap <= 6:
                return True
    if index:
        if index > 1 and cues[index - 1].label in ("POS", "NEG") and text[cues[index - 1].end] == " ":
            index -= 1  # "e-KTP yang sudah diterima"
        before = cues[index - 1]
        gap = gap_between(text, before.end, cues[index].start)
        blank = (
            index > 1
            and cues[index - 2].label == "BLANK"
            and gap_between(text, cues[index - 2].end, before.start) == 0
        )
        # "blangko e-KTP yang diterima"
        return before.label == "CARD" and gap is not None and gap <= 3 and not blank
    return False


def of_printed(cues: Sequence[Cue], index: int, text: str) -> bool:
    """Whether what is fetched are the cards whose print was told: "82.450 keping dicetak, 70.120 sudah diambil"."""
    if _NAME.match(text, cues[index].end):
        return False  # "dicetak di Jakarta dan sudah diterima Pringsewu"
    labels = [cue.label for cue in cues]
    return "PRINT" in labels[:index] and not _OTHER_PAPERS.intersection(labels)


_NAME = re.compile(r"\s+[A-Z]")
_OTHER_PAPERS = frozenset({"BLANK", "ALIEN", "SUKET"})


def handed_out(cues: Sequence[Cue], index: int, text: str) -> bool:
    """Whether cards are handed out though none is named: "yang sudah dibagikan hanya 95.650"."""
    cue = cues[index]
    if "handing" not in cue.traits or any(c.label in _OTHER_PAPERS for c in cues):
        return False
    return _WHICH_IS.search(text, max(0, cue.start - _LEAD), cue.start) is not None


def reached_office(cues: Sequence[Cue], index: int, text: str) -> bool:
    """Whether it is an office that got the cards, for its people: "sudah diterima Disdukcapil 173.151 keping"."""
    labels = [cue.label for cue in cues]
    if "CARD" not in labels or "BLANK" in labels or "SUKET" in labels:
        return False
    return _OFFICE.match(text, cues[index].end) is not None


_OFFICE = re.compile(
    rf"\s+(?:{any_of('to an office')}\s+)?(?:kami\b|(?:{any_of('every office')}\s+)*{any_of('receiving office')}\w*)",
    re.IGNORECASE,
)
_LEAD = 24  # characters
_WHICH_IS = re.compile(
    rf"(?<![^\W_])yang\s+{any_of('known to have')}\s+(?:{any_of('able to')}\s+)?$", re.IGNORECASE
)


_JOINED = re.compile(rf"\s+{any_of('joining acts')}\s+(?:{any_of('doing besides')}\s+)?", re.IGNORECASE)
_WHO = re.compile(
    rf"\s+(?:elektronik\s+)?(?:tersebut\s+)?yang\s+(?:{any_of('undergoing', 'attending')}\s+)?", re.IGNORECASE
)
_PEOPLE_WHO = re.compile(
    r"\s+(?:(?:di\s+)?(?:[A-Z][^\W\d_]*\s+){1,3})?(?:yang\s+)?"
    rf"(?:sudah\s+masuk\s+{any_of('age', 'category')}\s+)?"
)
_FIGURE_AHEAD = re.compile(r"[^.:;,\n\d]{0,80}\d")
_MET = re.compile(
    rf"[^.,;:\n\d]{{0,60}}?\b{any_of('already', 'only just')}\s+(?:{any_of('we')}\s+)?{any_of('target is met')}"
    r"\s+[^.,;:\n\d]{0,20}\d",
    re.IGNORECASE,
)
# the number that is divided may have points: "dari 74.300 warga wajib KTP yang telah merekam"
_DIVIDED = re.compile(
    r"\b(?:dari|antara)\b(?:[^.;\n]{0,40}|[^.;\n\d]{0,24}\d[\d.]*\d[^.;\n\d]{0,24})$", re.IGNORECASE
)
_WINDOW = 60  # characters before the obliged in which "dari" may stand


def people_who_must(people: Cue, obliged: Cue, text: str) -> bool:
    """Whether the obliged tell of the people before: "penduduk Klaten yang wajib memiliki KTP"."""
    return _PEOPLE_WHO.fullmatch(text, people.end, obliged.start) is not None


def joined(cues: Sequence[Cue], index: int, text: str, labels: tuple[str, ...]) -> bool:
    """Whether the next cue is one of `labels` in one breath: "belum memiliki dan melakukan rekam"."""
    if index + 1 == len(cues) or cues[index + 1].label not in labels:
        return False
    return _JOINED.fullmatch(text, cues[index].end, cues[index + 1].start) is not None


def on_suket(cues: Sequence[Cue], index: int, text: str) -> bool:
    """Whether what is owned is the letter that stands in for the card: "pemegang suket"."""
    return cues[index].label in ("OWN", "GET") and followed_by(cues, index, text, "SUKET")


def in_brackets(cue: Cue, text: str) -> bool:
    """Whether a cue stands in brackets of its own: it only says again what stands before."""
    return text[cue.start - 1 : cue.start] == "(" and text[cue.end : cue.end + 1] == ")"


def target_met(target: Cue, text: str) -> bool:
    """Whether it is told how far a target is met: "target perekaman hingga kini sudah mencapai 97,21 persen"."""
    return _MET.match(text, target.end) is not None


def divided(obliged: Cue, text: str) -> bool:
    """Whether the obliged are what something is a part of: "dari 74.300 warga wajib KTP"."""
    return _DIVIDED.search(text, max(0, obliged.start - _WINDOW), obliged.start) is not None


def obliged_who(cues: Sequence[Cue], index: int, text: str) -> bool:
    """Whether the cues after the obliged tell which of them are counted: "800 wajib KTP yang melakukan perekaman".

    Not where they are divided, and not where a number of its own follows: "dari 800 wajib KTP yang merekam 640".
    """
    if index + 1 == len(cues) or not _WHO.fullmatch(text, cues[index].end, cues[index + 1].start):
        return False
    if divided(cues[index], text):
        return False
    last = next((cue for cue in cues[index + 1 : index + 4] if cue.label in ACTS), None)
    return last is not None and _FIGURE_AHEAD.match(text, last.end) is None
