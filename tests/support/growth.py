"""How the time of a piece of work grows with the length of its input."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["assert_near_linear"]


def assert_near_linear(work: Callable[[int], object], length: int, *, factor: float = 8) -> None:
    """Hold that four times the length takes at most `factor` times as long; quadratic work takes sixteen times.

    Ratios of one process's CPU time hold on a busy machine and under coverage, where limits in seconds do not.
    """

    def seconds(size: int) -> float:
        start = process_time()
        work(size)
        return process_time() - start

    work(length // 4)  # what is made once: caches, imports
    short = min(seconds(length) for _ in range(2))
    long = min(seconds(4 * length) for _ in range(2))
    # Below a hundredth of a second the clock and the collector of garbage decide.
    assert long < max(factor * short, 0.05), f"{length} take {short:.4f} s, {4 * length} take {long:.4f} s"
