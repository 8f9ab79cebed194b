"""Whole articles that are consistent, their figures rounded or cut off at random: none may be accused."""

from __future__ import annotations

import datetime as dt
import random
from fractions import Fraction
from math import floor

from extractor import Extractor
from extractor.checking.notation import count, decimal

ARTICLES = 2_000
PLACES = (
    "Kabupaten Sleman",
    "Kabupaten Kudus",
    "Kota Blitar",
    "Kabupaten Agam",
    "Kabupaten Bone",
    "Kota Ternate",
)
TITLES = (
    "{rest} Warga {bare} Belum Rekam e-KTP",
    "Perekaman e-KTP di {bare} Baru {rate} Persen",
    "Warga {bare} Rekam e-KTP",
)
LEADS = (
    "{CITY} - Sebanyak {rest} warga {place} belum melakukan perekaman e-KTP.",
    "{CITY} - Sudah {rate} persen wajib KTP di {place} melakukan perekaman.",
    "{CITY} - Dinas Dukcapil {place} mencatat {whole} warga wajib KTP.",
)
BODIES = (
    "Dari {whole} wajib KTP di {place}, sebanyak {part} orang atau {rate} persen sudah melakukan perekaman.",
    "Jumlah wajib KTP di {place} {whole} orang. Yang sudah melakukan perekaman {part} orang.",
    "Di {place} {part} orang sudah melakukan perekaman dari {whole} wajib KTP.",
)
ENDS = (
    "Sisanya {rest} orang belum melakukan perekaman.",
    "Sedangkan {rest} orang atau {rest_rate} persen belum melakukan perekaman.",
    "Yang belum melakukan perekaman {rest_rate} persen.",
    "Petugas mendatangi sekolah dan desa.",
)


def told(source: random.Random, number: int) -> str:
    """The count in full, or in ribu or juta, rounded or cut off."""
    lift = source.choice((Fraction(0), Fraction(1, 2)))
    scale, word = (1_000_000, "juta") if number >= 1_000_000 else (1_000, "ribu")
    if number < 10_000 or source.random() < 0.5:
        return count(number)
    places = source.choice((0, 1, 2)) if scale > 1_000 else source.choice((0, 0, 1))
    cut = Fraction(floor(Fraction(number, scale) * 10**places + lift), 10**places)
    hedge = source.choice(("", "sekitar ", "kurang lebih "))
    return f"{hedge}{decimal(cut, places)} {word}" if cut else count(number)


def rated(source: random.Random, part: int, whole: int) -> str:
    places, lift = source.choice((0, 1, 2, 2)), source.choice((Fraction(0), Fraction(1, 2)))
    return decimal(Fraction(floor(Fraction(100 * part, whole) * 10**places + lift), 10**places), places)


def compose(seed: int, off: int = 0) -> str:
    """The article of a seed; the figures of its last paragraph are `off` by so many people."""
    source = random.Random(seed)
    whole = source.randrange(40_000, 1_400_000)
    rest = source.randrange(whole // 200, whole // 5)
    place = source.choice(PLACES)
    _, bare = place.split(" ", 1)

    def fill(sentence: str, rest: int = rest) -> str:
        return sentence.format(
            place=place,
            bare=bare,
            CITY=bare.upper(),
            whole=told(source, whole),
            part=told(source, whole - rest),
            rest=told(source, rest),
            rate=rated(source, whole - rest, whole),
            rest_rate=rated(source, rest, whole),
        )

    paragraphs = [fill(source.choice(kind)) for kind in (TITLES, LEADS, BODIES)]
    return "\n\n".join([*paragraphs, fill(source.choice(ENDS), rest + off)])


def test_no_consistent_article_is_accused() -> None:
    extractor = Extractor(today=dt.date(2026, 1, 1))
    found = {seed: extractor.read(compose(seed), source="-").findings for seed in range(ARTICLES)}
    assert {seed: [f.message for f in findings] for seed, findings in found.items() if findings} == {}


def test_the_same_articles_are_noticed_when_their_rest_is_off() -> None:
    extractor = Extractor(today=dt.date(2026, 1, 1))
    found = sum(bool(extractor.read(compose(seed, off=9_000), source="-").findings) for seed in range(200))
    assert found > 100
