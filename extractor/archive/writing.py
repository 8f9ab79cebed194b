"""The archive a run writes: responses in, places out."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from threading import Lock
from types import TracebackType

from extractor.archive import composing
from extractor.archive.capture import ArchiveError, Capture, Place
from extractor.archive.folders import make_folder, named
from extractor.archive.naming import checked_run, segment_name
from extractor.archive.segment import Segment


class Archive:
    """Writes the captures of one run to segments `<run>-00000.warc.gz`, `<run>-00001.warc.gz` and so on.

    The first segment is begun with the first capture, under the first number that the folder does not know
    yet; a segment that has reached `most_bytes` is closed, and the next begun. `software` names what crawls, in
    each segment's first record. Threads may share it; processes may not, but each may have its own in one
    folder, with the same run or another.
    """

    def __init__(self, folder: Path, run: str, *, software: str, most_bytes: int = 1_000_000_000) -> None:
        """Makes the folder where there is none. Raises ArchiveError, and ValueError where `run` names no file."""
        self.folder = folder
        self.run = checked_run(run)
        self._software = software
        self._most_bytes = most_bytes
        self._numbers = count()
        self._segment: Segment | None = None
        self._closed = False
        self._lock = Lock()
        with named(folder):
            make_folder(folder)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, capture: Capture) -> Place:
        """Writes one response and returns its place; by then it is on the disk.

        Raises ArchiveError where it cannot be written; what was written before stays good, and the archive can
        be used on. Raises ValueError where the capture is too large, its URL not of the web or its address none
        of IP.
        """
        record = composing.response(capture)
        with self._lock:
            if self._closed:
                raise ArchiveError(f"{self.folder}: the archive of run {self.run} is closed")
            if self._segment is not None and self._segment.size >= self._most_bytes:
                self._close_segment()
            if self._segment is None:
                self._segment = self._begun()
            return self._segment.append(record)

    def close(self) -> None:
        """Gives the segment its final name, or removes it where it holds no response. Raises ArchiveError."""
        with self._lock:
            self._closed = True
            self._close_segment()

    def _close_segment(self) -> None:
        segment, self._segment = self._segment, None
        if segment is not None:
            segment.close()

    def _begun(self) -> Segment:
        for number in self._numbers:
            final = self.folder / segment_name(self.run, number)
            first = composing.information(final.name, self.run, self._software)
            segment = Segment.begun(final, first)
            if segment is not None:
                return segment
        raise AssertionError("numbers never end")
