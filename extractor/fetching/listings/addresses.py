"""Addresses of a listing's pages, made from the one in its description."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from urllib.parse import quote

from extractor.fetching.listings.days import printed_day
from extractor.outlets.outlet import KINDS, Listing, OutletError

_PLACE = re.compile(r"\{([^{}]*)\}")
_ALWAYS = frozenset({"host", "query", "slug"})
_PLACES = {
    "feed": _ALWAYS | {"page"},
    "sitemap": _ALWAYS,
    "tag": _ALWAYS | {"page"},
    "dated-index": _ALWAYS | {"page", "date"},
    "search": _ALWAYS | {"page", "since", "until"},
    "wordpress": _ALWAYS | {"page", "since", "until"},
}
_NO_WORD = re.compile(r"[\W_]+")
_IN_A_DATE = "/:-=&"  # read the same in a query whether escaped or not, and not the same in a path


def places(listing: Listing) -> frozenset[str]:
    """The names of what is filled into the listing's address."""
    return frozenset(_PLACE.findall(listing.url))


def check(listing: Listing) -> None:
    """Raises OutletError where the listing's address or numbers cannot be walked by."""
    if listing.kind not in KINDS:
        raise OutletError(f"{listing.url}: '{listing.kind}' is no kind of listing")
    unknown = places(listing) - _PLACES[listing.kind]
    if unknown:
        known = ", ".join(sorted(_PLACES[listing.kind]))
        raise OutletError(
            f"{listing.url}: {{{min(unknown)}}} cannot be filled in for a {listing.kind}; there are {known}"
        )
    if listing.kind == "dated-index" and "date" not in places(listing):
        raise OutletError(f"{listing.url}: a dated index needs {{date}}")
    if listing.days < 1 or listing.most_pages < 1:
        raise OutletError(f"{listing.url}: 'days' and 'most_pages' must be at least 1")
    try:
        printed_day(dt.date(2018, 6, 30), listing.date)
    except ValueError as error:
        raise OutletError(f"{listing.url}: {error}") from error


def filled(url: str, values: Mapping[str, str]) -> str:
    """The address with each {name} replaced by its value, which is taken as it is."""
    return _PLACE.sub(lambda match: values[match[1]], url)


def words_of_address(query: str, host: str) -> dict[str, str]:
    """What {query}, {slug} and {host} stand for.

    >>> words_of_address("rekam e-KTP", "contoh.id")
    {'query': 'rekam%20e-KTP', 'slug': 'rekam-e-ktp', 'host': 'contoh.id'}
    """
    slug = _NO_WORD.sub("-", query.lower()).strip("-")
    return {"query": quote(query, safe=""), "slug": quote(slug, safe=""), "host": host}


def escaped_date(printed: str) -> str:
    """A printed date as it stands in an address."""
    return quote(printed, safe=_IN_A_DATE)
