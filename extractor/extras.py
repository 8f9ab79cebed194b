"""What a part of the program needs beyond the core install."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_OWN = ("extractor", "patterns", "corpus")


class MissingExtra(Exception):  # noqa: N818 - names what is missing
    """A package is missing that an extra of the install brings."""

    def __init__(self, extra: str, package: str | None) -> None:
        super().__init__(
            f"this needs {package}; install it with: pip install 'cekangka[{extra}]', "
            f"in a checkout pip install '.[{extra}]'"
        )


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Tells which extra brings a package that can't be imported. Raises MissingExtra."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is not None and error.name.partition(".")[0] in _OWN:
            raise
        raise MissingExtra(extra, error.name) from error
