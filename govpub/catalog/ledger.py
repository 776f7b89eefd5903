"""The entries of an old catalog while they are given out to the segments of an article."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govpub.matching import Veto
    from govpub.model.segment import Segment
    from govpub.po import PoEntry

__all__ = ["Ledger", "Match", "Served", "made_from"]


class Served(enum.Enum):
    """How old entries serve a segment."""

    ITS_OWN = enum.auto()
    """The text is the same, and no other segment has the entry."""
    SHARED = enum.auto()
    """The text is the same, and the entry serves another segment first."""
    CHANGED = enum.auto()
    """The text is another wording of the entry's, or its id is the same."""
    SPLIT = enum.auto()
    """The text is a part of the entry's; the other parts are the segments beside it."""
    MERGED = enum.auto()
    """The text is that of several entries, joined."""
    VETOED = enum.auto()
    """The text is like the entry's and says something else: the entry stays unused, and is offered."""


class Match(NamedTuple):
    """Old entries, and how they serve a segment."""

    entries: tuple[PoEntry, ...]
    """One; of a merge all, in order."""
    served: Served
    score: float = 100.0
    """How alike the texts are, in per cent."""
    vetoes: tuple[Veto, ...] = ()
    """In what a VETOED text says something else."""
    first: bool = True
    """Whether this is the first part of a split."""


@dataclass(slots=True, kw_only=True)
class Ledger:
    """Who has got what so far."""

    entries: Sequence[PoEntry]
    """All of the old catalog, in file order."""
    live: Sequence[PoEntry]
    """Those that are not obsolete."""
    segments: Sequence[Segment]
    matches: list[Match | None]
    """One a segment."""
    used: set[int] = field(default_factory=set)
    """The `id()` of entries that serve a segment; `entries` holds on to them meanwhile."""
    taken_apart: set[int] = field(default_factory=set)
    """The `id()` of entries that were split or merged: no segment has the whole of one by itself."""

    anchors: Sequence[tuple[int, int]] = ()
    """The segments that kept text and order: place among the live entries, and number; both rising."""

    def open(self) -> list[int]:
        """Return the numbers of the segments that have nothing yet."""
        return [number for number, match in enumerate(self.matches) if match is None]

    def free(self, entry: PoEntry) -> bool:
        """Return whether an entry serves no segment yet."""
        return id(entry) not in self.used

    def give(self, number: int, match: Match) -> None:
        """Let entries serve a segment; those of a vetoed match stay free."""
        self.matches[number] = match
        if match.served is not Served.VETOED:
            self.used.update(map(id, match.entries))
        if match.served in (Served.SPLIT, Served.MERGED):
            self.taken_apart.update(map(id, match.entries))

    def give_one(self, number: int, entry: PoEntry, served: Served = Served.ITS_OWN) -> None:
        """Let one entry serve a segment whose text it has."""
        self.used.add(id(entry))
        self.matches[number] = Match((entry,), served)


def made_from(entry: PoEntry) -> str:
    """Return the source text from which the entry's translation was made."""
    return entry.previous_msgid if entry.fuzzy and entry.previous_msgid else entry.msgid
