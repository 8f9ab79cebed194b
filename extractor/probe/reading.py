"""What the outlet's selectors give of an article's page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.article import UnreadableInput
from extractor.decoding import decode
from extractor.fetching.answer import Response
from extractor.fetching.page_kind import no_article
from extractor.fetching.page_text import page_text
from extractor.html_page import parse, read_page
from extractor.outlets.outlet import Outlet
from extractor.outlets.selecting import select
from extractor.output.terminal import shorten
from extractor.page_metadata import read_metadata
from extractor.printed_day import printed_day
from extractor.probe.verdict import Judged
from extractor.report import Period
from extractor.web_address import published_from_url

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLE = 60  # columns of a title that are told


@dataclass(frozen=True, slots=True)
class Reading:
    """Title, day and body of a page. `own`: the body is what the outlet's selectors find; else the general extraction.

    `day_from` says where the day was found. `own_title` and `own_date` are what the selectors find.
    """

    own: bool
    body: str
    title: str | None
    own_title: str | None
    own_date: str | None
    day: Period | None
    day_from: str


def tree_of(response: Response) -> HtmlElement:
    """The tree of a page. Raises UnreadableInput where the answer is none, or a page that is no article."""
    kind = no_article(*page_text(response.body))
    if kind is not None:
        raise UnreadableInput(f"no article but a page of the kind '{kind}'")
    return parse(decode(response.body))


def read(response: Response, outlet: Outlet) -> Reading:
    """What a page says of its article. Raises UnreadableInput where it holds none."""
    tree = tree_of(response)
    metadata = read_metadata(tree)
    selected = select(tree, outlet)
    date = selected.date if selected else None
    days = (
        (metadata.published, "the page's head"),
        (published_from_url(response.url), "the address"),
        (printed_day(date) if date else None, "the outlet's date line"),
    )
    day, day_from = next(((day, place) for day, place in days if day is not None), (None, ""))
    title = next(iter(metadata.titles), None)
    return Reading(
        own=selected is not None,
        body=selected.body if selected else read_page(decode(response.body), response.url).body,
        title=(selected.title if selected else None) or title,
        own_title=selected.title if selected else None,
        own_date=date,
        day=day,
        day_from=day_from,
    )


def parses(response: Response, outlet: Outlet) -> Judged:
    """Whether a page gives title, day and body, as far as the outlet has selectors by these."""
    try:
        found = read(response, outlet)
    except UnreadableInput as error:
        return False, str(error)
    by = "the outlet's selectors" if found.own else "the general extraction"
    told = [f"{len(found.body):,} characters by {by}"]
    if found.title is not None:
        told.append(f'"{shorten(" ".join(found.title.split()), _TITLE)}"')
    if found.day is not None:
        told.append(f"{found.day.start} from {found.day_from}")
    wrong = list(_wrong(found, outlet))
    if found.own and outlet.select.date and not found.own_date and not wrong:
        told.append("the selectors of the date match nothing")
    return not wrong, "; ".join([*wrong, *told])


def _wrong(found: Reading, outlet: Outlet) -> list[str]:
    wrong = {
        "the outlet's selectors match no body": bool(outlet.select.body) and not found.own,
        "the selectors of the title match nothing": found.own and outlet.select.title and not found.own_title,
        "no title": not found.title,
        "no day": found.day is None,
    }
    return [reason for reason, true in wrong.items() if true]
