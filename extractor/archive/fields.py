"""Header fields, of WARC records and of HTTP responses alike: `Name: value` lines (RFC 9112, 5)."""

from __future__ import annotations

from collections.abc import Iterable


class Fields(dict[str, str]):
    """The fields of a record by their names in lower case; of several with one name, the first."""

    def __init__(self, fields: Iterable[tuple[str, str]]) -> None:
        for name, value in fields:
            self.setdefault(name.lower(), value)


def fields_of(lines: Iterable[bytes]) -> list[tuple[str, str]]:
    """Names and values, in their order; a line that begins with a space goes on with the value before it.

    Lines without a colon are left out. What is no UTF-8 is read as Latin-1.
    """
    found: list[tuple[bytes, bytes]] = []
    for line in lines:
        name, colon, value = line.partition(b":")
        if line[:1] in (b" ", b"\t"):
            if found:
                found[-1] = (found[-1][0], found[-1][1] + b" " + line.strip(b" \t\r\n"))
        elif colon:
            found.append((name.strip(b" \t"), value.strip(b" \t\r\n")))
    return [(_text(name), _text(value)) for name, value in found]


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")
