"""What goes wrong with an article's page, some of it only the first times that it is asked for."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from email.utils import formatdate

from tests.outlet_world.answers import Answer, page

_WAIT = 1  # second: the shortest that Retry-After can say


@dataclass(slots=True)
class Fault:
    """One kind of trouble, and how many more requests have it; a trouble that stays has None."""

    kind: str
    left: int | None = None

    def strike(self) -> bool:
        """Whether this request has the trouble; it is counted."""
        if self.left is None:
            return True
        self.left -= 1
        return self.left >= 0


def dealt(kinds: Sequence[tuple[str, int | None]], articles: Sequence[int]) -> dict[int, Fault]:
    """Each trouble to an article of its own, spread over all; the last are left out where articles are few."""
    step = max(len(articles) // max(len(kinds), 1), 1)
    return {number: Fault(*kind) for kind, number in zip(kinds, articles[::step], strict=False)}


def troubled(kind: str, answer: Answer) -> Answer:
    """The answer as it is with the trouble."""
    match kind:
        case "429":
            return _refused(429, answer, str(_WAIT))
        case "429-date":
            return _refused(429, answer, formatdate(time.time() + _WAIT + 1, usegmt=True))
        case "500" | "503":
            return _refused(int(kind), answer)
        case "cut":
            assert isinstance(answer.body, bytes)
            return replace(answer, sent=len(answer.body) // 2)
        case "windows-1252":  # but the header says UTF-8
            return _encoded(answer, "windows-1252")
        case "utf-16":
            return _encoded(replace(answer, kind="text/html; charset=iso-8859-1"), "utf-16")
        case _:
            return answer


def _refused(status: int, answer: Answer, retry_after: str | None = None) -> Answer:
    made = page(f"<!DOCTYPE html><title>{status}</title><h1>Coba lagi nanti</h1>", status=status)
    if retry_after is not None:
        made.headers["Retry-After"] = retry_after
    return replace(made, article=answer.article, page=answer.page)


def _encoded(answer: Answer, encoding: str) -> Answer:
    assert isinstance(answer.body, bytes)
    body = answer.body.decode().replace('<meta charset="utf-8">', "").encode(encoding, "xmlcharrefreplace")
    return replace(answer, body=body)
