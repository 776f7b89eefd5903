"""Old sentences and new ones between two that did not change: which became which, in their order.

One became one, or was split into two or three, or two or three were merged. Of all such pairings without crossings the
one is taken that keeps most characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.matching import score, scores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["IN_PLACE", "LARGEST", "Link", "align"]

IN_PLACE = 60.0
"""The score from which a sentence is another one reworded, where it stands in the same place."""
_WHOLE = 75.0
"""The score that parts together must have with the whole."""
_SHARE = 60.0
"""Per cent of a part that must stand in the whole."""
_FAINT = 8.0
"""A score below which nothing is in common."""
_PARTS = 3
LARGEST = 1024
"""Pairs of sentences that are held against each other; more are cut at likely pairs first."""


@dataclass(frozen=True, slots=True)
class Link:
    """Old sentences that became new ones: one to one, one to several, or several to one."""

    olds: tuple[int, ...]
    news: tuple[int, ...]
    score: float


def align(olds: Sequence[str], news: Sequence[str], joint: str, own: Callable[[int, int], bool]) -> list[Link]:
    """Return what became of what, in order.

    `joint` stands between joined sentences; `own` says whether an old and a new sentence have one id, which decides
    between equals.
    """
    if not olds or not news:
        return []
    if len(olds) == len(news) == 1:  # as most gaps are
        alike = score(olds[0], news[0])
        return [Link((0,), (0,), alike)] if alike >= IN_PLACE else []
    return _Alignment(olds, news, joint, own).links()


class _Alignment:
    def __init__(self, olds: Sequence[str], news: Sequence[str], joint: str, own: Callable[[int, int], bool]) -> None:
        self._olds, self._news, self._joint, self._own = olds, news, joint, own
        self._alike = [dict(scores(old, news, _FAINT)) for old in olds]

    def links(self) -> list[Link]:
        """Return the links of the best alignment, found from the end."""
        width = len(self._news) + 1
        gains = [[0.0] * width for _ in range(len(self._olds) + 1)]
        steps: list[list[Link | None]] = [[None] * width for _ in range(len(self._olds) + 1)]
        for old in reversed(range(len(self._olds))):
            for new in reversed(range(len(self._news))):
                best, step = max(gains[old + 1][new], gains[old][new + 1]), None
                for link, gain in self._starting(old, new):
                    total = gain + gains[old + len(link.olds)][new + len(link.news)]
                    if total > best:
                        best, step = total, link
                gains[old][new], steps[old][new] = best, step
        return list(_followed(gains, steps))

    def _starting(self, old: int, new: int) -> Iterator[tuple[Link, float]]:
        alike = self._alike[old].get(new, 0.0)
        if alike >= IN_PLACE:
            gain = _kept(alike, self._olds[old], self._news[new])
            yield Link((old,), (new,), alike), gain * (1.1 if self._own(old, new) else 1)
        yield from self._split(old, new)
        yield from self._merged(old, new)

    def _split(self, old: int, new: int) -> Iterator[tuple[Link, float]]:
        whole = self._olds[old]
        for end in range(new + 1, min(new + _PARTS + 1, len(self._news) + 1)):
            part = self._news[end - 1]
            if _kept(self._alike[old].get(end - 1, 0.0), whole, part) * 100 < _SHARE * len(part):
                return
            if end > new + 1:
                joined = self._joint.join(self._news[new:end])
                yield from _joined(Link((old,), tuple(range(new, end)), score(whole, joined)), whole, joined)

    def _merged(self, old: int, new: int) -> Iterator[tuple[Link, float]]:
        whole = self._news[new]
        for end in range(old + 1, min(old + _PARTS + 1, len(self._olds) + 1)):
            part = self._olds[end - 1]
            if _kept(self._alike[end - 1].get(new, 0.0), whole, part) * 100 < _SHARE * len(part):
                return
            if end > old + 1:
                joined = self._joint.join(self._olds[old:end])
                yield from _joined(Link(tuple(range(old, end)), (new,), score(joined, whole)), joined, whole)


def _joined(link: Link, old: str, new: str) -> Iterator[tuple[Link, float]]:
    if link.score >= _WHOLE:
        # A little less than what it keeps, so that one to one wins where a further part adds nothing.
        yield link, _kept(link.score, old, new) - len(link.olds) * len(link.news) / 2


def _kept(alike: float, one: str, other: str) -> float:
    """Return how many characters two texts have in common, in order, by their score."""
    return alike * (len(one) + len(other)) / 200


def _followed(gains: list[list[float]], steps: list[list[Link | None]]) -> Iterator[Link]:
    old = new = 0
    while old < len(steps) - 1 and new < len(steps[0]) - 1:
        link = steps[old][new]
        if link is not None:
            yield link
            old, new = old + len(link.olds), new + len(link.news)
        elif gains[old][new] == gains[old + 1][new]:
            old += 1
        else:
            new += 1
