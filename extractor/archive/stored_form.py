"""What of a response is changed when it is stored: nothing from the web may leave its line or mislead a reader."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

PREFIX = "X-Crawler-"
ENCODINGS = frozenset({"content-encoding", "transfer-encoding"})

# RFC 9110, 5.6.2: the characters of a field's name
_NO_TOKEN = re.compile(r"[^!#$%&'*+.^_`|~0-9A-Za-z-]")
# RFC 9110, 5.5: CR, LF and NUL are replaced by a space. So are the other controls but the tab, and whatever else
# `str.splitlines` takes for the end of a line
_CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# RFC 3986, appendix A: what may stand in a URI; a per cent sign is left as it is
_NO_URI = re.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]")

Headers = tuple[tuple[str, str], ...]


def stored_url(url: str) -> str:
    """The address with what no URI may hold percent-encoded, as WARC 1.1 wants it in WARC-Target-URI."""
    return _NO_URI.sub(_percent_encoded, url)


def stored_headers(
    headers: Iterable[tuple[str, str]], length: int, undone: Collection[str] = ENCODINGS
) -> Headers:
    """The headers of a response whose body is stored decoded, with `length` bytes.

    - Those named in `undone`, and each Content-Length that is not the body's, get `X-Crawler-` before their
      name (as Common Crawl does with `X-Crawl-`); the true Content-Length stands last.
    - In names, characters outside of RFC 9110's tokens become `_`; an empty name becomes `_`.
    - In values, control characters become spaces, halves of surrogate pairs U+FFFD; white space around
      them is dropped.

    Stored headers stay as they are when they are stored again.
    """
    found = []
    for given, value in headers:
        name = _NO_TOKEN.sub("_", given) or "_"
        text = stored_value(value)
        if name.lower() in undone:
            name = PREFIX + name
        elif name.lower() == "content-length":
            if text == str(length):
                continue
            name = PREFIX + name
        found.append((name, text))
    return (*found, ("Content-Length", str(length)))


def stored_value(value: str) -> str:
    """A header's value, or any text, that stays on its line and can be written as UTF-8."""
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub(" ", value)).strip()


def _percent_encoded(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in _SURROGATES.sub("\ufffd", found[0]).encode())
