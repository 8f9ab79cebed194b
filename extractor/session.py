"""All inputs of one command, read in turn: what cannot be read is told, the others go on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from typing import TYPE_CHECKING, TextIO

from extractor import inputs
from extractor.fetching.errors import FetchError
from extractor.naming import quoted
from extractor.output.destination import files_written
from extractor.talk import Bar, Talk

Fetch = Callable[[str], inputs.Answers]  # raises FetchError, OSError, ValueError

if TYPE_CHECKING:
    from extractor.jobs import Done, Settings


class Session:
    """One reading of the inputs that a command line names.

    `stream` and `output` are where its rows go: no input, and no place for a progress bar. `web` opens what
    fetches addresses, once there is one. `failed` counts the inputs that could not be read.
    """

    def __init__(
        self,
        names: Sequence[str],
        stream: TextIO,
        output: str | None,
        talk: Talk,
        *,
        web: Callable[[], AbstractContextManager[Fetch]],
    ) -> None:
        self.failed = 0
        self._names = names
        self._stream = stream
        self._output = output
        self._talk = talk
        self._web = web
        self._several = len(names) > 1 or os.path.isdir(names[0])

    def read(self, settings: Settings, jobs: int) -> Iterator[Done]:
        """What came of each input that could be read, in their order, as it is done. Raises PatternsError."""
        from extractor.jobs import run  # noqa: PLC0415 - the commands that read nothing start without it

        items: Iterable[inputs.Item] = inputs.expand(self._names, files_written(self._stream, self._output))
        with self._bar() as bar:
            if bar and not any(map(inputs.holds_many, self._names)):
                items = list(items)
                bar.expect(sum(isinstance(item, inputs.Input | inputs.Address) for item in items))
            for done in run(self._fetched(items), settings, jobs):
                if bar:
                    bar.advance()
                if done.error is not None:
                    self._fail(done.source, done.error)
                    continue
                if done.doubt and not self._several:
                    self._talk.say(f"{_named(done.source)}: {done.doubt}")
                yield done

    def _fetched(self, items: Iterable[inputs.Item]) -> Iterator[inputs.Input]:
        """The inputs, with what is at the addresses among them, asked for when their turn comes."""
        with ExitStack() as stack:
            fetch: Fetch | None = None
            for item in self._readable(items):
                if isinstance(item, inputs.Input):
                    yield item
                    continue
                try:
                    fetch = fetch or stack.enter_context(self._web())
                    answers = fetch(item.source)
                except (FetchError, OSError, ValueError) as error:
                    self._fail(item.source, str(error))
                    continue
                yield inputs.Input(item.source, answers=answers)

    def _readable(self, items: Iterable[inputs.Item]) -> Iterator[inputs.Input | inputs.Address]:
        """The inputs and addresses; what is refused or skipped is told."""
        for item in items:
            match item:
                case inputs.Input() | inputs.Address():
                    yield item
                case inputs.Refused(source, reason):
                    self._fail(source, reason)
                case inputs.Skipped() | inputs.Repeated() | inputs.Passed():
                    self._talk.say(str(item))

    def _fail(self, source: str, reason: str) -> None:
        self.failed += 1
        self._talk.say(f"{_named(source)}: {reason}")

    def _bar(self) -> AbstractContextManager[Bar | None]:
        """A progress bar, where it can be seen, is worth it and does not run into the rows."""
        seen = sys.stderr is not None and sys.stderr.isatty() and not self._stream.isatty()
        return self._talk.bar() if self._several and seen else nullcontext()


def _named(source: str) -> str:
    return "standard input" if source == "-" else quoted(source)
