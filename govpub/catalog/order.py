"""What kept its order: the longest run of matches that do not cross."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["in_order"]


def in_order(places: Sequence[int]) -> list[int]:
    """Return the indices of a longest strictly rising part of `places`; O(n log n)."""
    if all(one < other for one, other in itertools.pairwise(places)):
        return list(range(len(places)))
    ends: list[int] = []
    lasts: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(lasts[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        lasts[length : length + 1] = [index]
    found: list[int] = []
    index = lasts[-1] if lasts else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]
