"""How long random tests run: short in `make test`, in full in `make fuzz` (which sets GOVPUB_FUZZ)."""

from __future__ import annotations

import os

__all__ = ["FULL", "count"]

FULL = int(os.environ.get("GOVPUB_FUZZ", "0"))
"""The number of mutations of a full run; 0 in a short one."""


def count(*, short: int, full: int | None = None) -> int:
    """Return how often a random test repeats: `full` (by default GOVPUB_FUZZ) in a full run, else `short`."""
    return (full or FULL) if FULL else short
