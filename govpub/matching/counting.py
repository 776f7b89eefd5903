"""What one text has more often than the other."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

__all__ = ["paired", "unmatched"]

T = TypeVar("T")


def unmatched(ours: Sequence[T], theirs: Iterable[T], key: Callable[[T], Hashable]) -> list[T]:
    """Return those of `ours` for whose keys `theirs` has no equal left, in order."""
    if not ours:
        return []
    known: dict[Hashable, int] = {}
    for each in theirs:
        name = key(each)
        known[name] = known.get(name, 0) + 1
    left: list[T] = []
    for each in ours:
        name = key(each)
        count = known.get(name, 0)
        known[name] = count - 1
        if count <= 0:
            left.append(each)
    return left


def paired(lost: Iterable[str], added: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what is lost beside what is added, in order; empty where one of them has no more."""
    return zip_longest(lost, added, fillvalue="")
