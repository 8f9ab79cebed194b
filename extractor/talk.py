"""What the command says to its user: messages and a progress bar, all on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extractor.output.terminal import clean

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress


class Bar:
    """A progress bar over a number of inputs."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("reading", total=None)

    def expect(self, total: int) -> None:
        """Tells how many inputs there are."""
        self._progress.update(self._task, total=total)

    def advance(self) -> None:
        """Counts one input."""
        self._progress.advance(self._task)


class Talk:
    """Says things on standard error, above the progress bar where there is one."""

    def __init__(self) -> None:
        self._console: Console | None = None

    def say(self, message: str) -> None:
        """One line; names and reasons in it come from outside and are cleaned."""
        line = f"extract: {clean(message)}"
        if self._console is None:
            self._plain(line)
        else:
            self._console.print(line, markup=False, highlight=False, soft_wrap=True)

    def _plain(self, line: str) -> None:
        if sys.stderr is not None:
            encoding = sys.stderr.encoding or "utf-8"
            print(line.encode(encoding, "replace").decode(encoding), file=sys.stderr)

    @contextmanager
    def bar(self) -> Iterator[Bar]:
        """Shows a progress bar; it goes away when all is done."""
        from rich.console import Console  # noqa: PLC0415 - slow to import, and most runs show no bar
        from rich.progress import Progress  # noqa: PLC0415

        console = Console(stderr=True)
        with (
            Progress(
                console=console, transient=True, redirect_stdout=False, redirect_stderr=False
            ) as progress,
            self.above(console),
        ):
            yield Bar(progress)

    @contextmanager
    def above(self, console: Console) -> Iterator[None]:
        """Says things through a console that shows something which stays below them."""
        self._console = console
        try:
            yield
        finally:
            self._console = None
