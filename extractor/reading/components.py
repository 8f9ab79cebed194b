"""The spaCy components: thin wrappers that put what the core finds on offsets into `doc.spans`.

Each reads `_text(doc)`, aligns with `alignment_mode="expand"` and so also runs in `spacy.blank("id")`. What the
caller knows of the article may stand in `doc.user_data["ektp_context"]`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc, Span

from extractor.reading.cue_phrases import find_cues
from extractor.reading.cues import compose_sentences
from extractor.reading.dates import find_dates
from extractor.reading.places import find_places
from extractor.reading.quantities import find_quantities
from extractor.reading.sentences import find_sentences
from extractor.typography import plain_typography

CONTEXT_KEY = "ektp_context"


def _context(doc: Doc) -> dict[str, Any]:
    """What the caller knows of the article: blocks, title, outlet, year, published, today; mostly nothing."""
    context: dict[str, Any] = doc.user_data.get(CONTEXT_KEY, {})
    return context


def _text(doc: Doc) -> str:
    return plain_typography(doc.text)


def _put(doc: Doc, key: str, spans: Iterable[tuple[int, int, str, str]]) -> None:
    found: list[Span] = []
    for start, end, label, kb_id in spans:
        span = doc.char_span(start, end, label=label, kb_id=kb_id, alignment_mode="expand")
        if span is not None:
            found.append(span)
    doc.spans[key] = found


class Sentences:
    """Sentences of the press in `doc.spans["sentences"]`, and so in `doc.sents` where no parser has set them."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sentences of `doc`."""
        found = find_sentences(_text(doc), _context(doc).get("blocks"))
        _put(doc, "sentences", ((start, end, "SENTENCE", "") for start, end in found))
        if not doc.has_annotation("DEP"):
            starts = {span.start for span in doc.spans["sentences"]}
            for token in doc:
                token.is_sent_start = token.i in starts or token.i == 0
        return doc


class Quantities:
    """Numbers of people and cards and percentages in `doc.spans["quantities"]`, labelled by unit."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the quantities of `doc`."""
        found = find_quantities(_text(doc), _context(doc).get("blocks"))
        _put(doc, "quantities", ((q.start, q.end, (q.unit or "count").upper(), "") for q in found))
        return doc


class Dates:
    """Dates and periods in `doc.spans["dates"]`, labelled by role; `kb_id_` is the ISO start when decided."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the dates of `doc`."""
        context = _context(doc)
        today = context.get("today") or dt.date.today()
        found = find_dates(
            _text(doc), published=context.get("published"), today=today, blocks=context.get("blocks")
        )
        spans = ((d.start, d.end, d.role.upper(), d.first.isoformat() if d.first else "") for d in found)
        _put(doc, "dates", spans)
        return doc


class Places:
    """Official units in `doc.spans["places"]`; `kb_id_` is the unit's code when decided."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the places of `doc`."""
        context = _context(doc)
        reading = find_places(
            _text(doc),
            blocks=context.get("blocks"),
            title=context.get("title"),
            outlet=context.get("outlet"),
            year=context.get("year"),
        )
        spans = ((p.start, p.end, "PLACE", p.codes[0] if p.decided else "") for p in reading.mentions)
        _put(doc, "places", spans)
        return doc


class Cues:
    """Cue phrases in `doc.spans["cues"]` and composed senses in `doc.spans["senses"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the cues of `doc`."""
        text = _text(doc)
        atoms = find_cues(text)
        _put(doc, "cues", ((c.start, c.end, c.label, "") for c in atoms))
        sentences = find_sentences(text, _context(doc).get("blocks"))
        senses = compose_sentences(atoms, sentences, text)
        _put(doc, "senses", ((s.start, s.end, s.indicator or s.kind, "") for s in senses))
        return doc
