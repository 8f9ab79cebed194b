"""Spelled-out Indonesian numbers: "lima belas ribu", "enam ribuan", "setengah juta", "dua koma lima"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, lru_cache

from extractor.reading.numerals import Reading, place
from extractor.reading.quantity_lexicon import alternatives, lexicon, prefix_tree

_LONGEST = 24  # words of one number; more is no number that anyone spells out
_STARTS = ("digit", "ten", "hundred", "one", "fraction")


@cache
def spelled_number() -> re.Pattern[str]:
    """An expression for runs of number words, with -an as "suffix" or "inner".

    "suffix" is that of "enam ribuan", "inner" that of "lima puluhan ribu".

    It also matches inside words ("kedua"): the caller looks at the character before.
    """
    words = lexicon().number_words
    start = alternatives([word for word, entry in words.items() if entry.role in _STARTS])
    any_word = alternatives(list(words))
    scale = alternatives([word for word, entry in words.items() if entry.role == "scale"])
    more = rf"[ \xa0-]?\n?(?:{any_word})"
    inner = rf"(?P<inner>an|AN)(?=[ \xa0](?:{scale})(?![^\W_]))"
    return re.compile(rf"(?:{start})(?:{more}){{0,{_LONGEST}}}(?:{inner}{more})?(?P<suffix>an|AN)?(?![^\W_])")


def first_words() -> str:
    """An expression for the words that a spelled-out number can begin with, in lower case."""
    words = lexicon().number_words
    return prefix_tree(word for word, entry in words.items() if entry.role in _STARTS)


@cache
def _word() -> re.Pattern[str]:
    return re.compile(alternatives(list(lexicon().number_words)))


@lru_cache(maxsize=1024)
def read_words(printed: str) -> Reading | None:
    """The value of a run of number words; None where they form no single number ("tiga empat")."""
    lowered = printed.lower()
    words = [lowered] if lowered in lexicon().number_words else _word().findall(lowered)
    if "koma" in words:
        return _with_comma(words)
    if "setengah" in words or "seperempat" in words:
        return _with_fraction(words)
    value = _whole(words)
    if value is None:
        return None
    if not value or value % 1000:
        return Reading(value)
    return Reading(value, _last_scale(words), rounded=True)


def _last_scale(words: list[str]) -> int:
    """The value of the last scale word: what the press rounds "dua ratus ribu" to."""
    entries = [lexicon().number_words[word] for word in words]
    return min(int(entry.value) for entry in entries if entry.role in ("scale", "one"))


def _whole(words: list[str]) -> int | None:
    """The value of number words by the grammar: below a thousand, then scale words in falling order."""
    total, group, last_scale = 0, [], 0
    for word in words:
        entry = lexicon().number_words[word]
        if entry.role not in ("scale", "one"):
            group.append(word)
            continue
        scale = int(entry.value)
        count = _below_thousand(group) if group else None
        if entry.role == "one":
            count = None if group else 1
        if count is None or (last_scale and scale >= last_scale):
            return None
        total, group, last_scale = total + count * scale, [], scale
    if not group:
        return total
    rest = _below_thousand(group)
    return None if rest is None else total + rest


def _below_thousand(words: list[str]) -> int | None:
    """The value of number words without scale words: [hundreds] [tens] [ones], each at most once."""
    value, digit, limit = 0, None, 1000
    for word in words:
        entry = lexicon().number_words[word]
        number = int(entry.value)
        if entry.role == "digit":
            if digit is not None:
                return None
            digit = number
            continue
        if entry.role == "join":
            if digit is None:
                return None
            size, added = (10, digit + 10) if word == "belas" else (number, digit * number)
            floor = 1 if word == "belas" else size
        else:  # sepuluh, sebelas, seratus
            if digit is not None:
                return None
            size, added = number, number
            floor = 100 if number == 100 else 1
        if size >= limit:
            return None
        value, digit, limit = value + added, None, floor
    if digit is None:
        return value
    return value + digit if limit > 1 else None


def _with_comma(words: list[str]) -> Reading | None:
    """The value of "dua koma lima juta": single digits after koma, then perhaps a scale word."""
    at = words.index("koma")
    scale, tail = _closing_scale(words[at + 1 :])
    digits = [lexicon().number_words[word] for word in tail]
    whole = _whole(words[:at]) if at else None
    if whole is None or not digits or any(entry.role != "digit" for entry in digits):
        return None
    decimals = len(digits)
    fraction = Fraction(int("".join(str(entry.value) for entry in digits)), 10**decimals)
    return _rounded((whole + fraction) * scale, Fraction(scale, 10**decimals), decimals)


def _with_fraction(words: list[str]) -> Reading | None:
    """The value of "setengah juta", "satu setengah juta", "seperempat juta"; of "setengah" alone, too."""
    scale, head = _closing_scale(words)
    entry = lexicon().number_words[head[-1]] if head else None
    if entry is None or entry.role != "fraction":
        return None
    whole = _whole(head[:-1]) if len(head) > 1 else 0
    if whole is None:
        return None
    value = (whole + entry.value) * scale
    return _rounded(value, place(value) if scale > 1 else Fraction(1, 10), 1)


def _closing_scale(words: list[str]) -> tuple[int, list[str]]:
    entry = lexicon().number_words[words[-1]] if words else None
    if entry is not None and entry.role == "scale":
        return int(entry.value), words[:-1]
    return 1, words


def _rounded(value: Fraction, step: Fraction | int, decimals: int) -> Reading:
    if value.denominator == 1 and value >= 1000:
        return Reading(int(value), max(1, int(step)), decimals, rounded=True)
    return Reading(value, Fraction(step), decimals)
