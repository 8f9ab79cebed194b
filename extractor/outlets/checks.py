"""What the values in an outlet's file must be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import Formatter

from cssselect import HTMLTranslator, SelectorError

KINDS = ("feed", "sitemap", "tag", "dated-index", "search", "wordpress")
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
EVIDENCE = ("probed live", "stored page", "public code", "published report", "inferred")
FIELDS = ("host", "query", "slug", "date", "since", "until", "page")
_REACHES = ("past", "new")
# what a kind of listing cannot do without: one of each
_NEEDED = {
    "tag": ({"slug", "query"},),
    "dated-index": ({"date", "since"},),
    "search": ({"query", "slug"},),
    "wordpress": ({"query"}, {"page"}),
}


class OutletError(ValueError):
    """A file that describes no outlet, with its name and the reason."""


def check_listing(kind: str, url: str, reach: str) -> None:
    """Raises ValueError where the address of a listing has not the fields that its kind needs, or unknown ones."""
    if not re.match(r"https?://", url):
        raise ValueError(f"'{url}' is no http address")
    fields = {name for _, name, _, _ in Formatter().parse(url) if name is not None}
    unknown = sorted(fields.difference(FIELDS))
    if unknown:
        raise ValueError(f"'{{{unknown[0]}}}' in '{url}' is no field; there are {', '.join(FIELDS)}")
    for choice in _NEEDED.get(kind, ()):
        if not fields & choice:
            raise ValueError(
                f"'{url}' of kind {kind} needs {' or '.join(f'{{{n}}}' for n in sorted(choice))}"
            )
    if reach not in _REACHES:
        raise ValueError(f"'{reach}' is no reach; there are {', '.join(_REACHES)}")


def check_selectors(selectors: Iterable[str]) -> None:
    """Raises ValueError on what is no CSS selector."""
    for selector in selectors:
        try:
            HTMLTranslator().css_to_xpath(selector)
        except SelectorError as error:
            raise ValueError(f"'{selector}' is no CSS selector: {error}") from error


def check_zone(zone: str) -> None:
    """Raises ValueError on anything but the three time zones of Indonesia (Keputusan Presiden 41/1987)."""
    if zone not in ZONES:
        raise ValueError(f"'{zone}' is no zone; there are {', '.join(ZONES)}")


def check_whole_page(form: str | None) -> None:
    """Raises ValueError where it is neither a parameter with a value nor the end of a path."""
    if form is not None and not re.fullmatch(r"[\w-]+=[\w-]+|/[\w-]+", form):
        raise ValueError(f"'{form}' is neither a parameter ('page=all') nor the end of a path ('/all')")


def check_rewrite(form: str, usual: str) -> str:
    """The usual form. Raises ValueError where it names a group that the expression has not."""
    groups = re.compile(form).groups
    named = [int(number) for number in re.findall(r"\\(\d)", usual)]
    if max(named, default=0) > groups:
        raise ValueError(f"'{usual}' names group {max(named)}, '{form}' has {groups}")
    return usual


def check_evidence(how: str) -> None:
    """Raises ValueError on an unknown kind of evidence."""
    if how not in EVIDENCE:
        raise ValueError(f"'{how}' is no evidence; there is {', '.join(EVIDENCE)}")
