"""What spaCy loads by entry point. Every `Language()` imports this module, so it reads no data by itself."""

from __future__ import annotations

from typing import Any

from spacy.language import Language

from extractor.reading.language import IndonesianPress

__all__ = ["IndonesianPress", "cues", "dates", "places", "quantities", "sentences"]


@Language.factory("ektp_sentences", assigns=["doc.spans"])
def sentences(nlp: Language, name: str) -> Any:
    """Sentences in `doc.spans["sentences"]`."""
    from extractor.reading.components import Sentences  # noqa: PLC0415 - data is read when a factory is called

    return Sentences()


@Language.factory("ektp_quantities", assigns=["doc.spans"])
def quantities(nlp: Language, name: str) -> Any:
    """Quantities in `doc.spans["quantities"]`."""
    from extractor.reading.components import Quantities  # noqa: PLC0415

    return Quantities()


@Language.factory("ektp_dates", assigns=["doc.spans"])
def dates(nlp: Language, name: str) -> Any:
    """Dates in `doc.spans["dates"]`."""
    from extractor.reading.components import Dates  # noqa: PLC0415

    return Dates()


@Language.factory("ektp_places", assigns=["doc.spans"])
def places(nlp: Language, name: str) -> Any:
    """Official units in `doc.spans["places"]`."""
    from extractor.reading.components import Places  # noqa: PLC0415

    return Places()


@Language.factory("ektp_cues", assigns=["doc.spans"])
def cues(nlp: Language, name: str) -> Any:
    """Cues in `doc.spans["cues"]`, composed senses in `doc.spans["senses"]`."""
    from extractor.reading.components import Cues  # noqa: PLC0415

    return Cues()
