"""Which entry of the old catalog serves which segment of the new article.

By id where the text is the same; then by the same text, first where it stands between the same neighbours, each
entry once before one is shared; last, an id of the front matter whose text has changed. Every step is linear.
"""

from __future__ import annotations

import enum
import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from govpub.catalog.units import live_by_id, translation_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govpub.model.segment import Segment
    from govpub.po import PoEntry, PoFile

__all__ = ["Allocation", "Match", "Served", "allocate"]

_Neighbourhood: TypeAlias = "tuple[str | None, str, str | None]"
"""A text between the one before and the one after; None where that does not matter."""

# Ten hexadecimal digits over role and text: such a segment is another one when its text is another.
_TEXT_ID = re.compile(r"[0-9a-f]{10}(?:-[0-9]+)?")


class Served(enum.Enum):
    """How an old entry serves a segment."""

    ITS_OWN = enum.auto()
    """The text is the same, and no other segment has the entry."""
    SHARED = enum.auto()
    """The text is the same, and the entry serves another segment first."""
    CHANGED = enum.auto()
    """The id is the same, the text is not."""


@dataclass(frozen=True, slots=True)
class Match:
    """An old entry, and how it serves a segment."""

    entry: PoEntry
    served: Served


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """The whole of the old catalog, given out."""

    matches: tuple[Match | None, ...]
    """One a segment; None for a new segment."""
    unused: tuple[PoEntry, ...]
    """Old entries, live and obsolete, that serve no segment, in file order."""


def allocate(old: PoFile, segments: Sequence[Segment]) -> Allocation:
    """Give the entries of `old` to `segments`.

    Raises:
        CatalogError: two live entries have one msgctxt.
    """
    return _Allocator(old, segments).run()


class _Allocator:
    def __init__(self, old: PoFile, segments: Sequence[Segment]) -> None:
        self._by_id = live_by_id(old)
        self._entries = old.entries
        self._segments = segments
        self._matches: list[Match | None] = [None] * len(segments)
        self._used: set[int] = set()
        """The `id()` of entries given out; the file holds on to the entries meanwhile."""

    def run(self) -> Allocation:
        self._by_id_and_text()
        self._by_text_in_context()
        self._by_text()
        self._by_shared_text()
        self._by_id_of_changed_text()
        unused = tuple(entry for entry in self._entries if id(entry) not in self._used)
        return Allocation(matches=tuple(self._matches), unused=unused)

    def _open(self) -> Iterable[tuple[int, Segment]]:
        return [(number, segment) for number, segment in enumerate(self._segments) if self._matches[number] is None]

    def _give(self, number: int, entry: PoEntry, served: Served = Served.ITS_OWN) -> None:
        self._used.add(id(entry))
        self._matches[number] = Match(entry, served)

    def _by_id_and_text(self) -> None:
        by_key = {entry.key: entry for entry in self._entries}
        for number, segment in self._open():
            entry = by_key.get((segment.id, segment.text))
            if entry is not None:
                self._give(number, entry)

    def _by_text_in_context(self) -> None:
        live = [entry for entry in self._entries if not entry.obsolete]
        old = [
            (entry, around)
            for entry, around in zip(live, _neighbourhoods([entry.msgid for entry in live]), strict=True)
            if translation_of(entry)
        ]
        new = _neighbourhoods([segment.text for segment in self._segments])
        for reach in (_both, _before, _after):
            pool: dict[_Neighbourhood, deque[PoEntry]] = {}
            for entry, around in old:
                if id(entry) not in self._used:
                    pool.setdefault(reach(around), deque()).append(entry)
            self._draw(pool, [reach(around) for around in new])

    def _by_text(self) -> None:
        # Translated entries before untranslated ones, which may still have a translator's comment to carry.
        ranked = sorted(self._entries, key=lambda entry: (not translation_of(entry), entry.obsolete))
        pool: dict[_Neighbourhood, deque[PoEntry]] = {}
        for entry in ranked:
            if id(entry) not in self._used:
                pool.setdefault((None, entry.msgid, None), deque()).append(entry)
        self._draw(pool, [(None, segment.text, None) for segment in self._segments])

    def _draw(self, pool: dict[_Neighbourhood, deque[PoEntry]], keys: Sequence[_Neighbourhood]) -> None:
        for number, _segment in self._open():
            waiting = pool.get(keys[number])
            if waiting:
                self._give(number, waiting.popleft())

    def _by_shared_text(self) -> None:
        shared: dict[str, PoEntry] = {}
        for entry in sorted(self._entries, key=lambda entry: entry.fuzzy):
            if translation_of(entry):
                shared.setdefault(entry.msgid, entry)
        for number, segment in self._open():
            known = shared.get(segment.text)
            if known is not None:
                self._give(number, known, Served.SHARED)

    def _by_id_of_changed_text(self) -> None:
        for number, segment in self._open():
            entry = self._by_id.get(segment.id)
            if entry is not None and id(entry) not in self._used and _TEXT_ID.fullmatch(segment.id) is None:
                self._give(number, entry, Served.CHANGED)


def _neighbourhoods(texts: Sequence[str]) -> list[_Neighbourhood]:
    around = ["", *texts, ""]
    return [(around[place], text, around[place + 2]) for place, text in enumerate(texts)]


def _both(around: _Neighbourhood) -> _Neighbourhood:
    return around


def _before(around: _Neighbourhood) -> _Neighbourhood:
    return (around[0], around[1], None)


def _after(around: _Neighbourhood) -> _Neighbourhood:
    return (None, around[1], around[2])
