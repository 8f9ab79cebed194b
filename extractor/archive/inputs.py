"""The pages of a WARC file as inputs, so that an archive, ours or another's, is read like a folder of pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extractor.archive.capture import Capture
from extractor.archive.reading import captures
from extractor.inputs import Answers, Input, Passed

# in lower case; what does not hold it tells no figure, and to look for it costs next to nothing
_WORD = b"ktp"
_OK = 200
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def archived_inputs(path: str, source: str) -> Iterator[Input | Passed]:
    """The pages that speak of the card, in the order of the file, named by their addresses; then what was passed over.

    Raises ArchiveError where the file is no WARC, or ends early.
    """
    passed = 0
    for _, capture in captures(Path(path)):
        if _is_page(capture) and _WORD in capture.body.lower():
            yield Input(capture.url, answers=Answers((capture.body,), capture.url, capture.time))
        else:
            passed += 1
    if passed:
        yield Passed(source, passed)


def _is_page(capture: Capture) -> bool:
    kinds = [value for name, value in capture.headers if name.lower() == "content-type"]
    return capture.status == _OK and (not kinds or kinds[0].lower().startswith(_PAGES))
