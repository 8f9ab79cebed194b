"""Reads inputs one after another or in several processes; what comes back is ready to be written."""

from __future__ import annotations

import datetime as dt
import gc
import multiprocessing
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice

from extractor.article import Article, UnreadableInput
from extractor.data import PatternsError
from extractor.doubt import doubt
from extractor.inputs import Input
from extractor.loading import article_again, article_from_pages
from extractor.naming import fault, why
from extractor.output import Form
from extractor.report import Period, Report

_LARGEST_CHUNK = 16
_SETTLED = 3  # inputs after which all tables are loaded
_CHUNKS_AHEAD = 4  # in flight for every process: enough to keep it busy, few enough to stay small
_PATIENCE = 2.0  # seconds for a thread to notice that its workers are gone
_GRACE = 0.5  # seconds for workers to end with the chunk that they read


@dataclass(frozen=True, slots=True)
class Settings:
    """What all inputs of a run share; without a `form` their reports are kept as they are."""

    today: dt.date
    form: str | None = "text"
    table: str = "figures"
    colour: bool = False
    lang: str = "en"
    published: Period | None = None
    outlet: str | None = None
    url: str | None = None
    strict: bool = False  # also tell what fits at one unit of the last digit only
    named: tuple[str, ...] = ()  # rules to run that run only when named


@dataclass(frozen=True, slots=True)
class Done:
    """One input after reading: its rows or report, or why there are none.

    `doubt` tells why it may be no article.
    """

    source: str
    rows: str = ""
    report: Report | None = None
    error: str | None = None
    doubt: str | None = None


class Reader:
    """Reads inputs and renders their reports, or keeps them."""

    def __init__(self, settings: Settings) -> None:
        from extractor import Extractor  # noqa: PLC0415 - only what reads pays for the import
        from extractor.output import form  # noqa: PLC0415

        self._settings = settings
        self._extractor = Extractor(
            today=settings.today, lang=settings.lang, strict=settings.strict, named=settings.named
        )
        self._form: Form | None = None
        if settings.form is not None:
            self._form = form(settings.form, table=settings.table, colour=settings.colour, lang=settings.lang)
        self._inputs = 0

    def __call__(self, item: Input) -> Done:
        """Reads one input; whatever goes wrong with it stays with it. Raises PatternsError."""
        self._inputs += 1
        if self._inputs == _SETTLED:
            gc.freeze()  # the tables are loaded and stay: to look through them for garbage costs time
        try:
            return self._done(item, b"" if item.loaded else item.load())
        except (OSError, ValueError) as error:
            return Done(item.source, error=why(error))

    def _done(self, item: Input, data: bytes) -> Done:
        try:
            report = self._report(item, data)
            if self._form is None:
                return Done(item.source, report=report, doubt=doubt(report))
            return Done(item.source, self._form.render(report), doubt=doubt(report))
        except (UnreadableInput, PatternsError):
            raise
        except Exception as error:  # a mistake of ours on one article must not lose the others
            raise ValueError(fault(error)) from error

    def _report(self, item: Input, data: bytes) -> Report:
        """The report of an input; what the command line says of it wins over what the input says."""
        settings = self._settings
        if not item.loaded:
            return self._extractor.read(
                data,
                source=item.source,
                published=settings.published,
                outlet=settings.outlet,
                url=settings.url,
            )
        return self._extractor.report(self._article(item))

    def _article(self, item: Input) -> Article:
        settings, answers, kept = self._settings, item.answers, item.kept
        if answers is not None:
            return article_from_pages(
                answers.pages,
                source=item.source,
                url=answers.url,
                retrieved=answers.retrieved,
                published=settings.published,
                outlet=settings.outlet,
            )
        assert kept is not None
        told = Period.model_validate_json(kept.published) if kept.published is not None else None
        return article_again(
            kept.text,
            source=item.source,
            title=kept.title,
            source_sha256=kept.source_sha256,
            retrieved=kept.retrieved,
            published=settings.published or told,
            outlet=settings.outlet or kept.outlet,
            url=item.source,
        )


def run(items: Iterable[Input], settings: Settings, jobs: int = 1) -> Iterator[Done]:
    """Reads the inputs in `jobs` processes and gives what came of each, in their order, as it is done.

    Inputs are taken as processes become free, so neither they nor their rows pile up. An input that kills its
    process is told as an error; those that were with it are read again. Raises PatternsError.
    """
    stream = iter(items)
    first = list(islice(stream, 2))
    if not first:
        return
    if jobs == 1 or len(first) < 2:
        yield from map(Reader(settings), chain(first, stream))
        return
    pool = _Pool(settings, jobs)
    try:
        yield from pool.run(chain(first, stream))
    except BaseException:
        pool.kill()
        raise
    pool.close()


_reader: Reader | None = None  # of this worker process


def _start(settings: Settings) -> None:
    """Readies a worker; an interrupt is for the parent to handle."""
    global _reader  # noqa: PLW0603 - an initializer can leave its result nowhere else
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _reader = Reader(settings)


def _read(chunk: list[Input]) -> list[Done]:
    assert _reader is not None
    return [_reader(item) for item in chunk]


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Holds an interrupt back for a moment: a process started meanwhile never sees one, not even while it starts."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Pool:
    """Worker processes; those that die are replaced."""

    def __init__(self, settings: Settings, jobs: int) -> None:
        self._settings = settings
        self._jobs = jobs
        self._others = set(multiprocessing.active_children())
        self._threads = set(threading.enumerate())
        self._executor = self._started()

    def _started(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._jobs,
            # a forked copy of a process that runs threads (the progress bar) may hang
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_start,
            initargs=(self._settings,),
        )

    def run(self, items: Iterator[Input]) -> Iterator[Done]:
        """What came of each input, in order."""
        waiting: deque[tuple[list[Input], Future[list[Done]]]] = deque()
        sent = 0
        while True:
            while len(waiting) < self._jobs * _CHUNKS_AHEAD:
                chunk = list(islice(items, self._size(sent)))
                if not chunk:
                    break
                sent += len(chunk)
                waiting.append((chunk, self._submitted(chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                done = future.result()
            except BrokenProcessPool:
                yield from self._rescue([(chunk, future), *waiting])
                waiting.clear()
            else:
                yield from done

    def _submitted(self, chunk: list[Input]) -> Future[list[Done]]:
        try:
            with _interrupts_held():
                return self._executor.submit(_read, chunk)
        except BrokenProcessPool as error:  # noticed between two chunks: told when this one's turn comes
            future: Future[list[Done]] = Future()
            future.set_exception(error)
            return future

    def _size(self, sent: int) -> int:
        """Small chunks at first, so that few inputs are spread over all processes."""
        return min(_LARGEST_CHUNK, 1 + sent // (self._jobs * _CHUNKS_AHEAD))

    def _rescue(self, chunks: list[tuple[list[Input], Future[list[Done]]]]) -> Iterator[Done]:
        """Reads one by one what was under way when a process died, to find the input that does it."""
        self._renew()
        for chunk, future in chunks:
            if future.exception() is None:
                yield from future.result()
            else:
                yield from map(self._alone, chunk)

    def _alone(self, item: Input) -> Done:
        try:
            return self._submitted([item]).result()[0]
        except BrokenProcessPool:
            self._renew()
            return Done(item.source, error="the process that read it died")

    def _renew(self) -> None:
        self._executor.shutdown(wait=True)
        self._executor = self._started()

    def close(self) -> None:
        """Ends the workers after their work."""
        self._executor.shutdown()

    def kill(self) -> None:
        """Ends the workers, if need be by force, also one that is only starting.

        One that is killed while it writes leaves half a message in its pipe, for which a thread would wait for ever.
        """
        self._executor.shutdown(wait=False, cancel_futures=True)
        end = time.monotonic() + _GRACE
        for worker in set(multiprocessing.active_children()) - self._others:
            worker.join(max(0.0, end - time.monotonic()))
        while workers := [child for child in multiprocessing.active_children() if child not in self._others]:
            for worker in workers:
                worker.terminate()
            for worker in workers:
                worker.join()
        for thread in set(threading.enumerate()) - self._threads:
            if not thread.daemon:
                thread.join(_PATIENCE)  # one that closes its pipe while Python ends writes a traceback
