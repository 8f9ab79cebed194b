"""Captures for the tests of the archive, and how each of them should come back."""

from datetime import UTC, datetime

from extractor.archive import Archive, Capture, captures, stored_headers, stored_url

NOON = datetime(2018, 6, 30, 12, 0, 0, 250_000, tzinfo=UTC)
HEADERS = (
    ("Server", "nginx"),
    ("Content-Type", "text/html; charset=UTF-8"),
    ("Set-Cookie", "a=1"),
    ("Set-Cookie", "b=2"),
)


def page(number=0, body=None, headers=HEADERS, **more):
    body = b"<p>%d warga belum rekam e-KTP</p>" % number if body is None else body
    return Capture(f"https://asatu.id/berita/{number}", NOON, 200, headers, body, **more)


def segment(folder, pages, run="run", **more):
    """The pages archived in one go: the places, in their order."""
    with Archive(folder, run, software="tests", **more) as archive:
        return [archive.write(each) for each in pages]


def as_stored(capture):
    headers = stored_headers(capture.headers, len(capture.body))
    return Capture(
        stored_url(capture.url),
        capture.time.astimezone(UTC),
        capture.status,
        headers,
        capture.body,
        capture.address,
    )


def bodies(path):
    return [capture.body for _, capture in captures(path)]


def names(folder):
    return sorted(path.name for path in folder.iterdir())
