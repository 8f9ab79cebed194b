"""Every answer of the web into the archive."""

from __future__ import annotations

from extractor.archive.capture import Capture, Place
from extractor.archive.writing import Archive
from extractor.fetching.answer import Response


class Keeper:
    """Writes answers into an archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def keep(self, response: Response) -> Place:
        """Keeps an answer; when this returns it is on the disk. Raises OSError."""
        return self._archive.write(
            Capture(
                url=response.url,
                time=response.time,
                status=response.status,
                headers=response.headers,
                body=response.body,
                address=response.address,
            )
        )
