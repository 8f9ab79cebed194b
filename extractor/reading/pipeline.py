"""Reading: an Article in, a Reading on plain offsets out. Nothing after it knows spaCy."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.article import Article, blocks
from extractor.reading.beginnings import beginnings
from extractor.reading.cue_phrases import find_cues
from extractor.reading.cues import compose_sentences
from extractor.reading.dates import find_dates
from extractor.reading.mentions import Cue, DateMention, QuantityMention
from extractor.reading.places import PlaceReading, find_places
from extractor.reading.quantities import find_quantities
from extractor.reading.senses import Sense
from extractor.reading.sentences import find_sentences
from extractor.reading.tokens import Tokens, read_tokens
from extractor.typography import plain_typography

if TYPE_CHECKING:
    from spacy.language import Language

COMPONENTS = ("ektp_sentences", "ektp_quantities", "ektp_dates", "ektp_places", "ektp_cues")


@dataclass(slots=True)
class Reading:
    """What one article says, before anything is linked."""

    text: str  # in plain typography, as long as the article's own
    tokens: Tokens
    sentences: list[tuple[int, int]]
    quantities: list[QuantityMention]
    dates: list[DateMention]
    places: PlaceReading
    cues: list[Cue]
    senses: list[Sense]


def build() -> Language:
    """A pipeline with all components; `extractor` need not be installed for its entry points to be found."""
    from extractor.reading import entry_points  # noqa: PLC0415 - importing spaCy is what we put off

    nlp = entry_points.IndonesianPress()
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


class Reader:
    """Reads articles one by one, by what the components call, on offsets: a Doc would cost as much again."""

    def __init__(self, today: dt.date) -> None:
        self.today = today

    def read(self, article: Article) -> Reading:
        """Everything that is found in the text of `article` outside its furniture."""
        text, parts, published = plain_typography(article.text), blocks(article), _published(article)
        tokens = read_tokens(text)
        sentences = find_sentences(text, parts)
        cues = find_cues(text, tokens)
        starts = beginnings(tokens)
        return Reading(
            text=text,
            tokens=tokens,
            sentences=sentences,
            quantities=find_quantities(text, parts, starts.numbers),
            dates=find_dates(text, published=published, today=self.today, blocks=parts, starts=starts.dates),
            places=find_places(
                text,
                blocks=parts,
                title=next(((p.start, p.end) for p in article.paragraphs if p.section == "title"), None),
                outlet=article.outlet,
                year=published[1].year if published else None,
            ),
            cues=cues,
            senses=compose_sentences(cues, sentences, text),
        )


def _published(article: Article) -> tuple[dt.date, dt.date] | None:
    """First and last day on which the article can have been published, where both are known."""
    period = article.published
    if period is None or period.start is None or period.end is None:
        return None
    return period.start, period.end
