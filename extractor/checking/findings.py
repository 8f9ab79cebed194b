"""From conflicts and remarks to findings: blame, the value that would fit, the arithmetic, a stable id."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil, floor

from extractor.checking.balances import equations
from extractor.checking.blame import Verdict, verdicts
from extractor.checking.cells import Value
from extractor.checking.equations import Equation, Share
from extractor.checking.intervals import Number, rest
from extractor.checking.joint import parts
from extractor.checking.misread import misread
from extractor.checking.rule import SEVERITIES, Conflict, Matter, Observation, Remark, Rule
from extractor.checking.slips import slip
from extractor.linking.figures import LinkedFigure
from extractor.report import Allowed, Finding, Span

_MOST_LINES = 4
_DECIMALS = 4


def findings(
    raw: Iterable[Conflict | Observation | Remark],
    matter: Matter,
    rules: dict[str, Rule],
    text_sha256: str,
    lang: str,
) -> list[Finding]:
    """The findings of an article, errors first, then in text order."""
    placed: list[tuple[int, Finding]] = []
    conflicts: list[Conflict] = []
    for item in raw:
        if isinstance(item, Remark):
            placed.append((item.span[0], _remark(item, matter, rules, text_sha256, lang)))
        elif isinstance(item, Observation):
            placed.append((item.figures[0].quantity.start, _observed(item, rules, text_sha256, lang)))
        else:
            conflicts.append(item)
    if conflicts:
        holding = [e for cell in matter.full_cells for e in equations(matter, cell).holding]
        for verdict in verdicts(conflicts, holding):
            start = _figures(verdict, ())[0].quantity.start
            placed.append((start, _finding(verdict, holding, rules, text_sha256, lang)))
    placed.sort(key=lambda item: (SEVERITIES.index(item[1].severity), item[0], item[1].code))
    return [finding for _, finding in placed]


def _identifier(text_sha256: str, code: str, spans: Iterable[tuple[int, int]]) -> str:
    """The same text, code and spans give the same id on any machine."""
    places = ",".join(f"{start}-{end}" for start, end in sorted(spans))
    return hashlib.sha256(f"{text_sha256} {code} {places}".encode()).hexdigest()[:8]


def _remark(remark: Remark, matter: Matter, rules: dict[str, Rule], text_sha256: str, lang: str) -> Finding:
    start, end = remark.span
    return Finding(
        id=_identifier(text_sha256, remark.code, [remark.span]),
        code=remark.code,
        name=rules[remark.code].name,
        severity=remark.severity,
        message=remark.message(lang),
        figures=list(remark.figures),
        spans=[Span(start=start, end=end, text=matter.text[start:end])],
    )


def _observed(seen: Observation, rules: dict[str, Rule], text_sha256: str, lang: str) -> Finding:
    spans = [(f.quantity.start, f.quantity.end) for f in seen.figures]
    return Finding(
        id=_identifier(text_sha256, seen.code, spans),
        code=seen.code,
        name=rules[seen.code].name,
        severity=seen.severity,
        message=seen.message(lang),
        arithmetic=seen.arithmetic(lang),
        figures=[f.id for f in seen.figures],
    )


def _finding(
    verdict: Verdict, holding: Sequence[Equation], rules: dict[str, Rule], text_sha256: str, lang: str
) -> Finding:
    main, shown = verdict.conflicts[0], _shown(verdict)
    support = _support(verdict, holding)
    meant = misread(verdict.values, parts(c.equation for c in verdict.conflicts), holding)
    figures = _figures(verdict, support)
    spans = [(f.quantity.start, f.quantity.end) for f in figures]
    return Finding(
        id=_identifier(text_sha256, main.code, spans),
        code=main.code,
        name=rules[main.code].name,
        severity="note" if verdict.doubted or verdict.shaken else main.severity,
        message=shown.message(lang),
        also=sorted({c.code for c in verdict.conflicts if c.severity != "note"} - {main.code}),
        arithmetic=_lines([shown, *support], lang) + ([meant.line(lang)] if meant is not None else []),
        figures=[f.id for f in figures],
        blame=[[f.id for v in group for f in v.figures] for group in verdict.blame],
        allows=_allows(verdict),
        slip=_slip(verdict) or (meant.slip if meant is not None else None),
    )


def _shown(verdict: Verdict) -> Equation:
    """The equation to tell: the main one, or one on the same percentage whose whole is printed."""
    main = verdict.conflicts[0]
    percents = {id(v) for v in main.equation.members if v.percent}
    same = (c.equation for c in verdict.conflicts if c.code == main.code)
    alike = [e for e in same if percents and percents == {id(v) for v in e.members if v.percent}]
    return min(alike, key=lambda e: e.directness, default=main.equation)


def _support(verdict: Verdict, holding: Sequence[Equation]) -> list[Equation]:
    """What holds without the blamed values: the arithmetic that speaks for the others."""
    if len(verdict.blame) != 1:
        return []
    blamed = {id(v) for v in verdict.blame[0]}
    witnesses = {id(v) for c in verdict.conflicts for v in c.equation.members} - blamed
    found: dict[str | None, Equation] = {}
    for equation in holding:
        ids = {id(v) for v in equation.members}
        if not ids & blamed and ids & witnesses:
            found.setdefault(equation.line(), equation)
    return list(found.values())[: _MOST_LINES - 1]


def _lines(shown: Sequence[Equation], lang: str) -> list[str]:
    lines = (equation.line(lang) for equation in shown)
    return list(dict.fromkeys(line for line in lines if line is not None))


def _figures(verdict: Verdict, support: Sequence[Equation]) -> list[LinkedFigure]:
    """Blamed figures, then witnesses, each in text order."""
    shown = [*(c.equation for c in verdict.conflicts[:_MOST_LINES]), *support]
    witnesses = [v for equation in shown for v in equation.members]
    seen: dict[str, LinkedFigure] = {}
    for values in (verdict.values, witnesses):
        members = {f.id: f for v in values for f in v.figures}
        for figure in sorted(members.values(), key=lambda f: f.quantity.start):
            seen.setdefault(figure.id, figure)
    return list(seen.values())


def _allows(verdict: Verdict) -> list[Allowed]:
    made = []
    for value in verdict.values:
        interval = verdict.allows.get(id(value))
        if interval is not None:
            low, high = _plain(interval.low, down=True), _plain(interval.high, down=False)
            made.append(Allowed(figure=value.first.id, low=low, high=high))
    return made


def _plain(number: Number, *, down: bool) -> int | float:
    """A number of the report; fractions are widened to four decimals."""
    if isinstance(number, int):
        return number
    scaled = number * 10**_DECIMALS
    return float(Fraction(floor(scaled) if down else ceil(scaled), 10**_DECIMALS))


def _slip(verdict: Verdict) -> str | None:
    """The slip of hand that explains the finding; None where different slips would."""
    failing = [c.equation for c in verdict.conflicts]
    found = []
    for value in verdict.values:
        meant = verdict.allows.get(id(value))
        kind = slip(value.number, meant, value.places) if meant is not None else None
        if kind is not None:
            found.append(kind)
        elif _exchanged(value, failing):
            found.append("parts-exchanged")
    return found[0] if len(set(found)) == 1 else None


def _exchanged(value: Value, failing: Sequence[Equation]) -> bool:
    """Whether a percentage fits the other part: the recorded share told of the unrecorded."""
    shares = [e for e in failing if isinstance(e, Share) and e.percent is value]
    return any(
        (computed := e.computed()) is not None and value.interval.meets(rest(computed)) for e in shares
    )
