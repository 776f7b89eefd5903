"""The installed command in a terminal: what it shows there, and what is typed into it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
from typing import TYPE_CHECKING

from support.command import GOVPUB, Outcome, clean_environment

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["in_terminal"]

SECONDS = 60
"""Silence after which a command hangs."""


def in_terminal(
    folder: Path, *arguments: str | Path, typed: str = "", columns: int = 80, language: str = "en", **env: str
) -> Outcome:
    """Run `govpub ARGUMENTS…` in a terminal of its own; all that it shows is `out`."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = clean_environment(folder, TERM="xterm-256color", GOVPUB_LANG=language, **env)
    process = subprocess.Popen(
        [GOVPUB, *arguments], cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    os.write(ours, typed.encode())
    shown = b""
    while select.select([ours], [], [], SECONDS)[0]:
        try:
            part = os.read(ours, 65_536)
        except OSError:  # Linux says so when the other end has closed
            break
        if not part:
            break
        shown += part
    os.close(ours)  # who still waits for something to be typed gets nothing, and ends
    status = process.wait(timeout=SECONDS)
    return Outcome(status=status, out=shown.decode().replace("\r\n", "\n"), err="")
