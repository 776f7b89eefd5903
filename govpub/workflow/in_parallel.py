"""Work on many articles at once, in several processes, with the results in order."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["in_order", "jobs_for"]

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 25
"""Items a process takes at a time."""
WORTH_IT = 60
"""From so many articles on, several processes are faster than one (below about two seconds of work they are not)."""


def jobs_for(count: int) -> int:
    """Return how many processes `count` articles are worth, on the processors that this process may use."""
    return len(os.sched_getaffinity(0)) if count >= WORTH_IT else 1


def in_order(work: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Iterator[Result]:
    """Yield `work(item)` for each item, in their order, whatever process did it.

    Forked processes start with all that this one has loaded. `work` and what it returns must be picklable.
    """
    if jobs <= 1 or len(items) <= 1:
        yield from map(work, items)
        return
    chunk = min(CHUNK, -(-len(items) // jobs))
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork")) as pool:
        yield from pool.map(work, items, chunksize=chunk)
