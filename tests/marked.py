"""Examples with marked figures: "<unrecorded>2.315</unrecorded> warga belum merekam"."""

from __future__ import annotations

import re

_MARK = re.compile(r"<(/?)([a-z_]+)(?:@([\w.]+))?>")


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str, str | None]]]:
    """The plain text and (start, end, label, code) of every marked stretch."""
    text = ""
    spans: list[tuple[int, int, str, str | None]] = []
    opened: list[tuple[int, str, str | None]] = []
    position = 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        if match.group(1):
            start, label, code = opened.pop()
            assert label == match.group(2), f"{match.group()} closes <{label}>"
            spans.append((start, len(text), label, code))
        else:
            opened.append((len(text), match.group(2), match.group(3)))
    assert not opened, f"not closed: {opened}"
    return text + marked[position:], sorted(spans)
