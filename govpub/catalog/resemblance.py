"""Which entry of the old catalog serves a segment whose text is another: reworded, split, merged, or changed in sense.

First between sentences that did not change, where the order says which became which. Then, for what has moved as well
or had been obsolete, by likeness alone. Last, an id of the front matter stands for its text, whatever that says now.
A translation whose source says something else (`govpub.matching.vetoes`) is not given, but named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.catalog.alignment import LARGEST, Link, align
from govpub.catalog.candidates import Candidates
from govpub.catalog.ledger import Match, Served, made_from
from govpub.catalog.live import translation_of
from govpub.catalog.order import in_order
from govpub.matching import LONGEST, score, scores, vetoes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govpub.catalog.ledger import Ledger
    from govpub.glossary import Scanner
    from govpub.locales import Locale
    from govpub.matching import Veto
    from govpub.po import PoEntry

__all__ = ["resemble"]

_ANYWHERE = 70.0
"""The score from which a sentence is another one reworded, wherever it stands."""
_NEARLY_SAME = 80.0
"""The score from which two sentences between the same neighbours may part a long stretch of changed ones."""
_TRIES = 5
"""Candidates that are tried before a segment is vetoed."""

# Ten hexadecimal digits over role and text: such a segment is another one when its text is another.
_TEXT_ID = re.compile(r"[0-9a-f]{10}(?:-[0-9]+)?")


def resemble(ledger: Ledger, *, source: Locale, scanner: Scanner | None) -> None:
    """Let what is free in `ledger` serve the open segments that resemble it."""
    if ledger.open():
        _Resemblance(ledger, source, scanner).run()


@dataclass(slots=True)
class _Gap:
    """What stands between two sentences that are the same: old places and new numbers, both in order."""

    olds: list[int]
    news: list[int]

    @property
    def size(self) -> int:
        return len(self.olds) * len(self.news)


class _Resemblance:
    def __init__(self, ledger: Ledger, source: Locale, scanner: Scanner | None) -> None:
        self._ledger, self._source, self._scanner = ledger, source, scanner
        live = ledger.live
        resting = [entry for entry in ledger.entries if entry.obsolete]
        self._pool: list[PoEntry] = [*live, *resting]
        """All entries by place: live ones in document order, then obsolete ones."""
        self._live = len(live)
        self._places = {id(entry): place for place, entry in enumerate(live)}
        self._texts = {
            place: text
            for place, entry in enumerate(self._pool)
            if id(entry) not in ledger.used and translation_of(entry)
            if len(text := entry.msgid if place < len(live) else made_from(entry)) <= LONGEST
        }
        """The free and translated ones by place: what the article said, or of obsolete ones what was translated."""
        self._offers: dict[int, Match] = {}
        self._compared: dict[tuple[str, str], tuple[Veto, ...]] = {}
        """What was compared already: what is vetoed in its place is likely to be looked at again."""

    def run(self) -> None:
        for gap in self._gaps(self._ledger.anchors):
            self._align(gap)
        for numbers in _runs(self._open()):
            self._align(_Gap(self._beside(numbers), numbers))
        self._by_likeness()
        self._by_id()
        for number, offer in self._offers.items():
            if self._ledger.matches[number] is None:
                self._ledger.give(number, offer)

    def _place(self, match: Match | None) -> int | None:
        """Return where the entry of a match stood among the live ones; None where it did not, or serves others too."""
        if match is None or match.served not in (Served.ITS_OWN, Served.CHANGED):
            return None
        return self._places.get(id(match.entries[0]))

    def _beside(self, numbers: Sequence[int]) -> list[int]:
        """Return the places of free entries that stood after the segment before these, or before the one after.

        So what moved together with a neighbour is found by it, wherever both stand now.
        """
        matches = self._ledger.matches
        before = self._place(matches[numbers[0] - 1]) if numbers[0] else -1
        after = self._place(matches[numbers[-1] + 1]) if numbers[-1] + 1 < len(matches) else self._live
        found: set[int] = set()
        for start, step in ((before, 1), (after, -1)):
            place = start + step if start is not None else -1
            while place in self._texts and place < self._live and len(found) < LARGEST:
                found.add(place)
                place += step
        return sorted(found)

    def _gaps(self, anchors: Sequence[tuple[int, int]], within: _Gap | None = None) -> Iterator[_Gap]:
        """Yield the gaps between anchors that have something on both sides; of all that is open, or `within` one."""
        olds = within.olds if within is not None else [place for place in self._texts if place < self._live]
        news = within.news if within is not None else self._open()
        gaps: dict[int, _Gap] = {}
        places, numbers = [place for place, _number in anchors], [number for _place, number in anchors]
        taken = set(places), set(numbers)
        for new in news:
            if new not in taken[1]:
                gaps.setdefault(bisect_left(numbers, new), _Gap([], [])).news.append(new)
        for old in olds:
            gap = gaps.get(bisect_left(places, old))
            if gap is not None and old not in taken[0]:
                gap.olds.append(old)
        yield from (gap for gap in gaps.values() if gap.olds)

    def _align(self, gap: _Gap, *, again: bool = True) -> None:
        if gap.size <= LARGEST:
            for link in align(
                [self._texts[place] for place in gap.olds],
                [self._text(number) for number in gap.news],
                self._source.joint,
                lambda old, new: self._pool[gap.olds[old]].msgctxt == self._ledger.segments[gap.news[new]].id,
            ):
                self._settle(gap, link)
        elif again:
            anchors = self._likely_anchors(gap)
            for place, number, alike in anchors:
                self._settle(_Gap([place], [number]), Link((0,), (0,), alike))
            pairs = [(place, number) for place, number, _alike in anchors]
            for smaller in self._gaps(pairs, gap):
                self._align(smaller, again=False)

    def _likely_anchors(self, gap: _Gap) -> list[tuple[int, int, float]]:
        """Return place, number and score of sentences of a long gap that are nearly the same and in order."""
        index = Candidates(self._texts[place] for place in gap.olds)
        best: dict[int, tuple[float, int]] = {}
        for count, number in enumerate(gap.news):
            near = index.near(self._text(number), count * len(gap.olds) // len(gap.news))
            found = scores(self._text(number), [self._texts[gap.olds[each]] for each in near], _NEARLY_SAME)
            if found:
                old = near[found[0].place]
                best[old] = max(best.get(old, (0.0, 0)), (found[0].score, -number))
        pairs = sorted((-number, gap.olds[old], alike) for old, (alike, number) in best.items())
        return [
            (place, number, alike)
            for number, place, alike in (pairs[index] for index in in_order([place for _n, place, _a in pairs]))
        ]

    def _settle(self, gap: _Gap, link: Link) -> None:
        """Let the entries of a link serve its segments, or name what forbids it."""
        places, numbers = [gap.olds[old] for old in link.olds], [gap.news[new] for new in link.news]
        entries = tuple(self._pool[place] for place in places)
        joint = self._source.joint
        found = self._vetoes(joint.join(map(made_from, entries)), joint.join(self._text(number) for number in numbers))
        served = Served.SPLIT if len(numbers) > 1 else Served.MERGED if len(places) > 1 else Served.CHANGED
        for number in numbers:
            if found:
                self._offer(number, Match(entries=entries, served=Served.VETOED, score=link.score, vetoes=found))
                continue
            match = Match(entries=entries, served=served, score=link.score, first=number == numbers[0])
            self._ledger.give(number, match)
        if not found:
            for place in places:
                del self._texts[place]

    def _by_likeness(self) -> None:
        places = list(self._texts)
        index = Candidates(self._texts.values())
        found: list[tuple[float, int, int, int]] = []
        for number in self._open():
            near = index.near(self._text(number), bisect_left(places, self._expected(number)))
            texts = [self._texts[places[each]] for each in near]
            for place, alike in scores(self._text(number), texts, _ANYWHERE)[:_TRIES]:
                old = places[near[place]]
                found.append((-alike, abs(old - number), number, old))
        for negative, _distance, number, old in sorted(found):
            if old in self._texts and self._ledger.matches[number] is None:
                self._settle(_Gap([old], [number]), Link((0,), (0,), -negative))

    def _expected(self, number: int) -> int:
        """Return the place at which a segment stood if all grew evenly."""
        return number * self._live // max(1, len(self._ledger.segments))

    def _by_id(self) -> None:
        keyed = [number for number in self._ledger.open() if not _TEXT_ID.fullmatch(self._ledger.segments[number].id)]
        free = {entry.msgctxt: entry for entry in self._ledger.live if self._ledger.free(entry)} if keyed else {}
        for number in keyed:
            segment = self._ledger.segments[number]
            entry = free.get(segment.id)
            if entry is None:
                continue
            found = self._vetoes(made_from(entry), segment.text) if translation_of(entry) else ()
            alike = score(made_from(entry), segment.text)
            match = Match(entries=(entry,), served=Served.CHANGED, score=alike, vetoes=found)
            if found:
                self._offer(number, match._replace(served=Served.VETOED))
            else:
                self._ledger.give(number, match)

    def _open(self) -> list[int]:
        """Return the open segments that are compared with others."""
        return [number for number in self._ledger.open() if len(self._text(number)) <= LONGEST]

    def _offer(self, number: int, match: Match) -> None:
        known = self._offers.get(number)
        if known is None or known.score < match.score:
            self._offers[number] = match

    def _vetoes(self, old: str, new: str) -> tuple[Veto, ...]:
        known = self._compared.get((old, new))
        if known is None:
            known = self._compared[old, new] = vetoes(old, new, locale=self._source, scanner=self._scanner)
        return known

    def _text(self, number: int) -> str:
        return self._ledger.segments[number].text


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Return numbers that follow each other together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
