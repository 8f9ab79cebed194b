"""Regency or city of one name: where the words do not tell, the size of the numbers may."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.linking.figures import LinkedFigure
from extractor.reading.places import fits_magnitude, to_place


def settle_by_magnitude(figures: Sequence[LinkedFigure]) -> None:
    """Decide an undecided pair of units when the article's counts fit the population of only one of them.

    The bands are those of `fits_magnitude`; all figures with the same candidates are decided together, so that one
    telling number ("wajib KTP 1.100.000") settles the rest.
    """
    pairs: dict[tuple[str, ...], list[LinkedFigure]] = {}
    for figure in figures:
        if figure.place is not None and figure.place.code is None and figure.place.candidates:
            codes = tuple(candidate.code for candidate in figure.place.candidates)
            pairs.setdefault(codes, []).append(figure)
    for codes, members in pairs.items():
        fitting = [code for code in codes if _fits(code, members)]
        if len(fitting) != 1:
            continue
        for figure in members:
            if figure.place is not None:
                figure.place = to_place(fitting[0], figure.place.source)


def _fits(code: str, figures: Sequence[LinkedFigure]) -> bool:
    """Whether no count of the article speaks against `code`."""
    for figure in figures:
        if figure.percent or figure.disputed:
            continue
        year = (
            figure.as_of.start.year if figure.as_of is not None and figure.as_of.start is not None else None
        )
        if fits_magnitude(code, figure.indicator, int(figure.quantity.value), year) is False:
            return False
    return True
