"""Addresses out of attributes and elements from the web."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_LONGEST = 2_000  # characters; servers refuse longer ones, and articles have 50 to 200
# Blanks and controls around an address, tabs and line ends inside, go as in browsers (WHATWG URL, section 4.4)
_AROUND = "".join(map(chr, range(33)))
_ABSOLUTE = re.compile("https?://")
_INSIDE = re.compile("[\x00-\x1f\x7f]+")


def web_link(href: str, base: str) -> str | None:
    """The absolute address of a link on the page `base`, without fragment; None where it leads to no web page.

    None for nothing, other schemes (javascript:, mailto:), addresses that are malformed, overlong or hold
    credentials.
    """
    cleaned = _INSIDE.sub("", href.strip(_AROUND))
    if not cleaned:
        return None
    try:
        absolute = cleaned if _ABSOLUTE.match(cleaned) else urljoin(base, cleaned)
        url = absolute.partition("#")[0].replace(" ", "%20")
        parts = urlsplit(url)
        usable = parts.hostname and parts.username is None and parts.port != 0
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not usable or len(url) > _LONGEST:
        return None
    return url
