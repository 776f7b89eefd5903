"""What became of each segment's translation when the article changed."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple, assert_never

from govpub.catalog.ledger import Served

if TYPE_CHECKING:
    from govpub.catalog.ledger import Ledger, Match
    from govpub.locales import Locale
    from govpub.matching import Veto
    from govpub.model.segment import Segment
    from govpub.po import PoEntry

__all__ = ["Fate", "FateKind", "fates_of"]


class FateKind(enum.Enum):
    """What became of it."""

    KEPT = "kept"
    """The text is the same, and so is its entry."""
    MOVED = "moved"
    """The text is the same, and stands elsewhere."""
    REVIVED = "revived"
    """The text is that of an entry that had been obsolete."""
    CHANGED = "changed"
    """The text is reworded: its translation is fuzzy now, if it has one."""
    SPLIT = "split"
    """The text is a part of what was one segment: the whole translation is its own now, fuzzy."""
    MERGED = "merged"
    """The text was several segments: their translations, joined, are its own now, fuzzy."""
    VETOED = "vetoed"
    """The text is like one that there was, and says something else: that translation is offered, not filled in."""
    NEW = "new"
    """Nothing is like it."""


class Fate(NamedTuple):
    """What became of one segment."""

    segment: Segment
    kind: FateKind
    before: tuple[PoEntry, ...] = ()
    """The entries of the old catalog that it comes from or, where vetoed, that are offered; in their order."""
    old: str = ""
    """Their source text; of a merge all of it, joined. Empty for a new segment."""
    score: float = 0.0
    """How alike old and new text are, in per cent; of a split, old text and all parts together."""
    vetoes: tuple[Veto, ...] = ()
    """In what they differ, where vetoed."""


def fates_of(ledger: Ledger, source: Locale) -> tuple[Fate, ...]:
    """Return what became of each segment of a ledger that is closed, in order."""
    in_order = {number for _place, number in ledger.anchors}
    fates: list[Fate] = []
    for number, (segment, match) in enumerate(zip(ledger.segments, ledger.matches, strict=True)):
        if match is None:
            fates.append(Fate(segment, FateKind.NEW))
            continue
        entries = match.entries
        kind = FateKind.KEPT if number in in_order else _kind(match)
        old = entries[0].msgid if len(entries) == 1 else source.joint.join(entry.msgid for entry in entries)
        fates.append(Fate(segment, kind, entries, old, match.score, match.vetoes))
    return tuple(fates)


def _kind(match: Match) -> FateKind:
    match match.served:
        case Served.ITS_OWN:
            return FateKind.REVIVED if match.entries[0].obsolete else FateKind.MOVED
        case Served.SHARED:
            return FateKind.REVIVED if match.entries[0].obsolete else FateKind.KEPT
        case Served.CHANGED:
            return FateKind.CHANGED
        case Served.SPLIT:
            return FateKind.SPLIT
        case Served.MERGED:
            return FateKind.MERGED
        case Served.VETOED:
            return FateKind.VETOED
        case _ as never:
            assert_never(never)
