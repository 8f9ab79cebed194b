"""Numbers that count neither people nor cards: ages, dates, times, money, ranks, documents, areas, ids."""

from __future__ import annotations

import re
from functools import cache

from extractor.reading.quantity_context import Draft
from extractor.reading.quantity_lexicon import SPACES, lexicon
from extractor.reading.wording import any_of, phrases

_YEARS = range(1900, 2101)
_CODE_BEFORE = frozenset("#@_=&/\\+°")
_MONEY_BEFORE = frozenset("$€£¥")
_CODE_BEHIND = frozenset("°º=_@+\\")
_PLAIN_BEHIND = frozenset(" \n.,;)%")
_CURRENCY = frozenset({"rp", "idr", "usd"})
_STICKY = re.compile(r"[^\W\d_]+[-–—]*$")
_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_][^\W_’'-]*)[ \xa0]\Z")
_LONG_WORD = 32  # characters
_AGES = re.compile(rf"(?i:{any_of('age')})|[0-9]{{2}} tahun")
_AGAIN = frozenset(phrases("behind a duration"))
_MONEY = re.compile(rf"(?<![^\W_]){any_of('prices')}\s(?:[^\W\d]\S*\s){{0,3}}$", re.IGNORECASE)
_SIGNED = re.compile(r"[.!?”\"]\s?\(\Z")
_GLUED = frozenset(phrases("joining numbers"))
_CLAUSE = 48  # code points
_UPWARD = frozenset(phrases("upward"))
_UNMASKED = re.compile(r"(?:https?://|www\.)\S+|\[[a-z]+ [^\]\n]{0,300}\]", re.IGNORECASE)


def may_mask(text: str) -> bool:
    """Whether the text can hold addresses, shortcodes or suppositions at all."""
    return any(map(text.__contains__, _signs()))


@cache
def _signs() -> list[str]:
    """What stands in all that is masked; "ndai" finds "Andai" and "seandainya"."""
    signs = list(dict.fromkeys(["://", "www.", "[", *(word[1:] for word in lexicon().suppositions)]))
    return [sign for sign in signs if not any(other in sign for other in signs if other != sign)]


def masked(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Addresses and shortcodes of `text[start:end]`, whose digits are ids, and clauses that only suppose."""
    found = [match.span() for match in _UNMASKED.finditer(text, start, end)]
    found += [match.span() for match in _supposed().finditer(text, start, end)]
    return sorted(found)


@cache
def _supposed() -> re.Pattern[str]:
    """A clause that begins with a supposition: "Andai kami dapat 8 atau 10 ribu saja, …"."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(lexicon().suppositions)})(?![^\W_])[^,;.!?\n]{{0,200}}")


def rejection(text: str, draft: Draft) -> str | None:
    """Why a number is no quantity, by what stands directly around it; None where it may be one."""
    reason = _by_layout(text, draft) or _by_code(text, draft)
    in_name = _in_name(text, draft) if draft.numeral is None else _in_epithet(draft)
    if in_name:
        return "name"
    if reason or draft.unit == "percent":
        return reason
    return _by_word_before(text, draft) or _by_word_behind(draft) or _by_shape(text, draft)


def _by_layout(text: str, draft: Draft) -> str | None:
    """A line that holds only a number is a page counter; a number and a full stop may open a list's item."""
    numeral = draft.numeral
    if draft.unit or numeral is None or draft.scale > 1:
        return None
    before = text[max(0, draft.start - 8) : draft.start].rstrip(SPACES)
    if before and not before.endswith("\n"):
        return None
    behind = text[draft.end : draft.end + 8].lstrip(SPACES)
    if not behind or behind[0] in "\r\n":
        return "counter"
    if numeral.shape == "plain" and numeral.digits < 100 and behind[0] in ".)":
        return "list marker"
    return None


def _by_code(text: str, draft: Draft) -> str | None:
    """Digits glued to letters or signs ("F1", "Covid-19", "4G", "27°C", "Rp25"), unless a count got glued."""
    before = text[draft.start - 1] if draft.start else " "
    behind = text[draft.end] if draft.end < len(text) else " "
    if before in SPACES and behind in _PLAIN_BEHIND:
        return None  # most numbers
    if before in _MONEY_BEFORE:
        return "money"
    if before in _CODE_BEFORE or (before == '"' and text[max(0, draft.start - 2)] == "="):
        return "code"
    if (before.isalpha() or before in "-–—") and _sticks(text, draft):
        return "money" if draft.before in _CURRENCY else "code"
    if behind in _CODE_BEHIND and draft.unit is None:
        return "code"
    if behind == "-" and text[draft.end + 1 : draft.end + 2].isalpha():
        return "code"
    if behind.isalpha() and draft.unit is None and (draft.bare or len(draft.next) < 4):
        return None if not draft.bare and draft.next.lower() in _GLUED else "code"  # "2.401dan Mbeliling 702"
    if behind == "/" and draft.bare and text[draft.end + 1 : draft.end + 2].isalnum():
        return "code"
    if before == "(" and behind == ")" and draft.bare and draft.numeral and draft.numeral.digits < 100:
        return "age"
    if before == "(" and behind == ")" and draft.bare and _SIGNED.search(text, 0, draft.start):
        return "code"  # who wrote it: "… tertinggi Sijunjung.(104)"
    return None


def _in_name(text: str, draft: Draft) -> bool:
    """Whether a number word is part of a proper name: "Kepulauan Seribu", "Negeri Seribu Bukit".

    It is printed with a capital directly behind another word, and that word or the next has one, too. Titles
    print counts so as well, but with a unit, a hedge or a word before them that asks for a count.
    """
    if draft.unit or draft.hedge or draft.suffix or draft.scale_suffix or not text[draft.start].isupper():
        return False
    match = _WORD_BEFORE.search(text, max(0, draft.start - _LONG_WORD), draft.start)
    if match is None:
        return False
    word = match[1]
    if word.lower() in lexicon().introducers or word.lower() in lexicon().fillers:
        return False
    return word[0].isupper() or draft.next[:1].isupper()


def _in_epithet(draft: Draft) -> bool:
    """Whether bare digits are part of a town's by-name: "Kota 1001 Gua", "Bumi 1000 Rupa"."""
    if draft.unit or not draft.next[:1].isupper() or not draft.bare:
        return False
    return lexicon().rejects_before.get(draft.before) == "epithet"


def _sticks(text: str, draft: Draft) -> bool:
    """Whether the letters before the digits make them a name's or a code's part.

    "Ke-9.163 warga" is a count, and so is "menyisakan52 ribu": a long word in lower case, more than bare digits
    behind it.
    """
    match = _STICKY.search(text[max(0, draft.start - 24) : draft.start])
    if match is None:
        return False  # a dash after a blank, or a dateline's
    word = match.group().rstrip("-–—")
    if word.lower() == "ke":
        return False
    if word.lower() in lexicon().introducers:
        return draft.bare  # "ada15.186 yang belum"
    return draft.bare or word.lower() in _CURRENCY or not (len(word) >= 4 and word[-3:].islower())


def _by_word_before(text: str, draft: Draft) -> str | None:
    if draft.before.startswith("0") and draft.before.endswith(")"):  # its area code
        return "telephone"
    if (
        draft.scale > 1
        and draft.unit is None
        and _MONEY.search(text, max(0, draft.start - _CLAUSE), draft.start)
    ):
        return "money"
    kind = lexicon().rejects_before.get(draft.before.strip("-–—.,:").rpartition(":")[2])
    if kind is None:
        return "rate" if draft.before == "per" and _power_of_ten(draft) else None
    if kind == "other document":
        return kind
    if kind == "epithet":
        return None
    if kind in ("money", "clock"):
        return None if draft.unit and draft.before.rstrip(".") not in _CURRENCY else kind
    if not _small(draft, 10**9 if kind == "document" else 10_000):
        return None
    if kind in ("document", "age"):
        return kind
    if kind == "rank":
        return None if draft.unit and draft.before.startswith("ke") else kind
    return None if draft.unit and not _is_year(draft) else kind


def _small(draft: Draft, limit: int) -> bool:
    """Whether a number is below the limit and has neither separator nor scale word, as ranks and ages are."""
    if draft.scale > 1 or draft.suffix or draft.scale_suffix:
        return False
    if draft.numeral is None:
        return draft.reading is not None and draft.reading.value < 1000
    return draft.numeral.shape in ("plain", "decimal") and draft.numeral.digits < limit


def _power_of_ten(draft: Draft) -> bool:
    """Whether a rate's base stands here: "per 1.000 penduduk"."""
    return draft.numeral is not None and draft.numeral.digits in (1000, 10_000, 100_000)


def _by_word_behind(draft: Draft) -> str | None:
    rejects = lexicon().rejects_after
    if draft.unit:
        second = rejects.get(draft.second.lower()) if draft.pure else None
        return second if second in ("uncounted", "other document") else None
    word = draft.next.lower()
    kind = rejects.get(word) or rejects.get(word.removesuffix("nya"))
    small = draft.numeral is not None and draft.numeral.digits < 1000 and draft.bare
    if word in _UPWARD and small and (word != "ke" or draft.second.lower() in ("atas", "bawah")):
        return "age"
    if draft.next == "C" and small:
        return "temperature"
    if kind == "month":
        return kind if small and draft.numeral and draft.numeral.digits <= 31 else None
    if kind == "duration" and not small and draft.second.lower() in _AGAIN | {""}:
        return None if word not in ("wib", "wita", "wit") else "clock"
    if kind == "area" and not small and draft.next[0].isupper() and draft.second[:1].isupper():
        return None  # "Bantul 4.010 Kota Yogyakarta 2.200"
    return kind


def _by_shape(text: str, draft: Draft) -> str | None:
    """Years, ids, numbers that begin with a zero, and ages told without their noun ("yang kini jadi 17")."""
    numeral = draft.numeral
    if numeral is None:
        return None
    if numeral.leading_zero and numeral.shape != "decimal":
        return "code"
    if numeral.shape != "plain":
        return None
    if numeral.digits >= (10**9 if draft.unit else 10**7):
        return "code"
    if (
        draft.bare
        and 10 <= numeral.digits < 100
        and _AGES.search(text, max(0, draft.start - 60), draft.start)
    ):
        return "age"
    if draft.bare and numeral.digits < _MANY_UNITS and _counts_units(text, draft):
        return "units"
    return "year" if _is_year(draft) and not _counts(draft) else None


_MANY_UNITS = 1000


def _counts_units(text: str, draft: Draft) -> bool:
    """Whether it says how many districts or villages there are: "distrik di Merauke ada 22"."""
    lead = text[max(0, draft.start - _CLAUSE) : draft.start]
    return lead.endswith(_THERE_ARE) and _UNITS_THERE.search(lead) is not None


_THERE_ARE = tuple(f"{word} " for word in phrases("there are"))
_UNITS_THERE = re.compile(
    rf"(?<![^\W_]){any_of('kinds of places')}\s+(?:di\s+(?:[A-Z][^\W\d]*\s+){{1,3}})?{any_of('there are')}\s$",
    re.IGNORECASE,
)


def _is_year(draft: Draft) -> bool:
    numeral = draft.numeral
    return numeral is not None and numeral.shape == "plain" and numeral.digits in _YEARS and not draft.broken


def _counts(draft: Draft) -> bool:
    """Whether a number that looks like a year is one of people: "2017 orang", "tinggal 2000"."""
    introduced = draft.before in lexicon().introducers
    if draft.suffix and draft.scale == 1:
        return True
    if draft.scale > 1:
        return False  # "Pemilu 2024 ribuan warga"
    if draft.unit:
        return draft.pure or introduced or draft.hedge is not None
    return introduced


def bare_enough(text: str, draft: Draft) -> bool:
    """Whether a number of up to three digits without unit stands as a count does.

    That is before a mark, an end of line or a function word ("Neglasari 77,", "yang baru cair 43."), not
    before a noun ("20 saksi").
    """
    numeral = draft.numeral
    if draft.range:
        return True
    if numeral is None:
        value = draft.reading.value if draft.reading else 0
        if (value == 1 and draft.unit != "percent") or (value < 10 and draft.suffix):
            return False  # "satu blangko", "satuan"
        return draft.unit is not None or value >= 1000 or (value > 100 and _open_behind(text, draft))
    if numeral.digits >= 1000 or not draft.bare:
        return True
    return numeral.digits >= 10 and _open_behind(text, draft)


def _open_behind(text: str, draft: Draft) -> bool:
    behind = text[draft.end : draft.end + 6].lstrip(SPACES)
    if not behind or behind[0] in ",.;)|\n\r!?”\"’'":
        return True
    return draft.next.lower() in lexicon().followers
