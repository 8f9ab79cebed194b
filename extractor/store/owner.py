"""Who holds something in a store that several processes share."""

from __future__ import annotations

import os
import platform
import uuid

# Tells this process from an earlier one of the same number, as after a restart of a container
_PROCESS = uuid.uuid4().hex[:8]


class Owner:
    """The running process, told apart from all others; one that died loses what it held at once."""

    def __init__(self) -> None:
        self._host = platform.node()
        self.name = f"{self._host}/{os.getpid()}/{_PROCESS}{uuid.uuid4().hex[:8]}"

    def has_died(self, other: str) -> bool:
        """Whether the process of that name ran on this machine and runs no more."""
        before, _, own = other.rpartition("/")
        host, _, number = before.rpartition("/")
        if host != self._host or not number.isdecimal():
            return False
        if int(number) == os.getpid():
            return not own.startswith(_PROCESS)
        return os.name == "posix" and not _runs(int(number))


def _runs(number: int) -> bool:
    """Whether there is a process of that number."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
