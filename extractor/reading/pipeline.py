"""The reading pipeline: an Article in, a Reading on plain offsets out. Nothing after it knows spaCy."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from extractor.article import Article, blocks
from extractor.reading.cues import Sense
from extractor.reading.mentions import Cue, DateMention, QuantityMention
from extractor.reading.places import PlaceReading
from extractor.reading.tokens import tokenize

if TYPE_CHECKING:
    from spacy.language import Language

    from extractor.reading.language import PressTokenizer

COMPONENTS = ("ektp_sentences", "ektp_quantities", "ektp_dates", "ektp_places", "ektp_cues")
_RENEW_AFTER = 1000  # articles; a Vocab keeps every string it has seen


@dataclass(slots=True)
class Reading:
    """What one article says, before anything is linked."""

    text: str
    tokens: list[tuple[int, int]]
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
    """Reads articles one by one; builds its pipeline on the first and anew after every thousand."""

    def __init__(self, today: dt.date) -> None:
        self.today = today
        self._nlp: Language | None = None
        self._read = 0

    def read(self, article: Article) -> Reading:
        """Everything that the pipeline finds in the text of `article` outside its furniture."""
        if self._nlp is None or self._read >= _RENEW_AFTER:
            self._nlp = build()
            self._read = 0
        self._read += 1
        tokens = tokenize(article.text)
        tokenizer = cast("PressTokenizer", self._nlp.tokenizer)
        doc = tokenizer.doc(article.text, tokens)
        doc.user_data["ektp_context"] = self._context(article)
        doc.user_data["ektp_text"] = article.text
        for _, component in self._nlp.pipeline:
            doc = component(doc)
        found = doc.user_data
        return Reading(
            text=article.text,
            tokens=tokens,
            sentences=found["sentences"],
            quantities=found["quantities"],
            dates=found["dates"],
            places=found["places"],
            cues=found["cues"],
            senses=found["senses"],
        )

    def _context(self, article: Article) -> dict[str, object]:
        title = next(((p.start, p.end) for p in article.paragraphs if p.section == "title"), None)
        published = article.published
        known = (
            (published.start, published.end)
            if published is not None and published.start is not None and published.end is not None
            else None
        )
        return {
            "blocks": blocks(article),
            "title": title,
            "outlet": article.outlet,
            "published": known,
            "today": self.today,
            "offsets_only": True,
            "year": known[1].year if known else None,
        }
