"""Tells in words what led to a figure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from extractor.data import rows
from extractor.linking.figures import LinkedFigure
from extractor.numbers import plain
from extractor.output.lines import Lines
from extractor.output.notation import number
from extractor.output.snippets import Mark, snippets
from extractor.output.terminal import Style, clean
from extractor.reading.mentions import DateMention, PlaceMention
from extractor.reading.places import name_of
from extractor.reading.senses import Sense
from extractor.report import Place, Span
from extractor.why.trace import Step, Trace

_GUTTER = 5
_LABEL = 12
_MOST = 4  # alternatives told


@cache
def constructions() -> dict[str, str]:
    """How each construction links a number, by its name."""
    return dict(rows("ektp/constructions.tsv"))


def show(trace: Trace, step: Step, style: Style) -> Iterator[str]:
    """The lines that explain one figure."""
    figure, text = step.figure, trace.article.text
    printed = clean(text[figure.quantity.start : figure.quantity.end])
    yield style(f"{figure.id}  {figure.indicator} {_value(figure)}", "bold")
    marks = [Mark(Span(start=s, end=e, text=text[s:e]), sign, colour) for s, e, sign, colour in _spans(step)]
    for snippet in snippets(Lines(text), marks):
        yield from (row for row in snippet.rows(_GUTTER, style) if row.strip(" |"))
    yield _row("number", f'"{printed}"{_repaired(figure)}, {_interval(figure)}')
    yield from _cue(step, text)
    yield _row("rule", f"{figure.construction}: {constructions().get(figure.construction, '')}")
    if figure.whole is not None:
        yield _row("whole", f"part of {figure.whole}")
    yield from _place(trace, step)
    yield from _date(trace, step)
    yield _row("sure", _sure(trace, figure))


def _sure(trace: Trace, figure: LinkedFigure) -> str:
    return f"{trace.sure[figure.id]:g}" + (
        ", since it fits other figures" if figure.id in trace.fitting else ""
    )


def _row(label: str, words: str) -> str:
    return f"  {label:<{_LABEL}}{words}"


def _value(figure: LinkedFigure) -> str:
    q = figure.quantity
    return f"{number(plain(q.value))} {'percent' if q.unit == 'percent' else q.unit}"


def _interval(figure: LinkedFigure) -> str:
    q = figure.quantity
    if q.low == q.high:
        return "exact"
    return f"between {number(plain(q.low))} and {number(plain(q.high))}"


def _repaired(figure: LinkedFigure) -> str:
    return f" (mended: {figure.quantity.repair})" if figure.quantity.repair else ""


def _spans(step: Step) -> Iterator[tuple[int, int, str, str]]:
    quantity, sense = step.figure.quantity, step.cluster.sense
    yield quantity.start, quantity.end, "^", "bold"
    if sense is not None and (sense.end <= quantity.start or sense.start >= quantity.end):
        yield sense.start, sense.end, "-", "cyan"


def _cue(step: Step, text: str) -> Iterator[str]:
    cluster = step.cluster
    if cluster.sense is None:
        yield _row("cue", "none of its own")
    else:
        yield _row("cue", f"{_named(cluster.sense, text)}, cost {cluster.cost:.1f}")
    others = [option for option in cluster.options if option[1] is not cluster.sense][:_MOST]
    for price, sense in others:
        yield _row("", f"passed over: {_named(sense, text)}, cost {price:.1f}")


def _named(sense: Sense, text: str) -> str:
    return f'"{clean(text[sense.start : sense.end])}" ({sense.indicator or sense.kind})'


_SOURCES = {
    "text": "named by the text",
    "anaphora": "carried over from what was named before",
    "dateline": "the dateline, since the text names no other",
    "outlet": "the outlet's home, since the text names no other",
}


def _place(trace: Trace, step: Step) -> Iterator[str]:
    place, text = step.figure.place, trace.article.text
    here = [mention for mention in step.view.places if mention.codes]
    if place is None:
        yield _row("place", "none")
    elif place.code is None:
        found = ", ".join(f"{c.name} ({c.code})" for c in place.candidates)
        yield _row("place", f"not decided: {found}")
    else:
        beside = next((m for m in here if place.code in m.codes and m.source != "dateline"), None)
        reason = (
            f'named in the sentence, "{_words(beside, text)}"' if beside else _reason(trace, place.source)
        )
        yield _row("place", f"{place.name} ({place.code}): {reason}")
    sharing = [each for each in _sharing(trace, step) if each is not place]
    if sharing:
        yield _row("", f"shared with: {', '.join(each.name or '' for each in sharing)}")
    codes = {each.code for each in (place, *sharing) if each is not None and each.code is not None}
    others = [m for m in here if codes.isdisjoint(m.codes)][:_MOST]
    for mention in others:
        yield _row("", f'passed over: "{_words(mention, text)}" ({_units(mention)})')


def _sharing(trace: Trace, step: Step) -> list[Place]:
    """The places of all figures of one printed number."""
    same = (each.figure for each in trace.steps if each.figure.quantity is step.figure.quantity)
    return [figure.place for figure in same if figure.place is not None]


def _reason(trace: Trace, source: str | None) -> str:
    main = trace.reading.places.main
    if source == "text" and main:
        return "what the article is about"
    return _SOURCES.get(source or "", source or "")


def _words(mention: PlaceMention | DateMention, text: str) -> str:
    return clean(text[mention.start : mention.end])


def _units(mention: PlaceMention) -> str:
    dateline = "dateline, " if mention.source == "dateline" else ""
    return dateline + ", ".join(name_of(code) for code in mention.codes[:_MOST])


def _date(trace: Trace, step: Step) -> Iterator[str]:
    period, text = step.figure.as_of, trace.article.text
    if period is None:
        yield _row("as of", "no date of its own, and no day of publication is known")
    else:
        days = f"{period.start} to {period.end}" if period.start != period.end else f"{period.start}"
        if period.start is None:
            days = " or ".join(f"{each.start}" for each in period.candidates)
        yield _row("as of", f"{days}: {_dated(trace, step)}")
    told = [d for d in step.view.dates if period is None or d.first != period.start][:_MOST]
    for date in told:
        yield _row("", f'passed over: "{_words(date, text)}" ({date.role})')


def _dated(trace: Trace, step: Step) -> str:
    period, text = step.figure.as_of, trace.article.text
    assert period is not None
    if period.source == "published":
        return "the day of publication"
    role = "statement" if period.source == "statement" else "as_of"
    mentions = [d for d in trace.reading.dates if d.first == period.start and d.last == period.end]
    mentions = [d for d in mentions if d.role == role] or mentions
    printed = f', "{_words(mentions[0], text)}"' if mentions else ""
    if period.source == "statement":
        return f"the day of speaking{printed}"
    inside = any(step.view.start <= d.start < step.view.end for d in mentions)
    return f"{'dated in the sentence' if inside else 'dated elsewhere in the text'}{printed}"
