"""An article of an outlet: that its page parses, that all its pages come at once, that its addresses are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from extractor.article import UnreadableInput
from extractor.fetching.answer import Response
from extractor.outlets.article_key import article_key, whole_address
from extractor.outlets.outlet import Outlet
from extractor.outlets.selecting import join_pages, next_page
from extractor.probe.asking import Asking
from extractor.probe.link_steps import may_be_asked
from extractor.probe.reading import parses, read, tree_of
from extractor.probe.verdict import Judged, Verdict

if TYPE_CHECKING:
    from lxml.html import HtmlElement

OF = "article"
_MOST_LOOKED_AT = 10  # addresses, of which the first that robots.txt allows are asked for
_MOST_TRIED = 3
_MOST_PAGES = 6
_ENOUGH = 0.98  # of the text of the single pages: their "Halaman 2 dari 3" is not on the page with everything


def article_verdicts(asking: Asking, outlet: Outlet, addresses: Sequence[str]) -> Iterator[Verdict]:
    """The steps for an article; the first of the addresses that answers is judged."""
    if not addresses:
        yield Verdict("parses", OF, "", None, "no listing gives an article")
        return
    allowed = [each for each in addresses[:_MOST_LOOKED_AT] if asking.allowed(each)][:_MOST_TRIED]
    yield Verdict("robots", OF, addresses[0], *_robots(asking, addresses[0], allowed))
    if not allowed:
        return
    there = [each for each in allowed if each == allowed[0] or asking.get(allowed[0]).response is None]
    answers = [(each, response) for each in there if (response := asking.get(each).response) is not None]
    if not answers:
        yield Verdict("parses", OF, allowed[0], False, asking.get(allowed[0]).trouble)
        return
    url, response = answers[0]
    if not outlet.owns(urlsplit(response.url).hostname or ""):
        yield Verdict("parses", OF, url, False, f"leads to {response.url}")
        return
    yield Verdict("parses", OF, url, *parses(response, outlet))
    yield Verdict("one-key", OF, url, *one_key(response, outlet))
    yield _whole_page(asking, outlet, [url, *(each for each in allowed if each != url)])


def _robots(asking: Asking, first: str, allowed: Sequence[str]) -> Judged:
    if allowed and allowed[0] != first:
        return True, f"robots.txt allows {allowed[0]}, not this one"
    return may_be_asked(asking, first)


def one_key(response: Response, outlet: Outlet) -> Judged:
    """Whether the canonical, AMP and mobile addresses that a page names have its own key."""
    try:
        named = dict(_named(tree_of(response), response.url))
        keys = {kind: article_key(url, outlet) for kind, url in named.items()}
    except (UnreadableInput, ValueError) as error:
        return None, str(error)
    if not named:
        return None, "the page names no other address of itself"
    own = article_key(response.url, outlet)
    other = next((kind for kind, key in keys.items() if key != own), None)
    if other is not None:
        return False, f"{own}, but {keys[other]} for the {other} address {named[other]}"
    return True, f"{own} for the {', '.join(named)} address"


def _named(tree: HtmlElement, base: str) -> Iterator[tuple[str, str]]:
    """The addresses that the head of a page names, with their kinds."""
    for link in tree.iter("link"):
        relations = (link.get("rel") or "").lower().split()
        href = (link.get("href") or "").strip()
        if href and "canonical" in relations:
            yield "canonical", urljoin(base, href)
        elif href and "amphtml" in relations:
            yield "AMP", urljoin(base, href)
        elif href and "alternate" in relations and link.get("media"):
            yield "mobile", urljoin(base, href)


def _whole_page(asking: Asking, outlet: Outlet, addresses: Sequence[str]) -> Verdict:
    """Judges the first article that has more than one page, else the first."""
    if outlet.whole_page is None:
        return Verdict("whole-page", OF, addresses[0], None, "the outlet has no form for all pages at once")
    url = next((each for each in addresses if len(_single_pages(asking, outlet, each, 2)) > 1), addresses[0])
    whole = asking.get(whole_address(url, outlet))
    if whole.response is None:
        return Verdict("whole-page", OF, url, False, whole.trouble)
    singles = _single_pages(asking, outlet, url, _MOST_PAGES)
    return Verdict("whole-page", OF, url, *_compared(whole.response, singles, outlet))


def _single_pages(asking: Asking, outlet: Outlet, url: str, most: int) -> list[Response]:
    """The pages of an article, one after the other."""
    pages: list[Response] = []
    seen: set[str] = set()
    following: str | None = url
    while following is not None and following not in seen and len(pages) < most:
        seen.add(following)
        response = asking.get(following).response
        if response is None:
            break
        pages.append(response)
        try:
            following = next_page(tree_of(response), outlet, response.url)
        except (UnreadableInput, ValueError):
            break
    return pages


def _compared(whole: Response, singles: Sequence[Response], outlet: Outlet) -> Judged:
    try:
        all_at_once = len(read(whole, outlet).body)
        one_by_one = len(_joined(singles, outlet))
    except UnreadableInput as error:
        return False, str(error)
    told = f"{all_at_once:,} characters at once, {one_by_one:,} on {_pages(len(singles))}"
    if all_at_once < _ENOUGH * one_by_one:
        return False, told
    if len(singles) == 1 and all_at_once <= one_by_one / _ENOUGH:
        return None, f"{told}: an article of several pages would tell"
    return True, told


def _joined(singles: Sequence[Response], outlet: Outlet) -> str:
    """The text of the single pages; those with too little for the selectors that gave the first count as empty."""
    first = read(singles[0], outlet)
    bodies = [first.body]
    for response in singles[1:]:
        with suppress(UnreadableInput):  # a page of pictures only
            page = read(response, outlet)
            bodies += [page.body] if page.own == first.own else []
    return join_pages(bodies)


def _pages(number: int) -> str:
    return "one page" if number == 1 else f"{number} pages"
