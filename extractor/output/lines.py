"""Where an offset stands: line and column, as editors count them."""

from __future__ import annotations

from bisect import bisect_right


class Lines:
    """The lines of one text; lines and columns count from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        end = text.find("\n")
        while end >= 0:
            self._starts.append(end + 1)
            end = text.find("\n", end + 1)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def bounds(self, offset: int) -> tuple[int, int]:
        """Start and end of the line that holds an offset, without its line end."""
        line = bisect_right(self._starts, offset)
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        return self._starts[line - 1], end
