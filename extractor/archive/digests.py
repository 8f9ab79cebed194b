"""The digests that records state of themselves (WARC 1.1, WARC-Block-Digest and WARC-Payload-Digest)."""

from __future__ import annotations

import base64
import hashlib

_ALGORITHMS = frozenset({"md5", "sha1", "sha256", "sha384", "sha512"})


def agrees(stated: str | None, data: bytes) -> bool:
    """Whether data has the digest stated as `algorithm:value`, in Base32 or hexadecimal digits.

    True where none is stated, or one of an algorithm that we do not know: nothing speaks against the data.
    """
    algorithm, _, value = (stated or "").partition(":")
    algorithm = algorithm.strip().lower().replace("-", "")
    if algorithm not in _ALGORITHMS:
        return True
    digest = hashlib.new(algorithm, data, usedforsecurity=False).digest()
    forms = (base64.b32encode(digest).decode().rstrip("="), digest.hex().upper())
    return value.strip().rstrip("=").upper() in forms
