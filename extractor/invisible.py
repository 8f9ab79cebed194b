"""Characters that show nothing: soft hyphens, zero-width blanks and joiners, marks of writing direction."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.report import Extent, Report, Span

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(slots=True, frozen=True)
class Printed:
    """A text with its invisible characters; `offsets` tells where each visible one, and the end, stands."""

    text: str
    offsets: list[int]

    def restore(self, report: Report) -> None:
        """Makes a report on the visible text one on this text: what it quotes holds the invisible, too."""
        report.article.text = self.text
        for figure in report.figures:
            figure.span = self._span(figure.span)
            figure.sentence = Extent(
                start=self.offsets[figure.sentence.start], end=self._end(figure.sentence.end)
            )
        for finding in report.findings:
            finding.spans = [self._span(span) for span in finding.spans]

    def _span(self, span: Span) -> Span:
        start, end = self.offsets[span.start], self._end(span.end)
        return Span(start=start, end=end, text=self.text[start:end])

    def _end(self, end: int) -> int:
        """Directly behind the last visible character."""
        return self.offsets[end - 1] + 1 if end else 0


def visible(text: str) -> tuple[str, Printed | None]:
    """What of a text is seen, and the text as printed where that is more."""
    if text.isascii() or not INVISIBLE.search(text):
        return text, None
    seen = [(at, character) for at, character in enumerate(text) if not INVISIBLE.match(character)]
    offsets = [at for at, _ in seen]
    return "".join([character for _, character in seen]), Printed(text, [*offsets, len(text)])
