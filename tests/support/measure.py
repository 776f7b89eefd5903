"""Measuring one thing against another: interleaved runs, CPU time of a process and its children, medians, a ratio.

A module `tests/benchmarks/bench_*.py` has one function, `comparisons(folder) -> Iterator[Comparison]`; `folder` is an
empty one of its own. `make bench` runs them all, `make bench BENCH=po` those whose title or module has `po` in it.
"""

from __future__ import annotations

import resource
import statistics
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
        return f"{times}  {self.ratio:7.3f} × (≤ {it.at_most:g})  {verdict:6}  {it.title} / {it.peer_name}"


def measure(comparison: Comparison) -> Result:
    """Run both sides in turn, once to warm up and then for the rounds; return the medians."""
    comparison.ours()
    comparison.peer()
    ours, peer = [], []
    for _round in range(comparison.rounds):
        ours.append(_seconds(comparison.ours) / comparison.ours_pieces)
        peer.append(_seconds(comparison.peer) / comparison.peer_pieces)
    return Result(comparison=comparison, ours=statistics.median(ours), peer=statistics.median(peer))


def _seconds(work: Callable[[], object]) -> float:
    before = _used()
    work()
    return _used() - before


def _used() -> float:
    """Return the CPU seconds of this process and its ended children; other people's load does not count."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
