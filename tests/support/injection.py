"""Faults at system calls: strace counts the calls of a program between two marks, then makes each of them fail."""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.programs import require

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["CALLS", "CHANGING_CALLS", "Fault", "Struck", "faults_of", "strike"]

CALLS = (
    *("openat", "read", "write", "close", "newfstatat", "fstat", "flock", "fchmod", "fsync", "unlink"),
    *("mkdir", "rmdir", "rename", "renameat", "renameat2", "getdents64", "unlinkat", "mkdirat"),
)
"""What a save can ask of the disk, under the names of all architectures."""

CHANGING_CALLS = tuple(
    call for call in CALLS if call not in {"openat", "read", "close", "newfstatat", "fstat", "getdents64"}
)
"""Those that a program uses for nothing but saving, and for its output."""

_MARK = re.compile(r'access.*"/mark/(begin|end)"')
_CALL = re.compile(r"^\d+ +(\w+)\(")
_TRACED = ",".join(f"?{call}" for call in (*CALLS, "access", "faccessat", "faccessat2"))
SECONDS = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """The nth call of one kind, counted from the start of the program."""

    call: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """How a program ended that met a fault."""

    status: int
    """Negative: the signal that killed it."""
    out: str
    err: str
    hit: bool
    """Whether the fault came between the marks."""


def faults_of(command: Sequence[str | Path], log: Path, *, folder: Path | None = None) -> Iterator[Fault]:
    """Run the command whole, and yield each of its system calls between the marks.

    A program without marks is to have them around all its CHANGING_CALLS.
    """
    done = _run(command, log, (), folder)
    assert done.returncode == 0, done.stderr
    lines = _lines(log)
    marked = any(_MARK.search(line) for line in lines)
    seen: Counter[str] = Counter()
    inside = not marked
    for line in lines:
        if mark := _MARK.search(line):
            inside = mark.group(1) == "begin"
        elif (call := _CALL.match(line)) and call.group(1) in (CALLS if marked else CHANGING_CALLS):
            seen[call.group(1)] += 1
            if inside:
                yield Fault(call.group(1), seen[call.group(1)])


def strike(command: Sequence[str | Path], fault: Fault, how: str, log: Path, *, folder: Path | None = None) -> Struck:
    """Run the command with one fault: `how` is strace's own `signal=KILL`, `error=ENOSPC`, …"""
    done = _run(command, log, ("-e", f"inject={fault.call}:{how}:when={fault.number}"), folder)
    lines = _lines(log)
    marks = [mark.group(1) for mark in map(_MARK.search, lines) if mark]
    injected = any("(INJECTED)" in line for line in lines)
    hit = marks in ([], ["begin"]) and done.returncode < 0 if how.startswith("signal") else injected
    return Struck(status=done.returncode, out=done.stdout.decode(), err=done.stderr.decode(), hit=hit)


def _lines(log: Path) -> list[str]:
    return log.read_text(encoding="utf-8", errors="replace").splitlines()


def _run(
    command: Sequence[str | Path], log: Path, injection: Sequence[str], folder: Path | None
) -> subprocess.CompletedProcess[bytes]:
    # The filter makes strace three times as fast, but loses injected signals (strace 6.1).
    filtered = () if any("signal=" in part for part in injection) else ("--seccomp-bpf",)
    strace = [require("strace"), *filtered, "-f", "-o", log, "-e", f"trace={_TRACED}", "-e", "signal=none"]
    # The same calls in every run: no compiled files written, no measuring of coverage.
    steady = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0", "LANG": "C.UTF-8"}
    return subprocess.run(
        [*strace, *injection, *command], cwd=folder, env=steady, capture_output=True, timeout=SECONDS, check=False
    )
