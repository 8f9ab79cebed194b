"""A spaCy language for the Indonesian press; its tokenizer is one expression and needs no warm-up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import Config

from extractor.reading.tokens import tokenize


class PressTokenizer:
    """Text to Doc. `doc.text` is the text, white space included."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The tokens of `text`; runs of white space other than one blank become tokens."""
        return self.doc(text, tokenize(text))

    def doc(self, text: str, tokens: list[tuple[int, int]]) -> Doc:
        """A Doc of `text` from tokens that are already known."""
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for start, end in tokens:
            gap = text[position:start]
            if gap:
                if words and gap[0] == " ":
                    spaces[-1] = True
                    gap = gap[1:]
                if gap:
                    words.append(gap)
                    spaces.append(False)
            words.append(text[start:end])
            spaces.append(False)
            position = end
        tail = text[position:]
        if tail:
            if words and tail[0] == " ":
                spaces[-1] = True
                tail = tail[1:]
            if tail:
                words.append(tail)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to save: the expression is code."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> PressTokenizer:
        """Nothing to load."""
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing to save."""

    def from_disk(self, _path: Any, **_: Any) -> PressTokenizer:
        """Nothing to load."""
        return self


@registry.tokenizers("ektp_press_tokenizer")  # type: ignore[untyped-decorator]
def create_press_tokenizer() -> Callable[[Language], PressTokenizer]:
    """The factory that spaCy's configuration names."""
    return _make_tokenizer


def _make_tokenizer(nlp: Language) -> PressTokenizer:
    return PressTokenizer(nlp.vocab)


class IndonesianPressDefaults(BaseDefaults):
    """Only the tokenizer differs from spaCy's bare language."""

    config = Config({"nlp": {"tokenizer": {"@tokenizers": "ektp_press_tokenizer"}}})


class IndonesianPress(Language):  # type: ignore[no-untyped-call]
    """Language code `id_press`; `spacy.blank("id_press")` builds it."""

    lang = "id_press"
    Defaults = IndonesianPressDefaults
