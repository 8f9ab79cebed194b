"""What composed cues say: the sense of a phrase, and what each sense leaves of its whole."""

from __future__ import annotations

from dataclasses import dataclass

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


def simple(cue: Cue) -> Sense | None:
    """The sense of a cue that says the same in all company; None where it only serves others."""
    meant = _SIMPLE.get(cue.label)
    if meant is None:
        return None
    kind, indicator = meant
    return Sense(cue.start, cue.end, f"{kind}-weak" if "weak" in cue.traits else kind, indicator)
