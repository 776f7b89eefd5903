"""Measuring one thing against another: interleaved runs, medians, a ratio.

Time is CPU time of a process and its children, so that other people's load does not count; where one side works in
several processes at once, it is the time on the wall (`wall=True`).

A module `tests/benchmarks/bench_*.py` has one function, `comparisons(folder) -> Iterator[Comparison]`; `folder` is an
empty one of its own. `make bench` runs them all, `make bench BENCH=po` those whose title or module has `po` in it.
"""

from __future__ import annotations

import resource
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Comparison", "Result", "measure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Our way and another's to do the same work."""

    title: str
    peer_name: str
    ours: Callable[[], object]
    peer: Callable[[], object]
    at_most: float
    """The target: our time over the peer's, for one piece of work."""
    wall: bool = False
    """Whether to measure the time on the wall instead of CPU time."""
    rounds: int = 7
    ours_pieces: int = 1
    """How many pieces of work one call of `ours` does."""
    peer_pieces: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of a comparison; times in seconds for one piece of work."""

    comparison: Comparison
    ours: float
    peer: float

    @property
    def ratio(self) -> float:
        return self.ours / self.peer

    @property
    def met(self) -> bool:
        return self.ratio <= self.comparison.at_most

    def __str__(self) -> str:
        it = self.comparison
        times = f"{self.ours * 1000:9.1f} ms  {self.peer * 1000:9.1f} ms"
        verdict = "met" if self.met else "MISSED"
        return f"{times}  {self.ratio:7.3f} × (≤ {it.at_most:g})  {verdict:6}  {it.title} / {it.peer_name}{' (wall)' * it.wall}"


def measure(comparison: Comparison) -> Result:
    """Run both sides in turn, once to warm up and then for the rounds; return the medians."""
    comparison.ours()
    comparison.peer()
    ours, peer = [], []
    for _round in range(comparison.rounds):
        ours.append(_seconds(comparison.ours, wall=comparison.wall) / comparison.ours_pieces)
        peer.append(_seconds(comparison.peer, wall=comparison.wall) / comparison.peer_pieces)
    return Result(comparison=comparison, ours=statistics.median(ours), peer=statistics.median(peer))


def _seconds(work: Callable[[], object], *, wall: bool) -> float:
    now = time.perf_counter if wall else _used
    before = now()
    work()
    return now() - before


def _used() -> float:
    """Return the CPU seconds of this process and its ended children."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
