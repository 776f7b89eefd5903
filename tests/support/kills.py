"""Work in a fork that is killed somewhere in it, and what it told until then."""

from __future__ import annotations

import os
import signal
import struct
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["last_number", "tell_number", "told_until_killed"]


def told_until_killed(work: Callable[[int], object], seconds: float, *, after_a_line: bool = False) -> bytes:
    """Return what `work`, which never ends, wrote to the descriptor it was given until it was killed.

    It may live so many seconds; with `after_a_line` these begin when it has told a line.
    """
    receiving, sending = os.pipe()
    worker = os.fork()
    if worker == 0:
        os.close(receiving)
        work(sending)
    os.close(sending)
    with os.fdopen(receiving, "rb") as pipe:
        begun = pipe.readline() if after_a_line else b""
        time.sleep(seconds)
        os.kill(worker, signal.SIGKILL)
        os.waitpid(worker, 0)
        return begun + pipe.read()


def tell_number(told: int, number: int) -> None:
    """Write a number for `last_number` to read."""
    os.write(told, struct.pack("q", number))


def last_number(told: bytes, otherwise: int) -> int:
    """Return the last number that was told; `otherwise` where none was."""
    return int(struct.unpack("q", told[-8:])[0]) if told else otherwise
