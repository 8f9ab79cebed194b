"""The day in an outlet's own date line: "Selasa, 2 Januari 2018 - 19:35 WIB", "16/10/2019, 22:30"."""

from __future__ import annotations

import re
from functools import cache

from extractor.data import rows
from extractor.report import Period
from extractor.web_address import day_period

_WORDED = re.compile(r"(?<!\d)(\d{1,2})[\s-]+([^\W\d_]{3,12})\.?[\s,-]+((?:19|20)\d\d)(?!\d)")
_ENGLISH = re.compile(r"([^\W\d_]{3,12})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
# each with its groups for year, month and day
_FORMS = ((_ISO, (1, 2, 3)), (_WORDED, (3, 2, 1)), (_ENGLISH, (3, 1, 2)), (_NUMBERS, (3, 2, 1)))


@cache
def _months() -> dict[str, int]:
    return {form: int(number) for form, number, *_ in rows("indonesian/months.tsv")}


def printed_day(text: str) -> Period | None:
    """The first day that a line prints in full, as metadata of its page; None where it prints none."""
    for pattern, (year, month, day) in _FORMS:
        for match in pattern.finditer(text):
            name = match[month].lower()
            number = int(name) if name.isdecimal() else _months().get(name, 0)
            period = day_period(int(match[year]), number, int(match[day]), "metadata")
            if period is not None:
                return period
    return None
