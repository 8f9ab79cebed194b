"""Work of a period or a day, told beside what is reached: "selama sepekan 1.100 orang merekam"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.data import rows
from extractor.linking.clusters import Cluster
from extractor.linking.distance import Distance
from extractor.linking.sentence import SentenceView
from extractor.reading.mentions import DateMention
from extractor.reading.wording import any_of, signs

_CLOSE = 16  # code points
# the first form of each month is how it is spelled
_MONTHS = "|".join({number: form for form, number, *_ in reversed(rows("indonesian/months.tsv"))}.values())
_DURING = re.compile(
    rf"""(?<![^\W_])(?:
        {any_of("during")}\s+(?:{any_of("a time of")}\s+)?(?:[^\W_]+\s+){{0,2}}?
            (?:{any_of("spans")}|{_MONTHS}|20\d\d)(?:\s+(?:{any_of("this or last")}|[IV]+))?(?:\s+20\d\d)?
        | {any_of("since")}\s+{any_of("beginning")}(?:\s+(?:{any_of("this or last")}|20\d\d))?
        )(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
_SPAN_SIGNS = signs("during", "since")  # one of them stands wherever `_DURING` matches
_JUST = re.compile(
    rf"""(?<![^\W_])(?:{any_of("weeks and months")}\s+(?:[A-Z][a-z]+\s+)?{any_of("this or last", "yesterday")}
        |{any_of("today")})(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
_EVENT = re.compile(
    rf"""(?<![^\W_]){any_of("at")}\s+{any_of("events")}(?:\s+[^\W\d]+){{0,6}}?\s+
        {any_of("that", "just told", "this")}(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
_ON = re.compile(rf"(?<![^\W_])(?:pada\s+(?:hari\s+)?|{any_of('days ahead')},?\s+)$", re.IGNORECASE)
_DAYS = 50  # of work that a stock takes at least


def mark_flows(view: SentenceView, distance: Distance, text: str, totals: Mapping[str, int]) -> None:
    """Months in a row count the work of each: "Mei 1.204 e-KTP, Juni 988"; so does "selama enam pekan … direkam".

    `totals` are the counts told so far: the work of a day is far less than they are.
    """
    counts = [c for c in view.clusters if c.indicator in _DONE and c.count is not None and not c.role]
    if counts:
        span = _lasting(view, text)
        most = max(totals.get("recorded", 0), totals.get("wktp", 0))
        for cluster in counts:
            lasting = cluster.indicator != "printed" and _is_flow(view, cluster, span, distance, text)
            if lasting or _is_small_flow(view, cluster, text, most):
                cluster.indicator = "added"
    if "rate" in view.kinds and any(c.sense is not None and c.sense.kind == "rate" for c in view.clusters):
        for cluster in view.clusters:
            if cluster.construction in _IN_A_ROW and not cluster.percent_only:
                cluster.indicator = "recorded_per_day"  # "dulu 300 hingga 400 orang, kini 50 orang sehari"
    if not view.dates:
        return
    months = [d for d in view.dates if d.precision == "month"]
    monthly = [c for c in view.clusters if _headed(c, months, distance)] if months else []
    if len(monthly) > 1 and not any(map(_whole_share, monthly)):
        for cluster in monthly:
            if cluster.indicator in _MONTHLY:
                cluster.indicator = "added"


def _lasting(view: SentenceView, text: str) -> re.Match[str] | None:
    """The span of time that the sentence names: "selama enam pekan"."""
    if not any(map(view.lower.__contains__, _SPAN_SIGNS)):
        return None
    return _DURING.search(text, view.start, view.end)


_IN_A_ROW = {"announced", "series", "coordination"}
_DONE = {"recorded", "first_voters_recorded", "printed"}
_MONTHLY = {"recorded", "first_voters_recorded", "printed"}


def _whole_share(cluster: Cluster) -> bool:
    """Whether a percentage is too large for the work of a month: "Agustus 90,14 persen, September 90,42 persen"."""
    return cluster.percent_only and cluster.quantities[0].value > _MOST_IN_A_MONTH


_MOST_IN_A_MONTH = 20  # percent


def _headed(cluster: Cluster, months: list[DateMention], distance: Distance) -> bool:
    """Whether the last month before the number stands right before it."""
    before = [month for month in months if month.end <= cluster.start]
    return bool(before) and distance.between(before[-1].end, cluster.start) <= 2


def _is_flow(
    view: SentenceView,
    cluster: Cluster,
    span: re.Match[str] | None,
    distance: Distance,
    text: str,
) -> bool:
    if span is not None and _done_within(cluster, span.end(), distance):
        return True
    if span is not None and _done_until(cluster, span.start(), distance):
        return True
    if cluster.sense is None or cluster.sense.kind != "act" or cluster.sense.said:
        return False
    just = _JUST.search(text, view.start, cluster.start) or _EVENT.search(text, view.start, cluster.start)
    return just is not None and _done_within(cluster, just.end(), distance)


def _is_small_flow(view: SentenceView, cluster: Cluster, text: str, most: int) -> bool:
    """Whether a day right before a count tells when it was done: "pada Senin (25/6) perekaman sebanyak 278".

    Only of a count that is a small part of the `most` that were told.
    """
    sense, count = cluster.sense, cluster.count
    if sense is None or sense.said or sense.kind not in ("act", "noun") or count is None:
        return False
    if count.value * _DAYS >= most:
        return False
    days = [d for d in view.dates if d.end <= cluster.start and d.precision == "day" and d.role != "as_of"]
    return (
        bool(days) and _ON.search(text, max(view.start, days[-1].start - _CLOSE), days[-1].start) is not None
    )


def _done_until(cluster: Cluster, span_start: int, distance: Distance) -> bool:
    """Whether the span of time closes a count's own clause: "1.100 orang merekam dalam sebulan terakhir"."""
    sense = cluster.sense
    if sense is None or sense.kind != "act" or sense.said:
        return False
    return cluster.end <= sense.start <= span_start and distance.between(sense.end, span_start) <= 2


def _done_within(cluster: Cluster, span_end: int, distance: Distance) -> bool:
    """Whether a count stands right behind a span of time, and is no part of another."""
    if cluster.whole is not None:
        return False
    return span_end <= cluster.start and distance.between(span_end, cluster.start) <= 5
