"""`govpub translate` in a pseudo-terminal: a process to type at, to read from, and to kill."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from typing import TYPE_CHECKING

from support.command import GOVPUB, clean_environment

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Terminal"]

SECONDS = 30.0
"""More than the editor may take to show anything on a loaded machine."""


class Terminal:
    """The editor in a terminal of its own, 80×24."""

    def __init__(self, article: Path, home: Path, *options: str, size: tuple[int, int] = (80, 24)) -> None:
        home.mkdir(exist_ok=True)
        environment = clean_environment(home, TERM="xterm-256color", GOVPUB_TRANSLATOR="Li Hua")
        self.output = b""
        self.pid, self._fd = pty.fork()
        if not self.pid:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execve(GOVPUB, [str(GOVPUB), "translate", str(article), *options], environment)

    def type(self, text: str) -> None:
        os.write(self._fd, text.encode())

    def wait_for(self, text: str) -> None:
        """Read until a text was written; fail after a while."""
        end = time.monotonic() + SECONDS
        while text.encode() not in self.output:
            assert time.monotonic() < end, f"{text!r} was not shown:\n{self.output[-2000:]!r}"
            self.read(0.1)

    def read(self, seconds: float) -> bool:
        """Take in what is written for so long; return False where the process has ended."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._fd], [], [], left)[0]:
                try:
                    found = os.read(self._fd, 65536)
                except OSError:
                    return False
                if not found:
                    return False
                self.output += found
        return True

    def kill(self) -> None:
        """Kill the process as a power cut would, and read what it had written."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.read(0.2)
        os.close(self._fd)

    def hang_up(self) -> None:
        """Lose the terminal, and wait for the process to notice."""
        os.close(self._fd)
        end = time.monotonic() + SECONDS
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            assert time.monotonic() < end, "it goes on without a terminal"
            time.sleep(0.05)

    def ended(self) -> int:
        """Wait for the process to end by itself; return its exit status."""
        end = time.monotonic() + SECONDS
        while self.read(0.2) and time.monotonic() < end:
            pass
        status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self._fd)
        return status
