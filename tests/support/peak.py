"""The peak of a process's memory. `ru_maxrss` will not do: a child takes its parent's over when it is started."""

from __future__ import annotations

from pathlib import Path

__all__ = ["peak"]


def peak() -> int:
    """Return the most memory that this process has held resident since its program was started, in MiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [line] = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) // 1024
