"""The sentences of findings in English and Indonesian: numbers first, lower case, no verdict."""

from __future__ import annotations

_TABLE = {
    "to": ("to", "sampai"),
    "repeat": (
        "two figures for the same quantity differ: {a} and {b}",
        "dua angka untuk hal yang sama berbeda: {a} dan {b}",
    ),
    "sum": ("{a} + {b} = {total}, not {whole}", "{a} + {b} = {total}, bukan {whole}"),
    "share": (
        "{part} of {whole} is {computed} percent, not {percent}",
        "{part} dari {whole} adalah {computed} persen, bukan {percent}",
    ),
    "share-left": (
        "{part} of {whole} leaves {computed} percent, not {percent}",
        "{part} dari {whole} menyisakan {computed} persen, bukan {percent}",
    ),
    "complement": ("{a} + {b} = {total} percent, not 100", "{a} + {b} = {total} persen, bukan 100"),
    "ceiling": (
        "{part} of {whole} is {most} percent, so {percent} is too much",
        "{part} dari {whole} adalah {most} persen, jadi {percent} terlalu besar",
    ),
    "at-most": (
        "{part} is more than its whole, {whole}",
        "{part} lebih besar daripada keseluruhannya, {whole}",
    ),
    "total": (
        "the {parts} parts add up to {total}, not {whole}",
        "ke-{parts} bagian berjumlah {total}, bukan {whole}",
    ),
    "doubled-unit": (
        "{printed}: full digits followed by a scale word, read as {value}",
        "{printed}: angka lengkap diikuti kata kelipatan, dibaca {value}",
    ),
    "impossible-date": ("{printed}: no such day", "{printed}: tidak ada tanggal itu"),
    "weekday-date": (
        "{date} is a {right}, printed as {wrong}; {wrong} fits {fitting}",
        "{date} adalah hari {right}, tertulis {wrong}; {wrong} cocok untuk {fitting}",
    ),
    "or": ("or", "atau"),
    "what": ("What it checks", "Yang diperiksa"),
    "silent": ("When it stays silent", "Kapan diam"),
    "fires-on": ("It fires on", "Contoh yang ditandai"),
    "silent-on": ("It stays silent on", "Contoh yang tidak ditandai"),
    "severity": ("severity", "tingkat"),
}
_DAYS = (
    ("Monday", "Senin"),
    ("Tuesday", "Selasa"),
    ("Wednesday", "Rabu"),
    ("Thursday", "Kamis"),
    ("Friday", "Jumat"),
    ("Saturday", "Sabtu"),
    ("Sunday", "Minggu"),
)
_MONTHS = (
    ("January", "Januari"),
    ("February", "Februari"),
    ("March", "Maret"),
    ("April", "April"),
    ("May", "Mei"),
    ("June", "Juni"),
    ("July", "Juli"),
    ("August", "Agustus"),
    ("September", "September"),
    ("October", "Oktober"),
    ("November", "November"),
    ("December", "Desember"),
)


def say(key: str, lang: str, **slots: str) -> str:
    """The sentence `key` in a language; English where the language is unknown."""
    return _TABLE[key][lang == "id"].format(**slots)


def weekday(number: int, lang: str) -> str:
    """The name of a weekday, Monday being 0."""
    return _DAYS[number][lang == "id"]


def month(number: int, lang: str) -> str:
    """The name of a month, January being 1."""
    return _MONTHS[number - 1][lang == "id"]
