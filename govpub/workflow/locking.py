"""One writer of govpub in a folder at a time."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import time
from typing import TYPE_CHECKING

from govpub.errors import MachineError, Position
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["LOCK_FILE", "locked"]

LOCK_PATIENCE = 30.0
"""Seconds to wait for another writer before giving up."""
_POLL = 0.01
LOCK_FILE = ".govpub.lock"
_NO_FOLDER_LOCKS = (errno.EBADF, errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder against other writers of govpub; a killed process lets go by itself."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            _lock(handle, folder)
        except OSError as error:
            if error.errno not in _NO_FOLDER_LOCKS:
                raise
            # Network file systems lock files only: there a small file stays behind.
            os.close(handle)
            handle = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o666)
            _lock(handle, folder)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, folder: Path) -> None:
    deadline = time.monotonic() + LOCK_PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > deadline:
                raise MachineError(
                    _("another govpub is writing here and does not finish"),
                    at=Position(folder),
                    hint=_("wait, or end the other program"),
                ) from error
            time.sleep(_POLL)
        else:
            return
