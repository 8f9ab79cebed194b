"""Words as one expression."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from extractor.reading.word_tree import any_of

_WORDS = st.lists(st.text("abk'. ", min_size=1, max_size=5), min_size=1, max_size=8)


@given(_WORDS, st.text("abk'. ", max_size=6))
def test_it_matches_the_longest_word_that_begins_a_text(words: list[str], text: str) -> None:
    found = re.match(any_of(words), text)
    begin = [word for word in words if text.startswith(word)]
    assert (found.group() if found else "") == max(begin, key=len, default="")
