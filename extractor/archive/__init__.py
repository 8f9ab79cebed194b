"""The archive of what a crawl received: WARC files that survive being killed while they are written.

A segment is a gzip file of one member a record. While a process writes it, it is named `….warc.gz.open` and
locked; closed it loses `.open`. A segment of a process that died is mended by `recover`.
"""

from extractor.archive.capture import ArchiveError, Capture, Place
from extractor.archive.reading import captures, read
from extractor.archive.recovery import Recovered, recover
from extractor.archive.stored_form import stored_headers, stored_url
from extractor.archive.writing import Archive

__all__ = [
    "Archive",
    "ArchiveError",
    "Capture",
    "Place",
    "Recovered",
    "captures",
    "read",
    "recover",
    "stored_headers",
    "stored_url",
]
