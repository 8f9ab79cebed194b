"""Outlets and verdicts on the terminal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from extractor.outlets.outlet import Evidence, Listing, Outlet
from extractor.output.terminal import Style, clean
from extractor.probe.verdict import STEPS, Verdict
from extractor.reading.gazetteer import known, name_of

_MARKS = {True: "pass", False: "FAIL", None: "?"}
_STYLES = {True: "cyan", False: "red", None: "dim"}
_STEP = max(map(len, STEPS))
_PROVINCE = 2  # characters of a code
_NAMED = 3  # hosts and units of an outlet in the list


def home_names(outlet: Outlet) -> list[str]:
    """The names of the units that an outlet reports on; of a code that no table holds the code."""
    return [_name(code) for code in outlet.home]


def _name(code: str) -> str:
    name = name_of(code) if known(code) else code
    return name.removeprefix("Provinsi ") if len(code) == _PROVINCE else name


def brief(outlet: Outlet, style: Style) -> str:
    """An outlet in two lines: what it is, and how it is found and known."""
    homes = f" ({_few(home_names(outlet))})" if outlet.home else ""
    kinds = Counter(each.kind for each in outlet.listings or outlet.host_listings)
    listings = ", ".join(kind if count == 1 else f"{count} {kind}" for kind, count in kinds.items())
    known_by = "; ".join(f"{how}: {', '.join(parts)}" for how, parts in by_evidence(outlet).items())
    first = f"{style(clean(outlet.name), 'bold')}  {clean(outlet.title)}{homes}: {_few(outlet.hosts)}"
    return f"{first}\n  {listings or 'no listing'} | {clean(known_by) or 'not told how it is known'}"


def _few(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def by_evidence(outlet: Outlet) -> Mapping[str, list[str]]:
    """The parts of an outlet's description by what they rest on, each once."""
    found: dict[str, list[str]] = {}
    for each in outlet.evidence:
        parts = found.setdefault(each.how, [])
        if each.of not in parts:
            parts.append(each.of)
    return found


def whole(outlet: Outlet, style: Style) -> str:
    """All of an outlet that its description says, under the names that its file has for it."""
    lines = [f"{style(clean(outlet.name), 'bold')}  {clean(outlet.title)}"]
    for part in fields(outlet):
        if part.name not in ("name", "title"):
            lines += _lines(part.name, _values(outlet, part.name))
    return "\n".join(lines)


def _values(outlet: Outlet, name: str) -> list[str]:
    if name == "home":
        return [f"{code} {shown}" for code, shown in zip(outlet.home, home_names(outlet), strict=True)]
    if name == "select":
        parts = ((part.name, getattr(outlet.select, part.name)) for part in fields(outlet.select))
        return [f"{part} = {_text(value)}" for part, values in parts for value in values]
    value = getattr(outlet, name)
    return [_text(each) for each in value] if isinstance(value, tuple) else [_text(value)]


def _text(value: object) -> str:
    match value:
        case Listing():
            return f"{value.kind} ({value.reach}): {value.url}"
        case Evidence():
            return f"{value.of}: {value.how}{f' - {value.note}' if value.note else ''}"
        case re.Pattern():
            return str(value.pattern)
        case tuple():
            return " -> ".join(map(_text, value))
        case None:
            return ""
        case _:
            return str(value)


def _lines(name: str, values: Sequence[str]) -> Iterator[str]:
    said = [clean(value) for value in values if value]
    for at, value in enumerate(said):
        yield f"  {name if at == 0 else '':<13}  {value}"


def verdict_lines(verdict: Verdict, before: Verdict | None, style: Style) -> Iterator[str]:
    """A verdict as a line, below a heading where it is of another part than the one before it."""
    if before is None or (verdict.of, verdict.url) != (before.of, before.url):
        yield f"\n{style(clean(verdict.of), 'bold')} {clean(verdict.url)}".rstrip()
    mark = style(f"{_MARKS[verdict.passed]:<4}", _STYLES[verdict.passed])
    yield f"  {mark}  {verdict.step:<{_STEP}}  {clean(verdict.told)}".rstrip()


def summary(verdicts: Sequence[Verdict]) -> str:
    """How many steps passed, failed, and were not decided."""
    counts = Counter(each.passed for each in verdicts)
    return f"{counts[True]} passed, {counts[False]} failed, {counts[None]} not decided"
