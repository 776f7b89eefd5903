"""Which entry of the old catalog serves which segment of the new article, where the text is the same.

By id where the text stands once, or between the same neighbours; then by the text between the same neighbours; by id;
by the text alone, each entry once before one is shared. Every step is linear.
"""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING, TypeAlias

from govpub.catalog.ledger import Ledger, Served
from govpub.catalog.live import live_by_id, translation_of
from govpub.catalog.order import in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govpub.model.segment import Segment
    from govpub.po import PoEntry, PoFile

__all__ = ["allocate"]

_Neighbourhood: TypeAlias = "tuple[str | None, str, str | None]"
"""A text between the one before and the one after; None where that does not matter."""


def allocate(old: PoFile, segments: Sequence[Segment]) -> Ledger:
    """Return a ledger in which the entries of `old` serve the segments of the same text.

    Raises:
        CatalogError: two live entries have one msgctxt.
    """
    live_by_id(old)
    live = [entry for entry in old.entries if not entry.obsolete]
    ledger = Ledger(entries=old.entries, live=live, segments=segments, matches=[None] * len(segments))
    _Allocation(ledger).run()
    ledger.anchors = _anchors(ledger)
    return ledger


def _anchors(ledger: Ledger) -> list[tuple[int, int]]:
    """Return place and number of the sentences that are the same and kept their order: as many as there are."""
    places = {id(entry): place for place, entry in enumerate(ledger.live)}
    pairs = [
        (place, number)
        for number, match in enumerate(ledger.matches)
        if match is not None
        and match.served is Served.ITS_OWN
        and (place := places.get(id(match.entries[0]))) is not None
    ]
    return [pairs[index] for index in in_order([place for place, _number in pairs])]


class _Allocation:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._live = ledger.live
        self._old = [entry.msgid for entry in self._live]
        self._new = [segment.text for segment in ledger.segments]

    def run(self) -> None:
        self._by_id_in_place()
        if self._ledger.open():
            self._by_text_in_context()
            self._by_id_and_text()
            self._by_text()
            self._by_shared_text()

    def _by_id_in_place(self) -> None:
        """Repeated texts are told apart by a number in their ids, which shifts when one of them goes."""
        places = {entry.msgctxt: place for place, entry in enumerate(self._live)}
        old, new = self._old, self._new
        repeated = {text for texts in (old, new) for text, times in Counter(texts).items() if times > 1}
        for number, segment in enumerate(self._ledger.segments):
            place = places.get(segment.id)
            text = new[number]
            if place is None or old[place] != text:
                continue
            if text not in repeated or _around(new, number) == _around(old, place):
                self._ledger.give_one(number, self._live[place])

    def _by_text_in_context(self) -> None:
        open_ = self._ledger.open()
        wanted = {self._new[number] for number in open_}
        old = [
            (entry, _around(self._old, place))
            for place, entry in enumerate(self._live)
            if entry.msgid in wanted and self._ledger.free(entry) and translation_of(entry)
        ]
        if not old:
            return
        around = {number: _around(self._new, number) for number in open_}
        for reach in (_both, _before, _after):
            pool: dict[_Neighbourhood, deque[PoEntry]] = {}
            for entry, neighbours in old:
                if self._ledger.free(entry):
                    pool.setdefault(reach(neighbours), deque()).append(entry)
            for number in self._ledger.open():
                waiting = pool.get(reach(around[number]))
                if waiting:
                    self._ledger.give_one(number, waiting.popleft())

    def _by_id_and_text(self) -> None:
        by_key = {entry.key: entry for entry in self._ledger.entries if self._ledger.free(entry)}
        for number in self._ledger.open():
            segment = self._ledger.segments[number]
            entry = by_key.get((segment.id, segment.text))
            if entry is not None:
                self._ledger.give_one(number, entry)

    def _by_text(self) -> None:
        # Translated entries before untranslated ones, which may still have a translator's comment to carry.
        free = [entry for entry in self._ledger.entries if self._ledger.free(entry)]
        pool: dict[str, deque[PoEntry]] = {}
        for entry in sorted(free, key=lambda entry: (not translation_of(entry), entry.obsolete)):
            pool.setdefault(entry.msgid, deque()).append(entry)
        for number in self._ledger.open():
            waiting = pool.get(self._ledger.segments[number].text)
            if waiting:
                self._ledger.give_one(number, waiting.popleft())

    def _by_shared_text(self) -> None:
        shared: dict[str, PoEntry] = {}
        for entry in sorted(self._ledger.entries, key=lambda entry: entry.fuzzy):
            if translation_of(entry):
                shared.setdefault(entry.msgid, entry)
        for number in self._ledger.open():
            known = shared.get(self._ledger.segments[number].text)
            if known is not None:
                self._ledger.give_one(number, known, Served.SHARED)


def _around(texts: Sequence[str], place: int) -> _Neighbourhood:
    before = texts[place - 1] if place else ""
    return before, texts[place], texts[place + 1] if place + 1 < len(texts) else ""


def _both(around: _Neighbourhood) -> _Neighbourhood:
    return around


def _before(around: _Neighbourhood) -> _Neighbourhood:
    return (around[0], around[1], None)


def _after(around: _Neighbourhood) -> _Neighbourhood:
    return (None, around[1], around[2])
