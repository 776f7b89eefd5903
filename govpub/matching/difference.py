"""What was taken out of a text and what was put in: by words where they are spaced, else by words and characters."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govpub.locales import Locale

__all__ = ["Change", "Piece", "difference"]

_PLACEHOLDER = r"</?[0-9]{1,9}/?>"
_FIGURE = r"[0-9０-９](?:[0-9０-９.,．，:：]*[0-9０-９])?"
_SPACED = re.compile(rf"{_PLACEHOLDER}|{_FIGURE}|\w+(?:['’\-]\w+)*|\s+|.", re.DOTALL)
_UNSPACED = re.compile(rf"{_PLACEHOLDER}|{_FIGURE}|[A-Za-zÀ-ɏ]+|\s+|.", re.DOTALL)
_LIMIT = 10**8
"""Pairs of tokens that are aligned: beyond, what lies between the common ends is one change."""


class Change(enum.Enum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the old text, of the new, or of both."""

    text: str
    kind: Change


def difference(old: str, new: str, locale: Locale) -> tuple[Piece, ...]:
    """Return the pieces of both texts in order: what is removed before what is added in its place.

    The pieces that are not ADDED are `old`, those that are not REMOVED are `new`. Single characters (where words are
    spaced, marks and spaces) that both have between two changes belong to the change: it reads better.
    """
    tokens = _SPACED if locale.spaces_words else _UNSPACED
    before, after = tokens.findall(old), tokens.findall(new)
    return tuple(_pieces(_readable(_runs(before, after), spaced=locale.spaces_words)))


@dataclass(slots=True)
class _Run:
    """A stretch that is the same, and the change before it."""

    removed: str
    added: str
    same: str

    @property
    def changed(self) -> bool:
        return bool(self.removed or self.added)


def _runs(old: list[str], new: list[str]) -> list[_Run]:
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    runs = [_Run("", "", "".join(old[:first]))]
    runs += _aligned(old[first : len(old) - last], new[first : len(new) - last])
    if last:
        runs[-1].same += "".join(old[len(old) - last :])
    return runs


def _common(old: list[str], new: list[str]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _aligned(old: list[str], new: list[str]) -> list[_Run]:
    if not old or not new or len(old) * len(new) > _LIMIT:
        return [_Run("".join(old), "".join(new), "")]
    from rapidfuzz.distance import Indel  # noqa: PLC0415  most commands match nothing

    numbers = {token: number for number, token in enumerate(dict.fromkeys((*old, *new)))}
    steps = Indel.opcodes([numbers[token] for token in old], [numbers[token] for token in new])
    runs = [_Run("", "", "")]
    for step in steps:
        gone, come = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag == "equal":
            runs[-1].same += "".join(gone)
            continue
        if runs[-1].same:
            runs.append(_Run("", "", ""))
        runs[-1].removed += "".join(gone)
        runs[-1].added += "".join(come)
    return runs


def _readable(runs: Iterable[_Run], *, spaced: bool) -> Iterator[_Run]:
    waiting: _Run | None = None
    for run in runs:
        if waiting is not None and _joined(waiting, run) and _small(waiting.same, spaced=spaced):
            removed, added = waiting.removed + waiting.same + run.removed, waiting.added + waiting.same + run.added
            waiting = _Run(removed, added, run.same)
            continue
        if waiting is not None:
            yield waiting
        waiting = run
    if waiting is not None:
        yield waiting


def _joined(one: _Run, other: _Run) -> bool:
    """Return whether both are changes, and not one taken out here and one put in there."""
    replaced = (one.removed and one.added) or (other.removed and other.added)
    return one.changed and other.changed and bool(replaced)


def _small(same: str, *, spaced: bool) -> bool:
    return not any(sign.isalnum() for sign in same) if spaced else len(same) == 1


def _pieces(runs: Iterable[_Run]) -> Iterator[Piece]:
    for run in runs:
        if run.removed:
            yield Piece(run.removed, Change.REMOVED)
        if run.added:
            yield Piece(run.added, Change.ADDED)
        if run.same:
            yield Piece(run.same, Change.SAME)
