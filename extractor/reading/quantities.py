"""Quantities: every number that counts people or cards, or is a percentage, as the interval it can mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from extractor.reading.beginnings import beginnings
from extractor.reading.mentions import Number, QuantityMention
from extractor.reading.numerals import Reading, bounds
from extractor.reading.quantity_context import Draft
from extractor.reading.quantity_drafts import find_drafts
from extractor.reading.quantity_filters import bare_enough, masked, may_mask, rejection
from extractor.reading.quantity_repairs import (
    join_compounds,
    join_ranges,
    mend_scales,
    reject_proportions,
    resolve_all,
    share_units,
    spread_rejections,
)
from extractor.reading.tokens import read_tokens
from extractor.report import Quantity


def find_quantities(
    text: str, blocks: Sequence[tuple[int, int]] | None = None, starts: Sequence[int] | None = None
) -> list[QuantityMention]:
    """Quantities in `blocks` of the text (default: all of it), in text order, non-overlapping.

    Numbers of other things (dates, ages, money, ranks, areas …) and amounts without a value (ribuan, puluhan
    ribu) are left out. What print broke is mended where the passage decides it; `repair` names the breach.
    `starts`: where numbers may begin, as `beginnings` finds them in the text.
    """
    drafts: list[Draft] = []
    if starts is None:
        starts = beginnings(read_tokens(text)).numbers
    masks = may_mask(text)
    for start, end in blocks if blocks is not None else [(0, len(text))]:
        found = find_drafts(text, start, end, starts)
        drafts += _unmasked(found, masked(text, start, end)) if masks and found else found
    for draft in drafts:
        draft.rejected = rejection(text, draft)
    spread_rejections(text, drafts)
    reject_proportions(text, drafts)
    return list(_settled(text, drafts))


def parse_quantity(text: str) -> Quantity | None:
    """One quantity alone: "dua ratus ribu", "4.000-an", "sekitar 26 ribu warga", "99,64 persen".

    None where the text is no single quantity ("puluhan ribu", "Rp 25 ribu", "17 tahun") or does not say which
    ("1.234 persen"). Percentages are in percent; without a unit word the unit is persons.
    """
    alone = text.strip()
    drafts = join_compounds(alone, find_drafts(alone, 0, len(alone), beginnings(read_tokens(alone)).numbers))
    if len(drafts) != 1 or (drafts[0].outer_start, drafts[0].outer_end) != (0, len(alone)):
        return None
    resolve_all(drafts)
    draft = drafts[0]
    if draft.reading is None or not _reportable(draft, draft.reading):
        return None
    mention = _mention(draft, draft.reading)
    return Quantity.model_validate(
        {
            "value": plain(mention.value),
            "low": plain(mention.low),
            "high": plain(mention.high),
            "unit": mention.unit or "persons",
            "approximate": mention.approximate,
            "repair": mention.repair,
        }
    )


def plain(number: Number) -> int | float:
    """A number for JSON: int where it is whole, else the nearest float."""
    return int(number) if number == int(number) else float(number)


def _unmasked(drafts: Sequence[Draft], masks: Sequence[tuple[int, int]]) -> Iterator[Draft]:
    """The drafts that begin in none of the masks; both are in text order."""
    waiting = iter(masks)
    mask = next(waiting, None)
    for draft in drafts:
        while mask and mask[1] <= draft.start:
            mask = next(waiting, None)
        if mask is None or draft.start < mask[0]:
            yield draft


def _settled(text: str, drafts: list[Draft]) -> Iterator[QuantityMention]:
    drafts = join_compounds(text, drafts)
    join_ranges(text, drafts)
    share_units(text, drafts)
    resolve_all(drafts)
    mend_scales(text, drafts)
    for draft in drafts:
        if draft.rejected or draft.reading is None or not bare_enough(text, draft):
            continue
        if _reportable(draft, draft.reading):
            yield _mention(draft, draft.reading)


def _reportable(draft: Draft, reading: Reading) -> bool:
    """Whether a number is whole, as people are, or a percentage."""
    return draft.unit == "percent" or isinstance(reading.value, int) or reading.value.denominator == 1


def _percentage(number: Number) -> Fraction:
    return number if isinstance(number, Fraction) else Fraction(number)


def _mention(draft: Draft, reading: Reading) -> QuantityMention:
    percent = draft.unit == "percent"
    suffix = "suffix" if draft.suffix else "scale suffix" if draft.scale_suffix else None
    low, high = bounds(reading, draft.hedge or suffix, percent=percent)
    kind = _percentage if percent else int
    return QuantityMention(
        draft.start,
        draft.end,
        kind(reading.value),
        kind(low),
        kind(high),
        draft.unit,
        approximate=reading.rounded or suffix is not None or draft.hedge is not None,
        repair=reading.repair or ("blank-inside" if draft.broken else None),
        range=draft.range,
        outer_start=draft.outer_start,
        outer_end=draft.outer_end,
        classifier=draft.classifier,
        decimals=reading.decimals,
        step=kind(reading.step),
    )
