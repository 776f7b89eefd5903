"""The translation memory of a language pair: what it offers for a segment, and where a text was used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from govpub.matching import adapt_numbers, difference, scores, vetoes
from govpub.memory.entry import Match, MatchKind, Passage, Side
from govpub.memory.grams import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govpub.glossary import Scanner
    from govpub.locales import Locale
    from govpub.memory.entry import Added, Remembered
    from govpub.memory.store import Store

__all__ = ["THRESHOLD", "Memory", "examined"]

THRESHOLD = 75.0
"""The lowest score of a match that is worth to be looked at."""
_SAME = 200
"""Entries of one source that are looked at: more of them say nothing new."""
CANDIDATES = 256
"""Texts that are scored for a lookup: fewer miss the best of texts that all resemble each other."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Translations from one language into the other."""

    store: Store
    source: Locale
    target: Locale

    def remember(self, entries: Iterable[Remembered]) -> Added:
        """Store entries; see `Store.add`."""
        return self.store.add(entries)

    def lookup(  # noqa: PLR0913  what a segment is, and what is wanted of it
        self,
        text: str,
        before: str = "",
        after: str = "",
        *,
        threshold: float = THRESHOLD,
        limit: int = 5,
        scanner: Scanner | None = None,
    ) -> tuple[Match, ...]:
        """Return the best translations for a segment between two others, the best first.

        Those of the same text between the same neighbours come first, then those of the same text, then fuzzy ones by
        their score (`govpub.matching.score`), each target once. A fuzzy match knows the difference, what vetoes it,
        and, where only numbers differ, its target with the numbers of `text`. The scanner finds terms of the source.
        """
        if not text:
            return ()
        same = self.store.exact(text, self.source, self.target, neighbours=(before, after), limit=_SAME)
        found = [self._exact(entry, before, after) for entry in same]
        chosen = _different(found, limit)
        if len(chosen) < limit and threshold < 100:  # noqa: PLR2004  per cent
            chosen = _different([*chosen, *self._fuzzy(text, threshold, limit)], limit)
        return tuple(examined(match, text, scanner) for match in chosen)

    def search(self, text: str, *, limit: int = 100) -> tuple[Passage, ...]:
        """Return up to `limit` entries that contain a text on either side, in any case, the last stored first."""
        return tuple(islice(self._passages(text), limit))

    def _passages(self, text: str) -> Iterator[Passage]:
        wanted = plain(text).strip()
        if not wanted:
            return
        for side, locale in ((Side.SOURCE, self.source), (Side.TARGET, self.target)):
            for entry in self.store.containing(wanted, locale, side):
                if (entry.source_locale, entry.target_locale) == (self.source, self.target):
                    shown = entry.source if side is Side.SOURCE else entry.target
                    yield Passage(entry=entry, side=side, spans=tuple(_spans(shown, wanted)))

    def _exact(self, entry: Remembered, before: str, after: str) -> Match:
        known = bool(before or after)
        same = known and (entry.before, entry.after) == (before, after)
        return Match(entry=entry, kind=MatchKind.CONTEXT if same else MatchKind.EXACT, score=100.0)

    def _fuzzy(self, text: str, threshold: float, limit: int) -> Iterator[Match]:
        candidates = self.store.similar(text, self.source, lengths=_lengths(text, threshold), limit=CANDIDATES)
        others = [candidate for candidate in candidates if candidate != text]
        for number, score in scores(text, others, threshold)[:limit]:
            for entry in self.store.exact(others[number], self.source, self.target, limit=_SAME):
                yield Match(entry=entry, kind=MatchKind.FUZZY, score=score)


def examined(match: Match, text: str, scanner: Scanner | None) -> Match:
    """Return a match for `text` with what a fuzzy one must say: the difference, what vetoes it, adapted numbers."""
    if match.kind is not MatchKind.FUZZY:
        return match
    entry = match.entry
    source, target = entry.source_locale, entry.target_locale
    adapted = adapt_numbers(entry.source, text, entry.target, source, target)
    return replace(
        match,
        difference=difference(entry.source, text, source),
        # What is adapted differs in numbers only, and has the new ones.
        vetoes=() if adapted is not None else vetoes(entry.source, text, locale=source, scanner=scanner),
        adapted=adapted,
    )


def _different(matches: Iterable[Match], limit: int) -> list[Match]:
    """Return the first match of each target, up to `limit`."""
    first: dict[str, Match] = {}
    for match in matches:
        first.setdefault(match.entry.target, match)
        if len(first) == limit:
            break
    return list(first.values())


def _lengths(text: str, threshold: float) -> range:
    """Return the lengths that another text can have to reach the threshold.

    The score of texts of `m` and `n` characters is at most 200 × min(m, n) ÷ (m + n) (see `govpub.matching.score`).
    Placeholders, which count there and not here, are left some room.
    """
    length, share = len(plain(text)), max(threshold, 1) / 200
    room = 2 + text.count("<")
    return range(int(length * share / (1 - share)) - room, int(length * (1 - share) / share) + room + 1)


def _spans(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    folded, sought = text.casefold(), wanted.casefold()
    if len(folded) != len(text):  # a letter that folds into two: places would be wrong
        folded, sought = text, wanted
    at = folded.find(sought)
    while at >= 0:
        yield at, at + len(sought)
        at = folded.find(sought, at + len(sought))
