"""Annotated articles as a spaCy DocBin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from spacy.tokens import Doc, DocBin, Span

from extractor.annotated.articles import AnnotatedArticle, Mention
from extractor.reading.language import IndonesianPress, PressTokenizer
from extractor.reading.tokens import tokenize

KEY = "figures"


def docbin(articles: Iterable[AnnotatedArticle]) -> bytes:
    """The DocBin's bytes: a Doc for every article, its mentions in `doc.spans["figures"]`.

    A span's label is the indicator, its kb_id the code of the place, its id the name of the figure. What is
    annotated of that figure is `doc.user_data["figures"][span.id_]`: an attribute of the span would be shared by
    two figures with the same span. `doc.user_data` also has the article's id and what is known of it as a whole.
    """
    tokenizer = cast(PressTokenizer, IndonesianPress().tokenizer)
    return DocBin(docs=[_doc(tokenizer, article) for article in articles], store_user_data=True).to_bytes()


def _doc(tokenizer: PressTokenizer, article: AnnotatedArticle) -> Doc:
    doc = tokenizer.doc(article.text, _tokens(article.text, article.mentions))
    doc.user_data.update({"id": article.id, **article.facts(), KEY: article.figures})
    doc.spans[KEY] = [
        _span(doc, each, article.figures[each.figure]["code"] or "") for each in article.mentions
    ]
    return doc


def _span(doc: Doc, mention: Mention, code: str) -> Span:
    span = doc.char_span(mention.start, mention.end, label=mention.label, kb_id=code, span_id=mention.figure)
    return cast(Span, span)  # None only where no token begins or ends


def _tokens(text: str, mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    """The tokens of our language, cut where a mention begins or ends inside one: no span is moved."""
    edges = sorted({edge for each in mentions for edge in (each.start, each.end)}, reverse=True)
    tokens: list[tuple[int, int]] = []
    for start, end in tokenize(text):
        while edges and edges[-1] <= start:
            edges.pop()
        begin = start
        while edges and edges[-1] < end:
            tokens.append((begin, edges[-1]))
            begin = edges.pop()
        tokens.append((begin, end))
    return tokens
