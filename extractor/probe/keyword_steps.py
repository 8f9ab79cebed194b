"""What the pages of a listing for several keywords say together."""

from __future__ import annotations

import re

from extractor.fetching.listings.found import Found
from extractor.fetching.listings.relevance import matters, may_matter
from extractor.probe.listed import Listed, about, counted, without_article
from extractor.probe.verdict import Judged

NONSENSE = "xqzvkwj"  # no word of any language that the outlets print
UNRELATED = "banjir"  # in all news; "sepak bola" would also find "jemput bola", which is recording at home
_SHARED = 0.5  # of the articles of two pages that may be the same: boxes of popular news stand beside both
_FULL = 10  # articles on a page; one of fewer is mostly the only one, and some sites show it again as page 2
_WORD = re.compile(r"[^\W_]{3,}")


def names_keyword(real: Listed, query: str) -> Judged:
    """Whether articles of a search name what was searched for, in their titles or addresses."""
    if real.trouble:
        return False, real.trouble
    if not real.articles:
        return False, without_article(real)
    articles = list(real.articles.values())
    named = sum(names(each, query) for each in articles)
    told = f"{named} of {counted(len(articles))} name {query}"
    if not named and all(may_matter(each, query.split()) for each in articles):
        return None, f"{told}; the others do not say what they are about"
    return named > 0, told


def names(found: Found, query: str) -> bool:
    """Whether the title or address of an article names what the query asks for, under any name of the card."""
    said = about(found)
    if matters(query):
        return matters(said)
    return not set(_WORD.findall(query.lower())).isdisjoint(_WORD.findall(said.lower()))


def gives_nothing(nonsense: Listed) -> Judged:
    """Whether a search for what nobody writes finds nothing."""
    if nonsense.missing:
        return True, f"nothing for {NONSENSE}: {nonsense.trouble}"
    if nonsense.trouble:
        return False, nonsense.trouble
    if nonsense.articles:
        return False, f"{counted(len(nonsense.articles))} for {NONSENSE}, as {_first(nonsense)}"
    return True, f"no article for {NONSENSE}"


def differs(real: Listed, other: Listed, words: str) -> Judged:
    """Whether two pages list different articles; `words` is what the second was asked for."""
    if other.trouble and not other.missing:
        return False, other.trouble
    if not real.articles or not other.articles:
        return None, f"no article to compare with for {words}"
    same = real.keys & other.keys
    fewer = min(len(real.keys), len(other.keys))
    return len(same) < _SHARED * fewer, f"{len(same)} of {counted(fewer)} also stand on the page for {words}"


def turns(first: Listed, second: Listed) -> Judged:
    """Whether the second page of a listing lists what the first does not."""
    if second.missing:
        return None, f"one page, or another form of the address: {second.trouble}"
    if second.trouble:
        return False, second.trouble
    if not second.articles:
        return None, "page 2 lists no article"
    new = len(second.keys - first.keys)
    if not new and len(first.keys) < _FULL:
        return None, f"page 2 is page 1 again, with {counted(len(first.keys))}: there may be no more"
    return new > 0, f"{new} of {counted(len(second.keys))} of page 2 do not stand on page 1"


def _first(listed: Listed) -> str:
    return next(each.url for each in listed.articles.values())
